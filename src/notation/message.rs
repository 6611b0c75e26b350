//! Sequence diagrams in text: one message or note a line.

use std::fmt;
use std::ops::Range;

use pest::iterators::Pair;

use super::Part;
use super::error::{SyntaxError, shown, trimmed};
use super::fragment::{self, FRAGMENT, Fragment};
use super::grammar::{Rule, part, range, read};

/// A line of a sequence diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SequenceLine {
    /// One actor sends something to another, or to itself.
    Message(Message),
    /// A remark over one actor or several.
    Note(Note),
    /// A fragment begins, goes on with an alternative, or ends.
    Fragment(Fragment),
}

/// A message: `Modality -> STORAGE: C-STORE-RQ`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Who sends.
    pub from: Part<String>,
    /// Who receives; the sender itself for a step of its own.
    pub to: Part<String>,
    /// How the arrow is drawn.
    pub arrow: Arrow,
    /// What is sent.
    pub text: Part<String>,
    /// Where the whole message stands.
    pub range: Range<usize>,
}

/// A remark in a sequence diagram: `note over STORAGE, Modality: text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The actors it stands over: at least one.
    pub over: Vec<Part<String>>,
    /// What it says.
    pub text: Part<String>,
    /// Where the whole note stands.
    pub range: Range<usize>,
}

/// How the arrow of a message is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arrow {
    /// `->`: a call, a full line.
    Call,
    /// `-->`: a return, a dashed line.
    Return,
}

/// Reads a sequence diagram line by line. Lines that cannot be read are told and left out; blank lines and comments
/// behind `#` or `//` are left out silently. Fragments that are not ended are told too. All ranges are those of the whole text.
pub fn messages(text: &str) -> (Vec<SequenceLine>, Vec<SyntaxError>) {
    let (mut lines, mut errors) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        match sequence_line(line) {
            Ok(Some(read)) => lines.push(read.moved(start)),
            Ok(None) => {}
            Err(error) => errors.push(error.moved(start)),
        }
        start += line.len();
    }
    if errors.is_empty() {
        // A line that cannot be read may be the one that a fragment lacks.
        errors = fragment::unbalanced(&lines);
    }
    (lines, errors)
}

impl SequenceLine {
    /// The same line `bytes` further on.
    fn moved(self, bytes: usize) -> Self {
        let further = |range: Range<usize>| range.start + bytes..range.end + bytes;
        match self {
            Self::Message(message) => Self::Message(Message {
                from: message.from.moved(bytes),
                to: message.to.moved(bytes),
                arrow: message.arrow,
                text: message.text.moved(bytes),
                range: further(message.range),
            }),
            Self::Fragment(fragment) => Self::Fragment(Fragment {
                kind: fragment.kind,
                guard: fragment.guard.map(|guard| guard.moved(bytes)),
                range: further(fragment.range),
            }),
            Self::Note(note) => Self::Note(Note {
                over: note.over.into_iter().map(|actor| actor.moved(bytes)).collect(),
                text: note.text.moved(bytes),
                range: further(note.range),
            }),
        }
    }
}

impl fmt::Display for SequenceLine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(message) => message.fmt(out),
            Self::Note(note) => note.fmt(out),
            Self::Fragment(fragment) => fragment.fmt(out),
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} {}: {}", self.from.value, self.arrow, self.to.value, self.text.value)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let over: Vec<_> = self.over.iter().map(|actor| actor.value.as_str()).collect();
        write!(out, "note over {}: {}", over.join(", "), self.text.value)
    }
}

impl fmt::Display for Arrow {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Call => "->",
            Self::Return => "-->",
        })
    }
}

/// One line: a message, a note, a part of a fragment, or nothing.
fn sequence_line(line: &str) -> Result<Option<SequenceLine>, SyntaxError> {
    let pairs = read(Rule::sequence_line, line).map_err(|_| mistake(line))?;
    Ok(pairs.into_iter().find_map(|pair| match pair.as_rule() {
        Rule::message => message(&pair).map(SequenceLine::Message),
        Rule::note => note(&pair).map(SequenceLine::Note),
        Rule::fragment => fragment::fragment(&pair).map(SequenceLine::Fragment),
        _ => None,
    }))
}

/// The message of a pair that the grammar took for one.
fn message(pair: &Pair<'_, Rule>) -> Option<Message> {
    let mut inner = pair.clone().into_inner();
    let from = part(&inner.next()?);
    let arrow = if inner.next()?.as_str() == "-->" { Arrow::Return } else { Arrow::Call };
    let (to, text) = (part(&inner.next()?), part(&inner.next()?));
    Some(Message { from, to, arrow, text, range: range(pair) })
}

/// The note of a pair that the grammar took for one.
fn note(pair: &Pair<'_, Rule>) -> Option<Note> {
    let inner = || pair.clone().into_inner();
    let over = inner().filter(|part| part.as_rule() == Rule::note_actor).map(|actor| part(&actor)).collect();
    let text = inner().find(|part| part.as_rule() == Rule::message_text)?;
    Some(Note { over, text: part(&text), range: range(pair) })
}

/// What is wrong with a line that is none of them.
fn mistake(line: &str) -> SyntaxError {
    if read(Rule::note_loose, line).is_ok() && read(Rule::message_loose, line).is_err() {
        return SyntaxError::new(trimmed(line), format!("`{}` lacks a part of a note", shown(line)))
            .help(NOTE);
    }
    wrong_message(line).or_else(|| fragment::mistake(line)).unwrap_or_else(|| {
        SyntaxError::new(trimmed(line), format!("`{}` is neither a message nor a note", shown(line)))
            .help(format!("{MESSAGE}; {NOTE}; {FRAGMENT}"))
    })
}

/// What is wrong with a line that has an arrow.
fn wrong_message(line: &str) -> Option<SyntaxError> {
    let (mut from, mut arrow, mut to, mut colon) = (None, None, None, None);
    for pair in read(Rule::message_loose, line).ok()? {
        match pair.as_rule() {
            Rule::message_from => from = Some(part(&pair)),
            Rule::arrow => arrow = Some(part(&pair)),
            Rule::message_to => to = Some(part(&pair)),
            Rule::message_colon => colon = Some(range(&pair)),
            _ => {}
        }
    }
    let arrow = arrow?;
    let at = arrow.range.clone();
    if !matches!(arrow.value.as_str(), "->" | "-->") {
        let is_longer = line[at.end..].starts_with('>');
        return Some(wrong_arrow(&arrow, is_longer));
    }
    let (Some(_), Some(to)) = (&from, &to) else {
        let side = if from.is_none() { "sender stands before" } else { "receiver stands after" };
        return Some(SyntaxError::new(at, format!("no {side} `{}`", arrow.value)).help(MESSAGE));
    };
    Some(if let Some(colon) = colon {
        SyntaxError::new(colon, "no text stands after `:`").help(MESSAGE)
    } else {
        let what = format!("`:` and the text are missing after `{}`", shown(&to.value));
        SyntaxError::new(to.range.clone(), what).help(MESSAGE)
    })
}

/// Another arrow than `->` and `-->`; one that goes on with more heads is not corrected.
fn wrong_arrow(arrow: &Part<String>, is_longer: bool) -> SyntaxError {
    let error =
        SyntaxError::new(arrow.range.clone(), format!("`{}` is not the arrow of a message", arrow.value))
            .help("write `->` for a call and `-->` for a return");
    match arrow.value.as_str() {
        _ if is_longer => error,
        "-->>" => error.instead("-->"),
        other if other.contains(['<', '←', '⟵', '⇐', '↔', '⇔']) => {
            error.help("write the sender first, then `->` or `-->`, then the receiver")
        }
        _ => error.instead("->"),
    }
}

/// The form of a message.
const MESSAGE: &str = "write a message as `Modality -> STORAGE: C-STORE-RQ`";

/// The form of a note.
const NOTE: &str = "write a note as `note over STORAGE: text`";
