//! Bookmarks: the names that Word can carry for the addresses inside the document.

use std::collections::{HashMap, HashSet};

/// The longest name of a bookmark.
const LONGEST: usize = 40;

/// The bookmarks of a document.
#[derive(Default)]
pub(super) struct Bookmarks {
    names: HashMap<String, String>,
    /// The names in use, in small letters: Word does not tell large ones from small ones.
    taken: HashSet<String>,
    count: u32,
}

impl Bookmarks {
    /// The name of the bookmark at `anchor`: the same each time, letters, digits and `_`, unlike every other.
    pub(super) fn name(&mut self, anchor: &str) -> String {
        if let Some(name) = self.names.get(anchor) {
            return name.clone();
        }
        let fits = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
        let begins = anchor.starts_with(|first: char| first.is_ascii_alphabetic());
        let mut wish = if begins { String::new() } else { "at_".to_owned() };
        wish.extend(anchor.chars().map(fits).take(LONGEST - wish.len()));
        let mut name = wish.clone();
        let mut number = 2;
        while !self.taken.insert(name.to_ascii_lowercase()) {
            let end = format!("_{number}");
            name = format!("{}{end}", &wish[..wish.len().min(LONGEST - end.len())]);
            number = self.next(number);
        }
        self.names.insert(anchor.to_owned(), name.clone());
        name
    }

    /// A number for the next bookmark or picture.
    pub(super) fn number(&mut self) -> u32 {
        self.count += 1;
        self.count
    }

    /// The number to try next: small ones first, and then such as nobody has tried, so that many anchors that begin
    /// alike do not ask each other's numbers one by one.
    fn next(&self, number: usize) -> usize {
        if number < 10 { number + 1 } else { number.max(self.names.len()) + 1 }
    }
}
