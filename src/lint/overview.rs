//! An overview that was written by hand, against what the Application Entities and web services support.

mod network;
mod web;

use std::collections::HashSet;

use indexmap::IndexMap;

use super::enumeration::{RELATED, enumeration};
use super::findings::{Findings, Wording};
use crate::finding::Written;
use crate::model::Support;
use crate::model::survey::Survey;
use crate::route::Route;

/// How firm a claim is, the weakest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Firmness {
    /// Nothing is claimed.
    #[default]
    Absent,
    /// Configurable, or sold separately.
    Option,
    /// To be confirmed.
    Unconfirmed,
    /// A plain yes.
    Plain,
}

impl Firmness {
    /// The firmness of a claim that several words qualify.
    fn of(words: &[Option<Support>]) -> Self {
        let firmness = |word: &Option<Support>| match word {
            None | Some(Support::Yes) => Self::Plain,
            Some(Support::ToBeConfirmed) => Self::Unconfirmed,
            Some(Support::Option) => Self::Option,
            Some(Support::No | Support::NotApplicable) => Self::Absent,
        };
        words.iter().map(firmness).min().unwrap_or_default()
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Absent => "no",
            Self::Option => "option",
            Self::Unconfirmed => "tbc",
            Self::Plain => "yes",
        }
    }

    /// Whether a cell of the overview says something else. That something may be an option is often said in the
    /// overview alone; what is to be confirmed contradicts no claim.
    fn is_contradicted_by(self, said: Support) -> bool {
        match said {
            Support::No | Support::NotApplicable => self != Self::Absent,
            Support::Yes => matches!(self, Self::Absent | Self::Option),
            Support::Option | Support::ToBeConfirmed => self == Self::Absent,
        }
    }
}

/// One of the two tables of the overview.
struct Table {
    /// The keys of the two columns.
    columns: [&'static str; 2],
    /// What they are called.
    roles: [&'static str; 2],
    /// Who supports what is listed.
    supporter: &'static str,
    article: &'static str,
    /// Where that is described.
    source: &'static str,
    /// Whether what is supported stands there as a key.
    is_by_name: bool,
    claims: Claims,
    rows: Vec<Row>,
    /// The row that lists a claim.
    row_of: fn(&Claim) -> Vec<(String, String)>,
}

/// What is supported throughout the document.
#[derive(Default)]
struct Claims {
    known: IndexMap<String, Claim>,
    /// What is supported through something else, in whatever role.
    implied: HashSet<String>,
    /// Whether there is more of which it cannot be told what it is.
    is_doubtful: bool,
}

/// Something that is supported.
struct Claim {
    name: String,
    /// By column.
    firmness: [Firmness; 2],
    place: Route,
    /// Whether an overview may leave it out.
    is_optional: bool,
}

impl Claims {
    fn add(&mut self, identity: String, name: &str, place: impl FnOnce() -> Route, firmness: [Firmness; 2]) {
        let claim = self.known.entry(identity).or_insert_with(|| Claim {
            name: name.to_owned(),
            firmness: [Firmness::Absent; 2],
            place: place(),
            is_optional: false,
        });
        for (known, new) in claim.firmness.iter_mut().zip(firmness) {
            *known = new.max(*known);
        }
    }

    fn firmness(&self, identity: &str) -> [Firmness; 2] {
        self.known.get(identity).map(|claim| claim.firmness).unwrap_or_default()
    }
}

/// A row of the overview.
struct Row {
    route: Route,
    /// The key of what it is about.
    key: &'static str,
    /// What it is about: identities and names.
    subjects: Vec<(String, String)>,
    said: [Option<Support>; 2],
    /// Whether it is also about something of which it cannot be told what it is.
    is_doubtful: bool,
}

/// Reports what the two sides say differently.
pub(super) fn check(survey: &Survey<'_>, findings: &mut Findings) {
    if survey.statement.overview_services.is_empty() {
        return;
    }
    for table in [network::table(survey), web::table(survey)] {
        for row in &table.rows {
            table.check_row(row, findings);
        }
        table.check_absent_rows(findings);
    }
}

impl Table {
    fn check_row(&self, row: &Row, findings: &mut Findings) {
        let is_told = |(identity, _): &&(String, String)| !self.claims.implied.contains(identity);
        let subjects: Vec<_> = row.subjects.iter().filter(is_told).collect();
        let is_claimed = |identity: &str| self.claims.firmness(identity) != [Firmness::Absent; 2];
        let says_something = row.said.iter().flatten().any(|said| said.is_claim());
        let absent: Vec<_> = subjects.iter().filter(|(identity, _)| !is_claimed(identity)).collect();
        if !absent.is_empty() && says_something && !self.claims.is_doubtful {
            let names = enumeration(absent.iter().map(|(_, name)| name.as_str()));
            let message = format!("the overview lists {names}, which no {} supports", self.supporter);
            let wording = findings.at(row.route.clone().key(row.key), message).help(format!(
                "take it out of the overview, or say under `{}` how it is supported",
                self.source
            ));
            let is_whole = absent.len() == row.subjects.len() && !row.is_doubtful;
            let wording = if is_whole { wording.remove(row.route.clone()) } else { wording };
            self.complete(wording, row.route.clone()).unsafely();
        }
        for (column, said) in row.said.iter().enumerate() {
            if let Some(said) = *said {
                let told = subjects.iter().filter(|(identity, _)| is_claimed(identity));
                let told: Vec<_> = told.map(|(identity, _)| identity.as_str()).collect();
                self.check_cell(row, column, said, &told, findings);
            }
        }
    }

    fn check_cell(&self, row: &Row, column: usize, said: Support, told: &[&str], findings: &mut Findings) {
        let claims = told.iter().filter_map(|identity| self.claims.known.get(*identity));
        let wrong: Vec<_> = claims.filter(|claim| claim.firmness[column].is_contradicted_by(said)).collect();
        let Some(first) = wrong.first() else { return };
        let real = first.firmness[column];
        if real == Firmness::Absent && self.claims.is_doubtful {
            return;
        }
        let names = enumeration(wrong.iter().map(|claim| claim.name.as_str()));
        let (supporter, role) = (self.supporter, self.roles[column]);
        let truth = match real {
            Firmness::Absent => format!("no {supporter} has that role"),
            Firmness::Option => "that is an option".to_owned(),
            Firmness::Unconfirmed | Firmness::Plain => format!("{} {supporter} has that role", self.article),
        };
        let cell = row.route.clone().key(self.columns[column]);
        let message = format!("the overview says `{said}` for {names} as {role}, but {truth}");
        let wording = findings.at(cell.clone(), message).help("write the same in both places");
        let wording = self.see(wording, first, "what is supported stands here");
        let is_same = wrong.len() == row.subjects.len()
            && wrong.iter().all(|claim| claim.firmness[column] == real)
            && !row.is_doubtful;
        let wording = if is_same { wording.edit(cell, real.word()) } else { wording };
        self.complete(wording, row.route.clone()).unsafely();
    }

    /// Reports what is supported and not listed; one finding, as the overview was made before the rest.
    fn check_absent_rows(&self, findings: &mut Findings) {
        // An overview without any row of this table was not read, or is not meant to have it.
        if self.rows.is_empty() || self.rows.iter().any(|row| row.is_doubtful) {
            return;
        }
        let listed: HashSet<_> =
            self.rows.iter().flat_map(|row| &row.subjects).map(|(identity, _)| identity.as_str()).collect();
        let claims = self.claims.known.iter();
        let absent: Vec<_> = claims
            .filter(|(identity, claim)| {
                let is_supported = claim.firmness.iter().any(|firmness| *firmness != Firmness::Absent);
                is_supported && !claim.is_optional && !listed.contains(identity.as_str())
            })
            .map(|(_, claim)| claim)
            .collect();
        if absent.is_empty() {
            return;
        }
        let names = enumeration(absent.iter().map(|claim| claim.name.as_str()));
        let route = Route::root().key("overview_services");
        let mut wording = findings
            .at(route.clone(), format!("the overview leaves out {names}"))
            .help("add a row for each of them");
        for claim in absent.iter().take(RELATED) {
            wording = self.see(wording, claim, "supported here");
        }
        for claim in absent {
            let cells = self.columns.iter().zip(claim.firmness);
            let cells = cells.map(|(key, firmness)| ((*key).to_owned(), firmness.word().to_owned()));
            let row = (self.row_of)(claim).into_iter().chain(cells).collect();
            wording = wording.append(route.clone(), Written::Mapping(row));
        }
        self.complete(wording, route).unsafely();
    }

    /// Adds where a claim stands: the context, or the name of the transaction.
    fn see<'f>(&self, wording: Wording<'f>, claim: &Claim, label: &str) -> Wording<'f> {
        let place = claim.place.clone();
        if self.is_by_name { wording.related_key(place, label) } else { wording.related(place, label) }
    }

    /// What could not be read might say the same as the overview.
    fn complete<'f>(&self, wording: Wording<'f>, of_overview: Route) -> Wording<'f> {
        let sets = Route::root().key("sop_classes");
        wording.rests_on(Route::root().key(self.source)).rests_on(sets).rests_on(of_overview)
    }
}
