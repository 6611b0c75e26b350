//! Remote activities, and the arrows that lead to them.

use super::super::canvas::Canvas;
use super::pieces::{Link, Piece};
use super::{BLOCK_GAP, BOX, Bubble, REMOTE_X};
use crate::document::drawing::{Head, Point, Stroke};

/// Half the space between an arrow out and an arrow in.
const APART: i32 = 8;

/// The least height of a way to a remote activity that another Application Entity has too.
const LEAST: i32 = 44;

/// How many Application Entities one remote activity is drawn for; more are too steep to follow.
const MOST_SHARING: usize = 3;

/// Orders the remote activities so that neighbours that share one have it side by side, and marks it as drawn once.
pub(super) fn arranged(pieces: &[Piece]) -> Vec<Piece> {
    let mut pieces = pieces.to_vec();
    let mut length = 1;
    for at in 1..pieces.len() {
        let (before, after) = pieces.split_at_mut(at);
        let (Some(upper), Some(lower)) = (before.last_mut(), after.first_mut()) else { continue };
        length = if length < MOST_SHARING && share(upper, lower, length > 1) { length + 1 } else { 1 };
    }
    pieces
}

/// Whether two neighbours have a remote activity in common that can be drawn once; then it stands last in the upper
/// one and first in the lower one. `is_fixed`: the first group of the upper one may not move, and is shared only if it
/// is the only one.
fn share(upper: &mut Piece, lower: &mut Piece, is_fixed: bool) -> bool {
    let names: Vec<String> = upper
        .groups
        .iter()
        .enumerate()
        .filter(|(at, _)| !is_fixed || *at > 0 || upper.groups.len() == 1)
        .filter_map(|(_, group)| group.link.as_ref().map(|link| link.name.clone()))
        .collect();
    let position = |piece: &Piece, name: &str| {
        piece.groups.iter().position(|group| group.link.as_ref().is_some_and(|link| link.name == name))
    };
    let found = names.iter().rev().find_map(|name| Some((position(upper, name)?, position(lower, name)?)));
    let Some((up, down)) = found else { return false };
    let group = upper.groups.remove(up);
    upper.groups.push(group);
    let group = lower.groups.remove(down);
    lower.groups.insert(0, group);
    if let Some(link) = upper.groups.last_mut().and_then(|group| group.link.as_mut()) {
        link.height = half(&link.remote);
    }
    if let Some(link) = lower.groups.first_mut().and_then(|group| group.link.as_mut()) {
        link.height = half(&link.remote);
        link.is_shared_with_previous = true;
    }
    true
}

/// The height that is left for a way to a remote activity that stands between two Application Entities.
fn half(remote: &Bubble) -> i32 {
    ((remote.height() - BLOCK_GAP) / 2 + 1).max(LEAST)
}

/// A remote activity and the Application Entities that meet there.
#[derive(Debug)]
pub(super) struct Meeting {
    remote: Bubble,
    /// The height of each arrow, and its heads: at the box, at the remote activity.
    arrows: Vec<(i32, Head, Head)>,
    /// The first and the last height of the ways that lead there.
    span: (i32, i32),
}

impl Meeting {
    pub(super) fn of(link: &Link, y: i32) -> Self {
        let mut meeting = Self { remote: link.remote.clone(), arrows: Vec::new(), span: (y, y) };
        meeting.add(link, y);
        meeting
    }

    /// Adds the arrows of an Application Entity, whose way is at this height.
    pub(super) fn add(&mut self, link: &Link, y: i32) {
        let (out, into) = ((Head::None, Head::Filled), (Head::Filled, Head::None));
        let arrows: &[(i32, (Head, Head))] = match (link.initiates, link.accepts) {
            (true, true) => &[(y - APART, out), (y + APART, into)],
            (true, false) => &[(y, out)],
            (false, true) => &[(y, into)],
            (false, false) => &[(y, (Head::None, Head::None))],
        };
        self.arrows.extend(arrows.iter().map(|(y, (at_box, at_remote))| (*y, *at_box, *at_remote)));
        self.span.1 = y;
    }

    pub(super) fn draw(&self, canvas: &mut Canvas) {
        let middle = self.span.0.midpoint(self.span.1);
        self.remote.draw(Point::new(REMOTE_X, middle), canvas);
        let count = i32::try_from(self.arrows.len()).unwrap_or(i32::MAX);
        let step = if self.span.0 == self.span.1 { APART * 2 } else { 11 };
        let step = step.min((self.remote.height() - 16) / (count - 1).max(1));
        for (number, (y, at_box, at_remote)) in (0..).zip(&self.arrows) {
            let offset = (number * 2 - (count - 1)) * step / 2;
            let end = Point::new(REMOTE_X - self.remote.reach(offset), middle + offset);
            canvas.arrow(&[Point::new(BOX.1, *y), end], Stroke::Full, *at_box, *at_remote);
        }
    }
}
