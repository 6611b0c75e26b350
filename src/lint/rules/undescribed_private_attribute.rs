//! `undescribed-private-attribute`.

use crate::lint::attribute_rows::{is_creator, is_private, label, own_tag, private_tag_faults};
use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{AttributeRow, RowUse};
use crate::model::{PrivateAttribute, PrivateAttributes, Prose};

rule! {
    /// # What it does
    /// Reports private attributes without value representation, value multiplicity, or a word on whether they hold
    /// nothing that identifies a person. Those of one creator that lack the same share a finding.
    ///
    /// # Why is this bad?
    /// Software that de-identifies instances removes every private attribute of which it does not know that it is
    /// safe, or keeps one that names the patient. And without the representation a value that came in Implicit VR
    /// cannot be read at all.
    ///
    /// # Example
    /// ```yaml
    /// private_attributes:
    ///   EXAMPLE 1.0:
    ///     attributes:
    ///       - (0029,xx10) Reconstruction Seed: {vr: LO}
    /// ```
    /// Use instead:
    /// ```yaml
    /// private_attributes:
    ///   EXAMPLE 1.0:
    ///     attributes:
    ///       - (0029,xx10) Reconstruction Seed: {vr: LO, vm: 1, safe: yes}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.2
    /// - PS3.15, Annex E
    "undescribed-private-attribute": Extension, Warning, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let blocks = &subject.statement.private_attributes;
    let faults = private_tag_faults(survey);
    let mut open: Vec<(&RowUse<'_>, Vec<&str>)> = Vec::new();
    for (used, _) in survey.rows.iter().zip(faults).filter(|(_, fault)| fault.is_none()) {
        let AttributeRow::Private(row, creator) = used.row else { continue };
        let Some((tag, is_nested)) = own_tag(survey, used) else { continue };
        // The standard describes its own attributes in items, and the element that reserves a block.
        if is_private(tag) && !is_creator(tag) {
            let is_safety_told = is_nested || blocks.get(creator).is_some_and(tells_safety);
            open.push((used, absent(row, is_safety_told)));
        }
    }
    open.retain(|(_, absent)| !absent.is_empty());
    for alike in grouped(open, |(used, absent)| (survey.parent(used.trail), absent.clone())) {
        let Some(((first, absent), others)) = alike.split_first() else { continue };
        let name = label(survey, first);
        let keys = enumeration(absent.iter().copied());
        let message = match others.len() {
            0 => format!("`{name}` is described without {keys}"),
            more => format!("`{name}` and {more} more are described without {keys}"),
        };
        let route = |used: &RowUse<'_>| survey.route(used.trail).key("attribute");
        let help = "`safe` says whether it holds nothing that identifies a person";
        let mut wording = findings
            .at(route(first), message)
            .help(if absent.contains(&"safe") { help } else { "say it in the keys of these names" })
            .also(others.iter().map(|(used, _)| route(used)));
        for (used, _) in &alike {
            wording = wording.rests_on_keys(&survey.route(used.trail), absent);
        }
    }
}

fn absent(row: &PrivateAttribute, is_safety_told: bool) -> Vec<&'static str> {
    let is_blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let points = [
        (is_blank(&row.vr), "vr"),
        (is_blank(&row.vm), "vm"),
        (row.safe.is_none() && !is_safety_told, "safe"),
    ];
    points.into_iter().filter(|(is_absent, _)| *is_absent).map(|(_, key)| key).collect()
}

/// Whether the text about all attributes of a creator speaks of identity.
fn tells_safety(block: &PrivateAttributes) -> bool {
    let tells = |text: &Prose| {
        let text = text.as_str().to_lowercase();
        text.contains("safe") || text.contains("identi")
    };
    block.text.as_ref().is_some_and(tells)
}
