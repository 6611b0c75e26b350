//! What a statement claims of media application profiles, against what PS3.11 says of them.

use std::collections::{HashMap, HashSet};

use super::groups::grouped;
use super::sieve::syntax_of;
use crate::model::survey::{DefinedProfile, ItemId, Meaning, MediaProfileUse, ProfileDefinitionUse, Survey};
use crate::model::{MediaRole, Support};
use crate::route::Route;
use crate::standard::media_profile::{self, MediaProfile};
use crate::standard::transfer_syntax::EXPLICIT_VR_LITTLE_ENDIAN;

/// What an identifier stands for.
#[derive(Clone, Copy)]
pub(super) enum Standing<'v, 's> {
    /// A profile of PS3.11.
    Standard(&'static MediaProfile),
    /// One that the statement defines.
    Own(&'v ProfileDefinitionUse<'s>),
    /// Nothing.
    Unknown,
}

/// The profiles that a statement may name.
pub(super) struct Profiles<'v, 's>(HashMap<&'s str, &'v ProfileDefinitionUse<'s>>);

impl<'v, 's> Profiles<'v, 's> {
    pub(super) fn of(survey: &'v Survey<'s>) -> Self {
        // Of two with one name the augmented one counts, as it stands first.
        let definitions = survey.profile_definitions.iter().rev();
        Self(definitions.map(|definition| (definition.name, definition)).collect())
    }

    /// What an identifier stands for.
    pub(super) fn standing(&self, identifier: &str) -> Standing<'v, 's> {
        let identifier = identifier.trim();
        if let Some(definition) = self.0.get(identifier) {
            return Standing::Own(definition);
        }
        media_profile::by_identifier(identifier).map_or(Standing::Unknown, Standing::Standard)
    }

    /// The profile of PS3.11 that an identifier stands for or adds to, with what is added.
    fn basis(
        &self,
        identifier: &str,
    ) -> Option<(&'static MediaProfile, Option<&'v ProfileDefinitionUse<'s>>)> {
        match self.standing(identifier) {
            Standing::Standard(profile) => Some((profile, None)),
            Standing::Own(definition) => match definition.profile {
                DefinedProfile::Augmented(augmented) => {
                    let base = media_profile::by_identifier(augmented.base.as_deref()?)?;
                    Some((base, Some(definition)))
                }
                DefinedProfile::Private(_) => None,
            },
            Standing::Unknown => None,
        }
    }
}

/// The identifier of a profile, as it is written.
pub(super) fn identifier<'s>(used: &MediaProfileUse<'s>) -> &'s str {
    used.profile.profile.as_deref().unwrap_or_default().trim()
}

/// Whether something is claimed: what is not said to be unsupported.
pub(super) fn is_claimed(support: Option<Support>) -> bool {
    support.is_none_or(Support::is_claim)
}

/// A profile of PS3.11 in an entity, perhaps augmented, with all entries that claim it.
pub(super) struct Claim<'v, 's> {
    /// The identifier, as it is written.
    pub(super) identifier: &'s str,
    /// The profile of PS3.11.
    pub(super) standard: &'static MediaProfile,
    /// What the statement adds to it.
    pub(super) added: Option<&'v ProfileDefinitionUse<'s>>,
    /// The entries; at least one.
    pub(super) entries: Vec<&'v MediaProfileUse<'s>>,
}

/// The profiles that a statement claims, entity by entity.
pub(super) fn claims<'v, 's>(survey: &'v Survey<'s>) -> Vec<Claim<'v, 's>> {
    let profiles = Profiles::of(survey);
    let claimed = survey.media_profiles.iter().filter(|used| used.is_claimed);
    let groups = grouped(claimed, |used| (used.entity, identifier(used)));
    let claim = |entries: Vec<&'v MediaProfileUse<'s>>| {
        let identifier = identifier(entries.first()?);
        let (standard, added) = profiles.basis(identifier)?;
        Some(Claim { identifier, standard, added, entries })
    };
    groups.into_iter().filter_map(claim).collect()
}

impl Claim<'_, '_> {
    /// The entries that claim a role.
    pub(super) fn entries_in(&self, role: MediaRole) -> impl Iterator<Item = &MediaProfileUse<'_>> {
        self.entries.iter().copied().filter(move |used| used.profile.roles.contains(&role))
    }

    /// Those of some transfer syntaxes that neither the profile has nor what is added to it. Explicit VR Little Endian is
    /// that of the directory, whatever the profile (PS3.10, section 8.6).
    pub(super) fn outside(&self, survey: &Survey<'_>, list: &[ItemId]) -> Vec<ItemId> {
        let profile = &self.standard.transfer_syntaxes;
        if profile.is_empty() {
            return Vec::new();
        }
        let is_added = |uid: &str| {
            let mut added = self.added.iter().flat_map(|added| added.transfer_syntaxes.iter());
            added.any(|id| survey.uid(*id) == Some(uid))
        };
        let is_outside = |id: &ItemId| {
            syntax_of(survey, *id).is_some_and(|syntax| {
                let uid = syntax.entry.uid;
                uid != EXPLICIT_VR_LITTLE_ENDIAN && !profile.contains(&uid) && !is_added(uid)
            })
        };
        list.iter().copied().filter(is_outside).collect()
    }
}

/// Those of some UIDs that no list holds; none where a list is not written or holds what cannot be told.
pub(super) fn absent(survey: &Survey<'_>, wanted: &[&'static str], lists: &[&[ItemId]]) -> Vec<&'static str> {
    let is_doubtful = |id: &ItemId| {
        let meaning = &survey.item(*id).meaning;
        !matches!(meaning, Meaning::Registered { .. } | Meaning::Declared { .. } | Meaning::Set(_))
    };
    let is_open = |list: &&[ItemId]| list.is_empty() || list.iter().any(is_doubtful);
    if lists.is_empty() || lists.iter().any(is_open) {
        return Vec::new();
    }
    let listed: HashSet<&str> =
        lists.iter().flat_map(|list| survey.claimed_uids(list)).map(|(_, uid)| uid).collect();
    wanted.iter().copied().filter(|uid| !listed.contains(uid)).collect()
}

/// The route of the media Application Entities.
pub(super) fn entities() -> Route {
    Route::root().key("media").key("application_entities")
}
