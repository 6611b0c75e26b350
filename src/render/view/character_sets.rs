//! Support of character sets (PS3.2 A.7).

use serde::Serialize;

use super::conformance::exceptional;
use super::network::NamedText;
use super::scope::Scope;
use crate::model::{CharacterSetQueries, Prose};
use crate::standard::character_set;

/// Support of character sets (PS3.2 A.7).
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw something.
#[derive(Debug, Serialize)]
pub struct CharacterSetsView {
    /// What there is to say in general; prose.
    pub text: Option<String>,
    /// The sets.
    pub rows: Vec<CharacterSetRow>,
    /// Whether something is said of one of the sets beyond what it is.
    pub has_remarks: bool,
    /// Whether one of the sets stands for code extension techniques (PS3.5 6.1.2.5).
    pub has_code_extension: bool,
    /// The sets that are used together: values of Specific Character Set, terms with backslashes between them.
    pub combinations: Vec<String>,
    /// What is done with data in an unsupported set; prose.
    pub unsupported: Option<String>,
    /// How the sets are configured; prose.
    pub configuration: Option<String>,
    /// How sets are converted across services; prose.
    pub conversion: Option<String>,
    /// Which set goes out where another one came in.
    pub mapping: Vec<CharacterSetConversionRow>,
    /// What there is to say of queries for values in extended sets; prose.
    pub queries_text: Option<String>,
    /// More on such queries, under a title each.
    pub queries: Vec<NamedText>,
    /// How characters are shown to the user; prose.
    pub presentation: Option<String>,
    /// Whether there are so many parts that each needs a heading.
    pub has_headings: bool,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

/// A character set.
#[derive(Debug, Clone, Serialize)]
pub struct CharacterSetRow {
    /// The defined term (PS3.3 C.12.1.1.2), or the author's word where the standard does not know it.
    pub term: String,
    /// What it is, with the standard that defines it; empty where DICOM does not know it.
    pub description: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What it is used for; prose.
    pub text: String,
}

/// A mapping of character sets (PS3.2 Table N.5-165).
#[derive(Debug, Serialize)]
pub struct CharacterSetConversionRow {
    /// The sets that come in.
    pub incoming: Vec<String>,
    /// What they are.
    pub incoming_description: Vec<String>,
    /// The sets that go out.
    pub outgoing: Vec<String>,
    /// What they are.
    pub outgoing_description: Vec<String>,
    /// When this happens; prose.
    pub situation: String,
}

impl CharacterSetsView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let sets = &scope.statement().character_sets;
        let rows = sets.supported.iter().map(|set| {
            let (term, description) = described(set.name.as_deref().unwrap_or_default());
            let text = scope.prose(set.text.as_ref()).unwrap_or_default();
            CharacterSetRow { term, description, support: exceptional(set.support), text }
        });
        let rows: Vec<_> = rows.collect();
        let mapping = sets.mapping.iter().map(|row| {
            let (incoming, incoming_description) = row.incoming.iter().map(|name| described(name)).unzip();
            let (outgoing, outgoing_description) = row.outgoing.iter().map(|name| described(name)).unzip();
            let situation = scope.prose(row.situation.as_ref()).unwrap_or_default();
            CharacterSetConversionRow {
                incoming,
                incoming_description,
                outgoing,
                outgoing_description,
                situation,
            }
        });
        let prose = |text: &Option<Prose>| scope.prose(text.as_ref());
        let mut view = Self {
            text: prose(&sets.text),
            has_remarks: rows.iter().any(|row| row.support.is_some() || !row.text.is_empty()),
            has_code_extension: rows.iter().any(|row| row.term.starts_with("ISO 2022 ")),
            rows,
            combinations: sets.combinations.iter().map(|terms| terms.join("\\")).collect(),
            unsupported: prose(&sets.unsupported),
            configuration: prose(&sets.configuration),
            conversion: prose(&sets.conversion),
            mapping: mapping.collect(),
            queries_text: prose(&sets.queries.text),
            queries: queries(scope, &sets.queries),
            presentation: prose(&sets.presentation),
            has_headings: false,
            is_empty: false,
        };
        let parts = view.parts();
        view.has_headings = parts > 2;
        view.is_empty = parts == 0 && view.text.is_none();
        view
    }

    /// How many of the parts have something to say.
    fn parts(&self) -> usize {
        let texts = [&self.unsupported, &self.configuration, &self.presentation];
        let said = texts.iter().filter(|text| text.is_some()).count();
        let has_conversion = self.conversion.is_some() || !self.mapping.is_empty();
        said + usize::from(has_conversion)
            + usize::from(!self.rows.is_empty() || !self.combinations.is_empty())
            + usize::from(self.queries_text.is_some() || !self.queries.is_empty())
    }
}

/// The defined term of a set, and what it is.
fn described(name: &str) -> (String, String) {
    match character_set::by_name(name) {
        Some(set) if set.standard.is_empty() => (set.term.to_owned(), set.repertoire.to_owned()),
        Some(set) => (set.term.to_owned(), format!("{}, {}", set.repertoire, set.standard)),
        None => (name.to_owned(), String::new()),
    }
}

fn queries(scope: &Scope<'_>, said: &CharacterSetQueries) -> Vec<NamedText> {
    let parts = [
        ("Requests and responses", &said.responses),
        ("Names of persons", &said.person_names),
        ("Case and accents", &said.case_and_accents),
        ("Wild cards", &said.wildcards),
    ];
    let parts = parts.iter();
    parts
        .filter_map(|(name, text)| {
            Some(NamedText { name: (*name).to_owned(), text: scope.prose(text.as_ref())? })
        })
        .collect()
}
