//! SOP specific conformance: services, statuses, attributes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A limit of what is displayed or processed is another one.
    ///
    /// # What it means to a peer
    /// Limits are told in words; whether the new one is wider has to be read, and until then it may be narrower.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             limits: {Largest matrix: 4096 x 4096}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             limits: {Largest matrix: 2048 x 2048}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    PROCESSING_LIMIT_CHANGED = "processing-limit-changed": Services, Breaking, since "0.1.0",
    "the limit {what} is {after}[, not {before}]",
    [Changed, Raised, Lowered] in ["application_entities.*.conformance.*.limits.*"]
}

change_rule! {
    /// # What it says
    /// Instances are converted from one transfer syntax to another where they were not.
    ///
    /// # What it means to a peer
    /// A peer gets instances in a form that it could not get before; what it stored may come back in another form.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             transcoding: [{from: ExplicitVRLittleEndian, to: JPEGLosslessSV1}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    TRANSCODING_ADDED = "transcoding-added": Services, Compatible, since "0.1.0",
    "instances are converted from {what}",
    [Added] in ["application_entities.*.conformance.*.transcoding.*"]
}

change_rule! {
    /// # What it says
    /// Instances are not converted any more from one transfer syntax to another.
    ///
    /// # What it means to a peer
    /// A peer that understands only the other form does not get them.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             transcoding: [{from: ExplicitVRLittleEndian, to: JPEGLosslessSV1}]
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.4.1.3
    TRANSCODING_REMOVED = "transcoding-removed": Services, Breaking, since "0.1.0",
    "instances are not converted any more from {what}",
    [Removed] in ["application_entities.*.conformance.*.transcoding.*"]
}

change_rule! {
    /// # What it says
    /// A status code is returned, or handled, that was not.
    ///
    /// # What it means to a peer
    /// Who gets an unknown status goes by its class (success, warning, failure), so old peers know what to do.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses:
    ///               - {code: 0000, category: Success}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses:
    ///               - {code: 0000, category: Success}
    ///               - {code: A700, category: Refused}
    /// ```
    ///
    /// # References
    /// - PS3.7, Annex C
    STATUS_CODE_ADDED = "status-code-added": Services, Compatible, since "0.1.0",
    "status {what} is among the responses of {in}",
    [Added] in [
        "application_entities.*.conformance.*.responses.*",
        "application_entities.*.conformance.*.failure_reasons.*",
        "application_entities.*.conformance.*.services.*.responses.*",
        "application_entities.*.conformance.*.members.*.services.*.responses.*",
    ]
}

change_rule! {
    /// # What it says
    /// A status code is not returned, or not handled specially, any more.
    ///
    /// # What it means to a peer
    /// A peer never gets it any more, or is treated by the class of the status; nothing that it asks for depends on it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses:
    ///               - {code: 0000, category: Success}
    ///               - {code: A700, category: Refused}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses:
    ///               - {code: 0000, category: Success}
    /// ```
    ///
    /// # References
    /// - PS3.7, Annex C
    STATUS_CODE_REMOVED = "status-code-removed": Services, Compatible, since "0.1.0",
    "status {what} is not among the responses of {in} any more",
    [Removed] in [
        "application_entities.*.conformance.*.responses.*",
        "application_entities.*.conformance.*.failure_reasons.*",
        "application_entities.*.conformance.*.services.*.responses.*",
        "application_entities.*.conformance.*.members.*.services.*.responses.*",
    ]
}

change_rule! {
    /// # What it says
    /// A status code belongs to another class.
    ///
    /// # What it means to a peer
    /// What was a warning may be a failure now: peers that decide by the class repeat or give up where they did not.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses:
    ///               - {code: B000, category: Warning}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses:
    ///               - {code: B000, category: Failure}
    /// ```
    ///
    /// # References
    /// - PS3.7, Annex C
    STATUS_CATEGORY_CHANGED = "status-category-changed": Services, Breaking, since "0.1.0",
    "status {in} counts as {after}[, not as {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "application_entities.*.conformance.*.responses.*.category",
        "application_entities.*.conformance.*.failure_reasons.*.category",
        "application_entities.*.conformance.*.services.*.responses.*.category",
        "application_entities.*.conformance.*.members.*.services.*.responses.*.category",
    ]
}

change_rule! {
    /// # What it says
    /// A DIMSE service of a SOP class is described as supported that was not.
    ///
    /// # What it means to a peer
    /// Peers may use it; nobody has to.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Modality Performed Procedure Step as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE: {text: The step is begun.}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Modality Performed Procedure Step as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE: {text: The step is begun.}
    ///               N-SET: {text: The step is ended.}
    /// ```
    ///
    /// # References
    /// - PS3.7, section 10.1
    DIMSE_SERVICE_ADDED = "dimse-service-added": Services, Compatible, since "0.1.0",
    "{what} is supported for {in}",
    [Added] in [
        "application_entities.*.conformance.*.services.*",
        "application_entities.*.conformance.*.members.*.services.*",
    ]
}
