//! `tag-name-mismatch`.

use crate::lint::attribute_identity::AttributeFault;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::attribute::Attribute;

rule! {
    /// # What it does
    /// Reports an attribute whose name the data dictionary gives to another tag than the one beside it.
    ///
    /// # Why is this bad?
    /// One of the two is wrong. Whoever implements the other side goes by the tag, whoever reads goes by the name, and
    /// matching or mapping fails between them.
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
    ///               N-CREATE: {attributes: [{attribute: "(0040,0002) Performed Procedure Step ID", source: MWL}], responses: standard}
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
    ///               N-CREATE: {attributes: [{attribute: "(0040,0253) Performed Procedure Step ID", source: MWL}], responses: standard}
    /// ```
    ///
    /// # References
    /// - PS3.6, chapter 6
    "tag-name-mismatch": Registry, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for flaw in subject.attribute_flaws() {
        let AttributeFault::OtherName { tagged, named } = flaw.fault else { continue };
        let name = flaw.name(survey);
        let path = survey.attributes[flaw.site].attribute.tag.as_ref().map(ToString::to_string);
        let path = path.unwrap_or_default();
        let (before, tag) = path.rsplit_once('>').map_or(("", &*path), |(before, tag)| (before, tag));
        let message = match tagged {
            Some(tagged) => format!("`{tag}` is the tag of {}, not of `{name}`", shown(tagged)),
            None => format!("`{tag}` is not in the data dictionary, `{name}` is `{}`", named.written_tag()),
        };
        let right = named.written_tag();
        let wording = flaw
            .at("tag", survey, findings, message)
            .related(flaw.route(survey).key("name"), format!("the dictionary gives this name to {right}"));
        let Some(tagged) = tagged else {
            let right = if before.is_empty() { right } else { format!("{before}>{right}") };
            flaw.edited("tag", survey, wording.help(format!("write `{right}`")), &right);
            continue;
        };
        wording.help(format!(
            "write `{right}` if the name is right, the name `{}` if the tag is right",
            shown(tagged)
        ));
    }
}

/// The name of an attribute, or the tag of one that has none.
fn shown(attribute: &Attribute) -> String {
    if attribute.name.is_empty() { attribute.written_tag() } else { attribute.name.to_owned() }
}
