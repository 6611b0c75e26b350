//! `Losses`: the values that could not be read, and of which nothing more is said.

use std::collections::BTreeSet;

use crate::finding::DocumentId;
use crate::model::Project;
use crate::route::Route;

/// The lost values of a project. What lies inside a route sorts right behind it.
pub(super) struct Losses<'p>(BTreeSet<(DocumentId, &'p Route)>);

impl<'p> Losses<'p> {
    pub(super) fn of(project: &'p Project) -> Self {
        Self(project.lost.iter().map(|(document, route)| (*document, route)).collect())
    }

    /// Whether nothing is lost.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether nothing may be said of a whole document.
    pub(super) fn hold_all_of(&self, document: DocumentId) -> bool {
        self.0.contains(&(document, &Route::root()))
    }

    /// Whether the value at a route, something in it, or something that holds it was lost.
    pub(super) fn touch(&self, document: DocumentId, route: &Route) -> bool {
        let next = self.0.range((document, route)..).next();
        if next.is_some_and(|(of, lost)| *of == document && lost.is_within(route)) {
            return true;
        }
        self.hold(document, route)
    }

    /// Whether the value at a route, or something that holds it, was lost.
    pub(super) fn hold(&self, document: DocumentId, route: &Route) -> bool {
        let mut holders = std::iter::successors(Some(route.clone()), Route::parent);
        holders.any(|holder| self.0.contains(&(document, &holder)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_touches_what_holds_it_and_what_it_holds() {
        let entity = |name: &str| Route::root().key("application_entities").key(name);
        let (here, there) = (DocumentId(0), DocumentId(1));
        let project = Project {
            documents: Vec::new(),
            lost: vec![(here, entity("B").key("port")), (there, Route::root())],
        };
        let losses = Losses::of(&project);
        assert!(losses.touch(here, &entity("B")));
        assert!(losses.touch(here, &entity("B").key("port").index(0)));
        assert!(losses.touch(here, &Route::root()));
        assert!(!losses.touch(here, &entity("A")) && !losses.touch(here, &entity("C")));
        assert!(!losses.touch(here, &entity("B").key("host")));
        assert!(losses.touch(there, &entity("A")) && losses.hold_all_of(there) && !losses.hold_all_of(here));
    }
}
