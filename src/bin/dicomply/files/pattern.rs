//! Patterns of names such as `products/**/*.yaml`.

use std::path::{Component, Path, PathBuf};

use ignore::overrides::OverrideBuilder;

use super::{shown, unreadable, walk};
use crate::failure::Failure;

/// Whether an argument is to be read as a pattern.
pub(super) fn is_one(path: &Path) -> bool {
    path.components().any(is_open)
}

/// The files whose names fit to a pattern, sorted; there is at least one. What `.gitignore` names is left out.
pub(super) fn files(pattern: &Path) -> Result<Vec<PathBuf>, Failure> {
    let folder: PathBuf = pattern.components().take_while(|component| !is_open(*component)).collect();
    let rest: PathBuf = pattern.components().skip_while(|component| !is_open(*component)).collect();
    let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    if !folder.is_dir() {
        let help = format!("there is no folder `{}`", shown(&folder));
        return Err(Failure::Absent { path: shown(pattern), help: Some(help) });
    }
    let malformed = |error: ignore::Error| Failure::Told {
        message: format!("`{}` is no pattern of names: {error}", shown(pattern)),
        help: Some(
            "`*` and `?` stand for parts of a name, `**` for folders, `[ab]` and `{a,b}` for a choice"
                .to_owned(),
        ),
    };
    let mut names = OverrideBuilder::new(&folder);
    // A slash at the start: the pattern begins in this folder, not in any below it.
    names.add(&format!("/{}", shown(&rest))).map_err(malformed)?;
    let names = names.build().map_err(malformed)?;
    let mut found = Vec::new();
    for entry in walk(&folder) {
        let entry = entry.map_err(|error| unreadable(&folder, error))?;
        let path = entry.path();
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        if is_file && names.matched(path, false).is_whitelist() {
            found.push(path.to_owned());
        }
    }
    if found.is_empty() {
        let help = "no file fits to the pattern, hidden and ignored ones aside".to_owned();
        return Err(Failure::Absent { path: shown(pattern), help: Some(help) });
    }
    Ok(found)
}

/// Whether a component stands for more than one name.
fn is_open(component: Component<'_>) -> bool {
    matches!(component, Component::Normal(name) if name.to_string_lossy().contains(['*', '?', '[', '{']))
}
