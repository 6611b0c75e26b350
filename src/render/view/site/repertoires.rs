//! Which links of a site lead to an end that does not support the character sets of what it is sent.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use super::Ground;
use super::ends::some_of;
use crate::finding::DocumentId;
use crate::model::{Direction, Endpoint, Statement, Support};
use crate::standard::character_set;

/// Which character sets the links of a site can carry, as far as statements tell.
#[derive(Debug, Default, Serialize)]
pub struct RepertoiresView {
    /// How many ways of links lead to an end that supports all character sets of the sender.
    pub number_covered: usize,
    /// Ways that lead to an end that does not.
    pub rows: Vec<RepertoireRow>,
    /// Entities whose statements say nothing of character sets.
    pub unstated: Vec<UnstatedRow>,
    /// How many ways of links have an end that implements no entity of a statement.
    pub number_without_statement: usize,
}

/// A way of a link on which texts can arrive in a character set that the receiver does not support.
#[derive(Debug, Serialize)]
pub struct RepertoireRow {
    /// Who sends.
    pub sender: String,
    /// Who receives.
    pub receiver: String,
    /// The character sets that the sender supports and the receiver does not, by defined terms.
    pub unsupported: Vec<String>,
    /// The stage of life of the link.
    pub status: &'static str,
}

/// Entities whose statement says nothing of character sets.
#[derive(Debug, Serialize)]
pub struct UnstatedRow {
    /// The statement, by its path.
    pub statement: String,
    /// The entities that implement one of its own.
    pub entities: Vec<String>,
}

/// The character sets of a statement; nothing where it says nothing of them.
type Sets<'p> = Option<BTreeSet<&'p str>>;

/// What links carry data from and to, for all that are not obsolete.
pub(super) fn repertoires(ground: &Ground<'_, '_>) -> RepertoiresView {
    let mut view = RepertoiresView::default();
    let mut known: HashMap<DocumentId, Sets<'_>> = HashMap::new();
    let mut unstated: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (link, ends, _) in ground.links() {
        let (Some([source, target]), Some(direction)) = (ends.found, link.link.direction) else { continue };
        let there = ((source, &ends.source), (target, &ends.target));
        let back = ((target, &ends.target), (source, &ends.source));
        let ways = match direction {
            Direction::Push => vec![there],
            Direction::Pull => vec![back],
            Direction::Bidir => vec![there, back],
        };
        for ((sender, sender_name), (receiver, receiver_name)) in ways {
            let implemented = [sender, receiver].map(|end| implemented(ground, &end));
            let [Some(sending), Some(receiving)] = implemented else {
                view.number_without_statement += 1;
                continue;
            };
            for ((document, path, statement), name) in [(sending, sender_name), (receiving, receiver_name)] {
                let sets = known.entry(document).or_insert_with(|| sets(statement));
                if sets.is_none() {
                    unstated.entry(path).or_default().insert(name.clone());
                }
            }
            let sets =
                [sending, receiving].map(|(document, ..)| known.get(&document).and_then(Option::as_ref));
            let [Some(sent), Some(supported)] = sets else { continue };
            let lacking = lacking(sent, supported);
            if lacking.is_empty() {
                view.number_covered += 1;
                continue;
            }
            view.rows.push(RepertoireRow {
                sender: sender_name.clone(),
                receiver: receiver_name.clone(),
                unsupported: lacking,
                status: link.link.status().as_str(),
            });
        }
    }
    let row = |(path, entities): (&str, BTreeSet<String>)| UnstatedRow {
        statement: path.to_owned(),
        entities: some_of(entities.into_iter().collect()),
    };
    view.unstated = unstated.into_iter().map(row).collect();
    view
}

/// The statement of an entity, with its document and path.
fn implemented<'p>(
    ground: &Ground<'_, 'p>,
    end: &Endpoint<'p>,
) -> Option<(DocumentId, &'p str, &'p Statement)> {
    let implemented = ground.deployments.entity(end)?.implemented()?;
    Some((implemented.document.id, implemented.document.path.as_str(), implemented.statement))
}

/// The sets that a statement supports. The default repertoire is always among them (PS3.5 6.1.2.1).
fn sets(statement: &Statement) -> Sets<'_> {
    let said = &statement.character_sets.supported;
    let claimed = said.iter().filter(|set| set.support.is_none_or(Support::is_claim));
    let names: Vec<&str> = claimed.filter_map(|set| set.name.as_deref()).collect();
    if names.is_empty() {
        return None;
    }
    let term = |name: &&'_ str| character_set::by_name(name).map(|set| set.term);
    Some(names.iter().map(|name| term(name).unwrap_or(name)).collect())
}

/// What is sent and not supported. Who supports a set with code extensions supports it without them.
fn lacking(sent: &BTreeSet<&str>, supported: &BTreeSet<&str>) -> Vec<String> {
    let is_supported = |term: &&&str| {
        let known = character_set::by_term(term);
        let extended = known.and_then(|known| known.with_code_extension());
        supported.contains(**term)
            || known.is_some_and(|known| known.is_default_repertoire())
            || extended.is_some_and(|extended| supported.contains(extended.term))
    };
    sent.iter().filter(|term| !is_supported(term)).map(|term| (*term).to_owned()).collect()
}
