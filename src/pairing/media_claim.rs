//! `MediaClaim`: what a product writes or reads under an application profile of media interchange (PS3.11).

use super::listing::Listing;
use super::party::Claim;
use crate::model::survey::{DefinedProfile, MediaProfileUse, ProfileDefinitionUse, Survey, Trail};
use crate::model::{MediaRole, Support};
use crate::standard::media_profile::{self, MediaProfile};

/// What a product writes and reads.
#[derive(Debug, Default)]
pub(super) struct MediaClaims<'s> {
    /// What it writes, a claim for each profile.
    pub(super) written: Vec<MediaClaim<'s>>,
    /// What it reads, a claim for each profile.
    pub(super) read: Vec<MediaClaim<'s>>,
    /// The profiles of which it does not say whether it writes or reads them.
    pub(super) open: Vec<(&'s str, Trail)>,
}

/// What a product writes, or reads, under a profile.
#[derive(Debug)]
pub(super) struct MediaClaim<'s> {
    /// The identifier of the profile.
    pub(super) profile: &'s str,
    /// Where it stands first.
    pub(super) trail: Trail,
    /// How far it is claimed.
    pub(super) claim: Claim,
    /// The SOP classes.
    pub(super) classes: Listing<&'s str>,
    /// The transfer syntaxes.
    pub(super) syntaxes: Listing<&'s str>,
}

impl<'s> MediaClaims<'s> {
    /// What the media Application Entities of a statement say that are chosen by their names.
    pub(super) fn of(survey: &Survey<'s>, chosen: &[&'s str]) -> Self {
        let mut found = Self::default();
        let is_meant =
            |used: &&MediaProfileUse<'s>| used.is_claimed && chosen.iter().any(|name| *name == used.entity);
        for used in survey.media_profiles.iter().filter(is_meant) {
            let profile = used.profile.profile.as_deref().unwrap_or_default().trim();
            let has = |wanted: &[MediaRole]| used.profile.roles.iter().any(|role| wanted.contains(role));
            if profile.is_empty() {
                continue;
            }
            if used.profile.roles.is_empty() {
                found.open.push((profile, used.trail));
            }
            if has(&[MediaRole::Creator, MediaRole::Updater]) {
                add(&mut found.written, Entry { survey, used, profile }.claim(true));
            }
            if has(&[MediaRole::Reader, MediaRole::Updater]) {
                add(&mut found.read, Entry { survey, used, profile }.claim(false));
            }
        }
        found
    }
}

/// Adds a claim to the one that is there for its profile.
fn add<'s>(claims: &mut Vec<MediaClaim<'s>>, claim: MediaClaim<'s>) {
    let Some(known) = claims.iter_mut().find(|known| is_same(known.profile, claim.profile)) else {
        claims.push(claim);
        return;
    };
    known.claim = known.claim.min(claim.claim);
    for (known, new) in [(&mut known.classes, claim.classes), (&mut known.syntaxes, claim.syntaxes)] {
        known.is_clear &= known.is_stated && new.is_stated;
        known.join(new);
    }
}

/// Whether two identifiers are one.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// An entry of a media Application Entity that is being read.
struct Entry<'a, 's> {
    survey: &'a Survey<'s>,
    used: &'a MediaProfileUse<'s>,
    profile: &'s str,
}

impl<'s> Entry<'_, 's> {
    fn claim(&self, is_writing: bool) -> MediaClaim<'s> {
        let entity = self.survey.statement.media.application_entities.get(self.used.entity);
        let said = [entity.and_then(|entity| entity.support), self.used.profile.support];
        MediaClaim {
            profile: self.profile,
            trail: self.used.trail,
            claim: said.into_iter().map(claim).fold(Claim::Firm, Claim::max),
            classes: self.classes(is_writing),
            syntaxes: self.syntaxes(is_writing),
        }
    }

    /// How the statement itself defines the profile.
    fn definition(&self) -> Option<&ProfileDefinitionUse<'s>> {
        self.survey
            .profile_definitions
            .iter()
            .find(|definition| is_same(definition.name.trim(), self.profile))
    }

    /// The profile of PS3.11 that it is or adds to.
    fn standard(&self) -> Option<&'static MediaProfile> {
        match self.definition().map(|definition| definition.profile) {
            Some(DefinedProfile::Augmented(profile)) => {
                media_profile::by_identifier(profile.base.as_deref()?)
            }
            Some(DefinedProfile::Private(_)) => None,
            None => media_profile::by_identifier(self.profile),
        }
    }

    /// The SOP classes that are stated, or else those of the profile. What every reader of the profile reads goes
    /// without saying.
    fn classes(&self, is_writing: bool) -> Listing<&'s str> {
        let mut listing = Listing::of_items(self.survey, &self.used.sop_classes);
        let is_own = listing.is_stated;
        if let Some(definition) = self.definition().filter(|_| !is_own) {
            listing.join(Listing::of_items(self.survey, &definition.sop_classes));
        }
        let Some(standard) = self.standard() else { return listing };
        let known = match is_writing {
            true if is_own => return listing,
            true if !standard.written_classes.is_empty() => &standard.written_classes,
            _ => &standard.read_classes,
        };
        listing.take_for_granted(known);
        listing.is_stated |= !known.is_empty();
        listing
    }

    fn syntaxes(&self, is_writing: bool) -> Listing<&'s str> {
        let mut listing = Listing::of_items(self.survey, &self.used.transfer_syntaxes);
        if listing.is_stated {
            return listing;
        }
        if let Some(definition) = self.definition() {
            listing.join(Listing::of_items(self.survey, &definition.transfer_syntaxes));
        }
        let known = self.standard().map_or(&[][..], |standard| {
            let is_narrow =
                is_writing && !standard.written_in.is_empty() && !self.has_further_classes(standard);
            if is_narrow { &standard.written_in } else { &standard.transfer_syntaxes }
        });
        listing.take_for_granted(known);
        listing.is_stated |= !known.is_empty();
        listing
    }

    /// Whether more is written than what each creator of the profile writes, in transfer syntaxes of its own.
    fn has_further_classes(&self, standard: &MediaProfile) -> bool {
        let written = self.classes(true);
        written.entries.iter().any(|uid| !standard.written_classes.contains(uid))
    }
}

fn claim(support: Option<Support>) -> Claim {
    match support {
        Some(Support::Option) => Claim::Optional,
        Some(Support::ToBeConfirmed) => Claim::ToBeConfirmed,
        _ => Claim::Firm,
    }
}
