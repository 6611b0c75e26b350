//! What stands at one height of a sequence diagram.

use super::super::canvas::height_of;
use super::super::metrics::{BOLD, PLAIN, width};
use super::super::wrap::{Line, cropped, widest};
use super::columns::{Columns, LABEL_MARGIN, LOOP};
use super::{Fragment, Step};

/// A step with its texts broken into lines.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// What it is.
    pub(super) kind: Kind,
    /// Its text.
    pub(super) lines: Vec<Line>,
    /// How high it is.
    pub(super) height: i32,
    /// How far it reaches to the left and to the right.
    pub(super) span: (i32, i32),
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A message between two lifelines, whose label has its middle at `label`.
    Message { from: usize, to: usize, is_response: bool, label: i32 },
    /// A message from a lifeline to itself.
    Step { at: usize },
    /// A note.
    Note,
    /// A fragment begins.
    Open(Fragment),
    /// The next alternative begins.
    Else,
    /// A fragment ends.
    Close,
}

/// The height of the end of a fragment.
pub(super) const CLOSE: i32 = 14;

/// The most lines of a label.
const MOST_LINES: usize = 6;

/// The most lines of a note.
const MOST_NOTE_LINES: usize = 12;

impl Row {
    /// The beginning of the same fragment on the next page.
    pub(super) fn continued(&self) -> Self {
        let mut row = self.clone();
        let words = "(continued)";
        row.lines.push(Line { text: words.to_owned(), width: width(words, PLAIN) });
        row.height = header_height(&row.lines);
        row.span.1 = header_width(row.fragment(), &row.lines);
        row
    }

    /// An alternative as the beginning of a fragment, for the next page.
    pub(super) fn as_header(&self) -> Self {
        let kind = Fragment::Alternative;
        let (height, needed) = (header_height(&self.lines), header_width(kind, &self.lines));
        Self { kind: Kind::Open(kind), lines: self.lines.clone(), height, span: (0, needed) }
    }

    /// What kind of fragment begins here.
    pub(super) fn fragment(&self) -> Fragment {
        match self.kind {
            Kind::Open(fragment) => fragment,
            _ => Fragment::Alternative,
        }
    }
}

impl Columns {
    /// The row of a step.
    pub(super) fn row(&self, step: &Step) -> Row {
        match step {
            Step::Message { from, to, label, is_response } => {
                let (from, to) = (self.place(from), self.place(to));
                if from == to { self.step(from, label) } else { self.message(from, to, label, *is_response) }
            }
            Step::Note { over, label } => self.note(over, label),
            Step::Open { kind, guard } => header(*kind, guard),
            Step::Else { guard } => alternative(guard),
            Step::Close => Row { kind: Kind::Close, lines: Vec::new(), height: CLOSE, span: NOTHING },
        }
    }

    fn message(&self, from: usize, to: usize, label: &str, is_response: bool) -> Row {
        let (left, right) = (from.min(to), from.max(to));
        let gap = |place: &usize| self.gap(*place).unwrap_or(0);
        // The label stands in one of the spaces that the arrow crosses, so that no lifeline runs through it.
        let widest_place = (left..right).rev().max_by_key(gap).unwrap_or(left);
        let room = gap(&widest_place) - LABEL_MARGIN * 2;
        let lines = cropped(label, PLAIN, MOST_LINES, |_| room);
        let label = self.x(widest_place) + gap(&widest_place) / 2;
        Row {
            height: height_of(lines.len()) + 18,
            kind: Kind::Message { from, to, is_response, label },
            lines,
            span: (self.x(left) - 4, self.x(right) + 4),
        }
    }

    fn step(&self, at: usize, label: &str) -> Row {
        let lines = cropped(label, PLAIN, MOST_LINES, |_| self.step_room(at));
        let x = self.x(at);
        Row {
            height: height_of(lines.len()).max(26) + 14,
            kind: Kind::Step { at },
            span: (x - 4, x + LOOP + widest(&lines)),
            lines,
        }
    }

    fn note(&self, over: &[String], label: &str) -> Row {
        let places: Vec<usize> = over.iter().map(|name| self.place(name)).collect();
        let left = places.iter().copied().min().unwrap_or(0);
        let right = places.iter().copied().max().unwrap_or(self.columns.len() - 1);
        let (x_left, x_right) = (self.x(left), self.x(right));
        let before = left.checked_sub(1).and_then(|place| self.gap(place)).unwrap_or(130);
        let after = self.gap(right).unwrap_or(130);
        let overhang = (before.min(after) - 16).min(90);
        let room = x_right - x_left + overhang * 2 - 24;
        let lines = cropped(label, PLAIN, MOST_NOTE_LINES, |_| room);
        let half = (widest(&lines) / 2 + 13).max((x_right - x_left) / 2 + 24);
        let middle = x_left.midpoint(x_right);
        Row {
            kind: Kind::Note,
            height: height_of(lines.len()) + 24,
            lines,
            span: (middle - half, middle + half),
        }
    }
}

/// The header of a fragment; how wide it is, its content tells.
fn header(kind: Fragment, guard: &str) -> Row {
    let lines = guard_lines(guard);
    let (height, needed) = (header_height(&lines), header_width(kind, &lines));
    Row { kind: Kind::Open(kind), lines, height, span: (0, needed) }
}

fn alternative(guard: &str) -> Row {
    let lines = guard_lines(if guard.trim().is_empty() { "else" } else { guard });
    let needed = widest(&lines) + 20;
    Row { kind: Kind::Else, height: height_of(lines.len()) + 16, lines, span: (0, needed) }
}

fn header_height(lines: &[Line]) -> i32 {
    height_of(lines.len()).max(18) + 14
}

fn header_width(kind: Fragment, lines: &[Line]) -> i32 {
    tab_width(kind) + 8 + widest(lines) + 8
}

/// The words that say when a fragment happens, in brackets as UML has them.
fn guard_lines(guard: &str) -> Vec<Line> {
    let guard = super::super::wrap::visible(guard);
    if guard.is_empty() { Vec::new() } else { cropped(&format!("[{guard}]"), PLAIN, 4, |_| 240) }
}

/// How wide the word in the corner of a fragment is with its frame.
pub(super) fn tab_width(kind: Fragment) -> i32 {
    (width(kind.as_str(), BOLD) + 9) / 10 + 22
}

/// The span of what takes no space.
pub(super) const NOTHING: (i32, i32) = (i32::MAX, i32::MIN);
