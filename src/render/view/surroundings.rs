//! Network, configuration, character sets, security and private things (PS3.2 A.4.3 to A.9).

use indexmap::IndexMap;
use serde::Serialize;

use super::conformance::exceptional;
use super::scope::Scope;
use crate::model::{CharacterSet, Parameter, YesNo};

/// Network interfaces (PS3.2 A.4.3).
#[derive(Debug, Serialize)]
pub struct NetworkView {
    /// The physical networks.
    pub physical: Vec<String>,
    /// Additional protocols; prose.
    pub additional_protocols: Option<String>,
    /// The versions of the Internet Protocol.
    pub ip_versions: Vec<&'static str>,
    /// What else there is to say; prose.
    pub text: Option<String>,
}

impl NetworkView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let network = &scope.statement().network;
        Self {
            physical: network.physical.iter().filter_map(|interface| interface.name.clone()).collect(),
            additional_protocols: scope.prose(network.additional_protocols.as_ref()),
            ip_versions: network.ip_versions.iter().map(|version| version.as_str()).collect(),
            text: scope.prose(network.text.as_ref()),
        }
    }
}

/// Titles, addresses and parameters (PS3.2 A.4.4).
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct ConfigurationView {
    /// The AE titles (PS3.2 Table A.4.4-1).
    pub titles: Vec<TitleRow>,
    /// Whether one of the entities listens for TLS.
    pub has_tls: bool,
    /// How local titles and ports are set; prose.
    pub local: Option<String>,
    /// Remote Application Entities (PS3.2 A.4.4.1.2).
    pub remote: Vec<RemoteView>,
    /// The parameters, general ones first (PS3.2 Table A.4.4-2).
    pub parameters: Vec<ParameterGroup>,
    /// Whether one of the parameters has a range.
    pub has_ranges: bool,
    /// Whether it is said who may change one of the parameters.
    pub has_changers: bool,
    /// Whether one of the parameters has a remark.
    pub has_remarks: bool,
}

/// The title of an Application Entity (PS3.2 Table A.4.4-1).
#[derive(Debug, Serialize)]
pub struct TitleRow {
    /// The Application Entity.
    pub name: String,
    /// The default AE title; empty where it is not stated.
    pub title: String,
    /// The default port; empty where it is not stated.
    pub port: String,
    /// The default port for TLS; empty where it is not stated.
    pub tls_port: String,
    /// Whether the entity accepts associations, so that a port matters.
    pub is_acceptor: bool,
    /// Why the entity shares its title with another one; prose.
    pub shared_title: Option<String>,
}

/// A remote system (PS3.2 A.4.4.1.2).
#[derive(Debug, Serialize)]
pub struct RemoteView {
    /// The remote system or service.
    pub name: String,
    /// How it is made known; prose.
    pub text: String,
}

/// The parameters of an Application Entity, or those of all.
#[derive(Debug, Serialize)]
pub struct ParameterGroup {
    /// `General Parameters`, or the Application Entity.
    pub title: String,
    /// The parameters.
    pub rows: Vec<ParameterRow>,
}

/// A configuration parameter.
#[derive(Debug, Serialize)]
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

impl ConfigurationView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let configuration = &scope.statement().configuration;
        let titles = titles(scope);
        let has = |said: fn(&Parameter) -> bool| configuration.parameters.iter().any(said);
        let remote = configuration.remote.iter().map(|(name, text)| RemoteView {
            name: name.clone(),
            text: scope.prose(text.text.as_ref()).unwrap_or_default(),
        });
        Self {
            has_tls: titles.iter().any(|row| !row.tls_port.is_empty()),
            titles,
            local: scope.prose(configuration.local.as_ref()),
            remote: remote.collect(),
            parameters: parameters(scope),
            has_ranges: has(|parameter| parameter.range.is_some()),
            has_changers: has(|parameter| parameter.changed_by.is_some()),
            has_remarks: has(|parameter| parameter.text.is_some()),
        }
    }
}

fn titles(scope: &Scope<'_>) -> Vec<TitleRow> {
    let rows = scope.statement().application_entities.iter().map(|(name, entity)| TitleRow {
        name: name.clone(),
        title: entity.ae_title.clone().unwrap_or_default(),
        port: entity.port.map(|port| port.to_string()).unwrap_or_default(),
        tls_port: entity.tls_port.map(|port| port.to_string()).unwrap_or_default(),
        is_acceptor: entity.activities.values().any(|activity| !activity.accepts.is_empty()),
        shared_title: scope.prose(entity.policies.shared_title.as_ref()),
    });
    rows.collect()
}

fn parameters(scope: &Scope<'_>) -> Vec<ParameterGroup> {
    let mut groups: IndexMap<&str, Vec<ParameterRow>> = IndexMap::new();
    groups.insert("", Vec::new());
    for parameter in &scope.statement().configuration.parameters {
        let entity = parameter.application_entity.as_deref().unwrap_or_default();
        groups.entry(entity).or_default().push(parameter_row(scope, parameter));
    }
    let groups = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
    let title = |entity: &str| match entity {
        "" => "General Parameters".to_owned(),
        entity => format!("{entity} AE"),
    };
    groups.map(|(entity, rows)| ParameterGroup { title: title(entity), rows }).collect()
}

fn parameter_row(scope: &Scope<'_>, parameter: &Parameter) -> ParameterRow {
    ParameterRow {
        name: parameter.name.clone().unwrap_or_default(),
        configurable: match parameter.configurable {
            Some(YesNo::Yes) => "Yes",
            Some(YesNo::No) => "No",
            None => "",
        },
        default: parameter.default.clone().unwrap_or_default(),
        range: parameter.range.clone().unwrap_or_default(),
        changed_by: parameter.changed_by.clone().unwrap_or_default(),
        remark: scope.prose(parameter.text.as_ref()).unwrap_or_default(),
    }
}

/// Support of character sets (PS3.2 A.7).
#[derive(Debug, Serialize)]
pub struct CharacterSetsView {
    /// The sets.
    pub rows: Vec<CharacterSetRow>,
    /// What is done with data in an unsupported set; prose.
    pub unsupported: Option<String>,
    /// How the sets are configured; prose.
    pub configuration: Option<String>,
    /// What else there is to say; prose.
    pub text: Option<String>,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

/// A character set.
#[derive(Debug, Serialize)]
pub struct CharacterSetRow {
    /// The defined term (PS3.3 C.12.1.1.2).
    pub term: String,
    /// What it is; empty where the standard does not know it.
    pub description: &'static str,
}

impl CharacterSetsView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let sets = &scope.statement().character_sets;
        let row = |set: &CharacterSet| {
            let term = set.name.clone().unwrap_or_default();
            CharacterSetRow { description: repertoire(&term), term }
        };
        let mut view = Self {
            rows: sets.supported.iter().map(row).collect(),
            unsupported: scope.prose(sets.unsupported.as_ref()),
            configuration: scope.prose(sets.configuration.as_ref()),
            text: scope.prose(sets.text.as_ref()),
            is_empty: false,
        };
        view.is_empty = view.rows.is_empty()
            && view.unsupported.is_none()
            && view.configuration.is_none()
            && view.text.is_none();
        view
    }
}

/// The repertoire behind a defined term (PS3.3 C.12.1.1.2, Tables C.12-2 to C.12-5).
fn repertoire(term: &str) -> &'static str {
    let plain = term.trim().replace("ISO 2022 IR ", "").replace("ISO_IR ", "");
    match plain.as_str() {
        "6" => "Default repertoire (ASCII)",
        "100" => "Latin alphabet No. 1",
        "101" => "Latin alphabet No. 2",
        "109" => "Latin alphabet No. 3",
        "110" => "Latin alphabet No. 4",
        "144" => "Cyrillic",
        "127" => "Arabic",
        "126" => "Greek",
        "138" => "Hebrew",
        "148" => "Latin alphabet No. 5",
        "203" => "Latin alphabet No. 9",
        "13" => "Japanese (Katakana and Romaji)",
        "166" => "Thai",
        "87" => "Japanese (Kanji)",
        "159" => "Japanese (supplementary Kanji)",
        "149" => "Korean",
        "58" => "Simplified Chinese",
        "192" => "Unicode in UTF-8",
        "GB18030" => "Chinese (GB18030)",
        "GBK" => "Chinese (GBK)",
        _ => "",
    }
}

/// Security (PS3.2 A.8).
#[derive(Debug, Serialize)]
pub struct SecurityView {
    /// The security profiles; name, claim and use.
    pub profiles: Vec<PrivateRow>,
    /// Association level security; prose.
    pub association_level: Option<String>,
    /// Application level security; prose.
    pub application_level: Option<String>,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

impl SecurityView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let security = &scope.statement().security;
        let profiles = security.profiles.iter().map(|profile| PrivateRow {
            name: profile.name.clone().unwrap_or_default(),
            uid: String::new(),
            base: exceptional(profile.support).unwrap_or("Yes").to_owned(),
            text: scope.prose(profile.text.as_ref()).unwrap_or_default(),
        });
        let mut view = Self {
            profiles: profiles.collect(),
            association_level: scope.prose(security.association_level.text.as_ref()),
            application_level: scope.prose(security.application_level.as_ref()),
            is_empty: false,
        };
        view.is_empty =
            view.profiles.is_empty() && view.association_level.is_none() && view.application_level.is_none();
        view
    }
}

/// A thing with a name and a text: a private SOP class or transfer syntax, or a security profile.
#[derive(Debug, Serialize)]
pub struct PrivateRow {
    /// The name.
    pub name: String,
    /// The UID; empty for a security profile.
    pub uid: String,
    /// The SOP class that is specialized, or the support of a security profile; empty where there is none.
    pub base: String,
    /// What there is to say; prose.
    pub text: String,
}

/// Private and specialized SOP classes, and private transfer syntaxes.
pub(super) fn private_rows(scope: &Scope<'_>) -> (Vec<PrivateRow>, Vec<PrivateRow>) {
    let statement = scope.statement();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let private = statement.private_sop_classes.iter().map(|class| PrivateRow {
        name: text(&class.name),
        uid: text(&class.uid),
        base: String::new(),
        text: scope.prose(class.text.as_ref()).unwrap_or_default(),
    });
    let specialized = statement.specialized_sop_classes.iter().map(|class| PrivateRow {
        name: text(&class.name),
        uid: text(&class.uid),
        base: text(&class.base),
        text: scope.prose(class.text.as_ref()).unwrap_or_default(),
    });
    let syntaxes = statement.private_transfer_syntaxes.iter().map(|syntax| PrivateRow {
        name: text(&syntax.name),
        uid: text(&syntax.uid),
        base: String::new(),
        text: scope.prose(syntax.text.as_ref()).unwrap_or_default(),
    });
    (private.chain(specialized).collect(), syntaxes.collect())
}
