//! `unroutable-host`.

use crate::lint::address::host_of;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{Endpoint, LinkUse};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a host, or the host of an endpoint URL, that means another machine to every reader: `localhost`, a
    /// loopback, unspecified or link-local address. Where all links of the entity stay on the machine it is right.
    ///
    /// # Why is this bad?
    /// An inventory is read by those who configure the peers. For them `localhost` is their own machine, and a
    /// link-local address leads no further than the next router.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   ARCHIVE: {ae_title: ARCHIVE, role: SCP, host: localhost, port: 4242}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   ARCHIVE: {ae_title: ARCHIVE, role: SCP, host: archive.example.org, port: 4242}
    /// ```
    ///
    /// # References
    /// - RFC 1122, section 3.2.1.3
    /// - RFC 3927, section 2
    /// - RFC 4291, section 2.5
    "unroutable-host": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let Some((key, host)) = host_of(endpoint.entity) else { continue };
        let Some(why) = host.unreachable() else { continue };
        let links = subject.inventory.links_of(&endpoint);
        if !links.is_empty() && links.iter().all(|link| stays_on_its_machine(link)) {
            continue;
        }
        findings
            .at(endpoint.route().key(key), format!("no peer can reach `{host}`: it is {why}"))
            .help("write the address or name by which peers reach the machine")
            .rests_on(endpoint.route().key("protocol"))
            .rests_on(Route::root().key("links"));
    }
}

fn stays_on_its_machine(link: &LinkUse<'_>) -> bool {
    let is_local =
        |end: &Endpoint<'_>| host_of(end.entity).is_some_and(|(_, host)| host.unreachable().is_some());
    link.ends().is_some_and(|(source, target)| is_local(&source) && is_local(&target))
}
