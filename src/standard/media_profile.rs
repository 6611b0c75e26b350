//! Application profiles of media interchange (PS3.11).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{columns, rows};

/// A standard application profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaProfile {
    /// The identifier, without the part that says that the medium is secured.
    pub identifier: &'static str,
    /// The annex of PS3.11.
    pub annex: &'static str,
    /// The medium, in the words of PS3.2 Table A.1-3.
    pub medium: &'static str,
    /// The UIDs of the transfer syntaxes; empty where the statement lists them.
    pub transfer_syntaxes: Vec<&'static str>,
    /// The roles that the profile defines.
    pub roles: Vec<&'static str>,
    secured: Secured,
}

/// Whether a profile comes with `SEC` in its identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secured {
    No,
    Either,
    Always,
}

static PROFILES: LazyLock<HashMap<&'static str, MediaProfile>> = LazyLock::new(|| {
    let list = |text: &'static str| text.split(',').filter(|part| !part.is_empty()).collect();
    let profile = |row| {
        let [identifier, annex, medium, secured, syntaxes, roles] = columns(row);
        let secured = match secured {
            "only" => Secured::Always,
            "either" => Secured::Either,
            _ => Secured::No,
        };
        let (transfer_syntaxes, roles) = (list(syntaxes), list(roles));
        (identifier, MediaProfile { identifier, annex, medium, transfer_syntaxes, roles, secured })
    };
    rows(include_str!("tables/media_profiles.tsv")).map(profile).collect()
});

/// The profile of an identifier, secured or not.
pub fn by_identifier(identifier: &str) -> Option<&'static MediaProfile> {
    const SECURED: &str = "-SEC-";
    let identifier = identifier.trim();
    let profile = PROFILES.get(identifier.replacen(SECURED, "-", 1).as_str())?;
    let is_possible = match profile.secured {
        Secured::No => !identifier.contains(SECURED),
        Secured::Either => true,
        Secured::Always => identifier.contains(SECURED),
    };
    is_possible.then_some(profile)
}
