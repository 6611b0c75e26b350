//! `unstated-character-sets`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::Survey;
use crate::model::{CharacterSets, Statement, Support};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement with services that says nothing of `character_sets`. Where all services are web services, it is
    /// enough that each of them states its own.
    ///
    /// # Why is this bad?
    /// Names of patients are seldom written in ASCII alone. Whoever connects the product has to know which names it can
    /// receive, search for and show.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "3.0"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "3.0"}
    /// character_sets: {supported: [ISO_IR 100, ISO_IR 192]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.7
    /// - PS3.2, section N.1.7 (2023 and later editions)
    /// - PS3.18, section 8.8
    "unstated-character-sets": CharacterSet, Warning, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let (statement, survey) = (subject.statement, &subject.survey);
    if statement.character_sets != CharacterSets::default() || !needs_character_sets(statement, survey) {
        return;
    }
    findings
        .at(Route::root().key("kind"), "the statement does not say which character sets are supported")
        .help("add `character_sets: {supported: …}`; `ISO_IR 6` stands for the default repertoire alone")
        .rests_on_keys(&Route::root(), &["character_sets", "web_services"]);
}

/// Whether there are services of which it is not said which sets they support.
fn needs_character_sets(statement: &Statement, survey: &Survey<'_>) -> bool {
    let is_web_explained = |name: &str| {
        let service = statement.web_services.get(name);
        service.is_some_and(|service| {
            let mut transactions = service.transactions.values();
            !service.character_sets.is_empty() || transactions.all(|said| !said.character_sets.is_empty())
        })
    };
    let is_claim = |support: Option<Support>| support.is_none_or(Support::is_claim);
    survey.claimed_contexts().next().is_some()
        || survey.media_profiles.iter().any(|used| used.is_claimed && is_claim(used.profile.support))
        || survey.transactions.iter().any(|used| used.is_claimed && !is_web_explained(used.service))
}
