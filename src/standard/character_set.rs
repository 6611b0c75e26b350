//! Character sets (PS3.3, section C.12.1.1.2).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::spelling::folded;
use super::{columns, rows};

/// A defined term of Specific Character Set (0008,0005).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharacterSet {
    /// The defined term.
    pub term: &'static str,
    /// What can be written with it.
    pub repertoire: &'static str,
    /// The standard that defines it.
    pub standard: &'static str,
    /// Other names under which it is known.
    pub also: Vec<&'static str>,
}

impl CharacterSet {
    /// Whether the term stands for code extension techniques (PS3.5, section 6.1.2.5).
    pub fn is_code_extension(&self) -> bool {
        self.term.starts_with("ISO 2022 ")
    }
}

static SETS: LazyLock<Vec<CharacterSet>> = LazyLock::new(|| {
    let set = |row| {
        let [term, repertoire, standard, also] = columns(row);
        let also = also.split('|').filter(|name| !name.is_empty()).collect();
        CharacterSet { term, repertoire, standard, also }
    };
    rows(include_str!("tables/character_sets.tsv")).map(set).collect()
});

static BY_NAME: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (position, set) in SETS.iter().enumerate() {
        for name in std::iter::once(&set.term).chain(&set.also) {
            names.entry(key(name)).or_insert(position);
        }
    }
    names
});

fn key(name: &str) -> String {
    folded(name).replace('_', "")
}

/// All defined terms, in the order of PS3.3.
pub fn all() -> &'static [CharacterSet] {
    &SETS
}

/// The set of a defined term or another name, whatever its case, blanks, dashes and underscores.
pub fn by_name(name: &str) -> Option<&'static CharacterSet> {
    BY_NAME.get(&key(name)).and_then(|position| SETS.get(*position))
}
