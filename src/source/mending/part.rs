//! `Part`: what a route leads to inside a short form, and whether the short form bears a change of it.

use std::ops::Range;

use super::patch::Refusal;
use crate::route::Step;
use crate::source::short_form::{self, Sprout};
use crate::source::tree::NodeId;

/// A short form inside the text of a node, and the way inside it that the route takes.
#[derive(Debug, Clone)]
struct Nest {
    record: &'static str,
    range: Range<usize>,
    path: Vec<Step>,
}

/// A part of the text of a node.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// The node whose text it is.
    pub(super) holder: NodeId,
    nests: Vec<Nest>,
    sprout: Sprout,
    /// The list that the part is an element of, and its position.
    siblings: Option<(Vec<Range<usize>>, usize)>,
}

/// The parts of a short form, by the way that leads to them, as they are written.
type Flat = Vec<(Vec<Step>, String)>;

impl Part {
    /// What a short form has under a key.
    pub(super) fn under(
        holder: NodeId,
        record: &'static str,
        text: &str,
        range: Range<usize>,
        key: &str,
    ) -> Option<Self> {
        let Sprout::Mapping(parts) = short_form::parse(record, text.get(range.clone())?)?.ok()? else {
            return None;
        };
        let (_, sprout) = parts.into_iter().find(|(known, _)| *known == key)?;
        let nest = Nest { record, range, path: vec![Step::Key(key.to_owned())] };
        Some(Self { holder, nests: vec![nest], sprout, siblings: None })
    }

    /// One step further inside; `record` is what a text is read as. `text` is that of the holder.
    pub(super) fn step(
        mut self,
        step: &Step,
        text: &str,
        record: Option<&'static str>,
    ) -> Result<Self, Refusal> {
        let absent = || "the short form has no place for it".to_owned();
        match (&self.sprout, step) {
            (Sprout::Text { .. }, Step::Index(0)) => return Ok(self),
            (Sprout::List(elements), Step::Index(index)) => {
                let element = elements.get(*index).cloned().ok_or_else(absent)?;
                self.siblings = self.elements().map(|ranges| (ranges, *index));
                self.sprout = element;
            }
            (Sprout::Mapping(parts), Step::Key(key)) => {
                let found = parts.iter().find(|(known, _)| known == key).map(|(_, sprout)| sprout.clone());
                self.sprout = found.ok_or_else(absent)?;
                self.siblings = None;
            }
            (Sprout::Text { .. }, Step::Key(key)) => {
                let range = self.verbatim(text)?;
                let record = record.ok_or_else(absent)?;
                let inner = Self::under(self.holder, record, text, range, key).ok_or_else(absent)?;
                self.nests.extend(inner.nests);
                self.sprout = inner.sprout;
                self.siblings = None;
                return Ok(self);
            }
            _ => return Err(absent()),
        }
        if let Some(nest) = self.nests.last_mut() {
            nest.path.push(step.clone());
        }
        Ok(self)
    }

    fn base(&self) -> usize {
        self.nests.last().map_or(0, |nest| nest.range.start)
    }

    /// Where the part stands in the text of its holder; nothing for several.
    pub(super) fn range(&self) -> Option<Range<usize>> {
        let Sprout::Text { part, .. } = &self.sprout else { return None };
        Some(self.base() + part.start..self.base() + part.end)
    }

    /// The same, if it is written as it is read.
    pub(super) fn verbatim(&self, text: &str) -> Result<Range<usize>, Refusal> {
        let Sprout::Text { meant, .. } = &self.sprout else {
            return Err("several values stand there".to_owned());
        };
        let range = self.range().unwrap_or_default();
        let is_same = meant.as_deref().is_none_or(|meant| text.get(range.clone()) == Some(meant));
        if is_same { Ok(range) } else { Err("it is written otherwise than it is read".to_owned()) }
    }

    /// The elements of a list.
    pub(super) fn elements(&self) -> Option<Vec<Range<usize>>> {
        let Sprout::List(elements) = &self.sprout else { return None };
        let range = |element: &Sprout| match element {
            Sprout::Text { part, .. } => Some(self.base() + part.start..self.base() + part.end),
            _ => None,
        };
        elements.iter().map(range).collect()
    }

    /// The bytes that go when the part, an element of a list, goes.
    pub(super) fn removal(&self) -> Result<Range<usize>, Refusal> {
        let only = "nothing would be left of a part of the short form";
        let (siblings, index) = self.siblings.as_ref().ok_or("it is no element of a list")?;
        let own = siblings.get(*index).cloned().unwrap_or_default();
        match (index.checked_sub(1).and_then(|before| siblings.get(before)), siblings.get(index + 1)) {
            (Some(before), _) => Ok(before.end..own.end),
            (None, Some(next)) => Ok(own.start..next.start),
            (None, None) => Err(only.to_owned()),
        }
    }

    /// Whether the text of the holder, changed in one place, still is the same short form but for this part. `wanted`
    /// is what the part, or the list that it is, says then, from the texts that it says now.
    pub(super) fn bears(
        &self,
        text: &str,
        change: (&Range<usize>, &str),
        wanted: impl Fn(Vec<String>) -> Vec<String>,
    ) -> Result<(), Refusal> {
        let (range, new) = change;
        let mut changed = text.to_owned();
        changed.replace_range(range.clone(), new);
        let grown = |at: &Range<usize>| at.start..(at.end + new.len()).saturating_sub(range.len());
        let broken = || format!("the short form cannot be written with `{new}`");
        for (number, nest) in self.nests.iter().enumerate() {
            let old =
                flat(nest.record, text.get(nest.range.clone()).unwrap_or_default()).ok_or_else(broken)?;
            let inner = changed.get(grown(&nest.range)).ok_or_else(broken)?;
            let now = flat(nest.record, inner).ok_or_else(broken)?;
            let said = |flat: &Flat| -> Vec<String> {
                let inside = flat.iter().filter(|(path, _)| path.starts_with(&nest.path));
                inside.map(|(_, text)| text.clone()).collect()
            };
            let rest = |flat: Flat| -> Flat {
                flat.into_iter().filter(|(path, _)| !path.starts_with(&nest.path)).collect()
            };
            let expected = match self.nests.get(number + 1) {
                Some(next) => vec![changed.get(grown(&next.range)).unwrap_or_default().to_owned()],
                None => wanted(said(&old)),
            };
            if said(&now) != expected || rest(now) != rest(old) {
                return Err(broken());
            }
        }
        Ok(())
    }

    /// The part as the list that it is an element of.
    pub(super) fn list(mut self) -> Self {
        if let Some(nest) = self.nests.last_mut() {
            nest.path.pop();
        }
        self
    }
}

fn flat(record: &str, text: &str) -> Option<Flat> {
    let mut found = Vec::new();
    flatten(&short_form::parse(record, text)?.ok()?, text, &mut Vec::new(), &mut found);
    Some(found)
}

fn flatten(sprout: &Sprout, text: &str, path: &mut Vec<Step>, found: &mut Flat) {
    let mut inside = |step: Step, sprout: &Sprout, found: &mut Flat| {
        path.push(step);
        flatten(sprout, text, path, found);
        path.pop();
    };
    match sprout {
        Sprout::List(elements) => {
            for (index, element) in elements.iter().enumerate() {
                inside(Step::Index(index), element, found);
            }
        }
        Sprout::Mapping(parts) => {
            for (key, part) in parts {
                inside(Step::Key((*key).to_owned()), part, found);
            }
        }
        Sprout::Text { part, .. } => {
            found.push((path.clone(), text.get(part.clone()).unwrap_or_default().to_owned()));
        }
    }
}

/// Where a short form takes a key that it does not have yet, and what is written there.
pub(super) fn addition(record: &str, text: &str, key: &str, value: &str) -> Result<(usize, String), Refusal> {
    let unable = || format!("the short form has no place for `{key}`");
    let parts = flat(record, text).ok_or_else(unable)?;
    let Sprout::Mapping(sprouts) = short_form::parse(record, text).and_then(Result::ok).ok_or_else(unable)?
    else {
        return Err(unable());
    };
    let end = |keys: &[&str]| {
        let inside = sprouts.iter().filter(|(known, _)| keys.contains(known));
        inside.map(|(_, sprout)| last_byte(sprout)).max()
    };
    let (at, added) = match (record, key) {
        ("PresentationContext", "transfer_syntaxes") => (end(&["role"]), format!(" in {value}")),
        ("PresentationContext", "extended_negotiation") => {
            (end(&["role", "transfer_syntaxes"]), format!(" negotiating {value}"))
        }
        ("Link", "status") => (end(&["direction"]), format!(" {value}")),
        _ => return Err(unable()),
    };
    let at = at.ok_or_else(unable)?;
    let mut changed = text.to_owned();
    changed.insert_str(at, &added);
    let mut now = flat(record, &changed).ok_or_else(unable)?;
    let is_new = |(path, _): &(Vec<Step>, String)| path.first() == Some(&Step::Key(key.to_owned()));
    let new: Vec<String> = now.iter().filter(|part| is_new(part)).map(|(_, text)| text.clone()).collect();
    now.retain(|part| !is_new(part));
    if new.join(" | ") == value && now == parts { Ok((at, added)) } else { Err(unable()) }
}

fn last_byte(sprout: &Sprout) -> usize {
    match sprout {
        Sprout::Text { part, .. } => part.end,
        Sprout::List(elements) => elements.iter().map(last_byte).max().unwrap_or_default(),
        Sprout::Mapping(parts) => parts.iter().map(|(_, part)| last_byte(part)).max().unwrap_or_default(),
    }
}
