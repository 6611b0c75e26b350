//! `unstated-implementation-class-uid`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::{Implementation, MediaRole, Support};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement without an implementation class UID whose product makes or accepts associations, or writes
    /// media.
    ///
    /// # Why is this bad?
    /// Every association and every file carries that UID. It is how the logs of a peer, and the header of a file, tell
    /// the product; a statement that keeps it to itself does not help whoever reads them.
    ///
    /// # Example
    /// ```yaml
    /// implementation: {version_name: EXAMPLE_30}
    /// ```
    /// Use instead:
    /// ```yaml
    /// implementation: {class_uid: 2.25.181902416834275213489016231958337012347, version_name: EXAMPLE_30}
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.2
    /// - PS3.2, section A.4.2.1.2.4
    /// - PS3.10, section 7.1
    "unstated-implementation-class-uid": Networking, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let implementation = &subject.statement.implementation;
    if implementation.class_uid.is_some() {
        return;
    }
    let connects = subject.survey.claimed_contexts().next().is_some();
    let reason = if connects {
        "the product makes associations"
    } else if writes_media(subject) {
        "the product writes media"
    } else {
        return;
    };
    let is_there = *implementation != Implementation::default();
    findings
        .at_key(
            Route::root().key(if is_there { "implementation" } else { "kind" }),
            format!("{reason}, but there is no implementation class UID"),
        )
        .help("add `implementation: {class_uid: …}` with the UID that the product sends")
        .rests_on(Route::root().key("implementation").key("class_uid"));
}

/// Whether an entity creates or updates file-sets.
fn writes_media(subject: &StatementSubject<'_>) -> bool {
    let profiles = subject.statement.media.application_entities.values().flat_map(|entity| &entity.profiles);
    let mut claimed = profiles.filter(|profile| profile.support.is_none_or(Support::is_claim));
    claimed.any(|profile| profile.roles.iter().any(|role| *role != MediaRole::Reader))
}
