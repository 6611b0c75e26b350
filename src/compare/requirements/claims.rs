//! How far something is claimed by the product that is wanted.

use crate::model::Support;
use crate::pairing::{Claim, Verdict};

/// What is to be said of a claim that is not a plain yes.
pub(super) fn of_claim(claim: Claim) -> Option<(Verdict, &'static str, String)> {
    Some(match claim {
        Claim::Firm => return None,
        Claim::Conditional => {
            (Verdict::WorksWithLimits, "conditional", "it is supported on a condition".to_owned())
        }
        Claim::Optional => (Verdict::WorksWithLimits, "optional", "it is supported as an option".to_owned()),
        Claim::ToBeConfirmed => {
            (Verdict::CannotTell, "to-be-confirmed", "the claim is still to be confirmed".to_owned())
        }
    })
}

/// The same, of what the statement says in `support`; what is denied is no claim.
pub(super) fn of_support(support: Option<Support>) -> Option<(Verdict, &'static str, String)> {
    match support {
        Some(Support::Option) => of_claim(Claim::Optional),
        Some(Support::ToBeConfirmed) => of_claim(Claim::ToBeConfirmed),
        Some(Support::No | Support::NotApplicable) => Some(missing("the statement denies it")),
        Some(Support::Yes) | None => None,
    }
}

/// What is to be said of what is not there.
pub(super) fn missing(message: &str) -> (Verdict, &'static str, String) {
    (Verdict::DoesNotWork, "missing", message.to_owned())
}

/// What is to be said of what the statement does not tell.
pub(super) fn untold(message: &str) -> (Verdict, &'static str, String) {
    (Verdict::CannotTell, "untold", message.to_owned())
}
