//! `network-role-on-media`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports `SCU`, `SCP` or `BOTH` as the role of a media application profile, and `FSC`, `FSR` or `FSU` as the role of a
    /// presentation context or of an Application Entity on the network.
    ///
    /// # Why is this bad?
    /// Whoever writes a disc asks nobody for a service. The roles on media are those of the File-set: who creates it, who
    /// reads it, who updates it. A viewer that is "SCP" of a CD may read or write it; nobody can tell.
    ///
    /// # Example
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     VIEWER:
    ///       source_ae_title: VIEWER
    ///       profiles: [{profile: STD-GEN-CD, roles: SCP, sop_classes: CT Image Storage}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// media:
    ///   application_entities:
    ///     VIEWER:
    ///       source_ae_title: VIEWER
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR, sop_classes: CT Image Storage}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.2
    /// - PS3.10, section 8.3
    "network-role-on-media": Media, Error, Minimal, reading, since "0.1.0"
}
