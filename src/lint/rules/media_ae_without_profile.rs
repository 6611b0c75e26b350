//! `media-ae-without-profile`.

use crate::lint::enumeration::RELATED;
use crate::lint::findings::Findings;
use crate::lint::media::{self, Profiles, Standing, is_claimed};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{DefinedProfile, MediaProfileUse, Survey};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an entity of media interchange without an application profile, and a statement whose media entities support
    /// private profiles only. A profile that adds to one of PS3.11 counts as that one.
    ///
    /// # Why is this bad?
    /// On media, conformance is to an application profile: it says which medium it is, what may stand on it and in which
    /// transfer syntaxes. "Writes DICOM CDs" alone tells nobody whether another product can read them.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE: {source_ae_title: OFFLINE, description: Writes discs.}
    /// ```
    /// Use instead:
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       description: Writes discs.
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC, sop_classes: CT Image Storage}]
    /// ```
    ///
    /// # References
    /// - PS3.2, sections 7.2 and 7.5
    /// - PS3.2, section A.5.2
    "media-ae-without-profile": Media, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let (media, survey) = (&subject.statement.media, &subject.survey);
    if survey.claims_nothing() {
        return; // That the statement as a whole has none is said once.
    }
    let entities = media.application_entities.iter().filter(|(_, entity)| is_claimed(entity.support));
    let (bare, others): (Vec<_>, Vec<_>) = entities.partition(|(_, entity)| entity.profiles.is_empty());
    for (name, _) in &bare {
        let route = media::entities().key(*name);
        findings
            .at_key(route.clone(), format!("`{name}` names no application profile"))
            .help("list under `profiles` those of PS3.11 that it supports, such as `STD-GEN-CD`")
            .rests_on(route.key("profiles"));
    }
    if bare.is_empty() && has_private_profiles_only(survey) {
        let mut names = others.into_iter().map(|(name, _)| name);
        let Some(first) = names.next() else { return };
        let message =
            format!("`{first}` supports no application profile of PS3.11, and no other entity does");
        let wording = findings
            .at_key(media::entities().key(first), message)
            .help("support one of PS3.11, or describe what is added to it as an augmented profile")
            .rests_on(Route::root().key("media"));
        names.take(RELATED).fold(wording, |wording, name| {
            wording.related_key(media::entities().key(name), format!("`{name}` supports private ones too"))
        });
    }
}

/// Whether there are claims, all of them of private profiles.
fn has_private_profiles_only(survey: &Survey<'_>) -> bool {
    let profiles = Profiles::of(survey);
    let is_private = |used: &MediaProfileUse<'_>| match profiles.standing(media::identifier(used)) {
        Standing::Own(definition) => matches!(definition.profile, DefinedProfile::Private(_)),
        Standing::Standard(_) | Standing::Unknown => false,
    };
    let mut claimed = survey.media_profiles.iter().filter(|used| used.is_claimed).peekable();
    claimed.peek().is_some() && claimed.all(is_private)
}
