//! Application Entities and their associations.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A real-world activity of an entity is gone, with its presentation contexts.
    ///
    /// # What it means to a peer
    /// What the entity did in it does not happen any more. The presentation contexts that go with it are not told one
    /// by one.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
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
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.1.1
    ACTIVITY_REMOVED = "activity-removed": Networking, Breaking, since "0.1.0",
    "activity {what} is gone",
    [Removed] in ["application_entities.*.activities.*"]
}

change_rule! {
    /// # What it says
    /// A real-world activity comes or goes, but all presentation contexts that it has stand in other activities of the
    /// same entity in the other version.
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
    ///       Receive more:
    ///         accepts:
    ///           - MR Image Storage as SCP in ImplicitVRLittleEndian
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
    /// - PS3.2, section A.4.1.1
    ACTIVITY_REGROUPED = "activity-regrouped": Networking, Editorial, since "0.1.0",
    "activity {what} is told under other names",
    [Added, Removed] in ["application_entities.*.activities.*"], if |difference| difference.is_regrouped
}

change_rule! {
    /// # What it says
    /// An activity of which all else stayed has another name.
    ///
    /// # What it means to a peer
    /// The name is for readers.
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
    ///       Take in:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.1.1
    ACTIVITY_RENAMED = "activity-renamed": Networking, Editorial, since "0.1.0",
    "activity {before} is called {after} now",
    [Renamed] in ["application_entities.*.activities.*"]
}

change_rule! {
    /// # What it says
    /// The product accepts fewer associations at a time.
    ///
    /// # What it means to a peer
    /// Where more peers connect at once than before fit, some are turned away.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   max_accepted: 20
    /// ```
    /// ```yaml new
    /// associations:
    ///   max_accepted: 5
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.2.2
    ACCEPTED_ASSOCIATIONS_LOWERED = "accepted-associations-lowered": Networking, Breaking, since "0.1.0",
    "only {after} associations are accepted at a time[, not {before}]",
    [Lowered] in [
        "associations.max_accepted.value",
        "application_entities.*.associations.max_accepted.value",
    ]
}

change_rule! {
    /// # What it says
    /// The product accepts more associations at a time.
    ///
    /// # What it means to a peer
    /// Nobody who was served before is turned away.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   max_accepted: 5
    /// ```
    /// ```yaml new
    /// associations:
    ///   max_accepted: unlimited
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.2.2
    ACCEPTED_ASSOCIATIONS_RAISED = "accepted-associations-raised": Networking, Compatible, since "0.1.0",
    "{after} associations are accepted at a time[, not only {before}]",
    [Raised] in [
        "associations.max_accepted.value",
        "application_entities.*.associations.max_accepted.value",
    ]
}

change_rule! {
    /// # What it says
    /// The product opens more associations at a time.
    ///
    /// # What it means to a peer
    /// A peer that was set up for the old number may have to reject some.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   max_initiated: 1
    /// ```
    /// ```yaml new
    /// associations:
    ///   max_initiated: 4
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.2.2
    INITIATED_ASSOCIATIONS_RAISED = "initiated-associations-raised": Networking, Breaking, since "0.1.0",
    "up to {after} associations are initiated at a time[, not {before}]",
    [Raised] in [
        "associations.max_initiated.value",
        "application_entities.*.associations.max_initiated.value",
    ]
}

change_rule! {
    /// # What it says
    /// The product opens fewer associations at a time.
    ///
    /// # What it means to a peer
    /// It asks less of its peers; at worst work takes longer.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   max_initiated: 4
    /// ```
    /// ```yaml new
    /// associations:
    ///   max_initiated: 1
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.2.2
    INITIATED_ASSOCIATIONS_LOWERED = "initiated-associations-lowered": Networking, Compatible, since "0.1.0",
    "only {after} associations are initiated at a time[, not {before}]",
    [Lowered] in [
        "associations.max_initiated.value",
        "application_entities.*.associations.max_initiated.value",
    ]
}

change_rule! {
    /// # What it says
    /// A number of simultaneous associations is stated that was not.
    ///
    /// # What it means to a peer
    /// Peers know now what they could only try before.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   asynchronous: 1
    /// ```
    /// ```yaml new
    /// associations:
    ///   asynchronous: 1
    ///   max_accepted: 10
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.2.2
    ASSOCIATION_LIMIT_ADDED = "association-limit-added": Networking, Compatible, since "0.1.0",
    "{what} is stated[: {after}]",
    [Added] in [
        "associations.max_accepted.value",
        "associations.max_initiated.value",
        "application_entities.*.associations.max_accepted.value",
        "application_entities.*.associations.max_initiated.value",
    ]
}

change_rule! {
    /// # What it says
    /// A number of simultaneous associations is not stated any more.
    ///
    /// # What it means to a peer
    /// Whoever planned with the number can rely no more on it.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   asynchronous: 1
    ///   max_accepted: 10
    /// ```
    /// ```yaml new
    /// associations:
    ///   asynchronous: 1
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.2.2
    ASSOCIATION_LIMIT_REMOVED = "association-limit-removed": Networking, Breaking, since "0.1.0",
    "{what} ({before}) is not stated any more",
    [Removed] in [
        "associations.max_accepted.value",
        "associations.max_initiated.value",
        "application_entities.*.associations.max_accepted.value",
        "application_entities.*.associations.max_initiated.value",
    ]
}

change_rule! {
    /// # What it says
    /// Fewer operations may be outstanding on an association.
    ///
    /// # What it means to a peer
    /// A peer that sent several requests without waiting for answers has to wait now.
    ///
    /// # Example
    /// ```yaml old
    /// associations:
    ///   asynchronous: 0
    /// ```
    /// ```yaml new
    /// associations:
    ///   asynchronous: 1
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.3
    ASYNCHRONOUS_WINDOW_LOWERED = "asynchronous-window-lowered": Networking, Breaking, since "0.1.0",
    "{after} operations may be outstanding[, not {before}]",
    [Lowered, Removed] in ["associations.asynchronous", "application_entities.*.associations.asynchronous"]
}
