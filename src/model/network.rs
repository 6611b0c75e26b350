//! `Network`: interfaces, protocols beside DICOM's own, and the Internet Protocol.

use super::record::{Named, OneOrMany, Words, record};
use super::values::Prose;
use super::words::{Demand, IpVersion, Support};

record! {
    /// Network interfaces (PS3.2 A.4.3).
    pub struct Network {
        /// The physical networks (PS3.2 A.4.3.1, PS3.8 10.2).
        pub physical: OneOrMany<PhysicalInterface>,
        /// The system management profiles of PS3.15 (PS3.2 Table A.4.3-1).
        pub system_management_profiles: OneOrMany<SystemManagementProfile>,
        /// How protocols beside DICOM's own are used, by the name of each: `DHCP`, `DNS`, `NTP`, … (PS3.2 A.4.3.2).
        pub protocols: Named<Prose>,
        /// Additional protocols in general (PS3.2 A.4.3.2).
        pub additional_protocols: Option<Prose>,
        /// The versions of the Internet Protocol.
        pub ip_versions: Words<IpVersion>,
        /// How IPv4 is supported and addresses are set (PS3.2 A.4.3.3).
        pub ipv4: Option<Prose>,
        /// How IPv6 is supported and addresses are set (PS3.2 A.4.3.3).
        pub ipv6: Option<Prose>,
        /// What the network around the product must provide (PS3.2 N.8.2).
        pub external_requirements: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A physical network interface (PS3.2 A.4.3.1); the short form is its name.
    pub struct PhysicalInterface {
        /// Its name, such as `Ethernet 1000BASE-T`.
        pub name: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A system management profile of PS3.15 (PS3.2 Table A.4.3-1); the short form is its name.
    pub struct SystemManagementProfile {
        /// The name that PS3.15 gives it, such as `Basic Time Synchronization Profile`.
        pub name: Option<String>,
        /// The actors that the product is, such as `NTP Client`.
        pub actors: OneOrMany<String>,
        /// The protocols that it uses; known for the profiles of PS3.15.
        pub protocols: OneOrMany<String>,
        /// The optional transactions that are supported.
        pub optional_transactions: OneOrMany<String>,
        /// How the transactions are secured.
        pub security: Option<Prose>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// How the profile is used and configured.
        pub text: Option<Prose>,
    }
}
