//! `dicomply lint --fix FILE...`.

use std::borrow::Cow;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use dicomply::config::Config;
use dicomply::examine::{Baseline, Examination, examine};
use dicomply::finding::Finding;
use dicomply::fix::{Fixed, FixedFile, fix};
use dicomply::lint::Circumstances;
use dicomply::source::{Caution, Fate, Input, Loader, Sources, mend, mendable};
use similar::TextDiff;

use super::{Arguments, Output, Stream, report, verdict};
use crate::console::{Console, harmless, note};
use crate::failure::Failure;
use crate::files::{self, Gathered};
use crate::staging::{self, Loss};

const fn caution(is_unsafe_too: bool) -> Caution {
    if is_unsafe_too { Caution::UnsafeToo } else { Caution::SafeOnly }
}

pub(super) fn run(
    arguments: &Arguments,
    gathered: Gathered,
    config: &Config,
    baseline: Option<&Baseline>,
    circumstances: &Circumstances,
    console: &mut Console,
) -> Result<ExitCode, Failure> {
    let examine = |inputs: Vec<Input>, loader: &dyn Loader| {
        let mut examination = examine(inputs, loader, config, circumstances.clone());
        if let Some(baseline) = baseline {
            // What is known is left as it is.
            baseline.mark(&mut examination, config);
        }
        examination
    };
    let fixed = fix(&gathered.inputs, &gathered.disk, &examine, caution(arguments.unsafe_fixes));
    console.end_progress();
    super::check_names(config, &fixed.after.reading.project)?;
    let summary = summary(&fixed, arguments);
    if arguments.dry_run {
        show(&fixed.files, console)?;
        console.finish()?;
        note(&summary);
        // What is not written still stands.
        return Ok(verdict(
            fixed.before.as_ref().unwrap_or(&fixed.after),
            config,
            gathered.failures,
            console,
        ));
    }
    write(&fixed.files, &gathered)?;
    if let Some(bytes) = text_of_standard_input(&fixed, &gathered) {
        console.output().write_all(bytes).map_err(Failure::Output)?;
        console.finish()?;
        report(arguments, &fixed.after, Stream::Error, console)?;
        note(&summary);
    } else {
        report(arguments, &fixed.after, Stream::Output, console)?;
        if arguments.format.iter().any(Output::is_for_people) {
            console.print(&summary)?;
        } else {
            console.finish()?;
            note(&summary);
        }
        console.finish()?;
    }
    Ok(verdict(&fixed.after, config, gathered.failures, console))
}

/// What standard input has become, if it was read.
fn text_of_standard_input<'f>(fixed: &'f Fixed, gathered: &'f Gathered) -> Option<&'f [u8]> {
    let input = gathered.inputs.iter().find(|input| gathered.is_standard_input(&input.path))?;
    let changed = fixed.files.iter().find(|file| file.path == input.path);
    Some(changed.map_or(input.bytes.as_slice(), |file| file.after.as_slice()))
}

/// Writes the files that change, all of them or none; a link to a file stays a link.
pub(in super::super) fn write(fixed: &[FixedFile], gathered: &Gathered) -> Result<(), Failure> {
    let mut written: Vec<(PathBuf, Vec<u8>)> = Vec::with_capacity(fixed.len());
    for file in fixed.iter().filter(|file| !gathered.is_standard_input(&file.path)) {
        let path = Path::new(&file.path);
        let real = fs::canonicalize(path).map_err(|error| files::unwritten(path, &error))?;
        let is_closed = fs::metadata(&real).is_ok_and(|metadata| metadata.permissions().readonly());
        if is_closed {
            let message = format!("`{}` cannot be written: it is read-only", file.path);
            return Err(Failure::Told { message, help: None });
        }
        written.push((real, file.after.clone()));
    }
    let folder = written.first().and_then(|(path, _)| path.parent()).unwrap_or(Path::new("")).to_owned();
    staging::write_all(&folder, &written, Loss::Work)
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

/// What was mended, what could not be, and what could be if it were asked for.
fn summary(fixed: &Fixed, arguments: &Arguments) -> String {
    const SHOWN: usize = 10;
    let mut lines = Vec::new();
    for (number, why) in fixed.refused.iter().take(SHOWN) {
        if let Some(finding) = fixed.after.findings.get(*number) {
            let place = place(&fixed.after.reading.sources, finding);
            lines.push(format!("{place}: {} is not fixed: {why}", finding.rule));
        }
    }
    let more = fixed.refused.len().saturating_sub(SHOWN);
    if more > 0 {
        lines.push(format!("and {more} more are not fixed"));
    }
    let would = if arguments.dry_run { "would fix" } else { "fixed" };
    let (findings, files) =
        (files::counted(fixed.mended.len(), "finding"), files::counted(fixed.files.len(), "file"));
    let asked = count(&fixed.after, Caution::UnsafeToo);
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

/// How many findings could be mended now.
fn count(examination: &Examination, caution: Caution) -> usize {
    let Examination { reading, findings } = examination;
    if findings.iter().all(|finding| finding.edits.is_empty()) {
        return 0;
    }
    let fates = mend(findings, &reading.project, &reading.sources, caution).fates;
    fates.iter().filter(|fate| matches!(fate, Fate::Mended | Fate::Waiting)).count()
}

/// How many findings `--fix` would mend, as the last line of a report; nothing where there are none.
pub(super) fn fixable(examination: &Examination, is_unsafe_too: bool) -> String {
    let Examination { reading, findings } = examination;
    let is_mendable = mendable(findings, &reading.project, &reading.sources);
    let mendable = findings.iter().zip(is_mendable).filter(|(_, is_mendable)| *is_mendable);
    let (safe, asked): (Vec<_>, Vec<_>) =
        mendable.partition(|(finding, _)| finding.edits.iter().all(|edit| !edit.is_unsafe));
    let (safe, all) = (safe.len(), safe.len() + asked.len());
    match (safe, all - safe) {
        (0, 0) => String::new(),
        (_, 0) => format!("{safe} fixable with --fix\n"),
        _ if is_unsafe_too => format!("{all} fixable with --fix --unsafe-fixes\n"),
        (0, more) => format!("{more} fixable with --fix --unsafe-fixes\n"),
        (_, more) => format!("{safe} fixable with --fix ({more} more with --unsafe-fixes)\n"),
    }
}
