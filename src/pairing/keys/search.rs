//! Tables of the attributes by which web services search (PS3.18 8.3.4.1, 10.6).

use super::{KeyTable, Use};
use crate::model::survey::Survey;
use crate::model::{Key, YesNo};
use crate::standard::attribute::Tag;
use crate::standard::sop_class::InformationModel;

/// The model whose levels a search has.
const fn model(has_levels: bool) -> InformationModel {
    if has_levels { InformationModel::StudyRoot } else { InformationModel::Other }
}

fn plain(path: Vec<Tag>) -> Use {
    Use {
        path,
        matching: Vec::new(),
        is_returned: None,
        has_value: false,
        copied_to: Vec::new(),
        trail: None,
    }
}

impl KeyTable {
    /// Adds an attribute that is listed at a level.
    pub(in crate::pairing) fn put_search_key(&mut self, has_levels: bool, level: &str, key: &Key) {
        let path = Survey::meaning_of_attribute(&key.attribute).path;
        if path.is_empty() {
            return;
        }
        let used = Use {
            matching: key.matching.iter().copied().collect(),
            is_returned: key.returned.map(|returned| returned == YesNo::Yes),
            has_value: key.value.is_some(),
            copied_to: key.copied_to.iter().cloned().collect(),
            ..plain(path)
        };
        self.put(model(has_levels), level, used);
    }

    /// Adds an attribute that is a query parameter: it is matched, and need not be returned.
    pub(in crate::pairing) fn put_search_parameter(&mut self, has_levels: bool, level: &str, path: &[Tag]) {
        self.put(model(has_levels), level, Use { has_value: true, ..plain(path.to_vec()) });
    }

    /// Adds the attributes by which every origin server searches, unless they are there.
    pub(in crate::pairing) fn put_searched(&mut self, level: &str, paths: &[&[Tag]]) {
        for path in paths {
            self.put_unless_there(InformationModel::StudyRoot, level, path, Vec::new());
        }
    }

    /// Adds the attributes of each level to those below: a search below matches and returns them too (PS3.18, Tables
    /// 10.6.1-2 and 10.6.3-3 to 10.6.3-5, from memory).
    pub(in crate::pairing) fn hand_down(&mut self) {
        self.groups.sort_by_key(|group| group.level);
        for below in 1..self.groups.len() {
            let (above, rest) = self.groups.split_at_mut(below);
            let Some((above, group)) = above.last().zip(rest.first_mut()) else { continue };
            for used in &above.order {
                if group.get(&used.path).is_none() {
                    group.put(used.clone());
                }
            }
        }
    }
}
