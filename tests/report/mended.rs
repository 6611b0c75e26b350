//! Fixes in SARIF: who applies one has what `--fix` would write.

use dicomply::examine::Examination;
use dicomply::finding::{FileId, Finding};
use dicomply::report::Report;
use dicomply::source::{Caution, mend};
use serde_json::Value;

use super::forms::{all, examined};
use crate::lint::documents_of_cases;

fn results(findings: &[Finding], Examination { reading, .. }: &Examination) -> Vec<Value> {
    let mut bytes = Vec::new();
    Report::new(findings, &reading.project, &reading.sources).write_sarif(&mut bytes).unwrap();
    let log: Value = serde_json::from_slice(&bytes).unwrap();
    log["runs"][0]["results"].as_array().unwrap().clone()
}

/// The byte at a line and a column, as SARIF counts them: both from 1, columns in characters.
fn byte(text: &str, line: &Value, column: &Value) -> usize {
    let (line, column) = (line.as_u64().unwrap(), column.as_u64().unwrap());
    let mut at = 0;
    for _ in 1..line {
        let rest = &text[at..];
        let end = rest.find(['\n', '\r']).unwrap();
        at += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    at + text[at..].chars().take(usize::try_from(column - 1).unwrap()).map(char::len_utf8).sum::<usize>()
}

/// A text with the replacements of a change of SARIF made; all of them speak of the text as it is.
fn applied(text: &str, change: &Value) -> String {
    let mut stretches: Vec<(usize, usize, &str)> = Vec::new();
    for replacement in change["replacements"].as_array().unwrap() {
        let region = &replacement["deletedRegion"];
        let start = byte(text, &region["startLine"], &region["startColumn"]);
        let end = byte(text, &region["endLine"], &region["endColumn"]);
        let inserted = replacement["insertedContent"]["text"].as_str().unwrap_or_default();
        assert!(start < end || !inserted.is_empty(), "a replacement of nothing by nothing");
        stretches.push((start, end, inserted));
    }
    assert!(stretches.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{change}");
    let mut new = text.to_owned();
    for (start, end, inserted) in stretches.iter().rev() {
        new.replace_range(start..end, inserted);
    }
    new
}

/// How many fixes there are, those of several stretches among them, and how many findings have none for being unsafe.
#[derive(Debug, Default)]
struct Count {
    made: usize,
    several: usize,
    unsafe_ones: usize,
}

fn compare(name: &str, finding: &Finding, examination: &Examination, count: &mut Count) {
    let reading = &examination.reading;
    let alone = std::slice::from_ref(finding);
    let results = results(alone, examination);
    let changes = results[0]["fixes"][0]["artifactChanges"].as_array();
    let mended = mend(alone, &reading.project, &reading.sources, Caution::SafeOnly).texts;
    let old = |file: FileId| reading.sources.file(file).unwrap().text();
    let mended: Vec<_> = mended.iter().filter(|(file, new)| old(*file) != new).collect();
    assert_eq!(changes.map_or(0, Vec::len), mended.len(), "{name}: {}", finding.message);
    for (change, (file, new)) in changes.into_iter().flatten().zip(mended) {
        assert_eq!(applied(old(*file), change), **new, "{name}: {change}");
        count.several += usize::from(change["replacements"].as_array().unwrap().len() > 1);
        count.made += 1;
    }
    if finding.edits.iter().any(|edit| edit.is_unsafe) {
        assert!(results[0].get("fixes").is_none(), "{name}: {}", finding.message);
        count.unsafe_ones += 1;
    }
}

#[test]
fn a_fix_of_sarif_makes_the_text_that_mending_makes() {
    let mut count = Count::default();
    // Lines of the other ending are counted and kept likewise.
    let others = documents_of_cases().into_iter().step_by(25);
    let others: Vec<_> = others.map(|(name, text)| (name, examined(&text.replace('\n', "\r\n")))).collect();
    for (name, examination) in all().iter().chain(&others) {
        let findings = examination.findings.iter().filter(|finding| finding.counts());
        // A few of each document are enough.
        for finding in findings.filter(|finding| !finding.edits.is_empty()).take(3) {
            compare(name, finding, examination, &mut count);
        }
    }
    assert!(count.made > 200 && count.several > 0 && count.unsafe_ones > 50, "{count:?}");
}

#[test]
fn a_report_has_fixes_for_its_first_findings() {
    let contexts = "          - Verification as SCU in ImplicitVRLittleEndian\n".repeat(250);
    let text = format!(
        "dicomply: 1\nkind: statement\napplication_entities:\n  SEND:\n    activities:\n      Send:\n        \
         initiates:\n{contexts}"
    );
    let examination = examined(&text);
    let mut findings = examination.findings.clone();
    findings.retain(|finding| finding.rule == "repeated-entry");
    let results = results(&findings, &examination);
    let fixed = results.iter().take_while(|result| result.get("fixes").is_some()).count();
    assert_eq!((results.len(), fixed), (249, 200));
    assert!(results[200..].iter().all(|result| result.get("fixes").is_none()));
}
