//! Private extensions, codes and templates.

use super::conditions::is_prose;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further private attribute is documented.
    ///
    /// # What it means to a peer
    /// Who does not know the attribute leaves it alone.
    ///
    /// # Example
    /// ```yaml old
    /// private_attributes:
    ///   EXAMPLE:
    ///     attributes:
    ///       - {attribute: "(0019,xx10) Angle", vr: DS}
    /// ```
    /// ```yaml new
    /// private_attributes:
    ///   EXAMPLE:
    ///     attributes:
    ///       - {attribute: "(0019,xx10) Angle", vr: DS}
    ///       - {attribute: "(0019,xx11) Speed", vr: DS}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.2
    PRIVATE_ATTRIBUTE_ADDED = "private-attribute-added": Extensions, Compatible, since "0.1.0",
    "{what} is documented",
    [Added] in ["private_attributes.*", "private_attributes.*.attributes.*"]
}

change_rule! {
    /// # What it says
    /// A private attribute is not documented any more.
    ///
    /// # What it means to a peer
    /// Peers that use its value cannot rely on it any more.
    ///
    /// # Example
    /// ```yaml old
    /// private_attributes:
    ///   EXAMPLE:
    ///     attributes:
    ///       - {attribute: "(0019,xx10) Angle", vr: DS}
    ///       - {attribute: "(0019,xx11) Speed", vr: DS}
    /// ```
    /// ```yaml new
    /// private_attributes:
    ///   EXAMPLE:
    ///     attributes:
    ///       - {attribute: "(0019,xx10) Angle", vr: DS}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.2
    PRIVATE_ATTRIBUTE_REMOVED = "private-attribute-removed": Extensions, Breaking, since "0.1.0",
    "{what} is not documented any more",
    [Removed] in ["private_attributes.*", "private_attributes.*.attributes.*"]
}

change_rule! {
    /// # What it says
    /// A private or added attribute has another type or other values, is written in other objects, or may not be kept
    /// safely any more.
    ///
    /// # What it means to a peer
    /// Peers that use its value have to read what is said of it.
    ///
    /// # Example
    /// ```yaml old
    /// private_attributes:
    ///   EXAMPLE:
    ///     attributes:
    ///       - {attribute: "(0019,xx10) Angle", vr: DS, safe: yes}
    /// ```
    /// ```yaml new
    /// private_attributes:
    ///   EXAMPLE:
    ///     attributes:
    ///       - {attribute: "(0019,xx10) Angle", vr: DS, safe: no}
    /// ```
    ///
    /// # References
    /// - PS3.15, section E.1.3
    PRIVATE_ATTRIBUTE_CHANGED = "private-attribute-changed": Extensions, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "private_attributes.*.attributes.*.**",
        "extended_sop_classes.*.attributes.*.**",
        "private_sop_classes.*.attributes.*.**",
        "specialized_sop_classes.*.attributes.*.**",
    ], if |difference| !is_prose(difference)
}

change_rule! {
    /// # What it says
    /// Attributes are added to a further standard SOP class.
    ///
    /// # What it means to a peer
    /// Who does not know the attributes leaves them alone.
    ///
    /// # Example
    /// ```yaml old
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [KVP]}
    /// ```
    /// ```yaml new
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [KVP]}
    ///   - {sop_classes: MR Image Storage, attributes: [PatientWeight]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    EXTENDED_SOP_CLASS_ADDED = "extended-sop-class-added": Extensions, Compatible, since "0.1.0",
    "{what} is extended",
    [Added] in ["extended_sop_classes.*"]
}

change_rule! {
    /// # What it says
    /// No attributes are added to a standard SOP class any more.
    ///
    /// # What it means to a peer
    /// Peers that use the attributes miss them.
    ///
    /// # Example
    /// ```yaml old
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [KVP]}
    ///   - {sop_classes: MR Image Storage, attributes: [PatientWeight]}
    /// ```
    /// ```yaml new
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [KVP]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    EXTENDED_SOP_CLASS_REMOVED = "extended-sop-class-removed": Extensions, Breaking, since "0.1.0",
    "{what} is not extended any more",
    [Removed] in ["extended_sop_classes.*"]
}

change_rule! {
    /// # What it says
    /// A further attribute is added to a SOP class.
    ///
    /// # What it means to a peer
    /// Who does not know the attribute leaves it alone.
    ///
    /// # Example
    /// ```yaml old
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [PatientWeight]}
    /// ```
    /// ```yaml new
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [PatientWeight, PatientSize]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    ADDED_ATTRIBUTE_ADDED = "added-attribute-added": Extensions, Compatible, since "0.1.0",
    "{what} is added to {in}",
    [Added] in [
        "extended_sop_classes.*.attributes.*",
        "private_sop_classes.*.attributes.*",
        "specialized_sop_classes.*.attributes.*",
    ]
}

change_rule! {
    /// # What it says
    /// An attribute is not added to a SOP class any more.
    ///
    /// # What it means to a peer
    /// Peers that use its value miss it.
    ///
    /// # Example
    /// ```yaml old
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [PatientWeight, PatientSize]}
    /// ```
    /// ```yaml new
    /// extended_sop_classes:
    ///   - {sop_classes: CT Image Storage, attributes: [PatientWeight]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    ADDED_ATTRIBUTE_REMOVED = "added-attribute-removed": Extensions, Breaking, since "0.1.0",
    "{what} is not added any more to {in}",
    [Removed] in [
        "extended_sop_classes.*.attributes.*",
        "private_sop_classes.*.attributes.*",
        "specialized_sop_classes.*.attributes.*",
    ]
}

change_rule! {
    /// # What it says
    /// A further private or specialized SOP class is defined.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// private_sop_classes:
    ///   - {name: Raw Scan, uid: 1.2.276.0.1}
    /// ```
    /// ```yaml new
    /// private_sop_classes:
    ///   - {name: Raw Scan, uid: 1.2.276.0.1}
    ///   - {name: Raw Dose, uid: 1.2.276.0.2}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.5
    PRIVATE_SOP_CLASS_ADDED = "private-sop-class-added": Extensions, Compatible, since "0.1.0",
    "{what} is defined",
    [Added] in ["private_sop_classes.*", "specialized_sop_classes.*"]
}

change_rule! {
    /// # What it says
    /// A private or specialized SOP class is not defined any more.
    ///
    /// # What it means to a peer
    /// Nobody can tell any more what its instances hold.
    ///
    /// # Example
    /// ```yaml old
    /// private_sop_classes:
    ///   - {name: Raw Scan, uid: 1.2.276.0.1}
    ///   - {name: Raw Dose, uid: 1.2.276.0.2}
    /// ```
    /// ```yaml new
    /// private_sop_classes:
    ///   - {name: Raw Scan, uid: 1.2.276.0.1}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.5
    PRIVATE_SOP_CLASS_REMOVED = "private-sop-class-removed": Extensions, Breaking, since "0.1.0",
    "{what} is not defined any more",
    [Removed] in ["private_sop_classes.*", "specialized_sop_classes.*"]
}
