//! Status codes of DIMSE services, PS3.7 Annex C.

use std::fmt;

use pest::iterators::Pair;

use super::error::{SyntaxError, blank, shown, trimmed};
use super::grammar::{Rule, range, read};

/// A status code of a DIMSE response, four hexadecimal digits (PS3.7 Annex C).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatusCode(pub u16);

/// The status codes that one row of a table speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusCodes {
    /// One code.
    One(StatusCode),
    /// All codes from the first to the last, both included.
    Range {
        /// The lowest code.
        first: StatusCode,
        /// The highest code.
        last: StatusCode,
    },
    /// All codes that no other row names.
    Other,
}

impl StatusCode {
    /// Reads four hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        match StatusCodes::parse(text)? {
            StatusCodes::One(code) => Ok(code),
            _ => Err(SyntaxError::new(trimmed(text), format!("`{}` is not one status code", shown(text)))
                .help("write four hexadecimal digits, for example `A700`")),
        }
    }
}

impl StatusCodes {
    /// Reads `0000`, `A700-A7FF`, `A7xx` or `other`.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let four = text.len() == 4
            && text.bytes().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(&byte));
        if let Some(code) = four.then(|| u16::from_str_radix(text, 16).ok()).flatten() {
            return Ok(Self::One(StatusCode(code))); // The form that nearly every one has.
        }
        let written = read(Rule::status, text).ok().and_then(|mut pairs| pairs.next());
        let codes = written.as_ref().and_then(codes).ok_or_else(|| mistake(text))?;
        match (codes, &written) {
            (Self::Range { first, last }, Some(pair)) if first > last => Err(backwards(pair, first, last)),
            _ => Ok(codes),
        }
    }

    /// Whether `code` is one of these; `Other` contains every code, as only the rows beside it tell what is left.
    pub fn contains(self, code: StatusCode) -> bool {
        match self {
            Self::One(one) => one == code,
            Self::Range { first, last } => (first..=last).contains(&code),
            Self::Other => true,
        }
    }

    /// The lowest of the codes, where they are named.
    pub const fn first(self) -> Option<StatusCode> {
        match self {
            Self::One(first) | Self::Range { first, .. } => Some(first),
            Self::Other => None,
        }
    }

    /// The highest of the codes, where they are named.
    pub const fn last(self) -> Option<StatusCode> {
        match self {
            Self::One(last) | Self::Range { last, .. } => Some(last),
            Self::Other => None,
        }
    }
}

impl fmt::Display for StatusCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04X}", self.0)
    }
}

impl fmt::Display for StatusCodes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(code) => code.fmt(out),
            Self::Range { first, last } => write!(out, "{first}-{last}"),
            Self::Other => out.write_str("other"),
        }
    }
}

/// The codes of a pair that the grammar took for some.
fn codes(pair: &Pair<'_, Rule>) -> Option<StatusCodes> {
    let written = pair.as_str();
    match pair.as_rule() {
        Rule::status_other => Some(StatusCodes::Other),
        Rule::status_code => code(written).map(StatusCodes::One),
        Rule::status_family => Some(StatusCodes::Range {
            first: code(&written.replace(['x', 'X'], "0"))?,
            last: code(&written.replace(['x', 'X'], "F"))?,
        }),
        Rule::status_range => {
            let mut ends = pair.clone().into_inner();
            Some(StatusCodes::Range {
                first: code(ends.next()?.as_str())?,
                last: code(ends.next()?.as_str())?,
            })
        }
        _ => None,
    }
}

/// The number of four hexadecimal digits.
fn code(digits: &str) -> Option<StatusCode> {
    u16::from_str_radix(digits, 16).ok().map(StatusCode)
}

/// A range whose ends are exchanged.
fn backwards(pair: &Pair<'_, Rule>, first: StatusCode, last: StatusCode) -> SyntaxError {
    SyntaxError::new(range(pair), format!("the range `{first}-{last}` runs backwards"))
        .help(format!("write `{last}-{first}`"))
        .instead(format!("{last}-{first}"))
}

/// What is wrong with a text that names no codes.
fn mistake(text: &str) -> SyntaxError {
    if text.trim().is_empty() {
        return blank(text, "a status code").help(HOW);
    }
    let Ok(pairs) = read(Rule::status_loose, text) else {
        return SyntaxError::new(trimmed(text), format!("`{}` is not a status code", shown(text))).help(HOW);
    };
    let pairs: Vec<_> = pairs.collect();
    let numbers = || pairs.iter().filter(|pair| pair.as_rule() == Rule::status_number);
    if let Some(error) = numbers().find_map(wrong_number) {
        return error;
    }
    let several = format!("`{}` is more than one code or range", shown(text));
    if pairs.iter().any(|pair| pair.as_rule() == Rule::status_list) || numbers().count() > 2 {
        return SyntaxError::new(trimmed(text), several)
            .help("write an entry of its own for each code or range");
    }
    SyntaxError::new(trimmed(text), format!("`{}` is not a range of status codes", shown(text))).help(HOW)
}

/// What is wrong with one number, if anything is.
fn wrong_number(number: &Pair<'_, Rule>) -> Option<SyntaxError> {
    let written = number.as_str();
    let digits = number.clone().into_inner().find(|inner| inner.as_rule() == Rule::status_digits)?;
    let digits = digits.as_str();
    let count = digits.len();
    if count != 4 {
        let noun = if count == 1 { "digit" } else { "digits" };
        let what = format!("`{}` has {count} hexadecimal {noun}, not 4", shown(written));
        let error = SyntaxError::new(range(number), what);
        return Some(if count < 4 && digits.bytes().all(|digit| digit.is_ascii_digit()) {
            error.help(format!("write `{digits:0>4}`")).instead(format!("{digits:0>4}"))
        } else {
            error.help(HOW)
        });
    }
    if digits.len() == written.len() {
        return None;
    }
    let what = format!("`{written}` is a status code with a mark for hexadecimal");
    Some(SyntaxError::new(range(number), what).help(format!("write `{digits}`")).instead(digits))
}

/// The forms of status codes.
const HOW: &str = "write four hexadecimal digits (`A700`), a range (`A700-A7FF`, `A7xx`) or `other`";
