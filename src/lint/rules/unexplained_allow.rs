//! `unexplained-allow`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a comment that allows findings and gives no reason. Until it has one, it allows nothing.
    ///
    /// # Why is this bad?
    /// Whoever reads the statement next cannot tell whether the finding was weighed or only silenced.
    ///
    /// # Example
    /// ```yaml
    /// # dicomply: allow[undescribed-service]
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// # dicomply: allow[undescribed-service] the product handles no text, see the risk file
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - Comments that allow findings: the reason is mandatory
    "unexplained-allow": Upkeep, Warning, Minimal, reading, since "0.1.0"
}
