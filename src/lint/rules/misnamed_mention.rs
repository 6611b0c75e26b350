//! `misnamed-mention`.

use crate::lint::findings::Findings;
use crate::lint::mentions::{Beside, Mention, Registered, after, before, mentions};
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::lint::sentence::sentence_at;

rule! {
    /// # What it does
    /// Reports a tag or a UID in prose where the words right beside it are exactly the registered name of another
    /// attribute, SOP class or transfer syntax. Shortened names and names with a word more or less do not count.
    ///
    /// # Why is this bad?
    /// One of the two is wrong, and a reader cannot tell which. Who copies the number configures one thing, who reads
    /// the name expects another.
    ///
    /// # Example
    /// ```yaml
    /// introduction: {remarks: "The patient is found by Patient ID `(0010,0010)`."}
    /// ```
    /// Use instead:
    /// ```yaml
    /// introduction: {remarks: "The patient is found by Patient ID `(0010,0020)`."}
    /// ```
    ///
    /// # References
    /// - PS3.6, chapter 6 and Annex A
    "misnamed-mention": Prose, Warning, Recommended, prose(check), since "0.1.0"
}

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let mentions = mentions(passage);
    for (number, mention) in mentions.iter().enumerate() {
        let Some(own) = mention.of.registered() else { continue };
        let previous = number.checked_sub(1).and_then(|number| mentions.get(number));
        if let Some(other) = other_name(passage, mention, own, previous, mentions.get(number + 1)) {
            let written = &passage.written()[mention.range.clone()];
            let message = format!("`{written}` is `{}`, not `{}`", own.name(), other.name());
            let _ = passage.report(findings, mention.range.clone(), message).help(format!(
                "`{}` is `{}`",
                other.name(),
                other.number()
            ));
        }
    }
}

/// The other thing whose name stands beside a mention, unless that name belongs to the mention on its other side.
fn other_name(
    passage: &Passage<'_, '_>,
    mention: &Mention,
    own: Registered,
    previous: Option<&Mention>,
    next: Option<&Mention>,
) -> Option<Registered> {
    let shown = &passage.manuscript().shown;
    let sentence = sentence_at(shown, mention.range.start);
    if own.is_named_in(&shown[sentence.start..mention.range.start])
        || is_of_list(shown, mention, previous, next)
    {
        return None;
    }
    let is_free =
        |between: &str| between.contains(|letter: char| !matches!(letter, ' ' | '(' | ')' | ':' | '='));
    match (before(shown, mention, own), after(shown, mention, own)) {
        (Beside::Own, _) | (_, Beside::Own) => None,
        (Beside::Other(other, name), _) => {
            let belongs = previous.is_some_and(|previous| !is_free(&shown[previous.range.end..name.start]));
            (!belongs).then_some(other)
        }
        (_, Beside::Other(other, name)) => {
            let belongs = next.is_some_and(|next| !is_free(&shown[name.end..next.range.start]));
            (!belongs).then_some(other)
        }
        _ => None,
    }
}

/// Whether the mention is a part of a path, or one of several that belong to several names: `(0040,A370)>(0008,0050)`.
fn is_of_list(shown: &str, mention: &Mention, previous: Option<&Mention>, next: Option<&Mention>) -> bool {
    let joins = |between: &str| between.chars().all(|mark| matches!(mark, ' ' | '>' | '/' | '&' | '(' | ')'));
    previous.is_some_and(|previous| joins(&shown[previous.range.end..mention.range.start]))
        || next.is_some_and(|next| joins(&shown[mention.range.end..next.range.start]))
}
