//! Documents held against each other: whether two products work together, and what changed between two versions.

pub mod diff;
pub mod together;

pub use diff::{Change, ChangeRule, Diff, Fact, Impact, diff};
pub use together::{Compared, Comparison, Selection, compare};
