//! Application profiles: what is written to and read from media under them.

use serde::Serialize;

use crate::document::anchor_of;
use crate::model::survey::ItemId;
use crate::model::{DirectoryAugmentation, Item, MediaProfile, OneOrMany};
use crate::render::view::attributes::AttributeTable;
use crate::render::view::conformance::exceptional;
use crate::render::view::long_sets::{self, SopClassLine};
use crate::render::view::scope::Scope;
use crate::standard::{media_profile, uids};

/// An application profile in an activity.
#[derive(Debug, Serialize)]
pub struct MediaProfileView {
    /// The application profile.
    pub profile: String,
    /// The medium; empty where it is not known.
    pub medium: String,
    /// The roles, with `(option)` where the claim is no plain yes.
    pub roles: String,
    /// What else there is to say; prose.
    pub text: Option<String>,
    /// The address of the section that describes an augmented or private profile; none for a standard one.
    pub defined_in: Option<String>,
    /// The transfer syntaxes of PS3.11, where the author lists nothing.
    pub known_transfer_syntaxes: Vec<String>,
    /// What is written and read; none where the author does not list it.
    pub contents: Option<MediaContents>,
    /// Whether an activity before this one shows the contents already.
    pub is_shown_before: bool,
}

/// The SOP classes and transfer syntaxes of an application profile.
#[derive(Debug, Serialize)]
pub struct MediaContents {
    /// The address of the table.
    pub anchor: String,
    /// The SOP classes; empty where they are not stated.
    pub sop_classes: Vec<SopClassLine>,
    /// The transfer syntaxes: those of the author, else those of the profile.
    pub transfer_syntaxes: Vec<MediaContentRow>,
}

/// A SOP class or a transfer syntax.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MediaContentRow {
    /// The name.
    pub name: String,
    /// The UID.
    pub uid: String,
}

/// An augmented or private application profile.
#[derive(Debug, Serialize)]
pub struct DefinedProfileView {
    /// The identifier.
    pub name: String,
    /// The address of its section in the document.
    pub anchor: String,
    /// The profile of PS3.11 to which an augmented one adds; empty for a private one.
    pub base: String,
    /// The medium; empty where it is not known.
    pub medium: String,
    /// What it is for; prose.
    pub description: Option<String>,
    /// The SOP classes that it adds or has.
    pub sop_classes: Vec<SopClassLine>,
    /// The transfer syntaxes that it adds or has.
    pub transfer_syntaxes: Vec<MediaContentRow>,
    /// What it adds to the directory, or has in it.
    pub directory: DirectoryView,
    /// What else there is to say; prose.
    pub text: Option<String>,
}

/// Additions to the directory of a File-set.
#[derive(Debug, Serialize)]
pub struct DirectoryView {
    /// What there is to say in general; prose.
    pub text: Option<String>,
    /// The attributes by the type of the directory record.
    pub records: Vec<DirectoryRecordView>,
    /// Whether nothing is said.
    pub is_empty: bool,
}

/// The attributes that are added to a type of directory records.
#[derive(Debug, Serialize)]
pub struct DirectoryRecordView {
    /// The caption of the table.
    pub attributes_caption: String,
    /// The attributes.
    pub attributes: Option<AttributeTable>,
}

/// The medium of a profile: the author's word, else the one that PS3.11 or the definition of the profile has.
pub(in crate::render::view) fn medium(scope: &Scope<'_>, profile: &MediaProfile) -> String {
    let known = || medium_of(scope, profile.profile.as_deref().unwrap_or_default());
    profile.medium.clone().unwrap_or_else(known)
}

fn medium_of(scope: &Scope<'_>, identifier: &str) -> String {
    let media = &scope.statement().media;
    if let Some(private) = media.private_profiles.get(identifier) {
        return private.medium.clone().unwrap_or_default();
    }
    let base = media.augmented_profiles.get(identifier).and_then(|augmented| augmented.base.as_deref());
    let known = media_profile::by_identifier(base.unwrap_or(identifier));
    known.map(|known| known.medium.to_owned()).unwrap_or_default()
}

/// The roles, with the claim where it is no plain yes.
pub(super) fn role_words(profile: &MediaProfile) -> String {
    let roles: Vec<&str> = profile.roles.iter().map(|role| role.as_str()).collect();
    let claim = exceptional(profile.support).map(|claim| format!(" ({})", claim.to_lowercase()));
    format!("{}{}", roles.join(", "), claim.unwrap_or_default())
}

impl MediaProfileView {
    pub(super) fn of(
        scope: &Scope<'_>,
        profile: &MediaProfile,
        anchor: String,
        is_shown_before: bool,
    ) -> Self {
        let identifier = profile.profile.as_deref().unwrap_or_default();
        let contents = contents(scope, profile, anchor);
        let known = if contents.is_some() { Vec::new() } else { known_syntaxes(scope, identifier) };
        let media = &scope.statement().media;
        let is_defined = media.augmented_profiles.contains_key(identifier)
            || media.private_profiles.contains_key(identifier);
        Self {
            profile: identifier.to_owned(),
            defined_in: is_defined.then(|| profile_anchor(identifier)),
            known_transfer_syntaxes: known.into_iter().map(|row| row.name).collect(),
            medium: medium(scope, profile),
            roles: role_words(profile),
            text: scope.prose(profile.text.as_ref()),
            contents,
            is_shown_before,
        }
    }
}

fn contents(scope: &Scope<'_>, profile: &MediaProfile, anchor: String) -> Option<MediaContents> {
    let identifier = profile.profile.as_deref().unwrap_or_default();
    let sop_classes = long_sets::lines(scope, &profile.sop_classes);
    let mut transfer_syntaxes = rows(scope, &profile.transfer_syntaxes);
    if sop_classes.is_empty() && transfer_syntaxes.is_empty() {
        return None;
    }
    if transfer_syntaxes.is_empty() {
        transfer_syntaxes = known_syntaxes(scope, identifier);
    }
    Some(MediaContents { anchor, sop_classes, transfer_syntaxes })
}

/// The transfer syntaxes that PS3.11 gives a profile, with those that an augmented one adds. A private profile has a
/// section of its own.
fn known_syntaxes(scope: &Scope<'_>, identifier: &str) -> Vec<MediaContentRow> {
    let media = &scope.statement().media;
    let augmented = media.augmented_profiles.get(identifier);
    let base = augmented.and_then(|augmented| augmented.base.as_deref()).unwrap_or(identifier);
    let known = media_profile::by_identifier(base);
    let known = known.iter().flat_map(|known| &known.transfer_syntaxes).filter_map(|uid| uids::by_uid(uid));
    let mut all: Vec<_> = known
        .map(|entry| MediaContentRow { name: entry.short_name().to_owned(), uid: entry.uid.to_owned() })
        .collect();
    let added = augmented.map(|augmented| rows(scope, &augmented.transfer_syntaxes)).unwrap_or_default();
    for row in added {
        if !all.contains(&row) {
            all.push(row);
        }
    }
    all
}

fn rows(scope: &Scope<'_>, items: &OneOrMany<Item>) -> Vec<MediaContentRow> {
    let row = |id: ItemId| MediaContentRow { name: scope.name(id), uid: scope.uid(id) };
    scope.expanded(items).into_iter().map(row).collect()
}

/// The address of the section of an augmented or private profile.
fn profile_anchor(identifier: &str) -> String {
    anchor_of(&format!("profile {identifier}"))
}

/// The augmented profiles of a statement.
pub(super) fn augmented(scope: &Scope<'_>) -> Vec<DefinedProfileView> {
    let profiles = scope.statement().media.augmented_profiles.iter();
    let views = profiles.map(|(name, profile)| DefinedProfileView {
        name: name.clone(),
        anchor: profile_anchor(name),
        base: profile.base.clone().unwrap_or_default(),
        medium: medium_of(scope, name),
        description: scope.prose(profile.description.as_ref()),
        sop_classes: long_sets::lines(scope, &profile.sop_classes),
        transfer_syntaxes: rows(scope, &profile.transfer_syntaxes),
        directory: directory(scope, &profile.directory, name),
        text: scope.prose(profile.other.as_ref()),
    });
    views.collect()
}

/// The private profiles of a statement.
pub(super) fn private(scope: &Scope<'_>) -> Vec<DefinedProfileView> {
    let profiles = scope.statement().media.private_profiles.iter();
    let views = profiles.map(|(name, profile)| DefinedProfileView {
        name: name.clone(),
        anchor: profile_anchor(name),
        base: String::new(),
        medium: profile.medium.clone().unwrap_or_default(),
        description: scope.prose(profile.description.as_ref()),
        sop_classes: long_sets::lines(scope, &profile.sop_classes),
        transfer_syntaxes: rows(scope, &profile.transfer_syntaxes),
        directory: directory(scope, &profile.directory, name),
        text: scope.prose(profile.text.as_ref()),
    });
    views.collect()
}

fn directory(scope: &Scope<'_>, said: &DirectoryAugmentation, profile: &str) -> DirectoryView {
    let records = said.records.iter().map(|(record, uses)| DirectoryRecordView {
        attributes_caption: format!("{record} Directory Record of {profile}"),
        attributes: AttributeTable::of_uses(scope, uses),
    });
    let records: Vec<_> = records.collect();
    let text = scope.prose(said.text.as_ref());
    DirectoryView { is_empty: text.is_none() && records.is_empty(), text, records }
}
