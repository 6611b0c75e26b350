//! The look that a project has chosen, put into the tree.

use crate::config::{Branding, FontFile};
use crate::document::{Block, Document, Image, Picture};
use crate::render::typeset;

/// The name by which templates place the logo: `<!-- figure: id="logo" -->`.
pub(super) const LOGO: &str = "logo";

/// The logo as a picture.
pub(super) fn logo(branding: &Branding, vendor: &str) -> Option<Picture> {
    let image = Image::read(branding.logo.as_ref()?.bytes.to_vec()).ok()?;
    let said = [branding.logo_description.as_str(), vendor, "Logo"];
    let description = said.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned();
    Some(Picture { image, description, words: Vec::new() })
}

/// Gives a document the look of its project. What its template has chosen stays.
pub(super) fn brand(document: &mut Document, branding: &Branding, logo: Option<Picture>) {
    let meta = &mut document.meta;
    if meta.accent.is_none() {
        meta.accent = branding.accent.map(|color| color.to_string());
    }
    if meta.confidentiality.is_empty() {
        meta.confidentiality.clone_from(&branding.confidentiality);
    }
    meta.text_font = family(&branding.text_font);
    meta.code_font = family(&branding.code_font);
    meta.paper = branding.paper;
    let cover = document.blocks.iter_mut().find_map(|block| match block {
        Block::Cover(cover) => Some(cover),
        _ => None,
    });
    if let Some(cover) = cover.filter(|cover| cover.logo.is_none()) {
        cover.logo = logo;
    }
}

/// The family of some fonts: that of the first.
fn family(fonts: &[FontFile]) -> String {
    fonts.first().map(|font| font.family.clone()).unwrap_or_default()
}

/// What the pages of a project's documents are typeset with.
pub fn typesetting(branding: &Branding) -> typeset::Options {
    let fonts = |fonts: &[FontFile]| fonts.iter().map(|font| font.file.clone()).collect();
    typeset::Options {
        paper: branding.paper,
        text_fonts: fonts(&branding.text_font),
        code_fonts: fonts(&branding.code_font),
        fallback_fonts: fonts(&branding.fallback_fonts),
    }
}
