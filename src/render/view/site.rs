//! A site's governance document: what is deployed, which links are governed, what they carry, and what is wrong.

mod answering;
mod encryption;
mod ends;
mod entities;
mod firewall;
mod links;
mod repertoires;
mod reviews;
mod services;
mod systems;
mod titles;
mod topology;

use serde::Serialize;

use crate::model::{Date, Deployment, Deployments, Document, LinkUse, Site};
use crate::pairing::{Carriage, Carriages, Surroundings};
use crate::render::Options;

pub use answering::Answering;
pub use encryption::{EncryptionRow, UnencryptedRow};
pub use entities::SiteEntityRow;
pub use firewall::{FirewallRow, FirewallView};
pub use links::{LinkGroup, LinkRow, StatusCount};
pub use repertoires::{RepertoireRow, RepertoiresView, UnstatedRow};
pub use reviews::{ReviewRow, ReviewsView};
pub use services::{ClaimRow, MatrixRow, ServiceMatrix, ServicesOfLinks, SyntaxRow, UnknownRow};
pub use systems::SystemRow;
pub use titles::TitleUseRow;
pub use topology::{TopologyGroup, TopologyView};

use ends::Ends;

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
    /// Whether one of the entities says where it stands.
    pub has_locations: bool,
    /// Whether one of the entities says to which network zone it belongs.
    pub has_zones: bool,
    /// Whether one of the entities implements one of a statement.
    pub has_implementations: bool,
    /// Whether there is something to say in the table of equipment.
    pub has_details: bool,
    /// Whether one of the entities belongs to another organization.
    pub has_organizations: bool,
    /// Whether one of the entities has a description, or says why its address is shared.
    pub has_descriptions: bool,
    /// Whether somebody answers for one of the entities: there is something to say in the table of owners.
    pub has_owners: bool,
    /// AE titles, sorted by organization and title: who has them, and for whom they are kept.
    pub titles: Vec<TitleUseRow>,
    /// How many titles several entities of an organization have.
    pub number_of_conflicts: usize,
    /// The links, by status.
    pub links: Vec<LinkGroup>,
    /// Whether one of the links says who answers for it, or when it is reviewed.
    pub has_link_owners: bool,
    /// How many links have each status; all of them, in the order of a link's life.
    pub counts: Vec<StatusCount>,
    /// How many links there are.
    pub number_of_links: usize,
    /// How many entities there are.
    pub number_of_entities: usize,
    /// Entities that no link leads to or from.
    pub unlinked: Vec<String>,
    /// What the links carry that are not obsolete, by the statements that their ends implement.
    pub services: ServicesOfLinks,
    /// Which connections the links need.
    pub firewall: FirewallView,
    /// How many links are encrypted, by organization and by network zone; obsolete links do not count.
    pub encryption: Vec<EncryptionRow>,
    /// Links that leave their network zone and are not encrypted.
    pub unencrypted: Vec<UnencryptedRow>,
    /// Which character sets the links can carry.
    pub repertoires: RepertoiresView,
    /// The systems, a row for each of their entities: servers, else devices, else hosts.
    pub systems: Vec<SystemRow>,
    /// When entities, links and reservations are due.
    pub reviews: ReviewsView,
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

/// A site, walked once for all tables.
struct Ground<'d, 'p> {
    site: &'p Site,
    deployment: &'d Deployment<'p>,
    deployments: &'d Deployments<'p>,
    /// What each link carries, in the order of the links.
    carriages: Vec<Carriage<'p>>,
    /// What its ends are called.
    ends: Vec<Ends<'p>>,
    today: Option<Date>,
}

impl<'d, 'p> Ground<'d, 'p> {
    /// The links that are not obsolete, with what they are called and what they carry.
    fn links(&self) -> impl Iterator<Item = (&'d LinkUse<'p>, &Ends<'p>, &Carriage<'p>)> {
        let all = self.deployment.links.iter().zip(&self.ends).zip(&self.carriages);
        all.map(|((link, ends), carriage)| (link, ends, carriage))
            .filter(|(link, ..)| !ends::is_obsolete(link))
    }
}

impl SiteView {
    /// The view of a site, with what the options know of it.
    pub(in crate::render) fn of<'p>(
        (document, site): (&'p Document, &'p Site),
        surroundings: &Surroundings<'p>,
        options: &Options,
    ) -> Self {
        let nothing = Deployment { entities: Vec::new(), links: Vec::new() };
        let deployments = &surroundings.deployments;
        let deployment = deployments.in_document(document.id).unwrap_or(&nothing);
        let carriages = Carriages::of(surroundings);
        let ground = Ground {
            site,
            deployment,
            deployments,
            carriages: deployment.links.iter().map(|link| carriages.carriage(link)).collect(),
            ends: deployment.links.iter().map(Ends::of).collect(),
            today: options.today,
        };
        Self::told(&ground, options)
    }

    fn told(ground: &Ground<'_, '_>, options: &Options) -> Self {
        let (site, findings) = (ground.site, &options.site_findings);
        let entities = entities::rows(site);
        let has = |column: fn(&SiteEntityRow) -> &str| entities.iter().any(|row| !column(row).is_empty());
        let groups = links::groups(ground);
        let documents = site.statements.iter().chain(&site.sites);
        let titles = titles::rows(ground);
        let mut view = Self {
            title: "DICOM Communication Governance".to_owned(),
            has_modalities: has(|row| &row.modality),
            has_equipment: has(|row| &row.equipment),
            has_servers: has(|row| &row.functional_ci),
            has_locations: has(|row| &row.location),
            has_zones: has(|row| &row.zone),
            has_implementations: has(|row| &row.implements),
            has_details: false,
            has_organizations: site.application_entities.values().any(|entity| entity.organization.is_some()),
            has_descriptions: has(|row| &row.description),
            has_owners: entities.iter().any(|row| row.answering.has_owner()),
            number_of_conflicts: titles.iter().filter(|row| row.is_conflict).count(),
            titles,
            has_link_owners: groups.iter().flat_map(|group| &group.rows).any(|row| row.is_answered_for),
            number_of_links: site.links.len(),
            number_of_entities: entities.len(),
            unlinked: links::unlinked(site),
            counts: links::counts(&groups),
            links: groups.into_iter().filter(|group| !group.rows.is_empty()).collect(),
            services: services::services(ground),
            firewall: firewall::firewall(ground),
            encryption: encryption::rows(ground),
            unencrypted: encryption::unencrypted(ground),
            repertoires: repertoires::repertoires(ground),
            systems: systems::rows(ground),
            reviews: reviews::reviews(ground),
            number_of_errors: findings.iter().filter(|finding| finding.severity == "error").count(),
            findings: findings.clone(),
            statements: documents.map(|(name, path)| (name.clone(), path.clone())).collect(),
            title_pattern: site.naming.ae_title_pattern.clone().unwrap_or_default(),
            reserved_titles: site.naming.reserved.to_vec(),
            topology: if options.is_tables_only { TopologyView::default() } else { TopologyView::of(site) },
            organization: site.organization.clone().unwrap_or_default(),
            entities,
        };
        view.has_details = view.has_equipment
            || view.has_servers
            || view.has_locations
            || view.has_zones
            || view.has_implementations
            || view.has_organizations
            || view.has_descriptions;
        view
    }
}
