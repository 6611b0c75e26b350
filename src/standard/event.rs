//! Event types of N-EVENT-REPORT (PS3.4 Annexes F, H, J, CC and DD).

use super::sop_class::{ServiceClass, SopClass};

/// An event a provider reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventType {
    /// The Event Type ID.
    pub id: u16,
    /// The Event Type Name.
    pub name: &'static str,
}

/// The event types of a SOP class; empty where it reports none.
pub fn event_types(class: &SopClass) -> &'static [EventType] {
    match class.service_class {
        ServiceClass::StorageCommitment => STORAGE_COMMITMENT,
        ServiceClass::UnifiedProcedureStep => UNIFIED_PROCEDURE_STEP,
        ServiceClass::MachineVerification => MACHINE_VERIFICATION,
        _ => match class.entry.keyword {
            "ModalityPerformedProcedureStepNotification" => PROCEDURE_STEP,
            "Printer" | "PrintQueueManagement" => PRINTER,
            "PrintJob" => PRINT_JOB,
            _ => &[],
        },
    }
}

/// The event type of an ID.
pub fn by_id(class: &SopClass, id: u16) -> Option<&'static EventType> {
    event_types(class).iter().find(|event| event.id == id)
}

/// The event type of a name, letter case and blanks aside.
pub fn by_name(class: &SopClass, name: &str) -> Option<&'static EventType> {
    let name = super::spelling::folded(name);
    event_types(class).iter().find(|event| super::spelling::folded(event.name) == name)
}

const fn event(id: u16, name: &'static str) -> EventType {
    EventType { id, name }
}

/// PS3.4, section J.3.3.
const STORAGE_COMMITMENT: &[EventType] = &[
    event(1, "Storage Commitment Request Successful"),
    event(2, "Storage Commitment Request Complete - Failures Exist"),
];

/// PS3.4, section F.9.2.
const PROCEDURE_STEP: &[EventType] = &[
    event(1, "Performed Procedure Step In Progress"),
    event(2, "Performed Procedure Step Completed"),
    event(3, "Performed Procedure Step Discontinued"),
    event(4, "Performed Procedure Step Updated"),
    event(5, "Performed Procedure Step Deleted"),
];

/// PS3.4, section H.4.6.2.1.
const PRINTER: &[EventType] = &[event(1, "Normal"), event(2, "Warning"), event(3, "Failure")];

/// PS3.4, section H.4.5.2.1.
const PRINT_JOB: &[EventType] =
    &[event(1, "Pending"), event(2, "Printing"), event(3, "Done"), event(4, "Failure")];

/// PS3.4, section CC.2.4.
const UNIFIED_PROCEDURE_STEP: &[EventType] = &[
    event(1, "UPS State Report"),
    event(2, "UPS Cancel Requested"),
    event(3, "UPS Progress Report"),
    event(4, "SCP Status Change"),
    event(5, "UPS Assigned"),
];

/// PS3.4, section DD.3.2.5.
const MACHINE_VERIFICATION: &[EventType] = &[event(1, "Pending"), event(2, "Done")];
