//! A draft → YAML in which a comment behind each value tells where it comes from.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::{DocumentId, Place};
use crate::import::Draft;
use crate::model::Content;
use crate::source::{self, Form, Input, read};

/// The text of a draft; `file` is the name of the file that it was made from.
pub fn draft(draft: &Draft, file: &str) -> String {
    let content = Content::Site(Box::new(draft.site.clone()));
    let text = source::write(&content, Form::Short).unwrap_or_default();
    let nothing = |_: &str| None::<Vec<u8>>;
    let reading = read(vec![Input { path: String::new(), bytes: text.clone().into_bytes() }], &nothing);
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let mut lines: BTreeMap<usize, usize> = BTreeMap::new();
    for drafted in &draft.origins {
        let place = Place::value(DocumentId(0), drafted.route.clone());
        if let Some(location) = reading.sources.locate(&place) {
            lines.insert(ends.partition_point(|end| *end < location.range.start), drafted.line);
        }
    }
    let mut commented =
        format!("# A draft of what `{file}` says. It tells neither which links are governed nor by whom.\n");
    for (number, line) in text.lines().enumerate() {
        commented.push_str(line);
        if let Some(from) = lines.get(&number) {
            let _ = write!(commented, "  # from {file}:{from}");
        }
        commented.push('\n');
    }
    commented
}
