//! The small notations of the YAML language: UIDs, tags, status codes, and the shorthands of attributes, codes,
//! presentation contexts, links, sequence messages and addresses of values.
//!
//! Every notation has a grammar in `grammar/`. Reading gives parts that know where in the text they stand, or a
//! [`SyntaxError`] that points at the exact part that is wrong. Nothing here knows what a name means.

mod attribute;
mod code;
mod context;
mod csv;
mod error;
mod fragment;
mod grammar;
mod host;
mod item;
mod link;
mod message;
mod reference;
mod route;
mod status;
mod tag;
mod uid;

use std::ops::Range;

pub use attribute::{Attribute, AttributeStep};
pub use code::Code;
pub use context::Context;
pub use csv::{csv, meant_by_cell};
pub use error::{Correction, SyntaxError};
pub use fragment::{Fragment, FragmentKind};
pub use host::{Host, WebAddress};
pub use item::Item;
pub use link::Link;
pub use message::{Arrow, Message, Note, SequenceLine, messages};
pub use reference::Reference;
pub use route::route;
pub use status::{StatusCode, StatusCodes};
pub use tag::{AttributeTag, RepeatingTag, Tag, TagPath};
pub use uid::{Uid, looks_like_uid};

/// A part of a text: what it says and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part<T> {
    /// What the part says.
    pub value: T,
    /// Where it stands, in bytes of the text that was read.
    pub range: Range<usize>,
}

impl<T> Part<T> {
    /// A part that says `value` and stands at `range`.
    pub const fn new(value: T, range: Range<usize>) -> Self {
        Self { value, range }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Part<U> {
        Part { value: change(self.value), range: self.range }
    }

    /// The same value `bytes` further on, for a text that was cut out of a longer one.
    #[must_use]
    pub fn moved(self, bytes: usize) -> Self {
        Self { value: self.value, range: self.range.start + bytes..self.range.end + bytes }
    }
}

/// Serialises types as the text they are written as.
macro_rules! serialized_as_text {
    ($($written:ty),+) => {
        $(impl serde::Serialize for $written {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        })+
    };
}

serialized_as_text!(Uid, Tag, RepeatingTag, AttributeTag, TagPath, StatusCode, StatusCodes, Reference);

/// Lets types be read with `text.parse()`.
macro_rules! parsed_from_text {
    ($($read:ty),+) => {
        $(impl std::str::FromStr for $read {
            type Err = SyntaxError;

            fn from_str(text: &str) -> Result<Self, SyntaxError> {
                Self::parse(text)
            }
        })+
    };
}

parsed_from_text!(Uid, Tag, AttributeTag, TagPath, StatusCode, StatusCodes, Reference);
