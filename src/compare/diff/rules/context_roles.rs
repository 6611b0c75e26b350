//! Presentation contexts: SOP classes, roles, transfer syntaxes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// An entity proposes a transfer syntax no more for a SOP class.
    ///
    /// # What it means to a peer
    /// A peer that accepts nothing else has no presentation context any more.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         initiates:
    ///           - abstract_syntax: CT Image Storage
    ///             role: SCU
    ///             transfer_syntaxes: [ImplicitVRLittleEndian, JPEGLosslessSV1]
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.2
    PROPOSED_TRANSFER_SYNTAX_REMOVED = "proposed-transfer-syntax-removed": Networking, Breaking, since "0.1.0",
    "{what} is not proposed any more for {in}",
    [Removed] in ["application_entities.*.initiates.*.transfer_syntaxes.*"]
}

change_rule! {
    /// # What it says
    /// A SOP class that an entity had in both roles it has in one only, or in the other one.
    ///
    /// # What it means to a peer
    /// Who had the opposite of the role that is gone has no partner any more.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as BOTH in ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.4
    CONTEXT_ROLE_NARROWED = "context-role-narrowed": Networking, Breaking, since "0.1.0",
    "the role is {after}[, not {before}]",
    [Lowered, Changed] in [
        "application_entities.*.accepts.*.role",
        "application_entities.*.initiates.*.role",
    ]
}

change_rule! {
    /// # What it says
    /// A SOP class that an entity had in one role it has in both.
    ///
    /// # What it means to a peer
    /// The role that peers knew stays; the other one is negotiated only with peers that ask for it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as BOTH in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.4
    CONTEXT_ROLE_WIDENED = "context-role-widened": Networking, Compatible, since "0.1.0",
    "the role is {after}[, not only {before}]",
    [Raised] in [
        "application_entities.*.accepts.*.role",
        "application_entities.*.initiates.*.role",
    ]
}

change_rule! {
    /// # What it says
    /// A presentation context stands under another activity of the same entity.
    ///
    /// # What it means to a peer
    /// Peers negotiate with the entity and know nothing of activities.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///           - MR Image Storage as SCP in ImplicitVRLittleEndian
    ///       Answer:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///       Answer:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - MR Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.1.1
    PRESENTATION_CONTEXT_MOVED = "presentation-context-moved": Networking, Editorial, since "0.1.0",
    "{in} stands in activity {after}, not in {before}",
    [Changed, Raised, Lowered] in [
        "application_entities.*.accepts.*.activity",
        "application_entities.*.initiates.*.activity",
    ]
}

change_rule! {
    /// # What it says
    /// A further option of extended negotiation is supported.
    ///
    /// # What it means to a peer
    /// An option holds only where both sides negotiate it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             extended_negotiation: relational queries
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.5
    EXTENDED_NEGOTIATION_ADDED = "extended-negotiation-added": Networking, Compatible, since "0.1.0",
    "extended negotiation of {what} is supported for {in}",
    [Added] in [
        "application_entities.*.accepts.*.extended_negotiation.*",
        "application_entities.*.initiates.*.extended_negotiation.*",
    ]
}

change_rule! {
    /// # What it says
    /// An option of extended negotiation is not supported any more.
    ///
    /// # What it means to a peer
    /// A peer that depends on it has to do with the baseline behaviour.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             extended_negotiation: relational queries
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.5
    EXTENDED_NEGOTIATION_REMOVED = "extended-negotiation-removed": Networking, Breaking, since "0.1.0",
    "extended negotiation of {what} is not supported any more for {in}",
    [Removed] in [
        "application_entities.*.accepts.*.extended_negotiation.*",
        "application_entities.*.initiates.*.extended_negotiation.*",
    ]
}
