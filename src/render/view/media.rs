//! Media interchange (PS3.2 A.5).

mod profile;

use indexmap::IndexMap;
use serde::Serialize;

use super::NamedSequence;
use super::conformance::exceptional;
use super::network::NamedText;
use super::parameters::{ParameterRow, ParameterTable};
use super::scope::{Anchors, Scope};
use super::sequence::SequenceView;
use crate::model::{MediaActivity, MediaApplicationEntity, MediaRole};

pub(super) use profile::medium;
pub use profile::{DefinedProfileView, DirectoryView, MediaContentRow, MediaContents, MediaProfileView};

/// Media interchange.
#[derive(Debug, Serialize)]
pub struct MediaView {
    /// What there is to say of the data flow; prose.
    pub text: Option<String>,
    /// Application Entities that write or read media (PS3.2 A.5.2).
    pub entities: Vec<MediaEntityView>,
    /// What Application Entities, people and media do together (PS3.2 A.5.1.3).
    pub sequences: Vec<NamedSequence>,
    /// Policies that hold for all entities; prose.
    pub policies: Option<String>,
    /// Augmented application profiles (PS3.2 A.5.3.1).
    pub augmented_profiles: Vec<DefinedProfileView>,
    /// Private application profiles (PS3.2 A.5.3.2).
    pub private_profiles: Vec<DefinedProfileView>,
    /// Media configuration (PS3.2 A.5.4); prose.
    pub configuration: Option<String>,
    /// The parameters of media configuration; none where there are none.
    pub parameters: Option<ParameterTable>,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

/// An Application Entity that writes or reads media (PS3.2 A.5.2).
#[derive(Debug, Serialize)]
pub struct MediaEntityView {
    /// The author's name for it.
    pub name: String,
    /// The address of its section in the document.
    pub anchor: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// The Source Application Entity Title; empty where it is not stated.
    pub source_ae_title: String,
    /// One sentence for the data flow; prose.
    pub summary: Option<String>,
    /// The functional definition; prose.
    pub description: Option<String>,
    /// All its roles, in words; empty where none is stated.
    pub roles: String,
    /// The options of the Media Storage Service Class; prose.
    pub options: Option<String>,
    /// The Private Information Creator UID; empty where there is none.
    pub private_information_creator: String,
    /// The Private Information; prose.
    pub private_information: Option<String>,
    /// What is done with the preamble of files that are read; prose.
    pub preamble: Option<String>,
    /// Profiles, activities and roles (PS3.2 Table A.5.2-1).
    pub profiles: Vec<MediaProfileRow>,
    /// Whether the medium of one of the profiles is known.
    pub has_media: bool,
    /// The real-world activities, each with its profiles.
    pub activities: Vec<MediaActivityView>,
}

/// A row of Table A.5.2-1.
#[derive(Debug, Clone, Serialize)]
pub struct MediaProfileRow {
    /// The application profile; none where it is that of the row above.
    pub profile: Option<String>,
    /// The medium; empty where it is not known, none where it is that of the row above.
    pub medium: Option<String>,
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
    /// How the local real-world activity is called, where that differs.
    pub local: Option<String>,
    /// The real-world activity at the other end; none where it is not stated.
    pub remote: Option<String>,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What happens and what sets it off; prose.
    pub description: Option<String>,
    /// What happens in which order.
    pub sequence: Option<SequenceView>,
    /// The application profiles it uses.
    pub profiles: Vec<MediaProfileView>,
    /// The options of the profiles: each option once, with what there is to say.
    pub options: Vec<NamedText>,
}

impl MediaView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let media = &scope.statement().media;
        let mut anchors = Anchors::default();
        let entities = media.application_entities.iter();
        let entities: Vec<_> =
            entities.map(|(name, entity)| media_entity(scope, name, entity, &mut anchors)).collect();
        let sequences = media.sequencing.iter().filter_map(|(name, sequence)| {
            let sequence = SequenceView::of(scope, sequence, name)?;
            Some(NamedSequence { name: name.clone(), sequence })
        });
        let rows = media.configuration.parameters.iter().map(|said| ParameterRow::of(scope, said));
        let mut view = Self {
            text: scope.prose(media.text.as_ref()),
            sequences: sequences.collect(),
            policies: scope.prose(media.policies.as_ref()),
            augmented_profiles: profile::augmented(scope),
            private_profiles: profile::private(scope),
            configuration: scope.prose(media.configuration.text.as_ref()),
            parameters: ParameterTable::plain(rows.collect()),
            is_empty: false,
            entities,
        };
        view.is_empty = view.entities.is_empty()
            && view.augmented_profiles.is_empty()
            && view.private_profiles.is_empty();
        view
    }
}

fn media_entity(
    scope: &Scope<'_>,
    name: &str,
    entity: &MediaApplicationEntity,
    anchors: &mut Anchors,
) -> MediaEntityView {
    let profiles = rows(scope, entity);
    let anchor = anchors.of("media", name);
    MediaEntityView {
        name: name.to_owned(),
        support: exceptional(entity.support),
        source_ae_title: entity.source_ae_title.clone().unwrap_or_default(),
        summary: scope.prose(entity.summary.as_ref()),
        description: scope.prose(entity.description.as_ref()),
        roles: roles(entity),
        options: scope.prose(entity.options.as_ref()),
        private_information_creator: entity.private_information_creator.clone().unwrap_or_default(),
        private_information: scope.prose(entity.private_information.as_ref()),
        preamble: scope.prose(entity.preamble.as_ref()),
        has_media: profiles.iter().any(|row| row.medium.as_ref().is_some_and(|medium| !medium.is_empty())),
        profiles,
        activities: activities(scope, entity, &anchor, anchors),
        anchor,
    }
}

/// The roles of all profiles, in the order of PS3.10.
fn roles(entity: &MediaApplicationEntity) -> String {
    let has = |role| entity.profiles.iter().any(|profile| profile.roles.contains(&role));
    let known = [
        (MediaRole::Creator, "File-set Creator (FSC)"),
        (MediaRole::Reader, "File-set Reader (FSR)"),
        (MediaRole::Updater, "File-set Updater (FSU)"),
    ];
    let known: Vec<_> = known.into_iter().filter(|(role, _)| has(*role)).map(|(_, words)| words).collect();
    known.join(" and ")
}

/// The rows of Table A.5.2-1: one for each activity of a profile.
fn rows(scope: &Scope<'_>, entity: &MediaApplicationEntity) -> Vec<MediaProfileRow> {
    let mut rows: Vec<MediaProfileRow> = Vec::new();
    let mut last = None;
    for profile in &entity.profiles {
        let name = profile.profile.clone().unwrap_or_default();
        let of_profile = medium(scope, profile);
        let nowhere = [String::new()];
        let places: &[String] = if profile.activity.is_empty() { &nowhere } else { &profile.activity };
        for activity in places {
            let key = Some((name.clone(), of_profile.clone()));
            let is_same = last == key;
            rows.push(MediaProfileRow {
                profile: (!is_same).then(|| name.clone()),
                medium: (!is_same).then(|| of_profile.clone()),
                activity: activity.clone(),
                roles: profile::role_words(profile),
            });
            last = key;
        }
    }
    rows
}

/// The activities that the profiles name, and those that are described, in the order of the profiles.
fn activities(
    scope: &Scope<'_>,
    entity: &MediaApplicationEntity,
    prefix: &str,
    anchors: &mut Anchors,
) -> Vec<MediaActivityView> {
    let mut views: IndexMap<&str, MediaActivityView> = IndexMap::new();
    let nothing = MediaActivity::default();
    for name in
        entity.profiles.iter().flat_map(|profile| profile.activity.iter()).chain(entity.activities.keys())
    {
        let said = entity.activities.get(name).unwrap_or(&nothing);
        views.entry(name).or_insert_with(|| activity(scope, name, said));
    }
    for profile in &entity.profiles {
        let mut anchor = None;
        for name in &profile.activity {
            let Some(view) = views.get_mut(name.as_str()) else { continue };
            let described = anchor.clone();
            let label = profile.profile.as_deref().unwrap_or_default();
            let of_table =
                described.clone().unwrap_or_else(|| anchors.of(&format!("{prefix}-contents"), label));
            let shown = MediaProfileView::of(scope, profile, of_table.clone(), described.is_some());
            anchor = Some(of_table);
            for (option, text) in &profile.options {
                let text = scope.prose(Some(text)).unwrap_or_default();
                if !view.options.iter().any(|known| known.name == *option && known.text == text) {
                    view.options.push(NamedText { name: option.clone(), text });
                }
            }
            view.profiles.push(shown);
        }
    }
    views.into_values().collect()
}

fn activity(scope: &Scope<'_>, name: &str, said: &MediaActivity) -> MediaActivityView {
    MediaActivityView {
        name: name.to_owned(),
        local: said.local.clone(),
        remote: said.remote.clone(),
        support: exceptional(said.support),
        description: scope.prose(said.description.as_ref()),
        sequence: said
            .sequencing
            .as_ref()
            .and_then(|sequence| SequenceView::of(scope, sequence, &format!("Sequencing of {name}"))),
        profiles: Vec::new(),
        options: Vec::new(),
    }
}
