//! `dicomply config FILE`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::config::Config;
use dicomply::finding::{Place, Severity};
use dicomply::lint::{Configurations, Origin, RULES, Settings};
use dicomply::model::Document;
use dicomply::report::position;
use dicomply::source::{Reading, read};
use serde::Serialize;

use super::console::Console;
use super::failure::{self, Failure};
use super::files;

/// Prints which rules are in force for a document, and where each setting comes from
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The document
    #[arg(value_name = "FILE")]
    path: PathBuf,

    /// How the settings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Leave out the rules that are as their rule set has them
    #[arg(long)]
    changed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table: setting, value, where it comes from
    Text,
    /// One JSON object
    Json,
}

/// What is in force, as it is printed.
#[derive(Serialize)]
struct InForce {
    document: String,
    configuration: Option<String>,
    rule_set: Row,
    fail_on: Row,
    rules: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    value: &'static str,
    from: String,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    if arguments.path.is_dir() {
        let message =
            format!("`{}` is a folder, and settings are those of a document", files::shown(&arguments.path));
        return Err(Failure::Told { message, help: Some("name a document in it".to_owned()) });
    }
    let mut gathered = files::gather(std::slice::from_ref(&arguments.path), None);
    if let Some(failure) = gathered.failures.pop() {
        return Err(failure);
    }
    let reading = read(gathered.inputs, &gathered.disk);
    let Some(document) = reading.project.documents.first() else {
        return Ok(ExitCode::from(failure::EXIT_CODE));
    };
    let config = Config::default();
    let configurations = Configurations::of(&reading.project, &config);
    let in_force =
        in_force(document, &configurations.for_document(Some(document)), &reading, arguments.changed);
    let text = match arguments.format {
        Format::Text => table(&in_force),
        Format::Json => serde_json::to_string_pretty(&in_force).unwrap_or_default() + "\n",
    };
    console.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn in_force(document: &Document, settings: &Settings<'_>, reading: &Reading, only_changed: bool) -> InForce {
    let row = |name: &str, value, origin: &Origin| Row {
        name: name.to_owned(),
        value,
        from: told(origin, reading),
    };
    let (rule_set, set_origin) = settings.rule_set();
    let (fail_on, fail_origin) = settings.fail_on();
    let built_in = RULES.iter().map(|rule| (rule.id, settings.severity(rule)));
    let custom = settings.custom_rules().filter_map(|id| Some((id, settings.custom_severity(id)?)));
    let rules = built_in.chain(custom).filter_map(|(id, (severity, origin))| {
        let is_changed = !matches!(origin, Origin::RuleSet(_));
        (is_changed || !only_changed).then(|| row(id, severity.map_or("off", Severity::as_str), &origin))
    });
    let configuration = document.configuration.and_then(|id| reading.project.document(id));
    InForce {
        document: document.path.clone(),
        configuration: configuration.map(|configuration| configuration.path.clone()),
        rule_set: row("rule_set", rule_set.as_str(), &set_origin),
        fail_on: row("fail_on", fail_on.as_str(), &fail_origin),
        rules: rules.collect(),
    }
}

/// Where a setting comes from, in words.
fn told(origin: &Origin, reading: &Reading) -> String {
    match origin {
        Origin::Default => "default".to_owned(),
        Origin::RuleSet(set) => format!("rule set {}", set.as_str()),
        Origin::CommandLine(option) => (*option).to_owned(),
        Origin::Configuration(document, route) => {
            let place = Place::value(*document, route.clone());
            let path = reading.project.document(*document).map_or("", |document| document.path.as_str());
            match position(&reading.sources, &place) {
                Some((path, at)) => format!("{path}:{}:{}", at.line, at.column),
                None => path.to_owned(),
            }
        }
    }
}

fn table(in_force: &InForce) -> String {
    let mut text = match &in_force.configuration {
        Some(path) => format!("`{}` goes by `{path}`\n\n", in_force.document),
        None => format!("`{}` has no `dicomply.yaml` above it\n\n", in_force.document),
    };
    let rows: Vec<&Row> =
        [&in_force.rule_set, &in_force.fail_on].into_iter().chain(&in_force.rules).collect();
    let widest = |cell: fn(&Row) -> usize| rows.iter().map(|row| cell(row)).max().unwrap_or(0);
    let (name, value) = (widest(|row| row.name.len()), widest(|row| row.value.len()));
    for row in rows {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{:name$}  {:value$}  {}", row.name, row.value, row.from);
    }
    text
}
