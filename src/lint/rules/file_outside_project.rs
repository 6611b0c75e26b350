//! `file-outside-project`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a path in `include`, `extends`, `statements` or `sites` that leads out of the project.
    ///
    /// The project is the folder of the nearest `dicomply.yaml` upwards from the document, else the one that holds
    /// `.git`, else the folder of the document itself.
    ///
    /// # Why is this bad?
    /// A document that rests on files from elsewhere says something else on another machine. It could also bring into
    /// a rendered document what was never meant to be published. So such files are not read.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {archive: ../../archive.yaml}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {archive: archive.yaml}
    /// ```
    /// with the file it names:
    /// ```yaml archive.yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: paths stay inside the project
    "file-outside-project": Document, Error, Minimal, reading, since "0.1.0"
}
