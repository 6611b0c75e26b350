//! The configuration of Orthanc: JSON with comments, whose `DicomModalities` are the peers.

use super::draft::{Draft, Sketch};
use super::json::{self, Json, Value};
use super::peers::{Configuration, Peer, Written};

/// The keys of a peer that say nothing of a site.
const PASSED_OVER: &[&str] = &[
    "AllowEcho",
    "AllowEventReport",
    "AllowFind",
    "AllowFindWorklist",
    "AllowGet",
    "AllowMove",
    "AllowNAction",
    "AllowNEventReport",
    "AllowStorageCommitment",
    "AllowStore",
    "AllowTranscoding",
    "LocalAet",
    "Manufacturer",
    "Timeout",
];

pub(super) fn read(text: &str) -> Draft {
    let mut sketch = Sketch::default();
    let (root, fault) = json::read(text);
    sketch.remarks.extend(fault);
    let Some(root) = root else { return sketch.finish() };
    if let Some(title) = root.at("DicomAet") {
        let name = sketch.begin(title.text().unwrap_or("ORTHANC"));
        set(&mut sketch, &name, "ae_title", Some(title));
        set(&mut sketch, &name, "port", root.at("DicomPort"));
        secure(&mut sketch, &name, root.at("DicomTlsEnabled"));
    }
    match root.at("DicomModalities").map(|peers| (peers, &peers.value)) {
        Some((_, Value::Object(peers))) => {
            for (name, peer) in peers {
                take(&mut sketch, name, peer);
            }
        }
        Some((other, _)) => sketch.remarks.push(other.remark("`DicomModalities` is no object")),
        None if root.at("DicomAet").is_none() => {
            sketch.remarks.push(root.remark("there is neither `DicomModalities` nor `DicomAet`"));
        }
        None => {}
    }
    sketch.finish()
}

/// A peer: a list of title, host, port and perhaps the manufacturer, or an object.
fn take(sketch: &mut Sketch, symbol: &str, peer: &Json) {
    match &peer.value {
        Value::List(parts) if (3..=4).contains(&parts.len()) => {
            let name = sketch.begin(symbol);
            for (key, part) in ["ae_title", "host", "port"].into_iter().zip(parts) {
                set(sketch, &name, key, Some(part));
            }
        }
        Value::Object(entries) => {
            let name = sketch.begin(symbol);
            for (key, own) in [("ae_title", "AET"), ("host", "Host"), ("port", "Port")] {
                if peer.at(own).is_none() {
                    sketch.remarks.push(peer.remark(format!("`{symbol}` has no `{own}`")));
                }
                set(sketch, &name, key, peer.at(own));
            }
            secure(sketch, &name, peer.at("UseDicomTls"));
            let known = ["AET", "Host", "Port", "UseDicomTls"];
            for (key, value) in entries {
                let is_known = |own: &&str| own.eq_ignore_ascii_case(key);
                if !known.iter().chain(PASSED_OVER).any(is_known) {
                    sketch.remarks.push(value.remark(format!("`{key}` of `{symbol}` is not known")));
                }
            }
        }
        _ => {
            let remark = peer.remark(format!("`{symbol}` is no peer"));
            sketch
                .remarks
                .push(remark.help("a peer is written `[\"TITLE\", \"host\", 104]`, or as an object"));
        }
    }
}

fn set(sketch: &mut Sketch, name: &str, key: &'static str, value: Option<&Json>) {
    let Some(value) = value else { return };
    match value.text() {
        Some(text) => sketch.set(name, key, (text, value.line)),
        None => sketch.remarks.push(value.remark(format!("the `{key}` of `{name}` is no single value"))),
    }
}

fn secure(sketch: &mut Sketch, name: &str, flag: Option<&Json>) {
    if let Some(flag) = flag.filter(|flag| flag.text() == Some("true")) {
        sketch.set(name, "protocol", ("DICOM TLS", flag.line));
    }
}

/// The largest port that Orthanc takes for a peer.
const LARGEST_PORT: u16 = 65534;

pub(super) fn written(configuration: &Configuration) -> Written<'_> {
    let mut written = Written::default();
    let mut lines = Vec::new();
    for peer in &configuration.peers {
        match peer.port {
            None => written.leave_out(peer, "it has no port"),
            Some(port) if port > LARGEST_PORT => {
                written.leave_out(peer, &format!("the port {port} is larger than {LARGEST_PORT}"));
            }
            Some(port) => lines.push(line(peer, port)),
        }
    }
    written.exported.text = format!("{{\n  \"DicomModalities\" : {{\n{}\n  }}\n}}\n", lines.join(",\n"));
    if lines.is_empty() {
        "{\n  \"DicomModalities\" : {}\n}\n".clone_into(&mut written.exported.text);
    }
    written
}

fn line(peer: &Peer, port: u16) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let (name, title, host) = (quoted(&peer.name), quoted(&peer.ae_title), quoted(&peer.host));
    if peer.is_secure {
        // Only the long form can say so; Orthanc knows it since 1.9.0.
        format!(
            "    {name} : {{ \"AET\" : {title}, \"Host\" : {host}, \"Port\" : {port}, \"UseDicomTls\" : true }}"
        )
    } else {
        format!("    {name} : [ {title}, {host}, {port} ]")
    }
}
