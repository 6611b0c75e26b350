//! Real-world activities and the associations made for them (PS3.2 A.4.2.1.3.1, A.4.2.1.4.1).

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::conformance::{self, ClassesOf, ConformanceView, MANY, Surroundings, exceptional};
use super::contexts::ContextTable;
use super::scope::{Anchors, Scope};
use super::sequence::SequenceView;
use crate::model::Rejection;
use crate::model::survey::{ActivityUse, ConformanceUse, ContextUse, Initiation};
use crate::standard::rejection;
use crate::standard::sop_class::{self, ServiceClass};

/// An activity, seen from the side that initiates or from the side that accepts associations.
#[derive(Debug, Serialize)]
pub struct ActivityView {
    /// The author's name for it.
    pub name: String,
    /// The address of its section in the document.
    pub anchor: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// The local real-world activity, where it is called otherwise.
    pub local: Option<String>,
    /// The real-world activity at the other end.
    pub remote: Option<String>,
    /// The address of the section that describes the activity, where that is the one of the other side.
    pub described_in: Option<String>,
    /// What happens and what sets it off; prose.
    pub description: Option<String>,
    /// What happens in which order.
    pub sequence: Option<SequenceView>,
    /// The presentation contexts.
    pub contexts: ContextTable,
    /// When instances are sent under a more general SOP class; prose.
    pub fall_back: Option<String>,
    /// Which transfer syntax is chosen among several; prose.
    pub transfer_syntax_policy: Option<String>,
    /// Who receives what a C-MOVE asks for.
    pub move_destination: Option<String>,
    /// Who stores for a C-MOVE.
    pub delegate: Option<String>,
    /// SOP specific conformance that is told here.
    pub conformance: Vec<ConformanceView>,
    /// SOP specific conformance that is told under the other side: title and address.
    pub elsewhere: Vec<ConformanceView>,
    /// The SOP classes of which nothing more is said than that they are supported.
    pub plain_classes: Vec<String>,
    /// Whether these are too many to be named.
    pub has_many_plain_classes: bool,
    /// When associations are rejected.
    pub rejections: Vec<RejectionRow>,
}

/// An association rejection (PS3.8 9.3.4).
#[derive(Debug, Serialize)]
pub struct RejectionRow {
    /// The result with its words, `1 - rejected-permanent`.
    pub result: String,
    /// The source with its words.
    pub source: String,
    /// The reason with its words.
    pub reason: String,
    /// When it happens; prose.
    pub explanation: String,
}

impl ActivityView {
    /// The activity of a number, seen from one side; from none where it has no presentation contexts.
    pub(super) fn of(scope: &Scope<'_>, number: usize, anchor: &str, side: Option<Initiation>) -> Self {
        let used = &scope.survey.activities[number];
        let activity = used.activity;
        let contexts: Vec<_> =
            contexts_of(scope, used).filter(|context| Some(context.initiation) == side).collect();
        let has = |initiation| contexts_of(scope, used).any(|context| context.initiation == initiation);
        let (initiates, accepts) = (has(Initiation::Initiates), has(Initiation::Accepts));
        let is_second = initiates && side == Some(Initiation::Accepts);
        let rejects = side != Some(Initiation::Initiates) || !accepts;
        let described_in = is_second.then(|| format!("{anchor}-initiated"));
        let anchor = match side {
            Some(Initiation::Initiates) => format!("{anchor}-initiated"),
            Some(Initiation::Accepts) => format!("{anchor}-accepted"),
            None => anchor.to_owned(),
        };
        let plain_classes = plain_classes(scope, number, &contexts);
        let told = Told::of(scope, number, &anchor, side);
        Self {
            name: used.name.to_owned(),
            support: exceptional(activity.support),
            local: activity.local.clone(),
            remote: activity.remote.clone(),
            description: scope.prose(activity.description.as_ref().filter(|_| !is_second)),
            sequence: activity.sequencing.as_ref().filter(|_| !is_second).and_then(|sequence| {
                let title = format!("Sequencing of {}", used.name);
                SequenceView::of(scope, sequence, &title)
            }),
            contexts: ContextTable::of(scope, &contexts, &anchor),
            fall_back: scope.prose(activity.fall_back.as_ref().filter(|_| side != Some(Initiation::Accepts))),
            transfer_syntax_policy: scope.prose(activity.transfer_syntax_policy.as_ref()),
            move_destination: activity.move_destination.clone(),
            delegate: activity.delegate.clone(),
            has_many_plain_classes: plain_classes.len() >= MANY,
            plain_classes,
            conformance: told.here,
            elsewhere: told.elsewhere,
            rejections: rejections(scope, activity.rejections.iter().filter(|_| rejects)),
            described_in,
            anchor,
        }
    }
}

fn contexts_of<'a, 's>(
    scope: &'a Scope<'s>,
    used: &ActivityUse<'s>,
) -> impl Iterator<Item = &'a ContextUse<'s>> {
    scope.survey.contexts[used.contexts.clone()].iter()
}

fn conformances<'s>(
    scope: &Scope<'s>,
    number: usize,
) -> impl Iterator<Item = &'s ConformanceUse<'s>> + use<'s> {
    let all: &'s [ConformanceUse<'s>] = &scope.survey.conformances;
    let first = all.partition_point(|used| used.activity < number);
    all[first..].iter().take_while(move |used| used.activity == number)
}

/// SOP specific conformance, where an activity has both sides: each entry is told once.
struct Told {
    here: Vec<ConformanceView>,
    elsewhere: Vec<ConformanceView>,
}

impl Told {
    fn of(scope: &Scope<'_>, number: usize, anchor: &str, side: Option<Initiation>) -> Self {
        let used = &scope.survey.activities[number];
        let initiated = identities(scope, contexts_of(scope, used), Initiation::Initiates);
        let accepted = identities(scope, contexts_of(scope, used), Initiation::Accepts);
        let mut anchors = Anchors::default();
        let mut told = Self { here: Vec::new(), elsewhere: Vec::new() };
        let surroundings = Surroundings {
            kinds: kinds(if side == Some(Initiation::Initiates) { &initiated } else { &accepted }),
            table: format!("contexts-{anchor}"),
            told: conformance::told(scope, conformances(scope, number)),
        };
        let base = anchor.trim_end_matches("-initiated").trim_end_matches("-accepted");
        for used in conformances(scope, number) {
            let within =
                |known: &HashSet<&str>| used.sop_classes.iter().any(|id| known.contains(scope.identity(*id)));
            let home = match (within(&initiated), within(&accepted)) {
                (false, true) => Initiation::Accepts,
                (false, false) if initiated.is_empty() => Initiation::Accepts,
                _ => Initiation::Initiates,
            };
            let title = ClassesOf::new(scope, &used.sop_classes).title;
            let address = anchors.of(base, &title.replace(" SOP Classes", "").replace(" SOP Class", ""));
            if side.is_none_or(|side| side == home) {
                told.here.push(ConformanceView::of(scope, used, address, &surroundings));
            } else if within(&accepted) {
                told.elsewhere.push(ConformanceView::of(scope, used, address, &surroundings));
            }
        }
        told
    }
}

/// How many SOP classes there are of each service class.
fn kinds(classes: &HashSet<&str>) -> HashMap<ServiceClass, usize> {
    let mut kinds = HashMap::new();
    classes.iter().filter_map(|uid| sop_class::by_uid(uid)).for_each(|class| {
        *kinds.entry(class.service_class).or_insert(0) += 1;
    });
    kinds
}

fn identities<'a, 's: 'a>(
    scope: &'a Scope<'s>,
    contexts: impl Iterator<Item = &'a ContextUse<'s>>,
    side: Initiation,
) -> HashSet<&'s str> {
    let of_side = contexts.filter(|context| context.initiation == side);
    of_side.flat_map(|context| context.abstract_syntaxes.iter()).map(|id| scope.identity(*id)).collect()
}

/// The SOP classes that no conformance entry of the activity is about.
fn plain_classes(scope: &Scope<'_>, number: usize, of_side: &[&ContextUse<'_>]) -> Vec<String> {
    let entries = conformances(scope, number).flat_map(|used| used.sop_classes.iter());
    let mut seen: HashSet<&str> = entries.map(|id| scope.identity(*id)).collect();
    let classes = of_side.iter().flat_map(|context| context.abstract_syntaxes.iter());
    classes.filter(|id| seen.insert(scope.identity(**id))).map(|id| scope.short_name(*id)).collect()
}

pub(super) fn rejections<'m>(
    scope: &Scope<'_>,
    written: impl Iterator<Item = &'m Rejection>,
) -> Vec<RejectionRow> {
    written.map(|rejection| rejection_row(scope, rejection)).collect()
}

fn rejection_row(scope: &Scope<'_>, written: &Rejection) -> RejectionRow {
    let small = |number: Option<i64>| number.and_then(|number| u8::try_from(number).ok());
    let (result, source, reason) = (small(written.result), small(written.source), small(written.reason));
    let with_words = |number: Option<i64>, words: Option<&str>| match (number, words) {
        (Some(number), Some(words)) => format!("{number} - {words}"),
        (Some(number), None) => number.to_string(),
        (None, _) => String::new(),
    };
    RejectionRow {
        result: with_words(written.result, result.and_then(rejection::result)),
        source: with_words(written.source, source.and_then(rejection::source)),
        reason: with_words(
            written.reason,
            source.zip(reason).and_then(|(source, reason)| rejection::reason(source, reason)),
        ),
        explanation: scope.prose(written.explanation.as_ref()).unwrap_or_default(),
    }
}
