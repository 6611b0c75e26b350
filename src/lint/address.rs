//! Where a deployed Application Entity is reached, as far as it says.

use super::base_url;
use crate::model::{Protocol, SiteEntity};
use crate::notation::{Host, WebAddress};

/// What the address of an entity lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Absent {
    Host,
    Port,
    Both,
}

impl Absent {
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::Host => "no host",
            Self::Port => "no port",
            Self::Both => "neither host nor port",
        }
    }

    pub(crate) const fn keys(self) -> &'static str {
        match self {
            Self::Host => "`host`",
            Self::Port => "`port`",
            Self::Both => "`host` and `port`",
        }
    }
}

/// What the address of an entity lacks that makes associations.
pub(crate) fn absent_address(entity: &SiteEntity) -> Option<Absent> {
    if !entity.protocol().is_dimse() {
        return None;
    }
    let has_host = entity.host.as_deref().is_some_and(|host| !host.trim().is_empty());
    match (has_host, entity.port.is_some()) {
        (true, true) => None,
        (false, true) => Some(Absent::Host),
        (true, false) => Some(Absent::Port),
        (false, false) => Some(Absent::Both),
    }
}

/// The host of an entity, where it is well-formed, with the key under which it stands. The URL of an entity that
/// makes associations has no business there and is not judged.
pub(crate) fn host_of(entity: &SiteEntity) -> Option<(&'static str, Host)> {
    let url = entity.endpoint_url.as_deref().filter(|_| !entity.protocol().is_dimse());
    if let Some(url) = url {
        return web_address(entity, url).map(|address| ("endpoint_url", address.host));
    }
    Some(("host", Host::parse(entity.host.as_deref()?)?))
}

/// The address of an endpoint URL, where it is well-formed.
pub(crate) fn web_address(entity: &SiteEntity, url: &str) -> Option<WebAddress> {
    let is_judged = entity.protocol() == Protocol::DicomWeb;
    WebAddress::parse(url).filter(|_| !is_judged || base_url::fault(url, false).is_none())
}
