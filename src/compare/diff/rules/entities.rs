//! Application Entities and their associations.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// The product has a further Application Entity.
    ///
    /// # What it means to a peer
    /// Peers of the others need not know it; who wants its services must add its title and address.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///   WORKLIST:
    ///     ae_title: WORKLIST
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2
    APPLICATION_ENTITY_ADDED = "application-entity-added": Networking, Compatible, since "0.1.0",
    "there is a new Application Entity {what}",
    [Added] in ["application_entities.*"]
}

change_rule! {
    /// # What it says
    /// An Application Entity is gone, or is not supported any more.
    ///
    /// # What it means to a peer
    /// No peer reaches it, whatever it offered. Its presentation contexts are not told one by one.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///   WORKLIST:
    ///     ae_title: WORKLIST
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2
    APPLICATION_ENTITY_REMOVED = "application-entity-removed": Networking, Breaking, since "0.1.0",
    "Application Entity {what} is gone",
    [Removed] in ["application_entities.*"]
}

change_rule! {
    /// # What it says
    /// The document has another name for an Application Entity, which is known by its AE title or by all that is said
    /// of it.
    ///
    /// # What it means to a peer
    /// Peers know the title, not the name in the document.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   STORE:
    ///     ae_title: ARCHIVE
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2
    APPLICATION_ENTITY_RENAMED = "application-entity-renamed": Networking, Editorial, since "0.1.0",
    "Application Entity {before} is called {after} now",
    [Renamed] in ["application_entities.*"]
}

change_rule! {
    /// # What it says
    /// The default AE title of an entity is another one.
    ///
    /// # What it means to a peer
    /// Peers that call or admit the entity by its title must be configured anew.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: STORE
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    AE_TITLE_CHANGED = "ae-title-changed": Networking, Breaking, since "0.1.0",
    "the AE title is {after}[, not {before}]",
    [Changed, Raised, Lowered] in ["application_entities.*.ae_title"]
}

change_rule! {
    /// # What it says
    /// The default AE title of an entity is stated now.
    ///
    /// # What it means to a peer
    /// Peers can be configured from the document; what they were configured with before is not contradicted.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    ///     ae_title: ARCHIVE
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    AE_TITLE_ADDED = "ae-title-added": Networking, Compatible, since "0.1.0",
    "the AE title is stated[: {after}]",
    [Added] in ["application_entities.*.ae_title"]
}

change_rule! {
    /// # What it says
    /// The default AE title of an entity is not stated any more.
    ///
    /// # What it means to a peer
    /// Nobody can tell from the document whether the title by which peers know the entity still holds.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    ///     ae_title: ARCHIVE
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    AE_TITLE_REMOVED = "ae-title-removed": Networking, Breaking, since "0.1.0",
    "the AE title {before} is not stated any more",
    [Removed] in ["application_entities.*.ae_title"]
}

change_rule! {
    /// # What it says
    /// An entity listens on another port.
    ///
    /// # What it means to a peer
    /// Peers that connect to the old port find nobody there.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 11112
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    LISTENING_PORT_CHANGED = "listening-port-changed": Networking, Breaking, since "0.1.0",
    "the {what} is {after}[, not {before}]",
    [Changed, Raised, Lowered] in ["application_entities.*.port", "application_entities.*.tls_port"]
}

change_rule! {
    /// # What it says
    /// An entity listens on a further port, or a port is stated now.
    ///
    /// # What it means to a peer
    /// The ports that peers used stay as they are.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    ///     tls_port: 2762
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    LISTENING_PORT_ADDED = "listening-port-added": Networking, Compatible, since "0.1.0",
    "there is a {what}[: {after}]",
    [Added] in ["application_entities.*.port", "application_entities.*.tls_port"]
}

change_rule! {
    /// # What it says
    /// A port on which an entity listened is gone.
    ///
    /// # What it means to a peer
    /// Peers that connect to it find nobody there; without the port for TLS, connections are not protected any more.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    ///     tls_port: 2762
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     port: 104
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    LISTENING_PORT_REMOVED = "listening-port-removed": Networking, Breaking, since "0.1.0",
    "{what} {before} is gone",
    [Removed] in ["application_entities.*.port", "application_entities.*.tls_port"]
}

change_rule! {
    /// # What it says
    /// An entity has a further real-world activity, with presentation contexts of its own.
    ///
    /// # What it means to a peer
    /// The other activities go on as before. The presentation contexts that come with it are not told one by one.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///       Answer:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.1.1
    ACTIVITY_ADDED = "activity-added": Networking, Compatible, since "0.1.0",
    "there is a new activity {what}",
    [Added] in ["application_entities.*.activities.*"]
}
