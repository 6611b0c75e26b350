//! What stops writing a Word document.

use zip::result::ZipError;

/// Why there is no Word document.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The archive cannot hold the document.
    #[error("the Word document is too large for its archive: {0}")]
    Archive(#[from] ZipError),
}
