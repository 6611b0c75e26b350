//! The tables of status codes.

use super::{Codes, Service, StatusRow, print};
use crate::standard::sop_class::{ServiceClass, SopClass};

pub(super) const fn row(service_status: &'static str, meaning: &'static str, code: u16) -> StatusRow {
    StatusRow { service_status, meaning, codes: Codes::One(code) }
}

const fn range(service_status: &'static str, meaning: &'static str, first: u16, last: u16) -> StatusRow {
    StatusRow { service_status, meaning, codes: Codes::Range(first, last) }
}

pub(super) const SUCCESS: StatusRow = row("Success", "Success", 0x0000);

/// PS3.7, sections 9.1.1.1.9, 9.1.5.1.4, 10.1.1.1.8 to 10.1.6.1.7; PS3.4, sections C.4.1.1.4, C.4.2.1.5, C.4.3.1.4.
pub(super) fn general_codes(service: Service) -> &'static [u16] {
    match service {
        Service::CEcho => &[0x0000, 0x0122, 0x0210, 0x0211, 0x0212],
        Service::CStore => &[0x0000, 0x0117, 0x0122, 0x0124, 0x0210, 0x0211, 0x0212],
        Service::CFind => &[0x0000, 0x0122, 0xFE00],
        Service::CMove | Service::CGet => &[0x0000, 0x0122, 0x0124, 0x0210, 0x0211, 0x0212, 0xFE00],
        Service::NEventReport => &[
            0x0000, 0x0110, 0x0112, 0x0113, 0x0114, 0x0115, 0x0117, 0x0118, 0x0119, 0x0210, 0x0211, 0x0212,
            0x0213,
        ],
        Service::NGet => {
            &[0x0000, 0x0107, 0x0110, 0x0112, 0x0117, 0x0118, 0x0119, 0x0124, 0x0210, 0x0211, 0x0212, 0x0213]
        }
        Service::NSet => &[
            0x0000, 0x0105, 0x0106, 0x0107, 0x0110, 0x0112, 0x0116, 0x0117, 0x0118, 0x0119, 0x0121, 0x0124,
            0x0210, 0x0211, 0x0212, 0x0213,
        ],
        Service::NAction => &[
            0x0000, 0x0110, 0x0112, 0x0114, 0x0115, 0x0117, 0x0118, 0x0119, 0x0123, 0x0124, 0x0210, 0x0211,
            0x0212, 0x0213,
        ],
        Service::NCreate => &[
            0x0000, 0x0105, 0x0106, 0x0107, 0x0110, 0x0111, 0x0116, 0x0117, 0x0118, 0x0120, 0x0121, 0x0124,
            0x0210, 0x0211, 0x0212, 0x0213,
        ],
        Service::NDelete => {
            &[0x0000, 0x0110, 0x0112, 0x0117, 0x0118, 0x0119, 0x0124, 0x0210, 0x0211, 0x0212, 0x0213]
        }
    }
}

/// PS3.7 Annex C.
pub(super) fn general_meaning(code: u16) -> Option<&'static str> {
    Some(match code {
        0x0000 => "Success",
        0x0105 => "No such attribute",
        0x0106 => "Invalid attribute value",
        0x0107 => "Attribute list error",
        0x0110 => "Processing failure",
        0x0111 => "Duplicate SOP instance",
        0x0112 => "No such SOP instance",
        0x0113 => "No such event type",
        0x0114 => "No such argument",
        0x0115 => "Invalid argument value",
        0x0116 => "Attribute value out of range",
        0x0117 => "Invalid SOP instance",
        0x0118 => "No such SOP class",
        0x0119 => "Class-instance conflict",
        0x0120 => "Missing attribute",
        0x0121 => "Missing attribute value",
        0x0122 => "SOP class not supported",
        0x0123 => "No such action",
        0x0124 => "Not authorized",
        0x0210 => "Duplicate invocation",
        0x0211 => "Unrecognized operation",
        0x0212 => "Mistyped argument",
        0x0213 => "Resource limitation",
        0xFE00 => "Canceled on request",
        _ => return None,
    })
}

pub(super) fn standard_rows(service: Service, class: Option<&SopClass>) -> &'static [StatusRow] {
    let service_class = class.map(|class| class.service_class);
    match (service, service_class) {
        (Service::CStore, Some(ServiceClass::NonPatientObjectStorage)) => NON_PATIENT_STORE,
        (Service::CStore, _) => STORE,
        (Service::CFind, Some(ServiceClass::RelevantPatientInformationQuery)) => RELEVANT_PATIENT_FIND,
        (Service::CFind, _) => FIND,
        (Service::CMove, _) => MOVE,
        (Service::CGet, _) => GET,
        (_, Some(ServiceClass::ProcedureStep)) => procedure_step(service),
        (_, Some(ServiceClass::PrintManagement)) => {
            class.map_or(general(service), |class| print::rows(service, class))
        }
        (_, Some(ServiceClass::UnifiedProcedureStep)) => unified_procedure_step(service),
        (_, Some(ServiceClass::MediaCreationManagement)) => media_creation(service),
        (Service::NAction, Some(ServiceClass::ApplicationEventLogging)) => EVENT_LOGGING,
        _ => general(service),
    }
}

/// The success and the failures that are likely to be met, for services without a table of their own in PS3.4.
pub(super) fn general(service: Service) -> &'static [StatusRow] {
    match service {
        Service::CEcho => ECHO,
        Service::NEventReport => EVENT_REPORT,
        Service::NAction => ACTION,
        Service::NCreate => CREATE,
        Service::NSet => SET,
        Service::NGet => GET_ATTRIBUTES,
        _ => DELETE,
    }
}

pub(super) const PROCESSING_FAILURE: StatusRow = row("Failure", "Processing failure", 0x0110);
const NO_SUCH_INSTANCE: StatusRow = row("Failure", "No such SOP instance", 0x0112);
const INVALID_ATTRIBUTE: StatusRow = row("Failure", "Invalid attribute value", 0x0106);
const MISSING_ATTRIBUTE: StatusRow = row("Failure", "Missing attribute", 0x0120);
const OPTIONAL_UNSUPPORTED: StatusRow =
    row("Warning", "Requested optional attributes are not supported", 0x0001);

pub(super) const FAILURE_REASONS: &[StatusRow] = &[
    PROCESSING_FAILURE,
    row("Failure", "No such object instance", 0x0112),
    row("Failure", "Class/instance conflict", 0x0119),
    row("Failure", "Referenced SOP class not supported", 0x0122),
    row("Failure", "Duplicate transaction UID", 0x0131),
    row("Failure", "Resource limitation", 0x0213),
];

const ECHO: &[StatusRow] = &[SUCCESS, row("Refused", "SOP class not supported", 0x0122)];
const EVENT_REPORT: &[StatusRow] =
    &[SUCCESS, PROCESSING_FAILURE, NO_SUCH_INSTANCE, row("Failure", "No such event type", 0x0113)];
const ACTION: &[StatusRow] =
    &[SUCCESS, PROCESSING_FAILURE, NO_SUCH_INSTANCE, row("Failure", "Resource limitation", 0x0213)];
const CREATE: &[StatusRow] = &[
    SUCCESS,
    row("Warning", "Attribute value out of range", 0x0116),
    INVALID_ATTRIBUTE,
    PROCESSING_FAILURE,
    row("Failure", "Duplicate SOP instance", 0x0111),
    MISSING_ATTRIBUTE,
];
const SET: &[StatusRow] = &[
    SUCCESS,
    row("Warning", "Attribute value out of range", 0x0116),
    INVALID_ATTRIBUTE,
    PROCESSING_FAILURE,
    NO_SUCH_INSTANCE,
];
const GET_ATTRIBUTES: &[StatusRow] =
    &[SUCCESS, row("Warning", "Attribute list error", 0x0107), PROCESSING_FAILURE, NO_SUCH_INSTANCE];
const DELETE: &[StatusRow] = &[SUCCESS, PROCESSING_FAILURE, NO_SUCH_INSTANCE];

/// PS3.4, section B.2.3.
const STORE: &[StatusRow] = &[
    SUCCESS,
    range("Refused", "Out of resources", 0xA700, 0xA7FF),
    range("Error", "Data set does not match SOP class", 0xA900, 0xA9FF),
    range("Error", "Cannot understand", 0xC000, 0xCFFF),
    row("Warning", "Coercion of data elements", 0xB000),
    row("Warning", "Elements discarded", 0xB006),
    row("Warning", "Data set does not match SOP class", 0xB007),
];

/// PS3.4, section GG.4.2.
const NON_PATIENT_STORE: &[StatusRow] = &[
    SUCCESS,
    row("Refused", "Out of resources", 0xA700),
    row("Error", "Data set does not match SOP class", 0xA900),
    row("Error", "Cannot understand", 0xC000),
];

/// PS3.4, sections C.4.1.1.4 and K.4.1.1.4; the query services of other annexes refer to the same.
const FIND: &[StatusRow] = &[
    row("Success", "Matching is complete", 0x0000),
    row("Refused", "Out of resources", 0xA700),
    row("Failed", "Identifier does not match SOP class", 0xA900),
    range("Failed", "Unable to process", 0xC000, 0xCFFF),
    row("Cancel", "Matching was terminated on request", 0xFE00),
    row("Pending", "A match is supplied; optional keys were treated as required ones", 0xFF00),
    row("Pending", "A match is supplied; some optional keys were not supported", 0xFF01),
];

/// PS3.4, section Q.2.1.1.4.
const RELEVANT_PATIENT_FIND: &[StatusRow] = &[
    SUCCESS,
    row("Refused", "Out of resources", 0xA700),
    row("Failed", "Identifier does not match SOP class", 0xA900),
    row("Failed", "Unable to process", 0xC000),
    row("Failed", "More than one match found", 0xC100),
    row("Failed", "Requested template is not supported", 0xC200),
    row("Cancel", "Matching was terminated on request", 0xFE00),
    row("Pending", "The current match is supplied", 0xFF00),
];

/// PS3.4, section C.4.2.1.5.
const MOVE: &[StatusRow] = &[
    row("Success", "Sub-operations complete", 0x0000),
    row("Refused", "Out of resources: number of matches cannot be calculated", 0xA701),
    row("Refused", "Out of resources: sub-operations cannot be performed", 0xA702),
    row("Refused", "Move destination unknown", 0xA801),
    row("Failed", "Identifier does not match SOP class", 0xA900),
    range("Failed", "Unable to process", 0xC000, 0xCFFF),
    row("Warning", "Sub-operations complete, with failures", 0xB000),
    row("Cancel", "Sub-operations were terminated on request", 0xFE00),
    row("Pending", "Sub-operations are continuing", 0xFF00),
];

/// PS3.4, section C.4.3.1.4.
const GET: &[StatusRow] = &[
    row("Success", "Sub-operations complete", 0x0000),
    row("Refused", "Out of resources: number of matches cannot be calculated", 0xA701),
    row("Refused", "Out of resources: sub-operations cannot be performed", 0xA702),
    row("Failed", "Identifier does not match SOP class", 0xA900),
    range("Failed", "Unable to process", 0xC000, 0xCFFF),
    row("Warning", "Sub-operations complete, with failures or warnings", 0xB000),
    row("Cancel", "Sub-operations were terminated on request", 0xFE00),
    row("Pending", "Sub-operations are continuing", 0xFF00),
];

/// PS3.4, sections F.7.2.2.4 and F.8.2.1.4.
fn procedure_step(service: Service) -> &'static [StatusRow] {
    const SET: &[StatusRow] = &[
        SUCCESS,
        row("Failure", "Performed procedure step may no longer be updated", 0x0110),
        NO_SUCH_INSTANCE,
        INVALID_ATTRIBUTE,
    ];
    match service {
        Service::NSet => SET,
        Service::NGet => const { &[SUCCESS, OPTIONAL_UNSUPPORTED, PROCESSING_FAILURE, NO_SUCH_INSTANCE] },
        _ => general(service),
    }
}

/// PS3.4, sections CC.2.1 to CC.2.8.
fn unified_procedure_step(service: Service) -> &'static [StatusRow] {
    const FINAL: StatusRow = row("Failure", "UPS may no longer be updated", 0xC300);
    const TRANSACTION: StatusRow = row("Failure", "Transaction UID is not the right one", 0xC301);
    const UNKNOWN: StatusRow = row("Failure", "UPS does not exist or is not managed here", 0xC307);
    const NOT_IN_PROGRESS: StatusRow = row("Failure", "UPS is not IN PROGRESS", 0xC310);
    match service {
        Service::NCreate => {
            const {
                &[
                    SUCCESS,
                    row("Warning", "UPS was created with modifications", 0xB300),
                    row("Failure", "UPS state was not SCHEDULED", 0xC309),
                ]
            }
        }
        Service::NSet => {
            const {
                &[
                    SUCCESS,
                    OPTIONAL_UNSUPPORTED,
                    row("Warning", "Invalid values were coerced to valid ones", 0xB305),
                    FINAL,
                    TRANSACTION,
                    UNKNOWN,
                    NOT_IN_PROGRESS,
                ]
            }
        }
        Service::NGet => const { &[SUCCESS, OPTIONAL_UNSUPPORTED, UNKNOWN] },
        Service::NAction => {
            const {
                &[
                    SUCCESS,
                    row("Warning", "Deletion lock was not granted", 0xB301),
                    row("Warning", "UPS is already CANCELED", 0xB304),
                    row("Warning", "UPS is already COMPLETED", 0xB306),
                    FINAL,
                    TRANSACTION,
                    row("Failure", "UPS is already IN PROGRESS", 0xC302),
                    row("Failure", "UPS becomes SCHEDULED through N-CREATE only", 0xC303),
                    row("Failure", "UPS has not met the requirements of its final state", 0xC304),
                    UNKNOWN,
                    row("Failure", "Receiving AE title is unknown", 0xC308),
                    NOT_IN_PROGRESS,
                    row("Failure", "UPS is already COMPLETED", 0xC311),
                    row("Failure", "Performer cannot be contacted", 0xC312),
                    row("Failure", "Performer chooses not to cancel", 0xC313),
                    row("Failure", "Action does not suit the instance", 0xC314),
                    row("Failure", "Event reports are not supported", 0xC315),
                ]
            }
        }
        _ => general(service),
    }
}

/// PS3.4, section S.3.2.
fn media_creation(service: Service) -> &'static [StatusRow] {
    match service {
        Service::NCreate => const { &[SUCCESS, OPTIONAL_UNSUPPORTED, PROCESSING_FAILURE] },
        Service::NAction => {
            const {
                &[
                    SUCCESS,
                    row("Refused", "Media creation was already initiated for this instance", 0xA510),
                    row("Failure", "Media creation request is already completed", 0xC201),
                    row("Failure", "Media creation is in progress and cannot be interrupted", 0xC202),
                    row("Failure", "Cancellation is denied", 0xC203),
                ]
            }
        }
        Service::NGet => const { &[SUCCESS, OPTIONAL_UNSUPPORTED, NO_SUCH_INSTANCE] },
        _ => general(service),
    }
}

/// PS3.4, sections P.2.1.1.4 and P.2.2.1.4.
const EVENT_LOGGING: &[StatusRow] = &[
    SUCCESS,
    row("Warning", "Synchronization frame of reference differs", 0xB101),
    row("Warning", "Event logged under another study", 0xB102),
    row("Warning", "IDs inconsistent, event logged", 0xB104),
    row("Failure", "No procedural log for this study", 0xC101),
    row("Failure", "Event does not match template", 0xC102),
    row("Failure", "Event matches no current study", 0xC103),
    row("Failure", "IDs inconsistent, event not logged", 0xC104),
    row("Failure", "Operator not authorized for the medication record", 0xC10E),
    row("Failure", "Patient cannot be identified", 0xC110),
    row("Failure", "Update of the medication record failed", 0xC111),
];
