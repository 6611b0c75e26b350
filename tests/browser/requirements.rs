//! The page of requirements and a product in a browser: it opens and fits, filters do what their address says, nothing of a
//! document runs.

use std::fs;
use std::path::{Path, PathBuf};

use super::comparison::{View, fits, narrow, page, title_of_harmless};
use super::{folder, is_wanted};
use crate::bless::root;
use crate::formats::element::Element;

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
    fits(&of_examples(&folder), &folder);
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
    let title = title_of_harmless(&page, &folder);
    assert!(title.contains("<script>") && title != "it ran", "{title}");
}

#[test]
fn filters_of_requirements_show_what_their_address_says() {
    if !is_wanted() {
        return;
    }
    let folder = folder("requirements-filters");
    let is_problem = |item: &Element| !["works", "not_claimed"].contains(&item.attribute("data-verdict"));
    let is_named = |item: &Element| {
        let text = item.text(&|_| true).to_lowercase();
        text.contains("storage") && text.contains("commitment")
    };
    let views: [View; 3] = [
        ("#show=problems", is_problem),
        ("#workflow=may", |item| item.attribute("data-workflow") == "may"),
        ("#q=storage+COMMITMENT", is_named),
    ];
    narrow(&of_examples(&folder), &folder, &views);
}
