//! What holds everywhere, where no other rule is more exact.

use super::conditions::is_sequence;
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// Something that the statement says it does not support is described differently, is new, or is gone.
    ///
    /// # What it means to a peer
    /// Nobody could rely on it, and nobody can.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     support: no
    ///     ae_title: ARCHIVE
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     support: no
    ///     ae_title: STORE
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    DENIED_ENTRY_CHANGED = "denied-entry-changed": General, Editorial, since "0.1.0",
    "of {thing}, which is not supported, something else is said",
    [Added, Removed, Changed, Raised, Lowered, Renamed, Reordered] in []
}

change_rule! {
    /// # What it says
    /// What entities and peers do in which order is told differently.
    ///
    /// # What it means to a peer
    /// A sequence is a picture of what is claimed elsewhere.
    ///
    /// # Example
    /// ```yaml old
    /// sequencing:
    ///   Storage:
    ///     messages: [{from: CT, to: ARCHIVE, label: C-STORE}]
    /// ```
    /// ```yaml new
    /// sequencing:
    ///   Storage:
    ///     messages: [{from: CT, to: ARCHIVE, label: C-STORE images}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.1.3
    MESSAGES_CHANGED = "messages-changed": General, Editorial, since "0.1.0",
    "the sequence {what} is told differently",
    [Added, Removed, Changed, Reordered, Raised, Lowered] in ["**"], if is_sequence
}

change_rule! {
    /// # What it says
    /// Something is stated that was not.
    ///
    /// # What it means to a peer
    /// More is said than before; no other rule knows what follows from it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             services: {C-STORE: {responses: [{code: B000}]}}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             services: {C-STORE: {responses: [{code: B000, related_fields: ["(0000,0902) Error Comment"]}]}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    VALUE_ADDED = "value-added": General, Compatible, since "0.1.0",
    "{what} is stated[: {after}]",
    [Added] in ["**"]
}

change_rule! {
    /// # What it says
    /// Something is not stated any more.
    ///
    /// # What it means to a peer
    /// Whoever relied on it cannot any more; no other rule knows what follows from it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             services: {C-STORE: {responses: [{code: B000, related_fields: ["(0000,0902) Error Comment"]}]}}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             services: {C-STORE: {responses: [{code: B000}]}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    VALUE_REMOVED = "value-removed": General, Breaking, since "0.1.0",
    "{what} is not stated any more",
    [Removed] in ["**"]
}

change_rule! {
    /// # What it says
    /// Something has another value.
    ///
    /// # What it means to a peer
    /// Whoever relied on the old value has to look; no other rule knows what follows from it.
    ///
    /// # Example
    /// ```yaml old
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             services: {C-STORE: {responses: [{code: B000, meaning: Coerced}]}}
    /// ```
    /// ```yaml new
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Work:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             services: {C-STORE: {responses: [{code: B000, meaning: Replaced}]}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    VALUE_CHANGED = "value-changed": General, Breaking, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Changed, Raised, Lowered, Reordered] in ["**"]
}
