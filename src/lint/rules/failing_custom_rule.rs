//! `failing-custom-rule`.

use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports a rule of the project's own that cannot be asked of a value it looks at, as something it speaks of is
    /// not stated there, or is of another type than it takes it for.
    ///
    /// # Why is this bad?
    /// Such a value is neither right nor wrong: the rule is silent where it was meant to speak. It is reported once,
    /// with the first value that it cannot be asked of.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// custom_rules:
    ///   acme-high-tls-ports:
    ///     for: application_entities.*
    ///     require: it.tls_port > 1024
    ///     message: the TLS port of `{name}` is a privileged one
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// custom_rules:
    ///   acme-high-tls-ports:
    ///     for: application_entities.*
    ///     when: has(it.tls_port)
    ///     require: it.tls_port > 1024
    ///     message: the TLS port of `{name}` is a privileged one
    /// ```
    ///
    /// # References
    /// - The configuration of a project: `custom_rules`
    "failing-custom-rule": Upkeep, Error, Minimal, reading, since "0.1.0"
}
