//! Network interfaces and configuration.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A version of the Internet Protocol is not supported any more.
    ///
    /// # What it means to a peer
    /// Peers that have addresses of this version only cannot be reached.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   ip_versions: [IPv4, IPv6]
    /// ```
    /// ```yaml new
    /// network:
    ///   ip_versions: [IPv4]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.3.3
    IP_VERSION_REMOVED = "ip-version-removed": Configuration, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["network.ip_versions.*"]
}

change_rule! {
    /// # What it says
    /// The product waits less long, or a time-out is another one whose length cannot be compared.
    ///
    /// # What it means to a peer
    /// A slow peer that answered in time before is given up.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   timeouts: {dimse: 60 s}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   timeouts: {dimse: 30 s}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    TIMEOUT_SHORTENED = "timeout-shortened": Configuration, Breaking, since "0.1.0",
    "the time-out {what} is {after}[, not {before}]",
    [Lowered, Changed] in [
        "configuration.timeouts.association.default",
        "configuration.timeouts.dimse.default",
        "configuration.timeouts.tcp_connect.default",
        "configuration.timeouts.tcp_accept.default",
        "configuration.timeouts.between_packets.default",
        "configuration.timeouts.artim.default",
        "configuration.timeouts.idle.default",
        "configuration.application_entities.*.timeouts.association.default",
        "configuration.application_entities.*.timeouts.dimse.default",
        "configuration.application_entities.*.timeouts.tcp_connect.default",
        "configuration.application_entities.*.timeouts.tcp_accept.default",
        "configuration.application_entities.*.timeouts.between_packets.default",
        "configuration.application_entities.*.timeouts.artim.default",
        "configuration.application_entities.*.timeouts.idle.default",
    ]
}

change_rule! {
    /// # What it says
    /// The product waits longer.
    ///
    /// # What it means to a peer
    /// Peers that answered in time still do.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   timeouts: {dimse: 30 s}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   timeouts: {dimse: 1 min}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    TIMEOUT_LENGTHENED = "timeout-lengthened": Configuration, Compatible, since "0.1.0",
    "the time-out {what} is {after}[, not {before}]",
    [Raised] in [
        "configuration.timeouts.association.default",
        "configuration.timeouts.dimse.default",
        "configuration.timeouts.tcp_connect.default",
        "configuration.timeouts.tcp_accept.default",
        "configuration.timeouts.between_packets.default",
        "configuration.timeouts.artim.default",
        "configuration.timeouts.idle.default",
        "configuration.application_entities.*.timeouts.association.default",
        "configuration.application_entities.*.timeouts.dimse.default",
        "configuration.application_entities.*.timeouts.tcp_connect.default",
        "configuration.application_entities.*.timeouts.tcp_accept.default",
        "configuration.application_entities.*.timeouts.between_packets.default",
        "configuration.application_entities.*.timeouts.artim.default",
        "configuration.application_entities.*.timeouts.idle.default",
    ]
}

change_rule! {
    /// # What it says
    /// A time-out is stated that was not.
    ///
    /// # What it means to a peer
    /// Peers know now what they could only try before.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   timeouts: {artim: 30 s}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   timeouts: {artim: 30 s, dimse: 60 s}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    TIMEOUT_ADDED = "timeout-added": Configuration, Compatible, since "0.1.0",
    "the time-out {what} is stated[: {after}]",
    [Added] in [
        "configuration.timeouts.association.default",
        "configuration.timeouts.dimse.default",
        "configuration.timeouts.tcp_connect.default",
        "configuration.timeouts.tcp_accept.default",
        "configuration.timeouts.between_packets.default",
        "configuration.timeouts.artim.default",
        "configuration.timeouts.idle.default",
        "configuration.application_entities.*.timeouts.association.default",
        "configuration.application_entities.*.timeouts.dimse.default",
        "configuration.application_entities.*.timeouts.tcp_connect.default",
        "configuration.application_entities.*.timeouts.tcp_accept.default",
        "configuration.application_entities.*.timeouts.between_packets.default",
        "configuration.application_entities.*.timeouts.artim.default",
        "configuration.application_entities.*.timeouts.idle.default",
    ]
}

change_rule! {
    /// # What it says
    /// A time-out is not stated any more.
    ///
    /// # What it means to a peer
    /// Whoever planned with it can rely no more on it.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   timeouts: {artim: 30 s, dimse: 60 s}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   timeouts: {artim: 30 s}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    TIMEOUT_REMOVED = "timeout-removed": Configuration, Breaking, since "0.1.0",
    "the time-out {what} ({before}) is not stated any more",
    [Removed] in [
        "configuration.timeouts.association.default",
        "configuration.timeouts.dimse.default",
        "configuration.timeouts.tcp_connect.default",
        "configuration.timeouts.tcp_accept.default",
        "configuration.timeouts.between_packets.default",
        "configuration.timeouts.artim.default",
        "configuration.timeouts.idle.default",
        "configuration.application_entities.*.timeouts.association.default",
        "configuration.application_entities.*.timeouts.dimse.default",
        "configuration.application_entities.*.timeouts.tcp_connect.default",
        "configuration.application_entities.*.timeouts.tcp_accept.default",
        "configuration.application_entities.*.timeouts.between_packets.default",
        "configuration.application_entities.*.timeouts.artim.default",
        "configuration.application_entities.*.timeouts.idle.default",
    ]
}

change_rule! {
    /// # What it says
    /// There is a further configuration parameter.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   parameters:
    ///     - {name: Compression, default: none}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   parameters:
    ///     - {name: Compression, default: none}
    ///     - {name: Retries, default: "3"}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    PARAMETER_ADDED = "parameter-added": Configuration, Compatible, since "0.1.0",
    "parameter {what} can be set",
    [Added] in [
        "configuration.parameters.*",
        "configuration.application_entities.*.parameters.*",
        "configuration.remote.*.parameters.*",
        "media.configuration.parameters.*",
    ]
}

change_rule! {
    /// # What it says
    /// A configuration parameter is gone.
    ///
    /// # What it means to a peer
    /// Installations that have it set behave differently without it.
    ///
    /// # Example
    /// ```yaml old
    /// configuration:
    ///   parameters:
    ///     - {name: Compression, default: none}
    ///     - {name: Retries, default: "3"}
    /// ```
    /// ```yaml new
    /// configuration:
    ///   parameters:
    ///     - {name: Compression, default: none}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    PARAMETER_REMOVED = "parameter-removed": Configuration, Breaking, since "0.1.0",
    "parameter {what} is gone",
    [Removed] in [
        "configuration.parameters.*",
        "configuration.application_entities.*.parameters.*",
        "configuration.remote.*.parameters.*",
        "media.configuration.parameters.*",
    ]
}
