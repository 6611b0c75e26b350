//! Cells ↔ values of a record, whatever its fields are: the record itself says what it is made of.

use serde::de::value::Error;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::{Serialize, forward_to_deserialize_any};
use serde_json::{Map, Value};

/// The keys of a record, in the order in which it declares them.
pub(super) fn keys<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut keys: &'static [&'static str] = &[];
    // It ends with an error as soon as the keys are told.
    let _ = T::deserialize(Asking(&mut keys));
    keys
}

/// Takes the names of fields that a record asks for, and answers nothing.
struct Asking<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Asking<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("nothing is written"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// What separates the elements of a list in a cell.
const BAR: &str = " | ";

/// The values of a record by their keys; what is at its default is left out.
pub(super) fn values<T: Serialize>(record: &T) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(values)) => values,
        _ => Map::new(),
    }
}

/// A record of such values.
pub(super) fn record<T: DeserializeOwned + Default>(values: Map<String, Value>) -> T {
    serde_json::from_value(Value::Object(values)).unwrap_or_default()
}

/// What the text of a cell says under a key of a record; nothing if the key cannot have it.
pub(super) fn value<T: DeserializeOwned + Serialize + Default>(key: &str, text: &str) -> Option<Value> {
    let number = || text.trim().parse::<i64>().ok().map(Value::from);
    let elements = || Some(text.split(BAR.trim()).map(|part| Value::from(part.trim())).collect::<Value>());
    let ways: [&dyn Fn() -> Option<Value>; 3] = [&|| Some(Value::from(text)), &number, &elements];
    ways.into_iter().filter_map(|way| way()).find_map(|value| {
        let said = Map::from_iter([(key.to_owned(), value)]);
        values(&record::<T>(said)).remove(key)
    })
}

/// A value as the text of a cell; nothing if a cell cannot hold it.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is_so) => Some(is_so.to_string()),
        Value::Array(elements) => {
            let texts = elements.iter().map(text).collect::<Option<Vec<_>>>()?;
            Some(texts.join(BAR))
        }
        Value::Null | Value::Object(_) => None,
    }
}
