//! The walk over what surrounds the Application Entities: web services, media and an overview written by hand.

use super::super::{DefinedProfile, ItemPlace, MediaProfileUse, ProfileDefinitionUse, Trail, TransactionUse};
use super::{Walk, claims};
use crate::model::{AttributeUse, DirectoryAugmentation, Item, MediaProfile, Statement, Transaction};

impl<'s> Walk<'s> {
    pub(super) fn web_services(&mut self, statement: &'s Statement) {
        if statement.web_services.is_empty() {
            return;
        }
        let parent = self.key(Trail(0), "web_services");
        for (name, service) in &statement.web_services {
            let parent = self.key(parent, name);
            for (position, media_type) in service.media_types.iter().enumerate() {
                self.syntaxes_of_media_type(parent, position, &media_type.transfer_syntaxes);
            }
            for (transaction_name, transaction) in &service.transactions {
                let trail = self.key(parent, "transactions");
                let trail = self.key(trail, transaction_name);
                let (classes, syntaxes) = (&transaction.sop_classes, &transaction.transfer_syntaxes);
                let sop_classes = self.expanded(trail, "sop_classes", classes, ItemPlace::SopClass);
                let transfer_syntaxes =
                    self.expanded(trail, "transfer_syntaxes", syntaxes, ItemPlace::TransferSyntax);
                self.transaction(trail, transaction);
                self.survey.transactions.push(TransactionUse {
                    service: name,
                    name: transaction_name,
                    transaction,
                    trail,
                    sop_classes,
                    transfer_syntaxes,
                    is_claimed: claims(service.support, service.demand)
                        && claims(transaction.support, transaction.demand),
                });
            }
        }
    }

    fn transaction(&mut self, trail: Trail, transaction: &'s Transaction) {
        for (position, media_type) in transaction.media_types.iter().enumerate() {
            self.syntaxes_of_media_type(trail, position, &media_type.transfer_syntaxes);
        }
        for (level, keys) in transaction.keys.groups() {
            let parent = self.key(trail, "keys");
            let parent = self.key(parent, level);
            for (position, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_standard()) {
                let trail = self.index(parent, position);
                self.attribute(&key.attribute, trail);
            }
        }
        self.attribute_uses(trail, "attributes", &transaction.attributes);
    }

    fn syntaxes_of_media_type(&mut self, parent: Trail, position: usize, syntaxes: &'s [Item]) {
        if !syntaxes.is_empty() {
            let trail = self.key(parent, "media_types");
            let trail = self.index(trail, position);
            self.expanded(trail, "transfer_syntaxes", syntaxes, ItemPlace::TransferSyntax);
        }
    }

    fn attribute_uses(&mut self, parent: Trail, key: &'s str, uses: &'s [AttributeUse]) {
        if uses.is_empty() {
            return;
        }
        let parent = self.key(parent, key);
        for (position, used) in uses.iter().enumerate() {
            let trail = self.index(parent, position);
            self.attribute(&used.attribute, trail);
        }
    }

    pub(super) fn overview(&mut self, statement: &'s Statement) {
        let parent = self.key(Trail(0), "overview_services");
        for (position, row) in statement.overview_services.iter().enumerate() {
            let trail = self.index(parent, position);
            let sop_classes = self.expanded(trail, "sop_class", &row.sop_class, ItemPlace::SopClass);
            self.survey.overview.push((trail, sop_classes));
        }
    }

    pub(super) fn media(&mut self, statement: &'s Statement) {
        let parent = self.key(Trail(0), "media");
        for (name, entity) in &statement.media.application_entities {
            let trail = self.key(parent, "application_entities");
            let trail = self.key(trail, name);
            let trail = self.key(trail, "profiles");
            for (position, profile) in entity.profiles.iter().enumerate() {
                let trail = self.index(trail, position);
                self.media_profile(name, profile, trail, claims(entity.support, entity.demand));
            }
        }
        for (name, profile) in &statement.media.augmented_profiles {
            let trail = self.key(parent, "augmented_profiles");
            let trail = self.key(trail, name);
            let items = (&*profile.sop_classes, &*profile.transfer_syntaxes);
            self.profile_definition(name, DefinedProfile::Augmented(profile), trail, items);
            self.directory(trail, &profile.directory);
        }
        for (name, profile) in &statement.media.private_profiles {
            let trail = self.key(parent, "private_profiles");
            let trail = self.key(trail, name);
            let items = (&*profile.sop_classes, &*profile.transfer_syntaxes);
            self.profile_definition(name, DefinedProfile::Private(profile), trail, items);
            self.directory(trail, &profile.directory);
        }
    }

    fn media_profile(&mut self, entity: &'s str, profile: &'s MediaProfile, trail: Trail, is_claimed: bool) {
        let sop_classes = self.expanded(trail, "sop_classes", &profile.sop_classes, ItemPlace::SopClass);
        let transfer_syntaxes =
            self.expanded(trail, "transfer_syntaxes", &profile.transfer_syntaxes, ItemPlace::TransferSyntax);
        self.survey.media_profiles.push(MediaProfileUse {
            entity,
            profile,
            trail,
            sop_classes,
            transfer_syntaxes,
            is_claimed: is_claimed && claims(profile.support, profile.demand),
        });
    }

    fn profile_definition(
        &mut self,
        name: &'s str,
        profile: DefinedProfile<'s>,
        trail: Trail,
        (classes, syntaxes): (&'s [Item], &'s [Item]),
    ) {
        let sop_classes = self.expanded(trail, "sop_classes", classes, ItemPlace::SopClass);
        let transfer_syntaxes =
            self.expanded(trail, "transfer_syntaxes", syntaxes, ItemPlace::TransferSyntax);
        let definition = ProfileDefinitionUse { name, profile, trail, sop_classes, transfer_syntaxes };
        self.survey.profile_definitions.push(definition);
    }

    fn directory(&mut self, trail: Trail, directory: &'s DirectoryAugmentation) {
        for (record, uses) in &directory.records {
            let parent = self.key(trail, "directory");
            let parent = self.key(parent, "records");
            self.attribute_uses(parent, record, uses);
        }
    }
}
