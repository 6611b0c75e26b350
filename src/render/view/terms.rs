//! The terms that every statement explains (PS3.2 A.3.4), in our own words.

use super::introduction::TermView;
use super::scope::Scope;

/// Which statements have a use for a term.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Always,
    Network,
    Media,
    Web,
}

/// The terms of a statement, in the order of the alphabet: those below that it has a use for, and the author's. A term
/// of the author takes the place of the one of the same name; with an empty meaning it takes that one away.
pub(super) fn terms(scope: &Scope<'_>) -> Vec<TermView> {
    let statement = scope.statement();
    let has_use = |of: Use| match of {
        Use::Always => true,
        Use::Network => !statement.application_entities.is_empty(),
        Use::Media => !statement.media.application_entities.is_empty(),
        Use::Web => !statement.web_services.is_empty(),
    };
    let own = &statement.introduction.terms;
    let is_own = |term: &str| own.keys().any(|name| is_same(name, term));
    let known = TERMS.iter().filter(|(of, term, _)| has_use(*of) && !is_own(term));
    let known = known.map(|(_, term, meaning)| TermView { term: (*term).into(), meaning: (*meaning).into() });
    let own = own.iter().filter_map(|(term, meaning)| {
        Some(TermView { term: term.clone(), meaning: scope.prose(Some(meaning))? })
    });
    let mut terms: Vec<_> = known.chain(own).collect();
    terms.sort_by_cached_key(|term| term.term.to_lowercase());
    terms
}

/// Whether two names are the same but for letter case and an abbreviation in brackets.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |name: &str| name.split('(').next().unwrap_or_default().trim().to_lowercase();
    bare(one) == bare(other)
}

const TERMS: &[(Use, &str, &str)] = &[
    (
        Use::Network,
        "Abstract Syntax",
        "What two applications agree to exchange: for most purposes a SOP Class, such as CT Image Storage.",
    ),
    (
        Use::Network,
        "Application Context",
        "The set of rules under which an Association is used; DICOM defines a single one.",
    ),
    (
        Use::Always,
        "Application Entity (AE)",
        "An end point of DICOM communication: the part of a product that sends, receives, writes or reads. A product \
         may have several.",
    ),
    (
        Use::Network,
        "Application Entity Title",
        "The name, of up to 16 characters, by which other systems on the network address an Application Entity.",
    ),
    (
        Use::Network,
        "Association",
        "A connection between two Application Entities, opened with a negotiation of what may be exchanged over it.",
    ),
    (
        Use::Always,
        "Attribute",
        "One item of the data that describe an object, such as the Patient ID; known by its tag.",
    ),
    (
        Use::Always,
        "Information Object Definition (IOD)",
        "The list of Attributes that make up a kind of object, such as a CT image, and which of them must have a value.",
    ),
    (
        Use::Media,
        "Media Storage Application Profile",
        "What is agreed beforehand for the exchange of files: the medium, the kinds of objects and their encoding.",
    ),
    (Use::Always, "Module", "Attributes of an object that belong together, such as those about the patient."),
    (
        Use::Network,
        "Negotiation",
        "The first step on a new Association, in which both sides settle what is exchanged, how it is encoded and who \
         takes which role.",
    ),
    (
        Use::Web,
        "Origin Server, User Agent",
        "The two sides of a web service: the origin server answers what the user agent requests.",
    ),
    (
        Use::Network,
        "Presentation Context",
        "An Abstract Syntax with the Transfer Syntaxes that are offered or accepted for it on an Association.",
    ),
    (
        Use::Network,
        "Protocol Data Unit (PDU)",
        "A packet in which data travel over an Association. Each side says how large the packets that it receives may \
         be.",
    ),
    (
        Use::Always,
        "Security Profile",
        "A selection of mechanisms, such as encryption or signatures, that protect data or systems.",
    ),
    (
        Use::Network,
        "Service Class Provider (SCP)",
        "The role of the side that performs a service, such as an archive that stores images.",
    ),
    (
        Use::Network,
        "Service Class User (SCU)",
        "The role of the side that asks for a service, such as a modality that sends images.",
    ),
    (
        Use::Always,
        "Service-Object Pair (SOP) Class",
        "A kind of object together with the services that apply to it; the unit in which support of DICOM is claimed.",
    ),
    (
        Use::Always,
        "SOP Instance",
        "A single object of a SOP Class: one image, one report, one examination step.",
    ),
    (
        Use::Always,
        "Tag",
        "The number of an Attribute, written as two groups of four hexadecimal digits, such as (0010,0020). An odd \
         first group marks an Attribute that a manufacturer has added.",
    ),
    (
        Use::Always,
        "Transfer Syntax",
        "The encoding of objects: byte order, explicit or implicit Value Representations, compression.",
    ),
    (
        Use::Always,
        "Unique Identifier (UID)",
        "An identifier of digits and full stops that exists only once in the world, given to images, studies, SOP \
         Classes and much else.",
    ),
    (
        Use::Always,
        "Value Representation (VR)",
        "The type of the value of an Attribute: a date, a person's name, a number, a sequence of items.",
    ),
];
