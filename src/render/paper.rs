//! `Paper`: what documents are printed on.

/// The size of the pages of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 by 297 millimetres (ISO 216).
    #[default]
    A4,
    /// 8.5 by 11 inches (ANSI A).
    Letter,
}

impl Paper {
    /// How wide and how high an upright page is, in twentieths of a point.
    pub const fn size(self) -> (i32, i32) {
        match self {
            Self::A4 => (11_906, 16_838),
            Self::Letter => (12_240, 15_840),
        }
    }
}
