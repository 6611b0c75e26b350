//! `LinkServiceKind`: the services of links, grouped as readers speak of them.

use crate::model::WebServiceKind;
use crate::standard::sop_class::{self, InformationModel, Operation, ServiceClass, SopClass};

/// A service that a link can carry, as people speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkServiceKind {
    /// Storage of objects with C-STORE (PS3.4 Annexes B and GG).
    Storage,
    /// Storage Commitment (PS3.4 Annex J).
    StorageCommitment,
    /// The modality worklist (PS3.4 Annex K).
    Worklist,
    /// Performed procedure steps (PS3.4 Annex F).
    PerformedProcedureStep,
    /// Queries with C-FIND, the modality worklist aside (PS3.4 Annex C and others).
    Query,
    /// Retrieval with C-MOVE: the objects come over associations of their own.
    Move,
    /// Retrieval with C-GET: the objects come over the same association.
    Get,
    /// Unified Procedure Step (PS3.4 Annex CC).
    UnifiedProcedureStep,
    /// Print Management (PS3.4 Annex H).
    Print,
    /// Instance Availability Notification (PS3.4 Annex R).
    InstanceAvailability,
    /// Any other SOP class, private ones included.
    Other,
    /// Store of the Studies Service of DICOMweb (PS3.18 10.5).
    WebStore,
    /// Search of the Studies Service (PS3.18 10.6).
    WebSearch,
    /// Retrieve of the Studies Service (PS3.18 10.4).
    WebRetrieve,
    /// The URI Service (PS3.18 chapter 9).
    WebUri,
    /// The Worklist Service (PS3.18 chapter 11).
    WebWorklist,
    /// Any other service of PS3.18.
    WebOther,
    /// Verification with C-ECHO (PS3.4 Annex A).
    Verification,
}

impl LinkServiceKind {
    /// What a SOP class that is proposed by who uses it serves, by its UID.
    pub(super) fn of_sop_class(uid: &str) -> Self {
        sop_class::by_uid(uid).map_or(Self::Other, of_class)
    }

    /// What a web transaction serves.
    pub(super) fn of_transaction(service: WebServiceKind, transaction: &str) -> Self {
        match (service, transaction) {
            (WebServiceKind::Studies, "Store") => Self::WebStore,
            (WebServiceKind::Studies, "Search") => Self::WebSearch,
            (WebServiceKind::Studies, "Retrieve") => Self::WebRetrieve,
            (WebServiceKind::Uri, _) => Self::WebUri,
            (WebServiceKind::Worklist, _) => Self::WebWorklist,
            _ => Self::WebOther,
        }
    }

    /// The words for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Storage => "Storage",
            Self::StorageCommitment => "Storage Commitment",
            Self::Worklist => "Modality Worklist",
            Self::PerformedProcedureStep => "MPPS",
            Self::Query => "Query (C-FIND)",
            Self::Move => "Retrieve (C-MOVE)",
            Self::Get => "Retrieve (C-GET)",
            Self::UnifiedProcedureStep => "UPS",
            Self::Print => "Print",
            Self::InstanceAvailability => "Instance Availability",
            Self::Other => "Other SOP Classes",
            Self::WebStore => "STOW-RS",
            Self::WebSearch => "QIDO-RS",
            Self::WebRetrieve => "WADO-RS",
            Self::WebUri => "WADO-URI",
            Self::WebWorklist => "UPS-RS",
            Self::WebOther => "Other web services",
            Self::Verification => "Verification",
        }
    }

    /// Whether it is a service of DICOMweb.
    pub const fn is_web(self) -> bool {
        matches!(
            self,
            Self::WebStore
                | Self::WebSearch
                | Self::WebRetrieve
                | Self::WebUri
                | Self::WebWorklist
                | Self::WebOther
        )
    }
}

fn of_class(class: &SopClass) -> LinkServiceKind {
    if class.information_model() == Some(InformationModel::ModalityWorklist) {
        return LinkServiceKind::Worklist;
    }
    match class.service_class {
        ServiceClass::Verification => LinkServiceKind::Verification,
        ServiceClass::Storage | ServiceClass::NonPatientObjectStorage => LinkServiceKind::Storage,
        ServiceClass::StorageCommitment => LinkServiceKind::StorageCommitment,
        ServiceClass::ProcedureStep => LinkServiceKind::PerformedProcedureStep,
        ServiceClass::UnifiedProcedureStep => LinkServiceKind::UnifiedProcedureStep,
        ServiceClass::PrintManagement => LinkServiceKind::Print,
        ServiceClass::InstanceAvailabilityNotification => LinkServiceKind::InstanceAvailability,
        _ => match class.operation() {
            Some(Operation::Find) => LinkServiceKind::Query,
            Some(Operation::Move) => LinkServiceKind::Move,
            Some(Operation::Get) => LinkServiceKind::Get,
            None => LinkServiceKind::Other,
        },
    }
}
