//! Tables of configuration parameters (PS3.2 Table A.4.4-2): what the model knows already, and what the author adds.

use indexmap::IndexMap;
use serde::Serialize;

use super::scope::Scope;
use crate::model::{
    ApplicationEntity, EntityConfiguration, Limit, Parameter, RemoteConfiguration, Setting, Timeouts, YesNo,
};
use crate::standard::spelling::folded;

/// A table of configuration parameters.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct ParameterTable {
    /// The groups of rows: general parameters, and those of Application Entities.
    pub groups: Vec<ParameterGroup>,
    /// Whether it is said of one of the parameters that it can or cannot be changed.
    pub has_configurable: bool,
    /// Whether one of the parameters has a default.
    pub has_defaults: bool,
    /// Whether one of the parameters has a range.
    pub has_ranges: bool,
    /// Whether it is said who may change one of the parameters.
    pub has_changers: bool,
    /// Whether one of the parameters has a remark.
    pub has_remarks: bool,
}

/// The parameters of an Application Entity, or those of all.
#[derive(Debug, Serialize)]
pub struct ParameterGroup {
    /// `General Parameters`, or the Application Entities; empty where the table has only one group.
    pub title: String,
    /// The parameters.
    pub rows: Vec<ParameterRow>,
}

/// A configuration parameter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ParameterRow {
    /// The name.
    pub name: String,
    /// `Yes`, `No`, or empty where it is not stated.
    pub configurable: &'static str,
    /// The value as delivered; empty where it is not stated.
    pub default: String,
    /// The values it may have.
    pub range: String,
    /// Who may change it.
    pub changed_by: String,
    /// What else there is to say; prose.
    pub remark: String,
}

impl ParameterTable {
    /// A table of groups; none where there is no row.
    fn of(groups: Vec<ParameterGroup>) -> Option<Self> {
        let groups: Vec<_> = groups.into_iter().filter(|group| !group.rows.is_empty()).collect();
        let has = |said: fn(&ParameterRow) -> &str| {
            groups.iter().flat_map(|group| &group.rows).any(|row| !said(row).is_empty())
        };
        let table = Self {
            has_configurable: has(|row| row.configurable),
            has_defaults: has(|row| &row.default),
            has_ranges: has(|row| &row.range),
            has_changers: has(|row| &row.changed_by),
            has_remarks: has(|row| &row.remark),
            groups,
        };
        (!table.groups.is_empty()).then_some(table)
    }

    /// A table of one group without a title; none where there is no row.
    pub(super) fn plain(rows: Vec<ParameterRow>) -> Option<Self> {
        Self::of(vec![ParameterGroup { title: String::new(), rows }])
    }
}

impl ParameterRow {
    pub(super) fn of(scope: &Scope<'_>, parameter: &Parameter) -> Self {
        Self {
            name: parameter.name.clone().unwrap_or_default(),
            configurable: yes_no(parameter.is_configurable()),
            default: parameter.default.clone().unwrap_or_default(),
            range: parameter.range.clone().unwrap_or_default(),
            changed_by: changer(parameter.changed_by.as_deref()),
            remark: scope.prose(parameter.text.as_ref()).unwrap_or_default(),
        }
    }

    fn of_setting(scope: &Scope<'_>, name: &str, setting: &Setting, known: Option<String>) -> Option<Self> {
        (setting.is_stated() || known.is_some()).then(|| Self {
            name: name.to_owned(),
            configurable: yes_no(setting.is_configurable()),
            default: setting.default.clone().or(known).unwrap_or_default(),
            range: setting.range.clone().unwrap_or_default(),
            changed_by: changer(setting.changed_by.as_deref()),
            remark: scope.prose(setting.text.as_ref()).unwrap_or_default(),
        })
    }

    fn of_limit(scope: &Scope<'_>, name: &str, limit: &Limit) -> Option<Self> {
        let value = limit.value?;
        Some(Self {
            name: name.to_owned(),
            configurable: yes_no(limit.configurable.map(|said| said == YesNo::Yes)),
            default: super::conformance::sentence_case(&value.to_string()),
            range: String::new(),
            changed_by: String::new(),
            remark: scope.prose(limit.text.as_ref()).unwrap_or_default(),
        })
    }
}

const fn yes_no(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => "Yes",
        Some(false) => "No",
        None => "",
    }
}

/// Who may change a parameter; the words of PS3.2 N.6 in plain ones.
pub(super) fn changer(written: Option<&str>) -> String {
    match written.map(str::trim).unwrap_or_default() {
        "USER" => "User".to_owned(),
        "SERVICE" => "Service".to_owned(),
        "FIXED" => "Nobody".to_owned(),
        other => other.to_owned(),
    }
}

/// The parameters of a statement, general ones first, then those of each entity (PS3.2 Table A.4.4-2).
pub(super) fn entity_parameters(scope: &Scope<'_>) -> Option<ParameterTable> {
    let statement = scope.statement();
    let configuration = &statement.configuration;
    let mut groups: IndexMap<&str, Vec<ParameterRow>> = IndexMap::new();
    groups.insert("", timeouts(scope, &configuration.timeouts));
    let nothing = EntityConfiguration::default();
    for (name, entity) in &statement.application_entities {
        let said = configuration.application_entities.get(name).unwrap_or(&nothing);
        groups.insert(name, rows_of_entity(scope, Some(entity), said));
    }
    for (name, said) in &configuration.application_entities {
        groups.entry(name).or_insert_with(|| rows_of_entity(scope, None, said));
    }
    for parameter in &configuration.parameters {
        let entity = parameter.application_entity.as_deref().unwrap_or_default();
        put(groups.entry(entity).or_default(), ParameterRow::of(scope, parameter));
    }
    ParameterTable::of(titled(groups))
}

/// Groups under their titles; entities of which the same is said share a group.
fn titled(groups: IndexMap<&str, Vec<ParameterRow>>) -> Vec<ParameterGroup> {
    let mut shared: Vec<(Vec<&str>, Vec<ParameterRow>)> = Vec::new();
    for (name, rows) in groups {
        match shared.iter_mut().find(|(names, known)| !names[0].is_empty() && *known == rows) {
            Some((names, _)) => names.push(name),
            None => shared.push((vec![name], rows)),
        }
    }
    let title = |names: &[&str]| match names {
        [""] => "General Parameters".to_owned(),
        names => names.iter().map(|name| format!("{name} AE")).collect::<Vec<_>>().join(", "),
    };
    shared.into_iter().map(|(names, rows)| ParameterGroup { title: title(&names), rows }).collect()
}

fn rows_of_entity(
    scope: &Scope<'_>,
    entity: Option<&ApplicationEntity>,
    said: &EntityConfiguration,
) -> Vec<ParameterRow> {
    let setting = |name: &str, setting, known| ParameterRow::of_setting(scope, name, setting, known);
    let of_entity = |setting: &Setting, value: fn(&ApplicationEntity) -> Option<String>| {
        entity.filter(|_| setting.is_stated()).and_then(value)
    };
    let associations = entity.map(|entity| entity.associations.or(&scope.statement().associations));
    let associations = associations.as_ref();
    let pdu = |size: Option<i64>| size.map(pdu_words);
    let port = |port: Option<i64>| port.map(|port| port.to_string());
    let title = of_entity(&said.ae_title, |entity| entity.ae_title.clone());
    let (plain, secured) =
        (entity.and_then(|entity| port(entity.port)), entity.and_then(|entity| port(entity.tls_port)));
    let mut rows = vec![
        setting("AE title", &said.ae_title, title),
        setting("TCP/IP port", &said.port, plain.filter(|_| said.port.is_stated())),
        setting("TCP/IP port for TLS", &said.tls_port, secured.filter(|_| said.tls_port.is_stated())),
        setting("Maximum object size", &said.max_object_size, None),
        setting(
            MAX_PDU_RECEIVED,
            &said.max_pdu_received,
            pdu(associations.and_then(|said| said.max_pdu_received)),
        ),
        setting(MAX_PDU_SENT, &said.max_pdu_sent, pdu(associations.and_then(|said| said.max_pdu_sent))),
        associations.and_then(|said| ParameterRow::of_limit(scope, MAX_INITIATED, &said.max_initiated)),
        associations.and_then(|said| ParameterRow::of_limit(scope, MAX_ACCEPTED, &said.max_accepted)),
        setting("SOP class support", &said.sop_classes, None),
        setting("Transfer syntax support", &said.transfer_syntaxes, None),
    ];
    rows.extend(timeouts(scope, &said.timeouts).into_iter().map(Some));
    let mut rows: Vec<_> = rows.into_iter().flatten().collect();
    for parameter in &said.parameters {
        put(&mut rows, ParameterRow::of(scope, parameter));
    }
    rows
}

const MAX_PDU_RECEIVED: &str = "Maximum PDU size received";
const MAX_PDU_SENT: &str = "Maximum PDU size sent";
const MAX_INITIATED: &str = "Number of simultaneous associations as initiator";
const MAX_ACCEPTED: &str = "Number of simultaneous associations as acceptor";

/// Adds the row of a parameter. One that the model knows under another name takes the place of its row, and the value
/// from there where it has none.
fn put(rows: &mut Vec<ParameterRow>, row: ParameterRow) {
    let known = known_name(&row.name);
    let place = rows.iter_mut().find(|other| known.is_some_and(|known| other.name == known));
    match place {
        Some(place) => {
            let default =
                if row.default.is_empty() { std::mem::take(&mut place.default) } else { row.default };
            *place = ParameterRow { default, ..row };
        }
        None => rows.push(row),
    }
}

/// The name under which the model knows a parameter of the recommended baseline.
fn known_name(name: &str) -> Option<&'static str> {
    let name = folded(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let is_pdu = has(&["pdu"]);
    let is_count = has(&["associations"]) && has(&["number", "simultaneous", "maximum"]);
    match () {
        () if is_pdu && has(&["receive", "incoming"]) => Some(MAX_PDU_RECEIVED),
        () if is_pdu && has(&["send", "sent", "outgoing"]) => Some(MAX_PDU_SENT),
        () if is_count && has(&["initiat", "outgoing"]) => Some(MAX_INITIATED),
        () if is_count && has(&["accept", "incoming"]) => Some(MAX_ACCEPTED),
        () => None,
    }
}

fn pdu_words(size: i64) -> String {
    if size == 0 { "No maximum".to_owned() } else { format!("{size} bytes") }
}

fn timeouts(scope: &Scope<'_>, timeouts: &Timeouts) -> Vec<ParameterRow> {
    let rows = timeouts.rows();
    rows.iter().filter_map(|(name, setting)| ParameterRow::of_setting(scope, name, setting, None)).collect()
}

/// What is set for a remote system (PS3.2 A.4.4.1.2).
pub(super) fn remote_parameters(scope: &Scope<'_>, said: &RemoteConfiguration) -> Option<ParameterTable> {
    let settings = [
        ("AE title", &said.ae_title),
        ("Host name or IP address", &said.host),
        ("TCP/IP port", &said.port),
        ("TCP/IP port for TLS", &said.tls_port),
        ("Base address of web services", &said.base_url),
    ];
    let settings = settings.iter();
    let settings =
        settings.filter_map(|(name, setting)| ParameterRow::of_setting(scope, name, setting, None));
    let parameters = said.parameters.iter().map(|parameter| ParameterRow::of(scope, parameter));
    ParameterTable::plain(settings.chain(parameters).collect())
}
