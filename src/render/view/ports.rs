//! The ports of a product (PS3.2 N.8.3): those of Application Entities and web services, and others.

use serde::Serialize;

use super::parameters::changer;
use super::scope::Scope;
use crate::model::{PortUse, WebRole};

/// A port.
#[derive(Debug, Serialize)]
pub struct PortRow {
    /// The port, or a range of ports.
    pub port: String,
    /// What goes over it.
    pub protocol: String,
    /// Who listens or connects.
    pub direction: String,
    /// Whether it can be changed, and by whom.
    pub changed_by: String,
    /// What it is for; prose.
    pub text: String,
}

/// All ports; empty where the statement lists none beside those of its entities.
pub(super) fn ports(scope: &Scope<'_>) -> Vec<PortRow> {
    let statement = scope.statement();
    if statement.security.ports.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (name, entity) in &statement.application_entities {
        for (port, protocol) in [(entity.port, "DICOM"), (entity.tls_port, "DICOM over TLS")] {
            rows.extend(port.map(|port| known(port.to_string(), protocol, format!("{name} AE"))));
        }
    }
    let servers = statement.web_services.iter().filter(|(_, web)| web.role == Some(WebRole::OriginServer));
    for (name, web) in servers {
        for url in [&web.base_url, &web.secured_url].into_iter().flatten() {
            rows.extend(port_of(url).map(|(protocol, port)| known(port, protocol, name.clone())));
        }
    }
    rows.extend(statement.security.ports.iter().map(|port| written(scope, port)));
    rows
}

fn known(port: String, protocol: &str, text: String) -> PortRow {
    let (protocol, direction) = (protocol.to_owned(), "Inbound".to_owned());
    PortRow { port, protocol, direction, changed_by: String::new(), text }
}

fn written(scope: &Scope<'_>, port: &PortUse) -> PortRow {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    PortRow {
        port: text(&port.port),
        protocol: text(&port.protocol),
        direction: super::conformance::sentence_case(&text(&port.direction)),
        changed_by: changer(port.changed_by.as_deref()),
        text: scope.prose(port.text.as_ref()).unwrap_or_default(),
    }
}

/// The protocol and the port of an address.
fn port_of(url: &str) -> Option<(&'static str, String)> {
    let (scheme, rest) = url.split_once("://")?;
    let (protocol, usual) = match scheme {
        "http" => ("HTTP", "80"),
        "https" => ("HTTPS", "443"),
        _ => return None,
    };
    let authority = rest.split(['/', '?', '#']).next()?;
    let port = authority.rsplit_once(':').map(|(_, port)| port);
    let is_port = |port: &&str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    Some((protocol, port.filter(is_port).unwrap_or(usual).to_owned()))
}
