//! The columns of tables: our own, which are the keys of the model, and those of other systems.

use super::Remark;
use super::cells;
use super::csv::Record;
use crate::model::{Link, Reservation, SiteEntity};
use crate::standard::nearest;

/// What a table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Application Entities, one a row.
    Entities,
    /// Links, one a row.
    Links,
    /// AE titles that are kept, one a row.
    Reservations,
}

/// By which columns a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// The keys of the model.
    Own,
    /// Those of a configuration management database, which has fewer.
    Cmdb,
}

/// The column of the name that the author gave to an entity or a reservation, which is no key of it.
pub(super) const NAME: &str = "name";

/// What the columns of Application Entities are called elsewhere, folded.
const ENTITY_COLUMNS: &[(&str, &str)] = &[
    ("address", "host"),
    ("ae", "ae_title"),
    ("ae_name", "ae_title"),
    ("aet", "ae_title"),
    ("aetitle", "ae_title"),
    ("approved_by", "approver"),
    ("base_url", "endpoint_url"),
    ("change", "ticket"),
    ("change_request", "ticket"),
    ("change_ticket", "ticket"),
    ("ci", "functional_ci"),
    ("comment", "description"),
    ("device", "equipment"),
    ("endpoint", "endpoint_url"),
    ("endpointurl", "endpoint_url"),
    ("entity", NAME),
    ("functionalci", "functional_ci"),
    ("functionalci_name", "functional_ci"),
    ("hostname", "host"),
    ("ip", "host"),
    ("ip_address", "host"),
    ("ipaddress", "host"),
    ("ipaddress_name", "host"),
    ("key", NAME),
    ("last_review", "reviewed"),
    ("medicaldevicemie_name", "equipment"),
    ("network_zone", "zone"),
    ("next_review", "review_by"),
    ("org", "organization"),
    ("org_name", "organization"),
    ("organisation", "organization"),
    ("remarks", "description"),
    ("responsible", "owner"),
    ("review_date", "review_by"),
    ("reviewed_on", "reviewed"),
    ("room", "location"),
    ("server", "functional_ci"),
    ("tcp_port", "port"),
    ("title", "ae_title"),
    ("url", "endpoint_url"),
    ("valid_until", "review_by"),
    ("vlan", "zone"),
];

/// What the columns of links are called elsewhere, folded.
const LINK_COLUMNS: &[(&str, &str)] = &[
    ("approved_by", "approver"),
    ("change", "ticket"),
    ("change_request", "ticket"),
    ("change_ticket", "ticket"),
    ("comment", "description"),
    ("from", "source"),
    ("last_review", "reviewed"),
    ("next_review", "review_by"),
    ("org", "organization"),
    ("org_name", "organization"),
    ("organisation", "organization"),
    ("remarks", "description"),
    ("responsible", "owner"),
    ("review_date", "review_by"),
    ("reviewed_on", "reviewed"),
    ("source_ae", "source"),
    ("source_ae_name", "source"),
    ("source_aetitle", "source"),
    ("target_ae", "target"),
    ("target_ae_name", "target"),
    ("target_aetitle", "target"),
    ("to", "target"),
    ("valid_until", "review_by"),
];

/// What the columns of reservations are called elsewhere, folded.
const RESERVATION_COLUMNS: &[(&str, &str)] = &[
    ("ae", "ae_title"),
    ("ae_name", "ae_title"),
    ("aet", "ae_title"),
    ("aetitle", "ae_title"),
    ("change", "ticket"),
    ("change_request", "ticket"),
    ("change_ticket", "ticket"),
    ("comment", "reason"),
    ("description", "reason"),
    ("expires", "until"),
    ("kept_for", "for"),
    ("kept_until", "until"),
    ("key", NAME),
    ("org", "organization"),
    ("org_name", "organization"),
    ("organisation", "organization"),
    ("remarks", "reason"),
    ("reservation", NAME),
    ("reserved_for", "for"),
    ("reserved_until", "until"),
    ("responsible", "owner"),
    ("title", "ae_title"),
    ("valid_until", "until"),
    ("why", "reason"),
];

/// By any of these, folded, a table is known as one of reservations.
const TELLING: &[&str] =
    &["for", "kept_for", "kept_until", "reason", "reservation", "reserved_for", "reserved_until", "until"];

/// Columns that only the other system has, and that say nothing of the model.
const PASSED_OVER: &[&str] = &["id", "friendlyname", "finalclass", "obsolescence_flag", "obsolescence_date"];

/// The columns of a configuration management database for Application Entities, and the keys that they hold.
pub(super) const CMDB_ENTITIES: &[(&str, &str)] = &[
    ("org_name", "organization"),
    ("aetitle", "ae_title"),
    ("status", "status"),
    ("medicaldevicemie_name", "equipment"),
    ("functionalci_name", "functional_ci"),
    ("ipaddress_name", "host"),
    ("port", "port"),
    ("modality", "modality"),
    ("role", "role"),
    ("protocol", "protocol"),
    ("endpoint_url", "endpoint_url"),
    ("description", "description"),
];

/// The same for links.
pub(super) const CMDB_LINKS: &[(&str, &str)] = &[
    ("org_name", "organization"),
    ("source_ae_name", "source"),
    ("target_ae_name", "target"),
    ("direction", "direction"),
    ("status", "status"),
    ("description", "description"),
];

impl Subject {
    /// The keys of the model that a table of this kind may have as columns.
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Entities => cells::keys::<SiteEntity>(),
            Self::Links => cells::keys::<Link>(),
            Self::Reservations => cells::keys::<Reservation>(),
        }
    }

    /// Whether what a row is about has a name beside its keys.
    pub(super) fn is_named(self) -> bool {
        self != Self::Links
    }

    /// What a table is about that has such columns.
    fn told_by(record: &Record) -> Option<Self> {
        let headings = || record.cells.iter().map(|cell| cell.text.as_str());
        let has = |subject: Self, key| headings().any(|heading| subject.column(heading) == Some(key));
        let of_entities_only = |heading: &str| {
            Self::Entities.column(heading).is_some() && Self::Reservations.column(heading).is_none()
        };
        let is_named = |subject| has(subject, "ae_title") || has(subject, NAME);
        if has(Self::Links, "source") && has(Self::Links, "target") {
            Some(Self::Links)
        } else if is_named(Self::Reservations)
            && headings().any(|heading| TELLING.contains(&folded(heading).as_str()))
            && !headings().any(of_entities_only)
        {
            Some(Self::Reservations)
        } else {
            is_named(Self::Entities).then_some(Self::Entities)
        }
    }

    fn column(self, heading: &str) -> Option<&'static str> {
        let folded = folded(heading);
        if self.is_named() && folded == NAME {
            return Some(NAME);
        }
        let others = match self {
            Self::Entities => ENTITY_COLUMNS,
            Self::Links => LINK_COLUMNS,
            Self::Reservations => RESERVATION_COLUMNS,
        };
        let own = self.keys().iter().copied().find(|key| *key == folded);
        own.or_else(|| others.iter().find(|(other, _)| *other == folded).map(|(_, key)| *key))
    }
}

/// What the first record of a table says of the others.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) subject: Subject,
    /// The key of each column; nothing for one that is passed over.
    pub(super) columns: Vec<Option<&'static str>>,
    pub(super) remarks: Vec<Remark>,
}

impl Heading {
    /// Reads the first record; the error says why it is none.
    pub(super) fn of(record: &Record) -> Result<Self, Remark> {
        if let Some(fault) = &record.fault {
            return Err(fault.clone());
        }
        let Some(subject) = Subject::told_by(record) else {
            let message =
                "the first line names neither the column `ae_title` nor the columns `source` and `target`";
            return Err(
                Remark::new(record.line, 1, message).help("the first line of a table names its columns")
            );
        };
        let mut heading = Self { subject, columns: Vec::new(), remarks: Vec::new() };
        for cell in &record.cells {
            let column = subject.column(&cell.text);
            let is_taken = column.is_some() && heading.columns.contains(&column);
            if is_taken {
                let message = format!("the column `{}` is there twice; the first one counts", cell.text);
                heading.remarks.push(Remark::new(cell.line, cell.column, message));
            } else if column.is_none() && !PASSED_OVER.contains(&folded(&cell.text).as_str()) {
                let message = format!("the column `{}` is passed over: it is not known", cell.text);
                let remark = Remark::new(cell.line, cell.column, message);
                let near = nearest::nearest(&folded(&cell.text), subject.keys().iter().copied());
                heading.remarks.push(match near {
                    Some(near) => remark.help(format!("did you mean `{near}`?")),
                    None => remark,
                });
            }
            heading.columns.push(column.filter(|_| !is_taken));
        }
        Ok(heading)
    }
}

/// A heading by which columns are compared.
fn folded(heading: &str) -> String {
    let heading = heading.trim().trim_end_matches('*').to_lowercase();
    let words = heading.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}
