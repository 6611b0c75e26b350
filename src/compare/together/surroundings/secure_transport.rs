//! Secure transport: profiles of PS3.15 Annex B, versions and cipher suites of TLS, and ports.

use super::associations::Meeting;
use super::{BOTH, Gathering, Note, View, route, row, statement};
use crate::compare::together::Topic;
use crate::model::{Statement, Support};
use crate::pairing::{Side, Verdict};
use crate::route::Route;
use crate::standard::security_profile::{self, SecurityProfile};

const REFERENCE: &str = "PS3.15, Annex B";

/// What a side says of secure transport.
struct Transport {
    profiles: Vec<&'static SecurityProfile>,
    /// Whether secure transport is denied: every profile that is named is said to be unsupported.
    is_denied: bool,
    versions: Vec<String>,
    cipher_suites: Vec<String>,
    mutual_authentication: Option<Support>,
    /// Where it says so first.
    place: Option<Route>,
}

impl Transport {
    fn of(statement: &Statement) -> Self {
        let security = &statement.security;
        let known = security.profiles.iter().filter_map(|written| {
            let known = security_profile::by_name(written.name.as_deref()?)?;
            (known.kind == "Secure Transport Connection").then_some((written, known))
        });
        let (claimed, denied): (Vec<_>, Vec<_>) =
            known.partition(|(written, _)| written.support.is_none_or(Support::is_claim));
        let tls = &security.tls;
        let is_told = !tls.versions.is_empty() || !tls.cipher_suites.is_empty() || tls.text.is_some();
        let place = if !claimed.is_empty() || !denied.is_empty() {
            Some(route(&["security", "profiles"]))
        } else {
            is_told.then(|| route(&["security", "tls"]))
        };
        Self {
            is_denied: claimed.is_empty() && !denied.is_empty() && !is_told,
            profiles: claimed.into_iter().map(|(_, known)| known).collect(),
            versions: tls.versions.iter().map(|text| plain(text)).collect(),
            cipher_suites: tls.cipher_suites.iter().map(|text| plain(text)).collect(),
            mutual_authentication: tls.mutual_authentication,
            place,
        }
    }

    fn said(&self, statement: &Statement) -> Option<String> {
        self.place.as_ref()?;
        if self.is_denied {
            return Some("none".to_owned());
        }
        let mut said: Vec<_> = self.profiles.iter().map(|profile| profile.name.to_owned()).collect();
        said.extend(statement.security.tls.versions.iter().cloned());
        Some(row(&said).unwrap_or_else(|| "TLS".to_owned()))
    }
}

/// The text as far as letter case, blanks, dashes and underscores do not matter.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.');
    letters.collect::<String>().to_ascii_uppercase()
}

pub(super) fn topic(view: &View<'_>, meetings: &[Meeting<'_>]) -> Option<Topic> {
    let transports = BOTH.map(|side| Transport::of(statement(view, side)));
    if transports.iter().all(|transport| transport.is_denied) {
        return None;
    }
    let said = BOTH.map(|side| transports[side as usize].said(statement(view, side)));
    let mut topic = Gathering::of(view, "Secure transport", said)?;
    let place = transports.iter().find_map(|transport| transport.place.clone())?;
    topic.note_silence("secure transport", REFERENCE, &place);
    secured_only(&mut topic, meetings, &transports);
    if transports.iter().all(|transport| transport.place.is_some() && !transport.is_denied) {
        profiles(&mut topic, &transports);
        let lists = |of: fn(&Transport) -> &Vec<String>| [of(&transports[0]), of(&transports[1])];
        disjoint(&mut topic, lists(|transport| &transport.versions), "versions", "no-common-tls-version");
        disjoint(
            &mut topic,
            lists(|transport| &transport.cipher_suites),
            "cipher_suites",
            "no-common-cipher-suite",
        );
        certificates(&mut topic, &transports);
    } else if transports.iter().any(|transport| transport.is_denied) {
        denied(&mut topic, &transports);
    }
    Some(topic.topic())
}

/// A side that denies secure transport, where the other one has it.
fn denied(topic: &mut Gathering<'_, '_>, transports: &[Transport; 2]) {
    for side in BOTH {
        let (ours, theirs) = (&transports[side as usize], &transports[side.opposite() as usize]);
        let (Some(place), Some(other)) = (&ours.place, &theirs.place) else { continue };
        if ours.is_denied && !theirs.is_denied {
            let name = topic.view.name(side);
            let note = Note {
                cause: "no-secure-transport",
                verdict: Verdict::DoesNotWork,
                message: format!(
                    "{name} has no secure transport: connections between the two are not secured"
                ),
                remedy: format!(
                    "the network has to protect them, or {name} to support a profile of the other side"
                ),
                reference: REFERENCE,
            };
            topic.note(note, vec![(side, place.clone()), (side.opposite(), other.clone())]);
        }
    }
}

/// An entity that listens on a port for TLS only, for a side that does not say that it has TLS.
fn secured_only(topic: &mut Gathering<'_, '_>, meetings: &[Meeting<'_>], transports: &[Transport; 2]) {
    for side in BOTH {
        let initiator = &transports[side.opposite() as usize];
        let secured = meetings.iter().filter(|meeting| meeting.initiator == side.opposite());
        let secured = secured.map(|meeting| &meeting.entities[side as usize]);
        let mut secured = secured.filter(|used| used.entity.tls_port.is_some() && used.entity.port.is_none());
        let Some(entity) = secured.next().filter(|_| initiator.is_denied || initiator.place.is_none()) else {
            continue;
        };
        let (name, other) = (topic.view.name(side), topic.view.name(side.opposite()));
        let note = Note {
            cause: "secured-only",
            verdict: if initiator.is_denied { Verdict::DoesNotWork } else { Verdict::CannotTell },
            message: format!(
                "{} of {name} states a port for TLS only, and {other} does not claim secure transport",
                entity.name
            ),
            remedy: format!("open a port without TLS in {name}, or find out whether {other} has TLS"),
            reference: REFERENCE,
        };
        let place = route(&["application_entities", entity.name, "tls_port"]);
        let mut evidence = vec![(side, place)];
        evidence.extend(initiator.place.clone().map(|place| (side.opposite(), place)));
        topic.note(note, evidence);
    }
}

fn evidence(transports: &[Transport; 2]) -> Vec<(Side, Route)> {
    BOTH.into_iter().filter_map(|side| Some((side, transports[side as usize].place.clone()?))).collect()
}

fn profiles(topic: &mut Gathering<'_, '_>, transports: &[Transport; 2]) {
    let [one, other] = transports;
    if one.profiles.is_empty() || other.profiles.is_empty() {
        return;
    }
    let is_common =
        |profile: &&&SecurityProfile| other.profiles.iter().any(|known| known.section == profile.section);
    let common: Vec<_> = one.profiles.iter().filter(is_common).collect();
    if common.iter().any(|profile| !profile.is_retired()) {
        return;
    }
    let is_bcp = |transport: &Transport| transport.profiles.iter().any(|known| known.follows_bcp_195());
    let are_bcp = is_bcp(one) && is_bcp(other);
    let have_common_version = one.versions.iter().any(|version| other.versions.contains(version));
    let (cause, verdict, message, remedy) = if !common.is_empty() {
        (
            "retired-profile",
            Verdict::WorksWithLimits,
            "the only profile of secure transport in common is a retired one",
            "both sides should support a BCP 195 profile of today",
        )
    } else if are_bcp && have_common_version {
        (
            "other-tls-profile",
            Verdict::WorksWithLimits,
            "the profiles differ, and a version of TLS is common to both",
            "settle the cipher suites and certificates between the two",
        )
    } else if are_bcp && (one.versions.is_empty() || other.versions.is_empty()) {
        (
            "other-tls-profile",
            Verdict::CannotTell,
            "the profiles differ, and not both sides say which versions of TLS they speak",
            "ask the vendors for versions and cipher suites of TLS",
        )
    } else {
        (
            "no-common-transport-profile",
            Verdict::DoesNotWork,
            "no profile of secure transport is common to both",
            "one of the two has to support a profile of the other one",
        )
    };
    let note =
        Note { cause, verdict, message: message.to_owned(), remedy: remedy.to_owned(), reference: REFERENCE };
    topic.note(note, evidence(transports));
}

/// Lists of TLS of which nothing is common.
fn disjoint(topic: &mut Gathering<'_, '_>, [one, other]: [&Vec<String>; 2], key: &str, cause: &'static str) {
    let has_both = !one.is_empty() && !other.is_empty();
    if !has_both || one.iter().any(|text| other.contains(text)) {
        return;
    }
    let what = if key == "versions" { "version" } else { "cipher suite" };
    let note = Note {
        cause,
        verdict: Verdict::DoesNotWork,
        message: format!("no {what} of TLS is common to both"),
        remedy: format!("one of the two has to support a {what} of the other one"),
        reference: REFERENCE,
    };
    let place = route(&["security", "tls", key]);
    topic.note(note, vec![(Side::One, place.clone()), (Side::Other, place)]);
}

/// One side asks for a certificate, and the other one has none to show.
fn certificates(topic: &mut Gathering<'_, '_>, transports: &[Transport; 2]) {
    for side in BOTH {
        let (ours, theirs) = (&transports[side as usize], &transports[side.opposite() as usize]);
        let wants = ours.mutual_authentication == Some(Support::Yes);
        if wants && theirs.mutual_authentication == Some(Support::No) {
            let (name, other) = (topic.view.name(side), topic.view.name(side.opposite()));
            let note = Note {
                cause: "mutual-authentication",
                verdict: Verdict::WorksWithLimits,
                message: format!(
                    "{name} authenticates both sides by certificates, and {other} only the server"
                ),
                remedy: format!("check whether {name} can be set to do without the certificate of {other}"),
                reference: REFERENCE,
            };
            let place = route(&["security", "tls", "mutual_authentication"]);
            topic.note(note, vec![(side, place.clone()), (side.opposite(), place)]);
        }
    }
}
