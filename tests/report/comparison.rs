//! A comparison in every form: all of it is said, and nothing of a document becomes markup.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use dicomply::compare::{Compared, Comparison, Selection, compare};
use dicomply::model::Content;
use dicomply::pairing::Verdict;
use dicomply::report::{Page, ReadStatement, SideBySide, comparison_schema};
use dicomply::source::{Input, Reading, read};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use super::forms::{HOSTILE, closed};
use super::page::{
    ATTRIBUTES, ELEMENTS, STYLES, colors, contrast, elements, holds_policy, is_of, letters, parsed,
};
use crate::bless::root;
use crate::lint::documents_of_cases;

pub(super) const HARMFUL: &str = "\u{202E}\u{2066}\u{200B}\u{FEFF}";

pub(super) fn reading(path: &str, text: &str) -> Reading {
    let input = Input { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
    read(vec![input], &BTreeMap::<String, Vec<u8>>::new())
}

/// The comparison of two statements in a form; `None` where one of the texts is none.
fn told(
    one: &str,
    other: &str,
    write: impl Fn(&SideBySide<'_>, &mut Vec<u8>) -> std::io::Result<()>,
) -> Option<(Comparison, String)> {
    let readings = [reading("one/a|b.yaml", one), reading("other/<b>c.yaml", other)];
    let statement = |reading: &Reading| match &reading.project.documents.first()?.content {
        Content::Statement(statement) => Some(statement.clone()),
        _ => None,
    };
    let statements = [statement(&readings[0])?, statement(&readings[1])?];
    let compared = [0, 1].map(|side: usize| Compared {
        document: readings[side].project.documents[0].id,
        statement: &statements[side],
    });
    let comparison = compare(compared, &Selection::default());
    let read = readings.each_ref().map(|reading| ReadStatement {
        document: &reading.project.documents[0],
        sources: &reading.sources,
        errors: reading.findings.len(),
    });
    let mut bytes = Vec::new();
    write(&SideBySide::new(&comparison, read), &mut bytes).unwrap();
    Some((comparison, String::from_utf8(bytes).unwrap()))
}

/// A statement that says the same text wherever it can, and that does or asks for what its class says.
pub(super) fn statement(text: &str, claims: &str) -> String {
    let quoted = serde_json::to_string(text).unwrap();
    format!(
        "dicomply: 1\nkind: statement\nproduct: {{name: {quoted}, vendor: {quoted}, versions: {quoted}}}\n\
         statement: {{version: {quoted}}}\napplication_entities:\n  {quoted}:\n    ae_title: {quoted}\n    activities:\n      \
         {quoted}:\n        {claims}\n",
    )
}

fn pairs() -> Vec<(String, String, String)> {
    let mut pairs = Vec::new();
    let cases: Vec<_> =
        documents_of_cases().into_iter().filter(|(_, text)| text.contains("kind: statement")).collect();
    let next = cases.iter().skip(1).chain(cases.first());
    let both = cases.iter().zip(next).step_by(cases.len() / 60 + 1);
    pairs.extend(both.map(|((name, one), (_, other))| (name.clone(), one.clone(), other.clone())));
    for text in HOSTILE {
        let quoted = serde_json::to_string(text).unwrap();
        let asks = format!(
            "initiates: [{{abstract_syntax: {quoted}, transfer_syntaxes: [{quoted}], role: SCU}}, CT Image Storage as SCU in ImplicitVRLittleEndian]"
        );
        let does = format!(
            "accepts: [{{abstract_syntax: {quoted}, transfer_syntaxes: [{quoted}], role: SCP}}, MR Image Storage as SCP in ImplicitVRLittleEndian]"
        );
        pairs.push((format!("hostile {text:?}"), statement(text, &asks), statement(text, &does)));
        pairs.push((
            format!("hostile {text:?} and plain"),
            statement(text, &does),
            statement("plain", &asks),
        ));
    }
    let example = |name: &str| fs::read_to_string(root().join("examples").join(name)).unwrap();
    let (modality, archive) = (example("integrated_modality.yaml"), example("sonicdicom.yaml"));
    pairs.push(("itself".to_owned(), archive.clone(), archive.clone()));
    pairs.push(("examples".to_owned(), modality, archive.clone()));
    pairs.push(("archives".to_owned(), example("enterprise_archive.yaml"), archive));
    pairs
}

/// A form of the comparison of every pair.
fn each(
    write: impl Fn(&SideBySide<'_>, &mut Vec<u8>) -> std::io::Result<()>,
    mut check: impl FnMut(&str, &str, &Comparison),
) {
    let mut services = 0;
    for (name, one, other) in pairs() {
        if let Some((comparison, text)) = told(&one, &other, &write) {
            check(&name, &text, &comparison);
            services += comparison.services.len();
        }
    }
    assert!(services > 100, "{services}");
}

/// The messages of what somebody asks for.
fn messages(comparison: &Comparison) -> impl Iterator<Item = &str> {
    let ways = comparison.services.iter().flat_map(|service| &service.ways);
    let steps = ways.filter(|way| way.verdict != Verdict::NotClaimed).flat_map(|way| &way.steps);
    steps.flat_map(|step| &step.reasons).map(|reason| reason.message.as_str())
}

#[test]
fn text_fits_the_page_and_says_every_service() {
    for (width, is_verbose) in [(40, false), (80, true), (120, false)] {
        each(
            |view, out| view.write_text(Page { is_colored: false, width }, is_verbose, out),
            |name, text, comparison| {
                let is_harmful = |c: char| c.is_control() && c != '\n' || HARMFUL.contains(c);
                assert!(!text.contains(is_harmful), "{name}: {text:?}");
                let (body, _) = text.trim_end().rsplit_once('\n').unwrap_or_default();
                for line in body.lines() {
                    // A word that is longer than a line has one of its own.
                    let is_one_word =
                        line.trim_start_matches([' ', 'A', 'B', '-', '→', '✕', '◐', '✓', '?', '·']);
                    let is_one_word = !is_one_word.trim().contains(' ');
                    assert!(line.chars().count() <= width || is_one_word, "{name}: {line}");
                }
                let all = letters(text);
                for service in &comparison.services {
                    for way in service.ways.iter().filter(|way| way.verdict != Verdict::NotClaimed) {
                        let said = format!("{}: {}", service.name, way.verdict.as_str());
                        assert!(all.contains(&letters(&said)), "{name}: {said} is absent from\n{text}");
                    }
                }
                for message in messages(comparison).filter(|_| is_verbose) {
                    assert!(all.contains(&letters(message)), "{name}: {message} is absent from\n{text}");
                }
            },
        );
    }
}

#[test]
fn json_of_a_comparison_follows_its_schema() {
    let schema: Value = serde_json::from_str(&comparison_schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    // What the schema does not name would not be noticed by whoever reads by it.
    let validator = jsonschema::validator_for(&closed(schema)).unwrap();
    let mut places = 0;
    each(
        |view, out| view.write_json(out),
        |name, text, comparison| {
            let object: Value = serde_json::from_str(text).unwrap();
            let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
            let services = object["services"].as_array().unwrap();
            assert_eq!(services.len(), comparison.services.len(), "{name}");
            let counted: u64 =
                object["summary"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
            let ways = services.iter().map(|service| match service["verdict"].as_str() {
                Some("one_way") => 1,
                _ => service["ways"].as_array().unwrap().len() as u64,
            });
            assert_eq!(counted, ways.sum::<u64>(), "{name}");
            for context in object["contexts"].as_array().unwrap() {
                for offer in context["offers"].as_array().unwrap().iter().filter(|offer| !offer.is_null()) {
                    assert!(offer["place"]["line"].is_u64(), "{name}: {offer} stands nowhere");
                    places += 1;
                }
            }
            let mut broken = object.clone();
            broken["verdict"] = Value::from("maybe");
            assert!(!validator.is_valid(&broken));
        },
    );
    assert!(places > 100, "{places}");
}

/// Nothing that a document says becomes markup, and no row of a table loses or gains a cell.
#[test]
fn markdown_of_a_comparison_holds_what_documents_say() {
    each(
        |view, out| view.write_markdown(out),
        |name, text, _| {
            let (mut cells, mut columns) = (0, 0);
            for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
                match event {
                    Event::InlineHtml(tag) => {
                        assert!(["<code>", "</code>", "<br>"].contains(&&*tag), "{name}: {tag}\n{text}");
                    }
                    Event::Html(tag) => {
                        let ours = ["<details>", "</details>", "<summary>Presentation contexts"];
                        assert!(ours.iter().any(|ours| tag.starts_with(ours)), "{name}: {tag}");
                    }
                    Event::Start(Tag::Table(alignments)) => columns = alignments.len(),
                    Event::Start(Tag::TableHead | Tag::TableRow) => cells = 0,
                    Event::Start(Tag::TableCell) => {
                        cells += 1;
                        assert!(cells <= columns, "{name}\n{text}");
                    }
                    Event::Start(
                        Tag::Emphasis
                        | Tag::Strikethrough
                        | Tag::Link { .. }
                        | Tag::Image { .. }
                        | Tag::BlockQuote(_)
                        | Tag::CodeBlock(_)
                        | Tag::List(_),
                    ) => panic!("{name}: a text became markup\n{text}"),
                    _ => {}
                }
            }
            for line in text.lines().filter(|line| line.starts_with('|')) {
                let bars = line.replace("\\|", "").matches('|').count();
                assert!([5, 6].contains(&bars), "{name}: {line}");
            }
        },
    );
}

/// The attributes of this page beyond those of all.
pub(super) const OWN: &[&str] =
    &["data-verdict", "data-workflow", "data-service", "data-entities", "data-label", "data-id", "data-word"];

#[test]
fn every_service_stands_once_on_the_page_and_nothing_becomes_markup() {
    each(
        |view, out| view.write_html(out),
        |name, page, comparison| {
            let is_harmful = |c: char| c.is_control() && c != '\n' || HARMFUL.contains(c);
            assert!(!page.contains(is_harmful), "{name}: {:?}", page.find(is_harmful));
            let tree = parsed(page);
            let all = elements(&tree);
            let mut ids = BTreeSet::new();
            for element in &all {
                assert!(ELEMENTS.contains(&element.name.as_str()), "{name}: <{}>", element.name);
                for (attribute, value) in &element.attributes {
                    let attribute = attribute.as_str();
                    let is_known = ATTRIBUTES.contains(&attribute) || OWN.contains(&attribute);
                    assert!(is_known, "{name}: <{} {attribute}>", element.name);
                    let is_new = attribute != "id" || ids.insert(value.as_str());
                    assert!(is_new, "{name}: `{value}` is there twice");
                }
            }
            for link in all.iter().map(|element| element.attribute("href")).filter(|link| !link.is_empty()) {
                assert!(link.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{name}: {link}");
            }
            for (number, service) in comparison.services.iter().enumerate() {
                for way in &service.ways {
                    let id = format!("s{}{}", number + 1, way.user.letter().to_lowercase());
                    let item = all.iter().find(|element| element.attribute("id") == id).unwrap();
                    assert_eq!(item.attribute("data-verdict"), way.verdict.id(), "{name}: {id}");
                    assert_eq!(item.attribute("data-workflow"), service.workflow.id(), "{name}: {id}");
                    let said = letters(&item.text(&|_| true));
                    assert!(said.contains(&letters(&service.name)), "{name}: {said}");
                    let is_asked = way.verdict != Verdict::NotClaimed;
                    for reason in way.steps.iter().flat_map(|step| &step.reasons).filter(|_| is_asked) {
                        assert!(said.contains(&letters(&reason.message)), "{name}: {}", reason.message);
                        let remedy = reason.remedy.as_deref().unwrap_or_default();
                        assert!(said.contains(&letters(remedy)), "{name}: {remedy}");
                    }
                }
            }
            let items = all.iter().filter(|element| is_of(element, "item") && element.name != "tr").count();
            let ways = comparison.services.iter().map(|service| service.ways.len()).sum::<usize>();
            assert_eq!(items, ways + comparison.topics.len(), "{name}");
            let classes = all.iter().filter(|element| is_of(element, "item") && element.name == "tr");
            let classes = classes.flat_map(|row| elements(row.find("th").unwrap()));
            assert_eq!(
                classes.filter(|element| element.name == "li").count(),
                comparison.contexts.len(),
                "{name}"
            );
        },
    );
}

#[test]
fn the_policy_names_the_style_and_the_script_of_the_page_of_a_comparison() {
    let (_, page) = told(&statement("a", "accepts: []"), &statement("b", "accepts: []"), |view, out| {
        view.write_html(out)
    })
    .unwrap();
    holds_policy(&page, "src/report/comparison/html/policy.txt");
}

/// WCAG AA: 4.5 for text.
#[test]
fn verdicts_have_contrast_in_the_light_and_in_the_dark() {
    let styles = [STYLES, &["src/report/comparison/html/style.css"]].concat();
    for (mode, colors) in ["light", "dark"].into_iter().zip(colors(&styles)) {
        let pairs = [
            ("good", "page"),
            ("good", "tint"),
            ("text", "bad-ground"),
            ("quiet", "tint"),
            ("error", "tint"),
            ("warning", "tint"),
        ];
        for (text, ground) in pairs {
            let found = contrast(colors[text], colors[ground]);
            assert!(found >= 4.5, "{mode}: {text} on {ground} has {found:.2}");
        }
    }
}
