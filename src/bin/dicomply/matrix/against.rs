//! `--against NEW`: what changes in a fleet when a product is replaced.

use std::path::Path;
use std::process::ExitCode;

use dicomply::compare::Compared;
use dicomply::compare::matrix::{Entrant, Turn, upgrade};
use dicomply::pairing::Verdict;
use dicomply::report::UpgradeReport;

use super::fleet::Fleet;
use super::output::{self, MatrixFormat};
use super::{FailOn, Wanted};
use crate::compare::statement;
use crate::console::Console;
use crate::diff::side::Side as Version;
use crate::failure::Failure;
use crate::files;
use crate::output::Output;

pub(super) fn run(
    fleet: &Fleet,
    (new, replaced): (&Path, Option<&Path>),
    wanted: &Wanted,
    formats: &[Output<MatrixFormat>],
    console: &mut Console,
) -> Result<ExitCode, Failure> {
    let version = Version::read(new)?;
    version.report(console);
    let statement = statement(&version)?;
    if version.errors() > 0 {
        let message = format!("{}: what it says is not known", version.told_errors());
        return Err(Failure::Told { message, help: Some("mend it first".to_owned()) });
    }
    let document = version.document()?;
    let entrant = Entrant {
        compared: Compared { document: document.id, statement },
        path: &document.path,
        entity: None,
        deployed_as: None,
        fingerprint: String::new(),
    };
    // What takes the place of another one is no peer of itself, even if it lies in the same folder.
    let mut entrants = fleet.statements();
    entrants.retain(|one| !is_same_file(Path::new(one.path), new));
    let position = position(&entrants, &entrant, replaced)?;
    let upgrade = upgrade(&entrants, position, &entrant);
    output::write_upgrade(UpgradeReport::new(&upgrade), formats, console)?;
    let threshold = wanted.fail_on.unwrap_or(FailOn::Limits).threshold();
    let ways = upgrade.changes.iter().flat_map(|change| &change.ways);
    let is_reached = |outcome: Verdict| threshold.is_some_and(|threshold| outcome >= threshold);
    let fails = ways.filter(|way| way.turn == Turn::Worse).any(|way| is_reached(way.outcome()));
    Ok(ExitCode::from(u8::from(fails)))
}

/// Which of the fleet is replaced.
fn position(entrants: &[Entrant<'_>], new: &Entrant<'_>, replaced: Option<&Path>) -> Result<usize, Failure> {
    if let Some(path) = replaced {
        let found = entrants.iter().position(|one| is_same_file(Path::new(one.path), path));
        return found.ok_or_else(|| Failure::Told {
            message: format!("`{}` is none of the statements of the fleet", files::shown(path)),
            help: Some("name it, or the folder that holds it, among the paths".to_owned()),
        });
    }
    let same: Vec<usize> =
        (0..entrants.len()).filter(|number| entrants[*number].name() == new.name()).collect();
    let help = Some("`--replaces OLD` names the statement whose place it takes".to_owned());
    match same.as_slice() {
        [only] => Ok(*only),
        [] => {
            let message =
                format!("no statement of the fleet is of {}, which `{}` is of", new.name(), new.path);
            Err(Failure::Told { message, help })
        }
        several => {
            let paths: Vec<String> =
                several.iter().map(|number| format!("`{}`", entrants[*number].path)).collect();
            Err(Failure::Told {
                message: format!("several statements are of {}: {}", new.name(), paths.join(", ")),
                help,
            })
        }
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}
