//! Numbers with units, and ranges of them, as authors write them in prose.
//!
//! What is not understood to the last letter is not understood: then nothing is said about it.

/// A number and what it counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    value: f64,
    unit: Unit,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Unit {
    /// A bare number, or bytes.
    None,
    /// Seconds; other units of time are converted.
    Seconds,
    /// Any other word.
    Word(String),
}

impl Quantity {
    /// Reads `30`, `30 s`, `65,536 bytes`, `10 %`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let length = text.find(|letter: char| !matches!(letter, '0'..='9' | '.' | ',')).unwrap_or(text.len());
        let value = number(&text[..length])?;
        let (rest, word) = (&text[length..], text[length..].trim());
        let is_word = word.chars().all(|letter| letter.is_alphabetic() || letter == '%');
        // `2D` and `4K` are no quantities.
        let is_glued = rest.starts_with(char::is_uppercase);
        (is_word && !is_glued).then(|| Self::of(value, word))
    }

    fn of(value: f64, word: &str) -> Self {
        let word = word.to_lowercase();
        let seconds = match word.as_str() {
            "" | "byte" | "bytes" => return Self { value, unit: Unit::None },
            "ms" | "msec" | "millisecond" | "milliseconds" => 0.001,
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            "min" | "mins" | "minute" | "minutes" => 60.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 3_600.0,
            "d" | "day" | "days" => 86_400.0,
            "week" | "weeks" => 604_800.0,
            other => {
                let singular = other.strip_suffix('s').unwrap_or(other);
                return Self { value, unit: Unit::Word(singular.to_owned()) };
            }
        };
        Self { value: value * seconds, unit: Unit::Seconds }
    }

    /// The number, where it is a whole one that counts nothing or bytes.
    pub(super) fn bare(text: &str) -> Option<i64> {
        let number = text.trim();
        let number = number.strip_suffix("bytes").unwrap_or(number).trim_end();
        number.replace(',', "").parse().ok().filter(|_| Self::parse(text).is_some())
    }
}

/// A number without sign. A comma is one between thousands; a full stop before three digits may be one too, so that it
/// cannot be told what is meant. What begins with a nought is rather a code.
fn number(digits: &str) -> Option<f64> {
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = groups.clone().next().is_some();
    let is_plain = first == "0" || (!first.is_empty() && !first.starts_with('0'));
    let is_whole = is_plain && (!is_grouped || first.len() <= 3) && groups.all(|group| group.len() == 3);
    let is_clear = fraction.is_none_or(|part| {
        !part.is_empty() && part.len() != 3 && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    if is_whole && is_clear { digits.replace(',', "").parse().ok() } else { None }
}

/// The least and the greatest of a range; one of them may be open.
#[derive(Debug, PartialEq)]
pub(super) struct Bounds {
    least: Option<Quantity>,
    greatest: Option<Quantity>,
}

impl Bounds {
    /// Reads `1-65535`, `1 to 120 seconds`, `10 s to 1 h`, `up to 16`, `at least 1`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(greatest) = after(text, &["up to ", "at most ", "maximum ", "<=", "≤"]) {
            return Some(Self { least: None, greatest: Some(Quantity::parse(greatest)?) });
        }
        if let Some(least) = after(text, &["at least ", "minimum ", ">=", "≥"]) {
            return Some(Self { least: Some(Quantity::parse(least)?), greatest: None });
        }
        let text = after(text, &["from ", "between "]).unwrap_or(text);
        let mut halves = [" to ", "...", "..", "…", "–", "—", " and ", "-"]
            .into_iter()
            .filter_map(|separator| text.split_once(separator));
        let (least, greatest) = halves.next()?;
        if is_unbounded(greatest) {
            return Some(Self { least: Some(Quantity::parse(least)?), greatest: None });
        }
        Self::between(least, greatest)
    }

    /// Two numbers; where only one has a unit, both have it.
    fn between(least: &str, greatest: &str) -> Option<Self> {
        let unit = |text: &str| {
            let start = text.find(|letter: char| letter.is_alphabetic() || letter == '%');
            start.map_or("", |start| &text[start..]).trim().to_owned()
        };
        let completed = |text: &str, other: &str| {
            let borrowed = if unit(text).is_empty() { unit(other) } else { String::new() };
            Quantity::parse(&format!("{} {borrowed}", text.trim()))
        };
        let (low, high) = (completed(least, greatest)?, completed(greatest, least)?);
        let is_range = low.unit == high.unit && low.value <= high.value;
        is_range.then_some(Self { least: Some(low), greatest: Some(high) })
    }

    /// Whether a quantity certainly lies outside.
    pub(super) fn exclude(&self, quantity: &Quantity) -> bool {
        let is_beyond = |bound: &Option<Quantity>, beyond: fn(f64, f64) -> bool| {
            bound
                .as_ref()
                .is_some_and(|bound| bound.unit == quantity.unit && beyond(quantity.value, bound.value))
        };
        is_beyond(&self.least, |value, least| value < least)
            || is_beyond(&self.greatest, |value, greatest| value > greatest)
    }
}

fn is_unbounded(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "unlimited" | "infinite" | "infinity" | "no limit" | "∞")
}

/// What follows the first of some words with which a text begins, letter case aside.
fn after<'t>(text: &'t str, openings: &[&str]) -> Option<&'t str> {
    let begins =
        |opening: &&&str| text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening));
    openings.iter().find(begins).map(|opening| &text[opening.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_outside(default: &str, range: &str) -> bool {
        let bounds = Bounds::parse(range);
        bounds.zip(Quantity::parse(default)).is_some_and(|(bounds, value)| bounds.exclude(&value))
    }

    #[test]
    fn what_certainly_lies_outside_is_known() {
        for (default, range) in [
            ("150 s", "1 to 120 seconds"),
            ("2 h", "10 s to 1 h"),
            ("0", "1-65535"),
            ("131072", "4,096 – 65,536"),
            ("65537 bytes", "4096..65536"),
            ("40 %", "5 % to 30 %"),
            ("20", "up to 16"),
            ("0", "at least 1"),
            ("0", "1 to unlimited"),
            ("5", "between 10 and 20"),
            ("0.5 s", "1 s - 2 s"),
        ] {
            assert!(is_outside(default, range), "{default} in {range}");
        }
    }

    #[test]
    fn nothing_is_known_of_what_lies_inside_or_is_not_understood() {
        for (default, range) in [
            ("104", "1-65535"),
            ("90 s", "1 to 2 min"),
            ("60", "10 s to 1 h"),
            ("unlimited", "1 to 10"),
            ("0", "1 to 10, or 0 for off"),
            ("5, 15, 60 minutes", "1 minute to 24 hours"),
            ("MOVE", "A to B"),
            ("0001", "2 to 3"),
            ("1.500", "2 to 3"),
            ("2D", "3D to 4D"),
            ("10.0.0.1", "10.0.1.0-10.0.2.0"),
            ("16 KB", "4 MB to 8 MB"),
            ("3", "2 to 1"),
            ("0", "Yes, No"),
            ("5", "é"),
        ] {
            assert!(!is_outside(default, range), "{default} in {range}");
        }
    }
}
