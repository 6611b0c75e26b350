//! Web services.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A search gives fewer results at a time, or a limit is stated that was not.
    ///
    /// # What it means to a peer
    /// A peer that does not page through the results misses some.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         max_results: 500
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         max_results: 100
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.6.5
    WEB_RESULT_LIMIT_LOWERED = "web-result-limit-lowered": Web, Breaking, since "0.1.0",
    "a search gives at most {after} results[, not {before}]",
    [Lowered, Added] in ["web_services.*.transactions.*.max_results.value"]
}

change_rule! {
    /// # What it says
    /// A search gives more results at a time, or there is no limit any more.
    ///
    /// # What it means to a peer
    /// Whoever pages through the results goes on doing so.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         max_results: 100
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         max_results: 500
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.6.5
    WEB_RESULT_LIMIT_RAISED = "web-result-limit-raised": Web, Compatible, since "0.1.0",
    "a search gives up to {after} results",
    [Raised, Removed] in ["web_services.*.transactions.*.max_results.value"]
}

change_rule! {
    /// # What it says
    /// A status code of HTTP, or a reason, is returned that was not, or is not returned any more.
    ///
    /// # What it means to a peer
    /// Who gets an unknown status goes by its class: 2xx success, 4xx and 5xx failure.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         responses: [{code: 200}]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         responses: [{code: 200}, {code: 206}]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.4.5
    HTTP_STATUS_CHANGED = "http-status-changed": Web, Compatible, since "0.1.0",
    "status {what} is described differently",
    [Added, Removed] in [
        "web_services.*.transactions.*.responses.*",
        "web_services.*.transactions.*.reasons.*",
    ]
}

change_rule! {
    /// # What it says
    /// A further way of authentication is supported.
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
    ///     connection_policy: {authentication: [Basic]}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {authentication: [Basic, Bearer]}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.11
    WEB_AUTHENTICATION_ADDED = "web-authentication-added": Web, Compatible, since "0.1.0",
    "authentication by {what} is supported",
    [Added] in [
        "web_services.*.connection_policy.authentication.*",
        "security.web_services.authentication.*",
    ]
}

change_rule! {
    /// # What it says
    /// A way of authentication is not supported any more.
    ///
    /// # What it means to a peer
    /// A peer that knows no other way is not let in.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {authentication: [Basic, Bearer]}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {authentication: [Basic]}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.11
    WEB_AUTHENTICATION_REMOVED = "web-authentication-removed": Web, Breaking, since "0.1.0",
    "authentication by {what} is not supported any more",
    [Removed] in [
        "web_services.*.connection_policy.authentication.*",
        "security.web_services.authentication.*",
    ]
}

change_rule! {
    /// # What it says
    /// A further version of HTTP is supported.
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
    ///     connection_policy: {http_versions: [HTTP/1.1]}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {http_versions: [HTTP/1.1, HTTP/2]}
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 6
    HTTP_VERSION_ADDED = "http-version-added": Web, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["web_services.*.connection_policy.http_versions.*"]
}

change_rule! {
    /// # What it says
    /// A version of HTTP is not supported any more.
    ///
    /// # What it means to a peer
    /// Peers that use it have to do without.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {http_versions: [HTTP/1.1, HTTP/2]}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {http_versions: [HTTP/1.1]}
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 6
    HTTP_VERSION_REMOVED = "http-version-removed": Web, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["web_services.*.connection_policy.http_versions.*"]
}

change_rule! {
    /// # What it says
    /// Fewer connections are served at a time, or a limit is stated that was not.
    ///
    /// # What it means to a peer
    /// Where more peers connect at once than fit, some are turned away.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {max_connections: 100}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     connection_policy: {max_connections: 10}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.4.5
    WEB_CONNECTIONS_LOWERED = "web-connections-lowered": Web, Breaking, since "0.1.0",
    "only {after} connections are served at a time[, not {before}]",
    [Lowered, Added] in ["web_services.*.connection_policy.max_connections.value"]
}
