//! What a comparison says, as pages of cases show it.

use std::fmt::Write as _;

use dicomply::compare::Comparison;
use dicomply::compare::together::{ComparedWay, Evidence, Explanation};
use dicomply::finding::{Aspect, DocumentId, Place};
use dicomply::report::position;

use super::Pair;

fn causes(reasons: &[&Explanation]) -> String {
    let mut causes: Vec<_> = reasons.iter().map(|reason| reason.cause).collect();
    causes.dedup();
    if causes.is_empty() { String::new() } else { format!("; {}", causes.join(", ")) }
}

fn of_way(way: &ComparedWay) -> Vec<&Explanation> {
    way.steps.iter().flat_map(|step| &step.reasons).collect()
}

fn arrow(way: &ComparedWay) -> String {
    format!("{} -> {}", way.user.letter(), way.user.opposite().letter())
}

/// The verdicts with the names of their causes, a line for each service, or for each of its ways.
pub(super) fn verdicts(comparison: &Comparison) -> String {
    let mut text = String::new();
    for service in &comparison.services {
        let of =
            |way: &ComparedWay| format!("{} {}{}", arrow(way), way.verdict.as_str(), causes(&of_way(way)));
        if let [way] = service.ways.as_slice() {
            writeln!(text, "{}: {}", service.name, of(way)).unwrap();
            continue;
        }
        writeln!(text, "{}: {}", service.name, service.verdict.as_str()).unwrap();
        for way in &service.ways {
            writeln!(text, "  {}", of(way)).unwrap();
        }
    }
    for topic in &comparison.topics {
        let reasons: Vec<_> = topic.reasons.iter().collect();
        writeln!(text, "topic {}: {}{}", topic.name, topic.verdict.as_str(), causes(&reasons)).unwrap();
    }
    text
}

/// Where a statement says something: `a:4 application_entities.…`.
fn place(evidence: &Evidence, pair: &Pair) -> String {
    let place = Place::Symbolic {
        document: DocumentId(evidence.side as usize),
        route: evidence.route.clone(),
        aspect: Aspect::Value,
    };
    let (path, position) = position(&pair.reading.sources, &place).unwrap();
    format!("{}:{} {}", path.trim_end_matches(".yaml"), position.line, evidence.route)
}

fn explain(text: &mut String, reason: &Explanation, pair: &Pair) {
    writeln!(text, "  {}: {}", reason.cause, reason.message).unwrap();
    if let Some(remedy) = &reason.remedy {
        writeln!(text, "    help: {remedy}").unwrap();
    }
    if let Some(reference) = reason.reference {
        writeln!(text, "    by {reference}").unwrap();
    }
    for evidence in &reason.evidence {
        writeln!(text, "    see {}", place(evidence, pair)).unwrap();
    }
}

/// The same in whole sentences, with what they rest on.
pub(super) fn explained(comparison: &Comparison, pair: &Pair) -> String {
    let mut text = String::new();
    for service in &comparison.services {
        for way in &service.ways {
            writeln!(text, "{}: {} {}", service.name, arrow(way), way.verdict.as_str()).unwrap();
            for reason in of_way(way) {
                explain(&mut text, reason, pair);
            }
        }
    }
    for topic in &comparison.topics {
        writeln!(text, "topic {}: {}", topic.name, topic.verdict.as_str()).unwrap();
        for (letter, said) in ["A", "B"].iter().zip(&topic.said) {
            let said = said.as_deref().unwrap_or("-");
            writeln!(text, "  {letter}: {said}").unwrap();
        }
        topic.reasons.iter().for_each(|reason| explain(&mut text, reason, pair));
        for quote in &topic.quotes {
            writeln!(text, "  quoted: {}", quote.text.replace('\n', " ")).unwrap();
            writeln!(text, "    see {}", place(&quote.evidence, pair)).unwrap();
        }
    }
    text
}
