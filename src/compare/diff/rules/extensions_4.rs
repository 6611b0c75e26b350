//! Private extensions, codes and templates.

use super::conditions::is_prose;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A row of a template has another place, concept, value or condition.
    ///
    /// # What it means to a peer
    /// Peers that read the item by the old definition may not find it.
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
    ///       - {level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}, vm: 1-n}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.10
    TEMPLATE_ROW_CHANGED = "template-row-changed": Extensions, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["sr_templates.*.rows.*.**"], if |difference| !is_prose(difference)
}

change_rule! {
    /// # What it says
    /// The rows of a template stand in another order.
    ///
    /// # What it means to a peer
    /// Where the order is significant, peers read the items in another order; a row also belongs to the row of a higher
    /// level before it.
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
    ///       - {level: 1, relation: CONTAINS, value_type: CODE, concept: {value: "3", scheme: 99X, meaning: Site}}
    ///       - {level: 1, relation: CONTAINS, value_type: TEXT, concept: {value: "2", scheme: 99X, meaning: Finding}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.10
    TEMPLATE_ROWS_REORDERED = "template-rows-reordered": Extensions, Breaking, since "0.1.0",
    "the rows of {in} stand in another order",
    [Reordered] in ["sr_templates.*.rows"]
}

change_rule! {
    /// # What it says
    /// A template has another identifier, type or order, or is a root template of other objects.
    ///
    /// # What it means to a peer
    /// Peers that know reports by their template may not know them any more.
    ///
    /// # Example
    /// ```yaml old
    /// sr_templates:
    ///   Findings:
    ///     tid: TID 2000
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    /// ```
    /// ```yaml new
    /// sr_templates:
    ///   Findings:
    ///     tid: TID 1500
    ///     rows:
    ///       - {level: 0, value_type: CONTAINER, concept: {value: "1", scheme: 99X, meaning: Report}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.10
    SR_TEMPLATE_CHANGED = "sr-template-changed": Extensions, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in [
        "sr_templates.*.tid",
        "sr_templates.*.template_type",
        "sr_templates.*.extensible",
        "sr_templates.*.order_significant",
        "sr_templates.*.root",
        "objects.*.root_templates.*",
    ]
}

change_rule! {
    /// # What it says
    /// Structured reports are made into a further kind of CDA document, or from it.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// cda:
    ///   documents: {Report: {release: "2"}}
    /// ```
    /// ```yaml new
    /// cda:
    ///   documents: {Report: {release: "2"}, Dose: {release: "2"}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.6
    CDA_DOCUMENT_ADDED = "cda-document-added": Extensions, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["cda.documents.*"]
}

change_rule! {
    /// # What it says
    /// Structured reports are not made into a kind of CDA document, or from it, any more.
    ///
    /// # What it means to a peer
    /// Peers that take or give such documents have no partner any more.
    ///
    /// # Example
    /// ```yaml old
    /// cda:
    ///   documents: {Report: {release: "2"}, Dose: {release: "2"}}
    /// ```
    /// ```yaml new
    /// cda:
    ///   documents: {Report: {release: "2"}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.6
    CDA_DOCUMENT_REMOVED = "cda-document-removed": Extensions, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["cda.documents.*"]
}

change_rule! {
    /// # What it says
    /// A kind of CDA document is made of other reports, by another template, release or direction.
    ///
    /// # What it means to a peer
    /// Peers that know the old form may not read the new one.
    ///
    /// # Example
    /// ```yaml old
    /// cda:
    ///   documents: {Report: {release: "2"}}
    /// ```
    /// ```yaml new
    /// cda:
    ///   documents: {Report: {release: "1"}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.6
    CDA_DOCUMENT_CHANGED = "cda-document-changed": Extensions, Breaking, since "0.1.0",
    "{what} of {in} is {after}[, not {before}]",
    [Changed, Added, Removed, Raised, Lowered] in ["cda.documents.*.**"], if |difference| !is_prose(difference)
}

change_rule! {
    /// # What it says
    /// Grayscale is displayed consistently, or not only as an option.
    ///
    /// # What it means to a peer
    /// Images look as peers see them.
    ///
    /// # Example
    /// ```yaml old
    /// grayscale:
    ///   support: option
    /// ```
    /// ```yaml new
    /// grayscale:
    ///   support: yes
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    GRAYSCALE_CONSISTENCY_RAISED = "grayscale-consistency-raised": Extensions, Compatible, since "0.1.0",
    "consistent grayscale is supported as {after}[, not as {before}]",
    [Raised, Removed] in ["grayscale.support"]
}

change_rule! {
    /// # What it says
    /// Grayscale is displayed consistently no more, or only as an option.
    ///
    /// # What it means to a peer
    /// Images look different from what peers see.
    ///
    /// # Example
    /// ```yaml old
    /// grayscale:
    ///   support: option
    /// ```
    /// ```yaml new
    /// grayscale:
    ///   support: no
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    GRAYSCALE_CONSISTENCY_LOWERED = "grayscale-consistency-lowered": Extensions, Breaking, since "0.1.0",
    "consistent grayscale is supported as {after}[, not as {before}]",
    [Lowered, Added] in ["grayscale.support"]
}
