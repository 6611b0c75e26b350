//! Steps from one stage of life to another, along the history of a site.

use std::collections::{BTreeMap, BTreeSet};

use super::history::{Entry, Stage, Stages, Version};
use crate::model::LifecycleStatus;

/// How the present version is called here; a rule speaks of it without a name.
const NOW: &str = "";

/// A step that the order of the stages does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lapse {
    /// The stage before, and the version that had it last. For an entry that was new the stage is none.
    pub(crate) from: Option<LifecycleStatus>,
    pub(crate) at: String,
    /// The stage behind, and the version that had it first; none where that is the present one.
    pub(crate) to: LifecycleStatus,
    pub(crate) by: Option<String>,
}

/// What an entry has behind it.
#[derive(Debug, Clone, Default)]
struct Course {
    /// The last stage that was told, and the version that told it last.
    status: Option<LifecycleStatus>,
    at: String,
    /// The last lapse that has not been taken back.
    lapse: Option<Lapse>,
}

/// What is known at a version of all that went before.
#[derive(Debug, Default)]
struct State {
    /// What the document says; nothing where it is not there.
    is_there: bool,
    courses: BTreeMap<Entry, Course>,
    /// The same of what is not there any more, and may come back.
    absent: BTreeMap<Entry, Course>,
    /// What was in production when it went, and the version that had it last.
    gone: BTreeMap<Entry, String>,
}

/// What is wrong with the course of a site's entries.
#[derive(Debug, Default)]
pub(crate) struct Lifecycle {
    lapses: BTreeMap<Entry, Lapse>,
    /// What was in production when it went, and the version that had it last.
    pub(super) gone: Vec<(Entry, String)>,
}

impl Lifecycle {
    /// Whether there is no lapse.
    pub(super) fn is_regular(&self) -> bool {
        self.lapses.is_empty()
    }

    /// The lapse of an entry that has not been taken back.
    pub(super) fn lapse(&self, entry: &Entry) -> Option<&Lapse> {
        self.lapses.get(entry)
    }

    /// Follows the versions of a site, and what it says now.
    pub(super) fn of(versions: &[Version], now: impl FnOnce() -> Stages) -> Self {
        if versions.is_empty() {
            return Self::default();
        }
        let mut states: Vec<State> = Vec::with_capacity(versions.len());
        for (number, version) in versions.iter().enumerate() {
            let parents = version.parents.iter().filter(|parent| **parent < number);
            let before = parents.map(|parent| Before::of(versions, &states, *parent));
            let state = step(&before.collect::<Vec<_>>(), version.stages.as_ref(), &version.revision);
            states.push(state);
        }
        let last = Before::of(versions, &states, versions.len() - 1);
        let state = step(&[last], Some(&now()), NOW);
        let lapses = state.courses.into_iter().filter_map(|(entry, course)| Some((entry, course.lapse?)));
        Self { lapses: lapses.collect(), gone: state.gone.into_iter().collect() }
    }
}

/// A version that another one was made from.
struct Before<'a> {
    revision: &'a str,
    stages: Option<&'a Stages>,
    state: &'a State,
}

impl<'a> Before<'a> {
    fn of(versions: &'a [Version], states: &'a [State], number: usize) -> Self {
        let version = &versions[number];
        Self { revision: &version.revision, stages: version.stages.as_ref(), state: &states[number] }
    }
}

/// What is known at a version that was made from others.
fn step(before: &[Before<'_>], stages: Option<&Stages>, revision: &str) -> State {
    let Some(stages) = stages else { return State::default() };
    let mut state = State { is_there: true, ..State::default() };
    let parents: Vec<_> = before.iter().filter(|parent| parent.state.is_there).collect();
    // What begins with the document, or with what is known of it, may begin at any stage.
    if parents.is_empty() {
        let begun = stages.iter().map(|(entry, stage)| (entry.clone(), Course::begun(stage, revision)));
        state.courses.extend(begun);
        return state;
    }
    let steps: Vec<_> = parents.iter().map(|parent| Step::of(parent, stages)).collect();
    for (entry, stage) in stages.iter() {
        let courses = steps.iter().map(|step| step.course(entry, stage, revision));
        // In a merge what one branch says is right if it is right as seen from there.
        let course = courses.min_by_key(|course| course.lapse.is_some()).unwrap_or_default();
        state.courses.insert(entry.clone(), course);
    }
    state.gone = gone(&steps, stages);
    let earlier =
        steps.iter().flat_map(|step| step.before.state.absent.iter().chain(&step.before.state.courses));
    let absent = earlier.filter(|(entry, _)| stages.get(entry).is_none());
    state.absent = absent.map(|(entry, course)| (entry.clone(), course.clone())).collect();
    state
}

/// What was in production when it went, be it now or before.
fn gone(steps: &[Step<'_>], stages: &Stages) -> BTreeMap<Entry, String> {
    let earlier = steps.iter().flat_map(|step| &step.before.state.gone);
    let mut gone: BTreeMap<Entry, String> = earlier
        .filter(|(entry, _)| stages.get(entry).is_none())
        .map(|(entry, at)| (entry.clone(), at.clone()))
        .collect();
    let Some((first, others)) = steps.split_first() else { return gone };
    for (entry, course) in &first.before.state.courses {
        let is_in_production = course.status == Some(LifecycleStatus::Production);
        let is_gone = stages.get(entry).is_none() && !first.renamed.contains(entry);
        let had_all = || others.iter().all(|other| other.before.state.courses.contains_key(entry));
        if is_in_production && is_gone && had_all() {
            gone.insert(entry.clone(), first.before.revision.to_owned());
        }
    }
    gone
}

/// The step from one version to another.
struct Step<'a> {
    before: &'a Before<'a>,
    /// What entries of the new version were called before, where they had another name.
    former: std::collections::HashMap<&'a Entry, &'a Entry>,
    renamed: BTreeSet<&'a Entry>,
}

impl<'a> Step<'a> {
    fn of(before: &'a Before<'a>, stages: &'a Stages) -> Self {
        let former = before.stages.map(|old| stages.renamed_since(old)).unwrap_or_default();
        let mut renamed = BTreeSet::new();
        for entry in stages.iter().map(|(entry, _)| entry) {
            renamed.extend(former.get(entry).copied());
        }
        Self { before, former, renamed }
    }

    /// What an entry has behind it after the step.
    fn course(&self, entry: &Entry, stage: &Stage, revision: &str) -> Course {
        let known = self.former.get(entry).copied().unwrap_or(entry);
        let before = self.before.state;
        let earlier = before.courses.get(known).or_else(|| before.absent.get(entry));
        let Some(to) = stage.status else { return earlier.cloned().unwrap_or_default() };
        let (from, lapse) = earlier.map_or((None, None), |course| (course.status, course.lapse.as_ref()));
        let is_told = earlier.is_none() || from.is_some();
        // A step that is taken back, or made good, is none.
        let lapse = lapse.filter(|lapse| !is_regular(lapse.from, to)).cloned();
        let was_lapse = earlier.is_some_and(|course| course.lapse.is_some());
        let is_made_good = was_lapse && lapse.is_none();
        let now = revision.to_owned();
        if !is_told || is_made_good || is_regular(from, to) {
            return Course { status: Some(to), at: now, lapse };
        }
        let by = (revision != NOW).then(|| now.clone());
        let at = earlier.map_or(self.before.revision, |course| &course.at).to_owned();
        Course { status: Some(to), at: now, lapse: Some(Lapse { from, at, to, by }) }
    }
}

impl Course {
    fn begun(stage: &Stage, revision: &str) -> Self {
        Self { status: stage.status, at: revision.to_owned(), lapse: None }
    }
}

/// Whether a stage may follow another one: itself, and the next one. What is new begins before anybody uses it.
const fn is_regular(from: Option<LifecycleStatus>, to: LifecycleStatus) -> bool {
    let Some(from) = from else {
        return matches!(to, LifecycleStatus::Planned | LifecycleStatus::Approved);
    };
    let (from, to) = (from as u8, to as u8);
    to == from || to == from + 1
}
