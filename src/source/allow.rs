//! `Allow`: comments by which an author allows findings.
//!
//! `# dicomply: allow[rule-id, …] reason [until YYYY-MM-DD]` behind something allows findings that begin on its line;
//! alone on a line it allows those in the whole entry or element that follows.

use std::ops::Range;

use granit_parser::{Event, Parser, options};

use super::syntax::MAX_NESTING;
use crate::model::Date;

/// The word that such comments begin with.
const NAME: &str = "dicomply:";

/// A comment that allows findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The rules, with the bytes of their names.
    pub rules: Vec<(String, Range<usize>)>,
    /// Why; empty where nobody has said it.
    pub reason: String,
    /// The last day on which it counts.
    pub until: Option<Date>,
    /// The bytes of the comment, with its `#`.
    pub comment: Range<usize>,
    /// The bytes between its brackets.
    pub list: Range<usize>,
    /// The bytes whose findings it allows.
    pub scope: Range<usize>,
}

/// A comment that looks like one that allows findings, and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MalformedAllow {
    /// The bytes that are wrong.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: &'static str,
}

/// The comments of a file that allow findings, in their order. A file without any is only searched for one word.
pub(super) fn allows(text: &str) -> Vec<Result<Allow, MalformedAllow>> {
    if !is_mentioned(text) {
        return Vec::new();
    }
    let comments = comments(text).into_iter();
    comments.filter_map(|comment| allow(text, comment).transpose()).collect()
}

/// Whether the word stands in something that may be a comment.
fn is_mentioned(text: &str) -> bool {
    text.match_indices(NAME).any(|(at, _)| text[..at].trim_end_matches([' ', '\t']).ends_with('#'))
}

/// The bytes of the comments, as far as the file is YAML.
fn comments(text: &str) -> Vec<Range<usize>> {
    let options = options! {
        emit_comments: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_NESTING,
        block_nesting_limit: MAX_NESTING,
    };
    let events = Parser::new_from_str_with_options(text, options).map_while(Result::ok);
    let comments = events.filter(|(event, _)| matches!(event, Event::Comment(..)));
    comments.filter_map(|(_, span)| span.byte_range()).collect()
}

/// The comment, if it allows findings or looks as if it did.
fn allow(text: &str, comment: Range<usize>) -> Result<Option<Allow>, MalformedAllow> {
    let Some(body) = text.get(comment.clone()).and_then(|text| text.strip_prefix('#')) else {
        return Ok(None);
    };
    let Some(rest) = body.trim_start().strip_prefix(NAME) else { return Ok(None) };
    let at = |part: &str| comment.end - part.len();
    let rest = rest.trim_start();
    let length = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-').unwrap_or(rest.len());
    let (word, behind) = rest.split_at(length);
    let (has_list, range) = (behind.trim_start().starts_with('['), at(rest)..at(rest) + length);
    if word != "allow" {
        let message = "is no word that such a comment knows; it knows `allow`";
        return if has_list { Err(MalformedAllow { range, message }) } else { Ok(None) };
    }
    let list = behind.trim_start().strip_prefix('[').and_then(|list| Some((list, list.find(']')?)));
    let Some((list, length)) = list else {
        let message = "needs the rules behind it, in brackets";
        return Err(MalformedAllow { range, message });
    };
    let (names, reason) = (&list[..length], list[length + 1..].trim());
    let names_at = at(list);
    let (reason, until) = reason_and_date(reason).ok_or_else(|| MalformedAllow {
        range: at(list) + length + 1..comment.end,
        message: "ends with `until` and no date of the form YYYY-MM-DD",
    })?;
    let rules = names_in(names, names_at);
    let list = names_at..names_at + length;
    if rules.is_empty() {
        return Err(MalformedAllow { range: list.start - 1..list.end + 1, message: "names no rule" });
    }
    let scope = scope(text, &comment);
    Ok(Some(Allow { rules, reason: reason.to_owned(), until, comment, list, scope }))
}

/// The names of a list, with the bytes at which they stand.
fn names_in(list: &str, start: usize) -> Vec<(String, Range<usize>)> {
    let mut names = Vec::new();
    let mut at = start;
    for part in list.split(',') {
        let name = part.trim();
        if !name.is_empty() {
            let from = at + (part.len() - part.trim_start().len());
            names.push((name.to_owned(), from..from + name.len()));
        }
        at += part.len() + 1;
    }
    names
}

/// The reason, and the day behind `until` at its end; `None` if there is an `until` at its end without a day.
fn reason_and_date(text: &str) -> Option<(&str, Option<Date>)> {
    let Some((before, word)) = text.rsplit_once(char::is_whitespace) else {
        return (text != "until").then_some((text, None));
    };
    match before.trim_end().strip_suffix("until") {
        Some(reason) if reason.is_empty() || reason.ends_with(char::is_whitespace) => {
            // `until further notice` is a reason, `until 2026-13-01` a slip.
            let is_date = word.starts_with(|letter: char| letter.is_ascii_digit());
            if is_date { Some((reason.trim_end(), Some(Date::parse(word)?))) } else { Some((text, None)) }
        }
        _ => (word != "until").then_some((text, None)),
    }
}

/// The bytes whose findings a comment allows: its line, or what follows where it stands alone.
fn scope(text: &str, comment: &Range<usize>) -> Range<usize> {
    let line_start = text[..comment.start].rfind('\n').map_or(0, |at| at + 1);
    if !text[line_start..comment.start].trim().is_empty() {
        return line_start..comment.start;
    }
    let mut lines = lines_from(text, comment.end).filter(|(_, line)| is_content(line));
    let Some((start, first)) = lines.next() else { return comment.end..comment.end };
    let depth = indentation(first);
    let is_element = is_dash(first.trim_start());
    let goes_on = |line: &str| {
        // The elements of a list may stand as far left as the key that they belong to.
        indentation(line) > depth || indentation(line) == depth && !is_element && is_dash(line.trim_start())
    };
    let last = lines.take_while(|(_, line)| goes_on(line)).last();
    start..last.map_or(start + first.len(), |(at, line)| at + line.len())
}

fn lines_from(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = text[start..].find('\n').map_or(text.len(), |end| start + end + 1);
    let lines = text[at..].split_inclusive('\n');
    lines.map(move |line| {
        let here = at;
        at += line.len();
        (here, line)
    })
}

/// Whether a line is neither blank nor a comment.
fn is_content(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with('#')
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line begins an element of a list.
fn is_dash(line: &str) -> bool {
    line.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Allow {
        let mut found = allows(text);
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0).unwrap()
    }

    #[test]
    fn behind_something_a_comment_means_its_line() {
        let text = "a: 1\nb: x # dicomply: allow[one, two-b] we know until 2027-01-31\nc: 2\n";
        let allow = only(text);
        let names: Vec<_> = allow.rules.iter().map(|(name, at)| (name.as_str(), &text[at.clone()])).collect();
        assert_eq!(names, [("one", "one"), ("two-b", "two-b")]);
        assert_eq!((allow.reason.as_str(), allow.until), ("we know", Date::parse("2027-01-31")));
        assert_eq!(&text[allow.scope.clone()], "b: x ");
        assert_eq!(&text[allow.list.clone()], "one, two-b");
    }

    #[test]
    fn alone_a_comment_means_the_whole_node_that_follows() {
        for (text, scope) in [
            (
                "# dicomply: allow[a] why\nb:\n  c: 1\n\n  # more\n  d: 2\ne: 3\n",
                "b:\n  c: 1\n\n  # more\n  d: 2\n",
            ),
            ("l:\n  # dicomply: allow[a] why\n  - x: 1\n    y: 2\n  - z\n", "  - x: 1\n    y: 2\n"),
            ("# dicomply: allow[a] why\nl:\n- x\n- y\nm: 1\n", "l:\n- x\n- y\n"),
            ("# dicomply: allow[a] why\n\n# else\nl: |\n  text\n\n  - more", "l: |\n  text\n\n  - more"),
            ("b: 1\n# dicomply: allow[a] why\n", ""),
        ] {
            assert_eq!(&text[only(text).scope.clone()], scope, "{text}");
        }
    }

    #[test]
    fn only_comments_count() {
        assert_eq!(allows("a: |\n  # dicomply: allow[x] y\nb: \"# dicomply: allow[x] y\"\n"), []);
        assert_eq!(allows("# dicomply: 1\n# dicomply: see the guide\na: 1\n"), []);
    }

    #[test]
    fn what_looks_like_one_and_is_none_is_reported() {
        for (text, part) in [
            ("# dicomply: alow[x] y", "alow"),
            ("# dicomply: allow x", "allow"),
            ("# dicomply: allow[] y", "[]"),
            ("# dicomply: allow[x] y until 2026-13-01", " y until 2026-13-01"),
            ("# dicomply: allow[x] until", " until"),
        ] {
            let found = allows(text);
            let [Err(wrong)] = found.as_slice() else { panic!("{text}: {found:?}") };
            assert_eq!(&text[wrong.range.clone()], part);
        }
        assert_eq!(only("# dicomply: allow[x] until further notice").reason, "until further notice");
    }
}
