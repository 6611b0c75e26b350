//! The files that documents become.

use dicomply::finding::Finding;
use dicomply::model::{Content, Document};
use dicomply::pairing::Surroundings;
use dicomply::render::view::SiteFinding;
use dicomply::render::{self, Options, docx, html, markdown, pdf, sheets};
use rayon::prelude::*;

use super::Format;
use super::output::{self, PageOfFile};

/// What the folder of a document's figures has behind the name of the document.
const FIGURES: &str = ".figures";

/// What the folder of a document's tables has behind the name of the document.
const TABLES: &str = ".tables";

/// How many documents are rendered before what they became is looked at.
pub(super) const WAVE: usize = 16;

/// A document that is to be rendered.
pub(super) struct Job<'p> {
    pub(super) document: &'p Document,
    options: Options,
    formats: Vec<Format>,
}

/// The files that a document has become, and what is doubtful about it.
pub(super) type Rendered = Result<(Vec<PageOfFile>, Vec<Finding>), render::Error>;

impl<'p> Job<'p> {
    /// A document in some formats. What was found in a site stands in its document.
    pub(super) fn new(
        document: &'p Document,
        mut options: Options,
        mut formats: Vec<Format>,
        findings: &[Finding],
    ) -> Self {
        if matches!(document.content, Content::Site(_)) {
            let own = findings.iter().filter(|finding| finding.place.document() == Some(document.id));
            options.site_findings = own.map(site_finding).collect();
        }
        formats.sort_unstable();
        formats.dedup();
        options.is_tables_only = formats.iter().all(|format| format.is_tables());
        Self { document, options, formats }
    }
}

/// What documents become, in their order. They are rendered side by side.
pub(super) fn rendered<'p>(surroundings: &Surroundings<'p>, jobs: &[Job<'p>]) -> Vec<Rendered> {
    match jobs {
        [job] => vec![pages(surroundings, job)],
        _ => jobs.par_iter().map(|job| pages(surroundings, job)).collect(),
    }
}

fn pages<'p>(surroundings: &Surroundings<'p>, job: &Job<'p>) -> Rendered {
    let Job { document, options, formats } = job;
    let (tree, mut doubts) = render::render_among(surroundings, document, options)?;
    let mut pages = Vec::new();
    for format in formats {
        let mut add = |end: String, bytes: Vec<u8>| pages.push(PageOfFile { end, bytes });
        match format {
            Format::Html => add(".html".to_owned(), html::write(&tree).into_bytes()),
            Format::Md => {
                let folder = format!("{}{FIGURES}", output::stem(document));
                add(".md".to_owned(), markdown::write_with_figures(&tree, &folder).into_bytes());
                for (name, svg) in markdown::figures(&tree) {
                    add(format!("{FIGURES}/{name}"), svg.into_bytes());
                }
            }
            Format::Pdf => {
                let (bytes, missing) = pdf::write(&tree, &render::typesetting(&options.branding))?;
                add(".pdf".to_owned(), bytes);
                doubts.extend(render::missing_glyphs(document, &tree, &missing));
            }
            Format::Docx => {
                let options = docx::Options {
                    paper: options.branding.paper,
                    reference: options.branding.reference.clone(),
                    ..docx::Options::default()
                };
                add(".docx".to_owned(), docx::write(&tree, &options)?);
            }
            Format::Csv => {
                for sheet in sheets::sheets(&tree) {
                    add(format!("{TABLES}/{}.csv", sheet.name), sheets::csv(&sheet).into_bytes());
                }
            }
            Format::Xlsx => {
                let sheets = sheets::sheets(&tree);
                add(
                    ".xlsx".to_owned(),
                    sheets::workbook(&tree.meta.title, &sheets).map_err(render::Error::from)?,
                );
            }
        }
    }
    Ok((pages, doubts))
}

fn site_finding(finding: &Finding) -> SiteFinding {
    SiteFinding {
        severity: finding.severity.as_str(),
        rule: finding.rule.to_string(),
        place: finding.place.route().map(ToString::to_string).unwrap_or_default(),
        message: finding.message.clone(),
        help: finding.help.clone().unwrap_or_default(),
    }
}
