//! `unresolved-implementation`.

use crate::lint::findings::{Findings, Wording};
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{Content, Document, Endpoint, Target};
use crate::route::Route;
use crate::standard::nearest::nearest;

rule! {
    /// # What it does
    /// Reports an `implements` that leads to no Application Entity of a statement, and a statement that is not there.
    ///
    /// # Why is this bad?
    /// What an entity can do is told by the statement of its product. Where the reference leads nowhere, nothing of the
    /// entity and its links is held against it.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {archive: archive.yaml}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, implements: archive#STOR}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   STORE: {ae_title: STORE, port: 104, activities: {Receive: {accepts: [Verification as SCP in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {archive: archive.yaml}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, implements: archive#STORE}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   STORE: {ae_title: STORE, port: 104, activities: {Receive: {accepts: [Verification as SCP in uncompressed]}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 6
    "unresolved-implementation": Governance, Error, Minimal, site(check), fixable, since "0.1.0"
}

const FORM: &str = "write `NAME#ENTITY`, with a name of `statements` and an entity of that statement";

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for (name, path) in subject.site.statements.iter().filter(|(_, path)| !path.is_empty()) {
        if subject.references.document(subject.document, path).is_none() {
            findings
                .at(Route::root().key("statements").key(name), format!("there is no file `{path}`"))
                .help("write the path of the statement, relative to this file");
        }
    }
    for deployed in &subject.deployment.entities {
        if let Some(target) = &deployed.implements {
            judge(&deployed.endpoint, target, findings);
        }
    }
}

fn judge<T>(endpoint: &Endpoint<'_>, target: &Target<'_, T>, findings: &mut Findings) {
    let route = endpoint.route().key("implements");
    let statements = &endpoint.site.statements;
    match target {
        Target::Found(_) | Target::Unknown => {}
        Target::Malformed(error) => {
            findings.within(route, error.range.clone(), error.message.clone()).help(FORM);
        }
        Target::NoDocument(entity) => {
            let message = format!("`{}` does not say in which statement", entity.value);
            findings.within(route, entity.range.clone(), message).help(FORM);
        }
        Target::UndeclaredDocument(name) => {
            let near = nearest(&name.value, statements.keys().map(String::as_str));
            let help =
                near.map_or_else(|| format!("declare `{}` under `statements`", name.value), did_you_mean);
            let message = format!("no statement is declared as `{}`", name.value);
            let part = name.range.clone();
            let wording = findings.within(route.clone(), part.clone(), message).help(help);
            mend(wording.rests_on(Route::root().key("statements")), route, part, near);
        }
        Target::NoEntity { document, name } => {
            let (message, help, near) = no_entity(document, &name.value);
            let wording = findings.within(route.clone(), name.range.clone(), message).help(help);
            mend(wording.rests_on(Route::root().key("statements")), route, name.range.clone(), near);
        }
    }
}

fn mend(wording: Wording<'_>, route: Route, part: std::ops::Range<usize>, near: Option<&str>) {
    if let Some(near) = near {
        wording.edit_within(route, part, near);
    }
}

/// What is wrong, how to mend it, and the name that may have been meant.
fn no_entity<'d>(document: &'d Document, name: &str) -> (String, String, Option<&'d str>) {
    let path = &document.path;
    let Content::Statement(statement) = &document.content else {
        let message = format!("`{path}` is not a statement");
        return (message, "declare the statement of the product under `statements`".to_owned(), None);
    };
    let names = || statement.application_entities.keys().map(String::as_str);
    let listed = || names().take(6).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let others = || {
        let declares_none = statement.application_entities.is_empty();
        if declares_none { "it declares none".to_owned() } else { format!("its entities are {}", listed()) }
    };
    let near = nearest(name, names());
    let help = near.map_or_else(others, did_you_mean);
    (format!("`{path}` has no application entity `{name}`"), help, near)
}

fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}
