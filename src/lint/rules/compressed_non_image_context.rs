//! `compressed-non-image-context`.

use std::collections::{HashMap, HashSet};

use crate::lint::enumeration::{RELATED, enumeration};
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, name_of, syntax_of};
use crate::model::survey::{ContextUse, ItemId, Survey};
use crate::standard::sop_class::{PixelData, ServiceClass, SopClass};

rule! {
    /// # What it does
    /// Reports a SOP class whose data sets have no Pixel Data, such as a worklist, a query, a structured report or a
    /// waveform, in a presentation context with a transfer syntax that encapsulates Pixel Data.
    ///
    /// # Why is this bad?
    /// There is nothing to compress: such a transfer syntax may only be used for data sets with Pixel Data at their
    /// top level. A peer that takes the offer cannot send anything that conforms.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - Basic Text SR Storage as SCU in ImplicitVRLittleEndian | JPEGBaseline8Bit
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - Basic Text SR Storage as SCU in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.5, section A.4
    "compressed-non-image-context": TransferSyntax, Error, Recommended, statement(check), fixable, since "0.1.0"
}

/// Verification has no data sets at all, so nothing is wrong with what they could be encoded in.
fn is_without_pixels(class: &SopClass) -> bool {
    class.pixel_data == PixelData::Never
        && !matches!(
            class.service_class,
            ServiceClass::Verification | ServiceClass::MediaStorage | ServiceClass::RealTimeCommunication
        )
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut encapsulating: HashMap<*const ItemId, bool> = HashMap::new();
    let mut sieve = Sieve::new(survey, is_without_pixels);
    let mut is_wrong = |context: &&ContextUse<'_>| {
        let list = &context.transfer_syntaxes;
        let encapsulates = || list.iter().any(|id| encapsulates(survey, *id));
        *encapsulating.entry(list.as_ptr()).or_insert_with(encapsulates)
            && sieve.any(&context.abstract_syntaxes)
    };
    let wrong: Vec<_> = survey.claimed_contexts().filter(|context| is_wrong(context)).collect();
    // A set that several entities refer to is one cause.
    for contexts in grouped(wrong, |context| context.transfer_syntaxes.as_ptr()) {
        report(survey, &contexts, &mut sieve, findings);
    }
}

fn encapsulates(survey: &Survey<'_>, id: ItemId) -> bool {
    syntax_of(survey, id).is_some_and(|syntax| syntax.encapsulated && !syntax.is_real_time_only())
}

/// Reports the contexts that share a list of transfer syntaxes.
fn report(
    survey: &Survey<'_>,
    contexts: &[&ContextUse<'_>],
    sieve: &mut Sieve<'_, '_>,
    findings: &mut Findings,
) {
    let Some(first) = contexts.first() else { return };
    let name = |id: &ItemId| name_of(survey, *id);
    let classes = contexts.iter().flat_map(|context| sieve.sift(&context.abstract_syntaxes).to_vec());
    let mut seen = HashSet::new();
    let classes: Vec<_> = classes.filter(|id| seen.insert(survey.uid(*id))).collect();
    let wrong = first.transfer_syntaxes.iter().filter(|id| encapsulates(survey, **id)).map(name);
    let classes = enumeration(classes.iter().map(name));
    let message = format!("{classes} in {}: there is no Pixel Data to encapsulate", enumeration(wrong));
    let route = |context: &ContextUse<'_>| survey.route(context.trail).key("transfer_syntaxes");
    let wording = findings
        .at(route(first), message)
        .help("offer these on their own, in uncompressed transfer syntaxes");
    let wording = contexts
        .iter()
        .skip(1)
        .take(RELATED)
        .fold(wording, |wording, context| wording.related(route(context), "and in the same way here"));
    let only_such = |context: &&ContextUse<'_>| {
        sieve.sift(&context.abstract_syntaxes).len() == context.abstract_syntaxes.len()
            && context.context.transfer_syntaxes.len() == 1
    };
    if let Some(set) = uncompressed_set(survey, &first.transfer_syntaxes)
        && contexts.iter().all(only_such)
    {
        contexts.iter().fold(wording, |wording, context| wording.edit(route(context).index(0), set));
    }
}

/// The named set that holds what remains of a list without the transfer syntaxes that encapsulate.
fn uncompressed_set<'s>(survey: &Survey<'s>, list: &[ItemId]) -> Option<&'s str> {
    let remaining: Vec<_> =
        list.iter().filter(|id| !encapsulates(survey, **id)).map(|id| survey.uid(*id)).collect();
    let holds = |set: &[ItemId]| set.iter().map(|id| survey.uid(*id)).eq(remaining.iter().copied());
    let mut names = survey.statement.transfer_syntaxes.keys().filter(|_| !remaining.is_empty());
    names.find(|name| survey.transfer_syntax_set(name).is_some_and(|set| holds(set))).map(String::as_str)
}
