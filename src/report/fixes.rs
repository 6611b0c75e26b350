//! What the edits of findings change in files: the least stretches that become others.

use std::collections::HashMap;
use std::ops::Range;

use similar::{ChangeTag, TextDiff};

use super::{Located, Report};
use crate::finding::FileId;
use crate::source::{Caution, mend_each};

/// So many findings of a report are shown with what would mend them.
const MOST: usize = 200;

/// And none more when so many bytes of new texts have been made, each of which is read again.
const MOST_BYTES: usize = 32 << 20;

/// Lines of a stretch that are worth to be compared one by one.
const MOST_LINES: usize = 2_000;

/// A stretch of a file that becomes another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

/// The replacements that mend a finding, by file. All of them speak of the files as they are.
pub(super) type Fix = Vec<(FileId, Vec<Replacement>)>;

/// What mends findings, by their numbers. Edits that say something new of the product are left out: whoever applies
/// a fix of a report is not asked whether it is true.
pub(super) fn fixes(report: &Report<'_>) -> HashMap<usize, Fix> {
    let is_safe = |located: &&Located<'_>| {
        let edits = &located.finding.edits;
        !edits.is_empty() && edits.iter().all(|edit| !edit.is_unsafe)
    };
    let mendable: Vec<&Located<'_>> = report.findings.iter().filter(is_safe).collect();
    let findings = mendable.iter().map(|located| located.finding);
    let each = mend_each(findings, report.project, report.sources, Caution::SafeOnly);
    let mut fixes = HashMap::new();
    let mut bytes = 0;
    for (located, texts) in mendable.iter().zip(each) {
        bytes += texts.iter().map(|(_, text)| text.len()).sum::<usize>();
        let changed = texts.iter().map(|(file, new)| (*file, replacements(report.text(*file), new)));
        let fix: Fix = changed.filter(|(_, replacements)| !replacements.is_empty()).collect();
        if !fix.is_empty() {
            fixes.insert(located.number, fix);
        }
        if fixes.len() == MOST || bytes > MOST_BYTES {
            break;
        }
    }
    fixes
}

/// What has to be replaced in a text so that it becomes another one.
fn replacements(old: &str, new: &str) -> Vec<Replacement> {
    let (start, end) = (same_lines(old, new), same_last_lines(old, new));
    // A line that stands fewer times than before may count at both ends.
    let end = end.min(old.len() - start).min(new.len() - start);
    let (before, after) = (between(old, start, end), between(new, start, end));
    if before.lines().count() + after.lines().count() > MOST_LINES {
        let whole = trimmed(before, start..start + before.len(), after);
        return whole.into_iter().collect();
    }
    let mut found = Vec::new();
    let (mut range, mut text) = (start..start, String::new());
    for change in TextDiff::from_lines(before, after).iter_all_changes() {
        let line = change.value();
        match change.tag() {
            ChangeTag::Delete => range.end += line.len(),
            ChangeTag::Insert => text += line,
            ChangeTag::Equal => {
                found.extend(trimmed(old.get(range.clone()).unwrap_or_default(), range.clone(), &text));
                range = range.end + line.len()..range.end + line.len();
                text.clear();
            }
        }
    }
    found.extend(trimmed(old.get(range.clone()).unwrap_or_default(), range, &text));
    found
}

/// What stands between so many bytes of its beginning and so many of its end.
fn between(text: &str, start: usize, end: usize) -> &str {
    text.get(start..text.len() - end).unwrap_or_default()
}

/// The bytes of the whole lines that two texts begin with.
fn same_lines(old: &str, new: &str) -> usize {
    let same = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    old.as_bytes()[..same].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)
}

/// The bytes of the whole lines that two texts end with.
fn same_last_lines(old: &str, new: &str) -> usize {
    let same = old.bytes().rev().zip(new.bytes().rev()).take_while(|(old, new)| old == new).count();
    let last = &old.as_bytes()[old.len() - same..];
    last.iter().position(|byte| *byte == b'\n').map_or(0, |at| same - at - 1)
}

/// A replacement without what is the same at both ends, if there is anything else. The two characters that end a line
/// are not parted.
fn trimmed(gone: &str, range: Range<usize>, text: &str) -> Option<Replacement> {
    if gone == text {
        return None;
    }
    let mut start = same(gone.chars(), text.chars());
    if gone.as_bytes()[..start].ends_with(b"\r") {
        start -= 1;
    }
    let (gone, text) = (gone.get(start..)?, text.get(start..)?);
    let mut end = same(gone.chars().rev(), text.chars().rev());
    let is_parted = |text: &str| {
        let (left, right) = text.as_bytes().split_at(text.len() - end);
        left.ends_with(b"\r") && right.starts_with(b"\n")
    };
    if is_parted(gone) || is_parted(text) {
        end -= 1;
    }
    let text = between(text, 0, end).to_owned();
    Some(Replacement { range: range.start + start..range.end - end, text })
}

/// The bytes of the characters that two texts have in common from where they are begun.
fn same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(one, _)| one.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with replacements made, all of which speak of it as it is.
    fn replaced(old: &str, replacements: &[Replacement]) -> String {
        let mut new = old.to_owned();
        for Replacement { range, text } in replacements.iter().rev() {
            new.replace_range(range.clone(), text);
        }
        new
    }

    #[test]
    fn replacements_are_small_and_make_the_new_text() {
        /// A text, what it becomes, and the stretches that change with what takes their place.
        type Case<'c> = (&'c str, &'c str, &'c [(&'c str, &'c str)]);
        let cases: [Case<'_>; 10] = [
            ("a: b\nc: d\n", "a: b\nc: d\n", &[]),
            ("a: bad\nc: d\ne: bad\n", "a: good\nc: d\ne: good\n", &[("ba", "goo"), ("ba", "goo")]),
            ("a\r\nb\r\nc", "a\r\nc", &[("b\r\n", "")]),
            ("a\rb\rc", "a\rx\rc", &[("b", "x")]),
            ("ä: ü", "ä: ö", &[("ü", "ö")]),
            ("x\nx\nx\n", "x\nx\n", &[("x\n", "")]),
            ("x\r\n", "x\n", &[("\r\n", "\n")]),
            ("", "a: b\n", &[("", "a: b\n")]),
            ("a: b", "", &[("a: b", "")]),
            ("[1, 2]\n", "[1, 2, 3]\n", &[("", ", 3")]),
        ];
        for (old, new, wanted) in cases {
            let found = replacements(old, new);
            assert_eq!(replaced(old, &found), new, "{old:?} {found:?}");
            let shown: Vec<(&str, &str)> =
                found.iter().map(|one| (&old[one.range.clone()], one.text.as_str())).collect();
            assert_eq!(shown, wanted, "{old:?}");
        }
    }

    #[test]
    fn a_large_stretch_is_replaced_as_a_whole() {
        let old = (0..2 * MOST_LINES).fold(String::new(), |text, line| text + &format!("- {line}\n"));
        let mut lines: Vec<&str> = old.lines().collect();
        lines.reverse();
        let new = lines.join("\n") + "\n";
        let found = replacements(&old, &new);
        assert_eq!((found.len(), replaced(&old, &found)), (1, new));
    }
}
