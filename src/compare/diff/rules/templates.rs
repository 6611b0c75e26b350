//! Private extensions, codes and templates.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A context group has another default, version or identifier, or can be configured differently.
    ///
    /// # What it means to a peer
    /// The codes themselves are told by other changes.
    ///
    /// # Example
    /// ```yaml old
    /// context_groups:
    ///   Views:
    ///     local_version: "1"
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    /// ```
    /// ```yaml new
    /// context_groups:
    ///   Views:
    ///     local_version: "2"
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CONTEXT_GROUP_CHANGED = "context-group-changed": Extensions, Compatible, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "context_groups.*.default",
        "context_groups.*.name",
        "context_groups.*.version",
        "context_groups.*.local_version",
        "context_groups.*.creator_uid",
        "context_groups.*.uid",
        "context_groups.*.configurable",
    ]
}

change_rule! {
    /// # What it says
    /// A further coding scheme of the vendor is documented.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// private_codes:
    ///   99ONE: {codes: {A: {meaning: One}}}
    /// ```
    /// ```yaml new
    /// private_codes:
    ///   99ONE: {codes: {A: {meaning: One}}}
    ///   99TWO: {codes: {B: {meaning: Two}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CODING_SCHEME_ADDED = "coding-scheme-added": Extensions, Compatible, since "0.1.0",
    "coding scheme {what} is documented",
    [Added] in ["private_codes.*"]
}

change_rule! {
    /// # What it says
    /// A coding scheme of the vendor is not documented any more.
    ///
    /// # What it means to a peer
    /// Nobody can tell any more what its codes mean.
    ///
    /// # Example
    /// ```yaml old
    /// private_codes:
    ///   99ONE: {codes: {A: {meaning: One}}}
    ///   99TWO: {codes: {B: {meaning: Two}}}
    /// ```
    /// ```yaml new
    /// private_codes:
    ///   99ONE: {codes: {A: {meaning: One}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CODING_SCHEME_REMOVED = "coding-scheme-removed": Extensions, Breaking, since "0.1.0",
    "coding scheme {what} is not documented any more",
    [Removed] in ["private_codes.*"]
}

change_rule! {
    /// # What it says
    /// A coding scheme of the vendor has another name, UID or version.
    ///
    /// # What it means to a peer
    /// The codes themselves are told by other changes.
    ///
    /// # Example
    /// ```yaml old
    /// private_codes:
    ///   99ONE: {version: "1", codes: {A: {meaning: One}}}
    /// ```
    /// ```yaml new
    /// private_codes:
    ///   99ONE: {version: "2", codes: {A: {meaning: One}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CODING_SCHEME_CHANGED = "coding-scheme-changed": Extensions, Compatible, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "private_codes.*.name",
        "private_codes.*.uid",
        "private_codes.*.version",
        "private_codes.*.organization",
    ]
}

change_rule! {
    /// # What it says
    /// A further template of structured reports is used.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    /// ```
    /// ```yaml new
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    ///   Measurements:
    ///     rows: [{level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.2
    SR_TEMPLATE_ADDED = "sr-template-added": Extensions, Compatible, since "0.1.0",
    "template {what} is used",
    [Added] in ["sr_templates.*"]
}

change_rule! {
    /// # What it says
    /// A template of structured reports is not used any more.
    ///
    /// # What it means to a peer
    /// Peers that read reports of this template get no new ones.
    ///
    /// # Example
    /// ```yaml old
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    ///   Measurements:
    ///     rows: [{level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}}]
    /// ```
    /// ```yaml new
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.2
    SR_TEMPLATE_REMOVED = "sr-template-removed": Extensions, Breaking, since "0.1.0",
    "template {what} is not used any more",
    [Removed] in ["sr_templates.*"]
}

change_rule! {
    /// # What it says
    /// A template has a further row.
    ///
    /// # What it means to a peer
    /// Who does not know the item leaves it alone.
    ///
    /// # Example
    /// ```yaml old
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    ///       - {level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}}
    /// ```
    /// ```yaml new
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    ///       - {level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}}
    ///       - {level: 1, relation: CONTAINS, value_type: CODE, concept: {value: "3", scheme: 99X, meaning: Site}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.10
    TEMPLATE_ROW_ADDED = "template-row-added": Extensions, Compatible, since "0.1.0",
    "{in} has a row {what}",
    [Added] in ["sr_templates.*.rows.*"]
}

change_rule! {
    /// # What it says
    /// A template does not have a row any more.
    ///
    /// # What it means to a peer
    /// Peers that read the item miss it.
    ///
    /// # Example
    /// ```yaml old
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    ///       - {level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}}
    ///       - {level: 1, relation: CONTAINS, value_type: CODE, concept: {value: "3", scheme: 99X, meaning: Site}}
    /// ```
    /// ```yaml new
    /// sr_templates:
    ///   Findings:
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    ///       - {level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.10
    TEMPLATE_ROW_REMOVED = "template-row-removed": Extensions, Breaking, since "0.1.0",
    "{in} does not have a row {what} any more",
    [Removed] in ["sr_templates.*.rows.*"]
}
