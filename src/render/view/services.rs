//! The services map: who uses and provides which service.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::figures::FigureView;
use super::scope::{Scope, strength, weakest};
use super::web_service::service_title;
use crate::model::{MediaRole, Support, WebRole};
use crate::render::figure::services::{self, Role, ServiceRow, ServicesMap};
use crate::standard::sop_class::ServiceClass;

/// Each role with its word, what it means, and whether it provides.
const ROLES: [(&str, &str, bool); 7] = [
    ("SCU", "uses the service", false),
    ("SCP", "provides the service", true),
    ("UA", "user agent", false),
    ("OS", "origin server", true),
    ("FSC", "creates file-sets", true),
    ("FSR", "reads file-sets", false),
    ("FSU", "updates file-sets", true),
];

/// The map; no parts where there is little to see.
pub(super) fn services_map(scope: &Scope<'_>) -> Vec<FigureView> {
    let mut claims = Claims::default();
    network(scope, &mut claims);
    web(scope, &mut claims);
    on_media(scope, &mut claims);
    // Where every entity has one service of its own, the map says no more than the list of entities does.
    let relations: usize = claims.rows.values().map(relations).sum();
    if claims.rows.len() < 2 || relations <= claims.rows.len() {
        return Vec::new();
    }
    let map = claims.map();
    let words = map.rows.iter().map(|row| words(row, &map.services)).collect();
    let drawings = services::draw(&map, "Services of the Application Entities");
    let description = "A grid of Application Entities and services; the marks in it are the roles, which are told in words below.";
    scope.figures.take("figure", drawings, description, words)
}

/// The strongest claim for each entity, service and role.
#[derive(Default)]
struct Claims<'s> {
    services: IndexMap<String, usize>,
    rows: IndexMap<&'s str, IndexMap<(usize, &'static str), Support>>,
}

impl<'s> Claims<'s> {
    fn add(&mut self, entity: &'s str, service: &str, role: &'static str, support: Support) {
        if !support.is_claim() {
            return;
        }
        let next = self.services.len();
        let service = *self.services.entry(service.to_owned()).or_insert(next);
        let known = self.rows.entry(entity).or_default().entry((service, role)).or_insert(support);
        if strength(support) > strength(*known) {
            *known = support;
        }
    }

    fn map(self) -> ServicesMap {
        let rows = self.rows.into_iter().map(|(name, roles)| {
            let mut roles: Vec<_> = roles.into_iter().collect();
            roles.sort_by_key(|((service, word), _)| (*service, provides(word), position(word)));
            let roles = roles.into_iter().map(|((service, word), support)| (service, role(word, support)));
            ServiceRow { name: name.to_owned(), roles: roles.collect() }
        });
        let mut legend: Vec<_> = ROLES
            .iter()
            .map(|(word, meaning, _)| (role(word, Support::Yes), (*meaning).to_owned()))
            .collect();
        let option = Role { word: String::new(), provides: false, is_firm: false };
        legend.push((option, "option, or to be confirmed".to_owned()));
        let services = self.services.into_keys().collect();
        ServicesMap { services, rows: rows.collect(), legend }
    }
}

fn role(word: &str, support: Support) -> Role {
    Role { word: word.to_owned(), provides: provides(word), is_firm: support == Support::Yes }
}

fn provides(word: &str) -> bool {
    ROLES.iter().any(|(known, _, provides)| *known == word && *provides)
}

fn position(word: &str) -> usize {
    ROLES.iter().position(|(known, ..)| *known == word).unwrap_or(ROLES.len())
}

/// The service classes; Verification is left out, as in the overview.
fn network<'s>(scope: &Scope<'s>, claims: &mut Claims<'s>) {
    let survey = scope.survey;
    for context in survey.claimed_contexts() {
        let used = &survey.entities[context.entity];
        let activity = survey.activities[context.activity].activity;
        for id in context.abstract_syntaxes.iter().copied() {
            let class = scope.sop_class(id).map(|class| class.service_class);
            if class == Some(ServiceClass::Verification) {
                continue;
            }
            let service = class.map_or("Other", ServiceClass::as_str);
            let item = survey.item(id).item.support;
            let support = weakest(&[used.entity.support, activity.support, context.context.support, item]);
            if context.role.is_user() {
                claims.add(used.name, service, "SCU", support);
            }
            if context.role.is_provider() {
                claims.add(used.name, service, "SCP", support);
            }
        }
    }
}

fn web<'s>(scope: &Scope<'s>, claims: &mut Claims<'s>) {
    for (name, service) in &scope.statement().web_services {
        let role = if service.role == Some(WebRole::OriginServer) { "OS" } else { "UA" };
        claims.add(name, service_title(service.service), role, weakest(&[service.support]));
    }
}

fn on_media<'s>(scope: &Scope<'s>, claims: &mut Claims<'s>) {
    for (name, entity) in &scope.statement().media.application_entities {
        for profile in &entity.profiles {
            let support = weakest(&[entity.support, profile.support]);
            for role in &profile.roles {
                let word = match role {
                    MediaRole::Creator => "FSC",
                    MediaRole::Reader => "FSR",
                    MediaRole::Updater => "FSU",
                };
                claims.add(name, ServiceClass::MediaStorage.as_str(), word, support);
            }
        }
    }
}

/// How many services there are roles in.
fn relations(roles: &IndexMap<(usize, &'static str), Support>) -> usize {
    roles.keys().map(|(service, _)| service).collect::<HashSet<_>>().len()
}

/// A row in words.
fn words(row: &ServiceRow, services: &[String]) -> String {
    let mut roles: IndexMap<&str, Vec<String>> = IndexMap::new();
    for (at, role) in &row.roles {
        let option = if role.is_firm { "" } else { ", option" };
        let service = services.get(*at).map(String::as_str).unwrap_or_default();
        roles.entry(service).or_default().push(format!("{}{option}", role.word));
    }
    let services: Vec<String> =
        roles.iter().map(|(service, roles)| format!("{service} ({})", roles.join("; "))).collect();
    format!("{}: {}", row.name, services.join(", "))
}
