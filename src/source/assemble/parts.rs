//! The files that a document includes, and files as they come.

use std::collections::HashSet;

use super::{Assembly, DEEPEST, DIRECTIVES, MOST_FILES, Source};
use crate::finding::{FileId, Place};
use crate::model::join;
use crate::source::files::{LARGEST_FILE, Refusal, megabytes};
use crate::source::parse::MOST_VALUES;
use crate::source::reader::Remark;
use crate::source::tree::{Entry, Kind, NodeId, Span, narrow};
use crate::source::{finding_of, parse, pattern};

/// What to do about a document that is too large.
const SPLIT: &str = "make several documents of it";

/// A file with all that it includes, as far as that is gathered.
struct Layer {
    members: Vec<NodeId>,
    /// The files that are in it.
    taken: HashSet<FileId>,
    /// The files that include one another on the way to the current one.
    stack: Vec<FileId>,
}

impl Assembly<'_> {
    /// A file merged with the files that it includes.
    pub(super) fn layer(&mut self, source: Source, is_main: bool) -> Option<NodeId> {
        let root = if is_main { source.root } else { self.stripped(source.root, DIRECTIVES) };
        let mut layer =
            Layer { members: vec![root], taken: HashSet::from([source.file]), stack: vec![source.file] };
        self.gather(source, &mut layer);
        let mut merger = self.merger();
        let whole = merger.together(&layer.members, 0);
        let repetitions = std::mem::take(&mut merger.repetitions);
        for repetition in repetitions {
            let key = &repetition.key;
            let message = format!("`{key}` is said in two files of this document; this one is not read");
            let remark = self.remark("duplicate-key", repetition.again, message);
            let first = self.place(repetition.first);
            let remark = remark.related(first, format!("`{key}` is said here first"));
            self.say(remark.help("remove or rename one of the two"));
        }
        whole
    }

    fn gather(&mut self, source: Source, layer: &mut Layer) {
        let Some(entry) = self.directives(source.root).include else { return };
        for (node, text) in self.texts(entry, source.file) {
            for path in self.named(node, source.file, &text) {
                self.include(node, &path, layer, pattern::is_pattern(&text));
            }
        }
    }

    fn include(&mut self, node: NodeId, path: &str, layer: &mut Layer, by_pattern: bool) {
        if let Some(known) = self.files.known(path) {
            if layer.stack.contains(&known) {
                if !by_pattern {
                    let message = format!("`{path}` includes itself, directly or through other files");
                    let remark = self.remark("circular-include", node, message);
                    self.fail(remark.help("move what both need to a file that includes neither"));
                }
                return;
            }
            if layer.taken.contains(&known) {
                return;
            }
        }
        if layer.stack.len() > DEEPEST {
            let message = format!("files include one another more than {DEEPEST} deep");
            let remark = self.remark("circular-include", node, message);
            return self.fail(remark.help("include it from a file nearer to the main one"));
        }
        let Some(file) = self.fetch(node, path) else { return };
        let Some(root) = self.adopt(file, node).filter(|_| layer.taken.insert(file)) else { return };
        self.assembled.parts.push(file);
        self.trace(file);
        if !self.agrees(root, layer.members[0], "includes") {
            return;
        }
        let directives = self.directives(root);
        for entry in [directives.extends, directives.remove].into_iter().flatten() {
            let key = self.text(entry.key).unwrap_or_default();
            let message = format!("`{key}` cannot stand in a file that is included");
            let remark = self.remark("unknown-key", entry.key, message);
            self.fail(remark.help("write it in the main file of the document"));
        }
        let mut said = DIRECTIVES.to_vec();
        said.extend(
            ["dicomply", "kind"]
                .into_iter()
                .filter(|key| layer.members.iter().any(|member| self.top_entry(*member, key).is_some())),
        );
        let part = self.stripped(root, &said);
        layer.members.push(part);
        layer.stack.push(file);
        self.gather(Source { file, root }, layer);
        layer.stack.pop();
    }

    /// A mapping without some of its keys.
    fn stripped(&mut self, root: NodeId, keys: &[&str]) -> NodeId {
        let (tree, text) = (&mut self.assembled.tree, &self.assembled.text);
        let is_kept = |entry: &&Entry| tree.text(text, entry.key).is_none_or(|key| !keys.contains(&key));
        let kept: Vec<Entry> = tree.entries(root).iter().filter(is_kept).copied().collect();
        if kept.len() == tree.entries(root).len() {
            return root;
        }
        let span = tree.span(root);
        tree.add_mapping(&kept, span)
    }

    /// The paths of the files that a text names in a file, those that a pattern matches in order.
    fn named(&mut self, node: NodeId, file: FileId, text: &str) -> Vec<String> {
        let path = join(self.files.path(file), text);
        if !pattern::is_pattern(text) {
            return vec![path];
        }
        let document = self.files.path(self.main);
        match pattern::matches(&path, &|folder| self.loader.names(document, folder)) {
            Ok(paths) if !paths.is_empty() => paths,
            Ok(_) => {
                let remark = self.remark("unavailable-file", node, format!("no file matches `{text}`"));
                self.fail(remark.help("a `*` stands for any part of a name, a `?` for any character of it"));
                Vec::new()
            }
            Err(refusal) => {
                self.refuse(node, &path, refusal);
                Vec::new()
            }
        }
    }

    /// The file at a path; what it is named by is reported where it cannot be had.
    pub(super) fn fetch(&mut self, node: NodeId, path: &str) -> Option<FileId> {
        if let Some(known) = self.files.known(path).filter(|known| self.adopted.contains_key(known)) {
            return Some(known);
        }
        if self.adopted.len() >= MOST_FILES {
            let message = format!("the document is made of more than {MOST_FILES} files");
            self.close("circular-include", node, message, "include fewer and larger files");
        }
        if self.is_full {
            return None;
        }
        // Any other file that is known may still lie outside of this document's project.
        match self.loader.load(self.files.path(self.main), path) {
            Ok(bytes) => Some(self.files.add(path.to_owned(), bytes)),
            Err(refusal) => {
                self.refuse(node, path, refusal);
                None
            }
        }
    }

    fn refuse(&mut self, node: NodeId, path: &str, refusal: Refusal) {
        let remark = match refusal {
            Refusal::Absent => {
                let message = format!("there is no file `{path}`");
                let help = "a path is relative to the file that names it";
                self.remark("unavailable-file", node, message).help(help)
            }
            Refusal::Unreadable(why) => {
                self.remark("unavailable-file", node, format!("`{path}` cannot be read: {why}"))
            }
            Refusal::Outside => outside(self.place(node), path),
        };
        self.fail(remark);
    }

    /// Adds a file to the document; nothing where it says nothing.
    pub(super) fn adopt(&mut self, file: FileId, node: NodeId) -> Option<NodeId> {
        if let Some(known) = self.adopted.get(&file) {
            return *known;
        }
        let root = self.parsed(file, node);
        self.adopted.insert(file, root);
        root
    }

    /// Says that no further file is read, once.
    fn close(&mut self, rule: &'static str, node: NodeId, message: String, help: &str) {
        if !std::mem::replace(&mut self.is_full, true) {
            let remark = self.remark(rule, node, message);
            self.fail(remark.help(help));
        }
    }

    fn parsed(&mut self, file: FileId, node: NodeId) -> Option<NodeId> {
        let source = self.files.file(file)?;
        let id = file;
        if let Some(fault) = &source.fault {
            self.assembled.findings.push(finding_of(id, "malformed-text", fault.clone()));
            self.assembled.is_incomplete = true;
            return None;
        }
        let text = source.text();
        let base = self.assembled.text.len() + 1;
        if base.saturating_add(text.len()) > LARGEST_FILE {
            let most = megabytes(LARGEST_FILE);
            let message = format!("the files of this document are larger than {most} together");
            self.close("unavailable-file", node, message, SPLIT);
            return None;
        }
        let parsed = parse::parse(text);
        if self.assembled.tree.len().saturating_add(parsed.tree.len()) > MOST_VALUES {
            self.close("unavailable-file", node, parse::too_many_values(), SPLIT);
            return None;
        }
        self.assembled.is_incomplete |= parsed.faults.iter().any(|fault| fault.fatal);
        let findings = parsed.faults.into_iter();
        let findings = findings.map(|fault| finding_of(id, "malformed-yaml", fault));
        self.assembled.findings.extend(findings);
        self.assembled.text.push('\n');
        self.assembled.text.push_str(text);
        let nodes = self.assembled.tree.len();
        self.assembled.layout.extend(base, file, nodes..nodes + parsed.tree.len());
        let root = self.assembled.tree.adopt(&parsed.tree, narrow(base))?;
        match self.kind(root) {
            Kind::Mapping { .. } => Some(root),
            Kind::Empty => None,
            _ => {
                let start = self.assembled.tree.span(root).start;
                let place = self.assembled.layout.place(Span { start, end: start });
                let message = "this is not a mapping, such as a file of a document is";
                self.fail(
                    Remark::new("mistyped-value", place, message).help("start with a key of the document"),
                );
                None
            }
        }
    }
}

/// A path that leads out of the project.
pub(in crate::source) fn outside(place: Place, path: &str) -> Remark {
    let message = format!("`{path}` lies outside of the project");
    Remark::new("file-outside-project", place, message)
        .help("the project is the folder of the nearest `dicomply.yaml`, or else of the repository")
}
