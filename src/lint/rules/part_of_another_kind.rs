//! `part-of-another-kind`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a file that is included or extended by a document of another `kind`, or of another version of the
    /// language.
    ///
    /// # Why is this bad?
    /// The same keys mean different things in a statement and in a site: an Application Entity of a product is not
    /// one that is deployed. A file of another kind cannot be a part of the document, and is not read as one. A part
    /// need not say its kind; if it does, it must be that of the document.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// include: pacs.yaml
    /// ```
    /// and the part:
    /// ```yaml pacs.yaml as written
    /// kind: statement
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// include: pacs.yaml
    /// ```
    /// and the part:
    /// ```yaml pacs.yaml as written
    /// naming: {reserved: [ANY-SCP]}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: large statements are split
    "part-of-another-kind": Document, Error, Minimal, reading, since "0.1.0"
}
