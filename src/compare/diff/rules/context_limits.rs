//! Presentation contexts: SOP classes, roles, transfer syntaxes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A presentation context holds on a condition only.
    ///
    /// # What it means to a peer
    /// Where the condition is not met, peers have it no more.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             condition: with the option Import
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.2
    CONTEXT_CONDITION_ADDED = "context-condition-added": Networking, Breaking, since "0.1.0",
    "{in} holds on a condition",
    [Added] in [
        "application_entities.*.accepts.*.condition",
        "application_entities.*.initiates.*.condition",
    ]
}

change_rule! {
    /// # What it says
    /// A presentation context that held on a condition holds always.
    ///
    /// # What it means to a peer
    /// Whoever met the condition sees no difference.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             condition: with the option Import
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.2
    CONTEXT_CONDITION_REMOVED = "context-condition-removed": Networking, Compatible, since "0.1.0",
    "{in} holds without a condition",
    [Removed] in [
        "application_entities.*.accepts.*.condition",
        "application_entities.*.initiates.*.condition",
    ]
}

change_rule! {
    /// # What it says
    /// The condition of a presentation context is worded differently.
    ///
    /// # What it means to a peer
    /// Whether it is still the same condition has to be read.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             condition: with the option Import
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             condition: if the option Import is installed
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.2
    CONTEXT_CONDITION_REWORDED = "context-condition-reworded": Networking, Editorial, since "0.1.0",
    "the condition of {in} is worded differently",
    [Changed, Raised, Lowered] in [
        "application_entities.*.accepts.*.condition",
        "application_entities.*.initiates.*.condition",
    ]
}

change_rule! {
    /// # What it says
    /// Instances are sent in lossy form only, or some are too large for a transfer syntax.
    ///
    /// # What it means to a peer
    /// A peer that needs the complete data, or the transfer syntax for all instances, does not get it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             lossy_only: true
    /// ```
    ///
    /// # References
    /// - PS3.5, section 10.1
    CONTEXT_RESTRICTED = "context-restricted": Networking, Breaking, since "0.1.0",
    "{in} is restricted: {what}",
    [Added, Raised] in [
        "application_entities.*.accepts.*.lossy_only",
        "application_entities.*.initiates.*.lossy_only",
        "application_entities.*.accepts.*.too_large",
        "application_entities.*.initiates.*.too_large",
    ]
}

change_rule! {
    /// # What it says
    /// A restriction to lossy form, or by size, is gone.
    ///
    /// # What it means to a peer
    /// What worked with the restriction works without it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    ///             lossy_only: true
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - abstract_syntax: CT Image Storage
    ///             transfer_syntaxes: ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.5, section 10.1
    CONTEXT_UNRESTRICTED = "context-unrestricted": Networking, Compatible, since "0.1.0",
    "{in} is restricted no more: {what}",
    [Removed, Lowered] in [
        "application_entities.*.accepts.*.lossy_only",
        "application_entities.*.initiates.*.lossy_only",
        "application_entities.*.accepts.*.too_large",
        "application_entities.*.initiates.*.too_large",
    ]
}

change_rule! {
    /// # What it says
    /// An entity creates instances of a further SOP class.
    ///
    /// # What it means to a peer
    /// Peers get instances that they did not get before, if they accept them.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     creates: [CT Image Storage]
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     creates: [CT Image Storage, MR Image Storage]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    CREATED_SOP_CLASS_ADDED = "created-sop-class-added": Objects, Compatible, since "0.1.0",
    "instances of {what} are created",
    [Added] in ["application_entities.*.creates.*"]
}

change_rule! {
    /// # What it says
    /// An entity creates no more instances of a SOP class.
    ///
    /// # What it means to a peer
    /// Peers that work with such instances get no new ones.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     creates: [CT Image Storage, MR Image Storage]
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     creates: [CT Image Storage]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    CREATED_SOP_CLASS_REMOVED = "created-sop-class-removed": Objects, Breaking, since "0.1.0",
    "instances of {what} are not created any more",
    [Removed] in ["application_entities.*.creates.*"]
}
