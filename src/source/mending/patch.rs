//! `Patch`: changes of nodes → stretches of the file that become others.

use std::ops::Range;

use super::fresh::Fresh;
use super::letters::Letters;
use super::lines::{indentation, line_ending, line_start};
use super::outline::{Node, Outline, Shape};
use super::plan::{NodeChange, Plan};
use super::spelling::{Spot, escaped, read, spelt};
use super::splicing::spliced;
use super::{block, flow};
use granit_parser::ScalarStyle;

/// Why an edit is not made, for its author.
pub(super) type Refusal = String;

/// A stretch of the file that becomes another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Patch {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    /// How deep the node lies: where two texts are put at one place, the inner one comes first.
    pub(super) depth: usize,
}

/// A file with what is known of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'p> {
    pub(super) text: &'p str,
    pub(super) outline: &'p Outline,
}

/// The text with a plan carried out.
pub(super) fn patched(page: Page<'_>, plan: &Plan) -> Result<String, Refusal> {
    let mut patches = Vec::new();
    for (position, change) in plan.changes() {
        let depth = page.outline.holders(position).count();
        let made = patches_of(page, position, change)?;
        patches.extend(made.into_iter().map(|(range, text)| Patch { range, text, depth }));
    }
    patches.sort_by_key(|patch| (patch.range.start, patch.range.end, std::cmp::Reverse(patch.depth)));
    let stretches = patches.iter().map(|patch| (patch.range.clone(), patch.text.as_str()));
    spliced(page.text, stretches).ok_or_else(|| "it overlaps another change".to_owned())
}

/// Whether each change of a plan can be written, as far as its node alone can tell.
pub(super) fn writable(page: Page<'_>, plan: &Plan) -> Result<(), Refusal> {
    plan.changes().try_for_each(|(position, change)| patches_of(page, position, change).map(|_| ()))
}

/// Stretches of the file and what they become.
pub(super) type Patches = Vec<(Range<usize>, String)>;

fn patches_of(page: Page<'_>, position: usize, change: &NodeChange) -> Result<Patches, Refusal> {
    let Some(node) = page.outline.node(position) else { return Ok(Vec::new()) };
    match node.shape {
        _ if change.is_unfolded => Ok(unfolded(page, position, change)),
        Shape::Text(style) if !change.splices.is_empty() => {
            Ok(vec![(node.span.clone(), rewritten(page, position, node, style, change)?)])
        }
        Shape::Text(style) if !change.inserted.is_empty() => followed(page, position, node, style, change),
        Shape::Nothing => filled(page, position, node, change),
        Shape::Mapping { is_flow: false } | Shape::Sequence { is_flow: false }
            if change.appended.is_empty() || is_list(node) =>
        {
            block::patches(page, position, change)
        }
        Shape::Mapping { is_flow: true } | Shape::Sequence { is_flow: true }
            if change.appended.is_empty() || is_list(node) =>
        {
            let opened = if node.children.is_empty() {
                opened(page, position, node.span.clone(), change)
            } else {
                None
            };
            opened.map_or_else(|| flow::patches(page, position, change), Ok)
        }
        _ => wrapped(page, node, change),
    }
}

const fn is_list(node: &Node) -> bool {
    matches!(node.shape, Shape::Sequence { .. })
}

pub(super) fn spot_of(page: Page<'_>, position: usize) -> Spot {
    Spot { is_in_flow: page.outline.is_in_flow(position), is_key: page.outline.is_key(position) }
}

/// A text with parts of it replaced, written as it was as far as that works.
fn rewritten(
    page: Page<'_>,
    position: usize,
    node: &Node,
    style: ScalarStyle,
    change: &NodeChange,
) -> Result<String, Refusal> {
    let written = page.text.get(node.span.clone()).unwrap_or_default();
    let (wanted, spot) = (change.spliced(&node.text), spot_of(page, position));
    let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
    let is_whole = change.splices.iter().any(|(part, _)| *part == (0..node.text.len()));
    let is_kept_in_place = !is_whole || is_block;
    if is_kept_in_place
        && let Some(kept) = in_place(page, written, style, node, change)
        && (is_block || read(&kept, spot).as_deref() == Some(&*wanted))
    {
        return Ok(kept);
    }
    if is_block || !is_whole && written.contains(['\n', '\r']) {
        return Err("the text stands on several lines, and the part cannot be told in them".to_owned());
    }
    Ok(spelt(&wanted, spot, Some((style, &node.text))))
}

/// The bytes of a text with parts of it replaced where they stand.
fn in_place(
    page: Page<'_>,
    written: &str,
    style: ScalarStyle,
    node: &Node,
    change: &NodeChange,
) -> Option<String> {
    let letters = Letters::of(written, style, &node.text)?;
    let mut stretches = Vec::with_capacity(change.splices.len());
    for (part, new) in &change.splices {
        let is_all = style == ScalarStyle::Literal || style == ScalarStyle::Folded;
        let said = node.text.trim_end_matches('\n').len();
        // What a block says ends before the line breaks that YAML adds to it.
        let (part, new) = if is_all && part.end > said {
            (part.start..said, new.trim_end_matches('\n'))
        } else {
            (part.clone(), new.as_str())
        };
        let new = match style {
            ScalarStyle::DoubleQuoted => escaped(new),
            ScalarStyle::Literal => indented(new, &margin(page.text, node)),
            _ if new.contains(['\n', '\r']) => return None,
            ScalarStyle::SingleQuoted => new.replace('\'', "''"),
            _ => new.to_owned(),
        };
        stretches.push((letters.bytes(&part)?, new));
    }
    spliced(written, stretches.iter().map(|(bytes, new)| (bytes.clone(), new.as_str())))
}

/// What begins another line of a block.
fn margin(text: &str, node: &Node) -> String {
    let column = node.span.start - line_start(text, node.span.start);
    format!("{}{}", line_ending(text), " ".repeat(column))
}

/// Lines of a block; an empty one needs no blanks.
fn indented(text: &str, margin: &str) -> String {
    let ending = margin.trim_end_matches(' ');
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |text, line| text + if line.is_empty() { ending } else { margin } + line)
}

/// Something in the place of nothing.
fn filled(page: Page<'_>, position: usize, node: &Node, change: &NodeChange) -> Result<Patches, Refusal> {
    let spot = spot_of(page, position);
    let value = if let Some((_, text)) = change.splices.first() {
        spelt(text, spot, None)
    } else if change.inserted.is_empty() {
        Fresh::List(change.elements()).inline(spot)
    } else {
        Fresh::Mapping(change.entries()).inline(spot)
    };
    if !node.span.is_empty() {
        return Ok(vec![(node.span.clone(), value)]);
    }
    // Nothing is said to stand at the colon, or behind the dash.
    let (before, after) = page.text.split_at_checked(node.span.start).unwrap_or_default();
    let at = node.span.start + usize::from(after.starts_with(':'));
    if let Some(opened) = opened(page, position, at..at, change) {
        return Ok(opened);
    }
    if at == node.span.start && !before.ends_with([':', '-']) {
        return Err("there is no place for a value".to_owned());
    }
    Ok(vec![(at..at, format!(" {value}"))])
}

/// What is added to nothing, or to empty brackets, on lines of its own, where it reads better so and the key before it
/// begins its line.
fn opened(page: Page<'_>, position: usize, span: Range<usize>, change: &NodeChange) -> Option<Patches> {
    if spot_of(page, position).is_in_flow || change.inserted.is_empty() && change.appended.is_empty() {
        return None;
    }
    let start = line_start(page.text, span.start);
    let before = page.text.get(start..span.start)?.trim_end();
    let depth = indentation(page.text, start);
    let is_key = before.ends_with(':') && !before.trim_start().starts_with(['-', '?', '{', '[']);
    if !is_key {
        return None;
    }
    let value = if change.inserted.is_empty() {
        Fresh::List(change.elements())
    } else {
        Fresh::Mapping(change.entries())
    };
    if !value.is_worth_lines() {
        return None;
    }
    let lines = value.lines(&" ".repeat(depth + 2))?;
    let ending = line_ending(page.text);
    let text = lines.into_iter().fold(String::new(), |text, line| text + ending + &line);
    Some(vec![(start + before.len()..span.end, text)])
}

/// A short form gets the value that follows it: it becomes the key of an entry.
fn followed(
    page: Page<'_>,
    position: usize,
    node: &Node,
    style: ScalarStyle,
    change: &NodeChange,
) -> Result<Patches, Refusal> {
    let entries = change.entries();
    let [(key, value)] = entries.as_slice() else {
        return Err("several values cannot follow one short form".to_owned());
    };
    let (written, spot) = (page.text.get(node.span.clone()).unwrap_or_default(), spot_of(page, position));
    let is_kept = read(written, spot.key()).as_deref() == Some(&**key);
    let key = if is_kept { written.to_owned() } else { spelt(key, spot.key(), Some((style, &node.text))) };
    Ok(vec![(node.span.clone(), format!("{key}: {}", value.inline(spot)))])
}

/// A mapping in the place of a short form: in one line, or on lines of its own where that is long.
fn unfolded(page: Page<'_>, position: usize, change: &NodeChange) -> Patches {
    let extent = page.outline.extent(page.text, position);
    let is_in_braces = page.text.get(extent.start..).is_some_and(|text| text.starts_with('{'));
    let last = page.outline.node(position).and_then(|node| node.children.last()).filter(|_| !is_in_braces);
    let end = last.map_or(extent.end, |last| page.outline.extent(page.text, *last).end);
    let (value, spot) = (Fresh::Mapping(change.entries()), spot_of(page, position));
    let has_lines = !spot.is_in_flow && value.is_worth_lines();
    let column = || extent.start - line_start(page.text, extent.start);
    let text = match has_lines.then(|| value.lines(&" ".repeat(column()))).flatten() {
        Some(lines) => lines.join(line_ending(page.text)).trim_start().to_owned(),
        None => value.inline(spot),
    };
    vec![(extent.start..end, text)]
}

/// A single value becomes the first element of a list.
fn wrapped(page: Page<'_>, node: &Node, change: &NodeChange) -> Result<Patches, Refusal> {
    let written = page.text.get(node.span.clone()).unwrap_or_default();
    let first = match node.shape {
        Shape::Text(ScalarStyle::Literal | ScalarStyle::Folded) | Shape::Mapping { is_flow: false } => {
            return Err("the single value stands on lines of its own".to_owned());
        }
        Shape::Text(style) if read(written, Spot::FLOW).as_deref() != Some(&*node.text) => {
            spelt(&node.text, Spot::FLOW, Some((style, &node.text)))
        }
        Shape::Text(_) | Shape::Mapping { .. } => written.to_owned(),
        _ => return Err("the value is shared by an anchor".to_owned()),
    };
    let elements = change.appended.iter().map(|element| element.inline(Spot::FLOW));
    let elements: Vec<String> = std::iter::once(first).chain(elements).collect();
    Ok(vec![(node.span.clone(), format!("[{}]", elements.join(", ")))])
}
