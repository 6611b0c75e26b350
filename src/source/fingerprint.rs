//! Fingerprints: by which a finding is known again when the lines around it have moved.

use std::collections::HashMap;

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::{SourceFile, Sources};
use crate::finding::{DocumentId, FileId, Finding};
use crate::model::Project;
use crate::route::{Route, Step};

/// How much of what a finding points at counts. A finding that points at more points at a whole, which changes.
const LONGEST_EXCERPT: usize = 120;

impl Sources {
    /// The fingerprints of findings, in their order: 32 hexadecimal digits each.
    ///
    /// What counts is the rule, the file as seen from the root of the project, the address without positions in lists,
    /// the words that the finding points at, and what it says; of several findings that are alike in all that, which one
    /// it is.
    pub fn fingerprints(&self, findings: &[Finding], project: &Project) -> Vec<String> {
        let mut seen: HashMap<u128, u32> = HashMap::new();
        let mut order: Vec<(usize, u128)> = Vec::with_capacity(findings.len());
        let mut starts = Vec::with_capacity(findings.len());
        for (position, finding) in findings.iter().enumerate() {
            let location = self.locate(&finding.place);
            starts.push(location.as_ref().map_or((FileId(0), 0), |found| (found.file, found.range.start)));
            order.push((position, self.hash(finding, location.as_ref(), project)));
        }
        // Those that are alike are counted in the order of the file.
        order.sort_by_key(|(position, _)| starts[*position]);
        let mut fingerprints = vec![String::new(); findings.len()];
        for (position, hash) in order {
            let count = seen.entry(hash).or_default();
            let hash = if *count == 0 { hash } else { numbered(hash, *count) };
            *count += 1;
            fingerprints[position] = format!("{hash:032x}");
        }
        fingerprints
    }

    /// The fingerprint of a document: 16 hexadecimal digits that change when the text of any of its files does.
    pub fn fingerprint_of(&self, document: DocumentId) -> String {
        let origin = self.documents.get(document.0);
        let main = || origin.and_then(|origin| self.file(origin.main)).map(SourceFile::text);
        let text = origin.and_then(|origin| origin.text.as_deref()).or_else(main);
        format!("{:016x}", xxh3_64(text.unwrap_or_default().as_bytes()))
    }

    fn hash(&self, finding: &Finding, location: Option<&super::Location>, project: &Project) -> u128 {
        let mut hasher = Xxh3::new();
        let mut add = |text: &str| {
            hasher.update(text.as_bytes());
            hasher.update(&[0]);
        };
        add(&finding.rule);
        if let Some(location) = location {
            add(&self.path_in_project(location.file, project));
            let text = self.file(location.file).and_then(|file| file.text().get(location.range.clone()));
            let excerpt = text.filter(|text| text.len() <= LONGEST_EXCERPT).unwrap_or_default();
            excerpt.split_whitespace().for_each(&mut add);
        }
        add(&finding.place.route().map(without_positions).unwrap_or_default());
        add(&finding.message);
        hasher.digest128()
    }

    /// The path of a file as seen from the root of its project: that of its document, for a part with its own name.
    pub fn path_in_project(&self, file: FileId, project: &Project) -> String {
        let own = self.files.path(file);
        let Some(document) = self.document_of(file).and_then(|id| project.document(id)) else {
            return own.to_owned();
        };
        if document.file == file {
            return document.path_in_project.clone();
        }
        let name = own.rsplit('/').next().unwrap_or(own);
        format!("{}>{name}", document.path_in_project)
    }
}

/// Another one that is alike.
fn numbered(hash: u128, count: u32) -> u128 {
    let mut hasher = Xxh3::new();
    hasher.update(&hash.to_le_bytes());
    hasher.update(&count.to_le_bytes());
    hasher.digest128()
}

/// The keys of an address.
fn without_positions(route: &Route) -> String {
    let mut text = String::new();
    for step in route.steps() {
        match step {
            Step::Key(key) => text += key,
            Step::Index(_) => text.push('*'),
        }
        text.push('\n');
    }
    text
}
