//! SOP specific conformance: services, statuses, attributes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further value of an attribute is sent or supported.
    ///
    /// # What it means to a peer
    /// The values that peers know stay.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Modality Performed Procedure Step as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0252) Performed Procedure Step Status: {value: [IN PROGRESS, COMPLETED]}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Modality Performed Procedure Step as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0252) Performed Procedure Step Status: {value: [IN PROGRESS, COMPLETED, DISCONTINUED]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section H.4.5.2
    REQUEST_VALUE_ADDED = "request-value-added": Services, Compatible, since "0.1.0",
    "value {what} is used in requests",
    [Added] in [
        "application_entities.*.conformance.*.services.*.attributes.*.value.*",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*.value.*",
        "web_services.*.transactions.*.attributes.*.value.*",
    ]
}

change_rule! {
    /// # What it says
    /// A value of an attribute is not sent or supported any more, or another one stands in its place.
    ///
    /// # What it means to a peer
    /// Peers that send it, or wait for it, have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Modality Performed Procedure Step as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0252) Performed Procedure Step Status: {value: [IN PROGRESS, COMPLETED, DISCONTINUED]}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Modality Performed Procedure Step as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0252) Performed Procedure Step Status: {value: [IN PROGRESS, COMPLETED]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section H.4.5.2
    REQUEST_VALUE_REMOVED = "request-value-removed": Services, Breaking, since "0.1.0",
    "value {what} is not used any more in requests",
    [Removed, Changed, Raised, Lowered] in [
        "application_entities.*.conformance.*.services.*.attributes.*.value.*",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*.value.*",
        "web_services.*.transactions.*.attributes.*.value.*",
    ]
}

change_rule! {
    /// # What it says
    /// Another value is taken where a request has none.
    ///
    /// # What it means to a peer
    /// Peers that leave the value out get something else than before.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Basic Film Session as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Basic Film Session
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (2000,0010) Number of Copies: {default: "1"}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Basic Film Session as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Basic Film Session
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (2000,0010) Number of Copies: {default: "2"}
    /// ```
    ///
    /// # References
    /// - PS3.4, section H.3.4
    REQUEST_DEFAULT_CHANGED = "request-default-changed": Services, Breaking, since "0.1.0",
    "{what} is {after} where a request does not say it[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "application_entities.*.conformance.*.services.*.attributes.*.default",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*.default",
        "web_services.*.transactions.*.attributes.*.default",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute that always had a value may be empty or missing.
    ///
    /// # What it means to a peer
    /// Who relied on the value may get none.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         initiates:
    ///           - Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {presence: ALWAYS}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         initiates:
    ///           - Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {presence: ANAP}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    REQUEST_PRESENCE_LOWERED = "request-presence-lowered": Services, Breaking, since "0.1.0",
    "{in} is {after}[, not {before}] in requests",
    [Lowered, Removed] in [
        "application_entities.*.conformance.*.services.*.attributes.*.presence",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*.presence",
        "web_services.*.transactions.*.attributes.*.presence",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute that could be empty or missing has a value more often.
    ///
    /// # What it means to a peer
    /// Nobody who coped with a missing value minds one.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         initiates:
    ///           - Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {presence: ANAP}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         initiates:
    ///           - Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {presence: ALWAYS}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    REQUEST_PRESENCE_RAISED = "request-presence-raised": Services, Compatible, since "0.1.0",
    "{in} is {after}[, not {before}] in requests",
    [Raised, Added] in [
        "application_entities.*.conformance.*.services.*.attributes.*.presence",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*.presence",
        "web_services.*.transactions.*.attributes.*.presence",
    ]
}

change_rule! {
    /// # What it says
    /// A further event type is reported or handled.
    ///
    /// # What it means to a peer
    /// Peers answer to events that they do not know with a failure, and go on.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Storage Commitment Push Model as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Storage Commitment Push Model
    ///             services:
    ///               N-EVENT-REPORT:
    ///                 events:
    ///                   - {id: 1, name: Storage Commitment Request Successful}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Storage Commitment Push Model as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Storage Commitment Push Model
    ///             services:
    ///               N-EVENT-REPORT:
    ///                 events:
    ///                   - {id: 1, name: Storage Commitment Request Successful}
    ///                   - {id: 2, name: Storage Commitment Request Complete - Failures Exist}
    /// ```
    ///
    /// # References
    /// - PS3.4, section J.3.3.1
    EVENT_ADDED = "event-added": Services, Compatible, since "0.1.0",
    "event {what} is reported",
    [Added] in [
        "application_entities.*.conformance.*.services.*.events.*",
        "application_entities.*.conformance.*.members.*.services.*.events.*",
    ]
}

change_rule! {
    /// # What it says
    /// An event type is not reported or handled any more.
    ///
    /// # What it means to a peer
    /// A peer that waits for it waits in vain.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Storage Commitment Push Model as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Storage Commitment Push Model
    ///             services:
    ///               N-EVENT-REPORT:
    ///                 events:
    ///                   - {id: 1, name: Storage Commitment Request Successful}
    ///                   - {id: 2, name: Storage Commitment Request Complete - Failures Exist}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Storage Commitment Push Model as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Storage Commitment Push Model
    ///             services:
    ///               N-EVENT-REPORT:
    ///                 events:
    ///                   - {id: 1, name: Storage Commitment Request Successful}
    /// ```
    ///
    /// # References
    /// - PS3.4, section J.3.3.1
    EVENT_REMOVED = "event-removed": Services, Breaking, since "0.1.0",
    "event {what} is not reported any more",
    [Removed] in [
        "application_entities.*.conformance.*.services.*.events.*",
        "application_entities.*.conformance.*.members.*.services.*.events.*",
    ]
}
