//! `unknown-tag`.

use crate::lint::attribute_identity::AttributeFault;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::notation::AttributeTag;
use crate::standard::nearest;

rule! {
    /// # What it does
    /// Reports a tag with an even group number that the data dictionary does not hold. Repeating groups are taken into
    /// account; tags with an odd group number are private.
    ///
    /// # Why is this bad?
    /// Tags of even groups are assigned by the standard alone. One that it does not know is mistyped, or newer than the
    /// edition that this program knows.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   WORK:
    ///     ae_title: WORK
    ///     activities:
    ///       Update Worklist:
    ///         initiates: [Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE: {attributes: [{attribute: "(0040,0254)>(0040,0101)", source: MWL}], responses: standard}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   WORK:
    ///     ae_title: WORK
    ///     activities:
    ///       Update Worklist:
    ///         initiates: [Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE: {attributes: [{attribute: "(0040,0260)>(0008,0100)", source: MWL}], responses: standard}
    /// ```
    ///
    /// # References
    /// - PS3.6, chapter 6
    /// - PS3.5, section 7.8
    "unknown-tag": Registry, Warning, Recommended, product(check), since "0.1.0"
}

/// So many unknown tags get suggestions; who has more of them has another problem.
const SUGGESTED: usize = 100;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for (number, flaw) in subject.attribute_flaws().iter().enumerate() {
        let AttributeFault::UnknownTag(tag) = flaw.fault else { continue };
        let name = flaw.name(survey);
        let path = survey.attributes[flaw.site].attribute.tag.as_ref();
        let is_named =
            path.and_then(|path| path.0.last()) == Some(AttributeTag::One(tag)) && !name.is_empty();
        let near =
            if is_named && number < SUGGESTED { nearest::attributes_by_name(name) } else { Vec::new() };
        let help = match near.first() {
            Some(attribute) => format!("did you mean `{attribute}`?"),
            None => "a tag that a newer edition assigns is not known to this version".to_owned(),
        };
        flaw.at("tag", survey, findings, format!("`{tag}` is not in the data dictionary")).help(help);
    }
}
