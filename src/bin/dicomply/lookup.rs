//! `dicomply lookup`: what the standard knows about a UID, a name, a keyword or a tag.

mod facts;
mod text;

use std::process::ExitCode;

use dicomply::standard::attribute::{self, Attribute};
use dicomply::standard::spelling::Spelling;
use dicomply::standard::uids::{self, Place, UidEntry};
use dicomply::standard::{modality, nearest};
use serde::Serialize;

use self::facts::{AttributeFacts, UidFacts};
use super::console::Console;
use super::failure::Failure;

/// Prints what the standard knows about a UID, a tag, a keyword or a name
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A UID, a tag such as `(0010,0010)`, a keyword or a name; a name needs no quotes
    #[arg(required = true, value_name = "UID|TAG|KEYWORD|NAME")]
    words: Vec<String>,

    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// One screen for people
    Text,
    /// One JSON object
    Json,
}

/// What was found, and under what it was looked for.
#[derive(Serialize)]
struct Answer<'a> {
    version: u8,
    query: &'a str,
    /// How the query spells what was found.
    spelling: Option<&'static str>,
    uid: Option<UidFacts>,
    attribute: Option<AttributeFacts>,
    /// What may have been meant, where nothing was found.
    nearest: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Suggestion {
    name: &'static str,
    identifier: String,
}

/// Prints what is known; the exit code is 1 where nothing is.
pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let query = arguments.words.join(" ");
    let answer = answer(query.trim());
    let text = match arguments.format {
        Format::Text => text::text(&answer),
        Format::Json => serde_json::to_string_pretty(&answer).unwrap_or_default() + "\n",
    };
    console.print(&text)?;
    let found = answer.uid.is_some() || answer.attribute.is_some();
    Ok(if found { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn answer(query: &str) -> Answer<'_> {
    let uid = uids::resolve(query, Place::Any);
    let attribute = if uid.is_some() { None } else { attribute_of(query) };
    let nearest = if uid.is_none() && attribute.is_none() { suggestions(query) } else { Vec::new() };
    let spelling = uid.map(|found| found.spelling).or(attribute.map(|(_, spelling)| spelling));
    Answer {
        version: 1,
        query,
        spelling: spelling.map(Spelling::as_str),
        uid: uid.map(|found| UidFacts::of(found.entry)),
        attribute: attribute.map(|(attribute, _)| AttributeFacts::of(attribute)),
        nearest,
    }
}

fn attribute_of(query: &str) -> Option<(&'static Attribute, Spelling)> {
    if let Some(tag) = tag(query) {
        return attribute::by_tag(tag).map(|found| (found, Spelling::Registered));
    }
    attribute::resolve(query).map(|found| (found.attribute, found.spelling))
}

/// `(0010,0010)`, `0010,0010` or `00100010`; in a repeating group `x` may stand for a digit.
fn tag(query: &str) -> Option<attribute::Tag> {
    let digits = query.strip_prefix('(').and_then(|query| query.strip_suffix(')')).unwrap_or(query);
    let digits: String = digits.chars().filter(|digit| !digit.is_whitespace()).collect();
    let (group, element) = digits.split_once(',').or_else(|| digits.split_at_checked(4))?;
    let number = |digits: &str| {
        let is_tag = digits.len() == 4 && !digits.starts_with('+');
        is_tag.then(|| u16::from_str_radix(&digits.replace(['x', 'X'], "0"), 16).ok()).flatten()
    };
    Some((number(group)?, number(element)?))
}

fn suggestions(query: &str) -> Vec<Suggestion> {
    let uid = |entry: &'static UidEntry| Suggestion { name: entry.name, identifier: entry.uid.into() };
    if query.starts_with(|first: char| first.is_ascii_digit()) && query.contains('.') {
        let found = match nearest::uid_with_root_mended(query) {
            Some(mended) => vec![mended],
            None => nearest::uids_by_uid(query, Place::Any),
        };
        return found.into_iter().map(uid).collect();
    }
    let mut found: Vec<_> = nearest::uids_by_name(query, Place::Any).into_iter().map(uid).collect();
    found.extend(
        nearest::attributes_by_name(query)
            .into_iter()
            .map(|attribute| Suggestion { name: attribute.name, identifier: attribute.written_tag() }),
    );
    if let Some(modality) = modality::by_term(query) {
        found.push(Suggestion {
            name: modality.meaning,
            identifier: "a value of Modality (0008,0060)".into(),
        });
    }
    found
}
