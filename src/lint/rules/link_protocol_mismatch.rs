//! `link-protocol-mismatch`.

use crate::lint::claims::{can_speak, is_beyond_statement};
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{DeployedEntity, Endpoint, LifecycleStatus, LinkUse, Protocol, Role};

rule! {
    /// # What it does
    /// Reports a link between entities that do not speak the same protocol: DICOM and DICOM TLS, or one of them and
    /// DICOMweb. Where both implement statements that have a protocol in common, and where a protocol is Other,
    /// nothing is said; nor of obsolete links.
    ///
    /// # Why is this bad?
    /// A listener that expects TLS ends a plain connection at once, and a web server knows no associations. What lies
    /// between the two ends, such as a gateway, is an entity of its own.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, protocol: DICOM, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM TLS, host: 10.0.0.5, port: 2762}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, protocol: DICOM TLS, host: 10.0.0.7, port: 2762, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM TLS, host: 10.0.0.5, port: 2762}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    ///
    /// # References
    /// - PS3.8, section 9.1
    /// - PS3.15, section B.9
    /// - PS3.18, chapter 8
    "link-protocol-mismatch": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in &subject.deployment.links {
        let Some((source, target)) = link.ends() else { continue };
        let protocols = (source.entity.protocol(), target.entity.protocol());
        if protocols.0 == protocols.1 || is_out_of_question(subject, link, &source, &target) {
            continue;
        }
        let message = format!("`{}` speaks {}, `{}` {}", source.name, protocols.0, target.name, protocols.1);
        let mut wording = findings
            .at(link.route().key("target"), message)
            .related_place(source.place("protocol"), format!("`{}` speaks {}", source.name, protocols.0))
            .related_place(target.place("protocol"), format!("`{}` speaks {}", target.name, protocols.1))
            .help("correct a protocol, or name the entity or gateway that speaks both as an end of the link");
        for end in [&source, &target] {
            wording = wording.rests_on_in(end.document.id, end.route().key("protocol"));
        }
    }
}

/// Whether something else has been said of the link, or the ends may well understand each other.
fn is_out_of_question(
    subject: &SiteSubject<'_>,
    link: &LinkUse<'_>,
    source: &Endpoint<'_>,
    target: &Endpoint<'_>,
) -> bool {
    let ends = [source, target];
    let lacks_url = |end: &&Endpoint<'_>| {
        end.entity.protocol() == Protocol::DicomWeb && end.entity.endpoint_url.is_none()
    };
    let deployed = ends.map(|end| subject.deployments.entity(end));
    link.link.status() == LifecycleStatus::Obsolete
        || link.is_self_link()
        || source.entity.role == Some(Role::Scp)
        || target.entity.role == Some(Role::Scu)
        || ends.iter().any(|end| end.entity.protocol() == Protocol::Other)
        || ends.iter().any(lacks_url)
        || deployed.iter().flatten().any(|deployed| is_doubtful(deployed))
        || have_protocol_in_common(deployed)
}

/// Whether what an entity implements is not known, or does not bear it out.
fn is_doubtful(deployed: &DeployedEntity<'_>) -> bool {
    deployed.implements.is_some() && deployed.implemented().is_none() || is_beyond_statement(deployed)
}

fn have_protocol_in_common(ends: [Option<&DeployedEntity<'_>>; 2]) -> bool {
    let implemented = ends.map(|end| end.and_then(DeployedEntity::implemented));
    let [Some(source), Some(target)] = implemented else { return false };
    let protocols = [Protocol::Dicom, Protocol::DicomTls, Protocol::DicomWeb];
    protocols.into_iter().any(|protocol| can_speak(&source, protocol) && can_speak(&target, protocol))
}
