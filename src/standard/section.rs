//! The places of the standard that we cite: parts, chapters, annexes, sections and tables, with titles and addresses.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{columns, rows};

/// What a place of a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The part as a whole.
    Part,
    /// What NEMA disclaims, before the first chapter.
    Notice,
    /// A chapter: `chapter 6`.
    Chapter,
    /// A section of a chapter or of an annex: `section A.4`.
    Section,
    /// An annex: `Annex A`.
    Annex,
    /// A table: `Table K.6-1`.
    Table,
}

impl Kind {
    /// The word before the number of such a place.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Part => "",
            Self::Notice => "notice and disclaimer",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Annex => "Annex",
            Self::Table => "Table",
        }
    }

    /// Whether such places are numbered like this.
    pub fn has_number(self, number: &str) -> bool {
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_letters = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_section = |text: &str| {
            let mut parts = text.split('.');
            parts.next().is_some_and(|first| is_digits(first) || is_letters(first)) && parts.all(is_digits)
        };
        match self {
            Self::Part | Self::Notice => number.is_empty(),
            Self::Chapter => is_digits(number),
            Self::Annex => is_letters(number),
            Self::Section => number.contains('.') && is_section(number),
            Self::Table => number.split_once('-').is_some_and(|(section, last)| {
                is_section(section) && is_digits(last.trim_end_matches(|end: char| end.is_ascii_lowercase()))
            }),
        }
    }
}

/// A place of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The number of the part: 4 for PS3.4.
    pub part: u8,
    /// What it is.
    pub kind: Kind,
    /// Its number; empty where there is none.
    pub number: &'static str,
    /// Its title, without what says that it is normative; empty where we do not know it.
    pub title: &'static str,
    /// The last edition that has it; empty where the current one does.
    pub edition: &'static str,
    /// How we know the title.
    pub known_from: &'static str,
}

impl Place {
    fn of(row: &'static str) -> Option<Self> {
        let [part, place, title, edition, known_from] = columns(row);
        let part = part.strip_prefix("PS3.")?.parse().ok()?;
        let (kind, number) = kind_and_number(place)?;
        Some(Self { part, kind, number, title, edition, known_from })
    }

    /// Where it is to be read.
    pub fn address(&self) -> String {
        let edition = if self.edition.is_empty() { "current" } else { self.edition };
        let part =
            format!("https://dicom.nema.org/medical/dicom/{edition}/output/html/part{:02}.html", self.part);
        match self.kind {
            Kind::Part => part,
            Kind::Notice => part + "#chapter_Notice",
            Kind::Chapter | Kind::Annex => format!("{part}#chapter_{}", self.number),
            Kind::Section => format!("{part}#sect_{}", self.number),
            Kind::Table => format!("{part}#table_{}", self.number),
        }
    }
}

/// What `section A.4` is, and its number.
fn kind_and_number(place: &str) -> Option<(Kind, &str)> {
    match place {
        "" => Some((Kind::Part, "")),
        "notice and disclaimer" => Some((Kind::Notice, "")),
        _ => {
            let (word, number) = place.split_once(' ')?;
            let kinds = [Kind::Chapter, Kind::Section, Kind::Annex, Kind::Table];
            let kind = kinds.into_iter().find(|kind| kind.word() == word)?;
            kind.has_number(number).then_some((kind, number))
        }
    }
}

static PLACES: LazyLock<Vec<Place>> =
    LazyLock::new(|| rows(include_str!("tables/sections.tsv")).filter_map(Place::of).collect());

static BY_NUMBER: LazyLock<HashMap<(u8, Kind, &'static str), &'static Place>> =
    LazyLock::new(|| PLACES.iter().map(|place| ((place.part, place.kind, place.number), place)).collect());

/// Every place, in the order of the table.
pub fn all() -> &'static [Place] {
    &PLACES
}

/// The place of a number.
pub fn place(part: u8, kind: Kind, number: &str) -> Option<&'static Place> {
    BY_NUMBER.get(&(part, kind, number)).copied()
}
