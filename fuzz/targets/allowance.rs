//! `cargo fuzz run allowance`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::allowance(bytes));
