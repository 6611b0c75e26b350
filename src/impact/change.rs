//! `Change`: what is to be otherwise about an entity.

use crate::model::{LifecycleStatus, Protocol, SiteEntity};
use crate::standard::nearest::nearest;

/// What is to be otherwise about an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It gets another TCP port.
    Port(u16),
    /// It gets another host.
    Host(String),
    /// It gets another AE title.
    Title(String),
    /// It speaks another protocol.
    Protocol(Protocol),
    /// It gets another base URL.
    EndpointUrl(String),
    /// It comes to another stage of life.
    Status(LifecycleStatus),
    /// It is taken away.
    Remove,
}

/// A value that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alteration {
    /// The key of the value in the inventory.
    pub key: &'static str,
    /// What it was.
    pub before: Option<String>,
    /// What it becomes.
    pub after: String,
}

/// What can be changed, as it is written.
const KEYS: &[&str] = &["port", "host", "title", "protocol", "endpoint_url", "status", "remove"];

const PROTOCOLS: [Protocol; 4] = [Protocol::Dicom, Protocol::DicomTls, Protocol::DicomWeb, Protocol::Other];

/// The stages of life, in their order.
pub(super) const STAGES: [LifecycleStatus; 5] = [
    LifecycleStatus::Planned,
    LifecycleStatus::Approved,
    LifecycleStatus::Production,
    LifecycleStatus::Deprecated,
    LifecycleStatus::Obsolete,
];

impl Change {
    /// Reads `port=11113` or `remove`; what is wrong is told in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text == "remove" {
            return Ok(Self::Remove);
        }
        let Some((key, value)) = text.split_once('=') else {
            return Err(format!("a change is written `port=11113` or `remove`, and `{text}` is neither"));
        };
        let (key, value) = (key.trim(), value.trim());
        if value.is_empty() && KEYS.contains(&key) && key != "remove" {
            return Err(format!("behind `{key}=` stands no value"));
        }
        match key {
            "port" => port(value).map(Self::Port),
            "host" => Ok(Self::Host(value.to_owned())),
            "title" | "ae_title" => Ok(Self::Title(value.to_owned())),
            "endpoint_url" => Ok(Self::EndpointUrl(value.to_owned())),
            "protocol" => word(value, PROTOCOLS, Protocol::as_str).map(Self::Protocol),
            "status" => word(value, STAGES, LifecycleStatus::as_str).map(Self::Status),
            "remove" => Err("`remove` takes no value".to_owned()),
            _ => Err(unknown(key)),
        }
    }

    /// Makes the change.
    pub(super) fn apply(&self, entity: &mut SiteEntity) {
        match self {
            Self::Port(port) => entity.port = Some(i64::from(*port)),
            Self::Host(host) => entity.host = Some(host.clone()),
            Self::Title(title) => entity.ae_title = Some(title.clone()),
            Self::Protocol(protocol) => entity.protocol = Some(*protocol),
            Self::EndpointUrl(url) => entity.endpoint_url = Some(url.clone()),
            Self::Status(status) => entity.status = Some(*status),
            Self::Remove => {}
        }
    }
}

fn port(text: &str) -> Result<u16, String> {
    let port = text.parse().ok().filter(|port| *port > 0);
    port.ok_or_else(|| format!("`{text}` is no TCP port: these are whole numbers from 1 to 65535"))
}

fn word<T: Copy, const COUNT: usize>(
    text: &str,
    words: [T; COUNT],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    let found = words.into_iter().find(|word| name(*word).eq_ignore_ascii_case(text));
    found.ok_or_else(|| {
        let names: Vec<String> = words.into_iter().map(|word| format!("`{}`", name(word))).collect();
        format!("`{text}` is none of {}", names.join(", "))
    })
}

fn unknown(key: &str) -> String {
    let near = nearest(key, KEYS.iter().copied()).map(|near| format!("; did you mean `{near}`?"));
    format!("`{key}` cannot be changed here, only {}{}", KEYS.join(", "), near.unwrap_or_default())
}

/// The values in which an entity differs from what it was.
pub(super) fn alterations(before: &SiteEntity, after: &SiteEntity) -> Vec<Alteration> {
    let port = |entity: &SiteEntity| entity.port.map(|port| port.to_string());
    let protocol = |entity: &SiteEntity| Some(entity.protocol().to_string());
    let status = |entity: &SiteEntity| entity.status.map(|status| status.to_string());
    let pairs = [
        ("ae_title", before.ae_title.clone(), after.ae_title.clone()),
        ("protocol", protocol(before), protocol(after)),
        ("host", before.host.clone(), after.host.clone()),
        ("port", port(before), port(after)),
        ("endpoint_url", before.endpoint_url.clone(), after.endpoint_url.clone()),
        ("status", status(before), status(after)),
    ];
    let differing = pairs.into_iter().filter(|(_, before, after)| before != after);
    differing.filter_map(|(key, before, after)| Some(Alteration { key, before, after: after? })).collect()
}
