//! `undescribed-security-profile`.

use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::security_points::open_points;
use crate::lint::security_profiles::{is_outdated, listed};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a security or system management profile without what PS3.15 asks a statement to tell about it: how it is
    /// selected and used, and for example the ports, key management and abort reason of TLS, the size of audit messages,
    /// how descriptors are cleaned, or how DHCP, DNS and NTP are used.
    ///
    /// # Why is this bad?
    /// A profile leaves choices to the product. The name alone does not tell a hospital which port to open, whose
    /// certificates are accepted, or what is left of a comment in a de-identified image.
    ///
    /// # Example
    /// ```yaml
    /// security:
    ///   profiles: [BCP 195 TLS Secure Transport Connection Profile]
    /// ```
    /// Use instead:
    /// ```yaml
    /// security:
    ///   profiles:
    ///     - BCP 195 TLS Secure Transport Connection Profile: Chosen for each remote system.
    ///   tls:
    ///     ports: Port 2762 is secured.
    ///     key_management: Certificates are imported by an administrator.
    ///     integrity_failure: The association is aborted with the reason 0.
    /// ```
    ///
    /// # References
    /// - PS3.2, sections 7.6, A.4.3.2 and A.8.1
    /// - PS3.15, chapter 6 and sections A.6, A.7, B.9, E.1.3, F.1.8, G.1.5 and H.1.7
    "undescribed-security-profile": Security, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    let all = listed(statement);
    let known = all.iter().filter(|listed| !is_outdated(listed, &all, statement));
    let known = known.filter_map(|listed| Some((listed.known?, listed)));
    for entries in grouped(known, |(profile, _)| profile.section) {
        let Some((profile, first)) = entries.first().copied() else { continue };
        let entries: Vec<_> = entries.into_iter().map(|(_, listed)| listed).collect();
        let (open, help) = open_points(statement, profile, &entries);
        if !open.is_empty() {
            let names = open.join(", ");
            findings
                .at(first.route(), format!("`{}` leaves open: {names}", profile.name))
                .help(help)
                .rests_on(Route::root().key("security"))
                .rests_on(Route::root().key("network"));
        }
    }
}
