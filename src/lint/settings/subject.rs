//! What a parameter sets, as far as its name tells.
//!
//! Parameters have names of their authors' own. A name is understood where every word of it is; `Port` is the port of the
//! product, while `Port of the archive` may be anybody's.

/// What is set. What a name does not tell for certain is something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lint) enum Subject {
    /// The AE title.
    Title,
    /// The port.
    Port,
    /// The port for TLS.
    TlsPort,
    /// The maximum PDU size that is received.
    MaxPduReceived,
    /// The maximum PDU size that is sent.
    MaxPduSent,
    /// The number of associations that are initiated at a time.
    MaxInitiated,
    /// The number of associations that are accepted at a time.
    MaxAccepted,
    /// A time-out of associations or of DIMSE messages.
    Timeout,
    /// Another time-out of the network.
    OtherTimeout,
    /// Something else.
    Other,
}

impl Subject {
    /// What a parameter of this name sets for the product itself.
    pub(in crate::lint) fn of(name: &str) -> Self {
        let words = Words::of(name);
        let port = words.are_of(PORT) && words.has(&["port"]);
        let of_title =
            words.has(&["aetitle", "aet"]) || (words.has(&["title"]) && words.has(&["ae", "entity"]));
        if of_title && words.are_of(TITLE) {
            return Self::Title;
        }
        if port {
            return if words.has(TLS) { Self::TlsPort } else { Self::Port };
        }
        if words.has(&["pdu", "pdus"]) {
            return words.pdu();
        }
        if words.has(&["timeout", "timeouts", "artim"])
            || (words.has(&["time"]) && words.has(&["out", "outs"]))
        {
            return words.timeout();
        }
        words.associations()
    }
}

/// Whether a parameter of this name is the port of somebody else.
pub(in crate::lint) fn is_port_of_peer(name: &str) -> bool {
    let words = Words::of(name);
    let is_known = |word: &String| PORT.contains(&word.as_str()) || PEER.contains(&word.as_str());
    words.has(&["port"]) && words.has(PEER) && !words.has(&["local", "own"]) && words.0.iter().all(is_known)
}

/// Whether a text speaks of the systems at the other end.
pub(in crate::lint) fn speaks_of_peer(text: &str) -> bool {
    Words::of(text).has(PEER)
}

const TLS: &[&str] = &["tls", "ssl", "secure", "secured"];

const PORT: &[&str] = &[
    "ae",
    "default",
    "dicom",
    "dimse",
    "for",
    "ip",
    "listen",
    "listener",
    "listening",
    "local",
    "number",
    "of",
    "own",
    "port",
    "scp",
    "secure",
    "secured",
    "ssl",
    "tcp",
    "tcpip",
    "the",
    "tls",
];

const TITLE: &[&str] = &[
    "ae",
    "aet",
    "aetitle",
    "application",
    "default",
    "dicom",
    "entity",
    "local",
    "of",
    "own",
    "the",
    "title",
];

const PEER: &[&str] = &[
    "called",
    "destination",
    "destinations",
    "host",
    "hostname",
    "hosts",
    "node",
    "nodes",
    "partner",
    "partners",
    "peer",
    "peers",
    "remote",
    "system",
    "systems",
    "target",
    "targets",
];

const RECEIVED: &[&str] = &["receipt", "receive", "received", "receives", "receiving", "reception"];

const SENT: &[&str] = &["send", "sending", "sends", "sent", "transmit", "transmitted"];

const PDU: &[&str] = &[
    "ae", "be", "byte", "bytes", "can", "could", "default", "dicom", "for", "in", "is", "it", "largest",
    "length", "local", "max", "maximum", "may", "of", "on", "pdu", "pdus", "size", "that", "the", "to",
    "which",
];

const INITIATED: &[&str] =
    &["initiate", "initiated", "initiates", "initiating", "initiator", "outgoing", "scu"];

const ACCEPTED: &[&str] = &["accept", "accepted", "accepting", "acceptor", "accepts", "incoming", "scp"];

const LIMIT: &[&str] =
    &["concurrent", "limit", "max", "maximum", "number", "parallel", "simultaneous", "simultaneously"];

const ASSOCIATIONS: &[&str] = &[
    "a",
    "ae",
    "an",
    "as",
    "association",
    "associations",
    "at",
    "be",
    "by",
    "can",
    "default",
    "it",
    "local",
    "of",
    "one",
    "same",
    "that",
    "the",
    "time",
];

const COMMUNICATION: &[&str] = &[
    "acse",
    "answer",
    "answers",
    "artim",
    "association",
    "associations",
    "command",
    "dicom",
    "dimse",
    "general",
    "idle",
    "inactivity",
    "message",
    "messages",
    "network",
    "release",
    "reply",
    "request",
    "requests",
    "response",
    "responses",
];

const TRANSPORT: &[&str] = &["connect", "connection", "ip", "packet", "packets", "socket", "tcp", "tcpip"];

const TIMEOUT: &[&str] = &[
    "default", "in", "ms", "of", "out", "outs", "s", "sec", "seconds", "the", "time", "timeout", "timeouts",
];

/// What has time-outs of its own that say nothing of associations.
const ELSEWHERE: &[&str] = &[
    "audit",
    "commitment",
    "http",
    "job",
    "lock",
    "log",
    "login",
    "logout",
    "logon",
    "rest",
    "screen",
    "session",
    "user",
    "web",
];

/// The words of a name, in lower case.
struct Words(Vec<String>);

impl Words {
    fn of(name: &str) -> Self {
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.map(str::to_lowercase).collect())
    }

    fn has(&self, any: &[&str]) -> bool {
        self.0.iter().any(|word| any.contains(&word.as_str()))
    }

    fn are_of(&self, known: &[&str]) -> bool {
        self.0.iter().all(|word| known.contains(&word.as_str()))
    }

    /// Whether nothing is left beside these words.
    fn are_of_all(&self, known: &[&[&str]]) -> bool {
        self.0.iter().all(|word| known.iter().any(|some| some.contains(&word.as_str())))
    }

    fn pdu(&self) -> Subject {
        match (self.has(RECEIVED), self.has(SENT)) {
            (true, false) if self.are_of_all(&[PDU, RECEIVED]) => Subject::MaxPduReceived,
            (false, true) if self.are_of_all(&[PDU, SENT]) => Subject::MaxPduSent,
            _ => Subject::Other,
        }
    }

    fn associations(&self) -> Subject {
        let is_limit = self.has(&["association", "associations"]) && self.has(LIMIT);
        match (self.has(INITIATED), self.has(ACCEPTED)) {
            _ if !is_limit => Subject::Other,
            (true, false) if self.are_of_all(&[LIMIT, ASSOCIATIONS, INITIATED]) => Subject::MaxInitiated,
            (false, true) if self.are_of_all(&[LIMIT, ASSOCIATIONS, ACCEPTED]) => Subject::MaxAccepted,
            _ => Subject::Other,
        }
    }

    fn timeout(&self) -> Subject {
        let is_of_association = self.has(&["acse", "artim", "association", "associations", "dimse"]);
        if self.has(ELSEWHERE) {
            return Subject::Other;
        }
        if is_of_association || (self.has(COMMUNICATION) && !self.has(TRANSPORT)) || self.are_of(TIMEOUT) {
            return Subject::Timeout;
        }
        if self.has(TRANSPORT) { Subject::OtherTimeout } else { Subject::Other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_is_set() {
        for (name, subject) in [
            ("AE Title", Subject::Title),
            ("Local AE Title", Subject::Title),
            ("Called AE Title", Subject::Other),
            ("Title", Subject::Other),
            ("TCP/IP Port", Subject::Port),
            ("Listening port (TLS)", Subject::TlsPort),
            ("Port of the archive", Subject::Other),
            ("Support", Subject::Other),
            ("Maximum PDU size the AE can receive", Subject::MaxPduReceived),
            ("Max. PDU Size Sent", Subject::MaxPduSent),
            ("PDU size", Subject::Other),
            ("Maximum number of simultaneous associations as SCP", Subject::MaxAccepted),
            ("Number of initiated associations", Subject::MaxInitiated),
            ("Maximum number of simultaneous associations per storage service", Subject::Other),
            ("Associations at a time", Subject::Other),
            ("General DIMSE level time-out values", Subject::Timeout),
            ("Timeout", Subject::Timeout),
            ("Time-out waiting for a response to a TCP/IP connect request", Subject::OtherTimeout),
            ("Time-out for the answer to an association request", Subject::Timeout),
            ("Time-out for a storage commitment result", Subject::Other),
            ("Time until the screen is locked", Subject::Other),
        ] {
            assert_eq!(Subject::of(name), subject, "{name}");
        }
    }

    #[test]
    fn names_tell_whose_port_it_is() {
        assert!(is_port_of_peer("Remote port") && is_port_of_peer("Destination AE TCP/IP Port"));
        assert!(!is_port_of_peer("Port") && !is_port_of_peer("Remote control port"));
        assert!(!is_port_of_peer("Local or remote port"));
    }
}
