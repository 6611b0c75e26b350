//! `dicomply completions SHELL`.

use std::process::ExitCode;

use clap_complete::Shell;

use super::console::Console;
use super::failure::Failure;

/// Prints what a shell needs to complete commands and options
///
/// For bash: `dicomply completions bash > ~/.local/share/bash-completion/completions/dicomply`; for zsh into a file
/// `_dicomply` in a folder of `$fpath`; for fish: `dicomply completions fish > ~/.config/fish/completions/dicomply.fish`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::command(), super::NAME, &mut script);
    console.print_bytes(&script)?;
    Ok(ExitCode::SUCCESS)
}
