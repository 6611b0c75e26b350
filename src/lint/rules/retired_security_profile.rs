//! `retired-security-profile`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::security_profiles::{is_outdated, list, listed};

rule! {
    /// # What it does
    /// Reports the Basic TLS, ISCL or AES TLS profile as the only means to secure connections: without a profile of
    /// BCP 195 beside it. A statement of an edition before 2018 is left alone.
    ///
    /// # Why is this bad?
    /// They rest on TLS 1.0, or on ISCL, and on ciphers that are switched off today. A peer that follows current advice
    /// refuses such a connection.
    ///
    /// # Example
    /// ```yaml
    /// security:
    ///   profiles: [AES TLS Secure Transport Connection Profile]
    /// ```
    /// Use instead:
    /// ```yaml
    /// security:
    ///   profiles:
    ///     - BCP 195 RFC 8996, 9325 TLS Secure Transport Connection Profile
    ///     - AES TLS Secure Transport Connection Profile
    /// ```
    ///
    /// # References
    /// - PS3.15, sections B.1, B.2 and B.3 (retired)
    "retired-security-profile": Security, Warning, Recommended, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    let all = listed(statement);
    // A name that nobody knows may stand for the profile that is missed.
    if all.iter().any(|listed| listed.known.is_none() && listed.name.contains("195")) {
        return;
    }
    let mut outdated = all.iter().filter(|listed| is_outdated(listed, &all, statement));
    let Some(first) = outdated.next() else { return };
    let name = first.known.map_or(first.name, |known| known.name);
    let help = if name.contains("ISCL") {
        "there is no other profile that interoperates with it; a BCP 195 profile takes its place"
    } else {
        "the `BCP 195 TLS Secure Transport Connection Profile` may negotiate down to older peers; \
         later BCP 195 profiles take its place"
    };
    let wording = findings
        .at(first.route(), format!("`{name}` is retired, and no BCP 195 profile is listed beside it"))
        .help(help)
        .rests_on(list());
    outdated.fold(wording, |wording, other| wording.related(other.route(), "retired too"));
}
