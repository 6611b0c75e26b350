//! `Security`: profiles of PS3.15, and what protects associations and the application.

use super::record::{List, Named, OneOrMany, Words, record};
use super::values::Prose;
use super::words::{Demand, Support, UserIdentityType};

record! {
    /// Security (PS3.2 A.8, N.8).
    pub struct Security {
        /// Security profiles of PS3.15 (PS3.2 A.8.1).
        pub profiles: OneOrMany<SecurityProfile>,
        /// Digital signatures (PS3.2 A.8.1).
        pub digital_signatures: DigitalSignatures,
        /// The security features of IPv6 (PS3.2 A.8.1).
        pub ipv6: Option<Prose>,
        /// Association level security (PS3.2 A.8.2).
        pub association_level: AssociationSecurity,
        /// Transport Layer Security (PS3.15 Annex B).
        pub tls: TransportSecurity,
        /// User identity negotiation (PS3.7 D.3.3.7, PS3.2 N.8.5).
        pub user_identity: UserIdentity,
        /// The TCP ports beside those of Application Entities and web services (PS3.2 N.8.3).
        pub ports: List<PortUse>,
        /// Application level security (PS3.2 A.8.3).
        pub application_level: Option<Prose>,
        /// The audit trail (PS3.15 A.5 to A.7).
        pub audit_trail: AuditTrail,
        /// The security features of web services (PS3.2 N.8.6).
        pub web_services: WebSecurity,
        /// Other features, by the name of each (PS3.2 N.8.7).
        pub other: Named<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A security profile of PS3.15 and how it is used; the short form is its name.
    pub struct SecurityProfile {
        /// The name that PS3.15 gives it.
        pub name: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// The level of support, or the actors that the product is.
        pub level: OneOrMany<String>,
        /// The options of the profile that are supported.
        pub options: OneOrMany<String>,
        /// How it is selected.
        pub selection: Option<Prose>,
        /// How it is used, and how it is extended.
        pub text: Option<Prose>,
    }
}

record! {
    /// What is done with digital signatures (PS3.2 A.8.1).
    pub struct DigitalSignatures {
        /// When signatures are made.
        pub created: Option<Prose>,
        /// When their integrity is preserved.
        pub preserved: Option<Prose>,
        /// When incoming ones are verified.
        pub verified: Option<Prose>,
        /// When they are replaced.
        pub replaced: Option<Prose>,
    }
}

record! {
    /// What is checked before an association is opened (PS3.2 A.8.2); the short form is the text.
    pub struct AssociationSecurity {
        /// What there is to say in general.
        pub text: Option<Prose>,
        /// How the calling AE title is checked.
        pub calling_ae_title: Option<Prose>,
        /// How the called AE title is checked.
        pub called_ae_title: Option<Prose>,
        /// How the address of the peer is checked.
        pub ip_address: Option<Prose>,
        /// How the certificate of the peer is checked.
        pub certificate: Option<Prose>,
    }
}

record! {
    /// Transport Layer Security (PS3.15 Annex B); the short form is the text.
    pub struct TransportSecurity {
        /// The versions of the protocol, such as `TLS 1.3`.
        pub versions: OneOrMany<String>,
        /// The cipher suites.
        pub cipher_suites: OneOrMany<String>,
        /// Whether both sides show a certificate.
        pub mutual_authentication: Option<Support>,
        /// Which certificates are accepted and used.
        pub certificates: Option<Prose>,
        /// How keys and certificates are managed.
        pub key_management: Option<Prose>,
        /// On which ports secured connections are accepted, or how they are chosen.
        pub ports: Option<Prose>,
        /// What happens when the integrity check fails, with the provider reason of the A-P-ABORT.
        pub integrity_failure: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// User identity negotiation (PS3.7 D.3.3.7); the short form is the text.
    pub struct UserIdentity {
        /// The types that are proposed.
        pub initiates: Words<UserIdentityType>,
        /// The types that are accepted.
        pub accepts: Words<UserIdentityType>,
        /// Whether a positive response is asked for or given.
        pub positive_response: Option<Support>,
        /// How the identity is used.
        pub text: Option<Prose>,
    }
}

record! {
    /// A TCP or UDP port (PS3.2 N.8.3).
    pub struct PortUse {
        /// The port, or a range of ports.
        pub port: Option<String>,
        /// What goes over it, such as `HTTPS` or `syslog over TLS`.
        pub protocol: Option<String>,
        /// Who listens or connects: `inbound`, `outbound`, or both.
        pub direction: Option<String>,
        /// Whether it can be changed, and by whom.
        pub changed_by: Option<String>,
        /// What it is for.
        pub text: Option<Prose>,
    }
}

record! {
    /// The audit trail (PS3.15 A.5 to A.7); the short form is the text.
    pub struct AuditTrail {
        /// The events that are recorded.
        pub events: OneOrMany<String>,
        /// How messages are sent, such as `Syslog over TLS`.
        pub transmission: OneOrMany<String>,
        /// The largest message, in bytes.
        pub max_message_size: Option<i64>,
        /// How the receivers are configured.
        pub configuration: Option<Prose>,
        /// Extensions of the message schema.
        pub extensions: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// The security features of web services (PS3.2 N.8.6, PS3.18 7); the short form is the text.
    pub struct WebSecurity {
        /// How users or systems are authenticated, such as `OAuth 2.0 bearer token`.
        pub authentication: OneOrMany<String>,
        /// Who may do what, and how that is decided.
        pub authorization: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}
