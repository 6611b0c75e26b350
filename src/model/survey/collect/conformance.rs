//! The walk over an entry of SOP specific conformance.

use super::Walk;
use crate::model::survey::{ItemPlace, KeyUse, ServiceUse, TableUse, Trail};
use crate::model::{Conformance, Named, Response, Service};

impl<'s> Walk<'s> {
    pub(super) fn conformance(&mut self, number: usize, conformance: &'s Conformance, trail: Trail) {
        self.table(Some(number), None, None, &conformance.responses, trail);
        self.services(number, None, &conformance.services, trail);
        for (position, transcoding) in conformance.transcoding.iter().enumerate() {
            let trail = self.key(trail, "transcoding");
            let trail = self.index(trail, position);
            self.expanded(trail, "from", &transcoding.from, ItemPlace::TransferSyntax);
            self.expanded(trail, "to", &transcoding.to, ItemPlace::TransferSyntax);
        }
        for (level, keys) in conformance.keys.groups() {
            let parent = self.key(trail, "keys");
            let parent = self.key(parent, level);
            for (position, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_standard()) {
                let trail = self.index(parent, position);
                let attribute = self.attribute(&key.attribute, trail);
                self.survey.keys.push(KeyUse { conformance: number, level, key, attribute, trail });
            }
        }
        for (name, member) in &conformance.members {
            let parent = self.key(trail, "members");
            let parent = self.key(parent, name);
            self.services(number, Some(name), &member.services, parent);
        }
    }

    fn services(
        &mut self,
        number: usize,
        member: Option<&'s str>,
        services: &'s Named<Service>,
        parent: Trail,
    ) {
        if services.is_empty() {
            return;
        }
        let parent = self.key(parent, "services");
        for (name, service) in services {
            let trail = self.key(parent, name);
            self.table(Some(number), Some(name), member, &service.responses, trail);
            if !service.attributes.is_empty() {
                let parent = self.key(trail, "attributes");
                for (position, used) in service.attributes.iter().enumerate() {
                    let trail = self.index(parent, position);
                    self.attribute(&used.attribute, trail);
                }
            }
            self.survey.services.push(ServiceUse { conformance: number, member, name, service, trail });
        }
    }

    fn table(
        &mut self,
        conformance: Option<usize>,
        service: Option<&'s str>,
        member: Option<&'s str>,
        rows: &'s [Response],
        parent: Trail,
    ) {
        if !rows.is_empty() {
            let trail = self.key(parent, "responses");
            self.related_fields(rows, trail);
            self.survey.tables.push(TableUse { conformance, service, member, rows, trail });
        }
    }

    pub(super) fn related_fields(&mut self, rows: &'s [Response], parent: Trail) {
        for (position, row) in rows.iter().enumerate().filter(|(_, row)| !row.related_fields.is_empty()) {
            let trail = self.index(parent, position);
            let trail = self.key(trail, "related_fields");
            for (position, field) in row.related_fields.iter().enumerate() {
                let trail = self.index(trail, position);
                self.attribute_at(field, trail);
            }
        }
    }
}
