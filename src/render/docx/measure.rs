//! How much room text takes: enough to give columns their widths and contents their page numbers.

use std::sync::LazyLock;

use crate::render::figure::metrics;

/// How far the printable characters of ASCII advance in text and in bold text, in thousandths of the size.
static ASCII: LazyLock<[[i32; 128]; 2]> = LazyLock::new(|| {
    [false, true].map(|is_bold| {
        let mut codes = 0u8..;
        [(); 128].map(|()| advance_of(char::from(codes.next().unwrap_or(0)), is_bold))
    })
});

fn advance_of(letter: char, is_bold: bool) -> i32 {
    metrics::advance(letter, metrics::Face { size: 1000, is_bold }) / 1000
}

/// What text is set in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Face {
    /// The size in half points.
    pub(super) size: i32,
    pub(super) is_bold: bool,
    pub(super) is_code: bool,
}

impl Face {
    /// How wide a text is, in twentieths of a point.
    pub(super) fn width(self, text: &str) -> i32 {
        let sum: i64 = text.chars().map(|letter| i64::from(self.advance(letter))).sum();
        i32::try_from(sum * i64::from(self.size) / 100).unwrap_or(i32::MAX / 64).min(i32::MAX / 64)
    }

    /// In thousandths of the size.
    fn advance(self, letter: char) -> i32 {
        if self.is_code && letter.is_ascii() {
            return 600;
        }
        let face = &ASCII[usize::from(self.is_bold)];
        face.get(letter as usize).copied().unwrap_or_else(|| advance_of(letter, self.is_bold))
    }
}
