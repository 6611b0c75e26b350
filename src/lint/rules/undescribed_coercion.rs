//! `undescribed-coercion`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::{Attribute, ChangeCondition, Coercion, Prose};
use crate::route::Route;
use crate::standard::attribute;

rule! {
    /// # What it does
    /// Reports a coercion that does not say what is done to the attribute or under which condition, one with the
    /// condition `other` whose remark does not tell which, and an answer that says that attributes are coerced and no
    /// more.
    ///
    /// # Why is this bad?
    /// An instance that comes back from an archive with another Patient ID is hard to find again, unless both sides
    /// know when that happens.
    ///
    /// # Example
    /// ```yaml
    /// coercion:
    ///   - PatientID: {change: modified, condition: other}
    /// ```
    /// Use instead:
    /// ```yaml
    /// coercion:
    ///   - PatientID: {change: modified, condition: other, remark: Where the study comes from another hospital.}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.9.1.4 and N.5.2.5.2
    /// - PS3.4, section B.4.3.2
    "undescribed-coercion": Iod, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    if subject.statement.coercion.is_empty() {
        bare_answers(subject, findings);
    }
    let rows = subject.statement.coercion.iter().enumerate();
    let open = rows
        .map(|(position, row)| (position, row, absent(row)))
        .filter(|(_, row, absent)| !absent.is_empty() && is_known(&row.attribute));
    let route = |position: usize| Route::root().key("coercion").index(position);
    for alike in grouped(open, |(_, _, absent)| absent.clone()) {
        let Some(((first, row, absent), others)) = alike.split_first() else { continue };
        let absent = absent.join(" and ");
        let message = if others.is_empty() {
            format!("the coercion of `{}` does not tell {absent}", name(row))
        } else {
            let names = enumeration(alike.iter().map(|(_, row, _)| name(row)));
            format!("the coercions of {names} do not tell {absent}")
        };
        let mut wording = findings
            .at(route(*first).key("attribute"), message)
            .help("give `change` and `condition`; where that is `other`, say it in `remark`")
            .also(others.iter().map(|(position, ..)| route(*position).key("attribute")));
        for (position, ..) in &alike {
            wording = wording.rests_on_keys(&route(*position), &["change", "value", "condition", "remark"]);
        }
    }
}

/// Reports answers that only say that there is coercion.
fn bare_answers(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for used in survey.conformances.iter().filter(|used| used.is_claimed) {
        for (name, answer) in &used.conformance.answers {
            let answer = answer.as_str().trim_end_matches('.').to_lowercase();
            let is_bare =
                ["yes", "true", "supported", "is supported", "performed"].contains(&answer.as_str());
            if is_bare && name.to_lowercase().contains("coerc") {
                let route = survey.route(used.trail).key("answers").key(name);
                findings
                    .at(route, "attributes are coerced, but nothing tells which, and when")
                    .help("list them under `coercion`, each with `change` and `condition`")
                    .rests_on(Route::root().key("coercion"));
            }
        }
    }
}

/// What a coercion does not tell.
fn absent(row: &Coercion) -> Vec<&'static str> {
    let mut absent = Vec::new();
    if row.change.is_none() && row.value.as_deref().is_none_or(str::is_empty) {
        absent.push("what is done");
    }
    let is_told = match row.condition {
        None => false,
        Some(ChangeCondition::Other) => row.remark.as_ref().is_some_and(|text: &Prose| !text.is_empty()),
        Some(_) => true,
    };
    if !is_told {
        absent.push("when it is done");
    }
    absent
}

/// Whether the attribute is one that is known; of others more is said elsewhere.
fn is_known(attribute: &Attribute) -> bool {
    let last = attribute.name.as_deref().and_then(|name| name.rsplit('>').next());
    attribute.tag.is_some() || last.and_then(attribute::resolve).is_some()
}

fn name(row: &Coercion) -> &str {
    row.attribute.name.as_deref().unwrap_or("an attribute")
}
