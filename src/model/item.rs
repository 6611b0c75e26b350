//! `Item` and `Attribute`: registered things as an author refers to them.

use std::fmt;

use super::record::record;
use super::values::textual;
use super::words::{Demand, Support};
use crate::notation;

record! {
    /// A SOP class or a transfer syntax as the author wrote it: by name, keyword, UID or name of a set.
    ///
    /// In the short form a text of digits and full stops is a UID, any other a name.
    pub struct Item {
        /// The registered name, the keyword, or the name of a set of the document.
        pub name: Option<String>,
        /// The UID, not yet checked.
        pub uid: Option<String>,
        /// Whether the author marks it as retired; `(Retired)` in the name does the same.
        pub retired: Option<bool>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
    }
}

impl Item {
    /// The UID where there is one, else the name: what the author would recognise.
    pub fn label(&self) -> &str {
        self.name.as_deref().or(self.uid.as_deref()).unwrap_or_default()
    }

    /// Whether it is claimed, or wanted: neither `no` nor `n/a` nor `must_not` is said of it.
    pub fn is_claimed(&self) -> bool {
        self.support.is_none_or(Support::is_claim) && self.demand != Some(Demand::MustNot)
    }
}

record! {
    /// An attribute as the author wrote it: by tag, keyword or name, perhaps inside sequences.
    pub struct Attribute {
        /// The tag, after the tags of the sequences that hold it.
        pub tag: Option<TagPath>,
        /// The registered name or the keyword.
        pub name: Option<String>,
        /// Whether the author marks it as retired.
        pub retired: Option<bool>,
    }
}

/// The path of an attribute, such as `(0040,0100)>(0040,0001)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TagPath(pub notation::TagPath);

impl fmt::Display for TagPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

textual!(TagPath, "a tag of the form `(gggg,eeee)`", |text: &str| notation::TagPath::parse(text)
    .ok()
    .map(TagPath));
