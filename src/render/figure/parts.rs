//! What is too large for a page, in parts.

use std::ops::Range;

/// Things of these heights in as few parts of at most `room` pixels as possible, of much the same height.
pub(super) fn parts(heights: &[i32], gap: i32, room: i32) -> Vec<Range<usize>> {
    let fewest = packed(heights, gap, room).len();
    let (mut low, mut high) = (0, room);
    while low < high {
        let middle = low + (high - low) / 2;
        if packed(heights, gap, middle).len() <= fewest {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    packed(heights, gap, high)
}

/// Things in parts of at most `room` pixels; one alone may be higher.
fn packed(heights: &[i32], gap: i32, room: i32) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut from, mut used) = (0, 0);
    for (at, height) in heights.iter().enumerate() {
        if at > from && used + height > room {
            parts.push(from..at);
            (from, used) = (at, 0);
        }
        used += height + gap;
    }
    if from < heights.len() {
        parts.push(from..heights.len());
    }
    parts
}
