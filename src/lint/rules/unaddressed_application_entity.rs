//! `unaddressed-application-entity`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{EntityUse, Initiation, Survey};

rule! {
    /// # What it does
    /// Reports an Application Entity with presentation contexts but without a default AE title, and one that accepts
    /// associations but has no default port, neither plain nor for TLS.
    ///
    /// # Why is this bad?
    /// Title and port are what a peer has to be configured with. Where they are set on site, the statement still tells
    /// what the product has when it is delivered.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     activities:
    ///       Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: ARCHIVE
    ///     port: 11112
    ///     activities:
    ///       Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    "unaddressed-application-entity": Networking, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for used in survey.entities.iter().filter(|used| used.is_claimed) {
        let Some((absent, keys)) = absent(survey, used) else { continue };
        let route = survey.route(used.trail);
        let mut wording = findings
            .at_key(route.clone(), format!("`{}` has no {absent}", used.name))
            .help("state what the product has when it is delivered, even if it can be changed on site");
        for key in keys {
            wording = wording.rests_on(route.clone().key(*key));
        }
    }
}

/// What an entity lacks, and the keys whose absence shows it.
fn absent(survey: &Survey<'_>, used: &EntityUse<'_>) -> Option<(&'static str, &'static [&'static str])> {
    let entity = used.entity;
    let connects = survey.claimed_contexts_of(used).next().is_some();
    let accepts = survey.claimed_contexts_of(used).any(|context| context.initiation == Initiation::Accepts);
    let lacks_title = connects && entity.ae_title.is_none();
    let lacks_port = accepts && entity.port.is_none() && entity.tls_port.is_none();
    match (lacks_title, lacks_port) {
        (true, true) => Some(("AE title and no port", &["ae_title", "port", "tls_port"])),
        (true, false) => Some(("AE title", &["ae_title"])),
        (false, true) => Some(("port, but accepts associations", &["port", "tls_port"])),
        (false, false) => None,
    }
}
