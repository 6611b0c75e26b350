//! The keys that stand at the top of documents.

use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::words::DocumentKind;
use super::{ProjectConfiguration, Requirements, Site, Statement};

/// The keys that documents of a kind may have at their top.
pub fn keys_of(kind: DocumentKind) -> &'static [&'static str] {
    match kind {
        DocumentKind::Statement => fields::<Statement>(),
        DocumentKind::Site => fields::<Site>(),
        DocumentKind::Requirements => fields::<Requirements>(),
        DocumentKind::Configuration => fields::<ProjectConfiguration>(),
    }
}

/// The fields of a record, which it names when it is asked to read itself.
fn fields<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut named: &'static [&'static str] = &[];
    let _ = T::deserialize(Listener(&mut named));
    named
}

/// Listens for the names of fields, and gives nothing.
struct Listener<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Listener<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::custom("nothing is read here"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("nothing is read here"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_name_their_keys() {
        assert!(keys_of(DocumentKind::Statement).contains(&"web_services"));
        assert!(keys_of(DocumentKind::Site).contains(&"links"));
        assert!(keys_of(DocumentKind::Configuration).contains(&"custom_rules"));
    }
}
