//! `SyntaxError`: what is wrong with a text, where, and how to mend it.

use std::fmt;
use std::ops::Range;

use super::grammar::Stop;

/// Why a text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// The exact part that is wrong, in bytes of the text; empty only where the whole text is.
    pub range: Range<usize>,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
    /// How to mend it, in the words of the notation.
    pub help: Option<String>,
    /// A change that makes this part right, where there is just one way to mean it.
    pub correction: Option<Correction>,
}

/// A change of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What is replaced, in bytes of the text.
    pub range: Range<usize>,
    /// The text that takes its place.
    pub text: String,
}

impl SyntaxError {
    /// The part at `range` is wrong, as `message` says.
    pub(crate) fn new(range: Range<usize>, message: impl Into<String>) -> Self {
        Self { range, message: message.into(), help: None, correction: None }
    }

    /// With the remedy.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With a text for the place of the part that is wrong.
    #[must_use]
    pub(super) fn instead(self, text: impl Into<String>) -> Self {
        let range = self.range.clone();
        self.replacing(range, text)
    }

    /// With a text for another stretch than the part that is wrong.
    #[must_use]
    pub(super) fn replacing(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.correction = Some(Correction { range, text: text.into() });
        self
    }

    /// The same error `bytes` further on, for a text that was cut out of a longer one.
    #[must_use]
    pub fn moved(mut self, bytes: usize) -> Self {
        self.range = self.range.start + bytes..self.range.end + bytes;
        if let Some(correction) = &mut self.correction {
            correction.range = correction.range.start + bytes..correction.range.end + bytes;
        }
        self
    }

    /// The text with the correction made, where there is one that fits the text.
    pub fn corrected(&self, text: &str) -> Option<String> {
        let correction = self.correction.as_ref()?;
        let before = text.get(..correction.range.start)?;
        let after = text.get(correction.range.end..)?;
        Some(format!("{before}{}{after}", correction.text))
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for SyntaxError {}

/// The text is blank where `what` is expected.
pub(super) fn blank(text: &str, what: &str) -> SyntaxError {
    SyntaxError::new(0..text.len(), format!("{what} is missing: the text is blank"))
}

/// The word at which a text stops being `what`.
pub(super) fn unexpected(text: &str, stop: Stop, what: &str) -> SyntaxError {
    let range = word_at(text, stop.0);
    let message = format!("unexpected `{}` in {what}", shown(&text[range.clone()]));
    SyntaxError::new(range, message)
}

/// The word at or after a position, else the last one of the text.
fn word_at(text: &str, position: usize) -> Range<usize> {
    let position = text.get(position..).map_or(0, |_| position);
    let rest = &text[position..];
    let start = position + (rest.len() - rest.trim_start().len());
    let word = text[start..].split(char::is_whitespace).next().unwrap_or_default();
    if !word.is_empty() {
        return start..start + word.len();
    }
    let kept = text.trim_end();
    let last = kept.rsplit(char::is_whitespace).next().unwrap_or_default();
    if last.is_empty() { 0..text.len() } else { kept.len() - last.len()..kept.len() }
}

/// The range of a text without the white space around it; all of it where there is nothing else.
pub(super) fn trimmed(text: &str) -> Range<usize> {
    let kept = text.trim();
    let start = text.len() - text.trim_start().len();
    if kept.is_empty() { 0..text.len() } else { start..start + kept.len() }
}

/// A value as messages show it: on one line, and cut where it is very long.
pub(super) fn shown(value: &str) -> String {
    const LONGEST: usize = 60;
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line,
    }
}
