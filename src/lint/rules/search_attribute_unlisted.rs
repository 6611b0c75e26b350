//! `search-attribute-unlisted`.

use crate::finding::Written;
use crate::lint::enumeration::enumeration_up_to;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_search::{Absent, absent_attributes};
use crate::model::WebServiceKind;

rule! {
    /// # What it does
    /// Reports the attributes by which an origin server searches studies, series or instances, if they lack one by
    /// which every server has to search at a level that the resources of the search cover.
    ///
    /// `standard` stands for all of them. Without resources, the levels are those that have attributes; a search without
    /// attributes is not judged.
    ///
    /// # Why is this bad?
    /// User agents search by these attributes without asking. A parameter that the server does not know is ignored, so
    /// that the answer holds what nobody looked for.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search: {resources: ["studies/{study}/series/{series}/instances"], keys: {Instance: [SOPInstanceUID]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: origin_server
    ///     service: studies
    ///     transactions:
    ///       Search:
    ///         resources: ["studies/{study}/series/{series}/instances"]
    ///         keys: {Instance: [SOPClassUID, SOPInstanceUID, InstanceNumber]}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.6.1.2.3, Table 10.6.1-5
    "search-attribute-unlisted": Web, Error, Strict, statement(check), fixable, since "0.1.0"
}

/// How many names are written out.
const NAMED: usize = 9;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let servers =
        subject.web_claims().iter().filter(|claim| claim.is_origin_server_of(WebServiceKind::Studies));
    for claim in servers {
        let searches = claim.known_transactions().filter(|(_, known)| known.name == "Search");
        for (transaction, _) in searches {
            let route = claim.transaction_route(transaction);
            let keys = route.clone().key("keys");
            for Absent { level, group, names, rows } in absent_attributes(transaction.transaction) {
                let place = group.map_or_else(|| keys.clone(), |group| keys.clone().key(group));
                let message = format!(
                    "`{}` does not match by {} at level `{level}`",
                    transaction.name,
                    enumeration_up_to(NAMED, names.iter().copied())
                );
                let mut wording = findings
                    .at_key(place.clone(), message)
                    .help("every origin server searches by these; add them if the product does, or write `standard`")
                    .rests_on_keys(&route, &["keys", "resources", "query_parameters"])
                    .rests_on_keys(&claim.route(), &["role", "service"]);
                if group.is_none() {
                    wording = wording.insert(place, level, Written::Text("standard".to_owned()));
                } else {
                    for row in rows {
                        wording = wording.append(place.clone(), Written::Text(row));
                    }
                }
                wording.unsafely();
            }
        }
    }
}
