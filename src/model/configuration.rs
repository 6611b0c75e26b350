//! What surrounds the Application Entities: network, configuration, character sets, security, media.

use super::record::{List, Named, OneOrMany, Words, record};
use super::values::Prose;
use super::words::{IpVersion, MediaRole, Support, YesNo};

record! {
    /// Network interfaces (PS3.2 A.4.3).
    pub struct Network {
        /// The physical networks (PS3.2 A.4.3.1, PS3.8 10.2).
        pub physical: OneOrMany<String>,
        /// The versions of the Internet Protocol (PS3.2 A.4.3.3).
        pub ip_versions: Words<IpVersion>,
        /// Additional protocols (PS3.2 A.4.3.2).
        pub additional_protocols: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// Configuration (PS3.2 A.4.4).
    pub struct Configuration {
        /// How local AE titles and ports are set (PS3.2 A.4.4.1.1).
        pub local: Option<Prose>,
        /// How remote Application Entities are made known (PS3.2 A.4.4.1.2); the key is a remote system or service.
        pub remote: Named<Prose>,
        /// The parameters (PS3.2 Table A.4.4-2).
        pub parameters: List<Parameter>,
    }
}

record! {
    /// A configuration parameter (PS3.2 Table A.4.4-2).
    pub struct Parameter {
        /// Its name.
        pub name: Option<String>,
        /// The Application Entity it belongs to; general where left out.
        pub application_entity: Option<String>,
        /// Whether it can be changed.
        pub configurable: Option<YesNo>,
        /// The value it has as delivered.
        pub default: Option<String>,
        /// The values it may have.
        pub range: Option<String>,
        /// Who may change it.
        pub changed_by: Option<String>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// Support of character sets (PS3.2 A.7).
    pub struct CharacterSets {
        /// The defined terms of the supported sets (PS3.3 C.12.1.1.2).
        pub supported: OneOrMany<String>,
        /// What is done with data in an unsupported set.
        pub unsupported: Option<Prose>,
        /// How the sets are configured.
        pub configuration: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// Security (PS3.2 A.8).
    pub struct Security {
        /// Security profiles of PS3.15 (PS3.2 A.8.1).
        pub profiles: List<SecurityProfile>,
        /// Association level security (PS3.2 A.8.2).
        pub association_level: Option<Prose>,
        /// Application level security (PS3.2 A.8.3).
        pub application_level: Option<Prose>,
    }
}

record! {
    /// A security profile of PS3.15 and how it is used.
    pub struct SecurityProfile {
        /// Its registered name.
        pub name: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How it is selected and used.
        pub text: Option<Prose>,
    }
}

record! {
    /// Media interchange (PS3.2 A.5).
    pub struct MediaInterchange {
        /// The Application Entities that write or read media.
        pub application_entities: Named<MediaApplicationEntity>,
    }
}

record! {
    /// An Application Entity that writes or reads media (PS3.2 A.5.2).
    pub struct MediaApplicationEntity {
        /// The Source Application Entity Title of the File Meta Information (PS3.10 7.1).
        pub source_ae_title: Option<String>,
        /// One sentence for the data flow.
        pub summary: Option<Prose>,
        /// The functional definition.
        pub description: Option<Prose>,
        /// The application profiles.
        pub profiles: List<MediaProfile>,
    }
}

record! {
    /// An application profile and what is done with it (PS3.2 Table A.5.2-1).
    pub struct MediaProfile {
        /// The identifier of PS3.11, such as `STD-GEN-CD`.
        pub profile: Option<String>,
        /// The medium, as in the overview: `Compact Disk - Recordable`, `DVD`, …
        pub medium: Option<String>,
        /// The real-world activity.
        pub activity: Option<String>,
        /// The roles.
        pub roles: Words<MediaRole>,
        /// How far the claim goes.
        pub support: Option<Support>,
    }
}
