//! Requirements that no product can meet together.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::wishes::{Matter, Wishes, wishes};
use crate::model::survey::Survey;
use crate::model::{Demand, Statement};
use crate::route::Route;
use crate::standard::transfer_syntax::IMPLICIT_VR_LITTLE_ENDIAN;
use crate::standard::{uids, web_transaction};

/// Two requirements that exclude one another, or one that the standard excludes.
#[derive(Debug)]
pub(super) struct Contradiction {
    /// What is wrong.
    pub(super) message: String,
    /// How to mend it.
    pub(super) help: &'static str,
    /// Whether what stands there is the name of an entry.
    pub(super) is_key: bool,
    /// What stands first of the two, and what it does; nothing where the standard itself contradicts.
    pub(super) first: Option<(Route, &'static str)>,
    /// What stands second.
    pub(super) second: Route,
}

/// What contradicts itself in requirements.
pub(super) fn contradictions(survey: &Survey<'_>) -> Vec<Contradiction> {
    let mut found = in_contexts(survey);
    found.extend(in_lists(survey));
    let mut seen = HashSet::new();
    // Of a set every member says the same.
    found.retain(|found| {
        let first = found.first.as_ref().map(|(route, _)| route.clone());
        seen.insert((first, found.second.clone()))
    });
    found
}

const HELP: &str = "say once what is wanted; what is only tolerated is `may`";
const DEFAULT_HELP: &str =
    "do not forbid it, or say why it is not there: `lossy_only: true` or `too_large: true`";

const ASKED: &str = "it is asked for here";
const FORBIDDEN: &str = "it is forbidden here";

fn in_contexts(survey: &Survey<'_>) -> Vec<Contradiction> {
    let wishes = wishes(survey);
    let mut found = Vec::new();
    for (matter, said) in &wishes {
        let Some(forbidden) = said.forbidden else { continue };
        let name = named(matter);
        if let Some(asked) = said.asked {
            let ((first, does), second) = if asked.is_before(forbidden) {
                ((asked, ASKED), forbidden)
            } else {
                ((forbidden, FORBIDDEN), asked)
            };
            let first = Some((first.route(survey), does));
            let message = format!("{name} is both asked for and forbidden");
            let second = second.route(survey);
            found.push(Contradiction { message, help: HELP, is_key: false, first, second });
        } else if matter.transfer_syntax == Some(IMPLICIT_VR_LITTLE_ENDIAN)
            && is_needed(survey, &wishes, matter)
        {
            let message = format!("{name} is forbidden, and no product that has the class may be without it");
            let second = forbidden.route(survey);
            found.push(Contradiction { message, help: DEFAULT_HELP, is_key: false, first: None, second });
        }
    }
    found
}

/// Whether the class of a transfer syntax is asked for, so that the default transfer syntax has to be there: no context
/// says why it is not (PS3.5 10.1).
fn is_needed(survey: &Survey<'_>, wishes: &IndexMap<Matter<'_>, Wishes>, matter: &Matter<'_>) -> bool {
    let class = wishes.get(&Matter { transfer_syntax: None, ..*matter });
    class.and_then(|class| class.asked).is_some_and(|asked| {
        let context = survey.contexts[asked.context].context;
        context.lossy_only != Some(true) && context.too_large != Some(true)
    })
}

fn named(matter: &Matter<'_>) -> String {
    let name =
        |uid: &str| uids::by_uid(uid).map_or_else(|| uid.to_owned(), |entry| entry.short_name().to_owned());
    let class = format!("`{}` as {}", name(matter.sop_class), matter.role);
    match matter.transfer_syntax {
        Some(syntax) => format!("`{}` for {class}", name(syntax)),
        None => class,
    }
}

/// Something that is asked for or forbidden by its name in a list.
struct Entry {
    /// What it is, with all that tells it from others.
    identity: String,
    /// Its name.
    name: String,
    demand: Demand,
    route: Route,
    /// Whether the name is that of the entry.
    is_key: bool,
}

/// What is said of profiles, character sets and web transactions.
fn in_lists(survey: &Survey<'_>) -> Vec<Contradiction> {
    let statement = survey.statement;
    let mut entries = character_sets(statement);
    entries.extend(security_profiles(statement));
    entries.extend(media_profiles(survey));
    entries.extend(transactions(survey));
    let mut first: IndexMap<&str, [Option<&Entry>; 2]> = IndexMap::new();
    let mut found = Vec::new();
    for entry in entries.iter().filter(|entry| entry.demand != Demand::May) {
        let is_forbidden = entry.demand == Demand::MustNot;
        let known = first.entry(&entry.identity).or_default();
        if let Some(contrary) = known[usize::from(!is_forbidden)] {
            found.push(Contradiction {
                message: format!("`{}` is both asked for and forbidden", entry.name),
                help: HELP,
                is_key: entry.is_key,
                first: Some((contrary.route.clone(), if is_forbidden { ASKED } else { FORBIDDEN })),
                second: entry.route.clone(),
            });
        }
        known[usize::from(is_forbidden)].get_or_insert(entry);
    }
    found
}

fn entry(kind: &str, name: &str, demand: Option<Demand>, route: Route) -> Entry {
    let identity = format!("{kind} {}", name.trim().to_ascii_lowercase());
    let demand = demand.unwrap_or(Demand::Must);
    Entry { identity, name: name.trim().to_owned(), demand, route, is_key: false }
}

fn character_sets(statement: &Statement) -> Vec<Entry> {
    let list = Route::root().key("character_sets").key("supported");
    let sets = statement.character_sets.supported.iter().enumerate();
    sets.filter_map(|(position, set)| {
        Some(entry("character set", set.name.as_deref()?, set.demand, list.clone().index(position)))
    })
    .collect()
}

fn security_profiles(statement: &Statement) -> Vec<Entry> {
    let list = Route::root().key("security").key("profiles");
    let profiles = statement.security.profiles.iter().enumerate();
    profiles
        .filter_map(|(position, profile)| {
            Some(entry("profile", profile.name.as_deref()?, profile.demand, list.clone().index(position)))
        })
        .collect()
}

fn media_profiles(survey: &Survey<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for used in &survey.media_profiles {
        let Some(name) = used.profile.profile.as_deref() else { continue };
        for role in &used.profile.roles {
            let kind = format!("{} {role}", used.entity);
            let route = survey.route(used.trail).key("profile");
            entries.push(entry(&kind, name, Some(survey.demand_of_media_profile(used)), route));
        }
    }
    entries
}

fn transactions(survey: &Survey<'_>) -> Vec<Entry> {
    let entries = survey.transactions.iter().filter_map(|used| {
        let service = survey.statement.web_services.get(used.service)?;
        let (kind, role) = (service.service?, service.role?);
        let known = web_transaction::by_name(kind.as_str(), used.name);
        let name = known.map_or(used.name, |known| known.name);
        let demand = Some(survey.demand_of_transaction(used));
        let entry = entry(&format!("{kind} {role}"), name, demand, survey.route(used.trail));
        Some(Entry { is_key: true, ..entry })
    });
    entries.collect()
}
