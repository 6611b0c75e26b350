//! Schemas of documents of one kind, and of all kinds beside one another.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// What definitions have before their names where requirements have them in a form of their own. No record has a full
/// stop in its name.
const WANTED: &str = "wanted.";

/// The path before the name of a definition.
const DEFINITIONS: &str = "#/$defs/";

/// The definitions that a document comes to, from the one of its root.
pub(super) fn reachable(mut definitions: Map<String, Value>, root: &str) -> Map<String, Value> {
    let mut open = vec![root.to_owned()];
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if let Some(definition) = definitions.get(&name).filter(|_| reached.insert(name.clone())) {
            visit_references(&mut definition.clone(), &mut |path| {
                open.extend(path.strip_prefix(DEFINITIONS).map(str::to_owned));
            });
        }
    }
    definitions.retain(|name, _| reached.contains(name));
    definitions
}

/// The definitions of statements and sites, and those of requirements. A record of requirements that differs, or that
/// comes to one that does, gets a name of its own.
pub(super) fn joined(mut all: Map<String, Value>, wanted: Map<String, Value>) -> Map<String, Value> {
    let mut differing: BTreeSet<String> = wanted
        .iter()
        .filter(|(name, own)| all.get(*name) != Some(own))
        .map(|(name, _)| name.clone())
        .collect();
    loop {
        let comes_to_one = |definition: &Value| {
            let mut comes = false;
            visit_references(&mut definition.clone(), &mut |path| {
                comes |= path.strip_prefix(DEFINITIONS).is_some_and(|name| differing.contains(name));
            });
            comes
        };
        let others = wanted.iter().filter(|(name, _)| !differing.contains(*name));
        let found: Vec<_> =
            others.filter(|(_, own)| comes_to_one(own)).map(|(name, _)| name.clone()).collect();
        if found.is_empty() {
            break;
        }
        differing.extend(found);
    }
    let renamed: BTreeSet<String> =
        differing.iter().filter(|name| all.contains_key(*name)).cloned().collect();
    for (name, mut definition) in wanted {
        if !differing.contains(&name) {
            continue;
        }
        visit_references(&mut definition, &mut |path| {
            if let Some(name) = path.strip_prefix(DEFINITIONS).filter(|name| renamed.contains(*name)) {
                *path = format!("{DEFINITIONS}{WANTED}{name}");
            }
        });
        let name = if renamed.contains(&name) { format!("{WANTED}{name}") } else { name };
        all.insert(name, definition);
    }
    all
}

fn visit_references(value: &mut Value, visit: &mut dyn FnMut(&mut String)) {
    match value {
        Value::Object(entries) => {
            if let Some(Value::String(path)) = entries.get_mut("$ref") {
                visit(path);
            }
            entries.values_mut().for_each(|value| visit_references(value, visit));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|value| visit_references(value, visit)),
        _ => {}
    }
}
