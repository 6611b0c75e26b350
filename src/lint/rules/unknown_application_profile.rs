//! `unknown-application-profile`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::{Findings, Wording};
use crate::lint::groups::grouped;
use crate::lint::media::{self, Profiles, Standing};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{DefinedProfile, Survey};
use crate::route::Route;
use crate::standard::media_profile;
use crate::standard::nearest::nearest;

rule! {
    /// # What it does
    /// Reports the identifier of an application profile that PS3.11 does not define and that the statement does not define
    /// as augmented or private.
    ///
    /// # Why is this bad?
    /// The identifier alone tells a reader the medium, the transfer syntaxes and often the SOP classes. One that stands in no
    /// table tells nothing, and a search for products that read the same discs does not find this one.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       profiles: [{profile: STD-GEN-CDR, roles: FSC, sop_classes: CT Image Storage}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC, sop_classes: CT Image Storage}]
    /// ```
    ///
    /// # References
    /// - PS3.11, section C.1 and Annex F: the first section of each annex lists its profiles
    /// - PS3.2, section 7.4
    "unknown-application-profile": Media, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let profiles = Profiles::of(survey);
    // Of what is retired and wanted `retired-requirement` speaks; old discs may be read.
    let is_left = |identifier: &str| subject.is_wanted && media_profile::is_retired(identifier);
    let is_unknown = |(identifier, _): &(&str, Route)| {
        !identifier.is_empty()
            && matches!(profiles.standing(identifier), Standing::Unknown)
            && !is_left(identifier)
    };
    let unknown = named(survey).filter(is_unknown);
    for places in grouped(unknown, |(identifier, _)| *identifier) {
        let mut routes = places.iter().map(|(_, route)| route.clone());
        let (Some((identifier, _)), Some(first)) = (places.first(), routes.next()) else { continue };
        let wording = findings
            .at(first.clone(), format!("`{identifier}` is no application profile of PS3.11"))
            .also(routes.collect::<Vec<_>>().into_iter());
        mended(survey, identifier, first, wording)
            .rests_on(Route::root().key("media").key("augmented_profiles"))
            .rests_on(Route::root().key("media").key("private_profiles"));
    }
}

/// What to write instead, at the first place.
fn mended<'f>(survey: &Survey<'_>, identifier: &str, first: Route, wording: Wording<'f>) -> Wording<'f> {
    if media_profile::is_retired(identifier) {
        return wording.help("the waveform diskette profiles are retired, see PS3.11-2004");
    }
    let own = survey.profile_definitions.iter().map(|definition| definition.name);
    if let Some(near) = nearest(identifier, own).or_else(|| media_profile::meant(identifier)) {
        let is_renamed = identifier.starts_with(media_profile::FORMER_PREFIX);
        let wording = wording.edit(first, near).help(if is_renamed {
            format!("the prefix `APL-` is deprecated, write `{near}`")
        } else {
            format!("did you mean `{near}`?")
        });
        let is_same = media_profile::is_secured(identifier) == media_profile::is_secured(near);
        return if is_same { wording } else { wording.unsafely() };
    }
    match media_profile::relatives(identifier).as_slice() {
        [] => wording.help("describe it under `augmented_profiles` or `private_profiles`, if it is your own"),
        relatives => wording.help(format!("there are {}", enumeration(relatives.iter().copied()))),
    }
}

/// Every identifier that a statement names, in entries of entities and as the base of an augmented profile.
fn named<'v>(survey: &'v Survey<'_>) -> impl Iterator<Item = (&'v str, Route)> {
    let entries = survey.media_profiles.iter();
    let entries = entries.map(|used| (media::identifier(used), survey.route(used.trail).key("profile")));
    let bases = survey.profile_definitions.iter().filter_map(|definition| {
        let DefinedProfile::Augmented(augmented) = definition.profile else { return None };
        Some((augmented.base.as_deref()?.trim(), survey.route(definition.trail).key("base")))
    });
    entries.chain(bases)
}
