//! `dicomply impact SITE… --ae NAME`: what a change of an Application Entity asks of whom.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::config::Config;
use dicomply::examine::{Examination, examine};
use dicomply::finding::Severity;
use dicomply::impact::{Change, Consequences, Unfound, find, impact};
use dicomply::lint::Circumstances;
use dicomply::model::{Date, Endpoint};
use dicomply::report::ImpactReport;

use super::console::Console;
use super::failure::Failure;
use super::lint::day;
use super::output::Output;
use super::{clock, files};

/// Tells what a change of an Application Entity of a site asks of every system that it has a link with
///
/// The answer is a list of things to do for each peer system (functional CI, else equipment, else host, else entity), with
/// the rules that firewalls open and close. Who opens a connection follows from what the two ends can do by the statements
/// that they implement, what is delivered and reported on connections of its own included; of links of which nobody can
/// tell, that is said. Links that are obsolete are left aside. Without `--change` it is told what hangs on the entity, as if
/// it were taken away.
///
/// The exit code is 1 where a rule that counts as an error stands against the change, such as an AE title that is taken,
/// and where a document has errors, as nobody knows then what hangs on what; `--fail-on` moves the line.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The site, and others that may have links with it, or folders that hold them; sites that these declare are asked too
    #[arg(required = true, value_name = "SITE")]
    paths: Vec<PathBuf>,

    /// The Application Entity: its name, `SITE#NAME` where several sites have one, or its AE title
    #[arg(long, value_name = "NAME")]
    ae: String,

    /// What is to change: `port=11113`, `host=…`, `title=…`, `protocol=…`, `endpoint_url=…`, `status=…` or `remove`; may be
    /// repeated
    #[arg(long, value_name = "CHANGE", value_parser = Change::parse)]
    change: Vec<Change>,

    /// The day on which reservations and reviews are measured [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Date>,

    /// When the exit code is 1
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = FailOn::Refused)]
    fail_on: FailOn,

    /// How it is written, and the file it is written to, standard output where none is named; may be repeated
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text", value_parser = Output::<ListFormat>::parse)]
    format: Vec<Output<ListFormat>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A rule that counts as an error stands against the change
    Refused,
    /// A peer system has something to do, or a firewall
    Tasks,
    /// Never
    Never,
}

/// The forms of a list of things to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// For people at a terminal
    Text,
    /// For tickets and wikis: task lists
    Markdown,
    /// For programs: one JSON object
    Json,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    Output::check(&arguments.format)?;
    if arguments.change.contains(&Change::Remove) && arguments.change.len() > 1 {
        return Err(Failure::Told {
            message: "what is removed cannot be changed as well".to_owned(),
            help: Some("name `--change remove` alone".to_owned()),
        });
    }
    let mut gathered = files::gather(&arguments.paths, None);
    if let Some(failure) = gathered.failures.pop() {
        return Err(failure);
    }
    let config = Config::default();
    let circumstances = Circumstances::of(Some(arguments.today.unwrap_or_else(clock::today)));
    let Examination { reading, findings } =
        examine(gathered.inputs, &gathered.disk, &config, circumstances.clone());
    let endpoint = entity(&reading.project, arguments)?;
    let consequences = impact(&reading.project, (&config, &circumstances), endpoint, &arguments.change);
    for output in &arguments.format {
        write(output, &consequences, console)?;
    }
    console.finish()?;
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error && finding.counts());
    let errors = errors.count();
    if errors > 0 {
        console.complain(&Failure::Told {
            message: format!(
                "{} in the documents; the list rests on what could be read",
                files::counted(errors, "error")
            ),
            help: Some("`dicomply lint` tells where".to_owned()),
        });
    }
    let fails = match arguments.fail_on {
        FailOn::Refused => errors > 0 || consequences.is_refused(),
        FailOn::Tasks => errors > 0 || consequences.is_refused() || consequences.count() > 0,
        FailOn::Never => false,
    };
    Ok(ExitCode::from(u8::from(fails)))
}

fn write(
    output: &Output<ListFormat>,
    consequences: &Consequences,
    console: &mut Console,
) -> Result<(), Failure> {
    let report = ImpactReport::new(consequences);
    let page = if output.path.is_none() { console.page() } else { Console::PLAIN };
    let mut bytes = Vec::new();
    let written: io::Result<()> = match output.format {
        ListFormat::Text => report.write_text(page, &mut bytes),
        ListFormat::Markdown => report.write_markdown(&mut bytes),
        ListFormat::Json => report.write_json(&mut bytes),
    };
    written.map_err(Failure::Output)?;
    output.write_bytes(&bytes, console)
}

/// The entity that is meant.
fn entity<'p>(project: &'p dicomply::model::Project, arguments: &Arguments) -> Result<Endpoint<'p>, Failure> {
    let name = &arguments.ae;
    find(project, name).map_err(|unfound| match unfound {
        Unfound::NoSite => Failure::Told {
            message: "there is no site that can be understood".to_owned(),
            help: Some("name the file of a site; `dicomply lint` tells what is wrong with it".to_owned()),
        },
        Unfound::Nobody(near) => Failure::Told {
            message: format!("no site has an Application Entity `{name}`, nor the AE title"),
            help: near.map(|near| format!("did you mean `{near}`?")),
        },
        Unfound::Several(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            Failure::Told {
                message: format!("several Application Entities are called `{name}`"),
                help: Some(format!("name one of {}", names.join(", "))),
            }
        }
    })
}
