//! SOP classes and what their part of the standard makes of them: service class, kind of object, pixel data.

use std::sync::LazyLock;

use super::status::Service;
use super::uids::{self, Place, Resolution, UidEntry, UidKind};
use super::{columns, rows};

pub use service_class::ServiceClass;

mod service_class;

/// The category of a SOP class in Table A.1-2 of PS3.2, by which Table A.1-1 is grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Objects are stored.
    Transfer,
    /// Objects are searched for and fetched.
    QueryRetrieve,
    /// Work is scheduled, performed and reported.
    WorkflowManagement,
    /// Films are printed and media made.
    PrintManagement,
}

impl Category {
    /// The words of PS3.2.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Transfer => "Transfer",
            Self::QueryRetrieve => "Query/Retrieve",
            Self::WorkflowManagement => "Workflow Management",
            Self::PrintManagement => "Print Management",
        }
    }
}

/// What kind of object a class stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Object {
    /// An image, video included.
    Image,
    /// A structured report, key object selections and logs included.
    StructuredReport,
    /// A presentation state or structured display.
    PresentationState,
    /// A waveform.
    Waveform,
    /// A document of another format in a DICOM wrapping.
    EncapsulatedDocument,
    /// A plan, structure set, dose or record of radiotherapy.
    Radiotherapy,
    /// A segmentation.
    Segmentation,
    /// A registration of frames of reference, or fiducials.
    Registration,
    /// Spectra.
    Spectroscopy,
    /// Ophthalmic measurements.
    Measurement,
    /// Anything else that is stored.
    Other,
}

impl Object {
    /// The word for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::StructuredReport => "structured report",
            Self::PresentationState => "presentation state",
            Self::Waveform => "waveform",
            Self::EncapsulatedDocument => "encapsulated document",
            Self::Radiotherapy => "radiotherapy",
            Self::Segmentation => "segmentation",
            Self::Registration => "registration",
            Self::Spectroscopy => "spectroscopy",
            Self::Measurement => "measurement",
            Self::Other => "other",
        }
    }
}

/// Whether data sets of a class have Pixel Data (7FE0,0010) at their top level (PS3.3 Annex A).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PixelData {
    /// Always, or in all but odd cases.
    Always,
    /// Sometimes, as floating point numbers, in items only, or it is not known.
    Optional,
    /// Never.
    Never,
}

impl PixelData {
    /// The word for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Optional => "sometimes",
            Self::Never => "never",
        }
    }
}

/// What a query or retrieve class does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// C-FIND.
    Find,
    /// C-MOVE.
    Move,
    /// C-GET.
    Get,
}

/// The information model of a query or retrieve class of PS3.4 Annexes C, K, Y and Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InformationModel {
    /// Patient Root (PS3.4, section C.6.1).
    PatientRoot,
    /// Study Root (PS3.4, section C.6.2).
    StudyRoot,
    /// Patient/Study Only, which is retired (PS3.4-2004, section C.6.3).
    PatientStudyOnly,
    /// Composite Instance Root (PS3.4 Annex Y).
    CompositeInstanceRoot,
    /// Composite instances without bulk data (PS3.4 Annex Z).
    WithoutBulkData,
    /// The modality worklist (PS3.4 Annex K).
    ModalityWorklist,
    /// One of the models for objects that belong to no patient, or a retired one.
    Other,
}

impl InformationModel {
    /// The name of the model.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PatientRoot => "Patient Root",
            Self::StudyRoot => "Study Root",
            Self::PatientStudyOnly => "Patient/Study Only",
            Self::CompositeInstanceRoot => "Composite Instance Root",
            Self::WithoutBulkData => "Composite Instance Retrieve Without Bulk Data",
            Self::ModalityWorklist => "Modality Worklist",
            Self::Other => "other",
        }
    }
}

/// A SOP class or meta SOP class.
#[derive(Debug, PartialEq, Eq)]
pub struct SopClass {
    /// Its entry in the registry of UIDs.
    pub entry: &'static UidEntry,
    /// The service class it belongs to.
    pub service_class: ServiceClass,
    /// What it stores, where it stores something.
    pub object: Option<Object>,
    /// Whether its data sets have Pixel Data.
    pub pixel_data: PixelData,
}

impl SopClass {
    /// The category of Table A.1-2 of PS3.2; Verification and Media Storage Directory have none there.
    ///
    /// That table ends with the 2020 edition; newer classes have the category of their service class.
    pub fn category(&self) -> Option<Category> {
        self.service_class.category()
    }

    /// Whether instances are stored with C-STORE, those that belong to no patient included.
    pub fn is_storage(&self) -> bool {
        matches!(self.service_class, ServiceClass::Storage | ServiceClass::NonPatientObjectStorage)
    }

    /// Whether it belongs to the Storage Service Class proper (PS3.4 Annex B).
    pub fn is_composite_storage(&self) -> bool {
        self.service_class == ServiceClass::Storage
    }

    /// Whether it stores images.
    pub fn is_image(&self) -> bool {
        self.object == Some(Object::Image)
    }

    /// Whether it stores documents: structured reports or encapsulated ones.
    pub fn is_document(&self) -> bool {
        matches!(self.object, Some(Object::StructuredReport | Object::EncapsulatedDocument))
    }

    /// Whether it is asked with C-FIND.
    pub fn is_query(&self) -> bool {
        self.services().contains(&Service::CFind)
    }

    /// Whether instances are fetched through it with C-MOVE or C-GET.
    pub fn is_retrieve(&self) -> bool {
        matches!(self.operation(), Some(Operation::Move | Operation::Get))
    }

    /// Whether Table A.1-2 of PS3.2 counts it as workflow management.
    pub fn is_workflow(&self) -> bool {
        self.category() == Some(Category::WorkflowManagement)
    }

    /// Whether it belongs to the Print Management Service Class (PS3.4 Annex H).
    pub fn is_print(&self) -> bool {
        self.service_class == ServiceClass::PrintManagement
    }

    /// Whether it stands for several classes at negotiation.
    pub fn is_meta(&self) -> bool {
        self.entry.kind == UidKind::MetaSopClass
    }

    /// What a query or retrieve class does.
    pub fn operation(&self) -> Option<Operation> {
        if self.is_storage() {
            return None;
        }
        let is_query_class = self.service_class == ServiceClass::RelevantPatientInformationQuery
            || self.service_class == ServiceClass::SubstanceAdministrationQuery
            || self.entry.keyword == "RepositoryQuery"
            || self.entry.keyword.ends_with("Find");
        if is_query_class {
            Some(Operation::Find)
        } else if self.entry.keyword.ends_with("Move") {
            Some(Operation::Move)
        } else if self.entry.keyword.ends_with("Get") {
            Some(Operation::Get)
        } else {
            None
        }
    }

    /// The information model of a query or retrieve class.
    pub fn information_model(&self) -> Option<InformationModel> {
        self.operation()?;
        let keyword = self.entry.keyword;
        Some(if keyword.starts_with("PatientRoot") {
            InformationModel::PatientRoot
        } else if keyword.starts_with("StudyRoot") {
            InformationModel::StudyRoot
        } else if keyword.starts_with("PatientStudyOnly") {
            InformationModel::PatientStudyOnly
        } else if keyword.starts_with("CompositeInstanceRoot") {
            InformationModel::CompositeInstanceRoot
        } else if keyword.starts_with("CompositeInstanceRetrieveWithout") {
            InformationModel::WithoutBulkData
        } else if keyword.starts_with("ModalityWorklist") {
            InformationModel::ModalityWorklist
        } else {
            InformationModel::Other
        })
    }

    /// The DIMSE services of the class; empty where it has none of its own, as meta SOP classes and media have.
    pub fn services(&self) -> &'static [Service] {
        service_class::services(self)
    }

    /// The classes a meta SOP class stands for, all of them mandatory (PS3.4, section H.3.2.2; retired ones included).
    pub fn members(&self) -> &'static [&'static str] {
        service_class::members(self.entry.uid)
    }
}

/// All SOP classes and meta SOP classes, in the order of their UIDs.
pub fn all() -> &'static [SopClass] {
    &TABLE.0
}

/// The SOP class of a UID.
pub fn by_uid(uid: &str) -> Option<&'static SopClass> {
    of(uids::by_uid(uid)?)
}

/// The SOP class that an entry of the registry is of.
pub fn of(entry: &'static UidEntry) -> Option<&'static SopClass> {
    TABLE.1[entry.position()].map(|number| &TABLE.0[number])
}

/// The SOP class that a UID, keyword or name means, and how it is written.
pub fn resolve(text: &str) -> Option<(&'static SopClass, Resolution)> {
    let resolution = uids::resolve(text, Place::AbstractSyntax)?;
    of(resolution.entry).map(|found| (found, resolution))
}

/// The classes, and where each entry of the registry has its own.
static TABLE: LazyLock<(Vec<SopClass>, Vec<Option<usize>>)> = LazyLock::new(|| {
    let all: Vec<_> = rows(include_str!("tables/sop_classes.tsv")).filter_map(sop_class).collect();
    let mut of_entries = vec![None; uids::all().len()];
    for (number, found) in all.iter().enumerate() {
        of_entries[found.entry.position()] = Some(number);
    }
    (all, of_entries)
});

fn sop_class(row: &'static str) -> Option<SopClass> {
    let [uid, service_class, object, pixel_data] = columns(row);
    Some(SopClass {
        entry: uids::by_uid(uid)?,
        service_class: ServiceClass::from_table(service_class)?,
        object: self::object(object),
        pixel_data: match pixel_data {
            "always" => PixelData::Always,
            "never" => PixelData::Never,
            _ => PixelData::Optional,
        },
    })
}

fn object(word: &str) -> Option<Object> {
    const ALL: [Object; 11] = [
        Object::Image,
        Object::StructuredReport,
        Object::PresentationState,
        Object::Waveform,
        Object::EncapsulatedDocument,
        Object::Radiotherapy,
        Object::Segmentation,
        Object::Registration,
        Object::Spectroscopy,
        Object::Measurement,
        Object::Other,
    ];
    ALL.into_iter().find(|object| object.as_str() == word)
}
