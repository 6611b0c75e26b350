//! Private extensions, codes and templates.

use super::conditions::is_prose;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A private transfer syntax is not defined any more.
    ///
    /// # What it means to a peer
    /// Nobody can tell any more how such instances are encoded.
    ///
    /// # Example
    /// ```yaml old
    /// private_transfer_syntaxes:
    ///   - {name: Fast, uid: 1.2.276.0.9, vr: explicit}
    /// ```
    /// ```yaml new
    /// private_transfer_syntaxes: []
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.6
    PRIVATE_TRANSFER_SYNTAX_REMOVED = "private-transfer-syntax-removed": Extensions, Breaking, since "0.1.0",
    "{what} is not defined any more",
    [Removed] in ["private_transfer_syntaxes.*"]
}

change_rule! {
    /// # What it says
    /// A further context group is used.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    /// ```
    /// ```yaml new
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    ///   Positions:
    ///     codes: [{value: T-2, scheme: SRT, meaning: Two}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CONTEXT_GROUP_ADDED = "context-group-added": Extensions, Compatible, since "0.1.0",
    "context group {what} is used",
    [Added] in ["context_groups.*"]
}

change_rule! {
    /// # What it says
    /// A context group is not used any more.
    ///
    /// # What it means to a peer
    /// Peers that select by its codes do not find them.
    ///
    /// # Example
    /// ```yaml old
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    ///   Positions:
    ///     codes: [{value: T-2, scheme: SRT, meaning: Two}]
    /// ```
    /// ```yaml new
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CONTEXT_GROUP_REMOVED = "context-group-removed": Extensions, Breaking, since "0.1.0",
    "context group {what} is not used any more",
    [Removed] in ["context_groups.*"]
}

change_rule! {
    /// # What it says
    /// A further code is used.
    ///
    /// # What it means to a peer
    /// The codes that peers know stay; what they make of the new one is theirs to say.
    ///
    /// # Example
    /// ```yaml old
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    /// ```
    /// ```yaml new
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    ///       - {value: T-2, scheme: SRT, meaning: Two}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CODE_ADDED = "code-added": Extensions, Compatible, since "0.1.0",
    "code {what} is used",
    [Added] in ["context_groups.*.codes.*", "private_codes.*.codes.*"]
}

change_rule! {
    /// # What it says
    /// A code is not used any more.
    ///
    /// # What it means to a peer
    /// Peers that select by the code do not find it.
    ///
    /// # Example
    /// ```yaml old
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    ///       - {value: T-2, scheme: SRT, meaning: Two}
    /// ```
    /// ```yaml new
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CODE_REMOVED = "code-removed": Extensions, Breaking, since "0.1.0",
    "code {what} is not used any more",
    [Removed] in ["context_groups.*.codes.*", "private_codes.*.codes.*"]
}

change_rule! {
    /// # What it says
    /// A code has another scheme, version or meaning.
    ///
    /// # What it means to a peer
    /// Peers that compare codes, or show their meanings, get something else.
    ///
    /// # Example
    /// ```yaml old
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SRT, meaning: One}
    /// ```
    /// ```yaml new
    /// context_groups:
    ///   Views:
    ///     codes:
    ///       - {value: T-1, scheme: SCT, meaning: One}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.3.1
    CODE_CHANGED = "code-changed": Extensions, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["context_groups.*.codes.*.*", "private_codes.*.codes.*.*"], if |difference| !is_prose(difference)
}

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
