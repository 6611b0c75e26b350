//! Private and specialized SOP classes, and private transfer syntaxes (PS3.2 A.9.5, A.9.6).

use serde::Serialize;

use super::scope::Scope;

/// A private SOP class or transfer syntax.
#[derive(Debug, Serialize)]
pub struct PrivateRow {
    /// The name.
    pub name: String,
    /// The UID; empty where it is not stated.
    pub uid: String,
    /// The SOP class that is specialized; empty where there is none.
    pub base: String,
    /// What there is to say; prose.
    pub text: String,
}

/// Private and specialized SOP classes, and private transfer syntaxes.
pub(super) fn private_rows(scope: &Scope<'_>) -> (Vec<PrivateRow>, Vec<PrivateRow>) {
    let statement = scope.statement();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let private = statement.private_sop_classes.iter().map(|class| PrivateRow {
        name: text(&class.name),
        uid: text(&class.uid),
        base: String::new(),
        text: scope.prose(class.text.as_ref()).unwrap_or_default(),
    });
    let specialized = statement.specialized_sop_classes.iter().map(|class| PrivateRow {
        name: text(&class.name),
        uid: text(&class.uid),
        base: text(&class.base),
        text: scope.prose(class.text.as_ref()).unwrap_or_default(),
    });
    let syntaxes = statement.private_transfer_syntaxes.iter().map(|syntax| PrivateRow {
        name: text(&syntax.name),
        uid: text(&syntax.uid),
        base: String::new(),
        text: scope.prose(syntax.text.as_ref()).unwrap_or_default(),
    });
    (private.chain(specialized).collect(), syntaxes.collect())
}
