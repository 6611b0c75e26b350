//! `malformed-text`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a file that is not text in UTF-8, or that is larger than the 64 MB of which a document may be.
    ///
    /// # Why is this bad?
    /// YAML files are exchanged in UTF-8. In another encoding names with letters beyond ASCII turn into other
    /// letters, and nobody can tell which were meant.
    ///
    /// # Example
    /// ```yaml in ISO 8859-1
    /// dicomply: 1
    /// kind: site
    /// organization: Klinikum Köln
    /// ```
    /// Use instead:
    /// ```yaml
    /// dicomply: 1
    /// kind: site
    /// organization: Klinikum Köln
    /// ```
    ///
    /// # References
    /// - YAML 1.2.2, section 5.2
    "malformed-text": Document, Error, Minimal, reading, since "0.1.0"
}
