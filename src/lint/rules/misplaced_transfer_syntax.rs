//! `misplaced-transfer-syntax`.

use std::collections::HashSet;

use crate::lint::edits::take_out;
use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{name_of, syntax_of};
use crate::model::survey::{ItemId, Survey, TransactionUse};
use crate::standard::transfer_syntax::TransferSyntax;

rule! {
    /// # What it does
    /// Reports Implicit VR Little Endian and Explicit VR Big Endian in a transaction of a web service, and a SMPTE ST
    /// 2110 transfer syntax in a transaction or in a presentation context.
    ///
    /// # Why is this bad?
    /// Web services exchange explicit little endian data only; nobody can ask for the other two there. The transfer
    /// syntaxes of SMPTE ST 2110 say how the metadata of a real-time flow refer to video in the same flow: on an
    /// association or over HTTP there is no such flow.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Archive:
    ///     service: studies
    ///     role: origin_server
    ///     base_url: https://archive.example.org/dicomweb
    ///     transactions:
    ///       Store:
    ///         resources: [studies]
    ///         media_types: [application/dicom]
    ///         sop_classes: CT Image Storage
    ///         transfer_syntaxes: [ImplicitVRLittleEndian, ExplicitVRLittleEndian]
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Archive:
    ///     service: studies
    ///     role: origin_server
    ///     base_url: https://archive.example.org/dicomweb
    ///     transactions:
    ///       Store:
    ///         resources: [studies]
    ///         media_types: [application/dicom]
    ///         sop_classes: CT Image Storage
    ///         transfer_syntaxes: [ExplicitVRLittleEndian]
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.7.3
    /// - PS3.5, sections A.8 to A.10
    /// - PS3.22
    "misplaced-transfer-syntax": TransferSyntax, Error, Recommended, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut reported = HashSet::new();
    let mut seen = HashSet::new();
    for context in survey.claimed_contexts().filter(|context| seen.insert(context.transfer_syntaxes.as_ptr()))
    {
        for id in misplaced(survey, &context.transfer_syntaxes, TransferSyntax::is_real_time_only) {
            if reported.insert(id) {
                let message = format!("`{}` is for real-time communication only", name_of(survey, id));
                let entity = survey.entities[context.entity].name;
                let place = survey.route(context.trail);
                let wording = findings
                    .at(survey.route(survey.item(id).trail), message)
                    .related(place, format!("`{entity}` offers it on associations here"))
                    .help("take it out of the presentation context");
                take_out(survey, id, wording);
            }
        }
    }
    for transaction in survey.transactions.iter().filter(|transaction| transaction.is_claimed) {
        let wrong = misplaced(survey, &transaction.transfer_syntaxes, is_kept_off_the_web).collect();
        report(survey, transaction, wrong, findings);
    }
}

fn is_kept_off_the_web(syntax: &TransferSyntax) -> bool {
    syntax.is_default() || syntax.is_big_endian() || syntax.is_real_time_only()
}

fn misplaced<'a>(
    survey: &'a Survey<'_>,
    list: &'a [ItemId],
    test: fn(&TransferSyntax) -> bool,
) -> impl Iterator<Item = ItemId> + 'a {
    list.iter().copied().filter(move |id| syntax_of(survey, *id).is_some_and(test))
}

/// Items of the transaction's own are reported where they stand; a set may be right elsewhere, so it is reported
/// where the transaction names it.
fn report(
    survey: &Survey<'_>,
    transaction: &TransactionUse<'_>,
    wrong: Vec<ItemId>,
    findings: &mut Findings,
) {
    let list = survey.route(transaction.trail).key("transfer_syntaxes");
    let is_own = |id: &ItemId| survey.route(survey.item(*id).trail).is_within(&list);
    let (own, of_sets): (Vec<_>, Vec<_>) = wrong.into_iter().partition(is_own);
    let help = "web services use Explicit VR Little Endian and transfer syntaxes based on it";
    for id in own {
        let message = format!("`{}` is not used in web services", name_of(survey, id));
        let wording = findings.at(survey.route(survey.item(id).trail), message).help(help);
        take_out(survey, id, wording);
    }
    let Some(first) = of_sets.first() else { return };
    let names = enumeration(of_sets.iter().map(|id| name_of(survey, *id)));
    let message = format!("`{}` lists {names}, not used in web services", transaction.name);
    findings
        .at(list, message)
        .related(survey.route(survey.item(*first).trail), "it comes from here")
        .help(help);
}
