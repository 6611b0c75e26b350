//! What a change asks of the version of a statement, and how it is told in the revision history.

use dicomply::compare::diff::diff;
use dicomply::compare::version::{Strictness, revision_rows, version_findings, version_notice};
use dicomply::finding::DocumentId;
use dicomply::model::{Content, Statement};

use super::content;

/// A statement of a version of the product and of the document, with some titles that differ from those of another.
fn statement(product: &str, document: &str, titles: &[&str]) -> Statement {
    let mut text = format!(
        "product: {{versions: \"{product}\"}}\nstatement: {{version: \"{document}\", date: 2026-11-20}}\napplication_entities:\n"
    );
    for title in titles {
        text += &format!("  {title}: {{ae_title: {title}}}\n");
    }
    match content(&text) {
        Content::Statement(statement) => *statement,
        other => panic!("{other:?}"),
    }
}

fn said(old: &Statement, new: &Statement, strictness: Strictness) -> Vec<String> {
    let findings = version_findings(&diff(old, new), old, new, DocumentId(0), strictness);
    assert!(findings.iter().all(|finding| version_notice(&finding.rule).is_some()));
    findings.iter().map(|finding| format!("{}: {}", finding.rule, finding.message)).collect()
}

#[test]
fn breaking_changes_ask_for_another_version() {
    let old = statement("2.4", "1", &["A", "B"]);
    for (product, document, says) in [
        (
            "2.4",
            "1",
            "breaking-change-without-new-version: 1 breaking change, but the product is still of version `2.4`",
        ),
        ("2.5", "1", ""),
        ("2.4", "2", ""),
        ("2.3", "1", "lower-version: the product is of version `2.3`, which is lower than `2.4`"),
    ] {
        let new = statement(product, document, &["A"]);
        assert_eq!(said(&old, &new, Strictness::Any).join("\n"), says, "{product} {document}");
        assert!(said(&old, &new, Strictness::None).is_empty());
    }
}

#[test]
fn semantic_versioning_asks_for_more() {
    let (more, less) = (&["A", "B"][..], &["A"][..]);
    for (before, after, version, is_refused) in [
        (more, less, "2.5", true),
        (more, less, "3.0", false),
        (less, more, "2.4.1", true),
        (less, more, "2.5", false),
        (less, less, "2.4", false),
        (more, less, "autumn", false),
    ] {
        let (old, new) = (statement("2.4", "1", before), statement(version, "1", after));
        assert_eq!(!said(&old, &new, Strictness::Semver).is_empty(), is_refused, "{version} {after:?}");
    }
}

#[test]
fn the_revision_history_tells_what_changed() {
    let (old, new) = (statement("2.4", "1", &["A", "B"]), statement("3.0", "2", &["A", "C"]));
    let rows = revision_rows(&diff(&old, &new), &new);
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((row.version.as_deref(), row.date), (Some("2"), new.statement.date));
    assert_eq!(
        row.description.as_ref().unwrap().as_str(),
        "- Application Entity `B` is gone\n- there is a new Application Entity `C`\n- 2 editorial changes"
    );
    assert!(revision_rows(&diff(&old, &old), &old).is_empty());
}
