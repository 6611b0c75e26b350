//! `dicomply export FORMAT SITE`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use dicomply::config::Config;
use dicomply::examine::{Examination, examine};
use dicomply::import::{Columns, Exported, Format, Subject, peers, table};
use dicomply::model::{Content, Document, Project, Site};
use dicomply::standard::nearest;

use super::console::{Console, note};
use super::failure::Failure;
use super::{clock, files, import};

/// Writes a site, or the peers of a system, for others to read
///
/// What the others cannot hold or would refuse is named on standard error.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    format: Target,
}

#[derive(Debug, Subcommand)]
enum Target {
    Csv(TableArguments),
    /// Writes the peers of a system as `DicomModalities` of Orthanc
    Orthanc(PeerArguments),
    /// Writes the peers of a system as an LDIF of PS3.15 Annex H, as dcm4chee-arc reads it
    Dcm4chee(PeerArguments),
    /// Writes the peers of a system as the `HostTable` of `dcmqrscp` of DCMTK
    Dcmtk(PeerArguments),
}

/// Writes the Application Entities, the links or the reserved titles of a site as a table
///
/// In columns of its own the table can be taken in again and gives the same site.
#[derive(Debug, clap::Args)]
struct TableArguments {
    /// The site
    #[arg(value_name = "SITE")]
    path: PathBuf,

    /// What the table is about
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = Table::Entities)]
    table: Table,

    /// How the columns are called
    #[arg(long, value_enum, value_name = "WHOSE", default_value_t = Whose::Own)]
    columns: Whose,

    /// The file that is written, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Table {
    /// Application Entities
    Entities,
    /// Links
    Links,
    /// AE titles that are kept, in columns of our own only
    Reservations,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Whose {
    /// As the keys of a site
    Own,
    /// As the attributes of a configuration management database, which has fewer
    Cmdb,
}

#[derive(Debug, clap::Args)]
struct PeerArguments {
    /// The site
    #[arg(value_name = "SITE")]
    path: PathBuf,

    /// The Application Entity of the site whose peers are written: the other ends of its links that are not obsolete
    #[arg(long, value_name = "NAME")]
    ae: String,

    /// The file that is written, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    match &arguments.format {
        Target::Csv(arguments) => tables(arguments, console),
        Target::Orthanc(arguments) => configuration(arguments, Format::Orthanc, console),
        Target::Dcm4chee(arguments) => configuration(arguments, Format::Dcm4chee, console),
        Target::Dcmtk(arguments) => configuration(arguments, Format::Dcmtk, console),
    }
}

fn tables(arguments: &TableArguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let project = read(&arguments.path)?;
    let (_, site) = site_of(&project, &arguments.path)?;
    let subject = match arguments.table {
        Table::Entities => Subject::Entities,
        Table::Links => Subject::Links,
        Table::Reservations if arguments.columns == Whose::Cmdb => {
            let message = "the database has no table of reservations".to_owned();
            return Err(Failure::Told { message, help: Some("leave out `--columns`".to_owned()) });
        }
        Table::Reservations => Subject::Reservations,
    };
    let columns = match arguments.columns {
        Whose::Own => Columns::Own,
        Whose::Cmdb => Columns::Cmdb,
    };
    write(&table(site, subject, columns), arguments.output.as_ref(), console)
}

fn configuration(
    arguments: &PeerArguments,
    format: Format,
    console: &mut Console,
) -> Result<ExitCode, Failure> {
    let project = read(&arguments.path)?;
    let (document, site) = site_of(&project, &arguments.path)?;
    let Some(configuration) = peers(&project, document, &arguments.ae) else {
        let message =
            format!("`{}` has no Application Entity `{}`", files::shown(&arguments.path), arguments.ae);
        let names = site.application_entities.keys().map(String::as_str);
        let near = nearest::nearest(&arguments.ae, names);
        return Err(Failure::Told { message, help: near.map(|near| format!("did you mean `{near}`?")) });
    };
    write(&configuration.written(format), arguments.output.as_ref(), console)
}

fn read(path: &PathBuf) -> Result<Project, Failure> {
    if path.is_dir() {
        let message = format!("`{}` is a folder, and one site is exported", files::shown(path));
        return Err(Failure::Told { message, help: Some("name the file of the site".to_owned()) });
    }
    let mut gathered = files::gather(std::slice::from_ref(path), None);
    if let Some(failure) = gathered.failures.pop() {
        return Err(failure);
    }
    let Examination { reading, .. } =
        examine(gathered.inputs, &gathered.disk, &Config::default(), Some(clock::today()));
    Ok(reading.project)
}

fn site_of<'p>(project: &'p Project, path: &std::path::Path) -> Result<(&'p Document, &'p Site), Failure> {
    let document = project.documents.iter().find(|document| !document.is_referenced);
    if let Some(document @ Document { content: Content::Site(site), .. }) = document {
        return Ok((document, site));
    }
    let path = files::shown(path);
    let help = Some(format!("`dicomply lint {path}` tells what is wrong with it"));
    Err(Failure::Told { message: format!("`{path}` is no site that can be understood"), help })
}

fn write(exported: &Exported, output: Option<&PathBuf>, console: &mut Console) -> Result<ExitCode, Failure> {
    import::write(output.map(PathBuf::as_path), &exported.text, console)?;
    console.finish()?;
    for loss in &exported.losses {
        note(&format!("note: {loss}\n"));
    }
    if let Some(path) = output {
        console.print(&format!("wrote {}\n", files::shown(path)))?;
    }
    Ok(ExitCode::SUCCESS)
}
