//! `Fleet`: the statements that take part, as far as they can be understood.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use dicomply::compare::Compared;
use dicomply::compare::matrix::Entrant;
use dicomply::finding::{DocumentId, Finding, Place, Severity};
use dicomply::model::{Content, Deployment, Document, Endpoint, Implemented, References, Site, Statement};
use dicomply::report::Report;
use dicomply::source::{Reading, read};

use crate::console::{Console, note};
use crate::failure::Failure;
use crate::files::{self, counted};

/// How many paths are named in a sentence.
const MOST_NAMED: usize = 5;

/// What was read.
pub(super) struct Fleet {
    reading: Reading,
    errors: Vec<Finding>,
    /// The documents with errors: what they say is not known, so that they take no part.
    bad: BTreeSet<DocumentId>,
    failures: Vec<Failure>,
}

/// Two entrants, by their positions, for each link of a site.
type Links = Vec<[u32; 2]>;

impl Fleet {
    /// Reads files, folders, standard input.
    pub(super) fn read(paths: &[PathBuf]) -> Self {
        let gathered = files::gather(paths, None);
        let mut reading = read(gathered.inputs, &gathered.disk);
        let findings = std::mem::take(&mut reading.findings);
        let document = |finding: &Finding| match finding.place {
            Place::Symbolic { document, .. } => Some(document),
            Place::Bytes { file, .. } => reading.sources.document_of(file),
        };
        let takes_part = |finding: &Finding| {
            let document = document(finding).and_then(|id| reading.project.document(id));
            !matches!(document.map(|document| &document.content), Some(Content::Requirements(_)))
        };
        let is_error = |finding: &Finding| finding.severity == Severity::Error && takes_part(finding);
        let errors: Vec<_> = findings.into_iter().filter(is_error).collect();
        let bad = errors.iter().filter_map(document).collect();
        Self { bad, errors, failures: gathered.failures, reading }
    }

    /// What was read, for those who show places of it.
    pub(super) const fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Says what could not be understood.
    pub(super) fn report(&self, console: &Console) {
        if !self.errors.is_empty() {
            let Reading { project, sources, .. } = &self.reading;
            console.report_aside(&Report::new(&self.errors, project, sources));
        }
    }

    /// Says what was left out because it could not be read or understood; whether there was nothing of that kind.
    pub(super) fn complain(&self, is_taken_lightly: bool, console: &Console) -> bool {
        for failure in &self.failures {
            console.complain(failure);
        }
        let left_out = self.documents().filter(|document| self.is_bad(document));
        let left_out: Vec<_> = left_out.map(|document| document.path.as_str()).collect();
        if !left_out.is_empty() {
            let they = if left_out.len() == 1 { "it says" } else { "they say" };
            let (count, names) = (verb(left_out.len()), listed(&left_out));
            let message = format!("{count} left out, as not all that {they} can be understood: {names}");
            if is_taken_lightly {
                note(&format!("note: {message}\n"));
            } else {
                let help = "mend what is reported above, or leave it out by `--keep-going`".to_owned();
                console.complain(&Failure::Told { message, help: Some(help) });
            }
        }
        self.failures.is_empty() && left_out.is_empty()
    }

    /// Who takes part; and, of a site, who is linked with whom.
    pub(super) fn entrants(&self, console: &Console) -> Result<(Vec<Entrant<'_>>, Option<Links>), Failure> {
        let statements = self.statements();
        let sites: Vec<(&Document, &Site)> = self
            .documents()
            .filter_map(|document| match &document.content {
                Content::Site(site) if !self.is_bad(document) => Some((document, &**site)),
                _ => None,
            })
            .collect();
        if let ([(document, site)], true) = (&sites[..], statements.is_empty()) {
            let (entrants, links) = self.links(document, site, console)?;
            return Ok((entrants, Some(links)));
        }
        self.tell_others();
        if statements.len() < 2 {
            let found = if statements.is_empty() { "none" } else { "only one" };
            let message =
                format!("a matrix needs two statements, and there is {found} that can be understood");
            let help = "name more statements, a folder that holds them, or one site".to_owned();
            for failure in &self.failures {
                console.complain(failure);
            }
            return Err(Failure::Told { message, help: Some(help) });
        }
        Ok((statements, None))
    }

    /// The statements that take part.
    pub(super) fn statements(&self) -> Vec<Entrant<'_>> {
        let found = self.documents().filter(|document| !self.is_bad(document)).filter_map(|document| {
            let Content::Statement(statement) = &document.content else { return None };
            Some(self.entrant(document, statement))
        });
        found.collect()
    }

    fn documents(&self) -> impl Iterator<Item = &Document> {
        self.reading.project.documents.iter().filter(|document| !document.is_referenced)
    }

    fn is_bad(&self, document: &Document) -> bool {
        self.bad.contains(&document.id) || matches!(document.content, Content::Unreadable)
    }

    fn entrant<'f>(&'f self, document: &'f Document, statement: &'f Statement) -> Entrant<'f> {
        Entrant {
            compared: Compared { document: document.id, statement },
            path: &document.path,
            entity: None,
            deployed_as: None,
            fingerprint: self.reading.sources.fingerprint_of(document.id),
        }
    }

    /// Says which documents are no statements.
    fn tell_others(&self) {
        let others = self
            .documents()
            .filter(|document| matches!(document.content, Content::Requirements(_) | Content::Site(_)));
        let others: Vec<&str> = others.map(|document| document.path.as_str()).collect();
        if !others.is_empty() {
            note(&format!(
                "note: {} left out, being no statement: {}\n",
                verb(others.len()),
                listed(&others)
            ));
        }
    }

    /// The ends of the links of a site that implement something, and the links between them.
    fn links<'f>(
        &'f self,
        document: &'f Document,
        site: &'f Site,
        console: &Console,
    ) -> Result<(Vec<Entrant<'f>>, Links), Failure> {
        let references = References::of(&self.reading.project);
        let deployment = Deployment::of(&references, document, site);
        let mut ends = Ends { fleet: self, entrants: Vec::new(), known: HashMap::new() };
        let mut links: Links = Vec::new();
        let mut silent = Vec::new();
        for (number, link) in deployment.links.iter().enumerate() {
            let found = link
                .ends()
                .map(|ends| [ends.0, ends.1].map(|end| (end, references.implemented(&end).found())));
            match found {
                Some([(source, Some(of_source)), (target, Some(of_target))]) => {
                    let pair = [ends.number(&source, of_source), ends.number(&target, of_target)];
                    let is_known = links.contains(&pair) || links.contains(&[pair[1], pair[0]]);
                    if pair[0] != pair[1] && !is_known {
                        links.push(pair);
                    }
                }
                Some([(source, _), (target, _)]) => silent.push(format!("{} → {}", source.name, target.name)),
                None => silent.push(format!("links[{number}]")),
            }
        }
        tell_silent(&silent);
        if links.is_empty() {
            for failure in &self.failures {
                console.complain(failure);
            }
            let message = format!("`{}` has no link of which both ends implement a statement", document.path);
            let help = "`implements: NAME#ENTITY` says which Application Entity of a statement is deployed"
                .to_owned();
            return Err(Failure::Told { message, help: Some(help) });
        }
        Ok((ends.entrants, links))
    }
}

/// Says which links cannot be judged.
fn tell_silent(silent: &[String]) {
    if !silent.is_empty() {
        let names: Vec<&str> = silent.iter().map(String::as_str).collect();
        let count =
            if silent.len() == 1 { "1 link is".to_owned() } else { format!("{} links are", silent.len()) };
        let why = "not both ends say which Application Entity of a statement they implement";
        note(&format!("note: {count} not judged, as {why}: {}\n", listed(&names)));
    }
}

/// The ends of links, each once.
struct Ends<'f> {
    fleet: &'f Fleet,
    entrants: Vec<Entrant<'f>>,
    known: HashMap<(DocumentId, &'f str), u32>,
}

impl<'f> Ends<'f> {
    fn number(&mut self, end: &Endpoint<'f>, implemented: Implemented<'f>) -> u32 {
        let next = u32::try_from(self.entrants.len()).unwrap_or(u32::MAX);
        *self.known.entry((end.document.id, end.name)).or_insert_with(|| {
            let whole = self.fleet.entrant(implemented.document, implemented.statement);
            let deployed_as = Some(end.name);
            self.entrants.push(Entrant { entity: Some(implemented.name), deployed_as, ..whole });
            next
        })
    }
}

/// So many documents, and the verb.
fn verb(count: usize) -> String {
    format!("{} {}", counted(count, "document"), if count == 1 { "is" } else { "are" })
}

/// Names in a line: all of a few, the first ones of many.
fn listed(names: &[&str]) -> String {
    let shown: Vec<String> = names.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    let rest = names.len().saturating_sub(MOST_NAMED);
    if rest > 0 { format!("{} and {rest} more", shown.join(", ")) } else { shown.join(", ") }
}
