//! Changes of mappings and lists whose members stand on lines of their own.

use std::ops::Range;

use super::lines::{
    indentation, is_first_of_line, line_before, line_end, line_ending, line_start, next_line, rest_of_line,
};
use super::outline::Shape;
use super::patch::{Page, Patches, Refusal};
use super::plan::NodeChange;

/// The members of a block.
struct Block<'p> {
    text: &'p str,
    /// Each with its dash, from there to the end of its value.
    members: Vec<Range<usize>>,
    /// How many columns stand before each.
    column: usize,
}

pub(super) fn patches(page: Page<'_>, position: usize, change: &NodeChange) -> Result<Patches, Refusal> {
    let block = Block::of(page, position)?;
    if let Some(order) = &change.order {
        return block.reordered(order);
    }
    if !change.removed.is_empty() {
        if change.removed.len() == block.members.len() {
            return block.emptied(page, position);
        }
        return block.without(|number| change.removed.contains(&number));
    }
    let blanks = " ".repeat(block.column);
    let mut lines: Vec<String> =
        change.appended.iter().map(|element| format!("{blanks}- {}", element.element())).collect();
    lines.extend(change.entries().iter().flat_map(|(key, value)| value.entry(key, &blanks)));
    Ok(block.lengthened(&lines))
}

fn is_list(page: Page<'_>, position: usize) -> bool {
    page.outline.node(position).is_some_and(|node| matches!(node.shape, Shape::Sequence { .. }))
}

impl<'p> Block<'p> {
    fn of(page: Page<'p>, position: usize) -> Result<Self, Refusal> {
        let text = page.text;
        let members = page.outline.members(text, position);
        let is_list = is_list(page, position);
        if is_list && !members.iter().all(|member| text[member.start..].starts_with('-')) {
            return Err("the dash of an element cannot be told".to_owned());
        }
        let first = members.first().ok_or("the block is empty")?;
        let column = first.start - line_start(text, first.start);
        Ok(Self { text, members, column })
    }

    /// The start of the line behind a member.
    fn below(&self, member: &Range<usize>) -> usize {
        next_line(self.text, member.end)
    }

    /// Lines below the last member.
    fn lengthened(&self, lines: &[String]) -> Patches {
        let Some(last) = self.members.last() else { return Vec::new() };
        let (at, ending) = (self.below(last), line_ending(self.text));
        let lines = lines.join(ending);
        let has_ending = self.text.get(..at).is_some_and(|before| before.ends_with(['\n', '\r']));
        let added = if has_ending { format!("{lines}{ending}") } else { format!("{ending}{lines}") };
        vec![(at..at, added)]
    }

    /// Empty brackets in the place of all members.
    fn emptied(&self, page: Page<'_>, position: usize) -> Result<Patches, Refusal> {
        let brackets = if is_list(page, position) { "[]" } else { "{}" };
        let (Some(first), Some(last)) = (self.members.first(), self.members.last()) else {
            return Ok(Vec::new());
        };
        if !is_first_of_line(self.text, first.start) {
            return Ok(vec![(first.start..last.end, brackets.to_owned())]);
        }
        let (parent, _) = page.outline.membership(position).ok_or("nothing else stands in the file")?;
        let siblings = page.outline.node(parent).map(|node| node.children.as_slice()).unwrap_or_default();
        let key = siblings
            .iter()
            .position(|child| *child == position)
            .and_then(|at| siblings.get(at.checked_sub(1)?));
        let key = key.filter(|key| page.outline.is_key(**key)).ok_or("nothing else stands in the list")?;
        let end = page.outline.extent(self.text, *key).end;
        let colon = self.text[end..].find(':').map(|found| end + found + 1).ok_or("there is no colon")?;
        rest_of_line(self.text, colon).ok_or("something stands behind the key")?;
        let mut patches = vec![(colon..colon, format!(" {brackets}"))];
        for (number, _) in self.members.iter().enumerate() {
            patches.push((self.lines_of(number)?, String::new()));
        }
        Ok(patches)
    }

    /// The block without some of its members.
    fn without(&self, is_removed: impl Fn(usize) -> bool) -> Result<Patches, Refusal> {
        let mut patches = Vec::new();
        let mut number = 0;
        // A first member behind a dash makes room for the next one that stays.
        if self
            .members
            .first()
            .is_some_and(|first| is_removed(0) && !is_first_of_line(self.text, first.start))
        {
            number = (0..self.members.len()).find(|number| !is_removed(*number)).unwrap_or_default();
            let last = &self.members[number - 1];
            rest_of_line(self.text, last.end).ok_or("something else stands in its line")?;
            let below = self.below(last);
            let start = self.members[0].start;
            patches.push((start..below + indentation(self.text, below), String::new()));
        }
        for number in (number..self.members.len()).filter(|number| is_removed(*number)) {
            patches.push((self.lines_of(number)?, String::new()));
        }
        Ok(patches)
    }

    /// The lines of a member, with the comment above that speaks of nothing else.
    fn lines_of(&self, number: usize) -> Result<Range<usize>, Refusal> {
        let member = &self.members[number];
        if !is_first_of_line(self.text, member.start) || rest_of_line(self.text, member.end).is_none() {
            return Err("something else stands in its line".to_owned());
        }
        let own = line_start(self.text, member.start);
        let below = self.below(member);
        let above = self.comment_above(own);
        let start = if self.speaks_of_it_alone(above..own, below) { above } else { own };
        let has_ending = self.text[..below].ends_with(['\n', '\r']);
        match line_before(self.text, start).filter(|_| !has_ending) {
            Some(before) => Ok(line_end(self.text, before)..below),
            None => Ok(start..below),
        }
    }

    /// Where the comment begins that stands directly above a line, as far to the right as the members.
    fn comment_above(&self, line: usize) -> usize {
        let mut start = line;
        while let Some(before) = line_before(self.text, start) {
            let content = before + indentation(self.text, before);
            if content - before != self.column || !self.text[content..].starts_with('#') {
                break;
            }
            start = before;
        }
        start
    }

    /// A comment goes with the member below it if it allows something there, or if no other member follows without a
    /// blank line or a comment of its own: then it may be the heading of several.
    fn speaks_of_it_alone(&self, comment: Range<usize>, below: usize) -> bool {
        let next = &self.text[below..line_end(self.text, below)];
        let following = self.members.partition_point(|member| member.start < below);
        let is_member_below =
            self.members.get(following).is_some_and(|member| line_start(self.text, member.start) == below);
        let is_last = next.trim().is_empty()
            || next.trim_start().starts_with('#')
            || indentation(self.text, below) < self.column
            || indentation(self.text, below) == self.column && !is_member_below;
        is_last || self.text[comment].contains("dicomply: allow[")
    }

    /// The members in another order, each with the comment directly above it and the one behind it. The comment above
    /// the first one stays, unless all have one.
    fn reordered(&self, order: &[usize]) -> Result<Patches, Refusal> {
        let mut slots = Vec::with_capacity(self.members.len());
        let comments: Vec<usize> = self
            .members
            .iter()
            .map(|member| self.comment_above(line_start(self.text, member.start)))
            .collect();
        let has_comment =
            |number: &usize| comments[*number] < line_start(self.text, self.members[*number].start);
        let all_have = (1..self.members.len()).all(|number| has_comment(&number));
        for (number, member) in self.members.iter().enumerate() {
            if !is_first_of_line(self.text, member.start) || rest_of_line(self.text, member.end).is_none() {
                return Err("something else stands in the line of an element".to_owned());
            }
            let own = line_start(self.text, member.start);
            let start = if number > 0 || all_have { comments[number] } else { own };
            slots.push(start..line_end(self.text, member.end));
        }
        let texts = order.iter().map(|from| self.text[slots[*from].clone()].to_owned());
        Ok(slots.iter().cloned().zip(texts).collect())
    }
}
