//! Reasons in words: what is the case, what of the standard decides it, and what would mend it.

mod causes;
mod exchanges;
mod steps;

use super::{Explanation, View};
use crate::pairing::{Reason, ServiceKind, Side, class_name};

/// A sentence about a cause, and what goes with it.
struct Said {
    cause: &'static str,
    message: String,
    remedy: Option<String>,
    reference: Option<&'static str>,
}

fn said(cause: &'static str, message: String, remedy: String, reference: &'static str) -> Said {
    Said { cause, message, remedy: Some(remedy), reference: Some(reference) }
}

/// The name of a service, by names of SOP classes.
pub(in crate::compare) fn service<'a>(kind: ServiceKind<'a>, class: impl Fn(&'a str) -> &'a str) -> String {
    match kind {
        ServiceKind::Storage => "Storage".to_owned(),
        ServiceKind::UnifiedProcedureStep => "Unified Procedure Step".to_owned(),
        ServiceKind::Class(uid) => class(uid).to_owned(),
        ServiceKind::Web(service, transaction) => format!("{transaction} ({})", service.title()),
        ServiceKind::Media(profile) => format!("Media, {profile}"),
    }
}

impl<'c> View<'c> {
    /// The name of a service.
    pub(super) fn service_name<'a>(&self, kind: ServiceKind<'a>) -> String
    where
        'c: 'a,
    {
        service(kind, |uid| self.class(uid))
    }

    /// The name of a SOP class or a transfer syntax: the registered one, or that by which a statement declares it; the
    /// UID where it has none.
    pub(super) fn class<'a>(&self, uid: &'a str) -> &'a str
    where
        'c: 'a,
    {
        // Each may have a name of its own for it; the same one is taken from either side.
        let declared = || {
            let names = self.products.iter().filter_map(|product| product.survey.declared_name(uid));
            names.min()
        };
        match class_name(uid) {
            name if name != uid => name,
            _ => declared().unwrap_or(uid),
        }
    }

    /// The names of some SOP classes in a sentence.
    fn classes(&self, uids: &[&str]) -> String {
        listed(uids.iter().map(|uid| self.class(uid)))
    }

    /// Reasons in words, for a service with a user.
    pub(super) fn explanations(&self, reasons: &[Reason<'c>], user: Side) -> Vec<Explanation> {
        reasons.iter().map(|reason| self.explanation(reason, user)).collect()
    }

    fn explanation(&self, reason: &Reason<'c>, user: Side) -> Explanation {
        let Said { cause, message, remedy, reference } = self.said(&reason.cause, user);
        let evidence = self.evidence(reason.places);
        Explanation { cause, verdict: reason.verdict(), message, remedy, reference, evidence }
    }
}

/// Names in a sentence: all of a few, the first ones of many.
pub(super) fn listed<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> String {
    const MANY: usize = 6;
    let number = names.len();
    let shown: Vec<_> = names.take(if number > MANY { MANY - 1 } else { MANY }).collect();
    let rest = number - shown.len();
    if rest > 0 { format!("{} and {rest} more", shown.join(", ")) } else { shown.join(", ") }
}

/// The first words of a text of its author's behind a colon, in one line.
fn first_words(text: &str) -> String {
    const MANY: usize = 14;
    let words: Vec<_> = text.split_whitespace().collect();
    let shown = words[..words.len().min(MANY)].join(" ").replace('`', "'");
    match words.len() {
        0 => String::new(),
        number if number > MANY => format!(": `{shown} …`"),
        _ => format!(": `{}`", shown.trim_end_matches('.')),
    }
}
