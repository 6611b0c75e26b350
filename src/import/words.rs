//! The words that other people use for what the model says.

use crate::model::{Direction, LifecycleStatus, Protocol, Role};
use crate::standard::modality;

/// Words of a key, and what each is called elsewhere.
type Words = &'static [(&'static str, &'static [&'static str])];

const ROLES: Words = &[
    (Role::Scu.as_str(), &["user", "client", "service class user"]),
    (Role::Scp.as_str(), &["provider", "server", "service class provider"]),
    (Role::Both.as_str(), &["scu/scp", "scp/scu", "scu scp", "scu+scp", "scu and scp", "user and provider"]),
];

const PROTOCOLS: Words = &[
    (Protocol::Dicom.as_str(), &["dimse", "tcp", "dicom tcp", "plain"]),
    (Protocol::DicomTls.as_str(), &["tls", "dicoms", "dicom over tls", "secure dicom", "dimse tls"]),
    (Protocol::DicomWeb.as_str(), &["web", "dicom web", "https", "http", "rest"]),
    (Protocol::Other.as_str(), &["others"]),
];

const DIRECTIONS: Words = &[
    (Direction::Push.as_str(), &["send", "store"]),
    (Direction::Pull.as_str(), &["retrieve", "query"]),
    (Direction::Bidir.as_str(), &["bidirectional", "bi directional", "both", "push/pull"]),
];

const STATUSES: Words = &[
    (LifecycleStatus::Planned.as_str(), &["implementation", "draft", "plan", "new"]),
    (LifecycleStatus::Approved.as_str(), &["accepted"]),
    (LifecycleStatus::Production.as_str(), &["productive", "active", "live", "in use"]),
    (LifecycleStatus::Deprecated.as_str(), &["phase out", "to be removed"]),
    (LifecycleStatus::Obsolete.as_str(), &["inactive", "decommissioned", "retired", "removed"]),
];

/// The word of the model that a text means, or the text itself.
pub(super) fn meant(key: &str, text: &str) -> String {
    let words = match key {
        "role" => ROLES,
        "protocol" => PROTOCOLS,
        "direction" => DIRECTIONS,
        "status" => STATUSES,
        "modality" => return modality_meant(text),
        _ => return text.to_owned(),
    };
    let folded = folded(text);
    let is_meant =
        |(word, others): &&(&str, &[&str])| self::folded(word) == folded || others.contains(&folded.as_str());
    words.iter().find(is_meant).map_or_else(|| text.to_owned(), |(word, _)| (*word).to_owned())
}

/// The words that a key may have.
pub(super) fn choices(key: &str) -> Option<String> {
    let words = match key {
        "role" => ROLES,
        "protocol" => PROTOCOLS,
        "direction" => DIRECTIONS,
        "status" => STATUSES,
        _ => return None,
    };
    let words: Vec<_> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
    let (last, others) = words.split_last()?;
    Some(format!("write {} or {last}", others.join(", ")))
}

fn modality_meant(text: &str) -> String {
    let term = text.trim().to_ascii_uppercase();
    if modality::by_term(&term).is_some() {
        return term;
    }
    let habit = match folded(text).as_str() {
        "mri" => Some("MR"),
        "cat" | "ct scanner" => Some("CT"),
        "pet" => Some("PT"),
        "mammography" => Some("MG"),
        "ultrasound" => Some("US"),
        "angiography" => Some("XA"),
        "other" => Some("OT"),
        _ => None,
    };
    habit.map_or_else(|| text.to_owned(), str::to_owned)
}

/// A text by which words are compared: lower case, hyphens and underscores are blanks.
fn folded(text: &str) -> String {
    let text = text.trim().to_lowercase().replace(['-', '_'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
