//! How a text is written in YAML: plain if that reads back as the same text, else quoted.

use granit_parser::{Event, Parser, ScalarStyle};

/// Where a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// Whether it stands between brackets.
    pub(super) is_in_flow: bool,
    /// Whether it is the key of an entry.
    pub(super) is_key: bool,
}

impl Spot {
    /// A value on lines of its own.
    pub(super) const BLOCK: Self = Self { is_in_flow: false, is_key: false };
    /// A value between brackets.
    pub(super) const FLOW: Self = Self { is_in_flow: true, is_key: false };

    /// The same place for a key.
    pub(super) const fn key(self) -> Self {
        Self { is_key: true, ..self }
    }
}

/// The text on one line. `before` is what it takes the place of, whose quotes it keeps where that works.
pub(super) fn spelt(text: &str, spot: Spot, before: Option<(ScalarStyle, &str)>) -> String {
    let style = before.map(|(style, _)| style);
    let is_alike = before.is_some_and(|(style, old)| style == ScalarStyle::Plain && looks_typed(old));
    let plain = (is_alike || !looks_typed(text)).then(|| text.to_owned());
    let single = quoted_once(text).filter(|_| style == Some(ScalarStyle::SingleQuoted));
    let double = quoted_twice(text);
    let last = quoted_once(text).filter(|_| text.contains(['"', '\\']) && style.is_none());
    let candidates = match style {
        Some(ScalarStyle::SingleQuoted) => [single, last],
        Some(ScalarStyle::DoubleQuoted) => [None, None],
        _ => [plain, last],
    };
    let reads_back = |candidate: &String| read(candidate, spot).as_deref() == Some(text);
    candidates.into_iter().flatten().find(reads_back).unwrap_or(double)
}

/// The text that YAML reads in some place; `None` if it reads anything but one text.
pub(super) fn read(written: &str, spot: Spot) -> Option<String> {
    if is_simple(written) { Some(written.to_owned()) } else { parsed(written, spot) }
}

/// Whether nobody could read anything but this text, wherever it stands: words of letters and digits with single blanks
/// between them. Most texts are such, and need no parser to be asked.
fn is_simple(written: &str) -> bool {
    const LONGEST: usize = 200;
    let is_of_word =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-' | b'/' | b'@');
    let is_word = |word: &str| {
        word.bytes().next().is_some_and(|first| first.is_ascii_alphanumeric()) && word.bytes().all(is_of_word)
    };
    written.len() <= LONGEST && written.split(' ').all(is_word)
}

fn parsed(written: &str, spot: Spot) -> Option<String> {
    let page = match (spot.is_in_flow, spot.is_key) {
        (false, false) => format!("k: {written}\n"),
        (true, false) => format!("[{written}]\n"),
        (false, true) => format!("{written}: v\n"),
        (true, true) => format!("{{{written}: v}}\n"),
    };
    let scalars = usize::from(spot.is_key || !spot.is_in_flow);
    let mut texts = Vec::new();
    let mut nodes = 0;
    for next in Parser::new_from_str(&page) {
        match next.ok()?.0 {
            Event::Scalar(text, style, 0, None) => {
                let is_nothing = style == ScalarStyle::Plain && matches!(&*text, "" | "~");
                texts.push((!is_nothing).then(|| text.into_owned()));
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => nodes += 1,
            Event::Scalar(..) | Event::Alias(_) => return None,
            _ => {}
        }
    }
    if nodes != 1 || texts.len() != 1 + scalars {
        return None;
    }
    texts.swap_remove(usize::from(!spot.is_key && !spot.is_in_flow))
}

/// Whether a plain text would be taken for something else than a text and come out otherwise, as `1.20` does.
fn looks_typed(text: &str) -> bool {
    let is_canonical = text.parse::<i64>().is_ok_and(|number| number.to_string() == text);
    let is_number = text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
        && (text.parse::<f64>().is_ok() || text.starts_with("0x") || text.starts_with("0o"));
    let is_nothing = matches!(text, "" | "~" | "null" | "Null" | "NULL");
    is_nothing || is_number && !is_canonical
}

/// The text in single quotes, where these can hold it.
fn quoted_once(text: &str) -> Option<String> {
    let is_plain = !text.chars().any(char::is_control);
    is_plain.then(|| format!("'{}'", text.replace('\'', "''")))
}

/// The text in double quotes.
pub(super) fn quoted_twice(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// The text as it stands between double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            _ if character.is_control() => {
                let code = format!("\\u{:04X}", u32::from(character));
                escaped.push_str(&code);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> String {
        spelt(text, Spot::BLOCK, None)
    }

    #[test]
    fn a_text_is_plain_where_it_reads_back() {
        for text in [
            "CT Image Storage",
            "1.2.840.10008.1.1",
            "yes",
            "16384",
            "true",
            "a - b",
            "(0008,0020) Study Date",
        ] {
            assert_eq!(block(text), text);
        }
    }

    #[test]
    fn a_text_is_quoted_where_it_would_be_something_else() {
        for text in [
            "", "~", "null", "1.20", "0110", "a #b", "a: b", "- a", "?", "*a", "&a", "!a", "%a", "@a", "`a",
            "{a", "[a", "# a", " a", "a ", "a:", "|", ">",
        ] {
            assert_eq!(block(text), format!("\"{text}\""));
        }
        assert_eq!(block("two\nlines"), "\"two\\nlines\"");
        assert_eq!(block("\"a\" b"), "'\"a\" b'");
    }

    #[test]
    fn brackets_and_keys_ask_for_more_quotes() {
        assert_eq!(spelt("a, b", Spot::FLOW, None), "\"a, b\"");
        assert_eq!(spelt("a, b", Spot::BLOCK, None), "a, b");
        assert_eq!(spelt("(0008,0020) Study Date", Spot::FLOW, None), "\"(0008,0020) Study Date\"");
        assert_eq!(spelt("a: b", Spot::BLOCK.key(), None), "\"a: b\"");
        assert_eq!(spelt("a b", Spot::FLOW.key(), None), "a b");
    }

    #[test]
    fn simple_texts_are_what_a_parser_reads() {
        let long = "a".repeat(200);
        for text in [
            "a",
            "0",
            "1.20",
            "null",
            "true",
            "Room 12",
            "10.0.0.1",
            "A_1",
            "a. b..",
            "2026-11-28",
            "a@b/c-",
            &long,
        ] {
            assert!(is_simple(text), "{text}");
            for (is_in_flow, is_key) in [(false, false), (false, true), (true, false), (true, true)] {
                let spot = Spot { is_in_flow, is_key };
                assert_eq!(parsed(text, spot).as_deref(), Some(text), "{spot:?}");
            }
        }
        for text in ["", " a", "a ", "a  b", "a #b", "a: b", "a,b", "-", "- a", "...", "a\nb", "_", "~"] {
            assert!(!is_simple(text), "{text}");
        }
    }

    #[test]
    fn quotes_are_kept() {
        assert_eq!(spelt("it's", Spot::BLOCK, Some((ScalarStyle::SingleQuoted, "x"))), "'it''s'");
        assert_eq!(spelt("x", Spot::BLOCK, Some((ScalarStyle::DoubleQuoted, "y"))), "\"x\"");
        assert_eq!(spelt("0120", Spot::BLOCK, Some((ScalarStyle::Plain, "0110"))), "0120");
    }
}
