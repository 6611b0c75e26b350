//! `dicomply lint FILE...`.

mod fixes;
mod output;
mod since;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::config::{Config, RuleSet, Threshold};
use dicomply::examine::{Baseline, Entry, Examination, examine};
use dicomply::finding::{Finding, Place, Severity};
use dicomply::lint::{Circumstances, Configurations};
use dicomply::model::{Content, Date, Document, Project};
use dicomply::report::Report;
use dicomply::source::{Reading, Sources};

pub(super) use self::fixes::write as write_files;
use self::output::{Output, Stream};
use super::console::Console;
use super::failure::{self, Failure};
use super::{clock, explain, files, staging, watch};

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

    /// Mend what has one clear remedy, and report what remains; what comes from standard input goes to standard output,
    /// and the report to standard error
    #[arg(long)]
    fix: bool,

    /// Write nothing; show as a unified diff what `--fix` would change
    #[arg(long, requires = "fix")]
    dry_run: bool,

    /// Mend as well what says something new of the product, such as a service it would have to support
    #[arg(long)]
    unsafe_fixes: bool,

    /// Lint again whenever one of the files changes, those that are included and the configuration too, until interrupted
    #[arg(long, conflicts_with_all = ["write_baseline", "fix"])]
    watch: bool,

    /// Hold the stages of life of entities and links against what git keeps of sites since this revision, commit by
    /// commit
    #[arg(long, value_name = "REV")]
    since: Option<String>,

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

    /// The day on which reviews, reservations and allowances with a date are measured [default: today]
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

pub(crate) fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "a day is written YYYY-MM-DD".to_owned())
}

/// How many entries of a baseline that no longer occur are named.
const MOST_GONE: usize = 10;

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let config = arguments.request.config();
    Output::check(&arguments.format)?;
    if !arguments.watch {
        return lint_once(arguments, &config, console).map(|done| done.code);
    }
    output::check_watched(&arguments.format)?;
    watch::watch(&arguments.paths, arguments.baseline.as_slice(), console, |console| {
        let done = lint_once(arguments, &config, console)?;
        Ok((done.taken, "linted".to_owned()))
    })
}

/// What a run leaves behind.
struct Done {
    code: ExitCode,
    /// The files that it read.
    taken: Vec<PathBuf>,
}

/// Reads and lints everything once.
fn lint_once(arguments: &Arguments, config: &Config, console: &mut Console) -> Result<Done, Failure> {
    console.progress("reading files");
    let gathered = files::gather(&arguments.paths, arguments.stdin_filename.as_deref());
    let baseline = match &arguments.baseline {
        Some(path) if !arguments.write_baseline => Some(read_baseline(path)?),
        _ => None,
    };
    let circumstances = circumstances(arguments, &gathered)?;
    console.progress(format!("linting {}", files::counted(gathered.inputs.len(), "file")));
    if arguments.fix {
        let code = fixes::run(arguments, gathered, config, baseline.as_ref(), &circumstances, console)?;
        return Ok(Done { code, taken: Vec::new() });
    }
    let mut examination = examine(gathered.inputs, &gathered.disk, config, circumstances);
    console.end_progress();
    check_names(config, &examination.reading.project)?;
    let taken = files::taken(&examination.reading).collect();
    if let (Some(path), true) = (&arguments.baseline, arguments.write_baseline) {
        let code = write_baseline(path, &examination, &gathered.failures, console)?;
        return Ok(Done { code, taken });
    }
    if let Some(baseline) = &baseline {
        tell_gone(&baseline.mark(&mut examination, config), console);
    }
    report(arguments, &examination, Stream::Output, console)?;
    if arguments.format.iter().any(Output::is_for_people) {
        console.print(&fixes::fixable(&examination, arguments.unsafe_fixes))?;
    }
    console.finish()?;
    Ok(Done { code: verdict(&examination, config, gathered.failures, console), taken })
}

/// What day it is, and what was before, where that is asked for.
fn circumstances(arguments: &Arguments, gathered: &files::Gathered) -> Result<Circumstances, Failure> {
    let circumstances = Circumstances::of(Some(arguments.request.today()));
    match &arguments.since {
        Some(revision) => Ok(Circumstances { history: since::history(gathered, revision)?, ..circumstances }),
        None => Ok(circumstances),
    }
}

/// Writes what was found in every form that is asked for; what goes to no file goes to a stream.
fn report(
    arguments: &Arguments,
    examination: &Examination,
    stream: Stream,
    console: &mut Console,
) -> Result<(), Failure> {
    let Examination { reading, findings } = examination;
    let report = Report::new(findings, &reading.project, &reading.sources);
    let report = if arguments.baseline.is_some() { report.beside_baseline() } else { report };
    arguments.format.iter().try_for_each(|output| output.write_report(&report, stream, console))
}

/// Says what could not be done, and gives the exit code of the run.
fn verdict(
    examination: &Examination,
    config: &Config,
    mut failures: Vec<Failure>,
    console: &Console,
) -> ExitCode {
    let Examination { reading, findings } = examination;
    if !config.only.is_empty() {
        failures.extend(unexamined(&reading.project, &reading.sources, findings));
    }
    for failure in &failures {
        console.complain(failure);
    }
    if !failures.is_empty() {
        return ExitCode::from(failure::EXIT_CODE);
    }
    let configurations = Configurations::of(&reading.project, config);
    let fails = findings.iter().any(|finding| fails(finding, reading, &configurations));
    ExitCode::from(u8::from(fails))
}

fn read_baseline(path: &Path) -> Result<Baseline, Failure> {
    let text = files::read_text(path).map_err(|error| files::unread(path, error))?;
    Baseline::read(&text).map_err(|error| Failure::Told {
        message: format!("`{}` is no baseline: {error}", files::shown(path)),
        help: Some("`--write-baseline` writes one".to_owned()),
    })
}

/// Says which entries of a baseline no longer occur.
fn tell_gone(gone: &[&Entry], console: &Console) {
    if !gone.is_empty() {
        let (noun, verb) = if gone.len() == 1 { ("entry", "occurs") } else { ("entries", "occur") };
        let mut lines = vec![format!(
            "{} {noun} of the baseline no longer {verb}; `--write-baseline` takes them out",
            gone.len()
        )];
        let told = gone.iter().take(MOST_GONE);
        lines.extend(told.map(|entry| format!("{}: {}: {}", entry.file, entry.rule, entry.message)));
        if gone.len() > MOST_GONE {
            lines.push(format!("and {} more", gone.len() - MOST_GONE));
        }
        console.warn("outdated-baseline", &lines.join("\n  "));
    }
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
    pub(crate) fn config(&self) -> Config {
        Config {
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
            only: self.only.iter().cloned().collect(),
            skip: self.skip.iter().cloned().collect(),
            ..Config::default()
        }
    }
}

/// Whether the rules that the user names are there. Only the documents tell which ones their projects declare.
fn check_names(config: &Config, project: &Project) -> Result<(), Failure> {
    let custom = |id: &str| {
        project.documents.iter().any(|document| {
            matches!(&document.content, Content::Configuration(said) if said.custom_rules.contains_key(id))
        })
    };
    let mut named = config.only.iter().chain(&config.skip).filter(|id| !custom(id));
    named.try_for_each(|id| explain::known(id).map(|_| ()))
}

/// Whether a finding makes the run fail, by what is in force for its document, or for that of its file.
fn fails(finding: &Finding, reading: &Reading, configurations: &Configurations<'_>) -> bool {
    let document = match finding.place {
        Place::Symbolic { document, .. } => Some(document),
        Place::Bytes { file, .. } => reading.sources.document_of(file),
    };
    let document = document.and_then(|id| reading.project.document(id));
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
