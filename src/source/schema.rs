//! The JSON Schema of the language: what the model derives, and what reading allows beyond that.

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::short_form::{self, Sprout};
use crate::model::{DocumentKind, ProjectConfiguration, Site, Statement, required_keys};

const TITLE: &str = "dicomply";

const DESCRIPTION: &str = "A DICOM conformance statement (`kind: statement`), the governed inventory of a site (`kind: site`) or the \
     configuration of a project (`kind: configuration`).";

/// The JSON Schema (draft 2020-12) of documents of one kind, or of all; pretty, with a line end.
///
/// It is as lenient as reading is about what an editor makes of YAML: `1.0` may stand for a text, `"104"` for a number.
pub fn schema(kind: Option<DocumentKind>) -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let statement = generator.subschema_for::<Statement>();
    let site = generator.subschema_for::<Site>();
    let configuration = generator.subschema_for::<ProjectConfiguration>();
    let choice = match kind {
        Some(DocumentKind::Statement) => statement.to_value(),
        Some(DocumentKind::Site) => site.to_value(),
        Some(DocumentKind::Configuration) => configuration.to_value(),
        None => json!({
            "if": of_kind(DocumentKind::Site),
            "then": site,
            "else": { "if": of_kind(DocumentKind::Configuration), "then": configuration, "else": statement },
        }),
    };
    let mut root = Map::from_iter([
        ("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema")),
        ("title".to_owned(), json!(TITLE)),
        ("description".to_owned(), json!(DESCRIPTION)),
        ("type".to_owned(), json!("object")),
    ]);
    root.extend(choice.as_object().cloned().unwrap_or_default());
    root.insert("$defs".to_owned(), Value::Object(definitions(generator, kind)));
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&root).unwrap_or_default() + "\n"
}

/// What is true of documents that say that they are of a kind.
fn of_kind(kind: DocumentKind) -> Value {
    json!({ "properties": { "kind": { "const": kind.as_str() } }, "required": ["kind"] })
}

/// The named schemas, with what reading allows beyond what the model derives.
fn definitions(mut generator: SchemaGenerator, kind: Option<DocumentKind>) -> Map<String, Value> {
    let mut derived = generator.take_definitions(false);
    let mut definitions = Map::new();
    for (name, value) in &mut derived {
        let Ok(schema) = <&mut Schema>::try_from(value) else { continue };
        loosen(schema);
        match name.as_str() {
            "Statement" => open_document(schema, DocumentKind::Statement),
            "Site" => open_document(schema, DocumentKind::Site),
            "ProjectConfiguration" => open_document(schema, DocumentKind::Configuration),
            _ => {}
        }
        let is_record = schema.get("properties").is_some();
        let record = std::mem::take(schema);
        if is_record {
            define_record(&mut definitions, name, record);
        } else {
            definitions.insert(name.clone(), record.to_value());
        }
    }
    if let Some(kind) = kind {
        let root = match kind {
            DocumentKind::Statement => "Statement",
            DocumentKind::Site => "Site",
            DocumentKind::Configuration => "ProjectConfiguration",
        };
        keep_reachable(&mut definitions, root);
    }
    definitions
}

/// Takes away the definitions that a document of this kind never comes to.
fn keep_reachable(definitions: &mut Map<String, Value>, root: &str) {
    let mut open = vec![root.to_owned()];
    let mut reached = std::collections::HashSet::new();
    while let Some(name) = open.pop() {
        if let Some(definition) = definitions.get(&name).filter(|_| reached.insert(name.clone())) {
            collect_references(definition, &mut open);
        }
    }
    definitions.retain(|name, _| reached.contains(name));
}

fn collect_references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            let name = entries.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
            found.extend(name.map(str::to_owned));
            entries.values().for_each(|value| collect_references(value, found));
        }
        Value::Array(elements) => elements.iter().for_each(|value| collect_references(value, found)),
        _ => {}
    }
}

/// Lets a schema take what reading takes: a text that looks like a number, a number in quotes, a flag of two spellings.
fn loosen(schema: &mut Schema) {
    transform_subschemas(&mut loosen, schema);
    let Some(entries) = schema.as_object_mut() else { return };
    if let Some(Value::String(text)) = entries.get_mut("description") {
        *text = flowing(text);
    }
    refuse_null(entries);
    admit_number(entries);
    let is_fixed = entries.contains_key("const") || entries.contains_key("enum");
    let (keyword, value) = match entries.get("type").and_then(Value::as_str) {
        Some("string") if !is_fixed => ("type", json!(["string", "number", "boolean"])),
        Some("integer") => {
            entries.insert("pattern".to_owned(), json!("^-?[0-9]+$"));
            ("type", json!(["integer", "string"]))
        }
        Some("boolean") => {
            entries.shift_remove("type");
            ("enum", json!([true, false, "yes", "no"]))
        }
        _ => return,
    };
    entries.shift_remove("format");
    entries.insert(keyword.to_owned(), value);
}

/// A fixed word of digits may stand without quotes.
fn admit_number(entries: &mut Map<String, Value>) {
    let word = entries.get("const").and_then(Value::as_str);
    if let Some((number, word)) = word.and_then(|word| Some((word.parse::<u64>().ok()?, word.to_owned()))) {
        entries.shift_remove("const");
        entries.shift_remove("type");
        entries.insert("enum".to_owned(), json!([word, number]));
    }
}

/// A key without a value is not there, so nothing need be nullable.
fn refuse_null(entries: &mut Map<String, Value>) {
    let null = json!({ "type": "null" });
    let only =
        |values: &Value| values.as_array().filter(|values| values.len() == 1).map(|values| values[0].clone());
    if let Some(Value::Array(types)) = entries.get_mut("type") {
        types.retain(|name| name != "null");
    }
    if let Some(name) = entries.get("type").and_then(only) {
        entries.insert("type".to_owned(), name);
    }
    if let Some(Value::Array(choices)) = entries.get_mut("anyOf") {
        choices.retain(|choice| *choice != null);
    }
    if let Some(Value::Object(choice)) = entries.get("anyOf").and_then(only) {
        entries.shift_remove("anyOf");
        entries.extend(choice);
    }
}

/// A documentation comment as an editor shows it: paragraphs, not lines.
fn flowing(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.lines().map(str::trim).collect::<Vec<_>>());
    paragraphs.map(|lines| lines.join(" ")).collect::<Vec<_>>().join("\n\n")
}

/// Says of the two keys that every document begins with what they have to be.
fn open_document(schema: &mut Schema, kind: DocumentKind) {
    let Some(Value::Object(keys)) = schema.get_mut("properties") else { return };
    for (key, values) in [("dicomply", json!([1, "1"])), ("kind", json!([kind.as_str()]))] {
        if let Some(Value::Object(property)) = keys.get_mut(key) {
            property.retain(|keyword, _| keyword == "description");
            property.insert("enum".to_owned(), values);
        }
    }
}

/// Defines a record: its mapping, its text, and a pair of its text and what follows it, as far as there are such forms.
fn define_record(definitions: &mut Map<String, Value>, name: &str, record: Schema) {
    let Value::Object(mut mapping) = record.to_value() else { return };
    mapping.insert("additionalProperties".to_owned(), json!(false));
    let required = required_keys(name);
    let Some(text) = text_form(name, &mapping) else {
        if matches!(name, "Statement" | "Site") {
            // What is not here may stand in another file of the document.
            let whole =
                json!([{ "required": required }, { "required": ["include"] }, { "required": ["extends"] }]);
            mapping.insert("anyOf".to_owned(), whole);
        } else if !required.is_empty() {
            mapping.insert("required".to_owned(), json!(required));
        }
        definitions.insert(name.to_owned(), Value::Object(mapping));
        return;
    };
    let description = mapping.get("description").cloned().unwrap_or_default();
    // No record has a full stop in its name.
    let details = format!("{name}.mapping");
    let reference = format!("#/$defs/{details}");
    let mut long = json!({ "$ref": reference });
    if !required.is_empty() {
        long["required"] = json!(required);
    }
    let mut forms = vec![text, long];
    if short_form::takes_value(name) {
        let of_key = |key: &str| mapping["properties"].get(key).cloned().unwrap_or_default();
        let (value, list) = (of_key(short_form::value_key(name)), of_key(short_form::list_key(name)));
        let mut values = if value == list { vec![value] } else { vec![value, list] };
        values.extend([json!({ "$ref": reference }), json!({ "type": "null" })]);
        // A key in words of the author's own is a short form; one in snake case would be a key.
        forms.push(json!({
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "propertyNames": { "pattern": "[^a-z_]" },
            "additionalProperties": { "anyOf": values },
        }));
    }
    definitions.insert(name.to_owned(), json!({ "description": description, "anyOf": forms }));
    definitions.insert(details, Value::Object(mapping));
}

/// The schema of the text that may stand for a record, if one may. A text that is one key whole is what that key is.
fn text_form(record: &str, mapping: &Map<String, Value>) -> Option<Value> {
    const ANY: &str = "x";
    let key = match short_form::parse(record, ANY)? {
        Ok(Sprout::Mapping(parts)) => match parts.as_slice() {
            [(key, Sprout::Text { .. })] => Some(*key),
            _ => None,
        },
        _ => None,
    };
    let only = key.and_then(|key| mapping.get("properties")?.get(key)).cloned();
    Some(only.unwrap_or_else(|| json!({ "type": "string" })))
}
