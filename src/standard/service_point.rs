//! Points that the conformance clauses of PS3.4 ask a statement to make about a service, so far as they are no tables.

use super::sop_class::{InformationModel, Operation, ServiceClass, SopClass};

/// Services whose classes share a conformance clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The Storage Service Class (PS3.4, section B.4.3).
    Storage,
    /// C-FIND of Query/Retrieve (PS3.4, sections C.6.1.2 and C.6.2.2).
    Find,
    /// C-MOVE of Query/Retrieve (PS3.4, sections C.6.1.2 and C.6.2.2).
    Move,
    /// C-GET of Query/Retrieve (PS3.4, sections C.6.1.2 and C.6.2.2).
    Get,
    /// The Modality Worklist (PS3.4, section K.6.1.3).
    ModalityWorklist,
    /// The Modality Performed Procedure Step (PS3.4, section F.7.4).
    PerformedProcedureStep,
    /// Storage Commitment (PS3.4, section J.3.6).
    StorageCommitment,
    /// Print Management (PS3.4, section H.3.4).
    Print,
}

/// Where in the description of a service a point may be made, other than by an answer of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// Nowhere.
    None,
    /// The level of storage support.
    StorageLevel,
    /// The level of signature support; the question arises at storage level 2 only (PS3.4, section B.4.1.3).
    SignatureLevel,
    /// A storage level of 2, at which everything is kept.
    FullStorage,
    /// The extended negotiation of a context.
    Negotiation,
    /// The key Specific Character Set, or the text on character sets.
    CharacterSet,
    /// The attributes of the named DIMSE service, or of any service where there is no name.
    Attributes(&'static str),
    /// What is done on the event of that ID.
    Event(u16),
}

/// A point that a statement makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The name under which it is answered.
    pub name: &'static str,
    /// What says as much.
    pub evidence: Evidence,
}

impl Family {
    /// The family of a SOP class, where it is one of those with points.
    pub fn of(class: &SopClass) -> Option<Self> {
        match class.service_class {
            ServiceClass::Storage => Some(Self::Storage),
            ServiceClass::QueryRetrieve => class.operation().map(|operation| match operation {
                Operation::Find => Self::Find,
                Operation::Move => Self::Move,
                Operation::Get => Self::Get,
            }),
            ServiceClass::StorageCommitment => Some(Self::StorageCommitment),
            ServiceClass::PrintManagement if class.is_meta() => Some(Self::Print),
            ServiceClass::ProcedureStep if class.entry.keyword == "ModalityPerformedProcedureStep" => {
                Some(Self::PerformedProcedureStep)
            }
            _ if class.information_model() == Some(InformationModel::ModalityWorklist) => {
                Some(Self::ModalityWorklist)
            }
            _ => None,
        }
    }

    /// What to call it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Storage => "Storage",
            Self::Find => "Query/Retrieve (C-FIND)",
            Self::Move => "Query/Retrieve (C-MOVE)",
            Self::Get => "Query/Retrieve (C-GET)",
            Self::ModalityWorklist => "Modality Worklist",
            Self::PerformedProcedureStep => "Modality Performed Procedure Step",
            Self::StorageCommitment => "Storage Commitment",
            Self::Print => "Print Management",
        }
    }

    /// The points that its user, or its provider, makes.
    pub fn points(self, is_user: bool) -> &'static [Point] {
        match (self, is_user) {
            (Self::Storage, true) => STORAGE_USER,
            (Self::Storage, false) => STORAGE_PROVIDER,
            (Self::Find, true) => FIND_USER,
            (Self::Find, false) => FIND_PROVIDER,
            (Self::Move | Self::Get, _) => RETRIEVE,
            (Self::ModalityWorklist, true) => WORKLIST_USER,
            (Self::ModalityWorklist, false) => WORKLIST_PROVIDER,
            (Self::PerformedProcedureStep, true) => STEP_USER,
            (Self::PerformedProcedureStep, false) => STEP_PROVIDER,
            (Self::StorageCommitment, true) => COMMITMENT_USER,
            (Self::StorageCommitment, false) => COMMITMENT_PROVIDER,
            (Self::Print, _) => PRINT,
        }
    }
}

const fn point(name: &'static str, evidence: Evidence) -> Point {
    Point { name, evidence }
}

const fn question(name: &'static str) -> Point {
    point(name, Evidence::None)
}

/// PS3.4, section B.4.3: which optional elements are sent.
const STORAGE_USER: &[Point] = &[question("optional elements"), NEGOTIATION];
/// PS3.4, sections B.4.1 and B.4.3: what is kept of an instance, and how it can be fetched again for how long.
const STORAGE_PROVIDER: &[Point] = &[
    point("storage level", Evidence::StorageLevel),
    point("signature level", Evidence::SignatureLevel),
    point("discarded elements", Evidence::FullStorage),
    question("unlisted SOP classes"),
    question("access to stored instances"),
];

const NEGOTIATION: Point = point("extended negotiation", Evidence::Negotiation);
const RELATIONAL: Point = point("relational queries", Evidence::Negotiation);
const FUZZY: Point = point("fuzzy matching", Evidence::Negotiation);
const DATE_TIME: Point = point("combined date and time matching", Evidence::Negotiation);
const TIMEZONE: Point = point("timezone offset", Evidence::Negotiation);
const CHARACTER_SET: Point = point("specific character set", Evidence::CharacterSet);
const CASE: Point = question("case insensitive matching");
const PRIORITY: Point = question("priority");

/// PS3.4, sections C.4.1.1.2, C.5.1.1, C.6.1.2 and C.6.2.2.
const FIND_USER: &[Point] = &[RELATIONAL, FUZZY, DATE_TIME, TIMEZONE, CHARACTER_SET];
const FIND_PROVIDER: &[Point] = &[RELATIONAL, FUZZY, DATE_TIME, TIMEZONE, CHARACTER_SET, CASE, PRIORITY];
/// PS3.4, sections C.5.2.1 and C.5.3.1.
const RETRIEVE: &[Point] = &[point("relational retrieval", Evidence::Negotiation)];

/// PS3.4, sections K.4.1.1.2, K.5.1.1 and K.6.1.3.
const WORKLIST_USER: &[Point] = &[FUZZY, TIMEZONE, CHARACTER_SET];
const WORKLIST_PROVIDER: &[Point] = &[FUZZY, TIMEZONE, CHARACTER_SET, CASE, PRIORITY];

/// PS3.4, section F.7.4.
const STEP_USER: &[Point] = &[
    point("N-CREATE attributes", Evidence::Attributes("N-CREATE")),
    point("N-SET attributes", Evidence::Attributes("N-SET")),
];
const STEP_PROVIDER: &[Point] = &[
    point("N-CREATE attributes", Evidence::Attributes("N-CREATE")),
    point("N-SET attributes", Evidence::Attributes("N-SET")),
    question("effect on the worklist"),
    question("persistence of procedure steps"),
];

/// PS3.4, section J.3.6.1.
const COMMITMENT_USER: &[Point] = &[
    question("trigger"),
    question("committed SOP classes"),
    question("lifetime of transactions"),
    question("file-sets"),
    point("success", Evidence::Event(1)),
    point("failure", Evidence::Event(2)),
];
/// PS3.4, section J.3.6.2.
const COMMITMENT_PROVIDER: &[Point] = &[
    question("conditions of deletion"),
    question("duration of storage"),
    question("capacity"),
    question("volatility"),
    question("retrieval of instances"),
    question("Retrieve AE Title"),
];

/// PS3.4, section H.3.4.
const PRINT: &[Point] = &[point("attribute values", Evidence::Attributes(""))];
