//! `unknown-variable`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a variable such as `{{ product.name }}` in prose that does not exist.
    ///
    /// In a statement there are `product.name`, `product.vendor`, `product.version` (all of them), `product.versions`
    /// and `product.options`; `statement.version`, `statement.date`, `statement.edition` and
    /// `statement.document_number`; `implementation.class_uid`, `implementation.version_name` and
    /// `implementation.organization_root`. Sites have none.
    ///
    /// # Why is this bad?
    /// The document shows the braces and the name between them, where its reader expects a value.
    ///
    /// # Example
    /// ```yaml
    /// introduction: {audience: "Whoever connects {{ product.title }} to other systems."}
    /// ```
    /// Use instead:
    /// ```yaml
    /// introduction: {audience: "Whoever connects {{ product.name }} to other systems."}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: variables
    "unknown-variable": Document, Error, Minimal, reading, fixable, since "0.1.0"
}
