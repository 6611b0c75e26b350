//! Changes of what stands between brackets.

use std::ops::Range;

use super::lines::{indentation, is_first_of_line, line_ending, line_start, next_line, rest_of_line};
use super::outline::Node;
use super::patch::{Page, Patches, Refusal};
use super::plan::NodeChange;
use super::spelling::{Spot, spelt};

pub(super) fn patches(page: Page<'_>, position: usize, change: &NodeChange) -> Result<Patches, Refusal> {
    let Some(node) = page.outline.node(position) else { return Ok(Vec::new()) };
    let members = page.outline.members(page.text, position);
    if let Some(order) = &change.order {
        return Ok(reordered(page.text, &members, order));
    }
    let mut patches = removed(page.text, node, &members, change)?;
    let mut added: Vec<String> = change.appended.iter().map(|element| element.inline(Spot::FLOW)).collect();
    added.extend(
        change.entries().iter().map(|(key, value)| {
            format!("{}: {}", spelt(key, Spot::FLOW.key(), None), value.inline(Spot::FLOW))
        }),
    );
    if !added.is_empty() {
        if !page.text.get(node.span.clone()).is_some_and(|written| written.starts_with(['[', '{'])) {
            return Err("a pair without braces cannot be added to".to_owned());
        }
        patches.extend(appended(page.text, node, members.last(), &added));
    }
    Ok(patches)
}

/// Where the comma behind a member ends, if there is one.
fn after_comma(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let blanks = rest.len() - rest.trim_start().len();
    rest.trim_start().starts_with(',').then_some(end + blanks + 1)
}

/// The same, if it stands in the line in which the member ends.
fn after_comma_in_line(text: &str, end: usize) -> Option<usize> {
    after_comma(text, end).filter(|after| !text[end..*after].contains(['\n', '\r']))
}

fn appended(text: &str, node: &Node, last: Option<&Range<usize>>, added: &[String]) -> Patches {
    let Some(last) = last else {
        let inner = node.span.start + 1..node.span.end - 1;
        let is_empty = text.get(inner.clone()).is_some_and(|inner| inner.trim().is_empty());
        let at = if is_empty { inner } else { node.span.start + 1..node.span.start + 1 };
        return vec![(at, added.join(", "))];
    };
    let is_on_own_line = is_first_of_line(text, last.start) && rest_after(text, last.end).is_some();
    if !is_on_own_line {
        return vec![(last.end..last.end, format!(", {}", added.join(", ")))];
    }
    let start = line_start(text, last.start);
    let blanks = text.get(start..start + indentation(text, start)).unwrap_or_default();
    let comma = after_comma(text, last.end);
    let at = next_line(text, last.end);
    let ending = line_ending(text);
    let mut lines = added.join(&format!(",{ending}{blanks}"));
    if comma.is_some() {
        lines.push(',');
    }
    let mut patches = vec![(at..at, format!("{blanks}{lines}{ending}"))];
    if comma.is_none() {
        patches.push((last.end..last.end, ",".to_owned()));
    }
    patches
}

/// What follows a member and its comma in its line, where that is at most a comment.
fn rest_after(text: &str, end: usize) -> Option<&str> {
    rest_of_line(text, after_comma_in_line(text, end).unwrap_or(end))
}

fn removed(
    text: &str,
    node: &Node,
    members: &[Range<usize>],
    change: &NodeChange,
) -> Result<Patches, Refusal> {
    if change.removed.is_empty() {
        return Ok(Vec::new());
    }
    let is_removed = |number: usize| change.removed.contains(&number);
    if (0..members.len()).all(is_removed) {
        let inner = node.span.start + 1..node.span.end - 1;
        let has_braces = text.get(node.span.clone()).is_some_and(|written| written.starts_with(['[', '{']));
        if !has_braces
            || text
                .get(inner.clone())
                .is_some_and(|inner| inner.contains(['\n', '\r']) && inner.contains('#'))
        {
            return Err("comments stand between the brackets".to_owned());
        }
        return Ok(vec![(inner, String::new())]);
    }
    let mut patches = Vec::new();
    let mut number = 0;
    while number < members.len() {
        if !is_removed(number) {
            number += 1;
            continue;
        }
        let first = number;
        while number + 1 < members.len() && is_removed(number + 1) {
            number += 1;
        }
        patches.push((gone(text, members, first..number + 1), String::new()));
        number += 1;
    }
    Ok(patches)
}

/// What goes with some neighbours: their lines where they have lines of their own, else a comma.
fn gone(text: &str, members: &[Range<usize>], run: Range<usize>) -> Range<usize> {
    let (first, last) = (&members[run.start], &members[run.end - 1]);
    if is_first_of_line(text, first.start) && rest_after(text, last.end).is_some() {
        return line_start(text, first.start)..next_line(text, last.end);
    }
    match (members.get(run.end), run.start.checked_sub(1).map(|before| &members[before])) {
        (Some(next), _) if !text[last.end..next.start].contains(['\n', '\r']) => first.start..next.start,
        (None, Some(before)) if !text[before.end..first.start].contains(['\n', '\r']) => before.end..last.end,
        _ => first.start..after_comma(text, last.end).unwrap_or(last.end),
    }
}

/// The members in another order, each with the comment behind it.
fn reordered(text: &str, members: &[Range<usize>], order: &[usize]) -> Patches {
    let comment = |member: &Range<usize>| {
        let at = after_comma_in_line(text, member.end).unwrap_or(member.end);
        let found = rest_of_line(text, at).filter(|rest| rest.contains('#')).unwrap_or_default();
        at..at + found.len()
    };
    let mut patches = Vec::new();
    for (slot, from) in members.iter().zip(order) {
        let from = &members[*from];
        patches.push((slot.clone(), text[from.clone()].to_owned()));
        let (here, there) = (comment(slot), comment(from));
        if text[here.clone()] != text[there.clone()] {
            patches.push((here, text[there].to_owned()));
        }
    }
    patches
}
