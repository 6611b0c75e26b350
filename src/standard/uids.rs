//! The registry of unique identifiers (PS3.6 Annex A).

use std::collections::HashMap;
use std::sync::LazyLock;

use dicom_core::dictionary::UidDictionary;
use dicom_dictionary_std::StandardSopClassDictionary;

use super::spelling::{self, Agreement, Answer, Spelling, folded, index, without_retired, without_sop_class};
use super::{columns, rows, toolkit};

/// The UID of the DICOM application context (PS3.7, section A.2.1).
pub const APPLICATION_CONTEXT: &str = "1.2.840.10008.3.1.1.1";
/// The root of all UIDs that DICOM registers (PS3.5, section 9).
pub const DICOM_ROOT: &str = "1.2.840.10008";
/// The UID of the Verification SOP Class (PS3.4 Annex A).
pub const VERIFICATION: &str = "1.2.840.10008.1.1";
/// The UID of the Storage Commitment Push Model SOP Class (PS3.4 Annex J).
pub const STORAGE_COMMITMENT: &str = "1.2.840.10008.1.20.1";
/// The UID of the Modality Performed Procedure Step Notification SOP Class (PS3.4, section F.9).
pub const PROCEDURE_STEP_NOTIFICATION: &str = "1.2.840.10008.3.1.2.3.5";
/// The UID of the Storage Service Class (PS3.7, section D.3.3.6).
pub const STORAGE_SERVICE_CLASS: &str = "1.2.840.10008.4.2";

/// The type of a registered UID, in the words of PS3.6 Table A-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UidKind {
    /// An abstract syntax of its own.
    SopClass,
    /// A SOP class that stands for several others at negotiation.
    MetaSopClass,
    /// An encoding of data sets.
    TransferSyntax,
    /// A SOP instance that every implementation knows.
    WellKnownSopInstance,
    /// A service class that is named by a UID in negotiation.
    ServiceClass,
    /// The application context name.
    ApplicationContextName,
    /// A frame of reference that every implementation knows (PS3.6 Table A-2).
    WellKnownFrameOfReference,
    /// A frame of reference of time.
    SynchronizationFrameOfReference,
    /// A coding scheme.
    CodingScheme,
    /// The coding scheme whose codes are UIDs.
    DicomUidsAsCodingScheme,
    /// A model of application hosting (PS3.19).
    ApplicationHostingModel,
    /// A mapping resource (PS3.16).
    MappingResource,
    /// An object identifier of LDAP (PS3.15 Annex H).
    LdapOid,
}

impl UidKind {
    const ALL: [Self; 13] = [
        Self::SopClass,
        Self::MetaSopClass,
        Self::TransferSyntax,
        Self::WellKnownSopInstance,
        Self::ServiceClass,
        Self::ApplicationContextName,
        Self::WellKnownFrameOfReference,
        Self::SynchronizationFrameOfReference,
        Self::CodingScheme,
        Self::DicomUidsAsCodingScheme,
        Self::ApplicationHostingModel,
        Self::MappingResource,
        Self::LdapOid,
    ];

    /// The words of PS3.6.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SopClass => "SOP Class",
            Self::MetaSopClass => "Meta SOP Class",
            Self::TransferSyntax => "Transfer Syntax",
            Self::WellKnownSopInstance => "Well-known SOP Instance",
            Self::ServiceClass => "Service Class",
            Self::ApplicationContextName => "Application Context Name",
            Self::WellKnownFrameOfReference => "Well-known frame of reference",
            Self::SynchronizationFrameOfReference => "Synchronization Frame of Reference",
            Self::CodingScheme => "Coding Scheme",
            Self::DicomUidsAsCodingScheme => "DICOM UIDs as a Coding Scheme",
            Self::ApplicationHostingModel => "Application Hosting Model",
            Self::MappingResource => "Mapping Resource",
            Self::LdapOid => "LDAP OID",
        }
    }
}

/// The place a UID or name is written in, which decides what can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Where a SOP class belongs: SOP classes, meta SOP classes and, as an abstract syntax, the service classes.
    AbstractSyntax,
    /// Where a transfer syntax belongs.
    TransferSyntax,
    /// Anywhere else.
    Any,
}

impl Place {
    /// Whether a UID of that kind belongs here.
    pub fn admits(self, kind: UidKind) -> bool {
        match self {
            Self::AbstractSyntax => {
                matches!(kind, UidKind::SopClass | UidKind::MetaSopClass | UidKind::ServiceClass)
            }
            Self::TransferSyntax => kind == UidKind::TransferSyntax,
            Self::Any => true,
        }
    }
}

/// A registered UID.
#[derive(Debug, PartialEq, Eq)]
pub struct UidEntry {
    /// The UID itself.
    pub uid: &'static str,
    /// The registered name, complete, with ` (Retired)` where it is so.
    pub name: &'static str,
    /// The keyword.
    pub keyword: &'static str,
    /// The type.
    pub kind: UidKind,
    /// Whether the standard has retired it.
    pub retired: bool,
    former_names: &'static str,
    /// The position among all entries, once they are sorted.
    number: u16,
}

impl UidEntry {
    /// The position in [`all`].
    pub(super) fn position(&self) -> usize {
        usize::from(self.number)
    }

    /// The registered name without ` (Retired)`.
    pub fn plain_name(&self) -> &'static str {
        without_retired(self.name).0
    }

    /// The name without ` (Retired)`, ` SOP Class` at the end and the part after a colon.
    pub fn short_name(&self) -> &'static str {
        let plain = self.plain_name();
        let end = plain.find(": ").unwrap_or(plain.len());
        let plain = &plain[..end];
        // One SOP class is registered with ` UID` behind it.
        without_sop_class(plain.strip_suffix(" UID").filter(|cut| cut.ends_with("Class")).unwrap_or(plain))
    }

    /// The name as statements usually print it: the registered one, of a transfer syntax without the part after the
    /// colon.
    pub fn usual_name(&self) -> String {
        let is_syntax = self.kind == UidKind::TransferSyntax;
        let plain = if is_syntax { self.short_name() } else { self.plain_name() };
        format!("{plain}{}", if self.retired { " (Retired)" } else { "" })
    }

    /// Names that earlier editions registered for this UID.
    pub fn former_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.former_names.split('|').filter(|name| !name.is_empty())
    }

    /// Every name that counts as right for this UID, without ` (Retired)`; the registered one comes first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let plain = self.plain_name();
        let short = self.short_name();
        [Some(plain), (short != plain).then_some(short)].into_iter().flatten().chain(self.former_names())
    }

    /// Whether both are registered under one name, as the old and the new Ultrasound Image Storage are.
    pub fn shares_name_with(&self, other: &Self) -> bool {
        self.short_name() == other.short_name()
    }

    /// What a name that is written beside this UID has to do with it.
    pub fn agreement(&self, name: &str) -> Agreement<&'static UidEntry> {
        if let Some(spelling) = self.spelling(name) {
            return Agreement::Same(spelling);
        }
        match resolve(name, Place::Any) {
            Some(found)
                if found.entry.uid != self.uid
                    && !found.entry.shares_name_with(self)
                    && (found.spelling.is_silent() || found.entry.is_nearly_named(name)) =>
            {
                Agreement::Other(found.entry)
            }
            _ => Agreement::Unregistered,
        }
    }

    /// Whether a name only differs in spelling from a name of this UID. One that merely has the letters of the keyword,
    /// as `JPEG Lossless` has, says too little to contradict the UID beside it.
    fn is_nearly_named(&self, name: &str) -> bool {
        let plain = folded(without_sop_class(without_retired(name).0));
        self.names().any(|known| folded(without_sop_class(known)) == plain)
    }

    fn spelling(&self, name: &str) -> Option<Spelling> {
        let name = name.trim();
        if name == self.name || name == self.uid || name == self.keyword {
            return Some(Spelling::Registered);
        }
        let (plain, _) = without_retired(name);
        let plain = without_sop_class(plain.strip_suffix(" and specializations").unwrap_or(plain));
        if self.names().any(|known| known == plain || without_sop_class(known) == plain) {
            return Some(Spelling::Accepted);
        }
        let plain = folded(plain);
        let plain = plain.strip_suffix("sopclass").unwrap_or(&plain);
        let is_variant =
            self.names().chain([self.keyword]).any(|known| folded(without_sop_class(known)) == plain)
                || toolkit::uid_of_identifier(name) == Some(self.uid);
        is_variant.then_some(Spelling::Variant)
    }
}

/// A registered UID that a text names, and how it names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolution {
    /// What is named.
    pub entry: &'static UidEntry,
    /// How it is written.
    pub spelling: Spelling,
    /// Whether `(Retired)` is written.
    pub marked_retired: bool,
}

/// All registered UIDs, in the order of their components.
pub fn all() -> &'static [UidEntry] {
    &REGISTRY.entries
}

/// The entry of a UID.
pub fn by_uid(uid: &str) -> Option<&'static UidEntry> {
    REGISTRY.by_uid.get(uid).map(|entry| REGISTRY.entry(*entry))
}

/// The entry of a keyword.
pub fn by_keyword(keyword: &str) -> Option<&'static UidEntry> {
    REGISTRY.by_keyword.get(keyword).map(|entry| REGISTRY.entry(*entry))
}

/// The entry that a name means in a place: registered, shortened, former, or one that only differs in spelling.
pub fn by_name(name: &str, place: Place) -> Option<Resolution> {
    let (plain, marked_retired) = without_retired(name);
    let registry = &*REGISTRY;
    let exact = registry.by_name.get(plain).or_else(|| registry.by_name.get(without_sop_class(plain)));
    let found = |answer: &Answer, spelling| {
        let entry = registry.entry(answer.preferred(marked_retired)?);
        let spelling = if entry.name == name { Spelling::Registered } else { spelling };
        place.admits(entry.kind).then_some(Resolution { entry, spelling, marked_retired })
    };
    if let Some(answer) = exact {
        return found(answer, Spelling::Accepted);
    }
    let plain = folded(plain);
    let short = plain.strip_suffix("sopclass").unwrap_or(&plain);
    let variant = BY_FOLDED_NAME.get(&plain).or_else(|| BY_FOLDED_NAME.get(short))?;
    found(variant, Spelling::Variant)
}

/// What a text means in a place, be it a UID, a keyword or a name; the first that answers counts.
pub fn resolve(text: &str, place: Place) -> Option<Resolution> {
    let text = text.trim();
    let found = by_uid(text).or_else(|| by_keyword(text)).filter(|entry| place.admits(entry.kind));
    match found {
        Some(entry) => Some(Resolution { entry, spelling: Spelling::Registered, marked_retired: false }),
        None => by_name(text, place),
    }
}

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::read);

/// The folded names are needed only where a name is misspelt, so they are made when the first one is.
static BY_FOLDED_NAME: LazyLock<HashMap<String, Answer>> = LazyLock::new(|| {
    let mut names = HashMap::with_capacity(2 * all().len());
    for (number, entry) in (0u16..).zip(all()) {
        for name in entry.names().chain([entry.keyword]) {
            index(&mut names, spelling::folded(name), number, entry.retired);
        }
    }
    names
});

struct Registry {
    entries: Vec<UidEntry>,
    by_uid: HashMap<&'static str, u16>,
    by_keyword: HashMap<&'static str, u16>,
    by_name: HashMap<&'static str, Answer>,
}

impl Registry {
    fn read() -> Self {
        let own = rows(include_str!("tables/uids.tsv")).filter_map(own_entry);
        let sop_classes = rows(include_str!("tables/sop_classes.tsv")).filter_map(sop_class_entry);
        let mut entries: Vec<UidEntry> = own.chain(sop_classes).collect();
        entries.sort_by_cached_key(|entry| sort_key(entry.uid));
        let mut registry = Self {
            by_uid: HashMap::with_capacity(entries.len()),
            by_keyword: HashMap::with_capacity(entries.len()),
            by_name: HashMap::with_capacity(2 * entries.len()),
            entries: Vec::new(),
        };
        for (number, entry) in (0u16..).zip(&mut entries) {
            entry.number = number;
            registry.by_uid.insert(entry.uid, number);
            registry.by_keyword.insert(entry.keyword, number);
            for name in entry.names() {
                index(&mut registry.by_name, name, number, entry.retired);
            }
        }
        registry.entries = entries;
        registry
    }

    fn entry(&'static self, number: u16) -> &'static UidEntry {
        &self.entries[usize::from(number)]
    }
}

fn own_entry(row: &'static str) -> Option<UidEntry> {
    let [uid, name, keyword, kind, retired, former_names] = columns(row);
    let kind = UidKind::ALL.into_iter().find(|known| known.as_str() == kind)?;
    Some(UidEntry { uid, name, keyword, kind, retired: retired == "yes", former_names, number: 0 })
}

/// Our table only lists the SOP class; what it is called the dictionary says.
fn sop_class_entry(row: &'static str) -> Option<UidEntry> {
    let [uid, _, _, _, former_names] = columns(row);
    let known = StandardSopClassDictionary.by_uid(uid)?;
    let (name, keyword, retired) = (known.name, known.alias, known.retired);
    Some(UidEntry { uid, name, keyword, kind: UidKind::SopClass, retired, former_names, number: 0 })
}

/// UIDs are sorted by the numbers of their components, as PS3.6 does.
fn sort_key(uid: &str) -> Vec<u32> {
    uid.split('.').map(|component| component.parse().unwrap_or(u32::MAX)).collect()
}
