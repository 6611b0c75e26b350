//! Completions of shells and manual pages: they know every command, and those who read them accept them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::generated::subcommands;

fn stage(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("completions").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What the program prints.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dicomply")).args(arguments).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn completions_know_every_command() {
    let commands = subcommands(&[]);
    assert!(commands.len() > 5, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell}: {command}");
        }
        assert!(script.contains("fail-on"), "{shell} does not know the options of `lint`");
    }
}

#[test]
fn shells_accept_their_completions() {
    let folder = stage("shells");
    for shell in ["bash", "zsh", "fish"] {
        let script = folder.join(shell);
        fs::write(&script, printed(&["completions", shell])).unwrap();
        let Ok(output) = Command::new(shell).arg("-n").arg(&script).output() else {
            println!("skipped: there is no {shell}");
            continue;
        };
        assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn every_command_has_its_manual_page() {
    let folder = stage("man");
    let main = printed(&["man"]);
    let told = printed(&["man", "--output", folder.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(folder.join("dicomply.1")).unwrap(), main);
    let mut pages = vec!["dicomply.1".to_owned()];
    for command in subcommands(&[]) {
        let name = format!("dicomply-{command}");
        assert!(main.contains(&name.replace('-', "\\-")), "{name}");
        pages.push(format!("{name}.1"));
        pages.extend(subcommands(&[&command]).iter().map(|below| format!("{name}-{below}.1")));
    }
    for page in &pages {
        let text = fs::read_to_string(folder.join(page)).unwrap();
        assert!(text.contains(".SH NAME") && text.contains(".SH SYNOPSIS"), "{page}: {text}");
        assert!(!text.contains("-help(1)"), "{page} speaks of a page that is not there");
    }
    assert_eq!(told.lines().count(), pages.len(), "{told}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), pages.len());
}
