//! The laws of comparing that hold for every pair.

use dicomply::compare::together::{ComparedStep, Evidence, Explanation};
use dicomply::compare::{Comparison, Selection};
use dicomply::finding::{Aspect, DocumentId, Place};
use dicomply::pairing::Side;
use dicomply::route::Step;

use super::Pair;

/// The comparison of a pair, after it was held against the laws: it is the same every time and the mirror of that from
/// the other side, and everything it says is a sentence that rests on something that is written.
pub(super) fn hold(pair: &Pair, selection: &Selection, name: &str) -> Comparison {
    let comparison = pair.comparison(selection, false);
    assert_eq!(comparison, pair.comparison(selection, false), "{name}: it is not the same twice");
    let back = pair.comparison(selection, true);
    let (ours, theirs) = (neutral(&comparison, false), neutral(&back, true));
    if ours != theirs {
        let only = |some: &[String], others: &[String]| {
            some.iter().find(|one| !others.contains(one)).cloned().unwrap_or_default()
        };
        let (ours, theirs) = (only(&ours, &theirs), only(&theirs, &ours));
        panic!("{name}: from the other side it looks different:\n{ours}\n{theirs}");
    }
    for reason in reasons(&comparison) {
        sound(reason, pair, name);
    }
    for quote in comparison.topics.iter().flat_map(|topic| &topic.quotes) {
        assert!(!quote.text.trim().is_empty(), "{name}: nothing is quoted");
        written(&quote.evidence, pair, name);
    }
    comparison
}

fn steps(comparison: &Comparison) -> impl Iterator<Item = &ComparedStep> {
    comparison.services.iter().flat_map(|service| &service.ways).flat_map(|way| &way.steps)
}

fn reasons(comparison: &Comparison) -> impl Iterator<Item = &Explanation> {
    let of_steps = steps(comparison).flat_map(|step| &step.reasons);
    let of_contexts = comparison.contexts.iter().flat_map(|context| &context.reasons);
    let of_topics = comparison.topics.iter().flat_map(|topic| &topic.reasons);
    of_steps.chain(of_contexts).chain(of_topics)
}

/// A reason has words and a place.
fn sound(reason: &Explanation, pair: &Pair, name: &str) {
    assert!(!reason.message.trim().is_empty(), "{name}: {} has no words", reason.cause);
    assert!(!reason.evidence.is_empty(), "{name}: {} rests on nothing", reason.cause);
    for evidence in &reason.evidence {
        written(evidence, pair, name);
    }
}

/// A route leads to something that its statement has: the key that it ends with stands where it leads.
fn written(evidence: &Evidence, pair: &Pair, name: &str) {
    let Evidence { side, route } = evidence;
    let place =
        Place::Symbolic { document: DocumentId(*side as usize), route: route.clone(), aspect: Aspect::Key };
    let sources = &pair.reading.sources;
    let location = sources.locate(&place).unwrap_or_else(|| panic!("{name}: {route} leads nowhere"));
    let text = &sources.file(location.file).unwrap().text()[location.range];
    if let Some(Step::Key(key)) = route.steps().last() {
        assert_eq!(text.trim_matches(['"', '\'']), key, "{name}: {route} is not written");
    }
}

/// What is said, without saying which of the two came first, and in no order.
fn neutral(comparison: &Comparison, is_mirrored: bool) -> Vec<String> {
    let of = |side: Side| if is_mirrored { side.opposite() } else { side };
    let reason = |reason: &Explanation| {
        let mut evidence: Vec<_> =
            reason.evidence.iter().map(|one| format!("{:?} {}", of(one.side), one.route)).collect();
        evidence.sort();
        format!("{} {:?} {evidence:?}", reason.cause, reason.verdict)
    };
    let sorted = |reasons: &[Explanation]| {
        let mut said: Vec<_> = reasons.iter().map(reason).collect();
        said.sort();
        said
    };
    let mut said = vec![format!("{:?}", comparison.verdict)];
    for service in &comparison.services {
        said.push(format!("{} {:?}", service.name, service.verdict));
        for way in &service.ways {
            said.push(format!("{} {:?} {:?}", service.name, of(way.user), way.verdict));
            let steps = way.steps.iter().map(|step| {
                let user = of(way.user);
                format!(
                    "{} {user:?} {:?} {:?} {:?}",
                    service.name,
                    step.kind,
                    step.verdict,
                    sorted(&step.reasons)
                )
            });
            said.extend(steps);
        }
    }
    for context in &comparison.contexts {
        let sides = (of(context.initiator), of(context.user));
        let mut agreed: Vec<_> = context.agreed.iter().map(|syntax| &syntax.uid).collect();
        agreed.sort();
        let reasons = sorted(&context.reasons);
        said.push(format!("{} {sides:?} {agreed:?} {:?} {reasons:?}", context.sop_class, context.verdict));
    }
    for topic in &comparison.topics {
        let mut words = topic.said.clone();
        if is_mirrored {
            words.reverse();
        }
        let mut quotes: Vec<_> = topic
            .quotes
            .iter()
            .map(|quote| format!("{:?} {} {}", of(quote.evidence.side), quote.evidence.route, quote.text))
            .collect();
        quotes.sort();
        let reasons = sorted(&topic.reasons);
        said.push(format!("{} {:?} {words:?} {reasons:?} {quotes:?}", topic.name, topic.verdict));
    }
    said.sort();
    said
}
