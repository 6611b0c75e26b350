//! How the nouns of the model are declared, and the containers that reading never fails on.
//!
//! A document with one unreadable value is still a document. So every field of a record reads leniently: what cannot
//! be read has been reported by the reader and is left at its default here, and the routes of such losses are kept
//! in [`Project::lost`](crate::model::Project::lost) so that nothing is said about them twice.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use indexmap::IndexMap;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Declares a record: a struct whose fields may all be left out and are read leniently.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $( $(#[$field_meta:meta])* pub $field:ident : $type:ty ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default)]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(
                    deserialize_with = "crate::model::record::lenient",
                    skip_serializing_if = "crate::model::record::is_default"
                )]
                pub $field: $type,
            )*
        }
    };
}

/// Declares a closed list of words.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $word:literal ),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $word)] $variant, )*
        }

        impl $name {
            /// The word as users write it.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use {record, words};

/// Reads a value, or leaves the default where the reader has reported that it cannot be read.
#[allow(clippy::unnecessary_wraps)] // The signature is serde's.
pub(crate) fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(T::deserialize(deserializer).unwrap_or_default())
}

/// Whether a value is what a document that leaves it out has.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A list in the author's order. An element that cannot be read stands as an empty one, so that positions stay true.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T>(Vec<T>);

/// A list that may be written as its only element: `transfer_syntaxes: uncompressed`.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOrMany<T>(Vec<T>);

/// Words of a closed list, or the only one of them. A word that cannot be read is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Words<T>(Vec<T>);

/// Things under the author's own names, in the author's order.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<T>(IndexMap<String, T>);

macro_rules! sequence {
    ($container:ident, $serialize:expr) => {
        impl<T> Default for $container<T> {
            fn default() -> Self {
                Self(Vec::new())
            }
        }

        impl<T> Deref for $container<T> {
            type Target = [T];

            fn deref(&self) -> &[T] {
                &self.0
            }
        }

        impl<T> FromIterator<T> for $container<T> {
            fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
                Self(elements.into_iter().collect())
            }
        }

        impl<'a, T> IntoIterator for &'a $container<T> {
            type Item = &'a T;
            type IntoIter = std::slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<T: Serialize> Serialize for $container<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                ($serialize)(&self.0, serializer)
            }
        }
    };
}

sequence!(List, Serialize::serialize);
sequence!(OneOrMany, one_or_many);
sequence!(Words, one_or_many);

/// Writes a list under the name that says that one element may stand for it.
fn one_or_many<T: Serialize, S: Serializer>(elements: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(ONE_OR_MANY, elements)
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Elements(lost_as_empty)).map(Self)
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(ONE_OR_MANY, Elements(lost_as_empty)).map(Self)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Words<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(ONE_OR_MANY, Elements(|| None)).map(Self)
    }
}

#[allow(clippy::unnecessary_wraps)] // One of the two ways in which a list fills the place of an unreadable element.
fn lost_as_empty<T: Default>() -> Option<T> {
    Some(T::default())
}

/// The name under which [`OneOrMany`] asks a reader for a list or a single element.
pub(crate) const ONE_OR_MANY: &str = "OneOrMany";

/// Reads elements; what stands for one that cannot be read is for the list to say.
struct Elements<T>(fn() -> Option<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Elements<T> {
    type Value = Vec<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Vec<T>, A::Error> {
        let mut elements = Vec::with_capacity(access.size_hint().unwrap_or(0).min(4096));
        loop {
            match access.next_element::<T>() {
                Ok(Some(element)) => elements.push(element),
                Ok(None) => return Ok(elements),
                Err(_) => elements.extend((self.0)()),
            }
        }
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T> Deref for Named<T> {
    type Target = IndexMap<String, T>;

    fn deref(&self) -> &IndexMap<String, T> {
        &self.0
    }
}

impl<T> FromIterator<(String, T)> for Named<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl<'a, T> IntoIterator for &'a Named<T> {
    type Item = (&'a String, &'a T);
    type IntoIter = indexmap::map::Iter<'a, String, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData)).map(Self)
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Default> Visitor<'de> for Entries<T> {
    type Value = IndexMap<String, T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a mapping of names")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = IndexMap::with_capacity(access.size_hint().unwrap_or(0).min(4096));
        while let Some(name) = access.next_key::<String>()? {
            entries.insert(name, access.next_value::<T>().unwrap_or_default());
        }
        Ok(entries)
    }
}
