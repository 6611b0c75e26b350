//! `malformed-yaml`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a file that is no YAML from a certain place on, and what this program does not read of YAML: a
    /// second document in one file, tags, aliases that lead nowhere or stand for far more than is written, collections
    /// more than 128 deep, more than two million keys and values.
    ///
    /// # Why is this bad?
    /// What follows the mistake cannot be read, so the document is neither checked nor rendered. Nothing is
    /// called absent then, because it may stand behind the mistake.
    ///
    /// # Example
    /// ```yaml as written
    /// product: {name: Example Archive, versions: ["3.0"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, versions: ["3.0"]}
    /// ```
    ///
    /// # References
    /// - YAML 1.2.2
    "malformed-yaml": Document, Error, Minimal, reading, since "0.1.0"
}
