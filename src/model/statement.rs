//! `Statement`: what one product supports.

use super::application_entity::{ApplicationEntity, Associations};
use super::character_sets::CharacterSets;
use super::configuration::Configuration;
use super::conformance::{CommunicationFailure, Response};
use super::item::Item;
use super::media::MediaInterchange;
use super::network::Network;
use super::object::{Module, ModuleUse, Object, StorageFunctions};
use super::overview::OverviewService;
use super::presentation::{Cda, Grayscale};
use super::private::{
    ExtendedSopClass, PrivateAttributes, PrivateSopClass, PrivateTransferSyntax, SpecializedSopClass,
};
use super::record::{List, Named, OneOrMany, record};
use super::security::Security;
use super::sequence::Sequence;
use super::terminology::{CodingScheme, ContextGroup, SrTemplate};
use super::texts::visit_texts;
use super::treatment::{AttributeMapping, Coercion, ReceivedAttributes};
use super::values::{Date, Prose};
use super::web_service::WebService;
use super::words::{DocumentStatus, Support, TemplateName};
use crate::route::Route;

record! {
    /// The conformance statement of one product (PS3.2 Annex A).
    pub struct Statement {
        /// The version of this language.
        pub dicomply: Option<i64>,
        /// The kind of the document, `statement`.
        pub kind: Option<String>,
        /// Files that are parts of this document, each relative to the file that names it: mappings are merged by
        /// key, lists append. A `*` stands for any part of a name.
        pub include: OneOrMany<String>,
        /// The statement that this one starts from: what is said here takes the place of what is said there.
        pub extends: Option<String>,
        /// What is taken away from the statement that this one starts from, as addresses such as
        /// `application_entities.PACS.activities."Image Reception".accepts[0]`.
        pub remove: OneOrMany<String>,
        /// What the statement is about.
        pub product: Product,
        /// The document itself.
        pub statement: Identification,
        /// How the product identifies itself to peers.
        pub implementation: Implementation,
        /// The association policies of all Application Entities, each of which can say otherwise (PS3.2 A.4.2.1.2).
        pub associations: Associations,
        /// What happens when the communication fails, in all entities and activities that say nothing else.
        pub communication_failures: List<CommunicationFailure>,
        /// The introduction, where the built-in text is not enough (PS3.2 A.3).
        pub introduction: Introduction,
        /// The rows of an overview that was written by hand, in imported documents only (PS3.2 A.1).
        pub overview_services: List<OverviewService>,
        /// Named sets of transfer syntaxes.
        pub transfer_syntaxes: Named<OneOrMany<Item>>,
        /// Named sets of SOP classes.
        pub sop_classes: Named<OneOrMany<Item>>,
        /// Named tables of response statuses.
        pub status_tables: Named<List<Response>>,
        /// The Application Entities of the product.
        pub application_entities: Named<ApplicationEntity>,
        /// What Application Entities and peers do together, in order (PS3.2 A.4.1.3).
        pub sequencing: Named<Sequence>,
        /// The web services (PS3.2 A.4.2.2).
        pub web_services: Named<WebService>,
        /// Media interchange (PS3.2 A.5).
        pub media: MediaInterchange,
        /// Network interfaces (PS3.2 A.4.3).
        pub network: Network,
        /// Titles, addresses and parameters (PS3.2 A.4.4).
        pub configuration: Configuration,
        /// Support of character sets (PS3.2 A.7).
        pub character_sets: CharacterSets,
        /// Security (PS3.2 A.8).
        pub security: Security,
        /// Modules of information objects, each defined once (PS3.2 A.9.1.1).
        pub modules: Named<Module>,
        /// Named sets of modules.
        pub module_sets: Named<OneOrMany<ModuleUse>>,
        /// Functional group macros, each defined once (PS3.2 A.9.1.1).
        pub functional_groups: Named<Module>,
        /// The information objects that the product creates (PS3.2 A.9.1.1).
        pub objects: Named<Object>,
        /// What is done with instances, beyond creating them (PS3.2 Table N.1-1).
        pub storage_functions: List<StorageFunctions>,
        /// Attributes of received instances, by the function that depends on them (PS3.2 A.9.1.2).
        pub received_attributes: Named<ReceivedAttributes>,
        /// Attributes that hold the same value in several SOP classes, a table under each name (PS3.2 A.9.1.3).
        pub attribute_mapping: Named<AttributeMapping>,
        /// Attributes that are changed on their way (PS3.2 A.9.1.4).
        pub coercion: List<Coercion>,
        /// Private attributes, by private creator (PS3.2 A.9.2).
        pub private_attributes: Named<PrivateAttributes>,
        /// Context groups, by the context in which they are used (PS3.2 A.9.3.1).
        pub context_groups: Named<ContextGroup>,
        /// Templates of structured reporting, by name (PS3.2 A.9.3.2).
        pub sr_templates: Named<SrTemplate>,
        /// Coding schemes of the vendor's own, by designator (PS3.2 A.9.3.3).
        pub private_codes: Named<CodingScheme>,
        /// Transformation of structured reports to CDA documents (PS3.2 A.6).
        pub cda: Cda,
        /// Grayscale image consistency (PS3.2 A.9.4).
        pub grayscale: Grayscale,
        /// Standard SOP classes to which attributes are added (PS3.2 A.9.5).
        pub extended_sop_classes: List<ExtendedSopClass>,
        /// Private SOP classes (PS3.2 A.9.5).
        pub private_sop_classes: List<PrivateSopClass>,
        /// Specialized SOP classes (PS3.2 A.9.5).
        pub specialized_sop_classes: List<SpecializedSopClass>,
        /// Private transfer syntaxes (PS3.2 A.9.6).
        pub private_transfer_syntaxes: List<PrivateTransferSyntax>,
    }
}

record! {
    /// The product that a statement is about (PS3.2 A.0).
    pub struct Product {
        /// The commercial name.
        pub name: Option<String>,
        /// Who makes it.
        pub vendor: Option<String>,
        /// The versions that the statement holds for.
        pub versions: OneOrMany<String>,
        /// Options that matter to the statement.
        pub options: OneOrMany<String>,
        /// The address of the vendor, for the cover.
        pub address: Option<Prose>,
        /// What the product does on the network, in layman's terms, 5 to 10 lines (PS3.2 A.1).
        pub overview: Option<Prose>,
    }
}

record! {
    /// The identity of the document (PS3.2 A.0 and A.3.1).
    pub struct Identification {
        /// The title of the document; `DICOM Conformance Statement` where left out.
        pub title: Option<String>,
        /// The version of the document.
        pub version: Option<String>,
        /// The date of the document.
        pub date: Option<Date>,
        /// Whether it is a draft; a document that does not say is one.
        pub status: Option<DocumentStatus>,
        /// The vendor's own number of the document.
        pub document_number: Option<String>,
        /// The edition of the standard that the statement refers to, such as `2024d`.
        pub edition: Option<String>,
        /// The layout of the rendered document.
        pub template: Option<TemplateName>,
        /// Who answers questions about the document: a department, an e-mail address, a web page; for the cover.
        pub contact: Option<Prose>,
        /// The copyright line, and other notices of the cover such as trademarks.
        pub copyright: Option<Prose>,
        /// The history of the document.
        pub revisions: List<Revision>,
    }
}

record! {
    /// A row of the revision history (PS3.2 A.3.1).
    pub struct Revision {
        /// The version of the document.
        pub version: Option<String>,
        /// The date of issue.
        pub date: Option<Date>,
        /// Who wrote it.
        pub author: Option<String>,
        /// What changed.
        pub description: Option<Prose>,
    }
}

record! {
    /// How the product identifies itself in associations and files (PS3.7 D.3.3.2).
    pub struct Implementation {
        /// The Implementation Class UID.
        pub class_uid: Option<String>,
        /// The Implementation Version Name, 1 to 16 characters.
        pub version_name: Option<String>,
        /// The root under which the vendor makes its UIDs.
        pub organization_root: Option<String>,
    }
}

record! {
    /// The introduction of the document (PS3.2 A.3). What is left out gets a text of the template; the word `standard`
    /// stands for that text where the author only adds to it, as in `remarks: [standard, More remarks.]`.
    pub struct Introduction {
        /// Who should read the statement.
        pub audience: OneOrMany<Prose>,
        /// What the statement does not promise.
        pub remarks: OneOrMany<Prose>,
        /// Where the IHE Integration Statement of the product is to be found (PS3.2 A.3.3).
        pub ihe_integration_statement: Option<Prose>,
        /// Terms with their meaning, beside or in the place of those of the template; an empty meaning takes one away.
        pub terms: Named<Prose>,
        /// What a reader new to DICOM should know about it (PS3.2 A.3.5).
        pub basics: OneOrMany<Prose>,
        /// Abbreviations beyond those that the template explains; an empty meaning takes one away.
        pub abbreviations: Named<Prose>,
        /// Documents that are referred to, beside the standard itself.
        pub references: List<Prose>,
    }
}

impl Statement {
    /// The association policies that are stated, those for all Application Entities first, with their routes.
    pub fn association_policies(&self) -> impl Iterator<Item = (Route, &Associations)> {
        let own = self.application_entities.iter().map(|(name, entity)| {
            let route = Route::root().key("application_entities").key(name);
            (route.key("associations"), &entity.associations)
        });
        std::iter::once((Route::root().key("associations"), &self.associations)).chain(own)
    }

    /// Whether the document must be marked as a draft: it does not say that it is released, or a claim is still to be
    /// confirmed.
    pub fn is_draft(&self) -> bool {
        !self.says_released() || !self.unconfirmed().is_empty()
    }

    /// Whether the document says that it is released.
    pub fn says_released(&self) -> bool {
        self.statement.status == Some(DocumentStatus::Released)
    }

    /// Where claims are marked `tbc`, to be confirmed.
    pub fn unconfirmed(&self) -> Vec<Route> {
        let mut routes = Vec::new();
        visit_texts(self, &mut |text| {
            if text.list == "Support" && text.text == Support::ToBeConfirmed.as_str() {
                routes.push(text.route());
            }
        });
        routes
    }
}
