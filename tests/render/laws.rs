//! What holds for every document that is rendered.

use std::collections::HashSet;

use dicomply::document::Block;
use dicomply::model::{Content, Statement};
use dicomply::render::{self, html, markdown};
use dicomply::standard::{attribute, uids};
use serde_json::Value;

use super::{documents, first, project, rendered};

#[test]
fn nothing_is_wrong_with_the_tree() {
    for path in documents() {
        let (tree, findings) = rendered(&project(&path));
        assert!(findings.is_empty(), "{path}: {findings:#?}");
        assert!(!tree.sections.is_empty(), "{path}");
    }
}

#[test]
fn rendering_twice_gives_the_same_bytes() {
    for path in documents() {
        let (project, again) = (project(&path), project(&path));
        let (one, other) = (rendered(&project).0, rendered(&again).0);
        assert_eq!(html::write(&one), html::write(&other), "{path}");
        assert_eq!(markdown::write(&one), markdown::write(&other), "{path}");
    }
}

/// The chapters of PS3.2 Annex A, without the cover, under their numbers.
#[test]
fn chapters_are_those_of_annex_a() {
    let chapters = [
        ("1", "Conformance Statement Overview"),
        ("2", "Table of Contents"),
        ("3", "Introduction"),
        ("4", "Networking"),
        ("5", "Media Interchange"),
        ("6", "Transformation of DICOM to CDA"),
        ("7", "Support of Character Sets"),
        ("8", "Security"),
        ("9", "Annexes"),
    ];
    for path in documents() {
        let project = project(&path);
        if !matches!(first(&project).content, Content::Statement(_)) {
            continue;
        }
        let (tree, _) = rendered(&project);
        let headings = tree.blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) if heading.level == 1 => Some(heading),
            _ => None,
        });
        let headings: Vec<_> = headings
            .map(|heading| (heading.number.clone(), dicomply::document::plain_text(&heading.title)))
            .collect();
        let wanted: Vec<_> =
            chapters.iter().map(|(number, title)| ((*number).to_owned(), (*title).to_owned())).collect();
        assert_eq!(headings, wanted, "{path}");
    }
}

#[test]
fn whatever_the_author_says_stands_in_every_format() {
    for path in documents() {
        let project = project(&path);
        let (tree, _) = rendered(&project);
        let said = match &first(&project).content {
            Content::Statement(statement) => said_in_statement(statement),
            Content::Site(site) => {
                let mut value = serde_json::to_value(site).unwrap();
                value.as_object_mut().unwrap().remove("kind");
                texts(&value)
            }
            Content::Requirements(_) | Content::Configuration(_) | Content::Unreadable => {
                panic!("{path} is no document")
            }
        };
        for (format, page) in [("html", without_tags(&html::write(&tree))), ("md", markdown::write(&tree))] {
            let page = Page::of(&page);
            let missing: Vec<_> = said.iter().filter(|text| !page.says(text)).collect();
            assert!(missing.is_empty(), "{path} as {format} leaves out {missing:#?}");
        }
    }
}

/// The texts of a statement; what only gives orders to the program is left out.
fn said_in_statement(statement: &Statement) -> Vec<String> {
    let mut value = serde_json::to_value(statement).unwrap();
    let sections = value.as_object_mut().unwrap();
    let orders = ["dicomply", "kind", "include", "extends", "remove"];
    for key in orders.into_iter().chain(["sop_classes", "transfer_syntaxes", "status_tables"]) {
        sections.remove(key);
    }
    if let Some(identification) = sections.get_mut("statement").and_then(Value::as_object_mut) {
        identification.remove("template");
    }
    let sets: HashSet<&str> = [&statement.sop_classes, &statement.transfer_syntaxes]
        .into_iter()
        .flat_map(|sets| sets.keys().map(String::as_str))
        .chain(statement.status_tables.keys().map(String::as_str))
        .chain(statement.module_sets.keys().map(String::as_str))
        .chain(["standard", "none"])
        .collect();
    texts(&value).into_iter().filter(|text| !sets.contains(text.as_str())).collect()
}

/// Every text and number in a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(entries) => entries.values().flat_map(texts).collect(),
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

/// The letters and digits of a page, and its words.
struct Page {
    letters: String,
    words: HashSet<String>,
}

impl Page {
    fn of(text: &str) -> Self {
        Self { letters: letters(text), words: words(text).collect() }
    }

    /// Whether a text stands here: as it is, or in the words that the standard has for it.
    fn says(&self, text: &str) -> bool {
        let has = |text: &str| self.letters.contains(&letters(text));
        let of_attribute = || attribute::resolve(text).is_some_and(|found| has(found.attribute.name));
        let of_uid = || {
            let found = uids::resolve(text, uids::Place::Any).map(|found| found.entry);
            found.or_else(|| uids::by_uid(text)).is_some_and(|entry| has(entry.short_name()))
        };
        let of_path = || text.rsplit('>').next().is_some_and(has);
        let of_word = || WORDS.iter().any(|(written, shown)| *written == text && has(shown));
        let of_words = || text.contains(' ') && words(text).all(|word| self.words.contains(&word));
        has(text) || of_attribute() || of_uid() || of_path() || of_word() || of_words()
    }
}

/// Words of the language that a document has other words for.
const WORDS: &[(&str, &str)] = &[
    ("BOTH", "SCU/SCP"),
    ("single_value", "Single value"),
    ("list_of_uid", "List of UID"),
    ("wildcard", "Wild card"),
    ("tbc", "TBC"),
    ("n/a", "N/A"),
    ("FSC", "Write Files"),
    ("sender", "When Instances Are Sent"),
    ("receiver", "When Instances Are Received"),
];

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The text of HTML, and the addresses of its links.
fn without_tags(html: &str) -> String {
    let body = html.split_once("<main").map_or(html, |(_, body)| body);
    let mut text = String::new();
    for piece in body.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        if let Some((_, address)) = tag.split_once("href=\"http") {
            let address = address.split('"').next().unwrap_or_default();
            text.extend([" http", address, " "]);
        }
        text.push_str(after);
    }
    text.replace("&amp;", "&")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
}

#[test]
fn a_document_nobody_can_read_is_an_error() {
    let project = super::project_of("kind: poem\n");
    assert!(render::render(first(&project), &render::Options::default()).is_err());
}
