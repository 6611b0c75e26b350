//! `unstated-network-interface`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Network;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement with Application Entities on the network that names no physical network, or does not say
    /// which versions of the Internet Protocol are supported.
    ///
    /// # Why is this bad?
    /// A cable that does not fit and a network of IPv6 alone are the first things to rule out when a product is
    /// connected; the standard asks for both in so many words.
    ///
    /// # Example
    /// ```yaml
    /// network: {physical: [Ethernet 1000BASE-T]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// network: {physical: [Ethernet 1000BASE-T], ip_versions: [IPv4, IPv6]}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.3.1 and A.4.3.3
    /// - PS3.8, section 10.2
    "unstated-network-interface": Networking, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let network = &subject.statement.network;
    let absent = match (network.physical.is_empty(), network.ip_versions.is_empty()) {
        (false, false) => return,
        (true, true) => "neither the physical network nor the versions of the Internet Protocol are stated",
        (true, false) => "the physical network is not stated",
        (false, true) => "the versions of the Internet Protocol are not stated",
    };
    if subject.survey.claimed_contexts().next().is_none() {
        return;
    }
    let is_there = *network != Network::default();
    findings
        .at_key(Route::root().key(if is_there { "network" } else { "kind" }), absent)
        .help("write for example `network: {physical: [Ethernet 1000BASE-T], ip_versions: [IPv4, IPv6]}`")
        .rests_on(Route::root().key("network"));
}
