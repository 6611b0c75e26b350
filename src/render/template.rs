//! The templates and the engine that runs them.

use std::collections::BTreeMap;
use std::io::Write;

use tera::{Context, Delimiters, Kwargs, State, Tera, Value};

use super::{Error, Options};
use crate::document::{escape, neutralise_prose, neutralise_prose_inline};
use crate::standard::nearest::nearest;

/// The built-in templates, by the names under which a user overrides them.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("annex_a/document.md", include_str!("../../templates/annex_a/document.md")),
    ("annex_a/cover.md", include_str!("../../templates/annex_a/cover.md")),
    ("annex_a/overview.md", include_str!("../../templates/annex_a/overview.md")),
    ("annex_a/contents.md", include_str!("../../templates/annex_a/contents.md")),
    ("annex_a/introduction.md", include_str!("../../templates/annex_a/introduction.md")),
    ("annex_a/networking.md", include_str!("../../templates/annex_a/networking.md")),
    ("annex_a/implementation_model.md", include_str!("../../templates/annex_a/implementation_model.md")),
    ("annex_a/application_entity.md", include_str!("../../templates/annex_a/application_entity.md")),
    ("annex_a/activity.md", include_str!("../../templates/annex_a/activity.md")),
    ("annex_a/presentation_contexts.md", include_str!("../../templates/annex_a/presentation_contexts.md")),
    ("annex_a/conformance.md", include_str!("../../templates/annex_a/conformance.md")),
    ("annex_a/service.md", include_str!("../../templates/annex_a/service.md")),
    ("annex_a/status_table.md", include_str!("../../templates/annex_a/status_table.md")),
    ("annex_a/failure_table.md", include_str!("../../templates/annex_a/failure_table.md")),
    ("annex_a/rejection_table.md", include_str!("../../templates/annex_a/rejection_table.md")),
    ("annex_a/key_table.md", include_str!("../../templates/annex_a/key_table.md")),
    ("annex_a/worklist_table.md", include_str!("../../templates/annex_a/worklist_table.md")),
    ("annex_a/paired_table.md", include_str!("../../templates/annex_a/paired_table.md")),
    ("annex_a/transcoding_table.md", include_str!("../../templates/annex_a/transcoding_table.md")),
    ("annex_a/attribute_table.md", include_str!("../../templates/annex_a/attribute_table.md")),
    ("annex_a/sequence.md", include_str!("../../templates/annex_a/sequence.md")),
    ("annex_a/web_service.md", include_str!("../../templates/annex_a/web_service.md")),
    ("annex_a/web_transaction.md", include_str!("../../templates/annex_a/web_transaction.md")),
    ("annex_a/web_parameters.md", include_str!("../../templates/annex_a/web_parameters.md")),
    ("annex_a/media_types.md", include_str!("../../templates/annex_a/media_types.md")),
    ("annex_a/network.md", include_str!("../../templates/annex_a/network.md")),
    ("annex_a/configuration.md", include_str!("../../templates/annex_a/configuration.md")),
    ("annex_a/parameter_table.md", include_str!("../../templates/annex_a/parameter_table.md")),
    ("annex_a/media.md", include_str!("../../templates/annex_a/media.md")),
    ("annex_a/media_entity.md", include_str!("../../templates/annex_a/media_entity.md")),
    ("annex_a/media_contents.md", include_str!("../../templates/annex_a/media_contents.md")),
    ("annex_a/media_directory.md", include_str!("../../templates/annex_a/media_directory.md")),
    ("annex_a/character_sets.md", include_str!("../../templates/annex_a/character_sets.md")),
    ("annex_a/facts.md", include_str!("../../templates/annex_a/facts.md")),
    ("annex_a/security.md", include_str!("../../templates/annex_a/security.md")),
    ("annex_a/cda.md", include_str!("../../templates/annex_a/cda.md")),
    ("annex_a/annexes.md", include_str!("../../templates/annex_a/annexes.md")),
    ("annex_a/contents_of_objects.md", include_str!("../../templates/annex_a/contents_of_objects.md")),
    ("annex_a/object.md", include_str!("../../templates/annex_a/object.md")),
    ("annex_a/module_table.md", include_str!("../../templates/annex_a/module_table.md")),
    ("annex_a/terminology.md", include_str!("../../templates/annex_a/terminology.md")),
    ("annex_a/private_parts.md", include_str!("../../templates/annex_a/private_parts.md")),
    ("site/topology.md", include_str!("../../templates/site/topology.md")),
    ("site/document.md", include_str!("../../templates/site/document.md")),
    ("site/cover.md", include_str!("../../templates/site/cover.md")),
    ("site/inventory.md", include_str!("../../templates/site/inventory.md")),
    ("site/titles.md", include_str!("../../templates/site/titles.md")),
    ("site/links.md", include_str!("../../templates/site/links.md")),
    ("site/services.md", include_str!("../../templates/site/services.md")),
    ("site/firewall.md", include_str!("../../templates/site/firewall.md")),
    ("site/coverage.md", include_str!("../../templates/site/coverage.md")),
    ("site/systems.md", include_str!("../../templates/site/systems.md")),
    ("site/reviews.md", include_str!("../../templates/site/reviews.md")),
    ("site/findings.md", include_str!("../../templates/site/findings.md")),
];

/// The parts of a statement, in the order in which they are made. Each is a template of its own, so that a user can
/// extend it and replace single blocks; the next ones find it under its name with `_part` behind it.
pub(super) const STATEMENT_PARTS: &[&str] = &[
    "implementation_model",
    "network",
    "configuration",
    "cover",
    "overview",
    "contents",
    "introduction",
    "networking",
    "media",
    "cda",
    "character_sets",
    "security",
    "annexes",
];

/// The parts of a site's document, in the same way.
pub(super) const SITE_PARTS: &[&str] = &[
    "cover",
    "inventory",
    "titles",
    "topology",
    "links",
    "services",
    "firewall",
    "coverage",
    "systems",
    "reviews",
    "findings",
];

/// Runs `folder/document.md`, or the user's own, after the parts, with the user's templates before the built-in ones.
pub(super) fn run(
    folder: &str,
    parts: &[&str],
    options: &Options,
    mut context: Context,
) -> Result<String, Error> {
    let user = &options.templates;
    let built_in = format!("{folder}/document.md");
    let document = options.document.as_deref().unwrap_or(&built_in);
    let engine = engine(user).map_err(Error::of)?;
    unused(user, document)?;
    // A document of the user's own seldom asks for the parts.
    let asks = || user.values().any(|text| text.contains("_part") || text.contains(&built_in));
    let is_own = options.document.is_some();
    for part in parts.iter().filter(|_| !is_own || asks()) {
        let made = engine.render(&format!("{folder}/{part}.md"), &context).map_err(Error::of)?;
        context.insert_value(format!("{part}_part"), Value::safe_string(&made));
    }
    engine.render(document, &context).map_err(Error::of)
}

fn engine(user: &BTreeMap<String, String>) -> Result<Tera, tera::Error> {
    let mut engine = Tera::default();
    // `{#` begins the address of a heading, so comments of templates are written `{* … *}`.
    let comments =
        Delimiters { comment_start: "{*".into(), comment_end: "*}".into(), ..Delimiters::default() };
    engine.set_delimiters(comments)?;
    engine.set_fallback_prefixes(["user/", "default/"])?;
    engine.autoescape_on([".md"]);
    engine.set_escape_fn(write_escaped);
    engine.register_filter("prose", prose);
    engine.register_filter("inline", inline);
    engine.register_filter("cell", cell);
    engine.register_filter("code", code);
    let built_in = BUILT_IN.iter().map(|(name, text)| (format!("default/{name}"), *text));
    let own = user.iter().map(|(name, text)| (format!("user/{name}"), text.as_str()));
    engine.add_raw_templates(built_in.chain(own))?;
    Ok(engine)
}

/// A template of the user's that no other template asks for is a slip of the name.
fn unused(user: &BTreeMap<String, String>, document: &str) -> Result<(), Error> {
    let is_known = |name: &str| name == document || BUILT_IN.iter().any(|(known, _)| *known == name);
    let is_asked_for = |name: &str| user.values().any(|text| text.contains(name));
    match user.keys().find(|name| !is_known(name) && !is_asked_for(name)) {
        None => Ok(()),
        Some(name) => Err(Error::UnusedTemplate {
            template: name.clone(),
            nearest: nearest(name, BUILT_IN.iter().map(|(known, _)| *known)).map(str::to_owned),
        }),
    }
}

fn write_escaped(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escape(text).as_bytes())
}

/// Prose that stands by itself, between empty lines.
fn prose(value: &Value, _: Kwargs, _: &State) -> Value {
    Value::safe_string(&neutralise_prose(value.as_str().unwrap_or_default()))
}

/// Prose in a cell or a sentence; nothing continues the cell above, an empty text is a dash.
fn inline(value: &Value, _: Kwargs, _: &State) -> Value {
    cell_of(value, &neutralise_prose_inline)
}

/// Text in a cell; nothing continues the cell above, an empty text is a dash, a list has a line for each element.
fn cell(value: &Value, _: Kwargs, _: &State) -> Value {
    cell_of(value, &escape)
}

/// As `cell`, for text that is copied letter by letter.
fn code(value: &Value, _: Kwargs, _: &State) -> Value {
    cell_of(value, &|text| format!("`{}`", escape(text)))
}

fn cell_of(value: &Value, written: &dyn Fn(&str) -> String) -> Value {
    let one = |value: &Value| match value.as_str() {
        Some(text) if text.trim().is_empty() => "–".to_owned(),
        Some(text) => written(text),
        None => written(&value.to_string()),
    };
    let text = match value.as_array() {
        Some([]) => "–".to_owned(),
        Some(values) => values.iter().map(one).collect::<Vec<_>>().join("<br>"),
        None if value.is_none() => "^^".to_owned(),
        None => one(value),
    };
    Value::safe_string(&text)
}
