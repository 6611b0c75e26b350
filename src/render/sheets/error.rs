//! What stops a workbook from being made.

/// A workbook that cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A table has more rows or columns than a sheet can have.
    #[error("table `{name}` has {rows} rows, and a sheet of a workbook has {most} at most")]
    TooLong {
        /// The name of the sheet.
        name: String,
        /// How many rows there are.
        rows: usize,
        /// How many there can be.
        most: usize,
    },
    /// The workbook cannot be put together.
    #[error("the workbook cannot be put together: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
