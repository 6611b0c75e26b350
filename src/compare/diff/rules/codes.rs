//! Private extensions, codes and templates.

use super::conditions::is_prose;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A private or specialized SOP class, or a private transfer syntax, has another UID, base, service or encoding.
    ///
    /// # What it means to a peer
    /// Peers that know the old definition misread what they get.
    ///
    /// # Example
    /// ```yaml old
    /// specialized_sop_classes:
    ///   - {name: Angio CT, uid: 1.2.276.0.1, base: CT Image Storage}
    /// ```
    /// ```yaml new
    /// specialized_sop_classes:
    ///   - {name: Angio CT, uid: 1.2.276.0.1, base: Enhanced CT Image Storage}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.5
    PRIVATE_SOP_CLASS_CHANGED = "private-sop-class-changed": Extensions, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "private_sop_classes.*.name",
        "private_sop_classes.*.uid",
        "private_sop_classes.*.base",
        "private_sop_classes.*.services.*",
        "private_sop_classes.*.constraints.*",
        "specialized_sop_classes.*.name",
        "specialized_sop_classes.*.uid",
        "specialized_sop_classes.*.base",
        "specialized_sop_classes.*.services.*",
        "specialized_sop_classes.*.constraints.*",
        "private_transfer_syntaxes.*.name",
        "private_transfer_syntaxes.*.uid",
        "private_transfer_syntaxes.*.vr",
        "private_transfer_syntaxes.*.byte_order",
        "private_transfer_syntaxes.*.encapsulated",
        "private_transfer_syntaxes.*.lossy",
    ]
}

change_rule! {
    /// # What it says
    /// A further private transfer syntax is defined.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// private_transfer_syntaxes: []
    /// ```
    /// ```yaml new
    /// private_transfer_syntaxes:
    ///   - {name: Fast, uid: 1.2.276.0.9, vr: explicit}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.6
    PRIVATE_TRANSFER_SYNTAX_ADDED = "private-transfer-syntax-added": Extensions, Compatible, since "0.1.0",
    "{what} is defined",
    [Added] in ["private_transfer_syntaxes.*"]
}

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
