//! `dicomply diff OLD NEW`.

mod driver;
pub(crate) mod side;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::compare::diff::diff_documents;
use dicomply::compare::{Certain, Diff, Impact, Strictness, certain};
use dicomply::finding::Finding;
use dicomply::model::{FailOnChange, VersionStrictness};
use dicomply::report::{Changes, Page};

use self::side::Side;
use super::console::Console;
use super::failure::{self, Failure};
use super::output::{Output, PageFormat, Written};

/// Tells what changed between two versions of a document, and what that means to its peers
///
/// A version is a file, or `REV:path`, a file at a revision of git: `HEAD~1:statement.yaml`, `v1.0:docs/archive.yaml`, and
/// `:statement.yaml` for what is staged. Paths behind a revision start at the root of the repository, with `./` at the current
/// folder. What a document includes and extends is taken from the same revision.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The old version: a file, `REV:path`, or `-` for standard input
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The new version
    #[arg(value_name = "NEW", required_unless_present = "git_driver")]
    new: Option<PathBuf>,

    /// What git passes to a driver beyond two arguments
    #[arg(hide = true, requires = "git_driver")]
    more: Vec<PathBuf>,

    /// How changes are written, and the file they are written to, standard output where none is named; may be repeated
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text", value_parser = Output::<PageFormat>::parse)]
    format: Vec<Output<PageFormat>>,

    /// Print a row for the revision history of the statement instead, as YAML to paste below `statement.revisions`;
    /// with `--format markdown` as a table, with `--format json` as a list
    #[arg(long, conflicts_with = "fail_on")]
    revision_history: bool,

    /// From which changes on the exit code is 1 [default: `diff.fail_on` of `dicomply.yaml`, else `breaking`]
    #[arg(long, value_enum, value_name = "IMPACT")]
    fail_on: Option<FailOn>,

    /// How the version of a statement has to move with its changes
    /// [default: `diff.version` of `dicomply.yaml`, else `any`]
    #[arg(long, value_enum, value_name = "RULE")]
    version_rule: Option<VersionRule>,

    /// Take the arguments that git passes to an external diff driver: `git config diff.dicomply.command 'dicomply diff
    /// --git-driver'`
    #[arg(long, conflicts_with_all = ["revision_history", "fail_on", "version_rule"])]
    git_driver: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// What a peer that worked with the old version can break of
    Breaking,
    /// And what lets a peer do more
    Compatible,
    /// Any change
    Editorial,
    /// Only a version that has not moved with what changed
    Version,
    /// Nothing: changes never alter the exit code
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum VersionRule {
    /// Nothing is asked of it
    None,
    /// A breaking change needs another version
    Any,
    /// A breaking change needs another major version, a compatible one another minor version
    Semver,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    Output::check(&arguments.format)?;
    if arguments.git_driver {
        let paths = [&arguments.old].into_iter().chain(&arguments.new).chain(&arguments.more);
        return driver::run(&paths.cloned().collect::<Vec<_>>(), &arguments.format, console);
    }
    let Some(new) = &arguments.new else { return Ok(ExitCode::from(failure::EXIT_CODE)) };
    if arguments.old.as_os_str() == "-" && new.as_os_str() == "-" {
        let message = "both versions cannot come from standard input".to_owned();
        return Err(Failure::Told { message, help: Some("name one of them".to_owned()) });
    }
    let (old, new) = (Side::read(&arguments.old)?, Side::read(new)?);
    old.report(console);
    new.report(console);
    let compared = compared(&old, &new)?;
    let settings = settings(arguments, &new);
    let findings = new.version_findings(&old, &compared.diff, settings.version);
    let differences = Differences::of(&old, &new, &compared)?.with_version_findings(&findings);
    write(arguments, differences, console)?;
    console.finish()?;
    tell_doubts(&old, &new, compared.doubtful, console);
    if new.errors() > 0 {
        // What it says is not all that its author says: that nothing broke is not known.
        return Ok(ExitCode::from(failure::EXIT_CODE));
    }
    let fails = !arguments.revision_history && fails(settings.fail_on, &compared.diff, &findings);
    Ok(ExitCode::from(u8::from(fails)))
}

/// What changed, as far as both versions could be read.
fn compared(old: &Side, new: &Side) -> Result<Certain, Failure> {
    let (before, after) = (old.document()?, new.document()?);
    let Some(diff) = diff_documents(&before.content, &after.content) else {
        let (one, other) = (old.kind(), new.kind());
        let message = format!("`{}` is {one}, and `{}` is {other}", before.path, after.path);
        let help = "two statements are compared, two sites, or two documents of requirements";
        return Err(Failure::Told { message, help: Some(help.to_owned()) });
    };
    Ok(certain(diff, &old.lost(), &new.lost()))
}

/// What makes a run fail, and what is asked of versions: by the command line, else by the configuration of the new one.
struct Settings {
    fail_on: FailOnChange,
    version: Strictness,
}

fn settings(arguments: &Arguments, new: &Side) -> Settings {
    let said = new.configuration().map(|configuration| configuration.diff.clone()).unwrap_or_default();
    let fail_on = arguments.fail_on.map(|fail_on| match fail_on {
        FailOn::Breaking => FailOnChange::Breaking,
        FailOn::Compatible => FailOnChange::Compatible,
        FailOn::Editorial => FailOnChange::Editorial,
        FailOn::Version => FailOnChange::Version,
        FailOn::Never => FailOnChange::Never,
    });
    let version = arguments.version_rule.map(|rule| match rule {
        VersionRule::None => Strictness::None,
        VersionRule::Any => Strictness::Any,
        VersionRule::Semver => Strictness::Semver,
    });
    let said_of_version = said.version.map(|strictness| match strictness {
        VersionStrictness::None => Strictness::None,
        VersionStrictness::Any => Strictness::Any,
        VersionStrictness::Semver => Strictness::Semver,
    });
    Settings {
        fail_on: fail_on.or(said.fail_on).unwrap_or(FailOnChange::Breaking),
        version: version.or(said_of_version).unwrap_or_default(),
    }
}

/// Whether something makes the run fail.
fn fails(threshold: FailOnChange, diff: &Diff, version_findings: &[Finding]) -> bool {
    let is_reached = |threshold| diff.impact().is_some_and(|impact| impact >= threshold);
    match threshold {
        FailOnChange::Never => false,
        _ if !version_findings.is_empty() => true,
        FailOnChange::Version => false,
        FailOnChange::Breaking => is_reached(Impact::Breaking),
        FailOnChange::Compatible => is_reached(Impact::Compatible),
        FailOnChange::Editorial => is_reached(Impact::Editorial),
    }
}

/// Writes what changed in every form that is asked for.
fn write(arguments: &Arguments, differences: Differences<'_>, console: &mut Console) -> Result<(), Failure> {
    if !arguments.revision_history {
        return arguments.format.iter().try_for_each(|output| output.write(&differences, console));
    }
    if arguments.format.iter().any(|output| output.format == PageFormat::Html) {
        let message = "a row of the revision history is no page".to_owned();
        return Err(Failure::Told {
            message,
            help: Some("`--format text`, `markdown` or `json`".to_owned()),
        });
    }
    let history = History(differences.0);
    arguments.format.iter().try_for_each(|output| output.write(&history, console))
}

/// Two versions and what lies between them, in every form.
struct Differences<'d>(Changes<'d>);

impl<'d> Differences<'d> {
    fn of(old: &'d Side, new: &'d Side, compared: &'d Certain) -> Result<Self, Failure> {
        let changes = Changes::new(&compared.diff, old.version()?, new.version()?);
        let is_whole = old.errors() + new.errors() == 0;
        Ok(Self(if is_whole { changes } else { changes.in_part(compared.doubtful) }))
    }

    fn with_version_findings(self, findings: &'d [Finding]) -> Self {
        Self(self.0.with_version_findings(findings))
    }
}

impl Written for Differences<'_> {
    fn write(&self, format: PageFormat, page: Page, out: &mut impl Write) -> io::Result<()> {
        match format {
            PageFormat::Text => self.0.write_text(page, out),
            PageFormat::Markdown => self.0.write_markdown(out),
            PageFormat::Json => self.0.write_json(out),
            PageFormat::Html => self.0.write_html(out),
        }
    }
}

/// The row of the revision history, in every form that it has.
struct History<'d>(Changes<'d>);

impl Written for History<'_> {
    fn write(&self, format: PageFormat, _: Page, out: &mut impl Write) -> io::Result<()> {
        match format {
            PageFormat::Markdown => self.0.write_history_markdown(out),
            PageFormat::Json => self.0.write_history_json(out),
            PageFormat::Text | PageFormat::Html => self.0.write_history_yaml(out),
        }
    }
}

/// Says what is left out because it could not be read. Of the old version that is a doubt; of the new one it is a
/// failure, as nobody knows then what its author says.
fn tell_doubts(old: &Side, new: &Side, doubtful: usize, console: &Console) {
    let help = match doubtful {
        0 => "what could not be read is not compared".to_owned(),
        1 => "a change of what could not be read is left out".to_owned(),
        _ => format!("{doubtful} changes of what could not be read are left out"),
    };
    if old.errors() > 0 {
        console.warn("incomplete-version", &format!("{}\n  help: {help}", old.told_errors()));
    }
    if new.errors() > 0 {
        console.complain(&Failure::Told { message: new.told_errors(), help: Some(help) });
    }
}
