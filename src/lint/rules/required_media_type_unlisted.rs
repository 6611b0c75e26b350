//! `required-media-type-unlisted`.

use crate::finding::Written;
use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_media_types::{Gap, gaps};

rule! {
    /// # What it does
    /// Reports media types of an origin server without one that it has to support: for retrievals of the Studies Service
    /// that of the resources it lists, for searches and the Worklist Service JSON and XML.
    ///
    /// Media types of the service count for each of its transactions. Of a list with an entry that is no media type,
    /// such as `DICOM`, nothing is said.
    ///
    /// # Why is this bad?
    /// A user agent that asks for one of these may rely on getting it from every server. One that does not get it, and
    /// was not told, finds out in use.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Search: {resources: [studies], media_types: [application/dicom+json]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search: {resources: [studies], media_types: [application/dicom+json, application/dicom+xml]}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.4.4, Table 10.4.4-1
    /// - PS3.18, sections 10.6.4 and 11.1.3
    "required-media-type-unlisted": Web, Error, Strict, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for Gap { list, absent, transactions, service } in gaps(subject) {
        let message = format!(
            "the media types of {} lack {}",
            enumeration(transactions.iter().copied()),
            enumeration(absent.iter().copied())
        );
        let mut wording = findings
            .at_key(list.clone(), message)
            .help("every origin server supports these; add them if the product does")
            .rests_on(list.clone())
            .rests_on_keys(&service, &["role", "service", "media_types"]);
        for transaction in transactions {
            wording = wording.rests_on(service.clone().key("transactions").key(transaction).key("resources"));
        }
        for media_type in absent {
            wording = wording.append(list.clone(), Written::Text(media_type.to_owned()));
        }
        wording.unsafely();
    }
}
