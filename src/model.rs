//! What documents say. One noun per file; no spans, no text formats, no files.
//!
//! Every noun is a record whose keys are those of the YAML language. Values stand as their author wrote them: names
//! are resolved by [`survey`], and what is wrong with them is the linter's business.

mod application_entity;
mod character_sets;
mod configuration;
mod conformance;
mod deployment;
mod item;
mod keys;
mod media;
mod network;
mod object;
mod overview;
mod presentation;
mod private;
mod project_configuration;
mod record;
mod reference;
mod required;
mod requirements;
mod schema;
mod security;
mod sequence;
mod site;
mod statement;
pub mod survey;
mod terminology;
mod texts;
mod treatment;
mod values;
mod variables;
mod web_service;
mod words;

pub use application_entity::{
    Activity, ApplicationEntity, Associations, Policies, PresentationContext, Rejection,
};
pub use character_sets::{CharacterSet, CharacterSetConversion, CharacterSetQueries, CharacterSets};
pub use configuration::{
    Configuration, EntityConfiguration, Parameter, RemoteConfiguration, Setting, Timeouts,
};
pub use conformance::{
    AttributeUse, CommunicationFailure, Conformance, Event, Key, Keys, Member, Response, Service,
    StatusCodes, Transcoding,
};
pub(crate) use conformance::{KEYS, KEYS_EXPECTED};
pub use deployment::{DeployedEntity, Deployment, Deployments, LinkUse};
pub use item::{Attribute, Item, TagPath};
pub use keys::keys_of;
pub use media::{
    AugmentedProfile, DirectoryAugmentation, MediaActivity, MediaApplicationEntity, MediaConfiguration,
    MediaInterchange, MediaProfile, PrivateProfile,
};
pub use network::{Network, PhysicalInterface, SystemManagementProfile};
pub use object::{FrameScope, Module, ModuleUse, Object, ObjectAttribute, StorageFunction, StorageFunctions};
pub use overview::OverviewService;
pub use presentation::{Cda, CdaDirection, CdaDocument, Grayscale};
pub use private::{
    AddedAttribute, AttributeType, ByteOrder, ExtendedSopClass, PrivateAttribute, PrivateAttributes,
    PrivateSopClass, PrivateTransferSyntax, SpecializedSopClass, VrEncoding,
};
pub use project_configuration::{
    Brand, Color, CustomRule, DiffSettings, FailOn, FailOnChange, OutputFormat, Override, PathPattern,
    ProjectConfiguration, RuleLevel, RuleSetName, VersionStrictness,
};
pub(crate) use record::ONE_OR_MANY;
pub use record::{List, Named, OneOrMany, Words};
pub use reference::{Endpoint, Implemented, References, Target};
pub use required::required_keys;
pub use requirements::Requirements;
pub use security::{
    AssociationSecurity, AuditTrail, DigitalSignatures, PortUse, Security, SecurityProfile,
    TransportSecurity, UserIdentity, WebSecurity,
};
pub use sequence::{Alternative, Message, Sequence};
pub use site::{Link, Naming, Reservation, Site, SiteEntity};
pub use statement::{Identification, Implementation, Introduction, Product, Revision, Statement};
pub use terminology::{
    Code, CodeDefinition, CodingScheme, Configurability, ContextGroup, Requirement, SrTemplate, TemplateRow,
    TemplateType, ValueSet,
};
pub use texts::{Text, visit_texts};
pub use treatment::{
    AttributeMapping, Change, ChangeCondition, Coercion, CoercionRole, MappedAttribute, ReceivedAttribute,
    ReceivedAttributes,
};
pub(crate) use values::PROSE;
pub use values::{Count, Date, Limit, Prose};
pub use variables::{VARIABLES, named_variables, variables};
pub use web_service::{
    ConnectionPolicy, FacadeOperation, HttpStatus, MediaType, Resource, Transaction, WebParameter,
    WebResponse, WebService,
};
pub use words::{
    AssociationSide, Demand, Direction, Display, DocumentKind, DocumentStatus, IpVersion, KeyType,
    LifecycleStatus, Matching, MediaRole, MediaTypeCategory, PaperName, Presence, Protocol, Role,
    StatusCategory, Support, TemplateName, UserIdentityType, WebRole, WebServiceKind, YesNo,
};

use crate::finding::{DocumentId, FileId};
use crate::route::Route;

/// Everything that was read together.
#[derive(Debug, Clone, Default)]
pub struct Project {
    /// The documents, in the order of reading. A [`DocumentId`] is a position in this list.
    pub documents: Vec<Document>,
    /// The values that could not be read, and of which nothing more should be said.
    pub lost: Vec<(DocumentId, Route)>,
}

/// One document of a project.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its position in the project.
    pub id: DocumentId,
    /// The path of its main file, as the user named it, with forward slashes.
    pub path: String,
    /// Whether it was read only because another document refers to it; then it is not itself under examination.
    pub is_referenced: bool,
    /// The configuration of its project, if there is one.
    pub configuration: Option<DocumentId>,
    /// Its path relative to the folder of that configuration.
    pub path_in_project: String,
    /// Its main file.
    pub file: FileId,
    /// What it says.
    pub content: Content,
}

/// What a document says, by its kind.
#[derive(Debug, Clone)]
pub enum Content {
    /// A conformance statement.
    Statement(Box<Statement>),
    /// A governed inventory.
    Site(Box<Site>),
    /// What a product must support.
    Requirements(Box<Requirements>),
    /// What holds for all documents of a project.
    Configuration(Box<ProjectConfiguration>),
    /// A document that is of no kind this version reads; the reader has said so.
    Unreadable,
}

impl Document {
    /// Whether it is under examination. A configuration is, with every document that goes by it.
    pub const fn is_examined(&self) -> bool {
        !self.is_referenced || matches!(self.content, Content::Configuration(_))
    }
}

impl Project {
    /// The document at a position.
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(id.0)
    }

    /// What the configuration of a document's project says.
    pub fn configuration_of(&self, document: &Document) -> Option<&ProjectConfiguration> {
        match &self.document(document.configuration?)?.content {
            Content::Configuration(said) => Some(said),
            _ => None,
        }
    }

    /// The document that another one refers to by a path relative to its own.
    pub fn referenced(&self, from: &Document, path: &str) -> Option<&Document> {
        let path = join(&from.path, path);
        self.documents.iter().find(|document| document.path == path)
    }
}

/// The path of a file that a document names relative to its own folder; `.` and `..` are resolved.
pub fn join(document: &str, relative: &str) -> String {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let absolute = relative.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    let steps = if absolute { "" } else { folder }.split('/').chain(relative.split('/'));
    for step in steps.filter(|step| !step.is_empty() && *step != ".") {
        let can_go_up = parts.last().is_some_and(|last| *last != "..");
        if step == ".." && can_go_up {
            parts.pop();
        } else {
            parts.push(step);
        }
    }
    let rooted = absolute || folder.starts_with('/');
    format!("{}{}", if rooted { "/" } else { "" }, parts.join("/"))
}
