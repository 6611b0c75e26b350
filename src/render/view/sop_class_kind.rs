//! Which SOP classes are the standard's own, and which are not (PS3.2 7.3).

use std::collections::HashSet;

use super::scope::Scope;
use crate::model::survey::{ItemId, Meaning};

/// The SOP classes to which a statement adds something.
pub(super) struct SopClassKinds<'s> {
    extended: HashSet<&'s str>,
    specialized: HashSet<&'s str>,
}

impl<'s> SopClassKinds<'s> {
    pub(super) fn of(scope: &Scope<'s>) -> Self {
        let statement = scope.statement();
        let extended = statement.extended_sop_classes.iter();
        let extended = extended.flat_map(|class| scope.expanded(&class.sop_classes));
        let specialized = statement.specialized_sop_classes.iter();
        Self {
            extended: extended.map(|id| scope.identity(id)).collect(),
            specialized: specialized.filter_map(|class| class.uid.as_deref()).map(str::trim).collect(),
        }
    }

    /// `Standard`, `Standard Extended`, `Specialized` or `Private`.
    pub(super) fn kind(&self, scope: &Scope<'s>, id: ItemId) -> &'static str {
        match &scope.survey.item(id).meaning {
            Meaning::Declared { uid, .. } if self.specialized.contains(uid) => "Specialized",
            Meaning::Declared { .. } | Meaning::UnknownUid(_) => "Private",
            _ if self.extended.contains(scope.identity(id)) => "Standard Extended",
            _ => STANDARD,
        }
    }
}

/// The kind of a SOP class of the standard to which nothing is added.
pub(super) const STANDARD: &str = "Standard";
