//! AE titles that several entities of one product have.

use std::collections::BTreeMap;

use super::leftover::leftovers;
use super::placeholder::is_placeholder;
use crate::model::Prose;
use crate::model::survey::{EntityUse, Survey};
use crate::standard::ae_title;

/// The entities that share a title, in the author's order; titles that nobody shares are left out. What is no title, or
/// stands in for one, is not shared.
pub(super) fn shared_titles<'v, 's>(survey: &'v Survey<'s>) -> Vec<Vec<&'v EntityUse<'s>>> {
    let mut holders: BTreeMap<&str, Vec<&EntityUse<'_>>> = BTreeMap::new();
    for used in survey.entities.iter().filter(|used| used.is_claimed) {
        if let Some(title) = used.entity.ae_title.as_deref().filter(|title| is_title(title)) {
            holders.entry(title.trim()).or_default().push(used);
        }
    }
    let mut shared: Vec<_> = holders.into_values().filter(|holders| holders.len() > 1).collect();
    shared.sort_by_key(|holders| holders[0].trail);
    shared
}

/// Whether a text is a title, and not the place of one.
pub(super) fn is_title(title: &str) -> bool {
    ae_title::malformation(title).is_none() && !is_placeholder(title) && leftovers(title).is_empty()
}

/// Whether the statement says that entities share a title.
pub(super) fn is_explained(survey: &Survey<'_>, holders: &[&EntityUse<'_>]) -> bool {
    let statement = survey.statement;
    let configuration = &statement.configuration;
    let says = |text: &Option<Prose>| speaks_of_sharing(text.as_ref());
    let general = [
        &configuration.local,
        &configuration.text,
        &statement.associations.text,
        &statement.product.overview,
    ];
    general.into_iter().any(says)
        || holders.iter().any(|used| {
            let entity = used.entity;
            let setting = configuration.application_entities.get(used.name);
            entity.policies.shared_title.as_ref().is_some_and(|text| !text.is_empty())
                || says(&entity.summary)
                || says(&entity.description)
                || says(&entity.associations.text)
                || setting.is_some_and(|setting| says(&setting.ae_title.text))
        })
}

fn speaks_of_sharing(text: Option<&Prose>) -> bool {
    const WORDS: &[&str] = &["share", "same", "common", "one ae title", "single", "identical"];
    let text = text.map(|text| text.as_str().to_lowercase()).unwrap_or_default();
    text.contains("title") && WORDS.iter().any(|word| text.contains(word))
}
