//! Security.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further security profile is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   profiles: [Basic TLS Secure Transport Connection Profile]
    /// ```
    /// ```yaml new
    /// security:
    ///   profiles:
    ///     - Basic TLS Secure Transport Connection Profile
    ///     - BCP 195 TLS Secure Transport Connection Profile
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.8.1
    SECURITY_PROFILE_ADDED = "security-profile-added": Security, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["security.profiles.*"]
}

change_rule! {
    /// # What it says
    /// A security profile is not supported any more.
    ///
    /// # What it means to a peer
    /// A peer that secures its connections by this profile, and by no other, is not let in or is not protected.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   profiles:
    ///     - Basic TLS Secure Transport Connection Profile
    ///     - BCP 195 TLS Secure Transport Connection Profile
    /// ```
    /// ```yaml new
    /// security:
    ///   profiles: [Basic TLS Secure Transport Connection Profile]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.8.1
    SECURITY_PROFILE_REMOVED = "security-profile-removed": Security, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["security.profiles.*"]
}

change_rule! {
    /// # What it says
    /// An option or level of a security profile is supported that was not.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   profiles: [{name: Basic Application Level Confidentiality Profile}]
    /// ```
    /// ```yaml new
    /// security:
    ///   profiles:
    ///     - name: Basic Application Level Confidentiality Profile
    ///       options: [Clean Pixel Data Option]
    /// ```
    ///
    /// # References
    /// - PS3.15, section E.1.3
    SECURITY_PROFILE_OPTION_ADDED = "security-profile-option-added": Security, Compatible, since "0.1.0",
    "{what} of {in} is supported",
    [Added] in ["security.profiles.*.options.*", "security.profiles.*.level.*"]
}

change_rule! {
    /// # What it says
    /// An option or level of a security profile is not supported any more.
    ///
    /// # What it means to a peer
    /// Peers that use it have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   profiles:
    ///     - name: Basic Application Level Confidentiality Profile
    ///       options: [Clean Pixel Data Option]
    /// ```
    /// ```yaml new
    /// security:
    ///   profiles: [{name: Basic Application Level Confidentiality Profile}]
    /// ```
    ///
    /// # References
    /// - PS3.15, section E.1.3
    SECURITY_PROFILE_OPTION_REMOVED = "security-profile-option-removed": Security, Breaking, since "0.1.0",
    "{what} of {in} is not supported any more",
    [Removed] in ["security.profiles.*.options.*", "security.profiles.*.level.*"]
}

change_rule! {
    /// # What it says
    /// A further version of TLS is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   tls: {versions: ["1.2"]}
    /// ```
    /// ```yaml new
    /// security:
    ///   tls: {versions: ["1.2", "1.3"]}
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    TLS_VERSION_ADDED = "tls-version-added": Security, Compatible, since "0.1.0",
    "TLS {what} is supported",
    [Added] in ["security.tls.versions.*"]
}

change_rule! {
    /// # What it says
    /// A version of TLS is not supported any more.
    ///
    /// # What it means to a peer
    /// A peer that knows no other version cannot connect. Even where an old version is rightly given up, its peers must
    /// be told.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   tls: {versions: ["1.2", "1.3"]}
    /// ```
    /// ```yaml new
    /// security:
    ///   tls: {versions: ["1.2"]}
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    TLS_VERSION_REMOVED = "tls-version-removed": Security, Breaking, since "0.1.0",
    "TLS {what} is not supported any more",
    [Removed] in ["security.tls.versions.*"]
}

change_rule! {
    /// # What it says
    /// A further cipher suite is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   tls: {cipher_suites: [TLS_AES_128_GCM_SHA256]}
    /// ```
    /// ```yaml new
    /// security:
    ///   tls: {cipher_suites: [TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384]}
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    CIPHER_SUITE_ADDED = "cipher-suite-added": Security, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["security.tls.cipher_suites.*"]
}

change_rule! {
    /// # What it says
    /// A cipher suite is not supported any more.
    ///
    /// # What it means to a peer
    /// A peer that knows no other cipher suite cannot connect.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   tls: {cipher_suites: [TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384]}
    /// ```
    /// ```yaml new
    /// security:
    ///   tls: {cipher_suites: [TLS_AES_128_GCM_SHA256]}
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    CIPHER_SUITE_REMOVED = "cipher-suite-removed": Security, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["security.tls.cipher_suites.*"]
}

change_rule! {
    /// # What it says
    /// Peers have to show a certificate, or may have to, where they did not.
    ///
    /// # What it means to a peer
    /// A peer without a certificate that is trusted is not let in.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   tls: {mutual_authentication: no}
    /// ```
    /// ```yaml new
    /// security:
    ///   tls: {mutual_authentication: yes}
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    MUTUAL_AUTHENTICATION_RAISED = "mutual-authentication-raised": Security, Breaking, since "0.1.0",
    "mutual authentication is {after}[, not {before}]",
    [Raised, Added] in ["security.tls.mutual_authentication"]
}

change_rule! {
    /// # What it says
    /// Peers need not show a certificate any more, or it is an option.
    ///
    /// # What it means to a peer
    /// Peers that show one are let in as before. Whoever trusted in mutual authentication for reasons of security must
    /// look at it.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   tls: {mutual_authentication: yes}
    /// ```
    /// ```yaml new
    /// security:
    ///   tls: {mutual_authentication: no}
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    MUTUAL_AUTHENTICATION_LOWERED = "mutual-authentication-lowered": Security, Compatible, since "0.1.0",
    "mutual authentication is {after}[, not {before}]",
    [Lowered, Removed] in ["security.tls.mutual_authentication"]
}

change_rule! {
    /// # What it says
    /// A further form of user identity is accepted.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// security:
    ///   user_identity: {accepts: [username]}
    /// ```
    /// ```yaml new
    /// security:
    ///   user_identity: {accepts: [username, saml]}
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.7
    ACCEPTED_USER_IDENTITY_ADDED = "accepted-user-identity-added": Security, Compatible, since "0.1.0",
    "user identity by {what} is accepted",
    [Added] in ["security.user_identity.accepts.*"]
}
