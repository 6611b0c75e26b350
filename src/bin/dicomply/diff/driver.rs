//! As git's external diff driver: what git passes, and what it wants to see.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use similar::TextDiff;

use super::side::Side;
use super::{Differences, compared, tell_doubts};
use crate::console::{Console, harmless, note};
use crate::failure::Failure;
use crate::files;
use crate::output::{Output, PageFormat};

/// What git names where there is no file on that side.
const NOTHING: &str = "/dev/null";

/// Shows what changed in one file. Git stops at the first driver that does not end well, so only what keeps this from
/// working at all is a failure.
pub(super) fn run(
    passed: &[PathBuf],
    outputs: &[Output<PageFormat>],
    console: &mut Console,
) -> Result<ExitCode, Failure> {
    match passed {
        [path] => console.print(&format!("{} is unmerged\n", files::shown(path)))?,
        [path, old, _, _, new, _, _, rest @ ..] if rest.len() <= 2 => {
            let renamed = rest.first().map(|to| files::shown(to));
            let path = files::shown(path);
            console.print(&match &renamed {
                Some(renamed) => format!("dicomply diff {path} → {renamed}\n"),
                None => format!("dicomply diff {path}\n"),
            })?;
            show(&path, renamed.as_deref().unwrap_or(&path), old, new, outputs, console)?;
        }
        _ => {
            let message = "git passes one argument to a driver, or seven, or nine".to_owned();
            let help = "`git config diff.dicomply.command 'dicomply diff --git-driver'`".to_owned();
            return Err(Failure::Told { message, help: Some(help) });
        }
    }
    console.finish()?;
    Ok(ExitCode::SUCCESS)
}

fn show(
    old_path: &str,
    new_path: &str,
    old: &Path,
    new: &Path,
    outputs: &[Output<PageFormat>],
    console: &mut Console,
) -> Result<(), Failure> {
    let read = |file: &Path| {
        let is_nothing = file.as_os_str() == NOTHING;
        if is_nothing {
            Ok(None)
        } else {
            files::read_whole(file).map(Some).map_err(|error| files::unread(file, error))
        }
    };
    let (before, after) = match (read(old)?, read(new)?) {
        (Some(before), Some(after)) => (before, after),
        (None, Some(_)) => return console.print("the file is new\n\n"),
        (Some(_), None) => return console.print("the file is gone\n\n"),
        (None, None) => return Ok(()),
    };
    let sides = (Side::of_bytes(old_path, before.clone()), Side::of_bytes(new_path, after.clone()));
    match compared(&sides.0, &sides.1) {
        Ok(compared) => {
            let differences = Differences::of(&sides.0, &sides.1, &compared)?;
            outputs.iter().try_for_each(|output| output.write(&differences, console))?;
            console.print("\n")?;
            console.finish()?;
            sides.1.report(console);
            tell_doubts(&sides.0, &sides.1, compared.doubtful, console);
            if sides.0.is_split() || sides.1.is_split() {
                note(&format!(
                    "note: what {new_path} includes and extends is that of the folder, on both sides\n"
                ));
            }
            Ok(())
        }
        // A part of a document, a configuration, another YAML file, a version that is broken.
        Err(_) => console.print(&harmless(&lines(old_path, new_path, &before, &after))),
    }
}

/// The lines that differ, of what is no document.
fn lines(old_path: &str, new_path: &str, before: &[u8], after: &[u8]) -> String {
    let (Ok(before), Ok(after)) = (std::str::from_utf8(before), std::str::from_utf8(after)) else {
        return "the files differ, and are no texts\n\n".to_owned();
    };
    let diff = TextDiff::from_lines(before, after);
    let diff = diff.unified_diff().header(&format!("a/{old_path}"), &format!("b/{new_path}")).to_string();
    format!("it is no document that can be compared; its lines are\n{diff}\n")
}
