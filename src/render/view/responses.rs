//! Status tables (PS3.2 Tables A.4.2-9, -10 and 4.2-13).

mod defaults;

use std::collections::HashMap;

use serde::Serialize;

use super::place::Place;
use super::scope::Scope;
use crate::model::{Attribute, CommunicationFailure, Response, StatusCodes};
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
    /// Whether there is something to say in the column of related fields.
    pub has_related_fields: bool,
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
    /// The fields of the response that tell more.
    pub related_fields: Vec<String>,
    /// What the Application Entity does, or why it answers so; prose.
    pub behavior: Option<String>,
}

/// A row of the table of communication failures (PS3.2 Table A.4.2-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
            has_related_fields: table.iter().any(|row| !row.related_fields.is_empty()),
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

/// The rows of the table of communication failures of some services.
pub(super) fn failures(scope: &Scope<'_>, failures: &[CommunicationFailure]) -> Vec<FailureRow> {
    let rows = failures.iter().map(|failure| {
        let mut row = failure_row(scope, failure);
        if let Some(side) = failure.side {
            row.exception = format!("{} (as {side})", row.exception);
        }
        row
    });
    rows.collect()
}

/// A failure and what the Application Entity does, whatever side it is on.
pub(super) fn failure_row(scope: &Scope<'_>, failure: &CommunicationFailure) -> FailureRow {
    FailureRow {
        exception: failure.exception.clone().unwrap_or_default(),
        behavior: scope.prose(failure.behavior.as_ref()).unwrap_or_default(),
    }
}

/// A row with everything said, before repetitions are merged.
struct Row {
    codes: Option<Codes>,
    status: String,
    meaning: String,
    related_fields: Vec<String>,
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
        let holds_standard =
            |rows: &[Response]| rows.iter().any(|row| row.table.as_deref() == Some("standard"));
        let named = responses.iter().filter_map(|row| statement.status_tables.get(row.table.as_deref()?));
        if holds_standard(responses) || named.into_iter().any(|rows| holds_standard(rows)) {
            by_category(&mut self.collected);
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
        let is_invoker = self.subject.is_invoker;
        let behavior = if is_invoker { defaults::behavior(row) } else { defaults::reason(row, self.service) };
        Row {
            codes: Some(row.codes),
            status: row.service_status.to_owned(),
            meaning: row.meaning.to_owned(),
            related_fields: Vec::new(),
            behavior: behavior.to_owned(),
        }
    }

    /// Puts a row of the author; what it leaves out is what stood there, else what the standard says.
    fn put(&mut self, response: &Response) {
        let codes = response.code.map(codes);
        let known = self.known(codes);
        let told = [&response.condition, &response.behavior];
        let told: Vec<_> = told.into_iter().filter_map(|prose| self.scope.prose(prose.as_ref())).collect();
        let behavior = (!told.is_empty()).then(|| told.join(" "));
        let fields = response.related_fields.iter().map(|field| field_words(self.scope, field));
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
            related_fields: fields.collect(),
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

/// Puts what an author adds to the rows of the standard behind those of the same category.
fn by_category(rows: &mut [Row]) {
    let category = |row: &Row| status::Category::by_word(&row.status);
    let mut order: Vec<Option<status::Category>> = Vec::new();
    for row in rows.iter().map(category) {
        if !order.contains(&row) {
            order.push(row);
        }
    }
    rows.sort_by_key(|row| order.iter().position(|known| *known == category(row)));
}

/// `Error Comment (0000,0902)`.
fn field_words(scope: &Scope<'_>, field: &Attribute) -> String {
    let (name, tag, _) = Place::of(scope, field).cells();
    format!("{name} {tag}").trim().to_owned()
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
            related_fields: row.related_fields,
            behavior: (!same_behavior || row.behavior.is_empty()).then_some(row.behavior),
        }
    };
    rows.into_iter().map(merge).collect()
}
