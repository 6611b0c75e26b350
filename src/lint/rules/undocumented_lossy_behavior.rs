//! `undocumented-lossy-behavior`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, syntax_of};
use crate::lint::{grounds, prose};
use crate::model::survey::{ContextUse, EntityUse, Initiation, ItemId, Survey};
use crate::standard::sop_class::{PixelData, SopClass};
use crate::standard::transfer_syntax::TransferSyntax;

rule! {
    /// # What it does
    /// Reports an Application Entity that sends images, in a product that exchanges them in lossy transfer syntaxes,
    /// and does not say what it does with an image that is there in lossy form only. Also reports one that sends
    /// references to pixel data (JPIP) and does not say how long they are valid.
    ///
    /// # Why is this bad?
    /// What was lost cannot be brought back. If a receiver does not take the lossy transfer syntax, the sender either
    /// decompresses the image or does not send it, and the people who connect the two systems have to know which.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - Ultrasound Image Storage as SCU in ImplicitVRLittleEndian | JPEGBaseline8Bit
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     policies: {lossy: Images that are stored in lossy form are decompressed where the receiver asks for it.}
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - Ultrasound Image Storage as SCU in ImplicitVRLittleEndian | JPEGBaseline8Bit
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.3
    /// - PS3.4, section B.4.3.1
    "undocumented-lossy-behavior": TransferSyntax, Error, Strict, statement(check), since "0.1.0"
}

const HELP: &str = "say it in `policies: {lossy: …}` of the entity";
const JPIP_HELP: &str = "say it in the `text` of the storage classes under `conformance`";

fn is_image(class: &SopClass) -> bool {
    class.is_composite_storage() && class.pixel_data != PixelData::Never
}

/// References to pixel data lose nothing themselves.
fn is_lossy(syntax: &TransferSyntax) -> bool {
    syntax.may_be_lossy() && !syntax.references_pixel_data()
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut sieve = Sieve::new(survey, is_image);
    let mut with_images = |context: &&ContextUse<'_>| sieve.any(&context.abstract_syntaxes);
    let exchanged: Vec<_> = survey.claimed_contexts().filter(|context| with_images(context)).collect();
    let received = exchanged.iter().filter(|context| context.initiation == Initiation::Accepts);
    let received = received.filter(|context| context.role.is_provider());
    let received = received.copied().find_map(|context| first(survey, context, is_lossy));
    let mut sent = exchanged.iter().filter(|context| context.initiation == Initiation::Initiates).peekable();
    for (number, entity) in survey.entities.iter().enumerate() {
        let mut contexts = Vec::new();
        while let Some(context) = sent.next_if(|context| context.entity == number) {
            contexts.extend(context.role.is_user().then_some(*context));
        }
        let find = |test| contexts.iter().find_map(|context| first(survey, context, test));
        let waived = contexts.iter().any(|context| context.context.lossy_only == Some(true));
        let lossy = find(is_lossy).or(received.filter(|_| !contexts.is_empty()));
        if let Some(item) = lossy.filter(|_| !waived && !prose::mentions(survey, number, &["lossy"])) {
            let message = format!(
                "`{}` does not say what it does with images that it has in lossy form only",
                entity.name
            );
            report(survey, (number, entity), item, (message, HELP), findings);
        }
        let jpip = find(TransferSyntax::references_pixel_data);
        if let Some(item) = jpip.filter(|_| !prose::mentions(survey, number, &["jpip", "valid"])) {
            let message =
                format!("`{}` does not say how long its references to pixel data are valid", entity.name);
            report(survey, (number, entity), item, (message, JPIP_HELP), findings);
        }
    }
}

/// The first transfer syntax of a context that passes a test.
fn first(survey: &Survey<'_>, context: &ContextUse<'_>, test: fn(&TransferSyntax) -> bool) -> Option<ItemId> {
    context.transfer_syntaxes.iter().copied().find(|id| syntax_of(survey, *id).is_some_and(test))
}

fn report(
    survey: &Survey<'_>,
    (number, entity): (usize, &EntityUse<'_>),
    item: ItemId,
    (message, help): (String, &str),
    findings: &mut Findings,
) {
    let wording = findings
        .at(survey.route(survey.item(item).trail), message)
        .related(survey.route(entity.trail).key("activities"), "it sends images here")
        .help(help)
        .rests_on(survey.route(entity.trail).key("policies"));
    wording.rests_on_all(|| grounds::conformance_of(survey, number));
}
