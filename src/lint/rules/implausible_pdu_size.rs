//! `implausible-pdu-size`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a maximum PDU size from 1 to 1023, and one that is negative or above 4294967295.
    ///
    /// # Why is this bad?
    /// The size is a number of bytes. A small one is most likely a number of kilobytes, which would make peers cut
    /// images into tiny pieces; a very large one does not fit into the four bytes in which it is sent. 0 means that
    /// there is no maximum.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     associations: {max_pdu_received: 16}
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     associations: {max_pdu_received: 16384}
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.8, section D.1.1
    "implausible-pdu-size": Networking, Warning, Recommended, statement(check), since "0.1.0"
}

const LARGEST: i64 = 4_294_967_295;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (route, associations) in subject.statement.association_policies() {
        judge(associations.max_pdu_received, || route.clone().key("max_pdu_received"), findings);
        judge(associations.max_pdu_sent, || route.clone().key("max_pdu_sent"), findings);
    }
}

fn judge(size: Option<i64>, route: impl Fn() -> Route, findings: &mut Findings) {
    match size {
        Some(size @ 1..=1023) => {
            findings
                .at(route(), format!("a maximum PDU size of {size} bytes is hardly meant"))
                .help(format!("if these are kilobytes, write {}", size * 1024));
        }
        Some(size) if !(0..=LARGEST).contains(&size) => {
            findings
                .at(route(), format!("{size} is not a PDU size that can be sent"))
                .help(format!("the largest is {LARGEST}; 0 stands for no maximum"));
        }
        _ => {}
    }
}
