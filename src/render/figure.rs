//! Figures: what the standard draws, laid out as drawings.
//!
//! Every figure is a pure function of plain data. Widths of text come from the font that stands in `render/fonts`, so a
//! text never leaves its shape; what is too large for a page becomes several drawings.

mod bubble;
mod canvas;
pub mod flow;
pub mod media;
pub(super) mod metrics;
mod parts;
pub mod sequence;
pub mod services;
pub mod topology;
mod wrap;
