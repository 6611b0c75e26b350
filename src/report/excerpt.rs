//! The few lines of a file that a finding is about.

use std::collections::BTreeSet;
use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::lines::LineIndex;
use super::plain::{plain, width};
use super::{Located, Position, Report, Spot};

/// Lines of a file, as they may be shown: harmless characters, cropped to the page. The places of the finding are
/// places in this text, so whoever draws it never walks the file.
#[derive(Debug)]
pub(super) struct Excerpt {
    name: String,
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
}

/// Lines that follow each other in the file.
#[derive(Debug)]
struct Block {
    /// The bytes of the excerpt.
    range: Range<usize>,
    /// The number of the first line in the file, counted from 0.
    line: usize,
    line_count: usize,
}

/// A line of an excerpt as a page shows it.
pub(super) struct ShownLine<'e> {
    /// Its number in the file, counted from 1.
    pub(super) number: usize,
    pub(super) text: &'e str,
    /// The bytes of the text that are marked, in their order, and whether they are the finding's own.
    pub(super) marks: Vec<(Range<usize>, bool)>,
}

/// A place in the excerpt.
#[derive(Debug)]
struct Mark {
    range: Range<usize>,
    position: Position,
    /// The columns before its middle, where its note hangs.
    indent: usize,
    note: Option<Note>,
}

/// What is said of a place that has to do with the finding's own.
#[derive(Debug, Clone)]
struct Note {
    number: usize,
    spot: Spot,
    message: String,
}

/// What stands left of a line: its number, blanks, a bar.
const GUTTER: usize = 10;

/// How much of a cropped line is shown before the place.
const LEAD: usize = 24;

/// How many places beside its own a finding shows.
const MOST_NOTES: usize = 5;

/// How many lines are shown of a place that stands by itself.
const MOST_LINES: usize = 6;

impl Excerpt {
    /// The lines of a finding, and where else to look: what cannot be shown among them.
    pub(super) fn of(report: &Report<'_>, located: &Located<'_>, page_width: usize) -> (Self, Vec<String>) {
        let spot = &located.spot;
        let room = page_width.saturating_sub(GUTTER);
        let related = located.finding.related.iter().take(MOST_NOTES).enumerate();
        let notes: Vec<Note> = related
            .map(|(number, related)| Note {
                number,
                spot: report.spot(&related.place),
                message: plain(&related.message),
            })
            .collect();
        let mut excerpt = Self {
            name: plain(report.path(spot.file)),
            text: String::new(),
            blocks: Vec::new(),
            marks: Vec::new(),
        };
        let here =
            notes.iter().filter(|note| note.spot.file == spot.file).map(|note| (&note.spot, Some(note)));
        if let Some(lines) = report.lines.get(&spot.file) {
            let spots: Vec<_> = std::iter::once((spot, None)).chain(here).collect();
            excerpt.fill(report.text(spot.file), lines, &spots, room);
        }
        excerpt.marks.retain(|mark| mark.note.as_ref().is_none_or(|note| note.fits(mark.indent, room)));
        let elsewhere = excerpt.elsewhere(report, &notes, located.finding.related.len());
        (excerpt, elsewhere)
    }

    /// The lines of a place that stands by itself, its first ones where it has many.
    pub(super) fn of_place(
        name: &str,
        text: &str,
        lines: &LineIndex,
        place: &Spot,
        page_width: usize,
    ) -> Self {
        let room = page_width.saturating_sub(GUTTER);
        let mut excerpt =
            Self { name: plain(name), text: String::new(), blocks: Vec::new(), marks: Vec::new() };
        excerpt.fill(text, lines, &[(place, None)], room);
        let first = lines.line_of(place.start);
        let last = lines.line_of(place.end.saturating_sub(1).max(place.start)).min(first + MOST_LINES - 1);
        for line in first + 1..=last {
            let range = lines.line(text, line).unwrap_or_default();
            let shown = Line::new(text, range.clone(), range.start, room);
            excerpt.take(line, &shown.text);
        }
        excerpt
    }

    /// The places, the finding's own first.
    pub(super) fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        self.marks.iter().map(|mark| {
            let span = (mark.range.start, mark.range.len());
            match &mark.note {
                None => LabeledSpan::new_primary_with_span(None, span),
                Some(note) => LabeledSpan::new_with_span(Some(note.message.clone()), span),
            }
        })
    }

    /// The lines with their marks, for whoever draws them without `miette`.
    pub(super) fn lines(&self) -> impl Iterator<Item = ShownLine<'_>> {
        self.blocks.iter().flat_map(move |block| {
            let mut start = block.range.start;
            let lines = self.text[block.range.clone()].split_terminator('\n');
            lines.zip(block.line + 1..).map(move |(text, number)| {
                let range = start..start + text.len();
                start = range.end + 1;
                ShownLine { number, text, marks: self.marks_in(&range) }
            })
        })
    }

    /// What is marked of some bytes that are one line.
    fn marks_in(&self, line: &Range<usize>) -> Vec<(Range<usize>, bool)> {
        let is_here = |mark: &&Mark| (line.start..=line.end).contains(&mark.range.start);
        let inside = |byte: usize| byte.min(line.end) - line.start;
        let here = self.marks.iter().filter(is_here);
        let mut marks: Vec<_> = here
            .map(|mark| (inside(mark.range.start)..inside(mark.range.end), mark.note.is_none()))
            .collect();
        marks.sort_by_key(|(range, _)| range.start);
        marks
    }

    /// The notes that no mark carries, each with its place in words.
    fn elsewhere(&self, report: &Report<'_>, notes: &[Note], all: usize) -> Vec<String> {
        let marked: BTreeSet<usize> =
            self.marks.iter().filter_map(|mark| Some(mark.note.as_ref()?.number)).collect();
        let unmarked = notes.iter().filter(|note| !marked.contains(&note.number));
        let mut lines: Vec<String> = unmarked
            .map(|Note { spot, message, .. }| {
                let Position { line, column } = report.position(spot.file, spot.start);
                format!("{}:{line}:{column}: {message}", plain(report.path(spot.file)))
            })
            .collect();
        if all > notes.len() {
            lines.push(format!("and {} more places", all - notes.len()));
        }
        lines
    }

    /// Takes the lines of the places, each with the line before it.
    fn fill(&mut self, text: &str, lines: &LineIndex, spots: &[(&Spot, Option<&Note>)], room: usize) {
        let mut wanted = BTreeSet::new();
        for (spot, _) in spots {
            let line = lines.line_of(spot.start);
            wanted.insert(line);
            wanted.extend(line.checked_sub(1).filter(|before| !is_blank(text, lines, *before)));
        }
        for line in wanted {
            let range = lines.line(text, line).unwrap_or_default();
            let here: Vec<_> = spots.iter().filter(|(spot, _)| lines.line_of(spot.start) == line).collect();
            let focus = here.first().map_or(range.start, |(spot, _)| spot.start);
            let shown = Line::new(text, range, focus, room);
            self.start_line(line);
            // Marks that overlap cannot be told apart; the second one is put into words.
            let is_apart = |at: usize| here[..at].iter().all(|(other, _)| !other.touches(here[at].0));
            let is_visible = |at: usize| here[at].1.is_none() || is_apart(at) && shown.holds(here[at].0);
            let visible = (0..here.len()).filter(|at| is_visible(*at)).map(|at| here[at]);
            self.marks.extend(visible.map(|(spot, note)| {
                let position = lines.position(text, spot.start);
                shown.mark(spot, position, *note, self.text.len())
            }));
            self.end_line(&shown.text);
        }
        self.marks.sort_by_key(|mark| mark.note.is_some());
    }

    fn take(&mut self, line: usize, text: &str) {
        self.start_line(line);
        self.end_line(text);
    }

    fn end_line(&mut self, text: &str) {
        self.text += text;
        self.text.push('\n');
        if let Some(block) = self.blocks.last_mut() {
            block.range.end = self.text.len();
        }
    }

    fn start_line(&mut self, line: usize) {
        match self.blocks.last_mut() {
            Some(block) if block.line + block.line_count == line => block.line_count += 1,
            _ => self.blocks.push(Block { range: self.text.len()..self.text.len(), line, line_count: 1 }),
        }
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let block = self.blocks.iter().find(|block| block.range.contains(&span.offset()));
        let block = block.ok_or(MietteError::OutOfBounds)?;
        if span.offset() + span.len() > block.range.end {
            return Err(MietteError::OutOfBounds);
        }
        let whole = SourceSpan::new(block.range.start.into(), block.range.len());
        let data = &self.text.as_bytes()[block.range.clone()];
        // Without lines around it, only the position of a place is asked for.
        let is_position = lines_before == 0 && lines_after == 0;
        let mark = self.marks.iter().find(|mark| is_position && mark.range.start == span.offset());
        let (line, column) =
            mark.map_or((block.line, 0), |mark| (mark.position.line - 1, mark.position.column - 1));
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data,
            whole,
            line,
            column,
            block.line_count,
        )))
    }
}

impl Note {
    fn fits(&self, indent: usize, room: usize) -> bool {
        const HOOK: usize = 4;
        indent + HOOK + self.message.chars().map(width).sum::<usize>() < room
    }
}

fn is_blank(text: &str, lines: &LineIndex, line: usize) -> bool {
    lines.line(text, line).is_none_or(|range| text[range].trim().is_empty())
}

/// A line as it is shown.
struct Line {
    text: String,
    /// The bytes of the file that are shown.
    shown: Range<usize>,
    /// The bytes before them: an ellipsis, where the beginning is cropped.
    lead: usize,
}

impl Line {
    /// As much of a line as there is room for, with the focus in it.
    fn new(text: &str, range: Range<usize>, focus: usize, room: usize) -> Self {
        const ELLIPSIS: &str = "…";
        const LONGEST_CHARACTER: usize = 4;
        let line = &text[range.clone()];
        if line.len() <= room * LONGEST_CHARACTER && line.chars().map(width).sum::<usize>() <= room {
            return Self { text: plain(line), shown: range, lead: 0 };
        }
        let room = room.saturating_sub(2);
        let focus = floor(line, focus.clamp(range.start, range.end) - range.start);
        let (before, after) = line.split_at(focus);
        let (_, lead_columns) = reach(before.chars().rev(), LEAD);
        let (bytes_after, columns_after) = reach(after.chars(), room.saturating_sub(lead_columns));
        let (bytes_before, _) = reach(before.chars().rev(), room.saturating_sub(columns_after));
        let (start, end) = (focus - bytes_before, focus + bytes_after);
        let opening = if start > 0 { ELLIPSIS } else { "" };
        let closing = if end < line.len() { ELLIPSIS } else { "" };
        Self {
            text: format!("{opening}{}{closing}", plain(&line[start..end])),
            shown: range.start + start..range.start + end,
            lead: opening.len(),
        }
    }

    /// Whether a place begins in what is shown.
    const fn holds(&self, spot: &Spot) -> bool {
        spot.start >= self.shown.start && spot.start <= self.shown.end
    }

    /// A place on this line, in an excerpt in which the line begins at `offset`.
    fn mark(&self, spot: &Spot, position: Position, note: Option<&Note>, offset: usize) -> Mark {
        let inside =
            |byte: usize| byte.clamp(self.shown.start, self.shown.end) - self.shown.start + self.lead;
        let (start, end) = (inside(spot.start), inside(spot.end.max(spot.start)));
        let columns = |end: usize| self.text[..floor(&self.text, end)].chars().map(width).sum::<usize>();
        let indent = usize::midpoint(columns(start), columns(end));
        Mark { range: offset + start..offset + end, position, indent, note: note.cloned() }
    }
}

/// How many bytes and columns the first characters take that have room in some columns.
fn reach(characters: impl Iterator<Item = char>, room: usize) -> (usize, usize) {
    let mut columns = 0;
    let fitting = characters.take_while(|character| {
        columns += width(*character);
        columns <= room
    });
    let (bytes, used) = fitting.fold((0, 0), |(bytes, used), c| (bytes + c.len_utf8(), used + width(c)));
    (bytes, used)
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or_default()
}
