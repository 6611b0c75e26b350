//! Hosts and base URLs: where an endpoint is found on the network.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An IP address or a host name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Host {
    /// An address, IPv4 or IPv6.
    Address(IpAddr),
    /// A name of the domain name system or of the local network, in lower case.
    Name(String),
}

impl Host {
    /// Reads an IPv4 address, an IPv6 address with or without brackets and zone, or a host name of RFC 1123.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
        let without_zone =
            bare.split_once('%').filter(|(_, zone)| !zone.is_empty()).map_or(bare, |(bare, _)| bare);
        if let Ok(address) = without_zone.parse::<Ipv6Addr>() {
            return Some(Self::Address(IpAddr::V6(address)));
        }
        if let Ok(address) = text.parse::<Ipv4Addr>() {
            return Some(Self::Address(IpAddr::V4(address)));
        }
        is_name(text).then(|| Self::Name(text.trim_end_matches('.').to_ascii_lowercase()))
    }

    /// Why no other machine can reach it, where that is so.
    pub fn unreachable(&self) -> Option<&'static str> {
        let address = match self {
            Self::Name(name) => {
                let is_local = name == "localhost" || name.ends_with(".localhost");
                return is_local.then_some("the machine itself");
            }
            // What IPv6 writes of an IPv4 address is judged as that.
            Self::Address(address) => address.to_canonical(),
        };
        let is_link_local = match address {
            IpAddr::V4(address) => address.is_link_local(),
            IpAddr::V6(address) => address.is_unicast_link_local(),
        };
        match address {
            _ if address.is_loopback() => Some("a loopback address"),
            _ if address.is_unspecified() => Some("the unspecified address"),
            _ if is_link_local => Some("a link-local address"),
            _ => None,
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => address.fmt(out),
            Self::Name(name) => name.fmt(out),
        }
    }
}

/// Labels of letters, digits and hyphens; an underscore is tolerated, as Windows names have it. A last label of
/// digits would be an address that went wrong.
fn is_name(text: &str) -> bool {
    let name = text.strip_suffix('.').unwrap_or(text);
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ends_in_number =
        name.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    name.len() <= 253 && name.split('.').all(is_label) && !ends_in_number
}

/// An absolute `http` or `https` URL.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebAddress {
    /// Whether it is `https`.
    pub is_secure: bool,
    /// The host.
    pub host: Host,
    /// The port, the default one of the scheme where none is written.
    pub port: u16,
    /// The path, with a slash at its beginning and none at its end.
    pub path: String,
}

impl WebAddress {
    /// Reads a URL; `None` for what is no absolute `http` or `https` URL.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.trim().split_once("://")?;
        let is_secure = match scheme.to_ascii_lowercase().as_str() {
            "http" => false,
            "https" => true,
            _ => return None,
        };
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let place = authority.rsplit_once('@').map_or(authority, |(_, place)| place);
        let split = place.rsplit_once(':').filter(|(_, port)| !port.contains(']'));
        let (host, port) = split.map_or((place, None), |(host, port)| (host, Some(port)));
        let default = if is_secure { 443 } else { 80 };
        let port = port.filter(|port| !port.is_empty()).map_or(Some(default), |port| port.parse().ok())?;
        let path = format!("/{}", path.trim_matches('/'));
        Some(Self { is_secure, host: Host::parse(host)?, port, path })
    }
}
