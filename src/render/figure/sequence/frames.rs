//! How wide the frames of fragments are, and how long lifelines are active.

use std::collections::HashMap;

use super::columns::Columns;
use super::rows::{Kind, NOTHING, Row};

/// The frame of a fragment.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    /// The row it begins with.
    pub(super) first: usize,
    /// The row it ends with.
    pub(super) last: usize,
    /// The left side.
    pub(super) left: i32,
    /// The right side.
    pub(super) right: i32,
}

/// The space between a frame and what is in it.
const PADDING: i32 = 10;

/// The frames of some rows, outer ones first.
pub(super) fn frames(rows: &[Row], columns: &Columns) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut spans: Vec<(i32, i32)> = Vec::new();
    let mut widths: Vec<i32> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match row.kind {
            Kind::Open(_) => {
                open.push(frames.len());
                frames.push(Frame { first: at, ..Frame::default() });
                spans.push(NOTHING);
                widths.push(row.span.1);
            }
            Kind::Else => {
                if let Some(frame) = open.last() {
                    widths[*frame] = widths[*frame].max(row.span.1);
                }
            }
            _ => {
                if let Some(frame) = open.last() {
                    spans[*frame] = joined(spans[*frame], row.span);
                }
            }
        }
        if row.kind == Kind::Close
            && let Some(number) = open.pop()
        {
            let all = (columns.x(0) - 4, columns.x(columns.columns.len() - 1) + 4);
            let (left, right) = if spans[number] == NOTHING { all } else { spans[number] };
            let frame = &mut frames[number];
            (frame.last, frame.left) = (at, left - PADDING);
            frame.right = (right + PADDING).max(frame.left + widths[number]);
            let span = (frame.left, frame.right);
            if let Some(outer) = open.last() {
                spans[*outer] = joined(spans[*outer], span);
            }
        }
    }
    frames
}

fn joined(one: (i32, i32), other: (i32, i32)) -> (i32, i32) {
    (one.0.min(other.0), one.1.max(other.1))
}

/// When lifelines are active: from a message until the last answer to it, by lifeline. `heights` are those of the arrows.
pub(super) fn activity(rows: &[Row], heights: &[i32], columns: &Columns) -> Vec<Vec<(i32, i32)>> {
    let mut bars: Vec<Vec<(i32, i32)>> = vec![Vec::new(); columns.columns.len()];
    let mut calls: HashMap<(usize, usize, usize), (i32, usize)> = HashMap::new();
    let mut operands: Vec<usize> = vec![0];
    for (next, (row, y)) in (1..).zip(rows.iter().zip(heights)) {
        let operand = operands.last().copied().unwrap_or(0);
        match row.kind {
            Kind::Open(_) => operands.push(next),
            Kind::Else => {
                operands.pop();
                operands.push(next);
            }
            Kind::Close => {
                operands.pop();
            }
            Kind::Message { from, to, is_response: false, .. } => {
                calls.insert((to, from, operand), (*y, usize::MAX));
            }
            Kind::Message { from, to, is_response: true, .. } => {
                if let Some((start, bar)) = calls.get_mut(&(from, to, operand)) {
                    if *bar == usize::MAX {
                        *bar = bars[from].len();
                        bars[from].push((*start, *y));
                    } else {
                        bars[from][*bar].1 = *y;
                    }
                }
            }
            Kind::Step { .. } | Kind::Note => {}
        }
    }
    bars.into_iter().map(merged).collect()
}

/// Stretches that overlap, as one.
fn merged(mut bars: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    bars.sort_unstable();
    let mut merged: Vec<(i32, i32)> = Vec::with_capacity(bars.len());
    for (start, end) in bars {
        match merged.last_mut().filter(|last| last.1 >= start) {
            Some(last) => last.1 = last.1.max(end),
            None => merged.push((start, end)),
        }
    }
    merged
}
