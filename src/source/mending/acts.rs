//! Edits → acts: what an edit by its route means for the nodes of a file, or why it cannot be made.

use granit_parser::ScalarStyle;

use super::fresh::Fresh;
use super::outline::{Outline, Shape};
use super::part::addition;
use super::patch::Refusal;
use super::plan::Act;
use super::target::{Target, Written};
use crate::finding::{Aspect, BytesOfText, Change, FileId};
use crate::route::{Route, Step};
use crate::source::layout::Layout;
use crate::source::short_form::value_key;
use crate::source::tree::NodeId;

/// A document whose edits are looked at.
pub(super) struct Desk<'d> {
    pub(super) written: Written<'d>,
    pub(super) layout: &'d Layout,
    /// The outlines of its files that may be changed.
    pub(super) outline: &'d dyn Fn(FileId) -> Result<&'d Outline, Refusal>,
}

type Placed = (FileId, Act);

impl Desk<'_> {
    /// What an edit means.
    pub(super) fn act(&self, route: &Route, aspect: &Aspect, change: &Change) -> Result<Placed, Refusal> {
        let target = self.written.target(route)?;
        match (change, aspect) {
            (Change::Replace(text), Aspect::Key) => self.renamed(route, &target, text),
            (Change::Replace(text), Aspect::Value) => self.replaced(&target, None, text),
            (Change::Replace(text), Aspect::Within(part)) => self.replaced(&target, Some(part), text),
            (Change::Remove, _) => self.removed(&target),
            (Change::Append(element), _) => self.appended(&target, Fresh::from(element)),
            (Change::Insert(key, value), _) => self.inserted(&target, key, Fresh::from(value)),
            (Change::Reorder(order), _) => self.reordered(&target, order),
        }
    }

    /// The file and the outline of a node, if it may be changed.
    fn place(&self, node: NodeId) -> Result<(FileId, usize, &Outline), Refusal> {
        let (file, position) = self.layout.node(node).ok_or("the value stands in several files")?;
        let outline = (self.outline)(file)?;
        let own = outline.node(position).ok_or("the place cannot be told")?;
        if own.has_tag {
            return Err("the value has a tag".to_owned());
        }
        if own.shape == Shape::Alias || outline.holders(position).any(|at| has_anchor(outline, at)) {
            return Err("the value is shared by an anchor".to_owned());
        }
        Ok((file, position, outline))
    }

    fn renamed(&self, route: &Route, target: &Target<'_>, text: &str) -> Result<Placed, Refusal> {
        let key = target.key.filter(|_| target.missing.is_empty()).ok_or("the key is not written")?;
        let holder = route.parent().map(|parent| self.written.target(&parent).map(|holder| holder.node));
        let is_taken = |holder: NodeId| self.written.tree.entry(self.written.text, holder, text).is_some();
        if holder.transpose()?.is_some_and(is_taken) {
            return Err(format!("there is a key `{text}` already"));
        }
        self.splice(key, None, text)
    }

    fn replaced(
        &self,
        target: &Target<'_>,
        within: Option<&BytesOfText>,
        text: &str,
    ) -> Result<Placed, Refusal> {
        if !target.missing.is_empty() {
            return Err("nothing is written there".to_owned());
        }
        let Some(part) = &target.part else {
            return self.splice(target.node, within.map(|part| part.start..part.end), text);
        };
        let written = self.written.text_of(part.holder);
        let range = match within {
            None => part.range().ok_or("several values stand there")?,
            Some(inner) => {
                let whole = part.verbatim(written)?;
                whole.start + inner.start..whole.start + inner.end
            }
        };
        let whole = part.range().unwrap_or_default();
        if range.end > whole.end || written.get(range.clone()).is_none() {
            return Err("the part cannot be told".to_owned());
        }
        let mut wanted = written.get(whole.clone()).unwrap_or_default().to_owned();
        wanted.replace_range(range.start - whole.start..range.end - whole.start, text);
        part.bears(written, (&range, text), |_| vec![wanted.clone()])?;
        self.splice(part.holder, Some(range), text)
    }

    /// A part of the text of a node, or all of it, becomes another one.
    fn splice(
        &self,
        node: NodeId,
        part: Option<std::ops::Range<usize>>,
        text: &str,
    ) -> Result<Placed, Refusal> {
        let (file, node, outline) = self.place(node)?;
        let own = outline.node(node).ok_or("the place cannot be told")?;
        if !matches!(own.shape, Shape::Text(_) | Shape::Nothing) {
            return Err("there is no text there".to_owned());
        }
        let part = part.unwrap_or(0..own.text.len());
        let is_whole = own.shape == Shape::Nothing;
        if !is_whole && own.text.get(part.clone()).is_none() {
            return Err("the part cannot be told".to_owned());
        }
        // The line break behind the last line of a block is part of its text, and none of its author's words.
        let is_block = matches!(own.shape, Shape::Text(ScalarStyle::Literal | ScalarStyle::Folded));
        let is_to_end = part.end == own.text.len() && own.text.ends_with('\n') && !text.ends_with('\n');
        let ending = if is_block && is_to_end { "\n" } else { "" };
        Ok((file, Act::Splice { node, part, text: format!("{text}{ending}") }))
    }

    fn removed(&self, target: &Target<'_>) -> Result<Placed, Refusal> {
        if !target.missing.is_empty() {
            return Err("nothing is written there".to_owned());
        }
        if let Some(part) = &target.part {
            let range = part.removal()?;
            let written = self.written.text_of(part.holder);
            let own = part.range().and_then(|own| written.get(own)).unwrap_or_default().to_owned();
            let without = |mut said: Vec<String>| {
                // Of equal neighbours it does not matter which one goes.
                if let Some(found) = said.iter().position(|text| *text == own) {
                    said.remove(found);
                }
                said
            };
            let holder = part.holder;
            part.clone().list().bears(written, (&range, ""), without)?;
            return self.splice(holder, Some(range), "");
        }
        if target.is_single {
            return Err("it is all there is in its list".to_owned());
        }
        let (file, position, outline) = self.place(target.node)?;
        refuse_anchors(outline, position)?;
        let (node, member) = outline.membership(position).ok_or("nothing holds it")?;
        Ok((file, Act::Remove { node, member }))
    }

    fn appended(&self, target: &Target<'_>, element: Fresh) -> Result<Placed, Refusal> {
        if !target.missing.is_empty() {
            let value = Fresh::List(vec![element]);
            return self.inserted_below(target, target.missing, value);
        }
        if let Some(part) = &target.part {
            let Fresh::Text(text) = &element else {
                return Err("a short form holds texts only".to_owned());
            };
            let elements = part.elements().ok_or("the short form has no list there")?;
            let end = elements.last().map(|last| last.end).ok_or("the short form has no list there")?;
            let (written, added) = (self.written.text_of(part.holder), format!(" | {text}"));
            let longer = |mut said: Vec<String>| {
                said.push(text.clone());
                said
            };
            part.bears(written, (&(end..end), &added), longer)?;
            return self.splice(part.holder, Some(end..end), &added);
        }
        // A list that several files make up goes on where it ends.
        let (file, node, outline) =
            match (self.layout.node(target.node), self.written.tree.elements(target.node)) {
                (None, [.., last]) => {
                    let (file, last, outline) = self.place(*last)?;
                    let (node, _) = outline.membership(last).ok_or("the list cannot be told")?;
                    (file, node, outline)
                }
                _ => self.place(target.node)?,
            };
        if outline.node(node).is_some_and(|node| node.shape == Shape::Mapping { is_flow: false }) {
            return Err("the single value stands on lines of its own".to_owned());
        }
        Ok((file, Act::Append { node, element }))
    }

    fn inserted(&self, target: &Target<'_>, key: &str, value: Fresh) -> Result<Placed, Refusal> {
        let mut steps = target.missing.to_vec();
        steps.push(Step::Key(key.to_owned()));
        if target.missing.is_empty() {
            let long = self.written.tree.long_form(target.node).unwrap_or(target.node);
            if self.written.tree.entry(self.written.text, long, key).is_some() {
                return Err(format!("there is a key `{key}` already"));
            }
        }
        self.inserted_below(target, &steps, value)
    }

    /// Adds what a chain of keys that are not written leads to.
    fn inserted_below(&self, target: &Target<'_>, steps: &[Step], value: Fresh) -> Result<Placed, Refusal> {
        let (key, value) = chain(steps, value)?;
        if target.part.is_some() {
            return Err(format!("the short form has no place for `{key}`"));
        }
        if let Some(record) = self.written.tree.record(target.node) {
            return self.added_to_short(target.node, record, key, value);
        }
        let (file, node, outline) =
            match (self.layout.node(target.node), self.written.tree.entries(target.node)) {
                // A mapping that several files make up goes on where it begins in one that may be changed.
                (None, entries @ [first, ..]) => {
                    let place = entries.iter().find_map(|entry| self.place(entry.key).ok());
                    let (file, key, outline) = place.map_or_else(|| self.place(first.key), Ok)?;
                    let (node, _) = outline.membership(key).ok_or("the mapping cannot be told")?;
                    (file, node, outline)
                }
                _ => self.place(target.node)?,
            };
        insertable(file, node, outline, key, value)
    }

    /// A key that a short form does not have yet, in its text or in the mapping behind it.
    fn added_to_short(
        &self,
        node: NodeId,
        record: &'static str,
        key: String,
        value: Fresh,
    ) -> Result<Placed, Refusal> {
        let holder = self.written.short_text(node);
        let text = self.written.text_of(holder);
        let worded = match &value {
            Fresh::Text(text) => Some(text.clone()),
            Fresh::List(elements) => {
                let texts = elements.iter().map(|element| match element {
                    Fresh::Text(text) => Some(text.as_str()),
                    _ => None,
                });
                texts.collect::<Option<Vec<_>>>().map(|texts| texts.join(" | "))
            }
            Fresh::Mapping(_) => None,
        };
        let added = worded.map(|worded| addition(record, text, &key, &worded));
        if let Some(Ok((at, added))) = added {
            return self.splice(holder, Some(at..at), &added);
        }
        if let (Fresh::Text(_), true) = (&value, key == value_key(record))
            && let (file, node, outline) = self.place(holder)?
            && is_line_of_list(outline, node)
        {
            let key = outline.node(node).map(|own| own.text.clone()).unwrap_or_default();
            return Ok((file, Act::Insert { node, key, value }));
        }
        if let Some(mut entries) = self.unfolded(node, record) {
            let (file, node, _) = self.place(node)?;
            entries.push((key, value));
            return Ok((file, Act::Unfold { node, entries }));
        }
        let behind =
            self.written.short_value(node).ok_or(format!("the short form has no place for `{key}`"))?;
        let (file, node, outline) = self.place(behind)?;
        insertable(file, node, outline, key, value)
    }

    /// What a short form says in its long form, where that is a mapping of texts: a link.
    fn unfolded(&self, node: NodeId, record: &str) -> Option<Vec<(String, Fresh)>> {
        let long = self.written.tree.long_form(node).filter(|_| record == "Link")?;
        let text = |node| self.written.tree.text(self.written.text, node).map(str::to_owned);
        let entries = self.written.tree.entries(long).iter();
        entries.map(|entry| Some((text(entry.key)?, Fresh::Text(text(entry.value)?)))).collect()
    }

    fn reordered(&self, target: &Target<'_>, order: &[usize]) -> Result<Placed, Refusal> {
        if !target.missing.is_empty() || target.part.is_some() {
            return Err("there is no list of its own there".to_owned());
        }
        let (file, node, outline) = self.place(target.node)?;
        refuse_anchors(outline, node)?;
        let count = outline.node(node).filter(|node| matches!(node.shape, Shape::Sequence { .. }));
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        if count.is_none_or(|node| !sorted.iter().copied().eq(0..node.children.len())) {
            return Err("the order is not that of the list".to_owned());
        }
        Ok((file, Act::Reorder { node, order: order.to_vec() }))
    }
}

/// Adds an entry to a node, if that is a mapping or nothing.
fn insertable(
    file: FileId,
    node: usize,
    outline: &Outline,
    key: String,
    value: Fresh,
) -> Result<Placed, Refusal> {
    match outline.node(node).map(|node| node.shape) {
        Some(Shape::Mapping { .. } | Shape::Nothing) => Ok((file, Act::Insert { node, key, value })),
        _ => Err("there is no mapping there".to_owned()),
    }
}

/// Whether a node is a text on one line that is an element of a list: a value may follow it behind a colon.
fn is_line_of_list(outline: &Outline, position: usize) -> bool {
    let is_of_list = outline.membership(position).and_then(|(holder, _)| outline.node(holder));
    let is_of_list = is_of_list.is_some_and(|holder| matches!(holder.shape, Shape::Sequence { .. }));
    let is_line = |shape| matches!(shape, Shape::Text(style) if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded));
    is_of_list && outline.node(position).is_some_and(|node| is_line(node.shape) && !node.text.contains('\n'))
}

fn has_anchor(outline: &Outline, position: usize) -> bool {
    outline.node(position).is_some_and(|node| node.has_anchor)
}

/// What others name by an anchor does not go away or elsewhere.
fn refuse_anchors(outline: &Outline, position: usize) -> Result<(), Refusal> {
    let after = outline.node(position).map_or(position, |node| node.after);
    if (position..after).any(|at| has_anchor(outline, at)) {
        return Err("the value is shared by an anchor".to_owned());
    }
    Ok(())
}

/// The first of some keys, and what the others make of a value.
fn chain(steps: &[Step], value: Fresh) -> Result<(String, Fresh), Refusal> {
    let no_key = || "there is no list there".to_owned();
    let (first, rest) = steps.split_first().ok_or_else(no_key)?;
    let Step::Key(first) = first else { return Err(no_key()) };
    let nested = rest.iter().rev().try_fold(value, |value, step| match step {
        Step::Key(key) => Ok(Fresh::Mapping(vec![(key.clone(), value)])),
        Step::Index(_) => Err(no_key()),
    });
    Ok((first.clone(), nested?))
}
