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
