//! `print-without-meta-class`.

use crate::lint::enumeration::RELATED;
use crate::lint::findings::Findings;
use crate::lint::print;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an Application Entity with a presentation context for a film session, a film box, an image box, an annotation
    /// box or a presentation LUT, but none for a Print Management Meta SOP Class in the same role. Printer, Print Job and
    /// Printer Configuration Retrieval may stand alone.
    ///
    /// # Why is this bad?
    /// Films are printed by way of a Meta SOP Class; the other classes only add to it. An entity without one can neither
    /// print nor be printed on, whatever else it offers.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   PRINT:
    ///     ae_title: PRINT
    ///     activities:
    ///       Print: {initiates: [Presentation LUT as SCU in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   PRINT:
    ///     ae_title: PRINT
    ///     activities:
    ///       Print:
    ///         initiates:
    ///           - Basic Grayscale Print Management Meta as SCU in ImplicitVRLittleEndian
    ///           - Presentation LUT as SCU in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.4, section H.3.1
    "print-without-meta-class": Print, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for printing in &print::printings(survey) {
        let mut dependent =
            printing.classes.iter().filter(|used| NEEDS_META.contains(&used.class.entry.keyword));
        let Some(first) = dependent.next() else { continue };
        if !printing.metas.is_empty() || printing.may_have_more(survey) {
            continue;
        }
        let (entity, role) = (printing.entity, printing.role);
        let name = first.class.entry.short_name();
        let message =
            format!("`{}` has {name} as {role}, but no Print Management Meta SOP Class", entity.name);
        let wording = findings
            .at(first.route(survey), message)
            .help("add `Basic Grayscale Print Management Meta` or `Basic Color Print Management Meta`")
            .rests_on(survey.route(entity.trail).key("activities"))
            .rests_on(Route::root().key("sop_classes"));
        dependent.take(RELATED).fold(wording, |wording, used| {
            wording.related(used.route(survey), format!("{} needs it too", used.class.entry.short_name()))
        });
    }
}

const NEEDS_META: &[&str] = &[
    "BasicFilmSession",
    "BasicFilmBox",
    "BasicGrayscaleImageBox",
    "BasicColorImageBox",
    "BasicAnnotationBox",
    "PresentationLUT",
];
