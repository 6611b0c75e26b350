//! What a syntax error of YAML means to somebody who writes a statement.

use granit_parser::{ErrorKind, ScanError};

use super::parse::MAX_NESTING;

/// Message and help for a syntax error at a position of a text.
pub(crate) fn explain(error: &ScanError, source: &str, position: usize) -> (String, Option<String>) {
    let (message, help) = match error.kind() {
        ErrorKind::RecursionLimitExceeded => {
            return (format!("collections are nested more than {MAX_NESTING} deep"), None);
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => (
            "a tab stands where YAML wants blanks",
            "indent with blanks; set your editor to insert them for a tab",
        ),
        ErrorKind::UnclosedQuotedScalar => ("a quoted text does not end", "close the quotation mark"),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::MismatchedFlowCollectionEnd { .. } => (
            "a list in `[…]` or a mapping in `{…}` is not written right",
            "separate with commas and close the bracket; inside brackets quote a text that has a comma, a colon or a bracket",
        ),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            ("a `:` stands where no value may begin", "if it is part of a text, quote the text")
        }
        ErrorKind::UnexpectedCharacter { character } => {
            let help = format!("a text that begins with `{character}` must be quoted");
            return (format!("a value cannot begin with `{character}`"), Some(help));
        }
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey => (
            "this line does not fit the lines above it",
            "indent it as its neighbours; after a key write `: `, before an element of a list `- `",
        ),
        kind => return (format!("the YAML cannot be read here: {kind}"), quoting_help(source, position)),
    };
    (message.to_owned(), Some(help.to_owned()))
}

/// Advice to quote, where the line has a value that looks as if it should be.
fn quoting_help(source: &str, position: usize) -> Option<String> {
    let start = source.get(..position)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = source.get(start..)?.lines().next()?;
    let (key, value) = line.split_once(": ")?;
    let value = value.trim();
    let suspicious =
        value.starts_with(['#', '@', '{', '[', '*', '&', '!', '|', '>', '%', '`']) || value.contains(": ");
    suspicious.then(|| format!("quote the value: {}: \"{}\"", key.trim(), value.replace('"', "\\\"")))
}
