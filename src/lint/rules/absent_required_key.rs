//! `absent-required-key`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a mapping that lacks keys without which it says nothing, and names all of them.
    ///
    /// # Why is this bad?
    /// An Application Entity without a title cannot be addressed, and a link without a target leads nowhere. What
    /// is incomplete cannot be checked any further.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - The language of dicomply
    /// - The governance model of Application Entities and links: mandatory attributes
    "absent-required-key": Document, Error, Minimal, reading, since "0.1.0"
}
