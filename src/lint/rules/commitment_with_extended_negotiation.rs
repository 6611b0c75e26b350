//! `commitment-with-extended-negotiation`.

use crate::lint::commitment;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ContextUse, Survey};
use crate::pairing::extended_negotiation::{names_role_selection, names_sop_class_extended};

rule! {
    /// # What it does
    /// Reports a presentation context of Storage Commitment that names SOP Class Extended Negotiation, or what is agreed
    /// on by it. Role selection is another negotiation and is left alone.
    ///
    /// # Why is this bad?
    /// The standard excludes SOP Class Extended Negotiation for Storage Commitment: no field of it is defined, so that
    /// nobody can tell what is proposed. What is meant is most often SCP/SCU role selection.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT_A
    ///     port: 104
    ///     activities:
    ///       Commit:
    ///         initiates: [Storage Commitment Push Model as SCU in uncompressed]
    ///         accepts:
    ///           - abstract_syntax: Storage Commitment Push Model
    ///             transfer_syntaxes: uncompressed
    ///             role: SCU
    ///             extended_negotiation: [role selection, SOP Class Extended Negotiation]
    ///           - Verification as SCP in uncompressed
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT_A
    ///     port: 104
    ///     activities:
    ///       Commit:
    ///         initiates: [Storage Commitment Push Model as SCU in uncompressed]
    ///         accepts:
    ///           - abstract_syntax: Storage Commitment Push Model
    ///             transfer_syntaxes: uncompressed
    ///             role: SCU
    ///             extended_negotiation: role selection
    ///           - Verification as SCP in uncompressed
    /// ```
    ///
    /// # References
    /// - PS3.4, section J.2.1
    /// - PS3.7, section D.3.3.5
    "commitment-with-extended-negotiation": Workflow, Error, Recommended, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for context in commitment::contexts(survey) {
        // In a row of several classes the text may be about another one of them.
        if context.abstract_syntaxes.len() == 1 {
            check_context(survey, context, findings);
        }
    }
}

fn check_context(survey: &Survey<'_>, context: &ContextUse<'_>, findings: &mut Findings) {
    let negotiated = &context.context.extended_negotiation;
    let list = survey.route(context.trail).key("extended_negotiation");
    for (position, text) in negotiated.iter().enumerate().filter(|(_, text)| names_sop_class_extended(text)) {
        let route = list.clone().index(position);
        let message = "Storage Commitment does not admit SOP Class Extended Negotiation";
        let wording = findings
            .at(route.clone(), message)
            .help("remove it; role selection is all that is negotiated for Storage Commitment");
        if names_role_selection(text) {
            wording.edit(route, "role selection");
        } else if negotiated.len() > 1 {
            wording.remove(route);
        } else if context.role == context.initiation.default_role() {
            wording.edit(route, "none");
        } else {
            // Without it the role does not come about; whether it is negotiated is for the author to say.
            wording.edit(route, "role selection").unsafely();
        }
    }
}
