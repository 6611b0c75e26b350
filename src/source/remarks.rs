//! What the reader has to say: keys and values that the language does not have.

use std::collections::HashMap;

use super::reader::{Reader, Remark};
use super::short_form;
use super::tree::{Entry, Kind, NodeId};
use crate::model::{Date, named_variables};
use crate::notation::SyntaxError;
use crate::standard::spelling::folded;

/// A value of another type than its place asks for.
pub(crate) fn mistyped(reader: &Reader<'_>, node: NodeId, expected: &str) {
    let place = reader.place(reader.route());
    let excerpt = reader.excerpt(node);
    let (message, help) = match reader.kind(node) {
        Kind::Nowhere => return,
        Kind::Empty => (format!("nothing stands here, where {expected} belongs"), None),
        Kind::Mapping { .. } | Kind::Sequence { .. } => {
            (collection_for(reader, node, expected), instead_of_collection(reader, node, &excerpt, expected))
        }
        _ => (format!("`{excerpt}` is not {expected}"), rewritten(&excerpt, expected)),
    };
    reader.say(Remark::new("mistyped-value", place, message).help_if(help));
}

fn collection_for(reader: &Reader<'_>, node: NodeId, expected: &str) -> String {
    let what = if matches!(reader.kind(node), Kind::Mapping { .. }) { "a mapping" } else { "a list" };
    format!("{what} stands here, where {expected} belongs")
}

/// What to write instead of a collection: the only element of a list, or the text that YAML takes for a collection.
fn instead_of_collection(reader: &Reader<'_>, node: NodeId, excerpt: &str, expected: &str) -> Option<String> {
    if expected.starts_with("a mapping of names") {
        return Some("write each name as a key, and what belongs to it behind the colon".to_owned());
    }
    if expected.starts_with("a list") || expected.starts_with("a mapping") {
        return None;
    }
    let only = reader.element(node, 0).filter(|_| reader.element_count(node) == 1);
    if let Some(only) = only.filter(|only| reader.text(*only).is_some()) {
        return Some(format!("write it without brackets: {}", reader.excerpt(only)));
    }
    let is_text = expected == "a text" && !excerpt.is_empty();
    is_text.then(|| format!("if a text was meant, quote it: \"{}\"", excerpt.replace('"', "\\\"")))
}

/// The value in the form that was expected, where it can be guessed.
fn rewritten(excerpt: &str, expected: &str) -> Option<String> {
    if expected.starts_with("a list") {
        return Some(format!("put it in brackets: [{excerpt}]"));
    }
    if expected.starts_with("a date") {
        return rearranged(excerpt).map(|date| format!("write {date}"));
    }
    if !expected.starts_with("a whole number") {
        return None;
    }
    let digits: String = excerpt.chars().take_while(char::is_ascii_digit).collect();
    let number: u64 = digits.parse().ok()?;
    let unit = excerpt[digits.len()..].trim();
    match unit {
        "KB" | "kB" | "KiB" | "K" | "k" => {
            Some(format!("write the number of bytes: {}", number.checked_mul(1024)?))
        }
        "MB" | "MiB" | "M" => {
            Some(format!("write the number of bytes: {}", number.checked_mul(1024 * 1024)?))
        }
        _ => Some(format!("write the number alone, such as {number}")),
    }
}

/// A date in the order of `YYYY-MM-DD`; where day and month cannot be told apart there is nothing to suggest.
fn rearranged(written: &str) -> Option<Date> {
    let parts: Vec<&str> = written.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let date = |year: &str, month: &str, day: &str| Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"));
    match parts.as_slice() {
        [whole] if whole.len() == 8 && whole.is_ascii() => date(&whole[..4], &whole[4..6], &whole[6..]),
        [year, month, day] if year.len() == 4 => date(year, month, day),
        [day, month, year] if written.contains('.') => date(year, month, day),
        [one, two, year] => match (date(year, two, one), date(year, one, two)) {
            (Some(date), None) | (None, Some(date)) => Some(date),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a word where a web service is named is WADO-WS, which the standard no longer has.
pub(crate) fn is_retired_service(list: &str, word: &str) -> bool {
    list == "WebServiceKind" && folded(&word.replace('_', "-")) == "wadows"
}

/// A web service that the standard no longer has.
pub(crate) fn outdated_service(reader: &Reader<'_>, word: &str) {
    let message = format!("`{word}` was retired in 2017");
    let remark = Remark::new("outdated-web-service", reader.place(reader.route()), message);
    reader.say(remark.help("what it did is done by the transaction `Retrieve` of `studies`"));
}

/// A word that is not one of those its place offers.
pub(crate) fn unlisted(reader: &Reader<'_>, node: NodeId, words: &'static [&'static str]) {
    let place = reader.place(reader.route());
    let word = reader.text(node).map(|text| (*text).to_owned()).unwrap_or_default();
    let same_but_case = words.iter().copied().find(|listed| listed.eq_ignore_ascii_case(&word));
    let near = same_but_case.or_else(|| reader.nearest(&word, words));
    let message = format!("`{word}` is not {}", one_of(words));
    let mut remark = Remark::new("unlisted-value", place.clone(), message);
    if let Some(near) = near {
        remark = remark.help(format!("did you mean `{near}`?")).edit(place, near);
    }
    reader.say(remark);
}

/// A role of media where one of the network belongs, or the other way round; whether it is one.
pub(crate) fn is_foreign_role(reader: &Reader<'_>, node: NodeId, record: &str) -> bool {
    let Some(word) = reader.text(node).map(|text| (*text).to_owned()) else { return false };
    let is_one_of = |words: &[&str]| words.iter().any(|role| role.eq_ignore_ascii_case(word.trim()));
    let (what, help) = match record {
        "MediaRole" if is_one_of(&["SCU", "SCP", "BOTH"]) => (
            "a role of the network, and this is about media",
            "media have the roles `FSC`, who creates a File-set, `FSR`, who reads it, and `FSU`, who updates it",
        ),
        "Role" if is_one_of(&["FSC", "FSR", "FSU"]) => (
            "a role of media, and this is about the network",
            "the network has the roles `SCU`, `SCP` and `BOTH`; media stand under `media`",
        ),
        _ => return false,
    };
    let message = format!("`{}` is {what}", word.trim());
    reader.say(Remark::new("network-role-on-media", reader.place(reader.route()), message).help(help));
    true
}

/// A value whose notation is not right.
pub(crate) fn mistaken(reader: &Reader<'_>, error: &SyntaxError) {
    let place = reader.part_place(reader.route(), error.range.clone());
    reader.say(Remark::syntax("mistyped-value", place, error));
}

/// Variables in prose that nobody knows.
pub(crate) fn unknown_variables(reader: &Reader<'_>, node: NodeId) {
    let Some(text) = reader.text(node).filter(|text| text.contains("{{")).map(|text| (*text).to_owned())
    else {
        return;
    };
    let known = reader.variables.get();
    let named = named_variables(&text);
    for (name, range) in named.into_iter().filter(|(name, _)| !known.contains(name)) {
        let place = reader.part_place(reader.route(), range);
        let message = format!("there is no variable `{name}`");
        let remark = Remark::new("unknown-variable", place.clone(), message);
        reader.say(match (known, reader.nearest(name, known)) {
            ([], _) => remark.help("a document of this kind has no variables: write the text itself"),
            (_, Some(near)) => {
                remark.help(format!("did you mean `{near}`?")).edit(place, format!("{{{{ {near} }}}}"))
            }
            (_, None) => remark.help(format!("the variables are {}", listing(known))),
        });
    }
}

/// The words that a place offers, as a phrase.
pub(crate) fn one_of(words: &[&str]) -> String {
    let start = if words.len() == 1 { "" } else { "one of " };
    format!("{start}{}", listing(words))
}

fn listing(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What a record is, as a phrase.
pub(crate) fn mapping_of(reader: &Reader<'_>, fields: &[&'static str]) -> String {
    let fields = own(reader, fields);
    let shown = listing(&fields[..fields.len().min(4)]);
    let more = if fields.len() > 4 { ", …" } else { "" };
    format!("a mapping with keys such as {shown}{more}")
}

/// The keys of a record that documents of this kind have.
fn own(reader: &Reader<'_>, fields: &[&'static str]) -> Vec<&'static str> {
    fields.iter().copied().filter(|field| *field != reader.foreign_key()).collect()
}

/// Whether the only entry of a mapping is a short form followed by a value, not a key that is misspelt.
pub(crate) fn is_short_pair(
    reader: &Reader<'_>,
    node: NodeId,
    record: &str,
    fields: &'static [&'static str],
) -> bool {
    let entries = reader.entries(node);
    let Some(key) = entries.first().and_then(|entry| reader.text(entry.key)) else { return false };
    let looks_like_key = key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    short_form::takes_value(record) && !looks_like_key && !fields.contains(&&*key)
}

/// The entries of a mapping, merged ones included, each key once. What cannot be a key is reported.
pub(crate) fn entries(reader: &Reader<'_>, node: NodeId) -> Vec<Entry> {
    let written = reader.entries(node);
    if reader.has_plain_keys(node) {
        return written;
    }
    let mut seen: HashMap<String, NodeId> = HashMap::with_capacity(written.len());
    let mut kept = Vec::with_capacity(written.len());
    let mut merged = Vec::new();
    for entry in written {
        let Some(key) = reader.text(entry.key).map(|text| (*text).to_owned()) else {
            report_key(reader, entry.key);
            continue;
        };
        if key == "<<" {
            merged.push(entry.value);
        } else if let Some(first) = seen.get(&key) {
            report_duplicate(reader, &key, entry.key, *first);
        } else {
            seen.insert(key, entry.key);
            kept.push(entry);
        }
    }
    for source in merged {
        merge(reader, source, &mut seen, &mut kept);
    }
    kept
}

/// Takes over the entries of a merged mapping whose keys are not there yet.
fn merge(reader: &Reader<'_>, source: NodeId, seen: &mut HashMap<String, NodeId>, kept: &mut Vec<Entry>) {
    match reader.kind(source) {
        Kind::Mapping { .. } => {
            for entry in entries(reader, source) {
                let Some(key) = reader.text(entry.key).map(|text| (*text).to_owned()) else { continue };
                if let std::collections::hash_map::Entry::Vacant(vacant) = seen.entry(key) {
                    vacant.insert(entry.key);
                    kept.push(entry);
                }
            }
        }
        Kind::Sequence { .. } => {
            for index in 0..reader.element_count(source) {
                if let Some(element) = reader.element(source, index) {
                    merge(reader, element, seen, kept);
                }
            }
        }
        Kind::Nowhere => reader.lose_current(),
        _ => {
            let message = "`<<` merges a mapping, and this is none";
            let help = "write the alias of an anchored mapping, such as `<<: *defaults`";
            reader.say(Remark::new("malformed-yaml", reader.node_place(source), message).help(help));
        }
    }
}

fn report_key(reader: &Reader<'_>, key: NodeId) {
    let excerpt = reader.excerpt(key);
    if reader.kind(key) == Kind::Nowhere {
        return reader.lose_current();
    }
    let message = format!("a key is a text, and `{excerpt}` is none");
    let help = "quote it, with all that belongs to it";
    reader.say(Remark::new("mistyped-value", reader.node_place(key), message).help(help));
    reader.lose_current();
}

fn report_duplicate(reader: &Reader<'_>, key: &str, second: NodeId, first: NodeId) {
    let message = format!("the key `{key}` stands twice in this mapping; the second one is not read");
    reader.say(
        Remark::new("duplicate-key", reader.node_place(second), message)
            .help("remove or rename one of the two")
            .related(reader.node_place(first), format!("`{key}` stands here first")),
    );
}

/// The entries of a record. Unknown keys and keys that are not there are reported; entries without a value are not
/// there.
pub(crate) fn known_entries(
    reader: &Reader<'_>,
    node: NodeId,
    fields: &'static [&'static str],
    required: &'static [&'static str],
) -> Vec<Entry> {
    if let Some(known) = reader.flawless_entries(node, fields, required) {
        return known;
    }
    let mut guessed = Vec::new();
    let mut known = entries(reader, node);
    known.retain(|entry| {
        let Some(key) = reader.text(entry.key) else { return false };
        let is_known = fields.contains(&&*key) && *key != *reader.foreign_key();
        let key = if is_known { String::new() } else { (*key).to_owned() };
        if !is_known {
            guessed.extend(report_unknown(reader, &key, entry.value, fields));
        }
        is_known && reader.kind(entry.value) != Kind::Empty
    });
    let has =
        |field: &str| known.iter().any(|entry| reader.text(entry.key).is_some_and(|key| *key == *field));
    let absent: Vec<_> =
        required.iter().copied().filter(|field| !has(field) && !guessed.contains(field)).collect();
    // Of a mapping that merges what is not there, nobody knows what is absent.
    if !absent.is_empty() && !reader.has_lost_current() {
        report_absent(reader, &absent);
    }
    known
}

/// Reports a key that nobody reads; the key that was probably meant counts as read badly.
fn report_unknown(
    reader: &Reader<'_>,
    key: &str,
    value: NodeId,
    fields: &'static [&'static str],
) -> Option<&'static str> {
    let route = reader.route();
    let place = reader.key_place(route.clone().key(key));
    let near = reader.nearest(key, fields).filter(|near| *near != reader.foreign_key());
    let mut remark = Remark::new("unknown-key", place.clone(), format!("there is no key `{key}` here"));
    let is_cut_off = reader.kind(value) == Kind::Empty && key.contains(' ');
    remark = match near {
        Some(near) => remark.help(format!("did you mean `{near}`?")).edit(place, near),
        None if fields.contains(&key) => remark.help(of_another_kind(key)),
        None if is_cut_off => remark.help("if it belongs to the text before the comma, quote that text"),
        None => remark.help(format!("the keys here are {}", listing(&own(reader, fields)))),
    };
    reader.say(remark);
    reader.lose(route.clone().key(key));
    if let Some(near) = near {
        reader.lose(route.key(near));
    }
    near
}

/// How a document of this kind says what a key says in those of another.
fn of_another_kind(key: &str) -> &'static str {
    if key == "support" {
        "requirements say what they want by `demand`: `must`, `should`, `may` or `must_not`"
    } else {
        "a statement says what there is by `support`; demands belong into a document with `kind: requirements`"
    }
}

fn report_absent(reader: &Reader<'_>, absent: &[&str]) {
    let route = reader.route();
    let plural = if absent.len() > 1 { "keys" } else { "key" };
    let message = format!("the {plural} {} must be here", listing(absent));
    let place = reader.place(route.clone());
    reader.say(Remark::new("absent-required-key", place, message).help(format!("add {}", listing(absent))));
    for key in absent {
        reader.lose(route.clone().key(*key));
    }
}
