//! What templates see: plain data, sorted, counted and looked up. A template loops and prints.
//!
//! Fields marked as prose hold Markdown of the author: they are printed through the filters `prose` and `inline`.
//! All other texts are printed as they are. In tables a cell that is `none` continues the one above.

mod activity;
mod annexes;
mod attributes;
mod cda;
mod character_sets;
mod configuration;
mod conformance;
mod contexts;
mod entity;
mod figures;
mod introduction;
mod keys;
mod long_sets;
mod media;
mod network;
mod overview;
mod parameters;
mod particulars;
mod place;
mod ports;
mod responses;
mod scope;
mod security;
mod sequence;
mod services;
mod site;
mod sop_class_kind;
mod terms;
mod web_service;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::Picture;
use crate::model::Statement;
use crate::model::survey::Survey;
use sop_class_kind::SopClassKinds;

pub use activity::{ActivityView, RejectionRow};
pub use annexes::{
    AddedAttributeRow, AnnexesView, CodeRow, CodingSchemeView, CoercionGroup, CoercionRow, CoercionTable,
    ContextGroupRow, ContextGroupsView, CreatedRow, GrayscaleView, LocalGroupView, MappedCell, MappingRow,
    MappingView, ModuleRow, ModuleTable, ObjectAttributeRow, ObjectView, OwnSopClassView,
    OwnTransferSyntaxView, PrivateAttributeRow, PrivateAttributesView, ReceivedAttributeRow, ReceivedView,
    StorageFunctionsRow, TemplateItemRow, TemplateView, Word,
};
pub use attributes::{AttributeRow, AttributeTable, PairedRow, PairedTable};
pub use cda::{CdaRow, CdaView};
pub use character_sets::{CharacterSetConversionRow, CharacterSetRow, CharacterSetsView};
pub use configuration::{ConfigurationView, RemoteView, TitleRow};
pub use conformance::{Answer, ConformanceView, EventRow, MemberView, ServiceView};
pub use contexts::{ContextRow, ContextTable, NegotiationRow, TransferSyntaxLine};
pub use entity::{EntityView, FlowView, LimitView, SopClassRow};
pub use figures::FigureView;
pub(super) use introduction::abbreviations;
pub use introduction::{IntroductionView, RevisionRow, TermView};
pub use keys::{KeyGroup, KeyRow, KeyTable};
pub use long_sets::SopClassLine;
pub use media::{
    DefinedProfileView, DirectoryView, MediaActivityView, MediaContentRow, MediaContents, MediaEntityView,
    MediaProfileRow, MediaProfileView, MediaView,
};
pub use network::{ClaimView, NamedText, NetworkView, SystemManagementRow};
pub use overview::{MediaGroup, MediaRow, OverviewView, ServiceGroup, WebGroup, WebRow};
pub use parameters::{ParameterGroup, ParameterRow, ParameterTable};
pub use particulars::{FailureReasonRow, MemberClassRow, TranscodingRow};
pub use ports::PortRow;
pub use responses::{FailureRow, StatusTable, StatusTableRow};
pub use security::{FactRow, FactsView, SecurityProfileGroup, SecurityProfileRow, SecurityView};
pub use sequence::{MessageView, SequenceView};
pub use site::{
    Answering, ClaimRow, EncryptionRow, FirewallRow, FirewallView, LinkGroup, LinkRow, MatrixRow,
    RepertoireRow, RepertoiresView, ReviewRow, ReviewsView, ServiceMatrix, ServicesOfLinks, SiteEntityRow,
    SiteFinding, SiteView, StatusCount, SyntaxRow, SystemRow, TitleUseRow, TopologyGroup, TopologyView,
    UnencryptedRow, UnknownRow, UnstatedRow,
};
pub use web_service::{
    ConnectionView, FacadeRow, MediaTypeRow, ResourceRow, TransactionView, UseView, WebParameterRow,
    WebParameterTable, WebReasonRow, WebResponseRow, WebServiceView,
};

use scope::{Anchors, Scope};

/// A conformance statement (PS3.2 Annex A).
#[derive(Debug, Serialize)]
pub struct StatementView {
    /// What the document says about itself.
    pub document: DocumentView,
    /// The product.
    pub product: ProductView,
    /// The overview (PS3.2 A.1).
    pub overview: OverviewView,
    /// The parts of the map of which Application Entity uses and provides which service; none where there is little to
    /// see.
    pub services_map: Vec<FigureView>,
    /// The introduction (PS3.2 A.3).
    pub introduction: IntroductionView,
    /// How the product identifies itself to peers.
    pub implementation: ImplementationView,
    /// The parts of the application data flow diagram (PS3.2 A.4.1.1).
    pub data_flow: Vec<FigureView>,
    /// The Application Entities (PS3.2 A.4.1 and A.4.2).
    pub entities: Vec<EntityView>,
    /// What Application Entities and peers do together, then what happens across the activities of each entity
    /// (PS3.2 A.4.1.3).
    pub sequences: Vec<NamedSequence>,
    /// The web services (PS3.2 A.4.2.2).
    pub web_services: Vec<WebServiceView>,
    /// Whether there is anything to say about networking.
    pub has_networking: bool,
    /// Network interfaces (PS3.2 A.4.3).
    pub network: NetworkView,
    /// Titles, addresses and parameters (PS3.2 A.4.4).
    pub configuration: ConfigurationView,
    /// The parts of the application data flow diagram of media (PS3.2 A.5.1.1).
    pub media_data_flow: Vec<FigureView>,
    /// Media interchange (PS3.2 A.5).
    pub media: MediaView,
    /// Support of character sets (PS3.2 A.7).
    pub character_sets: CharacterSetsView,
    /// Security (PS3.2 A.8).
    pub security: SecurityView,
    /// Transformation of structured reports to CDA documents (PS3.2 A.6).
    pub cda: CdaView,
    /// Contents of objects, treatment of attributes, terminology, private things (PS3.2 A.9).
    pub annexes: AnnexesView,
    /// Whether there are figures.
    pub has_figures: bool,
    /// The figures under their addresses, which directives place.
    #[serde(skip)]
    pub(super) pictures: BTreeMap<String, Picture>,
}

/// What the document says about itself (PS3.2 A.0).
#[derive(Debug, Serialize)]
pub struct DocumentView {
    /// The title.
    pub title: String,
    /// The version of the document; empty where it is not stated.
    pub version: String,
    /// The date of the document; empty where it is not stated.
    pub date: String,
    /// The vendor's own number of the document; empty where it is not stated.
    pub number: String,
    /// The edition of the standard; empty where it is not stated.
    pub edition: String,
    /// Who answers questions about the document; prose.
    pub contact: Option<String>,
    /// The copyright line and other notices; prose.
    pub copyright: Option<String>,
    /// Whether the document is a draft and says so on every page.
    pub is_draft: bool,
}

/// The product that the statement is about (PS3.2 A.0).
#[derive(Debug, Serialize)]
pub struct ProductView {
    /// The commercial name.
    pub name: String,
    /// Who makes it; empty where it is not stated.
    pub vendor: String,
    /// The address of the vendor; prose.
    pub address: Option<String>,
    /// The versions, separated by commas.
    pub versions: String,
    /// The name with its versions.
    pub name_and_versions: String,
    /// Options that matter to the statement.
    pub options: Vec<String>,
    /// What the product does on the network; prose.
    pub overview: Option<String>,
}

/// How the product identifies itself (PS3.7 D.3.3.2).
#[derive(Debug, Serialize)]
pub struct ImplementationView {
    /// The Implementation Class UID; empty where it is not stated.
    pub class_uid: String,
    /// The Implementation Version Name; empty where it is not stated.
    pub version_name: String,
    /// The root of the vendor's UIDs; empty where it is not stated.
    pub organization_root: String,
}

/// A sequence under its name.
#[derive(Debug, Serialize)]
pub struct NamedSequence {
    /// The name.
    pub name: String,
    /// The sequence.
    pub sequence: SequenceView,
}

impl StatementView {
    /// The view of a statement.
    pub fn of(statement: &Statement) -> Self {
        let survey = Survey::of(statement);
        let scope = Scope::new(&survey);
        let mut anchors = Anchors::default();
        let entities = survey.entities.iter().enumerate();
        let kinds = SopClassKinds::of(&scope);
        let entities: Vec<_> = entities
            .map(|(position, used)| EntityView::of(&scope, position, used, (&mut anchors, &kinds)))
            .collect();
        let web_services = web_service::views(&scope, &mut anchors);
        let data_flow = figures::data_flow(&scope);
        let mut view = Self {
            data_flow,
            services_map: services::services_map(&scope),
            media_data_flow: figures::media_data_flow(&scope),
            document: DocumentView::of(&scope),
            product: ProductView::of(&scope),
            overview: OverviewView::of(&scope),
            introduction: IntroductionView::of(&scope),
            implementation: ImplementationView::of(statement),
            sequences: sequences(&scope),
            has_networking: !entities.is_empty() || !web_services.is_empty(),
            network: NetworkView::of(&scope),
            configuration: ConfigurationView::of(&scope),
            media: MediaView::of(&scope),
            character_sets: CharacterSetsView::of(&scope),
            security: SecurityView::of(&scope),
            cda: CdaView::of(&scope),
            annexes: AnnexesView::of(&scope),
            entities,
            web_services,
            has_figures: false,
            pictures: BTreeMap::new(),
        };
        view.pictures = scope.figures.into_pictures();
        view.has_figures = !view.pictures.is_empty();
        view
    }
}

impl DocumentView {
    fn of(scope: &Scope<'_>) -> Self {
        let statement = scope.statement();
        let identification = &statement.statement;
        Self {
            title: identification.title.clone().unwrap_or_else(|| "DICOM Conformance Statement".to_owned()),
            version: identification.version.clone().unwrap_or_default(),
            date: identification.date.map(|date| date.to_string()).unwrap_or_default(),
            number: identification.document_number.clone().unwrap_or_default(),
            edition: identification.edition.clone().unwrap_or_default(),
            is_draft: statement.is_draft(),
            contact: scope.prose(identification.contact.as_ref()),
            copyright: scope.prose(identification.copyright.as_ref()),
        }
    }
}

impl ProductView {
    fn of(scope: &Scope<'_>) -> Self {
        let product = &scope.statement().product;
        let name = product.name.clone().unwrap_or_else(|| "Unnamed product".to_owned());
        let versions = product.versions.join(", ");
        Self {
            name_and_versions: format!("{name} {versions}").trim_end().to_owned(),
            vendor: product.vendor.clone().unwrap_or_default(),
            address: scope.prose(product.address.as_ref()),
            options: product.options.to_vec(),
            overview: scope.prose(product.overview.as_ref()),
            name,
            versions,
        }
    }
}

impl ImplementationView {
    fn of(statement: &Statement) -> Self {
        let implementation = &statement.implementation;
        Self {
            class_uid: implementation.class_uid.clone().unwrap_or_default(),
            version_name: implementation.version_name.clone().unwrap_or_default(),
            organization_root: implementation.organization_root.clone().unwrap_or_default(),
        }
    }
}

/// What goes on across Application Entities, then what goes on across the activities of each.
fn sequences(scope: &Scope<'_>) -> Vec<NamedSequence> {
    let across = scope.statement().sequencing.iter().map(|(name, sequence)| (name.clone(), sequence));
    let within = scope.statement().application_entities.iter().filter_map(|(name, entity)| {
        entity.sequencing.as_ref().map(|sequence| (format!("Activities of {name} AE"), sequence))
    });
    let views = across.chain(within).filter_map(|(name, sequence)| {
        let sequence = SequenceView::of(scope, sequence, &name)?;
        Some(NamedSequence { name, sequence })
    });
    views.collect()
}
