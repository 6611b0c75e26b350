//! `link-with-unsupported-keys`.

use crate::lint::findings::Findings;
use crate::lint::misfit::Reason;
use crate::lint::rule::{SiteSubject, rule};
use crate::lint::unsupported_keys::{related, said};
use crate::pairing::{Side, class_name};

rule! {
    /// # What it does
    /// Reports a link with a query whose user selects by keys that the provider does not match, queries at a level of
    /// which the provider lists no key, or hands on values that the provider does not return. The first of them is named.
    ///
    /// Where one of the two statements lists no keys nothing is known, and that a value is only shown and not returned is
    /// no fault of the link.
    ///
    /// # Why is this bad?
    /// A key that is not supported is ignored: a modality that asks for its own steps of today gets those of the whole
    /// hospital. And what the worklist does not return cannot be written into images and performed procedure steps.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml, ris: ris.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#WORK}
    ///   RIS: {ae_title: RIS, role: SCP, host: 10.0.0.5, port: 104, implements: ris#WORK}
    /// links:
    ///   - CT1 -> RIS pull
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   WORK:
    ///     ae_title: WORK
    ///     activities:
    ///       Query:
    ///         initiates: [Modality Worklist Information Model - FIND as SCU in uncompressed]
    ///         conformance: [{sop_classes: Modality Worklist Information Model - FIND, role: SCU, keys: {Scheduled Procedure Step: [{attribute: ScheduledStationAETitle, type: R, matching: single_value}, {attribute: ScheduledStationName, type: O, matching: single_value}]}}]
    /// ```
    /// ```yaml ris.yaml
    /// application_entities:
    ///   WORK:
    ///     ae_title: WORK
    ///     port: 104
    ///     activities:
    ///       Query:
    ///         accepts: [Modality Worklist Information Model - FIND as SCP in uncompressed]
    ///         conformance: [{sop_classes: Modality Worklist Information Model - FIND, role: SCP, keys: {Scheduled Procedure Step: [{attribute: ScheduledStationAETitle, type: R, matching: single_value}]}}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml, ris: ris.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#WORK}
    ///   RIS: {ae_title: RIS, role: SCP, host: 10.0.0.5, port: 104, implements: ris#WORK}
    /// links:
    ///   - CT1 -> RIS pull
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   WORK:
    ///     ae_title: WORK
    ///     activities:
    ///       Query:
    ///         initiates: [Modality Worklist Information Model - FIND as SCU in uncompressed]
    ///         conformance: [{sop_classes: Modality Worklist Information Model - FIND, role: SCU, keys: {Scheduled Procedure Step: [{attribute: ScheduledStationAETitle, type: R, matching: single_value}]}}]
    /// ```
    /// ```yaml ris.yaml
    /// application_entities:
    ///   WORK:
    ///     ae_title: WORK
    ///     port: 104
    ///     activities:
    ///       Query:
    ///         accepts: [Modality Worklist Information Model - FIND as SCP in uncompressed]
    ///         conformance: [{sop_classes: Modality Worklist Information Model - FIND, role: SCP, keys: {Scheduled Procedure Step: [{attribute: ScheduledStationAETitle, type: R, matching: single_value}]}}]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1.3
    /// - PS3.4, section K.2.2.1
    "link-with-unsupported-keys": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for misfit in subject.misfits() {
        let Reason::UnsupportedKeys(position, reasons) = &misfit.reason else { continue };
        let (Some(meeting), Some(first)) = (misfit.pairing.meetings.get(*position), reasons.first()) else {
            continue;
        };
        let names = misfit.names();
        let (user, provider) = if meeting.user == Side::One { names } else { (names.1, names.0) };
        let more = match reasons.len() - 1 {
            0 => String::new(),
            1 => "; one more key is not supported".to_owned(),
            more => format!("; {more} more keys are not supported"),
        };
        let message = format!("{}{more}", said(first, user, provider));
        let service = class_name(meeting.sop_class);
        let wording = findings.at(misfit.link.route(), message).help(format!(
            "`dicomply compare` shows all keys of `{service}`; ask for support in `{provider}`, or set up `{user}` to do \
             without"
        ));
        let wording = related(misfit, wording, first, Side::One, names.0);
        let wording = related(misfit, wording, first, Side::Other, names.1);
        let _ = misfit.ground(wording);
    }
}
