//! `dicomply explain RULE`, or a cause of `dicomply compare`.

use std::process::ExitCode;

use dicomply::compare::diff::{CHANGE_RULES, ChangeRule, change_rule};
use dicomply::compare::version::version_notice;
use dicomply::lint::{RULES, Rule, rule};
use dicomply::pairing::{CAUSES, CausePage, cause_page};
use dicomply::render::notice;
use dicomply::standard::nearest;

use super::console::Console;
use super::failure::Failure;

/// Prints the page of a rule, of the linter or of `diff`: what it reports, why, examples, the clauses it rests on; or what a
/// cause of `compare` means
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The identity of the rule, as findings name it, or of the cause, as JSON and matrices do
    rule: String,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let page = found(&arguments.rule)?;
    console.print(&if console.is_colored() { with_bold_headings(&page) } else { page })?;
    Ok(ExitCode::SUCCESS)
}

/// The page under an identity.
fn found(id: &str) -> Result<String, Failure> {
    if let Some(notice) = notice(id) {
        return Ok(format!("{}: warning of `dicomply render`\n\n{}", notice.id, notice.page));
    }
    if let Some(notice) = version_notice(id) {
        return Ok(format!("{}: error of `dicomply diff`\n\n{}", notice.id, notice.page));
    }
    if let Some(rule) = change_rule(id) {
        return Ok(page_of_change(rule));
    }
    if let Some(rule) = rule(id) {
        return Ok(page(rule));
    }
    if let Some(cause) = cause_page(id) {
        return Ok(page_of_cause(cause));
    }
    let all = RULES.iter().map(|rule| rule.id).chain(CHANGE_RULES.iter().map(|rule| rule.id));
    let all = all.chain(CAUSES.iter().map(|cause| cause.id));
    Err(Failure::UnknownRule { id: id.to_owned(), near: nearest::nearest(id, all) })
}

fn page_of_change(rule: &ChangeRule) -> String {
    let (impact, area, since) = (rule.impact, rule.area, rule.since);
    format!("{}: {impact} change, {area}, since {since}\n\n{}", rule.id, rule.titled_page())
}

fn page_of_cause(cause: &CausePage) -> String {
    format!("{}: cause of `dicomply compare`\n\n{}", cause.id, cause.page())
}

/// The rule with this identity.
pub(crate) fn known(id: &str) -> Result<&'static Rule, Failure> {
    rule(id).ok_or_else(|| Failure::UnknownRule {
        id: id.to_owned(),
        near: nearest::nearest(id, RULES.iter().map(|rule| rule.id)),
    })
}

fn page(rule: &Rule) -> String {
    let (severity, group, set, since) = (rule.severity, rule.group, rule.set.as_str(), rule.since);
    let fixable = if rule.is_fixable { ", fixable" } else { "" };
    format!(
        "{}: {severity}, group {group}, rule set {set}{fixable}, since {since}\n\n{}",
        rule.id,
        rule.titled_page()
    )
}

fn with_bold_headings(page: &str) -> String {
    let lines = page.lines().enumerate().map(|(number, line)| {
        let is_heading = number == 0 || line.starts_with("# ");
        if is_heading { format!("\x1b[1m{line}\x1b[0m\n") } else { format!("{line}\n") }
    });
    lines.collect()
}
