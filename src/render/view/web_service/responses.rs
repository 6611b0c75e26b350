//! What the responses of a transaction say: status codes of HTTP, and reasons for single instances.

use serde::Serialize;

use crate::model::{HttpStatus, Response, WebResponse};
use crate::notation::StatusCodes;
use crate::render::view::scope::Scope;
use crate::standard::status::{self, Service};
use crate::standard::web_transaction::{self, WebTransaction};

/// An HTTP status.
#[derive(Debug, Serialize)]
pub struct WebResponseRow {
    /// `Success`, `Failure`, …; none where it is that of the row above.
    pub outcome: Option<&'static str>,
    /// The code with its words, such as `202 (Accepted)`.
    pub status: String,
    /// What it means, as PS3.18 has it or the author; empty where that is not known.
    pub meaning: String,
    /// When it is sent, or what is done on it; prose.
    pub behavior: String,
}

/// A failure or warning reason of an instance.
#[derive(Debug, Serialize)]
pub struct WebReasonRow {
    /// The code or range of codes.
    pub code: String,
    /// What it means.
    pub meaning: String,
    /// When it is sent, or what is done on it; prose.
    pub behavior: String,
}

/// The rows of a list of responses: `standard` stands for those of PS3.18, a later row of the same code replaces one.
pub(super) fn response_rows(
    scope: &Scope<'_>,
    known: Option<&WebTransaction>,
    written: &[WebResponse],
) -> Vec<WebResponseRow> {
    let statuses = known.map(|known| known.statuses.as_slice()).unwrap_or_default();
    let mut rows: Vec<(HttpStatus, WebResponseRow)> = Vec::new();
    for response in written {
        if response.table.is_some() {
            for (code, _) in statuses {
                put(&mut rows, row(scope, HttpStatus::Code(*code), None, statuses));
            }
        }
        if let Some(code) = response.code {
            put(&mut rows, row(scope, code, Some(response), statuses));
        }
    }
    rows.sort_by_key(|(code, _)| order(*code));
    let mut last = None;
    let rows = rows.into_iter().map(|(_, mut row)| {
        let outcome = row.outcome;
        row.outcome = outcome.filter(|_| outcome != last);
        last = outcome;
        row
    });
    rows.collect()
}

fn put(rows: &mut Vec<(HttpStatus, WebResponseRow)>, row: (HttpStatus, WebResponseRow)) {
    match rows.iter_mut().find(|(code, _)| *code == row.0) {
        Some(place) => *place = row,
        None => rows.push(row),
    }
}

/// By code, a class behind its codes, all others last.
const fn order(code: HttpStatus) -> u16 {
    match code {
        HttpStatus::Code(code) => code,
        HttpStatus::Class(class) => class * 100 + 99,
        HttpStatus::Other => u16::MAX,
    }
}

fn row(
    scope: &Scope<'_>,
    code: HttpStatus,
    written: Option<&WebResponse>,
    statuses: &[(u16, &'static str)],
) -> (HttpStatus, WebResponseRow) {
    let number = if let HttpStatus::Code(code) = code { Some(code) } else { None };
    let known = statuses.iter().find(|(code, _)| Some(*code) == number).map(|(_, meaning)| *meaning);
    let stated = written.and_then(|written| written.meaning.clone());
    let row = WebResponseRow {
        outcome: Some(match code {
            HttpStatus::Code(code) => web_transaction::outcome(code),
            HttpStatus::Class(class) => web_transaction::outcome(class * 100),
            HttpStatus::Other => "",
        }),
        status: match number.map(|code| (code, web_transaction::reason_phrase(code))) {
            Some((code, "")) => code.to_string(),
            Some((code, words)) => format!("{code} ({words})"),
            None if code == HttpStatus::Other => "Any other status code".to_owned(),
            None => format!("Any other {code}"),
        },
        meaning: stated.or(known.map(str::to_owned)).unwrap_or_default(),
        behavior: written.and_then(|written| scope.prose(written.behavior.as_ref())).unwrap_or_default(),
    };
    (code, row)
}

/// Failure and warning reasons; the meanings are those of C-STORE where the author gives none (PS3.18 Annex I).
pub(super) fn reason_rows(scope: &Scope<'_>, written: &[Response]) -> Vec<WebReasonRow> {
    let rows = written.iter().map(|reason| WebReasonRow {
        code: reason.code.map(|code| code.to_string()).unwrap_or_default(),
        meaning: reason.meaning.clone().or_else(|| known_meaning(reason)).unwrap_or_default(),
        behavior: scope.prose(reason.behavior.as_ref()).unwrap_or_default(),
    });
    rows.collect()
}

fn known_meaning(reason: &Response) -> Option<String> {
    let code = match reason.code?.0 {
        StatusCodes::One(code) | StatusCodes::Range { first: code, .. } => code.0,
        StatusCodes::Other => return None,
    };
    status::meaning(Service::CStore, None, code).map(|row| row.meaning.to_owned())
}
