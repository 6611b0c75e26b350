//! The JSON Schema of the language: what the model derives, and what reading allows beyond that.

mod kinds;

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use self::kinds::{joined, reachable};
use super::short_form::{self, Sprout};
use crate::model::{DocumentKind, ProjectConfiguration, Requirements, Site, Statement, required_keys};

const TITLE: &str = "dicomply";

const DESCRIPTION: &str = "A DICOM conformance statement (`kind: statement`), the governed inventory of a site (`kind: site`), what a product \
     must support (`kind: requirements`) or the configuration of a project (`kind: configuration`).";

/// The JSON Schema (draft 2020-12) of documents of one kind, or of all; pretty, with a line end.
///
/// It is as lenient as reading is about what an editor makes of YAML: `1.0` may stand for a text, `"104"` for a number.
pub fn schema(kind: Option<DocumentKind>) -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let statement = generator.subschema_for::<Statement>();
    let site = generator.subschema_for::<Site>();
    let requirements = generator.subschema_for::<Requirements>();
    let configuration = generator.subschema_for::<ProjectConfiguration>();
    let choice = match kind {
        Some(DocumentKind::Statement) => statement.to_value(),
        Some(DocumentKind::Site) => site.to_value(),
        Some(DocumentKind::Requirements) => requirements.to_value(),
        Some(DocumentKind::Configuration) => configuration.to_value(),
        None => {
            let kinds = [
                (DocumentKind::Configuration, configuration),
                (DocumentKind::Requirements, requirements),
                (DocumentKind::Site, site),
            ];
            kinds.into_iter().fold(
                statement.to_value(),
                |others, (kind, own)| json!({ "if": of_kind(kind), "then": own, "else": others }),
            )
        }
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
    let derived = generator.take_definitions(false);
    let of = |kind: DocumentKind| reachable(records(derived.clone(), kind), root(kind));
    if let Some(kind) = kind {
        return of(kind);
    }
    let mut all = of(DocumentKind::Statement);
    all.extend(of(DocumentKind::Site));
    all.extend(of(DocumentKind::Configuration));
    joined(all, of(DocumentKind::Requirements))
}

/// The name of the record that a document of a kind is.
const fn root(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Statement => "Statement",
        DocumentKind::Site => "Site",
        DocumentKind::Requirements => "Requirements",
        DocumentKind::Configuration => "ProjectConfiguration",
    }
}

/// The records and values of documents of a kind.
fn records(mut derived: Map<String, Value>, kind: DocumentKind) -> Map<String, Value> {
    let foreign = if kind == DocumentKind::Requirements { "support" } else { "demand" };
    let mut definitions = Map::new();
    for (name, value) in &mut derived {
        let Ok(schema) = <&mut Schema>::try_from(value) else { continue };
        loosen(schema);
        if name == root(kind) {
            open_document(schema, kind);
        }
        let keys = schema.get_mut("properties").and_then(Value::as_object_mut);
        let is_record = keys.is_some();
        keys.and_then(|keys| keys.shift_remove(foreign));
        let record = std::mem::take(schema);
        if is_record {
            define_record(&mut definitions, name, kind, record);
        } else {
            definitions.insert(name.clone(), record.to_value());
        }
    }
    definitions
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
fn define_record(definitions: &mut Map<String, Value>, name: &str, kind: DocumentKind, record: Schema) {
    let Value::Object(mut mapping) = record.to_value() else { return };
    mapping.insert("additionalProperties".to_owned(), json!(false));
    let required = required_keys(name, kind);
    let Some(text) = text_form(name, &mapping) else {
        if matches!(name, "Statement" | "Site" | "Requirements") {
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
