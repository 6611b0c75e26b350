//! Documents held against each other: whether two products work together, or every two of many,
//! and what changed between two versions.

mod certain;
pub mod diff;
pub mod matrix;
pub mod requirements;
pub mod together;
pub mod version;

pub use certain::{Certain, certain};
pub use diff::{Change, ChangeRule, Diff, Fact, Impact, diff};
pub use matrix::{Entrant, Matrix, Shard, matrix};
pub use requirements::{Assessment, Fulfilment, assess};
pub use together::{Compared, Comparison, Selection, compare};
pub use version::{Strictness, revision_rows, version_findings};
