//! `retired-requirement`.

use crate::lint::findings::Findings;
use crate::lint::retired::retired;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a requirement that asks, by `must` or `should`, for a SOP class, a transfer syntax, a key or an application
    /// profile that the standard has retired. What may be, or must not be, is left alone.
    ///
    /// # Why is this bad?
    /// The standard no longer maintains what it has retired, and encourages new products to do without. Whoever asks for
    /// it excludes them; what old devices need can be tolerated by `may`.
    ///
    /// # Example
    /// ```yaml
    /// kind: requirements
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Answer:
    ///         accepts: [CT Image Storage as SCP in uncompressed | Explicit VR Big Endian (Retired)]
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: requirements
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Answer:
    ///         accepts: [CT Image Storage as SCP in uncompressed]
    /// ```
    ///
    /// # References
    /// - PS3.6, chapter 5
    /// - PS3.6, Annex A
    "retired-requirement": Governance, Warning, Recommended, requirements(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for retired in retired(&subject.survey) {
        let Some((first, others)) = retired.routes.split_first() else { continue };
        let instead = retired.successor.as_deref().unwrap_or("what has taken its place");
        let help = format!("ask for {instead}; what old devices need is tolerated by `may`");
        let _ = findings
            .at(first.clone(), format!("`{}` is retired, and asked for", retired.name))
            .also(others.iter().cloned())
            .help(help);
    }
}
