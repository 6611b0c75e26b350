//! What surrounds the services of two products: character sets, security, identity, limits of associations.

mod associations;
mod character_sets;
mod identity;
mod peculiarities;
mod secure_transport;
mod web;

use super::{Evidence, Explanation, Quote, Topic, View};
use crate::model::{Prose, Statement};
use crate::pairing::{Judgement, Side, Verdict};
use crate::route::Route;

/// The topics in which two products have to go together; those of which neither says anything are left out.
pub(super) fn topics<'c>(view: &View<'c>, judgement: &Judgement<'c>) -> Vec<Topic> {
    let meetings = associations::meetings(view, judgement);
    let found = [
        character_sets::topic(view),
        secure_transport::topic(view, &meetings),
        identity::topic(view),
        web::topic(view, judgement),
        associations::titles(view, &meetings),
        associations::limits(view, &meetings),
        associations::asynchronous(view, &meetings),
        associations::application_context(view, &meetings),
        associations::pdu_sizes(view, &meetings),
        associations::time_outs(view),
        peculiarities::topic(view, &meetings),
    ];
    found.into_iter().flatten().collect()
}

/// What is gathered on a topic.
struct Gathering<'v, 'c> {
    view: &'v View<'c>,
    name: &'static str,
    said: [Option<String>; 2],
    reasons: Vec<Explanation>,
    quotes: Vec<Quote>,
}

/// What there is to know, in words.
struct Note {
    cause: &'static str,
    verdict: Verdict,
    message: String,
    remedy: String,
    reference: &'static str,
}

impl<'v, 'c> Gathering<'v, 'c> {
    /// A topic with what both sides say; nothing where neither says anything.
    fn of(view: &'v View<'c>, name: &'static str, said: [Option<String>; 2]) -> Option<Self> {
        let is_said = said.iter().any(Option::is_some);
        is_said.then(|| Self { view, name, said, reasons: Vec::new(), quotes: Vec::new() })
    }

    fn statement(&self, side: Side) -> &'c Statement {
        statement(self.view, side)
    }

    /// Adds what there is to know, with where it is said.
    fn note(&mut self, note: Note, evidence: Vec<(Side, Route)>) {
        let Note { cause, verdict, message, remedy, reference } = note;
        let mut evidence: Vec<_> =
            evidence.into_iter().map(|(side, route)| Evidence { side, route }).collect();
        evidence.sort_by_key(|evidence| evidence.side);
        let (remedy, reference) = (Some(remedy), Some(reference));
        self.reasons.push(Explanation { cause, verdict, message, remedy, reference, evidence });
    }

    /// Says so where one side says nothing: what the other one says is the evidence.
    fn note_silence(&mut self, what: &str, reference: &'static str, route: &Route) {
        for side in [Side::One, Side::Other] {
            if self.said[side as usize].is_none() {
                let name = self.view.name(side);
                let note = Note {
                    cause: "silent",
                    verdict: Verdict::CannotTell,
                    message: format!("{name} says nothing of {what}"),
                    remedy: format!("ask the vendor of {name}"),
                    reference,
                };
                self.note(note, vec![(side.opposite(), route.clone())]);
            }
        }
    }

    /// Quotes prose of a side.
    fn quote(&mut self, side: Side, prose: Option<&Prose>, route: Route) {
        let Some(prose) = prose.filter(|prose| !prose.is_empty()) else { return };
        let evidence = Evidence { side, route };
        self.quotes.push(Quote { text: prose.as_str().to_owned(), evidence });
    }

    /// The topic.
    fn topic(self) -> Topic {
        let verdict = self.reasons.iter().map(|reason| reason.verdict).max().unwrap_or(Verdict::Works);
        let Self { name, said, reasons, quotes, .. } = self;
        Topic { name, verdict, said, reasons, quotes }
    }
}

fn statement<'c>(view: &View<'c>, side: Side) -> &'c Statement {
    view.products[side as usize].survey.statement
}

const BOTH: [Side; 2] = [Side::One, Side::Other];

/// A route of keys.
fn route(keys: &[&str]) -> Route {
    keys.iter().fold(Route::root(), |route, key| route.key(*key))
}

/// Texts in a row; nothing where there are none.
fn row<T: AsRef<str>>(texts: &[T]) -> Option<String> {
    let texts: Vec<_> = texts.iter().map(AsRef::as_ref).collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}
