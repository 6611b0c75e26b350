//! All tests of the crate that look at it from outside, as one binary.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]
// Tests may copy a text once more if that reads better.
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    clippy::case_sensitive_file_extension_comparisons
)]

mod adversity;
mod bless;
mod browser;
mod bundle;
mod changes;
mod ci;
mod cli;
mod compare;
mod completions;
mod document;
mod examples;
mod figures;
mod fix;
mod formats;
mod fuzz;
mod generated;
mod guide;
mod hostile;
mod impact;
mod import;
mod lint;
mod lookup;
mod matrix;
mod notation;
mod pairing;
mod reading;
mod render;
mod report;
mod requirements;
mod schema;
mod standard;
mod starters;
mod tidy;
mod watch;
