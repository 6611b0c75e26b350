//! `link-without-return-path`.

use crate::lint::findings::Findings;
use crate::lint::misfit::Reason;
use crate::lint::rule::{SiteSubject, rule};
use crate::pairing::Side;
use crate::pairing::class_name;
use crate::route::Route;
use crate::standard::uids::{PROCEDURE_STEP_NOTIFICATION, STORAGE_COMMITMENT};

rule! {
    /// # What it does
    /// Reports a link over which the source retrieves by C-MOVE, asks for storage commitment of a target that reports on
    /// an association of its own, or is notified by the target of performed procedure steps, while no entity of the
    /// source's equipment, functional CI or host is SCP or BOTH with host and port, and no link leads back to one. Where
    /// C-GET is there too, and where the statement names another destination of C-MOVE, nothing is said.
    ///
    /// # Why is this bad?
    /// What was asked for comes on a second association, from the target to the source. With nobody there to accept it,
    /// images do not arrive, and a modality never learns that its images are safe.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {viewer: viewer.yaml, archive: archive.yaml}
    /// application_entities:
    ///   VIEWER: {ae_title: VIEWER, role: SCU, host: 10.0.0.9, port: 104, modality: OT, implements: viewer#VIEWER}
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT, implements: archive#ARCHIVE}
    /// links:
    ///   - VIEWER -> PACS pull
    /// ```
    /// ```yaml viewer.yaml
    /// application_entities:
    ///   VIEWER: {ae_title: VIEWER, port: 104, activities: {Retrieve: {initiates: [StudyRootQueryRetrieveInformationModelMove as SCU in uncompressed], accepts: [CT Image Storage as SCP in uncompressed]}}}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   ARCHIVE: {ae_title: ARCHIVE, port: 104, activities: {Answer: {accepts: [StudyRootQueryRetrieveInformationModelMove as SCP in uncompressed], initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {viewer: viewer.yaml, archive: archive.yaml}
    /// application_entities:
    ///   VIEWER: {ae_title: VIEWER, role: BOTH, host: 10.0.0.9, port: 104, modality: OT, implements: viewer#VIEWER}
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT, implements: archive#ARCHIVE}
    /// links:
    ///   - VIEWER -> PACS pull
    /// ```
    /// ```yaml viewer.yaml
    /// application_entities:
    ///   VIEWER: {ae_title: VIEWER, port: 104, activities: {Retrieve: {initiates: [StudyRootQueryRetrieveInformationModelMove as SCU in uncompressed], accepts: [CT Image Storage as SCP in uncompressed]}}}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   ARCHIVE: {ae_title: ARCHIVE, port: 104, activities: {Answer: {accepts: [StudyRootQueryRetrieveInformationModelMove as SCP in uncompressed], initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.4.2.2.1
    /// - PS3.4, section C.4.2.3.1
    /// - PS3.4, section F.9.2
    /// - PS3.4, section J.3.3.1.3
    "link-without-return-path": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for misfit in subject.misfits() {
        let Reason::NoReturnPath(position) = misfit.reason else { continue };
        let Some(meeting) = misfit.pairing.meetings.get(position) else { continue };
        let (source, target) = misfit.names();
        let (does, here) = match meeting.sop_class {
            STORAGE_COMMITMENT => ("reports what is committed", "asked for"),
            PROCEDURE_STEP_NOTIFICATION => ("reports what is performed", "waited for"),
            _ => ("sends what is retrieved", "asked for"),
        };
        let message = format!("`{target}` {does} to `{source}`, where nobody accepts associations");
        let service = format!("`{}` is {here} here", class_name(meeting.sop_class));
        let end = misfit.ends[0].endpoint;
        let wording = findings
            .at(misfit.link.route().key("source"), message)
            .related_place(misfit.context(Side::One, meeting, "abstract_syntax"), service)
            .help(format!(
                "deploy the entity that receives, as SCP with host and port and the same `equipment`; or write \
                 `role: BOTH` if `{source}` receives itself"
            ))
            .rests_on_in(end.document.id, Route::root().key("application_entities"))
            .rests_on(Route::root().key("links"));
        let _ = misfit.ground(wording);
    }
}
