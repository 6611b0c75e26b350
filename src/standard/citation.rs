//! Citations of the standard: `PS3.4, sections A.4 and B.4.4.1`, `PS3.6, chapter 6 and Annex A`, `PS3.22`.
//!
//! A citation names one part and its places, separated by commas, `and` or `to`. What the reader shall look for may
//! follow, behind a colon or in parentheses.

use super::section::{self, Kind, Place};

/// A citation as it is written, cut where it names places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation<'t> {
    /// The number of the part.
    pub part: u8,
    /// All of it, in order.
    pub pieces: Vec<Piece<'t>>,
}

/// A piece of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// What stands between places, and around them.
    Words(&'t str),
    /// A place: what is written, such as `section A.4` or just `A.4`, what it is, and its number.
    Place(&'t str, Kind, &'t str),
}

/// How places are named; behind the first of several stands the plural.
const WORDS: &[(&str, Kind)] = &[
    ("notice and disclaimer", Kind::Notice),
    ("chapters ", Kind::Chapter),
    ("chapter ", Kind::Chapter),
    ("sections ", Kind::Section),
    ("section ", Kind::Section),
    ("Annexes ", Kind::Annex),
    ("Annex ", Kind::Annex),
    ("Tables ", Kind::Table),
    ("Table ", Kind::Table),
];

const SEPARATORS: &[&str] = &[", ", " and ", " to "];

impl<'t> Citation<'t> {
    /// Reads a citation; none where it is not of the standard, or not in this form.
    pub fn parse(written: &'t str) -> Option<Self> {
        let digits = written.strip_prefix("PS3.")?;
        let end = written.len() - digits.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
        let (name, rest) = written.split_at_checked(end)?;
        let part = name.strip_prefix("PS3.")?.parse().ok()?;
        if is_remark(rest) {
            let pieces = vec![Piece::Place(name, Kind::Part, ""), Piece::Words(rest)];
            return Some(Self { part, pieces });
        }
        let mut rest = rest.strip_prefix(", ")?;
        let mut pieces = vec![Piece::Words(name), Piece::Words(", ")];
        let mut named = None;
        loop {
            rest = named_place(rest, &mut named, &mut pieces)?;
            let Some(separator) = SEPARATORS.iter().find(|separator| rest.starts_with(*separator)) else {
                break;
            };
            let (separator, behind) = rest.split_at(separator.len());
            pieces.push(Piece::Words(separator));
            rest = behind;
        }
        pieces.push(Piece::Words(rest));
        is_remark(rest).then_some(Self { part, pieces })
    }

    /// The places it names; the number alone where the table of sections lacks one.
    pub fn places(&self) -> impl Iterator<Item = Result<&'static Place, (Kind, &'t str)>> {
        let part = self.part;
        self.pieces.iter().filter_map(move |piece| match *piece {
            Piece::Words(_) => None,
            Piece::Place(_, kind, number) => Some(section::place(part, kind, number).ok_or((kind, number))),
        })
    }

    /// The citation, with the title of each place behind it, and the edition where the current one lacks the place.
    pub fn with_titles(&self) -> String {
        self.shown(|written, place| written.to_owned() + &title_behind(written, place))
    }

    /// The same in Markdown, each place as a link.
    pub fn with_links(&self) -> String {
        self.shown(|written, place| {
            format!("[{written}]({}){}", place.address(), title_behind(written, place).replace('<', "\\<"))
        })
    }

    fn shown(&self, show: impl Fn(&str, &Place) -> String) -> String {
        let mut shown = String::new();
        let mut editions = self.places().map(|place| place.map_or("", |place| place.edition)).peekable();
        for piece in &self.pieces {
            match *piece {
                Piece::Words(words) => shown += words,
                Piece::Place(written, kind, number) => {
                    let place = section::place(self.part, kind, number);
                    shown += &place.map_or_else(|| written.to_owned(), |place| show(written, place));
                    let edition = editions.next().unwrap_or_default();
                    if !edition.is_empty() && editions.peek() != Some(&edition) {
                        shown.extend([" (edition ", edition, ")"]);
                    }
                }
            }
        }
        shown
    }
}

/// The title of a place behind its name, unless it is just that.
fn title_behind(written: &str, place: &Place) -> String {
    let says_more = !place.title.is_empty() && !place.title.eq_ignore_ascii_case(written);
    if says_more { format!(" “{}”", place.title) } else { String::new() }
}

/// Whether this may follow the last place.
fn is_remark(text: &str) -> bool {
    text.is_empty() || text.starts_with(" (") || text.starts_with(": ")
}

/// Takes a place from the front of a text, of the kind named last where it names none.
fn named_place<'t>(text: &'t str, named: &mut Option<Kind>, pieces: &mut Vec<Piece<'t>>) -> Option<&'t str> {
    let word = WORDS.iter().find(|(word, _)| text.starts_with(word));
    let (word, kind) = word.map_or(("", *named), |(word, kind)| (*word, Some(*kind)));
    let kind = kind?;
    *named = Some(kind);
    let behind = &text[word.len()..];
    let is_of_number = |next: char| next.is_ascii_alphanumeric() || ".-".contains(next);
    let number = &behind[..behind.find(|next| !is_of_number(next)).unwrap_or(behind.len())];
    if !kind.has_number(number) {
        return None;
    }
    // `sections` stands for all that follow, `section` belongs to its number.
    let is_plural = !word.is_empty() && word.trim_end() != kind.word();
    let start = if is_plural { word.len() } else { 0 };
    let (before, place) = text[..word.len() + number.len()].split_at(start);
    if !before.is_empty() {
        pieces.push(Piece::Words(before));
    }
    pieces.push(Piece::Place(place, kind, number));
    Some(&behind[number.len()..])
}
