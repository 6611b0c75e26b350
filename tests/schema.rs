//! The JSON Schema of the language, held against documents by a validator that is not ours.

use std::fs;

use dicomply::model::DocumentKind;
use dicomply::source::{Input, read, schema};
use jsonschema::Validator;
use serde_json::Value;

use crate::bless::{files, root, shown};
use crate::lint::documents_of_cases;

fn validator(kind: Option<DocumentKind>) -> Validator {
    let schema: Value = serde_json::from_str(&schema(kind)).unwrap();
    assert!(jsonschema::meta::is_valid(&schema), "the schema itself is not valid");
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// YAML as an editor sees it: what looks like a number is one, and merged keys stand in their place.
fn seen_by_an_editor(text: &str) -> Option<Value> {
    let mut value: serde_yaml::Value = serde_yaml::from_str(text).ok()?;
    value.apply_merge().ok()?;
    serde_json::to_value(value).ok()
}

fn faults(validator: &Validator, text: &str) -> Vec<String> {
    let document = seen_by_an_editor(text).unwrap();
    validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// What the schema objects to in a document.
pub(crate) fn faults_of(text: &str) -> Vec<String> {
    faults(&validator(None), text)
}

/// Takes keys without a value away: to reading they are not there, and an editor asks for what belongs there.
fn without_empty_keys(mut value: Value) -> Value {
    match &mut value {
        Value::Object(entries) => {
            let is_key = |key: &str| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            entries.retain(|key, value| !(value.is_null() && is_key(key)));
            for value in entries.values_mut() {
                *value = without_empty_keys(value.take());
            }
        }
        Value::Array(elements) => {
            for value in elements.iter_mut() {
                *value = without_empty_keys(value.take());
            }
        }
        _ => {}
    }
    value
}

fn yaml_in(folder: &str) -> Vec<(String, String)> {
    let paths = files(folder);
    let yaml = paths.iter().filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    yaml.map(|path| (shown(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn documents_follow_the_schema() {
    let every = validator(None);
    let documents = [yaml_in("examples"), yaml_in("tests/cases/render/documents")].concat();
    assert!(documents.len() > 7);
    for (path, text) in documents {
        assert_eq!(faults(&every, &text), [""; 0], "{path}");
        let is_of = |kind: &str| text.lines().any(|line| line == format!("kind: {kind}"));
        let (own, other) = if is_of("requirements") {
            (DocumentKind::Requirements, DocumentKind::Statement)
        } else if is_of("site") {
            (DocumentKind::Site, DocumentKind::Statement)
        } else if is_of("configuration") {
            (DocumentKind::Configuration, DocumentKind::Statement)
        } else {
            (DocumentKind::Statement, DocumentKind::Site)
        };
        assert_eq!(faults(&validator(Some(own)), &text), [""; 0], "{path}");
        assert!(!faults(&validator(Some(other)), &text).is_empty(), "{path}");
    }
}

#[test]
fn examples_name_the_schema() {
    let first_line = "# yaml-language-server: $schema=";
    for (path, text) in yaml_in("examples") {
        let schema = text.lines().next().and_then(|line| line.strip_prefix(first_line));
        let file = root().join(&path).parent().unwrap().join(schema.expect(&path));
        assert!(file.is_file(), "{path} names {}", file.display());
    }
}

#[test]
fn broken_documents_are_refused() {
    const SOUND: &str = "dicomply: 1\nkind: statement\nproduct: {name: A}\nstatement: {version: 1.0, date: 2026-11-20}\n\
        application_entities: {S: {port: \"104\", associations: {max_initiated: 1}, activities: {Send: {initiates: \
        [CT Image Storage as SCU in ImplicitVRLittleEndian]}}}}\nconfiguration: {parameters: [{name: P, configurable: yes}]}\n";
    let every = validator(None);
    assert_eq!(faults(&every, SOUND), [""; 0]);
    let long = SOUND.replacen(
        "{initiates: ",
        "{conformance: [{sop_classes: Verification, keys: {Study: [{attribute: {tag: \"(0010,0010)\"}, type: R}]}}], initiates: ",
        1,
    );
    assert_eq!(faults(&every, &long), [""; 0]);
    for (right, wrong) in [
        ("product:", "produkt:"),
        ("name: A", "nam: A"),
        ("kind: statement", "kind: statment"),
        ("dicomply: 1", "dicomply: 2"),
        ("dicomply: 1\n", ""),
        ("2026-11-20", "20.11.2026"),
        ("\"104\"", "104 or 4242"),
        ("max_initiated: 1", "max_initiated: many"),
        ("configurable: yes", "configurable: perhaps"),
        ("{name: A}", "[A]"),
        ("initiates: [", "initiates: [{role: SCU}, "),
        ("initiates: [", "initiates: [{abstract_syntax: Verification, role: USER}, "),
    ] {
        let broken = SOUND.replacen(right, wrong, 1);
        assert_ne!(broken, SOUND);
        assert!(!faults(&every, &broken).is_empty(), "{broken}");
    }
}

#[test]
fn demands_are_for_requirements() {
    const SOUND: &str = "dicomply: 1\nkind: requirements\nname: Archive\napplication_entities: {S: {demand: should, activities: \
        {Receive: {accepts: [{abstract_syntax: [Verification, {name: CTImageStorage, demand: may}], demand: must_not}, \
        CT Image Storage as SCP in RLELossless (should)]}}}}\nweb_services: {W: {service: studies, transactions: {Store: {demand: may}}}}\n";
    for schema in [validator(None), validator(Some(DocumentKind::Requirements))] {
        assert_eq!(faults(&schema, SOUND), [""; 0]);
        for (right, wrong) in [
            ("name: Archive", "nam: Archive"),
            ("demand: should", "demand: shall"),
            ("demand: should", "support: yes"),
            ("demand: may}], ", "support: yes}], "),
            ("service: studies, ", ""),
            ("name: Archive", "name: Archive\nproduct: {name: A}"),
        ] {
            let broken = SOUND.replacen(right, wrong, 1);
            assert_ne!(broken, SOUND);
            assert!(!faults(&schema, &broken).is_empty(), "{broken}");
        }
    }
    let statement =
        "dicomply: 1\nkind: statement\nproduct: {name: A}\napplication_entities: {S: {demand: may}}\n";
    for schema in [validator(None), validator(Some(DocumentKind::Statement))] {
        assert!(!faults(&schema, statement).is_empty());
        assert_eq!(faults(&schema, &statement.replace("demand: may", "support: option")), [""; 0]);
    }
}

/// What an editor can check: whether a key, a word or a value of this form belongs here at all.
const CHECKED: &[&str] = &[
    "absent-required-key",
    "network-role-on-media",
    "outdated-web-service",
    "unknown-key",
    "unlisted-value",
];

/// What reading says and an editor may not see, as it is a matter of YAML or of a notation.
const UNCHECKED: &[&str] = &["duplicate-key", "malformed-short-form", "malformed-yaml", "mistyped-value"];

#[test]
fn the_schema_agrees_with_reading() {
    let every = validator(None);
    let mut compared = 0;
    for (name, text) in documents_of_cases() {
        let Some(document) = seen_by_an_editor(&text).filter(Value::is_object) else { continue };
        // Of a document of several files an editor sees one.
        if ["include", "extends", "remove"].iter().any(|key| document.get(key).is_some()) {
            continue;
        }
        let document = without_empty_keys(document);
        let input = Input { path: "input.yaml".to_owned(), bytes: text.clone().into_bytes() };
        let findings = read(vec![input], &|_: &str| None).findings;
        let says = |rules: &[&str]| findings.iter().any(|finding| rules.contains(&&*finding.rule));
        let errors: Vec<_> =
            every.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        if says(CHECKED) {
            assert!(
                !errors.is_empty(),
                "{name}: the schema takes what reading does not\n{findings:#?}\n{text}"
            );
        } else if !says(UNCHECKED) {
            assert!(errors.is_empty(), "{name}: the schema refuses what reading takes\n{errors:#?}\n{text}");
        }
        compared += 1;
    }
    assert!(compared > 300, "{compared}");
}
