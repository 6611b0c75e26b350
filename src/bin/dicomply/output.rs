//! Where something goes that is written in several forms: `--format FORMAT[=FILE]`.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use dicomply::report::Page;

use super::console::Console;
use super::failure::Failure;
use super::{files, staging};

/// A form, and the file that it is written to; standard output where none is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Output<F> {
    pub(crate) format: F,
    pub(crate) path: Option<PathBuf>,
}

/// The forms of what is laid out on a page: what changed, what works together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// For people at a terminal
    Text,
    /// For release notes, comments and summaries
    Markdown,
    /// For programs: one JSON object
    Json,
    /// For reading and handing on: one page that filters, without network
    Html,
}

impl<F: ValueEnum> Output<F> {
    /// Reads `FORMAT` or `FORMAT=FILE`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (format, path) = match text.split_once('=') {
            Some((format, path)) => (format, Some(PathBuf::from(path)).filter(|_| path != "-")),
            None => (text, None),
        };
        if path.as_ref().is_some_and(|path| path.as_os_str().is_empty()) {
            return Err(format!("name a file behind `{format}=`"));
        }
        let format = F::from_str(format, true).map_err(|_| {
            let names = F::value_variants().iter().filter_map(|format| format.to_possible_value());
            let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
            format!("the formats are {}", names.join(", "))
        })?;
        Ok(Self { format, path })
    }

    /// Refuses two outputs to one place: the second would be written into, or over, the first.
    pub(crate) fn check(outputs: &[Self]) -> Result<(), Failure> {
        for (position, output) in outputs.iter().enumerate() {
            if outputs[..position].iter().any(|earlier| earlier.path == output.path) {
                let place = output
                    .path
                    .as_ref()
                    .map_or_else(|| "standard output".to_owned(), |path| files::shown(path));
                let message = format!("two formats cannot both be written to {place}");
                return Err(Failure::Told {
                    message,
                    help: Some("name a file: `--format json=FILE`".to_owned()),
                });
            }
        }
        Ok(())
    }

    /// Writes bytes into the file, whose folder is made if need be, or to standard output.
    pub(crate) fn write_bytes(&self, bytes: &[u8], console: &mut Console) -> Result<(), Failure> {
        let Some(path) = &self.path else { return console.print_bytes(bytes) };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| files::unwritten(folder, &error))?;
        }
        staging::write(path, bytes).map_err(|error| files::unwritten(path, &error))
    }
}

/// What can be written in the forms of a page.
pub(crate) trait Written {
    /// Writes it in one of them.
    fn write(&self, format: PageFormat, page: Page, out: &mut impl Write) -> io::Result<()>;
}

impl Output<PageFormat> {
    /// Writes something in its form; in colours and as wide as the terminal is, where it goes to one.
    pub(crate) fn write(&self, what: &impl Written, console: &mut Console) -> Result<(), Failure> {
        let page = if self.path.is_none() { console.page() } else { Console::PLAIN };
        let mut bytes = Vec::new();
        what.write(self.format, page, &mut bytes).map_err(Failure::Output)?;
        self.write_bytes(&bytes, console)
    }
}
