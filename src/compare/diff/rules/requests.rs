//! SOP specific conformance: services, statuses, attributes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A DIMSE service of a SOP class is not described any more.
    ///
    /// # What it means to a peer
    /// A peer that uses it can rely no more on an answer.
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
    ///               N-SET: {text: The step is ended.}
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
    /// ```
    ///
    /// # References
    /// - PS3.7, section 10.1
    DIMSE_SERVICE_REMOVED = "dimse-service-removed": Services, Breaking, since "0.1.0",
    "{what} is not supported any more for {in}",
    [Removed] in [
        "application_entities.*.conformance.*.services.*",
        "application_entities.*.conformance.*.members.*.services.*",
    ]
}

change_rule! {
    /// # What it says
    /// A member of a Meta SOP Class is described as supported that was not.
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
    ///           - Basic Grayscale Print Management Meta as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Basic Grayscale Print Management Meta
    ///             members:
    ///               Basic Film Session: {text: One session at a time.}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Basic Grayscale Print Management Meta as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Basic Grayscale Print Management Meta
    ///             members:
    ///               Basic Film Session: {text: One session at a time.}
    ///               Basic Film Box: {text: All formats.}
    /// ```
    ///
    /// # References
    /// - PS3.4, section H.3.2.2
    META_CLASS_MEMBER_ADDED = "meta-class-member-added": Services, Compatible, since "0.1.0",
    "member {what} is described",
    [Added] in ["application_entities.*.conformance.*.members.*"]
}

change_rule! {
    /// # What it says
    /// A member of a Meta SOP Class is not described any more.
    ///
    /// # What it means to a peer
    /// A peer that uses it can rely no more on an answer.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Basic Grayscale Print Management Meta as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Basic Grayscale Print Management Meta
    ///             members:
    ///               Basic Film Session: {text: One session at a time.}
    ///               Basic Film Box: {text: All formats.}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - Basic Grayscale Print Management Meta as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: Basic Grayscale Print Management Meta
    ///             members:
    ///               Basic Film Session: {text: One session at a time.}
    /// ```
    ///
    /// # References
    /// - PS3.4, section H.3.2.2
    META_CLASS_MEMBER_REMOVED = "meta-class-member-removed": Services, Breaking, since "0.1.0",
    "member {what} is not described any more",
    [Removed] in ["application_entities.*.conformance.*.members.*"]
}

change_rule! {
    /// # What it says
    /// An attribute is sent in requests, or is understood in them, that was not.
    ///
    /// # What it means to a peer
    /// Whoever does not know it leaves it alone.
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID
    ///                   - (0040,0254) Performed Procedure Step Description
    /// ```
    ///
    /// # References
    /// - PS3.4, section F.7.2.2.2
    REQUEST_ATTRIBUTE_ADDED = "request-attribute-added": Services, Compatible, since "0.1.0",
    "{what} is used in requests of {in}",
    [Added] in [
        "application_entities.*.conformance.*.services.*.attributes.*",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*",
        "web_services.*.transactions.*.attributes.*",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute is not sent in requests any more, or is not understood any more.
    ///
    /// # What it means to a peer
    /// Who worked with its value gets none, or is not heard.
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID
    ///                   - (0040,0254) Performed Procedure Step Description
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID
    /// ```
    ///
    /// # References
    /// - PS3.4, section F.7.2.2.2
    REQUEST_ATTRIBUTE_REMOVED = "request-attribute-removed": Services, Breaking, since "0.1.0",
    "{what} is not used any more in requests of {in}",
    [Removed] in [
        "application_entities.*.conformance.*.services.*.attributes.*",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*",
        "web_services.*.transactions.*.attributes.*",
    ]
}

change_rule! {
    /// # What it says
    /// A provider requires an attribute in requests that it did not require.
    ///
    /// # What it means to a peer
    /// Requests of peers that leave it out fail.
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {required: no}
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {required: yes}
    /// ```
    ///
    /// # References
    /// - PS3.4, section F.7.2.2.2
    REQUEST_ATTRIBUTE_REQUIRED = "request-attribute-required": Services, Breaking, since "0.1.0",
    "{in} is required in requests",
    [Raised, Added] in [
        "application_entities.*.conformance.*.services.*.attributes.*.required",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*.required",
        "web_services.*.transactions.*.attributes.*.required",
    ]
}

change_rule! {
    /// # What it says
    /// A provider does not require an attribute in requests any more.
    ///
    /// # What it means to a peer
    /// Requests that have it are as good as before.
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {required: yes}
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
    ///               N-CREATE:
    ///                 attributes:
    ///                   - (0040,0253) Performed Procedure Step ID: {required: no}
    /// ```
    ///
    /// # References
    /// - PS3.4, section F.7.2.2.2
    REQUEST_ATTRIBUTE_NOT_REQUIRED = "request-attribute-not-required": Services, Compatible, since "0.1.0",
    "{in} is not required any more in requests",
    [Lowered, Removed] in [
        "application_entities.*.conformance.*.services.*.attributes.*.required",
        "application_entities.*.conformance.*.members.*.services.*.attributes.*.required",
        "web_services.*.transactions.*.attributes.*.required",
    ]
}
