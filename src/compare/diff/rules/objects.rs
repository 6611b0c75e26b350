//! Objects that are created, and what is done with attributes.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further information object is created.
    ///
    /// # What it means to a peer
    /// Peers get instances that they did not get before, if they accept them.
    ///
    /// # Example
    /// ```yaml old
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    /// ```
    /// ```yaml new
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    ///   MR:
    ///     sop_classes: MR Image Storage
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    OBJECT_ADDED = "object-added": Objects, Compatible, since "0.1.0",
    "{what} is created",
    [Added] in ["objects.*"]
}

change_rule! {
    /// # What it says
    /// An information object is not created any more.
    ///
    /// # What it means to a peer
    /// Peers that work with such instances get no new ones.
    ///
    /// # Example
    /// ```yaml old
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    ///   MR:
    ///     sop_classes: MR Image Storage
    /// ```
    /// ```yaml new
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    OBJECT_REMOVED = "object-removed": Objects, Breaking, since "0.1.0",
    "{what} is not created any more",
    [Removed] in ["objects.*"]
}

change_rule! {
    /// # What it says
    /// An object is created under a further SOP class.
    ///
    /// # What it means to a peer
    /// Peers get instances that they did not get before, if they accept them.
    ///
    /// # Example
    /// ```yaml old
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    /// ```
    /// ```yaml new
    /// objects:
    ///   CT:
    ///     sop_classes: [CT Image Storage, Enhanced CT Image Storage]
    ///     modules: [Patient]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    OBJECT_SOP_CLASS_ADDED = "object-sop-class-added": Objects, Compatible, since "0.1.0",
    "instances of {what} are created",
    [Added] in ["objects.*.sop_classes.*"]
}

change_rule! {
    /// # What it says
    /// An object is not created under a SOP class any more.
    ///
    /// # What it means to a peer
    /// Peers that work with such instances get no new ones.
    ///
    /// # Example
    /// ```yaml old
    /// objects:
    ///   CT:
    ///     sop_classes: [CT Image Storage, Enhanced CT Image Storage]
    ///     modules: [Patient]
    /// ```
    /// ```yaml new
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    OBJECT_SOP_CLASS_REMOVED = "object-sop-class-removed": Objects, Breaking, since "0.1.0",
    "instances of {what} are not created any more",
    [Removed] in ["objects.*.sop_classes.*"]
}

change_rule! {
    /// # What it says
    /// Instances have a further module or functional group.
    ///
    /// # What it means to a peer
    /// Who does not know the attributes leaves them alone.
    ///
    /// # Example
    /// ```yaml old
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    /// ```
    /// ```yaml new
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient, Contrast/Bolus]
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.9
    OBJECT_MODULE_ADDED = "object-module-added": Objects, Compatible, since "0.1.0",
    "instances of {in} have {what}",
    [Added] in ["objects.*.modules.*", "objects.*.functional_groups.*"]
}

change_rule! {
    /// # What it says
    /// Instances do not have a module or functional group any more.
    ///
    /// # What it means to a peer
    /// Peers that use its attributes miss them.
    ///
    /// # Example
    /// ```yaml old
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient, Contrast/Bolus]
    /// ```
    /// ```yaml new
    /// objects:
    ///   CT:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient]
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.9
    OBJECT_MODULE_REMOVED = "object-module-removed": Objects, Breaking, since "0.1.0",
    "instances of {in} do not have {what} any more",
    [Removed] in ["objects.*.modules.*", "objects.*.functional_groups.*"]
}

change_rule! {
    /// # What it says
    /// Instances have a further attribute.
    ///
    /// # What it means to a peer
    /// Who does not know the attribute leaves it alone.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP
    ///       - ExposureTime
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    CREATED_ATTRIBUTE_ADDED = "created-attribute-added": Objects, Compatible, since "0.1.0",
    "{what} is written",
    [Added] in [
        "objects.*.modules.*.attributes.*",
        "objects.*.functional_groups.*.attributes.*",
        "modules.*.attributes.*",
        "functional_groups.*.attributes.*",
    ]
}

change_rule! {
    /// # What it says
    /// Instances do not have an attribute any more.
    ///
    /// # What it means to a peer
    /// Peers that use its value miss it.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP
    ///       - ExposureTime
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose:
    ///     attributes:
    ///       - KVP
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    CREATED_ATTRIBUTE_REMOVED = "created-attribute-removed": Objects, Breaking, since "0.1.0",
    "{what} is not written any more",
    [Removed] in [
        "objects.*.modules.*.attributes.*",
        "objects.*.functional_groups.*.attributes.*",
        "modules.*.attributes.*",
        "functional_groups.*.attributes.*",
    ]
}

change_rule! {
    /// # What it says
    /// The statement describes a further module or functional group.
    ///
    /// # What it means to a peer
    /// It says more of what is created; the objects that have it are told by themselves.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose: {attributes: [KVP]}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose: {attributes: [KVP]}
    ///   Tube: {attributes: [ExposureTime]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.9
    MODULE_DEFINITION_ADDED = "module-definition-added": Objects, Compatible, since "0.1.0",
    "module {what} is described",
    [Added] in ["modules.*", "functional_groups.*"]
}

change_rule! {
    /// # What it says
    /// The statement does not describe a module or functional group any more.
    ///
    /// # What it means to a peer
    /// What its attributes hold cannot be relied on any more.
    ///
    /// # Example
    /// ```yaml old
    /// modules:
    ///   Dose: {attributes: [KVP]}
    ///   Tube: {attributes: [ExposureTime]}
    /// ```
    /// ```yaml new
    /// modules:
    ///   Dose: {attributes: [KVP]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.9
    MODULE_DEFINITION_REMOVED = "module-definition-removed": Objects, Breaking, since "0.1.0",
    "module {what} is not described any more",
    [Removed] in ["modules.*", "functional_groups.*"]
}
