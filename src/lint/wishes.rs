//! What requirements ask for, and what they forbid, in presentation contexts: laid out by entity, direction and role, so
//! that it can be compared.

use indexmap::IndexMap;

use crate::model::survey::{ContextUse, Initiation, ItemId, ItemPlace, Survey};
use crate::model::{Demand, Role};
use crate::route::Route;

/// A SOP class of an entity, in one direction and role, and perhaps one transfer syntax of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Matter<'s> {
    pub(super) entity: usize,
    pub(super) initiation: Initiation,
    pub(super) role: Role,
    pub(super) sop_class: &'s str,
    pub(super) transfer_syntax: Option<&'s str>,
}

/// Where something is said first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    /// The context, by its position in the survey.
    pub(super) context: usize,
    /// The transfer syntax that says it by itself.
    item: Option<ItemId>,
    key: &'static str,
}

impl Said {
    /// Where it stands.
    pub(super) fn route(self, survey: &Survey<'_>) -> Route {
        match self.item {
            Some(id) => survey.route(survey.item(id).trail),
            None => survey.route(survey.contexts[self.context].trail).key(self.key),
        }
    }

    /// Whether it stands before something else.
    pub(super) fn is_before(self, other: Self) -> bool {
        (self.context, self.item) < (other.context, other.item)
    }
}

/// What is said of a matter.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wishes {
    /// Where somebody asks for it.
    pub(super) asked: Option<Said>,
    /// Where it is forbidden.
    pub(super) forbidden: Option<Said>,
}

/// What is asked for and forbidden in presentation contexts, in the author's order.
pub(super) fn wishes<'s>(survey: &Survey<'s>) -> IndexMap<Matter<'s>, Wishes> {
    let mut wishes = IndexMap::new();
    for (number, context) in survey.contexts.iter().enumerate() {
        note(survey, (number, context), &mut wishes);
    }
    wishes
}

fn note<'s>(
    survey: &Survey<'s>,
    (number, context): (usize, &ContextUse<'s>),
    wishes: &mut IndexMap<Matter<'s>, Wishes>,
) {
    let demand = survey.demand_of_context(context);
    let written = context.context;
    let syntaxes = survey.demands_of_items(
        &written.transfer_syntaxes,
        &context.transfer_syntaxes,
        ItemPlace::TransferSyntax,
    );
    let user = context.role.is_user().then_some(Role::Scu);
    let provider = context.role.is_provider().then_some(Role::Scp);
    for (class, own) in classes(survey, context) {
        let Some(sop_class) = survey.uid(class) else { continue };
        let demand = own.within(demand);
        for role in user.into_iter().chain(provider) {
            let (entity, initiation) = (context.entity, context.initiation);
            let matter = Matter { entity, initiation, role, sop_class, transfer_syntax: None };
            // What is forbidden in some transfer syntaxes may be there in others.
            if demand != Demand::MustNot || syntaxes.is_empty() {
                let said = Said { context: number, item: None, key: "abstract_syntax" };
                keep(wishes.entry(matter).or_default(), demand, said);
            }
            for (syntax, own) in &syntaxes {
                let transfer_syntax = survey.uid(*syntax);
                let item = survey.item(*syntax).item.demand.map(|_| *syntax);
                let said = Said { context: number, item, key: "transfer_syntaxes" };
                if transfer_syntax.is_some() {
                    let wishes = wishes.entry(Matter { transfer_syntax, ..matter }).or_default();
                    keep(wishes, own.within(demand), said);
                }
            }
        }
    }
}

/// The SOP classes of a context, with the demand of each.
pub(super) fn classes(survey: &Survey<'_>, context: &ContextUse<'_>) -> Vec<(ItemId, Demand)> {
    let written = &context.context.abstract_syntax;
    survey.demands_of_items(written, &context.abstract_syntaxes, ItemPlace::SopClass)
}

fn keep(wishes: &mut Wishes, demand: Demand, said: Said) {
    match demand {
        Demand::Must | Demand::Should => _ = wishes.asked.get_or_insert(said),
        Demand::MustNot => _ = wishes.forbidden.get_or_insert(said),
        Demand::May => {}
    }
}
