//! Reports of findings that point anywhere, in files that hold anything.

mod assessment;
mod changes;
mod comparison;
pub(crate) mod forms;
mod mended;
pub(crate) mod page;
mod sha256;
mod site;

use dicomply::finding::{FileId, Finding, Place, Related, Severity};
use dicomply::report::{Page, Report};
use dicomply::source::{Input, read};

fn finding(start: usize, end: usize, message: &str) -> Finding {
    Finding::new("self-link", Severity::Error, Place::Bytes { file: FileId(0), start, end }, message)
}

/// The report of findings in a file of this text, as text and as JSON.
fn reported(text: &str, findings: &[Finding], width: usize) -> (String, serde_json::Value) {
    let reading =
        read(vec![Input { path: "input.yaml".to_owned(), bytes: text.as_bytes().to_vec() }], &|_: &str| None);
    let report = Report::new(findings, &reading.project, &reading.sources);
    let (mut page, mut json) = (Vec::new(), Vec::new());
    report.write_text(Page { is_colored: false, width }, &mut page).unwrap();
    report.write_json(&mut json).unwrap();
    (String::from_utf8(page).unwrap(), serde_json::from_slice(&json).unwrap())
}

#[test]
fn excerpts_fit_the_page_whatever_they_show() {
    let texts = [
        String::new(),
        "\n\n\n".to_owned(),
        "a: b".to_owned(),
        "key: value\r\nother: \tvalue\r\n".to_owned(),
        "x".repeat(10_000),
        "word ".repeat(2_000) + "\nsecond line\n" + &"ü𝄞漢字".repeat(500),
        "\u{202E}\u{1b}[31m\u{9b}2J\u{7}\0 \u{2066}\u{e0041}: \u{feff}\n".repeat(3),
    ];
    for text in &texts {
        for start in (0..=text.len()).step_by(1 + text.len() / 40) {
            for length in [0, 1, 3, 100, text.len()] {
                for width in [40, 80, 120] {
                    let mut finding = finding(start, start + length, "a message with `\u{1b}[2J\n` in it");
                    finding.related = [start / 2, start, start + 90]
                        .map(|start| Place::Bytes { file: FileId(0), start, end: start + 4 })
                        .map(|place| Related { place, message: "a note of some words".to_owned() })
                        .to_vec();
                    finding.help = Some("help that is a little longer, ".repeat(5));
                    let (page, _) = reported(text, &[finding], width);
                    let (page, _) = page.trim_end().rsplit_once('\n').unwrap();
                    for line in page.lines() {
                        let columns = line.chars().count();
                        assert!(
                            columns <= width,
                            "{columns} columns of {width} at {start}+{length}:\n{page}"
                        );
                        let is_harmful = |c: char| c.is_control() || "\u{202E}\u{2066}\u{feff}".contains(c);
                        assert!(!line.contains(is_harmful), "{page:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn text_shows_a_hundred_findings_and_json_all() {
    let text = "key: value\n".repeat(1_000);
    let mut findings: Vec<_> = (0..1_000).map(|line| finding(line * 11, line * 11 + 3, "wrong")).collect();
    for finding in &mut findings[..990] {
        finding.severity = Severity::Info;
    }
    let (page, json) = reported(&text, &findings, 80);
    assert_eq!(page.matches("╭─[").count(), 100);
    assert_eq!(page.matches("  error self-link").count(), 10, "the most severe are shown");
    assert!(page.contains("the 100 most severe of 1000 findings are shown"), "{page}");
    assert!(page.ends_with("\n10 errors, 990 infos in 1 file; dicomply explain self-link\n"), "{page}");
    assert_eq!(json["findings"].as_array().unwrap().len(), 1_000);
    assert_eq!(json["summary"]["infos"], 990);
}

#[test]
fn columns_count_characters_after_a_byte_order_mark() {
    let (page, json) = reported("\u{FEFF}ü: 𝄞x\n", &[finding(8, 9, "wrong")], 80);
    assert!(page.contains("[input.yaml:1:5]"), "{page}");
    assert_eq!(
        (json["findings"][0]["column"].as_u64(), json["findings"][0]["end_column"].as_u64()),
        (Some(5), Some(6))
    );
}

#[test]
fn findings_are_sorted_by_place_and_rule() {
    let findings = [finding(5, 6, "c"), finding(0, 3, "b"), finding(0, 3, "a"), finding(0, 1, "z")];
    let (_, json) = reported("abc\nabc\n", &findings, 80);
    let messages: Vec<_> =
        json["findings"].as_array().unwrap().iter().map(|row| row["message"].as_str().unwrap()).collect();
    assert_eq!(messages, ["z", "a", "b", "c"]);
}
