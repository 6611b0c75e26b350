//! Which findings an author allows, and which allowances are idle.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::finding::{Change, Edit, FileId, Finding, Place, Related, Severity};
use crate::lint::{Configurations, RULES, Settings, rule};
use crate::model::{Date, Document};
use crate::source::{Allow, MalformedAllow, Reading};
use crate::standard::nearest::nearest;

/// An allowance, and which of its rules have found something.
struct Weighed {
    file: FileId,
    allow: Allow,
    has_effect: Vec<bool>,
}

/// Marks the findings that are allowed, and reports allowances without a reason or without effect.
pub(super) fn weigh(
    reading: &Reading,
    mut findings: Vec<Finding>,
    config: &Config,
    today: Option<Date>,
) -> Vec<Finding> {
    let configurations = Configurations::of(&reading.project, config);
    let mut said = Vec::new();
    let mut weighed: BTreeMap<FileId, Vec<Weighed>> = BTreeMap::new();
    for (file, allow) in reading.sources.allows() {
        match allow {
            Ok(allow) => {
                let has_effect = vec![false; allow.rules.len()];
                weighed.entry(file).or_default().push(Weighed { file, allow, has_effect });
            }
            Err(malformed) => said.push(malformed_allow(file, &malformed)),
        }
    }
    if weighed.is_empty() && said.is_empty() {
        return findings;
    }
    for finding in &mut findings {
        let Some(location) = reading.sources.locate(&finding.place) else { continue };
        let here = weighed.get_mut(&location.file).into_iter().flatten();
        for weighed in here.filter(|weighed| holds(&weighed.allow, location.range.start)) {
            let named = weighed.allow.rules.iter().position(|(name, _)| *name == finding.rule);
            let Some(named) = named else { continue };
            weighed.has_effect[named] = true;
            settle(finding, weighed, today);
        }
    }
    for weighed in weighed.into_values().flatten() {
        // What is only referred to was not examined, so nothing is known of its allowances.
        let document = document_of(reading, weighed.file);
        if !document.is_some_and(Document::is_examined) {
            continue;
        }
        let settings = configurations.for_document(document);
        said.extend(unexplained(&weighed));
        said.extend(idle(&weighed, &settings));
    }
    for mut finding in said {
        let settings =
            configurations.for_document(file_of(&finding).and_then(|file| document_of(reading, file)));
        let severity = rule(&finding.rule).and_then(|rule| settings.severity(rule).0);
        if let Some(severity) = severity {
            finding.severity = severity;
            findings.push(finding);
        }
    }
    findings
}

/// Whether an allowance holds for what begins at a byte.
fn holds(allow: &Allow, start: usize) -> bool {
    allow.scope.contains(&start)
}

/// Allows a finding, if the allowance has a reason and has not ended.
fn settle(finding: &mut Finding, weighed: &Weighed, today: Option<Date>) {
    let allow = &weighed.allow;
    if allow.reason.is_empty() {
        return;
    }
    match allow.until.filter(|until| today.is_some_and(|today| *until < today)) {
        None => finding.allowed = Some(allow.reason.clone()),
        Some(until) => finding.related.push(Related {
            place: bytes(weighed.file, allow.comment.start, allow.comment.end),
            message: format!("it was allowed until {until}"),
        }),
    }
}

fn unexplained(weighed: &Weighed) -> Option<Finding> {
    let allow = &weighed.allow;
    let place = bytes(weighed.file, allow.comment.start, allow.comment.end);
    let message = "this allowance gives no reason, so it allows nothing";
    let finding = Finding::new("unexplained-allow", Severity::Warning, place, message);
    let is_unexplained = allow.reason.is_empty();
    is_unexplained.then(|| Finding {
        help: Some("write the reason behind the bracket, for whoever reads this in a year".to_owned()),
        ..finding
    })
}

/// The rules of an allowance that nothing is found by, or that there are not.
fn idle<'w>(weighed: &'w Weighed, settings: &'w Settings<'_>) -> impl Iterator<Item = Finding> + 'w {
    let rules = weighed.allow.rules.iter().zip(&weighed.has_effect).enumerate();
    rules.filter_map(move |(position, ((name, range), has_effect))| {
        let place = bytes(weighed.file, range.start, range.end);
        let Some(is_asked) = settings.is_asked(name) else { return Some(unknown(name, settings, place)) };
        let is_idle = !has_effect && is_asked;
        is_idle.then(|| idle_finding(name, place, weighed, position))
    })
}

fn unknown(name: &str, settings: &Settings<'_>, place: Place) -> Finding {
    let message = format!("there is no rule `{name}`, so this allows nothing");
    let finding = Finding::new("idle-allow", Severity::Warning, place.clone(), message);
    match nearest(name, RULES.iter().map(|rule| rule.id).chain(settings.custom_rules())) {
        Some(near) => Finding {
            help: Some(format!("did you mean `{near}`?")),
            edits: vec![Edit { place, change: Change::Replace(near.to_owned()), is_unsafe: false }],
            ..finding
        },
        None => Finding { help: Some("`dicomply rules` lists them all".to_owned()), ..finding },
    }
}

fn idle_finding(rule: &str, place: Place, weighed: &Weighed, position: usize) -> Finding {
    let message = format!("`{rule}` finds nothing here, so there is nothing to allow");
    let help = if weighed.allow.rules.len() == 1 {
        "remove the comment; what holds for a whole file is said in `dicomply.yaml`, under `overrides`"
    } else {
        "remove it from the list"
    };
    let finding = Finding::new("idle-allow", Severity::Warning, place, message);
    Finding { help: Some(help.to_owned()), edits: vec![removal(weighed, position)], ..finding }
}

/// The edit that takes a rule out of its list, and the comment away with the last one.
fn removal(weighed: &Weighed, position: usize) -> Edit {
    let allow = &weighed.allow;
    let (place, change) = if allow.rules.len() == 1 {
        (bytes(weighed.file, allow.comment.start, allow.comment.end), Change::Remove)
    } else {
        let others = allow.rules.iter().enumerate().filter(|(at, _)| *at != position);
        let others: Vec<&str> = others.map(|(_, (name, _))| name.as_str()).collect();
        (bytes(weighed.file, allow.list.start, allow.list.end), Change::Replace(others.join(", ")))
    };
    Edit { place, change, is_unsafe: false }
}

fn malformed_allow(file: FileId, malformed: &MalformedAllow) -> Finding {
    let place = bytes(file, malformed.range.start, malformed.range.end);
    let message = format!("the comment cannot be read: it {}", malformed.message);
    let help = "write `# dicomply: allow[rule-id, …] reason`, perhaps with `until YYYY-MM-DD` at the end";
    let finding = Finding::new("malformed-allow", Severity::Warning, place, message);
    Finding { help: Some(help.to_owned()), ..finding }
}

const fn bytes(file: FileId, start: usize, end: usize) -> Place {
    Place::Bytes { file, start, end }
}

const fn file_of(finding: &Finding) -> Option<FileId> {
    match &finding.place {
        Place::Bytes { file, .. } => Some(*file),
        Place::Symbolic { .. } => None,
    }
}

fn document_of(reading: &Reading, file: FileId) -> Option<&Document> {
    reading.project.document(reading.sources.document_of(file)?)
}
