//! References to entities, here and in other documents.

use std::fmt;

use pest::iterators::Pair;

use super::Part;
use super::error::{SyntaxError, blank, shown, trimmed, unexpected};
use super::grammar::{Rule, part, read};

/// A reference to an entity: `PACS` in the same document, `north#PACS` in the one declared as `north`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The name under which the other document is declared.
    pub document: Option<Part<String>>,
    /// The name of the entity.
    pub entity: Part<String>,
}

impl Reference {
    /// Reads a reference that stands alone; the names may hold blanks.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let pairs = read(Rule::reference, text).map_err(|stop| match text.trim() {
            "" => blank(text, "a reference").help(HOW),
            whole if whole.starts_with('#') || whole.ends_with('#') => {
                let side =
                    if whole.starts_with('#') { "document stands before" } else { "entity stands after" };
                let at = if whole.starts_with('#') { trimmed(text).start } else { trimmed(text).end - 1 };
                SyntaxError::new(at..at + 1, format!("no {side} `#`")).help(HOW)
            }
            whole if whole.contains('"') => SyntaxError::new(
                trimmed(text),
                format!("the quotes of `{}` do not enclose a name", shown(whole)),
            )
            .help("write a name with its quotes closed, for example `\"CT 1\"`"),
            _ => unexpected(text, stop, "a reference").help(HOW),
        })?;
        Ok(Self::of(pairs, trimmed(text)))
    }

    /// The reference that the pairs of a grammar tell.
    pub(super) fn of<'text>(
        pairs: impl Iterator<Item = Pair<'text, Rule>>,
        whole: std::ops::Range<usize>,
    ) -> Self {
        let mut reference = Self { document: None, entity: Part::new(String::new(), whole) };
        for pair in pairs {
            match pair.as_rule() {
                Rule::reference_document | Rule::link_document => reference.document = Some(unquoted(&pair)),
                Rule::reference_entity | Rule::link_entity => reference.entity = unquoted(&pair),
                _ => {}
            }
        }
        reference
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(document) = &self.document {
            write!(out, "{}#", Quoted(&document.value))?;
        }
        Quoted(&self.entity.value).fmt(out)
    }
}

/// A name as it stands in a link: in quotes where it would be cut otherwise.
struct Quoted<'name>(&'name str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if read(Rule::link_name_alone, self.0).is_ok() {
            out.write_str(self.0)
        } else {
            write!(out, "\"{}\"", self.0)
        }
    }
}

/// A name without its quotes.
fn unquoted(pair: &Pair<'_, Rule>) -> Part<String> {
    let mut inmost = pair.clone();
    while let Some(inner) = inmost.clone().into_inner().next() {
        inmost = inner;
    }
    part(&inmost)
}

/// The forms of a reference.
const HOW: &str = "write `ENTITY`, or `NAME#ENTITY` for an entity of another document";
