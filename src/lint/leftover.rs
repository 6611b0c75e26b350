//! What is left of a template in a text: gaps in angle brackets, instructions in square ones, reminders, dummy text.
//!
//! Code, links, addresses, tags of HTML and arrays look alike and are none.

use std::ops::Range;

/// What kind of leftover it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leftover {
    /// `<product name>` or `<<one of several>>`.
    Gap,
    /// `[Describe the activities.]`
    Instruction,
    /// `TBD`, `XXX` and their like
    Reminder,
    /// `lorem ipsum`, `5.xx.yy`
    Dummy,
}

impl Leftover {
    /// What it is, as a message says it.
    pub(super) const fn says(self) -> &'static str {
        match self {
            Self::Gap => "is a gap that nobody has filled",
            Self::Instruction => "is an instruction of a template",
            Self::Reminder => "says that something is still to be written",
            Self::Dummy => "only holds the place of something",
        }
    }

    /// How to mend it.
    pub(super) const fn help(self) -> &'static str {
        match self {
            Self::Gap => "write what belongs there, without the brackets; code goes between backticks",
            Self::Instruction => "follow it and remove it",
            Self::Reminder => {
                "write what is missing; a claim that waits for evidence is marked `support: tbc` instead"
            }
            Self::Dummy => "write what belongs there",
        }
    }
}

/// The leftovers of a text, from left to right.
pub(super) fn leftovers(text: &str) -> Vec<(Range<usize>, Leftover)> {
    let mut found: Vec<(Range<usize>, Leftover)> = Vec::new();
    let mut from = 0;
    while let Some(at) = next_beginning(text.as_bytes(), from) {
        let here = leftover_at(text, at);
        from = here.as_ref().map_or(at + 1, |(range, _)| range.end);
        found.extend(here);
    }
    if !found.is_empty() {
        let code = code_spans(text);
        found.retain(|(range, _)| !code.iter().any(|code| code.contains(&range.start)));
    }
    found
}

/// Where the next two bytes are that something may begin with which is left over; all of them are characters of their own.
fn next_beginning(text: &[u8], from: usize) -> Option<usize> {
    let begins = |pair: &[u8]| match pair[0] {
        b'<' | b'[' => true,
        b't' => matches!(pair[1], b'B' | b'b'),
        b'T' => matches!(pair[1], b'B' | b'b' | b'O'),
        b'L' | b'l' => matches!(pair[1], b'O' | b'o'),
        b'X' => pair[1] == b'X',
        b'x' => pair[1] == b'x',
        b'F' => pair[1] == b'I',
        _ => false,
    };
    text[from..].windows(2).position(begins).map(|at| from + at)
}

/// The stretches between backticks, those of fences included.
fn code_spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find('`').map(|at| from + at) {
        let ticks = text[start..].bytes().take_while(|byte| *byte == b'`').count();
        let body = start + ticks;
        let fence = &text[start..body];
        let Some(end) = text[body..].find(fence).map(|at| body + at + ticks) else {
            from = body;
            continue;
        };
        spans.push(start..end);
        from = end;
    }
    spans
}

fn leftover_at(text: &str, at: usize) -> Option<(Range<usize>, Leftover)> {
    let before = text[..at].chars().next_back();
    let rest = &text[at..];
    let (length, kind) = match rest.as_bytes().first()? {
        b'<' => (gap(before, rest)?, Leftover::Gap),
        b'[' => (instruction(before, rest)?, Leftover::Instruction),
        b'x' => (dummy_version(rest)?, Leftover::Dummy),
        _ if before.is_some_and(is_of_word) => return None,
        _ => reminder(rest)?,
    };
    Some((at..at + length, kind))
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-'
}

/// The length of a gap in angle brackets.
fn gap(before: Option<char>, rest: &str) -> Option<usize> {
    const LONGEST: usize = 80;
    // What follows a slash or an equals sign is a part of an address that a peer fills in.
    if before.is_some_and(|letter| matches!(letter, '/' | '=' | '\\')) {
        return None;
    }
    let is_double = rest.starts_with("<<");
    let (open, close) = if is_double { (2, ">>") } else { (1, ">") };
    let inner = &rest[open..];
    let inner = &inner[..inner.find(close)?];
    let is_named = inner.starts_with(char::is_alphabetic) && !inner.ends_with(char::is_whitespace);
    let is_gap = |letter: char| letter.is_alphanumeric() || " _-./,'’?()…".contains(letter);
    let looks_like_gap = is_named && inner.len() <= LONGEST && inner.chars().all(is_gap);
    (looks_like_gap && (is_double || !is_html(inner))).then_some(open + inner.len() + close.len())
}

/// Whether what stands between angle brackets is a tag of HTML.
fn is_html(inner: &str) -> bool {
    const TAGS: &[&str] = &[
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
        "i",
        "img",
        "kbd",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
    ];
    let name = inner.split([' ', '/']).next().unwrap_or_default();
    TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name))
}

/// The length of an instruction in square brackets. A link, a note, an index or a citation is none.
fn instruction(before: Option<char>, rest: &str) -> Option<usize> {
    const ORDERS: &[&str] = &[
        "add",
        "complete",
        "delete",
        "describe",
        "enter",
        "example",
        "explain",
        "fill",
        "give",
        "indicate",
        "insert",
        "instruction",
        "instructions",
        "list",
        "mention",
        "optional",
        "provide",
        "remove",
        "replace",
        "specify",
        "state",
        "your",
    ];
    let end = rest.find(']')?;
    let inner = &rest[1..end];
    let is_link = rest[end + 1..].starts_with(['(', '[', ':']) || before == Some(']');
    let first = inner.trim_start().split(|letter: char| !letter.is_alphanumeric()).next()?.to_lowercase();
    let is_order = ORDERS.contains(&first.as_str()) && inner.contains([' ', ':']);
    (is_order && !is_link && !inner.contains('[')).then_some(end + 1)
}

/// A word that says that something is to be written, or dummy text, at the beginning of a word.
fn reminder(rest: &str) -> Option<(usize, Leftover)> {
    const LOREM: &str = "lorem ipsum";
    let length = rest.find(|letter: char| !is_of_word(letter)).unwrap_or(rest.len());
    let word = &rest[..length];
    let is_capital = word.bytes().all(|byte| byte.is_ascii_uppercase());
    match word.to_ascii_lowercase().as_str() {
        "tbd" => Some((length, Leftover::Reminder)),
        "todo" | "tbc" | "fixme" | "xxx" if is_capital => Some((length, Leftover::Reminder)),
        "lorem" => {
            let all = rest.get(..LOREM.len()).filter(|start| start.eq_ignore_ascii_case(LOREM))?;
            Some((all.len(), Leftover::Dummy))
        }
        _ => None,
    }
}

/// The length of `xx.yy`, as in the version `5.xx.yy`.
fn dummy_version(rest: &str) -> Option<usize> {
    const DUMMY: &str = "xx.yy";
    rest.starts_with(DUMMY).then_some(DUMMY.len())
}
