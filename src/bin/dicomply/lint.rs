//! `dicomply lint FILE...`.

mod fixes;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::config::{Config, RuleSet};
use dicomply::finding::{Finding, Place, Severity};
use dicomply::lint::{RULES, lint};
use dicomply::model::{Content, Document, Project};
use dicomply::report::Report;
use dicomply::source::{Sources, read};

use super::console::Console;
use super::failure::{self, Failure};
use super::{explain, files};

/// Reports what is wrong or doubtful in documents
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Documents, folders that hold some, or `-` for standard input
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,

    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// The least severity that makes the exit code 1
    #[arg(long, value_enum, default_value_t = Threshold::Error, value_name = "SEVERITY")]
    fail_on: Threshold,

    /// Which rules are asked
    #[arg(long, value_enum, default_value_t = Set::Recommended, value_name = "SET")]
    rule_set: Set,

    /// Ask as well what keeps a document from being released: a draft, claims that are still to be confirmed, gaps and
    /// reminders in its texts
    #[arg(long)]
    release: bool,

    /// Ask only this rule, whatever its set; may be repeated
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    only: Vec<String>,

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
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: excerpts of the files, and a summary
    Text,
    /// For programs: one JSON object with every finding
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Threshold {
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

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let config = config(arguments)?;
    let mut gathered = files::gather(&arguments.paths);
    if arguments.fix {
        return fixes::run(arguments, gathered, &config, console);
    }
    let reading = read(std::mem::take(&mut gathered.inputs), &gathered.disk);
    let findings = reading.sources.distinct(lint(&reading.project, &config, reading.findings));
    let report = Report::new(&findings, &reading.project, &reading.sources);
    match arguments.format {
        Format::Text => {
            console.report(&report)?;
            let fixable =
                fixes::fixable(&findings, &reading.project, &reading.sources, arguments.unsafe_fixes);
            console.print(&fixable)?;
        }
        Format::Json => report.write_json(console.output()).map_err(Failure::Output)?,
    }
    console.finish()?;
    if !arguments.only.is_empty() {
        gathered.failures.extend(unexamined(&reading.project, &reading.sources, &findings));
    }
    for failure in &gathered.failures {
        console.complain(failure);
    }
    Ok(exit_code(arguments.fail_on, &findings, &gathered.failures))
}

fn config(arguments: &Arguments) -> Result<Config, Failure> {
    let rule_set = match arguments.rule_set {
        Set::Minimal => RuleSet::Minimal,
        Set::Recommended => RuleSet::Recommended,
        Set::Strict => RuleSet::Strict,
    };
    let mut config = Config { rule_set, release: arguments.release, ..Config::default() };
    if arguments.only.is_empty() {
        return Ok(config);
    }
    config.severities = RULES.iter().map(|rule| (rule.id.to_owned(), None)).collect();
    for id in &arguments.only {
        let rule = explain::known(id)?;
        config.severities.insert(rule.id.to_owned(), Some(rule.severity));
    }
    Ok(config)
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

fn exit_code(threshold: Threshold, findings: &[Finding], failures: &[Failure]) -> ExitCode {
    let least = match threshold {
        Threshold::Error => Some(Severity::Error),
        Threshold::Warning => Some(Severity::Warning),
        Threshold::Info => Some(Severity::Info),
        Threshold::Never => None,
    };
    let is_reached = least.is_some_and(|least| findings.iter().any(|finding| finding.severity >= least));
    ExitCode::from(if failures.is_empty() { u8::from(is_reached) } else { failure::EXIT_CODE })
}
