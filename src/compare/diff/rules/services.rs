//! SOP specific conformance: services, statuses, attributes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// How a SOP class is supported is described now; that it is supported was said before.
    ///
    /// # What it means to a peer
    /// More is known of what happened before, too.
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
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             text: Images are kept for ten years.
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    CONFORMANCE_ADDED = "conformance-added": Services, Compatible, since "0.1.0",
    "how {what} is supported is described",
    [Added] in ["application_entities.*.conformance.*"]
}

change_rule! {
    /// # What it says
    /// How a SOP class is supported is not described any more; that it is supported still is.
    ///
    /// # What it means to a peer
    /// Nobody can rely any more on what was described.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             text: Images are kept for ten years.
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
    /// - PS3.2, section A.4.2.1.4.1.3
    CONFORMANCE_REMOVED = "conformance-removed": Services, Breaking, since "0.1.0",
    "how {what} is supported is not described any more",
    [Removed] in ["application_entities.*.conformance.*"]
}

change_rule! {
    /// # What it says
    /// What is described of a SOP class concerns another role.
    ///
    /// # What it means to a peer
    /// For the role of which it spoke before nothing is said any more.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             role: SCP
    ///             storage_level: 2
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             role: SCU
    ///             storage_level: 2
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    CONFORMANCE_ROLE_CHANGED = "conformance-role-changed": Services, Breaking, since "0.1.0",
    "what is described for {in} concerns the role {after}[, not {before}]",
    [Changed, Lowered, Removed] in ["application_entities.*.conformance.*.role"]
}

change_rule! {
    /// # What it says
    /// What is described of a SOP class concerns both roles, or says of which it speaks.
    ///
    /// # What it means to a peer
    /// What was said before still holds.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             role: SCP
    ///             storage_level: 2
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             role: BOTH
    ///             storage_level: 2
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    CONFORMANCE_ROLE_WIDENED = "conformance-role-widened": Services, Compatible, since "0.1.0",
    "what is described for {in} concerns both roles",
    [Raised, Added] in ["application_entities.*.conformance.*.role"]
}

change_rule! {
    /// # What it says
    /// The level of storage support, or of support of digital signatures, is lower or not stated any more.
    ///
    /// # What it means to a peer
    /// At a lower level an archive keeps less of what it is given: at level 2 all attributes, at level 1 those of the
    /// standard, at level 0 only some.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             storage_level: 2
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             storage_level: 1
    /// ```
    ///
    /// # References
    /// - PS3.4, section B.4.1.1
    STORAGE_LEVEL_LOWERED = "storage-level-lowered": Services, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Lowered, Removed] in [
        "application_entities.*.conformance.*.storage_level",
        "application_entities.*.conformance.*.signature_level",
    ]
}

change_rule! {
    /// # What it says
    /// The level of storage support, or of support of digital signatures, is higher or is stated now.
    ///
    /// # What it means to a peer
    /// More of what peers send is kept.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             storage_level: 1
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             storage_level: 2
    /// ```
    ///
    /// # References
    /// - PS3.4, section B.4.1.1
    STORAGE_LEVEL_RAISED = "storage-level-raised": Services, Compatible, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Raised, Added] in [
        "application_entities.*.conformance.*.storage_level",
        "application_entities.*.conformance.*.signature_level",
    ]
}

change_rule! {
    /// # What it says
    /// A limit of what is displayed or processed is stated that was not.
    ///
    /// # What it means to a peer
    /// What goes beyond it may have worked, or was never promised; now it is excluded.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             limits: {Largest matrix: 4096 x 4096}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             limits: {Largest matrix: 4096 x 4096, Most frames: "500"}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    PROCESSING_LIMIT_ADDED = "processing-limit-added": Services, Breaking, since "0.1.0",
    "there is a limit: {what}",
    [Added] in ["application_entities.*.conformance.*.limits.*"]
}

change_rule! {
    /// # What it says
    /// A limit of what is displayed or processed is not stated any more.
    ///
    /// # What it means to a peer
    /// What kept to the limit still works.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             limits: {Largest matrix: 4096 x 4096, Most frames: "500"}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             limits: {Largest matrix: 4096 x 4096}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    PROCESSING_LIMIT_REMOVED = "processing-limit-removed": Services, Compatible, since "0.1.0",
    "there is no limit any more: {what}",
    [Removed] in ["application_entities.*.conformance.*.limits.*"]
}
