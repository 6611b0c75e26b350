//! `unavailable-file`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports an `include` or `extends` that names a file which is not there or cannot be read, a pattern that matches
    /// no file, and a file with which the document would become larger than it may be.
    ///
    /// # Why is this bad?
    /// What the file was to say is missing from the document, so nothing can be said about the rest of it: neither is
    /// it checked, nor does what is rendered mean what its author meant. A path is relative to the file that names
    /// it.
    ///
    /// # Example
    /// ```yaml
    /// include: [parts/storage.yaml]
    /// ```
    /// Use instead:
    /// ```yaml
    /// include: [storage.yaml]
    /// ```
    /// with the file it names:
    /// ```yaml storage.yaml as written
    /// sop_classes: {stored: [CT Image Storage]}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: large statements are split
    "unavailable-file": Document, Error, Minimal, reading, since "0.1.0"
}
