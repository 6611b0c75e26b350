//! `dicomply man`: manual pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Command;
use clap_mangen::Man;

use super::console::Console;
use super::failure::Failure;
use super::staging::Loss;
use super::{files, staging};

/// Prints the manual page of the program, or writes those of all its commands
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Write one page for the program and one for each of its commands into this folder
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let mut command = super::command().disable_help_subcommand(true);
    command.build();
    let Some(folder) = &arguments.output else {
        let (_, page) = page(&command)?;
        console.print_bytes(&page)?;
        return Ok(ExitCode::SUCCESS);
    };
    fs::create_dir_all(folder).map_err(|error| files::unwritten(folder, &error))?;
    let mut pages = Vec::new();
    add(&command, folder, &mut pages)?;
    staging::write_all(folder, &pages, Loss::Output)?;
    for (path, _) in &pages {
        console.print(&format!("wrote {}\n", files::shown(path)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Adds the page of a command and those of the commands below it.
fn add(command: &Command, folder: &Path, pages: &mut Vec<(PathBuf, Vec<u8>)>) -> Result<(), Failure> {
    let (name, page) = page(command)?;
    pages.push((folder.join(name), page));
    command.get_subcommands().try_for_each(|below| add(below, folder, pages))
}

/// The name of the page of a command, and the page.
fn page(command: &Command) -> Result<(String, Vec<u8>), Failure> {
    let man = Man::new(command.clone())
        .source(format!("{} {}", super::NAME, env!("CARGO_PKG_VERSION")))
        .manual("User Commands");
    let mut bytes = Vec::new();
    man.render(&mut bytes).map_err(Failure::Output)?;
    Ok((man.get_filename(), bytes))
}
