//! `malformed-short-form`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a text in a place that has a short form, such as a presentation context or a link, which does not
    /// follow the notation.
    ///
    /// # Why is this bad?
    /// A short form is read into its parts. If these cannot be told apart, all of them are lost: which SOP class,
    /// in which role, with which transfer syntaxes.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 to PACS push
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push
    /// ```
    ///
    /// # References
    /// - The language of dicomply: short forms
    "malformed-short-form": Document, Error, Minimal, reading, fixable, since "0.1.0"
}
