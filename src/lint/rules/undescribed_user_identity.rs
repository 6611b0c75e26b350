//! `undescribed-user-identity`.

use crate::lint::findings::Findings;
use crate::lint::prose::mentions;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::security_profiles::{list, listed};
use crate::model::{Prose, Statement};
use crate::pairing::extended_negotiation::names_user_identity;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a presentation context whose extended negotiation names the user identity, in a statement that lists no
    /// user identity profile of PS3.15 and does not tell in words how the identity is used.
    ///
    /// # Why is this bad?
    /// An identity may be logged, checked, or decide whether the association is accepted. A peer has to know which, and
    /// what kind of identity is expected: a name, a passcode, a ticket.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in uncompressed negotiating user identity]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in uncompressed negotiating user identity]}
    /// security:
    ///   user_identity: {initiates: [username], text: The name of the user is sent; no response is asked for.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.6
    /// - PS3.7, section D.3.3.7
    /// - PS3.15, sections B.4 to B.7
    "undescribed-user-identity": Security, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut entries = survey.claimed_contexts().flat_map(|context| {
        let negotiated = context.context.extended_negotiation.iter().enumerate();
        negotiated.filter(|(_, text)| names_user_identity(text)).map(move |(position, _)| {
            (context.entity, survey.route(context.trail).key("extended_negotiation").index(position))
        })
    });
    let Some(first) = entries.next() else { return };
    if is_described(subject.statement) {
        return;
    }
    let told = |entity: usize| mentions(survey, entity, &["user identity", "identity of the user"]);
    let open: Vec<_> = std::iter::once(first)
        .chain(entries)
        .filter(|(entity, _)| !told(*entity))
        .map(|(_, route)| route)
        .collect();
    let Some((first, others)) = open.split_first() else { return };
    findings
        .at(first.clone(), "user identity is negotiated, but nothing says how it is used")
        .help("list a user identity profile of PS3.15, or tell it in `security.user_identity`")
        .also(others.iter().cloned())
        .rests_on(Route::root().key("security").key("user_identity"))
        .rests_on(list());
}

/// Whether a profile, or a text on security, says how the identity is used.
fn is_described(statement: &Statement) -> bool {
    let security = &statement.security;
    let profiles = listed(statement);
    let is_profile =
        profiles.iter().any(|listed| ["B.4", "B.5", "B.6", "B.7"].iter().any(|section| listed.is(section)));
    let says = |text: &Option<Prose>| text.as_ref().is_some_and(|text| !text.is_empty());
    let speaks = |text: &Option<Prose>| {
        text.as_ref().is_some_and(|text| text.as_str().to_lowercase().contains("identity"))
    };
    is_profile
        || says(&security.user_identity.text)
        || [&security.application_level, &security.association_level.text, &security.text]
            .into_iter()
            .any(speaks)
}
