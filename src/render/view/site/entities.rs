//! The deployed Application Entities of a site.

use serde::Serialize;

use super::answering::Answering;
use crate::model::{LifecycleStatus, Role, Site, SiteEntity};

/// A deployed Application Entity.
#[derive(Debug, Serialize)]
pub struct SiteEntityRow {
    /// The author's name for it.
    pub name: String,
    /// Its AE title; empty where it is not stated.
    pub title: String,
    /// `SCU`, `SCP` or `SCU/SCP`; empty where it is not stated.
    pub role: String,
    /// What it speaks.
    pub protocol: &'static str,
    /// Host and port; empty where there is none.
    pub address: String,
    /// The base URL of a DICOMweb endpoint; empty where there is none.
    pub endpoint: String,
    /// The modality; empty where it is not stated.
    pub modality: String,
    /// The physical device; empty where it is not stated.
    pub equipment: String,
    /// The server or virtual machine; empty where it is not stated.
    pub functional_ci: String,
    /// Where it stands; empty where it is not stated.
    pub location: String,
    /// The network zone that it belongs to; empty where it is not stated.
    pub zone: String,
    /// The Application Entity of a statement that it is an instance of; empty where it is not stated.
    pub implements: String,
    /// Its stage of life; empty where it is not stated.
    pub status: &'static str,
    /// The organization that governs it.
    pub organization: String,
    /// Who answers for it, and when it is looked at again.
    #[serde(flatten)]
    pub answering: Answering,
    /// What else there is to say, and why its address is shared; prose.
    pub description: String,
}

/// A row for each entity, in the author's order.
pub(super) fn rows(site: &Site) -> Vec<SiteEntityRow> {
    site.application_entities.iter().map(|(name, entity)| row(site, name, entity)).collect()
}

/// The text of a value; empty where there is none.
pub(super) fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn row(site: &Site, name: &str, entity: &SiteEntity) -> SiteEntityRow {
    let role = entity.role.map(|role| match role {
        Role::Both => "SCU/SCP".to_owned(),
        other => other.to_string(),
    });
    let prose = [&entity.description, &entity.shared_address].into_iter().flatten();
    SiteEntityRow {
        name: name.to_owned(),
        title: text(entity.ae_title.as_ref()),
        role: role.unwrap_or_default(),
        protocol: entity.protocol().as_str(),
        address: address(entity),
        endpoint: text(entity.endpoint_url.as_ref()),
        modality: text(entity.modality.as_ref()),
        equipment: text(entity.equipment.as_ref()),
        functional_ci: text(entity.functional_ci.as_ref()),
        location: text(entity.location.as_ref()),
        zone: text(entity.zone.as_ref()),
        implements: text(entity.implements.as_ref()),
        status: entity.status.map(LifecycleStatus::as_str).unwrap_or_default(),
        organization: site.organization_of(entity).unwrap_or_default().to_owned(),
        answering: Answering::for_entity(entity),
        description: prose.map(|prose| prose.as_str().trim()).collect::<Vec<_>>().join("\n\n"),
    }
}

/// Host and port.
pub(super) fn address(entity: &SiteEntity) -> String {
    match (&entity.host, entity.port) {
        (Some(host), Some(port)) => format!("{host}:{port}"),
        (Some(host), None) => host.clone(),
        (None, Some(port)) => format!(":{port}"),
        (None, None) => String::new(),
    }
}
