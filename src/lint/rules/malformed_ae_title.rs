//! `malformed-ae-title`.

use crate::lint::findings::Findings;
use crate::lint::placeholder::is_placeholder;
use crate::lint::reservations;
use crate::lint::rule::{SiteSubject, StatementSubject, rule};
use crate::route::Route;
use crate::standard::ae_title::{self, Malformation};

rule! {
    /// # What it does
    /// Reports an AE title with more than 16 characters, of spaces alone, or with a character that no title may have: a
    /// backslash, a control character, or one outside the default character repertoire.
    ///
    /// Spaces inside a title, lower case letters and punctuation are fine.
    ///
    /// # Why is this bad?
    /// The title is sent in a field of 16 bytes. What does not fit, or has another value in another encoding, cannot
    /// arrive as it is written.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: EXAMPLE\PACS
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: EXAMPLE_PACS
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.5, section 6.2 (value representation AE)
    /// - PS3.8, section 9.3.2
    "malformed-ae-title": Networking, Error, Minimal, both(check_statement, check_site), since "0.1.0"
}

fn check_statement(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    for (name, entity) in &statement.application_entities {
        let route = || Route::root().key("application_entities").key(name).key("ae_title");
        judge(entity.ae_title.as_deref(), route, findings);
    }
    for (name, entity) in &statement.media.application_entities {
        let entities = || Route::root().key("media").key("application_entities");
        let route = || entities().key(name).key("source_ae_title");
        judge(entity.source_ae_title.as_deref(), route, findings);
    }
}

fn check_site(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for (name, entity) in &subject.site.application_entities {
        let route = || Route::root().key("application_entities").key(name).key("ae_title");
        judge(entity.ae_title.as_deref(), route, findings);
    }
    for (name, reservation) in &subject.site.reservations {
        judge(reservation.ae_title.as_deref(), || reservations::route(name).key("ae_title"), findings);
    }
}

fn judge(title: Option<&str>, route: impl Fn() -> Route, findings: &mut Findings) {
    let Some(title) = title.filter(|title| !is_placeholder(title)) else { return };
    let (message, help) = match ae_title::malformation(title) {
        None => return,
        Some(Malformation::Blank) => ("the AE title is blank".to_owned(), "name the entity".to_owned()),
        Some(Malformation::TooLong(length)) => (
            format!("the AE title has {length} characters"),
            format!("an AE title has at most {}", ae_title::MAX_LENGTH),
        ),
        Some(Malformation::Forbidden('\\')) => (
            "the AE title holds a backslash".to_owned(),
            "leave the `\\` out: it separates the values of an attribute".to_owned(),
        ),
        Some(Malformation::Forbidden(character)) => (
            format!("the AE title holds the character {}", shown(character)),
            "leave it out: letters, digits, spaces and punctuation of ISO 646 are possible".to_owned(),
        ),
    };
    findings.at(route(), message).help(help);
}

fn shown(character: char) -> String {
    let number = u32::from(character);
    if character.is_control() { format!("U+{number:04X}") } else { format!("`{character}` (U+{number:04X})") }
}
