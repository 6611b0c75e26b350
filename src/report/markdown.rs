//! Findings as a Markdown page: for a comment on a pull request, or the summary of a job.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{Located, Report};

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "## dicomply: {}\n", report.summary)?;
    let mut by_file: BTreeMap<&str, Vec<&Located<'_>>> = BTreeMap::new();
    for located in &report.findings {
        by_file.entry(report.path(located.spot.file)).or_default().push(located);
    }
    for (path, findings) in by_file {
        writeln!(out, "### {}\n", code(path))?;
        writeln!(out, "| line | severity | rule | finding |\n|---:|---|---|---|")?;
        for located in findings {
            let (finding, at) = (located.finding, report.start(located));
            let help = finding.help.as_ref().map(|help| format!("<br>{}", marked(help))).unwrap_or_default();
            let (severity, rule, message) = (finding.severity, &finding.rule, marked(&finding.message));
            writeln!(out, "| {} | {severity} | `{rule}` | {message}{help} |", at.line)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A message, in a cell of a table or elsewhere. Code between backticks stays such; whatever else means something to Markdown or HTML
/// is shown as it is, and nothing ends the cell.
pub(super) fn marked(text: &str) -> String {
    let mut parts = text.split('`').peekable();
    let mut written = String::with_capacity(text.len());
    let mut is_code = false;
    while let Some(part) = parts.next() {
        // A backtick that nothing closes is one.
        match (is_code, parts.peek().is_some()) {
            (true, true) => written += &code(part),
            (true, false) => {
                written += "\\`";
                written += &escaped(part);
            }
            (false, _) => written += &escaped(part),
        }
        is_code = !is_code;
    }
    written
}

/// A text in which nothing means anything to Markdown or HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => written += "&lt;",
            '>' => written += "&gt;",
            '&' => written += "&amp;",
            '\n' | '\r' => written.push(' '),
            '|' | '*' | '_' | '[' | ']' | '\\' | '#' | '~' | '@' | '!' | '`' => {
                written.push('\\');
                written.push(letter);
            }
            _ => written.push(letter),
        }
    }
    written
}

/// A text as code, which nothing in it can end.
pub(super) fn code(text: &str) -> String {
    let plain =
        text.replace(['\n', '\r'], " ").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<code>{}</code>",
        plain
            .replace('|', "&#124;")
            .replace('`', "&#96;")
            .replace('*', "&#42;")
            .replace('_', "&#95;")
            .replace('[', "&#91;")
            .replace('@', "&#64;")
            .replace('\\', "&#92;")
            .replace('~', "&#126;")
            .replace('!', "&#33;")
    )
}
