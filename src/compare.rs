//! Documents held against each other: what changed from one version of a statement to the next.

pub mod diff;
pub mod version;

pub use diff::{Change, ChangeRule, Diff, Fact, Impact, diff};
pub use version::{Strictness, revision_rows, version_findings};
