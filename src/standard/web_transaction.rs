//! The transactions of web services and what their responses say (PS3.18).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::attribute::Tag;
use super::spelling::folded;
use super::{columns, rows};

/// A transaction of a web service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebTransaction {
    /// The service, as documents write it: `studies`; empty for a transaction of all services.
    pub service: &'static str,
    /// The name.
    pub name: &'static str,
    /// The section of PS3.18; empty where it is not known.
    pub section: &'static str,
    /// The method of HTTP; empty where there are several.
    pub method: &'static str,
    /// The status codes that PS3.18 lists for it, with what each means.
    pub statuses: Vec<(u16, &'static str)>,
}

static TRANSACTIONS: LazyLock<Vec<WebTransaction>> = LazyLock::new(|| {
    let mut statuses: HashMap<(&str, &str), Vec<(u16, &'static str)>> = HashMap::new();
    for row in rows(include_str!("tables/web_statuses.tsv")) {
        let [service, transaction, code, meaning] = columns(row);
        let known = statuses.entry((service, transaction)).or_default();
        known.extend(code.parse().ok().map(|code| (code, meaning)));
    }
    let transaction = |row| {
        let [service, name, section, method] = columns(row);
        let statuses = statuses.get(&(service, name)).cloned().unwrap_or_default();
        WebTransaction { service, name, section, method, statuses }
    };
    rows(TABLE).map(transaction).collect()
});

const TABLE: &str = include_str!("tables/web_transactions.tsv");

static BY_NAME: LazyLock<HashMap<(&'static str, String), usize>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (position, row) in rows(TABLE).enumerate() {
        let [service, name, _, _, also] = columns(row);
        for known in std::iter::once(name).chain(also.split('|')).filter(|known| !known.is_empty()) {
            names.insert((service, key(known)), position);
        }
    }
    names
});

fn key(name: &str) -> String {
    let folded = folded(name);
    folded.strip_suffix("transaction").unwrap_or(&folded).to_owned()
}

/// The transaction of a service by its name, with or without `Transaction` at its end, or by a name of old such as
/// `STOW-RS`.
pub fn by_name(service: &str, name: &str) -> Option<&'static WebTransaction> {
    let key = key(name);
    let of = |service: &str| {
        let known = TRANSACTIONS.iter().find(|transaction| transaction.service == service)?.service;
        BY_NAME.get(&(known, key.clone()))
    };
    of(service).or_else(|| of("")).and_then(|position| TRANSACTIONS.get(*position))
}

/// The words of a status code of HTTP.
pub const fn reason_phrase(code: u16) -> &'static str {
    match code {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        303 => "See Other",
        304 => "Not Modified",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Payload Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        _ => "",
    }
}

/// What a status code says in general: `Success`, `Failure`, …
pub const fn outcome(code: u16) -> &'static str {
    match code / 100 {
        1 => "Informational",
        2 => "Success",
        3 => "Redirection",
        4 | 5 => "Failure",
        _ => "",
    }
}

/// What a media type carries, where that can be told from its name: `DICOM`, `Metadata`, `Bulk data` or `Rendered`.
pub fn category_of_media_type(name: &str) -> &'static str {
    let name = name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match name.as_str() {
        "application/dicom" => "DICOM",
        "application/dicom+json" | "application/dicom+xml" | "application/json" => "Metadata",
        "application/octet-stream" => "Bulk data",
        "application/pdf" => "Rendered",
        name if ["image/", "video/", "text/"].iter().any(|kind| name.starts_with(kind)) => "Rendered",
        _ => "",
    }
}

/// The levels of a search of the Studies Service (PS3.18, section 10.6).
pub const SEARCH_LEVELS: [&str; 3] = ["Study", "Series", "Instance"];

/// The paths of the attributes by which every origin server searches at a level (PS3.18, section 10.6.1.2.3).
pub fn search_keys(level: &str) -> &'static [&'static [Tag]] {
    const STUDY: &[&[Tag]] = &[
        &[(0x0008, 0x0020)],
        &[(0x0008, 0x0030)],
        &[(0x0008, 0x0050)],
        &[(0x0008, 0x0061)],
        &[(0x0008, 0x0090)],
        &[(0x0010, 0x0010)],
        &[(0x0010, 0x0020)],
        &[(0x0020, 0x000D)],
        &[(0x0020, 0x0010)],
    ];
    const SERIES: &[&[Tag]] = &[
        &[(0x0008, 0x0060)],
        &[(0x0020, 0x000E)],
        &[(0x0020, 0x0011)],
        &[(0x0040, 0x0244)],
        &[(0x0040, 0x0245)],
        &[(0x0040, 0x0275)],
        &[(0x0040, 0x0275), (0x0040, 0x0009)],
        &[(0x0040, 0x0275), (0x0040, 0x1001)],
    ];
    const INSTANCE: &[&[Tag]] = &[&[(0x0008, 0x0016)], &[(0x0008, 0x0018)], &[(0x0020, 0x0013)]];
    match level.to_ascii_lowercase().as_str() {
        "study" => STUDY,
        "series" => SERIES,
        "instance" | "image" => INSTANCE,
        _ => &[],
    }
}
