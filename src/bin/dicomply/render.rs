//! `dicomply render FILE...`.

mod look;
mod output;
mod pages;
mod templates;
mod workshop;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::config::Config;
use dicomply::examine::{Examination, examine};
use dicomply::finding::{Finding, Severity};
use dicomply::model::{Content, Document, OutputFormat, Project};
use dicomply::render;
use dicomply::report::Report;
use dicomply::source::Sources;

use self::look::{Look, LookArguments};
use self::output::Output;
use self::templates::{Shelves, Templates};
use self::workshop::Workshop;
use super::console::{Console, note};
use super::failure::{self, Failure};
use super::{clock, files, watch};

/// Writes documents as HTML, Markdown, Word documents or PDF, and the tables of sites as CSV or a workbook
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Documents, folders that hold some, or `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,

    /// What is written, a list with commas or repeated
    /// [default: `formats` of `dicomply.yaml`, else `html`]
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMAT")]
    format: Vec<Format>,

    /// Write nothing that is not ready to be released: a draft, claims that are still to be confirmed, gaps and
    /// reminders in its texts, any error
    #[arg(long)]
    release: bool,

    /// The folder that is written to; files are named after the documents
    #[arg(long, short, default_value = ".", value_name = "FOLDER")]
    output: PathBuf,

    /// The layout of statements, instead of the one that they name: `annex_a` (PS3.2 up to 2022), or a template of your
    /// own, which is a file, or a folder with a `document.md`
    #[arg(long, value_name = "LAYOUT|PATH")]
    template: Option<String>,

    /// Render again whenever one of the files changes, those that are included and templates too, until interrupted
    #[arg(long)]
    watch: bool,

    /// A folder of templates that go before the built-in ones, such as `annex_a/cover.md` in it [default: `templates` of
    /// `dicomply.yaml`]
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,

    #[command(flatten)]
    look: LookArguments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Format {
    /// One HTML file that needs no network
    Html,
    /// Markdown as GitHub shows it
    #[value(alias = "markdown")]
    Md,
    /// A Word document
    #[value(alias = "word")]
    Docx,
    /// PDF, for archives (PDF/A-2a) and for everybody (PDF/UA-1)
    Pdf,
    /// The tables of a site, a CSV file for each, in a folder
    Csv,
    /// The tables of a site as a workbook, a sheet for each
    #[value(alias = "excel")]
    Xlsx,
}

impl Format {
    /// Whether only the tables are written.
    const fn is_tables(self) -> bool {
        matches!(self, Self::Csv | Self::Xlsx)
    }

    const fn of(word: OutputFormat) -> Self {
        match word {
            OutputFormat::Markdown => Self::Md,
            OutputFormat::Html => Self::Html,
            OutputFormat::Pdf => Self::Pdf,
            OutputFormat::Docx => Self::Docx,
        }
    }
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    if !arguments.watch {
        return render_once(arguments, console).map(|done| done.code);
    }
    let templates = arguments.templates.iter().cloned().chain(arguments.template.iter().map(PathBuf::from));
    let templates = templates.chain(arguments.look.files().cloned());
    let templates: Vec<_> = templates.filter(|path| path.exists()).collect();
    watch::watch(&arguments.paths, &templates, console, |console| {
        let done = render_once(arguments, console)?;
        Ok((done.taken, files::counted(done.written, "file") + " written"))
    })
}

/// What a run leaves behind.
struct Done {
    code: ExitCode,
    /// The files that it read.
    taken: Vec<PathBuf>,
    /// How many files it wrote.
    written: usize,
}

/// Reads, lints and writes everything once.
fn render_once(arguments: &Arguments, console: &mut Console) -> Result<Done, Failure> {
    let shelves = Shelves::of(arguments.template.as_deref(), arguments.templates.as_deref())?;
    let look = Look::of(&arguments.look)?;
    console.progress("reading files");
    let gathered = files::gather(&arguments.paths, None);
    console.progress(format!("linting {}", files::counted(gathered.inputs.len(), "file")));
    let config = Config { release: arguments.release, ..Config::default() };
    let Examination { reading, mut findings } =
        examine(gathered.inputs, &gathered.disk, &config, Some(clock::today()));
    findings.retain(Finding::counts);
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let is_refused = arguments.release && errors > 0;
    let (mut is_complete, mut written) = (true, 0);
    let mut taken: Vec<_> = files::taken(&reading).chain(arguments.look.files().cloned()).collect();
    let (reading, disk, failures) = (&reading, &gathered.disk, gathered.failures);
    let mut workshop = Workshop { reading, disk, shelves, failures };
    if is_refused {
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).cloned();
        console.report(&Report::new(&errors.collect::<Vec<_>>(), &reading.project, &reading.sources))?;
    } else {
        let mut jobs = Vec::new();
        for document in to_be_rendered(&reading.project) {
            let formats = wanted(arguments, document, &reading.project, &mut workshop.failures);
            let branding = look.over(reading.branding(document));
            jobs.extend(workshop.job(document, formats, branding, &findings));
        }
        taken.extend(workshop.shelves.paths());
        let mut output = Output::into(&arguments.output, &taken);
        is_complete = workshop.render(&jobs, &mut output, console)?;
        written = write(output, arguments.watch, console)?;
    }
    console.end_progress();
    console.finish()?;
    let doubt = (errors > 0).then(|| if is_refused { unreleasable(errors) } else { unsound(errors) });
    let code = concluded(&workshop.failures, doubt.as_ref(), is_complete, console);
    Ok(Done { code, taken, written })
}

/// Says what has failed and what is doubtful about the rest, and how the program ends.
fn concluded(
    failures: &[Failure],
    doubt: Option<&Failure>,
    is_complete: bool,
    console: &Console,
) -> ExitCode {
    for failure in failures.iter().chain(doubt) {
        console.complain(failure);
    }
    let is_sound = is_complete && doubt.is_none();
    ExitCode::from(if failures.is_empty() { u8::from(!is_sound) } else { failure::EXIT_CODE })
}

/// Writes everything, and says what was written unless nobody looks; how many files that are.
fn write(output: Output, is_watched: bool, console: &mut Console) -> Result<usize, Failure> {
    let paths = output.write()?;
    for path in paths.iter().filter(|_| !is_watched) {
        console.print(&format!("wrote {}\n", files::shown(path)))?;
    }
    Ok(paths.len())
}

/// The formats of a document, as far as it has what they show.
fn wanted(
    arguments: &Arguments,
    document: &Document,
    project: &Project,
    failures: &mut Vec<Failure>,
) -> Vec<Format> {
    let mut formats = formats(arguments, document, project);
    failures.extend(untabled(document, &mut formats));
    formats
}

/// Takes the formats away that have tables only, where a document is no site, and says so.
fn untabled(document: &Document, formats: &mut Vec<Format>) -> Option<Failure> {
    let is_tabled = !matches!(document.content, Content::Statement(_));
    if is_tabled || !formats.iter().any(|format| format.is_tables()) {
        return None;
    }
    formats.retain(|format| !format.is_tables());
    Some(Failure::Told {
        message: format!("the tables of `{}` are not written: it is no site", document.path),
        help: Some("a statement is written with `--format html,md,docx,pdf`".to_owned()),
    })
}

/// Why a document is not rendered.
fn unrendered(document: &Document, error: &render::Error) -> Failure {
    let (what, help) = match error {
        render::Error::Requirements => (
            "it says what is wanted, and no product",
            Some("`dicomply lint` checks requirements; render the statement of a product"),
        ),
        _ => ("it is neither a statement nor a site", None),
    };
    let message = format!("`{}` is not rendered: {what}", document.path);
    Failure::Told { message, help: help.map(str::to_owned) }
}

/// The documents that are asked for. A configuration that a pattern of the shell has brought along is none, and neither
/// are requirements beside others.
fn to_be_rendered(project: &Project) -> Vec<&Document> {
    let asked = project.documents.iter().filter(|document| !document.is_referenced);
    let is_configuration = |document: &&Document| matches!(document.content, Content::Configuration(_));
    let (configurations, others): (Vec<_>, Vec<_>) = asked.partition(is_configuration);
    let is_wanted = |document: &&Document| matches!(document.content, Content::Requirements(_));
    let (requirements, products): (Vec<_>, Vec<_>) = others.into_iter().partition(is_wanted);
    match (products.is_empty(), requirements.is_empty()) {
        (true, true) => return configurations,
        (true, false) => return requirements,
        _ => {}
    }
    for document in requirements {
        note(&format!("note: `{}` is passed over: it says what is wanted, and no product\n", document.path));
    }
    products
}

/// The formats of a document: those that are asked for, else those of its project.
fn formats(arguments: &Arguments, document: &Document, project: &Project) -> Vec<Format> {
    if !arguments.format.is_empty() {
        return arguments.format.clone();
    }
    let said = project.configuration_of(document).map(|said| said.formats.iter().copied());
    let formats: Vec<Format> = said.into_iter().flatten().map(Format::of).collect();
    if formats.is_empty() { vec![Format::Html] } else { formats }
}

/// A failure of the renderer; a template of the user's is named by its path.
fn told(error: &render::Error, templates: &Templates) -> Failure {
    let message = match error {
        render::Error::Template { template, line, column, message, .. } => {
            let shown =
                templates.paths.get(template).map_or_else(|| template.clone(), |path| files::shown(path));
            format!("template `{shown}`, line {line}, column {column}: {message}")
        }
        _ => error.to_string(),
    };
    let help = matches!(error, render::Error::UnknownLayout(_))
        .then(|| "`--template annex_a` renders the statement in the older layout".to_owned());
    Failure::Told { message, help }
}

/// What is doubtful about a document that is written all the same, with the line where that can be told.
fn doubtful(doubt: &Finding, document: &Document, sources: &Sources) -> String {
    let is_told = doubt.place.route().is_some_and(|route| !route.steps().is_empty());
    let location = sources.locate(&doubt.place).filter(|_| is_told);
    let spot = location.and_then(|location| {
        let file = sources.file(location.file)?;
        let before = file.text().get(..location.range.start)?;
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Some(format!("{}:{line}:{column}", file.path()))
    });
    let help = doubt.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
    format!("`{}`: {}{help}", spot.as_ref().unwrap_or(&document.path), doubt.message)
}

fn unreleasable(errors: usize) -> Failure {
    let (noun, verb) = if errors == 1 { ("error", "stands") } else { ("errors", "stand") };
    Failure::Told {
        message: format!("nothing is written: {errors} {noun} {verb} in the way of a release"),
        help: Some("without `--release` a draft is written".to_owned()),
    }
}

/// What is said of documents that are written although something is wrong with them.
pub(super) fn unsound(errors: usize) -> Failure {
    let (noun, verb) = if errors == 1 { ("error", "was") } else { ("errors", "were") };
    Failure::Told {
        message: format!("{errors} {noun} {verb} found in the documents; what was written may be wrong"),
        help: Some("`dicomply lint` tells where".to_owned()),
    }
}
