//! Bytes of a text → lines and columns.

/// A place in a text as people count: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// The lines of a text, and enough counts of characters that no line, however long, is walked twice.
#[derive(Debug)]
pub(super) struct LineIndex {
    /// The first byte of each line.
    starts: Vec<usize>,
    /// The characters that begin before each multiple of [`STRIDE`] bytes.
    characters: Vec<usize>,
}

const STRIDE: usize = 1024;

impl LineIndex {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut count = 0;
        let characters = bytes.chunks(STRIDE).map(|chunk| {
            let before = count;
            count += begun(chunk);
            before
        });
        Self { starts, characters: characters.collect() }
    }

    /// The line and column of a byte; a byte past the end counts as the end.
    pub(super) fn position(&self, text: &str, byte: usize) -> Position {
        let byte = byte.min(text.len());
        let line = self.line_of(byte);
        let column = self.characters_before(text, byte) - self.characters_before(text, self.starts[line]) + 1;
        Position { line: line + 1, column }
    }

    /// The line that holds a byte, counted from 0.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }

    /// The bytes of a line, counted from 0, without its end.
    pub(super) fn line(&self, text: &str, line: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        Some(start..start + text.get(start..end)?.trim_end_matches(['\n', '\r']).len())
    }

    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let stride = (byte / STRIDE).min(self.characters.len().saturating_sub(1));
        let before = self.characters.get(stride).copied().unwrap_or_default();
        before + begun(&text.as_bytes()[stride * STRIDE..byte])
    }
}

/// How many characters begin in some bytes of UTF-8.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_on_lines_of_every_ending() {
        let text = "äb\r\nc\rd\n𝄞e";
        let index = LineIndex::new(text);
        let at = |part: &str| {
            let Position { line, column } = index.position(text, text.find(part).unwrap());
            (line, column)
        };
        assert_eq!([at("b"), at("c"), at("d"), at("e")], [(1, 2), (2, 1), (3, 1), (4, 2)]);
        assert_eq!(index.position(text, 1_000), Position { line: 4, column: 3 });
    }

    #[test]
    fn long_lines_are_counted_right_across_strides() {
        let text = "ä".repeat(3 * STRIDE) + "x";
        let index = LineIndex::new(&text);
        assert_eq!(index.position(&text, text.len() - 1).column, 3 * STRIDE + 1);
        assert_eq!(index.position(&text, text.len()).column, 3 * STRIDE + 2);
    }
}
