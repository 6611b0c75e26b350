//! TLS ports: of Application Entities and of web services, in a statement and on the hosts of a site.

use crate::model::{Protocol, SiteEntity, Statement, Support, WebRole};
use crate::notation::{Host, WebAddress};
use crate::route::Route;

/// A secured listener of a deployed entity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct SecureListener {
    pub(super) host: Host,
    pub(super) port: u16,
    pub(super) is_web: bool,
}

impl SecureListener {
    /// The secured listener of an entity, where it has one that others can reach.
    pub(super) fn of(entity: &SiteEntity) -> Option<Self> {
        let listener = match entity.protocol() {
            Protocol::DicomTls => Self {
                host: Host::parse(entity.host.as_deref()?)?,
                port: u16::try_from(entity.port?).ok()?,
                is_web: false,
            },
            Protocol::DicomWeb => {
                let address = WebAddress::parse(entity.endpoint_url.as_deref()?)?;
                let listener = Self { host: address.host, port: address.port, is_web: true };
                address.is_secure.then_some(listener)?
            }
            Protocol::Dicom | Protocol::Other => return None,
        };
        listener.host.unreachable().is_none().then_some(listener)
    }

    /// The same place, with the other kind of service.
    pub(super) fn other(&self) -> Self {
        Self { is_web: !self.is_web, ..self.clone() }
    }
}

/// The ports of secured web services that the product itself provides, with the routes of their addresses.
pub(super) fn of_web_services(statement: &Statement) -> Vec<(u16, Route)> {
    let services = statement.web_services.iter().filter(|(_, service)| {
        service.role == Some(WebRole::OriginServer) && service.support.is_none_or(Support::is_claim)
    });
    let addresses = services.flat_map(|(name, service)| {
        let route = Route::root().key("web_services").key(name);
        [("base_url", &service.base_url), ("secured_url", &service.secured_url)]
            .into_iter()
            .filter_map(move |(key, url)| Some((port_of(url.as_deref()?)?, route.clone().key(key))))
    });
    addresses.collect()
}

/// The port of an `https` URL whose host may be a placeholder; none where the port is one too.
fn port_of(url: &str) -> Option<u16> {
    const DEFAULT: u16 = 443;
    let (scheme, rest) = url.trim().split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    match authority.rsplit_once(':') {
        Some((_, port)) if !port.contains(']') => port.parse().ok(),
        _ => Some(DEFAULT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ports_are_found_in_addresses_with_placeholders() {
        assert_eq!(port_of("https://{server}/dicomweb"), Some(443));
        assert_eq!(port_of("HTTPS://pacs.example.org:8443"), Some(8443));
        assert_eq!(port_of("https://[2001:db8::1]/x:1"), Some(443));
        assert_eq!(port_of("https://{server}:{port}/dicomweb"), None);
        assert_eq!(port_of("http://pacs.example.org:443"), None);
    }
}
