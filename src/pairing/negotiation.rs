//! `Negotiation`: what becomes of an abstract syntax that one side proposes to the other one (PS3.7 D.3.3, PS3.8 9.3).

use super::party::{Grade, Offer, RoleSelection, Syntaxes};
use super::product::{Offered, Product, of_kind};
use super::{Cause, Reason, Side, Verdict, weigh};
use crate::model::Role;
use crate::model::survey::{Initiation, Trail};
use crate::standard::sop_class::SopClass;

/// What becomes of a SOP class that one side proposes, or would accept, in one role.
#[derive(Debug)]
pub struct Negotiation<'c> {
    /// The UID of the SOP class.
    pub sop_class: &'c str,
    /// The class, where it is registered.
    pub class: Option<&'static SopClass>,
    /// Who makes the association.
    pub initiator: Side,
    /// Who is the user of the service, its SCU.
    pub user: Side,
    /// What is proposed, of the entity with which it goes best.
    pub proposed: Option<&'c Offered<'c>>,
    /// What is accepted, of the entity with which it goes best.
    pub accepted: Option<&'c Offered<'c>>,
    /// How well it goes.
    pub verdict: Verdict,
    /// Why it does not simply work.
    pub reasons: Vec<Reason<'c>>,
}

impl<'c> Negotiation<'c> {
    /// What a side says of it.
    pub fn offered(&self, side: Side) -> Option<&'c Offered<'c>> {
        if side == self.initiator { self.proposed } else { self.accepted }
    }

    /// The transfer syntaxes that are common to both, what the acceptor names first.
    pub fn transfer_syntaxes(&self) -> Vec<&'c str> {
        match (self.proposed, self.accepted) {
            (Some(proposed), Some(accepted)) => accepted.offer.syntaxes.common(&proposed.offer.syntaxes),
            _ => Vec::new(),
        }
    }

    /// Whether both sides speak of it, in roles that fit together.
    pub const fn is_met(&self) -> bool {
        self.proposed.is_some() && self.accepted.is_some()
    }

    /// Whether the side that makes the association is the user, as it is without role selection.
    pub fn has_default_roles(&self) -> bool {
        self.initiator == self.user
    }
}

/// What becomes of all that the products propose to each other. What is accepted and not proposed is left out unless
/// it is asked for.
pub(super) fn negotiations<'c>(products: [&'c Product<'c>; 2], with_unasked: bool) -> Vec<Negotiation<'c>> {
    let mut found = Vec::new();
    for initiator in [Side::One, Side::Other] {
        proposals(products, initiator, &mut found);
    }
    if with_unasked {
        for initiator in [Side::One, Side::Other] {
            unasked(products, initiator, &mut found);
        }
    }
    found
}

/// The role that fits to one.
pub(super) const fn fitting(role: Role) -> Role {
    match role {
        Role::Scu => Role::Scp,
        _ => Role::Scu,
    }
}

fn proposals<'c>(products: [&'c Product<'c>; 2], initiator: Side, found: &mut Vec<Negotiation<'c>>) {
    let (proposing, accepting) = (products[initiator as usize], products[initiator.opposite() as usize]);
    for (sop_class, offered) in proposing.by_class() {
        if !offered.iter().any(|offered| offered.offer.initiation == Initiation::Initiates) {
            continue;
        }
        let answered = accepting.offered(sop_class);
        for role in [Role::Scu, Role::Scp] {
            let proposed = of_kind(offered, Initiation::Initiates, role);
            found.extend(best(products, initiator, proposed, answered));
        }
    }
}

/// The best that becomes of the proposals of a SOP class in a role, over all entities of both sides; nothing where there
/// are none.
fn best<'c>(
    products: [&'c Product<'c>; 2],
    initiator: Side,
    proposed: impl Iterator<Item = &'c Offered<'c>>,
    answered: &'c [Offered<'c>],
) -> Option<Negotiation<'c>> {
    let mut best: Option<Negotiation<'c>> = None;
    let mut most = 0;
    let mut general = None;
    for proposed in proposed {
        general = general.or_else(|| fallen_back(products, initiator, proposed));
        for accepted in of_kind(answered, Initiation::Accepts, fitting(proposed.offer.role)) {
            let (is_better, common) = is_better(&proposed.offer, &accepted.offer, best.as_ref(), most);
            if !is_better {
                continue;
            }
            let new = met(products, initiator, proposed, accepted);
            if best.as_ref().is_none_or(|best| (new.verdict, most) < (best.verdict, common)) {
                (best, most) = (Some(new), common);
            }
        }
        if best.is_none() {
            best = Some(unmet(products, initiator, proposed, answered));
        }
    }
    let general = general.filter(|general| best.as_ref().is_none_or(|best| general.verdict < best.verdict));
    general.or(best)
}

/// Whether a pair can be better than the best one so far, and how many transfer syntaxes are common to it.
fn is_better(
    proposed: &Offer<'_>,
    accepted: &Offer<'_>,
    best: Option<&Negotiation<'_>>,
    most: usize,
) -> (bool, usize) {
    let common = proposed.syntaxes.number_in_common(&accepted.syntaxes);
    let is_beaten =
        best.is_some_and(|best| best.is_met() && best.verdict == Verdict::Works && common <= most);
    (!is_beaten, common)
}

/// What becomes of a SOP class, for reasons. The role is that of the side that makes the association.
fn row<'c>(initiator: Side, about: &Offered<'c>, role: Role, reasons: Vec<Reason<'c>>) -> Negotiation<'c> {
    Negotiation {
        sop_class: about.offer.sop_class,
        class: about.class,
        initiator,
        user: if role == Role::Scu { initiator } else { initiator.opposite() },
        proposed: None,
        accepted: None,
        verdict: weigh(&reasons),
        reasons,
    }
}

/// Where an offer stands, in the place of its side.
pub(super) fn places(
    products: [&Product<'_>; 2],
    initiator: Side,
    proposed: Option<&Offer<'_>>,
    accepted: Option<&Offer<'_>>,
) -> [Option<Trail>; 2] {
    trails(products, initiator, proposed.map(Offer::first_context), accepted.map(Offer::first_context))
}

/// Where contexts stand, each in the place of its side.
fn trails(
    products: [&Product<'_>; 2],
    initiator: Side,
    proposed: Option<usize>,
    accepted: Option<usize>,
) -> [Option<Trail>; 2] {
    let trail = |side: Side, context: Option<usize>| {
        context.map(|context| products[side as usize].survey.contexts[context].trail)
    };
    let mut places = [None, None];
    places[initiator as usize] = trail(initiator, proposed);
    places[initiator.opposite() as usize] = trail(initiator.opposite(), accepted);
    places
}

/// What becomes of a proposal that somebody accepts in a fitting role: the best of what either side claims apart.
fn met<'c>(
    products: [&'c Product<'c>; 2],
    initiator: Side,
    proposed: &'c Offered<'c>,
    accepted: &'c Offered<'c>,
) -> Negotiation<'c> {
    let pairs = proposed.offer.grades.iter().flat_map(|own| {
        let accepted = accepted.offer.grades.iter();
        accepted.map(move |other| (own, other))
    });
    let graded = pairs.map(|(own, other)| {
        let causes = causes(products, initiator, proposed.offer.role, (own, other));
        let places = trails(products, initiator, Some(own.context), Some(other.context));
        causes.into_iter().map(|cause| cause.at(places)).collect::<Vec<_>>()
    });
    let best = graded.min_by_key(|reasons| (weigh(reasons), reasons.len()));
    let negotiation = row(initiator, proposed, proposed.offer.role, best.unwrap_or_default());
    Negotiation { proposed: Some(proposed), accepted: Some(accepted), ..negotiation }
}

/// What keeps what is proposed from simply being accepted.
fn causes<'c>(
    products: [&'c Product<'c>; 2],
    initiator: Side,
    role: Role,
    (proposed, accepted): (&'c Grade<'c>, &'c Grade<'c>),
) -> Vec<Cause<'c>> {
    let opposite = initiator.opposite();
    let mut causes = Vec::new();
    syntaxes((&proposed.syntaxes, &accepted.syntaxes), initiator, &mut causes);
    if causes == [Cause::NoCommonTransferSyntax] && !products[opposite as usize].is_complete() {
        // What cannot be understood may be the same SOP class in others.
        causes = vec![Cause::UnknownContexts(opposite)];
    }
    for (side, grade) in [(initiator, proposed), (opposite, accepted)] {
        if role == Role::Scp {
            match grade.role_selection {
                RoleSelection::Stated => {}
                RoleSelection::Unstated => causes.push(Cause::UnstatedRoleSelection(side)),
                RoleSelection::Denied => causes.push(Cause::DeniedRoleSelection(side)),
            }
        }
        let context = products[side as usize].survey.contexts[grade.context].context;
        let condition = context.condition.as_ref().map_or("", crate::model::Prose::as_str);
        causes.extend(Cause::of_claim(side, grade.claim, condition));
    }
    causes
}

fn syntaxes((some, others): (&Syntaxes<'_>, &Syntaxes<'_>), initiator: Side, causes: &mut Vec<Cause<'_>>) {
    match outcome(some, others) {
        Outcome::Common if some.meet_in_lossy_only(others) => causes.push(Cause::LossyOnly),
        Outcome::Common => {}
        Outcome::Nothing => causes.push(Cause::NoCommonTransferSyntax),
        Outcome::Unknown => {
            let sides = [(initiator, some), (initiator.opposite(), others)].into_iter();
            let unknown = sides.filter(|(_, syntaxes)| !syntaxes.is_complete);
            causes.extend(unknown.map(|(side, _)| Cause::UnknownTransferSyntaxes(side)));
        }
    }
}

/// What becomes of the transfer syntaxes of a proposal.
pub(super) enum Outcome {
    /// Some are common to both sides.
    Common,
    /// None is, and both list all of them.
    Nothing,
    /// A side does not list them, or not in a way that can be understood.
    Unknown,
}

/// What becomes of the transfer syntaxes that one side proposes and the other one accepts (PS3.8 9.3.3.2).
pub(super) fn outcome(proposed: &Syntaxes<'_>, accepted: &Syntaxes<'_>) -> Outcome {
    if accepted.meet(proposed) {
        Outcome::Common
    } else if proposed.is_complete && accepted.is_complete {
        Outcome::Nothing
    } else {
        Outcome::Unknown
    }
}

/// What becomes of a proposal that nobody accepts in a fitting role.
fn unmet<'c>(
    products: [&'c Product<'c>; 2],
    initiator: Side,
    proposed: &'c Offered<'c>,
    answered: &'c [Offered<'c>],
) -> Negotiation<'c> {
    let opposite = initiator.opposite();
    let accepting = products[opposite as usize];
    let offer = &proposed.offer;
    let other_role = of_kind(answered, Initiation::Accepts, offer.role).next();
    let cause = match other_role {
        _ if !accepting.is_complete() => Cause::UnknownContexts(opposite),
        Some(_) => Cause::OtherRole(opposite),
        None => Cause::NotAccepted(opposite),
    };
    let places = places(products, initiator, Some(offer), other_role.map(|other| &other.offer));
    let negotiation = row(initiator, proposed, offer.role, vec![cause.at(places)]);
    Negotiation { proposed: Some(proposed), ..negotiation }
}

/// What becomes of a specialized class whose side falls back to a more general one, where the other side accepts that.
fn fallen_back<'c>(
    products: [&'c Product<'c>; 2],
    initiator: Side,
    proposed: &'c Offered<'c>,
) -> Option<Negotiation<'c>> {
    let offer = &proposed.offer;
    let (general, accepted) = more_general(products, initiator, offer)?;
    let places = places(products, initiator, Some(offer), Some(&accepted.offer));
    let reasons = vec![Cause::MoreGeneralClass(general).at(places)];
    let negotiation = row(initiator, proposed, offer.role, reasons);
    Some(Negotiation { proposed: Some(proposed), accepted: Some(accepted), ..negotiation })
}

/// The class that a specialized class is based on, where its side says that it falls back to it and the other side
/// accepts it.
fn more_general<'c>(
    products: [&'c Product<'c>; 2],
    initiator: Side,
    offer: &Offer<'c>,
) -> Option<(&'c str, &'c Offered<'c>)> {
    let proposing = products[initiator as usize];
    let survey = &proposing.survey;
    let context = &survey.contexts[offer.first_context()];
    survey.activities[context.activity].activity.fall_back.as_ref()?;
    let specialized = &survey.statement.specialized_sop_classes;
    let declared = specialized.iter().find(|class| class.uid.as_deref() == Some(offer.sop_class))?;
    let base = declared.base.as_deref()?;
    let base = survey.meaning_of(base, crate::model::survey::ItemPlace::SopClass).uid()?;
    let accepting = products[initiator.opposite() as usize];
    let mut accepted = accepting.offers_as(base, Initiation::Accepts, fitting(offer.role));
    let accepted = accepted.find(|accepted| accepted.offer.syntaxes.meet(&offer.syntaxes))?;
    Some((base, accepted))
}

/// What one side accepts and the other one does not propose.
fn unasked<'c>(products: [&'c Product<'c>; 2], initiator: Side, found: &mut Vec<Negotiation<'c>>) {
    let (asking, accepting) = (products[initiator as usize], products[initiator.opposite() as usize]);
    for (sop_class, offered) in accepting.by_class() {
        for role in [Role::Scp, Role::Scu] {
            let accepted = of_kind(offered, Initiation::Accepts, role).next();
            let is_asked = || {
                let mut asked = asking.offers_as(sop_class, Initiation::Initiates, fitting(role));
                asked.next().is_some()
            };
            let Some(accepted) = accepted.filter(|_| !is_asked()) else { continue };
            let places = places(products, initiator, None, Some(&accepted.offer));
            let reasons = vec![Cause::NobodyAsks(initiator).at(places)];
            let negotiation = row(initiator, accepted, fitting(role), reasons);
            found.push(Negotiation { accepted: Some(accepted), ..negotiation });
        }
    }
}
