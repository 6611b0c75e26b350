//! `port-without-acceptance`.

use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{EntityUse, Initiation, Survey};

rule! {
    /// # What it does
    /// Reports a port of an Application Entity that proposes presentation contexts and accepts none.
    ///
    /// An entity whose `policies.acceptance` says something of associations that it accepts is left alone.
    ///
    /// # Why is this bad?
    /// A port is where associations are accepted. Whoever configures a peer or a firewall by the statement opens a port at
    /// which nobody listens; or the entity does listen, and the statement does not say what it accepts there.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     port: 104
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    /// - PS3.2, section N.6.2 (2023 and later editions)
    "port-without-acceptance": Configuration, Warning, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for (number, used) in survey.entities.iter().enumerate().filter(|(_, used)| used.is_claimed) {
        let ports = ports(used);
        let Some((first, others)) = ports.split_first().filter(|_| only_initiates(survey, used)) else {
            continue;
        };
        let entity = survey.route(used.trail);
        let port = |key: &str| entity.clone().key(key);
        let mut wording = findings
            .at(port(first), format!("`{}` has a port, but accepts no association", used.name))
            .help("leave the port out, or list under `accepts` what is accepted there")
            .remove(port(first))
            .rests_on_keys(&entity, &["policies"]);
        for other in others {
            wording = wording.related(port(other), "and this one").remove(port(other));
        }
        wording = wording.rests_on_all(|| grounds::contexts_of(survey, number, Initiation::Accepts));
    }
}

/// The keys under which an entity has ports. One that does not exist is another matter.
fn ports(used: &EntityUse<'_>) -> Vec<&'static str> {
    let entity = used.entity;
    let ports = [("port", entity.port), ("tls_port", entity.tls_port)];
    let is_port = |port: &Option<i64>| port.is_some_and(|port| (1..=65535).contains(&port));
    ports.into_iter().filter(|(_, port)| is_port(port)).map(|(key, _)| key).collect()
}

fn only_initiates(survey: &Survey<'_>, used: &EntityUse<'_>) -> bool {
    let acceptance = used.entity.policies.acceptance.as_ref();
    let is_initiated = |initiation| initiation == Initiation::Initiates;
    let mut contexts = survey.claimed_contexts_of(used).map(|context| context.initiation).peekable();
    contexts.peek().is_some() && contexts.all(is_initiated) && acceptance.is_none_or(|text| text.is_empty())
}
