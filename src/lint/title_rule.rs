//! What a product asks of AE titles: patterns, and sentences on characters and lengths.

use regex_lite::Regex;

use crate::standard::ae_title::MAX_LENGTH;

/// Titles that the standard allows, and what is special about each.
const LEGAL: &[(&str, &str)] = &[
    ("store", "with lower case letters"),
    ("CT ROOM", "with a space inside"),
    ("CT-1", "with a hyphen"),
    ("ABCDEFGHIJKLMNOP", "of 16 characters"),
];

/// Which legal titles a text certainly refuses.
pub(super) fn refused(text: &str) -> Option<String> {
    if let Some(pattern) = pattern(text) {
        let refused: Vec<_> =
            LEGAL.iter().filter(|(title, _)| !pattern.is_match(title)).map(|(_, what)| *what).collect();
        let (last, others) = refused.split_last()?;
        return Some(if others.is_empty() {
            (*last).to_owned()
        } else {
            format!("{} and {last}", others.join(", "))
        });
    }
    let text = text.to_lowercase();
    if is_of_capitals(&text) {
        return Some(LEGAL[0].1.to_owned());
    }
    let longest = most_characters(&text).filter(|longest| *longest < MAX_LENGTH)?;
    Some(format!("of more than {longest} characters"))
}

/// The pattern that a text is: one between `^` and `$`, or a class of characters with how often they occur.
fn pattern(text: &str) -> Option<Regex> {
    let text = text.trim().trim_matches(['`', '/']);
    let is_anchored = text.starts_with('^') && text.ends_with('$');
    let is_class =
        text.starts_with('[') && (text.ends_with('}') || text.ends_with("]+") || text.ends_with("]*"));
    if !is_anchored && !is_class {
        return None;
    }
    Regex::new(&format!("^(?:{text})$")).ok()
}

/// Whether a text, in lower case, asks for capital letters and says nothing of others.
fn is_of_capitals(text: &str) -> bool {
    const CAPITALS: &[&str] = &["upper case", "upper-case", "uppercase", "capital"];
    const OTHERS: &[&str] = &["lower", "any", "recommend", "prefer", "should", "usual", "mixed", "not "];
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    has(CAPITALS) && !has(OTHERS)
}

/// The greatest number of characters that a text, in lower case, allows. A number of some of the characters, as in `the
/// first 3 characters`, is no limit.
fn most_characters(text: &str) -> Option<usize> {
    const UNITS: &[&str] = &["character", "characters", "chars", "bytes"];
    const LIMITS: &[&str] = &["max", "maximum", "most", "than", "to"];
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_unit = |position: usize| words.get(position).is_some_and(|word| UNITS.contains(word));
    let is_limit = |position: usize| {
        let before = position.checked_sub(1).map(|before| words[before]);
        before.is_none_or(|word| LIMITS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let counts = (0..words.len()).filter(|position| is_unit(position + 1) && is_limit(*position));
    counts.filter_map(|position| words[position].parse::<usize>().ok()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_refused_is_known() {
        for (text, what) in [
            ("^[A-Z0-9_]{1,16}$", "with lower case letters, with a space inside and with a hyphen"),
            ("[A-Za-z0-9 _-]{1,12}", "of 16 characters"),
            ("Upper case letters and digits", "with lower case letters"),
            ("1 to 8 characters", "of more than 8 characters"),
            ("1-8 characters", "of more than 8 characters"),
            ("Up to 12 chars.", "of more than 12 characters"),
        ] {
            assert_eq!(refused(text).as_deref(), Some(what), "{text}");
        }
    }

    #[test]
    fn nothing_is_refused_where_it_cannot_be_told() {
        for text in [
            "1 to 16 characters",
            "^[ -~]{1,16}$",
            "Upper or lower case letters",
            "Upper case is recommended",
            "Any AE title",
            "Letters and digits",
            "[MANUFACTURER]",
            "^[A-Z$",
            "8 titles of 16 characters",
            "The first 3 characters are those of the site",
            "1 to 8 letters and 1 to 8 digits",
        ] {
            assert_eq!(refused(text), None, "{text}");
        }
    }
}
