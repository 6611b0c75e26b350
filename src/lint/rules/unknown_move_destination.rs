//! `unknown-move-destination`.

use crate::lint::findings::Findings;
use crate::lint::misfit::Reason;
use crate::lint::rule::{SiteSubject, rule};
use crate::pairing::{Side, class_name};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a link over which the source retrieves by C-MOVE and another entity of its equipment, functional CI or
    /// host receives, while no link joins the target with any such entity. Where the source receives itself, where C-GET
    /// is there too, and where the statement names another destination, nothing is said.
    ///
    /// # Why is this bad?
    /// A C-MOVE names its destination by AE title, and the provider looks up host and port in a table of its peers. That
    /// table is made of the links (`dicomply export orthanc` writes it so); who is missing there gets no image, and the
    /// retrieval ends with status A801.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {viewer: viewer.yaml, archive: archive.yaml}
    /// application_entities:
    ///   VIEWER: {ae_title: VIEWER, role: SCU, host: 10.0.0.9, port: 104, modality: OT, equipment: Desk 1, implements: viewer#VIEWER}
    ///   INBOX: {ae_title: INBOX, role: SCP, host: 10.0.0.9, port: 11112, equipment: Desk 1}
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
    ///   VIEWER: {ae_title: VIEWER, role: SCU, host: 10.0.0.9, port: 104, modality: OT, equipment: Desk 1, implements: viewer#VIEWER}
    ///   INBOX: {ae_title: INBOX, role: SCP, host: 10.0.0.9, port: 11112, equipment: Desk 1}
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT, implements: archive#ARCHIVE}
    /// links:
    ///   - VIEWER -> PACS pull
    ///   - PACS -> INBOX push
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
    "unknown-move-destination": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for misfit in subject.misfits() {
        let Reason::UnknownDestination(position, receiver) = misfit.reason else { continue };
        let Some(meeting) = misfit.pairing.meetings.get(position) else { continue };
        let (source, target) = misfit.names();
        let service = format!("`{}` is asked for here", class_name(meeting.sop_class));
        let name = receiver.name;
        let wording = findings
            .at(
                misfit.link.route().key("source"),
                format!("what `{source}` retrieves goes to `{name}`, and no link tells `{target}` of it"),
            )
            .related_place(misfit.context(Side::One, meeting, "abstract_syntax"), service)
            .related_place(receiver.place("ae_title"), format!("`{name}` accepts associations"))
            .help(format!(
                "add the link on which `{target}` sends to `{name}`, or write `role: BOTH` if `{source}` receives itself"
            ))
            .rests_on_in(receiver.document.id, Route::root().key("application_entities"))
            .rests_on(Route::root().key("links"));
        let _ = misfit.ground(wording);
    }
}
