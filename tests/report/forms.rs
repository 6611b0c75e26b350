//! The forms for other programs, held against what these programs read.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;

use dicomply::config::{Config, RuleSet};
use dicomply::examine::{Examination, examine};
use dicomply::report::Report;
use dicomply::source::Input;
use pulldown_cmark::{Event, Options, Parser, Tag};
use quick_xml::Reader;
use serde_json::Value;

use crate::bless::root;
use crate::lint::documents_of_cases;

/// What may stand in a name or a text, and means something in one of the forms.
pub(crate) const HOSTILE: &[&str] = &[
    "a|b",
    "a](x)",
    "[a](https://example.org)",
    "<script>alert(1)</script>",
    "`code`",
    "``",
    "%0A::error::x",
    "a\\nb",
    "=cmd()",
    "\u{202E}abc",
    "\u{0}",
    "\u{1b}[31m",
    "]]>",
    "&amp;",
    "*x*_y_",
    "@team",
    "\u{FFFE}",
    "---",
    "a:b,c=d",
];

/// Every document of the cases, and one whose names are hostile.
fn documents() -> Vec<(String, String)> {
    let mut documents = documents_of_cases();
    for (number, text) in HOSTILE.iter().enumerate() {
        let quoted = serde_json::to_string(text).unwrap();
        let document = format!(
            "dicomply: 1\nkind: statement\nproduct: {{name: {quoted}, vendor: V, versions: '1'}}\n\
             application_entities:\n  {quoted}:\n    ae_title: {quoted}\n    activities:\n      {quoted}:\n        \
             accepts: [{{abstract_syntax: {quoted}, transfer_syntaxes: [{quoted}]}}]\n",
        );
        documents.push((format!("hostile {number}"), document));
    }
    documents
}

pub(super) fn examined(text: &str) -> Examination {
    let input = Input { path: "a folder/b%c:d.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let config = Config { rule_set: Some(RuleSet::Strict), ..Config::default() };
    examine(vec![input], &BTreeMap::<String, Vec<u8>>::new(), &config, None)
}

/// Every document with what is found in it, examined once for all tests.
pub(super) fn all() -> &'static [(String, Examination)] {
    static EXAMINED: OnceLock<Vec<(String, Examination)>> = OnceLock::new();
    let all = || documents().into_iter().map(|(name, text)| (name, examined(&text))).collect();
    EXAMINED.get_or_init(all)
}

/// A form of the report of every document.
pub(super) fn each(
    write: impl Fn(&Report<'_>, &mut Vec<u8>) -> std::io::Result<()>,
    mut check: impl FnMut(&str, &str, usize),
) {
    for (name, Examination { reading, findings }) in all() {
        let report = Report::new(findings, &reading.project, &reading.sources).beside_baseline();
        let mut bytes = Vec::new();
        write(&report, &mut bytes).unwrap();
        let count = findings.iter().filter(|finding| finding.counts()).count();
        check(name, &String::from_utf8(bytes).unwrap(), count);
    }
}

#[test]
fn sarif_follows_its_schema() {
    let schema = fs::read_to_string(root().join("tests/schemas/sarif-2.1.0.json")).unwrap();
    // As published, the pattern of languages has a bracket too many, which is no expression of ECMAScript.
    let schema = schema.replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut results = 0;
    each(
        |report, out| report.write_sarif(out),
        |name, text, count| {
            let log: Value = serde_json::from_str(text).unwrap();
            let faults: Vec<String> = validator.iter_errors(&log).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
            let found = log["runs"][0]["results"].as_array().unwrap();
            assert!(found.len() >= count, "{name}");
            results += found.len();
        },
    );
    assert!(results > 500, "{results}");
}

#[test]
fn json_follows_its_schema() {
    let schema: Value = serde_json::from_str(&dicomply::report::findings_schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    // What the schema does not name would not be noticed by whoever reads by it.
    let closed = closed(schema);
    let validator = jsonschema::validator_for(&closed).unwrap();
    let mut reasons = 0;
    each(
        |report, out| report.write_json(out),
        |name, text, count| {
            let object: Value = serde_json::from_str(text).unwrap();
            let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
            assert_eq!(object["findings"].as_array().unwrap().len(), count, "{name}");
            reasons += object["allowed"].as_array().unwrap().len();
        },
    );
    assert!(reasons > 0, "nothing is allowed anywhere");
    for key in ["version", "findings", "summary"] {
        let mut broken: Value = serde_json::from_str(r#"{"version": 1, "findings": [], "allowed": [], "known": [], "summary": {"errors": 0, "warnings": 0, "infos": 0, "allowed": 0, "known": 0, "files": 1}}"#).unwrap();
        assert!(validator.is_valid(&broken));
        broken[key] = Value::from("x");
        assert!(!validator.is_valid(&broken), "{key}");
    }
}

/// A schema whose objects have no other keys than those that it names.
pub(crate) fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(entries) => {
            for value in entries.values_mut() {
                *value = closed(value.take());
            }
            if entries.get("properties").is_some_and(Value::is_object) && entries.contains_key("type") {
                entries.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
        }
        Value::Array(elements) => {
            for value in elements.iter_mut() {
                *value = closed(value.take());
            }
        }
        _ => {}
    }
    schema
}

#[test]
fn junit_is_well_formed_and_has_a_case_for_each_finding() {
    each(
        |report, out| report.write_junit(out),
        |name, text, count| {
            let mut reader = Reader::from_str(text);
            let mut cases = 0;
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}\n{text}")) {
                    quick_xml::events::Event::Eof => break,
                    quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                        cases += usize::from(tag.name().as_ref() == "testcase");
                        assert!(tag.attributes().all(|attribute| attribute.is_ok()), "{name}\n{text}");
                    }
                    _ => {}
                }
            }
            assert_eq!(cases, count.max(1), "{name}\n{text}");
        },
    );
}

#[test]
fn lines_are_as_many_as_findings() {
    each(
        |report, out| report.write_github(out),
        |name, text, count| {
            assert_eq!(text.lines().count(), count, "{name}\n{text}");
            assert!(
                text.lines()
                    .all(|line| line.starts_with("::") && line.contains(",file=a folder/b%25c%3Ad.yaml,"))
            );
        },
    );
    each(
        |report, out| report.write_short(out),
        |name, text, count| assert_eq!(text.lines().count(), count, "{name}\n{text}"),
    );
}

#[test]
fn code_quality_has_fingerprints_of_their_own() {
    each(
        |report, out| report.write_gitlab(out),
        |name, text, count| {
            let issues: Vec<Value> = serde_json::from_str(text).unwrap();
            assert_eq!(issues.len(), count);
            let mut fingerprints: Vec<&str> =
                issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
            fingerprints.sort_unstable();
            fingerprints.dedup();
            assert_eq!(fingerprints.len(), count, "{name}: {text}");
        },
    );
}

/// Nothing that a document says becomes markup, and no row of a table loses or gains a cell.
#[test]
fn markdown_holds_what_documents_say() {
    each(
        |report, out| report.write_markdown(out),
        |name, text, count| {
            let (mut cells, mut rows) = (0, 0);
            for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
                match event {
                    Event::InlineHtml(tag) => {
                        assert!(["<code>", "</code>", "<br>"].contains(&&*tag), "{name}: {tag}\n{text}");
                    }
                    Event::Html(tag) => panic!("{name}: {tag}"),
                    Event::Start(Tag::TableRow) => rows += 1,
                    Event::Start(Tag::TableCell) => cells += 1,
                    Event::Start(
                        Tag::Emphasis
                        | Tag::Strong
                        | Tag::Strikethrough
                        | Tag::Link { .. }
                        | Tag::Image { .. },
                    ) => {
                        panic!("{name}: a text became markup\n{text}")
                    }
                    _ => {}
                }
            }
            assert_eq!(rows, count, "{name}\n{text}");
            assert!(cells >= rows * 4);
        },
    );
}
