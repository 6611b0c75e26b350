//! What holds everywhere, where no other rule is more exact.

use super::conditions::{is_not_full, is_prose, is_support};
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// What was supported is an option only, is still to be confirmed, or is not supported.
    ///
    /// # What it means to a peer
    /// Nobody can rely any more on what a product has only with an option, or perhaps.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     support: yes
    ///     transactions: {Retrieve: {}}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     support: option
    ///     transactions: {Retrieve: {}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    SUPPORT_LOWERED = "support-lowered": General, Breaking, since "0.1.0",
    "{part} is supported only as {after}",
    [Lowered, Added] in ["**.support"], if is_not_full
}

change_rule! {
    /// # What it says
    /// What was an option, or still to be confirmed, is supported.
    ///
    /// # What it means to a peer
    /// Whoever had it with the option sees no difference.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     support: option
    ///     transactions: {Retrieve: {}}
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     support: yes
    ///     transactions: {Retrieve: {}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    SUPPORT_RAISED = "support-raised": General, Compatible, since "0.1.0",
    "{part} is supported as {after}",
    [Raised, Removed] in ["**.support"]
}

change_rule! {
    /// # What it says
    /// A feature that was supported is an option only, is still to be confirmed, or is not supported any more.
    ///
    /// # What it means to a peer
    /// Nobody can rely any more on what a product has only with an option, or perhaps.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         fuzzy_matching: yes
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         fuzzy_matching: no
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    FEATURE_SUPPORT_LOWERED = "feature-support-lowered": General, Breaking, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Lowered, Removed] in ["**"], if is_support
}

change_rule! {
    /// # What it says
    /// A feature is supported that was not, or was an option only.
    ///
    /// # What it means to a peer
    /// Nobody has to use it.
    ///
    /// # Example
    /// ```yaml old
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         fuzzy_matching: no
    /// ```
    /// ```yaml new
    /// web_services:
    ///   STUDIES:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         fuzzy_matching: yes
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    FEATURE_SUPPORT_RAISED = "feature-support-raised": General, Compatible, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Raised, Added] in ["**"], if is_support
}

change_rule! {
    /// # What it says
    /// A text for readers is worded differently, is new, or is gone.
    ///
    /// # What it means to a peer
    /// Texts explain what is claimed elsewhere. Whether one says something new has to be read: both are shown, word by
    /// word.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     summary: Receives images.
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     summary: Receives images and keeps them.
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    TEXT_CHANGED = "text-changed": General, Editorial, since "0.1.0",
    "{what} is worded differently",
    [Changed, Added, Removed, Reordered, Raised, Lowered] in ["**"], if is_prose
}

change_rule! {
    /// # What it says
    /// Something of which all else stayed has another name in the document.
    ///
    /// # What it means to a peer
    /// The name is for readers.
    ///
    /// # Example
    /// ```yaml old
    /// received_attributes:
    ///   Hangings:
    ///     attributes: [Laterality]
    /// ```
    /// ```yaml new
    /// received_attributes:
    ///   Hanging protocols:
    ///     attributes: [Laterality]
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    ENTRY_RENAMED = "entry-renamed": General, Editorial, since "0.1.0",
    "{before} is called {after} now",
    [Renamed] in ["**"]
}
