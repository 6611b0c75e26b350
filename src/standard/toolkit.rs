//! Implementation class UIDs and version names that public toolkits send by default.

use super::uids;

/// A toolkit and how it makes itself known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Toolkit {
    /// Its name.
    pub name: &'static str,
    /// What its implementation class UIDs begin with; each ends at a component.
    pub class_uid_roots: &'static [&'static str],
    /// What its implementation version names begin with.
    pub version_name_prefixes: &'static [&'static str],
}

/// The toolkit that sends an implementation class UID.
pub fn by_class_uid(uid: &str) -> Option<&'static Toolkit> {
    let is_under =
        |root: &&str| uid.strip_prefix(*root).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    TOOLKITS.iter().find(|toolkit| toolkit.class_uid_roots.iter().any(is_under))
}

/// The toolkit that sends an implementation version name.
pub fn by_version_name(name: &str) -> Option<&'static Toolkit> {
    let has_prefix = |prefix: &&str| name.starts_with(*prefix);
    TOOLKITS.iter().find(|toolkit| toolkit.version_name_prefixes.iter().any(has_prefix))
}

/// The UID that an identifier in the source of DCMTK stands for; statements that were made from logs name such.
pub fn uid_of_identifier(identifier: &str) -> Option<&'static str> {
    let bare = ["UID_", "EXS_"].into_iter().find_map(|prefix| identifier.strip_prefix(prefix));
    let bare = bare.unwrap_or(identifier);
    let bare = bare.strip_suffix("TransferSyntax").unwrap_or(bare);
    let known = IDENTIFIERS.iter().find(|(known, _)| *known == bare).map(|(_, uid)| *uid);
    known.or_else(|| uids::by_keyword(bare).filter(|_| bare != identifier).map(|entry| entry.uid))
}

/// Identifiers that are no keywords.
const IDENTIFIERS: &[(&str, &str)] = &[
    ("BigEndianExplicit", "1.2.840.10008.1.2.2"),
    ("DeflatedLittleEndianExplicit", "1.2.840.10008.1.2.1.99"),
    ("FINDModalityWorklistInformationModel", "1.2.840.10008.5.1.4.31"),
    ("FINDPatientRootQueryRetrieveInformationModel", "1.2.840.10008.5.1.4.1.2.1.1"),
    ("FINDStudyRootQueryRetrieveInformationModel", "1.2.840.10008.5.1.4.1.2.2.1"),
    ("GETPatientRootQueryRetrieveInformationModel", "1.2.840.10008.5.1.4.1.2.1.3"),
    ("GETStudyRootQueryRetrieveInformationModel", "1.2.840.10008.5.1.4.1.2.2.3"),
    ("JPEG2000LosslessOnly", "1.2.840.10008.1.2.4.90"),
    ("JPEGLSLossy", "1.2.840.10008.1.2.4.81"),
    ("JPEGProcess1", "1.2.840.10008.1.2.4.50"),
    ("JPEGProcess14", "1.2.840.10008.1.2.4.57"),
    ("JPEGProcess14SV1", "1.2.840.10008.1.2.4.70"),
    ("JPEGProcess2_4", "1.2.840.10008.1.2.4.51"),
    ("LittleEndianExplicit", "1.2.840.10008.1.2.1"),
    ("LittleEndianImplicit", "1.2.840.10008.1.2"),
    ("MOVEPatientRootQueryRetrieveInformationModel", "1.2.840.10008.5.1.4.1.2.1.2"),
    ("MOVEStudyRootQueryRetrieveInformationModel", "1.2.840.10008.5.1.4.1.2.2.2"),
    ("StorageCommitmentPushModelSOPClass", "1.2.840.10008.1.20.1"),
    ("VerificationSOPClass", "1.2.840.10008.1.1"),
];

/// The known toolkits, sorted by name.
pub const TOOLKITS: &[Toolkit] = &[
    Toolkit {
        name: "dcm4che",
        class_uid_roots: &["1.2.40.0.13.1.1", "1.2.40.0.13.1.3"],
        version_name_prefixes: &["dcm4che"],
    },
    Toolkit {
        name: "dcmjs-dimse",
        class_uid_roots: &["1.2.826.0.1.3680043.10.854"],
        version_name_prefixes: &["DCMJS-DIMSE"],
    },
    Toolkit {
        name: "DCMTK",
        class_uid_roots: &["1.2.276.0.7230010.3.0.3"],
        version_name_prefixes: &["OFFIS_DCMTK_"],
    },
    Toolkit {
        name: "DICOM-rs",
        class_uid_roots: &["2.25.262086406829110419931297894772577063974"],
        version_name_prefixes: &["DICOM-rs "],
    },
    Toolkit {
        name: "fo-dicom",
        class_uid_roots: &["1.3.6.1.4.1.30071.8"],
        version_name_prefixes: &["fo-dicom "],
    },
    Toolkit {
        name: "GDCM",
        class_uid_roots: &["1.2.826.0.1.3680043.2.1143"],
        version_name_prefixes: &["GDCM "],
    },
    Toolkit {
        name: "PixelMed",
        class_uid_roots: &["1.3.6.1.4.1.5962.99.2"],
        version_name_prefixes: &["PIXELMEDJAVA"],
    },
    Toolkit {
        name: "pydicom",
        class_uid_roots: &["1.2.826.0.1.3680043.8.498"],
        version_name_prefixes: &["PYDICOM "],
    },
    Toolkit {
        name: "pynetdicom",
        class_uid_roots: &["1.2.826.0.1.3680043.9.3811"],
        version_name_prefixes: &["PYNETDICOM"],
    },
];
