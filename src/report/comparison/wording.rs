//! The words and signs for verdicts, which are the same in every form.

use super::{SideBySide, Tally};
use crate::pairing::{Side, Verdict};
use crate::standard::transfer_syntax::{Fidelity, by_uid};

/// The sign of a verdict, which can be told from the others without colour.
pub(in crate::report) const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Works => "✓",
        Verdict::WorksWithLimits => "◐",
        Verdict::CannotTell => "?",
        Verdict::OneWay => "→",
        Verdict::DoesNotWork => "✕",
        Verdict::NotClaimed => "·",
    }
}

/// Who asks whom.
pub(in crate::report) fn direction(user: Side) -> String {
    format!("{} → {}", user.letter(), user.opposite().letter())
}

/// The answer in a sentence without its end.
pub(super) fn answer(view: &SideBySide<'_>) -> String {
    let verdict = view.comparison.verdict;
    let (one, other) = (view.name(Side::One), view.name(Side::Other));
    let count = |wanted: fn(Verdict) -> bool| {
        view.tally().iter().filter(|(verdict, _)| wanted(*verdict)).map(|(_, count)| count).sum::<usize>()
    };
    let working = count(|verdict| verdict.is_working() || verdict == Verdict::OneWay);
    match verdict {
        Verdict::NotClaimed => format!("{one} and {other} ask nothing of each other"),
        Verdict::Works => format!("{one} and {other} work together"),
        Verdict::WorksWithLimits => format!("{one} and {other} work together, with limits"),
        Verdict::CannotTell if working == 0 => {
            format!("it cannot be told whether {one} and {other} work together")
        }
        Verdict::DoesNotWork if working == 0 && count(|verdict| verdict == Verdict::CannotTell) == 0 => {
            format!("{one} and {other} do not work together")
        }
        Verdict::DoesNotWork if working == 0 => {
            format!("{one} and {other} do not work together, as far as can be told")
        }
        _ => format!("{one} and {other} work together in part"),
    }
}

/// A text with a capital letter in front.
pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// How many services there are of a verdict, in words.
pub(super) fn counted(verdict: Verdict, count: usize) -> String {
    let one = count == 1;
    match verdict {
        Verdict::Works => format!("{count} work{}", if one { "s" } else { "" }),
        Verdict::WorksWithLimits => format!("{count} with limits"),
        Verdict::CannotTell => format!("{count} cannot be told"),
        Verdict::OneWay => format!("{count} one way"),
        Verdict::DoesNotWork => format!("{count} do{} not work", if one { "es" } else { "" }),
        Verdict::NotClaimed => format!("{count} not asked for"),
    }
}

/// All counts in one line.
pub(super) fn total(tally: &Tally) -> String {
    let some = tally.iter().filter(|(_, count)| *count > 0);
    let some: Vec<String> = some.map(|(verdict, count)| counted(*verdict, *count)).collect();
    if some.is_empty() { "no service that either of them speaks of".to_owned() } else { some.join(", ") }
}

/// What there is to know of a transfer syntax beside its name.
pub(super) fn remarks(uid: &str) -> Vec<&'static str> {
    let Some(known) = by_uid(uid) else { return Vec::new() };
    let fidelity = match known.fidelity {
        Fidelity::Lossless => None,
        Fidelity::Lossy => Some("lossy"),
        Fidelity::Either => Some("may be lossy"),
    };
    known.is_default().then_some("default").into_iter().chain(fidelity).collect()
}

/// Names in a line: all of a few, the first ones of many.
pub(super) fn listed(names: &[&str], most: usize) -> String {
    let shown = if names.len() > most { most.saturating_sub(1).max(1) } else { names.len() };
    let rest = names.len().saturating_sub(shown);
    let names = names.iter().take(shown).copied().collect::<Vec<_>>().join(", ");
    if rest > 0 { format!("{names} and {rest} more") } else { names }
}
