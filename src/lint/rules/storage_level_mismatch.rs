//! `storage-level-mismatch`.

use crate::lint::enumeration::RELATED;
use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::storage_levels::{Contradiction, Mismatch, mismatches};
use crate::model::survey::Survey;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a storage provider at level 0 that does not tell which attributes it keeps, one below level 2 with a
    /// digital signature level of 2 or 3, and one below level 2 that also provides Storage Commitment under its AE title.
    ///
    /// # Why is this bad?
    /// Who commits to keep an instance, or its signature, keeps all of its attributes: that is level 2. A lower level
    /// says that some are dropped, so that one of the two claims cannot be kept. At level 0 nothing is certain but what
    /// the statement lists.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Receive:
    ///         accepts: [CT Image Storage as SCP in uncompressed, Verification as SCP in uncompressed]
    ///         conformance:
    ///           - {sop_classes: CT Image Storage, storage_level: 1, signature_level: 3}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Receive:
    ///         accepts: [CT Image Storage as SCP in uncompressed, Verification as SCP in uncompressed]
    ///         conformance:
    ///           - {sop_classes: CT Image Storage, storage_level: 2, signature_level: 3}
    /// ```
    ///
    /// # References
    /// - PS3.4, section B.4.1.1
    /// - PS3.4, section B.4.1.4
    /// - PS3.4, section J.3.3.1.2
    "storage-level-mismatch": Workflow, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for Mismatch { entry, level, contradiction, others } in mismatches(survey) {
        let used = &survey.conformances[entry];
        let route = |number: usize| survey.route(survey.conformances[number].trail).key("storage_level");
        let (message, related) = told(survey, entry, level, &contradiction);
        let mut wording = findings.at(route(entry), message).help(help(&contradiction));
        if let Some((place, label)) = related {
            wording = wording.related(place, label);
        }
        let titles = || survey.entities.iter().map(|entity| survey.route(entity.trail).key("ae_title"));
        wording =
            wording.rests_on_all(|| grounds::conformance_of(survey, used.entity).into_iter().chain(titles()));
        for other in others.into_iter().take(RELATED) {
            wording = wording.related(route(other), "and here");
        }
    }
}

/// What is wrong, and the claim that the level contradicts.
fn told(
    survey: &Survey<'_>,
    entry: usize,
    level: i64,
    contradiction: &Contradiction,
) -> (String, Option<(Route, &'static str)>) {
    match contradiction {
        Contradiction::NoAttributes => {
            (format!("the storage level is {level}, but the attributes that are kept are not listed"), None)
        }
        Contradiction::Signature(signature) => {
            let place = survey.route(survey.conformances[entry].trail).key("signature_level");
            let message =
                format!("the storage level is {level}, but the signature level {signature} needs level 2");
            (message, Some((place, "the signature level stands here")))
        }
        Contradiction::Commitment(context) => {
            let place = survey.route(survey.contexts[*context].trail).key("abstract_syntax");
            let message = format!("the storage level is {level}, but Storage Commitment needs level 2");
            (message, Some((place, "Storage Commitment is provided here")))
        }
    }
}

const fn help(contradiction: &Contradiction) -> &'static str {
    match contradiction {
        Contradiction::NoAttributes => "list them, for example in `answers: {stored attributes: …}`",
        Contradiction::Signature(_) => "correct one of the two levels",
        Contradiction::Commitment(_) => "correct the level, or do not claim Storage Commitment",
    }
}
