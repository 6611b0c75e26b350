//! The service classes of PS3.4, their categories in PS3.2 and the DIMSE services of their SOP classes.

use super::{Category, Operation, SopClass};
use crate::standard::status::Service;

/// A service class of PS3.4; those that are retired are kept for what old statements name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServiceClass {
    /// Verification (Annex A).
    Verification,
    /// Storage (Annex B).
    Storage,
    /// Query/Retrieve (Annex C, with Y and Z).
    QueryRetrieve,
    /// Study content notification (formerly Annex D, retired).
    StudyContentNotification,
    /// Patient, visit, study, results and interpretation management (formerly Annexes E and G, retired).
    DetachedManagement,
    /// Performed procedure steps (Annex F).
    ProcedureStep,
    /// Print Management (Annex H).
    PrintManagement,
    /// Media Storage (Annex I).
    MediaStorage,
    /// Storage Commitment (Annex J).
    StorageCommitment,
    /// Basic Worklist Management (Annex K).
    BasicWorklistManagement,
    /// The general purpose worklist (formerly in Annex K and F, retired).
    GeneralPurposeWorklist,
    /// Application Event Logging (Annex P).
    ApplicationEventLogging,
    /// Relevant Patient Information Query (Annex Q).
    RelevantPatientInformationQuery,
    /// Instance Availability Notification (Annex R).
    InstanceAvailabilityNotification,
    /// Media Creation Management (Annex S).
    MediaCreationManagement,
    /// Hanging Protocol Query/Retrieve (Annex U).
    HangingProtocolQueryRetrieve,
    /// Substance Administration Query (Annex V).
    SubstanceAdministrationQuery,
    /// Color Palette Query/Retrieve (Annex X).
    ColorPaletteQueryRetrieve,
    /// Implant Template Query/Retrieve (Annex BB).
    ImplantTemplateQueryRetrieve,
    /// Unified Procedure Step (Annex CC).
    UnifiedProcedureStep,
    /// RT Machine Verification (Annex DD).
    MachineVerification,
    /// Display System Management (Annex EE).
    DisplaySystemManagement,
    /// Non-Patient Object Storage (Annex GG).
    NonPatientObjectStorage,
    /// Defined Procedure Protocol Query/Retrieve (Annex HH).
    DefinedProcedureProtocolQueryRetrieve,
    /// Protocol Approval Query/Retrieve (Annex II).
    ProtocolApprovalQueryRetrieve,
    /// Inventory Query/Retrieve (Annex JJ).
    InventoryQueryRetrieve,
    /// Storage Management (Annex KK).
    StorageManagement,
    /// Real-time communication (PS3.22), which has no DIMSE services.
    RealTimeCommunication,
}

impl ServiceClass {
    const ALL: [Self; 28] = [
        Self::Verification,
        Self::Storage,
        Self::QueryRetrieve,
        Self::StudyContentNotification,
        Self::DetachedManagement,
        Self::ProcedureStep,
        Self::PrintManagement,
        Self::MediaStorage,
        Self::StorageCommitment,
        Self::BasicWorklistManagement,
        Self::GeneralPurposeWorklist,
        Self::ApplicationEventLogging,
        Self::RelevantPatientInformationQuery,
        Self::InstanceAvailabilityNotification,
        Self::MediaCreationManagement,
        Self::HangingProtocolQueryRetrieve,
        Self::SubstanceAdministrationQuery,
        Self::ColorPaletteQueryRetrieve,
        Self::ImplantTemplateQueryRetrieve,
        Self::UnifiedProcedureStep,
        Self::MachineVerification,
        Self::DisplaySystemManagement,
        Self::NonPatientObjectStorage,
        Self::DefinedProcedureProtocolQueryRetrieve,
        Self::ProtocolApprovalQueryRetrieve,
        Self::InventoryQueryRetrieve,
        Self::StorageManagement,
        Self::RealTimeCommunication,
    ];

    /// The name, as a heading would have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verification => "Verification",
            Self::Storage => "Storage",
            Self::QueryRetrieve => "Query/Retrieve",
            Self::StudyContentNotification => "Study Content Notification",
            Self::DetachedManagement => "Detached Management",
            Self::ProcedureStep => "Procedure Step",
            Self::PrintManagement => "Print Management",
            Self::MediaStorage => "Media Storage",
            Self::StorageCommitment => "Storage Commitment",
            Self::BasicWorklistManagement => "Basic Worklist Management",
            Self::GeneralPurposeWorklist => "General Purpose Worklist",
            Self::ApplicationEventLogging => "Application Event Logging",
            Self::RelevantPatientInformationQuery => "Relevant Patient Information Query",
            Self::InstanceAvailabilityNotification => "Instance Availability Notification",
            Self::MediaCreationManagement => "Media Creation Management",
            Self::HangingProtocolQueryRetrieve => "Hanging Protocol Query/Retrieve",
            Self::SubstanceAdministrationQuery => "Substance Administration Query",
            Self::ColorPaletteQueryRetrieve => "Color Palette Query/Retrieve",
            Self::ImplantTemplateQueryRetrieve => "Implant Template Query/Retrieve",
            Self::UnifiedProcedureStep => "Unified Procedure Step",
            Self::MachineVerification => "RT Machine Verification",
            Self::DisplaySystemManagement => "Display System Management",
            Self::NonPatientObjectStorage => "Non-Patient Object Storage",
            Self::DefinedProcedureProtocolQueryRetrieve => "Defined Procedure Protocol Query/Retrieve",
            Self::ProtocolApprovalQueryRetrieve => "Protocol Approval Query/Retrieve",
            Self::InventoryQueryRetrieve => "Inventory Query/Retrieve",
            Self::StorageManagement => "Storage Management",
            Self::RealTimeCommunication => "Real-Time Communication",
        }
    }

    /// The service class of a row of our table.
    pub(super) fn from_table(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == name)
    }

    /// The category in Table A.1-2 of PS3.2.
    ///
    /// Media creation stands under print there; what the table does not know goes by what it does.
    pub fn category(self) -> Option<Category> {
        match self {
            Self::Verification | Self::MediaStorage => None,
            Self::Storage | Self::NonPatientObjectStorage | Self::RealTimeCommunication => {
                Some(Category::Transfer)
            }
            Self::PrintManagement | Self::MediaCreationManagement => Some(Category::PrintManagement),
            _ if self.is_query_retrieve() => Some(Category::QueryRetrieve),
            _ => Some(Category::WorkflowManagement),
        }
    }

    /// Whether its classes are queried or retrieved through; the worklists are not meant.
    pub fn is_query_retrieve(self) -> bool {
        matches!(
            self,
            Self::QueryRetrieve
                | Self::HangingProtocolQueryRetrieve
                | Self::ColorPaletteQueryRetrieve
                | Self::ImplantTemplateQueryRetrieve
                | Self::DefinedProcedureProtocolQueryRetrieve
                | Self::ProtocolApprovalQueryRetrieve
                | Self::InventoryQueryRetrieve
                | Self::RelevantPatientInformationQuery
                | Self::SubstanceAdministrationQuery
        )
    }
}

/// The DIMSE services of a SOP class, of both roles.
pub(super) fn services(class: &SopClass) -> &'static [Service] {
    match class.operation() {
        Some(Operation::Find) => return &[Service::CFind],
        Some(Operation::Move) => return &[Service::CMove],
        Some(Operation::Get) => return &[Service::CGet],
        None => {}
    }
    match class.service_class {
        ServiceClass::Verification => &[Service::CEcho],
        ServiceClass::Storage | ServiceClass::NonPatientObjectStorage => &[Service::CStore],
        ServiceClass::StorageCommitment => &[Service::NAction, Service::NEventReport],
        _ => services_of_keyword(class.entry.keyword),
    }
}

/// The services of the normalized classes (PS3.4 Annexes F, H, P, R, S, CC, DD, EE and KK).
fn services_of_keyword(keyword: &str) -> &'static [Service] {
    use Service::{CFind, NAction, NCreate, NDelete, NEventReport, NGet, NSet};
    match keyword {
        "ModalityPerformedProcedureStep" => &[NCreate, NSet],
        "ModalityPerformedProcedureStepRetrieve" | "PrinterConfigurationRetrieval" | "DisplaySystem" => {
            &[NGet]
        }
        "ModalityPerformedProcedureStepNotification" | "UnifiedProcedureStepEvent" => &[NEventReport],
        "BasicFilmSession" | "BasicFilmBox" => &[NCreate, NSet, NDelete, NAction],
        "BasicGrayscaleImageBox" | "BasicColorImageBox" | "BasicAnnotationBox" => &[NSet],
        "Printer" | "PrintJob" => &[NEventReport, NGet],
        "PresentationLUT" => &[NCreate, NDelete],
        "ProceduralEventLogging" | "SubstanceAdministrationLogging" => &[NAction],
        "InstanceAvailabilityNotification" => &[NCreate],
        "MediaCreationManagement" | "UnifiedProcedureStepPush" => &[NCreate, NAction, NGet],
        "UnifiedProcedureStepWatch" => &[NAction, NGet, CFind],
        "UnifiedProcedureStepPull" => &[CFind, NGet, NSet, NAction],
        "UnifiedProcedureStepQuery" => &[CFind],
        "RTConventionalMachineVerification" | "RTIonMachineVerification" => {
            &[NCreate, NSet, NGet, NEventReport, NAction, NDelete]
        }
        _ => &[],
    }
}

/// The members of the meta SOP classes (PS3.4, sections H.3.2.2.1 and H.3.2.2.2; PS3.4-2004 for the retired ones).
pub(super) fn members(uid: &str) -> &'static [&'static str] {
    const FILM_SESSION: &str = "1.2.840.10008.5.1.1.1";
    const FILM_BOX: &str = "1.2.840.10008.5.1.1.2";
    const PRINTER: &str = "1.2.840.10008.5.1.1.16";
    const GRAYSCALE_BOX: &str = "1.2.840.10008.5.1.1.4";
    const COLOR_BOX: &str = "1.2.840.10008.5.1.1.4.1";
    const REFERENCED_BOX: &str = "1.2.840.10008.5.1.1.4.2";
    match uid {
        "1.2.840.10008.5.1.1.9" => &[FILM_SESSION, FILM_BOX, GRAYSCALE_BOX, PRINTER],
        "1.2.840.10008.5.1.1.18" => &[FILM_SESSION, FILM_BOX, COLOR_BOX, PRINTER],
        "1.2.840.10008.5.1.1.9.1" | "1.2.840.10008.5.1.1.18.1" => {
            &[FILM_SESSION, FILM_BOX, REFERENCED_BOX, PRINTER]
        }
        // Pull Print Request and Printer.
        "1.2.840.10008.5.1.1.32" => &["1.2.840.10008.5.1.1.31", PRINTER],
        // Scheduled and performed general purpose procedure steps, and their worklist.
        "1.2.840.10008.5.1.4.32" => {
            &["1.2.840.10008.5.1.4.32.1", "1.2.840.10008.5.1.4.32.2", "1.2.840.10008.5.1.4.32.3"]
        }
        _ => &[],
    }
}
