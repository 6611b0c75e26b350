//! `unstated-file-meta-information`.

use crate::lint::findings::Findings;
use crate::lint::media;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::MediaRole;

rule! {
    /// # What it does
    /// Reports an entity that writes media and does not say which Source Application Entity Title it writes into the files.
    /// The implementation class UID, which each file has too, is asked for by `unstated-implementation-class-uid`.
    ///
    /// # Why is this bad?
    /// A file on a disc has lost its way back: no address and no calling title. The header is what is left to find out
    /// which system wrote it, and whoever looks there compares it with the statement.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     OFFLINE:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC, sop_classes: CT Image Storage}]
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
    /// - PS3.2, sections A.5.1.4 and A.5.2.1.1
    /// - PS3.10, section 7.1
    "unstated-file-meta-information": Media, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (name, entity) in &subject.statement.media.application_entities {
        let mut claimed = entity.profiles.iter().filter(|profile| media::is_claimed(profile.support));
        let writes = claimed.any(|profile| profile.roles.iter().any(|role| *role != MediaRole::Reader));
        if !writes || !media::is_claimed(entity.support) || entity.source_ae_title.is_some() {
            continue;
        }
        let route = media::entities().key(name);
        findings
            .at_key(
                route.clone(),
                format!("`{name}` writes files, but its Source Application Entity Title is not stated"),
            )
            .help("add `source_ae_title`; what can be configured is said under `configuration`")
            .rests_on(route.key("source_ae_title"));
    }
}
