//! From a document of the user to the formats people read: model → view → templates → document tree → formats.

mod branding;
mod built_in;
pub mod docx;
mod error;
pub mod figure;
pub mod html;
pub mod markdown;
mod missing;
mod notice;
pub mod pdf;
pub mod sheets;
pub mod svg;
mod template;
pub mod typeset;
pub mod view;

use std::collections::{BTreeMap, HashSet};

use tera::{Context, Value};

pub use branding::typesetting;
pub use error::Error;
pub use missing::missing_glyphs;
pub use notice::{NOTICES, Notice, notice};
pub use template::BUILT_IN as BUILT_IN_TEMPLATES;

use crate::config::Branding;
use crate::document::{self, Document, Picture, Problem, Register};
use crate::finding::{Finding, Place};
use crate::model::{self, Content, Date, Statement, TemplateName};
use crate::pairing::Surroundings;
use crate::route::Route;
use view::{SiteFinding, SiteView, StatementView};

/// What a document is rendered with.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The layout; the one that the statement names where it is left out.
    pub template: Option<TemplateName>,
    /// The template that makes the document, by its name in `templates`; that of the layout where it is left out.
    pub document: Option<String>,
    /// The user's templates by their paths in the folder of templates, `annex_a/cover.md`; they go before the
    /// built-in ones.
    pub templates: BTreeMap<String, String>,
    /// What is missing or inconsistent in a site, for its governance document.
    pub site_findings: Vec<SiteFinding>,
    /// Whether only the tables are asked for, so that nothing is drawn.
    pub is_tables_only: bool,
    /// The day, if a site shall tell which of its reviews are overdue.
    pub today: Option<Date>,
    /// How the document looks, where its project says so.
    pub branding: Branding,
}

/// The document tree of a statement or a site by itself, and what was found on the way. The same input gives the same
/// tree.
pub fn render(document: &model::Document, options: &Options) -> Result<(Document, Vec<Finding>), Error> {
    render_among(&Surroundings::alone(document), document, options)
}

/// The document tree of a statement or a site among other documents: a site also tells what its links carry, by the
/// statements that it names.
pub fn render_among<'p>(
    surroundings: &Surroundings<'p>,
    document: &'p model::Document,
    options: &Options,
) -> Result<(Document, Vec<Finding>), Error> {
    let (markdown, mut pictures, register) = written(surroundings, document, options)?;
    let logo = branding::logo(&options.branding, owner(document));
    pictures.extend(logo.clone().map(|logo| (branding::LOGO.to_owned(), logo)));
    let mut tree = document::parse(&markdown, &pictures);
    tree.register = register;
    branding::brand(&mut tree, &options.branding, logo);
    if let Content::Statement(statement) = &document.content {
        // No template decides about this.
        tree.meta.draft = statement.is_draft();
    }
    let findings = tree.problems.iter().map(|problem| finding(document, problem)).collect();
    Ok((tree, findings))
}

/// Whose logo stands on a document.
fn owner(document: &model::Document) -> &str {
    let owner = match &document.content {
        Content::Statement(statement) => statement.product.vendor.as_deref(),
        Content::Site(site) => site.organization.as_deref(),
        Content::Requirements(_) | Content::Configuration(_) | Content::Unreadable => None,
    };
    owner.unwrap_or_default().trim()
}

/// The Markdown that the templates make of a document, before it becomes a tree.
pub fn markdown_of(document: &model::Document, options: &Options) -> Result<String, Error> {
    written(&Surroundings::alone(document), document, options).map(|(markdown, ..)| markdown)
}

/// The Markdown of a document, the figures that it places, and which entities and links it is about, if it is about some.
type Written = (String, BTreeMap<String, Picture>, Option<Register>);

/// The Markdown of a document, the figures that it places, and which entities and links it is about.
fn written<'p>(
    surroundings: &Surroundings<'p>,
    document: &'p model::Document,
    options: &Options,
) -> Result<Written, Error> {
    match &document.content {
        Content::Statement(statement) => {
            let layout = options.template.or(statement.statement.template).unwrap_or(TemplateName::AnnexA);
            if options.document.is_none() && layout != TemplateName::AnnexA {
                return Err(Error::UnknownLayout(layout.to_string()));
            }
            let view = StatementView::of(statement);
            let context = statement_context(statement, &view).map_err(Error::of)?;
            let markdown = template::run("annex_a", template::STATEMENT_PARTS, options, context)?;
            Ok((markdown, view.pictures, None))
        }
        Content::Site(site) => {
            let view = SiteView::of((document, site), surroundings, options);
            let context = Context::from_serialize(&view).map_err(Error::of)?;
            let markdown = template::run("site", template::SITE_PARTS, options, context)?;
            Ok((markdown, view.topology.pictures, Some(view.topology.register)))
        }
        Content::Requirements(_) => Err(Error::Requirements),
        Content::Configuration(_) | Content::Unreadable => Err(Error::UnreadableDocument),
    }
}

/// The view of a statement as templates see it, with the abbreviations that occur in it.
fn statement_context(statement: &Statement, view: &StatementView) -> Result<Context, tera::Error> {
    let mut context = Context::from_serialize(view)?;
    let abbreviations = {
        let mut words = HashSet::new();
        for key in ["product", "overview", "introduction", "entities", "sequences", "web_services", "network"]
        {
            collect_words(context.get(key), &mut words);
        }
        for key in ["configuration", "media", "character_sets", "security"] {
            collect_words(context.get(key), &mut words);
        }
        view::abbreviations(statement, &words)
    };
    context.insert("abbreviations", &abbreviations);
    Ok(context)
}

/// The words of all texts in a value. Value representations are no words: `US` is not ultrasound there.
fn collect_words<'v>(value: Option<&'v Value>, words: &mut HashSet<&'v str>) {
    let Some(value) = value else { return };
    if let Some(text) = value.as_str() {
        let ends = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '/');
        words.extend(text.split(ends).filter(|word| word.len() > 1));
    } else if let Some(values) = value.as_array() {
        for value in values {
            collect_words(Some(value), words);
        }
    } else if let Some(entries) = value.as_map() {
        for (_, value) in entries.iter().filter(|(key, _)| key.as_str() != Some("vr")) {
            collect_words(Some(value), words);
        }
    }
}

/// What is wrong with the tree, as a finding about the document it was made of.
fn finding(document: &model::Document, problem: &Problem) -> Finding {
    let notice = match problem {
        Problem::DanglingReference { .. } => notice::DANGLING_ANCHOR,
        _ => notice::TEMPLATE_MARKUP,
    };
    notice.at(Place::value(document.id, Route::root()), problem.to_string())
}
