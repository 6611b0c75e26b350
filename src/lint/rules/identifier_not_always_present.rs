//! `identifier-not-always-present`.

use std::collections::HashSet;

use crate::lint::attribute_rows::label;
use crate::lint::findings::Findings;
use crate::lint::identifiers;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Presence;
use crate::model::survey::{AttributeRow, ClassListPurpose, ModuleTable, Survey};
use crate::standard::attribute::Tag;
use crate::standard::sop_class::{self, SopClass};

rule! {
    /// # What it does
    /// Reports SOP Class UID or SOP Instance UID of created instances with a presence other than `ALWAYS`, likewise
    /// Study Instance UID, Series Instance UID and Modality of instances that belong to a patient.
    ///
    /// # Why is this bad?
    /// An instance without them belongs to no study or series, or cannot be told from others. Archives refuse it.
    ///
    /// # Example
    /// ```yaml
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules:
    ///       - General Study:
    ///           - (0020,000D) Study Instance UID: {presence: VNAP, source: MWL}
    /// ```
    /// Use instead:
    /// ```yaml
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules:
    ///       - General Study:
    ///           - (0020,000D) Study Instance UID: {presence: ALWAYS, source: [MWL, AUTO]}
    /// ```
    ///
    /// # References
    /// - PS3.3, sections C.7.2.1, C.7.3.1 and C.12.1
    "identifier-not-always-present": Iod, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let patients = Patients::of(survey);
    let (mut table_at, mut follows_sequence) = (None, false);
    for used in &survey.rows {
        let AttributeRow::Created(row, table) = used.row else { continue };
        if table_at.replace(survey.parent(used.trail)) != Some(survey.parent(used.trail)) {
            follows_sequence = false;
        }
        let meaning = &survey.attribute_of(used).meaning;
        let [tag] = meaning.path.as_slice() else { continue };
        // A row behind a sequence may be meant to stand in its items.
        let is_judged =
            !table.is_functional_group && (identifiers::is_home(*tag, table.module) || !follows_sequence);
        follows_sequence |= meaning.entry.is_some_and(|entry| entry.vr == "SQ");
        let is_always = row.presence.iter().all(|presence| *presence == Presence::Always);
        if is_judged && !is_always && patients.identifies(*tag, &table) {
            let stated: Vec<_> = row.presence.iter().map(|presence| format!("`{presence}`")).collect();
            let stated = stated.join(" and ");
            let message = format!("every instance has a `{}`, but here it is {stated}", label(survey, used));
            findings
                .at(survey.route(used.trail).key("presence"), message)
                .help("the standard requires a value; where it comes from is said by `source`");
        }
    }
}

/// What holds attributes of instances that belong to a patient, as far as that can be told.
#[derive(Default)]
struct Patients<'s> {
    objects: HashSet<&'s str>,
    modules: HashSet<&'s str>,
}

impl<'s> Patients<'s> {
    fn of(survey: &Survey<'s>) -> Self {
        let mut found = Self::default();
        for list in &survey.class_lists {
            let ClassListPurpose::Contents(name, object) = list.purpose else { continue };
            let classes = list.sop_classes.iter().filter_map(|id| sop_class::by_uid(survey.uid(*id)?));
            if classes.into_iter().any(SopClass::is_composite_storage) {
                found.objects.insert(name);
                let modules = survey.statement.expanded_modules(&object.modules);
                found.modules.extend(modules.iter().filter_map(|used| used.module.as_deref()));
            }
        }
        found
    }

    /// Whether an attribute identifies the instances of a table.
    fn identifies(&self, tag: Tag, table: &ModuleTable<'_>) -> bool {
        let of_module = || self.modules.contains(table.module);
        let of_patient = table.object.map_or_else(of_module, |object| self.objects.contains(object));
        identifiers::is_required(tag, of_patient)
    }
}
