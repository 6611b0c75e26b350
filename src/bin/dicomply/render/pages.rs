//! The files that a document becomes.

use dicomply::finding::Finding;
use dicomply::model::{Content, Document};
use dicomply::render::view::SiteFinding;
use dicomply::render::{self, Options, Surroundings, docx, html, markdown, pdf, sheets};

use super::Format;
use super::output::{self, PageOfFile};

/// What the folder of a document's figures has behind the name of the document.
const FIGURES: &str = ".figures";

/// What the folder of a document's tables has behind the name of the document.
const TABLES: &str = ".tables";

/// The pages of a document, and what is doubtful about them.
pub(super) fn rendered<'p>(
    surroundings: &Surroundings<'p>,
    document: &'p Document,
    findings: &[Finding],
    mut options: Options,
    formats: &[Format],
) -> Result<(Vec<PageOfFile>, Vec<Finding>), render::Error> {
    if matches!(document.content, Content::Site(_)) {
        let own = findings.iter().filter(|finding| finding.place.document() == Some(document.id));
        options.site_findings = own.map(site_finding).collect();
    }
    let (tree, mut doubts) = render::render_among(surroundings, document, &options)?;
    let mut formats = formats.to_vec();
    formats.sort_unstable();
    formats.dedup();
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
