//! `baseline-transfer-syntax-omitted`.

use std::collections::HashSet;

use crate::finding::Written;
use crate::lint::findings::Findings;
use crate::lint::offers::{Family, Offer, Syntaxes, offers};
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::{grounds, sieve};
use crate::model::survey::{ItemId, Survey};
use crate::standard::sop_class::PixelData;

rule! {
    /// # What it does
    /// Reports a SOP class that is offered with a lossless JPEG transfer syntax but not with JPEG Lossless,
    /// first-order prediction; with a lossy JPEG one but with neither the 8 bit nor the 12 bit baseline; or with
    /// near-lossless JPEG-LS but not with lossless JPEG-LS.
    ///
    /// # Why is this bad?
    /// Each of these families has a member that everybody supports who supports any of them. Two products that
    /// compress with the same family can then always exchange compressed images; without it they may fail to.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian | JPEGLossless
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian | JPEGLossless | JPEGLosslessSV1
    /// ```
    ///
    /// # References
    /// - PS3.5, section 10.2
    /// - PS3.5, section 10.3
    /// - PS3.5, section 10.5
    "baseline-transfer-syntax-omitted": TransferSyntax, Error, Recommended, statement(check), fixable, since "0.1.0"
}

/// A family: what is offered of it, what is missing, what to write, and the keyword where there is one choice.
type Lack = (fn(&Syntaxes) -> Family, &'static str, &'static str, Option<&'static str>);

const LACKS: [Lack; 3] = [
    (
        |syntaxes| syntaxes.lossless_jpeg,
        "JPEG Lossless, first-order prediction (Process 14, Selection Value 1)",
        "add `JPEGLosslessSV1`, which everybody supports who supports lossless JPEG, if the product supports it",
        Some("JPEGLosslessSV1"),
    ),
    (
        |syntaxes| syntaxes.lossy_jpeg,
        "JPEG Baseline (Process 1) and JPEG Extended (Process 2 & 4)",
        "add `JPEGBaseline8Bit` for 8 bit images or `JPEGExtended12Bit` for 12 bit images, if the product supports it",
        None,
    ),
    (
        |syntaxes| syntaxes.jpeg_ls,
        "JPEG-LS Lossless Image Compression",
        "add `JPEGLSLossless`, which everybody supports who supports near-lossless JPEG-LS, if the product supports it",
        Some("JPEGLSLossless"),
    ),
];

const fn lacks(family: Family) -> Option<ItemId> {
    if family.has_baseline { None } else { family.member }
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut reported = HashSet::new();
    for offer in offers(survey, |syntaxes| LACKS.iter().any(|(family, ..)| lacks(family(syntaxes)).is_some()))
    {
        let class = sieve::class_of(survey, offer.class);
        if class.is_none_or(|class| class.pixel_data == PixelData::Never) {
            continue;
        }
        for lack in &LACKS {
            if let Some(item) = lacks(lack.0(&offer.syntaxes)).filter(|item| reported.insert(*item)) {
                report(survey, &offer, item, lack, findings);
            }
        }
    }
}

fn report(
    survey: &Survey<'_>,
    offer: &Offer,
    item: ItemId,
    (_, baseline, help, keyword): &Lack,
    findings: &mut Findings,
) {
    let (context, used) = (&survey.contexts[offer.context], survey.item(item));
    let name = |id: ItemId| sieve::name_of(survey, id);
    let message = format!("`{}` is offered without {baseline}", name(item));
    let wording = findings
        .at(survey.route(used.trail), message)
        .related(
            survey.route(context.trail).key("abstract_syntax"),
            format!("for `{}` in `{}`", name(offer.class), survey.entities[context.entity].name),
        )
        .help(*help);
    let wording = wording.rests_on_all(|| grounds::contexts_of(survey, context.entity, context.initiation));
    if let Some((keyword, list)) = keyword.zip(survey.route(used.trail).parent()) {
        wording.append(list, Written::Text(keyword.to_owned())).unsafely();
    }
}
