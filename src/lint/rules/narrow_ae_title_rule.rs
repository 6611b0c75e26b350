//! `narrow-ae-title-rule`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::settings::{SettingUse, settings};
use crate::lint::title_rule::refused;

rule! {
    /// # What it does
    /// Reports a range of an AE title that refuses titles which the standard allows: a pattern, or a text such as
    /// `upper case letters only` or `1 to 8 characters`. It may be the title of the product or that of a peer.
    ///
    /// # Why is this bad?
    /// A title has up to 16 characters: letters of either case, digits, punctuation, and spaces within. A product that
    /// takes less cannot be given the title that a site has planned, or cannot call a peer by the title it has.
    ///
    /// # Example
    /// ```yaml
    /// configuration:
    ///   parameters:
    ///     - {name: AE Title, application_entity: SEND, configurable: yes, default: EXAMPLE, range: "^[A-Z0-9_]{1,16}$"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// configuration:
    ///   parameters:
    ///     - {name: AE Title, application_entity: SEND, configurable: yes, default: EXAMPLE, range: 1 to 16 characters}
    /// ```
    ///
    /// # References
    /// - PS3.5, section 6.2 (value representation AE)
    "narrow-ae-title-rule": Configuration, Info, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for setting in settings(subject.statement).iter().filter(|setting| is_title(setting)) {
        let texts = [("range", setting.range), ("text", setting.text)];
        let narrow = texts.into_iter().find_map(|(key, text)| Some((key, refused(text?)?)));
        let Some((key, refused)) = narrow else { continue };
        findings
            .at(setting.route.clone().key(key), format!("AE titles {refused} are refused"))
            .help("the standard allows every title of up to 16 printable characters; accept them, if the product can");
    }
}

/// Whether a setting is an AE title, of the product or of a peer.
fn is_title(setting: &SettingUse<'_>) -> bool {
    let name = setting.name.to_lowercase().replace(['-', '_', ' '], "");
    name.contains("aetitle") || name.contains("applicationentitytitle")
}
