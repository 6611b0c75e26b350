//! `Node`: a value of the model, with the names of the records it is made of.

use std::fmt;

use serde::ser::{self, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::model::ONE_OR_MANY;

/// A value that is about to be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    Text(String),
    Number(i64),
    Flag(bool),
    /// A list; one of a single element may be written as that element, where `is_open` says so.
    List {
        elements: Vec<Node>,
        is_open: bool,
    },
    /// Keys and values; of a record, if it has a name.
    Mapping {
        record: &'static str,
        entries: Vec<(String, Node)>,
    },
}

impl Node {
    /// The node of a value; nothing where it has a part that YAML has no place for.
    pub(super) fn of(value: &impl Serialize) -> Option<Self> {
        value.serialize(Maker).ok()
    }

    /// What a scalar is as text.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Flag(flag) => Some(flag.to_string()),
            Self::List { .. } | Self::Mapping { .. } => None,
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List { elements, is_open: true } if elements.len() == 1 => {
                elements[0].serialize(serializer)
            }
            Self::List { elements, .. } => serializer.collect_seq(elements),
            Self::Mapping { entries, .. } => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
        }
    }
}

/// A value that no document has.
#[derive(Debug)]
pub(super) struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value that no document has")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Makes nodes.
struct Maker;

macro_rules! whole_numbers {
    ($($method:ident $number:ty),*) => {
        $(fn $method(self, number: $number) -> Result<Node, Unwritable> {
            i64::try_from(number).map(Node::Number).map_err(|_| Unwritable)
        })*
    };
}

macro_rules! absent {
    ($($method:ident($($argument:ty),*)),*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<Node, Unwritable> {
            Err(Unwritable)
        })*
    };
}

impl Serializer for Maker {
    type Ok = Node;
    type Error = Unwritable;
    type SerializeSeq = List;
    type SerializeTuple = ser::Impossible<Node, Unwritable>;
    type SerializeTupleStruct = ser::Impossible<Node, Unwritable>;
    type SerializeTupleVariant = ser::Impossible<Node, Unwritable>;
    type SerializeMap = Mapping;
    type SerializeStruct = Mapping;
    type SerializeStructVariant = ser::Impossible<Node, Unwritable>;

    whole_numbers! {
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64
    }

    absent! { serialize_f32(f32), serialize_f64(f64), serialize_bytes(&[u8]), serialize_unit_struct(&'static str) }

    fn serialize_bool(self, flag: bool) -> Result<Node, Unwritable> {
        Ok(Node::Flag(flag))
    }

    fn serialize_char(self, letter: char) -> Result<Node, Unwritable> {
        Ok(Node::Text(letter.to_string()))
    }

    fn serialize_str(self, text: &str) -> Result<Node, Unwritable> {
        Ok(Node::Text(text.to_owned()))
    }

    fn serialize_none(self) -> Result<Node, Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Node, Unwritable> {
        value.serialize(self)
    }

    /// What is not said stands as an empty mapping where something has to stand.
    fn serialize_unit(self) -> Result<Node, Unwritable> {
        Ok(Node::Mapping { record: "", entries: Vec::new() })
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Node, Unwritable> {
        Ok(Node::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Node, Unwritable> {
        let node = value.serialize(Self)?;
        Ok(match node {
            Node::List { elements, .. } if name == ONE_OR_MANY => Node::List { elements, is_open: true },
            other => other,
        })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Node, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Unwritable> {
        Ok(List(Vec::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Mapping, Unwritable> {
        Ok(Mapping { record: "", entries: Vec::new(), key: String::new() })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Mapping, Unwritable> {
        Ok(Mapping { record: name, entries: Vec::new(), key: String::new() })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

struct List(Vec<Node>);

impl SerializeSeq for List {
    type Ok = Node;
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.0.push(value.serialize(Maker)?);
        Ok(())
    }

    fn end(self) -> Result<Node, Unwritable> {
        Ok(Node::List { elements: self.0, is_open: false })
    }
}

struct Mapping {
    record: &'static str,
    entries: Vec<(String, Node)>,
    key: String,
}

impl SerializeMap for Mapping {
    type Ok = Node;
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.key = key.serialize(Maker)?.text().ok_or(Unwritable)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        let key = std::mem::take(&mut self.key);
        self.entries.push((key, value.serialize(Maker)?));
        Ok(())
    }

    fn end(self) -> Result<Node, Unwritable> {
        Ok(Node::Mapping { record: self.record, entries: self.entries })
    }
}

impl ser::SerializeStruct for Mapping {
    type Ok = Node;
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.entries.push((key.to_owned(), value.serialize(Maker)?));
        Ok(())
    }

    fn end(self) -> Result<Node, Unwritable> {
        SerializeMap::end(self)
    }
}
