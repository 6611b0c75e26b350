//! `dicomply matrix merge PART…`: parts of a matrix, joined to the whole.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dicomply::compare::matrix::{Matrix, Misfit, join};
use dicomply::report::{MatrixReport, read_matrix};

use super::{Wanted, exit_code, formats, only, output};
use crate::console::Console;
use crate::failure::Failure;
use crate::files::{self, shown};

/// Joins the parts of a matrix, written with `--shard I/N --format json`, to the whole
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// All parts, in any order
    #[arg(required = true, value_name = "PART")]
    parts: Vec<PathBuf>,

    #[command(flatten)]
    wanted: Wanted,
}

pub(super) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let formats = formats(&arguments.wanted, None);
    output::check(&formats)?;
    let parts: Result<Vec<Matrix>, Failure> = arguments.parts.iter().map(|path| part(path)).collect();
    let whole = join(parts?).map_err(|misfit| told(&misfit, &arguments.parts))?;
    let matrix = only(whole, &arguments.wanted.service)?;
    output::write(MatrixReport::new(&matrix), &formats, None, console)?;
    console.finish()?;
    Ok(exit_code(&matrix, &arguments.wanted))
}

fn part(path: &Path) -> Result<Matrix, Failure> {
    let text = files::read_part(path).map_err(|error| files::unread(path, error))?;
    read_matrix(&text).map_err(|error| Failure::Told {
        message: format!("`{}` is no part of a matrix: {error}", shown(path)),
        help: Some("`dicomply matrix PATH… --shard I/N --format json=FILE` writes one".to_owned()),
    })
}

/// Why the parts do not make up a whole.
fn told(misfit: &Misfit, parts: &[PathBuf]) -> Failure {
    let named = |part: usize| parts.get(part).map(|path| shown(path)).unwrap_or_default();
    let (message, help) = match misfit {
        Misfit::Nothing => ("there is no part".to_owned(), "name the files of all parts"),
        Misfit::Foreign { part, because } => (
            format!("`{}` does not belong to `{}`: {because}", named(*part), named(0)),
            "make all parts anew from the same statements",
        ),
        Misfit::Twice { part, again, shard } => (
            format!(
                "`{}` and `{}` are both part {} of {}",
                named(*part),
                named(*again),
                shard.number,
                shard.count
            ),
            "name each part once",
        ),
        Misfit::Missing { numbers, count } => {
            let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
            let (noun, verb) = if numbers.len() == 1 { ("part", "is") } else { ("parts", "are") };
            (
                format!("{noun} {} of {count} {verb} missing", numbers.join(", ")),
                "a matrix with holes would be taken for the whole; name the files of all parts",
            )
        }
        Misfit::Incomplete { part } => (
            format!("`{}` does not hold the pairs of its part", named(*part)),
            "make it anew; parts are not to be edited, nor written with `--service`",
        ),
    };
    Failure::Told { message, help: Some(help.to_owned()) }
}
