//! `service-in-prose-only`.

use crate::lint::findings::Findings;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::lint::sentence::{is_negated, occurrences, sentence_at};
use crate::lint::service_roles::{is_about, named_role};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a summary, description or policy by which the Application Entity is SCU or SCP of a service while no
    /// presentation context of the statement has that service in that role. Sentences that deny it, and those about
    /// others, do not count.
    ///
    /// # Why is this bad?
    /// Readers and programs take what a product supports from its tables. A service that only a sentence mentions is not
    /// in the overview, not in the comparison with a peer, and has no transfer syntaxes.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     policies: {initiation: The AE initiates associations as Storage Commitment SCU.}
    ///     activities: {Echo: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     policies: {initiation: The AE initiates no associations.}
    ///     activities: {Echo: {accepts: [Verification as SCP in ImplicitVRLittleEndian]}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    /// - PS3.2, section A.4.2.1.1
    "service-in-prose-only": Prose, Warning, Recommended, prose(check), since "0.1.0"
}

/// What stands before the role.
const CUES: &[&str] = &["as", "is", "supports", "provides", "implements"];

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let written = passage.written();
    let Some(subject) = passage.statement else { return };
    if !(written.contains("SCU") || written.contains("SCP")) || !describes_entity(passage) {
        return;
    }
    let words = passage.words();
    let entity = passage.text.keys().nth(1).unwrap_or_default();
    let product = subject.statement.product.name.as_deref().unwrap_or_default();
    let names = [entity, product];
    let mut found: Vec<_> = CUES
        .iter()
        .flat_map(|cue| occurrences(words, cue))
        .filter(|cue| is_said_of(&names, words, cue.start))
        .filter_map(|cue| named_role(words, words.len() - words[cue.end..].trim_start_matches(' ').len()))
        .collect();
    found.sort_by_key(|named| named.name.start);
    found.dedup_by_key(|named| named.name.start);
    for named in found {
        let is_claimed = |role: &&_| named.service.is_claimed(&subject.survey, **role);
        let Some(role) = named.roles.iter().find(|role| !is_claimed(role)) else { continue };
        let name = words[named.name.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let message = format!("`{name}` as {} is in no presentation context", role.as_str());
        let root = Route::root();
        let _ = passage
            .report(findings, named.name, message)
            .help("add it to the contexts of an activity, or take it out of the text")
            .rests_on(root.clone().key("application_entities"))
            .rests_on(root.key("sop_classes"));
    }
}

fn describes_entity(passage: &Passage<'_, '_>) -> bool {
    let mut keys = passage.text.keys();
    let is_of_entity = keys.next() == Some("application_entities");
    let is_policy = keys.any(|key| key == "policies");
    is_of_entity && (is_policy || matches!(passage.text.key(), "summary" | "description"))
}

/// Whether the sentence says of one of these, and does not deny, what comes at a position.
fn is_said_of(names: &[&str], words: &str, at: usize) -> bool {
    let sentence = sentence_at(words, at);
    !is_negated(&words[sentence.clone()]) && is_about(names, words[sentence.start..at].trim())
}
