//! What of a diff is certain, where not everything could be read.

use super::diff::{Change, Diff};
use crate::route::{Route, Step};

/// A diff without what rests on values that could not be read.
#[derive(Debug, Clone)]
pub struct Certain {
    /// What is certain.
    pub diff: Diff,
    /// How many changes are not: one of the two versions may say what it seems not to say.
    pub doubtful: usize,
}

/// Takes away the changes of values that could not be read in one of the versions.
///
/// Where an element of a list could not be read, nothing certain is known of the whole list: elements are told apart by
/// what they say.
pub fn certain(mut diff: Diff, lost_in_old: &[Route], lost_in_new: &[Route]) -> Certain {
    let lost: Vec<Route> = lost_in_old.iter().chain(lost_in_new).map(doubted).collect();
    let before = diff.changes.len();
    diff.changes.retain(|change| !lost.iter().any(|lost| rests_on(change, lost)));
    let doubtful = before - diff.changes.len();
    Certain { diff, doubtful }
}

/// A change has the address of what it is about in both versions, as far as it is there.
fn rests_on(change: &Change, lost: &Route) -> bool {
    [&change.old, &change.new].into_iter().flatten().any(|route| route.is_within(lost))
}

/// What is doubtful where a value is lost: the value, or the outermost list that it stands in.
fn doubted(lost: &Route) -> Route {
    lost.steps().iter().take_while(|step| matches!(step, Step::Key(_))).cloned().collect()
}
