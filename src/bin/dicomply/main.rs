//! The `dicomply` program: arguments, files, exit codes. One file per subcommand.

mod bundle;
mod clock;
mod compare;
mod completions;
mod config;
mod console;
mod diff;
mod disk;
mod explain;
mod export;
mod failure;
mod files;
mod git;
mod impact;
mod import;
mod init;
mod lint;
mod lookup;
mod man;
mod matrix;
mod output;
mod progress;
mod render;
mod rules;
mod schema;
mod staging;
mod uid;
mod watch;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use mimalloc::MiMalloc;

use self::console::{Color, Console};
use self::failure::Failure;

/// Documents are trees of small pieces.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The name of the program.
const NAME: &str = "dicomply";

/// Lints and renders DICOM conformance statements written in YAML.
#[derive(Debug, Parser)]
#[command(name = NAME, bin_name = NAME, version, max_term_width = 100, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,

    /// Whether the output has colours; `auto` asks the terminal and `NO_COLOR`
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,
}

const EXIT_CODES: &str = "Exit codes: 0 nothing found at or above the threshold; 1 something found; \
                          2 the program could not do its work.";

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Arguments),
    Lint(lint::Arguments),
    Render(render::Arguments),
    Diff(diff::Arguments),
    Bundle(bundle::Arguments),
    Compare(compare::Arguments),
    Matrix(matrix::Arguments),
    Impact(impact::Arguments),
    Import(import::Arguments),
    Export(export::Arguments),
    Config(config::Arguments),
    Rules(rules::Arguments),
    Explain(explain::Arguments),
    Lookup(lookup::Arguments),
    Schema(schema::Arguments),
    Uid(uid::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
}

impl Command {
    fn run(&self, console: &mut Console) -> Result<ExitCode, Failure> {
        match self {
            Self::Init(arguments) => init::run(arguments, console),
            Self::Lint(arguments) => lint::run(arguments, console),
            Self::Render(arguments) => render::run(arguments, console),
            Self::Diff(arguments) => diff::run(arguments, console),
            Self::Config(arguments) => config::run(arguments, console),
            Self::Bundle(arguments) => bundle::run(arguments, console),
            Self::Compare(arguments) => compare::run(arguments, console),
            Self::Matrix(arguments) => matrix::run(arguments, console),
            Self::Impact(arguments) => impact::run(arguments, console),
            Self::Import(arguments) => import::run(arguments, console),
            Self::Export(arguments) => export::run(arguments, console),
            Self::Rules(arguments) => rules::run(arguments, console),
            Self::Explain(arguments) => explain::run(arguments, console),
            Self::Lookup(arguments) => lookup::run(arguments, console),
            Self::Schema(arguments) => schema::run(arguments, console),
            Self::Uid(arguments) => uid::run(arguments, console),
            Self::Completions(arguments) => completions::run(arguments, console),
            Self::Man(arguments) => man::run(arguments, console),
        }
    }
}

fn main() -> ExitCode {
    let arguments = match parsed() {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let mut console = Console::new(arguments.color);
    let outcome = arguments.command.run(&mut console);
    match outcome.and_then(|code| console.finish().map(|()| code)) {
        Ok(code) => code,
        Err(failure) => {
            console.complain(&failure);
            if failure.is_broken_pipe() { ExitCode::SUCCESS } else { ExitCode::from(failure::EXIT_CODE) }
        }
    }
}

/// The command line, as `--help`, completions and manual pages describe it.
fn command() -> clap::Command {
    Arguments::command()
}

fn parsed() -> Result<Arguments, clap::Error> {
    let matches = command().try_get_matches()?;
    Arguments::from_arg_matches(&matches)
}

/// Help and version go to standard output, everything else to standard error; both end quietly on a broken pipe.
fn usage(error: &clap::Error) -> ExitCode {
    let printed = error.print();
    if error.use_stderr() || printed.is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
        return ExitCode::from(failure::EXIT_CODE);
    }
    ExitCode::SUCCESS
}
