//! `duplicate-key`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a mapping that holds the same key twice, in one file or in several that make up one document by
    /// `include`.
    ///
    /// # Why is this bad?
    /// Only one of the two values can be meant, and readers of YAML differ in which of them they take. This program
    /// takes the first one and says so. Mappings of several files are merged by key and lists are appended to one
    /// another; any other value is said once.
    ///
    /// # Example
    /// ```yaml
    /// dicomply: 1
    /// kind: site
    /// organization: North Hospital
    /// organization: South Hospital
    /// ```
    /// Use instead:
    /// ```yaml
    /// dicomply: 1
    /// kind: site
    /// organization: North Hospital
    /// ```
    ///
    /// # References
    /// - YAML 1.2.2, section 3.2.1.3
    "duplicate-key": Document, Error, Minimal, reading, since "0.1.0"
}
