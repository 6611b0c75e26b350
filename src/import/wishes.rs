//! Rows and a site → what the rows want of it, as edits by route, and the site as it would be.

mod links;
mod titled;

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use self::links::end;
use self::titled::Shelf;
use super::rows::Said;
use super::{Row, Subject, cells, shaping};
use crate::finding::{DocumentId, Edit};
use crate::model::{Link, Reservation, Site, SiteEntity};
use crate::route::Route;

/// A key that gets another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub key: &'static str,
    /// The value that it had, if any.
    pub before: Option<String>,
    /// The value that it gets.
    pub after: String,
}

/// Why a row is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The line of the table.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// The rule that says so; empty where none does.
    pub rule: String,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It becomes an entity, a link or a reservation.
    New(Vec<Change>),
    /// It changes one.
    Changed(Vec<Change>),
    /// All that it says stands there.
    Unchanged,
    /// It is left out.
    Refused(Refusal),
}

/// What a row wants.
#[derive(Debug, Clone)]
pub struct Wish {
    /// What it is about: the name of an entity or a reservation, or a link in its short form; empty where the row does not tell.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
    /// The entity, the link or the reservation in the site as it would be.
    pub route: Route,
    /// How the site becomes so.
    pub edits: Vec<Edit>,
}

/// What all rows want together.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// One for each row, in their order.
    pub wishes: Vec<Wish>,
    /// The site as it would be.
    pub site: Site,
}

/// What rows want of the site of a document, but for those that are refused already, by their positions. Rows of entities
/// are looked at before those of reservations and links, which may name them.
pub fn wishes(
    site: &Site,
    document: DocumentId,
    rows: &[&Row],
    refused: &BTreeMap<usize, Refusal>,
) -> Wishes {
    let mut desk = Desk {
        site,
        document,
        entities: Shelf::of(&site.application_entities),
        reservations: Shelf::of(&site.reservations),
        links: site.links.iter().cloned().collect(),
        ends: HashMap::new(),
        spoken: BTreeMap::new(),
    };
    desk.index();
    let mut wishes: BTreeMap<usize, Wish> = BTreeMap::new();
    for subject in [Subject::Entities, Subject::Reservations, Subject::Links] {
        for (number, row) in rows.iter().enumerate().filter(|(_, row)| row.subject == subject) {
            let wish = match subject {
                Subject::Entities => desk.titled::<SiteEntity>(row, refused.get(&number)),
                Subject::Reservations => desk.titled::<Reservation>(row, refused.get(&number)),
                Subject::Links => desk.link(row, refused.get(&number)),
            };
            wishes.insert(number, wish);
        }
    }
    let site = Site {
        application_entities: desk.entities.into_records(),
        reservations: desk.reservations.into_records(),
        links: desk.links.into_iter().collect(),
        ..site.clone()
    };
    Wishes { wishes: wishes.into_values().collect(), site }
}

/// The site while rows are looked at.
struct Desk<'s> {
    site: &'s Site,
    document: DocumentId,
    entities: Shelf<SiteEntity>,
    reservations: Shelf<Reservation>,
    links: Vec<Link>,
    /// The positions of links, by their ends.
    ends: HashMap<(Option<String>, Option<String>), Vec<usize>>,
    /// The lines that have spoken of something, by its route.
    spoken: BTreeMap<Route, usize>,
}

/// What a row is about, found or not.
enum Found<K> {
    Known(K),
    New(K),
}

fn refusal(row: &Row, key: &str, message: impl Into<String>) -> Refusal {
    let (line, column) = row.said(key).map_or((row.line, 1), |said| (said.line, said.column));
    Refusal { line, column, message: message.into(), help: None, rule: String::new() }
}

fn refused(name: &str, refusal: Refusal) -> Wish {
    Wish { name: name.to_owned(), fate: Fate::Refused(refusal), route: Route::root(), edits: Vec::new() }
}

/// Why a row cannot be taken by itself.
fn own_fault(row: &Row) -> Option<Refusal> {
    let (remark, rule) = row.fault.as_ref()?;
    let (message, help) = (remark.message.clone(), remark.help.clone());
    Some(Refusal { line: remark.line, column: remark.column, message, help, rule: (*rule).to_owned() })
}

impl Desk<'_> {
    /// Finds links by their ends from now on.
    fn index(&mut self) {
        for (number, link) in self.links.iter().enumerate() {
            let ends = (end(link.source.as_deref()), end(link.target.as_deref()));
            self.ends.entry(ends).or_default().push(number);
        }
    }

    /// What a row says beyond what holds for all of a site.
    fn worth_saying(&self, row: &Row) -> Vec<Said> {
        let is_own =
            |said: &&Said| said.key != "organization" || self.site.organization.as_ref() != Some(&said.text);
        row.said.iter().filter(is_own).cloned().collect()
    }

    /// What a row changes of something that is there.
    fn changed(
        &mut self,
        row: &Row,
        name: String,
        route: Route,
        before: &Map<String, Value>,
    ) -> (Vec<Said>, Wish) {
        let differs = |said: &Said| self.differs(row.subject, said, before.get(said.key));
        let said: Vec<Said> = row.said.iter().filter(|said| differs(said)).cloned().collect();
        if said.is_empty() {
            let wish = Wish { name, fate: Fate::Unchanged, route, edits: Vec::new() };
            return (said, wish);
        }
        if let Some(line) = self.spoken.get(&route) {
            let message = format!("line {line} speaks of `{name}` too, and says otherwise");
            let key = said.first().map_or("", |said| said.key);
            return (Vec::new(), refused(&name, refusal(row, key, message)));
        }
        self.spoken.insert(route.clone(), row.line);
        let was = |said: &Said| before.get(said.key).and_then(cells::text);
        let change = |said: &Said| Change { key: said.key, before: was(said), after: said.text.clone() };
        let edit = |said: &Said| shaping::set(self.document, &route, said, before.contains_key(said.key));
        let changes = said.iter().map(change).collect();
        // A value that follows the short form of a link is put there when nothing else of it changes any more.
        let follows = |said: &&Said| row.subject == Subject::Links && said.key == "description";
        let (last, first): (Vec<&Said>, Vec<&Said>) = said.iter().partition(follows);
        let edits = if first.is_empty() { last } else { first }.into_iter().map(edit).collect();
        (said, Wish { name, fate: Fate::Changed(changes), route, edits })
    }

    /// Whether a cell says something else than what stands there, or would hold if nothing does.
    fn differs(&self, subject: Subject, said: &Said, before: Option<&Value>) -> bool {
        if matches!(said.key, "source" | "target") {
            // By these the link was found, however they are quoted.
            return false;
        }
        let implied = match (subject, said.key) {
            (_, "organization") => self.site.organization.as_deref(),
            (Subject::Entities, "protocol") => Some("DICOM"),
            (Subject::Links, "status") => Some("planned"),
            _ => None,
        };
        let was = before.and_then(cells::text);
        // A system that knows one word for what is not yet in use has no opinion on whether it is approved.
        let is_not_in_use = |word: &str| matches!(word, "planned" | "approved");
        if said.key == "status" && said.written.eq_ignore_ascii_case("implementation") {
            return !was.as_deref().or(implied).is_some_and(is_not_in_use);
        }
        match was {
            Some(was) => was.trim() != said.text.trim(),
            None => implied != Some(said.text.as_str()),
        }
    }
}

fn new(said: &[Said]) -> Vec<Change> {
    said.iter().map(|said| Change { key: said.key, before: None, after: said.text.clone() }).collect()
}

/// Values with what cells say in their place.
fn taken(mut values: Map<String, Value>, said: &[Said]) -> Map<String, Value> {
    for said in said {
        values.insert(said.key.to_owned(), said.value.clone());
    }
    values
}
