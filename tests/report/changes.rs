//! The report of changes in every form: all of them are said, and nothing of a document becomes markup.

use std::collections::{BTreeMap, BTreeSet};

use dicomply::compare::diff::diff_documents;
use dicomply::compare::{Diff, certain};
use dicomply::report::{Changes, Page, Version, changes_schema};
use dicomply::route::Route;
use dicomply::source::{Input, Reading, read};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use super::forms::{HOSTILE, closed};
use super::page::{
    ATTRIBUTES, ELEMENTS, STYLES, colors, contrast, elements, holds_policy, is_of, letters, parsed,
};
use crate::lint::documents_of_cases;

fn reading(path: &str, text: &str) -> Reading {
    let input = Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    read(vec![input], &BTreeMap::<String, Vec<u8>>::new())
}

/// What changed between two texts, told in a form; `None` where they cannot be compared.
fn told(
    old: &str,
    new: &str,
    write: impl Fn(&Changes<'_>, &mut Vec<u8>) -> std::io::Result<()>,
) -> Option<(Diff, String)> {
    let (old, new) = (reading("old/a|b.yaml", old), reading("new/<b>c.yaml", new));
    let (before, after) = (old.project.documents.first()?, new.project.documents.first()?);
    let diff = diff_documents(&before.content, &after.content)?;
    let versions = [(before, &old), (after, &new)]
        .map(|(document, reading)| Version { document, sources: &reading.sources });
    let mut bytes = Vec::new();
    write(&Changes::new(&diff, versions[0], versions[1]), &mut bytes).unwrap();
    Some((diff, String::from_utf8(bytes).unwrap()))
}

fn statement(name: &str, port: u16) -> String {
    let quoted = serde_json::to_string(name).unwrap();
    format!(
        "dicomply: 1\nkind: statement\nproduct: {{name: {quoted}, vendor: V, versions: {quoted}, overview: {quoted}}}\n\
         statement: {{version: {quoted}}}\n\
         application_entities:\n  {quoted}:\n    ae_title: {quoted}\n    port: {port}\n    activities:\n      {quoted}:\n        \
         description: {quoted}\n        accepts: [{{abstract_syntax: {quoted}, transfer_syntaxes: [{quoted}]}}]\n",
    )
}

/// Documents of the cases, each with the next one of its kind, and hostile ones with plain ones and with each other.
fn pairs() -> Vec<(String, String, String)> {
    let mut pairs = Vec::new();
    for kind in ["kind: statement", "kind: site", "kind: requirements"] {
        let some: Vec<_> = documents_of_cases().into_iter().filter(|(_, text)| text.contains(kind)).collect();
        let next = some.iter().skip(1).chain(some.first());
        let both = some.iter().zip(next).step_by(some.len() / 30 + 1);
        pairs.extend(both.map(|((name, old), (_, new))| (name.clone(), old.clone(), new.clone())));
    }
    for (number, text) in HOSTILE.iter().enumerate() {
        let (hostile, next) = (statement(text, 104), HOSTILE[(number + 1) % HOSTILE.len()]);
        pairs.push((format!("hostile {number}, new"), statement("plain", 104), hostile.clone()));
        pairs.push((format!("hostile {number}, gone"), hostile.clone(), statement("plain", 104)));
        pairs.push((format!("hostile {number}, port"), hostile.clone(), statement(text, 105)));
        pairs.push((format!("hostile {number}, next"), hostile, statement(next, 104)));
    }
    pairs
}

/// A form of what changed in every pair.
fn each(
    write: impl Fn(&Changes<'_>, &mut Vec<u8>) -> std::io::Result<()>,
    mut check: impl FnMut(&str, &str, &Diff),
) {
    let mut changes = 0;
    for (name, old, new) in pairs() {
        if let Some((diff, text)) = told(&old, &new, &write) {
            check(&name, &text, &diff);
            changes += diff.changes.len();
        }
    }
    assert!(changes > 200, "{changes}");
}

const HARMFUL: &str = "\u{202E}\u{2066}\u{200B}\u{FEFF}";

#[test]
fn text_fits_the_page_and_says_every_change() {
    for width in [40, 80, 120] {
        each(
            |changes, out| changes.write_text(Page { is_colored: false, width }, out),
            |name, text, diff| {
                let is_harmful = |c: char| c.is_control() && c != '\n' || HARMFUL.contains(c);
                assert!(!text.contains(is_harmful), "{name}: {text:?}");
                let (body, _) = text.trim_end().rsplit_once('\n').unwrap_or_default();
                for line in body.lines() {
                    // A word that is longer than a line has one of its own.
                    let is_one_word = line.trim().split(' ').count() == 1;
                    assert!(line.chars().count() <= width || is_one_word, "{name}: {line}");
                }
                let rules = diff.changes.iter().take(100).map(|change| change.rule.id);
                let said: Vec<&str> = text.split_whitespace().collect();
                for rule in rules {
                    assert!(said.contains(&rule), "{name}: {rule} is absent from\n{text}");
                }
            },
        );
    }
}

#[test]
fn json_of_changes_follows_its_schema() {
    let schema: Value = serde_json::from_str(&changes_schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    // What the schema does not name would not be noticed by whoever reads by it.
    let validator = jsonschema::validator_for(&closed(schema)).unwrap();
    each(
        |changes, out| changes.write_json(out),
        |name, text, diff| {
            let object: Value = serde_json::from_str(text).unwrap();
            let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
            let rows = object["changes"].as_array().unwrap();
            assert_eq!(rows.len(), diff.changes.len(), "{name}");
            let counted: u64 = ["breaking", "compatible", "editorial"]
                .map(|key| object["summary"][key].as_u64().unwrap())
                .iter()
                .sum();
            assert_eq!(counted, rows.len() as u64, "{name}");
            for row in rows {
                // What goes without saying stands nowhere; what is said has its place.
                for (place, value) in [("old", "before"), ("new", "after")] {
                    assert!(row[place].is_null() || !row[value].is_null(), "{name}: {row}");
                }
                let is_placed = !(row["old"].is_null() && row["new"].is_null());
                assert!(is_placed, "{name}: {row}");
            }
            let mut broken = object.clone();
            broken["summary"] = Value::from("x");
            assert!(!validator.is_valid(&broken));
        },
    );
}

/// Nothing that a document says becomes markup, and no item of a list ends early.
#[test]
fn markdown_of_changes_holds_what_documents_say() {
    each(
        |changes, out| changes.write_markdown(out),
        |name, text, _| {
            let lines = text.lines().filter(|line| line.trim_start().starts_with("- ")).count();
            let mut items = 0;
            for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
                match event {
                    Event::InlineHtml(tag) => {
                        let known = ["<code>", "</code>", "<del>", "</del>", "<ins>", "</ins>"];
                        assert!(known.contains(&&*tag), "{name}: {tag}\n{text}");
                    }
                    Event::Html(tag) => {
                        let is_ours = ["<details>", "</details>", "<summary>Editorial ("]
                            .iter()
                            .any(|ours| tag.starts_with(ours));
                        assert!(is_ours, "{name}: {tag}");
                    }
                    Event::Start(Tag::Item) => items += 1,
                    Event::Start(
                        Tag::Emphasis
                        | Tag::Strikethrough
                        | Tag::Link { .. }
                        | Tag::Image { .. }
                        | Tag::BlockQuote(_)
                        | Tag::CodeBlock(_)
                        | Tag::Table(_),
                    ) => panic!("{name}: a text became markup\n{text}"),
                    _ => {}
                }
            }
            assert_eq!(items, lines, "{name}\n{text}");
        },
    );
}

/// What is printed for the history can be pasted, and says what it says.
#[test]
fn the_row_of_the_history_is_read_back() {
    each(
        |changes, out| {
            changes.write_history_yaml(out)?;
            out.push(0);
            changes.write_history_json(out)
        },
        |name, text, _| {
            let (yaml, json) = text.split_once('\0').unwrap();
            let rows: Value = serde_json::from_str(json).unwrap();
            let Some(row) = rows.get(0) else { return };
            let document = format!(
                "dicomply: 1\nkind: statement\nproduct: {{name: P, vendor: V, versions: '1'}}\nstatement:\n  revisions:\n{yaml}"
            );
            let reading = reading("pasted.yaml", &document);
            let errors: Vec<_> = reading
                .findings
                .iter()
                .filter(|finding| finding.place.route() != Some(&Route::root()))
                .collect();
            assert!(errors.is_empty(), "{name}: {errors:?}\n{yaml}");
            let dicomply::model::Content::Statement(statement) = &reading.project.documents[0].content else {
                panic!("{name}: {yaml}")
            };
            let revision = &statement.statement.revisions[0];
            assert_eq!(revision.version.as_deref(), row["version"].as_str(), "{name}\n{yaml}");
            let description = serde_json::to_value(&revision.description).unwrap();
            let lines = |value: &Value| {
                value.as_str().unwrap().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(lines(&description), lines(&row["description"]), "{name}\n{yaml}");
        },
    );
}

#[test]
fn every_change_stands_once_on_the_page_and_nothing_becomes_markup() {
    each(
        |changes, out| {
            changes.write_json(out)?;
            out.push(0);
            changes.write_html(out)
        },
        |name, text, diff| {
            let (json, page) = text.split_once('\0').unwrap();
            let is_harmful = |c: char| c.is_control() && c != '\n' || HARMFUL.contains(c);
            assert!(!page.contains(is_harmful), "{name}: {:?}", page.find(is_harmful));
            let tree = parsed(page);
            let all = elements(&tree);
            let mut ids = BTreeSet::new();
            for element in &all {
                let is_known = |name: &str| ELEMENTS.contains(&name) || ["del", "ins"].contains(&name);
                assert!(is_known(&element.name), "{name}: <{}>", element.name);
                for (attribute, value) in &element.attributes {
                    let is_known = ATTRIBUTES.contains(&attribute.as_str())
                        || ["data-impact", "data-about"].contains(&attribute.as_str());
                    assert!(is_known, "{name}: <{} {attribute}>", element.name);
                    assert!(
                        attribute != "id" || ids.insert(value.as_str()),
                        "{name}: `{value}` is there twice"
                    );
                }
            }
            for link in all.iter().map(|element| element.attribute("href")).filter(|link| !link.is_empty()) {
                let is_here = link.strip_prefix('#').is_some_and(|id| ids.contains(id));
                assert!(is_here || link.starts_with("https://"), "{name}: {link}");
            }
            let json: Value = serde_json::from_str(json).unwrap();
            let mut wanted: Vec<String> = json["changes"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| {
                    let said = |key: &str| letters(row[key].as_str().unwrap_or_default());
                    let places =
                        ["old", "new"].map(|side| format!("{}:{}", row[side]["line"], row[side]["column"]));
                    format!(
                        "{} {} {}",
                        said("message"),
                        row["rule"].as_str().unwrap(),
                        places.join(" ").replace("null:null", "")
                    )
                })
                .collect();
            let mut found: Vec<String> =
                all.iter().filter(|element| is_of(element, "change")).map(|change| shown(change)).collect();
            wanted.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, wanted, "{name}");
            assert_eq!(found.len(), diff.changes.len());
        },
    );
}

/// What a change on the page says: its message, its rule, its places.
fn shown(change: &crate::formats::element::Element) -> String {
    let inside = elements(change);
    let of = |class: &str| inside.iter().find(|element| is_of(element, class)).unwrap().text(&|_| true);
    let spots = ["old", "new"].map(|side| {
        let side = inside.iter().find(|element| is_of(element, side)).unwrap();
        let spot = elements(side).into_iter().find(|element| is_of(element, "spot"));
        let text = spot.map(|spot| spot.text(&|_| true)).unwrap_or_default();
        let numbers: Vec<&str> = text.trim().rsplitn(3, ':').take(2).collect();
        numbers.into_iter().rev().collect::<Vec<_>>().join(":")
    });
    format!("{} {} {}", letters(&of("what")), change.attribute("data-rule"), spots.join(" "))
}

#[test]
fn the_policy_names_the_style_and_the_script_of_the_page_of_changes() {
    let (_, page) =
        told(&statement("a", 1), &statement("b", 2), |changes, out| changes.write_html(out)).unwrap();
    holds_policy(&page, "src/report/changes/html/policy.txt");
}

/// WCAG AA: 4.5 for text.
#[test]
fn words_that_changed_have_contrast_in_the_light_and_in_the_dark() {
    let styles = [STYLES, &["src/report/changes/html/style.css"]].concat();
    for (mode, colors) in ["light", "dark"].into_iter().zip(colors(&styles)) {
        for ground in ["gone", "come"] {
            let found = contrast(colors["text"], colors[ground]);
            assert!(found >= 4.5, "{mode}: text on {ground} has {found:.2}");
        }
    }
}

/// What could not be read in one version is in doubt, and with an element of a list the whole list.
#[test]
fn changes_of_what_could_not_be_read_are_in_doubt() {
    let (diff, _) = told(&statement("a", 104), &statement("a", 105), |_, _| Ok(())).unwrap();
    let all = diff.changes.len();
    assert!(all > 0);
    let port = Route::root().key("application_entities").key("a").key("port");
    let elsewhere = port.clone().key("below");
    let kept = |old: &[Route], new: &[Route]| {
        let certain = certain(diff.clone(), old, new);
        assert_eq!(certain.diff.changes.len() + certain.doubtful, all);
        certain.diff.changes.len()
    };
    assert_eq!(kept(&[], &[]), all);
    assert_eq!(kept(&[elsewhere], &[]), all);
    assert!(kept(std::slice::from_ref(&port), &[]) < all && kept(&[], &[port]) < all);
    let above = Route::root().index(0).key("x");
    assert_eq!(kept(&[above], &[]), 0, "what is in doubt is the list that holds it, here the document");
}
