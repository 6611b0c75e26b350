//! Requirements and a statement: whether the product meets them.

use std::io::{self, Write};
use std::process::ExitCode;

use dicomply::compare::{Assessment, Compared, Fulfilment, assess};
use dicomply::model::{Content, Requirements, Statement};
use dicomply::report::{AgainstRequirements, Page};

use super::{Arguments, FailOn, Version, read_statement, tell_doubts};
use crate::console::Console;
use crate::failure::Failure;
use crate::output::{PageFormat, Written};

/// Requirements, and the statement that is held against them.
pub(super) struct Tender<'v> {
    versions: [&'v Version; 2],
    requirements: &'v Requirements,
    statement: &'v Statement,
}

impl<'v> Tender<'v> {
    /// Whether one of two documents has requirements and the other one is a statement, in either order.
    pub(super) fn of(one: &'v Version, other: &'v Version) -> Result<Option<Self>, Failure> {
        let pair = |first: &'v Version, second: &'v Version| {
            let contents = (&first.document()?.content, &second.document()?.content);
            Ok(match contents {
                (Content::Requirements(requirements), Content::Statement(statement)) => {
                    Some(Self { versions: [first, second], requirements, statement })
                }
                _ => None,
            })
        };
        Ok(match pair(one, other)? {
            Some(tender) => Some(tender),
            None => pair(other, one)?,
        })
    }

    /// Assesses the product.
    pub(super) fn run(&self, arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
        if arguments.user.is_some() || !arguments.ae.is_empty() {
            let message =
                "`--as` and `--ae` choose between two products, and one of the documents has requirements";
            return Err(Failure::Told {
                message: message.to_owned(),
                help: Some("leave them out".to_owned()),
            });
        }
        let [wanted, offered] = self.versions;
        let compared = Compared { document: offered.document()?.id, statement: self.statement };
        let assessment = assess((wanted.document()?.id, self.requirements), compared);
        let written = Assessed::of(&assessment, self.versions, arguments.verbose)?;
        arguments.format.iter().try_for_each(|output| output.write(&written, console))?;
        console.finish()?;
        let is_sound = tell_doubts(self.versions, console);
        Ok(ExitCode::from(u8::from(fails(arguments.fail_on, assessment.of_must(), is_sound))))
    }
}

/// Whether the run fails, by the worst of what must be.
fn fails(fail_on: FailOn, must: Option<Fulfilment>, is_sound: bool) -> bool {
    let threshold = match fail_on {
        FailOn::Limits => Fulfilment::MetWithLimits,
        FailOn::CannotTell => Fulfilment::CannotTell,
        FailOn::OneWay | FailOn::DoesNotWork => Fulfilment::NotMet,
        FailOn::Never => return false,
    };
    !is_sound || must.is_some_and(|must| must >= threshold)
}

/// An assessment in every form.
struct Assessed<'c> {
    view: AgainstRequirements<'c>,
    is_verbose: bool,
}

impl<'c> Assessed<'c> {
    fn of(assessment: &'c Assessment, versions: [&'c Version; 2], is_verbose: bool) -> Result<Self, Failure> {
        let [one, other] = versions.map(read_statement);
        Ok(Self { view: AgainstRequirements::new(assessment, [one?, other?]), is_verbose })
    }
}

impl Written for Assessed<'_> {
    fn write(&self, format: PageFormat, page: Page, out: &mut impl Write) -> io::Result<()> {
        match format {
            PageFormat::Text => self.view.write_text(page, self.is_verbose, out),
            PageFormat::Markdown => self.view.write_markdown(out),
            PageFormat::Json => self.view.write_json(out),
            PageFormat::Html => self.view.write_html(out),
        }
    }
}
