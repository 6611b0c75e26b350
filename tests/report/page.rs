//! The HTML page of a report: everything is said once, and nothing of a document becomes markup.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use dicomply::finding::{FileId, Finding, Place, Severity};
use dicomply::report::Report;
use dicomply::source::{Input, read};
use serde_json::Value;

use super::forms::each;
use super::sha256::digest;
use crate::bless::{Drift, root};
use crate::formats::element::Element;

/// What the page is made of.
pub(crate) const ELEMENTS: &[&str] = &[
    "",
    "!DOCTYPE",
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "script",
    "a",
    "abbr",
    "b",
    "bdi",
    "blockquote",
    "br",
    "button",
    "code",
    "details",
    "div",
    "em",
    "fieldset",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "input",
    "label",
    "legend",
    "li",
    "main",
    "mark",
    "ol",
    "option",
    "output",
    "p",
    "pre",
    "section",
    "select",
    "span",
    "strong",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "wbr",
];

/// The attributes of these elements.
pub(crate) const ATTRIBUTES: &[&str] = &[
    "aria-labelledby",
    "autocomplete",
    "charset",
    "checked",
    "class",
    "content",
    "data-file",
    "data-line",
    "data-name",
    "data-order",
    "data-page",
    "data-rule",
    "data-severity",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "open",
    "rel",
    "scope",
    "spellcheck",
    "tabindex",
    "type",
    "value",
];

/// A page without what is ours and no HTML: its style and its script, of which there is one each.
pub(crate) fn parsed(page: &str) -> Element {
    assert_eq!((page.matches("<style").count(), page.matches("</style").count()), (1, 1));
    assert_eq!((page.matches("<script").count(), page.matches("</script").count()), (1, 1));
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (middle, rest) = rest.split_once("<script>").unwrap();
    let (_, after) = rest.split_once("</script>").unwrap();
    Element::read(&format!("{before}{middle}{after}"))
}

/// All elements, in the order of the page.
pub(crate) fn elements(root: &Element) -> Vec<&Element> {
    let mut all = vec![root];
    for child in root.children() {
        all.extend(elements(child));
    }
    all
}

pub(crate) fn is_of(element: &Element, class: &str) -> bool {
    element.attribute("class").split(' ').any(|one| one == class)
}

pub(super) fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[test]
fn every_finding_stands_once_and_nothing_becomes_markup() {
    each(
        |report, out| {
            report.write_json(out)?;
            out.push(0);
            report.write_html(out)
        },
        |name, text, _| {
            let (json, page) = text.split_once('\0').unwrap();
            let is_harmful =
                |c: char| c.is_control() && c != '\n' || "\u{202E}\u{2066}\u{200B}\u{FEFF}".contains(c);
            assert!(!page.contains(is_harmful), "{name}: {:?}", page.find(is_harmful));
            let tree = parsed(page);
            let all = elements(&tree);
            let mut ids = BTreeSet::new();
            for element in &all {
                assert!(ELEMENTS.contains(&element.name.as_str()), "{name}: <{}>", element.name);
                for (attribute, value) in &element.attributes {
                    assert!(
                        ATTRIBUTES.contains(&attribute.as_str()),
                        "{name}: <{} {attribute}>",
                        element.name
                    );
                    let is_new = attribute != "id" || ids.insert(value.as_str());
                    assert!(is_new, "{name}: `{value}` is there twice");
                }
            }
            for link in all.iter().map(|element| element.attribute("href")).filter(|link| !link.is_empty()) {
                let is_here = link.strip_prefix('#').is_some_and(|id| ids.contains(id));
                assert!(is_here || link.starts_with("https://"), "{name}: {link}");
            }
            let json: Value = serde_json::from_str(json).unwrap();
            let rows =
                ["findings", "allowed", "known"].map(|key| json[key].as_array().unwrap().clone()).concat();
            let found: BTreeMap<&str, &Element> = all
                .iter()
                .filter(|element| is_of(element, "finding"))
                .map(|element| (element.attribute("id"), *element))
                .collect();
            let count = all.iter().filter(|element| is_of(element, "finding")).count();
            assert_eq!((count, found.len()), (rows.len(), rows.len()), "{name}");
            for row in &rows {
                says(name, row, &found);
            }
        },
    );
}

/// The finding of a row of the JSON is on the page, with everything that the row says.
fn says(name: &str, row: &Value, found: &BTreeMap<&str, &Element>) {
    let said = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let element = found[format!("f-{}", said("fingerprint")).as_str()];
    assert_eq!(element.attribute("data-rule"), said("rule"), "{name}");
    assert_eq!(element.attribute("data-severity"), said("severity"), "{name}");
    assert_eq!(element.attribute("data-file"), said("file"), "{name}");
    let text = letters(&element.text(&|_| true));
    for key in ["message", "help", "reason", "route"] {
        let wanted: String = said(key).chars().take(2_000).collect();
        assert!(text.contains(&letters(&wanted)), "{name}: {key} {wanted:?} is absent from {text}");
    }
    assert!(
        element.text(&|_| true).contains(format!(":{}:{} ", row["line"], row["column"]).trim_end()),
        "{name}"
    );
    for related in row["related"].as_array().unwrap().iter().take(20) {
        assert!(text.contains(&letters(related["message"].as_str().unwrap())), "{name}: {related}");
    }
}

/// The report of findings of two rules in one large file.
fn large(count: usize) -> String {
    let text = "key: value # as long as lines are\n".repeat(count);
    let findings: Vec<_> = (0..count)
        .map(|line| {
            let place = Place::Bytes { file: FileId(0), start: line * 34, end: line * 34 + 3 };
            let rule = if line % 10 == 0 { "self-link" } else { "unknown-key" };
            Finding::new(rule, Severity::Error, place, "there is no key `key` here")
        })
        .collect();
    let input = Input { path: "input.yaml".to_owned(), bytes: text.into_bytes() };
    let reading = read(vec![input], &|_: &str| None);
    let mut page = Vec::new();
    Report::new(&findings, &reading.project, &reading.sources).write_html(&mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn ten_thousand_findings_fit_on_a_page() {
    let page = large(10_000);
    assert!(page.len() < 8_000_000, "{} bytes", page.len());
    assert_eq!(page.matches("<li class=\"finding\"").count(), 10_000);
    assert_eq!(page.matches("<pre class=\"excerpt\"").count(), 2_000);
    assert!(page.contains("Lines of the files are shown for the first 1000 findings of each rule."));
    assert!(!page.contains("data-name=\"self-link\" open"), "so many stand in closed folds");
}

#[test]
fn the_policy_names_the_style_and_the_script_of_the_page() {
    holds_policy(&large(1), "src/report/html/policy.txt");
}

/// The policy of a page names its style and its script, and stands before what it holds for.
pub(crate) fn holds_policy(page: &str, file: &str) {
    let inside = |name: &str| {
        let (_, rest) = page.split_once(&format!("<{name}>")).unwrap();
        rest.split_once(&format!("</{name}>")).unwrap().0.replace("\r\n", "\n")
    };
    let (style, script) = (digest(&inside("style")), digest(&inside("script")));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'\n"
    );
    let mut drift = Drift::default();
    drift.hold(file, &policy);
    drift.settle();
    assert_eq!(page.matches("Content-Security-Policy").count(), 1);
    assert!(
        page.find("Content-Security-Policy") < page.find("<style>"),
        "what stands before it is not held to it"
    );
}

/// The styles of the page.
pub(crate) const STYLES: &[&str] = &["src/render/html/tokens.css", "src/report/html/style.css"];

/// The custom properties of some styles, in the light and in the dark.
pub(crate) fn colors(files: &[&str]) -> [BTreeMap<String, [f64; 3]>; 2] {
    let mut light = BTreeMap::new();
    let mut dark = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(root().join(file)).unwrap();
        let mut is_dark = false;
        for line in text.lines() {
            is_dark = line.starts_with("@media") && line.contains("dark") || is_dark && line != "}";
            for entry in line.split(['{', ';']).filter_map(|entry| entry.trim().strip_prefix("--")) {
                let Some((name, value)) = entry.split_once(": #") else { continue };
                let channel =
                    |at: usize| f64::from(u8::from_str_radix(&value[at..at + 2], 16).unwrap()) / 255.0;
                let color = [channel(0), channel(2), channel(4)];
                if !is_dark {
                    light.insert(name.to_owned(), color);
                }
                dark.insert(name.to_owned(), color);
            }
        }
    }
    [light, dark]
}

pub(crate) fn contrast(left: [f64; 3], right: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    let luminance =
        |[red, green, blue]: [f64; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (left, right) = (luminance(left), luminance(right));
    (left.max(right) + 0.05) / (left.min(right) + 0.05)
}

/// WCAG AA: 4.5 for text, 3 for the edges of what is operated.
#[test]
fn colors_have_contrast_in_the_light_and_in_the_dark() {
    for (mode, colors) in ["light", "dark"].into_iter().zip(colors(STYLES)) {
        let pairs = ["text", "quiet", "link", "error", "warning", "info"]
            .into_iter()
            .flat_map(|text| [(text, "page", 4.5), (text, "tint", 4.5)])
            .chain([
                ("text", "own", 4.5),
                ("text", "other", 4.5),
                ("edge", "page", 3.0),
                ("edge", "tint", 3.0),
            ]);
        for (text, ground, least) in pairs {
            let found = contrast(colors[text], colors[ground]);
            assert!(found >= least, "{mode}: {text} on {ground} has {found:.2}");
        }
    }
}
