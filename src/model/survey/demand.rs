//! How much things are wanted, where a survey is one of requirements. A statement wants nothing; what it lists counts as
//! what must be.

use super::{
    ActivityUse, ConformanceUse, ContextUse, EntityUse, ItemId, ItemPlace, MediaProfileUse, Survey,
    TransactionUse,
};
use crate::model::{Demand, Item};

impl Survey<'_> {
    /// How much an entity is wanted.
    pub fn demand_of_entity(&self, entity: &EntityUse<'_>) -> Demand {
        entity.entity.demand.unwrap_or(Demand::Must)
    }

    /// How much an activity is wanted, with the entity that has it.
    pub fn demand_of_activity(&self, activity: &ActivityUse<'_>) -> Demand {
        inside(self.demand_of_entity(&self.entities[activity.entity]), activity.activity.demand)
    }

    /// How much a presentation context is wanted, with what holds it.
    pub fn demand_of_context(&self, context: &ContextUse<'_>) -> Demand {
        inside(self.demand_of_activity(&self.activities[context.activity]), context.context.demand)
    }

    /// How much an entry of SOP specific conformance is wanted, with what holds it.
    pub fn demand_of_conformance(&self, conformance: &ConformanceUse<'_>) -> Demand {
        inside(
            self.demand_of_activity(&self.activities[conformance.activity]),
            conformance.conformance.demand,
        )
    }

    /// How much a web transaction is wanted, with the service that has it.
    pub fn demand_of_transaction(&self, transaction: &TransactionUse<'_>) -> Demand {
        let service = self.statement.web_services.get(transaction.service);
        let service = service.and_then(|service| service.demand).unwrap_or(Demand::Must);
        inside(service, transaction.transaction.demand)
    }

    /// How much an application profile is wanted, with the entity that has it.
    pub fn demand_of_media_profile(&self, profile: &MediaProfileUse<'_>) -> Demand {
        let entity = self.statement.media.application_entities.get(profile.entity);
        let entity = entity.and_then(|entity| entity.demand).unwrap_or(Demand::Must);
        inside(entity, profile.profile.demand)
    }

    /// How much each item of a list is wanted, by itself: `written` is the list as its author wrote it, `expanded` the
    /// same with its sets expanded. What is said of a set holds for its members.
    pub fn demands_of_items(
        &self,
        written: &[Item],
        expanded: &[ItemId],
        place: ItemPlace,
    ) -> Vec<(ItemId, Demand)> {
        let mut demands = Vec::with_capacity(expanded.len());
        let mut rest = expanded.iter();
        for item in written {
            let members = rest.by_ref().take(self.set_of(item, place).map_or(1, <[ItemId]>::len));
            // An item that is no set is its own only member.
            let of_list = item.demand.unwrap_or(Demand::Must);
            demands.extend(members.map(|id| (*id, inside(of_list, self.item(*id).item.demand))));
        }
        demands
    }

    /// The members of the set that an item names, if it names one.
    fn set_of(&self, item: &Item, place: ItemPlace) -> Option<&[ItemId]> {
        let name = item.name.as_deref().filter(|_| item.uid.is_none())?.trim();
        let set = match place {
            ItemPlace::SopClass => self.sop_class_set(name),
            ItemPlace::TransferSyntax => self.transfer_syntax_set(name),
        };
        set.map(|set| &**set)
    }
}

/// How much something is wanted in something else.
fn inside(holder: Demand, own: Option<Demand>) -> Demand {
    own.unwrap_or(Demand::Must).within(holder)
}
