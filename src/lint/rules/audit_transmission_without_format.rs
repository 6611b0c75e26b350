//! `audit-transmission-without-format`.

use crate::finding::Written;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::security_profiles::{Listed, list, listed};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a profile by which audit messages are transmitted, over TLS or over UDP, without the Audit Trail Message
    /// Format Profile, and the one over TLS with a maximum message size of less than 32768 octets.
    ///
    /// # Why is this bad?
    /// Both transmission profiles build on the message format: without it nobody knows what arrives. Messages that are
    /// cut off cannot be read either.
    ///
    /// # Example
    /// ```yaml
    /// security:
    ///   profiles: [Audit Trail Message Transmission Profile - SYSLOG-TLS]
    /// ```
    /// Use instead:
    /// ```yaml
    /// security:
    ///   profiles: [Audit Trail Message Format Profile, Audit Trail Message Transmission Profile - SYSLOG-TLS]
    /// ```
    ///
    /// # References
    /// - PS3.15, section A.6
    /// - PS3.15, section A.7
    "audit-transmission-without-format": Security, Error, Recommended, statement(check), fixable, since "0.1.0"
}

const FORMAT: &str = "Audit Trail Message Format Profile";

/// The size, in octets, that messages may have (PS3.15, section A.6).
const LEAST_SIZE: i64 = 32768;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let all = listed(subject.statement);
    let transmissions: Vec<_> = all.iter().filter(|listed| listed.is("A.6") || listed.is("A.7")).collect();
    let Some((first, others)) = transmissions.split_first() else { return };
    let may_be_format =
        |listed: &Listed<'_>| listed.known.is_none() && listed.name.to_lowercase().contains("audit");
    if !all.iter().any(|listed| listed.is("A.5") || may_be_format(listed)) {
        let wording = findings
            .at(first.route(), format!("audit messages are transmitted, but the `{FORMAT}` is not claimed"))
            .help(format!("add `{FORMAT}` to the profiles"))
            .rests_on(list())
            .append(list(), Written::Text(FORMAT.to_owned()))
            .unsafely();
        others.iter().fold(wording, |wording, other| wording.related(other.route(), "and here"));
    }
    let size = subject.statement.security.audit_trail.max_message_size.filter(|size| *size < LEAST_SIZE);
    if let Some(size) = size
        && let Some(over_tls) = transmissions.iter().find(|listed| listed.is("A.6"))
    {
        let route = Route::root().key("security").key("audit_trail").key("max_message_size");
        findings
            .at(
                route,
                format!("audit messages of {size} octets at most, where {LEAST_SIZE} have to be possible"),
            )
            .related(over_tls.route(), "they are transmitted as this profile has it")
            .help("state a limit of at least 32768 octets");
    }
}
