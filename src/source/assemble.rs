//! `include`, `extends` and `remove`: the files of a document → one tree.
//!
//! The texts of the files stand one behind the other in the text of the document, so that every node of the tree is
//! a stretch of one text, and [`Layout`] tells whose.

mod parts;

pub(super) use self::parts::outside;

use std::collections::HashMap;

use super::files::{Files, Loader};
use super::layout::Layout;
use super::merge::Merger;
use super::reader::Remark;
use super::removal::{Pruning, Removal};
use super::tree::{Entry, Kind, NodeId, Tree};
use crate::finding::{FileId, Finding, Place};
use crate::model::join;
use crate::notation;

/// Files that include or extend one another, deepest.
const DEEPEST: usize = 32;

/// Files that make up one document, at most.
const MOST_FILES: usize = 1000;

/// The keys that say of which files a document is made.
const DIRECTIVES: &[&str] = &["include", "extends", "remove"];

/// A document of several files, put together.
pub(super) struct Assembled {
    pub(super) tree: Tree,
    /// The texts of its files, one behind the other.
    pub(super) text: String,
    pub(super) layout: Layout,
    pub(super) findings: Vec<Finding>,
    /// Whether something of it could not be had, so that nothing can be called absent.
    pub(super) is_incomplete: bool,
    /// The files that it includes.
    pub(super) parts: Vec<FileId>,
    /// The files that it has from documents it extends, with the place that says so.
    pub(super) upstream: Vec<(FileId, Place)>,
}

/// Whether a document says of which other files it is made.
pub(super) fn is_split(tree: &Tree, text: &str) -> bool {
    tree.root.is_some_and(|root| Directives::of(tree, text, root).is_any())
}

/// The directives of a file.
#[derive(Debug, Default, Clone, Copy)]
struct Directives {
    include: Option<Entry>,
    extends: Option<Entry>,
    remove: Option<Entry>,
}

impl Directives {
    fn of(tree: &Tree, text: &str, root: NodeId) -> Self {
        let mut found = Self::default();
        for entry in tree.entries(root) {
            let place = match tree.text(text, entry.key) {
                Some("include") => &mut found.include,
                Some("extends") => &mut found.extends,
                Some("remove") => &mut found.remove,
                _ => continue,
            };
            place.get_or_insert(*entry);
        }
        found
    }

    const fn is_any(&self) -> bool {
        self.include.is_some() || self.extends.is_some() || self.remove.is_some()
    }
}

/// A file of the document: its number among the files, and its value in the tree.
#[derive(Debug, Clone, Copy)]
struct Source {
    file: FileId,
    root: NodeId,
}

/// A document that is being put together.
pub(super) struct Assembly<'a> {
    files: &'a mut Files,
    loader: &'a dyn Loader,
    /// The main file of the document, by which the root of the project is known.
    main: FileId,
    assembled: Assembled,
    /// The files that are in the tree; nothing for one that says nothing or cannot be read.
    adopted: HashMap<FileId, Option<NodeId>>,
    /// Where the document that is being read is said to be extended; nothing while it is the main one.
    extended_at: Option<Place>,
    is_full: bool,
}

impl<'a> Assembly<'a> {
    /// Puts together the document of a file whose tree is known.
    pub(super) fn of(main: FileId, tree: Tree, files: &'a mut Files, loader: &'a dyn Loader) -> Assembled {
        let (root, nodes) = (tree.root, tree.len());
        let mut assembly = Self {
            main,
            assembled: Assembled {
                tree,
                text: files.file(main).map(|file| file.text().to_owned()).unwrap_or_default(),
                layout: Layout::of(main, nodes),
                findings: Vec::new(),
                is_incomplete: false,
                parts: Vec::new(),
                upstream: Vec::new(),
            },
            adopted: HashMap::from([(main, root)]),
            extended_at: None,
            is_full: false,
            files,
            loader,
        };
        if let Some(root) = root {
            assembly.assembled.tree.root = assembly.chain(Source { file: main, root });
        }
        assembly.assembled
    }

    /// The document of a file and of those that it extends, one over the other.
    fn chain(&mut self, main: Source) -> Option<NodeId> {
        let mut links = vec![(main, self.layer(main, true)?)];
        let mut last = main;
        while let Some(next) = self.extended(last, &links) {
            let Some(node) = self.layer(next, false) else { break };
            links.push((next, node));
            last = next;
        }
        let (_, mut below) = links.pop()?;
        while let Some((source, above)) = links.pop() {
            if !self.agrees(below, above, "extends") {
                below = above;
                continue;
            }
            let left = self.without_removed(below, source);
            below = self.merger().over(left, above, 0);
        }
        Some(below)
    }

    /// The file that a file extends, where it is there to be read.
    fn extended(&mut self, of: Source, links: &[(Source, NodeId)]) -> Option<Source> {
        let directives = self.directives(of.root);
        let Some(entry) = directives.extends.filter(|entry| self.kind(entry.value) != Kind::Empty) else {
            if let Some(remove) = directives.remove {
                let remark = self.remark("idle-removal", remove.key, "there is nothing to be removed from");
                self.say(remark.help("name the document to start from: `extends: upstream.yaml`"));
            }
            return None;
        };
        let (node, path) = self.texts(entry, of.file).into_iter().next()?;
        let path = join(self.files.path(of.file), &path);
        let known = self.files.known(&path);
        if let Some((first, _)) = links.iter().find(|(link, _)| Some(link.file) == known) {
            let again = self.files.path(first.file).to_owned();
            let message = format!("`{again}` extends itself, directly or through other files");
            self.fail(
                self.remark("circular-include", node, message).help("extend the document it starts from"),
            );
            return None;
        }
        if links.len() > DEEPEST {
            let message = format!("documents extend one another more than {DEEPEST} deep");
            self.fail(self.remark("circular-include", node, message).help("extend one nearer to the start"));
            return None;
        }
        let file = self.fetch(node, &path)?;
        let root = self.adopt(file, node)?;
        self.extended_at = Some(self.place(node));
        self.trace(file);
        Some(Source { file, root })
    }

    /// A value without what a file removes from it.
    fn without_removed(&mut self, below: NodeId, source: Source) -> NodeId {
        let Some(entry) = self.directives(source.root).remove else { return below };
        let mut removal = Removal::default();
        let mut addresses = Vec::new();
        for (node, text) in self.texts(entry, source.file) {
            match notation::route(&text) {
                Ok(steps) => {
                    removal.add(addresses.len(), &steps);
                    addresses.push((node, steps));
                }
                Err(error) => {
                    let span = self.assembled.tree.part_span(&self.assembled.text, node, &error.range);
                    let place = self.assembled.layout.place(span);
                    self.say(Remark::syntax("mistyped-value", place, &error));
                }
            }
        }
        if removal.is_empty() {
            return below;
        }
        let mut pruning = Pruning { merger: &mut self.merger(), misses: Vec::new() };
        let left = pruning.without(below, &removal, 0);
        let misses = pruning.misses;
        if self.assembled.is_incomplete {
            // What is missing may be just what was to be removed.
            return left;
        }
        for miss in misses {
            let (node, steps) = &addresses[miss.address];
            let step = steps.get(miss.step).map(|step| step.range.clone()).unwrap_or_default();
            let span = self.assembled.tree.part_span(&self.assembled.text, *node, &step);
            let remark = Remark::new("idle-removal", self.assembled.layout.place(span), miss.message);
            self.say(remark.help_if(miss.help));
        }
        left
    }

    /// Whether two files of a document speak the same language; says so where they do not.
    fn agrees(&mut self, other: NodeId, main: NodeId, how: &str) -> bool {
        let mut agrees = true;
        for key in ["dicomply", "kind"] {
            let (Some(theirs), Some(ours)) = (self.top_entry(other, key), self.top_entry(main, key)) else {
                continue;
            };
            let (their, our) = (self.text(theirs.value), self.text(ours.value));
            if their == our || their.is_none() || our.is_none() {
                continue;
            }
            let (their, our) = (their.unwrap_or_default(), our.unwrap_or_default());
            let message =
                format!("this file says `{key}: {their}`, and the one that {how} it `{key}: {our}`");
            let remark = self.remark("part-of-another-kind", theirs.value, message);
            let remark = remark.related(self.place(ours.value), format!("`{our}` stands here"));
            let verb = how.trim_end_matches('s');
            self.fail(remark.help(format!("{verb} files that say the same, or that do not say it")));
            agrees = false;
        }
        agrees
    }

    /// Remembers by which place a file was come by, where that is not the main document itself.
    fn trace(&mut self, file: FileId) {
        let upstream = &mut self.assembled.upstream;
        if let Some(place) =
            self.extended_at.clone().filter(|_| upstream.iter().all(|(known, _)| *known != file))
        {
            upstream.push((file, place));
        }
    }

    fn directives(&self, root: NodeId) -> Directives {
        Directives::of(&self.assembled.tree, &self.assembled.text, root)
    }

    fn merger(&mut self) -> Merger<'_> {
        Merger { tree: &mut self.assembled.tree, text: &self.assembled.text, repetitions: Vec::new() }
    }

    fn kind(&self, node: NodeId) -> Kind {
        self.assembled.tree.kind(node)
    }

    fn text(&self, node: NodeId) -> Option<String> {
        self.assembled.tree.text(&self.assembled.text, node).map(str::to_owned)
    }

    fn top_entry(&self, root: NodeId, key: &str) -> Option<Entry> {
        let (tree, text) = (&self.assembled.tree, &self.assembled.text);
        tree.entries(root).iter().find(|entry| tree.text(text, entry.key) == Some(key)).copied()
    }

    /// The texts of a directive. What is none is reported; in the main file the typed reading does so.
    fn texts(&mut self, entry: Entry, file: FileId) -> Vec<(NodeId, String)> {
        let nodes = match self.kind(entry.value) {
            Kind::Sequence { .. } => self.assembled.tree.elements(entry.value).to_vec(),
            Kind::Empty | Kind::Nowhere => Vec::new(),
            _ => vec![entry.value],
        };
        let mut texts = Vec::with_capacity(nodes.len());
        for node in nodes {
            match self.text(node) {
                Some(text) => texts.push((node, text)),
                None if file == self.main => self.assembled.is_incomplete = true,
                None => {
                    self.fail(self.remark("mistyped-value", node, "this is not the text that belongs here"));
                }
            }
        }
        texts
    }

    fn place(&self, node: NodeId) -> Place {
        self.assembled.layout.place(self.assembled.tree.span(node))
    }

    fn remark(&self, rule: &'static str, node: NodeId, message: impl Into<String>) -> Remark {
        Remark::new(rule, self.place(node), message)
    }

    fn say(&mut self, remark: Remark) {
        self.assembled.findings.push(remark.finding());
    }

    /// Says why something of the document is not there.
    fn fail(&mut self, remark: Remark) {
        self.say(remark);
        self.assembled.is_incomplete = true;
    }
}
