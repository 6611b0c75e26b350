//! Text of a document made harmless for a terminal.

/// The text with every control and bidirectional character replaced by a visible one of the same length in bytes, so
/// that a place in the one is a place in the other.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|character| if is_harmful(character) { substitute(character) } else { character })
        .collect()
}

/// The first characters of a text, and an ellipsis where there were more.
pub(super) fn cropped(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// How many columns of a terminal a character takes, never too few.
pub(super) const fn width(character: char) -> usize {
    match character {
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F000}'.. => 2,
        _ => 1,
    }
}

/// Whether a terminal would obey a character instead of showing it, or show its neighbours in another order.
fn is_harmful(character: char) -> bool {
    match character {
        '\u{61C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => true,
        _ => character.is_control(),
    }
}

const fn substitute(character: char) -> char {
    match character.len_utf8() {
        1 if character == '\t' => ' ',
        1 => '?',
        2 => '¿',
        3 => '\u{FFFD}',
        _ => '\u{1FBC4}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_replaces_a_character_is_as_long_and_harmless() {
        for character in ('\0'..=char::MAX).filter(|character| is_harmful(*character)) {
            let substitute = substitute(character);
            assert_eq!(substitute.len_utf8(), character.len_utf8(), "{character:?}");
            assert!(!is_harmful(substitute), "{character:?}");
        }
    }
}
