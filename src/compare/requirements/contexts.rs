//! Presentation contexts that are wanted: SOP classes, roles, transfer syntaxes, negotiation.

use super::claims::{missing, of_claim, untold};
use super::{Asked, Check};
use crate::model::survey::{ContextUse, Initiation, ItemId, ItemPlace};
use crate::model::{Demand, Role};
use crate::pairing::extended_negotiation::{names_role_selection, names_sop_class_extended};
use crate::pairing::{Offered, RoleSelection, Verdict, class_name};

type Reasons = Vec<(Verdict, &'static str, String)>;

impl<'c> Check<'c> {
    pub(super) fn contexts(&mut self) {
        let wanted = self.wanted;
        for context in &wanted.contexts {
            let demand = wanted.demand_of_context(context);
            let written = &context.context.abstract_syntax;
            let classes = wanted.demands_of_items(written, &context.abstract_syntaxes, ItemPlace::SopClass);
            for (id, of_class) in classes {
                self.class(context, id, demand.within(of_class));
            }
        }
    }

    /// A SOP class of a context, in each role that is wanted.
    fn class(&mut self, context: &'c ContextUse<'c>, id: ItemId, demand: Demand) {
        let Some(uid) = self.wanted.uid(id) else {
            let asked = self.asked(context, id, demand, "");
            let name = self.wanted.item(id).item.label();
            let message = format!("`{name}` in the requirements is no SOP class that is known");
            return self.enter(asked, None, vec![(Verdict::CannotTell, "unknown-sop-class", message)]);
        };
        let roles = match context.role {
            Role::Both => &[Role::Scu, Role::Scp][..],
            Role::Scu => &[Role::Scu],
            Role::Scp => &[Role::Scp],
        };
        for role in roles {
            let asked = self.asked(context, id, demand, role.as_str());
            let mut offered = self.product.offers_as(uid, context.initiation, *role).peekable();
            let place = offered.peek().map(|offered| {
                let trail = self.product.survey.contexts[offered.offer.first_context()].trail;
                self.offered_route(trail)
            });
            if demand == Demand::MustNot {
                self.enter_forbidden(asked, place, self.product.is_complete());
                continue;
            }
            let best = offered.map(|offered| self.held(context, offered));
            let best = best.min_by_key(|reasons| reasons.iter().map(|(verdict, ..)| *verdict).max());
            let reasons = best.unwrap_or_else(|| self.absent(uid, context.initiation));
            self.enter(asked, place, reasons);
        }
    }

    fn asked(&self, context: &ContextUse<'c>, id: ItemId, demand: Demand, role: &str) -> Asked {
        let item = self.wanted.item(id);
        let name = item.meaning.uid().map_or(item.item.label(), class_name);
        let does = match context.initiation {
            Initiation::Initiates => "proposed",
            Initiation::Accepts => "accepted",
        };
        let name =
            if role.is_empty() { format!("{name}, {does}") } else { format!("{name}, {does} as {role}") };
        let activity = &self.wanted.activities[context.activity];
        let entity = &self.wanted.entities[context.entity];
        let area = format!("{} · {}", entity.name, activity.name);
        Asked { demand, area, name, route: self.route(context.trail) }
    }

    /// What is to be said where no entity of the product offers a SOP class as it is wanted.
    fn absent(&self, uid: &str, initiation: Initiation) -> Reasons {
        let product = self.product;
        let other = match initiation {
            Initiation::Initiates => Initiation::Accepts,
            Initiation::Accepts => Initiation::Initiates,
        };
        let reason = if product.has(uid, initiation) {
            missing("the product supports it in the other role only")
        } else if product.has(uid, other) {
            missing("the product supports it on the other side of the association only")
        } else if product.is_complete() {
            missing("the product does not support it")
        } else {
            untold("not all SOP classes of the statement can be understood; this one may be among them")
        };
        vec![reason]
    }

    /// An offer of the product, held against the context that is wanted.
    fn held(&self, context: &ContextUse<'c>, offered: &Offered<'c>) -> Reasons {
        let mut reasons: Reasons = of_claim(offered.offer.claim).into_iter().collect();
        self.syntaxes(context, offered, &mut reasons);
        for wanted in &context.context.extended_negotiation {
            reasons.extend(self.negotiated(wanted, offered));
        }
        if context.role != context.initiation.default_role() && context.role != Role::Both {
            reasons.extend(match offered.offer.role_selection {
                RoleSelection::Stated => None,
                RoleSelection::Unstated => {
                    Some(untold("the statement does not say that roles are negotiated"))
                }
                RoleSelection::Denied => Some(missing("the product negotiates no roles")),
            });
        }
        reasons
    }

    fn syntaxes(&self, context: &ContextUse<'c>, offered: &Offered<'c>, reasons: &mut Reasons) {
        let wanted = self.wanted;
        let written = &context.context.transfer_syntaxes;
        let listed = wanted.demands_of_items(written, &context.transfer_syntaxes, ItemPlace::TransferSyntax);
        let syntaxes = &offered.offer.syntaxes;
        for (id, demand) in listed {
            let Some(uid) = wanted.uid(id) else { continue };
            let name = class_name(uid);
            let is_there = syntaxes.uids.contains(&uid);
            reasons.extend(match demand {
                Demand::MustNot if is_there => Some((
                    Verdict::DoesNotWork,
                    "forbidden-transfer-syntax",
                    format!("{name} is supported, and must not be"),
                )),
                Demand::MustNot | Demand::May => None,
                _ if is_there => None,
                _ if !syntaxes.is_complete => Some((
                    Verdict::CannotTell,
                    "unknown-transfer-syntaxes",
                    format!("not all transfer syntaxes can be understood; {name} may be among them"),
                )),
                Demand::Must => Some((
                    Verdict::DoesNotWork,
                    "missing-transfer-syntax",
                    format!("{name} is not supported"),
                )),
                Demand::Should => Some((
                    Verdict::WorksWithLimits,
                    "missing-transfer-syntax",
                    format!("{name} is not supported"),
                )),
            });
        }
    }

    /// Extended negotiation that is wanted, as far as it can be understood.
    fn negotiated(&self, wanted: &str, offered: &Offered<'c>) -> Option<(Verdict, &'static str, String)> {
        if wanted.trim().eq_ignore_ascii_case("none") || names_role_selection(wanted) {
            return None;
        }
        let contexts = offered.offer.contexts.iter().map(|number| &self.product.survey.contexts[*number]);
        let mut said = contexts.flat_map(|context| context.context.extended_negotiation.iter());
        let is_wanted = |text: &String| {
            text.trim().eq_ignore_ascii_case(wanted.trim())
                || (names_sop_class_extended(text) && names_sop_class_extended(wanted))
        };
        (!said.any(is_wanted)).then(|| {
            let message = format!("the statement does not say that `{wanted}` is negotiated");
            (Verdict::CannotTell, "unstated-extended-negotiation", message)
        })
    }
}
