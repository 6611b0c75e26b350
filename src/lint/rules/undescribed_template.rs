//! `undescribed-template`.

use crate::lint::enumeration::{enumeration, joined};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::{CdaDirection, CdaDocument, Support, TemplateType};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an extended or private template without content items, and a transformation of structured reports to
    /// CDA documents that does not name the top level templates of both sides.
    ///
    /// # Why is this bad?
    /// A template that is not the standard's can be looked up nowhere else; who wants to read such documents needs its
    /// content items. And what a transformation keeps is told by the templates before and behind it.
    ///
    /// # Example
    /// ```yaml
    /// sr_templates:
    ///   Wrist measurements: {tid: TID 10001, type: private, root: yes}
    /// ```
    /// Use instead:
    /// ```yaml
    /// sr_templates:
    ///   Wrist measurements:
    ///     tid: TID 10001
    ///     type: private
    ///     root: yes
    ///     rows:
    ///       - {value_type: CONTAINER, concept: '(WRIST, 99EXAMPLE, "Wrist measurements")', vm: 1, requirement: M}
    ///       - {level: 1, relation: CONTAINS, value_type: NUM, concept: '(ANGLE, 99EXAMPLE, "Angle")', vm: 1-n}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections 7.7, A.6 and A.9.3.2
    "undescribed-template": Iod, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let is_claimed = |support: Option<Support>| support.is_none_or(Support::is_claim);
    for (name, template) in &subject.statement.sr_templates {
        let what = match template.template_type {
            Some(TemplateType::Extended) => "extends a template of the standard",
            Some(TemplateType::Private) => "is a private template",
            Some(TemplateType::Standard) | None => continue,
        };
        if is_claimed(template.support) && template.rows.is_empty() {
            let route = Route::root().key("sr_templates").key(name);
            findings
                .at_key(route.clone(), format!("`{name}` {what}, and has no content items"))
                .help("list them in `rows`, as PS3.16 does")
                .rests_on(route.key("rows"));
        }
    }
    for (name, document) in &subject.statement.cda.documents {
        let absent = absent(document);
        if is_claimed(document.support) && !absent.is_empty() {
            let route = Route::root().key("cda").key("documents").key(name);
            let words: Vec<_> = absent.iter().map(|(_, word)| *word).collect();
            let keys: Vec<_> = absent.iter().map(|(key, _)| *key).collect();
            findings
                .at_key(route.clone(), format!("`{name}` does not name {}", joined(&words)))
                .help(format!("name them in {}", enumeration(keys.iter().copied())))
                .rests_on_keys(&route, &["root_templates", "templates", "direction"]);
        }
    }
}

/// The sides of a transformation to CDA whose templates are not named.
fn absent(document: &CdaDocument) -> Vec<(&'static str, &'static str)> {
    if document.direction == Some(CdaDirection::FromCda) {
        return Vec::new();
    }
    let is_blank = |names: &[String]| names.iter().all(|name| name.trim().is_empty());
    let reports = (is_blank(&document.root_templates), "root_templates", "the templates of the reports");
    let documents = (is_blank(&document.templates), "templates", "the templates of the CDA documents");
    let absent = [reports, documents].into_iter().filter(|(is_absent, ..)| *is_absent);
    absent.map(|(_, key, word)| (key, word)).collect()
}
