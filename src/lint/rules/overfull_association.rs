//! `overfull-association`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ActivityUse, Initiation, Survey};

rule! {
    /// # What it does
    /// Reports an activity that proposes more than 128 presentation contexts, and says nothing of how they are spread
    /// over associations. An entry counts once for each of its SOP classes; entries with a condition do not count.
    ///
    /// # Why is this bad?
    /// Presentation contexts are numbered with the odd numbers from 1 to 255. What does not fit into one association
    /// has to be proposed in another one, and a peer should know what comes when.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   images:
    ///     [ComputedRadiographyImageStorage, CTImageStorage, MRImageStorage, EnhancedCTImageStorage,
    ///     EnhancedMRImageStorage, EnhancedMRColorImageStorage, UltrasoundImageStorage,
    ///     UltrasoundMultiFrameImageStorage, SecondaryCaptureImageStorage, XRayAngiographicImageStorage,
    ///     XRayRadiofluoroscopicImageStorage, NuclearMedicineImageStorage, RTImageStorage]
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - images as SCU in ImplicitVRLittleEndian
    ///           - images as SCU in ExplicitVRLittleEndian
    ///           - images as SCU in JPEGBaseline8Bit
    ///           - images as SCU in JPEGExtended12Bit
    ///           - images as SCU in JPEGLossless
    ///           - images as SCU in JPEGLosslessSV1
    ///           - images as SCU in JPEGLSLossless
    ///           - images as SCU in JPEGLSNearLossless
    ///           - images as SCU in JPEG2000Lossless
    ///           - images as SCU in RLELossless
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   images:
    ///     [ComputedRadiographyImageStorage, CTImageStorage, MRImageStorage, EnhancedCTImageStorage,
    ///     EnhancedMRImageStorage, EnhancedMRColorImageStorage, UltrasoundImageStorage,
    ///     UltrasoundMultiFrameImageStorage, SecondaryCaptureImageStorage, XRayAngiographicImageStorage,
    ///     XRayRadiofluoroscopicImageStorage, NuclearMedicineImageStorage, RTImageStorage]
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     policies: {presentation_contexts: Every association proposes the classes of one examination.}
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - images as SCU in ImplicitVRLittleEndian
    ///           - images as SCU in ExplicitVRLittleEndian
    ///           - images as SCU in JPEGBaseline8Bit
    ///           - images as SCU in JPEGExtended12Bit
    ///           - images as SCU in JPEGLossless
    ///           - images as SCU in JPEGLosslessSV1
    ///           - images as SCU in JPEGLSLossless
    ///           - images as SCU in JPEGLSNearLossless
    ///           - images as SCU in JPEG2000Lossless
    ///           - images as SCU in RLELossless
    /// ```
    ///
    /// # References
    /// - PS3.8, section 9.3.2.2
    "overfull-association": Networking, Warning, Recommended, statement(check), since "0.1.0"
}

/// The odd numbers from 1 to 255.
const MOST: usize = 128;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for activity in &survey.activities {
        let contexts = survey.contexts[activity.contexts.clone()].iter();
        let proposed = contexts.filter(|context| {
            let is_proposed = context.is_claimed && context.initiation == Initiation::Initiates;
            is_proposed && context.context.condition.is_none()
        });
        let count: usize =
            proposed.map(|context| survey.claimed_uids(&context.abstract_syntaxes).count()).sum();
        if count > MOST && !is_explained(survey, activity) {
            findings
                .at(
                    survey.route(activity.trail).key("initiates"),
                    format!(
                        "{count} presentation contexts are proposed, and an association has at most {MOST}"
                    ),
                )
                .help(
                    "say under `policies: {presentation_contexts: …}` how they are spread over associations",
                );
        }
    }
}

/// Whether a text speaks of presentation contexts.
fn is_explained(survey: &Survey<'_>, used: &ActivityUse<'_>) -> bool {
    let (entity, activity) = (survey.entities[used.entity].entity, used.activity);
    let texts = [
        &entity.policies.initiation,
        &entity.associations.text,
        &activity.description,
        &activity.transfer_syntax_policy,
    ];
    let mut texts = texts.into_iter().flatten();
    entity.policies.presentation_contexts.as_ref().is_some_and(|text| !text.is_empty())
        || texts.any(|text| text.as_str().to_lowercase().contains("presentation context"))
}
