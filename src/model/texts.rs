//! Every text of a document with its address, whatever the noun that holds it.
//!
//! The records already say how they are written (`serde::Serialize`); writing them to a listener instead of a file
//! visits each value once, so a noun that is added later is visited too.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

use super::values::PROSE;
use crate::route::Route;

/// A text of a document: a value, a word of a closed list, or a name that the author gave.
#[derive(Debug)]
pub struct Text<'w> {
    /// What is written.
    pub text: &'w str,
    /// The closed list that the word is of, such as `Support`; empty for any other text.
    pub list: &'static str,
    /// Whether it is a name of the author's, under which something stands.
    pub is_key: bool,
    /// Whether it is prose: Markdown, for people to read.
    pub is_prose: bool,
    path: &'w [Hop],
}

impl Text<'_> {
    /// Where it stands.
    pub fn route(&self) -> Route {
        self.path.iter().fold(Route::root(), |route, hop| match hop {
            Hop::Field(key) => route.key(*key),
            Hop::Key(key) => route.key(key.as_str()),
            Hop::Index(index) => route.index(*index),
        })
    }

    /// The last key on the way to it.
    pub fn key(&self) -> &str {
        self.keys().next_back().unwrap_or_default()
    }

    /// The keys on the way to it, from the root of the document.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.path.iter().filter_map(|hop| match hop {
            Hop::Field(key) => Some(*key),
            Hop::Key(key) => Some(key.as_str()),
            Hop::Index(_) => None,
        })
    }
}

#[derive(Debug)]
enum Hop {
    Field(&'static str),
    Key(String),
    Index(usize),
}

/// Calls `visit` for every text of a document, in the order in which the language lists its keys.
pub fn visit_texts<T: Serialize>(document: &T, visit: &mut dyn FnMut(&Text<'_>)) {
    let mut walk = Walk { path: Vec::new(), visit, names_key: false, is_in_prose: false };
    // Nothing is written, so nothing can fail.
    let _ = document.serialize(&mut walk);
}

struct Walk<'v> {
    path: Vec<Hop>,
    visit: &'v mut dyn FnMut(&Text<'_>),
    /// Whether the next text is the name under which the next value stands.
    names_key: bool,
    /// Whether the next text is prose.
    is_in_prose: bool,
}

impl Walk<'_> {
    fn tell(&mut self, text: &str, list: &'static str) {
        if self.names_key {
            self.path.push(Hop::Key(text.to_owned()));
        }
        let (is_key, is_prose) = (self.names_key, self.is_in_prose);
        (self.visit)(&Text { text, list, is_key, is_prose, path: &self.path });
    }

    fn step<T: ?Sized + Serialize>(&mut self, hop: Hop, value: &T) -> Result<(), Never> {
        self.path.push(hop);
        value.serialize(&mut *self)?;
        self.path.pop();
        Ok(())
    }
}

/// The error of a walk, which none ever has.
#[derive(Debug)]
struct Never;

impl fmt::Display for Never {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the walk failed")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Values without text.
macro_rules! silent {
    ($($method:ident($($kind:ty),*)),* $(,)?) => {
        $(fn $method(self $(, _: $kind)*) -> Result<(), Never> {
            Ok(())
        })*
    };
}

impl<'w, 'v> Serializer for &'w mut Walk<'v> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Elements<'w, 'v>;
    type SerializeTuple = Impossible<(), Never>;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeMap = &'w mut Walk<'v>;
    type SerializeStruct = &'w mut Walk<'v>;
    type SerializeStructVariant = Impossible<(), Never>;

    silent! {
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_f32(f32),
        serialize_f64(f64), serialize_char(char), serialize_bytes(&[u8]), serialize_none(), serialize_unit(),
        serialize_unit_struct(&'static str),
    }

    fn serialize_str(self, text: &str) -> Result<(), Never> {
        self.tell(text, "");
        Ok(())
    }

    fn serialize_unit_variant(self, list: &'static str, _: u32, word: &'static str) -> Result<(), Never> {
        self.tell(word, list);
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.is_in_prose = name == PROSE;
        value.serialize(&mut *self)?;
        self.is_in_prose = false;
        Ok(())
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'w, 'v>, Never> {
        Ok(Elements { walk: self, next: 0 })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Impossible<(), Never>, Never> {
        Err(Never)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<(), Never>, Never> {
        Err(Never)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Never>, Never> {
        Err(Never)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Never>, Never> {
        Err(Never)
    }
}

struct Elements<'w, 'v> {
    walk: &'w mut Walk<'v>,
    next: usize,
}

impl ser::SerializeSeq for Elements<'_, '_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Never> {
        let index = self.next;
        self.next += 1;
        self.walk.step(Hop::Index(index), value)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

impl ser::SerializeMap for &mut Walk<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Never> {
        self.names_key = true;
        let told = key.serialize(&mut **self);
        self.names_key = false;
        told
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut **self)?;
        self.path.pop();
        Ok(())
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Walk<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
        self.step(Hop::Field(key), value)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}
