//! `retirement-mismatch`.

use indexmap::IndexMap;

use crate::lint::attribute_rows::misplaced_private;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{Meaning, Survey, Trail};
use crate::standard::spelling::{Agreement, without_retired};

rule! {
    /// # What it does
    /// Reports a SOP class, transfer syntax or attribute that the standard has retired while the statement does not mark
    /// it so, and one that is marked as retired while it is in force.
    ///
    /// # Why is this bad?
    /// What is retired is no longer maintained and need not be known to new products. A reader who plans with it must be
    /// able to see that, and `(Retired)` is part of the registered name for that reason.
    ///
    /// # Example
    /// ```yaml
    /// transfer_syntaxes:
    ///   network: [Implicit VR Little Endian, Explicit VR Big Endian]
    /// ```
    /// Use instead:
    /// ```yaml
    /// transfer_syntaxes:
    ///   network: [Implicit VR Little Endian, Explicit VR Big Endian (Retired)]
    /// ```
    ///
    /// # References
    /// - PS3.6, chapter 6 and Annex A
    "retirement-mismatch": Registry, Warning, Recommended, product(check), fixable, since "0.1.0"
}

/// A UID or a tag whose mark does not agree with the registry.
struct Marks {
    name: &'static str,
    is_retired: bool,
    /// Whether it is marked anywhere, which is enough where it is retired.
    is_marked: bool,
    /// Where it is wrong, and whether it is the name that has to be mended.
    wrong: Vec<(Trail, bool)>,
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut marks: IndexMap<(&str, (u16, u16)), Marks> = IndexMap::new();
    let mut note = |key, name, is_retired: bool, is_marked: bool, place| {
        if is_retired || is_marked {
            let marks = marks.entry(key).or_insert(Marks { name, is_retired, is_marked, wrong: Vec::new() });
            marks.is_marked |= is_marked;
            marks.wrong.extend((is_retired != is_marked).then_some(place));
        }
    };
    for used in &survey.items {
        if let Meaning::Registered { entry, marked_retired, .. } = &used.meaning {
            let name = used.item.name.as_deref();
            let is_named = name.is_some_and(|name| entry.retired || without_retired(name).1);
            let place = (used.trail, is_named);
            note((entry.uid, (0, 0)), entry.short_name(), entry.retired, *marked_retired, place);
        }
    }
    let misplaced = misplaced_private(survey);
    let attributes = survey.attributes.iter().enumerate();
    for (_, site) in attributes.filter(|(number, _)| !misplaced.contains(number)) {
        let Some(entry) = site.meaning.entry else { continue };
        let name = site.attribute.name.as_deref().unwrap_or_default();
        let is_marked = site.attribute.retired == Some(true) || without_retired(name).1;
        let is_other = (entry.retired || is_marked) && matches!(entry.agreement(name), Agreement::Other(_));
        if !is_other {
            let is_named = !name.is_empty() && !name.contains('>');
            let place = (site.trail, is_named && (entry.retired || without_retired(name).1));
            note(("", entry.tag), entry.name, entry.retired, is_marked, place);
        }
    }
    // What requirements ask for has a rule of its own.
    let is_fine = |marks: &Marks| marks.is_retired && (marks.is_marked || subject.is_wanted);
    for marks in marks.values().filter(|marks| !is_fine(marks)) {
        report(marks, survey, findings);
    }
}

fn report(marks: &Marks, survey: &Survey<'_>, findings: &mut Findings) {
    let Some(((first, _), others)) = marks.wrong.split_first() else { return };
    let name = marks.name;
    let (message, help, right) = if marks.is_retired {
        let right = format!("{name} (Retired)");
        let help = format!("write `{right}`, or add `retired: true`");
        (format!("`{name}` is retired, and the statement does not mark it"), help, right)
    } else {
        (format!("`{name}` is marked as retired and is not"), "remove the mark".to_owned(), name.to_owned())
    };
    let wording = findings.at(survey.route(*first), message).help(help);
    let wording = wording.also(others.iter().map(|(trail, _)| survey.route(*trail)));
    // Of what is retired one mark is enough; of what is not, all are wrong.
    let mended = if marks.is_retired { &marks.wrong[..1] } else { &marks.wrong };
    if mended.iter().all(|(_, has_name)| *has_name) {
        let routes = mended.iter().map(|(trail, _)| survey.route(*trail).key("name"));
        routes.fold(wording, |wording, route| wording.edit(route, right.as_str()));
    }
}
