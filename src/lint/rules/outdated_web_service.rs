//! `outdated-web-service`.

use crate::finding::Written;
use crate::lint::enumeration::enumeration;
use crate::lint::findings::{Findings, Wording};
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_services::{TransactionClaim, WebClaim};
use crate::standard::web_transaction::{FormerName, former_name};

rule! {
    /// # What it does
    /// Reports WADO-WS, and a transaction under the name that it had before the web services were documented anew in 2019,
    /// such as `SearchForStudies`.
    ///
    /// Acronyms such as `STOW-RS` are as good as the names of today. A statement that refers to an edition of its time is
    /// right to use its names.
    ///
    /// # Why is this bad?
    /// Readers look for the names of the standard that they have at hand. WADO-WS is no part of it any more.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Archive access:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {SearchForStudies: {media_types: [application/dicom+json]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Archive access:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Search: {media_types: [application/dicom+json], resources: [studies]}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.2.1
    /// - PS3.18, sections 10.3 and 11.3
    "outdated-web-service": Web, Warning, Recommended, statement(check), fixable, since "0.1.0"
}

/// The first editions without WADO-WS, and with the names of today.
const WITHOUT_WADO_WS: &str = "2017c";
const DOCUMENTED_ANEW: &str = "2019d";

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let edition = subject.statement.statement.edition.as_deref().unwrap_or_default().trim().to_lowercase();
    let is_since = |first: &str| !edition.starts_with("20") || edition.as_str() >= first;
    for claim in subject.web_claims() {
        for used in claim.transactions.iter().filter(|used| used.is_claimed) {
            let Some(former) = former_name(used.name) else { continue };
            let route = claim.transaction_route(used);
            let first = if former.service.is_empty() { WITHOUT_WADO_WS } else { DOCUMENTED_ANEW };
            if !is_since(first) {
                continue;
            }
            let Some(present) = former.transaction() else {
                let message = format!("`{}` was retired with the SOAP web service in 2017", used.name);
                findings
                    .at_key(route, message)
                    .help("what it did is done by `Retrieve` of the Studies Service");
                continue;
            };
            let message = format!("`{}` is called `{}` since 2019", used.name, present.name);
            let resources = match former.resources.as_slice() {
                [] => String::new(),
                paths => format!(", with {} as `resources`", enumeration(paths.iter().copied())),
            };
            let help = format!("write `{}`{resources}", present.name);
            let wording = findings.at_key(route, message).help(help);
            if is_only(claim, used, former) {
                renamed(wording, claim, used, former, present.name);
            }
        }
    }
}

/// Whether a transaction can take its present name, because no other has it or would get it.
fn is_only(claim: &WebClaim<'_>, used: &TransactionClaim<'_>, former: &FormerName) -> bool {
    let present = former.transaction();
    let mut others = claim.transactions.iter().filter(|other| other.name != used.name);
    present.is_some() && !others.any(|other| other.known == present)
}

fn renamed(
    wording: Wording<'_>,
    claim: &WebClaim<'_>,
    used: &TransactionClaim<'_>,
    former: &FormerName,
    present: &str,
) {
    let route = claim.transaction_route(used);
    let mut wording = wording.edit_key(route.clone(), present);
    for (position, operation) in claim.service.facade.iter().enumerate() {
        let behind = claim.route().key("facade").index(position).key("uses");
        for (number, _) in operation.uses.iter().enumerate().filter(|(_, name)| *name == used.name) {
            wording = wording.edit(behind.clone().index(number), present);
        }
    }
    if used.transaction.resources.is_empty() && !former.resources.is_empty() {
        let paths = former.resources.iter().map(|path| (*path).to_owned()).collect();
        wording.insert(route, "resources", Written::List(paths)).unsafely();
    }
}
