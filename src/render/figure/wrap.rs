//! Texts broken into lines that fit.

use super::metrics::{Face, advance, joins, width};

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// What it says.
    pub(super) text: String,
    /// How wide it is, in tenths of a pixel.
    pub(super) width: i32,
}

impl Line {
    /// How wide it is, in whole pixels.
    pub(super) const fn pixels(&self) -> i32 {
        (self.width + 9) / 10
    }
}

/// How wide the widest of some lines is, in whole pixels.
pub(super) fn widest(lines: &[Line]) -> i32 {
    lines.iter().map(Line::pixels).max().unwrap_or(0)
}

/// A text as figures show it: one line, without characters that are not seen or that turn the direction.
pub(super) fn visible(text: &str) -> String {
    let is_seen = |letter: &char| {
        !matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}')
    };
    let spaced: String =
        text.chars().filter(is_seen).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` in lines of at most `room(line)` pixels; none if it needs more than `most` lines.
pub(super) fn fitted(text: &str, face: Face, most: usize, room: impl Fn(usize) -> i32) -> Option<Vec<Line>> {
    let (lines, rest) = broken(text, face, most, room);
    rest.is_empty().then_some(lines)
}

/// `text` in at most `most` lines of at most `room` pixels; what does not fit becomes an ellipsis.
pub(super) fn cropped(text: &str, face: Face, most: usize, room: impl Fn(usize) -> i32) -> Vec<Line> {
    let (mut lines, rest) = broken(text, face, most, &room);
    if let Some(last) = lines.len().checked_sub(1).filter(|_| !rest.is_empty()) {
        let line = &mut lines[last];
        let mut kept = format!("{} {rest}", line.text);
        kept.truncate(kept.char_indices().nth(200).map_or(kept.len(), |(at, _)| at));
        let mut text = format!("{}…", kept.trim_end());
        while width(&text, face) > room(last) * 10 && !kept.is_empty() {
            kept.pop();
            text = format!("{}…", kept.trim_end());
        }
        *line = Line { width: width(&text, face), text };
    }
    lines
}

/// The first lines of a text, and what is left of it.
fn broken(text: &str, face: Face, most: usize, room: impl Fn(usize) -> i32) -> (Vec<Line>, String) {
    let text = visible(text);
    let letters: Vec<char> = text.chars().collect();
    let mut lines = Vec::new();
    let mut from = 0;
    while from < letters.len() && lines.len() < most {
        let end = line_end(&letters, from, room(lines.len()) * 1000, face);
        let text: String = letters[from..end].iter().collect();
        let text = text.trim_end().to_owned();
        lines.push(Line { width: width(&text, face), text });
        from = end + letters[end..].iter().take_while(|letter| **letter == ' ').count();
    }
    (lines, letters[from..].iter().collect())
}

/// Where the line ends that begins at `from`: after a word; within one only where it is alone and too long.
fn line_end(letters: &[char], from: usize, room: i32, face: Face) -> usize {
    let mut used = 0;
    let (mut space, mut soft, mut any) = (None, None, from + 1);
    for at in from..letters.len() {
        let letter = letters[at];
        if letter == ' ' {
            space = Some(at);
        } else if at > from && !joins(letter) {
            any = at;
            if matches!(letters[at - 1], '-' | '_' | '/' | '.' | ',' | ')') {
                soft = Some(at);
            }
        }
        used += advance(letter, face);
        // The sum is rounded up to a tenth of a pixel when it is shown.
        if used > room - 100 && letter != ' ' {
            return space.or(soft).unwrap_or(any).max(from + 1);
        }
    }
    letters.len()
}
