//! Application Entity titles: what they may look like, and those that products are delivered with, so that two of them
//! in one hospital collide.

/// The most characters that a title may have (PS3.5, section 6.2, AE).
pub const MAX_LENGTH: usize = 16;

/// Why a text cannot be an Application Entity title (PS3.5, section 6.2, AE; PS3.8, section 9.3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Malformation {
    /// It has a character that no title may have: a backslash, a control character, or one outside the default
    /// character repertoire.
    Forbidden(char),
    /// There is nothing but spaces in it.
    Blank,
    /// It has more than 16 characters, the spaces around it not counted.
    TooLong(usize),
}

/// What is wrong with the form of a title, if anything is.
pub fn malformation(title: &str) -> Option<Malformation> {
    let forbidden = |character: &char| *character == '\\' || !matches!(character, ' '..='~');
    if let Some(character) = title.chars().find(forbidden) {
        return Some(Malformation::Forbidden(character));
    }
    match title.trim_matches(' ').len() {
        0 => Some(Malformation::Blank),
        length if length > MAX_LENGTH => Some(Malformation::TooLong(length)),
        _ => None,
    }
}

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
