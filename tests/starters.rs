//! What `dicomply init` writes: documents that lint without errors, follow the schema and fit on a screen or two.

use std::path::Path;
use std::process::Command;

use dicomply::config::Config;
use dicomply::finding::Severity;
use dicomply::lint::{Circumstances, lint};
use dicomply::source::{Input, read};

use crate::schema::faults_of;

fn printed(arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_dicomply")).args(["init", "-"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn starters_are_sound() {
    const NAMES: &[&str] =
        &["Echo Cart", "No: # \"quotes\"\tand\nlines", "画像", "1.0", "@FILE@ 'x'", "<name>"];
    for kind in ["statement", "site", "requirements", "configuration"] {
        for name in NAMES {
            let text = printed(&["--kind", kind, "--product", name]);
            assert!(!text.contains('\r') && text.ends_with('\n'), "{kind}");
            assert!(
                text.lines().count() <= 75 && text.lines().all(|line| line.chars().count() <= 120),
                "{text}"
            );
            assert!(text.starts_with("# yaml-language-server: $schema="), "{kind}");
            assert_eq!(faults_of(&text), [""; 0], "{text}");
            let input = Input { path: "starter.yaml".to_owned(), bytes: text.clone().into_bytes() };
            let reading = read(vec![input], &|_: &str| None);
            let findings =
                lint(&reading.project, &Config::default(), reading.findings, &Circumstances::default());
            let errors: Vec<_> =
                findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
            assert!(errors.is_empty(), "{errors:#?}\n{text}");
        }
    }
}

#[test]
fn no_two_starters_share_a_uid() {
    let uid = || printed(&[]).lines().find(|line| line.contains("class_uid")).unwrap().to_owned();
    assert_ne!(uid(), uid());
}

#[test]
fn nothing_is_written_over() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("starters");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("mine.yaml");
    std::fs::write(&file, "mine").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_dicomply")).arg("init").arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
}
