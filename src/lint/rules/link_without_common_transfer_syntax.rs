//! `link-without-common-transfer-syntax`.

use crate::lint::findings::Findings;
use crate::lint::misfit::{Misfit, Reason};
use crate::lint::rule::{SiteSubject, rule};
use crate::pairing::Side;

rule! {
    /// # What it does
    /// Reports a link whose two ends implement entities of statements that share a SOP class, and not one transfer
    /// syntax for it.
    ///
    /// # Why is this bad?
    /// The presentation context is rejected, and instances of that class never get through. What lies between the two,
    /// such as a converter, is an entity of its own.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {endo: endo.yaml, archive: archive.yaml}
    /// application_entities:
    ///   ENDO1: {ae_title: ENDO1, role: SCU, host: 10.0.0.7, port: 104, modality: ES, implements: endo#SEND}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, implements: archive#STORE}
    /// links:
    ///   - ENDO1 -> PACS push
    /// ```
    /// ```yaml endo.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [Video Endoscopic Image Storage as SCU in MPEG4HP41]}}}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   STORE: {ae_title: STORE, port: 104, activities: {Receive: {accepts: [Video Endoscopic Image Storage as SCP in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {endo: endo.yaml, archive: archive.yaml}
    /// application_entities:
    ///   ENDO1: {ae_title: ENDO1, role: SCU, host: 10.0.0.7, port: 104, modality: ES, implements: endo#SEND}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, implements: archive#VIDEO}
    /// links:
    ///   - ENDO1 -> PACS push
    /// ```
    /// ```yaml endo.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [Video Endoscopic Image Storage as SCU in MPEG4HP41]}}}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   VIDEO: {ae_title: VIDEO, port: 104, activities: {Receive: {accepts: [Video Endoscopic Image Storage as SCP in MPEG4HP41 | uncompressed]}}}
    /// ```
    ///
    /// # References
    /// - PS3.8, section 9.3.3.2
    /// - PS3.5, section 10.1
    "link-without-common-transfer-syntax": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for misfit in subject.misfits() {
        let Reason::NoTransferSyntax(positions) = &misfit.reason else { continue };
        let meetings = || positions.iter().filter_map(|position| misfit.pairing.meetings.get(*position));
        let Some(first) = meetings().next() else { continue };
        let mut classes: Vec<_> = meetings().map(|meeting| meeting.sop_class).collect();
        classes.dedup();
        let (source, target) = misfit.names();
        let classes = Misfit::classes(classes);
        let message = format!("`{source}` and `{target}` have no transfer syntax in common for {classes}");
        let names = misfit.implemented.map(|implemented| implemented.name);
        let place = |side| misfit.context(side, first, "transfer_syntaxes");
        let wording = findings
            .at(misfit.link.route(), message)
            .related_place(place(Side::One), format!("those of `{}`", names[0]))
            .related_place(place(Side::Other), format!("those of `{}`", names[1]))
            .help("configure a transfer syntax that both know, or put an entity between them that converts");
        let _ = misfit.ground(wording);
    }
}
