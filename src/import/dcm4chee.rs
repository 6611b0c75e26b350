//! The LDIF of an application configuration (PS3.15 Annex H), as dcm4chee-arc keeps it.

mod ldif;

use std::collections::{HashMap, HashSet};

use self::ldif::{Attribute, Entry, entries, spelt};
use super::Remark;
use super::draft::{Draft, Sketch};
use super::peers::{Configuration, Peer, Written};
use crate::model::Role;
use crate::standard::modality;

/// The keys of an entity that are taken from an attribute of an entry as they are.
const CONNECTION: [(&str, &str); 2] = [("host", "dicomHostname"), ("port", "dicomPort")];

pub(super) fn read(text: &str) -> Draft {
    let mut sketch = Sketch::default();
    let (entries, remarks) = entries(text);
    sketch.remarks.extend(remarks);
    let entities: Vec<&Entry> = entries.iter().filter(|entry| entry.is("dicomNetworkAE")).collect();
    let directory = Directory::of(&entries, &entities);
    for entity in &entities {
        take(&mut sketch, &directory, entity);
    }
    if entities.is_empty() {
        let message = "there is no entry of the class `dicomNetworkAE`";
        sketch
            .remarks
            .push(Remark::new(1, 1, message).help("an Application Entity is such an entry (PS3.15 H.1.4)"));
    }
    sketch.finish()
}

/// The entries of a file by their distinguished names.
struct Directory<'e> {
    /// The first entry of each name.
    named: HashMap<&'e str, &'e Entry>,
    /// What hangs directly below a name, in the order of the file.
    below: HashMap<&'e str, Vec<&'e Entry>>,
    /// How many entities hang directly below a name.
    entities: HashMap<&'e str, usize>,
}

impl<'e> Directory<'e> {
    fn of(entries: &'e [Entry], entities: &[&'e Entry]) -> Self {
        let mut directory = Self { named: HashMap::new(), below: HashMap::new(), entities: HashMap::new() };
        for entry in entries {
            directory.named.entry(&entry.name).or_insert(entry);
            directory.below.entry(entry.parent()).or_default().push(entry);
        }
        for entity in entities {
            *directory.entities.entry(entity.parent()).or_default() += 1;
        }
        directory
    }

    fn named(&self, name: &str) -> Option<&'e Entry> {
        self.named.get(name).copied()
    }
}

fn take(sketch: &mut Sketch, directory: &Directory<'_>, entity: &Entry) {
    let Some(title) = entity.first("dicomAETitle") else {
        sketch.remarks.push(Remark::new(entity.line, 1, "the entry has no `dicomAETitle`"));
        return;
    };
    let device = directory.named(entity.parent()).filter(|entry| entry.is("dicomDevice"));
    let device_name = device.and_then(|device| device.first("dicomDeviceName"));
    // A device with one entity is what its author calls it.
    let is_only = directory.entities.get(entity.parent()) == Some(&1);
    let wanted = device_name.filter(|_| is_only).unwrap_or(title);
    let name = sketch.begin(&wanted.value);
    let mut set = |key, attribute: Option<&Attribute>| {
        if let Some(attribute) = attribute {
            sketch.set(&name, key, (&attribute.value, attribute.line));
        }
    };
    set("ae_title", Some(title));
    let kind = device.and_then(|device| device.first("dicomPrimaryDeviceType"));
    set("modality", kind.filter(|kind| modality::by_term(&kind.value).is_some()));
    set("equipment", device_name);
    set("organization", device.and_then(|device| device.first("dicomInstitutionName")));
    set("description", entity.first("dicomDescription"));
    role(sketch, directory, entity, &name);
    connection(sketch, directory, entity, &name);
    let is_absent = |entry: &Entry| {
        entry.first("dicomInstalled").is_some_and(|said| said.value.eq_ignore_ascii_case("FALSE"))
    };
    if is_absent(entity) || device.is_some_and(is_absent) {
        let message = format!("`{name}` is not installed, which the draft cannot say");
        sketch.remarks.push(Remark::new(entity.line, 1, message));
    }
}

/// The role, by the transfer capabilities below the entity, else by who makes associations.
fn role(sketch: &mut Sketch, directory: &Directory<'_>, entity: &Entry, name: &str) {
    let below = directory.below.get(entity.name.as_str()).into_iter().flatten();
    let roles: Vec<&Attribute> = below.filter_map(|entry| entry.first("dicomTransferRole")).collect();
    let has = |word: &str| roles.iter().find(|role| role.value.eq_ignore_ascii_case(word));
    let is_so = |key: &str| entity.first(key).filter(|said| said.value.eq_ignore_ascii_case("TRUE"));
    let (user, provider) = if roles.is_empty() {
        (is_so("dicomAssociationInitiator"), is_so("dicomAssociationAcceptor"))
    } else {
        (has("SCU").copied(), has("SCP").copied())
    };
    let (role, from) = match (user, provider) {
        (Some(from), Some(_)) => (Role::Both, from),
        (Some(from), None) => (Role::Scu, from),
        (None, Some(from)) => (Role::Scp, from),
        (None, None) => return,
    };
    sketch.set(name, "role", (role.as_str(), from.line));
}

/// Where the entity is reached: its first network connection.
fn connection(sketch: &mut Sketch, directory: &Directory<'_>, entity: &Entry, name: &str) {
    for (number, reference) in entity.all("dicomNetworkConnectionReference").enumerate() {
        let Some(connection) = directory.named(&ldif::folded(&reference.value)) else {
            let message = format!("the connection `{}` of `{name}` is not in the file", reference.value);
            sketch.remarks.push(Remark::new(reference.line, 1, message));
            continue;
        };
        if number > 0 {
            let message = format!("`{name}` has another connection, and a draft has one");
            sketch.remarks.push(Remark::new(reference.line, 1, message));
            continue;
        }
        for (key, own) in CONNECTION {
            if let Some(said) = connection.first(own) {
                sketch.set(name, key, (&said.value, said.line));
            }
        }
        if let Some(suite) = connection.first("dicomTLSCipherSuite") {
            sketch.set(name, "protocol", ("DICOM TLS", suite.line));
        }
    }
}

/// Where the entries of an archive hang.
const BASE: &str = "cn=DICOM Configuration,dc=dcm4che,dc=org";

/// The cipher suites by which a secured connection is told: those that RFC 9325 recommends for TLS 1.2 with RSA.
const SUITES: [&str; 2] = ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"];

pub(super) fn written(configuration: &Configuration) -> Written<'_> {
    let mut written = Written::default();
    "version: 1\n".clone_into(&mut written.exported.text);
    let mut devices: HashSet<String> = HashSet::new();
    for peer in &configuration.peers {
        // Names of devices are compared without regard to case.
        let device = peer.name.to_lowercase();
        if !devices.insert(device) {
            written.leave_out(peer, "another device has that name, letter case aside");
            continue;
        }
        written.exported.text += &device_of(peer);
        if peer.is_secure {
            let message = format!(
                "`{}` gets the cipher suites that RFC 9325 recommends, as the site names none",
                peer.name
            );
            written.lose(message);
        }
    }
    written
}

/// A device with one connection and one entity.
fn device_of(peer: &Peer) -> String {
    let title = ldif::escaped(&peer.ae_title);
    let device = format!("dicomDeviceName={},cn=Devices,{BASE}", ldif::escaped(&peer.name));
    let connection_name = if peer.is_secure { "dicom-tls" } else { "dicom" };
    let connection = format!("cn={connection_name},{device}");
    let truth = |is_so: bool| if is_so { "TRUE" } else { "FALSE" }.to_owned();
    let (is_user, is_provider) = peer.role.map_or((true, true), |role| (role.is_user(), role.is_provider()));
    let mut connected =
        vec![("objectClass", "dicomNetworkConnection".to_owned()), ("cn", connection_name.to_owned())];
    connected.push(("dicomHostname", peer.host.clone()));
    connected.extend(peer.port.map(|port| ("dicomPort", port.to_string())));
    if peer.is_secure {
        connected.extend(SUITES.map(|suite| ("dicomTLSCipherSuite", suite.to_owned())));
    }
    let mut entity = vec![
        ("objectClass", "dicomNetworkAE".to_owned()),
        ("dicomAETitle", peer.ae_title.clone()),
        ("dicomNetworkConnectionReference", connection.clone()),
        ("dicomAssociationInitiator", truth(is_user)),
        ("dicomAssociationAcceptor", truth(is_provider && peer.port.is_some())),
    ];
    entity.extend(peer.description.clone().map(|text| ("dicomDescription", text)));
    let registered =
        vec![("objectClass", "dicomUniqueAETitle".to_owned()), ("dicomAETitle", peer.ae_title.clone())];
    let described = vec![
        ("objectClass", "dicomDevice".to_owned()),
        ("dicomDeviceName", peer.name.clone()),
        ("dicomInstalled", truth(true)),
    ];
    let pieces = [
        (format!("dicomAETitle={title},cn=Unique AE Titles Registry,{BASE}"), registered),
        (device.clone(), described),
        (connection, connected),
        (format!("dicomAETitle={title},{device}"), entity),
    ];
    let written = |(name, attributes): &(String, Vec<(&str, String)>)| {
        let lines = attributes.iter().map(|(key, value)| spelt(key, value)).collect::<String>();
        format!("\n{}{lines}", spelt("dn", name))
    };
    pieces.iter().map(written).collect()
}
