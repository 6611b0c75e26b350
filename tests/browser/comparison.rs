//! The page of a comparison in a browser: nothing of a statement runs, filters do what their address says, evidence opens.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::report::{holds, opened};
use super::{browse, complaints, folder, is_wanted};
use crate::bless::root;
use crate::formats::element::Element;
use crate::report::page::{elements, is_of, parsed};

/// A statement whose names would run, if a browser were let.
const HOSTILE: &str = r#"
dicomply: 1
kind: statement
product: {name: "<script>document.title = 'it ran'</script>", vendor: "<img src=x onerror=\"document.title = 'it ran'\">", versions: '1'}
implementation: {class_uid: "\"><script>document.title = 'it ran'</script>", version_name: "\u202Ejavascript:alert(1)"}
a_key_that_nobody_knows_and_that_is_long_enough_to_run_out_of_every_narrow_screen_there_is_on_earth: 1
application_entities:
  "</style></script><svg onload=\"document.title = 'it ran'\">":
    ae_title: "' onmouseover='document.title=1"
    activities:
      "--><b>a_name_that_is_long_enough_to_run_out_of_every_narrow_screen_there_is_on_earth_and_on_every_desk":
        initiates: ["CT Image Storage as SCU in ImplicitVRLittleEndian", "<b onclick=1>: x as SCU in ImplicitVRLittleEndian"]
        accepts: ["Verification as SCP in ImplicitVRLittleEndian"]
"#;

/// The page of two statements.
pub(super) fn page(one: &Path, other: &Path, folder: &Path) -> PathBuf {
    let page = folder.join("page.html");
    let mut command = Command::new(env!("CARGO_BIN_EXE_dicomply"));
    let command = command.arg("compare").args([one, other]).args(["--fail-on", "never"]);
    let output = command.arg("--format").arg(format!("html={}", page.display())).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    page
}

fn of_examples(folder: &Path) -> PathBuf {
    let examples = root().join("examples");
    page(&examples.join("integrated_modality.yaml"), &examples.join("sonicdicom.yaml"), folder)
}

/// The ids of the services, rows and topics that can be seen.
fn visible(tree: &Element) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    collect(tree, &mut found);
    found
}

fn collect<'t>(element: &'t Element, found: &mut BTreeSet<&'t str>) {
    if element.attributes.contains_key("hidden") {
        return;
    }
    if is_of(element, "item") {
        found.insert(element.attribute("id"));
    }
    for child in element.children() {
        collect(child, found);
    }
}

#[test]
fn nothing_of_a_statement_runs_in_a_comparison() {
    if !is_wanted() {
        return;
    }
    let folder = folder("comparison");
    let hostile = folder.join("it's <b>hostile.yaml");
    fs::write(&hostile, HOSTILE).unwrap();
    let archive = root().join("examples/sonicdicom.yaml");
    for (number, (one, other)) in
        [(&hostile, &archive), (&archive, &hostile), (&hostile, &hostile)].iter().enumerate()
    {
        let page = page(one, other, &folder);
        let title = title_of_harmless(&page, &folder);
        assert!(title != "it ran" && title != "1", "{number}: {title}");
    }
}

/// The title of a page on which nothing of a document runs, while our own script does, and which fits.
pub(super) fn title_of_harmless(page: &Path, folder: &Path) -> String {
    let (shown, said) = opened(page, "", folder);
    assert!(said.is_empty(), "{said:?}");
    let tree = parsed(&shown);
    let filters = elements(&tree).into_iter().find(|element| element.attribute("id") == "filters").unwrap();
    assert!(!filters.attributes.contains_key("hidden"), "our own script did not run");
    for width in [1400, 400] {
        assert_eq!(complaints(page, width, folder), "", "at {width} px");
    }
    holds(page, folder);
    tree.find("title").unwrap().text(&|_| true)
}

#[test]
fn a_comparison_fits_wide_and_narrow_screens() {
    if !is_wanted() {
        return;
    }
    let folder = folder("comparison-screens");
    fits(&of_examples(&folder), &folder);
}

/// The page fits wide and narrow screens with every piece of evidence open.
pub(super) fn fits(page: &Path, folder: &Path) {
    let text = fs::read_to_string(page).unwrap();
    assert!(text.contains("<details class=\"evidence\">"));
    fs::write(page, text.replace("<details class=\"evidence\">", "<details class=\"evidence\" open>"))
        .unwrap();
    for width in [1400, 700, 400] {
        assert_eq!(complaints(page, width, folder), "", "at {width} px");
    }
}

/// A way in which the page can be narrowed: what its address says, and whether an item passes.
pub(super) type View = (&'static str, fn(&Element) -> bool);

#[test]
fn filters_of_a_comparison_show_what_their_address_says() {
    if !is_wanted() {
        return;
    }
    let folder = folder("comparison-filters");
    narrow(
        &of_examples(&folder),
        &folder,
        &[
            ("#show=problems", |item| !["works", "not_claimed"].contains(&item.attribute("data-verdict"))),
            ("#workflow=storing", |item| {
                item.attribute("data-workflow").split(' ').any(|one| one == "storing")
            }),
            ("#service=Storage", |item| item.attribute("data-service").split(' ').any(|one| one == "s1")),
            ("#ae=A%23STORAGE", |item| item.attribute("data-entities").split(' ').any(|one| one == "A0")),
            ("#show=problems&q=storage+COMMITMENT", |item| {
                let text = item.text(&|_| true).to_lowercase();
                !["works", "not_claimed"].contains(&item.attribute("data-verdict"))
                    && text.contains("storage")
                    && text.contains("commitment")
            }),
        ],
    );
}

/// Each view shows the items that it should, which are some of all and not all.
pub(super) fn narrow(page: &Path, folder: &Path, views: &[View]) {
    let (whole, _) = opened(page, "", folder);
    let whole = parsed(&whole);
    let items: Vec<&Element> =
        elements(&whole).into_iter().filter(|element| is_of(element, "item")).collect();
    let all = visible(&whole);
    assert_eq!(all.len(), items.len(), "everything is shown at first");
    for (fragment, wanted) in views {
        let (shown, said) = opened(page, fragment, folder);
        assert!(said.is_empty(), "{fragment}: {said:?}");
        let tree = parsed(&shown);
        let expected: BTreeSet<&str> =
            items.iter().filter(|item| wanted(item)).map(|item| item.attribute("id")).collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{fragment} does not narrow");
        assert_eq!(visible(&tree), expected, "{fragment}");
    }
}

/// A script that opens what is folded, and answers what can then be seen of it.
const OPENS: &str = "
<script>
  const frame = document.querySelector('iframe');
  window.addEventListener('load', () => {
    const page = frame.contentDocument;
    const answer = [];
    for (const fold of page.querySelectorAll('.evidence')) {
      const lines = fold.querySelector('.excerpt');
      const before = lines.checkVisibility();
      fold.querySelector('summary').click();
      const after = lines.checkVisibility() && lines.getBoundingClientRect().height > 10;
      answer.push(`${before}>${after}`);
    }
    document.body.innerText = 'answer[' + answer.join(' ') + ']';
  });
</script>";

#[test]
fn evidence_opens_on_a_click() {
    if !is_wanted() {
        return;
    }
    let folder = folder("comparison-evidence");
    let page = of_examples(&folder);
    let wrapper = folder.join("wrapper.html");
    let frame =
        format!("<iframe src='file://{}' style='width:1400px;height:900px'></iframe>", page.display());
    fs::write(&wrapper, format!("<!DOCTYPE html><body>{frame}{OPENS}")).unwrap();
    let arguments = [
        "--virtual-time-budget=5000".to_owned(),
        "--dump-dom".to_owned(),
        format!("file://{}", wrapper.display()),
    ];
    let shown = browse(&folder.join("profile"), &arguments);
    let answer = shown.split("answer[").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    let answers: Vec<&str> = answer.split(' ').collect();
    assert!(answers.len() > 3 && answers.iter().all(|one| *one == "false&gt;true"), "{answer}");
}

/// On paper stands every service with its reasons.
#[test]
fn a_comparison_prints_whole() {
    if !is_wanted() {
        return;
    }
    let folder = folder("comparison-paper");
    let page = of_examples(&folder);
    let pdf = page.with_extension("pdf");
    let arguments = [
        "--no-pdf-header-footer".to_owned(),
        format!("--print-to-pdf={}", pdf.display()),
        format!("file://{}", page.display()),
    ];
    browse(&folder.join("profile"), &arguments);
    let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().unwrap();
    let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let printed = letters(&String::from_utf8_lossy(&text.stdout));
    let tree = parsed(&fs::read_to_string(&page).unwrap());
    let wanted = |element: &&Element| {
        ["h1", "h2", "h3", "h4"].contains(&element.name.as_str()) || is_of(element, "help")
    };
    for element in elements(&tree).into_iter().filter(wanted) {
        // A line may end inside a sentence, and beside it stands what is in another column.
        let beginning: String = letters(&element.text(&|_| true)).chars().take(40).collect();
        assert!(printed.contains(&beginning), "`{beginning}` is not printed");
    }
}
