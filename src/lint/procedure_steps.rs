//! The attributes that users of the Modality Performed Procedure Step create and set.

use std::collections::HashMap;

use super::sieve::Sieve;
use crate::model::Role;
use crate::model::survey::{AttributeSite, Survey, Trail};
use crate::standard::attribute;

/// A row of a list of attributes.
pub(super) struct AttributeRow {
    /// The entity, by its position in the survey.
    pub(super) entity: usize,
    /// The DIMSE service whose list it is.
    pub(super) service: String,
    /// The attribute at the top level of the data set, where the row resolves.
    pub(super) attribute: Option<(u16, u16)>,
    /// Its tag and name.
    pub(super) name: String,
    /// Where the attribute stands.
    pub(super) trail: Trail,
    /// Where the list stands.
    pub(super) list: Trail,
}

/// The rows of all lists of users, in the order of the document.
pub(super) fn lists(survey: &Survey<'_>) -> Vec<AttributeRow> {
    let mut sieve = Sieve::new(survey, |class| class.entry.keyword == "ModalityPerformedProcedureStep");
    let mut services = HashMap::new();
    for used in survey.services.iter().filter(|used| used.member.is_none()) {
        let of = &survey.conformances[used.conformance];
        let is_user = of.roles.iter().any(|role| *role == Role::Scu || *role == Role::Both);
        if of.is_claimed && is_user && sieve.any(&of.sop_classes) {
            services.insert(used.trail, (of.entity, used.name));
        }
    }
    if services.is_empty() {
        return Vec::new();
    }
    let row = |site: &AttributeSite<'_>| {
        let list = survey.parent(survey.parent(site.trail));
        let (entity, service) = services.get(&survey.parent(list))?;
        let attribute = site.meaning.path.first().copied();
        let name = attribute.map_or_else(String::new, shown);
        let service = (*service).to_owned();
        Some(AttributeRow { entity: *entity, service, attribute, name, trail: site.trail, list })
    };
    survey.attributes.iter().filter_map(row).collect()
}

fn shown(tag: attribute::Tag) -> String {
    let known = attribute::by_tag(tag);
    let tag = attribute::written(&[tag]);
    match known {
        Some(known) => format!("{tag} {}", known.name),
        None => tag,
    }
}
