//! `--watch`: files really change, and what is written follows. Waiting is bounded.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(30);

/// A program that runs until the test is over.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn statement(name: &str) -> String {
    format!(
        "dicomply: 1\nkind: statement\nproduct: {{name: {name}, versions: \"1\"}}\nstatement: {{date: 2026-11-20}}\n\
         include: [parts/entities.yaml]\n"
    )
}

fn entities(name: &str) -> String {
    format!(
        "application_entities:\n  {name}: {{ae_title: A, activities: {{Send: {{initiates: [Verification as SCU in ImplicitVRLittleEndian]}}}}}}\n"
    )
}

/// Waits until a file holds a text.
fn wait_for(file: &Path, text: &str) {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if fs::read_to_string(file).is_ok_and(|held| held.contains(text)) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("{} never held {text:?}: {:?}", file.display(), fs::read_to_string(file));
}

/// Writes as many editors do: beside the file, then in its place.
fn replace(file: &Path, text: &str) {
    let beside = file.with_extension("tmp");
    fs::write(&beside, text).unwrap();
    fs::rename(beside, file).unwrap();
}

fn stage(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("watch").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("parts")).unwrap();
    fs::create_dir_all(folder.join("own/annex_a")).unwrap();
    fs::write(folder.join("dicomply.yaml"), "").unwrap();
    fs::write(folder.join("a.yaml"), statement("First")).unwrap();
    fs::write(folder.join("parts/entities.yaml"), entities("SENDER")).unwrap();
    fs::write(folder.join("own/annex_a/security.md"), "# Security\n\nNone yet.\n").unwrap();
    folder
}

#[test]
fn what_is_written_follows_the_files() {
    let folder = stage("render");
    let (document, part, written) =
        (folder.join("a.yaml"), folder.join("parts/entities.yaml"), folder.join("out/a.md"));
    let mut program = Command::new(env!("CARGO_BIN_EXE_dicomply"));
    program.current_dir(&folder).args(["render", "a.yaml", "--watch", "--format", "md", "-o", "out"]);
    program.args(["--templates", "own"]).stdin(Stdio::null()).stderr(Stdio::null());
    let told = folder.join("told.txt");
    let mut running = Running(program.stdout(fs::File::create(&told).unwrap()).spawn().unwrap());
    wait_for(&told, "watching 4 files");
    wait_for(&written, "First");

    replace(&document, &statement("Second"));
    wait_for(&written, "Second");
    replace(&part, &entities("RECEIVER"));
    wait_for(&written, "RECEIVER");
    fs::write(folder.join("own/annex_a/security.md"), "# Security\n\nPlenty.\n").unwrap();
    wait_for(&written, "Plenty.");

    fs::write(&document, "dicomply: 1\nkind: [statement\n").unwrap();
    fs::write(folder.join("own/annex_a/security.md"), "# Security\n\n{% if %}\n").unwrap();
    fs::remove_file(&document).unwrap();
    fs::write(folder.join("own/annex_a/security.md"), "# Security\n\nMended.\n").unwrap();
    fs::write(&document, statement("Third")).unwrap();
    wait_for(&written, "Third");
    wait_for(&written, "Mended.");
    assert!(running.0.try_wait().unwrap().is_none(), "the program has ended");
    let told = fs::read_to_string(told).unwrap();
    assert!(told.lines().all(|line| line.contains(" ms; watching ")), "{told}");
}

#[test]
fn findings_follow_the_files() {
    let folder = stage("lint");
    let (document, part, told) =
        (folder.join("a.yaml"), folder.join("parts/entities.yaml"), folder.join("told.txt"));
    let lint = |more: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dicomply"));
        program.current_dir(&folder).args(["lint", "a.yaml", "--baseline", "known.json"]).args(more);
        program.stdin(Stdio::null()).stderr(Stdio::null());
        program
    };
    assert!(lint(&["--write-baseline"]).stdout(Stdio::null()).status().unwrap().success());
    let mut running = Running(
        lint(&["--watch", "--format", "short"])
            .arg("--format=json=found.json")
            .stdout(fs::File::create(&told).unwrap())
            .spawn()
            .unwrap(),
    );
    let found = folder.join("found.json");
    wait_for(&told, " ms; watching 3 files");
    wait_for(&found, "\"errors\": 0");

    replace(&part, &entities("SENDER").replace("Verification", "Verificatoin"));
    wait_for(&told, "error[unresolved-name] `Verificatoin`");
    replace(&folder.join("dicomply.yaml"), "rules: {unresolved-name: warning}\n");
    wait_for(&told, "warning[unresolved-name] `Verificatoin`");
    assert!(lint(&["--write-baseline"]).stdout(Stdio::null()).status().unwrap().success());
    wait_for(&found, "\"warnings\": 0");

    fs::remove_file(&document).unwrap();
    fs::write(&document, statement("Second").replace("product:", "prodcut:")).unwrap();
    wait_for(&told, "[unknown-key]");
    assert!(running.0.try_wait().unwrap().is_none(), "the program has ended");
    let told = fs::read_to_string(told).unwrap();
    assert!(
        told.lines().any(|line| line.starts_with("linted in ") && line.ends_with("; watching 3 files")),
        "{told}"
    );
    assert!(!told.contains('\x1b'), "{told}");
}
