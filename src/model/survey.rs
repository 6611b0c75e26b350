//! `Survey`: a statement walked once, its names resolved and its sets expanded, for everybody who asks about it.
//!
//! A statement says things where its author finds them obvious: SOP classes stand in sets, in presentation contexts
//! and in conformance entries. The survey lays them out flat. Everything in it knows its [`Trail`], from which a
//! route is made only when there is something to say.

mod collect;
mod demand;
mod meaning;
mod media;
mod sets;
mod tables;

use std::collections::HashMap;
use std::sync::Arc;

use super::{
    Activity, ApplicationEntity, Attribute, Conformance, Item, Key, PresentationContext, Response, Role,
    Service, Statement, Transaction,
};
use crate::route::Route;
use crate::standard::uids;

pub use meaning::{AttributeMeaning, Declared, Meaning};
pub use media::{DefinedProfile, MediaProfileUse, ProfileDefinitionUse};
pub use tables::{AttributeRow, ClassList, ClassListPurpose, ModuleTable, RowUse};

/// A position in the statement, cheap to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Trail(u32);

/// One step of a trail.
#[derive(Debug, Clone, Copy)]
enum Hop<'s> {
    Root,
    Key(&'s str),
    Index(usize),
}

/// Where a SOP class or a transfer syntax belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemPlace {
    /// A SOP class belongs here.
    SopClass,
    /// A transfer syntax belongs here.
    TransferSyntax,
}

impl ItemPlace {
    /// The place in the words of the registry.
    pub const fn in_registry(self) -> uids::Place {
        match self {
            Self::SopClass => uids::Place::AbstractSyntax,
            Self::TransferSyntax => uids::Place::TransferSyntax,
        }
    }
}

/// A SOP class or transfer syntax, where the author wrote it.
#[derive(Debug)]
pub struct ItemUse<'s> {
    /// What is written.
    pub item: &'s Item,
    /// What belongs here.
    pub place: ItemPlace,
    /// Where it stands.
    pub trail: Trail,
    /// What it means.
    pub meaning: Meaning<'s>,
}

/// An item of a survey, by its position in [`Survey::items`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub usize);

/// Which side makes the association.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Initiation {
    /// This entity proposes.
    Initiates,
    /// This entity accepts.
    Accepts,
}

impl Initiation {
    /// The role that needs no negotiation (PS3.7 D.3.3.4).
    pub const fn default_role(self) -> Role {
        match self {
            Self::Initiates => Role::Scu,
            Self::Accepts => Role::Scp,
        }
    }

    /// The key under which such contexts stand.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Initiates => "initiates",
            Self::Accepts => "accepts",
        }
    }
}

/// An Application Entity.
#[derive(Debug)]
pub struct EntityUse<'s> {
    /// The author's name for it.
    pub name: &'s str,
    /// What it says.
    pub entity: &'s ApplicationEntity,
    /// Where it stands.
    pub trail: Trail,
    /// Whether it is claimed: neither it nor what holds it says `no` or `n/a`.
    pub is_claimed: bool,
    /// Its contexts, as a range of [`Survey::contexts`].
    pub contexts: std::ops::Range<usize>,
}

/// An activity of an entity.
#[derive(Debug)]
pub struct ActivityUse<'s> {
    /// The entity, by its position in [`Survey::entities`].
    pub entity: usize,
    /// The author's name for it.
    pub name: &'s str,
    /// What it says.
    pub activity: &'s Activity,
    /// Where it stands.
    pub trail: Trail,
    /// Whether it is claimed: neither it nor what holds it says `no` or `n/a`.
    pub is_claimed: bool,
    /// Its contexts, as a range of [`Survey::contexts`].
    pub contexts: std::ops::Range<usize>,
}

/// An entry of a presentation context table, its names resolved and its sets expanded.
#[derive(Debug)]
pub struct ContextUse<'s> {
    /// The entity, by its position in [`Survey::entities`].
    pub entity: usize,
    /// The activity, by its position in [`Survey::activities`].
    pub activity: usize,
    /// Whether it is proposed or accepted.
    pub initiation: Initiation,
    /// What is written.
    pub context: &'s PresentationContext,
    /// The role of this entity, the default one where none is stated.
    pub role: Role,
    /// Where it stands.
    pub trail: Trail,
    /// The SOP classes.
    pub abstract_syntaxes: Arc<[ItemId]>,
    /// The transfer syntaxes.
    pub transfer_syntaxes: Arc<[ItemId]>,
    /// Whether it is claimed: neither it nor what holds it says `no` or `n/a`.
    pub is_claimed: bool,
}

/// SOP specific conformance of some classes in an activity.
#[derive(Debug)]
pub struct ConformanceUse<'s> {
    /// The entity, by its position in [`Survey::entities`].
    pub entity: usize,
    /// The activity, by its position in [`Survey::activities`].
    pub activity: usize,
    /// What is written.
    pub conformance: &'s Conformance,
    /// Where it stands.
    pub trail: Trail,
    /// The SOP classes.
    pub sop_classes: Arc<[ItemId]>,
    /// The roles that it speaks of: the one it names, or those of the activity's contexts of these classes.
    pub roles: Vec<Role>,
    /// Whether it is claimed: neither it nor what holds it says `no` or `n/a`.
    pub is_claimed: bool,
}

/// A list of response statuses.
#[derive(Debug)]
pub struct TableUse<'s> {
    /// The conformance entry, by its position in [`Survey::conformances`]; none for a table of `status_tables`.
    pub conformance: Option<usize>,
    /// The DIMSE service, where the author names it.
    pub service: Option<&'s str>,
    /// The member of a Meta SOP Class, where it is one's.
    pub member: Option<&'s str>,
    /// The rows.
    pub rows: &'s [Response],
    /// Where the list stands.
    pub trail: Trail,
}

/// A service of a SOP class.
#[derive(Debug)]
pub struct ServiceUse<'s> {
    /// The conformance entry, by its position in [`Survey::conformances`].
    pub conformance: usize,
    /// The member of a Meta SOP Class, where it is one's.
    pub member: Option<&'s str>,
    /// The DIMSE name.
    pub name: &'s str,
    /// What it says.
    pub service: &'s Service,
    /// Where it stands.
    pub trail: Trail,
}

/// A key of a query model.
#[derive(Debug)]
pub struct KeyUse<'s> {
    /// The conformance entry, by its position in [`Survey::conformances`].
    pub conformance: usize,
    /// The level or module.
    pub level: &'s str,
    /// What is written.
    pub key: &'s Key,
    /// The attribute, by its position in [`Survey::attributes`].
    pub attribute: usize,
    /// Where it stands.
    pub trail: Trail,
}

/// A transaction of a web service, its names resolved and its sets expanded.
#[derive(Debug)]
pub struct TransactionUse<'s> {
    /// The author's name for the service.
    pub service: &'s str,
    /// The name of the transaction.
    pub name: &'s str,
    /// What it says.
    pub transaction: &'s Transaction,
    /// Where it stands.
    pub trail: Trail,
    /// The SOP classes.
    pub sop_classes: Arc<[ItemId]>,
    /// The transfer syntaxes.
    pub transfer_syntaxes: Arc<[ItemId]>,
    /// Whether it is claimed: neither it nor its service says `no` or `n/a`.
    pub is_claimed: bool,
}

/// An attribute, where the author wrote it.
#[derive(Debug)]
pub struct AttributeSite<'s> {
    /// What is written.
    pub attribute: &'s Attribute,
    /// Where it stands.
    pub trail: Trail,
    /// What it means.
    pub meaning: AttributeMeaning,
}

/// A statement, walked once.
#[derive(Debug)]
pub struct Survey<'s> {
    /// The statement.
    pub statement: &'s Statement,
    /// The Application Entities.
    pub entities: Vec<EntityUse<'s>>,
    /// Their activities.
    pub activities: Vec<ActivityUse<'s>>,
    /// Their presentation contexts.
    pub contexts: Vec<ContextUse<'s>>,
    /// Their SOP specific conformance.
    pub conformances: Vec<ConformanceUse<'s>>,
    /// The services that conformance entries describe.
    pub services: Vec<ServiceUse<'s>>,
    /// Every list of response statuses.
    pub tables: Vec<TableUse<'s>>,
    /// Every key of a query.
    pub keys: Vec<KeyUse<'s>>,
    /// The transactions of web services.
    pub transactions: Vec<TransactionUse<'s>>,
    /// The application profiles of media interchange.
    pub media_profiles: Vec<MediaProfileUse<'s>>,
    /// The SOP classes of each row of an overview that was written by hand, with where the row stands.
    pub overview: Vec<(Trail, Arc<[ItemId]>)>,
    /// The application profiles that the statement itself defines, augmented ones first.
    pub profile_definitions: Vec<ProfileDefinitionUse<'s>>,
    /// Every SOP class and transfer syntax, where it is written.
    pub items: Vec<ItemUse<'s>>,
    /// Every attribute, where it is written.
    pub attributes: Vec<AttributeSite<'s>>,
    /// The rows of attributes of the annexes.
    pub rows: Vec<RowUse<'s>>,
    /// The lists of SOP classes of the annexes.
    pub class_lists: Vec<ClassList<'s>>,
    /// References to sets that lead back to where they come from, or too deep; they add no members.
    pub endless_sets: Vec<ItemId>,
    trails: Vec<(Trail, Hop<'s>)>,
    declared: meaning::Declared<'s>,
    sop_class_sets: HashMap<&'s str, Arc<[ItemId]>>,
    transfer_syntax_sets: HashMap<&'s str, Arc<[ItemId]>>,
}

impl<'s> Survey<'s> {
    /// Walks a statement.
    pub fn of(statement: &'s Statement) -> Self {
        collect::collect(statement)
    }

    /// How many places the walk has seen, which tells how large the statement is.
    pub fn place_count(&self) -> usize {
        self.trails.len()
    }

    /// The route of a trail.
    pub fn route(&self, trail: Trail) -> Route {
        let mut steps = Vec::new();
        let mut current = trail;
        loop {
            let (parent, hop) = self.trails[current.0 as usize];
            match hop {
                Hop::Root => break,
                Hop::Key(key) => steps.push(crate::route::Step::Key(key.to_owned())),
                Hop::Index(index) => steps.push(crate::route::Step::Index(index)),
            }
            current = parent;
        }
        steps.into_iter().rev().collect()
    }

    /// What holds the value of a trail: elements of one list have one parent.
    pub fn parent(&self, trail: Trail) -> Trail {
        self.trails[trail.0 as usize].0
    }

    /// An item.
    pub fn item(&self, id: ItemId) -> &ItemUse<'s> {
        &self.items[id.0]
    }

    /// The meanings of some items.
    pub fn meanings<'a>(&'a self, ids: &'a [ItemId]) -> impl Iterator<Item = (ItemId, &'a Meaning<'s>)> + 'a {
        ids.iter().map(|id| (*id, &self.items[id.0].meaning))
    }

    /// The members of a named set of SOP classes, sets in it expanded.
    pub fn sop_class_set(&self, name: &str) -> Option<&Arc<[ItemId]>> {
        self.sop_class_sets.get(name)
    }

    /// The members of a named set of transfer syntaxes, sets in it expanded.
    pub fn transfer_syntax_set(&self, name: &str) -> Option<&Arc<[ItemId]>> {
        self.transfer_syntax_sets.get(name)
    }

    /// The UID that an item stands for, where that can be told.
    pub fn uid(&self, id: ItemId) -> Option<&'s str> {
        self.items[id.0].meaning.uid()
    }

    /// The UIDs of those of some items that resolve and are not said to be unsupported.
    pub fn claimed_uids<'a>(&'a self, ids: &'a [ItemId]) -> impl Iterator<Item = (ItemId, &'a str)> + 'a {
        let claimed = ids.iter().filter(|id| self.items[id.0].item.is_claimed());
        claimed.filter_map(|id| Some((*id, self.uid(*id)?)))
    }

    /// Whether the statement has no presentation context, no web transaction and no media application profile.
    pub fn claims_nothing(&self) -> bool {
        let statement = self.statement;
        self.contexts.is_empty()
            && statement.web_services.values().all(|service| service.transactions.is_empty())
            && statement.media.application_entities.values().all(|entity| entity.profiles.is_empty())
    }

    /// The contexts that are claimed.
    pub fn claimed_contexts(&self) -> impl Iterator<Item = &ContextUse<'s>> {
        self.contexts.iter().filter(|context| context.is_claimed)
    }

    /// The claimed contexts of an entity.
    pub fn claimed_contexts_of(&self, entity: &EntityUse<'s>) -> impl Iterator<Item = &ContextUse<'s>> {
        self.contexts_of(entity).iter().filter(|context| context.is_claimed)
    }

    /// What a text means that names a SOP class or a transfer syntax outside the lists of items.
    pub fn meaning_of(&self, text: &'s str, place: ItemPlace) -> Meaning<'s> {
        let text = text.trim();
        if crate::notation::looks_like_uid(text) {
            return meaning::of_uid(text, None, place, false, &self.declared);
        }
        meaning::of_name(text, place, false, &self.declared)
    }

    /// The name by which the statement declares a SOP class or a transfer syntax of its own.
    pub fn declared_name(&self, uid: &str) -> Option<&'s str> {
        self.declared.name_of(uid).filter(|name| !name.is_empty())
    }

    /// What an attribute means that stands where the survey does not list what it means.
    pub fn meaning_of_attribute(attribute: &Attribute) -> AttributeMeaning {
        meaning::of_attribute(attribute)
    }

    /// The contexts of an entity.
    pub fn contexts_of(&self, entity: &EntityUse<'s>) -> &[ContextUse<'s>] {
        &self.contexts[entity.contexts.clone()]
    }
}
