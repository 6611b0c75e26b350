//! Findings that carry edits → files without them, in rounds of reading, linting and mending.
//!
//! Like everything between files and output this is a function: it writes no file, it returns what files would hold.

use std::collections::BTreeMap;

use crate::examine::Examination;
use crate::finding::{FileId, Finding};
use crate::source::{Caution, Fate, Input, Loader, Refusal, Sources, mend};

/// Edits that touch one another are made one after the other; what needs more rounds than this mends itself in circles.
const MOST_ROUNDS: usize = 10;

/// A file that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    /// The path, as findings name it.
    pub path: String,
    /// What it held.
    pub before: Vec<u8>,
    /// What it holds when mended.
    pub after: Vec<u8>,
}

/// Documents with edits made.
#[derive(Debug)]
pub struct Fixed {
    /// The documents, and what was found in them, before the first edit; none where there was no edit.
    pub before: Option<Examination>,
    /// What was mended, in the order of mending, with the places that it had then.
    pub mended: Vec<Finding>,
    /// The files that change, in the order of their paths.
    pub files: Vec<FixedFile>,
    /// The documents as they are then, and what remains.
    pub after: Examination,
    /// Why the edits of remaining findings cannot be made, by their positions.
    pub refused: Vec<(usize, String)>,
}

/// How documents are examined.
pub type Examine<'e> = &'e dyn Fn(Vec<Input>, &dyn Loader) -> Examination;

/// Makes the edits of findings that count, until none is left that can be made.
pub fn fix(inputs: &[Input], loader: &dyn Loader, examine: Examine<'_>, caution: Caution) -> Fixed {
    let mut files: BTreeMap<String, FixedFile> = BTreeMap::new();
    let mut round = Round::of(inputs, loader, examine, caution, &files);
    let (mut before, mut mended) = (None, Vec::new());
    for _ in 0..MOST_ROUNDS {
        if round.texts.is_empty() {
            break;
        }
        for (id, text) in &round.texts {
            take(&round.examination.reading.sources, *id, text, &mut files);
        }
        let fates = round.examination.findings.iter().zip(&round.fates);
        mended.extend(fates.filter(|(_, fate)| **fate == Fate::Mended).map(|(finding, _)| finding.clone()));
        let last = std::mem::replace(&mut round, Round::of(inputs, loader, examine, caution, &files));
        before.get_or_insert(last.examination);
    }
    let refused = round.fates.into_iter().enumerate().filter_map(|(number, fate)| match fate {
        Fate::Refused(why) => Some((number, why)),
        _ => None,
    });
    Fixed {
        before,
        mended,
        refused: refused.collect(),
        files: files.into_values().filter(|file| file.before != file.after).collect(),
        after: round.examination,
    }
}

/// What is found in the files as they are, and what mending makes of it.
struct Round {
    examination: Examination,
    fates: Vec<Fate>,
    /// The texts that are new.
    texts: Vec<(FileId, String)>,
}

impl Round {
    fn of(
        inputs: &[Input],
        loader: &dyn Loader,
        examine: Examine<'_>,
        caution: Caution,
        files: &BTreeMap<String, FixedFile>,
    ) -> Self {
        let examination = examine_again(inputs, loader, examine, files);
        let Examination { reading, findings } = &examination;
        let mut mending = mend(findings, &reading.project, &reading.sources, caution);
        mending.texts.retain(|(id, text)| is_new(&reading.sources, *id, text));
        Self { fates: mending.fates, texts: mending.texts, examination }
    }
}

fn is_new(sources: &Sources, id: FileId, text: &str) -> bool {
    sources.file(id).is_some_and(|file| file.text() != text)
}

/// Keeps the new text of a file, with the byte order mark that it had.
pub(crate) fn take(sources: &Sources, id: FileId, text: &str, files: &mut BTreeMap<String, FixedFile>) {
    let Some(file) = sources.file(id) else { return };
    let mark = if file.offset() > 0 { "\u{FEFF}" } else { "" };
    let bytes = |text: &str| [mark.as_bytes(), text.as_bytes()].concat();
    let path = file.path().to_owned();
    let known = files.entry(path.clone());
    let fixed = known.or_insert_with(|| FixedFile { path, before: bytes(file.text()), after: Vec::new() });
    fixed.after = bytes(text);
}

/// Examines the documents with the files that have changed so far.
fn examine_again(
    inputs: &[Input],
    loader: &dyn Loader,
    examine: Examine<'_>,
    files: &BTreeMap<String, FixedFile>,
) -> Examination {
    let overlay = Overlay { loader, files };
    examine(overlay.laid_over(inputs), &overlay)
}

/// Files as they are, but for those that have changed.
pub(crate) struct Overlay<'l> {
    pub(crate) loader: &'l dyn Loader,
    pub(crate) files: &'l BTreeMap<String, FixedFile>,
}

impl Overlay<'_> {
    /// Files with what has become of them.
    pub(crate) fn laid_over(&self, inputs: &[Input]) -> Vec<Input> {
        let inputs = inputs.iter().map(|input| {
            let changed = self.files.get(&input.path).map(|file| file.after.clone());
            Input { path: input.path.clone(), bytes: changed.unwrap_or_else(|| input.bytes.clone()) }
        });
        inputs.collect()
    }
}

impl Loader for Overlay<'_> {
    fn load(&self, document: &str, path: &str) -> Result<Vec<u8>, Refusal> {
        let bytes = self.loader.load(document, path)?;
        Ok(self.files.get(path).map_or(bytes, |file| file.after.clone()))
    }

    fn names(&self, document: &str, folder: &str) -> Result<Vec<String>, Refusal> {
        self.loader.names(document, folder)
    }

    fn configuration(&self, document: &str) -> Option<String> {
        self.loader.configuration(document)
    }

    fn path_in_project(&self, document: &str, configuration: &str) -> String {
        self.loader.path_in_project(document, configuration)
    }

    fn is_named(&self, path: &str) -> bool {
        self.loader.is_named(path)
    }
}
