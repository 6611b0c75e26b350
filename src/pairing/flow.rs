//! `Flow`: which way the data of a service goes.

use crate::standard::sop_class::{self, ServiceClass, SopClass};

/// Which way the data of a service goes. What is only asked, acknowledged or reported does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// From the user to the provider, as when images are stored.
    ToProvider,
    /// From the provider to the user, as when a worklist is queried or images are retrieved.
    ToUser,
    /// Both ways, or it cannot be told.
    Either,
}

impl Flow {
    /// The flow of a SOP class, by its UID.
    pub(super) fn of_sop_class(uid: &str) -> Self {
        sop_class::by_uid(uid).map_or(Self::Either, flow)
    }

    /// The flow of a web transaction, by the name of PS3.18.
    pub(super) fn of_transaction(name: &str) -> Self {
        match name {
            "Store" | "Create Workitem" | "Update Workitem" => Self::ToProvider,
            "Retrieve"
            | "Search"
            | "Retrieve Workitem"
            | "Retrieve DICOM Instance"
            | "Retrieve Rendered Instance" => Self::ToUser,
            _ => Self::Either,
        }
    }
}

fn flow(class: &SopClass) -> Flow {
    if class.operation().is_some() {
        return Flow::ToUser;
    }
    match class.service_class {
        ServiceClass::Storage
        | ServiceClass::NonPatientObjectStorage
        | ServiceClass::StorageCommitment
        | ServiceClass::ApplicationEventLogging
        | ServiceClass::InstanceAvailabilityNotification
        | ServiceClass::MediaCreationManagement => Flow::ToProvider,
        // Others of these two report what has been printed or performed.
        ServiceClass::PrintManagement if class.is_meta() => Flow::ToProvider,
        ServiceClass::ProcedureStep if class.entry.keyword == "ModalityPerformedProcedureStep" => {
            Flow::ToProvider
        }
        ServiceClass::UnifiedProcedureStep if class.entry.keyword == "UnifiedProcedureStepPush" => {
            Flow::ToProvider
        }
        _ => Flow::Either,
    }
}
