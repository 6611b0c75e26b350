//! `unknown-security-profile`.

use std::collections::HashMap;

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::security_profiles::{Holder, Listed, is_extension, known, listed};
use crate::route::Route;
use crate::standard::security_profile;
use crate::standard::spelling::folded;

rule! {
    /// # What it does
    /// Reports the name of a security or system management profile, of an option of the confidentiality profile or of
    /// an actor of a system management profile that PS3.15 does not have. A profile whose description says that it is
    /// an extension or a private one is left alone.
    ///
    /// # Why is this bad?
    /// A name of PS3.15 stands for what is written there, down to the cipher suites. Nobody can look up another one, and
    /// two products that both claim it may have nothing in common.
    ///
    /// # Example
    /// ```yaml
    /// security:
    ///   profiles: [BCP 195 Secure Connection Profile]
    /// ```
    /// Use instead:
    /// ```yaml
    /// security:
    ///   profiles: [BCP 195 TLS Secure Transport Connection Profile]
    /// ```
    ///
    /// # References
    /// - PS3.15, chapter 6 and Annexes A to H
    /// - PS3.2, section 7.6
    "unknown-security-profile": Security, Warning, Recommended, product(check), fixable, since "0.1.0"
}

/// A name that PS3.15 does not have.
struct Unknown<'s> {
    what: &'static str,
    name: &'s str,
    route: Route,
    near: Option<&'static str>,
    help: &'static str,
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let mut unknown = Vec::new();
    for listed in &listed(subject.statement) {
        collect(listed, &mut unknown);
    }
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut places: Vec<Vec<Route>> = Vec::new();
    for (position, of) in unknown.iter().enumerate() {
        let before = *first.entry(folded(of.name)).or_insert(position);
        places.push(Vec::new());
        if before != position {
            places[before].push(of.route.clone());
        }
    }
    for (position, (of, places)) in unknown.iter().zip(places).enumerate() {
        if first.get(&folded(of.name)) != Some(&position) {
            continue;
        }
        let help = of.near.map_or_else(|| of.help.to_owned(), |near| format!("did you mean `{near}`?"));
        let wording = findings
            .at(of.route.clone(), format!("PS3.15 has no {} `{}`", of.what, of.name))
            .help(help)
            .also(places.iter().cloned());
        if let Some(near) = of.near {
            let wording = wording.edit(of.route.clone(), near);
            places.into_iter().fold(wording, |wording, place| wording.edit(place, near)).unsafely();
        }
    }
}

fn collect<'s>(listed: &Listed<'s>, unknown: &mut Vec<Unknown<'s>>) {
    let Some(profile) = listed.known else {
        if !is_extension(listed) {
            unknown.push(Unknown {
                what: "profile",
                name: listed.name,
                route: listed.route(),
                near: security_profile::nearest(listed.name),
                help: "what is no profile of PS3.15 is described under `security.other`",
            });
        }
        return;
    };
    let (key, what, names): (_, _, &[String]) = match listed.holder {
        Holder::Security(said) if profile.section == "E.2" => ("options", "option", &said.options),
        Holder::Management(said) => ("actors", "actor", &said.actors),
        Holder::Security(_) => return,
    };
    for (position, name) in names.iter().enumerate() {
        let is_known =
            if what == "option" { known(name).is_some() } else { security_profile::is_actor(name) };
        if !is_known && !name.trim().is_empty() {
            unknown.push(Unknown {
                what,
                name,
                route: listed.entry.clone().key(key).index(position),
                near: if what == "option" { security_profile::nearest(name) } else { None },
                help: "the names are those of the profile's section in PS3.15",
            });
        }
    }
}
