//! The attributes that a search of a web service matches and returns (PS3.18 10.6, 11.9).

use super::keys::{KeyTable, shortcomings};
use super::{Cause, Side};
use crate::model::survey::Trail;
use crate::model::{Support, Transaction, WebRole, WebServiceKind};
use crate::standard::attribute::{self, Tag};
use crate::standard::web_resource::{self, Meant};
use crate::standard::web_transaction::{SEARCH_LEVELS, search_keys};

/// The attributes that a search matches and returns.
#[derive(Debug, Default)]
pub(super) struct WebKeys {
    table: KeyTable,
    is_stated: bool,
}

impl WebKeys {
    /// Those of a transaction; none where it does not search.
    pub(super) fn of(kind: WebServiceKind, name: &str, transaction: &Transaction, role: WebRole) -> Self {
        if name != "Search" {
            return Self::default();
        }
        let is_of_studies = kind == WebServiceKind::Studies;
        let mut table = KeyTable::default();
        let levels = if is_of_studies { &SEARCH_LEVELS[..] } else { &[] };
        let stands_for_all = |level: &str| {
            let groups = transaction.keys.groups();
            let of_level = groups.iter().filter(|(name, _)| name.eq_ignore_ascii_case(level));
            transaction.keys.is_standard
                || of_level.flat_map(|(_, keys)| keys.iter()).any(crate::model::Key::is_standard)
        };
        for (level, keys) in transaction.keys.groups() {
            for key in keys.iter().filter(|key| !key.is_standard()) {
                table.put_search_key(is_of_studies, level, key);
            }
        }
        let parameters = parameters(transaction);
        for path in &parameters {
            if role == WebRole::UserAgent {
                table.put_search_parameter(is_of_studies, asked_level(transaction), path);
            } else {
                let levels = if is_of_studies { levels } else { &["Workitem"] };
                levels.iter().for_each(|level| table.put_search_parameter(is_of_studies, level, path));
            }
        }
        for level in levels {
            if role == WebRole::OriginServer || stands_for_all(level) {
                table.put_searched(level, search_keys(level));
            }
        }
        if role == WebRole::OriginServer && is_of_studies {
            table.hand_down();
        }
        Self { table, is_stated: !transaction.keys.is_empty() || !parameters.is_empty() }
    }

    /// What of the attributes of a user agent an origin server does not support.
    pub(super) fn shortcomings<'c>(
        &self,
        answered: &Self,
        user: Side,
    ) -> Vec<(Cause<'c>, Option<Trail>, Option<Trail>)> {
        let asked = self.is_stated.then_some(&self.table);
        if !self.is_stated || answered.is_stated {
            return shortcomings(asked, Some(&answered.table), user);
        }
        // What every origin server matches goes without saying; of all else nothing is known.
        let lacking = shortcomings(asked, Some(&answered.table), user);
        let unknown = (!lacking.is_empty()).then(|| (Cause::UnknownKeys(user.opposite()), None, None));
        unknown.into_iter().collect()
    }
}

/// The attributes among the query parameters.
fn parameters(transaction: &Transaction) -> Vec<Vec<Tag>> {
    let claimed = transaction
        .query_parameters
        .iter()
        .filter(|parameter| parameter.support.is_none_or(Support::is_claim));
    claimed.filter_map(|parameter| path_of_parameter(parameter.name.as_deref()?)).collect()
}

/// The path of an attribute that is a query parameter: keywords or tags with full stops between them (PS3.18 8.3.4.1).
pub(super) fn path_of_parameter(name: &str) -> Option<Vec<Tag>> {
    let tag = |step: &str| {
        let is_tag = step.len() == 8 && step.bytes().all(|digit| digit.is_ascii_hexdigit());
        let (group, element) = step.split_at_checked(4).filter(|_| is_tag)?;
        Some((u16::from_str_radix(group, 16).ok()?, u16::from_str_radix(element, 16).ok()?))
    };
    let step = |step: &str| tag(step).or_else(|| attribute::resolve(step).map(|found| found.attribute.tag));
    name.trim().split('.').map(step).collect()
}

/// The level at which a user agent searches, by the first of its resources.
fn asked_level(transaction: &Transaction) -> &'static str {
    let levels = transaction.resources.iter().filter_map(|resource| {
        match web_resource::by_text("Search", resource.path.as_deref()?) {
            Meant::Known(known) => Some(known.content),
            Meant::Other | Meant::Unclear => None,
        }
    });
    levels.into_iter().next().unwrap_or("Study")
}
