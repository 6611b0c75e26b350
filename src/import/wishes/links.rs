//! What rows want of links.

use serde_json::{Map, Value};

use super::{Desk, Fate, Found, Refusal, Wish, new, own_fault, refusal, refused, taken};
use crate::import::{Row, cells, shaping};
use crate::model::Link;
use crate::notation::Reference;
use crate::route::Route;

impl Desk<'_> {
    pub(super) fn link(&mut self, row: &Row, why: Option<&Refusal>) -> Wish {
        let mut row = row.clone();
        self.resolve_ends(&mut row);
        let text = |key| row.text(key).unwrap_or("?");
        let direction =
            row.text("direction").map(|word| format!(" {}", word.to_lowercase())).unwrap_or_default();
        let shown = format!("{} -> {}{direction}", text("source"), text("target"));
        if let Some(refusal) = own_fault(&row).or_else(|| why.cloned()) {
            return refused(&shown, refusal);
        }
        let links = Route::root().key("links");
        match self.governed(&row) {
            Err(refusal) => refused(&shown, refusal),
            Ok(Found::New(index)) => {
                let said = self.worth_saying(&row);
                let edits = vec![shaping::append_link(self.document, links.clone(), &said)];
                let route = links.index(index);
                self.spoken.insert(route.clone(), row.line);
                self.ends.entry((end(row.text("source")), end(row.text("target")))).or_default().push(index);
                self.links.push(cells::record(taken(Map::new(), &said)));
                Wish { name: shown, fate: Fate::New(new(&said)), route, edits }
            }
            Ok(Found::Known(index)) => {
                let before = self.links.get(index).map(cells::values).unwrap_or_default();
                let (said, wish) = self.changed(&row, shown, links.index(index), &before);
                if let Some(link) = self.links.get_mut(index).filter(|_| !said.is_empty()) {
                    *link = cells::record(taken(before, &said));
                }
                wish
            }
        }
    }

    /// Puts the names of entities in the place of titles.
    pub(super) fn resolve_ends(&self, row: &mut Row) {
        let organization = row.text("organization").or(self.site.organization.as_deref()).map(str::to_owned);
        for said in row.said.iter_mut().filter(|said| matches!(said.key, "source" | "target" | "for")) {
            if self.entities.has(&said.text) {
                continue;
            }
            let titled: Vec<_> = self.entities.titled(&said.text).collect();
            let own = titled
                .iter()
                .find(|(_, entity)| self.site.organization_of(entity) == organization.as_deref());
            let found = own.or(titled.first().filter(|_| titled.len() == 1)).map(|(name, _)| (*name).clone());
            if let Some(name) = found {
                said.value = Value::from(name.as_str());
                said.text = name;
            }
        }
    }

    /// The link that a row is about: the same organization, source, target and direction.
    fn governed(&self, row: &Row) -> Result<Found<usize>, Refusal> {
        for key in ["source", "target"] {
            if row.said(key).is_none() {
                return Err(refusal(row, key, format!("the row names no {key}")));
            }
        }
        let is_like = |link: &Link| {
            let organization = row.text("organization");
            let direction = link.direction.map(|direction| direction.as_str());
            organization.is_none_or(|wanted| self.site.organization_of_link(link) == Some(wanted))
                && row.text("direction").is_none_or(|wanted| direction == Some(wanted))
        };
        let ends = (end(row.text("source")), end(row.text("target")));
        let between = self.ends.get(&ends).map(Vec::as_slice).unwrap_or_default().iter().copied();
        let alike = between.filter(|index| self.links.get(*index).is_some_and(is_like));
        let mut alike = alike.collect::<Vec<_>>().into_iter();
        let has_direction = row.said("direction").is_some();
        let (first, second) = (alike.next(), alike.next());
        match (first, second) {
            (None, _) if has_direction => Ok(Found::New(self.links.len())),
            (Some(index), None) => Ok(Found::Known(index)),
            (Some(index), Some(_)) if has_direction && row.said("organization").is_none() => {
                let is_of_site =
                    |index: &usize| self.links.get(*index).is_some_and(|link| link.organization.is_none());
                Ok(Found::Known(
                    first.into_iter().chain(second).chain(alike).find(is_of_site).unwrap_or(index),
                ))
            }
            (None, _) => {
                let refusal = refusal(row, "direction", "the row names no direction");
                Err(Refusal { help: Some("write `PUSH`, `PULL` or `BIDIR`".to_owned()), ..refusal })
            }
            _ => Err(refusal(
                row,
                "source",
                "there are several such links, and the row does not tell which one",
            )),
        }
    }
}

/// The end of a link without the quotes that it may have.
pub(super) fn end(text: Option<&str>) -> Option<String> {
    let text = text?;
    let plain = Reference::parse(text).ok().filter(|reference| reference.document.is_none());
    Some(plain.map_or_else(|| text.to_owned(), |reference| reference.entity.value))
}
