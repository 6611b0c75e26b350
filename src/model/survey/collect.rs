//! The one walk over a statement.

mod annexes;
mod conformance;
mod surroundings;

use std::collections::HashMap;
use std::sync::Arc;

use super::meaning::{self, Declared, Meaning};
use super::sets;
use super::{
    ActivityUse, AttributeSite, ClassListPurpose, ConformanceUse, ContextUse, EntityUse, Hop, Initiation,
    ItemId, ItemPlace, ItemUse, Survey, TableUse, Trail,
};
use crate::model::{
    Activity, ApplicationEntity, Attribute, Demand, Item, List, Named, OneOrMany, PresentationContext, Role,
    Statement, Support,
};

/// So many conformance entries may each look through all contexts of their activity; for more, that is done once.
const FEW: usize = 8;

pub(super) fn collect(statement: &Statement) -> Survey<'_> {
    let mut walk = Walk {
        survey: Survey {
            statement,
            entities: Vec::new(),
            activities: Vec::new(),
            contexts: Vec::new(),
            conformances: Vec::new(),
            services: Vec::new(),
            tables: Vec::new(),
            keys: Vec::new(),
            transactions: Vec::new(),
            media_profiles: Vec::new(),
            overview: Vec::new(),
            profile_definitions: Vec::new(),
            items: Vec::new(),
            attributes: Vec::new(),
            rows: Vec::new(),
            class_lists: Vec::new(),
            endless_sets: Vec::new(),
            trails: vec![(Trail(0), Hop::Root)],
            declared: Declared::of(statement),
            sop_class_sets: HashMap::new(),
            transfer_syntax_sets: HashMap::new(),
        },
    };
    walk.sets("transfer_syntaxes", &statement.transfer_syntaxes, ItemPlace::TransferSyntax);
    walk.sets("sop_classes", &statement.sop_classes, ItemPlace::SopClass);
    walk.status_tables(statement);
    walk.entities(statement);
    walk.web_services(statement);
    walk.media(statement);
    walk.overview(statement);
    walk.annexes(statement);
    walk.survey
}

/// Whether what carries these words is claimed, or wanted.
fn claims(support: Option<Support>, demand: Option<Demand>) -> bool {
    support.is_none_or(Support::is_claim) && demand != Some(Demand::MustNot)
}

struct Walk<'s> {
    survey: Survey<'s>,
}

impl<'s> Walk<'s> {
    fn key(&mut self, parent: Trail, key: &'s str) -> Trail {
        self.hop(parent, Hop::Key(key))
    }

    fn index(&mut self, parent: Trail, index: usize) -> Trail {
        self.hop(parent, Hop::Index(index))
    }

    fn hop(&mut self, parent: Trail, hop: Hop<'s>) -> Trail {
        let trail = Trail(u32::try_from(self.survey.trails.len()).unwrap_or(u32::MAX));
        self.survey.trails.push((parent, hop));
        trail
    }

    /// Registers the members of every set, then expands sets in sets.
    fn sets(&mut self, key: &'static str, sets: &'s Named<OneOrMany<Item>>, place: ItemPlace) {
        let parent = self.key(Trail(0), key);
        let mut direct = Vec::with_capacity(sets.len());
        for (name, members) in sets {
            let trail = self.key(parent, name);
            let ids = self.items(trail, members, place, |word| sets.contains_key(word));
            direct.push((name.as_str(), ids));
        }
        let expanded = sets::expand(&self.survey.items, &direct);
        self.survey.endless_sets.extend(expanded.endless);
        match place {
            ItemPlace::SopClass => self.survey.sop_class_sets = expanded.members,
            ItemPlace::TransferSyntax => self.survey.transfer_syntax_sets = expanded.members,
        }
    }

    fn items(
        &mut self,
        trail: Trail,
        items: &'s [Item],
        place: ItemPlace,
        is_set: impl Fn(&str) -> bool,
    ) -> Vec<ItemId> {
        let mut ids = Vec::with_capacity(items.len());
        for (position, item) in items.iter().enumerate() {
            let trail = self.index(trail, position);
            let meaning = meaning::of_item(item, place, &self.survey.declared, &is_set);
            ids.push(ItemId(self.survey.items.len()));
            self.survey.items.push(ItemUse { item, place, trail, meaning });
        }
        ids
    }

    /// A list of items with its sets expanded; a list that is one set shares that set's members.
    fn expanded(
        &mut self,
        parent: Trail,
        key: &'static str,
        items: &'s [Item],
        place: ItemPlace,
    ) -> Arc<[ItemId]> {
        if items.is_empty() {
            return Arc::from([]);
        }
        let trail = self.key(parent, key);
        self.expanded_at(trail, items, place)
    }

    /// The list of items at a trail with its sets expanded.
    fn expanded_at(&mut self, trail: Trail, items: &'s [Item], place: ItemPlace) -> Arc<[ItemId]> {
        let statement = self.survey.statement;
        let ids = self.items(trail, items, place, |word| match place {
            ItemPlace::SopClass => statement.sop_classes.contains_key(word),
            ItemPlace::TransferSyntax => statement.transfer_syntaxes.contains_key(word),
        });
        let set_of = |id: &ItemId| match self.survey.items[id.0].meaning {
            Meaning::Set(name) => match place {
                ItemPlace::SopClass => self.survey.sop_class_sets.get(name),
                ItemPlace::TransferSyntax => self.survey.transfer_syntax_sets.get(name),
            },
            _ => None,
        };
        if let [only] = ids.as_slice()
            && let Some(set) = set_of(only)
        {
            return Arc::clone(set);
        }
        let mut members = Vec::with_capacity(ids.len());
        for id in &ids {
            match set_of(id) {
                Some(set) => members.extend_from_slice(set),
                None => members.push(*id),
            }
        }
        Arc::from(members)
    }

    fn status_tables(&mut self, statement: &'s Statement) {
        let parent = self.key(Trail(0), "status_tables");
        for (name, rows) in &statement.status_tables {
            let trail = self.key(parent, name);
            self.related_fields(rows, trail);
            self.survey.tables.push(TableUse { conformance: None, service: None, member: None, rows, trail });
        }
    }

    fn entities(&mut self, statement: &'s Statement) {
        let parent = self.key(Trail(0), "application_entities");
        for (name, entity) in &statement.application_entities {
            let trail = self.key(parent, name);
            let index = self.survey.entities.len();
            let first = self.survey.contexts.len();
            self.survey.entities.push(EntityUse {
                name,
                entity,
                trail,
                is_claimed: claims(entity.support, entity.demand),
                contexts: first..first,
            });
            self.entity(index, entity, trail);
            self.survey.entities[index].contexts.end = self.survey.contexts.len();
        }
    }

    fn entity(&mut self, index: usize, entity: &'s ApplicationEntity, trail: Trail) {
        self.class_list(trail, "creates", &entity.creates, ClassListPurpose::Creation(index));
        if entity.activities.is_empty() {
            return;
        }
        let parent = self.key(trail, "activities");
        for (name, activity) in &entity.activities {
            let trail = self.key(parent, name);
            let number = self.survey.activities.len();
            let first = self.survey.contexts.len();
            self.survey.activities.push(ActivityUse {
                entity: index,
                name,
                activity,
                trail,
                is_claimed: self.survey.entities[index].is_claimed
                    && claims(activity.support, activity.demand),
                contexts: first..first,
            });
            self.contexts((index, number), trail, Initiation::Initiates, &activity.initiates);
            self.contexts((index, number), trail, Initiation::Accepts, &activity.accepts);
            self.survey.activities[number].contexts.end = self.survey.contexts.len();
            self.conformances((index, number), trail, activity);
        }
    }

    fn contexts(
        &mut self,
        (entity, activity): (usize, usize),
        parent: Trail,
        initiation: Initiation,
        contexts: &'s List<PresentationContext>,
    ) {
        if contexts.is_empty() {
            return;
        }
        let parent = self.key(parent, initiation.key());
        let is_claimed = self.survey.activities[activity].is_claimed;
        for (position, context) in contexts.iter().enumerate() {
            let trail = self.index(parent, position);
            let abstract_syntaxes =
                self.expanded(trail, "abstract_syntax", &context.abstract_syntax, ItemPlace::SopClass);
            let transfer_syntaxes = self.expanded(
                trail,
                "transfer_syntaxes",
                &context.transfer_syntaxes,
                ItemPlace::TransferSyntax,
            );
            let role = context.role.unwrap_or(initiation.default_role());
            self.survey.contexts.push(ContextUse {
                entity,
                activity,
                initiation,
                context,
                role,
                trail,
                abstract_syntaxes,
                transfer_syntaxes,
                is_claimed: is_claimed && claims(context.support, context.demand),
            });
        }
    }

    fn conformances(&mut self, (entity, activity): (usize, usize), parent: Trail, from: &'s Activity) {
        if from.conformance.is_empty() {
            return;
        }
        let parent = self.key(parent, "conformance");
        let is_claimed = self.survey.activities[activity].is_claimed;
        let by_class = (from.conformance.len() > FEW).then(|| self.roles_by_class(activity));
        for (position, conformance) in from.conformance.iter().enumerate() {
            let trail = self.index(parent, position);
            let number = self.survey.conformances.len();
            let sop_classes =
                self.expanded(trail, "sop_classes", &conformance.sop_classes, ItemPlace::SopClass);
            let roles = self.roles(activity, conformance.role, &sop_classes, by_class.as_ref());
            self.survey.conformances.push(ConformanceUse {
                entity,
                activity,
                conformance,
                trail,
                sop_classes,
                roles,
                is_claimed: is_claimed && claims(conformance.support, conformance.demand),
            });
            self.conformance(number, conformance, trail);
        }
    }

    /// The roles in which an activity has each SOP class.
    fn roles_by_class(&self, activity: usize) -> HashMap<String, Vec<Role>> {
        let mut by_class: HashMap<String, Vec<Role>> = HashMap::new();
        for context in &self.survey.contexts[self.survey.activities[activity].contexts.clone()] {
            for uid in context.abstract_syntaxes.iter().filter_map(|id| self.survey.uid(*id)) {
                let roles = by_class.entry(uid.to_owned()).or_default();
                if let Err(place) = roles.binary_search(&context.role) {
                    roles.insert(place, context.role);
                }
            }
        }
        by_class
    }

    /// The roles that a conformance entry speaks of.
    fn roles(
        &self,
        activity: usize,
        stated: Option<Role>,
        classes: &[ItemId],
        by_class: Option<&HashMap<String, Vec<Role>>>,
    ) -> Vec<Role> {
        if let Some(role) = stated {
            return vec![role];
        }
        let Some(first) = classes.iter().find_map(|id| self.survey.uid(*id)) else { return Vec::new() };
        if let Some(by_class) = by_class {
            return by_class.get(first).cloned().unwrap_or_default();
        }
        let contexts = &self.survey.contexts[self.survey.activities[activity].contexts.clone()];
        let mut roles: Vec<_> = contexts
            .iter()
            .filter(|context| context.abstract_syntaxes.iter().any(|id| self.survey.uid(*id) == Some(first)))
            .map(|context| context.role)
            .collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }

    fn attribute(&mut self, attribute: &'s Attribute, parent: Trail) -> usize {
        let trail = self.key(parent, "attribute");
        self.attribute_at(attribute, trail)
    }

    fn attribute_at(&mut self, attribute: &'s Attribute, trail: Trail) -> usize {
        let meaning = meaning::of_attribute(attribute);
        self.survey.attributes.push(AttributeSite { attribute, trail, meaning });
        self.survey.attributes.len() - 1
    }
}
