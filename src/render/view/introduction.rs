//! The introduction (PS3.2 A.3).

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use super::scope::Scope;
use super::terms::terms;
use crate::model::{Prose, Statement};

/// The introduction. What the author leaves out, the template says; what the author adds, it says as well.
#[allow(clippy::struct_excessive_bools)] // Each tells the template whether to print its own text.
#[derive(Debug, Serialize)]
pub struct IntroductionView {
    /// The history of the document; the latest version last, as the author has it.
    pub revisions: Vec<RevisionRow>,
    /// Who should read the statement, in the author's words; prose.
    pub audience: Option<String>,
    /// Whether the template's text on the audience is wanted.
    pub has_default_audience: bool,
    /// What the statement does not promise, in the author's words; prose.
    pub remarks: Option<String>,
    /// Whether the template's remarks are wanted.
    pub has_default_remarks: bool,
    /// Where the IHE Integration Statement of the product is to be found; prose.
    pub ihe_integration_statement: Option<String>,
    /// Terms with their meaning, in the order of the alphabet; the meaning is prose.
    pub terms: Vec<TermView>,
    /// What a reader new to DICOM should know, in the author's words; prose.
    pub basics: Option<String>,
    /// Whether the template's text on the basics of DICOM is wanted.
    pub has_default_basics: bool,
    /// Documents that are referred to; prose.
    pub references: Vec<String>,
}

/// A row of the revision history (PS3.2 A.3.1).
#[derive(Debug, Serialize)]
pub struct RevisionRow {
    /// The version of the document.
    pub version: String,
    /// The date of issue.
    pub date: String,
    /// Who wrote it; empty where it is not stated.
    pub author: String,
    /// What changed; prose.
    pub description: String,
}

/// A term or an abbreviation with its meaning.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// The term.
    pub term: String,
    /// The meaning; prose.
    pub meaning: String,
}

impl IntroductionView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let statement = scope.statement();
        let introduction = &statement.introduction;
        let revisions = statement.statement.revisions.iter().map(|revision| RevisionRow {
            version: revision.version.clone().unwrap_or_default(),
            date: revision.date.map(|date| date.to_string()).unwrap_or_default(),
            author: revision.author.clone().unwrap_or_default(),
            description: scope.prose(revision.description.as_ref()).unwrap_or_default(),
        });
        let (audience, has_default_audience) = passage(scope, &introduction.audience);
        let (remarks, has_default_remarks) = passage(scope, &introduction.remarks);
        let (basics, has_default_basics) = passage(scope, &introduction.basics);
        Self {
            revisions: revisions.collect(),
            audience,
            has_default_audience,
            remarks,
            has_default_remarks,
            ihe_integration_statement: scope.prose(introduction.ihe_integration_statement.as_ref()),
            terms: terms(scope),
            basics,
            has_default_basics,
            references: introduction.references.iter().filter_map(|text| scope.prose(Some(text))).collect(),
        }
    }
}

/// What the author writes, and whether the template's own text stands before it.
fn passage(scope: &Scope<'_>, written: &[Prose]) -> (Option<String>, bool) {
    let is_standard = |prose: &&Prose| prose.as_str() == "standard";
    let own: Vec<_> = written
        .iter()
        .filter(|prose| !is_standard(prose))
        .filter_map(|prose| scope.prose(Some(prose)))
        .collect();
    let own = (!own.is_empty()).then(|| own.join("\n\n"));
    (own.clone(), own.is_none() || written.iter().any(|prose| is_standard(&prose)))
}

/// The abbreviations that a document explains: those of the author, and of the well-known ones those among `words`,
/// in the order of the alphabet (PS3.2 A.3.6).
pub(in crate::render) fn abbreviations(statement: &Statement, words: &HashSet<&str>) -> Vec<TermView> {
    let has_associations = !statement.application_entities.is_empty();
    let has_media = !statement.media.application_entities.is_empty();
    let has_web_services = !statement.web_services.is_empty();
    let known = KNOWN.iter().filter(|(abbreviation, _)| {
        ALWAYS.contains(abbreviation)
            || words.contains(abbreviation)
            || has_associations && OF_ASSOCIATIONS.contains(abbreviation)
            || has_media && OF_MEDIA.contains(abbreviation)
            || has_web_services && *abbreviation == "HTTP"
    });
    let known = known.map(|(abbreviation, meaning)| ((*abbreviation).to_owned(), (*meaning).to_owned()));
    let own = statement.introduction.abbreviations.iter();
    let own = own.map(|(abbreviation, meaning)| (abbreviation.clone(), meaning.as_str().to_owned()));
    let all: BTreeMap<String, String> = known.chain(own).collect();
    let all = all.into_iter().filter(|(_, meaning)| !meaning.is_empty());
    all.map(|(term, meaning)| TermView { term, meaning }).collect()
}

/// What the built-in templates themselves say.
const ALWAYS: &[&str] = &["AE", "DICOM", "SOP", "UID"];

/// What the built-in templates say of Application Entities that make associations.
const OF_ASSOCIATIONS: &[&str] = &["PDU", "SCP", "SCU", "TCP/IP", "VR"];

/// What they say of media.
const OF_MEDIA: &[&str] = &["FSC", "FSR", "FSU"];

const KNOWN: &[(&str, &str)] = &[
    ("AE", "Application Entity"),
    ("ANAP", "Attribute Not Always Present"),
    ("CAD", "Computer-Aided Detection"),
    ("CDA", "Clinical Document Architecture"),
    ("CD-R", "Compact Disk Recordable"),
    ("CR", "Computed Radiography"),
    ("CT", "Computed Tomography"),
    ("DHCP", "Dynamic Host Configuration Protocol"),
    ("DICOM", "Digital Imaging and Communications in Medicine"),
    ("DIMSE", "DICOM Message Service Element"),
    ("DNS", "Domain Name System"),
    ("DVD", "Digital Versatile Disc"),
    ("DX", "Digital X-Ray"),
    ("ECG", "Electrocardiogram"),
    ("FSC", "File-set Creator"),
    ("FSR", "File-set Reader"),
    ("FSU", "File-set Updater"),
    ("GSDF", "Grayscale Standard Display Function"),
    ("GSPS", "Grayscale Softcopy Presentation State"),
    ("HIS", "Hospital Information System"),
    ("HL7", "Health Level 7"),
    ("HTTP", "Hypertext Transfer Protocol"),
    ("HTTPS", "Hypertext Transfer Protocol Secure"),
    ("IHE", "Integrating the Healthcare Enterprise"),
    ("IOD", "Information Object Definition"),
    ("JPEG", "Joint Photographic Experts Group"),
    ("JSON", "JavaScript Object Notation"),
    ("LDAP", "Lightweight Directory Access Protocol"),
    ("LUT", "Look-Up Table"),
    ("MG", "Mammography"),
    ("MPEG", "Moving Picture Experts Group"),
    ("MPPS", "Modality Performed Procedure Step"),
    ("MR", "Magnetic Resonance"),
    ("MSPS", "Modality Scheduled Procedure Step"),
    ("MWL", "Modality Worklist"),
    ("N/A", "Not Applicable"),
    ("NM", "Nuclear Medicine"),
    ("NTP", "Network Time Protocol"),
    ("OP", "Ophthalmic Photography"),
    ("PACS", "Picture Archiving and Communication System"),
    ("PDF", "Portable Document Format"),
    ("PDU", "Protocol Data Unit"),
    ("PET", "Positron Emission Tomography"),
    ("QIDO-RS", "Query based on ID for DICOM Objects by RESTful Services"),
    ("REST", "Representational State Transfer"),
    ("RF", "Radiofluoroscopy"),
    ("RIS", "Radiology Information System"),
    ("RLE", "Run Length Encoding"),
    ("RT", "Radiotherapy"),
    ("SC", "Secondary Capture"),
    ("SCP", "Service Class Provider"),
    ("SCU", "Service Class User"),
    ("SOP", "Service-Object Pair"),
    ("SPS", "Scheduled Procedure Step"),
    ("SR", "Structured Reporting"),
    ("STOW-RS", "Store over the Web by RESTful Services"),
    ("TBC", "To Be Confirmed"),
    ("TCP/IP", "Transmission Control Protocol/Internet Protocol"),
    ("TLS", "Transport Layer Security"),
    ("UID", "Unique Identifier"),
    ("UPS", "Unified Procedure Step"),
    ("URI", "Uniform Resource Identifier"),
    ("URL", "Uniform Resource Locator"),
    ("US", "Ultrasound"),
    ("VNAP", "Value Not Always Present"),
    ("VL", "Visible Light"),
    ("VR", "Value Representation"),
    ("WADO-RS", "Web Access to DICOM Objects by RESTful Services"),
    ("WADO-URI", "Web Access to DICOM Objects by Uniform Resource Identifier"),
    ("XA", "X-Ray Angiography"),
    ("XML", "Extensible Markup Language"),
];
