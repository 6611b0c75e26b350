//! Grayscale image consistency (PS3.2 A.9.4).

use serde::Serialize;

use crate::model::Support;
use crate::render::view::scope::Scope;

/// Grayscale image consistency (PS3.2 A.9.4).
#[derive(Debug, Default, Serialize)]
pub struct GrayscaleView {
    /// One sentence on the Grayscale Standard Display Function; empty where it is not stated.
    pub claim: &'static str,
    /// Which displays and printers follow it; prose.
    pub text: Option<String>,
    /// How displays are calibrated; prose.
    pub calibration: Option<String>,
    /// How presentation LUTs, P-Values and printers are treated; prose.
    pub presentation: Option<String>,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

impl GrayscaleView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let grayscale = &scope.statement().grayscale;
        let mut view = Self {
            claim: grayscale.support.map(claim_words).unwrap_or_default(),
            text: scope.prose(grayscale.text.as_ref()),
            calibration: scope.prose(grayscale.calibration.as_ref()),
            presentation: scope.prose(grayscale.presentation.as_ref()),
            is_empty: false,
        };
        let texts = [&view.text, &view.calibration, &view.presentation];
        view.is_empty = view.claim.is_empty() && texts.into_iter().all(Option::is_none);
        view
    }
}

const fn claim_words(support: Support) -> &'static str {
    match support {
        Support::Yes => "The Grayscale Standard Display Function of PS3.14 is supported.",
        Support::Option => "The Grayscale Standard Display Function of PS3.14 is supported as an option.",
        Support::No => "The Grayscale Standard Display Function of PS3.14 is not supported.",
        Support::NotApplicable => "The product displays and prints no grayscale images.",
        Support::ToBeConfirmed => {
            "Support of the Grayscale Standard Display Function of PS3.14 is still to be confirmed."
        }
    }
}
