//! The `dicomply` program.
fn main() {}
