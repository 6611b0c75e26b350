//! Short names of transfer syntaxes, for tables in which many of them stand side by side.

use std::collections::BTreeSet;

use super::SyntaxRow;
use crate::standard::uids;

/// Short names, by UID, without hyphens at which a narrow cell would break them: R for reversible, I for irreversible.
const SHORT: &[(&str, &str)] = &[
    ("1.2.840.10008.1.2", "ILE"),
    ("1.2.840.10008.1.2.1", "ELE"),
    ("1.2.840.10008.1.2.1.98", "ELEE"),
    ("1.2.840.10008.1.2.1.99", "DEFL"),
    ("1.2.840.10008.1.2.2", "EBE"),
    ("1.2.840.10008.1.2.4.50", "JPBS"),
    ("1.2.840.10008.1.2.4.51", "JPLY"),
    ("1.2.840.10008.1.2.4.57", "JPL14"),
    ("1.2.840.10008.1.2.4.70", "JPLL"),
    ("1.2.840.10008.1.2.4.80", "JLSL"),
    ("1.2.840.10008.1.2.4.81", "JLSN"),
    ("1.2.840.10008.1.2.4.90", "J2KR"),
    ("1.2.840.10008.1.2.4.91", "J2KI"),
    ("1.2.840.10008.1.2.4.100", "MPEG2"),
    ("1.2.840.10008.1.2.4.101", "MPEG2HL"),
    ("1.2.840.10008.1.2.4.102", "H264"),
    ("1.2.840.10008.1.2.4.103", "H264BD"),
    ("1.2.840.10008.1.2.4.107", "H265"),
    ("1.2.840.10008.1.2.4.108", "H265M10"),
    ("1.2.840.10008.1.2.4.201", "HTJ2KR"),
    ("1.2.840.10008.1.2.4.202", "HTJ2KP"),
    ("1.2.840.10008.1.2.4.203", "HTJ2KI"),
    ("1.2.840.10008.1.2.5", "RLE"),
];

/// The short name of a transfer syntax: its keyword where people have none, its UID where it is not registered.
pub(super) fn short(uid: &str) -> &str {
    let known = SHORT.iter().find(|(known, _)| *known == uid).map(|(_, short)| *short);
    known.or_else(|| uids::by_uid(uid).map(|entry| entry.keyword)).unwrap_or(uid)
}

/// A row for each, in the order of UIDs.
pub(super) fn rows(uids: &BTreeSet<&str>) -> Vec<SyntaxRow> {
    let mut sorted: Vec<&str> = uids.iter().copied().collect();
    sorted.sort_by_cached_key(|uid| {
        uid.split('.').map(|part| part.parse::<u128>().unwrap_or(u128::MAX)).collect::<Vec<_>>()
    });
    let row = |uid: &str| SyntaxRow {
        short: short(uid).to_owned(),
        name: uids::by_uid(uid).map(|entry| entry.usual_name()).unwrap_or_default(),
        uid: uid.to_owned(),
    };
    sorted.into_iter().map(row).collect()
}
