//! `extension-without-base`.

use crate::lint::extensions::incomplete;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ItemPlace, Meaning};
use crate::route::Route;
use crate::standard::uids;

rule! {
    /// # What it does
    /// Reports an extended or specialized SOP class without attributes (a specialized one may have constraints
    /// instead), or with attributes whose module is not named, and a specialized one that is based on a private class
    /// or on Verification.
    ///
    /// # Why is this bad?
    /// The reader knows the standard's class and needs to know the difference: what is added, and where in the object.
    /// An entry without that only says that something is not quite as the standard has it.
    ///
    /// # Example
    /// ```yaml
    /// extended_sop_classes:
    ///   - sop_classes: CT Image Storage
    ///     attributes: ["(0018,9305) Revolution Time": {type: 3}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// extended_sop_classes:
    ///   - sop_classes: CT Image Storage
    ///     attributes: ["(0018,9305) Revolution Time": {module: CT Image, type: 3}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    /// - PS3.4, sections A.4 and B.4.4.1
    "extension-without-base": Extension, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let statement = subject.statement;
    for entry in incomplete(subject) {
        let route = Route::root().key(entry.list).index(entry.position);
        let (key, name) = if entry.list == "extended_sop_classes" {
            let classes = statement.extended_sop_classes.get(entry.position);
            let first = classes.and_then(|class| class.sop_classes.first());
            ("sop_classes", first.map(|item| item.label().to_owned()))
        } else {
            let class = statement.specialized_sop_classes.get(entry.position);
            ("name", class.and_then(|class| class.name.clone()))
        };
        // Without this key the entry is reported as such.
        let Some(name) = name.filter(|name| !name.trim().is_empty()) else { continue };
        findings
            .at(route.clone().key(key), format!("`{name}` does not name {}", entry.absent.join(" or ")))
            .help("list what is added in `attributes`, each with its `module`")
            .rests_on_keys(&route, entry.keys);
    }
    for (position, class) in statement.specialized_sop_classes.iter().enumerate() {
        let Some(base) = class.base.as_deref() else { continue };
        let name = class.name.as_deref().unwrap_or_default();
        let meaning = survey.meaning_of(base, ItemPlace::SopClass);
        let (message, help) = if let Meaning::Declared { place: ItemPlace::SopClass, .. } = meaning {
            let message =
                format!("`{name}` specializes `{}`, which is no SOP class of the standard", base.trim());
            (message, "name the SOP class of the standard, or describe a private SOP class")
        } else if meaning.uid() == Some(uids::VERIFICATION) {
            let message = format!("`{name}` specializes Verification, of which there are no specializations");
            (
                message,
                "C-ECHO is answered for Verification itself; describe anything else as a private SOP class",
            )
        } else {
            continue;
        };
        let route = Route::root().key("specialized_sop_classes").index(position).key("base");
        findings.at(route, message).help(help);
    }
}
