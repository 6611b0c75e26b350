//! What is said of the product and of the document.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// The statement refers to another edition of the standard.
    ///
    /// # What it means to a peer
    /// Names and references follow another edition. Later editions keep what earlier ones defined, so peers need not
    /// care.
    ///
    /// # Example
    /// ```yaml old
    /// statement:
    ///   edition: 2023a
    /// ```
    /// ```yaml new
    /// statement:
    ///   edition: 2024d
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.3.7
    STANDARD_EDITION_CHANGED = "standard-edition-changed": Document, Editorial, since "0.1.0",
    "the statement refers to edition {after} of the standard[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["statement.edition"]
}

change_rule! {
    /// # What it says
    /// The revision history has other rows.
    ///
    /// # What it means to a peer
    /// The history tells what changed; it is no claim itself.
    ///
    /// # Example
    /// ```yaml old
    /// statement:
    ///   revisions: [{version: "1.0", date: 2026-01-10}]
    /// ```
    /// ```yaml new
    /// statement:
    ///   revisions:
    ///     - {version: "1.0", date: 2026-01-10}
    ///     - {version: "1.1", date: 2026-11-20}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.3.1
    REVISION_HISTORY_CHANGED = "revision-history-changed": Document, Editorial, since "0.1.0",
    "the revision history tells of version {what}",
    [Added, Removed, Changed, Reordered, Raised, Lowered] in ["statement.revisions", "statement.revisions.*", "statement.revisions.*.*"]
}

change_rule! {
    /// # What it says
    /// The product announces another Implementation Class UID.
    ///
    /// # What it means to a peer
    /// Peers must not decide by it what they do, but logs, and peers with work-arounds for single products, look at it.
    ///
    /// # Example
    /// ```yaml old
    /// implementation:
    ///   class_uid: 1.2.276.0.1
    /// ```
    /// ```yaml new
    /// implementation:
    ///   class_uid: 1.2.276.0.2
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.2
    IMPLEMENTATION_CLASS_UID_CHANGED = "implementation-class-uid-changed": Document, Compatible, since "0.1.0",
    "the implementation class UID is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["implementation.class_uid"]
}

change_rule! {
    /// # What it says
    /// The product announces another Implementation Version Name.
    ///
    /// # What it means to a peer
    /// That is how new versions are told apart in logs; negotiation does not depend on it.
    ///
    /// # Example
    /// ```yaml old
    /// implementation:
    ///   version_name: ARCHIVE_1
    /// ```
    /// ```yaml new
    /// implementation:
    ///   version_name: ARCHIVE_2
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.2
    IMPLEMENTATION_VERSION_NAME_CHANGED = "implementation-version-name-changed": Document, Editorial, since "0.1.0",
    "the implementation version name is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["implementation.version_name"]
}

change_rule! {
    /// # What it says
    /// The vendor makes UIDs under another root.
    ///
    /// # What it means to a peer
    /// UIDs are compared as a whole; where they come from means nothing to a peer.
    ///
    /// # Example
    /// ```yaml old
    /// implementation:
    ///   organization_root: 1.2.276.0.1
    /// ```
    /// ```yaml new
    /// implementation:
    ///   organization_root: 1.2.276.0.2
    /// ```
    ///
    /// # References
    /// - PS3.5, section 9.1
    UID_ROOT_CHANGED = "uid-root-changed": Document, Editorial, since "0.1.0",
    "UIDs are made under the root {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["implementation.organization_root"]
}

change_rule! {
    /// # What it says
    /// An overview that was written by hand lists a further service or role.
    ///
    /// # What it means to a peer
    /// Only imported documents have such an overview; it says what is supported where nothing else does.
    ///
    /// # Example
    /// ```yaml old
    /// overview_services:
    ///   - {sop_class: CT Image Storage, scp: yes}
    /// ```
    /// ```yaml new
    /// overview_services:
    ///   - {sop_class: CT Image Storage, scp: yes}
    ///   - {sop_class: MR Image Storage, scp: yes}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.1
    OVERVIEW_ROW_ADDED = "overview-row-added": Document, Compatible, since "0.1.0",
    "the overview lists {what}",
    [Added] in [
        "overview_services.*",
        "overview_services.*.scu",
        "overview_services.*.scp",
        "overview_services.*.user_agent",
        "overview_services.*.origin_server",
    ]
}

change_rule! {
    /// # What it says
    /// An overview that was written by hand does not list a service or role any more.
    ///
    /// # What it means to a peer
    /// Only imported documents have such an overview; what it stops listing is no longer claimed anywhere.
    ///
    /// # Example
    /// ```yaml old
    /// overview_services:
    ///   - {sop_class: CT Image Storage, scp: yes}
    ///   - {sop_class: MR Image Storage, scp: yes}
    /// ```
    /// ```yaml new
    /// overview_services:
    ///   - {sop_class: CT Image Storage, scp: yes}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.1
    OVERVIEW_ROW_REMOVED = "overview-row-removed": Document, Breaking, since "0.1.0",
    "the overview does not list {what} any more",
    [Removed] in [
        "overview_services.*",
        "overview_services.*.scu",
        "overview_services.*.scp",
        "overview_services.*.user_agent",
        "overview_services.*.origin_server",
    ]
}
