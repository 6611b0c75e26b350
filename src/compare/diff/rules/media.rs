//! Media interchange.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further Application Entity writes or reads media.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
    ///     READER:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.5.2
    MEDIA_ENTITY_ADDED = "media-entity-added": Media, Compatible, since "0.1.0",
    "there is a new Application Entity {what}",
    [Added] in ["media.application_entities.*"]
}

change_rule! {
    /// # What it says
    /// An Application Entity for media is gone, or is not supported any more.
    ///
    /// # What it means to a peer
    /// Media are not written or read by it any more.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
    ///     READER:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.5.2
    MEDIA_ENTITY_REMOVED = "media-entity-removed": Media, Breaking, since "0.1.0",
    "Application Entity {what} is gone",
    [Removed] in ["media.application_entities.*"]
}

change_rule! {
    /// # What it says
    /// A further application profile is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles:
    ///         - {profile: STD-GEN-CD, roles: FSR}
    ///         - {profile: STD-GEN-DVD-RAM, roles: FSR}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.4
    MEDIA_PROFILE_ADDED = "media-profile-added": Media, Compatible, since "0.1.0",
    "profile {what} is supported",
    [Added] in ["media.application_entities.*.profiles.*"]
}

change_rule! {
    /// # What it says
    /// An application profile is not supported any more.
    ///
    /// # What it means to a peer
    /// Media of this profile are not written or not read any more.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles:
    ///         - {profile: STD-GEN-CD, roles: FSR}
    ///         - {profile: STD-GEN-DVD-RAM, roles: FSR}
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.4
    MEDIA_PROFILE_REMOVED = "media-profile-removed": Media, Breaking, since "0.1.0",
    "profile {what} is not supported any more",
    [Removed] in ["media.application_entities.*.profiles.*"]
}

change_rule! {
    /// # What it says
    /// An application profile is supported in a further role.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: [FSC, FSR]}]
    /// ```
    ///
    /// # References
    /// - PS3.10, section 8.3
    MEDIA_ROLE_ADDED = "media-role-added": Media, Compatible, since "0.1.0",
    "{in} is supported as {what}",
    [Added] in ["media.application_entities.*.profiles.*.roles.*"]
}

change_rule! {
    /// # What it says
    /// An application profile is not supported in a role any more.
    ///
    /// # What it means to a peer
    /// Media are not written, not read or not updated any more.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: [FSC, FSR]}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
    /// ```
    ///
    /// # References
    /// - PS3.10, section 8.3
    MEDIA_ROLE_REMOVED = "media-role-removed": Media, Breaking, since "0.1.0",
    "{in} is not supported as {what} any more",
    [Removed] in ["media.application_entities.*.profiles.*.roles.*"]
}

change_rule! {
    /// # What it says
    /// A further SOP class is written to media or read from them.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR, sop_classes: [CT Image Storage]}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR, sop_classes: [CT Image Storage, MR Image Storage]}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.2
    MEDIA_SOP_CLASS_ADDED = "media-sop-class-added": Media, Compatible, since "0.1.0",
    "{what} is supported on media",
    [Added] in [
        "media.application_entities.*.profiles.*.sop_classes.*",
        "media.augmented_profiles.*.sop_classes.*",
        "media.private_profiles.*.sop_classes.*",
    ]
}

change_rule! {
    /// # What it says
    /// A SOP class is not written to media or read from them any more.
    ///
    /// # What it means to a peer
    /// Instances of the class are lost to the reader of the medium.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR, sop_classes: [CT Image Storage, MR Image Storage]}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSR, sop_classes: [CT Image Storage]}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.2
    MEDIA_SOP_CLASS_REMOVED = "media-sop-class-removed": Media, Breaking, since "0.1.0",
    "{what} is not supported any more on media",
    [Removed] in [
        "media.application_entities.*.profiles.*.sop_classes.*",
        "media.augmented_profiles.*.sop_classes.*",
        "media.private_profiles.*.sop_classes.*",
    ]
}

change_rule! {
    /// # What it says
    /// Media are written or read in a further transfer syntax.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-DVD-JPEG, roles: FSR, transfer_syntaxes: [ExplicitVRLittleEndian]}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles:
    ///         - profile: STD-GEN-DVD-JPEG
    ///           roles: FSR
    ///           transfer_syntaxes: [ExplicitVRLittleEndian, JPEGLosslessSV1]
    /// ```
    ///
    /// # References
    /// - PS3.11, section H.3.1
    MEDIA_TRANSFER_SYNTAX_ADDED = "media-transfer-syntax-added": Media, Compatible, since "0.1.0",
    "{what} is supported on media",
    [Added] in [
        "media.application_entities.*.profiles.*.transfer_syntaxes.*",
        "media.augmented_profiles.*.transfer_syntaxes.*",
        "media.private_profiles.*.transfer_syntaxes.*",
    ]
}
