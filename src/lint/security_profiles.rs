//! The security and system management profiles that a statement claims, or that requirements want.

use crate::model::{Demand, SecurityProfile, Statement, Support, SystemManagementProfile};
use crate::route::Route;
use crate::standard::security_profile;
use crate::standard::spelling::without_retired;

/// Where a profile is listed, with what is said there.
#[derive(Debug, Clone, Copy)]
pub(super) enum Holder<'s> {
    Security(&'s SecurityProfile),
    Management(&'s SystemManagementProfile),
}

/// A profile that is claimed.
#[derive(Debug)]
pub(super) struct Listed<'s> {
    pub(super) name: &'s str,
    /// Where the entry stands.
    pub(super) entry: Route,
    /// What PS3.15 has under that name.
    pub(super) known: Option<&'static security_profile::SecurityProfile>,
    pub(super) holder: Holder<'s>,
    /// How much it is wanted, in requirements.
    pub(super) demand: Option<Demand>,
}

impl Listed<'_> {
    /// Where the name stands.
    pub(super) fn route(&self) -> Route {
        self.entry.clone().key("name")
    }

    /// Whether it is the profile of a section of PS3.15.
    pub(super) fn is(&self, section: &str) -> bool {
        self.known.is_some_and(|known| known.section == section)
    }
}

/// Where the security profiles are listed.
pub(super) fn list() -> Route {
    Route::root().key("security").key("profiles")
}

/// The profiles that are claimed or wanted, those of `security` first.
pub(super) fn listed(statement: &Statement) -> Vec<Listed<'_>> {
    let management = Route::root().key("network").key("system_management_profiles");
    let security = statement.security.profiles.iter().enumerate().map(|(position, profile)| {
        let said = (profile.support, profile.demand);
        (&profile.name, said, list().index(position), Holder::Security(profile))
    });
    let network = statement.network.system_management_profiles.iter().enumerate();
    let network = network.map(|(position, profile)| {
        let entry = management.clone().index(position);
        (&profile.name, (profile.support, profile.demand), entry, Holder::Management(profile))
    });
    let claimed = security.chain(network).filter(|(_, (support, demand), ..)| {
        support.is_none_or(Support::is_claim) && *demand != Some(Demand::MustNot)
    });
    claimed
        .filter_map(|(name, (_, demand), entry, holder)| {
            let name = name.as_deref().map(str::trim).filter(|name| !name.is_empty())?;
            Some(Listed { name, entry, known: known(name), holder, demand })
        })
        .collect()
}

/// What PS3.15 has under a name; `(Retired)` may stand behind it.
pub(super) fn known(name: &str) -> Option<&'static security_profile::SecurityProfile> {
    security_profile::by_name(without_retired(name).0)
}

/// Whether an entry says that it is none of PS3.15's own.
pub(super) fn is_extension(listed: &Listed<'_>) -> bool {
    let Holder::Security(SecurityProfile { name, text, selection, .. }) = listed.holder else { return false };
    let texts = [text, selection].into_iter().flatten().map(|text| text.as_str());
    let mut words = texts.chain(name.as_deref()).map(str::to_lowercase);
    words.any(|text| {
        ["extension", "extends", "private", "proprietary", "own profile"]
            .iter()
            .any(|word| text.contains(word))
    })
}

/// Whether a profile is retired and no later one for secured connections is claimed beside it. Requirements that only
/// allow it do so for old peers.
pub(super) fn is_outdated(listed: &Listed<'_>, all: &[Listed<'_>], statement: &Statement) -> bool {
    listed.demand.is_none_or(Demand::is_wish)
        && listed.known.is_some_and(security_profile::SecurityProfile::is_retired)
        && !all.iter().filter_map(|other| other.known).any(security_profile::SecurityProfile::follows_bcp_195)
        && !is_of_edition_before(statement, RETIRED_SINCE)
}

/// The year of the edition that retired the older profiles (PS3.15 2018a).
const RETIRED_SINCE: u32 = 2018;

/// Whether the statement refers to an edition of the standard before a year.
fn is_of_edition_before(statement: &Statement, year: u32) -> bool {
    let edition = statement.statement.edition.as_deref().map(str::trim).unwrap_or_default();
    let digits: String = edition.chars().take_while(char::is_ascii_digit).collect();
    digits.parse::<u32>().is_ok_and(|edition| (1993..year).contains(&edition))
}
