//! Requirements: who asks for more breaks the promise of whoever met less.

use super::conditions::{forbids, is_prose};
use crate::compare::diff::rule::change_rule;

change_rule! {
    /// # What it says
    /// Something is required that was not.
    ///
    /// # What it means to a peer
    /// A product that met the requirements may not meet them any more.
    ///
    /// # Example
    /// ```yaml old
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100]
    /// ```
    /// ```yaml new
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100, ISO_IR 192]
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    REQUIREMENT_ADDED = "requirement-added": Requirements, Breaking, since "0.1.0",
    "{what} is required",
    [Added] in ["**"], if |difference| !is_prose(difference)
}

change_rule! {
    /// # What it says
    /// Something is not required any more.
    ///
    /// # What it means to a peer
    /// A product that met the requirements still does.
    ///
    /// # Example
    /// ```yaml old
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100, ISO_IR 192]
    /// ```
    /// ```yaml new
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100]
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    REQUIREMENT_REMOVED = "requirement-removed": Requirements, Compatible, since "0.1.0",
    "{what} is not required any more",
    [Removed] in ["**"], if |difference| !is_prose(difference)
}

change_rule! {
    /// # What it says
    /// Something else is required.
    ///
    /// # What it means to a peer
    /// A product that met the old requirement may not meet the new one.
    ///
    /// # Example
    /// ```yaml old
    /// kind: requirements
    /// name: Example
    /// associations:
    ///   max_accepted: 5
    /// ```
    /// ```yaml new
    /// kind: requirements
    /// name: Example
    /// associations:
    ///   max_accepted: 10
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    REQUIREMENT_CHANGED = "requirement-changed": Requirements, Breaking, since "0.1.0",
    "{what} is {after}[, not {before}]",
    [Changed, Raised, Lowered, Reordered] in ["**"], if |difference| !is_prose(difference)
}

change_rule! {
    /// # What it says
    /// Something that should or may be there must be, or should be; or it must not be any more. What says nothing must
    /// be.
    ///
    /// # What it means to a peer
    /// A product that was good enough without it may not be any more.
    ///
    /// # Example
    /// ```yaml old
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100 (should)]
    /// ```
    /// ```yaml new
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100]
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    DEMAND_RAISED = "demand-raised": Requirements, Breaking, since "0.1.0",
    "{in}: {after}[, not {before}]",
    [Raised, Removed, Changed] in ["**.demand"]
}

change_rule! {
    /// # What it says
    /// Something that had to be there should or may be. What says nothing must be.
    ///
    /// # What it means to a peer
    /// A product that met the requirements still does.
    ///
    /// # Example
    /// ```yaml old
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100]
    /// ```
    /// ```yaml new
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100 (may)]
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    DEMAND_LOWERED = "demand-lowered": Requirements, Compatible, since "0.1.0",
    "{in}: {after}[, not {before}]",
    [Lowered, Added] in ["**.demand"], if |difference| !forbids(difference.new)
}

change_rule! {
    /// # What it says
    /// Something that was wanted must not be there.
    ///
    /// # What it means to a peer
    /// A product that has it does not meet the requirements any more.
    ///
    /// # Example
    /// ```yaml old
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100]
    /// ```
    /// ```yaml new
    /// kind: requirements
    /// name: Example
    /// character_sets:
    ///   supported: [ISO_IR 100 (must_not)]
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    DEMAND_FORBIDDEN = "demand-forbidden": Requirements, Breaking, since "0.1.0",
    "{in}: {after}",
    [Added, Changed, Raised, Lowered] in ["**.demand"], if |difference| forbids(difference.new)
}
