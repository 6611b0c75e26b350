//! Application profiles of media interchange in a survey.

use std::sync::Arc;

use super::{ItemId, Trail};
use crate::model::{AugmentedProfile, MediaProfile, PrivateProfile};

/// An application profile of media interchange, its names resolved and its sets expanded.
#[derive(Debug)]
pub struct MediaProfileUse<'s> {
    /// The author's name for the entity.
    pub entity: &'s str,
    /// What is written.
    pub profile: &'s MediaProfile,
    /// Where it stands.
    pub trail: Trail,
    /// The SOP classes.
    pub sop_classes: Arc<[ItemId]>,
    /// The transfer syntaxes.
    pub transfer_syntaxes: Arc<[ItemId]>,
    /// Whether it is claimed: neither it nor its entity says `no` or `n/a`.
    pub is_claimed: bool,
}

/// An application profile that the statement defines, its names resolved and its sets expanded.
#[derive(Debug)]
pub struct ProfileDefinitionUse<'s> {
    /// The identifier.
    pub name: &'s str,
    /// What it says.
    pub profile: DefinedProfile<'s>,
    /// Where it stands.
    pub trail: Trail,
    /// The SOP classes that it adds or has.
    pub sop_classes: Arc<[ItemId]>,
    /// The transfer syntaxes that it adds or has.
    pub transfer_syntaxes: Arc<[ItemId]>,
}

/// How a profile is defined.
#[derive(Debug, Clone, Copy)]
pub enum DefinedProfile<'s> {
    /// By what it adds to one of PS3.11.
    Augmented(&'s AugmentedProfile),
    /// On its own.
    Private(&'s PrivateProfile),
}
