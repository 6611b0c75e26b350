//! `extension-beyond-optional`.

use crate::lint::extensions::{incomplete, written};
use crate::lint::findings::Findings;
use crate::lint::identifiers;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::class_of;
use crate::model::survey::ClassListPurpose;
use crate::model::{AddedAttribute, Attribute, AttributeType};
use crate::notation::AttributeTag;
use crate::route::Route;
use crate::standard::attribute;
use crate::standard::sop_class::SopClass;

rule! {
    /// # What it does
    /// Reports an attribute that a Standard Extended SOP class adds with a type other than 3, and an identifier of type 1
    /// that it lowers to type 3. The items of a sequence that is added may have attributes of any type.
    ///
    /// # Why is this bad?
    /// Instances of an extended class go to systems that only know the standard's class, under its UID. What they
    /// would have to have by this statement is nothing that other instances of the class have, so nobody may depend
    /// on it: a class that requires more is a specialized one, with a UID of its own.
    ///
    /// # Example
    /// ```yaml
    /// extended_sop_classes:
    ///   - sop_classes: CT Image Storage
    ///     attributes: ["(0018,9305) Revolution Time": {module: CT Image, type: 1}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// extended_sop_classes:
    ///   - sop_classes: CT Image Storage
    ///     attributes: ["(0018,9305) Revolution Time": {module: CT Image, type: 3}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    "extension-beyond-optional": Extension, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let list = "extended_sop_classes";
    let silent: Vec<_> = incomplete(subject)
        .into_iter()
        .filter(|entry| entry.list == list)
        .map(|entry| entry.position)
        .collect();
    let survey = &subject.survey;
    for classes in &survey.class_lists {
        let ClassListPurpose::Extension(position) = classes.purpose else { continue };
        let entry =
            subject.statement.extended_sop_classes.get(position).filter(|_| !silent.contains(&position));
        let Some(entry) = entry else { continue };
        let stored = classes.sop_classes.iter().filter_map(|id| class_of(survey, *id));
        let is_of_patients = stored.into_iter().any(SopClass::is_composite_storage);
        let rows = Route::root().key(list).index(position).key("attributes");
        for (row, added) in entry.attributes.iter().enumerate() {
            let Some(stated) = added.attribute_type.filter(|_| !stands_in_sequence(added)) else { continue };
            let name = written(&added.attribute);
            let route = rows.clone().index(row).key("type");
            if stated != AttributeType::Three {
                let message =
                    format!("`{name}` is added with type `{stated}`; an extension adds type 3 only");
                findings
                    .at(route, message)
                    .help("write `type: 3`, or describe a class of its own under `specialized_sop_classes`");
            } else if own_tag(&added.attribute)
                .is_some_and(|tag| identifiers::is_required(tag, is_of_patients))
            {
                let message = format!("`{name}` is of type 1 in the class already, which an extension keeps");
                findings.at(route, message).help("take it out; it is nothing that is added");
            }
        }
    }
}

/// The tag of an attribute that stands in no sequence.
fn own_tag(attribute: &Attribute) -> Option<(u16, u16)> {
    match attribute.tag.as_ref().map(|path| path.0.tags()) {
        Some([AttributeTag::One(tag)]) => Some((tag.group, tag.element)),
        Some(_) => None,
        None => attribute.name.as_deref().and_then(attribute::resolve).map(|found| found.attribute.tag),
    }
}

/// Whether an attribute stands in the items of a sequence.
fn stands_in_sequence(added: &AddedAttribute) -> bool {
    let by_tag = added.attribute.tag.as_ref().is_some_and(|path| path.0.tags().len() > 1);
    by_tag || added.attribute.name.as_deref().is_some_and(|name| name.contains('>'))
}
