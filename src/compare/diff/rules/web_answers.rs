//! Web services.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// More connections are served at a time, or there is no limit any more.
    ///
    /// # What it means to a peer
    /// Nobody who was served before is turned away.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {max_connections: 10}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {max_connections: 100}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.4.5
    WEB_CONNECTIONS_RAISED = "web-connections-raised": Web, Compatible, since "0.1.0",
    "{after} connections are served at a time",
    [Raised, Removed] in ["web_services.*.connection_policy.max_connections.value"]
}

change_rule! {
    /// # What it says
    /// A web transaction is supported for a further SOP class.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         sop_classes: [CT Image Storage]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         sop_classes: [CT Image Storage, MR Image Storage]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.3
    WEB_SOP_CLASS_ADDED = "web-sop-class-added": Web, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["web_services.*.transactions.*.sop_classes.*"]
}

change_rule! {
    /// # What it says
    /// A web transaction is not supported for a SOP class any more.
    ///
    /// # What it means to a peer
    /// Instances of the class are neither taken nor given any more.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         sop_classes: [CT Image Storage, MR Image Storage]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         sop_classes: [CT Image Storage]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.3
    WEB_SOP_CLASS_REMOVED = "web-sop-class-removed": Web, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["web_services.*.transactions.*.sop_classes.*"]
}

change_rule! {
    /// # What it says
    /// A web transaction supports a further transfer syntax.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         transfer_syntaxes: [ExplicitVRLittleEndian]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         transfer_syntaxes: [ExplicitVRLittleEndian, JPEGLosslessSV1]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.7.3
    WEB_TRANSFER_SYNTAX_ADDED = "web-transfer-syntax-added": Web, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in [
        "web_services.*.transactions.*.transfer_syntaxes.*",
        "web_services.*.transactions.*.media_types.*.transfer_syntaxes.*",
        "web_services.*.media_types.*.transfer_syntaxes.*",
    ]
}

change_rule! {
    /// # What it says
    /// A web transaction does not support a transfer syntax any more.
    ///
    /// # What it means to a peer
    /// A peer that accepts nothing else gets no answer but a failure.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         transfer_syntaxes: [ExplicitVRLittleEndian, JPEGLosslessSV1]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         transfer_syntaxes: [ExplicitVRLittleEndian]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.7.3
    WEB_TRANSFER_SYNTAX_REMOVED = "web-transfer-syntax-removed": Web, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in [
        "web_services.*.transactions.*.transfer_syntaxes.*",
        "web_services.*.transactions.*.media_types.*.transfer_syntaxes.*",
        "web_services.*.media_types.*.transfer_syntaxes.*",
    ]
}

change_rule! {
    /// # What it says
    /// A further character set is supported by a web service.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     character_sets: [ISO_IR 192]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     character_sets: [ISO_IR 192, ISO_IR 100]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.8
    WEB_CHARACTER_SET_ADDED = "web-character-set-added": Web, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in [
        "web_services.*.character_sets.*",
        "web_services.*.transactions.*.character_sets.*",
    ]
}

change_rule! {
    /// # What it says
    /// A character set is not supported any more by a web service.
    ///
    /// # What it means to a peer
    /// Peers that use it have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     character_sets: [ISO_IR 192, ISO_IR 100]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     character_sets: [ISO_IR 192]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.8
    WEB_CHARACTER_SET_REMOVED = "web-character-set-removed": Web, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in [
        "web_services.*.character_sets.*",
        "web_services.*.transactions.*.character_sets.*",
    ]
}

change_rule! {
    /// # What it says
    /// A web service answers a further operation by means of others.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     facade: [{operation: Search, uses: [C-FIND]}]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     facade: [{operation: Search, uses: [C-FIND]}, {operation: Retrieve, uses: [C-MOVE]}]
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 6
    FACADE_OPERATION_ADDED = "facade-operation-added": Web, Compatible, since "0.1.0",
    "{what} is answered",
    [Added] in ["web_services.*.facade.*"]
}
