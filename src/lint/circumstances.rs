//! `Circumstances`: what rules have to know that stands in no document.

use super::history::History;
use crate::model::Date;

/// What rules have to know that stands in no document: they ask neither a clock nor a repository.
#[derive(Debug, Clone, Default)]
pub struct Circumstances {
    /// The day on which reviews, reservations and allowances are measured. Without one none has ended.
    pub today: Option<Date>,
    /// What sites said of stages of life before. Without it no step from one stage to another is judged.
    pub history: History,
}

impl Circumstances {
    /// Those of a day, with nothing known of earlier ones.
    #[must_use]
    pub fn of(today: Option<Date>) -> Self {
        Self { today, history: History::default() }
    }

    /// Whether a day has passed; never where nobody knows what day it is.
    pub(super) fn is_past(&self, day: Date) -> bool {
        self.today.is_some_and(|today| day < today)
    }
}

impl From<Option<Date>> for Circumstances {
    fn from(today: Option<Date>) -> Self {
        Self::of(today)
    }
}
