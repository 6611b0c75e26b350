//! `malformed-host`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::notation::Host;

rule! {
    /// # What it does
    /// Reports a host that is neither an IP address nor a host name, such as one that carries a scheme, a port or a
    /// path.
    ///
    /// # Why is this bad?
    /// The host is copied into configurations and firewall rules, where only an address or a name can stand.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: "10.0.0.5:104", port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - RFC 1123, section 2.1
    /// - RFC 4291, section 2.2
    "malformed-host": Governance, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let host = endpoint.entity.host.as_deref().map(str::trim).filter(|host| !host.is_empty());
        let Some(host) = host.filter(|host| Host::parse(host).is_none()) else { continue };
        findings
            .at(endpoint.route().key("host"), format!("`{host}` is neither an IP address nor a host name"))
            .help(remedy(host));
    }
}

fn remedy(host: &str) -> String {
    let bare = host.split_once("://").map_or(host, |(_, rest)| rest);
    let bare = bare.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((name, port)) = bare.rsplit_once(':').filter(|(name, _)| Host::parse(name).is_some()) {
        let port = port.trim_matches(|character: char| !character.is_ascii_digit());
        let name = name.trim_matches(['[', ']']);
        let name = if name.contains(':') { format!("\"{name}\"") } else { name.to_owned() };
        return format!("write `host: {name}` and `port: {port}`");
    }
    if bare != host && Host::parse(bare).is_some() {
        return format!("write `host: {bare}`; the URL of a web service belongs under `endpoint_url`");
    }
    let is_numeric = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_numeric {
        return "an IPv4 address has four numbers from 0 to 255, none with a leading zero".to_owned();
    }
    "write an address such as `10.0.0.5`, or a name of letters, digits, hyphens and full stops".to_owned()
}
