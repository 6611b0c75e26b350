//! `dicomply lookup` and `dicomply uid` as they are used. `DICOMPLY_BLESS=1 cargo test` writes the outputs anew.

use std::process::Command;

/// Runs a command line of a case; standard error stands behind standard output, the exit code last where it is not 0.
fn run(line: &str) -> String {
    let arguments = line.strip_prefix("$ dicomply ").unwrap().split(' ');
    let output = Command::new(env!("CARGO_BIN_EXE_dicomply")).args(arguments).output().unwrap();
    let code = output.status.code().unwrap();
    let code = if code == 0 { String::new() } else { format!("{code}\n") };
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    format!("{line}\n{text}{code}")
}

#[test]
fn transcripts_are_what_the_program_prints() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/lookup.md");
    let page = std::fs::read_to_string(path).unwrap();
    let mut parts = page.split("```");
    let mut printed = parts.next().unwrap().to_owned();
    for part in parts {
        let body = match part.strip_prefix("console\n") {
            Some(block) => format!("console\n{}", run(block.lines().next().unwrap())),
            None => part.to_owned(),
        };
        printed += &("```".to_owned() + &body);
    }
    if std::env::var_os("DICOMPLY_BLESS").is_some() {
        std::fs::write(path, &printed).unwrap();
    }
    for (printed, expected) in printed.split("```").zip(page.split("```")) {
        assert_eq!(printed, expected, "bless it if the change is meant");
    }
}

#[test]
fn new_uids_are_new_and_well_formed() {
    let uid = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_dicomply"))
            .args(["uid", "new"])
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
    };
    let (one, other) = (uid(&[]), uid(&[]));
    assert_ne!(one, other);
    assert!(one.starts_with("2.25.") && one.len() <= 64);
    let under_root = uid(&["--root", "1.2.826.0.1.3680043.10.1234567"]);
    assert!(
        under_root.starts_with("1.2.826.0.1.3680043.10.1234567.") && under_root.len() <= 64,
        "{under_root}"
    );
    for uid in [&one, &under_root] {
        assert!(dicomply::notation::Uid::parse(uid).is_ok(), "{uid}");
    }
}
