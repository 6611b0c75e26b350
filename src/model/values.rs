//! Values with a form of their own: prose, dates, counts.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

use super::record::record;
use super::words::YesNo;

/// Text for readers, in Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Prose(pub String);

/// The name under which [`Prose`] asks a reader for its text, so that it can look after what the text refers to.
pub(crate) const PROSE: &str = "Prose";

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Prose;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a text")
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, text: D) -> Result<Prose, D::Error> {
                String::deserialize(text).map(Prose)
            }
        }
        deserializer.deserialize_newtype_struct(PROSE, Text)
    }
}

impl Prose {
    /// The Markdown as written, without blank space around it.
    pub fn as_str(&self) -> &str {
        self.0.trim()
    }

    /// Whether there is anything to read.
    pub fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A day of the calendar, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// The year, four digits.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; `None` for any other form and for days the calendar does not have.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) =
            (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let real = parts.next().is_none() && (1..=days_in(year, month)).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// The day so many days after 1970-01-01; the last day of the year 9999 for any later one.
    pub fn after_epoch(days: u64) -> Self {
        const LAST: Date = Date { year: 9999, month: 12, day: 31 };
        let (mut rest, mut year) = (days, 1970_u16);
        loop {
            for month in 1..=12 {
                let length = u64::from(days_in(year, month));
                if rest < length {
                    return u8::try_from(rest + 1).map_or(LAST, |day| Self { year, month, day });
                }
                rest -= length;
            }
            if year == LAST.year {
                return LAST;
            }
            year += 1;
        }
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    let all_digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A number of things, or no bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Count {
    /// So many.
    Number(u64),
    /// As many as one likes; written `unlimited`.
    Unlimited,
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(out),
            Self::Unlimited => out.write_str("unlimited"),
        }
    }
}

record! {
    /// A limit: `10`, `unlimited`, or `{value: 10, configurable: yes, text: …}`.
    pub struct Limit {
        /// The limit itself.
        pub value: Option<Count>,
        /// Whether it can be changed after installation.
        pub configurable: Option<YesNo>,
        /// What else there is to say about it.
        pub text: Option<Prose>,
    }
}

/// Makes a value that is read from text and written as text. The pattern is what an editor can check of it.
macro_rules! textual {
    ($name:ident, $expecting:literal, $parse:expr) => {
        crate::model::values::textual!($name, $expecting, $parse, "");
    };
    ($name:ident, $expecting:literal, $parse:expr, $pattern:literal) => {
        crate::model::values::read_as_text!($name, $expecting, $parse, $pattern);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

/// Makes a value that is read from text.
macro_rules! read_as_text {
    ($name:ident, $expecting:literal, $parse:expr, $pattern:literal) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::model::schema::text(concat!("Written as ", $expecting, "."), $pattern)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl<'de> serde::de::Visitor<'de> for Text {
                    type Value = $name;

                    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        out.write_str($expecting)
                    }

                    fn visit_newtype_struct<D: serde::Deserializer<'de>>(
                        self,
                        text: D,
                    ) -> Result<$name, D::Error> {
                        text.deserialize_str(self)
                    }

                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        #[allow(clippy::redundant_closure_call)]
                        ($parse)(text).ok_or_else(|| E::custom($expecting))
                    }
                }
                deserializer.deserialize_newtype_struct(stringify!($name), Text)
            }
        }
    };
}

textual!(Date, "a date of the form `YYYY-MM-DD`", Date::parse, r"^\d{4}-\d{2}-\d{2}$");
read_as_text!(
    Count,
    "a whole number or `unlimited`",
    |text: &str| match text {
        "unlimited" => Some(Count::Unlimited),
        number => number.parse().ok().map(Count::Number),
    },
    r"^([0-9]+|unlimited)$"
);

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) if i64::try_from(*number).is_ok() => serializer.serialize_u64(*number),
            _ => serializer.collect_str(self),
        }
    }
}

pub(crate) use {read_as_text, textual};

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_have_dates() {
        for (days, date) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_777, "2026-11-20"),
            (u64::MAX, "9999-12-31"),
        ] {
            assert_eq!(Date::after_epoch(days).to_string(), date);
        }
    }
}
