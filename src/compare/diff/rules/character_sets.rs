//! Character sets.

use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// A further character set is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// character_sets:
    ///   supported: [ISO_IR 100]
    /// ```
    /// ```yaml new
    /// character_sets:
    ///   supported: [ISO_IR 100, ISO_IR 192]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.7
    CHARACTER_SET_ADDED = "character-set-added": CharacterSets, Compatible, since "0.1.0",
    "{what} is supported",
    [Added] in ["character_sets.supported.*"]
}

change_rule! {
    /// # What it says
    /// A character set is not supported any more.
    ///
    /// # What it means to a peer
    /// Names in it are shown wrongly, replaced or refused.
    ///
    /// # Example
    /// ```yaml old
    /// character_sets:
    ///   supported: [ISO_IR 100, ISO_IR 192]
    /// ```
    /// ```yaml new
    /// character_sets:
    ///   supported: [ISO_IR 100]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.7
    CHARACTER_SET_REMOVED = "character-set-removed": CharacterSets, Breaking, since "0.1.0",
    "{what} is not supported any more",
    [Removed] in ["character_sets.supported.*"]
}

change_rule! {
    /// # What it says
    /// A further combination of character sets is supported.
    ///
    /// # What it means to a peer
    /// What peers used before stays as it is.
    ///
    /// # Example
    /// ```yaml old
    /// character_sets:
    ///   supported: [ISO 2022 IR 6]
    /// ```
    /// ```yaml new
    /// character_sets:
    ///   supported: [ISO 2022 IR 6]
    ///   combinations: [[ISO 2022 IR 6, ISO 2022 IR 87]]
    /// ```
    ///
    /// # References
    /// - PS3.5, section 6.1.2.5
    CHARACTER_SET_COMBINATION_ADDED = "character-set-combination-added": CharacterSets, Compatible, since "0.1.0",
    "the combination {after} is supported",
    [Added] in ["character_sets.combinations.*"]
}

change_rule! {
    /// # What it says
    /// A combination of character sets is not supported any more.
    ///
    /// # What it means to a peer
    /// Names that change between the two are shown wrongly, replaced or refused.
    ///
    /// # Example
    /// ```yaml old
    /// character_sets:
    ///   supported: [ISO 2022 IR 6]
    ///   combinations: [[ISO 2022 IR 6, ISO 2022 IR 87]]
    /// ```
    /// ```yaml new
    /// character_sets:
    ///   supported: [ISO 2022 IR 6]
    /// ```
    ///
    /// # References
    /// - PS3.5, section 6.1.2.5
    CHARACTER_SET_COMBINATION_REMOVED = "character-set-combination-removed": CharacterSets, Breaking, since "0.1.0",
    "the combination {before} is not supported any more",
    [Removed] in ["character_sets.combinations.*"]
}

change_rule! {
    /// # What it says
    /// Texts are converted from one character set to another in other cases.
    ///
    /// # What it means to a peer
    /// A peer may get texts back in another character set, which it must know to read them.
    ///
    /// # Example
    /// ```yaml old
    /// character_sets:
    ///   supported: [ISO_IR 100, ISO_IR 192]
    /// ```
    /// ```yaml new
    /// character_sets:
    ///   supported: [ISO_IR 100, ISO_IR 192]
    ///   mapping: [{incoming: ISO_IR 100, outgoing: ISO_IR 192}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section N.5.7
    CHARACTER_SET_CONVERSION_CHANGED = "character-set-conversion-changed": CharacterSets, Compatible, since "0.1.0",
    "the conversion of {what} is another one",
    [Added, Removed, Changed, Raised, Lowered] in ["character_sets.mapping.*", "character_sets.mapping.*.**"]
}
