//! `extended-class-with-new-uid`.

use std::collections::HashSet;

use crate::lint::extensions::new_uids;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ClassListPurpose, Meaning};
use crate::standard::sop_class;

rule! {
    /// # What it does
    /// Reports a Standard Extended SOP class that has a UID of the vendor's own.
    ///
    /// # Why is this bad?
    /// An extended class is the standard's class with attributes added that everybody may ignore. It keeps the UID of
    /// that class, so that every system that knows the class takes the instances. Under a UID of its own it would be a
    /// specialized or private class, which no other system accepts unasked.
    ///
    /// # Example
    /// ```yaml
    /// extended_sop_classes:
    ///   - sop_classes: {name: CT Image Storage, uid: 1.2.826.0.1.3680043.10.999.7}
    ///     attributes: ["(0018,9305) Revolution Time": {module: CT Image, type: 3}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// extended_sop_classes:
    ///   - sop_classes: {name: CT Image Storage, uid: 1.2.840.10008.5.1.4.1.1.2}
    ///     attributes: ["(0018,9305) Revolution Time": {module: CT Image, type: 3}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    "extended-class-with-new-uid": Extension, Error, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut reported = HashSet::new();
    for (id, uid) in new_uids(subject) {
        if !reported.insert(id) {
            continue;
        }
        let used = survey.item(id);
        let route = survey.route(used.trail);
        let route = if used.item.uid.is_some() { route.key("uid") } else { route };
        if let Meaning::Declared { name, .. } = used.meaning {
            let message = format!("`{name}` is a SOP class of the vendor's own, not one of the standard");
            let extended = survey.class_lists.iter().find(|list| {
                matches!(list.purpose, ClassListPurpose::Extension(_)) && list.sop_classes.contains(&id)
            });
            let wording = findings
                .at(route, message)
                .help("name the SOP class of the standard that is extended, and let it keep its UID");
            if let Some(list) = extended.filter(|list| !survey.is_written_in(id, list.trail)) {
                wording.related(survey.route(list.trail), "it is extended here");
            }
            continue;
        }
        let named = used.item.name.as_deref().and_then(sop_class::resolve);
        let Some((base, _)) = named else {
            findings.at(route, format!("`{uid}` is not the UID of a SOP class of the standard")).help(
                "give the UID of the class that is extended, or describe it as a specialized SOP class",
            );
            continue;
        };
        let base = base.entry;
        findings
            .at(route.clone(), format!("`{uid}` is not the UID of {}, which is extended", base.short_name()))
            .related(survey.route(used.trail).key("name"), format!("this class has the UID {}", base.uid))
            .help(format!("write `{}`, or describe it under `specialized_sop_classes`", base.uid))
            .edit(route, base.uid)
            .unsafely();
    }
}
