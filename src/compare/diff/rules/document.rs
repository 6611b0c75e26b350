//! What is said of the product and of the document.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// The product has another name.
    ///
    /// # What it means to a peer
    /// A peer knows the product by its Application Entities, not by its name. Contracts and inventories may have to be
    /// brought up to date.
    ///
    /// # Example
    /// ```yaml old
    /// product:
    ///   name: Archive
    /// ```
    /// ```yaml new
    /// product:
    ///   name: Archive Plus
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    PRODUCT_NAME_CHANGED = "product-name-changed": Document, Editorial, since "0.1.0",
    "the product is called {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["product.name"]
}

change_rule! {
    /// # What it says
    /// The product has another vendor.
    ///
    /// # What it means to a peer
    /// What the product does on the network stays the same; who answers for it does not.
    ///
    /// # Example
    /// ```yaml old
    /// product:
    ///   vendor: One
    /// ```
    /// ```yaml new
    /// product:
    ///   vendor: Other
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    VENDOR_CHANGED = "vendor-changed": Document, Editorial, since "0.1.0",
    "the vendor is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["product.vendor"]
}

change_rule! {
    /// # What it says
    /// The statement holds for other versions of the product.
    ///
    /// # What it means to a peer
    /// That is what a new version looks like. Whether anything else changed is told by the other changes.
    ///
    /// # Example
    /// ```yaml old
    /// product:
    ///   versions: "1.0"
    /// ```
    /// ```yaml new
    /// product:
    ///   versions: "1.1"
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    PRODUCT_VERSION_CHANGED = "product-version-changed": Document, Editorial, since "0.1.0",
    "the versions of the product are other ones",
    [Changed, Added, Removed, Reordered, Raised, Lowered] in ["product.versions.*"]
}

change_rule! {
    /// # What it says
    /// There is a further option that matters to the statement.
    ///
    /// # What it means to a peer
    /// Products without the option go on as before.
    ///
    /// # Example
    /// ```yaml old
    /// product:
    ///   options: [Printing]
    /// ```
    /// ```yaml new
    /// product:
    ///   options: [Printing, Web access]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    PRODUCT_OPTION_ADDED = "product-option-added": Document, Compatible, since "0.1.0",
    "the statement holds with option {what}, too",
    [Added] in ["product.options.*"]
}

change_rule! {
    /// # What it says
    /// An option of the product is gone.
    ///
    /// # What it means to a peer
    /// Whoever has bought or planned with the option can rely no more on what it did.
    ///
    /// # Example
    /// ```yaml old
    /// product:
    ///   options: [Printing, Web access]
    /// ```
    /// ```yaml new
    /// product:
    ///   options: [Printing]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    PRODUCT_OPTION_REMOVED = "product-option-removed": Document, Breaking, since "0.1.0",
    "option {what} is gone",
    [Removed] in ["product.options.*"]
}

change_rule! {
    /// # What it says
    /// Title, version, date, number, layout, contact or another line of the cover changed.
    ///
    /// # What it means to a peer
    /// These lines identify the document; they say nothing of what the product does.
    ///
    /// # Example
    /// ```yaml old
    /// statement:
    ///   version: "1.0"
    ///   date: 2026-01-10
    /// ```
    /// ```yaml new
    /// statement:
    ///   version: "1.1"
    ///   date: 2026-11-20
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    DOCUMENT_IDENTITY_CHANGED = "document-identity-changed": Document, Editorial, since "0.1.0",
    "the document has another {what}[: {after}]",
    [Changed, Added, Removed, Lowered, Raised] in [
        "statement.title",
        "statement.version",
        "statement.date",
        "statement.document_number",
        "statement.template",
        "statement.contact",
        "statement.copyright",
        "product.address",
    ]
}

change_rule! {
    /// # What it says
    /// A draft became a released document, or the other way round.
    ///
    /// # What it means to a peer
    /// What a draft says may still change; what a released document says holds.
    ///
    /// # Example
    /// ```yaml old
    /// statement:
    ///   status: draft
    /// ```
    /// ```yaml new
    /// statement:
    ///   status: released
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    DOCUMENT_STATUS_CHANGED = "document-status-changed": Document, Editorial, since "0.1.0",
    "the document is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["statement.status"]
}
