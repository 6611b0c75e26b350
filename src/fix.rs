//! Findings that carry edits → files without them, in rounds of reading, linting and mending.
//!
//! Like everything between files and output this is a function: it writes no file, it returns what files would hold.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::finding::{FileId, Finding};
use crate::lint::lint;
use crate::source::{Caution, Fate, Input, Loader, Reading, Refusal, Sources, mend, read};

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
    /// What was found before the first edit.
    pub found: Vec<Finding>,
    /// What was mended, in the order of mending, with the places that it had then.
    pub mended: Vec<Finding>,
    /// The files that change, in the order of their paths.
    pub files: Vec<FixedFile>,
    /// The documents as they are then. The findings of reading are among the remaining ones.
    pub reading: Reading,
    /// What remains.
    pub remaining: Vec<Finding>,
    /// Why the edits of remaining findings cannot be made, by their positions.
    pub refused: Vec<(usize, String)>,
}

/// Makes the edits of findings until none is left that can be made.
pub fn fix(inputs: &[Input], loader: &dyn Loader, config: &Config, caution: Caution) -> Fixed {
    let mut files: BTreeMap<String, FixedFile> = BTreeMap::new();
    let mut round = Round::of(inputs, loader, config, caution, &files);
    let (found, mut mended) = (round.findings.clone(), Vec::new());
    for _ in 0..MOST_ROUNDS {
        if round.texts.is_empty() {
            break;
        }
        for (id, text) in &round.texts {
            take(&round.reading.sources, *id, text, &mut files);
        }
        let is_mended = |(finding, fate)| (fate == Fate::Mended).then_some(finding);
        mended.extend(round.findings.into_iter().zip(round.fates).filter_map(is_mended));
        round = Round::of(inputs, loader, config, caution, &files);
    }
    let refused = round.fates.into_iter().enumerate().filter_map(|(number, fate)| match fate {
        Fate::Refused(why) => Some((number, why)),
        _ => None,
    });
    Fixed {
        found,
        mended,
        refused: refused.collect(),
        files: files.into_values().filter(|file| file.before != file.after).collect(),
        reading: round.reading,
        remaining: round.findings,
    }
}

/// What is found in the files as they are, and what mending makes of it.
struct Round {
    reading: Reading,
    findings: Vec<Finding>,
    fates: Vec<Fate>,
    /// The texts that are new.
    texts: Vec<(FileId, String)>,
}

impl Round {
    fn of(
        inputs: &[Input],
        loader: &dyn Loader,
        config: &Config,
        caution: Caution,
        files: &BTreeMap<String, FixedFile>,
    ) -> Self {
        let mut reading = read_again(inputs, loader, files);
        let findings = lint(&reading.project, config, std::mem::take(&mut reading.findings));
        let findings = reading.sources.distinct(findings);
        let mut mending = mend(&findings, &reading.project, &reading.sources, caution);
        mending.texts.retain(|(id, text)| is_new(&reading.sources, *id, text));
        Self { reading, findings, fates: mending.fates, texts: mending.texts }
    }
}

fn is_new(sources: &Sources, id: FileId, text: &str) -> bool {
    sources.file(id).is_some_and(|file| file.text() != text)
}

/// Keeps the new text of a file, with the byte order mark that it had.
fn take(sources: &Sources, id: FileId, text: &str, files: &mut BTreeMap<String, FixedFile>) {
    let Some(file) = sources.file(id) else { return };
    let mark = if file.offset() > 0 { "\u{FEFF}" } else { "" };
    let bytes = |text: &str| [mark.as_bytes(), text.as_bytes()].concat();
    let path = file.path().to_owned();
    let known = files.entry(path.clone());
    let fixed = known.or_insert_with(|| FixedFile { path, before: bytes(file.text()), after: Vec::new() });
    fixed.after = bytes(text);
}

/// Reads the documents with the files that have changed so far.
fn read_again(inputs: &[Input], loader: &dyn Loader, files: &BTreeMap<String, FixedFile>) -> Reading {
    let inputs = inputs.iter().map(|input| {
        let changed = files.get(&input.path).map(|file| file.after.clone());
        Input { path: input.path.clone(), bytes: changed.unwrap_or_else(|| input.bytes.clone()) }
    });
    read(inputs.collect(), &Overlay { loader, files })
}

/// Files as they are, but for those that have changed.
struct Overlay<'l> {
    loader: &'l dyn Loader,
    files: &'l BTreeMap<String, FixedFile>,
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

    fn is_named(&self, path: &str) -> bool {
        self.loader.is_named(path)
    }
}
