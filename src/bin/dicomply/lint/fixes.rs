//! `dicomply lint --fix FILE...`.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dicomply::config::Config;
use dicomply::finding::Finding;
use dicomply::fix::{Fixed, FixedFile, fix};
use dicomply::model::Project;
use dicomply::report::Report;
use dicomply::source::{Caution, Fate, Sources, mend};
use similar::TextDiff;

use super::{Arguments, Format, exit_code};
use crate::console::{Console, note};
use crate::failure::Failure;
use crate::files::{self, Gathered, STANDARD_INPUT};

const fn caution(is_unsafe_too: bool) -> Caution {
    if is_unsafe_too { Caution::UnsafeToo } else { Caution::SafeOnly }
}

pub(super) fn run(
    arguments: &Arguments,
    mut gathered: Gathered,
    config: &Config,
    console: &mut Console,
) -> Result<ExitCode, Failure> {
    let fixed = fix(&gathered.inputs, &gathered.disk, config, caution(arguments.unsafe_fixes));
    let summary = summary(&fixed, arguments);
    if arguments.dry_run {
        show(&fixed.files, console)?;
        console.finish()?;
        note(&summary);
    } else {
        write(&fixed.files)?;
        let from_standard_input = gathered.inputs.iter().find(|input| input.path == STANDARD_INPUT);
        let bytes = from_standard_input.map(|input| {
            let changed = fixed.files.iter().find(|file| file.path == STANDARD_INPUT);
            changed.map_or(input.bytes.as_slice(), |file| file.after.as_slice())
        });
        report(&fixed, bytes, &summary, arguments, console)?;
    }
    if !arguments.only.is_empty() {
        let reading = &fixed.reading;
        gathered.failures.extend(super::unexamined(&reading.project, &reading.sources, &fixed.remaining));
    }
    for failure in &gathered.failures {
        console.complain(failure);
    }
    // What is not written still stands.
    let findings = if arguments.dry_run { &fixed.found } else { &fixed.remaining };
    Ok(exit_code(arguments.fail_on, findings, &gathered.failures))
}

/// Writes what remains; to standard error where standard output has the mended text.
fn report(
    fixed: &Fixed,
    text: Option<&[u8]>,
    summary: &str,
    arguments: &Arguments,
    console: &mut Console,
) -> Result<(), Failure> {
    use std::io::Write as _;
    let report = Report::new(&fixed.remaining, &fixed.reading.project, &fixed.reading.sources);
    match (text, arguments.format) {
        (Some(text), format) => {
            console.output().write_all(text).map_err(Failure::Output)?;
            console.finish()?;
            match format {
                Format::Text => console.report_aside(&report),
                Format::Json => {
                    let mut json = Vec::new();
                    report.write_json(&mut json).map_err(Failure::Output)?;
                    note(&String::from_utf8_lossy(&json));
                }
            }
            note(summary);
        }
        (None, Format::Text) => {
            console.report(&report)?;
            console.print(summary)?;
            console.finish()?;
        }
        (None, Format::Json) => {
            report.write_json(console.output()).map_err(Failure::Output)?;
            console.finish()?;
            note(summary);
        }
    }
    Ok(())
}

/// Writes the files that change, all of them or none; a link to a file stays a link.
fn write(fixed: &[FixedFile]) -> Result<(), Failure> {
    let mut written: Vec<(PathBuf, Vec<u8>)> = Vec::with_capacity(fixed.len());
    for file in fixed.iter().filter(|file| file.path != STANDARD_INPUT) {
        let path = Path::new(&file.path);
        let real = fs::canonicalize(path).map_err(|error| files::unwritten(path, &error))?;
        let is_closed = fs::metadata(&real).is_ok_and(|metadata| metadata.permissions().readonly());
        if is_closed {
            let message = format!("`{}` cannot be written: it is read-only", file.path);
            return Err(Failure::Told { message, help: None });
        }
        written.push((real, file.after.clone()));
    }
    files::write_all_whole(&written)
}

/// Shows what would change.
fn show(fixed: &[FixedFile], console: &mut Console) -> Result<(), Failure> {
    let is_terminal = console.terminal_width().is_some();
    for file in fixed {
        let (before, after) = (String::from_utf8_lossy(&file.before), String::from_utf8_lossy(&file.after));
        let diff = TextDiff::from_lines(&*before, &*after);
        let diff = diff.unified_diff().header(&file.path, &file.path).to_string();
        let diff = if is_terminal { harmless(&diff) } else { Cow::Borrowed(diff.as_str()) };
        console.print(&diff)?;
    }
    Ok(())
}

/// A text without characters that a terminal would obey.
fn harmless(text: &str) -> Cow<'_, str> {
    let is_obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(is_obeyed) {
        Cow::Owned(text.replace(is_obeyed, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What was mended, what could not be, and what could be if it were asked for.
fn summary(fixed: &Fixed, arguments: &Arguments) -> String {
    const SHOWN: usize = 10;
    let mut lines = Vec::new();
    for (number, why) in fixed.refused.iter().take(SHOWN) {
        if let Some(finding) = fixed.remaining.get(*number) {
            let place = place(&fixed.reading.sources, finding);
            lines.push(format!("{place}: {} is not fixed: {why}", finding.rule));
        }
    }
    let more = fixed.refused.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(format!("and {more} more are not fixed"));
    }
    let would = if arguments.dry_run { "would fix" } else { "fixed" };
    let (findings, files) = (counted(fixed.mended.len(), "finding"), counted(fixed.files.len(), "file"));
    let project = &fixed.reading.project;
    let asked = count(&fixed.remaining, project, &fixed.reading.sources, Caution::UnsafeToo);
    let asked = if arguments.unsafe_fixes || asked == 0 {
        String::new()
    } else {
        format!(" ({asked} more with --unsafe-fixes)")
    };
    lines.push(format!("{would} {findings} in {files}{asked}\n"));
    lines.join("\n")
}

fn place(sources: &Sources, finding: &Finding) -> String {
    let Some(location) = sources.locate(&finding.place) else { return String::new() };
    let Some(file) = sources.file(location.file) else { return String::new() };
    let before = file.text().get(..location.range.start).unwrap_or_default();
    let line = before.replace("\r\n", "\n").matches(['\n', '\r']).count() + 1;
    format!("{}:{line}", file.path())
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// How many findings could be mended now.
fn count(findings: &[Finding], project: &Project, sources: &Sources, caution: Caution) -> usize {
    if findings.iter().all(|finding| finding.edits.is_empty()) {
        return 0;
    }
    let fates = mend(findings, project, sources, caution).fates;
    fates.iter().filter(|fate| matches!(fate, Fate::Mended | Fate::Waiting)).count()
}

/// How many findings `--fix` would mend, as the last line of a report; nothing where there are none.
pub(super) fn fixable(
    findings: &[Finding],
    project: &Project,
    sources: &Sources,
    is_unsafe_too: bool,
) -> String {
    let all = count(findings, project, sources, Caution::UnsafeToo);
    let safe = count(findings, project, sources, Caution::SafeOnly).min(all);
    match (safe, all - safe) {
        (0, 0) => String::new(),
        (_, 0) => format!("{safe} fixable with --fix\n"),
        _ if is_unsafe_too => format!("{all} fixable with --fix --unsafe-fixes\n"),
        (0, more) => format!("{more} fixable with --fix --unsafe-fixes\n"),
        (_, more) => format!("{safe} fixable with --fix ({more} more with --unsafe-fixes)\n"),
    }
}
