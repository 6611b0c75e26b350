//! The targets of fuzzing, with every input that has been worth keeping: what once broke something, and a few of each
//! way through the code. `docs/robustness.md` tells how the targets are run with inputs that libFuzzer invents.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::bless::{files, root};
use crate::reading::{Dice, mutated, rounds};

#[allow(unreachable_pub)] // They are for the programs of `fuzz/`, too.
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

/// The same inputs with slips in them: fuzzing for everybody, without a nightly toolchain. `DICOMPLY_ROUNDS` asks for more of
/// it, `DICOMPLY_CORPUS` names a folder with further inputs, one folder for each target.
#[test]
fn changed_inputs_are_answered() {
    let more = std::env::var("DICOMPLY_CORPUS").ok();
    let mut dice = Dice(0x0C0A_5E0F_F022);
    let mut broken = Vec::new();
    for (name, run) in targets::TARGETS {
        let mut inputs = files(&format!("fuzz/kept/{name}"));
        inputs.extend(more.iter().flat_map(|folder| files(&format!("{folder}/{name}"))));
        let (started, mut count) = (Instant::now(), 0);
        for _ in 0..rounds(1) {
            for file in &inputs {
                let bytes = mutated(&fs::read(file).unwrap(), &mut dice);
                count += 1;
                let began = Instant::now();
                if std::panic::catch_unwind(|| run(&bytes)).is_err() || began.elapsed() > AT_ONCE {
                    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}-{count}"));
                    fs::write(&path, bytes).unwrap();
                    broken.push(path);
                }
            }
        }
        println!("{name}: {count} inputs in {:?}", started.elapsed());
    }
    assert!(broken.is_empty(), "{broken:#?}");
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
