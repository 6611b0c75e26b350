//! Who prints with which classes: the print classes of an entity, role by role.

use std::collections::HashSet;

use super::sieve::{Sieve, is_unknown};
use crate::model::Role;
use crate::model::survey::{ContextUse, EntityUse, ItemId, Meaning, Survey};
use crate::route::Route;
use crate::standard::sop_class::{self, SopClass};

/// A print class in a presentation context.
pub(super) struct PrintClass<'v, 's> {
    /// The class.
    pub(super) class: &'static SopClass,
    /// The context.
    pub(super) context: &'v ContextUse<'s>,
    item: ItemId,
}

impl PrintClass<'_, '_> {
    /// Where the context has the class: the item itself, or the list where it comes from a set.
    pub(super) fn route(&self, survey: &Survey<'_>) -> Route {
        let list = survey.route(self.context.trail).key("abstract_syntax");
        let item = survey.route(survey.item(self.item).trail);
        if item.is_within(&list) { item } else { list }
    }
}

/// The print classes of an entity in a role.
pub(super) struct Printing<'v, 's> {
    /// The entity.
    pub(super) entity: &'v EntityUse<'s>,
    /// User or provider; who is both, is once the one and once the other.
    pub(super) role: Role,
    /// Its Print Management Meta SOP Classes.
    pub(super) metas: Vec<PrintClass<'v, 's>>,
    /// Its other print classes.
    pub(super) classes: Vec<PrintClass<'v, 's>>,
}

/// Who prints, in the order of the entities.
pub(super) fn printings<'v, 's>(survey: &'v Survey<'s>) -> Vec<Printing<'v, 's>> {
    let mut sieve = Sieve::new(survey, SopClass::is_print);
    let mut found = Vec::new();
    for entity in survey.entities.iter().filter(|entity| entity.is_claimed) {
        let contexts: Vec<_> = survey
            .claimed_contexts_of(entity)
            .filter(|context| sieve.any(&context.abstract_syntaxes))
            .collect();
        for role in [Role::Scu, Role::Scp] {
            let mut printing = Printing { entity, role, metas: Vec::new(), classes: Vec::new() };
            for context in contexts.iter().filter(|context| includes(context.role, role)) {
                for item in sieve.sift(&context.abstract_syntaxes).iter() {
                    let Some(class) = survey.uid(*item).and_then(sop_class::by_uid) else { continue };
                    let list = if class.is_meta() { &mut printing.metas } else { &mut printing.classes };
                    list.push(PrintClass { class, context, item: *item });
                }
            }
            if !printing.metas.is_empty() || !printing.classes.is_empty() {
                found.push(printing);
            }
        }
    }
    found
}

/// Whether who has one role has the other, which is not `BOTH`.
const fn includes(role: Role, other: Role) -> bool {
    match other {
        Role::Scu => role.is_user(),
        Role::Scp | Role::Both => role.is_provider(),
    }
}

impl Printing<'_, '_> {
    /// Whether a context of the role holds what cannot be told, so that it may be a Meta SOP Class.
    pub(super) fn may_have_more(&self, survey: &Survey<'_>) -> bool {
        let mut contexts =
            survey.claimed_contexts_of(self.entity).filter(|used| includes(used.role, self.role));
        contexts.any(|context| {
            let mut items = context.abstract_syntaxes.iter();
            items.any(|id| {
                is_unknown(survey, *id) && !matches!(survey.item(*id).meaning, Meaning::Declared { .. })
            })
        })
    }

    /// The UIDs of the classes whose services are described for the role, as members of a Meta SOP Class or alone.
    pub(super) fn described<'a>(&self, survey: &'a Survey<'_>) -> HashSet<&'a str> {
        let mut described = HashSet::new();
        let ours = survey.entities.iter().position(|entity| std::ptr::eq(entity, self.entity));
        let entries = survey.conformances.iter().filter(|used| used.is_claimed && Some(used.entity) == ours);
        let speaks = |role: &Role| includes(*role, self.role);
        for used in entries.filter(|used| used.roles.is_empty() || used.roles.iter().any(speaks)) {
            if !used.conformance.services.is_empty() || !used.conformance.responses.is_empty() {
                described.extend(survey.claimed_uids(&used.sop_classes).map(|(_, uid)| uid));
            }
            for (name, member) in &used.conformance.members {
                let class = sop_class::resolve(name).filter(|_| !member.services.is_empty());
                described.extend(class.map(|(class, _)| class.entry.uid));
            }
        }
        described
    }
}
