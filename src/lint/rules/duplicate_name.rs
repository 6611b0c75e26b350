//! `duplicate-name`.

use std::collections::HashMap;

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, StatementSubject, rule};
use crate::model::Named;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports two members of a list or mapping with the same name: private or specialized SOP classes, private
    /// transfer syntaxes, and keys that differ only in blanks.
    ///
    /// # Why is this bad?
    /// Everything is referred to by its name. If two bear the same, or look the same in print, a reference may
    /// mean either.
    ///
    /// # Example
    /// ```yaml
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume with its colours., iod: As CT Image., services: C-STORE}
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.2, text: A volume with its surfaces., iod: As CT Image., services: C-STORE}
    /// ```
    /// Use instead:
    /// ```yaml
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume with its colours., iod: As CT Image., services: C-STORE}
    ///   - {name: Example Surface Storage, uid: 1.2.826.0.1.3680043.10.999.2, text: A volume with its surfaces., iod: As CT Image., services: C-STORE}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2
    "duplicate-name": Document, Error, Minimal, both(check_statement, check_site), since "0.1.0"
}

fn check_statement(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    keys(&statement.transfer_syntaxes, "transfer_syntaxes", findings);
    keys(&statement.sop_classes, "sop_classes", findings);
    keys(&statement.status_tables, "status_tables", findings);
    keys(&statement.application_entities, "application_entities", findings);
    keys(&statement.web_services, "web_services", findings);
    for used in &subject.survey.entities {
        keys_at(&used.entity.activities, &subject.survey.route(used.trail).key("activities"), findings);
    }
    let private = statement.private_sop_classes.iter().enumerate();
    let private =
        private.map(|(at, class)| (class.name.as_deref(), class.uid.as_deref(), "private_sop_classes", at));
    let special = statement.specialized_sop_classes.iter().enumerate();
    let special = special
        .map(|(at, class)| (class.name.as_deref(), class.uid.as_deref(), "specialized_sop_classes", at));
    members(private.chain(special), findings);
    let syntaxes = statement.private_transfer_syntaxes.iter().enumerate();
    let syntaxes = syntaxes
        .map(|(at, syntax)| (syntax.name.as_deref(), syntax.uid.as_deref(), "private_transfer_syntaxes", at));
    members(syntaxes, findings);
}

fn check_site(subject: &SiteSubject<'_>, findings: &mut Findings) {
    keys(&subject.site.application_entities, "application_entities", findings);
    keys(&subject.site.statements, "statements", findings);
    keys(&subject.site.sites, "sites", findings);
}

/// A name, a UID, and the list and position where they stand.
type Member<'s> = (Option<&'s str>, Option<&'s str>, &'static str, usize);

/// Members of lists. With the same UID too, they are the same entry twice, which is another rule's business.
fn members<'s>(members: impl Iterator<Item = Member<'s>>, findings: &mut Findings) {
    let route = |list: &'static str, at: usize| Route::root().key(list).index(at).key("name");
    let mut first = HashMap::new();
    for (name, uid, list, at) in members {
        let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else { continue };
        let (known, first_list, first_at) = *first.entry(name).or_insert((uid, list, at));
        if (first_list, first_at) != (list, at) && (known != uid || first_list != list) {
            findings
                .at(route(list, at), message(name))
                .related(route(first_list, first_at), FIRST)
                .help(HELP);
        }
    }
}

fn keys<T>(named: &Named<T>, key: &'static str, findings: &mut Findings) {
    keys_at(named, &Route::root().key(key), findings);
}

/// Keys of a mapping, which the reader has found to be different to the letter.
fn keys_at<T>(named: &Named<T>, route: &Route, findings: &mut Findings) {
    let is_odd = |name: &str| name.trim() != name || name.contains("  ") || name.contains(['\t', '\u{A0}']);
    if !named.keys().any(|name| is_odd(name)) {
        return;
    }
    let mut first: HashMap<String, &str> = HashMap::new();
    for name in named.keys() {
        let alike = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let known = *first.entry(alike).or_insert(name);
        if known != name {
            findings
                .at_key(route.clone().key(name), message(name.trim()))
                .related_key(route.clone().key(known), FIRST)
                .help(HELP);
        }
    }
}

const FIRST: &str = "it is given here first";
const HELP: &str = "give each a name of its own, so that references tell them apart";

fn message(name: &str) -> String {
    format!("the name `{name}` is given twice")
}
