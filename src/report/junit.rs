//! Findings as JUnit's XML: a suite for each file, a case for each finding.
//!
//! Errors and warnings are failures; advice is said by a case that passes. A file of which nothing is said has one case.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Located, Report};
use crate::finding::Severity;

/// The name under which all cases stand.
const CLASS: &str = "dicomply";

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut suites: BTreeMap<&str, Vec<&Located<'_>>> =
        report.examined_paths().map(|path| (path, Vec::new())).collect();
    for located in &report.findings {
        suites.entry(report.path(located.spot.file)).or_default().push(located);
    }
    let cases = suites.values().map(|findings| findings.len().max(1)).sum();
    let failures = suites.values().flatten().filter(|located| is_failure(located)).count();
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let whole = writer.create_element("testsuites").with_attributes(counts(CLASS, cases, failures).each());
    whole.write_inner_content(|writer| {
        for (path, findings) in &suites {
            write_suite(report, path, findings, writer)?;
        }
        Ok(())
    })?;
    writeln!(out)
}

fn write_suite<W: Write>(
    report: &Report<'_>,
    path: &str,
    findings: &[&Located<'_>],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    let failures = findings.iter().filter(|located| is_failure(located)).count();
    let path = legal(path);
    let suite = writer.create_element("testsuite");
    let suite = suite.with_attributes(counts(&path, findings.len().max(1), failures).each());
    suite.write_inner_content(|writer| {
        if findings.is_empty() {
            let case = writer.create_element("testcase");
            case.with_attributes([("name", path.as_str()), ("classname", CLASS)]).write_empty()?;
        }
        for located in findings {
            write_case(report, located, writer)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_case<W: Write>(
    report: &Report<'_>,
    located: &Located<'_>,
    writer: &mut Writer<W>,
) -> io::Result<()> {
    let (finding, at) = (located.finding, report.start(located));
    let path = report.path(located.spot.file);
    let name = legal(&format!("{} at {path}:{}:{}", finding.rule, at.line, at.column));
    let (line, column) = (at.line.to_string(), at.column.to_string());
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let text = legal(&format!("{path}:{line}:{column}: {}{help}", finding.message));
    let case = writer.create_element("testcase").with_attributes([
        ("name", name.as_str()),
        ("classname", CLASS),
        ("line", line.as_str()),
        ("column", column.as_str()),
    ]);
    case.write_inner_content(|writer| {
        if is_failure(located) {
            let message = legal(&finding.message);
            let kind = finding.severity.as_str();
            let failure = writer.create_element("failure");
            let failure = failure.with_attributes([("type", kind), ("message", message.as_str())]);
            failure.write_text_content(BytesText::new(&text))?;
        } else {
            writer.create_element("system-out").write_text_content(BytesText::new(&text))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn is_failure(located: &Located<'_>) -> bool {
    located.finding.severity > Severity::Info
}

/// The attributes of a suite.
struct Counts<'c> {
    name: &'c str,
    tests: String,
    failures: String,
}

fn counts(name: &str, tests: usize, failures: usize) -> Counts<'_> {
    Counts { name, tests: tests.to_string(), failures: failures.to_string() }
}

impl Counts<'_> {
    fn each(&self) -> [(&str, &str); 4] {
        [("name", self.name), ("tests", &self.tests), ("failures", &self.failures), ("errors", "0")]
    }
}

/// A text without the characters that XML 1.0 does not have.
fn legal(text: &str) -> String {
    let is_legal = |letter: char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    text.chars().map(|letter| if is_legal(letter) { letter } else { '\u{FFFD}' }).collect()
}
