//! What became of a row, for people.

use std::fmt::Write as _;

use super::Told;
use crate::import::{Change, Fate, Refusal};

impl Told {
    /// What became of the row that begins on a line of a table: a line for it, and more for what it changes, for the remedy
    /// and for what is doubtful.
    pub fn shown(&self, path: &str, line: usize) -> String {
        let name = &self.name;
        let mut text = match &self.fate {
            Fate::New(changes) => {
                let said = changes.iter().map(|change| format!("{} {}", change.key, one_line(&change.after)));
                format!("{path}:{line}: new `{name}`: {}\n", said.collect::<Vec<_>>().join(", "))
            }
            Fate::Changed(changes) => {
                let lines: String = changes.iter().map(changed).collect();
                format!("{path}:{line}: changed `{name}`\n{lines}")
            }
            Fate::Unchanged => format!("{path}:{line}: unchanged `{name}`\n"),
            Fate::Refused(refusal) => refused(path, name, refusal),
        };
        for (rule, message) in &self.doubts {
            let _ = writeln!(text, "  warning[{rule}]: {message}");
        }
        text
    }
}

fn changed(change: &Change) -> String {
    let before = change.before.as_deref().map_or_else(|| "(nothing)".to_owned(), one_line);
    format!("  {}: {before} → {}\n", change.key, one_line(&change.after))
}

fn refused(path: &str, name: &str, refusal: &Refusal) -> String {
    let rule = if refusal.rule.is_empty() { String::new() } else { format!(" [{}]", refusal.rule) };
    let of = if name.is_empty() { String::new() } else { format!(" `{name}`") };
    let help = refusal.help.as_ref().map(|help| format!("  help: {help}\n")).unwrap_or_default();
    format!("{path}:{}:{}: refused{of}: {}{rule}\n{help}", refusal.line, refusal.column, refusal.message)
}

/// A value on one line, without characters that a terminal would obey.
fn one_line(text: &str) -> String {
    let text = text.trim_end().replace('\n', "⏎");
    text.replace(char::is_control, "\u{FFFD}")
}
