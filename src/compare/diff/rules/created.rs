//! Objects that are created, and what is done with attributes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// An attribute or module that was always there may be empty or missing, or it is not said any more.
    ///
    /// # What it means to a peer
    /// Peers that rely on the value may get none.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {presence: ALWAYS}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {presence: VNAP}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.9
    CREATED_PRESENCE_LOWERED = "created-presence-lowered": Objects, Breaking, since "0.1.0",
    "{in} is {after}[, not {before}]",
    [Lowered, Changed, Removed] in [
        "objects.*.modules.*.presence",
        "objects.*.functional_groups.*.presence",
        "objects.*.modules.*.attributes.*.presence.*",
        "objects.*.functional_groups.*.attributes.*.presence.*",
        "modules.*.attributes.*.presence.*",
        "functional_groups.*.attributes.*.presence.*",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute or module that could be empty or missing is there more often, or it is said now.
    ///
    /// # What it means to a peer
    /// Nobody who coped with a missing value minds one.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {presence: VNAP}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {presence: ALWAYS}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.9
    CREATED_PRESENCE_RAISED = "created-presence-raised": Objects, Compatible, since "0.1.0",
    "{in} is {after}[, not {before}]",
    [Raised, Added] in [
        "objects.*.modules.*.presence",
        "objects.*.functional_groups.*.presence",
        "objects.*.modules.*.attributes.*.presence.*",
        "objects.*.functional_groups.*.attributes.*.presence.*",
        "modules.*.attributes.*.presence.*",
        "functional_groups.*.attributes.*.presence.*",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute has a further value.
    ///
    /// # What it means to a peer
    /// The values that peers know stay; what they make of the new one is theirs to say.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {value: ["80", "120"]}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {value: ["80", "120", "140"]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    CREATED_VALUE_ADDED = "created-value-added": Objects, Compatible, since "0.1.0",
    "{in} may be {what}",
    [Added] in [
        "objects.*.modules.*.attributes.*.value.*",
        "objects.*.functional_groups.*.attributes.*.value.*",
        "modules.*.attributes.*.value.*",
        "functional_groups.*.attributes.*.value.*",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute does not have a value any more, or another one stands in its place.
    ///
    /// # What it means to a peer
    /// Peers that select or display by the value do not find it.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {value: ["80", "120", "140"]}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {value: ["80", "120"]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    CREATED_VALUE_REMOVED = "created-value-removed": Objects, Breaking, since "0.1.0",
    "{in} is not {before} any more",
    [Removed, Changed, Raised, Lowered] in [
        "objects.*.modules.*.attributes.*.value.*",
        "objects.*.functional_groups.*.attributes.*.value.*",
        "modules.*.attributes.*.value.*",
        "functional_groups.*.attributes.*.value.*",
    ]
}

change_rule! {
    /// # What it says
    /// The value of an attribute comes from elsewhere.
    ///
    /// # What it means to a peer
    /// The attribute is there as before; whoever reconciles values by their source should look at it.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {source: USER}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP: {source: AUTO}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    CREATED_SOURCE_CHANGED = "created-source-changed": Objects, Compatible, since "0.1.0",
    "the value of {in} comes from {after}[, not from {before}]",
    [Added, Removed, Changed, Raised, Lowered] in [
        "objects.*.modules.*.attributes.*.source.*",
        "objects.*.functional_groups.*.attributes.*.source.*",
        "modules.*.attributes.*.source.*",
        "functional_groups.*.attributes.*.source.*",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute has another value representation or multiplicity.
    ///
    /// # What it means to a peer
    /// Peers that read it by the old one misread it.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - SmallestImagePixelValue: {vr: US}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - SmallestImagePixelValue: {vr: SS}
    /// ```
    ///
    /// # References
    /// - PS3.5, section 6.2
    REPRESENTATION_CHANGED = "representation-changed": Objects, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["**.vr", "**.vm"]
}

change_rule! {
    /// # What it says
    /// More is done with instances of a SOP class.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// storage_functions:
    ///   - {sop_classes: CT Image Storage, functions: [archive]}
    /// ```
    /// ```yaml new
    /// storage_functions:
    ///   - {sop_classes: CT Image Storage, functions: [archive, display]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section B.4.3.2
    STORAGE_FUNCTION_ADDED = "storage-function-added": Objects, Compatible, since "0.1.0",
    "{in}: {what}",
    [Added] in ["storage_functions.*.functions.*"]
}

change_rule! {
    /// # What it says
    /// Less is done with instances of a SOP class.
    ///
    /// # What it means to a peer
    /// Instances that peers send are not shown, not processed or not kept any more.
    ///
    /// # Example
    /// ```yaml old
    /// storage_functions:
    ///   - {sop_classes: CT Image Storage, functions: [archive, display]}
    /// ```
    /// ```yaml new
    /// storage_functions:
    ///   - {sop_classes: CT Image Storage, functions: [archive]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section B.4.3.2
    STORAGE_FUNCTION_REMOVED = "storage-function-removed": Objects, Breaking, since "0.1.0",
    "{in}: {what} no more",
    [Removed] in ["storage_functions.*.functions.*"]
}

change_rule! {
    /// # What it says
    /// Something is done with instances of a further SOP class.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// storage_functions:
    ///   - {sop_classes: CT Image Storage, functions: [archive]}
    /// ```
    /// ```yaml new
    /// storage_functions:
    ///   - {sop_classes: [CT Image Storage, MR Image Storage], functions: [archive]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section B.4.3.2
    STORAGE_FUNCTION_CLASS_ADDED = "storage-function-class-added": Objects, Compatible, since "0.1.0",
    "something is done with instances of {what}",
    [Added] in ["storage_functions.*"]
}

change_rule! {
    /// # What it says
    /// Nothing is done with instances of a SOP class any more.
    ///
    /// # What it means to a peer
    /// Instances that peers send are not shown, not processed or not kept any more.
    ///
    /// # Example
    /// ```yaml old
    /// storage_functions:
    ///   - {sop_classes: [CT Image Storage, MR Image Storage], functions: [archive]}
    /// ```
    /// ```yaml new
    /// storage_functions:
    ///   - {sop_classes: CT Image Storage, functions: [archive]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section B.4.3.2
    STORAGE_FUNCTION_CLASS_REMOVED = "storage-function-class-removed": Objects, Breaking, since "0.1.0",
    "nothing is done any more with instances of {what}",
    [Removed] in ["storage_functions.*"]
}
