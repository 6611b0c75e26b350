//! Findings as SARIF 2.1.0, the format that code scanning reads.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::fixes::{Fix, fixes};
use super::{Located, Report, Spot};
use crate::finding::{Finding, Severity};
use crate::lint::{Rule, rule};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name under which fingerprints stand; it changes when what they are made of does.
const FINGERPRINT: &str = "dicomply/v1";

#[derive(Serialize)]
struct Log {
    version: &'static str,
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Value; 1],
}

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    let all = || report.findings.iter().chain(&report.suppressed);
    let mut used: Vec<&Finding> = all().map(|located| located.finding).collect();
    used.sort_by(|one, other| one.rule.cmp(&other.rule));
    used.dedup_by(|one, other| one.rule == other.rule);
    let fixes = fixes(report);
    let result = |located: &Located<'_>| {
        let mut result = result(report, located, &used);
        if let Some(fix) = fixes.get(&located.number) {
            result["fixes"] = json!([mended(report, located.finding, fix)]);
        }
        result
    };
    let results: Vec<Value> = all().map(result).collect();
    let run = json!({
        "tool": {"driver": {
            "name": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": used.iter().map(|finding| descriptor(finding)).collect::<Vec<_>>(),
        }},
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    serde_json::to_writer_pretty(&mut *out, &Log { version: "2.1.0", schema: SCHEMA, runs: [run] })?;
    writeln!(out)
}

/// A rule: what it reports, and its page as help. Of one that the project declares itself, what it says is all there is.
fn descriptor(finding: &Finding) -> Value {
    let Some(rule) = rule(&finding.rule) else {
        return json!({
            "id": finding.rule,
            "shortDescription": {"text": plain(&finding.message)},
            "defaultConfiguration": {"level": level(finding.severity)},
        });
    };
    json!({
        "id": rule.id,
        "shortDescription": {"text": rule.summary()},
        "help": {"text": rule.titled_page(), "markdown": rule.linked_page()},
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {"tags": [rule.group.as_str(), rule.set.as_str()], "references": references(rule)},
    })
}

fn references(rule: &Rule) -> Vec<String> {
    rule.references()
}

fn result(report: &Report<'_>, located: &Located<'_>, used: &[&Finding]) -> Value {
    let finding = located.finding;
    let mut message = finding.message.clone();
    if let Some(help) = &finding.help {
        message += "\n\nhelp: ";
        message += help;
    }
    let route = finding.place.route().map(ToString::to_string).filter(|route| !route.is_empty());
    let mut location = json!({"physicalLocation": physical(report, &located.spot)});
    if let Some(route) = route {
        location["logicalLocations"] = json!([{"fullyQualifiedName": route}]);
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": plain(&message)},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: report.fingerprint(located)},
    });
    if let Ok(index) = used.binary_search_by(|one| one.rule.cmp(&finding.rule)) {
        result["ruleIndex"] = json!(index);
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(number, related)| {
            let spot = report.spot(&related.place);
            json!({"id": number, "message": {"text": plain(&related.message)}, "physicalLocation": physical(report, &spot)})
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(reason) = &finding.allowed {
        result["suppressions"] = json!([{"kind": "inSource", "status": "accepted", "justification": reason}]);
    }
    if report.has_baseline {
        result["baselineState"] = json!(if finding.is_known { "unchanged" } else { "new" });
    }
    result
}

/// What mends a finding: the stretches of each file that become others.
fn mended(report: &Report<'_>, finding: &Finding, fix: &Fix) -> Value {
    let changes = fix.iter().map(|(file, replacements)| {
        let replacements = replacements.iter().map(|replacement| {
            let (start, end) = (replacement.range.start, replacement.range.end);
            let mut value = json!({"deletedRegion": region(report, &Spot { file: *file, start, end })});
            if !replacement.text.is_empty() {
                value["insertedContent"] = json!({"text": replacement.text});
            }
            value
        });
        json!({
            "artifactLocation": {"uri": uri(report.path(*file))},
            "replacements": replacements.collect::<Vec<_>>(),
        })
    });
    let description = finding.help.as_deref().unwrap_or("mends it");
    json!({"description": {"text": plain(description)}, "artifactChanges": changes.collect::<Vec<_>>()})
}

fn physical(report: &Report<'_>, spot: &Spot) -> Value {
    json!({"artifactLocation": {"uri": uri(report.path(spot.file))}, "region": region(report, spot)})
}

fn region(report: &Report<'_>, spot: &Spot) -> Value {
    let (start, end) = (report.position(spot.file, spot.start), report.position(spot.file, spot.end));
    json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
    })
}

/// A text in which nothing is taken for a link (SARIF 2.1.0, 3.11.6).
fn plain(text: &str) -> String {
    if text.contains("](") {
        text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
    } else {
        text.to_owned()
    }
}

/// A path as a reference of RFC 3986: what may not stand there is written with its bytes.
fn uri(path: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    // A colon in the first part would make it a scheme.
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if is_plain(byte) { uri.push(char::from(byte)) } else { uri.extend(format!("%{byte:02X}").chars()) }
    }
    uri
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
