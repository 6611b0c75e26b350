//! `unregistered-mention`.

use crate::lint::findings::Findings;
use crate::lint::mentions::{Mention, Mentioned, may_be_registered, mentions, name_before};
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::notation::{AttributeTag, Tag};
use crate::standard::attribute;
use crate::standard::nearest;
use crate::standard::uids::Place;

rule! {
    /// # What it does
    /// Reports a tag with an even group number in prose that the data dictionary does not hold, and a UID under
    /// 1.2.840.10008 that the registry does not. Private tags, ranges, patterns such as `(60xx,3000)` and the beginnings
    /// of UIDs do not count, nor does what is reported where the statement itself uses it.
    ///
    /// # Why is this bad?
    /// A tag or a UID in a sentence is what a reader copies into a filter, a mapping or a configuration. One that does
    /// not exist is mistyped, or newer than the edition that this program knows.
    ///
    /// # Example
    /// ```yaml
    /// introduction: {remarks: "The patient is found by Patient ID `(0010,0002)`."}
    /// ```
    /// Use instead:
    /// ```yaml
    /// introduction: {remarks: "The patient is found by Patient ID `(0010,0020)`."}
    /// ```
    ///
    /// # References
    /// - PS3.6, chapter 6 and Annex A
    /// - PS3.5, sections 7.8 and 9.2
    "unregistered-mention": Prose, Warning, Recommended, prose(check), since "0.1.0"
}

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    for mention in mentions(passage) {
        if is_known(&mention.of) || is_used(passage, &mention.of) {
            continue;
        }
        let written = &passage.written()[mention.range.clone()];
        let place =
            if matches!(mention.of, Mentioned::Tag(_)) { "data dictionary" } else { "registry of DICOM" };
        let message = format!("`{written}` is not in the {place}");
        let help = help(passage, &mention);
        let _ = passage.report(findings, mention.range, message).help(help);
    }
}

fn is_known(mentioned: &Mentioned) -> bool {
    match mentioned {
        // Every group once had a length (PS3.5, section 7.2).
        Mentioned::Tag((_, 0)) => true,
        Mentioned::Tag(tag) => attribute::by_tag(*tag).is_some() || IN_SEQUENCES.contains(tag),
        Mentioned::Uid(uid) => may_be_registered(uid),
    }
}

/// Item, Item Delimitation Item and Sequence Delimitation Item (PS3.5, section 7.5).
const IN_SEQUENCES: &[attribute::Tag] = &[(0xFFFE, 0xE000), (0xFFFE, 0xE00D), (0xFFFE, 0xE0DD)];

/// Whether the statement uses it, so that it is reported there.
fn is_used(passage: &Passage<'_, '_>, mentioned: &Mentioned) -> bool {
    let Some(subject) = passage.statement else { return false };
    let survey = &subject.survey;
    match mentioned {
        Mentioned::Uid(uid) => survey.items.iter().any(|used| used.item.uid.as_deref() == Some(uid)),
        Mentioned::Tag((group, element)) => {
            let tag = AttributeTag::One(Tag::new(*group, *element));
            let mut paths = survey.attributes.iter().filter_map(|site| site.attribute.tag.as_ref());
            paths.any(|path| path.0.tags().contains(&tag))
        }
    }
}

fn help(passage: &Passage<'_, '_>, mention: &Mention) -> String {
    if let Some(named) = name_before(&passage.manuscript().shown, mention) {
        return format!("did you mean {named}?");
    }
    let near = match &mention.of {
        Mentioned::Uid(uid) => nearest::uids_by_uid(uid, Place::Any).first().copied(),
        Mentioned::Tag(_) => None,
    };
    match near {
        Some(entry) => format!("near is `{}` ({})", entry.uid, entry.short_name()),
        None => "one that a newer edition assigns is not known to this version".to_owned(),
    }
}
