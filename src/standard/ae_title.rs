//! Application Entity titles that products are delivered with, so that two of them in one hospital collide.

/// A title and the software it is the factory setting of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactoryTitle {
    /// The title.
    pub title: &'static str,
    /// Whose default it is.
    pub origin: &'static str,
}

/// The factory setting that a title is, letter case aside.
pub fn factory_title(title: &str) -> Option<&'static FactoryTitle> {
    let title = title.trim();
    FACTORY_TITLES.iter().find(|known| known.title.eq_ignore_ascii_case(title))
}

/// Whether a title, blanks around it aside, is one: 1 to 16 characters of the default repertoire without backslash and
/// control characters (PS3.5 6.2, value representation AE).
pub fn is_well_formed(title: &str) -> bool {
    let title = title.trim_matches(' ');
    (1..=16).contains(&title.len())
        && title.bytes().all(|byte| (b' '..=b'~').contains(&byte) && byte != b'\\')
}

/// The title with what people mistake for each other made alike: letter case, O and 0, I and 1; blanks, hyphens and
/// underscores go.
pub fn folded(title: &str) -> String {
    let kept = title.chars().filter(|character| !matches!(character, ' ' | '-' | '_'));
    kept.map(|character| match character.to_ascii_uppercase() {
        'O' => '0',
        'I' => '1',
        other => other,
    })
    .collect()
}

/// The known factory settings, sorted by title.
pub const FACTORY_TITLES: &[FactoryTitle] = &[
    FactoryTitle { title: "AE_TITLE", origin: "documentation and samples" },
    FactoryTitle { title: "AETITLE", origin: "documentation and samples" },
    FactoryTitle { title: "ANY-SCP", origin: "DCMTK and pynetdicom tools (called title)" },
    FactoryTitle { title: "CONQUESTSRV1", origin: "Conquest DICOM server" },
    FactoryTitle { title: "DCM4CHEE", origin: "dcm4chee archive" },
    FactoryTitle { title: "DCMQRSCP", origin: "DCMTK dcmqrscp" },
    FactoryTitle { title: "ECHOSCP", origin: "DCMTK and pynetdicom tools" },
    FactoryTitle { title: "ECHOSCU", origin: "DCMTK and pynetdicom tools" },
    FactoryTitle { title: "FINDSCU", origin: "DCMTK, dcm4che and pynetdicom tools" },
    FactoryTitle { title: "GETSCU", origin: "DCMTK, dcm4che and pynetdicom tools" },
    FactoryTitle { title: "HOROS", origin: "Horos viewer" },
    FactoryTitle { title: "MOVESCU", origin: "DCMTK, dcm4che and pynetdicom tools" },
    FactoryTitle { title: "ORTHANC", origin: "Orthanc server" },
    FactoryTitle { title: "OSIRIX", origin: "OsiriX viewer" },
    FactoryTitle { title: "PYNETDICOM", origin: "pynetdicom" },
    FactoryTitle { title: "QRSCP", origin: "pynetdicom qrscp" },
    FactoryTitle { title: "STORESCP", origin: "DCMTK, dcm4che and pynetdicom tools" },
    FactoryTitle { title: "STORESCU", origin: "DCMTK, dcm4che and pynetdicom tools" },
    FactoryTitle { title: "WLMSCP", origin: "DCMTK wlmscpfs" },
];
