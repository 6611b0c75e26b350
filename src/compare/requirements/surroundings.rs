//! Character sets, security profiles and limits of associations that are wanted.

use super::claims::{missing, of_support, untold};
use super::{Asked, Check};
use crate::model::{Demand, Limit, Support, UserIdentityType};
use crate::pairing::Verdict;
use crate::route::Route;
use crate::standard::{character_set, security_profile};

impl Check<'_> {
    pub(super) fn surroundings(&mut self) {
        self.character_sets();
        self.security_profiles();
        self.user_identity();
        self.tls_versions();
        self.limits();
    }

    fn character_sets(&mut self) {
        let key = |name: &str| {
            character_set::by_name(name).map_or_else(|| name.to_owned(), |set| set.term.to_owned())
        };
        let root = Route::root().key("character_sets").key("supported");
        let own = &self.product.survey.statement.character_sets.supported;
        for (position, wanted) in self.wanted.statement.character_sets.supported.iter().enumerate() {
            let Some(name) = wanted.name.as_deref() else { continue };
            let found = own
                .iter()
                .enumerate()
                .find(|(_, set)| set.name.as_deref().is_some_and(|other| key(other) == key(name)));
            let asked = Asked {
                demand: wanted.demand.unwrap_or(Demand::Must),
                area: "Character sets".to_owned(),
                name: name.to_owned(),
                route: root.clone().index(position),
            };
            let place = found.map(|(position, _)| root.clone().index(position));
            self.settle(
                asked,
                place,
                found.map(|(_, set)| set.support.unwrap_or(Support::Yes)),
                own.is_empty(),
            );
        }
    }

    fn security_profiles(&mut self) {
        let key = |name: &str| {
            security_profile::by_name(name).map_or_else(|| name.to_lowercase(), |known| known.name.to_owned())
        };
        let root = Route::root().key("security").key("profiles");
        let own = &self.product.survey.statement.security.profiles;
        for (position, wanted) in self.wanted.statement.security.profiles.iter().enumerate() {
            let Some(name) = wanted.name.as_deref() else { continue };
            let found = own.iter().enumerate().find(|(_, profile)| {
                profile.name.as_deref().is_some_and(|other| key(other.trim()) == key(name.trim()))
            });
            let asked = Asked {
                demand: wanted.demand.unwrap_or(Demand::Must),
                area: "Security".to_owned(),
                name: name.to_owned(),
                route: root.clone().index(position),
            };
            let place = found.map(|(position, _)| root.clone().index(position));
            self.settle(
                asked,
                place,
                found.map(|(_, profile)| profile.support.unwrap_or(Support::Yes)),
                own.is_empty(),
            );
        }
    }

    /// Something of a list, found or not; a list that is empty tells nothing.
    fn settle(&mut self, asked: Asked, place: Option<Route>, found: Option<Support>, is_list_empty: bool) {
        let is_claimed = found.is_some_and(Support::is_claim);
        if asked.demand == Demand::MustNot {
            return self.enter_forbidden(asked, place.filter(|_| is_claimed), !is_list_empty);
        }
        let reasons = match found {
            Some(support) => of_support(Some(support)).into_iter().collect(),
            None if is_list_empty => vec![untold("the statement lists none")],
            None => vec![missing("the statement does not list it")],
        };
        self.enter(asked, place, reasons);
    }

    fn user_identity(&mut self) {
        let wanted = &self.wanted.statement.security.user_identity;
        let own = &self.product.survey.statement.security.user_identity;
        let root = Route::root().key("security").key("user_identity");
        let lists =
            [("initiates", &wanted.initiates, &own.initiates), ("accepts", &wanted.accepts, &own.accepts)];
        for (key, wanted, own) in lists {
            for kind in wanted {
                let kind: &UserIdentityType = kind;
                let asked = Asked {
                    demand: Demand::Must,
                    area: "Security".to_owned(),
                    name: format!("user identity {}, {key}", kind.as_str()),
                    route: root.clone().key(key),
                };
                let is_there = own.contains(kind);
                let place = is_there.then(|| root.clone().key(key));
                self.settle(asked, place, is_there.then_some(Support::Yes), own.is_empty());
            }
        }
    }

    fn tls_versions(&mut self) {
        let root = Route::root().key("security").key("tls").key("versions");
        let own = &self.product.survey.statement.security.tls.versions;
        for version in &self.wanted.statement.security.tls.versions {
            let asked = Asked {
                demand: Demand::Must,
                area: "Security".to_owned(),
                name: version.clone(),
                route: root.clone(),
            };
            let is_there = own.iter().any(|other| other.trim().eq_ignore_ascii_case(version.trim()));
            self.settle(
                asked,
                is_there.then(|| root.clone()),
                is_there.then_some(Support::Yes),
                own.is_empty(),
            );
        }
    }

    /// How many associations are made and accepted, over all entities; the largest number of the product counts.
    fn limits(&mut self) {
        type Of = fn(&crate::model::Associations) -> &Limit;
        let limits: [(&str, &str, Of); 2] = [
            ("max_initiated", "associations that it initiates at a time", |policy| &policy.max_initiated),
            ("max_accepted", "associations that it accepts at a time", |policy| &policy.max_accepted),
        ];
        for (key, words, of) in limits {
            let wanted: Vec<_> = self.wanted.statement.association_policies().collect();
            for (route, policy) in wanted {
                let Some(number) = of(policy).value else { continue };
                let asked = Asked {
                    demand: Demand::Must,
                    area: "Associations".to_owned(),
                    name: format!("{number} {words}"),
                    route: route.key(key),
                };
                let own = self.product.survey.statement.association_policies();
                let best = own.filter_map(|(route, policy)| Some((of(policy).value?, route.key(key))));
                let best = best.max_by_key(|(number, _)| *number);
                let reasons = match &best {
                    None => vec![untold("the statement does not say how many")],
                    Some((own, _)) if *own >= number => Vec::new(),
                    Some((own, _)) => {
                        vec![(Verdict::DoesNotWork, "narrower-limit", format!("there are {own} at most"))]
                    }
                };
                self.enter(asked, best.map(|(_, route)| route), reasons);
            }
        }
    }
}
