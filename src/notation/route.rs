//! Addresses of values, as `remove` names them.

use super::Part;
use super::error::{SyntaxError, blank, unexpected};
use super::grammar::{Rule, part, read};
use crate::route::Step;

/// Reads an address: `application_entities.PACS.activities."Image Reception".accepts[0]`, step by step.
pub fn route(text: &str) -> Result<Vec<Part<Step>>, SyntaxError> {
    let pairs = read(Rule::route, text).map_err(|stop| {
        if text.trim().is_empty() {
            return blank(text, "an address").help(HOW);
        }
        if text.matches('"').count() % 2 == 1 {
            let start = text.rfind('"').unwrap_or_default();
            return SyntaxError::new(start..text.len(), "a quoted key does not end").help(HOW);
        }
        let is_key = text.get(..stop.0).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        let has_blank = text.get(stop.0..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        let error = unexpected(text, stop, "an address");
        error.help(if is_key && has_blank { "write a key that has blanks or dots in quotes" } else { HOW })
    })?;
    let steps = pairs.filter_map(|pair| {
        let written = part(&pair);
        match pair.as_rule() {
            Rule::route_quoted => Some(written.map(|key| Step::Key(unescaped(&key)))),
            Rule::route_plain => Some(written.map(Step::Key)),
            Rule::route_number => {
                let index = written.value.parse().ok()?;
                Some(written.map(|_| Step::Index(index)))
            }
            _ => None,
        }
    });
    Ok(steps.collect())
}

/// A quoted key without the backslashes before quotes and backslashes.
fn unescaped(key: &str) -> String {
    let mut letters = key.chars();
    let mut plain = String::with_capacity(key.len());
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}

/// The form of an address.
const HOW: &str = "write keys with dots between them, an index in brackets, a key with blanks or dots in quotes: \
                   `application_entities.PACS.activities.\"Image Reception\".accepts[0]`";
