//! The built-in fonts, each once: figures are measured with them, pages are set in them.

pub(super) static SANS: &[u8] = include_bytes!("fonts/LiberationSans-Regular.ttf");
pub(super) static SANS_BOLD: &[u8] = include_bytes!("fonts/LiberationSans-Bold.ttf");
pub(super) static SANS_ITALIC: &[u8] = include_bytes!("fonts/LiberationSans-Italic.ttf");
pub(super) static SANS_BOLD_ITALIC: &[u8] = include_bytes!("fonts/LiberationSans-BoldItalic.ttf");
pub(super) static MONO: &[u8] = include_bytes!("fonts/LiberationMono-Regular.ttf");
pub(super) static MONO_BOLD: &[u8] = include_bytes!("fonts/LiberationMono-Bold.ttf");
