//! Network interfaces and configuration.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A value that can be set is delivered as another one.
    ///
    /// # What it means to a peer
    /// Installations keep what they have set; new ones start with the new value.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   parameters:
    ///     - {name: Retries, default: "3"}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   parameters:
    ///     - {name: Retries, default: "5"}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    PARAMETER_DEFAULT_CHANGED = "parameter-default-changed": Configuration, Compatible, since "0.1.0",
    "{what} is delivered as {after}[, not {before}]",
    [Changed, Raised, Lowered, Added, Removed] in [
        "configuration.**.default",
        "configuration.parameters.*.default",
        "configuration.application_entities.*.parameters.*.default",
        "configuration.remote.*.parameters.*.default",
        "media.configuration.parameters.*.default",
    ]
}

change_rule! {
    /// # What it says
    /// Other values may be set.
    ///
    /// # What it means to a peer
    /// The range is told in words. Whether the value that is set is still within it has to be read.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   parameters:
    ///     - {name: Retries, range: 0-3}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   parameters:
    ///     - {name: Retries, range: 0-10}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    PARAMETER_RANGE_CHANGED = "parameter-range-changed": Configuration, Compatible, since "0.1.0",
    "{part} may be {after}[, not {before}]",
    [Changed, Raised, Lowered, Added, Removed] in [
        "configuration.**.range",
        "configuration.parameters.*.range",
        "configuration.application_entities.*.parameters.*.range",
        "configuration.remote.*.parameters.*.range",
        "media.configuration.parameters.*.range",
    ]
}

change_rule! {
    /// # What it says
    /// Somebody else may change a value.
    ///
    /// # What it means to a peer
    /// It concerns who has to be asked, not what is possible.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   parameters:
    ///     - {name: Retries, changed_by: USER}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   parameters:
    ///     - {name: Retries, changed_by: SERVICE}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.6.2
    PARAMETER_AUTHORITY_CHANGED = "parameter-authority-changed": Configuration, Editorial, since "0.1.0",
    "{part} is changed by {after}[, not by {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["**.changed_by"]
}

change_rule! {
    /// # What it says
    /// A further kind of remote system can be made known.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   remote: {Archive: {max_number: 4}}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   remote: {Archive: {max_number: 4}, Printer: {max_number: 2}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.2
    REMOTE_SYSTEM_ADDED = "remote-system-added": Configuration, Compatible, since "0.1.0",
    "{what} can be set as a remote system",
    [Added] in ["configuration.remote.*"]
}

change_rule! {
    /// # What it says
    /// A kind of remote system cannot be made known any more.
    ///
    /// # What it means to a peer
    /// Peers of this kind cannot be reached any more.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   remote: {Archive: {max_number: 4}, Printer: {max_number: 2}}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   remote: {Archive: {max_number: 4}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.2
    REMOTE_SYSTEM_REMOVED = "remote-system-removed": Configuration, Breaking, since "0.1.0",
    "{what} cannot be set any more as a remote system",
    [Removed] in ["configuration.remote.*"]
}

change_rule! {
    /// # What it says
    /// Fewer remote systems can be set, or a limit is stated that was not.
    ///
    /// # What it means to a peer
    /// Installations with more peers have to give some up.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   remote: {Archive: {max_number: 4}}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   remote: {Archive: {max_number: 2}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.2
    REMOTE_SYSTEMS_LOWERED = "remote-systems-lowered": Configuration, Breaking, since "0.1.0",
    "at most {after} remote systems can be set for {in}[, not {before}]",
    [Lowered, Added] in ["configuration.remote.*.max_number.value"]
}

change_rule! {
    /// # What it says
    /// More remote systems can be set, or there is no limit any more.
    ///
    /// # What it means to a peer
    /// All that are set stay.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   remote: {Archive: {max_number: 2}}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   remote: {Archive: {max_number: 4}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.2
    REMOTE_SYSTEMS_RAISED = "remote-systems-raised": Configuration, Compatible, since "0.1.0",
    "{after} remote systems can be set for {in}[, not {before}]",
    [Raised, Removed] in ["configuration.remote.*.max_number.value"]
}

change_rule! {
    /// # What it says
    /// Larger objects are taken.
    ///
    /// # What it means to a peer
    /// Peers that sent smaller ones are not concerned.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   application_entities: {ARCHIVE: {max_object_size: 2 GB}}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   application_entities: {ARCHIVE: {max_object_size: 4 GB}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    OBJECT_SIZE_RAISED = "object-size-raised": Configuration, Compatible, since "0.1.0",
    "objects of up to {after} are taken[, not {before}]",
    [Raised] in ["configuration.application_entities.*.max_object_size.default"]
}

change_rule! {
    /// # What it says
    /// Only smaller objects are taken.
    ///
    /// # What it means to a peer
    /// Peers that send larger ones are refused.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   application_entities: {ARCHIVE: {max_object_size: 4 GB}}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   application_entities: {ARCHIVE: {max_object_size: 2 GB}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    OBJECT_SIZE_LOWERED = "object-size-lowered": Configuration, Breaking, since "0.1.0",
    "objects of at most {after} are taken[, not {before}]",
    [Lowered] in ["configuration.application_entities.*.max_object_size.default"]
}
