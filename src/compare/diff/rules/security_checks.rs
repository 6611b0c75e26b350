//! Security.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A form of user identity is not accepted any more.
    ///
    /// # What it means to a peer
    /// Users of a peer that knows no other form are not known any more, or are not let in.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   user_identity: {accepts: [username, saml]}
    /// ```
    /// ```yaml new
    /// security:
    ///   user_identity: {accepts: [username]}
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.7
    ACCEPTED_USER_IDENTITY_REMOVED = "accepted-user-identity-removed": Security, Breaking, since "0.1.0",
    "user identity by {what} is not accepted any more",
    [Removed] in ["security.user_identity.accepts.*"]
}

change_rule! {
    /// # What it says
    /// A further form of user identity is sent.
    ///
    /// # What it means to a peer
    /// A peer that does not know the form ignores it.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   user_identity: {initiates: [username]}
    /// ```
    /// ```yaml new
    /// security:
    ///   user_identity: {initiates: [username, saml]}
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.7
    SENT_USER_IDENTITY_ADDED = "sent-user-identity-added": Security, Compatible, since "0.1.0",
    "user identity by {what} is sent",
    [Added] in ["security.user_identity.initiates.*"]
}

change_rule! {
    /// # What it says
    /// A form of user identity is not sent any more.
    ///
    /// # What it means to a peer
    /// A peer that lets in only users whom it knows by this form turns the product away.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   user_identity: {initiates: [username, saml]}
    /// ```
    /// ```yaml new
    /// security:
    ///   user_identity: {initiates: [username]}
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.7
    SENT_USER_IDENTITY_REMOVED = "sent-user-identity-removed": Security, Breaking, since "0.1.0",
    "user identity by {what} is not sent any more",
    [Removed] in ["security.user_identity.initiates.*"]
}

change_rule! {
    /// # What it says
    /// A further port is used.
    ///
    /// # What it means to a peer
    /// Firewalls have to let it pass for what is new; what worked goes on without it.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   ports: [{port: "104", protocol: DICOM, direction: inbound}]
    /// ```
    /// ```yaml new
    /// security:
    ///   ports:
    ///     - {port: "104", protocol: DICOM, direction: inbound}
    ///     - {port: "443", protocol: HTTPS, direction: outbound}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.8.2
    USED_PORT_ADDED = "used-port-added": Security, Compatible, since "0.1.0",
    "port {what} is used",
    [Added] in ["security.ports.*"]
}

change_rule! {
    /// # What it says
    /// A port is not used any more.
    ///
    /// # What it means to a peer
    /// Who connects to it finds nobody there.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   ports:
    ///     - {port: "104", protocol: DICOM, direction: inbound}
    ///     - {port: "443", protocol: HTTPS, direction: outbound}
    /// ```
    /// ```yaml new
    /// security:
    ///   ports: [{port: "104", protocol: DICOM, direction: inbound}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.8.2
    USED_PORT_REMOVED = "used-port-removed": Security, Breaking, since "0.1.0",
    "port {what} is not used any more",
    [Removed] in ["security.ports.*"]
}

change_rule! {
    /// # What it says
    /// A further event is recorded in the audit trail, or it is sent in a further way.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   audit_trail: {events: [User Authentication]}
    /// ```
    /// ```yaml new
    /// security:
    ///   audit_trail: {events: [User Authentication, Export]}
    /// ```
    ///
    /// # References
    /// - PS3.15, section A.6
    AUDIT_EVENT_ADDED = "audit-event-added": Security, Compatible, since "0.1.0",
    "{what} is part of the audit trail",
    [Added] in ["security.audit_trail.events.*", "security.audit_trail.transmission.*"]
}

change_rule! {
    /// # What it says
    /// An event is not recorded in the audit trail any more, or it is not sent in a way any more.
    ///
    /// # What it means to a peer
    /// The audit record repository gets less than it is meant to keep.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   audit_trail: {events: [User Authentication, Export]}
    /// ```
    /// ```yaml new
    /// security:
    ///   audit_trail: {events: [User Authentication]}
    /// ```
    ///
    /// # References
    /// - PS3.15, section A.6
    AUDIT_EVENT_REMOVED = "audit-event-removed": Security, Breaking, since "0.1.0",
    "{what} is not part of the audit trail any more",
    [Removed] in ["security.audit_trail.events.*", "security.audit_trail.transmission.*"]
}

change_rule! {
    /// # What it says
    /// Messages of the audit trail are longer or shorter.
    ///
    /// # What it means to a peer
    /// A repository that cuts long messages off has to be set accordingly.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   audit_trail: {max_message_size: 2048}
    /// ```
    /// ```yaml new
    /// security:
    ///   audit_trail: {max_message_size: 8192}
    /// ```
    ///
    /// # References
    /// - PS3.15, section A.6
    AUDIT_MESSAGE_SIZE_CHANGED = "audit-message-size-changed": Security, Compatible, since "0.1.0",
    "messages of the audit trail have up to {after} bytes[, not {before}]",
    [Raised, Lowered, Added, Removed, Changed] in ["security.audit_trail.max_message_size"]
}

change_rule! {
    /// # What it says
    /// The AE title, the address or the certificate of a peer is checked before an association is accepted.
    ///
    /// # What it means to a peer
    /// Peers that are not configured are turned away.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   association_level: {calling_ae_title: It must be known.}
    /// ```
    /// ```yaml new
    /// security:
    ///   association_level: {calling_ae_title: It must be known., ip_address: It must be known.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.8.2
    ASSOCIATION_CHECK_ADDED = "association-check-added": Security, Breaking, since "0.1.0",
    "the {what} of a peer is checked",
    [Added] in [
        "security.association_level.calling_ae_title",
        "security.association_level.called_ae_title",
        "security.association_level.ip_address",
        "security.association_level.certificate",
    ]
}

change_rule! {
    /// # What it says
    /// The AE title, the address or the certificate of a peer is not checked any more.
    ///
    /// # What it means to a peer
    /// Peers that passed the check are let in as before.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   association_level: {calling_ae_title: It must be known., ip_address: It must be known.}
    /// ```
    /// ```yaml new
    /// security:
    ///   association_level: {calling_ae_title: It must be known.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.8.2
    ASSOCIATION_CHECK_REMOVED = "association-check-removed": Security, Compatible, since "0.1.0",
    "the {what} of a peer is not checked any more",
    [Removed] in [
        "security.association_level.calling_ae_title",
        "security.association_level.called_ae_title",
        "security.association_level.ip_address",
        "security.association_level.certificate",
    ]
}
