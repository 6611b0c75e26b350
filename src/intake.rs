//! Rows of tables → the files of a site that hold them, as far as the rules have nothing against it.
//!
//! Like everything between files and output this is a function: it writes no file, it returns what files would hold. A row
//! that would break a rule that counts as an error is refused, and only that row.

mod draft;
mod shown;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::config::Config;
use crate::finding::{DocumentId, Finding, Place, Severity};
use crate::fix::{FixedFile, Overlay, take};
use crate::import::{Fate, Refusal, Row, Wish, Wishes, wishes};
use crate::lint::{Circumstances, lint};
use crate::model::{Content, Date, Project, Site};
use crate::route::{Route, Step};
use crate::source::{self, Caution, Input, Loader, mend, read};

pub use self::draft::draft;

/// Changes that touch one another are made one after the other, in so many rounds at most.
const MOST_ROUNDS: usize = 10;

/// What became of a row.
#[derive(Debug, Clone)]
pub struct Told {
    /// The name of the entity, or the link.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
    /// What is doubtful about the site because of it: the rule, and what it says.
    pub doubts: Vec<(String, String)>,
}

/// What tables make of a site.
#[derive(Debug)]
pub struct Intake {
    /// One for each row, in their order.
    pub rows: Vec<Told>,
    /// The files that change, in the order of their paths.
    pub files: Vec<FixedFile>,
}

/// Why rows cannot be taken at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The document is no site that can be read.
    #[error("it is no site that can be understood")]
    NoSite,
    /// The files would not say what the rows want.
    #[error("its files cannot be changed so that they say what the tables say")]
    Unwritten,
}

/// Takes rows into the site of a document. The day is that on which reservations and reviews are measured.
pub fn take_in(
    input: &Input,
    loader: &dyn Loader,
    config: &Config,
    today: Option<Date>,
    rows: &[&Row],
) -> Result<Intake, Error> {
    let circumstances = &Circumstances::of(today);
    let inputs = std::slice::from_ref(input);
    let reading = read(inputs.to_vec(), loader);
    let (document, site) = site_of(&reading.project).ok_or(Error::NoSite)?;
    let trial = Trial { project: &reading.project, document, site, config, circumstances, rows };
    let before = Known::of(&lint(&reading.project, config, Vec::new(), circumstances));
    let is_read_well = reading.findings.is_empty();
    let more =
        (!is_read_well).then(|| lint(&reading.project, config, reading.findings.clone(), circumstances));
    let more = more.map(|findings| Known::of(&findings));
    let read_before = more.as_ref().unwrap_or(&before);
    let mut refused = BTreeMap::new();
    loop {
        let (wishes, found) = trial.hold(&before, &mut refused);
        // What is refused stays so, also when the files have the others already.
        for (number, wish) in wishes.wishes.iter().enumerate() {
            if let Fate::Refused(refusal) = &wish.fate {
                refused.entry(number).or_insert_with(|| refusal.clone());
            }
        }
        let (files, unwritten) = written(inputs, loader, rows, &refused)?;
        if !unwritten.is_empty() {
            refused.extend(unwritten);
            continue;
        }
        let overlay = Overlay { loader, files: &files };
        let after = read(overlay.laid_over(inputs), &overlay);
        let broken = trial.broken(read_before, &lint(&after.project, config, after.findings, circumstances));
        if !broken.is_empty() {
            let count = refused.len();
            trial.refuse(&wishes, &broken, &mut refused);
            if refused.len() == count {
                return Err(Error::Unwritten);
            }
            continue;
        }
        if site_of(&after.project).is_none_or(|(_, site)| *site != wishes.site) {
            return Err(Error::Unwritten);
        }
        let rows = Trial::told(&wishes, &found, &before);
        let files = files.into_values().filter(|file| file.before != file.after).collect();
        return Ok(Intake { rows, files });
    }
}

/// The document that is under examination, if it is a site.
fn site_of(project: &Project) -> Option<(DocumentId, &Site)> {
    let document = project.documents.iter().find(|document| !document.is_referenced)?;
    match &document.content {
        Content::Site(site) => Some((document.id, site)),
        _ => None,
    }
}

/// Findings by what they say, whether they were there before.
struct Known(BTreeSet<(String, Place, String)>);

impl Known {
    fn of(findings: &[Finding]) -> Self {
        let key =
            |finding: &Finding| (finding.rule.to_string(), finding.place.clone(), finding.message.clone());
        Self(findings.iter().map(key).collect())
    }

    fn has(&self, finding: &Finding) -> bool {
        self.0.contains(&(finding.rule.to_string(), finding.place.clone(), finding.message.clone()))
    }
}

/// A site and the rows that it is tried with.
struct Trial<'t> {
    project: &'t Project,
    document: DocumentId,
    site: &'t Site,
    config: &'t Config,
    circumstances: &'t Circumstances,
    rows: &'t [&'t Row],
}

impl Trial<'_> {
    /// Refuses rows until no rule that was kept before is broken; what the others want, and what is found then.
    fn hold(&self, before: &Known, refused: &mut BTreeMap<usize, Refusal>) -> (Wishes, Vec<Finding>) {
        loop {
            let wishes = wishes(self.site, self.document, self.rows, refused);
            let found = self.found(&wishes);
            let broken = self.broken(before, &found);
            let count = refused.len();
            self.refuse(&wishes, &broken, refused);
            if refused.len() == count {
                return (wishes, found);
            }
        }
    }

    /// The findings that count as errors and were not there before.
    fn broken(&self, before: &Known, found: &[Finding]) -> Vec<Finding> {
        let is_broken = |finding: &&Finding| {
            let is_here = finding.place.document() == Some(self.document);
            is_here && finding.severity == Severity::Error && !before.has(finding)
        };
        found.iter().filter(is_broken).cloned().collect()
    }

    /// Refuses a row for each finding: the one that it comes from, or the last one where nobody can tell.
    fn refuse(&self, wishes: &Wishes, broken: &[Finding], refused: &mut BTreeMap<usize, Refusal>) {
        let last = wishes.wishes.iter().rposition(|wish| !wish.edits.is_empty());
        let speakers = Speakers::of(wishes);
        for finding in broken {
            if let Some(number) = speakers.culprit(finding).or(last) {
                refused.entry(number).or_insert_with(|| self.refusal(number, finding, &finding.place));
            }
        }
        // What is wrong in many places is wrong there too when it is no longer in the first one.
        for finding in broken {
            for place in &finding.elsewhere {
                if let Some(number) = place.route().and_then(|route| speakers.speaking(route)) {
                    refused.entry(number).or_insert_with(|| self.refusal(number, finding, place));
                }
            }
        }
    }

    /// What the rules find in the site as it would be.
    fn found(&self, wishes: &Wishes) -> Vec<Finding> {
        let mut project = self.project.clone();
        if let Some(document) = project.documents.get_mut(self.document.0) {
            document.content = Content::Site(Box::new(wishes.site.clone()));
        }
        lint(&project, self.config, Vec::new(), self.circumstances)
    }

    fn refusal(&self, number: usize, finding: &Finding, place: &Place) -> Refusal {
        let root = Route::root();
        let row = self.rows.get(number);
        let (line, column) = row.map_or((1, 1), |row| row.place(place.route().unwrap_or(&root)));
        let (message, help) = (finding.message.clone(), finding.help.clone());
        Refusal { line, column, message, help, rule: finding.rule.to_string() }
    }

    /// What became of each row, with what is doubtful about it.
    fn told(wishes: &Wishes, found: &[Finding], before: &Known) -> Vec<Told> {
        let told = wishes.wishes.iter();
        let told =
            told.map(|wish| Told { name: wish.name.clone(), fate: wish.fate.clone(), doubts: Vec::new() });
        let mut told: Vec<Told> = told.collect();
        let speakers = Speakers::of(wishes);
        for finding in found {
            let is_doubt = finding.severity == Severity::Warning && !before.has(finding);
            if let Some(row) = speakers.culprit(finding).filter(|_| is_doubt).and_then(|at| told.get_mut(at))
            {
                row.doubts.push((finding.rule.to_string(), finding.message.clone()));
            }
        }
        told
    }
}

/// The rows that want something, by what they are about.
struct Speakers<'w> {
    wishes: &'w Wishes,
    rows: HashMap<&'w [Step], usize>,
}

impl<'w> Speakers<'w> {
    fn of(wishes: &'w Wishes) -> Self {
        let wanting = wishes.wishes.iter().enumerate().filter(|(_, wish)| !wish.edits.is_empty());
        Self { wishes, rows: wanting.map(|(number, wish)| (wish.route.steps(), number)).collect() }
    }

    /// The row that speaks of the entity or the link of a route.
    fn speaking(&self, route: &Route) -> Option<usize> {
        self.rows.get(route.steps().get(..2)?).copied()
    }

    /// The row that a finding comes from: that of its place, else that of a place that it rests on, else that of an end of
    /// the link that it is about.
    fn culprit(&self, finding: &Finding) -> Option<usize> {
        let related = finding.related.iter().map(|related| &related.place);
        let mut routes = std::iter::once(&finding.place).chain(related).filter_map(Place::route);
        routes.find_map(|route| self.speaking(route)).or_else(|| {
            let [Step::Key(links), Step::Index(index), ..] = finding.place.route()?.steps() else {
                return None;
            };
            let link = self.wishes.site.links.get(*index).filter(|_| links == "links")?;
            let ends = [link.source.as_ref(), link.target.as_ref()];
            let routes =
                ends.into_iter().flatten().map(|end| Route::root().key("application_entities").key(end));
            routes.into_iter().find_map(|route| self.speaking(&route))
        })
    }
}

type Files = BTreeMap<String, FixedFile>;

/// The files with what the rows want, and the rows of which that cannot be made.
fn written(
    inputs: &[Input],
    loader: &dyn Loader,
    rows: &[&Row],
    refused: &BTreeMap<usize, Refusal>,
) -> Result<(Files, BTreeMap<usize, Refusal>), Error> {
    let mut files = Files::new();
    for _ in 0..MOST_ROUNDS {
        let overlay = Overlay { loader, files: &files };
        let reading = read(overlay.laid_over(inputs), &overlay);
        let (document, site) = site_of(&reading.project).ok_or(Error::NoSite)?;
        let wishes = wishes(site, document, rows, refused);
        let wanting: Vec<_> =
            wishes.wishes.iter().enumerate().filter(|(_, wish)| !wish.edits.is_empty()).collect();
        if wanting.is_empty() {
            break;
        }
        // Each edit by itself: those that touch one another are made in the next rounds.
        let edits =
            wanting.iter().flat_map(|(number, wish)| wanted(document, wish).map(move |edit| (*number, edit)));
        let (numbers, findings): (Vec<usize>, Vec<Finding>) = edits.unzip();
        let mending = mend(&findings, &reading.project, &reading.sources, Caution::UnsafeToo);
        let mut unwritten = BTreeMap::new();
        for (number, fate) in numbers.into_iter().zip(&mending.fates) {
            if let (source::Fate::Refused(why), Some(row)) = (fate, rows.get(number)) {
                let message = format!("the file cannot be changed so: {why}");
                let help = Some("change it by hand".to_owned());
                let (line, column) = (row.line, 1);
                unwritten.insert(number, Refusal { line, column, message, help, rule: String::new() });
            }
        }
        if !unwritten.is_empty() {
            return Ok((files, unwritten));
        }
        for (id, text) in &mending.texts {
            take(&reading.sources, *id, text, &mut files);
        }
    }
    Ok((files, BTreeMap::new()))
}

/// The edits of a wish, each in the form in which edits are made.
fn wanted(document: DocumentId, wish: &Wish) -> impl Iterator<Item = Finding> {
    let place = Place::value(document, wish.route.clone());
    let finding = Finding::new("import", Severity::Info, place, String::new());
    wish.edits.iter().map(move |edit| Finding { edits: vec![edit.clone()], ..finding.clone() })
}
