//! Comments: stretches of a file that are no node of it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::outline::Outline;
use super::plan::Plan;
use super::splicing::spliced;
use super::{Fate, Workshop, meaning};
use crate::finding::{Change, FileId, Finding, Place};

/// Bytes of a file, and the text that takes their place; none for a comment that goes.
type Stretch = (Range<usize>, Option<String>);

/// The findings whose edits change comments only.
#[derive(Default)]
pub(super) struct Comments {
    /// The finding, by its position, and what becomes of which stretches of one file.
    waiting: Vec<(usize, FileId, Vec<Stretch>)>,
}

impl Comments {
    /// Takes a finding whose edits are all of stretches of one file.
    pub(super) fn take(&mut self, number: usize, finding: &Finding) -> bool {
        let Some((file, stretches)) = stretches(finding) else { return false };
        self.waiting.push((number, file, stretches));
        true
    }

    /// Changes the comments of files that do not change otherwise; the others wait for the next round.
    pub(super) fn settle(
        self,
        workshop: &Workshop<'_>,
        texts: &mut Vec<(FileId, String)>,
        fates: &mut [Fate],
    ) {
        let mut new: BTreeMap<FileId, BTreeMap<(usize, usize), Option<String>>> = BTreeMap::new();
        let mut accepted: Vec<(usize, FileId)> = Vec::new();
        for (number, file, stretches) in self.waiting {
            if !workshop.outlines.contains_key(&file) {
                fates[number] = Fate::Refused("it stands in a file that is not examined itself".to_owned());
                continue;
            }
            let planned = new.entry(file).or_default();
            // None touches another, so the last one that begins before the end of a stretch tells of all before.
            let touches = |range: &Range<usize>| {
                let before = planned.range(..(range.end, 0)).next_back();
                before.is_some_and(|((_, end), _)| range.start < *end)
            };
            let is_free = texts.iter().all(|(changed, _)| *changed != file);
            if is_free && !stretches.iter().any(|(range, _)| touches(range)) {
                planned.extend(stretches.into_iter().map(|(range, text)| ((range.start, range.end), text)));
                accepted.push((number, file));
                fates[number] = Fate::Mended;
            } else {
                fates[number] = Fate::Waiting;
            }
        }
        for (file, stretches) in new.into_iter().filter(|(_, stretches)| !stretches.is_empty()) {
            let stretches = stretches.into_iter().map(|((start, end), text)| (start..end, text));
            let stretches: Vec<Stretch> = stretches.collect();
            let text = changed(workshop.text(file), &stretches);
            if says_the_same(workshop.text(file), &text) {
                texts.push((file, text));
            } else {
                for (number, _) in accepted.iter().filter(|(_, one)| *one == file) {
                    fates[*number] = Fate::Refused("the text would not say what was meant".to_owned());
                }
            }
        }
    }
}

/// What becomes of which stretches of one file, if that is all that the edits of a finding change.
pub(super) fn stretches(finding: &Finding) -> Option<(FileId, Vec<Stretch>)> {
    let stretches: Option<Vec<_>> = finding
        .edits
        .iter()
        .map(|edit| match (&edit.place, &edit.change) {
            (Place::Bytes { file, start, end }, Change::Remove) => Some((*file, (*start..*end, None))),
            (Place::Bytes { file, start, end }, Change::Replace(text)) => {
                Some((*file, (*start..*end, Some(text.clone()))))
            }
            _ => None,
        })
        .collect();
    let stretches = stretches?;
    let file = stretches.first()?.0;
    let is_one_file = stretches.iter().all(|(one, _)| *one == file);
    is_one_file.then(|| (file, stretches.into_iter().map(|(_, stretch)| stretch).collect()))
}

/// A text with stretches changed, from the first to the last.
fn changed(text: &str, stretches: &[Stretch]) -> String {
    let mut at = 0;
    let stretches = stretches.iter().map(|(range, replacement)| {
        let gone = if replacement.is_some() { range.clone() } else { with_blanks(text, range) };
        // The blanks around two comments may be the same.
        let gone = gone.start.max(at)..gone.end.max(at);
        at = gone.end;
        (gone, replacement.as_deref().unwrap_or_default())
    });
    spliced(text, stretches).unwrap_or_else(|| text.to_owned())
}

/// A comment with the blanks in front of it; with its line, where it stands there alone.
fn with_blanks(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].trim_end_matches([' ', '\t']).len();
    let is_alone = start == 0 || text[..start].ends_with(['\n', '\r']);
    if !is_alone {
        return start..range.end;
    }
    let rest = &text[range.end..];
    let line_end = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\n', '\r'])) };
    start..range.end + line_end
}

fn says_the_same(before: &str, after: &str) -> bool {
    let said = |text: &str| Outline::of(text).map(|outline| meaning(&outline, &Plan::default()));
    said(before).is_some_and(|before| said(after) == Some(before))
}
