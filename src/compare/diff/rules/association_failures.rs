//! Application Entities and their associations.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// More operations may be outstanding on an association.
    ///
    /// # What it means to a peer
    /// The window is negotiated; a peer that wants one operation at a time gets that.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   asynchronous: 1
    /// ```
    /// ```yaml new
    /// associations:
    ///   asynchronous: 0
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.3
    ASYNCHRONOUS_WINDOW_RAISED = "asynchronous-window-raised": Networking, Compatible, since "0.1.0",
    "{after} operations may be outstanding[, not only {before}]",
    [Raised, Added] in ["associations.asynchronous", "application_entities.*.associations.asynchronous"]
}

change_rule! {
    /// # What it says
    /// Another Application Context Name is negotiated.
    ///
    /// # What it means to a peer
    /// A peer that does not know the name rejects the association.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   application_context: 1.2.840.10008.3.1.1.1
    /// ```
    /// ```yaml new
    /// associations:
    ///   application_context: 1.2.276.0.5
    /// ```
    ///
    /// # References
    /// - PS3.7, section A.2.1
    APPLICATION_CONTEXT_CHANGED = "application-context-changed": Networking, Breaking, since "0.1.0",
    "the application context name is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "associations.application_context",
        "application_entities.*.associations.application_context",
    ]
}

change_rule! {
    /// # What it says
    /// The product receives or sends larger or smaller PDUs.
    ///
    /// # What it means to a peer
    /// Each side announces what it takes and the other one keeps to it, so both work together with any size; throughput
    /// may differ.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   max_pdu_received: 16384
    /// ```
    /// ```yaml new
    /// associations:
    ///   max_pdu_received: 131072
    /// ```
    ///
    /// # References
    /// - PS3.8, section D.1
    MAXIMUM_PDU_SIZE_CHANGED = "maximum-pdu-size-changed": Networking, Compatible, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Changed, Raised, Lowered, Added, Removed] in [
        "associations.max_pdu_received",
        "associations.max_pdu_sent",
        "application_entities.*.associations.max_pdu_received",
        "application_entities.*.associations.max_pdu_sent",
    ]
}

change_rule! {
    /// # What it says
    /// A value that could be configured cannot be any more, or the document does not say so any more.
    ///
    /// # What it means to a peer
    /// A site whose peers need another value than the delivered one cannot set it.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   max_accepted: {value: 10, configurable: yes}
    /// ```
    /// ```yaml new
    /// associations:
    ///   max_accepted: {value: 10, configurable: no}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    LIMIT_FIXED = "limit-fixed": Networking, Breaking, since "0.1.0",
    "{part} cannot be configured any more",
    [Lowered, Removed] in ["**.configurable"]
}

change_rule! {
    /// # What it says
    /// A value can be configured now, or the document says so now.
    ///
    /// # What it means to a peer
    /// Whoever is content with the value as delivered need not do anything.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   max_accepted: {value: 10, configurable: no}
    /// ```
    /// ```yaml new
    /// associations:
    ///   max_accepted: {value: 10, configurable: yes}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    LIMIT_MADE_CONFIGURABLE = "limit-made-configurable": Networking, Compatible, since "0.1.0",
    "{part} can be configured",
    [Raised, Added] in ["**.configurable"]
}

change_rule! {
    /// # What it says
    /// There is a further reason for which associations are rejected.
    ///
    /// # What it means to a peer
    /// A peer that was let in before may be turned away.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     rejections:
    ///       - {result: 1, source: 1, reason: 2}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     rejections:
    ///       - {result: 1, source: 1, reason: 2}
    ///       - {result: 1, source: 1, reason: 7}
    /// ```
    ///
    /// # References
    /// - PS3.8, section 9.1
    REJECTION_ADDED = "rejection-added": Networking, Breaking, since "0.1.0",
    "associations are rejected with {what}, too",
    [Added] in [
        "application_entities.*.rejections.*",
        "application_entities.*.activities.*.rejections.*",
    ]
}

change_rule! {
    /// # What it says
    /// A reason for which associations were rejected is gone.
    ///
    /// # What it means to a peer
    /// Peers are turned away less often.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     rejections:
    ///       - {result: 1, source: 1, reason: 2}
    ///       - {result: 1, source: 1, reason: 7}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     rejections:
    ///       - {result: 1, source: 1, reason: 2}
    /// ```
    ///
    /// # References
    /// - PS3.8, section 9.1
    REJECTION_REMOVED = "rejection-removed": Networking, Compatible, since "0.1.0",
    "associations are not rejected with {what} any more",
    [Removed] in [
        "application_entities.*.rejections.*",
        "application_entities.*.activities.*.rejections.*",
    ]
}

change_rule! {
    /// # What it says
    /// What happens when the communication fails is described differently.
    ///
    /// # What it means to a peer
    /// It concerns what is done after something went wrong. Whoever relies on retries or on messages to users should
    /// read it.
    ///
    /// # Example
    /// ```yaml old
    /// communication_failures:
    ///   - {exception: Timeout, behavior: The request is repeated.}
    /// ```
    /// ```yaml new
    /// communication_failures:
    ///   - {exception: Timeout, behavior: A message is shown.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.3
    FAILURE_HANDLING_CHANGED = "failure-handling-changed": Networking, Compatible, since "0.1.0",
    "what happens on {thing} is described differently",
    [Added, Removed, Changed, Raised, Lowered] in [
        "communication_failures.*",
        "application_entities.*.communication_failures.*",
        "application_entities.*.conformance.*.communication_failures.*",
        "application_entities.*.conformance.*.services.*.communication_failures.*",
        "application_entities.*.conformance.*.members.*.services.*.communication_failures.*",
        "communication_failures.*.**",
        "application_entities.*.communication_failures.*.**",
        "application_entities.*.conformance.*.communication_failures.*.**",
        "application_entities.*.conformance.*.services.*.communication_failures.*.**",
        "application_entities.*.conformance.*.members.*.services.*.communication_failures.*.**",
    ]
}

change_rule! {
    /// # What it says
    /// Another entity makes the associations for an activity, or instances are sent to another destination.
    ///
    /// # What it means to a peer
    /// The peer sees another calling or called AE title, and may not admit or know it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - MOVE as SCP in ImplicitVRLittleEndian
    ///         delegate: SENDER
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - Study Root Query/Retrieve Information Model - MOVE as SCP in ImplicitVRLittleEndian
    ///         delegate: EXPORT
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.4.2.3.1
    RETRIEVAL_DELEGATE_CHANGED = "retrieval-delegate-changed": Networking, Breaking, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "application_entities.*.activities.*.delegate",
        "application_entities.*.activities.*.move_destination",
    ]
}
