//! `meta-class-without-members`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::print;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;
use crate::standard::uids::{self, UidEntry};

rule! {
    /// # What it does
    /// Reports a Print Management Meta SOP Class of which the SOP specific conformance of the entity does not describe each
    /// member with its services: film session, film box, image box and printer.
    ///
    /// # Why is this bad?
    /// All members are mandatory, and what differs from printer to printer stands in their attributes: film sizes, layouts,
    /// polarities. Whoever connects the two sides has to compare them.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   PRINT:
    ///     ae_title: PRINT
    ///     activities:
    ///       Print:
    ///         initiates: [Basic Grayscale Print Management Meta as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: Basic Grayscale Print Management Meta
    ///             members: {Basic Film Session: {services: {N-CREATE: {attributes: [Number of Copies]}}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   PRINT:
    ///     ae_title: PRINT
    ///     activities:
    ///       Print:
    ///         initiates: [Basic Grayscale Print Management Meta as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: Basic Grayscale Print Management Meta
    ///             members:
    ///               Basic Film Session: {services: {N-CREATE: {attributes: [Number of Copies]}}}
    ///               Basic Film Box: {services: {N-CREATE: {attributes: [Film Size ID]}, N-ACTION: {text: Prints the film.}}}
    ///               Basic Grayscale Image Box: {services: {N-SET: {attributes: [Image Box Position]}}}
    ///               Printer: {services: {N-EVENT-REPORT: {text: Warnings are shown.}}}
    /// ```
    ///
    /// # References
    /// - PS3.4, sections H.3.2.2.1 and H.3.2.2.2
    /// - PS3.4, section H.3.4
    "meta-class-without-members": Print, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let in_use = print::printings(survey);
    for printing in in_use.iter().filter(|printing| !printing.metas.is_empty()) {
        let described = printing.described(survey);
        for metas in grouped(printing.metas.iter(), |meta| meta.class.entry.uid) {
            let Some(first) = metas.first() else { continue };
            let absent = first.class.members().iter().filter(|uid| !described.contains(**uid));
            let names: Vec<_> =
                absent.filter_map(|uid| uids::by_uid(uid)).map(UidEntry::short_name).collect();
            if names.is_empty() {
                continue;
            }
            let (meta, role) = (first.class.entry.short_name(), printing.role);
            let message =
                format!("`{meta}` as {role} has members that are not described: {}", enumeration(names));
            findings
                .at(first.route(survey), message)
                .help("add a `conformance` entry with `members`, each with its services and their attributes")
                .rests_on(survey.route(printing.entity.trail).key("activities"))
                .rests_on(Route::root().key("sop_classes"));
        }
    }
}
