//! `vr-mismatch`.

use std::collections::HashSet;

use crate::lint::attribute_identity::{AttributeFault, AttributeFlaw};
use crate::lint::attribute_rows::{label, misplaced_private};
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::representation::{admits_multiplicity, admits_representation};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{AttributeRow, RowUse};
use crate::standard::attribute::Attribute;

rule! {
    /// # What it does
    /// Reports an attribute of the standard with another value representation than the data dictionary's, or with a
    /// value multiplicity that the dictionary's does not include. Of alternatives one is enough.
    ///
    /// # Why is this bad?
    /// A value in another representation cannot be read, or is read as something else. Mostly the table is wrong and
    /// the product is right, but the reader has only the table.
    ///
    /// # Example
    /// ```yaml
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules:
    ///       - Patient:
    ///           - (0010,0030) Patient's Birth Date: {vr: DT, presence: VNAP, source: MWL}
    /// ```
    /// Use instead:
    /// ```yaml
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules:
    ///       - Patient:
    ///           - (0010,0030) Patient's Birth Date: {vr: DA, presence: VNAP, source: MWL}
    /// ```
    ///
    /// # References
    /// - PS3.6, chapter 6
    /// - PS3.5, sections 6.2 and 6.4
    "vr-mismatch": Iod, Error, Minimal, statement(check), fixable, since "0.1.0"
}

/// A row with something that is not as the dictionary has it.
type Mismatch<'v, 's> = (&'v RowUse<'s>, &'static Attribute, &'v str);

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let flawed: HashSet<usize> = subject
        .attribute_flaws()
        .iter()
        .filter(|flaw| matches!(flaw.fault, AttributeFault::OtherName { .. } | AttributeFault::UnknownTag(_)))
        .flat_map(AttributeFlaw::sites)
        .chain(misplaced_private(survey))
        .collect();
    let (mut representations, mut multiplicities) = (Vec::new(), Vec::new());
    for used in survey.rows.iter().filter(|used| !flawed.contains(&used.attribute)) {
        let Some(entry) = survey.attribute_of(used).meaning.entry else { continue };
        let (vr, vm) = match used.row {
            AttributeRow::Created(row, _) => (&row.vr, &row.vm),
            AttributeRow::Added(row) => (&row.vr, &row.vm),
            AttributeRow::Private(row, _) => (&row.vr, &row.vm),
        };
        let vr = vr.as_deref().filter(|vr| !admits_representation(entry.vr, vr));
        representations.extend(vr.map(|vr| (used, entry, vr)));
        let vm = vm.as_deref().filter(|vm| !admits_multiplicity(entry.vm, vm));
        multiplicities.extend(vm.map(|vm| (used, entry, vm)));
    }
    report(subject, ("vr", "VR"), representations, findings);
    report(subject, ("vm", "VM"), multiplicities, findings);
}

/// Reports the same mistake with one attribute once.
fn report(
    subject: &StatementSubject<'_>,
    (key, word): (&str, &str),
    mismatches: Vec<Mismatch<'_, '_>>,
    findings: &mut Findings,
) {
    let survey = &subject.survey;
    for same in grouped(mismatches, |(_, entry, written)| (entry.tag, *written)) {
        let Some(((first, entry, written), others)) = same.split_first() else { continue };
        let right = if key == "vr" { entry.vr } else { entry.vm };
        let message =
            format!("`{}` has the {word} `{right}`, not `{}`", label(survey, first), written.trim());
        let help = if key == "vm" && entry.vr == "SQ" {
            "the VM of a sequence is 1, however many items it has".to_owned()
        } else {
            format!("write `{right}`, or leave it out")
        };
        let route = |used: &RowUse<'_>| survey.route(used.trail).key(key);
        let mut wording =
            findings.at(route(first), message).help(help).also(others.iter().map(|(used, ..)| route(used)));
        for (used, ..) in &same {
            wording = wording.edit(route(used), right);
        }
    }
}
