//! `idle-allow`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a comment that allows a rule which there is not, or which finds nothing at that place. Rules that are not
    /// asked, because of the rule set or the configuration, do not count.
    ///
    /// # Why is this bad?
    /// An allowance that silences nothing today silences the next fault at that place, which nobody has looked at.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE  # dicomply: allow[malformed-ae-title] our customers know it
    ///     port: 104
    ///     activities:
    ///       Receive: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - Comments that allow findings: what is allowed is there
    "idle-allow": Upkeep, Warning, Minimal, reading, fixable, since "0.1.0"
}
