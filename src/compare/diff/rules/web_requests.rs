//! Web services.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A transaction does not have a resource any more.
    ///
    /// # What it means to a peer
    /// Requests of it get no answer but a failure, or are not made any more.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         resources: ["/studies/{study}", "/studies/{study}/series/{series}"]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         resources: ["/studies/{study}"]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.2
    WEB_RESOURCE_REMOVED = "web-resource-removed": Web, Breaking, since "0.1.0",
    "resource {what} is not supported any more",
    [Removed] in ["web_services.*.transactions.*.resources.*"]
}

change_rule! {
    /// # What it says
    /// A further media type is supported.
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
    ///         media_types: [application/dicom]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         media_types: [application/dicom, application/dicom+json]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.4.4
    WEB_MEDIA_TYPE_ADDED = "web-media-type-added": Web, Compatible, since "0.1.0",
    "media type {what} is supported",
    [Added] in ["web_services.*.media_types.*", "web_services.*.transactions.*.media_types.*"]
}

change_rule! {
    /// # What it says
    /// A media type is not supported any more.
    ///
    /// # What it means to a peer
    /// A peer that accepts nothing else gets no answer but 406 (Not Acceptable), or is not understood.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         media_types: [application/dicom, application/dicom+json]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Retrieve:
    ///         media_types: [application/dicom]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.4.4
    WEB_MEDIA_TYPE_REMOVED = "web-media-type-removed": Web, Breaking, since "0.1.0",
    "media type {what} is not supported any more",
    [Removed] in ["web_services.*.media_types.*", "web_services.*.transactions.*.media_types.*"]
}

change_rule! {
    /// # What it says
    /// A further query parameter or header field is supported.
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
    ///       Search:
    ///         query_parameters: [{name: limit}]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         query_parameters: [{name: limit}, {name: offset}]
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 8
    WEB_PARAMETER_ADDED = "web-parameter-added": Web, Compatible, since "0.1.0",
    "{what} is supported in requests of {in}",
    [Added] in [
        "web_services.*.transactions.*.query_parameters.*",
        "web_services.*.transactions.*.headers.*",
    ]
}

change_rule! {
    /// # What it says
    /// A query parameter or header field is not supported any more.
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
    ///     transactions:
    ///       Search:
    ///         query_parameters: [{name: limit}, {name: offset}]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         query_parameters: [{name: limit}]
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 8
    WEB_PARAMETER_REMOVED = "web-parameter-removed": Web, Breaking, since "0.1.0",
    "{what} is not supported any more in requests of {in}",
    [Removed] in [
        "web_services.*.transactions.*.query_parameters.*",
        "web_services.*.transactions.*.headers.*",
    ]
}

change_rule! {
    /// # What it says
    /// A further value of a query parameter or header field is supported.
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
    ///       Search:
    ///         query_parameters: [{name: fuzzymatching, values: ["false"]}]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         query_parameters: [{name: fuzzymatching, values: ["false", "true"]}]
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 8
    WEB_PARAMETER_VALUE_ADDED = "web-parameter-value-added": Web, Compatible, since "0.1.0",
    "value {what} is supported",
    [Added] in [
        "web_services.*.transactions.*.query_parameters.*.values.*",
        "web_services.*.transactions.*.headers.*.values.*",
    ]
}

change_rule! {
    /// # What it says
    /// A value of a query parameter or header field is not supported any more.
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
    ///     transactions:
    ///       Search:
    ///         query_parameters: [{name: fuzzymatching, values: ["false", "true"]}]
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         query_parameters: [{name: fuzzymatching, values: ["false"]}]
    /// ```
    ///
    /// # References
    /// - PS3.18, chapter 8
    WEB_PARAMETER_VALUE_REMOVED = "web-parameter-value-removed": Web, Breaking, since "0.1.0",
    "value {what} is not supported any more",
    [Removed] in [
        "web_services.*.transactions.*.query_parameters.*.values.*",
        "web_services.*.transactions.*.headers.*.values.*",
    ]
}
