//! `undescribed-private-definition`.

use std::collections::HashSet;

use crate::lint::enumeration::{enumeration, joined};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::ClassListPurpose;
use crate::model::{PrivateSopClass, PrivateTransferSyntax, Prose};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a private SOP class without a description, the definition of its information object or its services,
    /// and a private transfer syntax without a description.
    ///
    /// # Why is this bad?
    /// The standard allows private definitions under the condition that the statement describes them as the standard
    /// would. A UID and a name help nobody who meets them in a log or on a medium.
    ///
    /// # Example
    /// ```yaml
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume with its colours.}
    /// ```
    /// Use instead:
    /// ```yaml
    /// private_sop_classes:
    ///   - name: Example Volume Storage
    ///     uid: 1.2.826.0.1.3680043.10.999.1
    ///     text: A volume with its colours.
    ///     iod: The CT Image IOD, with a table of colours in the Example Colours module.
    ///     services: C-STORE
    /// ```
    ///
    /// # References
    /// - PS3.2, sections 7.3, A.9.5.1 and A.9.6.1
    "undescribed-private-definition": Extension, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let contents = survey.class_lists.iter();
    let contents = contents.filter(|list| matches!(list.purpose, ClassListPurpose::Contents(..)));
    let described: HashSet<_> =
        contents.flat_map(|list| list.sop_classes.iter()).filter_map(|id| survey.uid(*id)).collect();
    for (position, class) in subject.statement.private_sop_classes.iter().enumerate() {
        let has_object = class.uid.as_deref().is_some_and(|uid| described.contains(uid.trim()));
        let absent = absent_in_class(class, has_object);
        report(("private_sop_classes", position), class.name.as_deref(), &absent, findings);
    }
    for (position, syntax) in subject.statement.private_transfer_syntaxes.iter().enumerate() {
        let absent = absent_in_syntax(syntax);
        report(("private_transfer_syntaxes", position), syntax.name.as_deref(), &absent, findings);
    }
}

/// What is left out: the key, and what it would hold.
type Absent = (&'static str, &'static str);

fn report((list, position): (&str, usize), name: Option<&str>, absent: &[Absent], findings: &mut Findings) {
    // Without a name the entry is reported as such.
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty() && !absent.is_empty()) else {
        return;
    };
    let route = Route::root().key(list).index(position);
    let words: Vec<_> = absent.iter().map(|(_, word)| *word).collect();
    let keys: Vec<_> = absent.iter().map(|(key, _)| *key).collect();
    findings
        .at(route.clone().key("name"), format!("`{name}` does not tell {}", joined(&words)))
        .help(format!("say it in {}", enumeration(keys.iter().copied())))
        .rests_on_keys(&route, &keys)
        .rests_on_keys(&route, &["attributes", "information_model", "compression"])
        .rests_on(Route::root().key("objects"));
}

fn absent_in_class(class: &PrivateSopClass, has_object: bool) -> Vec<Absent> {
    let is_told = class_texts(class).any(|text| !is_blank(text));
    let has_contents = has_object || !is_blank(class.iod.as_ref()) || !class.attributes.is_empty();
    let has_services = class.services.iter().any(|service| !service.trim().is_empty());
    let points = [
        (is_told, ("text", "what it is")),
        (has_contents, ("iod", "its information object definition")),
        (has_services, ("services", "the services that work on it")),
    ];
    points.into_iter().filter(|(is_there, _)| !is_there).map(|(_, absent)| absent).collect()
}

fn class_texts(class: &PrivateSopClass) -> impl Iterator<Item = Option<&Prose>> {
    [class.text.as_ref(), class.information_model.as_ref(), class.iod.as_ref()].into_iter()
}

fn absent_in_syntax(syntax: &PrivateTransferSyntax) -> Vec<Absent> {
    let is_specified = syntax.vr.is_some() && syntax.byte_order.is_some() && syntax.encapsulated.is_some();
    let is_told = is_specified || !is_blank(syntax.text.as_ref()) || !is_blank(syntax.compression.as_ref());
    if is_told { Vec::new() } else { vec![("text", "what it is")] }
}

fn is_blank(text: Option<&Prose>) -> bool {
    text.is_none_or(Prose::is_empty)
}
