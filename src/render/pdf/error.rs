//! Why a document does not become a PDF file.

use std::fmt::{self, Display, Formatter};

use krilla::configure::ValidationError;
use krilla::error::KrillaError;

use crate::render::typeset::font::UnusableFont;

/// Why a document does not become a PDF file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What is wrong.
    message: String,
}

impl Error {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// A picture that cannot be read.
    pub(super) fn picture(message: impl Display) -> Self {
        Self::new(format!("a picture cannot be read: {message}"))
    }
}

impl Display for Error {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "the PDF file cannot be written: {}", self.message)
    }
}

impl std::error::Error for Error {}

impl From<UnusableFont> for Error {
    fn from(error: UnusableFont) -> Self {
        Self::new(error.to_string())
    }
}

impl From<KrillaError> for Error {
    fn from(error: KrillaError) -> Self {
        match error {
            KrillaError::Validation(faults) => {
                let mut said: Vec<String> = Vec::new();
                for (fault, _) in &faults {
                    let fault = described(fault);
                    if !said.contains(&fault) {
                        said.push(fault);
                    }
                }
                said.truncate(3);
                Self::new(format!("it would not keep to PDF/A-2a and PDF/UA-1: {}", said.join("; ")))
            }
            KrillaError::Font(_, message) => Self::new(format!("a font cannot be embedded: {message}")),
            KrillaError::Image(_, _, message) => Self::picture(message),
            other => Self::new(other.to_string()),
        }
    }
}

impl From<krilla::configure::ConfigurationError> for Error {
    fn from(error: krilla::configure::ConfigurationError) -> Self {
        Self::new(format!("{error:?}"))
    }
}

/// What a validator says, in words.
fn described(fault: &ValidationError) -> String {
    match fault {
        ValidationError::RestrictedLicense(_) => "the licence of a font forbids embedding".to_owned(),
        ValidationError::ContainsNotDefGlyph(_, _, text) => format!("no font has the character `{text}`"),
        ValidationError::InvalidCodepointMapping(_, _, letter, _)
        | ValidationError::UnicodePrivateArea(_, _, letter, _) => {
            format!("the character {} has no meaning", letter.escape_unicode())
        }
        ValidationError::TooLongString => "a text is longer than a PDF file can hold".to_owned(),
        ValidationError::TooManyIndirectObjects => "it has too many parts".to_owned(),
        ValidationError::MissingAltText(_) => "a figure has no description".to_owned(),
        other => format!("{other:?}"),
    }
}
