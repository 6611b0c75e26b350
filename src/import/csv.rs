//! Comma-separated values (RFC 4180) → records whose every cell knows its place.

use super::Remark;
use crate::notation::meant_by_cell;

pub(super) use crate::notation::csv as written;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// What stands in it; without blanks around it unless it is quoted.
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A line of a table; a quoted cell may make it several lines of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
    /// Why it cannot be read.
    pub(super) fault: Option<Remark>,
}

/// The records of a text; empty ones are left out.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub(super) records: Vec<Record>,
}

/// What separates the cells of a line, where nothing tells.
const COMMA: char = ',';

impl Sheet {
    /// Reads a table. The separator is the one that the first line has most of: a comma, a semicolon or a tab.
    pub fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let (separator, skipped) = separator(text);
        let characters: Vec<char> = text.chars().collect();
        let mut reader = Reader { text: &characters, at: 0, line: 1, column: 1, separator };
        if skipped {
            reader.skip_line();
        }
        let mut records = Vec::new();
        while reader.at < characters.len() {
            let record = reader.record();
            if record.fault.is_some() || record.cells.iter().any(|cell| !cell.text.trim().is_empty()) {
                records.push(record);
            }
        }
        Self { records }
    }
}

/// The separator, and whether the first line says it (`sep=;`) and nothing else.
fn separator(text: &str) -> (char, bool) {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_end();
    if let Some(said) = first.strip_prefix("sep=") {
        return (said.chars().next().unwrap_or(COMMA), text.starts_with("sep="));
    }
    let mut is_quoted = false;
    let mut counts = [(COMMA, 0), (';', 0), ('\t', 0)];
    for character in first.chars() {
        is_quoted ^= character == '"';
        let found = counts.iter_mut().find(|(separator, _)| *separator == character);
        if let Some((_, count)) = found.filter(|_| !is_quoted) {
            *count += 1;
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(COMMA, |(separator, _)| *separator), false)
}

struct Reader<'t> {
    text: &'t [char],
    at: usize,
    line: usize,
    column: usize,
    separator: char,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    /// The next character; a line end of any kind is a line feed.
    fn next(&mut self) -> Option<char> {
        let mut character = self.peek()?;
        self.at += 1;
        if character == '\r' {
            if self.peek() == Some('\n') {
                self.at += 1;
            }
            character = '\n';
        }
        if character == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        Some(character)
    }

    fn skip_line(&mut self) {
        while self.next().is_some_and(|character| character != '\n') {}
    }

    fn is_at_end_of_cell(&self) -> bool {
        self.peek().is_none_or(|next| next == self.separator || matches!(next, '\r' | '\n'))
    }

    fn record(&mut self) -> Record {
        let mut record = Record { line: self.line, ..Record::default() };
        loop {
            match self.cell() {
                Ok(cell) => record.cells.push(cell),
                Err(fault) => {
                    record.fault = Some(fault);
                    self.skip_line();
                    return record;
                }
            }
            match self.next() {
                Some(next) if next == self.separator => {}
                _ => return record,
            }
        }
    }

    fn cell(&mut self) -> Result<Cell, Remark> {
        while self.peek() == Some(' ') {
            self.next();
        }
        let (line, column) = (self.line, self.column);
        let start = (self.at + 1, line, column + 1);
        let text = if self.peek() == Some('"') {
            let text = self.quoted(line, column)?;
            while self.peek() == Some(' ') {
                self.next();
            }
            if !self.is_at_end_of_cell() && self.line != line {
                // The quote that closes it rather opens a cell of another line.
                (self.at, self.line, self.column) = start;
                return Err(never_closed(line, column));
            }
            if !self.is_at_end_of_cell() {
                let remark = Remark::new(self.line, self.column, "text stands behind a closing quote");
                return Err(remark.help("write a quote inside a quoted cell twice"));
            }
            text
        } else {
            let mut text = String::new();
            while !self.is_at_end_of_cell() {
                text.extend(self.next());
            }
            text.trim().to_owned()
        };
        Ok(Cell { text: meant_by_cell(text), line, column })
    }

    /// A text between quotes. Where these are not closed the reader goes back, so that only one line is lost.
    fn quoted(&mut self, line: usize, column: usize) -> Result<String, Remark> {
        self.next();
        let start = (self.at, self.line, self.column);
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') if self.peek() == Some('"') => {
                    self.next();
                    text.push('"');
                }
                Some('"') => return Ok(text),
                Some(character) => text.push(character),
                None => {
                    (self.at, self.line, self.column) = start;
                    return Err(never_closed(line, column));
                }
            }
        }
    }
}

fn never_closed(line: usize, column: usize) -> Remark {
    Remark::new(line, column, "the quote of this cell is never closed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let records = Sheet::read(text).records.into_iter();
        records.map(|record| record.cells.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn separators_are_told_by_the_first_line() {
        for text in ["a,b\n1,2;3\n", "a;b\r\n1;2;3\r\n", "a\tb\n1\t2;3\n", "\u{FEFF}sep=|\na|b\n1|2;3\n"] {
            assert_eq!(cells(text)[0], ["a", "b"], "{text:?}");
            assert_eq!(cells(text)[1].len(), if text.contains("a;b") { 3 } else { 2 }, "{text:?}");
        }
    }

    #[test]
    fn quotes_hold_anything() {
        assert_eq!(cells("a,\"x, \"\"y\"\"\nz\" ,b\n"), [["a", "x, \"y\"\nz", "b"]]);
        let sheet = Sheet::read("a,b\n5,\"6\"x\n7,8\n");
        let faults: Vec<_> = sheet.records.iter().filter_map(|record| record.fault.clone()).collect();
        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].line, faults[0].column), (2, 6));
    }

    #[test]
    fn an_open_quote_loses_one_line() {
        let sheet = Sheet::read("a,b\n1,\"2\n3,4\n");
        let faults: Vec<_> = sheet.records.iter().map(|record| record.fault.is_some()).collect();
        assert_eq!(faults, [false, true, false]);
        assert_eq!(sheet.records[2].line, 3);
        let sheet = Sheet::read("a,b\n1,\"2\n3,4\n5,\"6\"\n7,8\n");
        let faults: Vec<_> = sheet.records.iter().map(|record| record.fault.is_some()).collect();
        assert_eq!(faults, [false, true, false, false, false]);
    }

    #[test]
    fn what_is_written_reads_back() {
        let hard = [
            "=1+1", "+49", "-1", "@x", "'=x", "'", "''", "'a", " a ", "a\nb", "a\r\nb", "\"", "a;b", "\t",
            "é",
        ];
        let records = vec![hard.map(str::to_owned).to_vec()];
        let read = cells(&written(&records));
        let lines = |text: &str| text.replace("\r\n", "\n");
        assert_eq!(read[0], hard.map(lines));
    }
}
