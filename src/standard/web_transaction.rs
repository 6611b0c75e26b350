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

/// A name without what follows it in brackets, without an acronym before it and `Transaction` behind it.
fn key(name: &str) -> String {
    let folded = folded(name.split_once('(').map_or(name, |(plain, _)| plain));
    let plain = ACRONYMS.iter().find_map(|acronym| folded.strip_prefix(self::folded(acronym).as_str()));
    let plain = plain.map(|rest| rest.trim_start_matches(['/', ':'])).filter(|rest| !rest.is_empty());
    let plain = plain.unwrap_or(&folded);
    plain.strip_suffix("transaction").unwrap_or(plain).to_owned()
}

/// The transaction of a service by its name, with or without `Transaction` at its end, by an acronym such as `STOW-RS`,
/// or by a name that it had before 2019, such as `StoreInstances`.
pub fn by_name(service: &str, name: &str) -> Option<&'static WebTransaction> {
    let key = key(name);
    let of = |service: &str| {
        let known = TRANSACTIONS.iter().find(|transaction| transaction.service == service)?.service;
        BY_NAME.get(&(known, key.clone()))
    };
    let former = || former_name(name).filter(|former| former.service == service)?.transaction();
    of(service).or_else(|| of("")).and_then(|position| TRANSACTIONS.get(*position)).or_else(former)
}

/// The transaction of any service that has this name, those of the Studies Service first.
pub fn of_any_service(name: &str) -> Option<&'static WebTransaction> {
    let others = TRANSACTIONS.iter().map(|transaction| transaction.service);
    std::iter::once("studies").chain(others).find_map(|service| by_name(service, name))
}

/// The transactions of a service, in the order of PS3.18.
pub fn of_service(service: &str) -> impl Iterator<Item = &'static WebTransaction> {
    TRANSACTIONS.iter().filter(move |transaction| transaction.service == service)
}

/// A name that a transaction had before the web services were documented anew in 2019, or one of WADO-WS, which was
/// retired in 2017.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerName {
    /// The service, as documents write it; empty for WADO-WS.
    pub service: &'static str,
    transaction: &'static str,
    /// The resources that the name stood for, as far as it says.
    pub resources: Vec<&'static str>,
}

impl FormerName {
    /// The transaction of today; none for WADO-WS, which was another protocol.
    pub fn transaction(&self) -> Option<&'static WebTransaction> {
        of_service(self.service).find(|known| known.name == self.transaction)
    }
}

static FORMER_NAMES: LazyLock<HashMap<String, FormerName>> = LazyLock::new(|| {
    let former = |row| {
        let [name, service, transaction, resources] = columns(row);
        let resources = resources.split('|').filter(|path: &&str| !path.is_empty()).collect();
        (key(name), FormerName { service, transaction, resources })
    };
    rows(include_str!("tables/former_web_names.tsv")).map(former).collect()
});

/// What was called so once.
pub fn former_name(name: &str) -> Option<&'static FormerName> {
    FORMER_NAMES.get(&key(name))
}

/// The acronyms by which transactions and services are known.
pub const ACRONYMS: [&str; 5] = ["WADO-RS", "STOW-RS", "QIDO-RS", "UPS-RS", "WADO-URI"];

/// The acronym of a transaction (PS3.18, sections 7.1.1, 10.3 and 11.1); empty where it has none.
pub fn acronym(transaction: &WebTransaction) -> &'static str {
    match (transaction.service, transaction.name) {
        ("studies", "Retrieve") => "WADO-RS",
        ("studies", "Store") => "STOW-RS",
        ("studies", "Search") => "QIDO-RS",
        ("worklist", _) => "UPS-RS",
        ("uri", _) => "WADO-URI",
        _ => "",
    }
}

/// The transactions of the Worklist Service that correspond to a SOP class of the unified procedure step.
#[derive(Debug)]
pub struct WorkitemSet {
    /// The SOP class.
    pub class: &'static str,
    /// Those that its provider has to support (PS3.4, section CC.2).
    pub mandatory: &'static [&'static str],
    /// Those that go with them.
    pub others: &'static [&'static str],
}

/// The sets of transactions of the Worklist Service (PS3.18, section 11.2).
pub const WORKITEM_SETS: [WorkitemSet; 5] = [
    WorkitemSet {
        class: "UPS Push",
        mandatory: &["Create Workitem", "Retrieve Workitem", "Request Cancellation"],
        others: &[],
    },
    WorkitemSet {
        class: "UPS Pull",
        mandatory: &["Retrieve Workitem", "Update Workitem", "Change Workitem State", "Search"],
        others: &[],
    },
    WorkitemSet {
        class: "UPS Watch",
        mandatory: &["Retrieve Workitem", "Request Cancellation", "Search", "Subscribe", "Unsubscribe"],
        others: &["Suspend Global Subscription"],
    },
    WorkitemSet { class: "UPS Event", mandatory: &["Workitem Event Report"], others: &[] },
    WorkitemSet { class: "UPS Query", mandatory: &["Search"], others: &[] },
];

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
