//! `dicomply matrix PATH…`: every two of many products.

mod against;
mod fleet;
mod merge;
mod output;
mod pages;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use dicomply::compare::matrix::{Matrix, MatrixService, Shard, matrix, matrix_of_links};
use dicomply::pairing::{Verdict, Workflow};
use dicomply::report::MatrixReport;
use dicomply::standard::nearest;

use super::compare::FailOn;
use super::console::Console;
use super::failure::{self, Failure};
use super::output::Output;
use fleet::Fleet;
use output::MatrixFormat;
use pages::Pages;

/// Tells how well every two of many products work together
///
/// Each statement is held against each as `compare` does it; the worst verdict of a pair is its cell. Of a site, each link is
/// judged between the Application Entities that its ends implement.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,

    /// Statements, folders that hold some, or one site
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    wanted: Wanted,

    /// Tell instead what changes in the fleet when this statement takes the place of that of the same product; a file, or
    /// `REV:path`, a file at a revision of git
    #[arg(long, value_name = "NEW", conflicts_with_all = ["shard", "service", "pages"])]
    against: Option<PathBuf>,

    /// The statement whose place is taken, where it is not that of the only product of the same name
    #[arg(long, value_name = "OLD", requires = "against")]
    replaces: Option<PathBuf>,

    /// Judge only this part of all pairs, such as `2/5`; `matrix merge` joins what is written as JSON
    #[arg(long, value_name = "I/N", value_parser = shard, conflicts_with = "service")]
    shard: Option<Shard>,

    /// Leave statements out that cannot be understood without making the exit code 2
    #[arg(long)]
    keep_going: bool,

    /// Write the page of each pair's comparison into this folder, for the HTML page to lead to
    #[arg(long, value_name = "DIR", conflicts_with = "shard")]
    pages: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Merge(merge::Arguments),
}

/// What of a matrix is wanted, and in which form.
#[derive(Debug, clap::Args)]
struct Wanted {
    /// How the matrix is written, and the file it is written to, standard output where none is named; may be repeated
    /// [default: text; json with `--shard`]
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = Output::<MatrixFormat>::parse)]
    format: Vec<Output<MatrixFormat>>,

    /// From which verdict on the exit code is 1, asked of every service that somebody asks for; with `--against` of those
    /// that get worse [default: does-not-work; limits with `--against`]
    #[arg(long, value_enum, value_name = "VERDICT")]
    fail_on: Option<FailOn>,

    /// Look at this service only: its name, the UID of its SOP class, or what people do (storing, worklist, …); may be repeated
    #[arg(long, value_name = "SERVICE")]
    service: Vec<String>,
}

/// Reads `2/5`.
fn shard(text: &str) -> Result<Shard, String> {
    let parts = text
        .split_once('/')
        .and_then(|(number, count)| Shard::new(number.trim().parse().ok()?, count.trim().parse().ok()?));
    parts.ok_or_else(|| "a part is written `I/N`, the first of five `1/5`".to_owned())
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    if let Some(Command::Merge(arguments)) = &arguments.command {
        return merge::run(arguments, console);
    }
    let formats = formats(&arguments.wanted, arguments.shard);
    output::check(&formats)?;
    if arguments.against.is_some() {
        output::check_upgrade(&formats)?;
    }
    console.progress("reading files");
    let fleet = Fleet::read(&arguments.paths);
    console.end_progress();
    fleet.report(console);
    let outcome = match &arguments.against {
        Some(new) => {
            against::run(&fleet, (new, arguments.replaces.as_deref()), &arguments.wanted, &formats, console)
        }
        None => judge(arguments, &fleet, &formats, console),
    };
    let code = outcome?;
    console.finish()?;
    let is_whole = fleet.complain(arguments.keep_going, console);
    Ok(if is_whole || arguments.keep_going { code } else { ExitCode::from(failure::EXIT_CODE) })
}

fn judge(
    arguments: &Arguments,
    fleet: &Fleet,
    formats: &[Output<MatrixFormat>],
    console: &mut Console,
) -> Result<ExitCode, Failure> {
    let (entrants, links) = fleet.entrants(console)?;
    let shard = arguments.shard.unwrap_or(Shard::WHOLE);
    if links.is_some() && !shard.is_whole() {
        let message = "the links of a site are not judged in parts".to_owned();
        return Err(Failure::Told { message, help: Some("leave out `--shard`".to_owned()) });
    }
    console.progress("judging pairs");
    let whole = match &links {
        Some(links) => matrix_of_links(&entrants, links),
        None => matrix(&entrants, shard),
    };
    console.end_progress();
    let matrix = only(whole, &arguments.wanted.service)?;
    let pages = match &arguments.pages {
        Some(folder) => Some(Pages::write(folder, fleet, &entrants, &matrix)?),
        None => None,
    };
    output::write(MatrixReport::new(&matrix), formats, pages.as_ref(), console)?;
    Ok(exit_code(&matrix, &arguments.wanted))
}

/// The forms that are written.
fn formats(wanted: &Wanted, shard: Option<Shard>) -> Vec<Output<MatrixFormat>> {
    if !wanted.format.is_empty() {
        return wanted.format.clone();
    }
    let format = if shard.is_some() { MatrixFormat::Json } else { MatrixFormat::Text };
    vec![Output { format, path: None }]
}

fn exit_code(matrix: &Matrix, wanted: &Wanted) -> ExitCode {
    let threshold = wanted.fail_on.unwrap_or(FailOn::DoesNotWork).threshold();
    let verdict = matrix.verdict();
    let fails = threshold.is_some_and(|threshold| verdict != Verdict::NotClaimed && verdict >= threshold);
    ExitCode::from(u8::from(fails))
}

/// The matrix with the services that are named.
fn only(matrix: Matrix, names: &[String]) -> Result<Matrix, Failure> {
    if names.is_empty() {
        return Ok(matrix);
    }
    let known = |name: &&String| {
        matrix.services.iter().any(|service| is_named(service, name))
            || Workflow::ALL.iter().any(|workflow| workflow.id().eq_ignore_ascii_case(name))
    };
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let all = matrix.services.iter().map(|service| service.name.as_str());
        let help = nearest::nearest(unknown, all).map_or_else(
            || "a service is named as the matrix names it, by its UID, or by what people do, such as `storing`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("nobody asks for a service `{unknown}`");
        return Err(Failure::Told { message, help: Some(help) });
    }
    Ok(matrix.only(|service| names.iter().any(|name| is_named(service, name))))
}

fn is_named(service: &MatrixService, name: &str) -> bool {
    service.name.eq_ignore_ascii_case(name)
        || service.sop_class.as_deref() == Some(name)
        || service.workflow.id().eq_ignore_ascii_case(name)
}
