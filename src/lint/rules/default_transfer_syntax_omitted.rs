//! `default-transfer-syntax-omitted`.

use crate::finding::Written;
use crate::lint::enumeration::{RELATED, enumeration};
use crate::lint::findings::Findings;
use crate::lint::offers::{Offer, offers};
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::{grounds, groups::grouped, sieve};
use crate::model::survey::{Initiation, Survey};

rule! {
    /// # What it does
    /// Reports SOP classes that an Application Entity proposes, or accepts, in no presentation context with Implicit
    /// VR Little Endian. Private SOP classes are left alone, and so are contexts that are marked `lossy_only` or
    /// `too_large`.
    ///
    /// # Why is this bad?
    /// Implicit VR Little Endian is the one transfer syntax that two DICOM systems can always fall back on. Who does
    /// not offer it takes the risk that nothing is negotiated at all; the standard lets off only those whose pixels
    /// exist in lossy form alone, or whose data are too large for it.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - CT Image Storage as SCU in ExplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian | ExplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.5, section 10.1
    /// - PS3.5, section 10.4
    "default-transfer-syntax-omitted": TransferSyntax, Error, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let offers = offers(survey, |syntaxes| !syntaxes.has_default);
    let lacking = offers.iter().filter(|offer| !offer.is_waived);
    let list = |offer: &&Offer| survey.contexts[offer.context].transfer_syntaxes.as_ptr();
    for offers in grouped(lacking, list) {
        report(survey, &offers, findings);
    }
}

/// Reports the offers that rest on the same list of transfer syntaxes.
fn report(survey: &Survey<'_>, offers: &[&Offer], findings: &mut Findings) {
    let Some(first) = offers.first() else { return };
    let context = &survey.contexts[first.context];
    let of_first = offers.iter().filter(|offer| offer.context == first.context);
    let names = of_first.map(|offer| sieve::name_of(survey, offer.class));
    let does = match context.initiation {
        Initiation::Initiates => "proposes",
        Initiation::Accepts => "accepts",
    };
    let message = format!(
        "`{}` {does} {} without Implicit VR Little Endian",
        survey.entities[context.entity].name,
        enumeration(names)
    );
    let wording = findings
        .at(survey.route(context.trail).key("abstract_syntax"), message)
        .help("add `Implicit VR Little Endian` to the transfer syntaxes, or mark the context `lossy_only: true` or `too_large: true` and explain why");
    let wording = wording.rests_on_all(|| grounds::contexts_of(survey, context.entity, context.initiation));
    let mut others: Vec<_> = offers.iter().map(|offer| offer.context).collect();
    others.dedup();
    let wording = others.iter().fold(wording, |wording, context| {
        let list = survey.route(survey.contexts[*context].trail).key("transfer_syntaxes");
        wording.append(list, Written::Text("Implicit VR Little Endian".to_owned())).unsafely()
    });
    others.into_iter().skip(1).take(RELATED).fold(wording, |wording, context| {
        let route = survey.route(survey.contexts[context].trail).key("abstract_syntax");
        wording.related(route, "the same transfer syntaxes are all there is here")
    });
}
