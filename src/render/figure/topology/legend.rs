//! What lines, words and boxes mean: those that occur.

use super::sheet::{self, Sheet};
use crate::document::Alignment;
use crate::document::drawing::{Area, Fill, Head, Ink, Point, Stroke};
use crate::render::figure::canvas::{Canvas, PAGE_WIDTH};
use crate::render::figure::metrics::{SMALL, width};
use crate::render::figure::wrap::Line;

/// How wide a sample is.
const SAMPLE: i32 = 30;

/// The height of a line of the legend.
const STEP: i32 = 19;

enum Sample {
    Line(Stroke, Head),
    Box,
    Nothing,
}

/// Draws the legend; how far it reaches to the right and down.
pub(super) fn draw(sheet: &Sheet, mut at: Point, canvas: &mut Canvas) -> (i32, i32) {
    let left = at.x;
    let mut right = left;
    let entries = entries(sheet);
    if entries.is_empty() {
        return (right, at.y - STEP + 9);
    }
    for (sample, text) in entries {
        let line = Line { width: width(text, SMALL), text: text.to_owned() };
        let space = if matches!(sample, Sample::Nothing) { 0 } else { SAMPLE + 6 };
        if at.x + space + line.pixels() > PAGE_WIDTH - left && at.x > left {
            at = Point::new(left, at.y + STEP);
        }
        match sample {
            Sample::Line(stroke, head) => {
                canvas.arrow(&[at, Point::new(at.x + SAMPLE, at.y)], stroke, Head::None, head);
            }
            Sample::Box => {
                let area = Area { x: at.x, y: at.y - 6, width: SAMPLE, height: 12 };
                canvas.rectangle(area, 3, Fill::Page, Stroke::Dashed);
            }
            Sample::Nothing => {}
        }
        canvas.text(&line, SMALL, Point::new(at.x + space, at.y + 4), Alignment::Start, Ink::Quiet);
        at.x += space + line.pixels();
        right = right.max(at.x);
        at.x += 18;
    }
    (right, at.y + 9)
}

/// What letters stand for where words have no room.
const STAGES: [(&str, &str); 4] =
    [("P", "P: planned"), ("A", "A: approved"), ("D", "D: deprecated"), ("O", "O: obsolete")];

fn entries(sheet: &Sheet) -> Vec<(Sample, &'static str)> {
    let has = |test: &dyn Fn(&sheet::Kind) -> bool| sheet.wires.iter().any(|wire| test(&wire.kind));
    let mut entries = Vec::new();
    let is_counted = has(&|kind| !kind.is_joined);
    let lines = [
        (sheet::Line::Full, "DICOM"),
        (sheet::Line::Double, "DICOM TLS"),
        (sheet::Line::Dashed, "DICOMweb"),
        (sheet::Line::Dotted, "another protocol"),
    ];
    for (line, text) in lines {
        if !is_counted && has(&|kind| kind.line == line) {
            entries.push((Sample::Line(line.stroke(), Head::None), text));
        }
    }
    if has(&|kind| kind.to_source || kind.to_target) {
        entries.push((Sample::Line(Stroke::Full, Head::Filled), "points where data goes"));
    }
    if is_counted {
        entries.push((Sample::Nothing, "3 of 5: three of five links are in production"));
    } else {
        let letters = STAGES.into_iter().filter(|(letter, _)| has(&|kind| kind.word == *letter));
        entries.extend(letters.map(|(_, meaning)| (Sample::Nothing, meaning)));
        if has(&|kind| kind.word.is_empty()) {
            entries.push((Sample::Nothing, "without a word: in production"));
        }
    }
    if sheet.cards.iter().any(|card| !card.is_known) {
        entries.push((Sample::Box, "not in this inventory"));
    }
    entries
}
