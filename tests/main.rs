//! All tests of the crate that look at it from outside, as one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod document;
mod examples;
mod lint;
mod lookup;
mod notation;
mod standard;
