//! `undescribed-context-group`.

use crate::lint::enumeration::{enumeration_up_to, joined};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::{ContextGroup, ValueSet};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a context group that does not say from which value set its codes are taken or whether sites can change
    /// that, an extended one without its codes, local version and creator UID, and a private one without codes.
    ///
    /// # Why is this bad?
    /// Another system can only map or translate codes that it knows beforehand. What an extension adds is in no
    /// document but this one.
    ///
    /// # Example
    /// ```yaml
    /// context_groups:
    ///   Anatomic region: {default: extended CID 4, name: Anatomic Region, configurable: extensible}
    /// ```
    /// Use instead:
    /// ```yaml
    /// context_groups:
    ///   Anatomic region:
    ///     default: extended CID 4
    ///     name: Anatomic Region
    ///     configurable: extensible
    ///     local_version: "20261120"
    ///     creator_uid: 1.2.826.0.1.3680043.10.999.5
    ///     codes: ['(WRIST-L, 99EXAMPLE, "Left wrist in plaster")']
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    "undescribed-context-group": Iod, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (name, group) in &subject.statement.context_groups {
        let absent = absent(group);
        if absent.is_empty() {
            continue;
        }
        let route = Route::root().key("context_groups").key(name);
        let words: Vec<_> = absent.iter().map(|(_, word)| *word).collect();
        let keys: Vec<_> = absent.iter().map(|(key, _)| *key).collect();
        findings
            .at_key(route.clone(), format!("`{name}` does not tell {}", joined(&words)))
            .help(format!("say it in {}", enumeration_up_to(keys.len(), keys.iter().copied())))
            .rests_on_keys(&route, &keys)
            .rests_on(route.key("default"));
    }
}

/// What a context group does not tell: the keys, and what they would say.
fn absent(group: &ContextGroup) -> Vec<(&'static str, &'static str)> {
    let is_blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let is_extended = matches!(group.default, Some(ValueSet::Extended(_)));
    let is_private = matches!(group.default, Some(ValueSet::Private(_)));
    let points = [
        (group.default.is_none(), "default", "the default value set"),
        (group.configurable.is_none(), "configurable", "whether it is configurable"),
        ((is_extended || is_private) && group.codes.is_empty(), "codes", "its codes"),
        (
            is_extended && is_blank(&group.local_version),
            "local_version",
            "the Context Group Local Version (0008,0107)",
        ),
        (
            is_extended && is_blank(&group.creator_uid),
            "creator_uid",
            "the Context Group Extension Creator UID (0008,010D)",
        ),
    ];
    points.into_iter().filter(|(is_absent, ..)| *is_absent).map(|(_, key, word)| (key, word)).collect()
}
