//! `media-without-sop-classes`.

use crate::lint::findings::Findings;
use crate::lint::media;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports an application profile that leaves the SOP classes to the statement, in an entity that lists none for it: the
    /// general purpose profiles, those for email and those for video.
    ///
    /// # Why is this bad?
    /// Such a profile says which medium and which transfer syntaxes are meant, and asks the statement for the rest. Without
    /// the SOP classes a reader learns that there are files on the disc, and nothing of what is in them.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       source_ae_title: OFFLINE
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
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
    /// - PS3.11, sections D.3.1, G.3.1, H.3.1, I.3.1, J.3.1, L.3.1 and M.3.1
    /// - PS3.2, section A.5.2.1.2
    "media-without-sop-classes": Media, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for claim in &media::claims(survey) {
        let is_listed = claim.entries.iter().any(|used| !used.profile.sop_classes.is_empty());
        let is_defined = claim.added.is_some_and(|added| !added.sop_classes.is_empty());
        let Some((first, others)) = claim.entries.split_first() else { continue };
        if is_listed || is_defined || !claim.standard.read_classes.is_empty() {
            continue;
        }
        let message =
            format!("`{}` leaves the SOP classes to the statement, and none are listed", claim.identifier);
        let route = survey.route(first.trail);
        let mut wording = findings
            .at(route.clone().key("profile"), message)
            .help("list under `sop_classes` what is written or read")
            .rests_on(route.key("sop_classes"))
            .also(others.iter().map(|used| survey.route(used.trail).key("profile")));
        for used in others {
            wording = wording.rests_on(survey.route(used.trail).key("sop_classes"));
        }
        if let Some(added) = claim.added {
            wording.rests_on(survey.route(added.trail).key("sop_classes"));
        }
    }
}
