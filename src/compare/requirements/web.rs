//! Web transactions and media that are wanted.

use super::claims::{missing, of_support, untold};
use super::{Asked, Check};
use crate::model::survey::{MediaProfileUse, TransactionUse};
use crate::model::{Demand, MediaRole, Support, WebRole, WebService};
use crate::pairing::{Verdict, class_name};
use crate::standard::web_transaction;

type Reasons = Vec<(Verdict, &'static str, String)>;

/// The name of a transaction in PS3.18, or the author's own.
fn transaction_name<'a>(service: &WebService, name: &'a str) -> &'a str {
    let kind = service.service.map(|kind| kind.as_str()).unwrap_or_default();
    web_transaction::by_name(kind, name).map_or(name, |known| known.name)
}

impl<'c> Check<'c> {
    pub(super) fn web(&mut self) {
        for transaction in &self.wanted.transactions {
            self.transaction(transaction);
        }
        for (name, service) in &self.wanted.statement.web_services {
            if service.transactions.is_empty() {
                let demand = service.demand.unwrap_or(Demand::Must);
                let offered = self.product.survey.statement.web_services.iter();
                let mut offered = offered.filter(|(_, other)| {
                    other.service == service.service
                        && (service.role.is_none() || other.role == service.role)
                        && other.support.is_none_or(Support::is_claim)
                });
                let root = crate::route::Route::root().key("web_services");
                let place = offered.next().map(|(name, _)| root.clone().key(name));
                let title = service.service.map_or(name.as_str(), |kind| kind.title());
                let asked =
                    Asked { demand, area: name.clone(), name: title.to_owned(), route: root.key(name) };
                match (demand, &place) {
                    (Demand::MustNot, _) => self.enter_forbidden(asked, place, true),
                    (_, Some(_)) => self.enter(asked, place, Vec::new()),
                    (_, None) => {
                        self.enter(asked, None, vec![missing("the product does not offer the service")]);
                    }
                }
            }
        }
    }

    fn transaction(&mut self, wanted: &'c TransactionUse<'c>) {
        let services = &self.wanted.statement.web_services;
        let Some(service) = services.get(wanted.service) else { return };
        let demand = self.wanted.demand_of_transaction(wanted);
        let name = transaction_name(service, wanted.name);
        let role = match service.role {
            Some(WebRole::UserAgent) => " as user agent",
            Some(WebRole::OriginServer) => " as origin server",
            None => "",
        };
        let asked = Asked {
            demand,
            area: wanted.service.to_owned(),
            name: format!("{name}{role}"),
            route: self.route(wanted.trail),
        };
        let survey = &self.product.survey;
        let is_it = |other: &&TransactionUse<'c>| {
            survey.statement.web_services.get(other.service).is_some_and(|own| {
                own.service == service.service
                    && (service.role.is_none() || own.role == service.role)
                    && transaction_name(own, other.name).eq_ignore_ascii_case(name)
            })
        };
        let offered = survey.transactions.iter().filter(|other| other.is_claimed).find(is_it);
        let place = offered.map(|offered| self.offered_route(offered.trail));
        if demand == Demand::MustNot {
            return self.enter_forbidden(asked, place, true);
        }
        let reasons = match offered {
            Some(offered) => self.transaction_held(wanted, offered),
            None => vec![missing("the product does not offer the transaction")],
        };
        self.enter(asked, place, reasons);
    }

    fn transaction_held(&self, wanted: &'c TransactionUse<'c>, offered: &'c TransactionUse<'c>) -> Reasons {
        let mut reasons: Reasons = of_support(offered.transaction.support).into_iter().collect();
        let (asked, own) = (wanted.transaction, offered.transaction);
        let lists = [
            (
                "resource",
                names(asked.resources.iter().map(|one| (one.path.as_deref(), one.demand, None))),
                names(own.resources.iter().map(|one| (one.path.as_deref(), None, one.support))),
            ),
            (
                "media type",
                names(asked.media_types.iter().map(|one| (one.name.as_deref(), one.demand, None))),
                names(own.media_types.iter().map(|one| (one.name.as_deref(), None, one.support))),
            ),
            (
                "query parameter",
                names(asked.query_parameters.iter().map(|one| (one.name.as_deref(), one.demand, None))),
                names(own.query_parameters.iter().map(|one| (one.name.as_deref(), None, one.support))),
            ),
            (
                "header field",
                names(asked.headers.iter().map(|one| (one.name.as_deref(), one.demand, None))),
                names(own.headers.iter().map(|one| (one.name.as_deref(), None, one.support))),
            ),
        ];
        for (what, asked, own) in lists {
            of_list(what, &asked, &own, &mut reasons);
        }
        if !wanted.sop_classes.is_empty() {
            let missing: Vec<_> = wanted
                .sop_classes
                .iter()
                .filter_map(|id| self.wanted.uid(*id))
                .filter(|uid| !offered.sop_classes.iter().any(|id| self.product.survey.uid(*id) == Some(uid)))
                .map(class_name)
                .collect();
            if offered.sop_classes.is_empty() {
                reasons.push(untold("the statement lists no SOP classes for it"));
            } else if !missing.is_empty() {
                reasons.push((Verdict::DoesNotWork, "missing", format!("not for {}", missing.join(", "))));
            }
        }
        reasons
    }

    pub(super) fn media(&mut self) {
        for profile in &self.wanted.media_profiles {
            self.media_profile(profile);
        }
    }

    fn media_profile(&mut self, wanted: &'c MediaProfileUse<'c>) {
        let Some(identifier) = wanted.profile.profile.as_deref().map(str::trim) else { return };
        let demand = self.wanted.demand_of_media_profile(wanted);
        let roles: Vec<_> = wanted.profile.roles.iter().copied().collect();
        let words: Vec<_> = roles.iter().map(|role: &MediaRole| role.as_str()).collect();
        let asked = Asked {
            demand,
            area: wanted.entity.to_owned(),
            name: format!("{identifier} {}", words.join(", ")).trim_end().to_owned(),
            route: self.route(wanted.trail),
        };
        let is_it = |other: &&MediaProfileUse<'_>| {
            other.profile.profile.as_deref().is_some_and(|own| own.trim().eq_ignore_ascii_case(identifier))
        };
        let offered: Vec<_> = self
            .product
            .survey
            .media_profiles
            .iter()
            .filter(|other| other.is_claimed)
            .filter(is_it)
            .collect();
        let place = offered.first().map(|offered| self.offered_route(offered.trail));
        if demand == Demand::MustNot {
            return self.enter_forbidden(asked, place, true);
        }
        let mut reasons = Reasons::new();
        if offered.is_empty() {
            reasons.push(missing("the product does not support the application profile"));
        }
        let own = |role: &MediaRole| offered.iter().any(|other| other.profile.roles.contains(role));
        for role in roles.iter().filter(|role| !offered.is_empty() && !own(role)) {
            reasons.push(missing(&format!("the product is no {} of it", role.as_str())));
        }
        if let [only] = offered.as_slice() {
            reasons.extend(of_support(only.profile.support));
        }
        self.enter(asked, place, reasons);
    }
}

/// Names in a list, with how much each is wanted or how far it is claimed; those without a name are left out.
fn names<'a>(
    list: impl Iterator<Item = (Option<&'a str>, Option<Demand>, Option<Support>)>,
) -> Vec<(&'a str, Demand, Option<Support>)> {
    list.filter_map(|(name, demand, support)| Some((name?.trim(), demand.unwrap_or(Demand::Must), support)))
        .collect()
}

fn of_list(
    what: &str,
    asked: &[(&str, Demand, Option<Support>)],
    own: &[(&str, Demand, Option<Support>)],
    reasons: &mut Reasons,
) {
    if !asked.is_empty() && own.is_empty() {
        reasons.push(untold(&format!("the statement lists no {what} for it")));
        return;
    }
    for (name, demand, _) in asked {
        let found = own.iter().find(|(other, ..)| other.eq_ignore_ascii_case(name));
        let is_there = found.is_some_and(|(.., support)| support.is_none_or(Support::is_claim));
        let verdict = match demand {
            Demand::MustNot if is_there => Verdict::DoesNotWork,
            Demand::Must if !is_there => Verdict::DoesNotWork,
            Demand::Should if !is_there => Verdict::WorksWithLimits,
            _ => continue,
        };
        let is = if is_there { "is supported, and must not be" } else { "is not supported" };
        reasons.push((verdict, "list", format!("{what} `{name}` {is}")));
    }
}
