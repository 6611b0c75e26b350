//! `idle-removal`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports an address in `remove` that leads to nothing in the document that is extended.
    ///
    /// An address is made of keys with dots between them, an index in brackets, and a key with blanks or dots in
    /// quotes: `application_entities.PACS.activities."Image Reception".accepts[0]`. Indexes count from 0, in the list
    /// as it is before anything is removed from it.
    ///
    /// # Why is this bad?
    /// What was meant to be taken away is still there, and the document claims it. Often the document that is
    /// extended has changed since.
    ///
    /// # Example
    /// ```yaml as written
    /// extends: archive.yaml
    /// remove: [sop_classes.recieved]
    /// ```
    /// and what it starts from:
    /// ```yaml archive.yaml
    /// sop_classes: {received: [CT Image Storage]}
    /// ```
    /// Use instead:
    /// ```yaml as written
    /// extends: archive.yaml
    /// remove: [sop_classes.received]
    /// ```
    /// and what it starts from:
    /// ```yaml archive.yaml
    /// sop_classes: {received: [CT Image Storage]}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: large statements are split
    "idle-removal": Document, Error, Minimal, reading, since "0.1.0"
}
