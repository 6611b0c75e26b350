//! Channels between columns: how wide they are, and on which track in them each trunk runs.

use super::columns::Columns;
use super::place::MARGIN;
use super::wiring::{Trunk, Wiring};
use crate::render::figure::canvas::PAGE_WIDTH;
use crate::render::figure::metrics::{Face, width};

/// What the words on lines are written in.
pub(super) const WORD: Face = Face { size: 10, is_bold: false };

/// The distance of two tracks.
const TRACK: i32 = 8;

/// The space between a box and the first thing in the channel: an arrow head and a bit of line.
pub(super) const STUB: i32 = 16;

/// The space between a word and the line at its sides.
pub(super) const WORD_GAP: i32 = 3;

/// The widest and the narrowest box.
const BOX: (i32, i32) = (150, 104);

/// The space between the frame of a group and what is in it.
const INSET: i32 = 10;

/// How wide everything is.
#[derive(Debug, Clone, Default)]
pub(super) struct Widths {
    /// The left side and the width of the boxes of each column.
    pub(super) boxes: Vec<(i32, i32)>,
    /// Where the first track of each channel is.
    pub(super) first_tracks: Vec<i32>,
    /// How many tracks each channel has.
    counts: Vec<usize>,
    /// How wide the drawing is inside its margins.
    pub(super) right: i32,
}

impl Widths {
    /// Where a track is.
    pub(super) fn track(&self, channel: usize, track: usize) -> i32 {
        self.first_tracks[channel] + i32::try_from(track).unwrap_or(0) * TRACK
    }

    /// The left and the right side of a channel.
    pub(super) fn channel(&self, channel: usize) -> (i32, i32) {
        let (left, width) = self.boxes[channel];
        (left + width, self.boxes.get(channel + 1).map_or(self.right, |(next, _)| *next))
    }
}

/// How wide columns and channels are, if the page is wide enough for as many tracks as there are trunks at most.
pub(super) fn widths(wiring: &Wiring, columns: &Columns) -> Option<Widths> {
    let count = if wiring.trunks.is_empty() { columns.count - 1 } else { columns.count.max(2) - 1 };
    let mut channels = Vec::new();
    for channel in 0..count {
        let trunks = || wiring.trunks.iter().filter(|trunk| trunk.channel == channel);
        let words = |is_right: bool| {
            let stubs = |trunk: &&Trunk| trunk.stubs.iter().any(|stub| stub.is_worded && stub.is_right == is_right);
            let widest = trunks().filter(stubs).map(|trunk| word_width(trunk)).max().unwrap_or(0);
            widest + if widest > 0 { WORD_GAP * 2 } else { 0 }
        };
        channels.push((STUB + words(false), trunks().count(), STUB + words(true)));
    }
    let boxes = i32::try_from(columns.count).unwrap_or(1);
    let inside = PAGE_WIDTH - (MARGIN + INSET) * 2;
    share(&mut channels, inside - boxes * BOX.1);
    let wanted = |(left, tracks, right): &(i32, usize, i32)| {
        left + right + (i32::try_from(*tracks).unwrap_or(0) - 1).max(0) * TRACK
    };
    let used: i32 = channels.iter().map(wanted).sum();
    let width = ((inside - used) / boxes).min(BOX.0);
    if width < BOX.1 {
        return None;
    }
    // What is left over makes wide channels, so that lines have room.
    let spare = (inside - used - width * boxes) / i32::try_from(channels.len()).unwrap_or(1).max(1);
    let spare = spare.clamp(0, 60) / 2;
    let mut widths = Widths::default();
    let mut x = MARGIN + INSET;
    for column in 0..columns.count {
        widths.boxes.push((x, width));
        x += width;
        if let Some((left, tracks, _)) = channels.get(column) {
            widths.first_tracks.push(x + left + spare);
            widths.counts.push(*tracks);
            x += wanted(&channels[column]) + spare * 2;
        }
    }
    widths.right = x + INSET - MARGIN;
    Some(widths)
}

/// Takes tracks away until channels are as wide as there is room, from the one that has most: most trunks share a track
/// with others that run above or below. What does not fit then is drawn in parts.
fn share(channels: &mut [(i32, usize, i32)], room: i32) {
    let fixed: i32 = channels.iter().map(|(left, _, right)| left + right).sum();
    let most = usize::try_from((room - fixed).max(0) / TRACK).unwrap_or(0) + channels.len();
    while channels.iter().map(|(_, tracks, _)| tracks).sum::<usize>() > most {
        let Some((_, tracks, _)) = channels.iter_mut().max_by_key(|(_, tracks, _)| *tracks) else { return };
        if *tracks <= 1 {
            return;
        }
        *tracks = (*tracks - 1).min(40);
    }
}

/// How wide the word of a trunk is, in whole pixels.
pub(super) fn word_width(trunk: &Trunk) -> i32 {
    (width(&trunk.kind.word, WORD) + 9) / 10
}

/// The track of each trunk. Trunks that do not meet may share one; the order is that of few crossings.
pub(super) fn assign(wiring: &Wiring, widths: &Widths) -> Option<Vec<usize>> {
    let mut tracks = vec![0; wiring.trunks.len()];
    for (channel, most) in widths.counts.iter().enumerate() {
        let mut trunks: Vec<usize> = (0..wiring.trunks.len())
            .filter(|at| wiring.trunks[*at].channel == channel)
            .collect();
        trunks.sort_by_key(|at| (wiring.trunks[*at].reach(), *at));
        let mut shared: Vec<(i32, Vec<usize>)> = Vec::new();
        for at in trunks {
            let (top, bottom) = wiring.trunks[at].reach();
            match shared.iter_mut().find(|(used, _)| *used + 6 < top) {
                Some((used, members)) => {
                    *used = bottom;
                    members.push(at);
                }
                None => shared.push((bottom, vec![at])),
            }
        }
        if shared.len() > *most {
            return None;
        }
        let shared: Vec<Vec<usize>> = shared.into_iter().map(|(_, members)| members).collect();
        let order = ordered(wiring, &shared);
        let first = (most - shared.len()) / 2;
        for (track, members) in order.into_iter().enumerate() {
            shared[members].iter().for_each(|at| tracks[*at] = first + track);
        }
    }
    Some(tracks)
}

/// Neighbours change places as long as that takes crossings away.
fn ordered(wiring: &Wiring, tracks: &[Vec<usize>]) -> Vec<usize> {
    let crossings = |left: &Vec<usize>, right: &Vec<usize>| -> usize {
        let pairs = left.iter().flat_map(|one| right.iter().map(move |other| (*one, *other)));
        pairs.map(|(one, other)| crossed(&wiring.trunks[one], &wiring.trunks[other])).sum()
    };
    let costs: Vec<Vec<usize>> =
        tracks.iter().map(|left| tracks.iter().map(|right| crossings(left, right)).collect()).collect();
    let mut order: Vec<usize> = (0..tracks.len()).collect();
    for _ in 0..12 {
        let mut has_changed = false;
        for at in 1..order.len() {
            let (left, right) = (order[at - 1], order[at]);
            if costs[right][left] < costs[left][right] {
                order.swap(at - 1, at);
                has_changed = true;
            }
        }
        if !has_changed {
            break;
        }
    }
    order
}

/// How many stubs of two trunks cross the other, with the first one left of the second.
fn crossed(left: &Trunk, right: &Trunk) -> usize {
    let count = |stubs: &Trunk, other: &Trunk, is_right: bool| {
        let (top, bottom) = other.reach();
        stubs.stubs.iter().filter(|stub| stub.is_right == is_right && top <= stub.y && stub.y <= bottom).count()
    };
    count(right, left, false) + count(left, right, true)
}
