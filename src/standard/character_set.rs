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
        self.term.starts_with(CODE_EXTENSION)
    }

    /// Whether the term cannot be one of several (PS3.3, section C.12.1.1.2).
    pub fn stands_alone(&self) -> bool {
        matches!(self.term, "ISO_IR 192" | "GB18030" | "GBK")
    }

    /// Whether nothing can be written with it beyond the default character repertoire.
    pub fn is_default_repertoire(&self) -> bool {
        self.standard == "ISO 646"
    }

    /// The term under which the same repertoire may be one of several, where there is one.
    pub fn with_code_extension(&self) -> Option<&'static Self> {
        let number = self.term.strip_prefix("ISO_IR ")?;
        by_term(&format!("{CODE_EXTENSION}IR {number}"))
    }
}

/// What the terms begin with that stand for code extension techniques.
const CODE_EXTENSION: &str = "ISO 2022 ";

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

/// The set of a defined term, to the letter.
pub fn by_term(term: &str) -> Option<&'static CharacterSet> {
    SETS.iter().find(|set| set.term == term)
}

/// The first set of a description, such as `Latin alphabet No. 1` or `Default repertoire`.
pub fn by_description(text: &str) -> Option<&'static CharacterSet> {
    let text = folded(text);
    let is_description = |set: &CharacterSet| {
        let is_default = |name: &&str| name.starts_with("Default") && folded(name) == text;
        folded(set.repertoire) == text || set.also.iter().any(is_default)
    };
    SETS.iter().find(|set| is_description(set))
}

/// All defined terms, in the order of PS3.3.
pub fn all() -> &'static [CharacterSet] {
    &SETS
}

/// The set of a defined term, another name or a description, whatever its case, blanks, dashes and underscores.
pub fn by_name(name: &str) -> Option<&'static CharacterSet> {
    let named = BY_NAME.get(&key(name)).and_then(|position| SETS.get(*position));
    named.or_else(|| by_description(name))
}
