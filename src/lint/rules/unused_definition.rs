//! `unused-definition`.

use std::collections::HashSet;

use crate::lint::findings::{Findings, Wording};
use crate::lint::reference::{dangling_in_statement, near_sets};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ItemPlace, Meaning};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a named set, a status table, a private or specialized SOP class or a private transfer syntax that
    /// nothing in the statement refers to.
    ///
    /// # Why is this bad?
    /// The document describes what the product uses. What is defined and never used was either forgotten where it
    /// belongs, or is left over from an earlier version.
    ///
    /// # Example
    /// ```yaml
    /// transfer_syntaxes:
    ///   video: [MPEG4HP41]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}
    /// transfer_syntaxes:
    ///   uncompressed: [ImplicitVRLittleEndian]
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.9.5 and A.9.6
    "unused-definition": Document, Warning, Strict, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    let mut used: HashSet<(ItemPlace, &str)> = HashSet::new();
    let mut uids: HashSet<&str> = HashSet::new();
    for item in &subject.survey.items {
        match &item.meaning {
            Meaning::Set(name) => _ = used.insert((item.place, name)),
            Meaning::Declared { uid, .. } => _ = uids.insert(uid),
            _ => {}
        }
    }
    // A name that is nearly that of a set is meant to use it, as has been said.
    let near: HashSet<&str> = near_sets(subject).collect();
    let mut sets = |key: &str, place, names: &mut dyn Iterator<Item = &String>| {
        for name in names.filter(|name| !used.contains(&(place, name)) && !near.contains(name.as_str())) {
            let route = Route::root().key(key).key(name);
            complete(findings.at_key(route.clone(), message(name))).remove(route);
        }
    };
    sets("transfer_syntaxes", ItemPlace::TransferSyntax, &mut statement.transfer_syntaxes.keys());
    sets("sop_classes", ItemPlace::SopClass, &mut statement.sop_classes.keys());
    status_tables(subject, findings);
    let private = statement.private_sop_classes.iter().map(|class| (&class.name, &class.uid));
    let special = statement.specialized_sop_classes.iter().map(|class| (&class.name, &class.uid));
    let syntaxes = statement.private_transfer_syntaxes.iter().map(|syntax| (&syntax.name, &syntax.uid));
    let listed = private.enumerate().map(|found| ("private_sop_classes", found));
    let listed = listed.chain(special.enumerate().map(|found| ("specialized_sop_classes", found)));
    let listed = listed.chain(syntaxes.enumerate().map(|found| ("private_transfer_syntaxes", found)));
    for (list, (position, (name, uid))) in listed {
        if let (Some(name), Some(uid)) = (name, uid)
            && !uids.contains(uid.trim())
        {
            let route = Route::root().key(list).index(position);
            // The document lists it for its readers, so whether it goes is for its author to say.
            complete(findings.at(route.clone().key("name"), message(name))).remove(route).unsafely();
        }
    }
}

fn status_tables(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let tables = &subject.statement.status_tables;
    if tables.is_empty() {
        return;
    }
    let rows = subject.survey.tables.iter().flat_map(|table| table.rows);
    let used: HashSet<&str> = rows.filter_map(|row| row.table.as_deref()).collect();
    let near: HashSet<String> =
        dangling_in_statement(subject).into_iter().filter_map(|dangling| dangling.near).collect();
    for name in tables.keys().filter(|name| !used.contains(name.as_str()) && !near.contains(*name)) {
        let route = Route::root().key("status_tables").key(name);
        complete(findings.at_key(route.clone(), message(name))).remove(route);
    }
}

fn message(name: &str) -> String {
    format!("nothing refers to `{name}`")
}

/// Something that could not be read might use it.
fn complete(mut wording: Wording<'_>) -> Wording<'_> {
    for key in ["application_entities", "web_services", "sop_classes", "transfer_syntaxes", "status_tables"] {
        wording = wording.rests_on(Route::root().key(key));
    }
    wording.help("refer to it where it is used, or remove it")
}
