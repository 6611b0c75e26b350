//! `Party`: an Application Entity with what it offers to others.

use std::sync::{Arc, LazyLock, OnceLock};

use indexmap::IndexMap;

use super::extended_negotiation::names_role_selection;
use super::keys::KeyTables;
use super::web::{WebOffer, web_offers};
use crate::finding::DocumentId;
use crate::model::survey::{ContextUse, Initiation, ItemId, Survey};
use crate::model::{Role, Support};
use crate::standard::transfer_syntax::{self, Fidelity};
use crate::standard::uids::{STORAGE_SERVICE_CLASS, UidKind};

/// A SOP class that an entity proposes or accepts in one role, over all its presentation contexts.
#[derive(Debug, Clone)]
pub struct Offer<'s> {
    /// The UID of the SOP class.
    pub sop_class: &'s str,
    /// Whether it is proposed or accepted.
    pub initiation: Initiation,
    /// SCU or SCP; a context with both makes two offers.
    pub role: Role,
    /// Its contexts, by their positions in the survey; there is at least one.
    pub contexts: Vec<usize>,
    /// The transfer syntaxes of all its contexts.
    pub syntaxes: Arc<Syntaxes<'s>>,
    /// The same, apart where they are not claimed alike; there is at least one.
    pub grades: Vec<Grade<'s>>,
    /// How far it is claimed, by the strongest of its contexts.
    pub claim: Claim,
    /// Whether role selection is negotiated, by the best of its contexts.
    pub role_selection: RoleSelection,
}

/// What of an offer is claimed alike.
#[derive(Debug, Clone)]
pub struct Grade<'s> {
    /// How far it is claimed.
    pub claim: Claim,
    /// Whether role selection is negotiated.
    pub role_selection: RoleSelection,
    /// The transfer syntaxes.
    pub syntaxes: Arc<Syntaxes<'s>>,
    /// The first of its contexts, by its position in the survey.
    pub context: usize,
}

/// How far something is claimed, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Claim {
    /// Always.
    Firm,
    /// On a condition that is stated.
    Conditional,
    /// Configurable, or sold separately.
    Optional,
    /// To be confirmed.
    ToBeConfirmed,
}

/// What a side says of SCP/SCU Role Selection (PS3.7 D.3.3.4), best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleSelection {
    /// That it is negotiated.
    Stated,
    /// Nothing.
    Unstated,
    /// That nothing is negotiated.
    Denied,
}

impl Offer<'_> {
    /// The first of its contexts, by its position in the survey.
    pub fn first_context(&self) -> usize {
        self.contexts.first().copied().unwrap_or_default()
    }
}

/// The transfer syntaxes of an offer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Syntaxes<'s> {
    /// Their UIDs, in the author's order.
    pub uids: Vec<&'s str>,
    /// Whether these are all: none is written in a way that cannot be understood, and no context leaves them out.
    pub is_complete: bool,
    /// The registered ones, a bit for each by its position in [`transfer_syntax::all`].
    registered: u128,
    /// How many of them are not registered.
    others: usize,
}

impl<'s> Syntaxes<'s> {
    /// Whether a transfer syntax is common to both.
    pub fn meet(&self, other: &Self) -> bool {
        self.registered & other.registered != 0
            || (self.others > 0 && other.others > 0 && self.uids.iter().any(|uid| other.uids.contains(uid)))
    }

    /// Those that are common to both, in the order of this side.
    pub fn common(&self, other: &Self) -> Vec<&'s str> {
        self.uids.iter().filter(|uid| other.has(uid)).copied().collect()
    }

    /// How many are common to both.
    pub fn number_in_common(&self, other: &Self) -> usize {
        let registered = (self.registered & other.registered).count_ones() as usize;
        if self.others == 0 || other.others == 0 {
            return registered;
        }
        self.common(other).len()
    }

    /// Whether something is common to both, and all of it loses something of the image.
    pub fn meet_in_lossy_only(&self, other: &Self) -> bool {
        let registered = self.registered & other.registered;
        registered != 0
            && registered & !lossy() == 0
            && self.number_in_common(other) == registered.count_ones() as usize
    }

    fn has(&self, uid: &str) -> bool {
        match bit(uid) {
            Some(bit) => self.registered & bit != 0,
            None => self.others > 0 && self.uids.contains(&uid),
        }
    }

    fn add(&mut self, uid: &'s str) {
        if self.has(uid) {
            return;
        }
        match bit(uid) {
            Some(bit) => self.registered |= bit,
            None => self.others += 1,
        }
        self.uids.push(uid);
    }
}

/// The bit of a registered transfer syntax; all of them fit.
fn bit(uid: &str) -> Option<u128> {
    let position = transfer_syntax::position(uid).and_then(|position| u32::try_from(position).ok())?;
    1_u128.checked_shl(position)
}

/// The bits of the transfer syntaxes that always lose something of the image.
fn lossy() -> u128 {
    static LOSSY: LazyLock<u128> = LazyLock::new(|| {
        let lossy = transfer_syntax::all().iter().filter(|syntax| syntax.fidelity == Fidelity::Lossy);
        lossy.filter_map(|syntax| bit(syntax.entry.uid)).fold(0, |all, bit| all | bit)
    });
    *LOSSY
}

/// An Application Entity with what it offers to others.
#[derive(Debug)]
pub struct Party<'s> {
    /// The document of its statement.
    pub document: DocumentId,
    /// The statement.
    pub survey: Arc<Survey<'s>>,
    /// Its position in [`Survey::entities`].
    pub entity: usize,
    offers: IndexMap<(&'s str, Initiation, Role), Offer<'s>>,
    /// Whether all that it proposes and accepts can be told.
    is_complete: bool,
    /// What its product offers over the web, which belongs to no entity in particular.
    web: Vec<WebOffer<'s>>,
    is_web_complete: bool,
    pub(super) keys: OnceLock<KeyTables>,
}

impl<'s> Party<'s> {
    /// The entity at a position of a survey.
    pub fn of(document: DocumentId, survey: Arc<Survey<'s>>, entity: usize) -> Self {
        let is_complete = survey.endless_sets.is_empty();
        let mut gathering = Gathering { survey: &survey, offers: IndexMap::new(), is_complete };
        for number in survey.entities[entity].contexts.clone() {
            gathering.add(number);
        }
        let Gathering { offers, is_complete, .. } = gathering;
        let (web, is_web_complete) = web_offers(&survey);
        let keys = OnceLock::new();
        Self { document, survey, entity, offers, is_complete, web, is_web_complete, keys }
    }

    /// Everything it proposes and accepts, in the author's order.
    pub fn offers(&self) -> impl Iterator<Item = &Offer<'s>> {
        self.offers.values()
    }

    /// What it offers for a SOP class in one direction and role.
    pub fn offer(&self, sop_class: &'s str, initiation: Initiation, role: Role) -> Option<&Offer<'s>> {
        self.offers.get(&(sop_class, initiation, role))
    }

    /// Whether all that it proposes and accepts can be told.
    pub const fn is_told(&self) -> bool {
        self.is_complete
    }

    /// Whether all that it proposes and accepts is known, and that is something.
    pub fn is_known(&self) -> bool {
        self.is_complete && !self.offers.is_empty()
    }

    /// What its product offers over the web.
    pub fn web_offers(&self) -> &[WebOffer<'s>] {
        &self.web
    }

    /// Whether all that its product offers over the web is known, and that is something.
    pub fn is_web_known(&self) -> bool {
        self.is_web_complete && !self.web.is_empty()
    }

    /// The activity of an offer.
    pub fn activity(&self, offer: &Offer<'_>) -> &'s crate::model::Activity {
        let context = &self.survey.contexts[offer.first_context()];
        self.survey.activities[context.activity].activity
    }
}

/// The offers of an entity, as far as its contexts have been looked at.
struct Gathering<'a, 's> {
    survey: &'a Survey<'s>,
    offers: IndexMap<(&'s str, Initiation, Role), Offer<'s>>,
    is_complete: bool,
}

impl<'s> Gathering<'_, 's> {
    fn add(&mut self, number: usize) {
        let survey = self.survey;
        let context = &survey.contexts[number];
        if !context.is_claimed {
            return;
        }
        let syntaxes = syntaxes(survey, context);
        let claimed = context.abstract_syntaxes.iter().filter(|id| survey.item(**id).item.is_claimed());
        self.is_complete &= !context.abstract_syntaxes.is_empty();
        for id in claimed {
            match sop_class(survey, *id) {
                Some(uid) => self.offer(*id, uid, number, &syntaxes),
                None => self.is_complete = false,
            }
        }
    }

    fn offer(
        &mut self,
        id: ItemId,
        sop_class: &'s str,
        number: usize,
        (all, apart): &(Arc<Syntaxes<'s>>, Vec<(Claim, Arc<Syntaxes<'s>>)>),
    ) {
        let context = &self.survey.contexts[number];
        let initiation = context.initiation;
        let claim = claim(self.survey, context, id);
        let role_selection = role_selection(context);
        let user = context.role.is_user().then_some(Role::Scu);
        let provider = context.role.is_provider().then_some(Role::Scp);
        for role in user.into_iter().chain(provider) {
            let entry = self.offers.entry((sop_class, initiation, role));
            let known = entry.or_insert_with(|| Offer {
                sop_class,
                initiation,
                role,
                contexts: Vec::new(),
                syntaxes: Arc::clone(all),
                grades: Vec::new(),
                claim,
                role_selection,
            });
            if known.contexts.last().is_some_and(|last| *last != number) {
                known.syntaxes = Arc::new(together(&known.syntaxes, all));
            }
            if known.contexts.last() != Some(&number) {
                known.contexts.push(number);
            }
            known.claim = known.claim.min(claim);
            known.role_selection = known.role_selection.min(role_selection);
            for (own, syntaxes) in apart {
                let claim = claim.max(*own);
                known.grade(Grade { claim, role_selection, syntaxes: Arc::clone(syntaxes), context: number });
            }
        }
    }
}

impl<'s> Offer<'s> {
    /// Adds what a context offers to what is claimed alike.
    fn grade(&mut self, new: Grade<'s>) {
        let is_alike = |known: &&mut Grade<'s>| {
            known.claim == new.claim
                && known.role_selection == new.role_selection
                && (known.claim != Claim::Conditional || known.context == new.context)
        };
        match self.grades.iter_mut().find(is_alike) {
            Some(known) if known.context != new.context => {
                known.syntaxes = Arc::new(together(&known.syntaxes, &new.syntaxes));
            }
            Some(_) => {}
            None => self.grades.push(new),
        }
    }
}

/// How far a SOP class of a context is claimed: the weakest of what its entity, its activity, the context and the class
/// itself say.
fn claim(survey: &Survey<'_>, context: &ContextUse<'_>, id: ItemId) -> Claim {
    let said = [
        survey.entities[context.entity].entity.support,
        survey.activities[context.activity].activity.support,
        context.context.support,
        survey.item(id).item.support,
    ];
    let condition = if context.context.condition.is_some() { Claim::Conditional } else { Claim::Firm };
    said.into_iter().map(strength).fold(condition, Claim::max)
}

const fn strength(support: Option<Support>) -> Claim {
    match support {
        Some(Support::Option) => Claim::Optional,
        Some(Support::ToBeConfirmed) => Claim::ToBeConfirmed,
        _ => Claim::Firm,
    }
}

fn role_selection(context: &ContextUse<'_>) -> RoleSelection {
    let said = &context.context.extended_negotiation;
    if said.iter().any(|text| names_role_selection(text)) {
        RoleSelection::Stated
    } else if said.iter().any(|text| text.trim().eq_ignore_ascii_case("none")) {
        RoleSelection::Denied
    } else {
        RoleSelection::Unstated
    }
}

/// The UID of a SOP class, where it is one class and can be told. One that nobody knows is as good as any, as both sides
/// may name it.
fn sop_class<'s>(survey: &Survey<'s>, id: ItemId) -> Option<&'s str> {
    let is_whole_class =
        survey.item(id).meaning.entry().is_some_and(|entry| entry.kind == UidKind::ServiceClass);
    survey.uid(id).filter(|uid| !is_whole_class && *uid != STORAGE_SERVICE_CLASS)
}

/// The transfer syntaxes of a context: all of them, and apart by what they say themselves of how far they are claimed.
fn syntaxes<'s>(
    survey: &Survey<'s>,
    context: &ContextUse<'s>,
) -> (Arc<Syntaxes<'s>>, Vec<(Claim, Arc<Syntaxes<'s>>)>) {
    let list = &context.transfer_syntaxes;
    let claimed = list.iter().filter(|id| survey.item(**id).item.is_claimed());
    let is_complete = !list.is_empty() && survey.endless_sets.is_empty();
    let mut all = Syntaxes { is_complete, ..Syntaxes::default() };
    let mut apart: Vec<(Claim, Syntaxes<'s>)> = Vec::new();
    for id in claimed {
        let Some(uid) = survey.uid(*id) else {
            all.is_complete = false;
            continue;
        };
        all.add(uid);
        let claim = strength(survey.item(*id).item.support);
        if let Some((_, syntaxes)) = apart.iter_mut().find(|(known, _)| *known == claim) {
            syntaxes.add(uid);
        } else {
            let mut syntaxes = Syntaxes::default();
            syntaxes.add(uid);
            apart.push((claim, syntaxes));
        }
    }
    let all = Arc::new(all);
    if apart.len() < 2 {
        let claim = apart.first().map_or(Claim::Firm, |(claim, _)| *claim);
        return (Arc::clone(&all), vec![(claim, all)]);
    }
    let apart = apart.into_iter().map(|(claim, syntaxes)| {
        let is_complete = all.is_complete;
        (claim, Arc::new(Syntaxes { is_complete, ..syntaxes }))
    });
    let apart = apart.collect();
    (all, apart)
}

fn together<'s>(some: &Syntaxes<'s>, more: &Syntaxes<'s>) -> Syntaxes<'s> {
    let mut all = some.clone();
    for uid in &more.uids {
        all.add(uid);
    }
    all.is_complete = some.is_complete && more.is_complete;
    all
}
