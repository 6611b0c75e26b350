//! Status tables (PS3.2 Tables A.4.2-9, -10 and 4.2-13).

use std::collections::HashMap;

use serde::Serialize;

use super::scope::Scope;
use crate::model::{CommunicationFailure, Response, StatusCodes};
use crate::notation;
use crate::standard::sop_class::SopClass;
use crate::standard::status::{self, Codes, Service, StatusRow};

/// The statuses of one service, as a table of them shows it.
#[derive(Debug, Serialize)]
pub struct StatusTable {
    /// What the table is called, such as `Storage C-STORE Response Status Handling Behavior`.
    pub caption: String,
    /// The title of the last column: `Behavior` of who receives the status, `Reason` of who returns it.
    pub last_column: &'static str,
    /// The rows, from the top.
    pub rows: Vec<StatusTableRow>,
}

/// A row of a status table. A cell that is `none` continues the one above.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct StatusTableRow {
    /// The service status, such as `Success` or `Refused`.
    pub status: Option<String>,
    /// What the code means.
    pub meaning: Option<String>,
    /// The code or the range of codes; empty for any other code.
    pub codes: String,
    /// Whether the row is about every code that no other row names.
    pub is_any_other: bool,
    /// What the Application Entity does, or why it answers so; prose.
    pub behavior: Option<String>,
}

/// A row of the table of communication failures (PS3.2 Table A.4.2-10).
#[derive(Debug, Serialize)]
pub struct FailureRow {
    /// What happens.
    pub exception: String,
    /// What the Application Entity does; prose.
    pub behavior: String,
}

/// What a status table is about.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    /// The words for the SOP classes, such as `Storage`.
    pub(super) classes: &'a str,
    /// The name of the service, as the author writes it.
    pub(super) service_name: &'a str,
    /// The SOP class, one for all where there are several.
    pub(super) class: Option<&'static SopClass>,
    /// Whether this Application Entity sends the request, and so receives the status.
    pub(super) is_invoker: bool,
}

impl StatusTable {
    /// The table of some rows; none where there are no rows.
    pub(super) fn of(scope: &Scope<'_>, subject: Subject<'_>, responses: &[Response]) -> Option<Self> {
        let service = Service::by_name(subject.service_name);
        let table =
            Rows { scope, subject, service, collected: Vec::new(), places: HashMap::new(), other: None };
        let table = table.collect(responses);
        let words = if subject.is_invoker { "Response Status Handling Behavior" } else { "Response Status" };
        (!table.is_empty()).then(|| Self {
            caption: [subject.classes, subject.service_name, words]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
            last_column: if subject.is_invoker { "Behavior" } else { "Reason" },
            rows: merged(table),
        })
    }
}

/// The rows of the table of communication failures.
pub(super) fn failures(scope: &Scope<'_>, failures: &[CommunicationFailure]) -> Vec<FailureRow> {
    let rows = failures.iter().map(|failure| FailureRow {
        exception: failure.exception.clone().unwrap_or_default(),
        behavior: scope.prose(failure.behavior.as_ref()).unwrap_or_default(),
    });
    rows.collect()
}

/// A row with everything said, before repetitions are merged.
struct Row {
    codes: Option<Codes>,
    status: String,
    meaning: String,
    behavior: String,
}

struct Rows<'a, 's> {
    scope: &'a Scope<'s>,
    subject: Subject<'a>,
    service: Option<Service>,
    collected: Vec<Row>,
    /// Where the row of some codes stands, by the first and the last of them.
    places: HashMap<(u16, u16), usize>,
    /// The row for all other codes, which comes last.
    other: Option<Row>,
}

impl Rows<'_, '_> {
    /// The rows of some responses: those of a table stand in its place, what the author overrides in theirs.
    fn collect(mut self, responses: &[Response]) -> Vec<Row> {
        let statement = self.scope.statement();
        for response in responses {
            match response.table.as_deref() {
                None => self.put(response),
                Some("standard") => self.push_standard(),
                Some(name) => {
                    for row in statement.status_tables.get(name).into_iter().flat_map(|rows| rows.iter()) {
                        if row.table.as_deref() == Some("standard") {
                            self.push_standard();
                        } else {
                            self.put(row);
                        }
                    }
                }
            }
        }
        self.collected.extend(self.other);
        self.collected
    }

    fn push_standard(&mut self) {
        let Some(service) = self.service else { return };
        for row in status::standard_rows(service, self.subject.class) {
            self.place(self.standard_row(row));
        }
        if self.subject.is_invoker {
            self.place(self.standard_row(&status::OTHER));
        }
    }

    /// Puts a row where one of the same codes stands, else at the end.
    fn place(&mut self, row: Row) {
        match row.codes.map(ends) {
            Some(None) => self.other = Some(row),
            Some(Some(ends)) => {
                let place = *self.places.entry(ends).or_insert(self.collected.len());
                match self.collected.get_mut(place) {
                    Some(standing) => *standing = row,
                    None => self.collected.push(row),
                }
            }
            None => self.collected.push(row),
        }
    }

    /// The row that stands for some codes so far.
    fn standing(&self, codes: Codes) -> Option<&Row> {
        match ends(codes) {
            None => self.other.as_ref(),
            Some(ends) => self.places.get(&ends).map(|place| &self.collected[*place]),
        }
    }

    fn standard_row(&self, row: &StatusRow) -> Row {
        Row {
            codes: Some(row.codes),
            status: row.service_status.to_owned(),
            meaning: row.meaning.to_owned(),
            behavior: default_behavior(row, self.subject.is_invoker).to_owned(),
        }
    }

    /// Puts a row of the author; what it leaves out is what stood there, else what the standard says.
    fn put(&mut self, response: &Response) {
        let codes = response.code.map(codes);
        let known = self.known(codes);
        let behavior = self.scope.prose(response.behavior.as_ref());
        let standing = codes.and_then(|codes| self.standing(codes));
        let row = Row {
            codes,
            status: response
                .category
                .map(|category| category.to_string())
                .or_else(|| standing.map(|row| row.status.clone()))
                .or_else(|| known.map(|row| row.service_status.to_owned()))
                .unwrap_or_default(),
            meaning: response
                .meaning
                .clone()
                .or_else(|| standing.map(|row| row.meaning.clone()))
                .or_else(|| known.map(|row| row.meaning.to_owned()))
                .unwrap_or_default(),
            behavior: behavior.or_else(|| standing.map(|row| row.behavior.clone())).unwrap_or_default(),
        };
        self.place(row);
    }

    fn known(&self, codes: Option<Codes>) -> Option<StatusRow> {
        match codes? {
            Codes::Other => Some(status::OTHER),
            Codes::One(code) | Codes::Range(code, _) => match self.service {
                Some(service) => status::meaning(service, self.subject.class, code),
                None => None,
            },
        }
    }
}

const fn codes(written: StatusCodes) -> Codes {
    match written.0 {
        notation::StatusCodes::One(code) => Codes::One(code.0),
        notation::StatusCodes::Range { first, last } => Codes::Range(first.0, last.0),
        notation::StatusCodes::Other => Codes::Other,
    }
}

/// The first and the last code; none for all others.
const fn ends(codes: Codes) -> Option<(u16, u16)> {
    match codes {
        Codes::One(code) => Some((code, code)),
        Codes::Range(first, last) => Some((first, last)),
        Codes::Other => None,
    }
}

/// What follows from a status by itself (PS3.7 Annex C).
fn default_behavior(row: &StatusRow, is_invoker: bool) -> &'static str {
    if !is_invoker {
        return "Returned as the standard defines.";
    }
    match status::Category::by_word(row.service_status) {
        Some(status::Category::Success) => "The operation is considered complete.",
        Some(status::Category::Warning) => "The operation is considered complete, with a warning.",
        Some(status::Category::Cancel) => "The operation is considered cancelled.",
        Some(status::Category::Pending) => "Further responses are awaited.",
        Some(status::Category::Failure) | None => "The operation is considered failed.",
    }
}

/// Merges cells that say the same as those above them.
fn merged(rows: Vec<Row>) -> Vec<StatusTableRow> {
    let mut above: Option<(String, String)> = None;
    let merge = |row: Row| {
        let is_any_other = row.codes == Some(Codes::Other);
        let (same_status, same_behavior) = match &above {
            Some((status, behavior)) => (*status == row.status, *behavior == row.behavior),
            None => (false, false),
        };
        let codes = row.codes.filter(|_| !is_any_other).map(|codes| codes.to_string());
        above = Some((row.status.clone(), row.behavior.clone()));
        StatusTableRow {
            status: (!same_status).then_some(row.status),
            meaning: Some(if is_any_other { "*".to_owned() } else { row.meaning }),
            codes: codes.unwrap_or_default(),
            is_any_other,
            behavior: (!same_behavior || row.behavior.is_empty()).then_some(row.behavior),
        }
    };
    rows.into_iter().map(merge).collect()
}
