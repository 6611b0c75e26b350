//! `unsuitable-file`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a file of the project's branding that cannot serve its purpose: a logo that is no SVG, PNG or JPEG, a
    /// font that is none, a reference document that is not of Word. An SVG logo with text in it is reported too, as
    /// the text would look different on every machine, and one that shows a picture from elsewhere.
    ///
    /// # Why is this bad?
    /// Documents are rendered without the file, and do not look as their house wants them to.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// branding: {logo: notes.yaml}
    /// ```
    /// and the file it names:
    /// ```yaml notes.yaml as written
    /// logo: to be drawn
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with a drawing in SVG, named `.svg` as a rule:
    /// ```yaml dicomply.yaml as written
    /// branding: {logo: logo.yaml}
    /// ```
    /// ```yaml logo.yaml as written
    /// <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="#005a9c" d="M0 0h20v10z"/></svg>
    /// ```
    ///
    /// # References
    /// - The guide to branding
    "unsuitable-file": Document, Error, Minimal, reading, since "0.1.0"
}
