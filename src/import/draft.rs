//! `Draft`: what a configuration file says of a network, each value with the line that it comes from.

use std::collections::HashMap;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::{Remark, cells};
use crate::model::{Named, Site, SiteEntity};
use crate::route::Route;

/// A value of a draft, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The value in the draft.
    pub route: Route,
    /// The line of the file.
    pub line: usize,
}

/// A site as a configuration file tells it.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// The site: entities, and no links, as nobody who knows a peer says what the two are for.
    pub site: Site,
    /// Where each value comes from.
    pub origins: Vec<Drafted>,
    /// What could not be understood, or not be held.
    pub remarks: Vec<Remark>,
}

/// A value with its line.
pub(super) type Lined<'t> = (&'t str, usize);

/// A draft that is being made.
#[derive(Debug, Default)]
pub(super) struct Sketch {
    entities: IndexMap<String, Map<String, Value>>,
    /// The number to try next behind a name that several want.
    numbers: HashMap<String, usize>,
    origins: Vec<Drafted>,
    pub(super) remarks: Vec<Remark>,
}

impl Sketch {
    /// Begins an entity; the name that it gets is the wanted one, or that with a number behind it.
    pub(super) fn begin(&mut self, wanted: &str) -> String {
        let wanted = wanted.replace(char::is_control, " ");
        let wanted = if wanted.trim().is_empty() { "AE" } else { wanted.trim() };
        let mut name = wanted.to_owned();
        let number = self.numbers.entry(name.clone()).or_insert(2);
        while self.entities.contains_key(&name) {
            name = format!("{wanted} {number}");
            *number += 1;
        }
        self.entities.insert(name.clone(), Map::new());
        name
    }

    /// Gives an entity a value.
    pub(super) fn set(&mut self, name: &str, key: &'static str, (text, line): Lined<'_>) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        // A value on several lines would have no place for the comment behind it.
        let value = cells::value::<SiteEntity>(key, text).filter(|_| !text.contains(char::is_control));
        let Some(value) = value else {
            let shown = text.replace(char::is_control, "\u{FFFD}");
            self.remarks.push(Remark::new(line, 1, format!("`{shown}` cannot be the `{key}` of `{name}`")));
            return;
        };
        if let Some(values) = self.entities.get_mut(name) {
            values.insert(key.to_owned(), value);
            let route = Route::root().key("application_entities").key(name).key(key);
            self.origins.push(Drafted { route, line });
        }
    }

    pub(super) fn finish(self) -> Draft {
        let record = |(name, values)| (name, cells::record::<SiteEntity>(values));
        let application_entities: Named<SiteEntity> = self.entities.into_iter().map(record).collect();
        let (dicomply, kind) = (Some(1), Some("site".to_owned()));
        let site = Site { dicomply, kind, application_entities, ..Site::default() };
        Draft { site, origins: self.origins, remarks: self.remarks }
    }
}
