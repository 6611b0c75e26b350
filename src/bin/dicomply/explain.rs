//! `dicomply explain RULE`.

use std::process::ExitCode;

use dicomply::lint::{RULES, Rule, rule};
use dicomply::render::notice;
use dicomply::standard::nearest;

use super::console::Console;
use super::failure::Failure;

/// Prints the page of a rule: what it reports, why, examples, the clauses it rests on
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The identity of the rule, as findings name it
    rule: String,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let page = match notice(&arguments.rule) {
        Some(notice) => format!("{}: warning of `dicomply render`\n\n{}", notice.id, notice.page),
        None => page(known(&arguments.rule)?),
    };
    console.print(&if console.is_colored() { with_bold_headings(&page) } else { page })?;
    Ok(ExitCode::SUCCESS)
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
