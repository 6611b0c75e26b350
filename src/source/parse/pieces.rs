//! Reading the pieces of a large text at once, on several threads.
//!
//! A text is cut before a line that looks like an entry of a mapping. What comes behind is read behind an opening that
//! makes it a text of its own: `x:` for each mapping that is taken to be open there. Whether that was right is told by
//! the reading of what comes before, which knows the whole text and pauses at the cut. Is it about to take the first
//! key of that line, as one more key of mappings that are open and indented as the opening says, then both readings are
//! in the same state, and the rest is joined to it: every node gets the number and the place that it would have got.
//! Else, or where anything is wrong with the rest, reading goes on as if nothing had been cut.

use granit_parser::{Event, Span as YamlSpan};

use super::{Builder, MOST_VALUES, Parsed, byte_range, events};
use crate::source::tree::{Rest, narrow};

/// How many bytes are worth the trouble of a thread.
const PIECE: usize = 128 * 1024;

/// Into how many pieces a text is cut at most: each one is copied with all that stand behind it.
const MOST_PIECES: usize = 4;

/// A line is looked for within this part of a piece, before and after the place where the cut would best be.
const REACH: usize = 8;

/// The same as [`super::parse`], by several threads for a large text.
pub(crate) fn parse_at_once(source: &str) -> Parsed {
    let most = (source.len() / PIECE).min(MOST_PIECES);
    let pieces = if most < 2 { 1 } else { most.min(rayon::current_num_threads()) };
    in_pieces(source, pieces).finish()
}

/// Reads a text in so many pieces, as far as it can be cut.
fn in_pieces(source: &str, pieces: usize) -> Builder<'_> {
    let joint = (pieces > 1).then(|| source.len() / pieces).and_then(|length| Joint::near(source, length));
    if let Some(joint) = joint {
        return joined(source, joint, pieces - 1);
    }
    let mut builder = Builder::of(source);
    builder.take_until(&mut events(source), |_, _, _| false);
    builder
}

/// Reads a text in a piece before a joint and so many behind it.
fn joined(source: &str, joint: Joint, pieces: usize) -> Builder<'_> {
    let mut builder = Builder::of(source);
    let mut events = events(source);
    let (paused, rest) = rayon::join(
        || builder.take_until(&mut events, |builder, event, span| joint.is_at(builder, event, span)),
        || joint.rest(source, pieces),
    );
    let Some((event, span)) = paused else { return builder };
    let fits = |rest: &Rest| builder.tree.len() + rest.len() < MOST_VALUES;
    if let Some((rest, weight, base)) = rest.filter(|(rest, ..)| fits(rest)) {
        builder.join(rest, weight, base);
    } else if builder.take(event, &span).is_some() {
        builder.take_until(&mut events, |_, _, _| false);
    }
    builder
}

/// A place where a text may be cut: the beginning of a line that looks like an entry of a mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Joint {
    /// Where the line starts.
    line: usize,
    /// How far it is indented.
    column: usize,
    /// How far every mapping is taken to be indented beyond the one that holds it.
    step: usize,
}

impl Joint {
    /// The best joint in the neighbourhood of a position: the nearest of the lines that are indented least.
    fn near(source: &str, position: usize) -> Option<Self> {
        let reach = position / REACH;
        let mut line = position - reach;
        line += source.as_bytes().get(line..)?.iter().position(|byte| *byte == b'\n')? + 1;
        let mut least = usize::MAX;
        let mut best: Option<usize> = None;
        while line < position + reach {
            let Some(length) = source.as_bytes().get(line..)?.iter().position(|byte| *byte == b'\n') else {
                break;
            };
            let text = &source.as_bytes()[line..line + length];
            let column = text.iter().take_while(|byte| **byte == b' ').count();
            let is_blank = text.get(column).is_none_or(|first| matches!(first, b'#' | b'\r'));
            if !is_blank && column < least {
                (least, best) = (column, None);
            }
            let distance = |line: usize| line.abs_diff(position);
            let is_better = best.is_none_or(|best| distance(line) < distance(best));
            if !is_blank && column == least && is_better && is_entry(&text[column..]) {
                best = Some(line);
            }
            line += length + 1;
        }
        let joint =
            Self { line: best?, column: least, step: if least == 0 { 1 } else { indentation(source)? } };
        least.is_multiple_of(joint.step).then_some(joint)
    }

    /// How many mappings are taken to be open.
    const fn mappings(&self) -> usize {
        self.column / self.step + 1
    }

    /// What opens all of these mappings but the innermost one, which the line itself opens. What opens them in the
    /// text takes no fewer bytes: nothing if there are not so many before the line.
    fn opening(&self) -> Option<String> {
        let mut text = String::new();
        for column in (0..self.column).step_by(self.step) {
            if text.len() + column > self.line {
                return None;
            }
            text.extend(std::iter::repeat_n(' ', column));
            text.push_str("x:\n");
        }
        (text.len() <= self.line).then_some(text)
    }

    /// Whether reading the whole text has come to the joint, and the mappings are open that were taken to be.
    fn is_at(&self, builder: &Builder<'_>, event: &Event<'_>, span: &YamlSpan) -> bool {
        let place = byte_range(span);
        // A key without a text would be at the same place as the one that is meant.
        place.start == self.line + self.column
            && !place.is_empty()
            && matches!(event, Event::Scalar(..))
            && builder.frames.len() == self.mappings()
            && builder.frames.iter().enumerate().all(|(number, frame)| {
                let is_last = number + 1 == self.mappings();
                frame.is_mapping && frame.column == Some(number * self.step) && frame.key.is_none() == is_last
            })
    }

    /// What stands behind the joint, with the number of values that it is, and how many bytes further on it stands in
    /// the text than by itself; nothing if it is not sound by itself.
    fn rest(&self, source: &str, pieces: usize) -> Option<(Rest, u64, u32)> {
        let mut text = self.opening()?;
        let start = text.len() + self.column;
        let base = self.line - text.len();
        text.push_str(source.get(self.line..)?);
        let builder = in_pieces(&text, pieces);
        // Handles of tags may be declared, and anchors stand, in what comes before; an alias of such is a fault here.
        let is_sound = builder.faults.is_empty() && builder.frames.is_empty() && !builder.has_tags;
        let weight = builder.weight;
        let rest = Rest::of(builder.tree, self.mappings(), narrow(start)).filter(|_| is_sound)?;
        let weight = weight.saturating_sub(rest.openings() as u64);
        Some((rest, weight, narrow(base)))
    }
}

/// Whether a line without its indentation looks like an entry of a mapping: a word of letters, and a colon.
fn is_entry(line: &[u8]) -> bool {
    let is_word = line.first().is_some_and(|first| first.is_ascii_alphanumeric() || *first == b'_');
    is_word && (line.trim_ascii_end().ends_with(b":") || line.windows(2).any(|pair| pair == b": "))
}

/// How far the first line is indented that is.
fn indentation(source: &str) -> Option<usize> {
    let line = source.lines().find(|line| line.starts_with(' '))?;
    Some(line.len() - line.trim_start_matches(' ').len())
}

#[cfg(test)]
mod tests;
