//! `Findings`: where rules put what they have to say.

use std::borrow::Cow;

use crate::finding::{Change, DocumentId, Edit, Finding, Place, Related, Severity, Written};
use crate::route::Route;

/// The findings of one rule in one document.
pub(crate) struct Findings {
    rule: Cow<'static, str>,
    severity: Severity,
    document: DocumentId,
    keeps_grounds: bool,
    pub(super) drafts: Vec<Draft>,
}

/// A finding with the routes it rests on: if one of them could not be read, the finding is not made.
pub(super) struct Draft {
    pub(super) finding: Finding,
    pub(super) rests_on: Vec<(DocumentId, Route)>,
}

impl Findings {
    pub(super) fn new(rule: impl Into<Cow<'static, str>>, severity: Severity, document: DocumentId) -> Self {
        Self { rule: rule.into(), severity, document, keeps_grounds: true, drafts: Vec::new() }
    }

    /// The same where nothing of the project is lost, so that nobody will ask what a finding rests on.
    pub(super) fn without_grounds(self) -> Self {
        Self { keeps_grounds: false, ..self }
    }

    /// Reports the value at a route; the builder adds the rest.
    pub(crate) fn at(&mut self, route: Route, message: impl Into<String>) -> Wording<'_> {
        let ground = self.keeps_grounds.then(|| route.clone());
        self.report(Place::value(self.document, route), ground, message)
    }

    /// Reports the key of the entry at a route. What stands in the entry is named by `rests_on`, where it matters.
    pub(crate) fn at_key(&mut self, route: Route, message: impl Into<String>) -> Wording<'_> {
        self.report(Place::key(self.document, route), None, message)
    }

    /// Reports a part of the text at a route, in bytes of the text.
    pub(crate) fn within(
        &mut self,
        route: Route,
        part: std::ops::Range<usize>,
        message: impl Into<String>,
    ) -> Wording<'_> {
        let ground = self.keeps_grounds.then(|| route.clone());
        self.report(Place::within(self.document, route, part), ground, message)
    }

    fn report(&mut self, place: Place, ground: Option<Route>, message: impl Into<String>) -> Wording<'_> {
        let finding = Finding::new(self.rule.clone(), self.severity, place, message);
        let rests_on = ground.into_iter().map(|route| (self.document, route)).collect();
        self.drafts.push(Draft { finding, rests_on });
        let last = self.drafts.len() - 1;
        let keeps_grounds = self.keeps_grounds;
        Wording { document: self.document, keeps_grounds, draft: &mut self.drafts[last] }
    }
}

/// The rest of a finding.
pub(crate) struct Wording<'f> {
    document: DocumentId,
    keeps_grounds: bool,
    draft: &'f mut Draft,
}

impl Wording<'_> {
    /// How to mend it.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.draft.finding.help = Some(help.into());
        self
    }

    /// Another value of this document that has to do with it.
    pub(crate) fn related(self, route: Route, message: impl Into<String>) -> Self {
        let place = Place::value(self.document, route);
        self.related_place(place, message)
    }

    /// The key of another entry of this document that has to do with it.
    pub(crate) fn related_key(self, route: Route, message: impl Into<String>) -> Self {
        let place = Place::key(self.document, route);
        self.related_place(place, message)
    }

    /// A place, perhaps in another document, that has to do with it.
    pub(crate) fn related_place(self, place: Place, message: impl Into<String>) -> Self {
        self.draft.finding.related.push(Related { place, message: message.into() });
        self
    }

    /// The other places where the same is to be seen; of many only the first are shown.
    pub(crate) fn also(mut self, places: impl ExactSizeIterator<Item = Route>) -> Self {
        const SHOWN: usize = 5;
        let more = places.len().saturating_sub(SHOWN);
        for (number, route) in places.enumerate() {
            let is_last = number + 1 == SHOWN && more > 0;
            let message =
                if is_last { format!("here too, and in {more} more places") } else { "here too".to_owned() };
            let place = Place::value(self.document, route.clone());
            self.draft.finding.elsewhere.push(place);
            if number < SHOWN {
                self = self.related(route, message);
            }
        }
        self
    }

    /// An edit that mends it: the text at a route becomes another one.
    pub(crate) fn edit(self, route: Route, replacement: impl Into<String>) -> Self {
        self.change(route, Change::Replace(replacement.into()))
    }

    /// An edit that mends it: the key of the entry at a route becomes another one.
    pub(crate) fn edit_key(self, route: Route, replacement: impl Into<String>) -> Self {
        let place = Place::key(self.document, route);
        self.change_place(place, Change::Replace(replacement.into()))
    }

    /// An edit that mends it: the entry or the element at a route goes.
    pub(crate) fn remove(self, route: Route) -> Self {
        self.change(route, Change::Remove)
    }

    /// An edit that mends it: the list at a route gets a last element.
    pub(crate) fn append(self, route: Route, element: Written) -> Self {
        self.change(route, Change::Append(element))
    }

    /// An edit that mends it: the mapping at a route gets a last entry.
    pub(crate) fn insert(self, route: Route, key: impl Into<String>, value: Written) -> Self {
        self.change(route, Change::Insert(key.into(), value))
    }

    /// An edit that mends it: a part of the text at a route becomes another one. Positions are bytes of the text.
    pub(crate) fn edit_within(
        self,
        route: Route,
        part: std::ops::Range<usize>,
        replacement: impl Into<String>,
    ) -> Self {
        let place = Place::within(self.document, route, part);
        self.change_place(place, Change::Replace(replacement.into()))
    }

    /// An edit that mends it: what stands at a route is changed.
    pub(crate) fn change(self, route: Route, change: Change) -> Self {
        let place = Place::value(self.document, route);
        self.change_place(place, change)
    }

    fn change_place(self, place: Place, change: Change) -> Self {
        self.draft.finding.edits.push(Edit { place, change, is_unsafe: false });
        self
    }

    /// The edits say something new of the product: they are made only where the user asks for such ones.
    pub(crate) fn unsafely(self) -> Self {
        for edit in &mut self.draft.finding.edits {
            edit.is_unsafe = true;
        }
        self
    }

    /// A value whose absence or content the finding rests on: if that, or anything in it, could not be read, the
    /// finding is not made.
    pub(crate) fn rests_on(self, route: Route) -> Self {
        let document = self.document;
        self.rests_on_in(document, route)
    }

    /// The same for some values of one mapping.
    pub(crate) fn rests_on_keys(mut self, mapping: &Route, keys: &[&str]) -> Self {
        for key in keys {
            self = self.rests_on(mapping.clone().key(*key));
        }
        self
    }

    /// The same for many values, which are looked up only where one of them may be lost.
    pub(crate) fn rests_on_all<I: IntoIterator<Item = Route>>(self, routes: impl FnOnce() -> I) -> Self {
        if !self.keeps_grounds {
            return self;
        }
        routes().into_iter().fold(self, Self::rests_on)
    }

    /// The same for a value that may stand in another document.
    pub(crate) fn rests_on_in(self, document: DocumentId, route: Route) -> Self {
        if self.keeps_grounds {
            self.draft.rests_on.push((document, route));
        }
        self
    }
}
