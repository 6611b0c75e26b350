//! `empty-document`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a file in which nothing is written but comments.
    ///
    /// # Why is this bad?
    /// It claims nothing, and most often something else went wrong: a file that was not saved, a template that
    /// produced nothing.
    ///
    /// # Example
    /// ```yaml as written
    /// # to be written
    /// ```
    /// Use instead:
    /// ```yaml
    /// dicomply: 1
    /// kind: site
    /// organization: North Hospital
    /// ```
    ///
    /// # References
    /// - The language of dicomply: a document says its `kind`
    "empty-document": Document, Error, Minimal, reading, since "0.1.0"
}
