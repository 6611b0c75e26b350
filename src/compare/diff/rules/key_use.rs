//! Keys of queries.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A key that was unique or required is optional, or its type is not stated any more.
    ///
    /// # What it means to a peer
    /// For an optional key nothing is promised: neither that it narrows the answer nor that it has a value.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: R
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: O
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1
    KEY_TYPE_LOWERED = "key-type-lowered": Services, Breaking, since "0.1.0",
    "key {in} is of type {after}[, not {before}]",
    [Lowered, Changed, Removed] in [
        "application_entities.*.conformance.*.keys.*.*.type",
        "web_services.*.transactions.*.keys.*.*.type",
    ]
}

change_rule! {
    /// # What it says
    /// An optional key is required now, or the type of a key is stated now.
    ///
    /// # What it means to a peer
    /// More is promised than before.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: O
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: R
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1
    KEY_TYPE_RAISED = "key-type-raised": Services, Compatible, since "0.1.0",
    "key {in} is of type {after}[, not {before}]",
    [Raised, Added] in [
        "application_entities.*.conformance.*.keys.*.*.type",
        "web_services.*.transactions.*.keys.*.*.type",
    ]
}

change_rule! {
    /// # What it says
    /// A key is not returned, or not asked for, any more.
    ///
    /// # What it means to a peer
    /// Who used the value of it gets none.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: {return: yes}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: {return: no}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1
    KEY_RETURN_REMOVED = "key-return-removed": Services, Breaking, since "0.1.0",
    "{in} is not returned any more",
    [Lowered] in [
        "application_entities.*.conformance.*.keys.*.*.return",
        "web_services.*.transactions.*.keys.*.*.return",
    ]
}

change_rule! {
    /// # What it says
    /// A key is returned, or asked for, that was not; or it is left to the reader, as it goes without saying.
    ///
    /// # What it means to a peer
    /// More is returned than before.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: {return: no}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - AccessionNumber: {return: yes}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1
    KEY_RETURN_ADDED = "key-return-added": Services, Compatible, since "0.1.0",
    "{in} is returned",
    [Raised, Added, Removed] in [
        "application_entities.*.conformance.*.keys.*.*.return",
        "web_services.*.transactions.*.keys.*.*.return",
    ]
}

change_rule! {
    /// # What it says
    /// How a user fills a key, shows it, or where it copies the value is described differently.
    ///
    /// # What it means to a peer
    /// It concerns the user interface and what becomes of the value inside; the query itself stays.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         initiates:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - PatientName: {display: never}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         initiates:
    ///           - Study Root Query/Retrieve Information Model - FIND as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Study Root Query/Retrieve Information Model - FIND
    ///             keys:
    ///               STUDY:
    ///                 - PatientName: {display: default}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.6.2.2.1.1
    KEY_USE_CHANGED = "key-use-changed": Services, Editorial, since "0.1.0",
    "the use of {in} is described differently: {what}",
    [Added, Removed, Changed, Raised, Lowered] in [
        "application_entities.*.conformance.*.keys.*.*.interactive",
        "application_entities.*.conformance.*.keys.*.*.display",
        "application_entities.*.conformance.*.keys.*.*.value",
        "application_entities.*.conformance.*.keys.*.*.value_source.*",
        "application_entities.*.conformance.*.keys.*.*.copied_to.*",
        "web_services.*.transactions.*.keys.*.*.interactive",
        "web_services.*.transactions.*.keys.*.*.display",
        "web_services.*.transactions.*.keys.*.*.value",
        "web_services.*.transactions.*.keys.*.*.value_source.*",
        "web_services.*.transactions.*.keys.*.*.copied_to.*",
    ]
}
