//! `dicomply compare A B`.

mod tender;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::compare::{Compared, Comparison, Selection, compare};
use dicomply::model::{Content, Statement};
use dicomply::pairing::{Side, Verdict};
use dicomply::report::{Page, ReadStatement, SideBySide};
use dicomply::standard::nearest;

use self::tender::Tender;
use super::console::Console;
use super::diff::side::Side as Version;
use super::failure::Failure;
use super::output::{Output, PageFormat, Written};

/// Tells whether two products work together, service by service, or whether a product meets requirements
///
/// A statement is a file, or `REV:path`, a file at a revision of git. What is initiated by one side is held against what the
/// other one accepts; verdicts are `works`, `works with limits`, `cannot tell`, `one way`, `does not work` and `not claimed`. Where
/// one of the two documents has requirements, each of them is `met`, `met with limits`, `cannot tell` or `not met`.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The statement of the first product, called A
    #[arg(value_name = "A")]
    one: PathBuf,

    /// The statement of the second product, called B
    #[arg(value_name = "B")]
    other: PathBuf,

    /// Judge services only with this side as their user or their provider, as in `A=SCU`
    #[arg(long = "as", value_name = "SIDE=ROLE", value_parser = user)]
    user: Option<Side>,

    /// Compare only these Application Entities, as in `A#STORAGE,B#ARCHIVE`; all of a side of which none is named
    #[arg(long, value_name = "SIDE#NAME", value_delimiter = ',', value_parser = Entity::parse)]
    ae: Vec<Entity>,

    /// From which verdict on the exit code is 1, asked of every service that somebody asks for, or of what a product must do
    #[arg(long, value_enum, value_name = "VERDICT", default_value_t = FailOn::DoesNotWork)]
    fail_on: FailOn,

    /// How the comparison is written, and the file it is written to, standard output where none is named; may be repeated
    #[arg(long, value_name = "FORMAT[=FILE]", default_value = "text", value_parser = Output::<PageFormat>::parse)]
    format: Vec<Output<PageFormat>>,

    /// Say as text as well what each verdict rests on and what would mend it
    #[arg(long)]
    verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// A service works within limits
    Limits,
    /// It cannot be told whether it works
    CannotTell,
    /// It works in one of two directions
    OneWay,
    /// It does not work, or a requirement is not met
    DoesNotWork,
    /// None: verdicts never change the exit code
    Never,
}

impl FailOn {
    /// The best verdict that fails.
    pub(crate) const fn threshold(self) -> Option<Verdict> {
        match self {
            Self::Limits => Some(Verdict::WorksWithLimits),
            Self::CannotTell => Some(Verdict::CannotTell),
            Self::OneWay => Some(Verdict::OneWay),
            Self::DoesNotWork => Some(Verdict::DoesNotWork),
            Self::Never => None,
        }
    }
}

/// An Application Entity of a side.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entity {
    side: Side,
    name: String,
}

impl Entity {
    fn parse(text: &str) -> Result<Self, String> {
        let parts = text.split_once('#').and_then(|(side, name)| Some((lettered(side)?, name.trim())));
        match parts {
            Some((side, name)) if !name.is_empty() => Ok(Self { side, name: name.to_owned() }),
            _ => Err("an Application Entity is named `A#NAME` or `B#NAME`".to_owned()),
        }
    }
}

/// Reads `A=SCU`.
fn user(text: &str) -> Result<Side, String> {
    let parts = text.split_once('=').and_then(|(side, role)| Some((lettered(side)?, role.trim())));
    match parts {
        Some((side, role)) if role.eq_ignore_ascii_case("scu") => Ok(side),
        Some((side, role)) if role.eq_ignore_ascii_case("scp") => Ok(side.opposite()),
        _ => Err("a side in its role is `A=SCU`, `A=SCP`, `B=SCU` or `B=SCP`".to_owned()),
    }
}

fn lettered(letter: &str) -> Option<Side> {
    [Side::One, Side::Other].into_iter().find(|side| side.letter().eq_ignore_ascii_case(letter.trim()))
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    Output::check(&arguments.format)?;
    if arguments.one.as_os_str() == "-" && arguments.other.as_os_str() == "-" {
        let message = "both statements cannot come from standard input".to_owned();
        return Err(Failure::Told { message, help: Some("name one of them".to_owned()) });
    }
    let (one, other) = (Version::read(&arguments.one)?, Version::read(&arguments.other)?);
    one.report(console);
    other.report(console);
    understood(&one)?;
    understood(&other)?;
    if let Some(tender) = Tender::of(&one, &other)? {
        return tender.run(arguments, console);
    }
    let statements = [statement(&one)?, statement(&other)?];
    let selection = selection(arguments, [(&one, statements[0]), (&other, statements[1])])?;
    let documents = [one.document()?.id, other.document()?.id];
    let compared =
        [0, 1].map(|side: usize| Compared { document: documents[side], statement: statements[side] });
    let comparison = compare(compared, &selection);
    let written = Together::of(&comparison, [&one, &other], arguments.verbose)?;
    arguments.format.iter().try_for_each(|output| output.write(&written, console))?;
    console.finish()?;
    let is_sound = tell_doubts([&one, &other], console);
    let fails = fails(arguments.fail_on, comparison.verdict, is_sound);
    Ok(ExitCode::from(u8::from(fails)))
}

/// Whether the run fails. Of a statement that has errors nobody knows what it says, so that no verdict on it is good
/// enough.
fn fails(fail_on: FailOn, verdict: Verdict, is_sound: bool) -> bool {
    let is_reached = |threshold| verdict != Verdict::NotClaimed && verdict >= threshold;
    fail_on.threshold().is_some_and(|threshold| !is_sound || is_reached(threshold))
}

/// Refuses a document of which nothing is known.
fn understood(version: &Version) -> Result<(), Failure> {
    version.document().map(|_| ()).map_err(|failure| Failure::Told {
        message: failure.to_string(),
        help: Some("mend what is wrong first; `dicomply lint` tells as well".to_owned()),
    })
}

/// The statement of a document that has to be one.
pub(crate) fn statement(version: &Version) -> Result<&Statement, Failure> {
    let document = version.document()?;
    let help = match &document.content {
        Content::Statement(statement) => return Ok(statement),
        Content::Site(_) => {
            "`dicomply matrix` and `dicomply lint` look at a site; compare two statements of it"
        }
        Content::Requirements(_) => "requirements are held against one statement",
        _ => "two statements are compared",
    };
    let message = format!("`{}` is {}, and no statement", document.path, version.kind());
    Err(Failure::Told { message, help: Some(help.to_owned()) })
}

/// What of the two statements is compared.
fn selection(arguments: &Arguments, sides: [(&Version, &Statement); 2]) -> Result<Selection, Failure> {
    let mut selection = Selection { user: arguments.user, ..Selection::default() };
    for Entity { side, name } in &arguments.ae {
        let (version, statement) = sides[*side as usize];
        if !statement.application_entities.iter().any(|(known, _)| known == name) {
            return Err(unknown(version.document().map_or("", |document| &document.path), statement, name));
        }
        selection.entities[*side as usize].push(name.clone());
    }
    Ok(selection)
}

fn unknown(path: &str, statement: &Statement, name: &str) -> Failure {
    let names: Vec<&str> = statement.application_entities.iter().map(|(name, _)| name.as_str()).collect();
    let titled = statement.application_entities.iter().find(|(_, one)| one.ae_title.as_deref() == Some(name));
    let help = match (titled, nearest::nearest(name, names.iter().copied())) {
        (Some((known, _)), _) => format!("that is the AE title of `{known}`"),
        (None, Some(near)) => format!("did you mean `{near}`?"),
        (None, None) if names.is_empty() => "it has none at all".to_owned(),
        (None, None) => {
            format!("it has {}", names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "))
        }
    };
    Failure::Told { message: format!("`{path}` has no Application Entity `{name}`"), help: Some(help) }
}

/// A document as reports show it.
fn read_statement(version: &Version) -> Result<ReadStatement<'_>, Failure> {
    let shown = version.version()?;
    Ok(ReadStatement { document: shown.document, sources: shown.sources, errors: version.errors() })
}

/// A comparison in every form.
struct Together<'c> {
    view: SideBySide<'c>,
    is_verbose: bool,
}

impl<'c> Together<'c> {
    fn of(comparison: &'c Comparison, versions: [&'c Version; 2], is_verbose: bool) -> Result<Self, Failure> {
        let [one, other] = versions.map(read_statement);
        Ok(Self { view: SideBySide::new(comparison, [one?, other?]), is_verbose })
    }
}

impl Written for Together<'_> {
    fn write(&self, format: PageFormat, page: Page, out: &mut impl Write) -> io::Result<()> {
        match format {
            PageFormat::Text => self.view.write_text(page, self.is_verbose, out),
            PageFormat::Markdown => self.view.write_markdown(out),
            PageFormat::Json => self.view.write_json(out),
            PageFormat::Html => self.view.write_html(out),
        }
    }
}

/// Says which statement could not be read whole; whether both could.
fn tell_doubts(versions: [&Version; 2], console: &Console) -> bool {
    let doubtful = versions.into_iter().filter(|version| version.errors() > 0);
    let count = doubtful
        .map(|version| {
            let help = "the comparison rests on what could be read".to_owned();
            console.complain(&Failure::Told { message: version.told_errors(), help: Some(help) });
        })
        .count();
    count == 0
}
