//! Characters that are treated unlike others.

/// Spaces that hold words together: U+00A0, U+2007, U+202F.
pub(super) fn is_unbreakable_space(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// What must not reach a page: control characters, marks that turn the direction of text, noncharacters.
pub(super) fn is_control(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}')
        || matches!(letter, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(letter) & 0xfffe == 0xfffe
}

/// What only says where a line may end: soft hyphen, zero width space, word joiner.
pub(super) fn is_break_mark(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}')
}

/// Whether only its author knows what a character means. PDF/A-2a forbids them (ISO 19005-2, 6.2.11.7.3).
pub(super) fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Whether a character says how its neighbours are drawn and is not drawn itself: joiners and variation selectors.
pub(super) fn is_ignorable(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}' | '\u{34f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character may belong to a script that is written from right to left.
pub(super) fn is_reversed(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
