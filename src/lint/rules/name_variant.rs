//! `name-variant`.

use crate::lint::attribute_identity::AttributeFault;
use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::spelling::without_retired;

rule! {
    /// # What it does
    /// Reports a name that is the right one but written in another way than in the registry: other letter case, blanks,
    /// dashes or apostrophes, or the identifier of a toolkit.
    ///
    /// # Why is this bad?
    /// It is understood, but whoever searches a statement for the name as the standard spells it will not find it.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   stored: [Digital Intra - oral X-Ray Image Storage - For Presentation]
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   stored: [Digital Intra-Oral X-Ray Image Storage - For Presentation]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.1
    /// - PS3.6, chapter 6 and Annex A
    "name-variant": Registry, Info, Recommended, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for flaw in subject.flaws() {
        if let (Fault::Variant(entry), Some(name)) = (&flaw.fault, flaw.name) {
            let right = entry.usual_name();
            let (plain, _) = without_retired(&right);
            let spelt = if without_retired(name).1 { right.clone() } else { plain.to_owned() };
            let wording =
                flaw.at_name(survey, findings, format!("`{name}` is spelt otherwise in the registry"));
            flaw.renamed(survey, wording.help(format!("write `{spelt}`")), &spelt);
        }
    }
    for flaw in subject.attribute_flaws() {
        let AttributeFault::Variant(entry) = flaw.fault else { continue };
        let name = flaw.name(survey);
        let last = name.rsplit('>').next().unwrap_or(name).trim();
        let message = format!("`{last}` is spelt otherwise in the registry");
        let wording = flaw.at("name", survey, findings, message).help(format!("write `{}`", entry.name));
        if !name.contains('>') {
            flaw.edited("name", survey, wording, entry.name);
        }
    }
}
