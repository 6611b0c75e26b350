//! How documents look: what the command line says, over what the configuration of the project says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ValueEnum;
use dicomply::config::{BrandFile, Branding, FontFile, Paper};
use dicomply::source::{font, word_document};

use super::super::failure::Failure;
use super::super::files;

/// What the command line says about the look of documents.
#[derive(Debug, clap::Args)]
pub(super) struct LookArguments {
    /// A font, OpenType or TrueType, that PDF files take the characters from that the other fonts lack; repeated, they
    /// are asked in this order, before those of the project
    #[arg(long = "font", value_name = "FILE")]
    fonts: Vec<PathBuf>,

    /// A Word document that lends its styles to those that are written
    #[arg(long, value_name = "FILE")]
    reference: Option<PathBuf>,

    /// What documents are printed on; `a4` unless the project says otherwise
    #[arg(long, value_enum, value_name = "PAPER", hide_possible_values = true)]
    paper: Option<PaperArgument>,
}

/// `a4` or `letter`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PaperArgument {
    /// 210 by 297 millimetres
    A4,
    /// 8.5 by 11 inches
    Letter,
}

impl LookArguments {
    /// The files that are named.
    pub(super) fn files(&self) -> impl Iterator<Item = &PathBuf> {
        self.fonts.iter().chain(&self.reference)
    }
}

/// What goes before the configuration of projects, with its files read.
#[derive(Debug, Default)]
pub(super) struct Look {
    fonts: Vec<FontFile>,
    reference: Option<BrandFile>,
    paper: Option<Paper>,
}

impl Look {
    /// Reads the files that the command line names.
    pub(super) fn of(arguments: &LookArguments) -> Result<Self, Failure> {
        let fonts = arguments.fonts.iter().map(|path| suitable(path, font));
        let reference = arguments.reference.iter().map(|path| suitable(path, word_document)).next();
        let paper = arguments.paper.map(|paper| match paper {
            PaperArgument::A4 => Paper::A4,
            PaperArgument::Letter => Paper::Letter,
        });
        Ok(Self { fonts: fonts.collect::<Result<_, _>>()?, reference: reference.transpose()?, paper })
    }

    /// The look of a document whose project has this branding.
    pub(super) fn over(&self, mut branding: Branding) -> Branding {
        branding.fallback_fonts.splice(0..0, self.fonts.iter().cloned());
        branding.reference = self.reference.clone().or(branding.reference);
        branding.paper = self.paper.unwrap_or(branding.paper);
        branding
    }
}

/// A file, if it is what is needed.
fn suitable<T>(
    path: &Path,
    taken: impl Fn(BrandFile) -> Result<T, (&'static str, &'static str)>,
) -> Result<T, Failure> {
    let shown = files::shown(path);
    let bytes = match files::read_whole(path) {
        Ok(bytes) => bytes,
        Err(error) => return Err(files::unread(path, error)),
    };
    taken(BrandFile { path: shown.clone(), bytes: Arc::new(bytes) }).map_err(|(fault, remedy)| {
        Failure::Told {
            message: format!("`{shown}` {fault}"),
            help: (!remedy.is_empty()).then(|| remedy.to_owned()),
        }
    })
}
