//! What a rejected association says (A-ASSOCIATE-RJ: PS3.8, section 9.3.4, Table 9-21).

/// The text of a result, or none where PS3.8 knows no such result.
pub fn result(result: u8) -> Option<&'static str> {
    match result {
        1 => Some("rejected-permanent"),
        2 => Some("rejected-transient"),
        _ => None,
    }
}

/// The text of a source, or none where PS3.8 knows no such source.
pub fn source(source: u8) -> Option<&'static str> {
    match source {
        1 => Some("DICOM UL service-user"),
        2 => Some("DICOM UL service-provider (ACSE related function)"),
        3 => Some("DICOM UL service-provider (presentation related function)"),
        _ => None,
    }
}

/// The text of a reason of a source, or none where it is reserved or unknown.
pub fn reason(source: u8, reason: u8) -> Option<&'static str> {
    match (source, reason) {
        (1 | 2, 1) => Some("no-reason-given"),
        (1, 2) => Some("application-context-name-not-supported"),
        (1, 3) => Some("calling-AE-title-not-recognized"),
        (1, 7) => Some("called-AE-title-not-recognized"),
        (2, 2) => Some("protocol-version-not-supported"),
        (3, 1) => Some("temporary-congestion"),
        (3, 2) => Some("local-limit-exceeded"),
        _ => None,
    }
}

/// A rejection that its reason alone tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedRejection {
    /// The text of the reason.
    pub text: &'static str,
    /// The result with which the reason is usually given: what may pass is transient.
    pub result: u8,
    /// The source.
    pub source: u8,
    /// The reason.
    pub reason: u8,
}

/// The reasons that one source alone gives.
pub const NAMED: [NamedRejection; 6] = [
    named("application-context-name-not-supported", 1, 1, 2),
    named("calling-AE-title-not-recognized", 1, 1, 3),
    named("called-AE-title-not-recognized", 1, 1, 7),
    named("protocol-version-not-supported", 1, 2, 2),
    named("temporary-congestion", 2, 3, 1),
    named("local-limit-exceeded", 2, 3, 2),
];

const fn named(text: &'static str, result: u8, source: u8, reason: u8) -> NamedRejection {
    NamedRejection { text, result, source, reason }
}

/// The rejection of a reason, letter case aside.
pub fn by_reason(text: &str) -> Option<&'static NamedRejection> {
    NAMED.iter().find(|known| known.text.eq_ignore_ascii_case(text))
}

/// Whether PS3.8 reserves a reason of a source, so that it is known but has no meaning.
pub fn is_reserved(source: u8, reason: u8) -> bool {
    matches!((source, reason), (1, 4..=6 | 8..=10) | (3, 0 | 3..=7))
}
