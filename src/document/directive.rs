//! Directives: comments of a template that say what Markdown has no words for.

use super::escape::unescape;
use super::problem::Problem;

/// A directive as it was written: `<!-- name: key="value" key="value" -->`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Directive {
    /// The name.
    pub(super) name: String,
    /// Keys and values, in the order of writing.
    pub(super) attributes: Vec<(String, String)>,
}

/// The directives among the comments of `html`, and what remains when they are taken away. A comment that is
/// neither one lower-case word nor begins with one and a colon is a remark of the author and vanishes.
pub(super) fn directives(html: &str, problems: &mut Vec<Problem>) -> (Vec<Directive>, String) {
    let mut found = Vec::new();
    let mut rest = String::new();
    let mut remaining = html;
    while let Some(start) = remaining.find("<!--") {
        let comment = &remaining[start + 4..];
        let Some(length) = comment.find("-->") else { break };
        rest.push_str(&remaining[..start]);
        found.extend(directive(comment[..length].trim(), problems));
        remaining = &comment[length + 3..];
    }
    rest.push_str(remaining);
    (found, rest)
}

fn directive(comment: &str, problems: &mut Vec<Problem>) -> Option<Directive> {
    let (word, attributes) = comment.split_once(':').unwrap_or((comment, ""));
    let name = word.trim_end();
    let body = name.strip_prefix('/').unwrap_or(name);
    if body.is_empty() || !body.chars().all(|character| character.is_ascii_lowercase() || character == '-') {
        return None;
    }
    let Some(attributes) = read_attributes(attributes) else {
        problems.push(Problem::MalformedDirective { text: unescape(comment) });
        return None;
    };
    Some(Directive { name: name.to_owned(), attributes })
}

/// Reads `key="value"` pairs; `None` if anything else stands between them.
fn read_attributes(text: &str) -> Option<Vec<(String, String)>> {
    let mut attributes = Vec::new();
    let mut remaining = text.trim_start();
    while !remaining.is_empty() {
        let (key, after) = remaining.split_once('=')?;
        let quoted = after.trim_start().strip_prefix('"')?;
        let (value, tail) = quoted.split_once('"')?;
        attributes.push((key.trim().to_owned(), unescape(&without_entities(value))));
        remaining = tail.trim_start();
    }
    Some(attributes)
}

/// Turns the four entities that an author needs inside an attribute into their characters.
fn without_entities(value: &str) -> String {
    value.replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")
}
