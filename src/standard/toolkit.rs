//! Implementation class UIDs and version names that public toolkits send by default.

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

/// The known toolkits, sorted by name.
pub const TOOLKITS: &[Toolkit] = &[
    Toolkit {
        name: "dcm4che",
        class_uid_roots: &["1.2.40.0.13.1.1", "1.2.40.0.13.1.3"],
        version_name_prefixes: &["dcm4che-"],
    },
    Toolkit {
        name: "DCMTK",
        class_uid_roots: &["1.2.276.0.7230010.3.0.3"],
        version_name_prefixes: &["OFFIS_DCMTK_"],
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
