//! `contradictory-requirements`.

use crate::lint::contradiction::{Contradiction, contradictions};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports two requirements that no product can meet together: what one asks for, by `must` or `should`, the other
    /// forbids. It also reports a requirement that forbids the default transfer syntax of a SOP class that is asked for.
    ///
    /// # Why is this bad?
    /// Whoever answers has to guess which of the two is meant, and every answer is wrong by one of them.
    ///
    /// # Example
    /// ```yaml
    /// kind: requirements
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Reception:
    ///         accepts:
    ///           - CT Image Storage as SCP in uncompressed | RLE Lossless
    ///           - CT Image Storage as SCP in RLE Lossless (must_not)
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: requirements
    /// application_entities:
    ///   ARCHIVE:
    ///     activities:
    ///       Reception:
    ///         accepts:
    ///           - CT Image Storage as SCP in uncompressed
    ///           - CT Image Storage as SCP in RLE Lossless (must_not)
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    /// - PS3.5, section 10.1
    "contradictory-requirements": Governance, Warning, Recommended, requirements(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for contradiction in contradictions(&subject.survey) {
        let Contradiction { message, help, is_key, first, second } = contradiction;
        let wording = if is_key { findings.at_key(second, message) } else { findings.at(second, message) };
        let wording = wording.help(help);
        if let Some((route, does)) = first {
            let wording = wording.rests_on(route.clone());
            let _ = if is_key { wording.related_key(route, does) } else { wording.related(route, does) };
        }
    }
}
