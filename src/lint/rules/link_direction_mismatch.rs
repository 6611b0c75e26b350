//! `link-direction-mismatch`.

use crate::lint::findings::Findings;
use crate::lint::misfit::{Misfit, Reason};
use crate::lint::rule::{SiteSubject, rule};
use crate::model::Direction;
use crate::pairing::{Flow, Side};

rule! {
    /// # What it does
    /// Reports a link that pushes while its two ends, by their statements, share only services by which the source
    /// queries and retrieves, and one that pulls while they share only services by which the source sends.
    ///
    /// # Why is this bad?
    /// The direction says which way data goes; firewalls, capacities and approvals are planned by it.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml, archive: archive.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#SEND}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, implements: archive#STORE}
    /// links:
    ///   - CT1 -> PACS pull
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   STORE: {ae_title: STORE, port: 104, activities: {Receive: {accepts: [CT Image Storage as SCP in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml, archive: archive.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#SEND}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, implements: archive#STORE}
    /// links:
    ///   - CT1 -> PACS push
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   STORE: {ae_title: STORE, port: 104, activities: {Receive: {accepts: [CT Image Storage as SCP in uncompressed]}}}
    /// ```
    ///
    /// # References
    /// - The governance rules for communication links: PUSH, the source sends to the target; PULL, it retrieves from it
    "link-direction-mismatch": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for misfit in subject.misfits().iter().filter(|misfit| matches!(misfit.reason, Reason::WrongDirection)) {
        let (source, target) = misfit.names();
        let pushes = misfit.link.link.direction == Some(Direction::Push);
        let (message, right) = if pushes {
            (format!("the link pushes, but `{source}` only retrieves from `{target}`"), "PULL")
        } else {
            (format!("the link pulls, but `{source}` only sends to `{target}`"), "PUSH")
        };
        let mut wording = findings
            .at(misfit.link.route().key("direction"), message)
            .help(format!("write `{right}`, or `BIDIR` if other services are used as well"));
        for (side, place) in evidence(misfit, if pushes { Flow::ToUser } else { Flow::ToProvider }) {
            let does = if side == Side::One { "asked for" } else { "offered" };
            wording = wording.related_place(place, format!("the service is {does} here"));
        }
        let _ = misfit.ground(wording);
    }
}

/// Where the two ends say what they have in common; nothing for what goes over the web.
fn evidence(misfit: &Misfit<'_>, flow: Flow) -> Vec<(Side, crate::finding::Place)> {
    let mut meetings = misfit.pairing.meetings.iter();
    let shown = meetings.find(|meeting| meeting.user == Side::One && meeting.flow() == flow);
    let sides = shown.map(|meeting| {
        [Side::One, Side::Other].map(|side| (side, misfit.context(side, meeting, "abstract_syntax")))
    });
    sides.into_iter().flatten().collect()
}
