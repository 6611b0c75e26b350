//! `overview-contradiction`.

use crate::lint::findings::Findings;
use crate::lint::overview;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports an overview written by hand that differs from what the Application Entities and web services support: a
    /// SOP class or transaction that only one of the two sides lists, or another role.
    ///
    /// Only imported statements have such an overview; it is otherwise made of the entities. Verification, the members
    /// of a Meta SOP Class and the Retrieve Capabilities transaction may be left out of it.
    ///
    /// # Why is this bad?
    /// The overview is what a buyer reads, the tables of the entities are what an engineer configures. Where they
    /// differ, one of the two plans with a service that is not there.
    ///
    /// # Example
    /// ```yaml
    /// overview_services:
    ///   - {sop_class: Storage Commitment Push Model, scu: yes, scp: yes}
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Commit:
    ///         accepts: [Verification as SCP in uncompressed, Storage Commitment Push Model as SCP in uncompressed]
    ///         initiates: [Storage Commitment Push Model as SCP in uncompressed negotiating role selection]
    /// ```
    /// Use instead:
    /// ```yaml
    /// overview_services:
    ///   - {sop_class: Storage Commitment Push Model, scu: no, scp: yes}
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Commit:
    ///         accepts: [Verification as SCP in uncompressed, Storage Commitment Push Model as SCP in uncompressed]
    ///         initiates: [Storage Commitment Push Model as SCP in uncompressed negotiating role selection]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.1
    /// - PS3.2, section A.4.2.1.1
    "overview-contradiction": Document, Error, Minimal, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    overview::check(&subject.survey, findings);
}
