//! Objects that are created, and what is done with attributes.

use super::conditions::is_prose;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A function depends on an attribute of received instances that it did not require.
    ///
    /// # What it means to a peer
    /// Instances of peers that leave it out do not work any more, or not as well.
    ///
    /// # Example
    /// ```yaml old
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined: {required: no}
    /// ```
    /// ```yaml new
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined: {required: yes}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.5.2.5.2
    RECEIVED_ATTRIBUTE_REQUIRED = "received-attribute-required": Objects, Breaking, since "0.1.0",
    "{in} is required in received instances",
    [Raised, Added] in ["received_attributes.*.attributes.*.required"]
}

change_rule! {
    /// # What it says
    /// A function does not require an attribute of received instances any more.
    ///
    /// # What it means to a peer
    /// Instances that have it are as good as before.
    ///
    /// # Example
    /// ```yaml old
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined: {required: yes}
    /// ```
    /// ```yaml new
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined: {required: no}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.5.2.5.2
    RECEIVED_ATTRIBUTE_NOT_REQUIRED = "received-attribute-not-required": Objects, Compatible, since "0.1.0",
    "{in} is not required any more in received instances",
    [Lowered, Removed] in ["received_attributes.*.attributes.*.required"]
}

change_rule! {
    /// # What it says
    /// A function uses an attribute of received instances that it did not use.
    ///
    /// # What it means to a peer
    /// Instances of peers that leave it out may be treated differently.
    ///
    /// # Example
    /// ```yaml old
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined
    /// ```
    /// ```yaml new
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined
    ///       - Laterality
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.5.2.5.2
    RECEIVED_ATTRIBUTE_ADDED = "received-attribute-added": Objects, Breaking, since "0.1.0",
    "{what} is used of received instances",
    [Added] in ["received_attributes.*.attributes.*", "received_attributes.*"]
}

change_rule! {
    /// # What it says
    /// A function does not use an attribute of received instances any more.
    ///
    /// # What it means to a peer
    /// Less is asked of the peers.
    ///
    /// # Example
    /// ```yaml old
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined
    ///       - Laterality
    /// ```
    /// ```yaml new
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes:
    ///       - BodyPartExamined
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.5.2.5.2
    RECEIVED_ATTRIBUTE_REMOVED = "received-attribute-removed": Objects, Compatible, since "0.1.0",
    "{what} is not used any more of received instances",
    [Removed] in ["received_attributes.*.attributes.*", "received_attributes.*"]
}

change_rule! {
    /// # What it says
    /// An attribute is copied to further objects.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// attribute_mapping:
    ///   Images:
    ///     columns: [MWL, Image]
    ///     rows:
    ///       - PatientName
    /// ```
    /// ```yaml new
    /// attribute_mapping:
    ///   Images:
    ///     columns: [MWL, Image]
    ///     rows:
    ///       - PatientName
    ///       - AccessionNumber
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.3
    ATTRIBUTE_MAPPING_ADDED = "attribute-mapping-added": Objects, Compatible, since "0.1.0",
    "{what} is copied",
    [Added] in ["attribute_mapping.*", "attribute_mapping.*.rows.*"]
}

change_rule! {
    /// # What it says
    /// An attribute is not copied any more.
    ///
    /// # What it means to a peer
    /// Peers that join orders, steps and images by the value do not find it.
    ///
    /// # Example
    /// ```yaml old
    /// attribute_mapping:
    ///   Images:
    ///     columns: [MWL, Image]
    ///     rows:
    ///       - PatientName
    ///       - AccessionNumber
    /// ```
    /// ```yaml new
    /// attribute_mapping:
    ///   Images:
    ///     columns: [MWL, Image]
    ///     rows:
    ///       - PatientName
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.3
    ATTRIBUTE_MAPPING_REMOVED = "attribute-mapping-removed": Objects, Breaking, since "0.1.0",
    "{what} is not copied any more",
    [Removed] in ["attribute_mapping.*", "attribute_mapping.*.rows.*"]
}

change_rule! {
    /// # What it says
    /// An attribute is copied from or to another place.
    ///
    /// # What it means to a peer
    /// Peers that join orders, steps and images by the value may not find it.
    ///
    /// # Example
    /// ```yaml old
    /// attribute_mapping:
    ///   Images:
    ///     columns: [MWL, Image]
    ///     rows:
    ///       - {attribute: PatientName, columns: [MWL, Image]}
    /// ```
    /// ```yaml new
    /// attribute_mapping:
    ///   Images:
    ///     columns: [MWL, Image]
    ///     rows:
    ///       - {attribute: PatientName, columns: [Image]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.3
    ATTRIBUTE_MAPPING_CHANGED = "attribute-mapping-changed": Objects, Breaking, since "0.1.0",
    "the mapping of {thing} is another one",
    [Changed, Added, Removed, Raised, Lowered, Renamed] in ["attribute_mapping.**"], if |difference| !is_prose(difference)
}

change_rule! {
    /// # What it says
    /// An attribute of instances is changed on its way that was left alone.
    ///
    /// # What it means to a peer
    /// Instances come back with another value than they were sent with.
    ///
    /// # Example
    /// ```yaml old
    /// coercion:
    ///   - PatientName: {change: modified}
    /// ```
    /// ```yaml new
    /// coercion:
    ///   - PatientName: {change: modified}
    ///   - PatientID: {change: modified}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.4
    COERCION_ADDED = "coercion-added": Objects, Breaking, since "0.1.0",
    "{what} is changed on its way",
    [Added] in ["coercion.*"]
}

change_rule! {
    /// # What it says
    /// An attribute of instances that was changed on its way is left alone.
    ///
    /// # What it means to a peer
    /// Instances come back as they were sent.
    ///
    /// # Example
    /// ```yaml old
    /// coercion:
    ///   - PatientName: {change: modified}
    ///   - PatientID: {change: modified}
    /// ```
    /// ```yaml new
    /// coercion:
    ///   - PatientName: {change: modified}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.4
    COERCION_REMOVED = "coercion-removed": Objects, Compatible, since "0.1.0",
    "{what} is not changed any more on its way",
    [Removed] in ["coercion.*"]
}

change_rule! {
    /// # What it says
    /// An attribute of instances is changed in another way, on another condition or for other objects.
    ///
    /// # What it means to a peer
    /// Instances come back with another value than before.
    ///
    /// # Example
    /// ```yaml old
    /// coercion:
    ///   - PatientName: {change: modified}
    /// ```
    /// ```yaml new
    /// coercion:
    ///   - PatientName: {change: removed}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.4
    COERCION_CHANGED = "coercion-changed": Objects, Breaking, since "0.1.0",
    "{what} of the change of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["coercion.*.**"], if |difference| !is_prose(difference)
}
