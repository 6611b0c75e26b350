//! UML sequence diagrams: who sends what to whom, in which order, with notes and with optional, repeated and
//! alternative fragments.

mod columns;
mod frames;
mod paint;
mod rows;

use std::collections::HashMap;

use self::columns::Columns;
use self::rows::{Kind, Row};
use super::canvas::PAGE_HEIGHT;
use super::wrap::visible;
use crate::document::Drawing;

/// A step of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A message from one partner to another, or to itself.
    Message {
        /// Who sends it.
        from: String,
        /// Who receives it.
        to: String,
        /// What it says.
        label: String,
        /// Whether it answers an earlier message.
        is_response: bool,
    },
    /// A note over some partners; over all of them if none is named.
    Note {
        /// Whom it is about.
        over: Vec<String>,
        /// What it says.
        label: String,
    },
    /// A fragment begins, which lasts until it is closed.
    Open {
        /// What it is.
        kind: Fragment,
        /// When, or how often, it happens.
        guard: String,
    },
    /// The next alternative of the fragment begins.
    Else {
        /// When it happens.
        guard: String,
    },
    /// The innermost fragment ends.
    Close,
}

/// What a fragment of a sequence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fragment {
    /// It is repeated.
    Loop,
    /// It happens or not.
    Optional,
    /// One of several happens.
    Alternative,
}

impl Fragment {
    /// The word of UML.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Loop => "loop",
            Self::Optional => "opt",
            Self::Alternative => "alt",
        }
    }
}

/// More partners than this are not drawn: nobody could read the figure.
const MOST_PARTNERS: usize = 24;

/// The sequence diagram in as many parts as it needs to be read; none if there is nobody or far too many.
/// `is_entity` tells which partners are Application Entities of the statement.
pub fn draw(steps: &[Step], is_entity: impl Fn(&str) -> bool, title: &str) -> Vec<Drawing> {
    let partners = partners(steps);
    if partners.is_empty() || partners.len() > MOST_PARTNERS {
        return Vec::new();
    }
    let columns = Columns::of(steps, &partners, is_entity);
    let parts = parts(steps, &columns);
    parts.iter().map(|rows| paint::part(rows, &columns, title)).collect()
}

/// The partners in the order in which they appear, by name.
fn partners(steps: &[Step]) -> HashMap<String, usize> {
    let mut partners = HashMap::new();
    let mut add = |name: &String| {
        let next = partners.len();
        partners.entry(visible(name)).or_insert(next);
    };
    for step in steps {
        match step {
            Step::Message { from, to, .. } => [from, to].into_iter().for_each(&mut add),
            Step::Note { over, .. } => over.iter().for_each(&mut add),
            Step::Open { .. } | Step::Else { .. } | Step::Close => {}
        }
    }
    partners
}

/// The rows of each part: as few parts as possible, of much the same height.
fn parts(steps: &[Step], columns: &Columns) -> Vec<Vec<Row>> {
    let rows: Vec<Row> = steps.iter().map(|step| columns.row(step)).collect();
    let room = PAGE_HEIGHT - columns.head_height() - 30;
    let fewest = divided(&rows, columns, room).len();
    let (mut low, mut high) = (room / 4, room);
    while low + 8 < high && fewest > 1 {
        let middle = low.midpoint(high);
        if divided(&rows, columns, middle).len() <= fewest {
            high = middle;
        } else {
            low = middle;
        }
    }
    divided(&rows, columns, high)
}

/// The rows in parts of at most `room` pixels. A fragment that is cut goes on in the next one.
fn divided(rows: &[Row], columns: &Columns, room: i32) -> Vec<Vec<Row>> {
    let mut parts: Vec<Vec<Row>> = Vec::new();
    let mut part: Vec<Row> = Vec::new();
    let mut open: Vec<Row> = Vec::new();
    let mut height = 0;
    for (at, row) in rows.iter().enumerate() {
        let closing = i32::try_from(open.len()).unwrap_or(0) * rows::CLOSE;
        let is_header = matches!(row.kind, Kind::Open(_) | Kind::Else);
        let next = rows.get(at + 1).filter(|_| is_header).map_or(0, |next| next.height);
        let is_full = height + row.height + next + closing > room && part.len() > open.len();
        if is_full && row.kind != Kind::Close {
            part.extend(open.iter().map(|_| columns.row(&Step::Close)));
            parts.push(std::mem::take(&mut part));
            part.extend(open.iter().map(Row::continued));
            height = part.iter().map(|row| row.height).sum();
        }
        match row.kind {
            Kind::Open(_) => open.push(row.clone()),
            Kind::Else => {
                if let Some(fragment) = open.last_mut() {
                    *fragment = row.as_header();
                }
            }
            Kind::Close => {
                open.pop();
            }
            Kind::Message { .. } | Kind::Step { .. } | Kind::Note => {}
        }
        height += row.height;
        part.push(row.clone());
    }
    part.extend(open.iter().map(|_| columns.row(&Step::Close)));
    parts.push(part);
    parts
}
