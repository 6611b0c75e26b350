//! `Letters`: which bytes of a file the letters of a text stand at, in spite of escapes, folded lines and indentation.

use std::ops::Range;

use granit_parser::ScalarStyle;

/// Letters that stand together: as they are, or as a whole such as an escape or the end of a folded line.
#[derive(Debug)]
struct Run {
    text: Range<usize>,
    source: Range<usize>,
    is_verbatim: bool,
}

/// The runs of a text, in order.
#[derive(Debug)]
pub(super) struct Letters(Vec<Run>);

impl Letters {
    /// The letters of a text whose bytes of the file are these; positions count from the start of those bytes.
    pub(super) fn of(written: &str, style: ScalarStyle, text: &str) -> Option<Self> {
        match style {
            ScalarStyle::Literal | ScalarStyle::Folded => block(written, text),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                flow(written, 1..written.len().checked_sub(1)?, style, text)
            }
            ScalarStyle::Plain => flow(written, 0..written.len(), style, text),
        }
    }

    /// The bytes of a part of the text.
    pub(super) fn bytes(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let start = self.start(part.start)?;
        let end = if part.is_empty() { start } else { self.end(part.end)? };
        Some(start..end)
    }

    fn start(&self, position: usize) -> Option<usize> {
        let found = self.0.get(self.0.partition_point(|run| run.text.end <= position));
        match found.filter(|run| run.text.start <= position) {
            Some(run) if run.is_verbatim => Some(run.source.start + position - run.text.start),
            Some(run) => (run.text.start == position).then_some(run.source.start),
            None => self.end(position),
        }
    }

    fn end(&self, position: usize) -> Option<usize> {
        let found = self.0.get(self.0.partition_point(|run| run.text.end < position));
        let run = found.filter(|run| run.text.start < position)?;
        if run.is_verbatim {
            return Some(run.source.start + position - run.text.start);
        }
        (run.text.end == position).then_some(run.source.end)
    }

    fn push(&mut self, text: Range<usize>, source: Range<usize>, is_verbatim: bool) {
        match self.0.last_mut() {
            Some(last) if last.is_verbatim && is_verbatim && last.source.end == source.start => {
                last.text.end = text.end;
                last.source.end = source.end;
            }
            _ => self.0.push(Run { text, source, is_verbatim }),
        }
    }
}

/// Plain and quoted texts: lines are folded, and quotes and backslashes escape.
fn flow(written: &str, inner: Range<usize>, style: ScalarStyle, text: &str) -> Option<Letters> {
    let mut letters = Letters(Vec::new());
    let (mut at, mut said) = (inner.start, 0);
    while at < inner.end {
        let rest = written.get(at..inner.end)?;
        let (source, meaning, is_verbatim) = unit(rest, style)?;
        if !text.get(said..)?.starts_with(&*meaning) {
            return None;
        }
        letters.push(said..said + meaning.len(), at..at + source, is_verbatim);
        at += source;
        said += meaning.len();
    }
    (said == text.len()).then_some(letters)
}

/// How many bytes the next letter takes, what it means, and whether it stands there as it is.
fn unit(rest: &str, style: ScalarStyle) -> Option<(usize, String, bool)> {
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    let run = rest.get(..blanks)?;
    if run.contains(['\n', '\r']) {
        let ends = run.replace("\r\n", "\n").matches(['\n', '\r']).count();
        let meaning = if ends == 1 { " ".to_owned() } else { "\n".repeat(ends - 1) };
        return Some((blanks, meaning, false));
    }
    if style == ScalarStyle::SingleQuoted && rest.starts_with("''") {
        return Some((2, "'".to_owned(), false));
    }
    if style == ScalarStyle::DoubleQuoted && rest.starts_with('\\') {
        return escape(rest);
    }
    let first = rest.chars().next()?;
    Some((first.len_utf8(), first.to_string(), true))
}

fn escape(rest: &str) -> Option<(usize, String, bool)> {
    let kind = rest.chars().nth(1)?;
    if matches!(kind, '\n' | '\r') {
        // The line goes on in the next one.
        let after = rest.get(1..)?;
        let ending = if after.starts_with("\r\n") { 2 } else { 1 };
        let blanks = after.get(ending..)?;
        let blanks = blanks.len() - blanks.trim_start_matches([' ', '\t']).len();
        return Some((1 + ending + blanks, String::new(), false));
    }
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if digits > 0 {
        let code = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
        return Some((2 + digits, char::from_u32(code)?.to_string(), false));
    }
    let meaning = match kind {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{B}',
        'f' => '\u{C}',
        'r' => '\r',
        'e' => '\u{1B}',
        ' ' | '"' | '/' | '\\' => kind,
        'N' => '\u{85}',
        '_' => '\u{A0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        _ => return None,
    };
    Some((1 + kind.len_utf8(), meaning.to_string(), false))
}

/// Block texts: every line stands there behind its indentation, which the first line has lost already.
fn block(written: &str, text: &str) -> Option<Letters> {
    let mut letters = Letters(Vec::new());
    let mut said = 0;
    let mut at = 0;
    for line in written.split(['\n', '\r']) {
        let content = line.trim_start_matches(' ');
        let start = at + line.len() - content.len();
        at += line.len() + 1;
        if content.is_empty() {
            continue;
        }
        while !text.get(said..)?.starts_with(content) {
            let next = text.get(said..)?.chars().next().filter(|next| matches!(next, ' ' | '\n'))?;
            said += next.len_utf8();
        }
        letters.push(said..said + content.len(), start..start + content.len(), true);
        said += content.len();
    }
    Some(letters)
}
