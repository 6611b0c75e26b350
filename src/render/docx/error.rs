//! What stops writing a Word document.

use zip::result::ZipError;

/// Why there is no Word document.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The reference document cannot be used.
    #[error("`{name}` {fault}")]
    Reference {
        /// The file.
        name: String,
        /// What is wrong, as the rest of a sentence that begins with its name.
        fault: String,
    },
    /// The archive cannot hold the document.
    #[error("the Word document is too large for its archive: {0}")]
    Archive(#[from] ZipError),
}
