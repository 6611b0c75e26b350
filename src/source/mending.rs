//! Edits of findings → new texts of files.
//!
//! An edit names a route. Its target is a node of the file or a part of a short form (`target`, `part`); what is to
//! become of nodes is collected in a plan for each file (`acts`, `plan`), so that changes that touch one another wait;
//! a plan becomes stretches of bytes (`patch`, `block`, `flow`). Before a text is handed out it is read again and must
//! say exactly what the plan says (`meaning`): an edit that cannot be made so is refused, never made in another way.

mod acts;
mod block;
mod comment;
mod flow;
mod fresh;
mod gathered;
mod letters;
mod lines;
mod meaning;
mod outline;
mod part;
mod patch;
mod plan;
mod spelling;
mod splicing;
mod spoilers;
mod target;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use self::acts::Desk;
use self::meaning::meaning;
use self::outline::Outline;
use self::patch::{Page, Refusal, patched};
use self::plan::{Act, Plan};
use self::spoilers::Accepted;
use self::target::Written;
use super::parse;
use super::{SourceFile, Sources};
use crate::finding::{DocumentId, Edit, FileId, Finding, Place};
use crate::model::Project;

/// Which edits are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// Those that say nothing new of the product.
    SafeOnly,
    /// Those too that say something new, which its author has asked for.
    UnsafeToo,
}

/// What became of the edits of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// There are none, or they are unsafe and such ones are not made.
    Untouched,
    /// They are made.
    Mended,
    /// They touch others that are made, and can be made when the files have been read again.
    Waiting,
    /// They cannot be made, for this reason.
    Refused(String),
}

/// Texts with edits made, and what became of the findings.
#[derive(Debug, Default)]
pub struct Mending {
    /// The files that change, with their new texts. A byte order mark is not part of a text.
    pub texts: Vec<(FileId, String)>,
    /// One for each finding, in their order.
    pub fates: Vec<Fate>,
}

/// Makes the edits of findings, all those of a finding or none. Only files of documents under examination change, and
/// not those that such documents extend.
pub fn mend(findings: &[Finding], project: &Project, sources: &Sources, caution: Caution) -> Mending {
    Workshop::new(project, sources).mend(findings, caution)
}

/// The same for each of some findings by itself: the new texts that its edits make, none where they are not made.
pub fn mend_each<'m>(
    findings: impl Iterator<Item = &'m Finding>,
    project: &'m Project,
    sources: &'m Sources,
    caution: Caution,
) -> impl Iterator<Item = Vec<(FileId, String)>> {
    let workshop = Workshop::new(project, sources);
    findings.map(move |finding| workshop.mend(std::slice::from_ref(finding), caution).texts)
}

/// Whether the edits of each finding can be made, as far as that is known before a text is made of them. It costs one look
/// at every file with such findings, several files at once; no edit is made.
pub fn mendable(findings: &[Finding], project: &Project, sources: &Sources) -> Vec<bool> {
    let has_edits = |finding: &Finding| finding.counts() && !finding.edits.is_empty();
    if !findings.iter().any(has_edits) {
        return vec![false; findings.len()];
    }
    let workshop = Workshop::new(project, sources);
    let is_mendable = |finding: &Finding| has_edits(finding) && workshop.can_mend(finding);
    findings.par_iter().map(is_mendable).collect()
}

/// What is planned, by file.
type Plans = BTreeMap<FileId, Plan>;

/// The files that may change.
struct Workshop<'w> {
    sources: &'w Sources,
    /// The files of each document under examination that may change.
    open: BTreeMap<DocumentId, BTreeSet<FileId>>,
    outlines: BTreeMap<FileId, OnceLock<Option<Outline>>>,
}

impl<'w> Workshop<'w> {
    fn new(project: &Project, sources: &'w Sources) -> Self {
        let mut open = BTreeMap::new();
        for document in project.documents.iter().filter(|document| !document.is_referenced) {
            let Some(origin) = sources.documents.get(document.id.0) else { continue };
            let is_own = |file: &FileId| origin.upstream.iter().all(|(upstream, _)| upstream != file);
            let files: BTreeSet<FileId> = origin.layout.files().filter(is_own).collect();
            open.insert(document.id, files);
        }
        let files: BTreeSet<FileId> = open.values().flatten().copied().collect();
        let outlines = files.into_iter().map(|file| (file, OnceLock::new())).collect();
        Self { sources, open, outlines }
    }

    fn mend(&self, findings: &[Finding], caution: Caution) -> Mending {
        let mut plans = Plans::new();
        let mut fates = vec![Fate::Untouched; findings.len()];
        let mut accepted = Vec::new();
        let mut comments = comment::Comments::default();
        for (number, finding) in findings.iter().enumerate().filter(|(_, finding)| finding.counts()) {
            let is_unsafe = finding.edits.iter().any(|edit| edit.is_unsafe);
            if finding.edits.is_empty() || is_unsafe && caution == Caution::SafeOnly {
                continue;
            }
            if comments.take(number, finding) {
                continue;
            }
            fates[number] = match self.acts(finding) {
                Err(refusal) => Fate::Refused(refusal),
                Ok(acts) if !self.admits(&plans, &acts) => Fate::Waiting,
                Ok(acts) => {
                    for (file, act) in acts {
                        plans.entry(file).or_default().take(act);
                    }
                    accepted.push(number);
                    Fate::Mended
                }
            };
        }
        let mut texts = if let Ok(texts) = self.texts(&plans) {
            texts
        } else {
            let acts = |number: usize| Some((number, self.acts(&findings[number]).ok()?));
            let accepted: Vec<Accepted> = accepted.into_iter().filter_map(acts).collect();
            self.without_spoilers(&accepted, &mut fates)
        };
        comments.settle(self, &mut texts, &mut fates);
        Mending { texts, fates }
    }

    fn text(&self, file: FileId) -> &'w str {
        self.sources.file(file).map_or("", SourceFile::text)
    }

    /// The outline of a file that may change for the sake of a document.
    fn outline(&self, document: DocumentId, file: FileId) -> Result<&Outline, Refusal> {
        if !self.open.get(&document).is_some_and(|files| files.contains(&file)) {
            let path = self.sources.file(file).map_or("", SourceFile::path);
            return Err(format!("it stands in `{path}`, which is not examined itself"));
        }
        self.known_outline(file).ok_or_else(|| "the YAML of the file is broken".to_owned())
    }

    fn known_outline(&self, file: FileId) -> Option<&Outline> {
        let cell = self.outlines.get(&file)?;
        cell.get_or_init(|| Outline::of(self.text(file))).as_ref()
    }

    fn page(&self, file: FileId) -> Result<Page<'_>, Refusal> {
        let outline = self.known_outline(file).ok_or("the YAML of the file is broken")?;
        Ok(Page { text: self.text(file), outline })
    }

    /// Whether each edit of a finding has a meaning of its own.
    fn can_mend(&self, finding: &Finding) -> bool {
        match comment::stretches(finding) {
            Some((file, _)) => self.outlines.contains_key(&file),
            None => self.acts(finding).is_ok(),
        }
    }

    /// What the edits of a finding mean for the nodes of files.
    fn acts(&self, finding: &Finding) -> Result<Vec<(FileId, Act)>, Refusal> {
        let mut acts: Vec<(FileId, Act)> = Vec::with_capacity(finding.edits.len());
        let mut own = Plans::new();
        for edit in &finding.edits {
            let (file, act) = self.act(edit)?;
            let outline = self.known_outline(file).ok_or("the YAML of the file is broken")?;
            let plan = own.entry(file).or_default();
            if !plan.admits(outline, &act) {
                return Err("its edits touch one another".to_owned());
            }
            plan.take(act.clone());
            acts.push((file, act));
        }
        Ok(acts)
    }

    fn act(&self, edit: &Edit) -> Result<(FileId, Act), Refusal> {
        let Place::Symbolic { document, route, aspect } = &edit.place else {
            return Err("the place has no address".to_owned());
        };
        let origin = self.sources.documents.get(document.0).ok_or("there is no such document")?;
        let text = origin.text.as_deref().unwrap_or_else(|| self.text(origin.main));
        let written = Written { tree: &origin.tree, text };
        let outline = |file| self.outline(*document, file);
        Desk { written, layout: &origin.layout, outline: &outline }.act(route, aspect, &edit.change)
    }

    fn admits(&self, plans: &Plans, acts: &[(FileId, Act)]) -> bool {
        acts.iter().all(|(file, act)| match (plans.get(file), self.known_outline(*file)) {
            (Some(plan), Some(outline)) => plan.admits(outline, act),
            (None, _) => true,
            (Some(_), None) => false,
        })
    }

    /// The new texts of files, each of which says what its plan says.
    fn texts(&self, plans: &Plans) -> Result<Vec<(FileId, String)>, Refusal> {
        plans.iter().map(|(file, plan)| Ok((*file, self.text_by(*file, plan)?))).collect()
    }

    fn text_by(&self, file: FileId, plan: &Plan) -> Result<String, Refusal> {
        let page = self.page(file)?;
        let new = patched(page, plan)?;
        let unlike = || "the text would not say what was meant".to_owned();
        let read = Outline::of(&new).ok_or_else(unlike)?;
        let is_meant = meaning(&read, &Plan::default()) == meaning(page.outline, plan);
        let is_as_sound = parse::parse(&new).faults.len() <= parse::parse(page.text).faults.len();
        if is_meant && is_as_sound { Ok(new) } else { Err(unlike()) }
    }
}
