//! The targets of fuzzing, with every input that has been worth keeping: what once broke something, and a few of each
//! way through the code. `docs/robustness.md` tells how the targets are run with inputs that libFuzzer invents.

use std::fs;
use std::time::{Duration, Instant};

use crate::bless::{files, root};

#[path = "../fuzz/targets.rs"]
pub(crate) mod targets;

/// Generous for the slowest machine and an unoptimized build.
const AT_ONCE: Duration = Duration::from_secs(30);

/// Bytes of all kept inputs, at most.
const LARGEST: usize = 300_000;

#[test]
fn every_kept_input_is_answered() {
    for (name, run) in targets::TARGETS {
        let kept = files(&format!("fuzz/kept/{name}"));
        assert!(!kept.is_empty(), "nothing is kept for `{name}`");
        for file in kept {
            let bytes = fs::read(&file).unwrap();
            let started = Instant::now();
            let outcome = std::panic::catch_unwind(|| run(&bytes));
            assert!(outcome.is_ok(), "{} breaks `{name}`", file.display());
            assert!(started.elapsed() < AT_ONCE, "{} took {:?}", file.display(), started.elapsed());
        }
    }
}

#[test]
fn kept_inputs_are_few() {
    let sizes = files("fuzz/kept").into_iter().map(|file| fs::read(file).unwrap().len());
    let total: usize = sizes.sum();
    assert!(total <= LARGEST, "{total} bytes");
}

/// libFuzzer starts a program for each target.
#[test]
fn every_target_has_its_program() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    for (name, _) in targets::TARGETS {
        assert!(
            manifest.contains(&format!("path = \"targets/{name}.rs\"")),
            "fuzz/Cargo.toml lacks `{name}`"
        );
        let program = fs::read_to_string(root().join(format!("fuzz/targets/{name}.rs"))).unwrap();
        assert!(program.contains(&format!("targets::{name}(bytes)")), "{program}");
    }
    assert_eq!(files("fuzz/targets").len(), targets::TARGETS.len());
}
