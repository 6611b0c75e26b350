//! A site's governance document: what is deployed, which links are governed, and what is wrong with them.

mod topology;

use serde::Serialize;

use crate::model::{Direction, LifecycleStatus, Link, Site, SiteEntity};

pub use topology::{TopologyGroup, TopologyView};

/// A governed inventory.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct SiteView {
    /// The title.
    pub title: String,
    /// The governance scope.
    pub organization: String,
    /// The deployed Application Entities, in the author's order.
    pub entities: Vec<SiteEntityRow>,
    /// Whether one of the entities has a modality.
    pub has_modalities: bool,
    /// Whether one of the entities names a device.
    pub has_equipment: bool,
    /// Whether one of the entities names a server.
    pub has_servers: bool,
    /// Whether one of the entities implements one of a statement.
    pub has_implementations: bool,
    /// Whether there is something to say in the table of equipment.
    pub has_details: bool,
    /// Whether one of the entities belongs to another organization.
    pub has_organizations: bool,
    /// Whether one of the entities has a description.
    pub has_descriptions: bool,
    /// The links, by status.
    pub links: Vec<LinkGroup>,
    /// How many links have each status; all of them, in the order of a link's life.
    pub counts: Vec<StatusCount>,
    /// How many links there are.
    pub number_of_links: usize,
    /// How many entities there are.
    pub number_of_entities: usize,
    /// Entities that no link leads to or from.
    pub unlinked: Vec<String>,
    /// What is missing or inconsistent, as the caller found it.
    pub findings: Vec<SiteFinding>,
    /// How many of them are errors.
    pub number_of_errors: usize,
    /// The statements and other sites that are referred to: name and path.
    pub statements: Vec<(String, String)>,
    /// The regular expression that AE titles must match; empty where there is none.
    pub title_pattern: String,
    /// AE titles that must not be used.
    pub reserved_titles: Vec<String>,
    /// What is linked with what, drawn.
    pub topology: TopologyView,
}

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
    /// The Application Entity of a statement that it is an instance of; empty where it is not stated.
    pub implements: String,
    /// Its stage of life; empty where it is not stated.
    pub status: &'static str,
    /// The organization that governs it.
    pub organization: String,
    /// What else there is to say; prose.
    pub description: String,
}

/// The links of one status.
#[derive(Debug, Serialize)]
pub struct LinkGroup {
    /// The status, capitalized.
    pub status: String,
    /// What the status means.
    pub meaning: &'static str,
    /// The links.
    pub rows: Vec<LinkRow>,
}

/// A governed link.
#[derive(Debug, Serialize)]
pub struct LinkRow {
    /// The entity that sends or initiates.
    pub source: String,
    /// The entity that receives.
    pub target: String,
    /// `PUSH`, `PULL` or `BIDIR`; empty where it is not stated.
    pub direction: &'static str,
    /// The direction as an arrow.
    pub arrow: &'static str,
    /// What it is for; prose.
    pub description: String,
    /// The organization that governs it.
    pub organization: String,
}

/// How many links have a status.
#[derive(Debug, Serialize)]
pub struct StatusCount {
    /// The status, capitalized.
    pub status: String,
    /// How many.
    pub count: usize,
}

/// Something missing or inconsistent in a site, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SiteFinding {
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The rule that found it.
    pub rule: String,
    /// Where it is.
    pub place: String,
    /// What is wrong; values stand in backticks.
    pub message: String,
    /// How to mend it; empty where there is no advice.
    pub help: String,
}

const STAGES: [LifecycleStatus; 5] = [
    LifecycleStatus::Production,
    LifecycleStatus::Approved,
    LifecycleStatus::Planned,
    LifecycleStatus::Deprecated,
    LifecycleStatus::Obsolete,
];

impl SiteView {
    /// The view of a site, with what the caller has found in it.
    pub fn of(site: &Site, findings: &[SiteFinding]) -> Self {
        let organization = site.organization.clone().unwrap_or_default();
        let entities: Vec<_> =
            site.application_entities.iter().map(|(name, entity)| entity_row(site, name, entity)).collect();
        let groups: Vec<_> = STAGES.iter().map(|status| link_group(site, *status)).collect();
        let linked: std::collections::HashSet<&str> = site
            .links
            .iter()
            .flat_map(|link| [&link.source, &link.target])
            .flatten()
            .map(String::as_str)
            .collect();
        let unlinked = site.application_entities.keys().filter(|name| !linked.contains(name.as_str()));
        let has = |column: fn(&SiteEntityRow) -> &str| entities.iter().any(|row| !column(row).is_empty());
        let mut view = Self {
            title: "DICOM Communication Governance".to_owned(),
            has_modalities: has(|row| &row.modality),
            has_equipment: has(|row| &row.equipment),
            has_servers: has(|row| &row.functional_ci),
            has_implementations: has(|row| &row.implements),
            has_details: false,
            has_organizations: site.application_entities.values().any(|entity| entity.organization.is_some()),
            has_descriptions: has(|row| &row.description),
            number_of_links: site.links.len(),
            number_of_entities: entities.len(),
            unlinked: unlinked.cloned().collect(),
            counts: groups
                .iter()
                .map(|group| StatusCount { status: group.status.clone(), count: group.rows.len() })
                .collect(),
            links: groups.into_iter().filter(|group| !group.rows.is_empty()).collect(),
            number_of_errors: findings.iter().filter(|finding| finding.severity == "error").count(),
            findings: findings.to_vec(),
            statements: site
                .statements
                .iter()
                .chain(&site.sites)
                .map(|(name, path)| (name.clone(), path.clone()))
                .collect(),
            title_pattern: site.naming.ae_title_pattern.clone().unwrap_or_default(),
            reserved_titles: site.naming.reserved.to_vec(),
            topology: TopologyView::of(site),
            entities,
            organization,
        };
        view.has_details = view.has_equipment
            || view.has_servers
            || view.has_implementations
            || view.has_organizations
            || view.has_descriptions;
        view
    }
}

fn entity_row(site: &Site, name: &str, entity: &SiteEntity) -> SiteEntityRow {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let role = entity.role.map(|role| match role {
        crate::model::Role::Both => "SCU/SCP".to_owned(),
        other => other.to_string(),
    });
    let address = match (&entity.host, entity.port) {
        (Some(host), Some(port)) => format!("{host}:{port}"),
        (Some(host), None) => host.clone(),
        (None, Some(port)) => format!(":{port}"),
        (None, None) => String::new(),
    };
    SiteEntityRow {
        name: name.to_owned(),
        title: text(&entity.ae_title),
        role: role.unwrap_or_default(),
        protocol: entity.protocol().as_str(),
        address,
        endpoint: text(&entity.endpoint_url),
        modality: text(&entity.modality),
        equipment: text(&entity.equipment),
        functional_ci: text(&entity.functional_ci),
        implements: text(&entity.implements),
        status: entity.status.map(LifecycleStatus::as_str).unwrap_or_default(),
        organization: site.organization_of(entity).unwrap_or_default().to_owned(),
        description: entity.description.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default(),
    }
}

fn link_group(site: &Site, status: LifecycleStatus) -> LinkGroup {
    let links = site.links.iter().filter(|link| link.status() == status);
    LinkGroup {
        status: super::conformance::sentence_case(status.as_str()),
        meaning: match status {
            LifecycleStatus::Planned => "Intended, not yet approved.",
            LifecycleStatus::Approved => "Approved for implementation.",
            LifecycleStatus::Production => "In clinical use.",
            LifecycleStatus::Deprecated => "To be removed.",
            LifecycleStatus::Obsolete => "No longer valid.",
        },
        rows: links.map(|link| link_row(site, link)).collect(),
    }
}

fn link_row(site: &Site, link: &Link) -> LinkRow {
    LinkRow {
        source: link.source.clone().unwrap_or_default(),
        target: link.target.clone().unwrap_or_default(),
        direction: link.direction.map(Direction::as_str).unwrap_or_default(),
        arrow: match link.direction {
            Some(Direction::Push) => "→",
            Some(Direction::Pull) => "←",
            Some(Direction::Bidir) => "↔",
            None => "",
        },
        description: link.description.as_ref().map(|text| text.as_str().to_owned()).unwrap_or_default(),
        organization: site.organization_of_link(link).unwrap_or_default().to_owned(),
    }
}
