//! `Verdict`: how well something works between two products.

use serde::Serialize;

/// How well something works between two products, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It works.
    Works,
    /// It works, within limits that are named.
    WorksWithLimits,
    /// The statements do not say enough.
    CannotTell,
    /// Both sides claim it in both directions, and it works in one of them only.
    OneWay,
    /// It does not work.
    DoesNotWork,
    /// One side would do it, and nobody asks for it.
    NotClaimed,
}

impl Verdict {
    /// All verdicts, best first.
    pub const ALL: [Self; 6] = [
        Self::Works,
        Self::WorksWithLimits,
        Self::CannotTell,
        Self::OneWay,
        Self::DoesNotWork,
        Self::NotClaimed,
    ];

    /// The words for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::WorksWithLimits => "works with limits",
            Self::CannotTell => "cannot tell",
            Self::OneWay => "one way",
            Self::DoesNotWork => "does not work",
            Self::NotClaimed => "not claimed",
        }
    }

    /// The word of the command line and of JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::WorksWithLimits => "works_with_limits",
            Self::CannotTell => "cannot_tell",
            Self::OneWay => "one_way",
            Self::DoesNotWork => "does_not_work",
            Self::NotClaimed => "not_claimed",
        }
    }

    /// Whether it works, be it within limits.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Works | Self::WorksWithLimits)
    }

    /// What is to be said where both must hold: the worse one. What nobody claims has no say.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotClaimed, one) | (one, Self::NotClaimed) => one,
            (one, other) => one.max(other),
        }
    }
}
