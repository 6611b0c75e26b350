//! Whether the prose of an entity speaks of something.

use super::grounds::activities_of;
use crate::model::Prose;
use crate::model::survey::Survey;

/// Whether any text of an entity has one of some words, written in lower case here and in any case there.
pub(super) fn mentions(survey: &Survey<'_>, entity: usize, words: &[&str]) -> bool {
    let has = |text: &str| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word))
    };
    let says = |prose: &Option<Prose>| prose.as_ref().is_some_and(|prose| has(prose.as_str()));
    let named = survey.entities[entity].entity;
    let policies = &named.policies;
    let of_entity = [&named.description, &policies.lossy, &policies.initiation, &policies.acceptance];
    of_entity.into_iter().any(says)
        || activities_of(survey, entity).iter().any(|used| {
            let activity = used.activity;
            let answers = || activity.conformance.iter().flat_map(|entry| entry.answers.iter());
            says(&activity.description)
                || says(&activity.transfer_syntax_policy)
                || activity.conformance.iter().any(|entry| says(&entry.text))
                || answers().any(|(name, answer)| has(name) || has(answer.as_str()))
        })
}
