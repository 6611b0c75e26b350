//! The points that PS3.15 and PS3.2 ask a statement to make about a security or system management profile.

use super::security_profiles::{Holder, Listed};
use crate::model::{AuditTrail, DigitalSignatures, Prose, Statement, TransportSecurity};
use crate::standard::security_profile::{self, SecurityProfile};
use crate::standard::spelling::folded;

/// The points that are open, where a profile is described by some entries, and how to make them.
pub(super) fn open_points(
    statement: &Statement,
    profile: &SecurityProfile,
    entries: &[&Listed<'_>],
) -> (Vec<String>, &'static str) {
    let said = Said { statement, entries };
    let mut open = Vec::new();
    let place = match profile.kind {
        "Secure Transport Connection" if profile.is_tls() => said.of_tls(&mut open),
        "Secure Use" if matches!(profile.section, "A.5" | "A.6" | "A.7") => said.of_audit(profile, &mut open),
        "Secure Use" | "Digital Signature" => {
            said.general(statement.security.digital_signatures != DigitalSignatures::default(), &mut open);
            "say so in `security.digital_signatures`, or in the text of the profile"
        }
        "User Identity" => {
            said.general(has_text(statement.security.user_identity.text.as_ref()), &mut open);
            "say so in `security.user_identity`, or in the text of the profile"
        }
        "System Management" => said.of_management(profile, &mut open),
        "Attribute Confidentiality" => {
            said.general(false, &mut open);
            if said.has_option("E.3.5") && !said.mentions(&["descriptor", "clean"]) {
                open.push("how descriptors are cleaned".to_owned());
            }
            "say so in the `text` of the profile"
        }
        _ => {
            said.general(false, &mut open);
            "say so in the `selection` and `text` of the profile"
        }
    };
    (open, place)
}

/// What a statement says that may have to do with a profile.
struct Said<'a> {
    statement: &'a Statement,
    entries: &'a [&'a Listed<'a>],
}

impl Said<'_> {
    /// The texts of the profile's own entries.
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.entries
            .iter()
            .flat_map(|listed| match listed.holder {
                Holder::Security(profile) => [&profile.selection, &profile.text],
                Holder::Management(profile) => [&profile.text, &profile.security],
            })
            .flatten()
            .map(Prose::as_str)
            .filter(|text| !text.is_empty())
    }

    fn mentions(&self, words: &[&str]) -> bool {
        mention(self.texts(), words)
    }

    /// How the profile is selected and used.
    fn general(&self, is_told_elsewhere: bool, open: &mut Vec<String>) {
        if !is_told_elsewhere && self.texts().next().is_none() {
            open.push("how it is selected and used".to_owned());
        }
    }

    fn has_option(&self, section: &str) -> bool {
        self.entries.iter().any(|listed| match listed.holder {
            Holder::Security(profile) => profile
                .options
                .iter()
                .filter_map(|option| security_profile::by_name(option))
                .any(|known| known.section == section),
            Holder::Management(_) => false,
        })
    }

    /// PS3.15, sections B.9 and following: ports, key management, and what follows on a failure of integrity.
    fn of_tls(&self, open: &mut Vec<String>) -> &'static str {
        let (statement, tls) = (self.statement, &self.statement.security.tls);
        self.general(*tls != TransportSecurity::default(), open);
        let general = [&tls.text, &statement.security.text].into_iter().flatten().map(Prose::as_str);
        let texts: Vec<&str> = self.texts().chain(general).collect();
        let tells = |text: &Option<Prose>, words: &[&str]| {
            has_text(text.as_ref()) || mention(texts.iter().copied(), words)
        };
        let has_port = statement.application_entities.values().any(|entity| entity.tls_port.is_some())
            || statement.web_services.values().any(|service| service.secured_url.is_some());
        let points = [
            ("TLS ports", has_port || tells(&tls.ports, &["port"])),
            (
                "key management",
                has_text(tls.certificates.as_ref()) || tells(&tls.key_management, &["key", "certificate"]),
            ),
            ("the abort on a failure of integrity", tells(&tls.integrity_failure, &["abort", "integrity"])),
        ];
        open.extend(points.iter().filter(|(_, is_made)| !is_made).map(|(name, _)| (*name).to_owned()));
        "say so in `security.tls`, or in the text of the profile"
    }

    /// PS3.15, sections A.5 to A.7: the size of messages, and what is added to their schema.
    fn of_audit(&self, profile: &SecurityProfile, open: &mut Vec<String>) -> &'static str {
        let audit = &self.statement.security.audit_trail;
        self.general(*audit != AuditTrail::default(), open);
        if profile.section != "A.5" {
            let own: Vec<&str> = self.texts().chain(audit.text.as_ref().map(Prose::as_str)).collect();
            let tells = |words: &[&str]| mention(own.iter().copied(), words);
            if audit.max_message_size.is_none() && !tells(&["size", "octets", "bytes"]) {
                open.push("the largest message".to_owned());
            }
            if !has_text(audit.extensions.as_ref()) && !tells(&["schema", "extension", "structured"]) {
                open.push("extensions of the message schema".to_owned());
            }
        }
        "say so in `security.audit_trail`, or in the text of the profile"
    }

    /// PS3.15, sections F.1.8, G.1.5 and H.1.7: how each protocol of the actors is used.
    fn of_management(&self, profile: &SecurityProfile, open: &mut Vec<String>) -> &'static str {
        let network = &self.statement.network;
        let actors: Vec<&str> = self
            .entries
            .iter()
            .filter_map(|listed| match listed.holder {
                Holder::Management(said) => Some(said.actors.iter()),
                Holder::Security(_) => None,
            })
            .flatten()
            .filter_map(|actor| security_profile::protocol_of_actor(actor))
            .collect();
        let mut protocols = if actors.is_empty() { profile.protocols.split(", ").collect() } else { actors };
        protocols.sort_unstable();
        protocols.dedup();
        if self.texts().next().is_some() || has_text(network.additional_protocols.as_ref()) {
            return "";
        }
        let told = |protocol: &str| {
            let mut protocols = network.protocols.iter();
            protocols.any(|(name, text)| folded(name).contains(&folded(protocol)) && !text.is_empty())
        };
        open.extend(
            protocols.iter().filter(|protocol| !told(protocol)).map(|name| format!("how {name} is used")),
        );
        "say so in `network.protocols`, or in the text of the profile"
    }
}

fn has_text(text: Option<&Prose>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

/// Whether any of some texts has one of some words, written in lower case here and in any case there.
fn mention<'a>(mut texts: impl Iterator<Item = &'a str>, words: &[&str]) -> bool {
    texts.any(|text| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word))
    })
}
