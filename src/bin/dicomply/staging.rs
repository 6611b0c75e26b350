//! Files that are written whole or not at all: first into a folder beside them, then each to its place in one step.
//!
//! Whoever is killed on the way leaves that folder behind. It holds a lock for as long as its run lives, so that the
//! next one to write there knows the leftovers of the dead and clears them away.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::failure::Failure;
use super::files;

/// How the names of such folders begin.
const NAME: &str = ".dicomply-";

/// The file in such a folder that is locked.
const LOCK: &str = "lock";

/// How old a folder has to be before it is taken for a leftover: a new one may not be locked yet.
const YOUNG: Duration = Duration::from_secs(2);

/// What is lost with a file if the machine itself stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Loss {
    /// What somebody has written: it is on the disk before it takes the place of what was there.
    Work,
    /// What the next run makes again.
    Output,
}

/// Writes a file whole. What is there already stays until the new one is complete.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = real(path);
    if is_device(&path) {
        return OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let staging = Staging::beside(path.parent().unwrap_or(Path::new("")))?;
    let draft = staging.draft(0, &path, bytes, Loss::Work)?;
    fs::rename(draft, path)
}

/// Writes files into a folder or folders below it. All of them are complete before the first one takes its place, so
/// that where one cannot be written none is.
pub(crate) fn write_all(folder: &Path, files: &[(PathBuf, Vec<u8>)], loss: Loss) -> Result<(), Failure> {
    if files.is_empty() {
        return Ok(());
    }
    let staging = Staging::beside(folder).map_err(|error| files::unwritten(folder, &error))?;
    let mut drafts = Vec::with_capacity(files.len());
    for (number, (path, bytes)) in files.iter().enumerate() {
        // Over a folder nothing can be written; better to know before anything else is.
        let free = if path.is_dir() { Err(io::Error::other("it is a folder")) } else { Ok(()) };
        let draft = free.and_then(|()| staging.draft(number, path, bytes, loss));
        drafts.push(draft.map_err(|error| files::unwritten(path, &error))?);
    }
    files.iter().zip(drafts).try_for_each(|((path, bytes), draft)| {
        settle(&draft, path, bytes).map_err(|error| files::unwritten(path, &error))
    })
}

/// Gives a complete file its place.
fn settle(draft: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let real = real(path);
    if is_device(&real) {
        return write(&real, bytes);
    }
    match fs::rename(draft, &real) {
        // A link may lead to another file system.
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => write(&real, bytes),
        settled => settled,
    }
}

/// Where a path leads: a link stays one, and what it leads to is written.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether something is no file and takes bytes all the same, such as `/dev/null`: nothing may take its place.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
}

/// A folder for files that are not complete yet; it goes with the run.
struct Staging {
    folder: PathBuf,
    /// Locked for as long as it is open.
    lock: Option<File>,
}

impl Staging {
    /// A new one in a folder, cleared of what others have left behind.
    fn beside(folder: &Path) -> io::Result<Self> {
        let place = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        clear(place);
        let mut random = [0; 8];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let folder = place.join(format!("{NAME}{:016x}", u64::from_le_bytes(random)));
        fs::create_dir(&folder)?;
        let mut staging = Self { folder, lock: None };
        let lock = File::create_new(staging.folder.join(LOCK))?;
        // Where the file system knows no locks, nobody takes anything for a leftover.
        let _ = lock.try_lock();
        staging.lock = Some(lock);
        Ok(staging)
    }

    /// A complete file that has no place yet.
    /// Who may read the file whose place it takes may read it too.
    fn draft(&self, number: usize, path: &Path, bytes: &[u8], loss: Loss) -> io::Result<PathBuf> {
        let draft = self.folder.join(number.to_string());
        let mut file = File::create_new(&draft)?;
        file.write_all(bytes)?;
        if let Ok(before) = fs::metadata(path) {
            file.set_permissions(before.permissions())?;
        }
        if loss == Loss::Work {
            file.sync_all()?;
        }
        Ok(draft)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        drop(self.lock.take());
        // What cannot be cleared away now is by a later run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Clears away what runs that were killed have left in a folder.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_named_so = entry.file_name().to_str().is_some_and(|name| name.starts_with(NAME));
        // A link to a folder is none of ours.
        if is_named_so && entry.file_type().is_ok_and(|kind| kind.is_dir()) && is_leftover(&entry.path()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether nobody lives who would still write there.
fn is_leftover(staging: &Path) -> bool {
    let age = fs::metadata(staging).and_then(|metadata| metadata.modified()).map(|time| time.elapsed());
    if age.is_ok_and(|age| age.is_ok_and(|age| age < YOUNG)) {
        return false;
    }
    match OpenOptions::new().write(true).open(staging.join(LOCK)) {
        Ok(lock) => lock.try_lock().is_ok(),
        // It was killed before there was a lock, or its leftovers were half cleared away.
        Err(_) => fs::read_dir(staging).is_ok_and(|mut entries| {
            entries.all(|entry| entry.is_ok_and(|entry| is_draft(&entry.file_name())))
        }),
    }
}

/// Whether a name is one of those that drafts have.
fn is_draft(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
}
