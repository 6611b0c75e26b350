//! Network interfaces (PS3.2 A.4.3).

use serde::Serialize;

use super::conformance::exceptional;
use super::scope::Scope;
use crate::model::{IpVersion, SystemManagementProfile};
use crate::standard::security_profile;

/// Network interfaces (PS3.2 A.4.3).
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct NetworkView {
    /// The physical networks.
    pub physical: Vec<ClaimView>,
    /// The system management profiles (PS3.2 Table A.4.3-1).
    pub profiles: Vec<SystemManagementRow>,
    /// Whether one of the profiles names optional transactions.
    pub has_optional_transactions: bool,
    /// Whether one of the profiles says how it is secured.
    pub has_security: bool,
    /// How single protocols are used.
    pub protocols: Vec<NamedText>,
    /// Additional protocols in general; prose.
    pub additional_protocols: Option<String>,
    /// Whether anything is said of additional protocols.
    pub has_additional_protocols: bool,
    /// The versions of the Internet Protocol, in words: `IPv4 and IPv6`; empty where nothing is stated.
    pub ip_versions: String,
    /// How IPv4 is supported; prose.
    pub ipv4: Option<String>,
    /// How IPv6 is supported; prose.
    pub ipv6: Option<String>,
    /// What the network around the product must provide; prose.
    pub external_requirements: Option<String>,
    /// What else there is to say; prose.
    pub text: Option<String>,
}

/// Something that is claimed, with what there is to say about it.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimView {
    /// The name.
    pub name: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What there is to say; prose.
    pub text: Option<String>,
}

/// A text under a name.
#[derive(Debug, Clone, Serialize)]
pub struct NamedText {
    /// The name.
    pub name: String,
    /// The text; prose.
    pub text: String,
}

/// A system management profile (PS3.2 Table A.4.3-1).
#[derive(Debug, Serialize)]
pub struct SystemManagementRow {
    /// The profile.
    pub name: String,
    /// The actors that the product is.
    pub actors: Vec<String>,
    /// The protocols; those of PS3.15 where the author names none.
    pub protocols: Vec<String>,
    /// The optional transactions that are supported.
    pub optional_transactions: Vec<String>,
    /// How the transactions are secured; prose.
    pub security: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// How the profile is used and configured; prose.
    pub text: Option<String>,
}

impl NetworkView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let network = &scope.statement().network;
        let profiles: Vec<_> =
            network.system_management_profiles.iter().map(|profile| profile_row(scope, profile)).collect();
        let physical = network.physical.iter().map(|interface| ClaimView {
            name: interface.name.clone().unwrap_or_default(),
            support: exceptional(interface.support),
            text: scope.prose(interface.text.as_ref()),
        });
        let protocols = network.protocols.iter().filter_map(|(name, text)| named(scope, name, text));
        let protocols: Vec<_> = protocols.collect();
        let additional_protocols = scope.prose(network.additional_protocols.as_ref());
        Self {
            physical: physical.collect(),
            has_optional_transactions: profiles.iter().any(|row| !row.optional_transactions.is_empty()),
            has_security: profiles.iter().any(|row| !row.security.is_empty()),
            has_additional_protocols: additional_protocols.is_some()
                || !profiles.is_empty()
                || !protocols.is_empty(),
            profiles,
            protocols,
            additional_protocols,
            ip_versions: ip_versions(&network.ip_versions),
            ipv4: scope.prose(network.ipv4.as_ref()),
            ipv6: scope.prose(network.ipv6.as_ref()),
            external_requirements: scope.prose(network.external_requirements.as_ref()),
            text: scope.prose(network.text.as_ref()),
        }
    }
}

/// A text under its name; none where there is nothing to read.
pub(super) fn named(scope: &Scope<'_>, name: &str, text: &crate::model::Prose) -> Option<NamedText> {
    Some(NamedText { name: name.to_owned(), text: scope.prose(Some(text))? })
}

fn ip_versions(versions: &[IpVersion]) -> String {
    versions.iter().map(|version| version.as_str()).collect::<Vec<_>>().join(" and ")
}

fn profile_row(scope: &Scope<'_>, profile: &SystemManagementProfile) -> SystemManagementRow {
    let name = profile.name.clone().unwrap_or_default();
    let known = security_profile::by_name(&name);
    SystemManagementRow {
        actors: profile.actors.to_vec(),
        protocols: protocols(profile, known.map(|known| known.protocols).unwrap_or_default()),
        optional_transactions: profile.optional_transactions.to_vec(),
        security: scope.prose(profile.security.as_ref()).unwrap_or_default(),
        support: exceptional(profile.support),
        text: scope.prose(profile.text.as_ref()),
        name: known.map_or(name, |known| known.name.to_owned()),
    }
}

/// The protocols that the author names, else those of the actors, else those of the profile.
fn protocols(profile: &SystemManagementProfile, of_profile: &str) -> Vec<String> {
    if !profile.protocols.is_empty() {
        return profile.protocols.to_vec();
    }
    let mut spoken: Vec<String> = Vec::new();
    for protocol in profile.actors.iter().filter_map(|actor| security_profile::protocol_of_actor(actor)) {
        if !spoken.iter().any(|known| known == protocol) {
            spoken.push(protocol.to_owned());
        }
    }
    if spoken.is_empty() {
        spoken = of_profile.split(", ").filter(|known| !known.is_empty()).map(str::to_owned).collect();
    }
    spoken
}
