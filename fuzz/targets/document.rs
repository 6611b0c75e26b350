//! `cargo fuzz run document`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::document(bytes));
