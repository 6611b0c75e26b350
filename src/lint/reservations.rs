//! AE titles that are kept for somebody.

use crate::finding::Place;
use crate::model::{Document, Reservation};
use crate::route::Route;
use crate::standard::ae_title;

/// A reservation, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept<'p> {
    pub(crate) document: &'p Document,
    /// The author's name for it.
    pub(crate) name: &'p str,
    pub(crate) reservation: &'p Reservation,
}

/// Where a reservation stands in its document.
pub(crate) fn route(name: &str) -> Route {
    Route::root().key("reservations").key(name)
}

impl<'p> Kept<'p> {
    /// The title, blanks around it aside; none where it is malformed, of which nothing more is said.
    pub(crate) fn title(&self) -> Option<&'p str> {
        let title = self.reservation.ae_title.as_deref().map(str::trim);
        title.filter(|title| ae_title::malformation(title).is_none())
    }

    /// Whether this is that very reservation.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.document.id == other.document.id && self.name == other.name
    }

    /// Where one of its values stands in its document.
    pub(crate) fn route(&self, key: &str) -> Route {
        route(self.name).key(key)
    }

    /// One of its values, for a finding of another document.
    pub(crate) fn place(&self, key: &str) -> Place {
        Place::value(self.document.id, self.route(key))
    }
}
