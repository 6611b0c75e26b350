//! What a syntax error of YAML means to somebody who writes a statement.

use granit_parser::{ErrorKind, ScanError};

/// Collections inside collections, deepest; beyond it a document is refused.
pub(crate) const MAX_NESTING: usize = 128;

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
        ErrorKind::InvalidQuotedScalarIndent => (
            "the quoted text of the line above does not end there",
            "close the quotation mark, or indent the lines that belong to it",
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
            let help = quoting_help(source, position)
                .unwrap_or_else(|| "if it is part of a text, quote the text".to_owned());
            return ("a `:` stands where no value may begin".to_owned(), Some(help));
        }
        ErrorKind::UnexpectedCharacter { character } => {
            let help = quoting_help(source, position)
                .unwrap_or_else(|| format!("a text that begins with `{character}` must be quoted"));
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

/// How long a line may be, in bytes, that is shown as it should be.
const LONGEST_ADVICE: usize = 120;

/// Advice to quote, where the line has a value that looks as if it should be.
fn quoting_help(source: &str, position: usize) -> Option<String> {
    let start = source.get(..position)?.rfind('\n').map_or(0, |newline| newline + 1);
    let line = source.get(start..)?.lines().next()?;
    let (key, value) = line.split_once(": ")?;
    let value = value.trim();
    let is_suspicious = value.starts_with(['#', '@', '*', '&', '!', '|', '>', '%', '`'])
        || value.starts_with("{{")
        || value.contains(": ") && !value.starts_with(['{', '[', '"', '\'']);
    let is_short = line.len() <= LONGEST_ADVICE;
    (is_suspicious && is_short)
        .then(|| format!("quote the value: {}: \"{}\"", key.trim(), value.replace('"', "\\\"")))
}
