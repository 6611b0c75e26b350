//! `malformed-allow`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a comment that looks as if it allowed findings and cannot be read: a word other than `allow`, rules that
    /// do not stand in brackets, `until` without a date.
    ///
    /// # Why is this bad?
    /// It allows nothing, and its author believes that it does.
    ///
    /// # Example
    /// ```yaml
    /// # dicomply: alow[undescribed-service] the service manual says more
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// # dicomply: allow[undescribed-service] the service manual says more
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - Comments that allow findings: `# dicomply: allow[rule-id, …] reason`, perhaps with `until YYYY-MM-DD`
    "malformed-allow": Upkeep, Warning, Minimal, reading, since "0.1.0"
}
