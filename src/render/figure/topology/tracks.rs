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

/// The space between the frame of a group and what is in it.
const INSET: i32 = 10;

/// How wide everything is.
#[derive(Debug, Clone, Default)]
pub(super) struct Widths {
    /// The left side and the width of the boxes of each column.
    pub(super) boxes: Vec<(i32, i32)>,
    /// Where the first track of each channel is.
    pub(super) first_tracks: Vec<i32>,
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

/// How wide columns and channels are, if the page is wide enough for boxes of this width and for so many tracks.
pub(super) fn widths(wiring: &Wiring, columns: &Columns, tracks: &Tracks, width: i32) -> Option<Widths> {
    let channels: Vec<(i32, i32, i32)> = (0..tracks.counts.len())
        .map(|channel| {
            let between = (i32::try_from(tracks.counts[channel]).unwrap_or(i32::MAX / 16) - 1).max(0) * TRACK;
            (words(wiring, channel, false), between, words(wiring, channel, true))
        })
        .collect();
    let wanted = |(left, between, right): &(i32, i32, i32)| left + between + right;
    let boxes = i32::try_from(columns.count).unwrap_or(1);
    let inside = PAGE_WIDTH - (MARGIN + INSET) * 2;
    let spare = inside - width * boxes - channels.iter().map(wanted).sum::<i32>();
    if spare < 0 {
        return None;
    }
    // What is left over makes wide channels, so that lines have room.
    let spare = (spare / i32::try_from(channels.len()).unwrap_or(1).max(1)).min(60) / 2;
    let mut widths = Widths::default();
    let mut x = MARGIN + INSET;
    for column in 0..columns.count {
        widths.boxes.push((x, width));
        x += width;
        if let Some(channel) = channels.get(column) {
            widths.first_tracks.push(x + channel.0 + spare);
            x += wanted(channel) + spare * 2;
        }
    }
    widths.right = x + INSET - MARGIN;
    Some(widths)
}

/// The space that one side of a channel needs for arrow heads and words.
fn words(wiring: &Wiring, channel: usize, is_right: bool) -> i32 {
    let trunks = wiring.trunks.iter().filter(|trunk| trunk.channel == channel);
    let is_here = |trunk: &&Trunk| trunk.stubs.iter().any(|stub| stub.is_worded && stub.is_right == is_right);
    let widest = trunks.filter(is_here).map(word_width).max().unwrap_or(0);
    STUB + widest + if widest > 0 { WORD_GAP * 2 } else { 0 }
}

/// How wide the word of a trunk is, in whole pixels.
pub(super) fn word_width(trunk: &Trunk) -> i32 {
    (width(&trunk.kind.word, WORD) + 9) / 10
}

/// The track of each trunk, and how many tracks each channel has.
#[derive(Debug, Clone, Default)]
pub(super) struct Tracks {
    pub(super) of_trunk: Vec<usize>,
    pub(super) counts: Vec<usize>,
}

/// Puts trunks on tracks. Those that do not meet may share one; the order is that of few crossings.
pub(super) fn of(wiring: &Wiring, columns: &Columns) -> Tracks {
    let count = if wiring.trunks.is_empty() { columns.count - 1 } else { columns.count.max(2) - 1 };
    let mut tracks = Tracks { of_trunk: vec![0; wiring.trunks.len()], counts: vec![0; count] };
    for channel in 0..count {
        let is_here = |at: &usize| wiring.trunks[*at].channel == channel;
        let mut trunks: Vec<usize> = (0..wiring.trunks.len()).filter(is_here).collect();
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
        tracks.counts[channel] = shared.len();
        let shared: Vec<Vec<usize>> = shared.into_iter().map(|(_, members)| members).collect();
        for (track, members) in ordered(wiring, &shared).into_iter().enumerate() {
            shared[members].iter().for_each(|at| tracks.of_trunk[*at] = track);
        }
    }
    tracks
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
        stubs
            .stubs
            .iter()
            .filter(|stub| stub.is_right == is_right && top <= stub.y && stub.y <= bottom)
            .count()
    };
    count(right, left, false) + count(left, right, true)
}
