//! What some SOP classes have to say beside their services: transcoding, failure reasons, members of a Meta SOP Class.

use serde::Serialize;

use super::scope::{Scope, support_words};
use crate::model::{Conformance, Item, OneOrMany, Response, StatusCodes};
use crate::notation;
use crate::standard::sop_class::{self, SopClass};
use crate::standard::status::{self, StatusRow};

/// A conversion of instances from one transfer syntax to another.
#[derive(Debug, Serialize)]
pub struct TranscodingRow {
    /// The transfer syntaxes from which is converted; empty for any.
    pub from: Vec<String>,
    /// The transfer syntaxes to which is converted.
    pub to: Vec<String>,
    /// On which condition; prose.
    pub condition: String,
    /// How, and with what loss; prose.
    pub text: String,
}

/// A value of Failure Reason (0008,1197).
#[derive(Debug, Serialize)]
pub struct FailureReasonRow {
    /// The code or the range of codes.
    pub code: String,
    /// What it means.
    pub meaning: String,
    /// When a provider gives it, or what a user does; prose.
    pub behavior: String,
}

/// A SOP class that a Meta SOP Class stands for.
#[derive(Debug, Serialize)]
pub struct MemberClassRow {
    /// The name.
    pub name: String,
    /// The UID.
    pub uid: String,
    /// The support: `Yes`, `No`, `Option`.
    pub support: &'static str,
}

/// The conversions of an entry.
pub(super) fn transcoding(scope: &Scope<'_>, entry: &Conformance) -> Vec<TranscodingRow> {
    let names = |items: &OneOrMany<Item>| -> Vec<String> {
        scope.expanded(items).into_iter().map(|id| scope.short_name(id)).collect()
    };
    let rows = entry.transcoding.iter().map(|row| TranscodingRow {
        from: names(&row.from),
        to: names(&row.to),
        condition: scope.prose(row.condition.as_ref()).unwrap_or_default(),
        text: scope.prose(row.text.as_ref()).unwrap_or_default(),
    });
    rows.collect()
}

/// The failure reasons of an entry, those of the standard where it says so.
pub(super) fn failure_reasons(
    scope: &Scope<'_>,
    entry: &Conformance,
    is_user: bool,
) -> Vec<FailureReasonRow> {
    let mut rows: Vec<FailureReasonRow> = Vec::new();
    for written in &entry.failure_reasons {
        if written.table.as_deref() == Some("standard") {
            rows.extend(status::failure_reasons().iter().map(|row| of_standard(row, is_user)));
        } else {
            put(scope, &mut rows, written);
        }
    }
    rows
}

fn of_standard(row: &StatusRow, is_user: bool) -> FailureReasonRow {
    let behavior = match (is_user, row.codes) {
        (true, _) => "The instance counts as not committed.",
        (false, status::Codes::One(0x0112)) => "The instance is not there.",
        (false, status::Codes::One(0x0119)) => "The instance is not of the SOP Class that the request names.",
        (false, status::Codes::One(0x0122)) => "The SOP Class of the instance is not supported.",
        (false, status::Codes::One(0x0131)) => "The Transaction UID of the request is already in use.",
        (false, status::Codes::One(0x0213)) => "There is no room to keep the instance.",
        (false, _) => "An error occurred for which there is no other reason.",
    };
    FailureReasonRow {
        code: row.codes.to_string(),
        meaning: row.meaning.to_owned(),
        behavior: behavior.to_owned(),
    }
}

/// Puts a row of the author in the place of the one of the same code, else at the end.
fn put(scope: &Scope<'_>, rows: &mut Vec<FailureReasonRow>, written: &Response) {
    let code = written.code.map(|code| code.to_string()).unwrap_or_default();
    let standing = rows.iter().position(|row| row.code == code);
    let known = written.code.and_then(known).map(str::to_owned);
    let told = [&written.condition, &written.behavior];
    let told: Vec<_> = told.into_iter().filter_map(|prose| scope.prose(prose.as_ref())).collect();
    let standing_meaning = standing.map(|position| rows[position].meaning.clone());
    let row = FailureReasonRow {
        meaning: written.meaning.clone().or(standing_meaning).or(known).unwrap_or_default(),
        behavior: told.join(" "),
        code,
    };
    match standing {
        Some(position) => rows[position] = row,
        None => rows.push(row),
    }
}

fn known(code: StatusCodes) -> Option<&'static str> {
    let notation::StatusCodes::One(code) = code.0 else { return None };
    let is_it = |row: &&StatusRow| row.codes.contain(code.0);
    let own = status::failure_reasons().iter().find(is_it).map(|row| row.meaning);
    own.or_else(|| status::general_meaning(code.0))
}

/// The SOP classes for which a Meta SOP Class stands, and those that the author adds.
pub(super) fn member_classes(entry: &Conformance, class: Option<&SopClass>) -> Vec<MemberClassRow> {
    let Some(class) = class.filter(|class| class.is_meta()) else { return Vec::new() };
    let uids = class.members().iter().copied();
    let support = |uid: &str| {
        let found = entry
            .members
            .iter()
            .find(|(name, _)| sop_class::resolve(name).is_some_and(|(class, _)| class.entry.uid == uid));
        found.and_then(|(_, member)| member.support).map_or("Yes", support_words)
    };
    let members = uids.filter_map(sop_class::by_uid).map(|member| MemberClassRow {
        name: member.entry.name.to_owned(),
        uid: member.entry.uid.to_owned(),
        support: support(member.entry.uid),
    });
    members.collect()
}
