//! Web services.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// The product offers or uses a further web service.
    ///
    /// # What it means to a peer
    /// The others go on as before.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    ///   WORKLIST:
    ///     role: origin_server
    ///     service: worklist
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 6
    WEB_SERVICE_ADDED = "web-service-added": Web, Compatible, since "0.1.0",
    "there is a new web service {what}",
    [Added] in ["web_services.*"]
}

change_rule! {
    /// # What it says
    /// A web service is gone, or is not supported any more.
    ///
    /// # What it means to a peer
    /// Its peers reach nobody, or are not asked any more.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    ///   WORKLIST:
    ///     role: origin_server
    ///     service: worklist
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 6
    WEB_SERVICE_REMOVED = "web-service-removed": Web, Breaking, since "0.1.0",
    "web service {what} is gone",
    [Removed] in ["web_services.*"]
}

change_rule! {
    /// # What it says
    /// A web service plays the other role, or is another service.
    ///
    /// # What it means to a peer
    /// Peers of the old role or service have no partner any more.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 6
    WEB_SERVICE_CHANGED = "web-service-changed": Web, Breaking, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["web_services.*.role", "web_services.*.service"]
}

change_rule! {
    /// # What it says
    /// The address of a web service is another one, or is not stated any more.
    ///
    /// # What it means to a peer
    /// Peers that use the old address find nobody there.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     base_url: http://archive/dicom-web
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     base_url: http://archive/v2/dicom-web
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 8
    WEB_ADDRESS_CHANGED = "web-address-changed": Web, Breaking, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Changed, Removed, Raised, Lowered] in ["web_services.*.base_url", "web_services.*.secured_url"]
}

change_rule! {
    /// # What it says
    /// A further address of a web service is stated.
    ///
    /// # What it means to a peer
    /// The addresses that peers used stay as they are.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     base_url: http://archive/dicom-web
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     base_url: http://archive/dicom-web
    ///     secured_url: https://archive/dicom-web
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 8
    WEB_ADDRESS_ADDED = "web-address-added": Web, Compatible, since "0.1.0",
    "{what} is {after}",
    [Added] in ["web_services.*.base_url", "web_services.*.secured_url"]
}

change_rule! {
    /// # What it says
    /// A web service has a further transaction.
    ///
    /// # What it means to a peer
    /// The others go on as before.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}, Search: {}}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.3
    WEB_TRANSACTION_ADDED = "web-transaction-added": Web, Compatible, since "0.1.0",
    "transaction {what} is supported",
    [Added] in ["web_services.*.transactions.*"]
}

change_rule! {
    /// # What it says
    /// A transaction of a web service is gone, or is not supported any more.
    ///
    /// # What it means to a peer
    /// Requests of it fail, or are not made any more.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}, Search: {}}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Retrieve: {}}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.3
    WEB_TRANSACTION_REMOVED = "web-transaction-removed": Web, Breaking, since "0.1.0",
    "transaction {what} is not supported any more",
    [Removed] in ["web_services.*.transactions.*"]
}

change_rule! {
    /// # What it says
    /// A transaction has a further resource.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         resources: ["/studies/{study}"]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         resources: ["/studies/{study}", "/studies/{study}/series/{series}"]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.2
    WEB_RESOURCE_ADDED = "web-resource-added": Web, Compatible, since "0.1.0",
    "resource {what} is supported",
    [Added] in ["web_services.*.transactions.*.resources.*"]
}
