//! `meta-member-as-abstract-syntax`.

use std::collections::HashSet;

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::print::{self, PrintClass, Printing};
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a presentation context for a film session, a film box or an image box beside one for the Print Management Meta
    /// SOP Class that includes it, in the same entity and role. Printer may have a context of its own.
    ///
    /// # Why is this bad?
    /// The Meta SOP Class is negotiated in the place of its members. A context for a member cannot be used for printing: what
    /// a film box hangs on was made in another context. It is left over from a list of all classes of the service.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   PRINT:
    ///     ae_title: PRINT
    ///     activities:
    ///       Print:
    ///         initiates:
    ///           - Basic Grayscale Print Management Meta as SCU in ImplicitVRLittleEndian
    ///           - Basic Film Box as SCU in ImplicitVRLittleEndian
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
    /// ```
    ///
    /// # References
    /// - PS3.4, sections H.3.1 and H.3.2.2
    "meta-member-as-abstract-syntax": Print, Warning, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut reported = HashSet::new();
    for printing in &print::printings(survey) {
        let included: Vec<_> =
            printing.classes.iter().filter(|used| meta_of(printing, used).is_some()).collect();
        for used in grouped(included, |used| used.context.trail) {
            let Some(first) = used.first().filter(|first| reported.insert(first.context.trail)) else {
                continue;
            };
            let Some(meta) = meta_of(printing, first) else { continue };
            let wording = findings
                .at(first.route(survey), format!("{} already", inclusions(printing, &used)))
                .related(meta.route(survey), "it has a presentation context here")
                .help("leave it out: the Meta SOP Class is negotiated in the place of its members");
            if used.len() == first.context.abstract_syntaxes.len()
                && [printing.role, meta.context.role].contains(&first.context.role)
            {
                wording.remove(survey.route(first.context.trail));
            }
        }
    }
}

/// Which Meta SOP Class includes which of some classes.
fn inclusions(printing: &Printing<'_, '_>, used: &[&PrintClass<'_, '_>]) -> String {
    let name_of_meta = |used: &&&PrintClass<'_, '_>| {
        meta_of(printing, used).map(|meta| meta.class.entry.short_name()).unwrap_or_default()
    };
    let by_meta = grouped(used, name_of_meta).into_iter().map(|members| {
        let names = enumeration(members.iter().map(|used| used.class.entry.short_name()));
        format!("`{}` includes {names}", members.first().map(name_of_meta).unwrap_or_default())
    });
    by_meta.collect::<Vec<_>>().join(", ")
}

/// The Meta SOP Class that includes a class which has no business beside it.
fn meta_of<'p>(printing: &'p Printing<'_, '_>, used: &PrintClass<'_, '_>) -> Option<&'p PrintClass<'p, 'p>> {
    if used.class.entry.keyword == "Printer" {
        return None;
    }
    printing.metas.iter().find(|meta| meta.class.members().contains(&used.class.entry.uid))
}
