//! A matrix as rows separated by commas (RFC 4180), for spreadsheets and scripts.

use std::borrow::Cow;
use std::io::{self, Write};

use super::MatrixReport;
use super::rows::COLUMNS;

pub(super) fn write(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    write_row(&COLUMNS, out)?;
    for pair in &report.matrix.pairs {
        for row in report.rows_of(pair) {
            write_row(&row.map(Option::unwrap_or_default), out)?;
        }
    }
    Ok(())
}

/// Writes a row with the line end of the RFC.
pub(super) fn write_row(row: &[&str], out: &mut impl Write) -> io::Result<()> {
    for (number, value) in row.iter().enumerate() {
        let comma = if number > 0 { "," } else { "" };
        write!(out, "{comma}{}", cell(value))?;
    }
    write!(out, "\r\n")
}

/// A value as a cell. Spreadsheets run what begins like a formula, so that an apostrophe keeps it a text.
fn cell(value: &str) -> Cow<'_, str> {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let value = if is_formula { Cow::Owned(format!("'{value}")) } else { Cow::Borrowed(value) };
    if value.contains([',', '"', '\n', '\r']) {
        return Cow::Owned(format!("\"{}\"", value.replace('"', "\"\"")));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_cell_or_runs() {
        let cases = [
            ("Archive", "Archive"),
            ("a, b", "\"a, b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("=1+1", "'=1+1"),
            ("@SUM(A1,A2)", "\"'@SUM(A1,A2)\""),
        ];
        for (value, expected) in cases {
            assert_eq!(cell(value), expected);
        }
    }
}
