//! `markup-in-value`.

use crate::lint::findings::Findings;
use crate::lint::markup::without_markup;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;

rule! {
    /// # What it does
    /// Reports Markdown, HTML, an emoji or a check mark in a name, a title, a code or another value that is not prose.
    /// Prose is Markdown, so it may have all of them.
    ///
    /// # Why is this bad?
    /// Such values are data: they are compared, looked up and copied letter by letter, and printed as they are written.
    /// The bold name is another name, and a peer that is configured with it is not found.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: "**ExamplePACS**", vendor: Example Vendor, versions: "3.0"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: ExamplePACS, vendor: Example Vendor, versions: "3.0"}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    /// - PS3.5, section 6.2: the characters of AE titles, codes and names
    "markup-in-value": Prose, Warning, Recommended, texts(check), fixable, since "0.1.0"
}

/// Values in which the marks can mean something else: patterns, paths, addresses, values of attributes, labels.
const FREE: &[&str] = &[
    "ae_title_pattern",
    "base_url",
    "default",
    "endpoint",
    "endpoint_url",
    "extends",
    "include",
    "label",
    "pattern",
    "range",
    "remove",
    "resources",
    "template",
    "uri",
    "value",
    "values",
];

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let text = passage.text;
    if text.is_prose {
        return;
    }
    let Some(plain) = without_markup(text.text).filter(|_| !FREE.contains(&text.key())) else { return };
    let message = format!("`{}` has markup, but is no prose", text.text.trim());
    let help = if plain.is_empty() {
        "write a word instead".to_owned()
    } else {
        format!("write `{plain}`; what is to be set off goes into a description")
    };
    let route = text.route();
    if text.is_key {
        // Other places may refer to the name.
        let _ = findings.at_key(route, message).help(help);
    } else if plain.is_empty() {
        let _ = findings.at(route, message).help(help);
    } else {
        let _ = findings.at(route.clone(), message).help(help).edit(route, plain);
    }
}
