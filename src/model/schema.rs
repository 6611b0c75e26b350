//! What the containers and values of the model look like to an editor: their JSON Schemas.
//!
//! Records and words derive theirs; what reading allows beyond that, such as short forms, is added by `source`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::conformance::{Key, Keys};
use super::record::{List, Named, OneOrMany, Words};

/// The schema of a value with a notation of its own. A text of digits is a number to an editor.
pub(super) fn text(description: &str, pattern: &str) -> Schema {
    let mut schema = json_schema!({ "description": description, "type": ["string", "number"] });
    if !pattern.is_empty() {
        schema.insert("pattern".to_owned(), pattern.into());
    }
    schema
}

/// Writes out the schema of a container where it is used; it has no name of its own.
macro_rules! container {
    ($container:ident, $schema:expr) => {
        impl<T: JsonSchema> JsonSchema for $container<T> {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                format!("{}_of_{}", stringify!($container), T::schema_name()).into()
            }

            fn schema_id() -> Cow<'static, str> {
                format!("{}<{}>", stringify!($container), T::schema_id()).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let element = generator.subschema_for::<T>();
                ($schema)(&element)
            }
        }
    };
}

container!(List, |element: &Schema| json_schema!({ "type": "array", "items": element }));
container!(OneOrMany, one_or_many);
container!(Words, one_or_many);
container!(Named, |element: &Schema| json_schema!({ "type": "object", "additionalProperties": element }));

fn one_or_many(element: &Schema) -> Schema {
    json_schema!({ "anyOf": [element, { "type": "array", "items": element }] })
}

impl JsonSchema for Keys {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Keys".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let groups = Named::<OneOrMany<Key>>::json_schema(generator);
        json_schema!({ "anyOf": [{ "const": "standard" }, groups] })
    }
}
