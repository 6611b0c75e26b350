//! `unlisted-value`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a word that is not one of those that its place offers, such as a role, a direction, a status or a
    /// protocol. Letter case counts.
    ///
    /// # Why is this bad?
    /// These words decide what is checked and what tables show. One that is not on the list could mean anything,
    /// and would be left out of both.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: Provider, host: 10.0.0.5, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.1 and A.4.2.1.3.1.2
    /// - The governance model of Application Entities and links: role, protocol, direction, status
    "unlisted-value": Document, Error, Minimal, reading, fixable, since "0.1.0"
}
