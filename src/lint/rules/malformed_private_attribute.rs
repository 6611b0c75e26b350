//! `malformed-private-attribute`.

use crate::lint::attribute_rows::{PrivateTagFault, private_tag_faults};
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{RowUse, Survey};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a private attribute whose group is even or reserved, whose element lies outside the blocks that private
    /// creators reserve, or whose private creator is not told. In `(0029,xx10)` the `xx` stands for the block.
    ///
    /// # Why is this bad?
    /// The creator and the block keep the private attributes of all vendors apart. A value outside them is taken for an
    /// attribute of the standard or of somebody else, and software that cleans instances keeps what it should remove.
    ///
    /// # Example
    /// ```yaml
    /// private_attributes:
    ///   EXAMPLE 1.0:
    ///     attributes:
    ///       - (0028,1080) Reconstruction Seed: {vr: LO, vm: 1, safe: yes}
    /// ```
    /// Use instead:
    /// ```yaml
    /// private_attributes:
    ///   EXAMPLE 1.0:
    ///     attributes:
    ///       - (0029,xx80) Reconstruction Seed: {vr: LO, vm: 1, safe: yes}
    /// ```
    ///
    /// # References
    /// - PS3.5, sections 7.8 and 7.8.1
    "malformed-private-attribute": Extension, Error, Minimal, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mistakes = survey.rows.iter().zip(private_tag_faults(survey)).filter_map(|(row, fault)| {
        let fault = fault?;
        Some((row, written(survey, row), fault))
    });
    for same in grouped(mistakes, |(_, written, fault)| (written.clone(), *fault)) {
        let Some(((first, written, fault), others)) = same.split_first() else { continue };
        let (message, help) = words(written, *fault);
        findings
            .at(route(survey, first), message)
            .help(help)
            .rests_on(Route::root().key("private_attributes"))
            .also(others.iter().map(|(row, ..)| route(survey, row)));
    }
}

/// What is wrong, and how to mend it.
fn words(written: &str, fault: PrivateTagFault) -> (String, &'static str) {
    match fault {
        PrivateTagFault::EvenGroup => (
            format!("`{written}` is in an even group, which only attributes of the standard have"),
            "private attributes have an odd group",
        ),
        PrivateTagFault::ReservedGroup => (
            format!("`{written}` is in a group that private attributes never have"),
            "the odd groups from 0009 to FFFD are free",
        ),
        PrivateTagFault::OutsideBlocks => (
            format!("`{written}` is in no block that a private creator can reserve"),
            "the elements of blocks are 1000 to FFFF, and 0010 to 00FF reserve them",
        ),
        PrivateTagFault::NoCreator => (
            format!("nothing tells the private creator of `{written}`"),
            "describe the attribute under its creator in `private_attributes`",
        ),
    }
}

fn written(survey: &Survey<'_>, row: &RowUse<'_>) -> String {
    let attribute = survey.attribute_of(row).attribute;
    let tag = || attribute.tag.as_ref().and_then(|path| path.0.last()).map(|tag| tag.to_string());
    tag().or_else(|| attribute.name.clone()).unwrap_or_default()
}

fn route(survey: &Survey<'_>, row: &RowUse<'_>) -> Route {
    let attribute = survey.attribute_of(row).attribute;
    let key = if attribute.tag.is_some() { "tag" } else { "name" };
    survey.route(row.trail).key("attribute").key(key)
}
