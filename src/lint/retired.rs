//! What requirements ask for although the standard has retired it.

use indexmap::IndexMap;

use crate::model::survey::{ItemId, ItemPlace, Survey};
use crate::model::{Demand, Item};
use crate::route::Route;
use crate::standard::spelling::Agreement;
use crate::standard::uids::{self, Place, UidEntry};

/// Something retired that is asked for.
#[derive(Debug)]
pub(super) struct Retired {
    /// Its name.
    pub(super) name: String,
    /// The name and the UID of what has taken its place, where the registry tells.
    pub(super) successor: Option<String>,
    /// Where it is asked for, never empty.
    pub(super) routes: Vec<Route>,
}

/// What is asked for and retired, each thing once.
pub(super) fn retired(survey: &Survey<'_>) -> Vec<Retired> {
    let mut found: IndexMap<String, Retired> = IndexMap::new();
    let mut note = |identity: &str, name: String, successor, route: Route| {
        let new = Retired { name, successor, routes: Vec::new() };
        let known = found.entry(identity.to_owned()).or_insert(new);
        if !known.routes.contains(&route) {
            known.routes.push(route);
        }
    };
    for id in asked(survey) {
        let used = survey.item(id);
        if let Some(entry) = used.meaning.entry().filter(|entry| entry.retired) {
            note(entry.uid, entry.plain_name().to_owned(), successor(entry), survey.route(used.trail));
        }
    }
    for (name, route) in keys(survey) {
        note(&name.clone(), name, None, route);
    }
    for used in survey.media_profiles.iter().filter(|used| survey.demand_of_media_profile(used).is_wish()) {
        if let Some(name) = used.profile.profile.as_deref().filter(|name| is_waveform_diskette(name)) {
            note(name, name.to_owned(), None, survey.route(used.trail).key("profile"));
        }
    }
    found.into_values().collect()
}

/// The SOP classes and transfer syntaxes that are asked for.
fn asked(survey: &Survey<'_>) -> Vec<ItemId> {
    let mut asked = Vec::new();
    let mut add = |holder: Demand, classes: (&[Item], &[ItemId]), syntaxes: (&[Item], &[ItemId])| {
        for ((written, expanded), place) in
            [(classes, ItemPlace::SopClass), (syntaxes, ItemPlace::TransferSyntax)]
        {
            let demands = survey.demands_of_items(written, expanded, place).into_iter();
            asked.extend(demands.filter(|(_, own)| own.within(holder).is_wish()).map(|(id, _)| id));
        }
    };
    for used in &survey.contexts {
        let said = used.context;
        let syntaxes = (&*said.transfer_syntaxes, &*used.transfer_syntaxes);
        add(survey.demand_of_context(used), (&said.abstract_syntax, &used.abstract_syntaxes), syntaxes);
    }
    for used in &survey.conformances {
        let classes = (&*used.conformance.sop_classes, &*used.sop_classes);
        add(survey.demand_of_conformance(used), classes, (&[], &[]));
    }
    for used in &survey.transactions {
        let said = used.transaction;
        let syntaxes = (&*said.transfer_syntaxes, &*used.transfer_syntaxes);
        add(survey.demand_of_transaction(used), (&said.sop_classes, &used.sop_classes), syntaxes);
    }
    for used in &survey.media_profiles {
        let said = used.profile;
        let syntaxes = (&*said.transfer_syntaxes, &*used.transfer_syntaxes);
        add(survey.demand_of_media_profile(used), (&said.sop_classes, &used.sop_classes), syntaxes);
    }
    asked
}

/// The retired keys of queries that are asked for.
fn keys(survey: &Survey<'_>) -> Vec<(String, Route)> {
    let asked = survey
        .keys
        .iter()
        .filter(|used| survey.demand_of_conformance(&survey.conformances[used.conformance]).is_wish());
    let retired = asked.filter_map(|used| {
        let site = &survey.attributes[used.attribute];
        let entry = site.meaning.entry.filter(|entry| entry.retired)?;
        // A tag with the name of another attribute is that rule's business.
        let name = site.attribute.name.as_deref().unwrap_or_default();
        let is_other = matches!(entry.agreement(name), Agreement::Other(_));
        (!is_other).then(|| (entry.to_string(), survey.route(site.trail)))
    });
    retired.collect()
}

/// What has taken the place of a retired SOP class or transfer syntax: what has its name now, the Study Root models for
/// those of studies only, the other byte order.
fn successor(entry: &UidEntry) -> Option<String> {
    let place =
        if Place::TransferSyntax.admits(entry.kind) { Place::TransferSyntax } else { Place::AbstractSyntax };
    let plain = entry.plain_name();
    let candidates = [
        plain.to_owned(),
        plain.replacen("Patient/Study Only", "Study Root", 1),
        plain.replacen("Big Endian", "Little Endian", 1),
    ];
    let known = candidates.iter().filter_map(|name| uids::resolve(name, place));
    let mut alive = known.map(|found| found.entry).filter(|found| !found.retired && found.uid != entry.uid);
    alive.next().map(|found| format!("`{}` (`{}`)", found.short_name(), found.uid))
}

/// Whether an identifier is one of the Waveform Diskette profiles, PS3.11 Annex F, which are retired. The beginning of
/// their identifiers is that of PS3.11-2004, from memory.
fn is_waveform_diskette(identifier: &str) -> bool {
    identifier.trim().starts_with("STD-WVFM-")
}
