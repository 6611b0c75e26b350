//! What the program cannot do, because nothing in it could.

use std::fs;

use super::{settle, sources};
use crate::bless::root;

/// Crates by which programs reach a network. (`mio`, which watches files for `--watch`, has its sockets behind the
/// feature `net`, which nobody asks for.)
const OF_THE_NETWORK: &[&str] = &[
    "async-std",
    "attohttpc",
    "curl",
    "h2",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "tokio",
    "tungstenite",
    "ureq",
];

/// What the standard library has for it.
const SOCKETS: &[&str] =
    &["TcpListener", "TcpStream", "ToSocketAddrs", "UdpSocket", "UnixDatagram", "UnixListener", "UnixStream"];

#[test]
fn nothing_knows_the_network() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let names: Vec<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(names.len() > 50 && names.contains(&"dicomply"), "{names:?}");
    let known = names.iter().filter(|name| OF_THE_NETWORK.contains(name));
    let mut faults: Vec<String> =
        known.map(|name| format!("Cargo.lock: `{name}` could reach a network")).collect();
    for source in sources("src") {
        for (line, code) in source.code() {
            if let Some(socket) = SOCKETS.iter().find(|socket| code.contains(**socket)) {
                faults.push(source.at(line, &format!("`{socket}` could reach a network")));
            }
        }
    }
    settle(&faults);
}

/// The lints of the manifest hold for library, program, tests and benchmarks alike, and `forbid` cannot be taken back.
#[test]
fn unsafe_code_is_forbidden_everywhere() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let lints = manifest.split("[lints.rust]").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
    assert!(lints.contains("unsafe_code = \"forbid\""), "{lints}");
    assert!(!root().join("build.rs").exists(), "a build script has lints of its own");
}
