//! `dicomply lint FILE...`.

mod output;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::config::{Config, RuleSet, Threshold};
use dicomply::examine::{Baseline, Examination, examine};
use dicomply::finding::{Finding, Place, Severity};
use dicomply::lint::Configurations;
use dicomply::model::{Content, Date, Document, Project};
use dicomply::report::Report;
use dicomply::source::Sources;

use self::output::Output;
use super::console::Console;
use super::failure::{self, Failure};
use super::{clock, explain, files, staging};

/// Reports what is wrong or doubtful in documents
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Documents, folders that hold some, or `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,

    /// How findings are written, and the file they are written to, standard output where none is named; may be repeated
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text", value_parser = Output::parse)]
    format: Vec<Output>,

    /// The path that standard input stands for: findings name it, and the configuration is looked for from there
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<PathBuf>,

    /// A file of findings that are known; only others count
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found into the baseline, so that only later findings count
    #[arg(long, requires = "baseline")]
    write_baseline: bool,

    #[command(flatten)]
    request: Request,
}

/// What rules are asked, and what makes a run fail.
#[derive(Debug, clap::Args)]
pub(crate) struct Request {
    /// The least severity that makes the exit code 1 [default: that of `dicomply.yaml`, else `error`]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,

    /// Which rules are asked [default: those of `dicomply.yaml`, else `recommended`]
    #[arg(long, value_enum, value_name = "SET")]
    rule_set: Option<Set>,

    /// Ask as well what keeps a document from being released: a draft, claims that are still to be confirmed, gaps and
    /// reminders in its texts
    #[arg(long)]
    release: bool,

    /// Ask only this rule, whatever its set; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,

    /// Do not ask this rule; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    skip: Vec<String>,

    /// The day on which allowances with a date are measured [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// An error
    Error,
    /// A warning or an error
    Warning,
    /// Anything
    Info,
    /// Nothing: findings never change the exit code
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Set {
    /// What cannot be true or cannot be read
    Minimal,
    /// And what misleads a peer or a reader
    Recommended,
    /// And what completeness asks for
    Strict,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day is written YYYY-MM-DD".to_owned())
}

/// How many entries of a baseline that no longer occur are named.
const MOST_GONE: usize = 10;

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let config = arguments.request.config()?;
    output::check(&arguments.format)?;
    let gathered = files::gather(&arguments.paths, arguments.stdin_filename.as_deref());
    let mut failures = gathered.failures;
    let mut examination = examine(gathered.inputs, &gathered.disk, &config, Some(arguments.request.today()));
    if let Some(path) = &arguments.baseline {
        if arguments.write_baseline {
            return write_baseline(path, &examination, &failures, console);
        }
        mark_known(path, &mut examination, &config, console)?;
    }
    let Examination { reading, findings } = examination;
    let report = Report::new(&findings, &reading.project, &reading.sources);
    let report = if arguments.baseline.is_some() { report.beside_baseline() } else { report };
    for output in &arguments.format {
        output.write(&report, console)?;
    }
    console.finish()?;
    if !config.only.is_empty() {
        failures.extend(unexamined(&reading.project, &reading.sources, &findings));
    }
    for failure in &failures {
        console.complain(failure);
    }
    if !failures.is_empty() {
        return Ok(ExitCode::from(failure::EXIT_CODE));
    }
    let configurations = Configurations::of(&reading.project, &config);
    let fails = findings.iter().any(|finding| fails(finding, &reading.project, &configurations));
    Ok(ExitCode::from(u8::from(fails)))
}

/// Marks what a baseline knows, and says which of its entries no longer occur.
fn mark_known(
    path: &Path,
    examination: &mut Examination,
    config: &Config,
    console: &Console,
) -> Result<(), Failure> {
    let text = files::read_text(path).map_err(|error| files::unread(path, error))?;
    let baseline = Baseline::read(&text).map_err(|error| Failure::Told {
        message: format!("`{}` is no baseline: {error}", files::shown(path)),
        help: Some("`--write-baseline` writes one".to_owned()),
    })?;
    let gone = baseline.mark(examination, config);
    if !gone.is_empty() {
        let (noun, verb) = if gone.len() == 1 { ("entry", "occurs") } else { ("entries", "occur") };
        let mut message = format!(
            "{} {noun} of the baseline no longer {verb}; `--write-baseline` takes them out",
            gone.len()
        );
        for entry in gone.iter().take(MOST_GONE) {
            message += &format!("\n  {}: {}: {}", entry.file, entry.rule, entry.message);
        }
        if gone.len() > MOST_GONE {
            message += &format!("\n  and {} more", gone.len() - MOST_GONE);
        }
        console.warn("outdated-baseline", &message);
    }
    Ok(())
}

/// Writes what is found into a baseline, unless not all could be examined.
fn write_baseline(
    path: &Path,
    examination: &Examination,
    failures: &[Failure],
    console: &mut Console,
) -> Result<ExitCode, Failure> {
    for failure in failures {
        console.complain(failure);
    }
    if !failures.is_empty() {
        return Ok(ExitCode::from(failure::EXIT_CODE));
    }
    let baseline = Baseline::of(examination);
    staging::write(path, baseline.to_json().as_bytes()).map_err(|error| files::unwritten(path, &error))?;
    let (count, noun) = (baseline.len(), if baseline.len() == 1 { "finding" } else { "findings" });
    console.print(&format!("wrote {count} {noun} into `{}`\n", files::shown(path)))?;
    Ok(ExitCode::SUCCESS)
}

impl Request {
    /// The day on which allowances are measured.
    pub(crate) fn today(&self) -> Date {
        self.today.unwrap_or_else(clock::today)
    }

    /// What the user asks of the linter.
    pub(crate) fn config(&self) -> Result<Config, Failure> {
        let known = |ids: &[String]| {
            ids.iter().map(|id| Ok(explain::known(id)?.id.to_owned())).collect::<Result<_, Failure>>()
        };
        Ok(Config {
            rule_set: self.rule_set.map(|set| match set {
                Set::Minimal => RuleSet::Minimal,
                Set::Recommended => RuleSet::Recommended,
                Set::Strict => RuleSet::Strict,
            }),
            fail_on: self.fail_on.map(|fail_on| match fail_on {
                FailOn::Error => Threshold::Errors,
                FailOn::Warning => Threshold::At(Severity::Warning),
                FailOn::Info => Threshold::At(Severity::Info),
                FailOn::Never => Threshold::Never,
            }),
            release: self.release,
            only: known(&self.only)?,
            skip: known(&self.skip)?,
            ..Config::default()
        })
    }
}

/// Whether a finding makes the run fail, by what is in force for its document.
fn fails(finding: &Finding, project: &Project, configurations: &Configurations<'_>) -> bool {
    let document = finding.place.document().and_then(|id| project.document(id));
    let (threshold, _) = configurations.for_document(document).fail_on();
    finding.counts() && threshold.is_reached_by(finding.severity)
}

/// The documents that no rule could be asked about, and of which nothing is said: silence would be taken for praise.
fn unexamined(project: &Project, sources: &Sources, findings: &[Finding]) -> Vec<Failure> {
    let is_silent = |document: &Document| {
        !findings.iter().any(|finding| match finding.place {
            Place::Symbolic { document: of, .. } => of == document.id,
            Place::Bytes { file, .. } => sources.main_file(document.id) == Some(file),
        })
    };
    let documents = project.documents.iter().filter(|document| !document.is_referenced);
    let unreadable = documents.filter(|document| matches!(document.content, Content::Unreadable));
    unreadable
        .filter(|document| is_silent(document))
        .map(|document| Failure::Told {
            message: format!("`{}` cannot be examined, because it cannot be understood", document.path),
            help: Some("without `--only` you see what is wrong with it".to_owned()),
        })
        .collect()
}
