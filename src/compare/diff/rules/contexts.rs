//! Presentation contexts: SOP classes, roles, transfer syntaxes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// An entity accepts a further SOP class, or one in a further role.
    ///
    /// # What it means to a peer
    /// Peers that want it can ask for it; nobody has to.
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
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///           - MR Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.2
    ACCEPTED_SOP_CLASS_ADDED = "accepted-sop-class-added": Networking, Compatible, since "0.1.0",
    "{what} is accepted",
    [Added] in ["application_entities.*.accepts.*"]
}

change_rule! {
    /// # What it says
    /// An entity accepts a SOP class no more, or not in that role.
    ///
    /// # What it means to a peer
    /// A peer that proposes it is refused, and what it did with it fails.
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
    /// - PS3.2, section A.4.2.1.4.1.2
    ACCEPTED_SOP_CLASS_REMOVED = "accepted-sop-class-removed": Networking, Breaking, since "0.1.0",
    "{what} is not accepted any more",
    [Removed] in ["application_entities.*.accepts.*"]
}

change_rule! {
    /// # What it says
    /// An entity accepts a further transfer syntax for a SOP class.
    ///
    /// # What it means to a peer
    /// Peers that proposed another one go on with it.
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
    ///           - abstract_syntax: CT Image Storage
    ///             role: SCP
    ///             transfer_syntaxes: [ImplicitVRLittleEndian, JPEGLosslessSV1]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.2
    ACCEPTED_TRANSFER_SYNTAX_ADDED = "accepted-transfer-syntax-added": Networking, Compatible, since "0.1.0",
    "{what} is accepted for {in}",
    [Added] in ["application_entities.*.accepts.*.transfer_syntaxes.*"]
}

change_rule! {
    /// # What it says
    /// An entity accepts a transfer syntax no more for a SOP class.
    ///
    /// # What it means to a peer
    /// A peer that proposes nothing else has no presentation context any more.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             role: SCP
    ///             transfer_syntaxes: [ImplicitVRLittleEndian, JPEGLosslessSV1]
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
    /// - PS3.2, section A.4.2.1.4.1.2
    ACCEPTED_TRANSFER_SYNTAX_REMOVED = "accepted-transfer-syntax-removed": Networking, Breaking, since "0.1.0",
    "{what} is not accepted any more for {in}",
    [Removed] in ["application_entities.*.accepts.*.transfer_syntaxes.*"]
}

change_rule! {
    /// # What it says
    /// An entity proposes a further SOP class, or one in a further role.
    ///
    /// # What it means to a peer
    /// A peer that does not accept it refuses this presentation context alone; what it accepted before goes on working.
    /// Nobody has to offer it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    ///           - MR Image Storage as SCU in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.2
    PROPOSED_SOP_CLASS_ADDED = "proposed-sop-class-added": Networking, Compatible, since "0.1.0",
    "{what} is proposed",
    [Added] in ["application_entities.*.initiates.*"]
}

change_rule! {
    /// # What it says
    /// An entity proposes a SOP class no more, or not in that role.
    ///
    /// # What it means to a peer
    /// A peer that waited for it, an archive for images or a worklist for its query, gets nothing any more.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    ///           - MR Image Storage as SCU in ImplicitVRLittleEndian
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
    PROPOSED_SOP_CLASS_REMOVED = "proposed-sop-class-removed": Networking, Breaking, since "0.1.0",
    "{what} is not proposed any more",
    [Removed] in ["application_entities.*.initiates.*"]
}

change_rule! {
    /// # What it says
    /// An entity proposes a further transfer syntax for a SOP class.
    ///
    /// # What it means to a peer
    /// The acceptor chooses among those that are proposed. One that knows the new one may choose it, and then gets
    /// instances in it; all that it could choose before is still there.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         initiates:
    ///           - abstract_syntax: CT Image Storage
    ///             role: SCU
    ///             transfer_syntaxes: [ImplicitVRLittleEndian, JPEGLosslessSV1]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.2
    PROPOSED_TRANSFER_SYNTAX_ADDED = "proposed-transfer-syntax-added": Networking, Compatible, since "0.1.0",
    "{what} is proposed for {in}",
    [Added] in ["application_entities.*.initiates.*.transfer_syntaxes.*"]
}
