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

/// Whether PS3.8 reserves a reason of a source, so that it is known but has no meaning.
pub fn is_reserved(source: u8, reason: u8) -> bool {
    matches!((source, reason), (1, 4..=6 | 8..=10) | (3, 0 | 3..=7))
}
