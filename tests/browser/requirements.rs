//! The page of requirements and a product in a browser: it opens and fits, filters do what their address says, nothing of a
//! document runs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::comparison::{page, visible};
use super::report::{holds, opened};
use super::{complaints, folder, is_wanted};
use crate::bless::root;
use crate::formats::element::Element;
use crate::report::page::{elements, is_of, parsed};

/// Requirements whose names would run, if a browser were let.
const HOSTILE: &str = r#"
dicomply: 1
kind: requirements
name: "<script>document.title = 'it ran'</script>"
summary: "<img src=x onerror=\"document.title = 'it ran'\">"
application_entities:
  "</style></script><svg onload=\"document.title = 'it ran'\">":
    activities:
      "--><b>a_name_that_is_long_enough_to_run_out_of_every_narrow_screen_there_is_on_earth_and_on_every_desk":
        initiates: ["CT Image Storage as SCU in ImplicitVRLittleEndian", "1.2.840.10008.5.1.4.1.1.4 as SCU in JPEGBaseline8Bit"]
        accepts: ["Verification as SCP in ImplicitVRLittleEndian"]
"#;

fn of_examples(folder: &Path) -> PathBuf {
    let examples = root().join("examples");
    page(
        &examples.join("requirements/acquisition_modality.yaml"),
        &examples.join("integrated_modality.yaml"),
        folder,
    )
}

#[test]
fn requirements_fit_wide_and_narrow_screens() {
    if !is_wanted() {
        return;
    }
    let folder = folder("requirements-screens");
    let page = of_examples(&folder);
    // With every piece of evidence open.
    let text = fs::read_to_string(&page).unwrap();
    assert!(text.contains("<details class=\"evidence\">"));
    fs::write(&page, text.replace("<details class=\"evidence\">", "<details class=\"evidence\" open>"))
        .unwrap();
    for width in [1400, 700, 400] {
        assert_eq!(complaints(&page, width, &folder), "", "at {width} px");
    }
}

#[test]
fn nothing_of_requirements_runs_on_their_page() {
    if !is_wanted() {
        return;
    }
    let folder = folder("requirements");
    let hostile = folder.join("it's <b>hostile.yaml");
    fs::write(&hostile, HOSTILE).unwrap();
    let page = page(&hostile, &root().join("examples/sonicdicom.yaml"), &folder);
    let (shown, said) = opened(&page, "", &folder);
    assert!(said.is_empty(), "{said:?}");
    let tree = parsed(&shown);
    let title = tree.find("title").unwrap().text(&|_| true);
    assert!(title.contains("<script>") && title != "it ran", "{title}");
    let filters = elements(&tree).into_iter().find(|element| element.attribute("id") == "filters").unwrap();
    assert!(!filters.attributes.contains_key("hidden"), "our own script did not run");
    for width in [1400, 400] {
        assert_eq!(complaints(&page, width, &folder), "", "at {width} px");
    }
    holds(&page, &folder);
}

/// What the address says, and whether an item passes.
type View = (&'static str, fn(&Element) -> bool);

#[test]
fn filters_of_requirements_show_what_their_address_says() {
    if !is_wanted() {
        return;
    }
    let folder = folder("requirements-filters");
    let page = of_examples(&folder);
    let (whole, _) = opened(&page, "", &folder);
    let whole = parsed(&whole);
    let items: Vec<&Element> =
        elements(&whole).into_iter().filter(|element| is_of(element, "item")).collect();
    let all = visible(&whole);
    assert_eq!(all.len(), items.len(), "everything is shown at first");
    let is_problem: fn(&Element) -> bool =
        |item| !["works", "not_claimed"].contains(&item.attribute("data-verdict"));
    let views: [View; 3] = [
        ("#show=problems", is_problem),
        ("#workflow=may", |item| item.attribute("data-workflow") == "may"),
        ("#q=storage+COMMITMENT", |item| {
            let text = item.text(&|_| true).to_lowercase();
            text.contains("storage") && text.contains("commitment")
        }),
    ];
    for (fragment, wanted) in views {
        let (shown, said) = opened(&page, fragment, &folder);
        assert!(said.is_empty(), "{fragment}: {said:?}");
        let expected: BTreeSet<&str> =
            items.iter().filter(|item| wanted(item)).map(|item| item.attribute("id")).collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{fragment} does not narrow");
        assert_eq!(visible(&parsed(&shown)), expected, "{fragment}");
    }
}
