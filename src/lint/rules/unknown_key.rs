//! `unknown-key`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a key that the language does not have in this place.
    ///
    /// # Why is this bad?
    /// Nobody reads what stands under it, so the claim that its author made is lost without a trace in the
    /// document that is made of it.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, verison: "3.0"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, versions: "3.0"}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: every mapping has a fixed list of keys
    "unknown-key": Document, Error, Minimal, reading, fixable, since "0.1.0"
}
