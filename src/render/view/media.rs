//! Media interchange (PS3.2 A.5).

use indexmap::IndexMap;
use serde::Serialize;

use super::conformance::exceptional;
use super::scope::Scope;
use crate::model::{MediaApplicationEntity, MediaProfile};

/// An Application Entity that writes or reads media (PS3.2 A.5.2).
#[derive(Debug, Serialize)]
pub struct MediaEntityView {
    /// The author's name for it.
    pub name: String,
    /// The Source Application Entity Title; empty where it is not stated.
    pub source_ae_title: String,
    /// One sentence for the data flow; prose.
    pub summary: Option<String>,
    /// The functional definition; prose.
    pub description: Option<String>,
    /// Profiles, activities and roles (PS3.2 Table A.5.2-1).
    pub profiles: Vec<MediaProfileRow>,
    /// The real-world activities, each with its profiles.
    pub activities: Vec<MediaActivityView>,
}

/// A row of Table A.5.2-1.
#[derive(Debug, Clone, Serialize)]
pub struct MediaProfileRow {
    /// The application profile.
    pub profile: String,
    /// The medium; empty where it is not stated.
    pub medium: String,
    /// The real-world activity; empty where it is not stated.
    pub activity: String,
    /// The roles, with `(option)` where the claim is no plain yes.
    pub roles: String,
}

/// A real-world activity with media.
#[derive(Debug, Serialize)]
pub struct MediaActivityView {
    /// The real-world activity.
    pub name: String,
    /// The application profiles it uses.
    pub profiles: Vec<MediaProfileRow>,
}

/// The entities of media interchange.
pub(super) fn media(scope: &Scope<'_>) -> Vec<MediaEntityView> {
    let entities = scope.statement().media.application_entities.iter();
    entities.map(|(name, entity)| media_entity(scope, name, entity)).collect()
}

fn media_entity(scope: &Scope<'_>, name: &str, entity: &MediaApplicationEntity) -> MediaEntityView {
    let profiles: Vec<_> = entity.profiles.iter().map(media_profile).collect();
    let mut activities: IndexMap<String, Vec<MediaProfileRow>> = IndexMap::new();
    for row in profiles.iter().filter(|row| !row.activity.is_empty()) {
        activities.entry(row.activity.clone()).or_default().push(row.clone());
    }
    let activities = activities.into_iter().map(|(name, profiles)| MediaActivityView { name, profiles });
    MediaEntityView {
        name: name.to_owned(),
        source_ae_title: entity.source_ae_title.clone().unwrap_or_default(),
        summary: scope.prose(entity.summary.as_ref()),
        description: scope.prose(entity.description.as_ref()),
        activities: activities.collect(),
        profiles,
    }
}

fn media_profile(profile: &MediaProfile) -> MediaProfileRow {
    let roles: Vec<&str> = profile.roles.iter().map(|role| role.as_str()).collect();
    let claim = exceptional(profile.support).map(|claim| format!(" ({})", claim.to_lowercase()));
    MediaProfileRow {
        profile: profile.profile.clone().unwrap_or_default(),
        medium: profile.medium.clone().unwrap_or_default(),
        activity: profile.activity.join(", "),
        roles: format!("{}{}", roles.join(", "), claim.unwrap_or_default()),
    }
}
