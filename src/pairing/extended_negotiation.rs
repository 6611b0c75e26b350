//! What an entry of `extended_negotiation` speaks of. It is a text of its author's, so only clear words count.

use crate::standard::spelling::folded;

/// The text without letter case, blanks, dashes and underscores.
fn plain(text: &str) -> String {
    folded(&text.replace('_', " "))
}

/// Whether the text denies something, or says that there is nothing.
fn denies(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphanumeric())
        .any(|word| ["no", "not", "none", "never", "without"].iter().any(|no| word.eq_ignore_ascii_case(no)))
}

/// Whether it names SOP Class Extended Negotiation (PS3.7, section D.3.3.5), or what is agreed on by it.
pub fn names_sop_class_extended(text: &str) -> bool {
    let words = plain(text);
    let is_named = words.contains("sopclassextended")
        || (words.contains("extendednegotiation") && !words.contains("role") && !words.contains("common"));
    let is_meant = ["relationalquer", "relationalretriev", "fuzzymatch", "fuzzysemantic"];
    !denies(text) && (is_named || is_meant.iter().any(|part| words.contains(part)))
}

/// Whether it names SCP/SCU Role Selection (PS3.7, section D.3.3.4).
pub fn names_role_selection(text: &str) -> bool {
    plain(text).contains("role") && !denies(text)
}

/// Whether it names User Identity Negotiation (PS3.7, section D.3.3.7).
pub fn names_user_identity(text: &str) -> bool {
    plain(text).contains("useridentity") && !denies(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_clear_words_count() {
        for named in ["SOP Class Extended Negotiation", "sop_class_extended", "relational queries"] {
            assert!(names_sop_class_extended(named), "{named}");
        }
        for other in [
            "none",
            "role selection",
            "SOP Class Extended Negotiation is not supported",
            "See note 2",
            "Extended Negotiation: SCP/SCU role selection",
            "SOP Class Common Extended Negotiation",
        ] {
            assert!(!names_sop_class_extended(other), "{other}");
        }
        assert!(names_user_identity("User Identity (username)") && !names_user_identity("no user identity"));
        assert!(names_role_selection("SCP/SCU role selection") && !names_role_selection("none"));
    }
}
