//! The page of changes in a browser: nothing of a document runs, it fits, the filters do what their address says, and
//! it prints whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::report::{HOSTILE, holds, opened};
use super::{browse, complaints, folder, is_wanted};
use crate::formats::element::Element;
use crate::report::page::{elements, is_of, parsed};

/// What changed from a plain statement to the hostile one, and from one example to a later version of it.
fn pages(folder: &Path) -> [PathBuf; 2] {
    let example = fs::read_to_string(crate::bless::root().join("examples/enterprise_archive.yaml")).unwrap();
    let later = example
        .replacen("port: ", "port: 1", 2)
        .replacen("Explicit VR Little Endian, ", "", 1)
        .replacen("The ", "The new and improved ", 3)
        .replacen("as SCP in", "as SCU in", 1);
    assert_ne!(example, later);
    for (name, text) in [
        (
            "old <b>.yaml",
            HOSTILE
                .replace("onerror", "onload")
                .replace("<b>", "<i>")
                .replace("onmouseover", "onclick")
                .replace("2026-11-20", "2026-11-19"),
        ),
        ("it's <b>new.yaml", HOSTILE.to_owned()),
        ("old.yaml", example),
        ("new.yaml", later),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    for (old, new, page) in
        [("old <b>.yaml", "it's <b>new.yaml", "hostile.html"), ("old.yaml", "new.yaml", "example.html")]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dicomply"));
        let output =
            command.current_dir(folder).args(["diff", old, new, "--format", &format!("html={page}")]);
        output.output().unwrap();
        assert!(folder.join(page).exists(), "{page}");
    }
    ["hostile.html", "example.html"].map(|page| folder.join(page))
}

/// The changes that can be seen, as their numbers, impacts, rules and what they are about.
fn visible(tree: &Element) -> Vec<[&str; 4]> {
    let is_visible = |element: &&Element| !element.attributes.contains_key("hidden");
    let groups = elements(tree).into_iter().filter(|element| is_of(element, "group")).filter(is_visible);
    let subjects = groups.flat_map(elements).filter(|element| is_of(element, "subject")).filter(is_visible);
    let inside = subjects.flat_map(elements).filter(|element| is_of(element, "change")).filter(is_visible);
    inside
        .map(|one| ["id", "data-impact", "data-rule", "data-about"].map(|name| one.attribute(name)))
        .collect()
}

#[test]
fn nothing_of_a_document_runs_in_changes_and_pages_fit() {
    if !is_wanted() {
        return;
    }
    let folder = folder("changes");
    for page in pages(&folder) {
        let (shown, said) = opened(&page, "", &folder);
        assert!(said.is_empty(), "{said:?}");
        let tree = parsed(&shown);
        assert!(!tree.find("title").unwrap().text(&|_| true).contains("it ran"));
        let filters =
            elements(&tree).into_iter().find(|element| element.attribute("id") == "filters").unwrap();
        assert!(!filters.attributes.contains_key("hidden"), "our own script did not run");
        assert!(visible(&tree).len() > 3, "{}", page.display());
        for width in [1400, 400] {
            assert_eq!(complaints(&page, width, &folder), "", "{} at {width} px", page.display());
        }
        holds(&page, &folder);
    }
}

#[test]
fn filters_of_changes_show_what_their_address_says() {
    if !is_wanted() {
        return;
    }
    let folder = folder("changes-filters");
    let [_, page] = pages(&folder);
    let (whole, _) = opened(&page, "", &folder);
    let whole = parsed(&whole);
    let all = visible(&whole);
    let [_, impact, rule, about] = all[0];
    let encoded = |text: &str| text.replace('%', "%25").replace('&', "%26").replace(' ', "+");
    let views = [
        (format!("#impact={impact}"), 1, impact),
        (format!("#rule={rule}"), 2, rule),
        (format!("#about={}", encoded(about)), 3, about),
    ];
    let mut narrowed = 0;
    for (fragment, column, value) in views {
        let (shown, said) = opened(&page, &fragment, &folder);
        assert!(said.is_empty(), "{fragment}: {said:?}");
        let tree = parsed(&shown);
        let expected: Vec<_> = all.iter().filter(|change| change[column] == value).copied().collect();
        assert_eq!(visible(&tree), expected, "{fragment}");
        narrowed += usize::from(expected.len() < all.len());
        let outcome = tree.find("output").unwrap().text(&|_| true);
        let is_told = outcome.starts_with(&format!("{} of {} change", expected.len(), all.len()));
        assert!(is_told || expected.len() == all.len(), "{outcome}");
    }
    assert!(narrowed > 0, "no view narrows anything");
    let (shown, _) = opened(&page, "#q=nothing+says+this", &folder);
    let tree = parsed(&shown);
    assert!(visible(&tree).is_empty());
    let nothing = elements(&tree).into_iter().find(|element| is_of(element, "nothing")).unwrap();
    assert!(!nothing.attributes.contains_key("hidden"));
}

#[test]
fn changes_print_whole() {
    if !is_wanted() {
        return;
    }
    let folder = folder("changes-paper");
    let [_, page] = pages(&folder);
    let pdf = page.with_extension("pdf");
    let arguments = [
        "--no-pdf-header-footer".to_owned(),
        format!("--print-to-pdf={}", pdf.display()),
        format!("file://{}", page.display()),
    ];
    browse(&folder.join("profile"), &arguments);
    let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    let printed: String = text.split_whitespace().collect();
    let tree = parsed(&fs::read_to_string(&page).unwrap());
    let messages = elements(&tree).into_iter().filter(|element| is_of(element, "what"));
    let mut count = 0;
    for message in messages {
        let wanted: String = message.text(&|_| true).split_whitespace().take(4).collect();
        assert!(printed.contains(&wanted), "`{wanted}` is not printed");
        count += 1;
    }
    assert!(count > 3 && !printed.contains("Showall"), "{count}");
}
