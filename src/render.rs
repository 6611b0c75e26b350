//! From a document tree to the formats people read.

pub mod html;
pub mod markdown;
