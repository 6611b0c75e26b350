//! `circular-include`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a file that includes or extends itself, directly or through other files, files that do so more than 32
    /// deep, and a document of more than 1000 files.
    ///
    /// # Why is this bad?
    /// A circle has no end: the mention that closes it adds nothing, and what was meant in its place is missing.
    ///
    /// # Example
    /// ```yaml
    /// extends: other.yaml
    /// ```
    /// and the other way round:
    /// ```yaml other.yaml
    /// extends: input.yaml
    /// ```
    /// Use instead:
    /// ```yaml
    /// extends: other.yaml
    /// ```
    /// with a statement that starts from no other:
    /// ```yaml other.yaml
    /// product: {name: Another Product, vendor: Example Vendor, versions: "1.0"}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: large statements are split
    "circular-include": Document, Error, Minimal, reading, since "0.1.0"
}
