//! What rows want of records that have a name and an AE title: entities and reservations.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Desk, Fate, Found, Refusal, Wish, new, own_fault, refusal, refused, taken};
use crate::import::{Row, cells, shaping};
use crate::model::{Named, Reservation, Site, SiteEntity};
use crate::route::Route;

/// A record that stands under a name, and is found by its AE title in its organization where a row does not say the name.
pub(super) trait Titled: Clone + Default + Serialize + DeserializeOwned {
    /// The key of the site under which such records stand.
    const KEY: &'static str;
    /// What a name is called that nothing else is called in a table.
    const NOUN: &'static str;

    fn title(&self) -> Option<&str>;

    fn organization<'a>(&'a self, site: &'a Site) -> Option<&'a str>;

    /// Where such records stand while rows are looked at.
    fn shelf<'d>(desk: &'d Desk<'_>) -> &'d Shelf<Self>;

    fn shelf_mut<'d>(desk: &'d mut Desk<'_>) -> &'d mut Shelf<Self>;
}

impl Titled for SiteEntity {
    const KEY: &'static str = "application_entities";
    const NOUN: &'static str = "entity";

    fn title(&self) -> Option<&str> {
        self.ae_title.as_deref()
    }

    fn organization<'a>(&'a self, site: &'a Site) -> Option<&'a str> {
        site.organization_of(self)
    }

    fn shelf<'d>(desk: &'d Desk<'_>) -> &'d Shelf<Self> {
        &desk.entities
    }

    fn shelf_mut<'d>(desk: &'d mut Desk<'_>) -> &'d mut Shelf<Self> {
        &mut desk.entities
    }
}

impl Titled for Reservation {
    const KEY: &'static str = "reservations";
    const NOUN: &'static str = "reservation";

    fn title(&self) -> Option<&str> {
        self.ae_title.as_deref()
    }

    fn organization<'a>(&'a self, site: &'a Site) -> Option<&'a str> {
        site.organization_of_reservation(self)
    }

    fn shelf<'d>(desk: &'d Desk<'_>) -> &'d Shelf<Self> {
        &desk.reservations
    }

    fn shelf_mut<'d>(desk: &'d mut Desk<'_>) -> &'d mut Shelf<Self> {
        &mut desk.reservations
    }
}

/// Records by their names, and names by titles.
pub(super) struct Shelf<T> {
    records: IndexMap<String, T>,
    /// The names of records that have had a title, by it.
    titles: HashMap<String, IndexSet<String>>,
}

impl<T: Titled> Shelf<T> {
    pub(super) fn of(records: &Named<T>) -> Self {
        let mut shelf = Self { records: IndexMap::new(), titles: HashMap::new() };
        for (name, record) in records {
            shelf.put(name.clone(), record.clone());
        }
        shelf
    }

    /// Puts a record in its place.
    fn put(&mut self, name: String, record: T) {
        let title = record.title().unwrap_or_default().trim();
        self.titles.entry(title.to_owned()).or_default().insert(name.clone());
        self.records.insert(name, record);
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.records.contains_key(name)
    }

    /// The records that have a title, in the order of the site.
    pub(super) fn titled<'d>(&'d self, title: &'d str) -> impl Iterator<Item = (&'d String, &'d T)> {
        let names = self.titles.get(title.trim()).into_iter().flatten();
        let records = names.filter_map(|name| self.records.get_key_value(name));
        records.filter(move |(_, record)| record.title().is_some_and(|own| own.trim() == title.trim()))
    }

    /// A name for a new record: its title, or that with the organization or a number behind it.
    fn free_name(&self, title: &str, organization: Option<&str>) -> String {
        let title = title.trim();
        let mut name = title.to_owned();
        let mut number = 2;
        while self.has(&name) {
            name = match organization {
                Some(organization) if number == 2 => format!("{title}, {organization}"),
                _ => format!("{title}, {number}"),
            };
            number += 1;
        }
        name
    }

    pub(super) fn into_records(self) -> Named<T> {
        self.records.into_iter().collect()
    }
}

impl Desk<'_> {
    /// What a row wants of an entity or a reservation.
    pub(super) fn titled<T: Titled>(&mut self, row: &Row, why: Option<&Refusal>) -> Wish {
        let mut row = row.clone();
        self.resolve_ends(&mut row);
        let title = row.text("ae_title");
        let shown = row.name.as_deref().or(title).unwrap_or_default().to_owned();
        if let Some(refusal) = own_fault(&row).or_else(|| why.cloned()) {
            return refused(&shown, refusal);
        }
        let found = match self.named::<T>(&row) {
            Ok(found) => found,
            Err(refusal) => return refused(&shown, refusal),
        };
        let records = Route::root().key(T::KEY);
        match found {
            Found::New(name) => {
                let said = self.worth_saying(&row);
                let pairs = shaping::pairs(&said);
                let edits = vec![shaping::insert(self.document, records.clone(), &name, pairs)];
                let route = records.key(&name);
                self.spoken.insert(route.clone(), row.line);
                T::shelf_mut(self).put(name.clone(), cells::record(taken(Map::new(), &said)));
                Wish { name, fate: Fate::New(new(&said)), route, edits }
            }
            Found::Known(name) => {
                let before: Map<String, Value> =
                    T::shelf(self).records.get(&name).map(cells::values).unwrap_or_default();
                let (said, wish) = self.changed(&row, name.clone(), records.key(&name), &before);
                if !said.is_empty() {
                    T::shelf_mut(self).put(name, cells::record(taken(before, &said)));
                }
                wish
            }
        }
    }

    /// The record that a row is about, by its name or by its title in its organization.
    fn named<T: Titled>(&self, row: &Row) -> Result<Found<String>, Refusal> {
        let records = T::shelf(self);
        if let Some(name) = &row.name {
            return Ok(if records.has(name) { Found::Known(name.clone()) } else { Found::New(name.clone()) });
        }
        let Some(title) = row.text("ae_title") else {
            return Err(refusal(row, "ae_title", "the row names no AE title"));
        };
        let wanted = row.text("organization");
        let is_meant =
            |record: &T| wanted.is_none_or(|wanted| record.organization(self.site) == Some(wanted));
        let mut meant = records.titled(title).filter(|(_, record)| is_meant(record)).map(|(name, _)| name);
        match (meant.next(), meant.next()) {
            (None, _) => Ok(Found::New(records.free_name(title, wanted))),
            (Some(name), None) => Ok(Found::Known(name.clone())),
            (Some(one), Some(two)) => {
                let message = format!("`{title}` is the title of `{one}` and of `{two}`");
                let help = format!("name the organization, or the {} in a column `name`", T::NOUN);
                Err(Refusal { help: Some(help), ..refusal(row, "ae_title", message) })
            }
        }
    }
}
