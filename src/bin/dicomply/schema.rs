//! `dicomply schema`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::model::DocumentKind;
use dicomply::report::{
    assessment_schema, changes_schema, comparison_schema, findings_schema, impact_schema, matrix_schema,
    upgrade_schema,
};
use dicomply::source::schema;

use super::console::Console;
use super::failure::Failure;
use super::{files, staging};

/// Prints the JSON Schema of the language, for editors and other tools, or of what is written for programs
///
/// With `# yaml-language-server: $schema=dicomply.schema.json` at the top of a document, editors complete its keys,
/// explain them and underline what is misspelt.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// What the schema describes
    #[arg(value_enum, value_name = "WHAT", default_value_t = Subject::Documents)]
    subject: Subject,

    /// Documents of one kind only
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Option<Kind>,

    /// The file that is written, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Subject {
    /// What is read: statements, sites, configurations
    Documents,
    /// What `dicomply lint --format json` writes
    Findings,
    /// What `dicomply diff --format json` writes
    Changes,
    /// What `dicomply compare --format json` writes of two statements
    Comparison,
    /// What `dicomply compare --format json` writes of requirements and a statement
    Assessment,
    /// What `dicomply matrix --format json` writes
    Matrix,
    /// What `dicomply matrix --against NEW --format json` writes
    Upgrade,
    /// What `dicomply impact --format json` writes
    Impact,
}

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// A conformance statement
    Statement,
    /// The deployed Application Entities of an organization and the links between them
    Site,
    /// What a product must support
    Requirements,
    /// What holds for all documents of a project: `dicomply.yaml`
    Configuration,
}

impl From<Kind> for DocumentKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Statement => Self::Statement,
            Kind::Site => Self::Site,
            Kind::Requirements => Self::Requirements,
            Kind::Configuration => Self::Configuration,
        }
    }
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let text = match (arguments.subject, arguments.kind) {
        (Subject::Documents, kind) => schema(kind.map(DocumentKind::from)),
        (Subject::Findings, None) => findings_schema(),
        (Subject::Changes, None) => changes_schema(),
        (Subject::Comparison, None) => comparison_schema(),
        (Subject::Assessment, None) => assessment_schema(),
        (Subject::Matrix, None) => matrix_schema(),
        (Subject::Upgrade, None) => upgrade_schema(),
        (Subject::Impact, None) => impact_schema(),
        (_, Some(_)) => {
            return Err(Failure::Told {
                message: "only documents have kinds".to_owned(),
                help: Some("leave out `--kind`".to_owned()),
            });
        }
    };
    match &arguments.output {
        Some(path) => {
            staging::write(path, text.as_bytes()).map_err(|error| files::unwritten(path, &error))?;
            console.print(&format!("wrote {}\n", files::shown(path)))?;
        }
        None => console.print(&text)?,
    }
    Ok(ExitCode::SUCCESS)
}
