//! The small notations: what is read, what is refused, and where the finger points.

use dicomply::notation::{
    Arrow, Attribute, AttributeTag, Code, Context, FragmentKind, Item, Link, Part, Reference, SequenceLine,
    StatusCode, StatusCodes, SyntaxError, Tag, TagPath, Uid, looks_like_uid, messages,
};

mod laws;
mod mistakes;
mod readings;

/// The words at a part's range, which every test compares with the text rather than counting bytes.
fn at<'text, T>(text: &'text str, part: &Part<T>) -> &'text str {
    &text[part.range.clone()]
}

/// The values of parts.
fn values(parts: &[Part<String>]) -> Vec<&str> {
    parts.iter().map(|part| part.value.as_str()).collect()
}
