//! What prose can refer to: `{{ product.name }}` and its like.

use std::ops::Range;

use super::Statement;

/// The variables of statements, by the names that stand between the braces.
pub const VARIABLES: &[&str] = &[
    "product.name",
    "product.vendor",
    "product.version",
    "product.versions",
    "product.options",
    "statement.version",
    "statement.date",
    "statement.edition",
    "statement.document_number",
    "implementation.class_uid",
    "implementation.version_name",
    "implementation.organization_root",
];

/// What the variables of a statement stand for, in the order of [`VARIABLES`]; what is not said is empty.
pub fn variables(statement: &Statement) -> Vec<(&'static str, String)> {
    let (product, document) = (&statement.product, &statement.statement);
    let implementation = &statement.implementation;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let values = [
        text(&product.name),
        text(&product.vendor),
        product.versions.join(", "),
        product.versions.join(", "),
        product.options.join(", "),
        text(&document.version),
        document.date.map(|date| date.to_string()).unwrap_or_default(),
        text(&document.edition),
        text(&document.document_number),
        text(&implementation.class_uid),
        text(&implementation.version_name),
        text(&implementation.organization_root),
    ];
    VARIABLES.iter().copied().zip(values).collect()
}

/// The variables that a text names, with the bytes of each, braces included.
pub fn named_variables(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find("{{").map(|at| from + at) {
        let Some(length) = text[start + 2..].find("}}") else { break };
        let end = start + 2 + length + 2;
        found.push((text[start + 2..end - 2].trim(), start..end));
        from = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_has_a_value() {
        assert_eq!(variables(&Statement::default()).len(), VARIABLES.len());
    }

    #[test]
    fn variables_are_found_in_text() {
        let text = "{{ product.name }} of {{product.vendor}}, {{ and {{ x }}, {{ open";
        let names: Vec<_> = named_variables(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["product.name", "product.vendor", "and {{ x"]);
        assert_eq!(named_variables("}} {{"), []);
    }
}
