//! What a statement says of the size of PDUs and of time-outs, in tables or in words.

use super::prose::mentions;
use super::settings::{Owner, SettingUse, Subject};
use crate::model::survey::{EntityUse, Survey};
use crate::model::{Prose, Statement};

/// What a statement says of the communication of an entity.
pub(super) struct StatedCommunication<'a, 's> {
    pub(super) statement: &'s Statement,
    pub(super) survey: &'a Survey<'s>,
    pub(super) settings: &'a [SettingUse<'s>],
    pub(super) used: &'a EntityUse<'s>,
    pub(super) number: usize,
}

impl StatedCommunication<'_, '_> {
    pub(super) fn has_pdu_size(&self) -> bool {
        let policies = self.used.entity.associations.or(&self.statement.associations);
        policies.max_pdu_received.is_some()
            || self.has_setting(|setting| {
                setting.subject == Subject::MaxPduReceived || setting.name.to_lowercase().contains("pdu")
            })
            || self.speaks_of(&["pdu"])
    }

    pub(super) fn has_timeout(&self) -> bool {
        self.has_setting(|setting| setting.subject == Subject::Timeout)
            || self.speaks_of(&["timeout", "time-out", "time out"])
    }

    /// Whether the entity, or the product as a whole, has such a setting with a value or a text.
    fn has_setting(&self, is_meant: impl Fn(&SettingUse<'_>) -> bool) -> bool {
        let name = self.used.name;
        self.settings.iter().any(|setting| {
            let is_of_entity = match setting.owner {
                Owner::Product => true,
                Owner::Entity(owner) => owner == name,
                Owner::Remote(_) => false,
            };
            is_of_entity && (setting.default.is_some() || setting.text.is_some()) && is_meant(setting)
        })
    }

    fn speaks_of(&self, words: &[&str]) -> bool {
        let configuration = &self.statement.configuration;
        let policies = [&self.used.entity.associations.text, &self.statement.associations.text];
        let texts = [&configuration.local, &configuration.text].into_iter().chain(policies);
        let says = |text: &Prose| words.iter().any(|word| text.as_str().to_lowercase().contains(word));
        texts.flatten().any(says) || mentions(self.survey, self.number, words)
    }
}
