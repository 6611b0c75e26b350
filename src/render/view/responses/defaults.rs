//! What follows from a status by itself, in our own words (PS3.7 Annex C, PS3.4).

use crate::standard::status::{Category, Codes, Service, StatusRow};

/// What the receiver of a status does.
pub(super) fn behavior(row: &StatusRow) -> &'static str {
    match Category::by_word(row.service_status) {
        Some(Category::Success) => "The operation is considered complete.",
        Some(Category::Warning) => "The operation is considered complete, with a warning.",
        Some(Category::Cancel) => "The operation is considered canceled.",
        Some(Category::Pending) => "Further responses are awaited.",
        Some(Category::Failure) | None => "The operation is considered failed.",
    }
}

/// Why a status is returned.
pub(super) fn reason(row: &StatusRow, service: Option<Service>) -> &'static str {
    let code = match row.codes {
        Codes::One(code) | Codes::Range(code, _) => code,
        Codes::Other => return "Not returned.",
    };
    let own = match service {
        Some(Service::CStore) => of_storage(code),
        Some(Service::CFind) => of_queries(code),
        Some(Service::CMove | Service::CGet) => of_retrievals(code),
        Some(Service::NEventReport) if code == 0 => Some("The report has been received."),
        _ => None,
    };
    own.or_else(|| general(code, row)).unwrap_or(match Category::by_word(row.service_status) {
        Some(Category::Success) => "The operation has been performed.",
        Some(Category::Warning) => "The operation has been performed with this restriction.",
        Some(Category::Cancel) => "The peer has canceled the operation.",
        Some(Category::Pending) => "The operation goes on.",
        Some(Category::Failure) | None => "The operation has not been performed.",
    })
}

const fn of_storage(code: u16) -> Option<&'static str> {
    Some(match code {
        0x0000 => "The instance has been received.",
        0xA700..=0xA7FF => "There are not enough resources for the instance.",
        0xA900..=0xA9FF => "The data set lacks what its SOP Class requires; the instance is refused.",
        0xB000 => "The instance has been received; values of attributes were changed.",
        0xB006 => "The instance has been received without some of its elements.",
        0xB007 => "The instance has been received, although the data set does not match its SOP Class.",
        0xC000..=0xCFFF => "The data set cannot be read.",
        _ => return None,
    })
}

const fn of_queries(code: u16) -> Option<&'static str> {
    Some(match code {
        0x0000 => "All matches have been returned.",
        0xA700..=0xA7FF => "There are not enough resources for the query.",
        0xA900..=0xA9FF => "The query does not keep to its information model.",
        0xC000..=0xCFFF => "The query cannot be processed.",
        0xFE00 => "The peer has canceled the query.",
        0xFF00 | 0xFF01 => "Returned with each match.",
        _ => return None,
    })
}

const fn of_retrievals(code: u16) -> Option<&'static str> {
    Some(match code {
        0x0000 => "All instances have been sent.",
        0xA701 => "There are not enough resources to count the instances.",
        0xA702 => "There are not enough resources to send the instances.",
        0xA801 => "The destination is not known.",
        0xA900..=0xA9FF => "The request does not keep to its information model.",
        0xB000 => "Some of the instances could not be sent.",
        0xC000..=0xCFFF => "The request cannot be processed.",
        0xFE00 => "The peer has canceled the retrieval.",
        0xFF00 => "Instances are still being sent.",
        _ => return None,
    })
}

fn general(code: u16, row: &StatusRow) -> Option<&'static str> {
    Some(match code {
        0x0105 => "The request names an attribute that the SOP Class does not have.",
        0x0106 => "A value in the request is not permitted.",
        0x0107 => "Some of the attributes that the request names are not known.",
        0x0110 if row.meaning.contains("updated") => "The procedure step has ended already.",
        0x0110 => "An error occurred while the request was processed.",
        0x0111 => "There is an instance with this UID already.",
        0x0112 => "There is no instance with the UID of the request.",
        0x0113 => "The SOP Class has no such event.",
        0x0114 => "The request holds something that the operation does not take.",
        0x0115 => "The request holds a value that the operation does not take.",
        0x0116 => "The operation has been performed, although a value is out of range.",
        0x0117 => "The UID of the instance is not well-formed.",
        0x0118 | 0x0122 => "The SOP Class is not supported.",
        0x0119 => "The instance is not of the SOP Class of the request.",
        0x0120 => "An attribute is missing that the request must have.",
        0x0121 => "An attribute has no value, but must have one.",
        0x0123 => "The SOP Class has no such action.",
        0x0124 => "The peer may not do this.",
        0x0210 => "The Message ID is in use already.",
        0x0211 => "The SOP Class does not have this operation.",
        0x0212 => "A part of the request is not of the expected type.",
        0x0213 => "There are not enough resources for the operation.",
        _ => return None,
    })
}
