//! Tables of keys: of queries (PS3.4 C.6) and of the worklist (PS3.4 K.6).

mod standard;

use serde::Serialize;

use super::introduction::TermView;
use super::place::{Parents, Place};
use super::scope::{Scope, yes_no};
use crate::model::{Conformance, Display, Key, KeyType, Keys, Matching};
use crate::standard::query_keys::Level;
use crate::standard::sop_class::SopClass;

use standard::{Line, Model};

/// The keys of a query model.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Default, Serialize)]
pub struct KeyTable {
    /// The groups of rows: levels for query and retrieve, modules for the worklist.
    pub groups: Vec<KeyGroup>,
    /// Whether the groups are modules of the worklist.
    pub is_worklist: bool,
    /// Whether this Application Entity asks for the worklist: then each use of a key is a mark in a column of its own.
    pub is_marked: bool,
    /// What the marks and the heads of their columns mean.
    pub legend: Vec<TermView>,
    /// What returned values are copied to, where each has a column of its own for marks.
    pub copies: Vec<String>,
    /// Whether there is something to say in the column of types.
    pub has_types: bool,
    /// Whether there is something to say in the column of matching.
    pub has_matching: bool,
    /// Whether there is something to say in the column of types of return keys.
    pub has_return_types: bool,
    /// Whether there is something to say in the column of return keys.
    pub has_return: bool,
    /// Whether there is something to say in the column of interactive keys.
    pub has_interactive: bool,
    /// Whether there is something to say in the column of display.
    pub has_display: bool,
    /// Whether there is something to say in the column of values.
    pub has_values: bool,
    /// Whether there is something to say in the column of copies.
    pub has_copies: bool,
    /// Whether there is something to say in the column of remarks.
    pub has_remarks: bool,
}

/// The keys of a level or module.
#[derive(Debug, Serialize)]
pub struct KeyGroup {
    /// The level or module, as the author writes it.
    pub title: String,
    /// Whether it is a level of query and retrieve: `Patient`, `Study`, `Series`, `Image`.
    pub is_level: bool,
    /// The keys.
    pub rows: Vec<KeyRow>,
}

/// A key.
#[derive(Debug, Default, Serialize)]
pub struct KeyRow {
    /// The name of the attribute, behind `>` for each sequence it stands in.
    pub name: String,
    /// The tag.
    pub tag: String,
    /// The value representation.
    pub vr: String,
    /// `U`, `R` or `O`; that of PS3.4 C.6 or K.6 where the author says nothing.
    pub key_type: String,
    /// How the key is matched.
    pub matching: Vec<String>,
    /// The same in letters, for a column of marks.
    pub matching_mark: String,
    /// The type of the attribute in the response, of a provider of the worklist (PS3.4 K.6.1.2.2).
    pub return_type: String,
    /// Whether the attribute is asked for in the response.
    pub returned: String,
    /// Whether a person can enter a value for matching.
    pub interactive: String,
    /// Whether the value is shown.
    pub display: String,
    /// The value for matching and where it comes from.
    pub values: Vec<String>,
    /// Where the returned value is copied to.
    pub copied_to: Vec<String>,
    /// The same as marks, one for each of the copies of the table.
    pub copy_marks: Vec<&'static str>,
    /// What else there is to say; prose.
    pub remark: String,
}

/// Destinations of copies that have columns of their own; more of them are named in one column.
const MOST_COPIES: usize = 3;

impl KeyTable {
    /// The keys of a conformance entry; none where it names no keys.
    pub(super) fn of(
        scope: &Scope<'_>,
        entry: &Conformance,
        class: Option<&SopClass>,
        is_provider: bool,
    ) -> Option<Self> {
        let model = Model::of(class, is_provider);
        let groups = model.groups(scope, &entry.keys);
        Self::of_groups(scope, &model, groups, model.is_worklist() && !is_provider)
    }

    /// The keys of a search over the web, of studies or of something else; none where there are none.
    pub(super) fn of_search(
        scope: &Scope<'_>,
        keys: &Keys,
        (is_of_studies, is_provider): (bool, bool),
    ) -> Option<Self> {
        let model = Model::of_search(is_of_studies, is_provider);
        let groups = model.groups(scope, keys);
        Self::of_groups(scope, &model, groups, false)
    }

    fn of_groups(
        scope: &Scope<'_>,
        model: &Model,
        groups: Vec<(String, Vec<Line<'_>>)>,
        is_marked: bool,
    ) -> Option<Self> {
        if groups.is_empty() {
            return None;
        }
        let mut table = Self { is_worklist: model.is_worklist(), is_marked, ..Self::default() };
        for (title, lines) in groups {
            let mut rows = Vec::with_capacity(lines.len());
            let mut parents = Parents::default();
            for line in lines {
                rows.extend(parents.missing(line.place()).iter().map(KeyRow::at));
                rows.push(KeyRow::of(scope, &line, model, &title));
            }
            let is_level = !table.is_worklist && Level::by_name(&title).is_some();
            table.groups.push(KeyGroup { title, is_level, rows });
        }
        table.see_columns();
        if table.is_marked {
            table.mark();
        }
        Some(table)
    }

    fn see_columns(&mut self) {
        let has = |column: fn(&KeyRow) -> bool| self.groups.iter().flat_map(|group| &group.rows).any(column);
        let (types, matching) = (has(|row| !row.key_type.is_empty()), has(|row| !row.matching.is_empty()));
        let (returned, return_types) =
            (has(|row| !row.returned.is_empty()), has(|row| !row.return_type.is_empty()));
        let (display, interactive) =
            (has(|row| !row.display.is_empty()), has(|row| !row.interactive.is_empty()));
        let (values, copies) = (has(|row| !row.values.is_empty()), has(|row| !row.copied_to.is_empty()));
        (self.has_types, self.has_matching) = (types, matching);
        (self.has_return, self.has_return_types) = (returned, return_types);
        (self.has_interactive, self.has_display) = (interactive, display);
        (self.has_values, self.has_copies) = (values, copies);
        self.has_remarks = has(|row| !row.remark.is_empty());
    }

    /// Puts marks in the place of words, and says what they mean.
    fn mark(&mut self) {
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let mut copies: Vec<String> = Vec::new();
        for name in rows().flat_map(|row| &row.copied_to) {
            if !copies.contains(name) {
                copies.push(name.clone());
            }
        }
        if copies.len() > MOST_COPIES {
            copies.clear();
        }
        self.legend = self.meanings(&copies);
        for row in self.groups.iter_mut().flat_map(|group| &mut group.rows) {
            row.copy_marks =
                copies.iter().map(|name| if row.copied_to.contains(name) { "x" } else { "" }).collect();
            for cell in [&mut row.returned, &mut row.interactive] {
                let mark = if cell == "Yes" { "x" } else { "" };
                mark.clone_into(cell);
            }
            let shown = match row.display.as_str() {
                "Default" => "x",
                "Configurable" => "c",
                _ => "",
            };
            shown.clone_into(&mut row.display);
        }
        self.copies = copies;
    }

    fn meanings(&self, copies: &[String]) -> Vec<TermView> {
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let term = |term: &str, meaning: String| TermView { term: term.to_owned(), meaning };
        let mut legend = Vec::new();
        if self.has_matching {
            let used =
                MARKS.iter().filter(|(_, word)| rows().any(|row| row.matching.iter().any(|one| one == word)));
            let letters = used.map(|(letter, word)| format!("{letter} {}", word.to_lowercase()));
            let letters = letters.collect::<Vec<_>>().join(", ");
            legend.push(term("M", format!("Matching key, sent with a value: {letters} matching.")));
        }
        if self.has_return {
            legend.push(term("R", "Return key, asked for in the response.".to_owned()));
        }
        if self.has_interactive {
            legend.push(term("Q", "Query key, for which the user can enter a value.".to_owned()));
        }
        if self.has_display {
            let is_configurable = rows().any(|row| row.display == "Configurable");
            let more = if is_configurable { "; c where it is configured to be" } else { "" };
            legend.push(term("D", format!("Shown to the user{more}.")));
        }
        if !copies.is_empty() {
            legend.push(term(&copies.join(", "), "The returned value is copied to it.".to_owned()));
        }
        legend
    }
}

impl KeyRow {
    fn at(place: &Place) -> Self {
        let (name, tag, vr) = place.cells();
        Self { name, tag, vr, ..Self::default() }
    }

    fn of(scope: &Scope<'_>, line: &Line<'_>, model: &Model, level: &str) -> Self {
        let place = line.place();
        let of_standard = model.facts(level, place);
        let row =
            Self { key_type: of_standard.key_type, return_type: of_standard.return_type, ..Self::at(place) };
        let Line::Written(key, _) = line else {
            return Self { matching: words(&of_standard.matching), ..row };
        };
        let matching: Vec<Matching> = key.matching.to_vec();
        let marks = MARKS.iter().filter(|(_, word)| matching.iter().any(|one| matching_words(*one) == *word));
        Self {
            key_type: key.key_type.map_or(row.key_type, |stated| KeyType::as_str(stated).to_owned()),
            matching: words(&matching),
            matching_mark: marks.map(|(letter, _)| *letter).collect::<Vec<_>>().join("/"),
            returned: key.returned.map(yes_no).unwrap_or_default().to_owned(),
            interactive: key.interactive.map(yes_no).unwrap_or_default().to_owned(),
            display: key.display.map(display_words).unwrap_or_default().to_owned(),
            values: values(key),
            copied_to: key.copied_to.to_vec(),
            remark: scope.prose(key.remark.as_ref()).unwrap_or_default(),
            ..row
        }
    }
}

/// The value for matching with its sources, `RF (configuration)`, or the sources alone.
fn values(key: &Key) -> Vec<String> {
    let sources: Vec<_> = key.value_source.iter().map(|source| source_words(source)).collect();
    match (&key.value, sources.is_empty()) {
        (Some(value), true) => vec![value.clone()],
        (Some(value), false) => vec![format!("{value} ({})", sources.join(", ").to_lowercase())],
        (None, _) => sources,
    }
}

/// Where a value comes from, in words; what is no word of the language stays as written.
fn source_words(source: &str) -> String {
    const KNOWN: [(&str, &str); 6] = [
        ("fixed", "Fixed"),
        ("generated", "Generated"),
        ("configuration", "Configuration"),
        ("user", "User"),
        ("scanned", "Scanned"),
        ("empty", "Empty"),
    ];
    let known = KNOWN.iter().find(|(word, _)| word.eq_ignore_ascii_case(source.trim()));
    known.map_or(source, |(_, words)| words).to_owned()
}

/// The letters of kinds of matching.
const MARKS: [(&str, &str); 6] = [
    ("S", "Single value"),
    ("L", "List of UID"),
    ("U", "Universal"),
    ("W", "Wild card"),
    ("R", "Range"),
    ("I", "Sequence"),
];

fn words(matching: &[Matching]) -> Vec<String> {
    matching.iter().map(|matching| matching_words(*matching).to_owned()).collect()
}

const fn matching_words(matching: Matching) -> &'static str {
    match matching {
        Matching::SingleValue => "Single value",
        Matching::ListOfUid => "List of UID",
        Matching::Universal => "Universal",
        Matching::Wildcard => "Wild card",
        Matching::Range => "Range",
        Matching::Sequence => "Sequence",
        Matching::None => "None",
    }
}

const fn display_words(display: Display) -> &'static str {
    match display {
        Display::Default => "Default",
        Display::Configurable => "Configurable",
        Display::Never => "Never",
    }
}
