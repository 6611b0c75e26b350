//! `dicomply bundle FILE`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dicomply::config::Config;
use dicomply::examine::{Examination, examine};
use dicomply::finding::{FileId, Finding, Severity};
use dicomply::source::{Form, Sources, write};

use super::console::Console;
use super::failure::Failure;
use super::{clock, files, render, staging};

/// Prints a document of several files as one
///
/// Everything that the document includes and extends is in it; comments are not.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The document, or `-` for standard input
    #[arg(value_name = "FILE")]
    path: PathBuf,

    /// Write every name beside its UID or tag, and sets and tables in the place of their names
    #[arg(long)]
    resolve: bool,

    /// The file that is written, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    if arguments.path.is_dir() {
        let message = format!("`{}` is a folder, and one document is bundled", files::shown(&arguments.path));
        return Err(Failure::Told { message, help: Some("name the main file of a document".to_owned()) });
    }
    let mut gathered = files::gather(std::slice::from_ref(&arguments.path), None);
    if let Some(failure) = gathered.failures.pop() {
        return Err(failure);
    }
    let Examination { reading, findings } =
        examine(gathered.inputs, &gathered.disk, &Config::default(), Some(clock::today()));
    let form = if arguments.resolve { Form::Resolved } else { Form::Short };
    let document = reading.project.documents.first();
    let Some(text) = document.and_then(|document| write(&document.content, form)) else {
        let message = format!("`{}` cannot be understood", files::shown(&arguments.path));
        console.complain(&Failure::Told { message, help: Some("`dicomply lint` tells why".to_owned()) });
        return Ok(ExitCode::FAILURE);
    };
    match &arguments.output {
        Some(path) if is_source(path, &reading.sources) => {
            let message = format!("`{}` is not written: the document is made of it", files::shown(path));
            return Err(Failure::Told { message, help: Some("choose another file".to_owned()) });
        }
        Some(path) => {
            staging::write(path, text.as_bytes()).map_err(|error| files::unwritten(path, &error))?;
            console.print(&format!("wrote {}\n", files::shown(path)))?;
        }
        None => console.print(&text)?,
    }
    console.finish()?;
    let is_error = |finding: &&Finding| finding.counts() && finding.severity == Severity::Error;
    let errors = findings.iter().filter(is_error).count();
    if errors > 0 {
        console.complain(&render::unsound(errors));
    }
    Ok(if errors > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Whether a path is one of the files that were read.
fn is_source(path: &Path, sources: &Sources) -> bool {
    let Ok(real) = fs::canonicalize(path) else { return false };
    let files = (0..sources.len()).filter_map(|number| sources.file(FileId(number)));
    files.filter_map(|file| fs::canonicalize(file.path()).ok()).any(|file| file == real)
}
