//! Security and system management profiles (PS3.15).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::spelling::folded;
use super::{columns, rows};

/// A profile of PS3.15, or an option of its confidentiality profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SecurityProfile {
    /// What it secures: `Secure Use`, `Secure Transport Connection`, …
    pub kind: &'static str,
    /// The section of PS3.15.
    pub section: &'static str,
    /// The name.
    pub name: &'static str,
    /// The protocols of a system management profile, separated by commas.
    pub protocols: &'static str,
}

/// The kinds of profiles, in the order of PS3.15.
pub const KINDS: &[&str] = &[
    "Secure Use",
    "User Identity",
    "Secure Transport Connection",
    "Digital Signature",
    "Media Storage",
    "Attribute Confidentiality",
    "System Management",
];

static PROFILES: LazyLock<HashMap<String, SecurityProfile>> = LazyLock::new(|| {
    let mut profiles = HashMap::new();
    for row in rows(include_str!("tables/security_profiles.tsv")) {
        let [kind, section, name, also, protocols] = columns(row);
        for known in [name, also].into_iter().filter(|known| !known.is_empty()) {
            profiles.insert(key(known), SecurityProfile { kind, section, name, protocols });
        }
    }
    profiles
});

/// The name without an article before it and without the word for what it is behind it.
fn key(name: &str) -> String {
    let folded = folded(name).replace([',', '/', '_', '.'], "");
    let name = folded.strip_prefix("the").unwrap_or(&folded);
    let endings = ["profile", "options", "option"];
    endings.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name).to_owned()
}

/// The profile of a name, whatever its case, blanks and dashes, and with or without `Profile` at its end.
pub fn by_name(name: &str) -> Option<&'static SecurityProfile> {
    PROFILES.get(&key(name))
}

/// The protocol that an actor of a system management profile speaks, such as `DHCP` for a `DHCP Client`.
pub fn protocol_of_actor(actor: &str) -> Option<&'static str> {
    let words: Vec<_> = actor.split_whitespace().collect();
    let known = ["DHCP", "DNS", "NTP", "SNTP", "LDAP"];
    let is_actor = words.iter().any(|word| matches!(*word, "Client" | "Server"));
    known.into_iter().find(|protocol| is_actor && words.first() == Some(protocol))
}
