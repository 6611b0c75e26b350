//! Presentation contexts, PS3.2 section A.4.2.1.3.1.2.

use std::fmt;
use std::ops::Range;

use pest::iterators::{Pair, Pairs};

use super::error::{SyntaxError, blank, shown, trimmed, unexpected};
use super::grammar::{Rule, Stop, part, range, read};
use super::item::{qualifier, unknown_qualifier};
use super::{Item, Part};

/// A presentation context in one line: `CT Image Storage | MR Image Storage as SCP in uncompressed (option)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Names, keywords, UIDs or set names of the abstract syntaxes: at least one.
    pub abstract_syntaxes: Vec<Part<String>>,
    /// `SCU`, `SCP` or `BOTH`.
    pub role: Part<String>,
    /// Names, keywords, UIDs or set names of the transfer syntaxes; none where `in` is left out.
    pub transfer_syntaxes: Vec<Part<String>>,
    /// What follows `negotiating`.
    pub negotiation: Option<Part<String>>,
    /// The word in brackets at the end, in lower case: a support (`option`) or a demand (`should`).
    pub qualifier: Option<Part<String>>,
}

impl Context {
    /// Reads a presentation context.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let pairs = match read(Rule::context, text) {
            Ok(pairs) => pairs,
            Err(_) if text.trim().is_empty() => return Err(blank(text, "a presentation context").help(HOW)),
            Err(stop) => return Err(mistake(text, stop)),
        };
        let mut context = Self {
            abstract_syntaxes: Vec::new(),
            role: Part::new(String::new(), trimmed(text)),
            transfer_syntaxes: Vec::new(),
            negotiation: None,
            qualifier: None,
        };
        for pair in pairs {
            context.take(pair)?;
        }
        context.checked(text)
    }

    /// Takes over what one clause says.
    fn take(&mut self, pair: Pair<'_, Rule>) -> Result<(), SyntaxError> {
        match pair.as_rule() {
            Rule::abstract_syntaxes => self.abstract_syntaxes = list(&pair)?,
            Rule::role_clause => self.role = role(pair)?,
            Rule::transfer_clause => self.transfer_syntaxes = transfer_syntaxes(pair)?,
            Rule::negotiating_clause => self.negotiation = Some(negotiation(pair)?),
            Rule::qualifier => self.qualifier = Some(qualifier(&pair)),
            Rule::qualifier_near => return Err(unknown_qualifier(&pair)),
            _ => {}
        }
        Ok(())
    }

    /// The context, unless its parts stand in each other's place.
    fn checked(self, text: &str) -> Result<Self, SyntaxError> {
        if self.abstract_syntaxes.is_empty() {
            let place = trimmed(text).start..self.role.range.end;
            return Err(SyntaxError::new(place, "no abstract syntax stands before the role").help(HOW));
        }
        if let Some(error) =
            self.abstract_syntaxes.iter().chain(&self.transfer_syntaxes).find_map(inner_qualifier)
        {
            return Err(error);
        }
        match self
            .abstract_syntaxes
            .last()
            .and_then(|last| last.value.rfind(" in ").map(|at| last.range.start + at))
        {
            Some(at) if self.transfer_syntaxes.is_empty() => Err(self.role_last(text, at)),
            _ => Ok(self),
        }
    }

    /// The role stands behind the transfer syntaxes, which begin with the ` in ` at byte `at`.
    fn role_last(&self, text: &str, at: usize) -> SyntaxError {
        let end = self.abstract_syntaxes.last().map_or(at, |last| last.range.end);
        let (before, after) = (text[..at].trim(), text[at..end].trim());
        let right = format!("{before} as {} {after}", self.role.value);
        SyntaxError::new(
            self.role.range.clone(),
            format!("the role `{}` stands after the transfer syntaxes", self.role.value),
        )
        .help(format!("write `{}`", shown(&right)))
        .replacing(trimmed(text).start..self.role.range.end, right)
    }
}

impl fmt::Display for Context {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |parts: &[Part<String>]| {
            parts.iter().map(|part| part.value.as_str()).collect::<Vec<_>>().join(" | ")
        };
        write!(out, "{} as {}", joined(&self.abstract_syntaxes), self.role.value)?;
        if !self.transfer_syntaxes.is_empty() {
            write!(out, " in {}", joined(&self.transfer_syntaxes))?;
        }
        if let Some(negotiation) = &self.negotiation {
            write!(out, " negotiating {}", negotiation.value)?;
        }
        if let Some(qualifier) = &self.qualifier {
            write!(out, " ({})", qualifier.value)?;
        }
        Ok(())
    }
}

/// The elements of a list, none of them empty; nothing where the list is.
fn list(pair: &Pair<'_, Rule>) -> Result<Vec<Part<String>>, SyntaxError> {
    let mut elements = Vec::new();
    let mut bar: Option<Range<usize>> = None;
    let mut element_before = false;
    for inner in pair.clone().into_inner() {
        if inner.as_rule() == Rule::bar {
            if !element_before {
                return Err(empty_element(bar.map_or(range(&inner), |first| first.start..range(&inner).end)));
            }
            bar = Some(range(&inner));
            element_before = false;
        } else {
            elements.push(part(&inner));
            element_before = true;
        }
    }
    match bar {
        Some(bar) if !element_before => Err(empty_element(bar)),
        _ => Ok(elements),
    }
}

/// A `|` beside which nothing stands.
fn empty_element(range: Range<usize>) -> SyntaxError {
    SyntaxError::new(range, "an element of the list is empty")
        .help("write a name on each side of `|`, or take it away")
}

/// The role, in the letters it has to be written in.
fn role(clause: Pair<'_, Rule>) -> Result<Part<String>, SyntaxError> {
    let mut role = Part::new(String::new(), range(&clause));
    for pair in clause.into_inner() {
        match pair.as_rule() {
            Rule::as_word => keyword(&pair, "as")?,
            _ => role = part(&pair),
        }
    }
    let right = role.value.to_ascii_uppercase();
    if right == role.value { Ok(role) } else { Err(unknown_role(&role)) }
}

/// The transfer syntaxes after `in`: at least one.
fn transfer_syntaxes(clause: Pair<'_, Rule>) -> Result<Vec<Part<String>>, SyntaxError> {
    let mut word = range(&clause);
    let mut syntaxes = Vec::new();
    for pair in clause.into_inner() {
        match pair.as_rule() {
            Rule::in_word => {
                keyword(&pair, "in")?;
                word = range(&pair);
            }
            _ => syntaxes = list(&pair)?,
        }
    }
    if syntaxes.is_empty() {
        return Err(SyntaxError::new(word, "no transfer syntax stands after `in`").help(HOW));
    }
    Ok(syntaxes)
}

/// What follows `negotiating`: at least a word.
fn negotiation(clause: Pair<'_, Rule>) -> Result<Part<String>, SyntaxError> {
    let mut word = range(&clause);
    for pair in clause.into_inner() {
        if pair.as_rule() == Rule::negotiation {
            return Ok(part(&pair));
        }
        keyword(&pair, "negotiating")?;
        word = range(&pair);
    }
    Err(SyntaxError::new(word, "nothing stands after `negotiating`")
        .help("name the extended negotiation, for example `negotiating relational queries`"))
}

/// Refuses a keyword that is not in small letters.
fn keyword(pair: &Pair<'_, Rule>, right: &str) -> Result<(), SyntaxError> {
    if pair.as_str() == right {
        return Ok(());
    }
    let what = format!("`{}` is written with capital letters", pair.as_str());
    Err(SyntaxError::new(range(pair), what).help(format!("write `{right}`")).instead(right))
}

/// A qualifier behind an element of a list, where it does not speak of the whole context.
fn inner_qualifier(element: &Part<String>) -> Option<SyntaxError> {
    if !element.value.ends_with(')') {
        return None;
    }
    let found = Item::parse(&element.value).ok()?.qualifier?.moved(element.range.start);
    Some(misplaced_qualifier(found.range.start - 1..found.range.end + 1, &found.value))
}

/// A qualifier that does not stand at the end.
fn misplaced_qualifier(range: Range<usize>, word: &str) -> SyntaxError {
    SyntaxError::new(range, format!("`({word})` stands before the end of the presentation context"))
        .help(format!("write `({word})` at the very end, where it speaks of the whole context; what differs is a context of its own"))
}

/// A word that is no role.
fn unknown_role(role: &Part<String>) -> SyntaxError {
    let error = SyntaxError::new(role.range.clone(), format!("`{}` is not a role", shown(&role.value)))
        .help("write `SCU`, `SCP` or `BOTH`");
    match role.value.to_ascii_uppercase().as_str() {
        right @ ("SCU" | "SCP" | "BOTH") => {
            error.help(format!("write `{right}`, in capital letters")).instead(right)
        }
        "SCU/SCP" | "SCP/SCU" | "SCU|SCP" | "SCP|SCU" | "SCU&SCP" | "SCU+SCP" => {
            error.help("write `BOTH`").instead("BOTH")
        }
        "USER" | "CLIENT" => error.help("write `SCU`").instead("SCU"),
        "PROVIDER" | "SERVER" => error.help("write `SCP`").instead("SCP"),
        _ => error,
    }
}

/// What is wrong with a text that is no context.
fn mistake(text: &str, stop: Stop) -> SyntaxError {
    let found = match read(Rule::context_after_role, text) {
        Ok(pairs) => after_role(pairs),
        Err(_) => read(Rule::context_without_role, text).ok().map(|pairs| without_role(text, pairs)),
    };
    found.unwrap_or_else(|| unexpected(text, stop, "a presentation context").help(HOW))
}

/// What is wrong with a role or behind it.
fn after_role(pairs: Pairs<'_, Rule>) -> Option<SyntaxError> {
    pairs.into_iter().find_map(|pair| match pair.as_rule() {
        Rule::role_clause => role(pair).err(),
        Rule::context_rest => pair.into_inner().next().map(|first| instead_of_in(&first)),
        _ => None,
    })
}

/// What stands after the role where `in` should.
fn instead_of_in(found: &Pair<'_, Rule>) -> SyntaxError {
    if found.as_rule() == Rule::qualifier {
        return misplaced_qualifier(range(found), &qualifier(found).value);
    }
    let word = found.as_str();
    let other = ["with", "using", "over", "via", "on", "by", "for", ":", "-", "=", ",", "|", "->"];
    if other.contains(&word.to_ascii_lowercase().as_str()) {
        return SyntaxError::new(range(found), format!("`{}` stands where `in` is expected", shown(word)))
            .help("write `in` between the role and the transfer syntaxes")
            .instead("in");
    }
    SyntaxError::new(range(found), format!("`in` is missing before `{}`", shown(word)))
        .help("write `in` between the role and the transfer syntaxes")
        .instead(format!("in {word}"))
}

/// What is wrong where no role could be read.
fn without_role(text: &str, pairs: Pairs<'_, Rule>) -> SyntaxError {
    let (mut cut, mut word) = (None, None);
    for pair in pairs {
        match pair.as_rule() {
            Rule::context_cut => cut = pair.into_inner().next(),
            Rule::context_after => word = pair.into_inner().next().map(|word| part(&word)),
            _ => {}
        }
    }
    let Some(cut) = cut else {
        let what = "the role of the presentation context is missing";
        return SyntaxError::new(trimmed(text), what).help(HOW);
    };
    match cut.as_rule() {
        Rule::in_word => SyntaxError::new(range(&cut), "`as` and a role are missing before `in`").help(HOW),
        Rule::role_bare => {
            let right = cut.as_str().to_ascii_uppercase();
            SyntaxError::new(range(&cut), format!("`as` is missing before `{}`", cut.as_str()))
                .help(format!("write `as {right}`"))
                .instead(format!("as {right}"))
        }
        _ => match word {
            Some(word) if !word.value.eq_ignore_ascii_case("in") => unknown_role(&word),
            _ => SyntaxError::new(range(&cut), "the role is missing after `as`").help(HOW),
        },
    }
}

/// The form of a presentation context.
const HOW: &str = "write `ABSTRACT SYNTAX as SCU in TRANSFER SYNTAX`, with `SCU`, `SCP` or `BOTH`; lists have ` | ` between";
