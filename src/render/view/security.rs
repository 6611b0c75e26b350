//! Security (PS3.2 A.8).

use serde::Serialize;

use super::conformance::exceptional;
use super::network::{NamedText, named};
use super::ports::{PortRow, ports};
use super::scope::Scope;
use crate::model::{Prose, Security, SecurityProfile, Support, UserIdentityType};
use crate::standard::security_profile;

/// Security (PS3.2 A.8).
#[derive(Debug, Serialize)]
pub struct SecurityView {
    /// What there is to say in general; prose.
    pub text: Option<String>,
    /// The security profiles by what they secure (PS3.2 A.8.1).
    pub profiles: Vec<SecurityProfileGroup>,
    /// Whether one of the profiles has a level or actors.
    pub has_levels: bool,
    /// Whether one of the profiles has options.
    pub has_options: bool,
    /// Whether something is said on the use of one of the profiles.
    pub has_use: bool,
    /// What is done with digital signatures, under a title each.
    pub digital_signatures: Vec<NamedText>,
    /// The security features of IPv6; prose.
    pub ipv6: Option<String>,
    /// Association level security (PS3.2 A.8.2); prose.
    pub association_level: Option<String>,
    /// What is checked before an association is opened, under a title each.
    pub checks: Vec<NamedText>,
    /// Transport Layer Security; none where nothing is said.
    pub tls: Option<FactsView>,
    /// User identity negotiation; none where nothing is said.
    pub user_identity: Option<FactsView>,
    /// The ports, those of Application Entities and web services first; empty where the statement does not list them.
    pub ports: Vec<PortRow>,
    /// Whether it is said of one of the ports who may change it.
    pub has_port_changers: bool,
    /// Whether association level security has anything to say.
    pub has_association_level: bool,
    /// Application level security (PS3.2 A.8.3); prose.
    pub application_level: Option<String>,
    /// The audit trail; none where nothing is said.
    pub audit_trail: Option<FactsView>,
    /// The security features of web services; none where nothing is said.
    pub web_services: Option<FactsView>,
    /// Other features, under a title each.
    pub other: Vec<NamedText>,
    /// Whether application level security has anything to say.
    pub has_application_level: bool,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

/// The profiles that secure one thing.
#[derive(Debug, Serialize)]
pub struct SecurityProfileGroup {
    /// What they secure, as PS3.15 groups them.
    pub title: &'static str,
    /// The profiles.
    pub rows: Vec<SecurityProfileRow>,
}

/// A security profile.
#[derive(Debug, Serialize)]
pub struct SecurityProfileRow {
    /// The profile.
    pub name: String,
    /// `Yes`, `Option`, …
    pub support: &'static str,
    /// The level of support, or the actors that the product is.
    pub level: Vec<String>,
    /// The options of the profile.
    pub options: Vec<String>,
    /// How it is selected and used; prose.
    pub text: String,
}

/// Facts under their titles, and what else there is to say.
#[derive(Debug, Serialize)]
pub struct FactsView {
    /// What there is to say in general; prose.
    pub text: Option<String>,
    /// Lists of words under a title each.
    pub lists: Vec<FactRow>,
    /// Texts under a title each.
    pub texts: Vec<NamedText>,
}

/// Words under a title.
#[derive(Debug, Serialize)]
pub struct FactRow {
    /// The title.
    pub name: &'static str,
    /// The words.
    pub values: Vec<String>,
}

impl SecurityView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let security = &scope.statement().security;
        let profiles = profiles(scope, security);
        let has =
            |said: fn(&SecurityProfileRow) -> bool| profiles.iter().flat_map(|group| &group.rows).any(said);
        let other: Vec<_> =
            security.other.iter().filter_map(|(name, text)| named(scope, name, text)).collect();
        let ports = ports(scope);
        let prose = |text: &Option<Prose>| scope.prose(text.as_ref());
        let mut view = Self {
            text: prose(&security.text),
            has_levels: has(|row| !row.level.is_empty()),
            has_options: has(|row| !row.options.is_empty()),
            has_use: has(|row| !row.text.is_empty()),
            profiles,
            digital_signatures: digital_signatures(scope, security),
            ipv6: prose(&security.ipv6),
            association_level: prose(&security.association_level.text),
            checks: checks(scope, security),
            tls: tls(scope, security),
            user_identity: user_identity(scope, security),
            has_port_changers: ports.iter().any(|row| !row.changed_by.is_empty()),
            ports,
            application_level: prose(&security.application_level),
            audit_trail: audit_trail(scope, security),
            web_services: web_services(scope, security),
            other,
            has_association_level: false,
            has_application_level: false,
            is_empty: false,
        };
        view.has_association_level = view.association_level.is_some()
            || !view.checks.is_empty()
            || view.tls.is_some()
            || view.user_identity.is_some()
            || !view.ports.is_empty();
        view.has_application_level = view.application_level.is_some()
            || view.audit_trail.is_some()
            || view.web_services.is_some()
            || !view.other.is_empty();
        view.is_empty = view.profiles.is_empty()
            && view.digital_signatures.is_empty()
            && view.ipv6.is_none()
            && view.text.is_none()
            && !view.has_association_level
            && !view.has_application_level;
        view
    }
}

/// The profiles, those that PS3.15 does not know last.
fn profiles(scope: &Scope<'_>, security: &Security) -> Vec<SecurityProfileGroup> {
    const FURTHER: &str = "Further Profiles";
    let titles = security_profile::KINDS.iter().copied().chain([FURTHER]);
    let mut groups: Vec<_> = titles.map(|title| SecurityProfileGroup { title, rows: Vec::new() }).collect();
    for profile in &security.profiles {
        let (kind, row) = profile_row(scope, profile);
        if let Some(group) = groups.iter_mut().find(|group| group.title == kind.unwrap_or(FURTHER)) {
            group.rows.push(row);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

fn profile_row(scope: &Scope<'_>, profile: &SecurityProfile) -> (Option<&'static str>, SecurityProfileRow) {
    let name = profile.name.clone().unwrap_or_default();
    let known = security_profile::by_name(&name);
    let texts = [&profile.selection, &profile.text];
    let text: Vec<_> = texts.iter().filter_map(|text| scope.prose(text.as_ref())).collect();
    let row = SecurityProfileRow {
        name: known.map_or(name, |known| known.name.to_owned()),
        support: exceptional(profile.support).unwrap_or("Yes"),
        level: profile.level.to_vec(),
        options: profile.options.to_vec(),
        text: text.join("\n\n"),
    };
    (known.map(|known| known.kind), row)
}

/// Texts under their titles; those that are not there are left out.
fn texts(scope: &Scope<'_>, parts: &[(&str, &Option<Prose>)]) -> Vec<NamedText> {
    let parts = parts.iter().filter_map(|(name, text)| named(scope, name, text.as_ref()?));
    parts.collect()
}

fn digital_signatures(scope: &Scope<'_>, security: &Security) -> Vec<NamedText> {
    let said = &security.digital_signatures;
    texts(
        scope,
        &[
            ("Making signatures", &said.created),
            ("Preserving their integrity", &said.preserved),
            ("Verifying incoming signatures", &said.verified),
            ("Replacing signatures", &said.replaced),
        ],
    )
}

fn checks(scope: &Scope<'_>, security: &Security) -> Vec<NamedText> {
    let said = &security.association_level;
    texts(
        scope,
        &[
            ("Calling AE title", &said.calling_ae_title),
            ("Called AE title", &said.called_ae_title),
            ("IP address", &said.ip_address),
            ("Certificate", &said.certificate),
        ],
    )
}

impl FactsView {
    /// The facts that are there; none where nothing is said.
    fn of(
        text: Option<String>,
        lists: Vec<(&'static str, Vec<String>)>,
        texts: Vec<NamedText>,
    ) -> Option<Self> {
        let lists = lists.into_iter().filter(|(_, values)| !values.is_empty());
        let lists: Vec<_> = lists.map(|(name, values)| FactRow { name, values }).collect();
        let has_something = text.is_some() || !lists.is_empty() || !texts.is_empty();
        has_something.then_some(Self { text, lists, texts })
    }
}

fn support(support: Option<Support>) -> Vec<String> {
    support.map(|support| super::scope::support_words(support).to_owned()).into_iter().collect()
}

fn tls(scope: &Scope<'_>, security: &Security) -> Option<FactsView> {
    let said = &security.tls;
    let lists = vec![
        ("Versions", said.versions.to_vec()),
        ("Cipher suites", said.cipher_suites.to_vec()),
        ("Mutual authentication", support(said.mutual_authentication)),
    ];
    let parts = [
        ("Ports", &said.ports),
        ("Certificates", &said.certificates),
        ("Key management", &said.key_management),
        ("Failed integrity check", &said.integrity_failure),
    ];
    FactsView::of(scope.prose(said.text.as_ref()), lists, texts(scope, &parts))
}

fn user_identity(scope: &Scope<'_>, security: &Security) -> Option<FactsView> {
    let said = &security.user_identity;
    let words =
        |types: &[UserIdentityType]| types.iter().map(|kind| identity_words(*kind).to_owned()).collect();
    let lists = vec![
        ("As association initiator", words(&said.initiates)),
        ("As association acceptor", words(&said.accepts)),
        ("Positive response", support(said.positive_response)),
    ];
    FactsView::of(scope.prose(said.text.as_ref()), lists, Vec::new())
}

/// The type with its number (PS3.7 D.3.3.7.1).
const fn identity_words(kind: UserIdentityType) -> &'static str {
    match kind {
        UserIdentityType::Username => "1 - Username",
        UserIdentityType::UsernameAndPasscode => "2 - Username and passcode",
        UserIdentityType::Kerberos => "3 - Kerberos service ticket",
        UserIdentityType::Saml => "4 - SAML assertion",
        UserIdentityType::JsonWebToken => "5 - JSON Web Token (JWT)",
    }
}

fn audit_trail(scope: &Scope<'_>, security: &Security) -> Option<FactsView> {
    let said = &security.audit_trail;
    let size = said.max_message_size.map(|size| format!("{size} bytes"));
    let lists = vec![
        ("Events", said.events.to_vec()),
        ("Transmission", said.transmission.to_vec()),
        ("Maximum message size", size.into_iter().collect()),
    ];
    let parts = [("Configuration", &said.configuration), ("Extensions of the schema", &said.extensions)];
    FactsView::of(scope.prose(said.text.as_ref()), lists, texts(scope, &parts))
}

fn web_services(scope: &Scope<'_>, security: &Security) -> Option<FactsView> {
    let said = &security.web_services;
    let lists = vec![("Authentication", said.authentication.to_vec())];
    let parts = [("Authorization", &said.authorization)];
    FactsView::of(scope.prose(said.text.as_ref()), lists, texts(scope, &parts))
}
