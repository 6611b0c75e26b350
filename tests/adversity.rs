//! The program where the system is against it: files without end, links in circles and out of the project, and death at
//! any moment.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A fresh folder in which a test works.
fn stage(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("adversity").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dicomply"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command
}

/// Everything that the program said.
fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

const SITE: &str = "dicomply: 1\nkind: site\norganization: North Hospital\n";

/// A statement, with something that is shown and something that is wrong.
fn statement(version: &str) -> String {
    let text = fs::read_to_string(crate::bless::root().join("examples/minimal.yaml")).unwrap();
    let said = format!("statement:\n  document_number: \"{version}\"\n  nothing_{version}: x\n");
    let changed = text.replacen("statement:\n", &said, 1);
    assert_ne!(text, changed);
    changed
}

/// With as much memory as a run needs; a file without end would take more.
#[cfg(target_os = "linux")]
#[test]
fn endless_files_are_refused() {
    let folder = stage("endless");
    fs::write(folder.join("site.yaml"), SITE).unwrap();
    for (command, message) in [
        ("lint /dev/zero", "the file is larger than 64 MB"),
        ("lint - < /dev/zero", "the file is larger than 64 MB"),
        ("render - < /dev/zero", "is not rendered"),
        ("lint site.yaml --baseline /dev/zero", "`/dev/zero` cannot be read: it is larger than 64 MB"),
        ("render site.yaml --font /dev/zero", "`/dev/zero` cannot be read: it is larger than 64 MB"),
        ("render site.yaml --reference /dev/zero", "`/dev/zero` cannot be read: it is larger than 64 MB"),
        ("render site.yaml --template /dev/zero", "neither a layout nor a template"),
    ] {
        let line = format!("ulimit -v 1500000; exec \"$PROGRAM\" {command}");
        let output = Command::new("sh")
            .args(["-c", &line])
            .env("PROGRAM", env!("CARGO_BIN_EXE_dicomply"))
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(said(&output).contains(message), "{command}: {}", said(&output));
        assert!(matches!(output.status.code(), Some(1 | 2)), "{command}: {:?}", output.status);
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_too_large_is_not_included() {
    let folder = stage("large");
    fs::write(folder.join("site.yaml"), format!("{SITE}include: large.yaml\n")).unwrap();
    // A file with a hole takes no room on the disk.
    fs::File::create(folder.join("large.yaml")).unwrap().set_len(70_000_000).unwrap();
    let output = program(&folder, &["lint", "site.yaml"]).output().unwrap();
    assert!(
        said(&output).contains("`large.yaml` cannot be read: it is larger than 64 MB"),
        "{}",
        said(&output)
    );
}

#[cfg(unix)]
#[test]
fn links_in_circles_end() {
    use std::os::unix::fs::symlink;
    let folder = stage("circles");
    fs::create_dir_all(folder.join("sites/deep")).unwrap();
    fs::write(folder.join("sites/north.yaml"), format!("{SITE}include: \"parts/*/*.yaml\"\n")).unwrap();
    fs::create_dir_all(folder.join("sites/parts")).unwrap();
    fs::create_dir_all(folder.join("templates")).unwrap();
    symlink("..", folder.join("sites/deep/up")).unwrap();
    symlink("..", folder.join("sites/parts/up")).unwrap();
    symlink("self.yaml", folder.join("sites/self.yaml")).unwrap();
    symlink("..", folder.join("templates/up")).unwrap();
    symlink("self.md", folder.join("templates/self.md")).unwrap();
    let output = program(&folder, &["lint", "sites"]).output().unwrap();
    assert!(said(&output).contains("no file matches `parts/*/*.yaml`"), "{}", said(&output));
    assert!(said(&output).contains("in 1 file"), "{}", said(&output));
    let output = program(&folder, &["lint", "sites/self.yaml"]).output().unwrap();
    assert!(said(&output).contains("cannot be read"), "{}", said(&output));
    fs::write(folder.join("site.yaml"), SITE).unwrap();
    let output = program(&folder, &["render", "site.yaml", "--templates", "templates"]).output().unwrap();
    assert_ne!(output.status.code(), Some(2), "{}", said(&output));
}

/// Whatever a project names leads to files within it; a link out of it is as good as the path that it stands for.
#[cfg(unix)]
#[test]
fn links_do_not_lead_out_of_a_project() {
    use std::os::unix::fs::symlink;
    const SECRET: &str = "TopSecret";
    let stage = stage("outside");
    let (outside, project) = (stage.join("outside"), stage.join("project"));
    fs::create_dir_all(outside.join("annex_a")).unwrap();
    fs::create_dir_all(project.join("templates")).unwrap();
    let write = |path: &str, text: &str| fs::write(outside.join(path), text).unwrap();
    write("part.yaml", &format!("naming: {{reserved: [{SECRET}]}}\norganization: {SECRET}\n"));
    write("site.yaml", &format!("dicomply: 1\nkind: site\norganization: {SECRET}\n"));
    write("statement.yaml", &format!("dicomply: 1\nkind: statement\nproduct: {{name: {SECRET}}}\n"));
    write(
        "logo.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path id=\"TopSecret\" d=\"M0 0h9v9z\"/></svg>",
    );
    write("cover.md", &format!("# {SECRET}\n"));
    write("annex_a/cover.md", &format!("# {SECRET}\n"));
    symlink(&outside, project.join("folder")).unwrap();
    for name in ["part.yaml", "site.yaml", "statement.yaml", "logo.svg"] {
        symlink(outside.join(name), project.join(name)).unwrap();
    }
    symlink(outside.join("site.yaml"), project.join("templates/site.md")).unwrap();
    let mut cases = Vec::new();
    for path in ["part.yaml", "folder/part.yaml", "../outside/part.yaml", "folder/*.yaml"] {
        cases.push((format!("include: \"{path}\"\n"), String::new()));
        cases.push((format!("extends: \"{path}\"\n"), String::new()));
    }
    for path in ["statement.yaml", "folder/statement.yaml", "../outside/statement.yaml"] {
        cases.push((format!("statements: {{x: {path}}}\n"), String::new()));
        cases.push((format!("sites: {{x: {}}}\n", path.replace("statement", "site")), String::new()));
    }
    for path in ["logo.svg", "folder/logo.svg", "../outside/logo.svg"] {
        for key in ["logo", "reference", "text_font", "code_font", "fallback_fonts"] {
            let value = if key.contains("font") { format!("[{path}]") } else { path.to_owned() };
            cases.push((String::new(), format!("branding: {{{key}: {value}}}\n")));
        }
    }
    for path in ["folder", "../outside", "templates"] {
        cases.push((String::new(), format!("templates: {path}\n")));
    }
    for (site, configuration) in cases {
        fs::write(project.join("hospital.yaml"), format!("{SITE}{site}")).unwrap();
        fs::write(project.join("dicomply.yaml"), format!("fail_on: error\n{configuration}")).unwrap();
        let linted = program(&project, &["lint", "hospital.yaml", "--format", "json"]).output().unwrap();
        let output = program(&project, &["render", "hospital.yaml", "-o", "out"]).output().unwrap();
        let text = said(&linted) + &said(&output);
        let is_told = [
            "lies outside of the project",
            "no such folder in the project",
            "leads out of the project",
            "no file matches",
        ];
        assert!(is_told.iter().any(|told| text.contains(told)), "{site}{configuration}: {text}");
        assert!(!text.contains(SECRET), "{site}{configuration}: {text}");
        let page = fs::read_to_string(project.join("out/hospital.html")).unwrap_or_default();
        assert!(!page.contains(SECRET), "{site}{configuration}");
        let _ = fs::remove_dir_all(project.join("out"));
    }
}

/// What is written is written through a link, and into a device, neither of which may be replaced.
#[cfg(unix)]
#[test]
fn what_is_no_file_stays_what_it_is() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = stage("links");
    fs::write(folder.join("site.yaml"), SITE).unwrap();
    fs::create_dir(folder.join("elsewhere")).unwrap();
    fs::write(folder.join("elsewhere/findings.json"), "old").unwrap();
    fs::set_permissions(folder.join("elsewhere/findings.json"), fs::Permissions::from_mode(0o600)).unwrap();
    symlink("elsewhere/findings.json", folder.join("findings.json")).unwrap();
    symlink("/dev/null", folder.join("nothing.json")).unwrap();
    let formats = ["lint", "site.yaml", "--format", "json=findings.json", "--format", "short=nothing.json"];
    let output = program(&folder, &formats).output().unwrap();
    assert_ne!(output.status.code(), Some(2), "{}", said(&output));
    let is_link = |name: &str| fs::symlink_metadata(folder.join(name)).unwrap().is_symlink();
    assert!(is_link("findings.json") && is_link("nothing.json"));
    let written = folder.join("elsewhere/findings.json");
    assert!(fs::read_to_string(&written).unwrap().starts_with('{'));
    assert_eq!(fs::metadata(&written).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(contents(&folder).len(), 4, "{:?}", contents(&folder).keys());
}

/// The files of a folder and the folders in it, links as what they lead to.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut contents = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            contents.extend(self::contents(&path));
        } else {
            contents.insert(path.clone(), fs::read(&path).unwrap_or_default());
        }
    }
    contents
}

/// Kills a run again and again, at moments spread over its whole length; what it writes is old or new, file by file, and
/// the next run that may finish leaves nothing else.
fn killed(name: &str, arguments: &[&str]) {
    const TIMES: u32 = 30;
    let folder = stage(name);
    let out = folder.join("out");
    let mut versions = Vec::new();
    let mut length = Duration::ZERO;
    for version in ["one", "two"] {
        fs::write(folder.join("product.yaml"), statement(version)).unwrap();
        let started = Instant::now();
        let output = program(&folder, arguments).output().unwrap();
        length = length.max(started.elapsed());
        assert_ne!(output.status.code(), Some(2), "{}", said(&output));
        versions.push(contents(&out));
    }
    let names: Vec<_> = versions[0].keys().cloned().collect();
    assert!(!names.is_empty() && versions[1].keys().eq(&names));
    assert_ne!(versions[0], versions[1]);
    let mut kills = 0;
    for turn in 0..TIMES {
        let version = if turn % 2 == 0 { "one" } else { "two" };
        fs::write(folder.join("product.yaml"), statement(version)).unwrap();
        let mut child =
            program(&folder, arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // The second half of the run, where it writes, more often than the first.
        sleep(length * (TIMES / 3 + turn) / (TIMES + TIMES / 3));
        let is_alive = child.try_wait().unwrap().is_none();
        let _ = child.kill();
        child.wait().unwrap();
        kills += u32::from(is_alive);
        for path in &names {
            let bytes = fs::read(path).unwrap();
            let is_whole = versions.iter().any(|version| version[path] == bytes);
            assert!(is_whole, "{} after {turn} turns", path.display());
        }
    }
    assert!(kills >= 5, "only {kills} runs were killed");
    // So long a leftover is taken for a folder that is just being made.
    sleep(Duration::from_millis(2_500));
    fs::write(folder.join("product.yaml"), statement("one")).unwrap();
    program(&folder, arguments).output().unwrap();
    assert_eq!(contents(&out), versions[0]);
    let folders = fs::read_dir(&out).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir());
    let litter: Vec<_> = folders.map(|entry| entry.unwrap().file_name()).collect();
    assert!(litter.iter().all(|name| name == "product.figures"), "{litter:?}");
}

#[test]
fn a_killed_render_leaves_old_or_new() {
    killed("render", &["render", "product.yaml", "--format", "html,md", "--output", "out"]);
}

#[test]
fn a_killed_lint_leaves_old_or_new() {
    killed(
        "lint",
        &[
            "lint",
            "product.yaml",
            "--rule-set",
            "strict",
            "--format",
            "json=out/findings.json",
            "--format",
            "sarif=out/findings.sarif",
        ],
    );
}

/// Folders that runs have left are cleared away, those of others stay.
#[test]
fn only_leftovers_are_cleared_away() {
    let folder = stage("leftovers");
    fs::write(folder.join("site.yaml"), SITE).unwrap();
    let made = |name: &str, files: &[&str]| {
        let made = folder.join(name);
        fs::create_dir(&made).unwrap();
        for file in files {
            fs::write(made.join(file), "x").unwrap();
        }
        made
    };
    let dead =
        [made(".dicomply-1", &["lock", "0", "1"]), made(".dicomply-2", &["0"]), made(".dicomply-3", &[])];
    let alive = made(".dicomply-4", &["lock", "0"]);
    let lock = fs::File::options().write(true).open(alive.join("lock")).unwrap();
    lock.lock().unwrap();
    let foreign = [made(".dicomply-notes", &["notes.md"]), made("dicomply", &["0"])];
    sleep(Duration::from_millis(2_500));
    let output = program(&folder, &["lint", "site.yaml", "--format", "json=findings.json"]).output().unwrap();
    assert_ne!(output.status.code(), Some(2), "{}", said(&output));
    assert!(folder.join("findings.json").is_file());
    assert!(dead.iter().all(|made| !made.exists()), "{dead:?}");
    assert!(alive.exists() && foreign.iter().all(|made| made.exists()));
}
