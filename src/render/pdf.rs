//! PDF 1.7 that keeps to PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): the pages of the typesetter, painted.

mod error;
mod metadata;
mod outline;
mod paint;
mod picture;
mod places;
mod shape;
mod tags;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::{Document as File, SerializeSettings};

use crate::document::Document;
use crate::render::typeset::font::MissingCharacter;
use crate::render::typeset::{self, Layout};

pub use error::Error;

use paint::Painter;
use places::Places;

/// The document as a PDF file, and the characters that no font has. The same tree and the same options give the same
/// bytes.
pub fn write(
    document: &Document,
    options: &typeset::Options,
) -> Result<(Vec<u8>, Vec<MissingCharacter>), Error> {
    let Layout { pages, structure, fonts, missing } = typeset::typeset(document, options)?;
    let places = Places::of(&pages, &structure);
    let mut file = File::new_with(settings()?);
    let mut painter = Painter::new(&structure, &fonts, &places);
    for (number, page) in pages.into_iter().enumerate() {
        // Page by page: what is painted is dropped.
        painter.page(&mut file, number, page)?;
    }
    file.set_outline(outline::of(document, &places));
    file.set_tag_tree(tags::tree(document, &structure, painter.finish()));
    file.set_metadata(metadata::of(document));
    Ok((file.finish()?, missing))
}

/// Both validators watch over whatever is written.
fn settings() -> Result<SerializeSettings, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}
