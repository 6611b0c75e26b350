//! `Pages`: the page of each pair's comparison, in a folder.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use dicomply::compare::matrix::{Entrant, Matrix};
use dicomply::compare::{Selection, compare};
use dicomply::report::{ReadStatement, SideBySide};

use super::fleet::Fleet;
use crate::failure::Failure;
use crate::{files, staging};

/// How many pages are written at most: one for each pair of 25 products.
const MOST_PAGES: usize = 300;

/// The pages, which have been written.
pub(super) struct Pages {
    folder: PathBuf,
    names: Vec<String>,
}

impl Pages {
    /// Writes a page for each pair.
    pub(super) fn write(
        folder: &Path,
        fleet: &Fleet,
        entrants: &[Entrant<'_>],
        matrix: &Matrix,
    ) -> Result<Self, Failure> {
        if matrix.pairs.len() > MOST_PAGES {
            let message = format!("{} pages would be written, one for each pair", matrix.pairs.len());
            let help = format!(
                "`--pages` takes up to {MOST_PAGES} pairs; without it the HTML page names the command for each"
            );
            return Err(Failure::Told { message, help: Some(help) });
        }
        std::fs::create_dir_all(folder).map_err(|error| files::unwritten(folder, &error))?;
        let mut names = Vec::with_capacity(matrix.pairs.len());
        for pair in &matrix.pairs {
            let members = pair.members.map(|member| &entrants[member as usize]);
            let name = format!("{}-{}.html", pair.members[0] + 1, pair.members[1] + 1);
            let path = folder.join(&name);
            staging::write(&path, &page(fleet, members)?).map_err(|error| files::unwritten(&path, &error))?;
            names.push(name);
        }
        Ok(Self { folder: folder.to_owned(), names })
    }

    /// The address of the page of a pair, as seen from a file.
    pub(super) fn address(&self, pair: usize, from: Option<&Path>) -> Option<String> {
        let path = self.folder.join(self.names.get(pair)?);
        let base = from.and_then(Path::parent).unwrap_or_else(|| Path::new(""));
        let path = std::path::absolute(path).ok()?;
        let base =
            std::path::absolute(if base.as_os_str().is_empty() { Path::new(".") } else { base }).ok()?;
        Some(address(&relative(&path, &base)))
    }
}

/// The page of a comparison.
fn page(fleet: &Fleet, members: [&Entrant<'_>; 2]) -> Result<Vec<u8>, Failure> {
    let entities = members.map(|member| member.entity.map(str::to_owned).into_iter().collect());
    let comparison = compare(members.map(|member| member.compared), &Selection { entities, user: None });
    let reading = fleet.reading();
    let [one, other] = members.map(|member| {
        let document = reading.project.document(member.compared.document)?;
        Some(ReadStatement { document, sources: &reading.sources, errors: 0 })
    });
    let mut bytes = Vec::new();
    if let (Some(one), Some(other)) = (one, other) {
        SideBySide::new(&comparison, [one, other]).write_html(&mut bytes).map_err(Failure::Output)?;
    }
    Ok(bytes)
}

/// A path as seen from a folder.
fn relative(path: &Path, base: &Path) -> PathBuf {
    let (own, others): (Vec<_>, Vec<_>) = (path.components().collect(), base.components().collect());
    let shared = own.iter().zip(&others).take_while(|(one, other)| one == other).count();
    let up = std::iter::repeat_n(Component::ParentDir, others.len() - shared);
    up.chain(own[shared..].iter().copied()).collect()
}

/// A path as an address: what would mean something else there is encoded.
fn address(path: &Path) -> String {
    let text = files::shown(path);
    let mut address = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // A text takes whatever is written.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}
