//! `undescribed-service`.

use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::service_claims;
use crate::model::Role;
use crate::model::survey::Initiation;
use crate::standard::service_point::Evidence;

rule! {
    /// # What it does
    /// Reports the points that the conformance clause of a service asks a statement to make, and that no conformance
    /// entry of the service makes in that role. There is one finding for a service and a role, whatever the number of
    /// SOP classes.
    ///
    /// A point is made by an answer under its name, `n/a` included, or by the key that is there for it.
    ///
    /// # Why is this bad?
    /// How long an archive keeps what it commits to, or what it drops of an instance, is nothing that a test of the
    /// connection shows. It is found out afterwards, unless the statement tells.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian negotiating none]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian negotiating none]
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             answers: {optional elements: Patient's Weight is sent where it is known.}
    /// ```
    ///
    /// # References
    /// - PS3.4, sections B.4.3, C.6.1.2, C.6.2.2, F.7.4, H.3.4, J.3.6 and K.6.1.3
    /// - PS3.2, section A.4.2.1.3.1.3
    "undescribed-service": Networking, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for service in service_claims::of(survey) {
        let points = service.family.points(service.is_user).iter();
        let open: Vec<_> = points.filter(|point| !service.makes(point)).collect();
        // A point for which there is no key is the better example of an answer.
        let example = open.iter().find(|point| point.evidence == Evidence::None);
        let Some(example) = example.or_else(|| open.first()) else { continue };
        let names: Vec<_> = open.iter().map(|point| point.name).collect();
        let role = if service.is_user { Role::Scu } else { Role::Scp };
        let message = format!("{} as {role} leaves open: {}", service.family.as_str(), names.join(", "));
        let sides = [Initiation::Initiates, Initiation::Accepts];
        let contexts = || sides.into_iter().flat_map(|side| grounds::contexts(survey, side));
        let _ = findings
            .at(service.place(), message)
            .help(format!("answer each of them, for example `answers: {{{}: …}}`, or `n/a`", example.name))
            .rests_on_all(|| grounds::conformances(survey).into_iter().chain(contexts()));
    }
}
