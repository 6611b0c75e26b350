//! The overview (PS3.2 A.1, Tables A.1-1 and A.1-3).

use indexmap::IndexMap;
use serde::Serialize;

use super::entity::{SopClassRow, claims};
use super::scope::{Scope, support_words, weakest};
use super::web_service::{service_title, transactions_or_all};
use crate::model::{MediaRole, Support, WebRole};
use crate::standard::sop_class::{Category, ServiceClass, SopClass};

/// The overview.
#[derive(Debug, Serialize)]
pub struct OverviewView {
    /// The network services, grouped as PS3.2 has it. Verification is left out, as PS3.2 says.
    pub services: Vec<ServiceGroup>,
    /// Whether Verification is all there is.
    pub is_verification_only: bool,
    /// The web services.
    pub web_services: Vec<WebGroup>,
    /// The media services.
    pub media: Vec<MediaGroup>,
    /// Whether an `Option` stands in one of the tables and wants to be explained.
    pub has_options: bool,
    /// Whether a claim that is to be confirmed stands in one of the tables.
    pub has_unconfirmed: bool,
}

/// A group of Table A.1-1.
#[derive(Debug, Serialize)]
pub struct ServiceGroup {
    /// `Transfer`, `Query/Retrieve`, `Workflow Management`, `Print Management` or `Other`.
    pub title: &'static str,
    /// The SOP classes.
    pub rows: Vec<SopClassRow>,
}

/// A web service.
#[derive(Debug, Serialize)]
pub struct WebGroup {
    /// The service of PS3.18.
    pub title: &'static str,
    /// Its transactions.
    pub rows: Vec<WebRow>,
}

/// A transaction of a web service.
#[derive(Debug, Serialize)]
pub struct WebRow {
    /// The transaction.
    pub name: String,
    /// The support as user agent.
    pub user_agent: &'static str,
    /// The support as origin server.
    pub origin_server: &'static str,
}

/// A kind of medium.
#[derive(Debug, Serialize)]
pub struct MediaGroup {
    /// The medium; empty where it is not stated.
    pub title: String,
    /// The application profiles.
    pub rows: Vec<MediaRow>,
}

/// An application profile (PS3.2 Table A.1-3).
#[derive(Debug, Serialize)]
pub struct MediaRow {
    /// The identifier of PS3.11.
    pub profile: String,
    /// Whether files are written, as creator or updater.
    pub write: &'static str,
    /// Whether files are read.
    pub read: &'static str,
}

impl OverviewView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let services = services(scope);
        let (web_services, media) = (web_services(scope), media(scope));
        let words = services.iter().flat_map(|group| &group.rows).flat_map(|row| [row.scu, row.scp]);
        let web = web_services.iter().flat_map(|group| &group.rows);
        let web = web.flat_map(|row| [row.user_agent, row.origin_server]);
        let on_media = media.iter().flat_map(|group| &group.rows).flat_map(|row| [row.write, row.read]);
        let words: Vec<&str> = words.chain(web).chain(on_media).collect();
        let says = |support| words.contains(&support_words(support));
        Self {
            is_verification_only: services.is_empty() && !scope.survey.contexts.is_empty(),
            has_options: says(Support::Option),
            has_unconfirmed: says(Support::ToBeConfirmed),
            services,
            web_services,
            media,
        }
    }
}

/// The groups of Table A.1-1 in the order of PS3.2.
fn services(scope: &Scope<'_>) -> Vec<ServiceGroup> {
    const ORDER: [Option<Category>; 5] = [
        Some(Category::Transfer),
        Some(Category::QueryRetrieve),
        Some(Category::WorkflowManagement),
        Some(Category::PrintManagement),
        None,
    ];
    let mut groups = ORDER.map(|category| {
        (category, ServiceGroup { title: category.map_or("Other", Category::as_str), rows: Vec::new() })
    });
    for claim in claims(scope, &scope.survey.contexts).values() {
        let class = scope.sop_class(claim.id);
        if class.is_some_and(|class| class.service_class == ServiceClass::Verification) {
            continue;
        }
        let category = class.and_then(SopClass::category);
        let group = groups.iter_mut().find(|(known, _)| *known == category);
        if let Some((_, group)) = group {
            group.rows.push(claim.row(scope));
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| !group.rows.is_empty()).collect()
}

fn web_services(scope: &Scope<'_>) -> Vec<WebGroup> {
    let mut groups: IndexMap<&'static str, IndexMap<String, WebRow>> = IndexMap::new();
    for service in scope.statement().web_services.values() {
        let rows = groups.entry(service_title(service.service)).or_default();
        for (name, support) in transactions_or_all(service) {
            let row =
                rows.entry(name.clone()).or_insert(WebRow { name, user_agent: "No", origin_server: "No" });
            let words = support_words(weakest(&[service.support, support]));
            match service.role {
                Some(WebRole::OriginServer) => row.origin_server = words,
                Some(WebRole::UserAgent) | None => row.user_agent = words,
            }
        }
    }
    groups.into_iter().map(|(title, rows)| WebGroup { title, rows: rows.into_values().collect() }).collect()
}

fn media(scope: &Scope<'_>) -> Vec<MediaGroup> {
    let mut groups: IndexMap<String, IndexMap<String, MediaRow>> = IndexMap::new();
    let entities = scope.statement().media.application_entities.values();
    for (entity, profile) in
        entities.flat_map(|entity| entity.profiles.iter().map(move |said| (entity, said)))
    {
        let name = profile.profile.clone().unwrap_or_default();
        let rows = groups.entry(super::media::medium(scope, profile)).or_default();
        let row = rows.entry(name.clone()).or_insert(MediaRow { profile: name, write: "No", read: "No" });
        let words = support_words(weakest(&[entity.support, profile.support]));
        for role in &profile.roles {
            match role {
                MediaRole::Creator => row.write = words,
                MediaRole::Reader => row.read = words,
                MediaRole::Updater => (row.write, row.read) = (words, words),
            }
        }
    }
    let rows = |rows: IndexMap<String, MediaRow>| rows.into_values().collect();
    groups.into_iter().map(|(title, of_medium)| MediaGroup { title, rows: rows(of_medium) }).collect()
}
