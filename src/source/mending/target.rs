//! `Target`: where the route of an edit leads, in the long form and in the file.

use super::part::Part;
use super::patch::Refusal;
use crate::route::{Route, Step};
use crate::source::tree::{Kind, NodeId, Tree};

/// What a route leads to.
#[derive(Debug, Clone)]
pub(super) struct Target<'r> {
    /// The node, or that of the part in the long form.
    pub(super) node: NodeId,
    /// The key that it stands under, where one is written.
    pub(super) key: Option<NodeId>,
    /// What of the text of a node, where the route leads into a short form.
    pub(super) part: Option<Part>,
    /// Whether the last step was to the only element of a list that is written without brackets.
    pub(super) is_single: bool,
    /// The rest of the route, which leads to something that is not written.
    pub(super) missing: &'r [Step],
}

/// A document as edits see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'t> {
    pub(super) tree: &'t Tree,
    pub(super) text: &'t str,
}

impl<'t> Written<'t> {
    pub(super) fn text_of(self, node: NodeId) -> &'t str {
        self.tree.text(self.text, node).unwrap_or_default()
    }

    /// Follows a route as far as something is written.
    pub(super) fn target(self, route: &Route) -> Result<Target<'_>, Refusal> {
        let root = self.tree.root.ok_or("nothing stands in the file")?;
        let mut target = Target { node: root, key: None, part: None, is_single: false, missing: &[] };
        let steps = route.steps();
        for (number, step) in steps.iter().enumerate() {
            self.refuse_alias(target.node)?;
            let next = match step {
                Step::Index(index) => self.element(&target, *index)?,
                Step::Key(key) => self.entry(&target, key)?,
            };
            let Some(next) = next else {
                target.missing = &steps[number..];
                break;
            };
            target = next;
        }
        self.refuse_alias(target.node)?;
        Ok(target)
    }

    fn refuse_alias(self, node: NodeId) -> Result<(), Refusal> {
        if self.tree.is_alias(node) { Err("the value is shared by an anchor".to_owned()) } else { Ok(()) }
    }

    fn element(self, target: &Target<'_>, index: usize) -> Result<Option<Target<'static>>, Refusal> {
        let elements = self.tree.elements(target.node);
        let is_single = elements.is_empty() && index == 0 && !self.is_list(target.node);
        let node = if is_single { Some(target.node) } else { elements.get(index).copied() };
        let Some(node) = node else { return Ok(None) };
        let part = target.part.clone();
        let part =
            part.map(|part| part.step(&Step::Index(index), self.holder_text(target), None)).transpose()?;
        let key = target.key.filter(|_| is_single);
        Ok(Some(Target { node, key, part, is_single, missing: &[] }))
    }

    fn is_list(self, node: NodeId) -> bool {
        matches!(self.tree.kind(node), Kind::Sequence { .. } | Kind::Empty)
    }

    fn holder_text(self, target: &Target<'_>) -> &'t str {
        target.part.as_ref().map_or("", |part| self.text_of(part.holder))
    }

    fn entry(self, target: &Target<'_>, key: &str) -> Result<Option<Target<'static>>, Refusal> {
        let long = self.tree.long_form(target.node).unwrap_or(target.node);
        let Some(entry) = self.tree.entry(self.text, long, key) else {
            if self.tree.entry(self.text, target.node, "<<").is_some() {
                return Err("the mapping merges another one by `<<`".to_owned());
            }
            return Ok(None);
        };
        let written = Some(entry.key).filter(|key| self.tree.is_written(*key));
        let record = self.tree.record(target.node);
        let part = match (&target.part, record) {
            (Some(part), _) => {
                let step = Step::Key(key.to_owned());
                Some(part.clone().step(&step, self.holder_text(target), record)?)
            }
            (None, Some(record)) => {
                let holder = self.short_text(target.node);
                self.refuse_alias(holder)?;
                let text = self.text_of(holder);
                Part::under(holder, record, text, 0..text.len(), key)
            }
            (None, None) => None,
        };
        Ok(Some(Target { node: entry.value, key: written, part, is_single: false, missing: &[] }))
    }

    /// The text of a short form: the node itself, or the key of its only pair.
    pub(super) fn short_text(self, node: NodeId) -> NodeId {
        match self.tree.entries(node) {
            [entry] => entry.key,
            _ => node,
        }
    }

    /// The value that follows a short form.
    pub(super) fn short_value(self, node: NodeId) -> Option<NodeId> {
        match self.tree.entries(node) {
            [entry] => Some(entry.value),
            _ => None,
        }
    }
}
