//! What runs in continuous integration: the commands of the guide, and the shell of the GitHub Action.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bless::root;
use crate::cli::GIT;
use crate::generated::subcommands;

/// A folder with a project in it.
fn stage(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ci").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("statements")).unwrap();
    fs::copy(root().join("examples/minimal.yaml"), folder.join("statements/minimal.yaml")).unwrap();
    folder
}

/// The commands in the fenced blocks of a page, each from `dicomply` to where its arguments end.
fn commands(page: &str) -> Vec<String> {
    let known = subcommands(&[]);
    let mut is_fenced = false;
    let mut found = Vec::new();
    for line in page.replace("\\\n", " ").lines() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if is_fenced {
            let begin = line.match_indices("dicomply ").map(|(at, _)| &line[at..]).find(|rest| {
                rest.split_whitespace().nth(1).is_some_and(|word| known.iter().any(|known| known == word))
            });
            let end = |rest: &str| {
                [" #", " |", " &", " >", ";", "'", "\""].iter().filter_map(|end| rest.find(end)).min()
            };
            found.extend(begin.map(|rest| rest[..end(rest).unwrap_or(rest.len())].trim().to_owned()));
        }
    }
    found
}

/// The guide's commands, in its order, do their work: what a reader copies runs.
#[test]
fn the_commands_of_the_guide_run() {
    let page = fs::read_to_string(root().join("docs/ci.md")).unwrap().replace("\r\n", "\n");
    let (folder, commands) = (stage("guide"), commands(&page));
    assert!(commands.len() > 8, "{commands:?}");
    for command in commands {
        let arguments = command.split_whitespace().skip(1);
        let output = Command::new(env!("CARGO_BIN_EXE_dicomply"))
            .current_dir(&folder)
            .args(arguments)
            .output()
            .unwrap();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{command}\n{complaint}");
    }
}

/// The steps of the action.
fn steps() -> Vec<serde_yaml::Value> {
    let action = fs::read_to_string(root().join("action.yml")).unwrap();
    let action: serde_yaml::Value = serde_yaml::from_str(&action).unwrap();
    action["runs"]["steps"].as_sequence().unwrap().clone()
}

fn scripts() -> Vec<(String, String)> {
    let script =
        |step: &serde_yaml::Value| Some((step["id"].as_str()?.to_owned(), step["run"].as_str()?.to_owned()));
    steps().iter().filter_map(script).collect()
}

/// What a workflow passes reaches a script by its environment, where it is a value and never a command.
#[test]
fn no_input_is_expanded_into_a_script() {
    let scripts = scripts();
    assert_eq!(scripts.len(), 5, "{scripts:?}");
    for (id, script) in scripts {
        assert!(!script.contains("${{"), "step {id}:\n{script}");
    }
}

/// Runs the script of a step as GitHub does; `None` where there is no bash.
#[cfg(unix)]
fn run(folder: &Path, id: &str, environment: &[(&str, &str)]) -> Option<(i32, String)> {
    let (_, script) = scripts().into_iter().find(|(found, _)| found == id).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_dicomply")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    fs::create_dir_all(folder.join("temp")).unwrap();
    let file = folder.join("temp").join(id);
    fs::write(&file, script).unwrap();
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(file).current_dir(folder).env("PATH", path);
    for unset in [
        "PATHS",
        "WORKING_DIRECTORY",
        "BASELINE",
        "FAIL_ON",
        "ARGS",
        "SARIF",
        "VERSION",
        "DIFF",
        "DIFF_BASE",
        "DIFF_FAIL_ON",
        "DIFF_EXIT_CODE",
    ] {
        bash.env(unset, "");
    }
    for (name, file) in
        [("GITHUB_OUTPUT", "output"), ("GITHUB_STEP_SUMMARY", "summary"), ("GITHUB_PATH", "path")]
    {
        let _ = fs::remove_file(folder.join(file));
        bash.env(name, folder.join(file));
    }
    let output = bash
        .envs(GIT.iter().copied())
        .env_remove("GIT_DIR")
        .env("RUNNER_TEMP", folder.join("temp"))
        .envs(environment.iter().copied())
        .output();
    let Ok(output) = output else {
        println!("skipped: there is no bash");
        return None;
    };
    let told = [output.stdout, output.stderr].concat();
    Some((output.status.code().unwrap(), String::from_utf8(told).unwrap()))
}

#[cfg(unix)]
fn held(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap_or_default()
}

#[cfg(unix)]
#[test]
fn the_action_writes_its_summary_and_keeps_the_exit_code() {
    let folder = stage("action");
    let Some((code, told)) = run(&folder, "lint", &[("PATHS", "statements\n")]) else { return };
    assert_eq!((code, held(&folder, "output").as_str()), (0, "exit-code=0\n"), "{told}");
    assert!(
        held(&folder, "summary").contains("0 errors") || held(&folder, "summary").contains("no findings")
    );

    // A name with blanks, in a folder of its own; findings name it as seen from the root.
    let faulty = fs::read_to_string(folder.join("statements/minimal.yaml")).unwrap() + "\nprodcut: {}\n";
    fs::write(folder.join("statements/with blanks.yaml"), faulty).unwrap();
    let faulty = [
        ("PATHS", "minimal.yaml\r\nwith blanks.yaml"),
        ("WORKING_DIRECTORY", "statements/"),
        ("ARGS", "--rule-set  recommended\n--today 2026-11-28"),
        ("SARIF", "true"),
    ];
    let (code, told) = run(&folder, "lint", &faulty).unwrap();
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("::error title=unknown-key,file=statements/with blanks.yaml,"), "{told}");
    assert!(held(&folder, "summary").contains("unknown-key"));
    let output = held(&folder, "output");
    assert!(output.starts_with("exit-code=1\nsarif-file="), "{output}");
    assert!(held(&folder, "temp/dicomply.sarif").contains("statements/with%20blanks.yaml"));
    let never = [faulty.as_slice(), &[("FAIL_ON", "never")]].concat();
    assert_eq!(run(&folder, "lint", &never).unwrap().0, 0);
    assert!(held(&folder, "output").starts_with("exit-code=0\n"));

    assert_eq!(run(&folder, "result", &[("EXIT_CODE", "1")]).unwrap().0, 1);
    assert_eq!(run(&folder, "result", &[("EXIT_CODE", "0")]).unwrap().0, 0);
    assert_eq!(run(&folder, "result", &[("EXIT_CODE", "1"), ("DIFF_EXIT_CODE", "2")]).unwrap().0, 2);
    assert_eq!(run(&folder, "result", &[("EXIT_CODE", "1"), ("DIFF_EXIT_CODE", "0")]).unwrap().0, 1);
}

#[cfg(unix)]
#[test]
fn the_action_tells_what_a_pull_request_changes() {
    let folder = stage("changes");
    let git = |arguments: &str| {
        let mut git = Command::new("git");
        git.current_dir(&folder).args(arguments.split(' ')).envs(GIT.iter().copied()).env_remove("GIT_DIR");
        git.output().is_ok_and(|output| output.status.success())
    };
    if !git("init -q -b main") {
        println!("skipped: there is no git");
        return;
    }
    assert!(git("add statements") && git("commit -q -m first"));
    let path = folder.join("statements/minimal.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let changed = text.replacen("ae_title: ECHOCART", "ae_title: ECHO", 1);
    assert_ne!(text, changed);
    fs::write(&path, changed).unwrap();
    fs::write(folder.join("statements/new.yaml"), text).unwrap();
    let asked =
        [("DIFF", "minimal.yaml\r\nnew.yaml\n"), ("DIFF_BASE", "HEAD"), ("WORKING_DIRECTORY", "statements")];
    let Some((code, told)) = run(&folder, "diff", &asked) else { return };
    let output = held(&folder, "output");
    assert!(code == 0 && output.starts_with("exit-code=1\nfile="), "{output}{told}");
    let page = held(&folder, "temp/dicomply-changes.md");
    assert!(page.contains("## Changes of ") && page.contains("`statements/new.yaml` is new."), "{page}");
    assert_eq!(held(&folder, "summary"), page);

    let never = [asked.as_slice(), &[("DIFF_FAIL_ON", "never")]].concat();
    assert_eq!(run(&folder, "diff", &never).unwrap().0, 0);
    assert!(held(&folder, "output").starts_with("exit-code=0\n"));
    let unknown = [asked.as_slice(), &[("DIFF_BASE", "nonsense")]].concat();
    let (_, told) = run(&folder, "diff", &unknown).unwrap();
    assert!(held(&folder, "output").starts_with("exit-code=2\n"), "{told}");
    // The first push of a branch has nothing before it.
    let none = [asked.as_slice(), &[("DIFF_BASE", "0000000000000000000000000000000000000000")]].concat();
    assert_eq!(run(&folder, "diff", &none).unwrap().0, 0);
    assert!(held(&folder, "output").starts_with("exit-code=0\n"));
}

#[cfg(unix)]
#[test]
fn nothing_that_is_passed_to_the_action_is_run() {
    let folder = stage("hostile");
    let hostile = "$(touch gone) `touch gone`; touch gone";
    for name in ["PATHS", "ARGS", "BASELINE", "FAIL_ON", "WORKING_DIRECTORY", "VERSION"] {
        let passed = [("PATHS", "statements"), (name, hostile)];
        let Some((code, told)) = run(&folder, "lint", &passed) else { return };
        assert_eq!(code, 0, "{name}: {told}");
        for name in ["DIFF", "DIFF_BASE", "DIFF_FAIL_ON", "WORKING_DIRECTORY"] {
            let passed = [("DIFF", "statements/minimal.yaml"), ("DIFF_BASE", "HEAD"), (name, hostile)];
            run(&folder, "diff", &passed).unwrap();
        }
        let source = [("VERSION", hostile), ("ACTION_PATH", root().to_str().unwrap())];
        assert_eq!(run(&folder, "sources", &source).unwrap().0, 0);
        assert!(!folder.join("gone").exists() && !root().join("gone").exists(), "{name} is run");
    }
    assert!(held(&folder, "output").starts_with("hash="));
}
