//! `Requirements`: what a product must support, in the words of a statement.

use super::application_entity::{ApplicationEntity, Associations};
use super::character_sets::CharacterSets;
use super::configuration::Configuration;
use super::conformance::{CommunicationFailure, Response};
use super::item::Item;
use super::media::MediaInterchange;
use super::network::Network;
use super::object::{Module, ModuleUse, Object, StorageFunctions};
use super::presentation::{Cda, Grayscale};
use super::private::{
    ExtendedSopClass, PrivateAttributes, PrivateSopClass, PrivateTransferSyntax, SpecializedSopClass,
};
use super::record::{List, Named, OneOrMany, record};
use super::security::Security;
use super::sequence::Sequence;
use super::statement::Statement;
use super::terminology::{CodingScheme, ContextGroup, SrTemplate};
use super::treatment::{AttributeMapping, Coercion, ReceivedAttributes};
use super::values::Prose;
use super::web_service::WebService;

record! {
    /// What a product must support: the same words as a statement's, seen from the product that is wanted. Each item may
    /// say in `demand` how much it is wanted, or in brackets at the end of its short form.
    pub struct Requirements {
        /// The version of this language.
        pub dicomply: Option<i64>,
        /// The kind of the document, `requirements`.
        pub kind: Option<String>,
        /// Files that are parts of this document, each relative to the file that names it: mappings are merged by
        /// key, lists append. A `*` stands for any part of a name.
        pub include: OneOrMany<String>,
        /// The requirements that these start from: what is said here takes the place of what is said there.
        pub extends: Option<String>,
        /// What is taken away from the requirements that these start from, as addresses such as
        /// `application_entities.ARCHIVE.activities.Reception.accepts[0]`.
        pub remove: OneOrMany<String>,
        /// What the requirements are for, in a few words.
        pub name: Option<String>,
        /// Who asks for what, in a sentence.
        pub summary: Option<Prose>,
        /// What else there is to say: the circumstances, the project, how offers are judged.
        pub description: Option<Prose>,
        /// The association policies of all Application Entities, each of which can say otherwise (PS3.2 A.4.2.1.2).
        pub associations: Associations,
        /// What happens when the communication fails, in all entities and activities that say nothing else.
        pub communication_failures: List<CommunicationFailure>,
        /// Named sets of transfer syntaxes.
        pub transfer_syntaxes: Named<OneOrMany<Item>>,
        /// Named sets of SOP classes.
        pub sop_classes: Named<OneOrMany<Item>>,
        /// Named tables of response statuses.
        pub status_tables: Named<List<Response>>,
        /// The Application Entities that are wanted.
        pub application_entities: Named<ApplicationEntity>,
        /// What Application Entities and peers do together, in order (PS3.2 A.4.1.3).
        pub sequencing: Named<Sequence>,
        /// The web services that are wanted (PS3.2 A.4.2.2).
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
        /// The information objects that the product is to create (PS3.2 A.9.1.1).
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

impl Requirements {
    /// The requirements in the form of a statement: what the wanted product would say of itself. Everything stands at
    /// the same place, with its demand.
    pub fn wanted(&self) -> Statement {
        Statement {
            associations: self.associations.clone(),
            communication_failures: self.communication_failures.clone(),
            transfer_syntaxes: self.transfer_syntaxes.clone(),
            sop_classes: self.sop_classes.clone(),
            status_tables: self.status_tables.clone(),
            application_entities: self.application_entities.clone(),
            sequencing: self.sequencing.clone(),
            web_services: self.web_services.clone(),
            media: self.media.clone(),
            network: self.network.clone(),
            configuration: self.configuration.clone(),
            character_sets: self.character_sets.clone(),
            security: self.security.clone(),
            modules: self.modules.clone(),
            module_sets: self.module_sets.clone(),
            functional_groups: self.functional_groups.clone(),
            objects: self.objects.clone(),
            storage_functions: self.storage_functions.clone(),
            received_attributes: self.received_attributes.clone(),
            attribute_mapping: self.attribute_mapping.clone(),
            coercion: self.coercion.clone(),
            private_attributes: self.private_attributes.clone(),
            context_groups: self.context_groups.clone(),
            sr_templates: self.sr_templates.clone(),
            private_codes: self.private_codes.clone(),
            cda: self.cda.clone(),
            grayscale: self.grayscale.clone(),
            extended_sop_classes: self.extended_sop_classes.clone(),
            private_sop_classes: self.private_sop_classes.clone(),
            specialized_sop_classes: self.specialized_sop_classes.clone(),
            private_transfer_syntaxes: self.private_transfer_syntaxes.clone(),
            ..Statement::default()
        }
    }
}
