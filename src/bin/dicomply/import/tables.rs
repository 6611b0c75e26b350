//! `dicomply import csv FILE... --into SITE`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dicomply::config::Config;
use dicomply::import::{Fate, Row, Rows, Sheet, rows};
use dicomply::intake::{Intake, Told, take_in};

use super::remarked;
use crate::console::{Console, note};
use crate::failure::{Failure, said};
use crate::{clock, files, lint};

/// Takes tables of Application Entities, links and reserved titles into a site
///
/// Says of each row whether it is new, changes something, changes nothing or is refused, and why. A row that would break a
/// rule that counts as an error is refused; the others are not held up by it. Blank cells say nothing.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Tables with a line that names the columns
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,

    /// The site
    #[arg(long, value_name = "SITE")]
    into: PathBuf,

    /// Write nothing, only say what would become of each row; this is so unless `--write` is there
    #[arg(long, conflicts_with = "write")]
    preview: bool,

    /// Write what the rows say into the site; all that is written there otherwise stays as it is
    #[arg(long)]
    write: bool,
}

/// A table and the file that it stands in.
struct Table {
    path: String,
    rows: Rows,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let site = files::shown(&arguments.into);
    let tables = arguments.paths.iter().map(|path| table(path)).collect::<Result<Vec<_>, _>>()?;
    let mut gathered = files::gather(std::slice::from_ref(&arguments.into), None);
    if let Some(failure) = gathered.failures.pop() {
        return Err(failure);
    }
    let input = match gathered.inputs.as_slice() {
        [input] if !arguments.into.is_dir() => input,
        _ => {
            let message = format!("`{site}` is a folder, and rows are taken into one site");
            return Err(Failure::Told { message, help: Some("name the file of the site".to_owned()) });
        }
    };
    let wanted: Vec<&Row> = tables.iter().flat_map(|table| &table.rows.rows).collect();
    let taken = take_in(input, &gathered.disk, &Config::default(), Some(clock::today()), &wanted);
    let intake = taken.map_err(|error| Failure::Told {
        message: format!("nothing can be taken into `{site}`: {error}"),
        help: Some(format!("`dicomply lint {site}` tells what is wrong with it")),
    })?;
    for table in &tables {
        for remark in &table.rows.remarks {
            note(&remarked(&table.path, remark));
        }
    }
    let paths =
        tables.iter().flat_map(|table| table.rows.rows.iter().map(|row| (table.path.as_str(), row.line)));
    let shown: String = paths.zip(&intake.rows).map(|((path, line), told)| told.shown(path, line)).collect();
    console.print(&shown)?;
    if arguments.write {
        lint::write_files(&intake.files, &gathered)?;
    }
    console.print(&summary(&intake, &site, arguments.write))?;
    let is_refused = |told: &Told| matches!(told.fate, Fate::Refused(_));
    Ok(ExitCode::from(u8::from(intake.rows.iter().any(is_refused))))
}

fn table(path: &Path) -> Result<Table, Failure> {
    let shown = files::shown(path);
    let text = files::read_text(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => Failure::Told {
            message: format!("`{shown}` cannot be read: {}", said(&error)),
            help: Some("save the table as `CSV UTF-8`".to_owned()),
        },
        _ => files::unread(path, error),
    })?;
    match rows(&Sheet::read(&text)) {
        Ok(rows) => Ok(Table { path: shown, rows }),
        Err(remark) => {
            let message = format!("{shown}:{}:{}: {}", remark.line, remark.column, remark.message);
            Err(Failure::Told { message, help: remark.help })
        }
    }
}

fn summary(intake: &Intake, site: &str, is_written: bool) -> String {
    let count = |is_so: fn(&Fate) -> bool| intake.rows.iter().filter(|told| is_so(&told.fate)).count();
    let counts = format!(
        "{} new, {} changed, {} unchanged, {} refused",
        count(|fate| matches!(fate, Fate::New(_))),
        count(|fate| matches!(fate, Fate::Changed(_))),
        count(|fate| matches!(fate, Fate::Unchanged)),
        count(|fate| matches!(fate, Fate::Refused(_))),
    );
    let paths: Vec<&str> = intake.files.iter().map(|file| file.path.as_str()).collect();
    match (paths.is_empty(), is_written) {
        (true, _) => format!("{counts}; {site} stays as it is\n"),
        (false, true) => format!("{counts}; wrote {}\n", paths.join(", ")),
        (false, false) => format!("{counts}; nothing is written without `--write`\n"),
    }
}
