//! The program as people use it: transcripts in `cases/cli/` and `cases/read/`.
//!
//! A page is prose around fenced blocks. A block ```` ```yaml NAME ```` is a file; words behind its name say how it is
//! written (`crlf`, `cr`, `bom`, `latin1`, `utf16`, `empty`). A block ```` ```console ```` holds command lines behind `$ `, each
//! followed by what it prints: standard output as it is, standard error behind `2> `, and the exit code as `exit 1`
//! where it is not 0. Each section of a page (`## `) runs in a folder of its own. `git` may be run as well; where it is
//! not installed such sections are skipped.
//! `DICOMPLY_BLESS=1 cargo test` writes the outputs anew.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::bless::{Drift, files, root, shown};

#[test]
fn transcripts_are_what_the_program_prints() {
    let mut drift = Drift::default();
    for folder in ["tests/cases/cli", "tests/cases/read"] {
        for page in files(folder) {
            let text = fs::read_to_string(&page).unwrap().replace("\r\n", "\n");
            drift.hold(&shown(&page), &played(&text, &page.file_stem().unwrap().to_string_lossy()));
        }
    }
    drift.settle();
}

/// What the README shows is what happens.
#[test]
fn the_readme_shows_what_the_program_prints() {
    let page = fs::read_to_string(root().join("README.md")).unwrap().replace("\r\n", "\n");
    let mut drift = Drift::default();
    drift.hold("README.md", &played(&page, "readme"));
    drift.settle();
}

/// What the guide to rules of one's own shows is what happens.
#[test]
fn the_guide_to_custom_rules_shows_what_the_program_prints() {
    let page = fs::read_to_string(root().join("docs/custom-rules.md")).unwrap().replace("\r\n", "\n");
    let mut drift = Drift::default();
    drift.hold("docs/custom-rules.md", &played(&page, "custom-rules"));
    drift.settle();
}

/// What the guide to versions shows is what happens.
#[test]
fn the_guide_to_versions_shows_what_the_program_prints() {
    let page = fs::read_to_string(root().join("docs/diff.md")).unwrap().replace("\r\n", "\n");
    let mut drift = Drift::default();
    drift.hold("docs/diff.md", &played(&page, "versions"));
    drift.settle();
}

/// What the guide to the governance of sites shows is what happens.
#[test]
fn the_guide_to_governance_shows_what_the_program_prints() {
    let page = fs::read_to_string(root().join("docs/governance.md")).unwrap().replace("\r\n", "\n");
    let mut drift = Drift::default();
    drift.hold("docs/governance.md", &played(&page, "governance"));
    drift.settle();
}

/// The page with the outputs that its commands print now.
fn played(page: &str, name: &str) -> String {
    let mut sections = vec![String::new()];
    let mut is_in_block = false;
    for line in page.split_inclusive('\n') {
        is_in_block ^= line.starts_with("```");
        if line.starts_with("## ") && !is_in_block {
            sections.push(String::new());
        }
        sections.last_mut().unwrap().push_str(line);
    }
    let played = sections.iter().enumerate().map(|(number, section)| {
        let stage = Stage::new(&format!("{name}-{number}"));
        stage.play(section)
    });
    played.collect()
}

/// A folder in which the commands of a section run.
struct Stage(PathBuf);

impl Stage {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn play(&self, section: &str) -> String {
        if section.contains("\n$ git ") && !has_git() {
            println!("skipped: there is no git");
            return section.to_owned();
        }
        let mut played = String::new();
        let mut lines = section.split_inclusive('\n');
        while let Some(line) = lines.next() {
            played += line;
            let Some(words) = line.strip_prefix("```").map(str::trim).filter(|words| !words.is_empty())
            else {
                continue;
            };
            let block: String = lines.by_ref().take_while(|line| line.trim_end() != "```").collect();
            played += &self.block(words, &block);
            played += "```\n";
        }
        played
    }

    fn block(&self, words: &str, block: &str) -> String {
        let words: Vec<&str> = words.split_whitespace().collect();
        match words.as_slice() {
            ["console"] => {
                block.lines().filter(|line| line.starts_with("$ ")).map(|line| self.run(line)).collect()
            }
            [_, name, how @ ..] => {
                let path = self.0.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, written(block, how)).unwrap();
                block.to_owned()
            }
            _ => block.to_owned(),
        }
    }

    /// Runs `$ [NAME=VALUE] dicomply … [< FILE]`, or `git`.
    fn run(&self, line: &str) -> String {
        let (command, input) = line.split_once(" < ").unwrap_or((line, ""));
        let all = words(command.trim_start_matches("$ "));
        let is_setting = |word: &&String| word.contains('=');
        let count = all.iter().take_while(is_setting).count();
        let (settings, words) = all.split_at(count);
        let (name, words) = words.split_first().unwrap();
        let mut program = match name.as_str() {
            "dicomply" => Command::new(env!("CARGO_BIN_EXE_dicomply")),
            "git" => Command::new("git"),
            _ => panic!("{line}"),
        };
        program.current_dir(&self.0).env_remove("NO_COLOR").env_remove("GIT_DIR").stdin(Stdio::piped());
        program.stdout(Stdio::piped()).stderr(Stdio::piped());
        program.env("PATH", paths()).envs(GIT.iter().copied());
        program.envs(settings.iter().filter_map(|word| word.split_once('=')));
        let mut child = program.args(words).spawn().unwrap();
        let mut standard_input = child.stdin.take().unwrap();
        if !input.is_empty() {
            standard_input.write_all(&fs::read(self.0.join(input)).unwrap()).unwrap();
        }
        drop(standard_input);
        transcript(line, &child.wait_with_output().unwrap())
    }
}

/// The words of a command line; blanks between single quotes part none.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for letter in command.chars() {
        match letter {
            '\'' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            _ => words.last_mut().unwrap().push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn has_git() -> bool {
    Command::new("git").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// Git as it is on no machine in particular; above the folder of a test there is no repository.
pub(crate) const GIT: &[(&str, &str)] = &[
    ("GIT_AUTHOR_NAME", "Nobody"),
    ("GIT_AUTHOR_EMAIL", "nobody@example.org"),
    ("GIT_AUTHOR_DATE", "2026-11-28T12:00:00Z"),
    ("GIT_COMMITTER_NAME", "Nobody"),
    ("GIT_COMMITTER_EMAIL", "nobody@example.org"),
    ("GIT_COMMITTER_DATE", "2026-11-28T12:00:00Z"),
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_CONFIG_SYSTEM", "/dev/null"),
    ("GIT_CEILING_DIRECTORIES", env!("CARGO_TARGET_TMPDIR")),
];

/// The paths in which programs are looked for, ours among them.
fn paths() -> OsString {
    let own = Path::new(env!("CARGO_BIN_EXE_dicomply")).parent().unwrap().to_owned();
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&paths))).unwrap()
}

fn transcript(line: &str, output: &Output) -> String {
    let text =
        |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace("\r\n", "\n").replace('\x1b', "␛");
    let mut transcript = format!("{line}\n{}", text(&output.stdout));
    for complaint in text(&output.stderr).lines() {
        writeln!(transcript, "{}", format!("2> {complaint}").trim_end()).unwrap();
    }
    let code = output.status.code().unwrap();
    if code != 0 {
        writeln!(transcript, "exit {code}").unwrap();
    }
    transcript
}

/// A file's bytes.
fn written(text: &str, how: &[&str]) -> Vec<u8> {
    let mut text = text.to_owned();
    if how.contains(&"empty") {
        text.clear();
    }
    if how.contains(&"crlf") {
        text = text.replace('\n', "\r\n");
    }
    if how.contains(&"cr") {
        text = text.replace('\n', "\r");
    }
    if how.contains(&"bom") {
        text.insert(0, '\u{FEFF}');
    }
    if how.contains(&"latin1") {
        return text.chars().map(|character| u8::try_from(u32::from(character)).unwrap_or(b'?')).collect();
    }
    if how.contains(&"utf16") {
        return [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    }
    text.into_bytes()
}

#[cfg(unix)]
#[test]
fn a_reader_who_stops_reading_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dicomply"))
        .args(["rules", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A file that is there under the very name of a file at a revision goes before that.
#[cfg(unix)]
#[test]
fn a_file_goes_before_a_revision() {
    let stage = Stage::new("revision");
    for name in ["HEAD:statement.yaml", "other.yaml"] {
        fs::write(stage.0.join(name), "dicomply: 1\nkind: site\norganization: North\n").unwrap();
    }
    assert_eq!(
        stage.run("$ dicomply diff HEAD:statement.yaml other.yaml"),
        "$ dicomply diff HEAD:statement.yaml other.yaml\nno changes from HEAD:statement.yaml to other.yaml\n"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let stage = Stage::new("permissions");
    let path = stage.0.join("secret.yaml");
    fs::write(&path, "dicomply: 1\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let transcript = stage.run("$ dicomply lint secret.yaml");
    assert_eq!(
        transcript,
        "$ dicomply lint secret.yaml\n2> error: `secret.yaml` cannot be read: permission denied\nexit 2\n"
    );
}

/// A reference may name a device; the program does not wait for it.
#[cfg(unix)]
#[test]
fn a_reference_to_a_device_does_not_hang() {
    let stage = Stage::new("device");
    fs::write(
        stage.0.join("site.yaml"),
        "dicomply: 1\nkind: site\norganization: North\nstatements: {endless: /dev/zero}\n",
    )
    .unwrap();
    assert!(stage.run("$ dicomply lint site.yaml").contains("in 1 file"));
}

/// A circle of links ends, and links in folders are not followed: a document is read once.
#[cfg(unix)]
#[test]
fn links_in_a_folder_lead_in_no_circle() {
    use std::os::unix::fs::symlink;
    let stage = Stage::new("links");
    fs::create_dir_all(stage.0.join("below")).unwrap();
    fs::write(stage.0.join("below/site.yaml"), "dicomply: 1\nkind: site\norganization: North\n").unwrap();
    symlink("..", stage.0.join("below/up")).unwrap();
    symlink("itself.yaml", stage.0.join("itself.yaml")).unwrap();
    symlink("below/site.yaml", stage.0.join("other.yaml")).unwrap();
    assert_eq!(stage.run("$ dicomply lint ."), "$ dicomply lint .\nno findings in 1 file\n");
    assert_eq!(
        stage.run("$ dicomply lint other.yaml below/up/below"),
        "$ dicomply lint other.yaml below/up/below\nno findings in 1 file\n"
    );
}

/// Outside a repository `.gitignore` counts as well: the same copy gives the same findings.
#[test]
fn what_is_ignored_is_ignored_without_a_repository() {
    let folder = std::env::temp_dir().join(format!("dicomply-ignored-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("build")).unwrap();
    fs::write(folder.join(".gitignore"), "/build\n").unwrap();
    for name in ["site.yaml", "build/site.yaml"] {
        fs::write(folder.join(name), "dicomply: 1\nkind: site\norganization: North\n").unwrap();
    }
    let lint = |path: &str| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_dicomply")).current_dir(&folder).args(["lint", path]).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let (all, named) = (lint("."), lint("build"));
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(all, "no findings in 1 file\n");
    assert_eq!(named, "no findings in 1 file\n");
}
