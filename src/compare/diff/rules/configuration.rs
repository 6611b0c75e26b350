//! Network interfaces and configuration.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further physical network is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   physical: [Ethernet 1000BASE-T]
    /// ```
    /// ```yaml new
    /// network:
    ///   physical: [Ethernet 1000BASE-T, Ethernet 10GBASE-T]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.3.1
    PHYSICAL_NETWORK_ADDED = "physical-network-added": Configuration, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["network.physical.*"]
}

change_rule! {
    /// # What it says
    /// A physical network is not supported any more.
    ///
    /// # What it means to a peer
    /// Installations on such a network cannot be updated without changing it.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   physical: [Ethernet 1000BASE-T, Ethernet 10GBASE-T]
    /// ```
    /// ```yaml new
    /// network:
    ///   physical: [Ethernet 1000BASE-T]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.3.1
    PHYSICAL_NETWORK_REMOVED = "physical-network-removed": Configuration, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["network.physical.*"]
}

change_rule! {
    /// # What it says
    /// A further system management profile is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   system_management_profiles: [Basic Time Synchronization Profile]
    /// ```
    /// ```yaml new
    /// network:
    ///   system_management_profiles:
    ///     - Basic Time Synchronization Profile
    ///     - Basic Network Address Management Profile
    /// ```
    ///
    /// # References
    /// - PS3.15, chapter 6
    SYSTEM_MANAGEMENT_PROFILE_ADDED = "system-management-profile-added": Configuration, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["network.system_management_profiles.*"]
}

change_rule! {
    /// # What it says
    /// A system management profile is not supported any more.
    ///
    /// # What it means to a peer
    /// What the network provides by this profile has to be set by hand.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   system_management_profiles:
    ///     - Basic Time Synchronization Profile
    ///     - Basic Network Address Management Profile
    /// ```
    /// ```yaml new
    /// network:
    ///   system_management_profiles: [Basic Time Synchronization Profile]
    /// ```
    ///
    /// # References
    /// - PS3.15, chapter 6
    SYSTEM_MANAGEMENT_PROFILE_REMOVED = "system-management-profile-removed": Configuration, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["network.system_management_profiles.*"]
}

change_rule! {
    /// # What it says
    /// A system management profile is supported as a further actor, with a further protocol or transaction.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   system_management_profiles:
    ///     - {name: Basic Time Synchronization Profile, actors: [NTP Client]}
    /// ```
    /// ```yaml new
    /// network:
    ///   system_management_profiles:
    ///     - {name: Basic Time Synchronization Profile, actors: [NTP Client, SNTP Client]}
    /// ```
    ///
    /// # References
    /// - PS3.15, chapter 6
    SYSTEM_MANAGEMENT_ACTOR_ADDED = "system-management-actor-added": Configuration, Compatible, since "0.1.0",
    "{in} is supported with {what}",
    [Added] in [
        "network.system_management_profiles.*.actors.*",
        "network.system_management_profiles.*.protocols.*",
        "network.system_management_profiles.*.optional_transactions.*",
    ]
}

change_rule! {
    /// # What it says
    /// A system management profile is not supported any more as an actor, with a protocol or a transaction.
    ///
    /// # What it means to a peer
    /// Peers that use it have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   system_management_profiles:
    ///     - {name: Basic Time Synchronization Profile, actors: [NTP Client, SNTP Client]}
    /// ```
    /// ```yaml new
    /// network:
    ///   system_management_profiles:
    ///     - {name: Basic Time Synchronization Profile, actors: [NTP Client]}
    /// ```
    ///
    /// # References
    /// - PS3.15, chapter 6
    SYSTEM_MANAGEMENT_ACTOR_REMOVED = "system-management-actor-removed": Configuration, Breaking, since "0.1.0",
    "{in} is not supported any more with {what}",
    [Removed] in [
        "network.system_management_profiles.*.actors.*",
        "network.system_management_profiles.*.protocols.*",
        "network.system_management_profiles.*.optional_transactions.*",
    ]
}

change_rule! {
    /// # What it says
    /// A further protocol beside those of DICOM is used.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   protocols: {DNS: Names are resolved.}
    /// ```
    /// ```yaml new
    /// network:
    ///   protocols: {DNS: Names are resolved., DHCP: Addresses are obtained.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.3.2
    NETWORK_PROTOCOL_ADDED = "network-protocol-added": Configuration, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["network.protocols.*"]
}

change_rule! {
    /// # What it says
    /// A protocol beside those of DICOM is not used any more.
    ///
    /// # What it means to a peer
    /// What the network provides by it has to be set by hand.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   protocols: {DNS: Names are resolved., DHCP: Addresses are obtained.}
    /// ```
    /// ```yaml new
    /// network:
    ///   protocols: {DNS: Names are resolved.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.3.2
    NETWORK_PROTOCOL_REMOVED = "network-protocol-removed": Configuration, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["network.protocols.*"]
}

change_rule! {
    /// # What it says
    /// A further version of the Internet Protocol is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// network:
    ///   ip_versions: [IPv4]
    /// ```
    /// ```yaml new
    /// network:
    ///   ip_versions: [IPv4, IPv6]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.3.3
    IP_VERSION_ADDED = "ip-version-added": Configuration, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["network.ip_versions.*"]
}
