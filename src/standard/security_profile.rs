//! Security and system management profiles (PS3.15).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::spelling::folded;
use super::{columns, nearest, rows};

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

impl SecurityProfile {
    /// Whether PS3.15 has retired it (2018a: sections B.1 to B.3).
    pub fn is_retired(&self) -> bool {
        matches!(self.section, "B.1" | "B.2" | "B.3")
    }

    /// Whether it secures connections by TLS as BCP 195 has it, of whatever edition.
    pub fn follows_bcp_195(&self) -> bool {
        self.kind == "Secure Transport Connection" && self.name.contains("BCP 195")
    }

    /// Whether it secures connections by TLS.
    pub fn is_tls(&self) -> bool {
        self.kind == "Secure Transport Connection" && self.name.contains("TLS")
    }
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

/// The profile that is meant by a name which is none: near in spelling, or the shortest with all of its words; one word
/// alone must belong to a single profile. What is retired is offered only where nothing else has the words.
pub fn nearest(name: &str) -> Option<&'static str> {
    let rows = rows(include_str!("tables/security_profiles.tsv"));
    let is_retired = |name: &&str| by_name(name).is_some_and(SecurityProfile::is_retired);
    let names = rows.map(|row| columns::<3>(row)[2]);
    let (retired, names): (Vec<&'static str>, Vec<&'static str>) = names.partition(is_retired);
    near_in_spelling(name, &names)
        .or_else(|| with_words_of(name, &names))
        .or_else(|| with_words_of(name, &retired).filter(|_| words(name).len() > 1))
}

/// The profile whose name is near, with or without the word for what it is.
fn near_in_spelling(name: &str, names: &[&'static str]) -> Option<&'static str> {
    let plain: Vec<String> = names.iter().map(|known| key(known)).collect();
    let wanted = key(name);
    let near = || nearest::nearest(&wanted, plain.iter().map(String::as_str));
    nearest::nearest(name, names.iter().copied())
        .or_else(|| names.iter().zip(&plain).find(|(_, plain)| near() == Some(plain)).map(|(name, _)| *name))
}

fn with_words_of(name: &str, names: &[&'static str]) -> Option<&'static str> {
    let wanted = words(name);
    let mut holders: Vec<_> = names.iter().filter(|known| words(known).is_superset(&wanted)).collect();
    holders.sort_by_key(|known| known.len());
    let is_clear = wanted.len() > 1 || (wanted.len() == 1 && holders.len() == 1);
    holders.first().filter(|_| is_clear).map(|name| **name)
}

fn words(name: &str) -> HashSet<String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    words
        .filter(|word| !matches!(word.as_str(), "" | "the" | "of" | "profile" | "option" | "options"))
        .collect()
}

/// Whether this is an actor of the system management profiles of PS3.15, such as `NTP Client`.
pub fn is_actor(actor: &str) -> bool {
    const PROTOCOLS: [&str; 6] = ["dhcp", "dns", "mdns", "ntp", "sntp", "ldap"];
    let words = words(actor);
    PROTOCOLS.iter().any(|protocol| words.contains(*protocol))
        && (words.contains("client") || words.contains("server"))
}

/// The protocol that an actor of a system management profile speaks, such as `DHCP` for a `DHCP Client`.
pub fn protocol_of_actor(actor: &str) -> Option<&'static str> {
    let words: Vec<_> = actor.split_whitespace().collect();
    let known = ["DHCP", "DNS", "NTP", "SNTP", "LDAP"];
    let is_actor = words.iter().any(|word| matches!(*word, "Client" | "Server"));
    known.into_iter().find(|protocol| is_actor && words.first() == Some(protocol))
}
