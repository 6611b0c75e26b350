//! Span tree → typed values: a serde deserializer that reports what is wrong at its place and goes on.
//!
//! A value that cannot be read fails here, after it has been reported; the record that holds it leaves it at its
//! default (see `model::record`) and reads on. So one pass finds everything that is wrong with a document.

use std::fmt;

use serde::de::{self, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::reader::{Hop, Reader};
use super::tree::{Entry, Kind, NodeId};
use super::{remarks, short_form};
use crate::model::{KEYS, KEYS_EXPECTED, ONE_OR_MANY, PROSE, required_keys};

/// Why a value could not be read: already reported, or what was expected in its place.
#[derive(Debug)]
pub(crate) struct Failure {
    expected: Option<String>,
}

impl Failure {
    const REPORTED: Self = Self { expected: None };
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.expected.as_deref().unwrap_or("reported"))
    }
}

impl std::error::Error for Failure {}

impl de::Error for Failure {
    fn custom<T: fmt::Display>(expected: T) -> Self {
        Self { expected: Some(expected.to_string()) }
    }
}

/// A value of the document, about to be read.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'r, 's> {
    pub(crate) reader: &'r Reader<'s>,
    pub(crate) node: NodeId,
    /// The type of value that is read from a text, where it has a notation of its own.
    value_type: &'static str,
}

impl<'r, 's> Cursor<'r, 's> {
    /// The value at a node.
    pub(crate) const fn new(reader: &'r Reader<'s>, node: NodeId) -> Self {
        Self { reader, node, value_type: "" }
    }

    fn at(self, node: NodeId) -> Self {
        Self { reader: self.reader, node, value_type: "" }
    }

    fn say_expected<T>(self, expected: &str) -> Result<T, Failure> {
        let mistake =
            self.reader.text(self.node).and_then(|text| short_form::mistake(self.value_type, &text));
        match mistake {
            Some(mistake) => remarks::mistaken(self.reader, &mistake),
            None => remarks::mistyped(self.reader, self.node, expected),
        }
        self.lose()
    }

    /// Gives the value up: it has been reported, and a record that holds it leaves it at its default.
    fn lose<T>(self) -> Result<T, Failure> {
        self.reader.lose_current();
        Err(Failure::REPORTED)
    }

    /// Reads a text, and reports what the reading of the text itself has to say.
    fn with_text<T>(
        self,
        expected: &str,
        read: impl FnOnce(&str) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let result = match self.reader.text(self.node) {
            Some(text) => read(&text),
            None => Err(Failure { expected: Some(expected.to_owned()) }),
        };
        match result {
            Err(Failure { expected: Some(expected) }) => self.say_expected(&expected),
            other => other,
        }
    }

    /// The node whose entries make up a record, a short form replaced by what it means.
    fn record_node(self, name: &'static str, fields: &'static [&'static str]) -> Result<NodeId, Failure> {
        let is_short = match self.reader.kind(self.node) {
            Kind::Empty | Kind::Nowhere => return Ok(self.node),
            Kind::Mapping { count: 1, .. } => remarks::is_short_pair(self.reader, self.node, name, fields),
            Kind::Mapping { .. } => false,
            Kind::Sequence { .. } => return self.say_expected(&remarks::mapping_of(self.reader, fields)),
            Kind::Text(_) | Kind::Kept(_) | Kind::Literal(_) | Kind::Alias(_) => true,
        };
        if !is_short {
            return Ok(self.node);
        }
        match self.reader.long_form(name, self.node) {
            Some(Ok(long)) => Ok(long),
            Some(Err(())) => self.lose(),
            None => self.say_expected(&remarks::mapping_of(self.reader, fields)),
        }
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ty),* $(,)?) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
            const EXPECTED: &str = "a whole number";
            const MOST_DIGITS: usize = 18;
            self.with_text(EXPECTED, |text| match text.parse::<$number>() {
                Ok(number) => visitor.$visit(number),
                Err(_) if text.len() > MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) => {
                    Err(Failure { expected: Some(format!("{EXPECTED} of at most {MOST_DIGITS} digits")) })
                }
                Err(_) => Err(Failure { expected: Some(EXPECTED.to_owned()) }),
            })
        })*
    };
}

impl<'de> de::Deserializer<'de> for Cursor<'_, '_> {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.reader.kind(self.node) {
            Kind::Empty => visitor.visit_unit(),
            Kind::Sequence { .. } if self.value_type == KEYS => self.say_expected(KEYS_EXPECTED),
            Kind::Mapping { .. } => self.deserialize_map(visitor),
            Kind::Sequence { .. } => self.deserialize_seq(visitor),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        if self.value_type == PROSE {
            remarks::unknown_variables(self.reader, self.node);
        }
        self.with_text("a text", |text| visitor.visit_str(text))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        const EXPECTED: &str = "`true` or `false`";
        self.with_text(EXPECTED, |text| match text {
            "true" | "yes" => visitor.visit_bool(true),
            "false" | "no" => visitor.visit_bool(false),
            _ => Err(Failure { expected: Some(EXPECTED.to_owned()) }),
        })
    }

    whole_numbers! {
        deserialize_i64 visit_i64 i64,
        deserialize_u64 visit_u64 u64,
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.reader.kind(self.node) {
            Kind::Empty => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let is_single = !matches!(self.reader.kind(self.node), Kind::Sequence { .. } | Kind::Empty);
        if name == ONE_OR_MANY && is_single {
            return visitor.visit_seq(Single(Some(self)));
        }
        visitor.visit_newtype_struct(Self { value_type: name, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.reader.kind(self.node) {
            Kind::Empty | Kind::Sequence { .. } => visitor.visit_seq(Elements { list: self, next: 0 }),
            _ => self.say_expected("a list"),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.reader.kind(self.node) {
            Kind::Empty | Kind::Mapping { .. } => {
                let entries = remarks::entries(self.reader, self.node);
                visitor.visit_map(Pairs { cursor: self, entries: entries.into_iter(), value: None })
            }
            _ => self.say_expected("a mapping of names"),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let node = self.record_node(name, fields)?;
        let entries =
            remarks::known_entries(self.reader, node, fields, required_keys(name, self.reader.kind.get()));
        visitor.visit_map(Pairs { cursor: self.at(node), entries: entries.into_iter(), value: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        let known = match self.reader.text(self.node) {
            Some(text) if remarks::is_retired_service(name, &text) => {
                remarks::outdated_service(self.reader, &text);
                return self.lose();
            }
            Some(text) => variants.iter().find(|variant| ***variant == *text),
            None => return self.say_expected(&remarks::one_of(variants)),
        };
        let Some(variant) = known else {
            if !remarks::is_foreign_role(self.reader, self.node, name) {
                remarks::unlisted(self.reader, self.node, variants);
            }
            return self.lose();
        };
        visitor.visit_enum((*variant).into_deserializer())
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

/// Reads a value one step down, and gives it up for lost where it cannot be read.
fn descend<'de, T: DeserializeSeed<'de>>(
    cursor: Cursor<'_, '_>,
    hop: Hop,
    seed: T,
) -> Result<T::Value, Failure> {
    cursor.reader.within(hop, || {
        if cursor.reader.kind(cursor.node) == Kind::Nowhere {
            cursor.reader.lose_current();
            return Err(Failure::REPORTED);
        }
        seed.deserialize(cursor).map_err(|failure| {
            if let Some(expected) = failure.expected {
                remarks::mistyped(cursor.reader, cursor.node, &expected);
                cursor.reader.lose_current();
            }
            Failure::REPORTED
        })
    })
}

struct Elements<'r, 's> {
    list: Cursor<'r, 's>,
    next: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Failure> {
        let index = self.next;
        let Some(node) = self.list.reader.element(self.list.node, index) else { return Ok(None) };
        self.next += 1;
        descend(self.list.at(node), Hop::Index(index), seed).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.reader.element_count(self.list.node).saturating_sub(self.next))
    }
}

/// A single value that stands for a list of one.
struct Single<'r, 's>(Option<Cursor<'r, 's>>);

impl<'de> SeqAccess<'de> for Single<'_, '_> {
    type Error = Failure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Failure> {
        self.0.take().map(|cursor| descend(cursor, Hop::Index(0), seed)).transpose()
    }
}

struct Pairs<'r, 's> {
    cursor: Cursor<'r, 's>,
    entries: std::vec::IntoIter<Entry>,
    value: Option<Entry>,
}

impl<'de> MapAccess<'de> for Pairs<'_, '_> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Failure> {
        self.value = self.entries.next();
        let Some(entry) = self.value else { return Ok(None) };
        let Some(text) = self.cursor.reader.text(entry.key) else { return Err(Failure::REPORTED) };
        seed.deserialize((*text).into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Failure> {
        let Some(entry) = self.value.take() else { return Err(Failure::REPORTED) };
        descend(self.cursor.at(entry.value), Hop::Key(entry.key), seed)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}
