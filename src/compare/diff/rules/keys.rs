//! Keys of queries.

use super::conditions::sends_matching_key;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// Keys of a further level or module are listed.
    ///
    /// # What it means to a peer
    /// Queries at the other levels are answered, or asked, as before.
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
    ///               STUDY: [StudyDate]
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
    ///               STUDY: [StudyDate]
    ///               SERIES: [Modality]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.6.2.1
    QUERY_LEVEL_ADDED = "query-level-added": Services, Compatible, since "0.1.0",
    "keys of {what} are listed for {in}",
    [Added] in [
        "application_entities.*.conformance.*.keys.*",
        "web_services.*.transactions.*.keys.*",
    ]
}

change_rule! {
    /// # What it says
    /// No keys of a level or module are listed any more.
    ///
    /// # What it means to a peer
    /// Queries at this level, or with the keys of this module, cannot be relied on any more.
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
    ///               STUDY: [StudyDate]
    ///               SERIES: [Modality]
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
    ///               STUDY: [StudyDate]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.6.2.1
    QUERY_LEVEL_REMOVED = "query-level-removed": Services, Breaking, since "0.1.0",
    "keys of {what} are not listed any more for {in}",
    [Removed] in [
        "application_entities.*.conformance.*.keys.*",
        "web_services.*.transactions.*.keys.*",
    ]
}

change_rule! {
    /// # What it says
    /// The keys are listed one by one where the word `standard` stood for all required ones, or the other way round.
    ///
    /// # What it means to a peer
    /// Which keys can be relied on has to be compared with the tables of the standard.
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
    ///             keys: standard
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
    ///               STUDY: [StudyDate]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.6.2.1
    QUERY_KEYS_CHANGED = "query-keys-changed": Services, Breaking, since "0.1.0",
    "the keys are {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "application_entities.*.conformance.*.keys",
        "web_services.*.transactions.*.keys",
    ]
}

change_rule! {
    /// # What it says
    /// A provider supports a further key.
    ///
    /// # What it means to a peer
    /// Queries without it are answered as before.
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
    ///                 - StudyDate
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
    ///                 - StudyDate
    ///                 - AccessionNumber
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1.3
    SUPPORTED_KEY_ADDED = "supported-key-added": Services, Compatible, since "0.1.0",
    "key {what} is supported at {in}",
    [Added] in [
        "application_entities.*.conformance.*.keys.*.*",
        "web_services.*.transactions.*.keys.*.*",
    ], if |difference| difference.role != "SCU"
}

change_rule! {
    /// # What it says
    /// A provider does not support a key any more.
    ///
    /// # What it means to a peer
    /// A query that matches on it finds too much, as an unsupported key does not narrow the answer; its value is not
    /// returned.
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
    ///                 - StudyDate
    ///                 - AccessionNumber
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
    ///                 - StudyDate
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1.3
    SUPPORTED_KEY_REMOVED = "supported-key-removed": Services, Breaking, since "0.1.0",
    "key {what} is not supported any more at {in}",
    [Removed] in [
        "application_entities.*.conformance.*.keys.*.*",
        "web_services.*.transactions.*.keys.*.*",
    ], if |difference| difference.role != "SCU"
}

change_rule! {
    /// # What it says
    /// A user matches on a key that it did not match on before.
    ///
    /// # What it means to a peer
    /// A provider that does not support the key answers with too much; it has to support more than before.
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
    ///                 - AccessionNumber: {matching: single_value}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1.3
    MATCHING_KEY_NEWLY_SENT = "matching-key-newly-sent": Services, Breaking, since "0.1.0",
    "queries match on {what} at {in}",
    [Added] in [
        "application_entities.*.conformance.*.keys.*.*",
        "web_services.*.transactions.*.keys.*.*",
    ], if sends_matching_key
}
