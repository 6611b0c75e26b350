//! `malformed-augmented-profile`.

use crate::lint::findings::Findings;
use crate::lint::media::{self, Profiles, Standing};
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;
use crate::model::survey::{DefinedProfile, ItemId, Meaning, ProfileDefinitionUse, Survey};
use crate::model::{AugmentedProfile, DirectoryAugmentation, PrivateProfile};

rule! {
    /// # What it does
    /// Reports an augmented application profile that has another one of the statement as its base, adds nothing to its base
    /// or adds a private or specialized SOP class, and a private application profile without a description or a medium.
    ///
    /// # Why is this bad?
    /// An augmented profile is a profile of PS3.11 and more of the standard: whoever knows the one can judge the other. What
    /// is private in it makes it a private profile, and that has to be described in full, with its medium.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       profiles: [{profile: AUG-GEN-CD, roles: FSC, sop_classes: CT Image Storage}]
    ///   augmented_profiles:
    ///     AUG-GEN-CD: {base: STD-GEN-CD, sop_classes: Example Volume Storage}
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: Ours., iod: A volume., services: C-STORE}
    /// ```
    /// Use instead:
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       profiles: [{profile: AUG-GEN-CD, roles: FSC, sop_classes: CT Image Storage}]
    ///   augmented_profiles:
    ///     AUG-GEN-CD: {base: STD-GEN-CD, transfer_syntaxes: RLELossless}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections 7.4.2 and 7.4.3
    /// - PS3.2, sections A.5.3.1 and A.5.3.2
    "malformed-augmented-profile": Media, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let profiles = Profiles::of(survey);
    for definition in &survey.profile_definitions {
        match definition.profile {
            DefinedProfile::Augmented(profile) => augmented(survey, &profiles, definition, profile, findings),
            DefinedProfile::Private(profile) => private(survey, definition, profile, findings),
        }
    }
}

fn augmented(
    survey: &Survey<'_>,
    profiles: &Profiles<'_, '_>,
    definition: &ProfileDefinitionUse<'_>,
    profile: &AugmentedProfile,
    findings: &mut Findings,
) {
    let (name, route) = (definition.name, survey.route(definition.trail));
    let Some(base) = profile.base.as_deref().map(str::trim) else { return };
    if let Standing::Own(_) = profiles.standing(base) {
        findings
            .at(
                route.clone().key("base"),
                format!("the base of `{name}` is `{base}`, which is not of PS3.11"),
            )
            .help("name the profile of PS3.11, and repeat here what the other one adds");
    }
    let list = route.clone().key("sop_classes");
    let is_declared = |id: &&ItemId| matches!(survey.item(**id).meaning, Meaning::Declared { .. });
    for id in definition.sop_classes.iter().filter(is_declared) {
        let item = survey.route(survey.item(*id).trail);
        let class = name_of(survey, *id);
        findings
            .at(
                if item.is_within(&list) { item } else { list.clone() },
                format!("`{name}` adds `{class}`, which is no SOP class of the standard"),
            )
            .help("leave it out, or make the profile a private one");
    }
    let adds_items = !profile.sop_classes.is_empty() || !profile.transfer_syntaxes.is_empty();
    let adds_text = profile.directory != DirectoryAugmentation::default() || profile.other.is_some();
    if !adds_items && !adds_text {
        let keys = ["sop_classes", "transfer_syntaxes", "directory", "other"];
        findings
            .at_key(route.clone(), format!("`{name}` adds nothing to `{base}`"))
            .help(format!("say what it adds, or claim `{base}`"))
            .rests_on_keys(&route, &keys);
    }
}

fn private(
    survey: &Survey<'_>,
    definition: &ProfileDefinitionUse<'_>,
    profile: &PrivateProfile,
    findings: &mut Findings,
) {
    let (name, route) = (definition.name, survey.route(definition.trail));
    let mut uses = survey.media_profiles.iter().filter(|used| media::identifier(used) == name);
    let has_medium = profile.medium.is_some() || uses.any(|used| used.profile.medium.is_some());
    let is_described = profile.description.is_some() || profile.text.is_some();
    let absent = match (is_described, has_medium) {
        (true, true) => return,
        (false, true) => "is not described",
        (true, false) => "names no medium",
        (false, false) => "is not described and names no medium",
    };
    findings
        .at_key(route.clone(), format!("the private profile `{name}` {absent}"))
        .help("add `description` and `medium`, as PS3.11 has them for its own")
        .rests_on_keys(&route, &["description", "text", "medium"])
        .rests_on(media::entities());
}
