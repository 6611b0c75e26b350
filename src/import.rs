//! Other people's files → the model, and the model → files that other systems read.
//!
//! Each format is one file, which reads it and writes it. Nothing here knows YAML or asks a rule: what a table wants of a
//! site is told as [`Edit`](crate::finding::Edit)s by route, and what a configuration file says of a network as a
//! [`Draft`], whose every value knows its place in that file.

mod cells;
mod columns;
mod csv;
mod dcm4chee;
mod dcmtk;
mod draft;
mod export;
mod json;
mod orthanc;
mod peers;
mod rows;
mod shaping;
mod wishes;
mod words;

pub use self::columns::{Columns, Subject};
pub use self::csv::Sheet;
pub use self::draft::{Draft, Drafted};
pub use self::export::{Exported, table};
pub use self::peers::{Configuration, peers};
pub use self::rows::{Row, Rows, rows};
pub use self::wishes::{Change, Fate, Refusal, Wish, Wishes, wishes};

/// A format of another system that tells who its peers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The configuration of Orthanc, JSON with comments: `DicomModalities`.
    Orthanc,
    /// The configuration of dcm4chee-arc, an LDIF of PS3.15 Annex H.
    Dcm4chee,
    /// The configuration of `dcmqrscp` of DCMTK: `HostTable`.
    Dcmtk,
}

impl Format {
    /// What a file of this format says of a network.
    pub fn read(self, text: &str) -> Draft {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        match self {
            Self::Orthanc => orthanc::read(text),
            Self::Dcm4chee => dcm4chee::read(text),
            Self::Dcmtk => dcmtk::read(text),
        }
    }
}

/// Something in a file that could not be understood, or not entirely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Remark {
    fn new(line: usize, column: usize, message: impl Into<String>) -> Self {
        Self { line, column, message: message.into(), help: None }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}
