//! `unresolved-name`.

use crate::lint::attribute_identity::AttributeFault;
use crate::lint::findings::Findings;
use crate::lint::identity::{Fault, Flaw};
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::spelling::without_sop_class;
use crate::standard::uids::UidEntry;
use crate::standard::{attribute, nearest, toolkit, uids};

rule! {
    /// # What it does
    /// Reports a SOP class, a transfer syntax or an attribute given by a name that neither the registry knows nor the
    /// statement declares.
    ///
    /// # Why is this bad?
    /// Without a UID or a tag nothing can be negotiated or matched. The name leaves a reader to guess which class is
    /// meant, and the tables of the document without the column that peers go by.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   queried: [Study Root Modality Worklist]
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   queried: [Modality Worklist Information Model - FIND]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.1
    /// - PS3.6, Annex A
    "unresolved-name": Registry, Error, Minimal, product(check), fixable, since "0.1.0"
}

/// So many unknown names get suggestions; who has more of them has another problem.
const SUGGESTED: usize = 100;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let unresolved = subject.flaws().iter().filter(|flaw| matches!(flaw.fault, Fault::Unresolved));
    for (number, flaw) in unresolved.enumerate() {
        let message = format!("`{}` is not the name of a {}", flaw.text(), flaw.wanted());
        let near = if number < SUGGESTED { near(flaw) } else { Vec::new() };
        let known = "write a registered name, a keyword or a UID; what is the vendor's own is declared first";
        let wording = flaw.at_name(survey, findings, message);
        let wording = wording.help(did_you_mean(&near).unwrap_or_else(|| known.to_owned()));
        // The nearest name may be that of something else, so it is for the author to say.
        match near.as_slice() {
            [only] if of_toolkit(flaw).is_some() => _ = flaw.renamed(survey, wording, only),
            [only] if is_slip(flaw.text(), only) => _ = flaw.renamed(survey, wording, only).unsafely(),
            _ => {}
        }
    }
    let flaws = subject.attribute_flaws().iter();
    let unresolved = flaws.filter(|flaw| matches!(flaw.fault, AttributeFault::Unresolved));
    for (number, flaw) in unresolved.enumerate() {
        let steps = || flaw.name(survey).split('>').map(str::trim);
        let is_unknown = |step: &&str| attribute::resolve(step).is_none();
        // A tag in a path of names has been understood, or it is none.
        let is_name = |step: &&str| !step.starts_with('(');
        let name = steps().find(|step| is_unknown(step) && is_name(step));
        let name = name.or_else(|| steps().find(is_unknown)).unwrap_or_default();
        let near = if number < SUGGESTED { nearest::attributes_by_name(name) } else { Vec::new() };
        let only = if let [only] = near.as_slice() { Some(only.name) } else { None };
        let near: Vec<_> = near.iter().map(ToString::to_string).collect();
        let known = "write a tag, a keyword or a registered name";
        let wording = flaw
            .at("name", survey, findings, format!("`{name}` is not the name of an attribute"))
            .help(did_you_mean(&near).unwrap_or_else(|| known.to_owned()));
        if let Some(only) = only.filter(|only| !flaw.name(survey).contains('>') && is_slip(name, only)) {
            flaw.edited("name", survey, wording, only).unsafely();
        }
    }
}

/// Registered names, and what a toolkit means by its identifier.
fn near(flaw: &Flaw<'_>) -> Vec<String> {
    match of_toolkit(flaw) {
        Some(entry) => vec![entry.name.to_owned()],
        None => nearest::uids_by_name(without_sop_class(flaw.text().trim()), flaw.place.in_registry())
            .iter()
            .map(|entry| entry.name.to_owned())
            .collect(),
    }
}

/// Whether a name was meant to be another one, by a few letters.
fn is_slip(name: &str, meant: &str) -> bool {
    nearest::nearest(without_sop_class(name.trim()), [without_sop_class(meant)]).is_some()
}

/// What a toolkit means by its identifier.
fn of_toolkit(flaw: &Flaw<'_>) -> Option<&'static UidEntry> {
    let meant = toolkit::uid_of_identifier(flaw.text()).and_then(uids::by_uid);
    meant.filter(|entry| flaw.place.in_registry().admits(entry.kind))
}

fn did_you_mean(near: &[String]) -> Option<String> {
    let listed: Vec<_> = near.iter().map(|name| format!("`{name}`")).collect();
    (!listed.is_empty()).then(|| format!("did you mean {}?", listed.join(" or ")))
}
