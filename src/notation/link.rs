//! Links between Application Entities.

use std::fmt;
use std::ops::Range;

use pest::iterators::Pair;

use super::error::{SyntaxError, blank, shown, trimmed, unexpected};
use super::grammar::{Rule, part, range, read};
use super::{Part, Reference};

/// A link in one line: `CT1 -> PACS push production`, `VIEWER -> north#WEB pull`, `"CT 1" -> PACS push`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The entity that the link starts from.
    pub source: Part<Reference>,
    /// The entity that the link leads to.
    pub target: Part<Reference>,
    /// `PUSH`, `PULL` or `BIDIR`, however it is written.
    pub direction: Part<String>,
    /// `planned`, `approved`, `production`, `deprecated` or `obsolete`, however it is written.
    pub status: Option<Part<String>>,
}

impl Link {
    /// Reads a link.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let pairs = read(Rule::link, text).map_err(|stop| {
            if text.trim().is_empty() {
                return blank(text, "a link").help(HOW);
            }
            mistake(text).unwrap_or_else(|| unexpected(text, stop, "a link").help(HOW))
        })?;
        let nowhere = || {
            let nobody = Part::new(String::new(), trimmed(text));
            Part::new(Reference { document: None, entity: nobody }, trimmed(text))
        };
        let mut link = Self {
            source: nowhere(),
            target: nowhere(),
            direction: Part::new(String::new(), trimmed(text)),
            status: None,
        };
        for pair in pairs {
            match pair.as_rule() {
                Rule::link_source => link.source = reference(pair),
                Rule::link_target => link.target = reference(pair),
                Rule::link_direction => link.direction = part(&pair).map(|word| word.to_ascii_uppercase()),
                Rule::link_status => link.status = Some(part(&pair).map(|word| word.to_ascii_lowercase())),
                _ => {}
            }
        }
        Ok(link)
    }
}

impl fmt::Display for Link {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let direction = self.direction.value.to_ascii_lowercase();
        write!(out, "{} -> {} {direction}", self.source.value, self.target.value)?;
        match &self.status {
            Some(status) => write!(out, " {}", status.value),
            None => Ok(()),
        }
    }
}

/// One end of the link.
fn reference(pair: Pair<'_, Rule>) -> Part<Reference> {
    let range = range(&pair);
    Part::new(Reference::of(pair.into_inner(), range.clone()), range)
}

/// What is wrong with a text that is no link, word by word.
fn mistake(text: &str) -> Option<SyntaxError> {
    let pairs = read(Rule::link_loose, text).ok()?;
    let words = |pair: Pair<'_, Rule>| pair.into_inner().map(|word| part(&word)).collect::<Vec<_>>();
    let (mut before, mut arrow, mut after) = (Vec::new(), None, Vec::new());
    for pair in pairs {
        match pair.as_rule() {
            Rule::link_before => before = words(pair),
            Rule::link_arrow => arrow = Some(part(&pair)),
            Rule::link_after => after = words(pair),
            _ => {}
        }
    }
    let Some(arrow) = arrow else {
        return Some(missing_arrow(&before));
    };
    wrong_arrow(&arrow, &before, &after)
        .or_else(|| wrong_source(&before, &arrow))
        .or_else(|| wrong_target(&after, &arrow))
        .or_else(|| wrong_direction(&after))
        .or_else(|| wrong_status(&after))
        .or_else(|| before.iter().chain(&after).find_map(wrong_name))
}

/// The stretch from the first word to the last.
fn stretch(words: &[Part<String>]) -> Range<usize> {
    match words {
        [] => 0..0,
        [first, .., last] => first.range.start..last.range.end,
        [only] => only.range.clone(),
    }
}

/// The words as they stood, one blank between.
fn joined(words: &[Part<String>]) -> String {
    words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(" ")
}

/// No arrow at all.
fn missing_arrow(words: &[Part<String>]) -> SyntaxError {
    match words {
        [_, second, ..] if matches!(second.value.to_ascii_lowercase().as_str(), "to" | "-" | "to:") => {
            SyntaxError::new(
                second.range.clone(),
                format!("`{}` stands where `->` is expected", second.value),
            )
            .help(HOW)
            .instead("->")
        }
        [_, second, _, ..] => SyntaxError::new(
            second.range.clone(),
            format!("`->` is missing before `{}`", shown(&second.value)),
        )
        .help(HOW)
        .instead(format!("-> {}", second.value)),
        _ => {
            SyntaxError::new(stretch(words), format!("`{}` has no `->` and no target", shown(&joined(words))))
                .help(HOW)
        }
    }
}

/// Another arrow than `->`.
fn wrong_arrow(arrow: &Part<String>, before: &[Part<String>], after: &[Part<String>]) -> Option<SyntaxError> {
    if arrow.value == "->" {
        return None;
    }
    let error =
        SyntaxError::new(arrow.range.clone(), format!("`{}` is not the arrow of a link", arrow.value));
    let (source, target) = (joined(before), after.first().map_or("TARGET", |first| first.value.as_str()));
    Some(match arrow.value.as_str() {
        "<->" | "<-->" | "↔" | "⇔" => error.help(format!("write `{} -> {target} bidir`", shown(&source))),
        "<-" | "<--" | "<<--" | "←" | "⟵" | "⇐" => {
            error.help(format!("name the source first: `{target} -> {}`", shown(&source)))
        }
        _ => error.help("write `->`").instead("->"),
    })
}

/// No source, or one of several words.
fn wrong_source(before: &[Part<String>], arrow: &Part<String>) -> Option<SyntaxError> {
    match before {
        [] => Some(SyntaxError::new(arrow.range.clone(), "no source stands before `->`").help(HOW)),
        [_] => None,
        _ => Some(unquoted_name(before)),
    }
}

/// No target, or one of several words.
fn wrong_target(after: &[Part<String>], arrow: &Part<String>) -> Option<SyntaxError> {
    let Some(first) = after.first() else {
        return Some(SyntaxError::new(arrow.range.clone(), "no target stands after `->`").help(HOW));
    };
    let direction_at = after.iter().position(|word| direction(&word.value).is_some());
    match direction_at {
        Some(0) if after.len() == 1 || status(&after[1].value) => Some(
            SyntaxError::new(first.range.clone(), format!("no target stands before `{}`", first.value))
                .help(HOW),
        ),
        Some(at) if at > 1 => Some(unquoted_name(&after[..at])),
        _ => None,
    }
}

/// A name with blanks and no quotes.
fn unquoted_name(words: &[Part<String>]) -> SyntaxError {
    let name = joined(words);
    let error = SyntaxError::new(stretch(words), format!("the name `{}` has blanks", shown(&name)));
    if name.contains(['"', '#']) {
        return error.help("put a name with blanks in quotes, for example `north#\"CT 1\"`");
    }
    error.help(format!("write `\"{}\"`", shown(&name))).instead(format!("\"{name}\""))
}

/// A direction that is missing, or none of the three.
fn wrong_direction(after: &[Part<String>]) -> Option<SyntaxError> {
    const DIRECTIONS: &str = "write `push`, `pull` or `bidir` after the target";
    let Some(second) = after.get(1) else {
        let target = after.first()?;
        let what = format!("the direction is missing after `{}`", shown(&target.value));
        return Some(SyntaxError::new(target.range.clone(), what).help(DIRECTIONS));
    };
    if status(&second.value) {
        let what = format!("the direction is missing before `{}`", second.value);
        return Some(SyntaxError::new(second.range.clone(), what).help(DIRECTIONS));
    }
    if direction(&second.value).is_some_and(|right| right == second.value.to_ascii_lowercase()) {
        return None;
    }
    let error =
        SyntaxError::new(second.range.clone(), format!("`{}` is not a direction", shown(&second.value)));
    Some(match direction(&second.value) {
        Some(right) => error.help(format!("write `{right}`")).instead(right),
        None => error.help(DIRECTIONS),
    })
}

/// A status that is none of the five, or words after it.
fn wrong_status(after: &[Part<String>]) -> Option<SyntaxError> {
    let third = after.get(2)?;
    if !status(&third.value) {
        let what = format!("`{}` is not a status", shown(&third.value));
        let help = "write `planned`, `approved`, `production`, `deprecated` or `obsolete`, or nothing, which means `planned`";
        return Some(SyntaxError::new(third.range.clone(), what).help(help));
    }
    let rest = after.get(3..).filter(|rest| !rest.is_empty())?;
    Some(
        SyntaxError::new(
            stretch(rest),
            format!("`{}` stands after the end of the link", shown(&joined(rest))),
        )
        .help("describe a link behind a colon: `CT1 -> PACS push: Final images`"),
    )
}

/// A name whose quotes or whose `#` are not as they should be.
fn wrong_name(word: &Part<String>) -> Option<SyntaxError> {
    Reference::parse(&word.value).err().map(|error| error.moved(word.range.start))
}

/// The direction that a word means.
fn direction(word: &str) -> Option<&'static str> {
    match word.to_ascii_lowercase().as_str() {
        "push" | "pushes" => Some("push"),
        "pull" | "pulls" => Some("pull"),
        "bidir" | "bidirectional" | "bi-directional" | "both" => Some("bidir"),
        _ => None,
    }
}

/// Whether a word is a status.
fn status(word: &str) -> bool {
    ["planned", "approved", "production", "deprecated", "obsolete"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

/// The form of a link.
const HOW: &str = "write `SOURCE -> TARGET direction [status]`, for example `CT1 -> PACS push production`";
