//! `link-without-common-service`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::misfit::{Misfit, Reason, offered};
use crate::lint::rule::{SiteSubject, rule};
use crate::model::survey::Initiation;
use crate::model::{Direction, Protocol, Role, WebRole};
use crate::pairing::Side;

rule! {
    /// # What it does
    /// Reports a link both ends of which implement entities of statements that have no SOP class, or no web transaction,
    /// in common for which the source asks and which the target offers. Verification does not count. Where a statement
    /// names what cannot be told, nothing is said.
    ///
    /// # Why is this bad?
    /// Nothing can ever go over such a link but an echo: either it leads to the wrong entity, or the inventory names the
    /// wrong entity of a product.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml, ris: ris.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#SEND}
    ///   RIS: {ae_title: RIS, role: SCP, host: 10.0.0.5, port: 104, implements: ris#WORKLIST}
    /// links:
    ///   - CT1 -> RIS pull
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    ///   WORK: {ae_title: WORK, activities: {Ask: {initiates: [ModalityWorklistInformationModelFind as SCU in uncompressed]}}}
    /// ```
    /// ```yaml ris.yaml
    /// application_entities:
    ///   WORKLIST: {ae_title: RIS, port: 104, activities: {Answer: {accepts: [ModalityWorklistInformationModelFind as SCP in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml, ris: ris.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#WORK}
    ///   RIS: {ae_title: RIS, role: SCP, host: 10.0.0.5, port: 104, implements: ris#WORKLIST}
    /// links:
    ///   - CT1 -> RIS pull
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    ///   WORK: {ae_title: WORK, activities: {Ask: {initiates: [ModalityWorklistInformationModelFind as SCU in uncompressed]}}}
    /// ```
    /// ```yaml ris.yaml
    /// application_entities:
    ///   WORKLIST: {ae_title: RIS, port: 104, activities: {Answer: {accepts: [ModalityWorklistInformationModelFind as SCP in uncompressed]}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    /// - PS3.8, section 9.3.3.2
    "link-without-common-service": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for misfit in subject.misfits().iter().filter(|misfit| matches!(misfit.reason, Reason::NoService)) {
        let (source, target) = misfit.names();
        let message = if misfit.link.link.direction == Some(Direction::Bidir) {
            format!("`{source}` and `{target}` have no service in common")
        } else {
            format!("`{source}` asks for no service that `{target}` offers")
        };
        let wording = findings
            .at(misfit.link.route(), message)
            .related_place(misfit.implements(Side::One), said(misfit, Side::One))
            .related_place(misfit.implements(Side::Other), said(misfit, Side::Other))
            .help("lead the link to the entity that offers what is asked for, or correct `implements`");
        let _ = misfit.ground(wording);
    }
}

/// What an end asks for, the source, or offers, the target.
fn said(misfit: &Misfit<'_>, side: Side) -> String {
    let (does, initiation, role, web) = match side {
        Side::One => ("asks for", Initiation::Initiates, Role::Scu, WebRole::UserAgent),
        Side::Other => ("offers", Initiation::Accepts, Role::Scp, WebRole::OriginServer),
    };
    let name = misfit.implemented[side as usize].name;
    let party = misfit.pairing.party(side);
    if misfit.ends[0].endpoint.entity.protocol() == Protocol::DicomWeb {
        let offers = party.web_offers().iter().filter(|offer| offer.role == web);
        let listed = enumeration(offers.map(|offer| offer.transaction));
        return format!("the product of `{name}` {does} {listed}");
    }
    let mut classes =
        offered(party.offers().filter(|offer| (offer.initiation, offer.role) == (initiation, role)))
            .peekable();
    if classes.peek().is_none() {
        return format!("`{name}` {does} nothing, Verification aside");
    }
    format!("`{name}` {does} {}", Misfit::classes(classes))
}
