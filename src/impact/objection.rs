//! What the rules have against a change: they are asked of the sites as they are and as they would be.

use std::collections::BTreeMap;

use super::change::STAGES;
use super::scene::Scene;
use super::{Fate, Objection};
use crate::config::Config;
use crate::finding::{DocumentId, Finding, Severity};
use crate::lint::{Circumstances, lint};
use crate::model::{Content, LifecycleStatus, Project, Site};

/// What would be wrong and is not yet: errors, and what is merely doubtful.
pub(super) fn objections(
    scene: &Scene<'_, '_>,
    project: &Project,
    (config, circumstances): (&Config, &Circumstances),
) -> (Vec<Objection>, Vec<Objection>) {
    if scene.fate == Fate::Questioned {
        return (Vec::new(), Vec::new());
    }
    let before = examined(project.clone());
    let after = changed(scene, before.clone());
    let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
    for finding in found(&before, config, circumstances) {
        *known.entry(identity(&finding)).or_default() += 1;
    }
    let is_new = |finding: &Finding| match known.get_mut(&identity(finding)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    let told = |finding| objection(finding, project);
    let new = found(&after, config, circumstances).into_iter().filter(is_new_of(is_new));
    let (objections, doubts) = new.partition::<Vec<_>, _>(|finding| finding.severity == Severity::Error);
    let doubts = irregular(scene).into_iter().chain(doubts.into_iter().map(told));
    (objections.into_iter().map(told).collect(), doubts.collect())
}

/// A condition that keeps count, for a filter.
fn is_new_of(mut is_new: impl FnMut(&Finding) -> bool) -> impl FnMut(&Finding) -> bool {
    move |finding| is_new(finding)
}

fn objection(finding: Finding, project: &Project) -> Objection {
    let document = finding.place.document().and_then(|id| project.documents.get(id.0));
    Objection {
        file: document.map(|document| document.path.clone()),
        route: finding.place.route().map(ToString::to_string),
        rule: finding.rule.into_owned(),
        severity: finding.severity,
        message: finding.message,
        help: finding.help,
    }
}

/// What is to be said of a stage of life that does not follow on the one before: without a history no rule notices it.
fn irregular(scene: &Scene<'_, '_>) -> Option<Objection> {
    let (before, after) = (scene.own.entity.status?, scene.after.status?);
    let position = |status: LifecycleStatus| STAGES.iter().position(|stage| *stage == status);
    let (from, to) = (position(before)?, position(after)?);
    (from != to && from + 1 != to).then(|| Objection {
        file: Some(scene.own.document.path.clone()),
        route: Some(scene.own.route().key("status").to_string()),
        rule: "irregular-status-change".to_owned(),
        severity: Severity::Warning,
        message: format!("`{}` is `{before}`, and `{after}` does not follow on that", scene.own.name),
        help: STAGES.get(from + 1).map(|next| format!("behind `{before}` comes `{next}`")),
    })
}

/// What a finding says, wherever it stands: positions in lists change.
fn identity(finding: &Finding) -> (String, String) {
    (finding.rule.to_string(), finding.message.clone())
}

/// What is said of sites alone.
fn found(project: &Project, config: &Config, circumstances: &Circumstances) -> Vec<Finding> {
    let is_of_site = |document: DocumentId| {
        project.documents.get(document.0).is_some_and(|one| matches!(one.content, Content::Site(_)))
    };
    let findings = lint(project, config, Vec::new(), circumstances);
    findings.into_iter().filter(|finding| finding.place.document().is_none_or(is_of_site)).collect()
}

/// All sites are asked, also those that others refer to; nothing else is.
fn examined(mut project: Project) -> Project {
    for document in &mut project.documents {
        document.is_referenced = !matches!(document.content, Content::Site(_));
    }
    project
}

/// The sites as they would be: of an entity that goes, its links go too.
fn changed(scene: &Scene<'_, '_>, mut project: Project) -> Project {
    let is_removed = scene.fate == Fate::Leaves && !scene.alters("status");
    let touching: Vec<(DocumentId, usize)> = scene
        .links()
        .filter(|link| scene.fate == Fate::Leaves && scene.side(link).is_some())
        .map(|link| (link.document.id, link.index))
        .collect();
    for document in &mut project.documents {
        let Content::Site(site) = &mut document.content else { continue };
        end_links(site, document.id, &touching, is_removed);
        if document.id == scene.own.document.id {
            let entities = site.application_entities.into_iter();
            let kept = entities.filter(|(name, _)| !is_removed || name.as_str() != scene.own.name);
            let changed = kept.map(|(name, entity)| {
                let is_own = name.as_str() == scene.own.name;
                (name.clone(), if is_own { scene.after.clone() } else { entity.clone() })
            });
            site.application_entities = changed.collect();
        }
    }
    project
}

/// Takes links away, or makes them obsolete where the entity remains in the inventory.
fn end_links(site: &mut Site, document: DocumentId, touching: &[(DocumentId, usize)], is_removed: bool) {
    let is_touching = |index: usize| touching.contains(&(document, index));
    let links = site.links.iter().enumerate();
    let kept = links.filter(|(index, _)| !is_removed || !is_touching(*index));
    site.links = kept
        .map(|(index, link)| {
            let mut link = link.clone();
            if is_touching(index) {
                link.status = Some(LifecycleStatus::Obsolete);
            }
            link
        })
        .collect();
}
