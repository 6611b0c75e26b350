//! Sites: their entities and links.

use super::conditions::is_prose;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further Application Entity is deployed.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    /// ```
    /// ```yaml new
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1
    SITE_ENTITY_ADDED = "site-entity-added": Sites, Compatible, since "0.1.0",
    "{what} is deployed",
    [Added] in ["application_entities.*"]
}

change_rule! {
    /// # What it says
    /// An Application Entity is not deployed any more.
    ///
    /// # What it means to a peer
    /// Whoever spoke to it finds nobody there.
    ///
    /// # Example
    /// ```yaml old
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// ```
    /// ```yaml new
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1
    SITE_ENTITY_REMOVED = "site-entity-removed": Sites, Breaking, since "0.1.0",
    "{what} is not deployed any more",
    [Removed] in ["application_entities.*"]
}

change_rule! {
    /// # What it says
    /// There is a further governed link.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// ```
    /// ```yaml new
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1
    SITE_LINK_ADDED = "site-link-added": Sites, Compatible, since "0.1.0",
    "there is a link {what}",
    [Added] in ["links.*"]
}

change_rule! {
    /// # What it says
    /// A governed link is gone.
    ///
    /// # What it means to a peer
    /// What went over it is not agreed any more.
    ///
    /// # Example
    /// ```yaml old
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push
    /// ```
    /// ```yaml new
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1
    SITE_LINK_REMOVED = "site-link-removed": Sites, Breaking, since "0.1.0",
    "the link {what} is gone",
    [Removed] in ["links.*"]
}

change_rule! {
    /// # What it says
    /// A deployed entity has another title, address or protocol.
    ///
    /// # What it means to a peer
    /// Whoever speaks to it must be configured anew.
    ///
    /// # Example
    /// ```yaml old
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// ```
    /// ```yaml new
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   PACS: {ae_title: PACS, host: 10.0.0.6, port: 104}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1
    SITE_ADDRESS_CHANGED = "site-address-changed": Sites, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "application_entities.*.ae_title",
        "application_entities.*.host",
        "application_entities.*.port",
        "application_entities.*.endpoint_url",
        "application_entities.*.protocol",
    ]
}

change_rule! {
    /// # What it says
    /// A deployed entity or a link is at another stage of its life.
    ///
    /// # What it means to a peer
    /// The stage says how the agreement stands; what can be done is told by other changes.
    ///
    /// # Example
    /// ```yaml old
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push planned
    /// ```
    /// ```yaml new
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   CT1: {ae_title: CT1, host: 10.0.0.7, port: 104}
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1
    SITE_STATUS_CHANGED = "site-status-changed": Sites, Compatible, since "0.1.0",
    "{in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["application_entities.*.status", "links.*.status"]
}

change_rule! {
    /// # What it says
    /// Something else is said of a site, an entity or a link.
    ///
    /// # What it means to a peer
    /// It is governance, not what is negotiated.
    ///
    /// # Example
    /// ```yaml old
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104}
    /// ```
    /// ```yaml new
    /// kind: site
    /// organization: Example Hospital
    /// application_entities:
    ///   PACS: {ae_title: PACS, host: 10.0.0.5, port: 104, equipment: Rack 4}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1
    SITE_VALUE_CHANGED = "site-value-changed": Sites, Compatible, since "0.1.0",
    "{what} of {in} is another one",
    [Changed, Added, Removed, Raised, Lowered, Reordered] in ["**"], if |difference| !is_prose(difference)
}
