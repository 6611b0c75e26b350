//! What reading a document keeps track of: the tree, the way to the current value, and what went wrong.

use std::cell::{Cell, Ref, RefCell};
use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::rc::Rc;

use super::layout::Layout;
use super::short_form::{self, Sprout};
use super::tree::{Entry, Kind, NodeId, Tree};
use crate::finding::{Change, DocumentId, Edit, Finding, Place, Related, Severity};
use crate::model::DocumentKind;
use crate::notation::SyntaxError;
use crate::route::Route;
use crate::standard::nearest;

/// One step on the way to the current value. Names are looked up only when something is to be said.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Hop {
    /// The value under this key.
    Key(NodeId),
    /// The element at this position.
    Index(usize),
}

/// A short form and what it stands for, or why it stands for nothing.
type Memo = HashMap<Box<str>, Rc<Result<Sprout, Vec<SyntaxError>>>>;

/// The reading of one document.
pub(crate) struct Reader<'s> {
    pub(crate) source: &'s str,
    document: DocumentId,
    layout: &'s Layout,
    tree: RefCell<Tree>,
    path: RefCell<Vec<Hop>>,
    findings: RefCell<Vec<Finding>>,
    lost: RefCell<Vec<Route>>,
    /// By record; the records are few.
    short_forms: RefCell<Vec<(&'static str, Memo)>>,
    /// What prose may refer to, by the kind of the document.
    pub(crate) variables: Cell<&'static [&'static str]>,
    /// Of which kind the document is.
    pub(crate) kind: Cell<DocumentKind>,
    suggestions: RefCell<HashMap<(String, usize), Option<&'static str>>>,
}

/// A text of the document: one that stands in it, or one that was made of it.
pub(crate) enum Text<'r> {
    Written(&'r str),
    Kept(Ref<'r, str>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Written(text) => text,
            Self::Kept(text) => text,
        }
    }
}

/// What a reading leaves behind.
pub(crate) struct Read {
    pub(crate) tree: Tree,
    pub(crate) findings: Vec<Finding>,
    pub(crate) lost: Vec<Route>,
}

impl<'s> Reader<'s> {
    pub(crate) fn new(source: &'s str, tree: Tree, document: DocumentId, layout: &'s Layout) -> Self {
        Self {
            source,
            document,
            layout,
            tree: RefCell::new(tree),
            path: RefCell::default(),
            findings: RefCell::default(),
            lost: RefCell::default(),
            short_forms: RefCell::default(),
            variables: Cell::default(),
            kind: Cell::new(DocumentKind::Statement),
            suggestions: RefCell::default(),
        }
    }

    pub(crate) fn finish(self) -> Read {
        Read {
            tree: self.tree.into_inner(),
            findings: self.findings.into_inner(),
            lost: self.lost.into_inner(),
        }
    }

    pub(crate) fn kind(&self, node: NodeId) -> Kind {
        self.tree.borrow().kind(node)
    }

    /// The text of a scalar. Nothing may be added to the tree while it is held.
    pub(crate) fn text(&self, node: NodeId) -> Option<Text<'_>> {
        let tree = self.tree.borrow();
        if let Kind::Text(span) = tree.kind(node) {
            return self.source.get(span.range()).map(Text::Written);
        }
        Ref::filter_map(tree, |tree| tree.kept_text(node)).ok().map(Text::Kept)
    }

    pub(crate) fn entries(&self, node: NodeId) -> Vec<Entry> {
        self.tree.borrow().entries(node).to_vec()
    }

    /// The key of records that documents of this kind do not have: a product supports, requirements demand.
    pub(crate) fn foreign_key(&self) -> &'static str {
        if self.kind.get() == DocumentKind::Requirements { "support" } else { "demand" }
    }

    /// Whether every key of a mapping is a text, no key stands twice, and nothing is merged in: the common case.
    pub(crate) fn has_plain_keys(&self, node: NodeId) -> bool {
        const FEW: usize = 16;
        let tree = self.tree.borrow();
        let keys = tree.entries(node).iter().map(|entry| tree.text(self.source, entry.key));
        let count = tree.entries(node).len();
        let mut few: [&str; FEW] = [""; FEW];
        let mut many = HashSet::new();
        for (position, key) in keys.enumerate() {
            let Some(key) = key.filter(|key| *key != "<<") else { return false };
            let is_new = if count <= FEW { !few[..position].contains(&key) } else { many.insert(key) };
            if !is_new {
                return false;
            }
            if count <= FEW {
                few[position] = key;
            }
        }
        true
    }

    /// The entries of a record with which nothing is wrong; entries without a value are not there. The common case.
    pub(crate) fn flawless_entries(
        &self,
        node: NodeId,
        fields: &[&'static str],
        required: &[&'static str],
    ) -> Option<Vec<Entry>> {
        let tree = self.tree.borrow();
        let entries = tree.entries(node);
        let mut seen = 0_u64;
        let mut present = Vec::with_capacity(entries.len());
        for entry in entries {
            let key = tree.text(self.source, entry.key).filter(|key| *key != self.foreign_key())?;
            let field = fields.iter().position(|field| *field == key).filter(|field| *field < 64)?;
            let is_second = seen & (1 << field) != 0;
            if is_second {
                return None;
            }
            seen |= 1 << field;
            if tree.kind(entry.value) != Kind::Empty {
                present.push(*entry);
            }
        }
        let has = |key: &str| present.iter().any(|entry| tree.text(self.source, entry.key) == Some(key));
        required.iter().all(|key| has(key)).then_some(present)
    }

    pub(crate) fn element(&self, node: NodeId, index: usize) -> Option<NodeId> {
        self.tree.borrow().elements(node).get(index).copied()
    }

    pub(crate) fn element_count(&self, node: NodeId) -> usize {
        self.tree.borrow().elements(node).len()
    }

    /// Goes one step down while `read` runs.
    pub(crate) fn within<T>(&self, hop: Hop, read: impl FnOnce() -> T) -> T {
        self.path.borrow_mut().push(hop);
        let result = read();
        self.path.borrow_mut().pop();
        result
    }

    /// The address of the current value.
    pub(crate) fn route(&self) -> Route {
        let path = self.path.borrow();
        path.iter().fold(Route::root(), |route, hop| match hop {
            Hop::Key(key) => route.key(self.text(*key).map(|text| (*text).to_owned()).unwrap_or_default()),
            Hop::Index(index) => route.index(*index),
        })
    }

    /// The current value cannot be read: nothing more should be said of it.
    pub(crate) fn lose_current(&self) {
        self.lose(self.route());
    }

    /// Whether the current value has been given up while its entries were looked at.
    pub(crate) fn has_lost_current(&self) -> bool {
        let route = self.route();
        self.lost.borrow().last() == Some(&route)
    }

    pub(crate) fn lose(&self, route: Route) {
        self.lost.borrow_mut().push(route);
    }

    pub(crate) fn place(&self, route: Route) -> Place {
        Place::value(self.document, route)
    }

    pub(crate) fn key_place(&self, route: Route) -> Place {
        Place::key(self.document, route)
    }

    pub(crate) fn part_place(&self, route: Route, part: std::ops::Range<usize>) -> Place {
        Place::within(self.document, route, part)
    }

    /// The place of a node that has no address of its own, such as a key that stands twice.
    pub(crate) fn node_place(&self, node: NodeId) -> Place {
        self.layout.place(self.tree.borrow().span(node))
    }

    pub(crate) fn say(&self, remark: Remark) {
        self.findings.borrow_mut().push(remark.finding());
    }

    /// The nearest of some fixed words, remembered per word.
    pub(crate) fn nearest(&self, word: &str, words: &'static [&'static str]) -> Option<&'static str> {
        let key = (word.to_owned(), words.as_ptr().addr());
        if let Some(known) = self.suggestions.borrow().get(&key) {
            return *known;
        }
        let found = nearest::nearest(word, words.iter().copied());
        self.suggestions.borrow_mut().insert(key, found);
        found
    }

    /// The first line of what stands in the file for a node, cropped.
    pub(crate) fn excerpt(&self, node: NodeId) -> String {
        let range = self.tree.borrow().span(node).range();
        let line = self.source.get(range).unwrap_or_default().lines().next().unwrap_or_default().trim();
        if line.chars().count() <= 60 {
            return line.to_owned();
        }
        line.chars().take(59).chain(['…']).collect()
    }

    /// The long form of a short form: of a text, or of the key of a one-pair mapping.
    ///
    /// `None` if the record has no short form; an error if the text is none, which has been reported.
    pub(crate) fn long_form(&self, record: &'static str, node: NodeId) -> Option<Result<NodeId, ()>> {
        if let Some(known) = self.tree.borrow().long_form(node) {
            return Some(Ok(known));
        }
        let (text_node, value) = self.short_parts(node);
        let parsed = {
            let text = self.text(text_node)?;
            self.parsed_short_form(record, &text)?
        };
        match parsed.as_ref() {
            Ok(sprout) => {
                let mut tree = self.tree.borrow_mut();
                let long =
                    short_form::graft(&mut tree, self.source, text_node, sprout, value.map(|v| (record, v)));
                tree.remember_long_form(node, long, record);
                Some(Ok(long))
            }
            Err(errors) => {
                for error in errors {
                    self.say_malformed(text_node, value.is_some(), error);
                }
                Some(Err(()))
            }
        }
    }

    /// The text of a short form and the value that follows it.
    fn short_parts(&self, node: NodeId) -> (NodeId, Option<NodeId>) {
        match self.tree.borrow().entries(node) {
            [entry] => (entry.key, Some(entry.value)),
            _ => (node, None),
        }
    }

    fn parsed_short_form(
        &self,
        record: &'static str,
        text: &str,
    ) -> Option<Rc<Result<Sprout, Vec<SyntaxError>>>> {
        let mut memos = self.short_forms.borrow_mut();
        let position = memos.iter().position(|(of, _)| *of == record).unwrap_or_else(|| {
            memos.push((record, Memo::new()));
            memos.len() - 1
        });
        let memo = &mut memos[position].1;
        if let Some(known) = memo.get(text) {
            return Some(Rc::clone(known));
        }
        let parsed = short_form::parse(record, text)?;
        let is_demand = self.kind.get() == DocumentKind::Requirements;
        let parsed = Rc::new(if is_demand { parsed.map(short_form::demanding) } else { parsed });
        memo.insert(text.into(), Rc::clone(&parsed));
        Some(parsed)
    }

    fn say_malformed(&self, text_node: NodeId, is_key: bool, error: &SyntaxError) {
        let place = if is_key {
            // A key has no address of its own that a part of it could be a part of.
            self.layout.place(self.tree.borrow().part_span(self.source, text_node, &error.range))
        } else {
            self.part_place(self.route(), error.range.clone())
        };
        self.say(Remark::syntax("malformed-short-form", place, error));
    }
}

/// A finding in the making.
pub(crate) struct Remark {
    rule: &'static str,
    place: Place,
    message: String,
    help: Option<String>,
    related: Vec<Related>,
    edits: Vec<Edit>,
}

impl Remark {
    pub(crate) fn new(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self { rule, place, message: message.into(), help: None, related: Vec::new(), edits: Vec::new() }
    }

    /// What a notation has to say.
    pub(crate) fn syntax(rule: &'static str, place: Place, error: &SyntaxError) -> Self {
        let correction = error.correction.as_ref().map(|correction| correction.text.clone());
        let remark = Self::new(rule, place.clone(), error.message.clone()).help_if(error.help.clone());
        match (correction, &error.correction) {
            (Some(text), Some(correction)) if correction.range == error.range => remark.edit(place, text),
            _ => remark,
        }
    }

    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        self.help_if(Some(help.into()))
    }

    pub(crate) fn help_if(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    pub(crate) fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }

    pub(crate) fn edit(mut self, place: Place, replacement: impl Into<String>) -> Self {
        let change = Change::Replace(replacement.into());
        self.edits.push(Edit { place, change, is_unsafe: false });
        self
    }

    pub(crate) fn finding(self) -> Finding {
        let finding = Finding::new(self.rule, Severity::Error, self.place, self.message);
        Finding { help: self.help, related: self.related, edits: self.edits, ..finding }
    }
}
