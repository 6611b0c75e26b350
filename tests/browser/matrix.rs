//! The page of a matrix in a browser: nothing of a document runs, it fits, filters do what their address says, and a cell
//! leads to its pair.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::report::{HOSTILE, opened};
use super::{complaints, folder, is_wanted};
use crate::bless::root;
use crate::formats::element::Element;
use crate::report::page::{elements, is_of, parsed};

/// A small fleet with names that would run, and a large one.
fn pages(folder: &Path) -> [PathBuf; 2] {
    let hostile =
        HOSTILE.lines().filter(|line| !line.contains("a_key_that") && !line.contains("\"<b onclick"));
    let hostile = hostile.collect::<Vec<_>>().join("\n");
    let hostile = hostile.split("application_entities:").next().unwrap().to_owned()
        + "application_entities:\n  A:\n    activities:\n      B: {initiates: [Verification as SCU in Implicit VR Little Endian, '9.8.7 as SCU in Implicit VR Little Endian']}\n";
    let fleets = folder.join("small");
    fs::create_dir_all(&fleets).unwrap();
    fs::write(fleets.join("it's <b>hostile.yaml"), hostile).unwrap();
    for name in ["integrated_modality", "sonicdicom", "minimal", "enterprise_archive"] {
        fs::copy(root().join(format!("examples/{name}.yaml")), fleets.join(format!("{name}.yaml"))).unwrap();
    }
    let large = folder.join("large");
    fs::create_dir_all(&large).unwrap();
    for (number, name) in ["sonicdicom", "minimal", "dicomweb_facade"].iter().cycle().take(60).enumerate() {
        fs::copy(root().join(format!("examples/{name}.yaml")), large.join(format!("{number:02}.yaml")))
            .unwrap();
    }
    for fleet in ["small", "large"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dicomply"));
        let arguments = ["matrix", fleet, "--keep-going", "--fail-on", "never", "--format"];
        let command = command.current_dir(folder).args(arguments).arg(format!("html={fleet}.html"));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    ["small", "large"].map(|fleet| folder.join(format!("{fleet}.html")))
}

/// The pairs that can be seen: their ids and verdicts.
fn visible(tree: &Element) -> Vec<(&str, &str)> {
    let pairs = elements(tree).into_iter().filter(|element| is_of(element, "pair"));
    let visible = pairs.filter(|element| !element.attributes.contains_key("hidden"));
    visible.map(|pair| (pair.attribute("id"), pair.attribute("data-verdict"))).collect()
}

#[test]
fn nothing_of_a_document_runs_in_a_matrix_and_pages_fit() {
    if !is_wanted() {
        return;
    }
    let folder = folder("matrix");
    for page in pages(&folder) {
        let (shown, said) = opened(&page, "", &folder);
        assert!(said.is_empty(), "{said:?}");
        let tree = parsed(&shown);
        assert!(!tree.find("title").unwrap().text(&|_| true).contains("it ran"));
        let filters =
            elements(&tree).into_iter().find(|element| element.attribute("id") == "filters").unwrap();
        assert!(!filters.attributes.contains_key("hidden"), "our own script did not run");
        assert!(visible(&tree).len() >= 6, "{}", page.display());
        for width in [1400, 400] {
            assert_eq!(complaints(&page, width, &folder), "", "{} at {width} px", page.display());
        }
    }
}

#[test]
fn filters_of_a_matrix_show_what_their_address_says_and_cells_lead_to_pairs() {
    if !is_wanted() {
        return;
    }
    let folder = folder("matrix-filters");
    let [page, _] = pages(&folder);
    let (whole, _) = opened(&page, "", &folder);
    let whole = parsed(&whole);
    let all = visible(&whole);
    let (shown, said) = opened(&page, "#product=2", &folder);
    assert!(said.is_empty(), "{said:?}");
    let tree = parsed(&shown);
    let of_product = |id: &str| id[1..].split('-').any(|number| number == "2");
    let expected: Vec<_> = all.iter().copied().filter(|(id, _)| of_product(id)).collect();
    assert_eq!(visible(&tree), expected);
    assert!(expected.len() < all.len());
    let (shown, _) = opened(&page, "#show=problems", &folder);
    let tree = parsed(&shown);
    let problems: Vec<_> =
        all.iter().copied().filter(|(_, verdict)| !["works", "not_claimed"].contains(verdict)).collect();
    assert_eq!(visible(&tree), problems);
    let (shown, _) = opened(&page, &format!("#{}", all[0].0), &folder);
    let tree = parsed(&shown);
    let pair = elements(&tree).into_iter().find(|element| element.attribute("id") == all[0].0).unwrap();
    assert!(pair.attributes.contains_key("open"), "the pair that is led to is open");
}
