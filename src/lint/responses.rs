//! What tables of response statuses answer, and which of their codes cannot be.

use std::collections::HashMap;

use crate::model::survey::{ConformanceUse, ItemId, Survey, TableUse};
use crate::model::{AssociationSide, Conformance, Response};
use crate::notation::{StatusCode, StatusCodes};
use crate::standard::sop_class::{self, SopClass};
use crate::standard::spelling::folded;
use crate::standard::status::{Service, category, general_meaning, is_defined};
use crate::standard::uids::VERIFICATION;

/// The name under which the standard's own rows stand in a table.
pub(super) const STANDARD: &str = "standard";

/// The DIMSE services that a table answers; none where that cannot be told.
pub(super) type Answered = Option<Vec<Service>>;

/// The registered SOP classes that a conformance entry, or a member of a Meta SOP Class in it, speaks of; `None` if
/// one of them is not registered.
pub(super) fn registered_classes(
    survey: &Survey<'_>,
    classes: &[ItemId],
    member: Option<&str>,
) -> Option<Vec<&'static SopClass>> {
    if let Some(name) = member {
        return sop_class::resolve(name).map(|(class, _)| vec![class]);
    }
    classes.iter().map(|id| sop_class::by_uid(survey.uid(*id)?)).collect()
}

/// The services that every table of a survey answers, in the order of its tables.
pub(super) fn answered(survey: &Survey<'_>) -> Vec<Answered> {
    let mut answered: Vec<Answered> = survey.tables.iter().map(|table| answered_by(survey, table)).collect();
    let mut by_name: HashMap<&str, Answered> = HashMap::new();
    for (table, services) in survey.tables.iter().zip(&answered) {
        for name in table.rows.iter().filter_map(|row| row.table.as_deref()) {
            let known = by_name.entry(name).or_insert_with(|| Some(Vec::new()));
            match (known.as_mut(), services) {
                (Some(known), Some(services)) => known.extend(services),
                _ => *known = None,
            }
        }
    }
    // The named tables stand first, each of them.
    for (services, name) in answered.iter_mut().zip(survey.statement.status_tables.keys()) {
        *services = by_name.remove(name.as_str()).flatten();
    }
    answered
}

/// The services of one table in a conformance entry.
fn answered_by(survey: &Survey<'_>, table: &TableUse<'_>) -> Answered {
    let conformance = &survey.conformances[table.conformance?];
    if let Some(name) = table.service {
        return Service::by_name(name).map(|service| vec![service]);
    }
    let classes = registered_classes(survey, &conformance.sop_classes, table.member)?;
    let mut services = Vec::new();
    for class in classes {
        if class.services().is_empty() {
            return None;
        }
        for service in class.services() {
            if !services.contains(service) {
                services.push(*service);
            }
        }
    }
    Some(services)
}

/// Whether no response of these services can have such a code (PS3.7 Annex C).
pub(super) fn is_ruled_out(codes: StatusCodes, services: &Answered) -> bool {
    match codes {
        StatusCodes::One(StatusCode(code)) if is_general(code) => match services.as_deref() {
            None | Some([]) => general_meaning(code).is_none(),
            Some(services) => !services.iter().any(|service| is_defined(*service, code)),
        },
        StatusCodes::One(StatusCode(code)) => category(code).is_none(),
        StatusCodes::Range { first, last } if is_general(first.0) && is_general(last.0) => {
            services.as_deref().is_some_and(|services| {
                let mut codes = services.iter().flat_map(|service| service.general_codes());
                !services.is_empty() && !codes.any(|code| (first.0..=last.0).contains(code))
            })
        }
        StatusCodes::Range { first, last } => category(first.0).is_none() || category(last.0).is_none(),
        StatusCodes::Other => false,
    }
}

/// Whether the meaning of a code is the same for all services: codes of the form 01xx and 02xx.
pub(super) const fn is_general(code: u16) -> bool {
    matches!(code, 0x0100..=0x02FF)
}

/// The failures of the communication of which nothing is said for a conformance entry of a user: neither by itself nor at
/// a service, nor by its entity, nor by the statement.
pub(super) fn absent_failures(survey: &Survey<'_>, used: &ConformanceUse<'_>) -> Vec<&'static str> {
    let conformance = used.conformance;
    let (entity, statement) = (survey.entities[used.entity].entity, survey.statement);
    let own = &entity.communication_failures;
    let general = if own.is_empty() { &statement.communication_failures } else { own };
    let general = general.iter().filter(|failure| failure.side != Some(AssociationSide::Acceptor));
    let members = conformance.members.values().flat_map(|member| member.services.values());
    let services = conformance.services.values().chain(members);
    let failures = services.flat_map(|service| &service.communication_failures);
    let failures = conformance.communication_failures.iter().chain(failures).chain(general);
    let told: Vec<_> =
        failures.map(|failure| folded(failure.exception.as_deref().unwrap_or_default())).collect();
    let known = [("Timeout", "timeout"), ("Association aborted", "abort")];
    let absent = known.into_iter().filter(|(_, word)| !told.iter().any(|text| text.contains(word)));
    absent.map(|(name, _)| name).collect()
}

/// Whether an entry has a table: the standard's rows stand where it is silent, but for the test of the connection and
/// Meta SOP Classes.
pub(super) fn is_told(entry: &Conformance, uid: &str) -> bool {
    let has_rows = |uid: &str| sop_class::by_uid(uid).is_some_and(|class| !class.services().is_empty());
    let is_silent = entry.responses.is_empty() && entry.services.is_empty() && entry.members.is_empty();
    !is_silent || uid != VERIFICATION && has_rows(uid)
}

/// The codes that some rows name, tables that stand among them included.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    /// Whether the standard's own rows are among them, or a table that is not there.
    pub(super) is_open: bool,
    /// Whether there is a row for the codes that no other row names.
    pub(super) has_other: bool,
    codes: Vec<StatusCodes>,
}

impl Coverage {
    /// What some rows of a statement cover.
    pub(super) fn of(survey: &Survey<'_>, rows: &[Response]) -> Self {
        const MAX_DEPTH: usize = 4;
        let mut coverage = Self::default();
        coverage.add(survey, rows, MAX_DEPTH);
        coverage
    }

    fn add(&mut self, survey: &Survey<'_>, rows: &[Response], depth: usize) {
        for row in rows {
            let named = row.table.as_deref().filter(|name| *name != STANDARD);
            let table = named.and_then(|name| survey.statement.status_tables.get(name));
            match (table, row.code) {
                (Some(rows), _) if depth > 0 => self.add(survey, rows, depth - 1),
                (None, Some(codes)) if row.table.is_none() => match codes.0 {
                    StatusCodes::Other => self.has_other = true,
                    codes => self.codes.push(codes),
                },
                _ => self.is_open = true,
            }
        }
    }

    /// Whether a row names a code between two, both included.
    pub(super) fn touches(&self, lowest: u16, highest: u16) -> bool {
        self.codes.iter().any(|codes| {
            let first = codes.first().is_some_and(|first| first.0 <= highest);
            first && codes.last().is_some_and(|last| last.0 >= lowest)
        })
    }
}
