//! The report of findings in a browser: nothing of a document runs, the filters do what their address says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{complaints, folder, is_wanted, run};
use crate::formats::element::Element;
use crate::report::page::{elements, is_of, parsed};

/// A statement whose names would run, if a browser were let.
pub(super) const HOSTILE: &str = r#"
dicomply: 1
kind: statement
product: {name: "<script>document.title = 'it ran'</script>", vendor: "<img src=x onerror=\"document.title = 'it ran'\">", versions: '1'}
statement: {version: "1.0", date: 2026-11-20}
implementation: {class_uid: "\"><script>document.title = 'it ran'</script>", version_name: "\u202Ejavascript:alert(1)"}
a_key_that_nobody_knows_and_that_is_long_enough_to_run_out_of_every_narrow_screen_there_is_on_earth: 1
application_entities:
  "</style></script><svg onload=\"document.title = 'it ran'\">":
    ae_title: "' onmouseover='document.title=1"
    port: 70000 # dicomply: allow[out-of-range-port] <script>document.title = 'it ran'</script>
    activities:
      "--><b>":
        accepts: ["verification as SCP in ImplicitVRLittleEndian", "<b onclick=1>: x as SCP in ImplicitVRLittleEndian"]
"#;

/// The report of the hostile statement and of one with a single fault.
fn report(folder: &Path) -> PathBuf {
    fs::write(folder.join("it's <b>hostile.yaml"), HOSTILE).unwrap();
    fs::write(folder.join("other.yaml"), "dicomply: 1\nkind: statement\nprodct: {}\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dicomply"));
    let command =
        command.current_dir(folder).args(["lint", "--rule-set", "strict", "--format", "html=report.html"]);
    let output = command.args(["it's <b>hostile.yaml", "other.yaml"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("report.html")
}

/// The page as it is when its scripts are done, and what the console says of scripts and policies.
pub(super) fn opened(page: &Path, fragment: &str, folder: &Path) -> (String, Vec<String>) {
    let arguments = [
        "--enable-logging=stderr".to_owned(),
        "--virtual-time-budget=5000".to_owned(),
        "--dump-dom".to_owned(),
        format!("file://{}{fragment}", page.display()),
    ];
    let output = run(&folder.join("profile"), &arguments);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let said = said.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    (String::from_utf8_lossy(&output.stdout).into_owned(), said)
}

/// The findings that can be seen, as their rules, severities and files.
fn visible(tree: &Element) -> Vec<(&str, &str, &str)> {
    let is_visible = |element: &&Element| !element.attributes.contains_key("hidden");
    let groups = elements(tree).into_iter().filter(|element| is_of(element, "group")).filter(is_visible);
    let inside = groups.flat_map(elements).filter(|element| is_of(element, "finding")).filter(is_visible);
    inside
        .map(|one| (one.attribute("data-rule"), one.attribute("data-severity"), one.attribute("data-file")))
        .collect()
}

/// Whether a finding passes the filters of a view.
type Wanted = fn(&(&str, &str, &str)) -> bool;

#[test]
fn nothing_of_a_document_runs_in_a_report() {
    if !is_wanted() {
        return;
    }
    let folder = folder("report");
    let page = report(&folder);
    let (shown, said) = opened(&page, "", &folder);
    assert!(said.is_empty(), "{said:?}");
    let tree = parsed(&shown);
    assert!(!tree.find("title").unwrap().text(&|_| true).contains("it ran"));
    let filters = elements(&tree).into_iter().find(|element| element.attribute("id") == "filters").unwrap();
    assert!(!filters.attributes.contains_key("hidden"), "our own script did not run");
    for width in [1400, 400] {
        assert_eq!(complaints(&page, width, &folder), "", "at {width} px");
    }
    holds(&page, &folder);
}

/// Were something of a document to become markup after all, the policy of the page would still not let it run.
pub(super) fn holds(page: &Path, folder: &Path) {
    let text = fs::read_to_string(page).unwrap();
    let broken = folder.join("broken.html");
    let intruder =
        "<script>document.title = 'it ran'</script><p style=\"color: red\" onclick=\"1\"></p></main>";
    fs::write(&broken, text.replace("</main>", intruder)).unwrap();
    let (shown, said) = opened(&broken, "", folder);
    assert!(said.iter().any(|line| line.contains("Content Security Policy")), "{said:?}");
    assert!(!shown.contains("<title>it ran"), "the policy lets it run");
}

#[test]
fn filters_show_what_their_address_says() {
    if !is_wanted() {
        return;
    }
    let folder = folder("filters");
    let page = report(&folder);
    let (whole, _) = opened(&page, "", &folder);
    let whole = parsed(&whole);
    let all = visible(&whole);
    assert!(all.len() > 5, "{all:?}");
    let views: [(&str, &str, Wanted); 5] = [
        ("#severity=warning", "by-rule", |(_, severity, _)| *severity == "warning"),
        ("#group=file&severity=error,info", "by-file", |(_, severity, _)| *severity != "warning"),
        ("#rule=unknown-key", "by-rule", |(rule, ..)| *rule == "unknown-key"),
        ("#group=file&file=it%27s+%3Cb%3Ehostile.yaml", "by-file", |(.., file)| {
            *file == "it's <b>hostile.yaml"
        }),
        ("#q=PRODCT+unknown-KEY", "by-rule", |(rule, _, file)| {
            *rule == "unknown-key" && *file == "other.yaml"
        }),
    ];
    for (fragment, grouping, wanted) in views {
        let (shown, said) = opened(&page, fragment, &folder);
        assert!(said.is_empty(), "{fragment}: {said:?}");
        let tree = parsed(&shown);
        let main = tree.find("main").unwrap();
        assert_eq!(main.attribute("class"), grouping, "{fragment}");
        let mut found = visible(&tree);
        let mut expected: Vec<_> = all.iter().filter(|finding| wanted(finding)).copied().collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{fragment} does not narrow");
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{fragment}");
        let outcome = tree.find("output").unwrap().text(&|_| true);
        assert!(outcome.starts_with(&format!("{} of {} finding", expected.len(), all.len())), "{outcome}");
    }
}
