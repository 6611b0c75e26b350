//! `Site`: the Application Entities deployed in an organization, and the governed links between them.

use super::record::{List, Named, OneOrMany, record};
use super::values::{Date, Prose};
use super::words::{Direction, LifecycleStatus, Protocol, Role};

record! {
    /// A governed inventory.
    pub struct Site {
        /// The version of this language.
        pub dicomply: Option<i64>,
        /// The kind of the document, `site`.
        pub kind: Option<String>,
        /// Files that are parts of this document, each relative to the file that names it: mappings are merged by
        /// key, lists append. A `*` stands for any part of a name.
        pub include: OneOrMany<String>,
        /// The site that this one starts from: what is said here takes the place of what is said there.
        pub extends: Option<String>,
        /// What is taken away from the site that this one starts from, as addresses such as
        /// `application_entities.PACS.activities."Image Reception".accepts[0]`.
        pub remove: OneOrMany<String>,
        /// The governance scope of everything that names no other.
        pub organization: Option<String>,
        /// The products' statements, by names of one's own.
        pub statements: Named<String>,
        /// Other sites that links lead to, by names of one's own.
        pub sites: Named<String>,
        /// The site's own rules for titles.
        pub naming: Naming,
        /// AE titles that are kept for somebody, by names of one's own: a title outlives the host that bore it.
        pub reservations: Named<Reservation>,
        /// The deployed Application Entities.
        pub application_entities: Named<SiteEntity>,
        /// The governed communication links.
        pub links: List<Link>,
    }
}

record! {
    /// A site's own rules for AE titles.
    pub struct Naming {
        /// A regular expression that titles must match.
        pub ae_title_pattern: Option<String>,
        /// Titles that must not be used.
        pub reserved: OneOrMany<String>,
    }
}

record! {
    /// An AE title that is kept: nobody else in the organization may use it.
    pub struct Reservation {
        /// The title.
        pub ae_title: Option<String>,
        /// The organization in which it is kept, where it is not that of the site.
        pub organization: Option<String>,
        /// The entity of this site that may use it; nobody where left out.
        pub r#for: Option<String>,
        /// Why it is kept.
        pub reason: Option<Prose>,
        /// The last day on which it is kept; without end where left out.
        pub until: Option<Date>,
        /// The person or the team that answers for it.
        pub owner: Option<String>,
        /// How the owner is reached.
        pub contact: Option<String>,
        /// The change request that it rests on.
        pub ticket: Option<String>,
    }
}

record! {
    /// A deployed Application Entity: a DICOM endpoint under governance.
    pub struct SiteEntity {
        /// Its AE title, unique in its organization.
        pub ae_title: Option<String>,
        /// The organization, where it is not that of the site.
        pub organization: Option<String>,
        /// Whether it is a user, a provider or both.
        pub role: Option<Role>,
        /// What it speaks; DICOM where left out.
        pub protocol: Option<Protocol>,
        /// The IP address or host name.
        pub host: Option<String>,
        /// The TCP port.
        pub port: Option<i64>,
        /// The base URL of a DICOMweb endpoint.
        pub endpoint_url: Option<String>,
        /// Why it has the host and port, or the base URL, of another entity of its organization.
        pub shared_address: Option<Prose>,
        /// The modality, a defined term of PS3.3 C.7.3.1.1.1.
        pub modality: Option<String>,
        /// The physical device.
        pub equipment: Option<String>,
        /// The server or virtual machine.
        pub functional_ci: Option<String>,
        /// Where it stands.
        pub location: Option<String>,
        /// The network zone that it belongs to.
        pub zone: Option<String>,
        /// The Application Entity of a statement that it is an instance of: `NAME#ENTITY`.
        pub implements: Option<String>,
        /// Its stage of life.
        pub status: Option<LifecycleStatus>,
        /// The person or the team that answers for it.
        pub owner: Option<String>,
        /// How the owner is reached.
        pub contact: Option<String>,
        /// Who approved it.
        pub approver: Option<String>,
        /// The change request that it rests on.
        pub ticket: Option<String>,
        /// The day of its last review.
        pub reviewed: Option<Date>,
        /// The day by which it is to be reviewed again.
        pub review_by: Option<Date>,
        /// What else there is to say.
        pub description: Option<Prose>,
    }
}

record! {
    /// A governed communication link; the short form is `CT1 -> PACS push production: Final images`.
    pub struct Link {
        /// The organization, where it is not that of the site.
        pub organization: Option<String>,
        /// The entity that sends or initiates.
        pub source: Option<String>,
        /// The entity that receives.
        pub target: Option<String>,
        /// Which way data goes.
        pub direction: Option<Direction>,
        /// Its stage of life; planned where left out.
        pub status: Option<LifecycleStatus>,
        /// The person or the team that answers for it.
        pub owner: Option<String>,
        /// How the owner is reached.
        pub contact: Option<String>,
        /// Who approved it.
        pub approver: Option<String>,
        /// The change request that it rests on.
        pub ticket: Option<String>,
        /// The day of its last review.
        pub reviewed: Option<Date>,
        /// The day by which it is to be reviewed again.
        pub review_by: Option<Date>,
        /// Clinical or technical notes.
        pub description: Option<Prose>,
    }
}

impl Site {
    /// The organization that governs an entity.
    pub fn organization_of<'a>(&'a self, entity: &'a SiteEntity) -> Option<&'a str> {
        entity.organization.as_deref().or(self.organization.as_deref())
    }

    /// The organization in which a title is kept.
    pub fn organization_of_reservation<'a>(&'a self, reservation: &'a Reservation) -> Option<&'a str> {
        reservation.organization.as_deref().or(self.organization.as_deref())
    }

    /// The organization that governs a link.
    pub fn organization_of_link<'a>(&'a self, link: &'a Link) -> Option<&'a str> {
        link.organization.as_deref().or(self.organization.as_deref())
    }
}

impl SiteEntity {
    /// What it speaks.
    pub fn protocol(&self) -> Protocol {
        self.protocol.unwrap_or(Protocol::Dicom)
    }
}

impl Link {
    /// The stage of life.
    pub fn status(&self) -> LifecycleStatus {
        self.status.unwrap_or(LifecycleStatus::Planned)
    }
}
