//! Media interchange.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// Media are not written or read in a transfer syntax any more.
    ///
    /// # What it means to a peer
    /// Who reads or writes nothing else cannot exchange media any more.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles:
    ///         - profile: STD-GEN-DVD-JPEG
    ///           roles: FSR
    ///           transfer_syntaxes: [ExplicitVRLittleEndian, JPEGLosslessSV1]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-DVD-JPEG, roles: FSR, transfer_syntaxes: [ExplicitVRLittleEndian]}]
    /// ```
    ///
    /// # References
    /// - PS3.11, section H.3.1
    MEDIA_TRANSFER_SYNTAX_REMOVED = "media-transfer-syntax-removed": Media, Breaking, since "0.1.0",
    "{what} is not supported any more on media",
    [Removed] in [
        "media.application_entities.*.profiles.*.transfer_syntaxes.*",
        "media.augmented_profiles.*.transfer_syntaxes.*",
        "media.private_profiles.*.transfer_syntaxes.*",
    ]
}

change_rule! {
    /// # What it says
    /// There is a further activity with media.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       activities: {Write: {description: A disc is written.}}
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       activities:
    ///         Write: {description: A disc is written.}
    ///         Read: {description: A disc is read.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.5.2.1.2
    MEDIA_ACTIVITY_ADDED = "media-activity-added": Media, Compatible, since "0.1.0",
    "there is a new activity {what}",
    [Added] in [
        "media.application_entities.*.activities.*",
        "media.application_entities.*.profiles.*.activity.*",
    ]
}

change_rule! {
    /// # What it says
    /// An activity with media is gone.
    ///
    /// # What it means to a peer
    /// Peers that use it have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       activities:
    ///         Write: {description: A disc is written.}
    ///         Read: {description: A disc is read.}
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       activities: {Write: {description: A disc is written.}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.5.2.1.2
    MEDIA_ACTIVITY_REMOVED = "media-activity-removed": Media, Breaking, since "0.1.0",
    "activity {what} is gone",
    [Removed] in [
        "media.application_entities.*.activities.*",
        "media.application_entities.*.profiles.*.activity.*",
    ]
}

change_rule! {
    /// # What it says
    /// An option of an application profile is supported, or described, that was not.
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
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC, options: {Icons: Images have icons.}}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.5.2.1.2
    MEDIA_PROFILE_OPTION_ADDED = "media-profile-option-added": Media, Compatible, since "0.1.0",
    "option {what} is supported",
    [Added] in ["media.application_entities.*.profiles.*.options.*"]
}

change_rule! {
    /// # What it says
    /// An option of an application profile is not supported, or not described, any more.
    ///
    /// # What it means to a peer
    /// Peers that use it have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC, options: {Icons: Images have icons.}}]
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       profiles: [{profile: STD-GEN-CD, roles: FSC}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.5.2.1.2
    MEDIA_PROFILE_OPTION_REMOVED = "media-profile-option-removed": Media, Breaking, since "0.1.0",
    "option {what} is not supported any more",
    [Removed] in ["media.application_entities.*.profiles.*.options.*"]
}

change_rule! {
    /// # What it says
    /// Another title, creator or medium stands in the file meta information or in the table of profiles.
    ///
    /// # What it means to a peer
    /// Readers do not depend on it.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       source_ae_title: DISC
    /// ```
    /// ```yaml new
    /// media:
    ///   application_entities:
    ///     DISC:
    ///       source_ae_title: WRITER
    /// ```
    ///
    /// # References
    /// - PS3.10, section 7.1
    MEDIA_SOURCE_TITLE_CHANGED = "media-source-title-changed": Media, Compatible, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "media.application_entities.*.source_ae_title",
        "media.application_entities.*.private_information_creator",
        "media.application_entities.*.profiles.*.medium",
    ]
}

change_rule! {
    /// # What it says
    /// The statement defines a further application profile.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   augmented_profiles: {}
    /// ```
    /// ```yaml new
    /// media:
    ///   augmented_profiles: {AUG-GEN-CD: {base: STD-GEN-CD}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.4.2
    MEDIA_PROFILE_DEFINITION_ADDED = "media-profile-definition-added": Media, Compatible, since "0.1.0",
    "profile {what} is defined",
    [Added] in ["media.augmented_profiles.*", "media.private_profiles.*"]
}

change_rule! {
    /// # What it says
    /// The statement does not define an application profile any more.
    ///
    /// # What it means to a peer
    /// Nobody can tell any more what media of this profile hold.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   augmented_profiles: {AUG-GEN-CD: {base: STD-GEN-CD}}
    /// ```
    /// ```yaml new
    /// media:
    ///   augmented_profiles: {}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.4.2
    MEDIA_PROFILE_DEFINITION_REMOVED = "media-profile-definition-removed": Media, Breaking, since "0.1.0",
    "profile {what} is not defined any more",
    [Removed] in ["media.augmented_profiles.*", "media.private_profiles.*"]
}

change_rule! {
    /// # What it says
    /// A profile that the statement defines adds to another profile, or is for another medium.
    ///
    /// # What it means to a peer
    /// Media that were written under the old definition may not be read any more.
    ///
    /// # Example
    /// ```yaml old
    /// media:
    ///   augmented_profiles: {AUG-GEN-CD: {base: STD-GEN-CD}}
    /// ```
    /// ```yaml new
    /// media:
    ///   augmented_profiles: {AUG-GEN-CD: {base: STD-GEN-DVD-RAM}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.4.2
    MEDIA_PROFILE_BASE_CHANGED = "media-profile-base-changed": Media, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "media.augmented_profiles.*.base",
        "media.augmented_profiles.*.medium",
        "media.private_profiles.*.base",
        "media.private_profiles.*.medium",
    ]
}
