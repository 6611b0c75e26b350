//! The findings of a rule, and its page.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Page;
use super::finding::write_findings;
use super::frame::{counted, message, shown};
use crate::document::prose;
use crate::finding::Severity;
use crate::lint::{Rule, rule};
use crate::render::html::part;
use crate::report::{Located, Report};

/// A rule and what it found, with the positions of the findings in the report.
pub(super) struct RuleGroup<'p> {
    pub(super) id: &'p str,
    /// The most severe of its findings.
    pub(super) severity: Severity,
    pub(super) findings: Vec<(usize, &'p Located<'p>)>,
}

impl RuleGroup<'_> {
    /// What the rule reports, in a sentence; a rule that is gone has none.
    pub(super) fn summary(&self) -> String {
        rule(self.id).map(Rule::summary).unwrap_or_default()
    }
}

/// The findings by rule: what matters most first, then what there is most of.
pub(super) fn groups<'p>(report: &'p Report<'p>) -> Vec<RuleGroup<'p>> {
    let mut by_rule: BTreeMap<&'p str, RuleGroup<'p>> = BTreeMap::new();
    for (order, located) in report.findings.iter().enumerate() {
        let (id, severity) = (&*located.finding.rule, located.finding.severity);
        let group = by_rule.entry(id).or_insert_with(|| RuleGroup { id, severity, findings: Vec::new() });
        group.severity = group.severity.max(severity);
        group.findings.push((order, located));
    }
    let mut groups: Vec<_> = by_rule.into_values().collect();
    groups.sort_by_key(|group| std::cmp::Reverse((group.severity, group.findings.len())));
    groups
}

pub(super) fn write_group(page: &Page<'_>, group: &RuleGroup<'_>, out: &mut impl Write) -> io::Result<()> {
    let open = if page.is_large() { "" } else { " open" };
    let (id, severity, count) = (shown(group.id), group.severity, counted(group.findings.len(), "finding"));
    writeln!(
        out,
        "<details class=\"group\" id=\"rule-{id}\" data-name=\"{id}\"{open}>\n\
         <summary><h3>{id}</h3> <span class=\"severity {severity}\">{severity}</span> <span class=\"count\">{count}</span></summary>\n\
         <p class=\"about\">{}</p>",
        message(&group.summary())
    )?;
    write_page(group.id, "", out)?;
    write_findings(page, &group.findings, &mut BTreeMap::new(), out)?;
    writeln!(out, "</details>")
}

/// The page of a rule, folded.
pub(super) fn write_page(id: &str, attributes: &str, out: &mut impl Write) -> io::Result<()> {
    let Some(rule) = rule(id) else { return Ok(()) };
    writeln!(
        out,
        "<details class=\"page\"{attributes} data-page=\"{id}\">\n<summary>About <code>{id}</code></summary>\n<div>",
    )?;
    let (group, set, since) = (rule.group, rule.set.as_str(), rule.since);
    writeln!(
        out,
        "<p class=\"identity\">{} · group {group} · rule set {set} · since {since}</p>",
        rule.severity
    )?;
    for (title, text) in sections(&rule.page()) {
        if !title.is_empty() {
            writeln!(out, "<h4>{}</h4>", shown(&title))?;
        }
        out.write_all(part(prose(&text)).as_bytes())?;
    }
    writeln!(out, "</div>\n</details>")
}

/// The sections of a page: title and Markdown.
pub(in crate::report) fn sections(page: &str) -> Vec<(String, String)> {
    let mut sections = vec![(String::new(), String::new())];
    let mut is_fenced = false;
    for line in page.lines() {
        is_fenced ^= line.starts_with("```");
        match line.strip_prefix("# ").filter(|_| !is_fenced) {
            Some(title) => sections.push((title.to_owned(), String::new())),
            None => {
                if let Some((_, text)) = sections.last_mut() {
                    *text += line;
                    text.push('\n');
                }
            }
        }
    }
    sections.retain(|(title, text)| !title.is_empty() || !text.trim().is_empty());
    sections
}
