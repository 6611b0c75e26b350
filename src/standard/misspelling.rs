//! Words of conformance statements that are often misspelt. A word that another language spells so is left out.

use std::sync::LazyLock;

use super::{columns, rows};

/// The right spelling of a word that is known to be misspelt, in the letter case of that word.
pub fn correction(word: &str) -> Option<String> {
    let found = TABLE.find(word)?;
    let is_capital = |letter: char| letter.is_uppercase();
    Some(match word.chars().next() {
        Some(_) if word.chars().all(is_capital) => found.to_uppercase(),
        Some(first) if is_capital(first) => {
            let (first, rest) = found.split_at(1);
            first.to_uppercase() + rest
        }
        _ => found.to_owned(),
    })
}

/// Whether a word is known to be misspelt.
pub fn is_misspelt(word: &str) -> bool {
    TABLE.find(word).is_some()
}

/// Every word of every text is looked up here, so a look-up is a sum of a few letters and, nearly always, one comparison
/// with nothing.
struct Table {
    places: Vec<Option<(&'static str, &'static str)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { places: vec![None; SIZE] };
    for row in rows(include_str!("tables/misspellings.tsv")) {
        let [wrong, right] = columns(row);
        let mut place = place_of(wrong);
        while table.places[place].is_some() {
            place = (place + 1) % SIZE;
        }
        table.places[place] = Some((wrong, right));
    }
    table
});

const SIZE: usize = 4096;

impl Table {
    fn find(&self, word: &str) -> Option<&'static str> {
        let mut place = place_of(word);
        while let Some((wrong, right)) = self.places[place] {
            if wrong.eq_ignore_ascii_case(word) {
                return Some(right);
            }
            place = (place + 1) % SIZE;
        }
        None
    }
}

/// The place of a word by its length and four of its letters.
fn place_of(word: &str) -> usize {
    let letters = word.as_bytes();
    let length = letters.len();
    let few = [0, length / 3, length / 2, length.saturating_sub(2)];
    let sum = few.into_iter().filter_map(|at| letters.get(at)).fold(length, |sum, letter| {
        sum.wrapping_mul(31).wrapping_add(usize::from(letter.to_ascii_lowercase()))
    });
    (sum ^ (sum >> 13)) % SIZE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_case_is_kept() {
        let corrected = |word| correction(word).unwrap();
        assert_eq!(corrected("comformance"), "conformance");
        assert_eq!(corrected("Comformance"), "Conformance");
        assert_eq!(corrected("COMFORMANCE"), "CONFORMANCE");
        assert_eq!(correction("conformance"), None);
    }

    #[test]
    fn rows_are_sorted_pairs_of_different_words() {
        let rows: Vec<[&str; 2]> = rows(include_str!("tables/misspellings.tsv")).map(columns).collect();
        assert!(rows.windows(2).all(|pair| pair[0][0] < pair[1][0]), "not sorted");
        for [wrong, right] in &rows {
            assert!(wrong != right && !right.is_empty(), "{wrong}");
            assert!(!is_misspelt(right), "{right}");
            let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(is_word(wrong), "{wrong}");
        }
        assert!(rows.len() * 4 < SIZE, "the table is too full to be quick");
    }
}
