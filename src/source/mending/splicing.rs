//! A text with stretches of it replaced.

use std::ops::Range;

/// The text with stretches replaced, which stand in their order; nothing if one overlaps another or leads out of the text.
pub(super) fn spliced<'s>(
    text: &str,
    stretches: impl IntoIterator<Item = (Range<usize>, &'s str)>,
) -> Option<String> {
    let mut spliced = String::with_capacity(text.len());
    let mut at = 0;
    for (stretch, new) in stretches {
        spliced.push_str(text.get(at..stretch.start)?);
        spliced.push_str(new);
        at = stretch.end;
    }
    spliced.push_str(text.get(at..)?);
    Some(spliced)
}
