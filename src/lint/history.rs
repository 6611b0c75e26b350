//! `History`: what sites said before of the stages of life of their entities and links.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Direction, LifecycleStatus, Link, Site, SiteEntity};

/// What documents said of stages of life before, by the paths of the documents. Whoever keeps them, such as git, is asked
/// by the program.
#[derive(Debug, Clone, Default)]
pub struct History(BTreeMap<String, Vec<Version>>);

/// A document at an earlier time.
#[derive(Debug, Clone)]
pub struct Version {
    /// By what words people know it, such as the short name of a commit.
    pub revision: String,
    /// The versions from which it was made, by their positions in the list, all of them earlier; two where branches were
    /// merged.
    pub parents: Vec<usize>,
    /// What it said; nothing where the document was not there.
    pub stages: Option<Stages>,
}

/// The stages of life that a site tells of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stages(BTreeMap<Entry, Stage>);

/// What has a stage of life.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Entry {
    /// An entity, by its name.
    Entity(String),
    /// A link: its organization, where it starts and leads to, and its direction.
    Link { organization: Option<String>, source: String, target: String, direction: Option<Direction> },
}

/// A stage of life, and by what an entity is known whatever its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stage {
    /// Nothing where that is not said.
    pub(super) status: Option<LifecycleStatus>,
    title: Option<(Option<String>, String)>,
}

impl History {
    /// Adds the versions of a document, the earliest first; the last one is that on which the present document rests.
    pub fn add(&mut self, path: impl Into<String>, versions: Vec<Version>) {
        self.0.insert(path.into(), versions);
    }

    /// The versions of a document.
    pub(super) fn of(&self, path: &str) -> &[Version] {
        self.0.get(path).map_or(&[], Vec::as_slice)
    }
}

impl Stages {
    /// Those that a site tells of.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let entities = site.application_entities.iter().map(|(name, entity)| {
            let stage = Stage { status: entity.status, title: title(site, entity) };
            (Entry::Entity(name.clone()), stage)
        });
        let links = site.links.iter().filter_map(|link| {
            Some((Entry::of_link(site, link)?, Stage { status: Some(link.status()), title: None }))
        });
        let mut stages = BTreeMap::new();
        for (entry, stage) in entities.chain(links) {
            // What is said twice is another rule's business.
            stages.entry(entry).or_insert(stage);
        }
        Self(stages)
    }

    pub(super) fn get(&self, entry: &Entry) -> Option<&Stage> {
        self.0.get(entry)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Entry, &Stage)> {
        self.0.iter()
    }

    /// For what is new in these stages and is there under another name before: that name. An entity is known by its
    /// title, a link by its ends, whatever organization governs it.
    pub(super) fn renamed_since<'a>(&'a self, before: &'a Self) -> HashMap<&'a Entry, &'a Entry> {
        let gone = before.0.iter().filter(|(entry, _)| !self.0.contains_key(entry));
        let new = self.0.iter().filter(|(entry, _)| !before.0.contains_key(entry));
        let mut renamed = HashMap::new();
        let by_title: HashMap<_, _> =
            gone.clone().filter_map(|(entry, stage)| Some((stage.title.as_ref()?, entry))).collect();
        let mut names: HashMap<&str, &str> = HashMap::new();
        for (entry, stage) in new.clone() {
            let former = stage.title.as_ref().and_then(|title| by_title.get(title).copied());
            if let (Entry::Entity(name), Some(Entry::Entity(old))) = (entry, former) {
                names.insert(old, name);
                renamed.extend(former.map(|former| (entry, former)));
            }
        }
        let present = |name: &'a str| names.get(name).copied().unwrap_or(name);
        let by_ends: HashMap<_, _> =
            gone.filter_map(|(entry, _)| Some((entry.ends(present)?, entry))).collect();
        let links = new.filter_map(|(entry, _)| Some((entry, *by_ends.get(&entry.ends(|name| name)?)?)));
        renamed.extend(links);
        renamed
    }
}

impl Entry {
    /// A link; none where it does not say between whom.
    pub(super) fn of_link(site: &Site, link: &Link) -> Option<Self> {
        let name = |end: &Option<String>| Some(end.as_deref()?.trim().trim_matches('"').to_owned());
        Some(Self::Link {
            organization: site.organization_of_link(link).map(str::to_owned),
            source: name(&link.source)?,
            target: name(&link.target)?,
            direction: link.direction,
        })
    }

    /// The words by which a sentence speaks of it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Entity(name) => name.clone(),
            Self::Link { source, target, direction: Some(direction), .. } => {
                format!("{source} -> {target} {direction}")
            }
            Self::Link { source, target, .. } => format!("{source} -> {target}"),
        }
    }

    fn ends<'a>(
        &'a self,
        name: impl Fn(&'a str) -> &'a str,
    ) -> Option<(&'a str, &'a str, Option<Direction>)> {
        match self {
            Self::Entity(_) => None,
            Self::Link { source, target, direction, .. } => Some((name(source), name(target), *direction)),
        }
    }
}

fn title(site: &Site, entity: &SiteEntity) -> Option<(Option<String>, String)> {
    let title = entity.ae_title.as_deref().map(str::trim).filter(|title| !title.is_empty())?;
    Some((site.organization_of(entity).map(str::to_owned), title.to_owned()))
}
