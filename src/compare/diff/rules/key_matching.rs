//! Keys of queries.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A user asks for the value of a further key.
    ///
    /// # What it means to a peer
    /// A provider that does not support the key leaves it out; the query works as before.
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
    ///                 - StudyDate: {matching: range}
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
    ///                 - StudyDate: {matching: range}
    ///                 - StudyDescription
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1.3
    REQUESTED_KEY_ADDED = "requested-key-added": Services, Compatible, since "0.1.0",
    "queries ask for {what} at {in}",
    [Added] in [
        "application_entities.*.conformance.*.keys.*.*",
        "web_services.*.transactions.*.keys.*.*",
    ], if |difference| difference.role == "SCU"
}

change_rule! {
    /// # What it says
    /// A user does not match on a key, or does not ask for its value, any more.
    ///
    /// # What it means to a peer
    /// Less is asked of the provider.
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
    ///                 - StudyDate: {matching: range}
    ///                 - StudyDescription
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
    ///                 - StudyDate: {matching: range}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1.3
    REQUESTED_KEY_REMOVED = "requested-key-removed": Services, Compatible, since "0.1.0",
    "queries do not use {what} any more at {in}",
    [Removed] in [
        "application_entities.*.conformance.*.keys.*.*",
        "web_services.*.transactions.*.keys.*.*",
    ], if |difference| difference.role == "SCU"
}

change_rule! {
    /// # What it says
    /// A provider supports a further type of matching for a key.
    ///
    /// # What it means to a peer
    /// Queries with the other types are answered as before.
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
    ///                 - PatientName: {matching: [single_value]}
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
    ///                 - PatientName: {matching: [single_value, wildcard]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.2.1
    KEY_MATCHING_ADDED = "key-matching-added": Services, Compatible, since "0.1.0",
    "{what} matching of {in} is supported",
    [Added, Changed, Raised, Lowered] in [
        "application_entities.*.conformance.*.keys.*.*.matching.*",
        "web_services.*.transactions.*.keys.*.*.matching.*",
    ], if |difference| difference.role != "SCU"
}

change_rule! {
    /// # What it says
    /// A provider does not support a type of matching for a key any more.
    ///
    /// # What it means to a peer
    /// Queries with it are refused or find something else.
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
    ///                 - PatientName: {matching: [single_value, wildcard]}
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
    ///                 - PatientName: {matching: [single_value]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.2.1
    KEY_MATCHING_REMOVED = "key-matching-removed": Services, Breaking, since "0.1.0",
    "{what} matching of {in} is not supported any more",
    [Removed] in [
        "application_entities.*.conformance.*.keys.*.*.matching.*",
        "web_services.*.transactions.*.keys.*.*.matching.*",
    ], if |difference| difference.role != "SCU"
}

change_rule! {
    /// # What it says
    /// A user asks for a type of matching that it did not ask for before.
    ///
    /// # What it means to a peer
    /// A provider without it answers otherwise than the user expects.
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
    ///                 - PatientName: {matching: [single_value]}
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
    ///                 - PatientName: {matching: [single_value, wildcard]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.2.1
    REQUESTED_MATCHING_ADDED = "requested-matching-added": Services, Breaking, since "0.1.0",
    "queries use {what} matching of {in}",
    [Added, Changed, Raised, Lowered] in [
        "application_entities.*.conformance.*.keys.*.*.matching.*",
        "web_services.*.transactions.*.keys.*.*.matching.*",
    ], if |difference| difference.role == "SCU"
}

change_rule! {
    /// # What it says
    /// A user does not ask for a type of matching any more.
    ///
    /// # What it means to a peer
    /// Less is asked of the provider.
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
    ///                 - PatientName: {matching: [single_value, wildcard]}
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
    ///                 - PatientName: {matching: [single_value]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.2.1
    REQUESTED_MATCHING_REMOVED = "requested-matching-removed": Services, Compatible, since "0.1.0",
    "queries do not use {what} matching of {in} any more",
    [Removed] in [
        "application_entities.*.conformance.*.keys.*.*.matching.*",
        "web_services.*.transactions.*.keys.*.*.matching.*",
    ], if |difference| difference.role == "SCU"
}
