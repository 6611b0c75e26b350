//! Laws of differences, over all examples and over edits of them.

use serde_yaml::Value;

use dicomply::compare::diff::diff_documents;
use dicomply::model::Content;
use dicomply::source::{Form, Input, read, write};

use super::{assert_mirrored, changed, content, listed};
use crate::bless::{files, root, shown};

/// Every example that is a statement, requirements or a site, with the files that it includes, as one text.
fn documents() -> Vec<(String, Content)> {
    let all = files("examples").into_iter().chain(files("tests/cases/render/documents"));
    let all = all.filter(|file| file.extension().is_some_and(|end| end == "yaml"));
    let load = |wanted: &str| std::fs::read(root().join(wanted)).ok();
    let mut documents = Vec::new();
    for path in all.map(|file| shown(&file)) {
        let input = Input { path: path.clone(), bytes: load(&path).unwrap() };
        let content = read(vec![input], &load).project.documents[0].content.clone();
        if !matches!(content, Content::Configuration(_) | Content::Unreadable) {
            documents.push((path, content));
        }
    }
    documents
}

#[test]
fn nothing_changes_from_a_document_to_itself() {
    for (path, content) in documents() {
        let diff = diff_documents(&content, &content).unwrap();
        assert!(diff.is_empty(), "{path}:\n{}", listed(&diff));
    }
}

#[test]
fn what_is_written_otherwise_is_no_change() {
    for (path, before) in documents() {
        for form in [Form::Short, Form::Resolved] {
            let after = content(&write(&before, form).unwrap());
            let diff = diff_documents(&before, &after).unwrap();
            assert!(diff.is_empty(), "{path} as {form:?}:\n{}", listed(&diff));
            let back = diff_documents(&after, &before).unwrap();
            assert!(back.is_empty(), "{path} from {form:?}:\n{}", listed(&back));
        }
    }
}

/// Lists whose order says something.
const ORDERED: &[&str] = &[
    "rows",
    "messages",
    "alternatives",
    "audience",
    "remarks",
    "basics",
    "references",
    "constraints",
    "versions",
    "module_sets",
    // Of two entries for one module the later one counts.
    "modules",
    "functional_groups",
];

/// A value with its mappings and lists the other way round, where order says nothing.
fn reordered(value: &Value, key: &str) -> Value {
    match value {
        Value::Mapping(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .map(|(name, value)| (name.clone(), reordered(value, name.as_str().unwrap_or_default())))
                .collect();
            entries.reverse();
            Value::Mapping(entries.into_iter().collect())
        }
        Value::Sequence(elements) => {
            let mut elements: Vec<_> = elements.iter().map(|element| reordered(element, key)).collect();
            if !ORDERED.contains(&key) {
                elements.reverse();
            }
            Value::Sequence(elements)
        }
        other => other.clone(),
    }
}

#[test]
fn order_without_meaning_is_no_change() {
    for (path, before) in documents() {
        let text = write(&before, Form::Resolved).unwrap();
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let after = content(&serde_yaml::to_string(&reordered(&value, "")).unwrap());
        let diff = diff_documents(&before, &after).unwrap();
        assert!(diff.is_empty(), "{path}:\n{}", listed(&diff));
    }
}

#[test]
fn differences_are_mirrored() {
    let documents = documents();
    let mut pairs = 0;
    for ((path, one), (other_path, other)) in documents.iter().zip(documents.iter().skip(1)) {
        if let Some(forth) = diff_documents(one, other) {
            let back = diff_documents(other, one).unwrap();
            assert_mirrored(&forth, &back, &format!("{path} and {other_path}"));
            pairs += 1;
        }
    }
    assert!(pairs > 5);
}

/// The addresses of all values below a value: steps of keys and positions.
fn addresses(value: &Value, at: &[Value], found: &mut Vec<Vec<Value>>) {
    let mut go = |step: Value, inner: &Value| {
        let address = [at, &[step]].concat();
        found.push(address.clone());
        addresses(inner, &address, found);
    };
    match value {
        Value::Mapping(entries) => entries.iter().for_each(|(key, inner)| go(key.clone(), inner)),
        Value::Sequence(elements) => {
            elements.iter().enumerate().for_each(|(at, inner)| go(Value::from(at as u64), inner));
        }
        _ => {}
    }
}

/// A value without what stands at an address, or with another text or number there.
fn edited(value: &Value, address: &[Value], is_removed: bool) -> Value {
    let mut edited = value.clone();
    let (last, way) = address.split_last().unwrap();
    let mut inner = &mut edited;
    for step in way {
        inner = match inner {
            Value::Mapping(entries) => entries.get_mut(step).unwrap(),
            Value::Sequence(elements) => &mut elements[usize::try_from(step.as_u64().unwrap()).unwrap()],
            _ => unreachable!(),
        };
    }
    match inner {
        Value::Mapping(entries) if is_removed => _ = entries.shift_remove(last),
        Value::Sequence(elements) if is_removed => {
            elements.remove(usize::try_from(last.as_u64().unwrap()).unwrap());
        }
        Value::Mapping(entries) => another(entries.get_mut(last).unwrap()),
        Value::Sequence(elements) => another(&mut elements[usize::try_from(last.as_u64().unwrap()).unwrap()]),
        _ => unreachable!(),
    }
    edited
}

/// Another text, number or word in the place of a value.
fn another(value: &mut Value) {
    *value = match &*value {
        Value::String(text) => Value::String(other_word(text)),
        Value::Number(number) => Value::from(number.as_i64().unwrap_or_default() + 1),
        Value::Bool(is) => Value::Bool(!is),
        other => other.clone(),
    };
}

fn other_word(text: &str) -> String {
    match text {
        "yes" => "no".to_owned(),
        "no" => "yes".to_owned(),
        "SCU" => "SCP".to_owned(),
        "SCP" => "SCU".to_owned(),
        "ALWAYS" => "EMPTY".to_owned(),
        _ => format!("{text} x"),
    }
}

/// Whether something says nothing that is not said elsewhere: the language and the kind of the document; whether what is
/// registered is retired; and of a thing that is written with its name and its UID or tag, either of them.
fn is_silent(address: &[Value], value: &Value) -> bool {
    let keys: Vec<&str> = address.iter().filter_map(Value::as_str).collect();
    let last = keys.last().copied().unwrap_or_default();
    let is_alone = address.last().and_then(Value::as_str).is_some();
    let (_, way) = address.split_last().unwrap();
    let holder = way.iter().fold(value, |inner, step| match inner {
        Value::Mapping(entries) => entries.get(step).unwrap(),
        Value::Sequence(elements) => &elements[usize::try_from(step.as_u64().unwrap()).unwrap()],
        other => other,
    });
    // A registered thing is written with its name and its UID or tag; either says what it is.
    let says_twice =
        holder.get("name").is_some() && (holder.get("uid").is_some() || holder.get("tag").is_some());
    match last {
        "dicomply" | "kind" => true,
        "retired" | "name" | "uid" | "tag" => is_alone && (says_twice || last == "retired"),
        _ => false,
    }
}

/// So many edits of one example, at most.
const MOST_EDITS: usize = 70;

#[test]
fn no_change_of_any_value_passes_unseen() {
    let mut unseen = Vec::new();
    for (path, before) in documents() {
        let text = write(&before, Form::Resolved).unwrap();
        if text.len() > 120_000 {
            continue;
        }
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let mut all = Vec::new();
        addresses(&value, &[], &mut all);
        all.retain(|address| !is_silent(address, &value));
        let step = all.len().div_ceil(MOST_EDITS).max(1);
        for (position, address) in all.iter().enumerate().skip(step / 2).step_by(step) {
            let is_removed = position / step % 2 == 0;
            let edit = edited(&value, address, is_removed);
            // The role that goes without saying need not be said.
            let is_default = is_removed && address.last().and_then(Value::as_str) == Some("role");
            if edit == value || is_default {
                continue;
            }
            let after = content(&serde_yaml::to_string(&edit).unwrap());
            let Some(diff) = diff_documents(&before, &after) else { continue };
            let back = diff_documents(&after, &before).unwrap();
            assert_mirrored(&diff, &back, &format!("{path} {address:?}"));
            if diff.is_empty() {
                let steps: Vec<_> = address
                    .iter()
                    .map(|step| match step {
                        Value::String(key) => key.clone(),
                        step => format!("{}", step.as_u64().unwrap()),
                    })
                    .collect();
                unseen.push(format!(
                    "{path}: {} {}",
                    if is_removed { "without" } else { "another" },
                    steps.join(".")
                ));
            }
        }
    }
    assert!(unseen.is_empty(), "{} unseen\n{}", unseen.len(), unseen.join("\n"));
}

#[test]
fn sets_and_names_of_activities_mean_nothing() {
    let old = "sop_classes: {images: [CT Image Storage, MR Image Storage]}\napplication_entities:\n  A:\n    activities:\n      Receive:\n        accepts:\n          - images as SCP in ImplicitVRLittleEndian\n";
    let new = "application_entities:\n  A:\n    activities:\n      Receive:\n        accepts:\n          - 1.2.840.10008.5.1.4.1.1.4 as SCP in Implicit VR Little Endian\n          - CTImageStorage as SCP in 1.2.840.10008.1.2\n";
    assert_eq!(listed(&changed(old, new)), "");
}

#[test]
fn zz_time() {
    let d = documents();
    for (path, c) in &d {
        for (p2, c2) in &d {
            if !(path.contains("enterprise") && (p2.contains("enterprise") || p2.contains("integrated"))) {
                continue;
            }
            let start = std::time::Instant::now();
            let diff = diff_documents(c, c2);
            println!("TIME {path} {p2} {:?} {}", start.elapsed(), diff.map_or(0, |d| d.changes.len()));
        }
    }
}
