//! Fixes in SARIF: who applies one has what `--fix` would write.

use dicomply::examine::Examination;
use dicomply::finding::{FileId, Finding};
use dicomply::report::Report;
use dicomply::source::{Caution, mend};
use serde_json::Value;

use super::forms::examined;
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

#[test]
fn a_fix_of_sarif_makes_the_text_that_mending_makes() {
    let (mut made, mut several, mut unsafe_ones) = (0, 0, 0);
    for (name, text) in documents_of_cases() {
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            let examination = examined(&text);
            let Examination { reading, findings } = &examination;
            for finding in findings.iter().filter(|finding| !finding.edits.is_empty() && finding.counts()) {
                let alone = std::slice::from_ref(finding);
                let results = results(alone, &examination);
                let changes = results[0]["fixes"][0]["artifactChanges"].as_array();
                let mended = mend(alone, &reading.project, &reading.sources, Caution::SafeOnly).texts;
                let old = |file: FileId| reading.sources.file(file).unwrap().text();
                let mended: Vec<_> = mended.iter().filter(|(file, new)| old(*file) != new).collect();
                assert_eq!(changes.map_or(0, Vec::len), mended.len(), "{name}: {}", finding.message);
                for (change, (file, new)) in changes.into_iter().flatten().zip(mended) {
                    assert_eq!(applied(old(*file), change), **new, "{name}: {change}");
                    several += usize::from(change["replacements"].as_array().unwrap().len() > 1);
                    made += 1;
                }
                if finding.edits.iter().any(|edit| edit.is_unsafe) {
                    assert!(results[0].get("fixes").is_none(), "{name}: {}", finding.message);
                    unsafe_ones += 1;
                }
            }
        }
    }
    assert!(made > 300 && several > 5 && unsafe_ones > 50, "{made}, {several}, {unsafe_ones}");
}

#[test]
fn a_report_has_fixes_for_its_first_findings() {
    let name = "verification as SCU in ImplicitVRLittleEndian";
    let contexts = format!("          - {name}\n").repeat(250);
    let text = format!(
        "dicomply: 1\nkind: statement\napplication_entities:\n  SEND:\n    activities:\n      Send:\n        \
         initiates:\n{contexts}"
    );
    let examination = examined(&text);
    let mut findings = examination.findings.clone();
    findings.retain(|finding| finding.rule == "name-variant");
    let example = findings[0].clone();
    findings.resize(250, example);
    let results = results(&findings, &examination);
    let fixed = results.iter().filter(|result| result.get("fixes").is_some()).count();
    assert_eq!((results.len(), fixed), (250, 200));
}
