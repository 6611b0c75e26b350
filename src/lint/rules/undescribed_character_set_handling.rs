//! `undescribed-character-set-handling`.

use crate::lint::character_sets::extended;
use crate::lint::enumeration::enumeration_up_to;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::Sieve;
use crate::model::survey::{Initiation, ItemId, Survey};
use crate::model::{CharacterSetQueries, CharacterSets, MediaRole, Prose};
use crate::route::Route;
use crate::standard::sop_class::SopClass;
use crate::standard::uids::VERIFICATION;

rule! {
    /// # What it does
    /// Reports a statement that supports more than the default repertoire and leaves open what happens with it: to data
    /// in a set that is not supported, whether sets can be configured, how they are converted across services, how
    /// queries in them are matched, and how they are shown. Queries are asked for where there are any, unsupported sets
    /// where data is received.
    ///
    /// # Why is this bad?
    /// That a set is supported tells little. Whether a name is found, kept and shown as it was written depends on these
    /// five points.
    ///
    /// # Example
    /// ```yaml
    /// character_sets: {supported: ISO_IR 100, unsupported: Characters are shown as question marks.}
    /// ```
    /// Use instead:
    /// ```yaml
    /// character_sets:
    ///   supported: ISO_IR 100
    ///   unsupported: Characters are shown as question marks.
    ///   configuration: The set is fixed.
    ///   conversion: None; values are sent in the set in which they came.
    ///   presentation: The fonts of the product have all characters of the set.
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.7
    /// - PS3.2, section N.5.7 (2023 and later editions)
    "undescribed-character-set-handling": CharacterSet, Error, Strict, statement(check), since "0.1.0"
}

const POINTS: usize = 5;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    if extended(statement).next().is_none() {
        return;
    }
    let open = open_points(&statement.character_sets, &subject.survey);
    if open.is_empty() {
        return;
    }
    let route = Route::root().key("character_sets");
    let names = enumeration_up_to(POINTS, open.iter().copied());
    findings
        .at_key(route.clone(), format!("the statement does not describe {names} of character sets"))
        .help("answer each point in a sentence, even if it is that nothing happens")
        .rests_on(route);
}

/// The points that are left open, by their keys.
fn open_points(sets: &CharacterSets, survey: &Survey<'_>) -> Vec<&'static str> {
    let general = sets.text.as_ref().map(|text| text.as_str().to_lowercase()).unwrap_or_default();
    let is_said = |text: &Option<Prose>, words: &[&str]| {
        text.as_ref().is_some_and(|text| !text.is_empty()) || words.iter().any(|word| general.contains(word))
    };
    let is_converted =
        !sets.mapping.is_empty() || is_said(&sets.conversion, &["conver", "map", "transliterat"]);
    let is_queried =
        sets.queries != CharacterSetQueries::default() || is_said(&None, &["quer", "match", "search"]);
    let points = [
        (
            "unsupported",
            is_said(&sets.unsupported, &["unsupported", "not supported", "unknown"]) || only_sends(survey),
        ),
        ("configuration", is_said(&sets.configuration, &["configur", "fixed"])),
        ("conversion", is_converted),
        ("queries", is_queried || !has_queries(survey)),
        ("presentation", is_said(&sets.presentation, &["display", "shown", "show", "font", "present"])),
    ];
    points.into_iter().filter(|(_, is_answered)| !is_answered).map(|(key, _)| key).collect()
}

/// Whether the product receives no data of patients, in whatever character set.
fn only_sends(survey: &Survey<'_>) -> bool {
    let mut receiving = Sieve::new(survey, |class| class.is_query() || class.is_retrieve());
    let is_verification = |id: &ItemId| survey.uid(*id) == Some(VERIFICATION);
    survey.transactions.is_empty()
        && survey
            .media_profiles
            .iter()
            .all(|used| used.profile.roles.iter().all(|role| *role == MediaRole::Creator))
        && survey.claimed_contexts().all(|context| match context.initiation {
            Initiation::Initiates => !receiving.any(&context.abstract_syntaxes),
            Initiation::Accepts => context.abstract_syntaxes.iter().all(is_verification),
        })
}

/// Whether the product queries, or answers queries.
fn has_queries(survey: &Survey<'_>) -> bool {
    let mut queries = Sieve::new(survey, SopClass::is_query);
    survey.claimed_contexts().any(|context| queries.any(&context.abstract_syntaxes))
        || survey.transactions.iter().any(|used| used.is_claimed && used.name.eq_ignore_ascii_case("Search"))
}
