//! `extension-beyond-optional`.

use crate::lint::extensions::incomplete;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::{AddedAttribute, AttributeType};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an attribute that a Standard Extended SOP class adds with a type other than 3. The items of a sequence
    /// that is added may have attributes of any type.
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
    let classes = subject.statement.extended_sop_classes.iter().enumerate();
    for (position, class) in classes.filter(|(position, _)| !silent.contains(position)) {
        for (row, added) in class.attributes.iter().enumerate() {
            let Some(stated) = added.attribute_type.filter(|stated| *stated != AttributeType::Three) else {
                continue;
            };
            if stands_in_sequence(added) {
                continue;
            }
            let name = added.attribute.name.clone();
            let name = name.or_else(|| added.attribute.tag.as_ref().map(ToString::to_string));
            let name = name.unwrap_or_default();
            let route = Route::root().key(list).index(position).key("attributes").index(row).key("type");
            findings
                .at(route, format!("`{name}` is added with type `{stated}`; an extension adds type 3 only"))
                .help("write `type: 3`, or describe a class of its own under `specialized_sop_classes`");
        }
    }
}

/// Whether an attribute stands in the items of a sequence.
fn stands_in_sequence(added: &AddedAttribute) -> bool {
    let by_tag = added.attribute.tag.as_ref().is_some_and(|path| path.0.tags().len() > 1);
    by_tag || added.attribute.name.as_deref().is_some_and(|name| name.contains('>'))
}
