//! `faint-accent`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports an accent colour that cannot be read well on white.
    ///
    /// # Why is this bad?
    /// Text, thin lines and marks in that colour fade, on paper first, and for readers with weak eyes altogether. The
    /// guidelines for accessible documents ask text for a contrast of 4.5 to 1.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// branding: {accent: "#ffd200"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// branding: {accent: "#7a6400"}
    /// ```
    ///
    /// # References
    /// - Web Content Accessibility Guidelines 2.2, success criterion 1.4.3
    "faint-accent": Document, Warning, Recommended, reading, since "0.1.0"
}
