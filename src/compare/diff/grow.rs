//! From the records of the model to a tree: what is serialized is listened to, so that no key can be forgotten.

use std::fmt;
use std::rc::Rc;

use serde::ser::{self, Impossible, Serialize, Serializer};

use super::meaning;
use super::tree::{Node, Trail, Trails, Tree, Value};
use crate::model::survey::Declared;
use crate::model::{DocumentKind, PROSE, Requirements, Site, Statement};
use crate::route::Step;

/// The tree of a statement.
pub(super) fn statement(statement: &Statement) -> Tree {
    meaning::of_product(tree(DocumentKind::Statement, statement), Declared::of(statement))
}

/// The tree of requirements.
pub(super) fn requirements(requirements: &Requirements) -> Tree {
    let wanted = requirements.wanted();
    meaning::of_product(tree(DocumentKind::Requirements, requirements), Declared::of(&wanted))
}

/// The tree of a site.
pub(super) fn site(site: &Site) -> Tree {
    meaning::of_site(tree(DocumentKind::Site, site))
}

fn tree<T: Serialize>(kind: DocumentKind, document: &T) -> Tree {
    let mut trails = Trails::new();
    let grower = Grower { trails: &mut trails, trail: Trail::ROOT, is_in_prose: false };
    // Nothing is written, so nothing can fail.
    let value = document.serialize(grower).unwrap_or(Value::Nothing);
    Tree { kind, root: Node { trail: Trail::ROOT, value }, trails }
}

struct Grower<'t> {
    trails: &'t mut Trails,
    trail: Trail,
    is_in_prose: bool,
}

impl Grower<'_> {
    /// The node one step further.
    fn grow<T: ?Sized + Serialize>(&mut self, step: Step, value: &T) -> Result<Node, Never> {
        let trail = self.trails.step(self.trail, step);
        let value = value.serialize(Grower { trails: self.trails, trail, is_in_prose: false })?;
        Ok(Node { trail, value })
    }
}

/// The error of growing, which never happens: nothing is written.
#[derive(Debug)]
struct Never;

impl fmt::Display for Never {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the tree did not grow")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

macro_rules! numbers {
    ($($method:ident($kind:ty)),* $(,)?) => {
        $(fn $method(self, number: $kind) -> Result<Value, Never> {
            Ok(Value::Number(number.into()))
        })*
    };
}

impl<'t> Serializer for Grower<'t> {
    type Ok = Value;
    type Error = Never;
    type SerializeSeq = Elements<'t>;
    type SerializeTuple = Impossible<Value, Never>;
    type SerializeTupleStruct = Impossible<Value, Never>;
    type SerializeTupleVariant = Impossible<Value, Never>;
    type SerializeMap = Entries<'t>;
    type SerializeStruct = Fields<'t>;
    type SerializeStructVariant = Impossible<Value, Never>;

    numbers! {
        serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64),
    }

    fn serialize_bool(self, is: bool) -> Result<Value, Never> {
        Ok(Value::Bool(is))
    }

    fn serialize_f32(self, number: f32) -> Result<Value, Never> {
        Ok(Value::Text(number.to_string().into()))
    }

    fn serialize_f64(self, number: f64) -> Result<Value, Never> {
        Ok(Value::Text(number.to_string().into()))
    }

    fn serialize_char(self, letter: char) -> Result<Value, Never> {
        Ok(Value::Text(letter.to_string().into()))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value, Never> {
        Ok(Value::Text(String::from_utf8_lossy(bytes).into()))
    }

    fn serialize_str(self, text: &str) -> Result<Value, Never> {
        Ok(if self.is_in_prose { Value::Prose(text.into()) } else { Value::Text(text.into()) })
    }

    fn serialize_none(self) -> Result<Value, Never> {
        Ok(Value::Nothing)
    }

    fn serialize_unit(self) -> Result<Value, Never> {
        Ok(Value::Nothing)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Never> {
        Ok(Value::Nothing)
    }

    fn serialize_unit_variant(self, list: &'static str, _: u32, word: &'static str) -> Result<Value, Never> {
        Ok(Value::Word(list, word))
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<Value, Never> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Value, Never> {
        value.serialize(Self { is_in_prose: name == PROSE, ..self })
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<Value, Never> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Elements<'t>, Never> {
        Ok(Elements { grower: self, nodes: Vec::new() })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'t>, Never> {
        Ok(Entries { grower: self, name: "".into(), nodes: Vec::new() })
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Fields<'t>, Never> {
        Ok(Fields { grower: self, name, nodes: Vec::new() })
    }

    fn serialize_tuple(self, _: usize) -> Result<Impossible<Value, Never>, Never> {
        Err(Never)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<Value, Never>, Never> {
        Err(Never)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<Value, Never>, Never> {
        Err(Never)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<Value, Never>, Never> {
        Err(Never)
    }
}

struct Elements<'t> {
    grower: Grower<'t>,
    nodes: Vec<Node>,
}

impl ser::SerializeSeq for Elements<'_> {
    type Ok = Value;
    type Error = Never;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Never> {
        let node = self.grower.grow(Step::Index(self.nodes.len()), value)?;
        self.nodes.push(node);
        Ok(())
    }

    fn end(self) -> Result<Value, Never> {
        Ok(Value::List(Rc::new(self.nodes)))
    }
}

struct Entries<'t> {
    grower: Grower<'t>,
    name: Rc<str>,
    nodes: Vec<(Rc<str>, Node)>,
}

impl ser::SerializeMap for Entries<'_> {
    type Ok = Value;
    type Error = Never;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), Never> {
        let trail = self.grower.trail;
        let name = key.serialize(Grower { trails: self.grower.trails, trail, is_in_prose: false })?;
        self.name = if let Value::Text(text) = name { text } else { "".into() };
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Never> {
        let name = Rc::clone(&self.name);
        let node = self.grower.grow(Step::Key(name.to_string()), value)?;
        self.nodes.push((name, node));
        Ok(())
    }

    fn end(self) -> Result<Value, Never> {
        Ok(Value::Named(Rc::new(self.nodes)))
    }
}

struct Fields<'t> {
    grower: Grower<'t>,
    name: &'static str,
    nodes: Vec<(&'static str, Node)>,
}

impl ser::SerializeStruct for Fields<'_> {
    type Ok = Value;
    type Error = Never;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Never> {
        let node = self.grower.grow(Step::Key(key.to_owned()), value)?;
        self.nodes.push((key, node));
        Ok(())
    }

    fn end(self) -> Result<Value, Never> {
        Ok(Value::Record(self.name, Rc::new(self.nodes)))
    }
}
