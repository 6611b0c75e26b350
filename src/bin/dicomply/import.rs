//! `dicomply import FORMAT FILE...`.

mod tables;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use dicomply::import::{Format, Remark};
use dicomply::intake;

use super::console::{Console, note};
use super::failure::Failure;
use super::{files, staging};

/// Takes what other systems know into a site
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    format: Source,
}

#[derive(Debug, Subcommand)]
enum Source {
    Csv(tables::Arguments),
    /// Makes a draft of a site from the configuration of Orthanc: `DicomAet` and `DicomModalities`
    Orthanc(DraftArguments),
    /// Makes a draft of a site from an LDIF of PS3.15 Annex H, as dcm4chee-arc keeps it
    Dcm4chee(DraftArguments),
    /// Makes a draft of a site from the configuration of `dcmqrscp` of DCMTK: `HostTable` and `AETable`
    Dcmtk(DraftArguments),
}

#[derive(Debug, clap::Args)]
struct DraftArguments {
    /// The configuration file
    #[arg(value_name = "FILE")]
    path: PathBuf,

    /// The file that is written, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    match &arguments.format {
        Source::Csv(arguments) => tables::run(arguments, console),
        Source::Orthanc(arguments) => draft(arguments, Format::Orthanc, console),
        Source::Dcm4chee(arguments) => draft(arguments, Format::Dcm4chee, console),
        Source::Dcmtk(arguments) => draft(arguments, Format::Dcmtk, console),
    }
}

/// A remark with its place.
fn remarked(path: &str, remark: &Remark) -> String {
    let help = remark.help.as_ref().map(|help| format!("  help: {help}\n")).unwrap_or_default();
    format!("{path}:{}:{}: {}\n{help}", remark.line, remark.column, remark.message)
}

fn draft(arguments: &DraftArguments, format: Format, console: &mut Console) -> Result<ExitCode, Failure> {
    let path = files::shown(&arguments.path);
    let text = files::read_text(&arguments.path).map_err(|error| files::unread(&arguments.path, error))?;
    let draft = format.read(&text);
    for remark in &draft.remarks {
        note(&remarked(&path, remark));
    }
    if draft.site.application_entities.is_empty() {
        let message = format!("there is no Application Entity in `{path}`");
        return Err(Failure::Told { message, help: None });
    }
    write(arguments.output.as_deref(), &intake::draft(&draft, name(&arguments.path)), console)?;
    let count = draft.site.application_entities.len();
    let noun = if count == 1 { "entity" } else { "entities" };
    if let Some(output) = &arguments.output {
        let output = files::shown(output);
        console.print(&format!(
            "wrote {output} with {count} {noun}; `dicomply lint {output}` tells how to go on\n"
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The name of a file without its folders.
fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or("the file")
}

/// Writes a text into a file, or to standard output.
pub(super) fn write(output: Option<&Path>, text: &str, console: &mut Console) -> Result<(), Failure> {
    match output {
        Some(path) => staging::write(path, text.as_bytes()).map_err(|error| files::unwritten(path, &error)),
        None => console.print(text),
    }
}
