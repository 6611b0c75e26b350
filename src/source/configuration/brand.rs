//! The files that make up the look of documents: logo, fonts, a Word document with styles.

use std::sync::Arc;

use harfrust::font::Font;
use harfrust::font::name::NameId;

use super::Refusal;
use crate::config::{BrandFile, Branding, Color, FontFile, Paper, READABLE};
use crate::document::Image;
use crate::finding::{DocumentId, Place};
use crate::model::{Brand, PaperName, join};
use crate::route::Route;
use crate::source::Loader;
use crate::source::assemble::outside;
use crate::source::reader::Remark;

/// How documents look, with the files that `brand` names, relative to the configuration at `path`.
pub(super) fn branding(
    brand: &Brand,
    id: DocumentId,
    path: &str,
    loader: &dyn Loader,
    named: &mut Vec<String>,
    remarks: &mut Vec<Remark>,
) -> Branding {
    let mut shelf = Shelf { id, path, loader, named, remarks };
    let accent = brand.accent.map(|color| color.0);
    shelf.check_accent(accent);
    Branding {
        logo: shelf.logo(brand.logo.as_deref()),
        logo_description: line(brand.logo_description.as_deref()),
        accent,
        text_font: shelf.fonts("text_font", &brand.text_font),
        code_font: shelf.fonts("code_font", &brand.code_font),
        fallback_fonts: shelf.fonts("fallback_fonts", &brand.fallback_fonts),
        confidentiality: line(brand.confidentiality.as_deref()),
        paper: match brand.paper {
            Some(PaperName::Letter) => Paper::Letter,
            Some(PaperName::A4) | None => Paper::A4,
        },
        reference: shelf.reference(brand.reference.as_deref()),
    }
}

/// A text as one line.
fn line(text: Option<&str>) -> String {
    text.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The files of a configuration.
struct Shelf<'s> {
    id: DocumentId,
    path: &'s str,
    loader: &'s dyn Loader,
    /// The paths of all files that were asked for.
    named: &'s mut Vec<String>,
    remarks: &'s mut Vec<Remark>,
}

impl Shelf<'_> {
    fn place(&self, key: &str) -> Place {
        Place::value(self.id, Route::root().key("branding").key(key))
    }

    /// A file that the configuration names.
    fn file(&mut self, place: &Place, path: &str) -> Option<BrandFile> {
        let whole = join(self.path, path);
        self.named.push(whole.clone());
        match self.loader.load(self.path, &whole) {
            Ok(bytes) => Some(BrandFile { path: whole, bytes: Arc::new(bytes) }),
            Err(refusal) => {
                let shown = if refusal == Refusal::Outside { path } else { &whole };
                self.remarks.push(refused(place.clone(), shown, &refusal));
                None
            }
        }
    }

    fn logo(&mut self, path: Option<&str>) -> Option<BrandFile> {
        let place = self.place("logo");
        let file = self.file(&place, path?)?;
        match Image::read(file.bytes.to_vec()) {
            Ok(_) => Some(file),
            Err(unfit) => {
                self.unsuitable(place, &file, &unfit.fault, unfit.remedy);
                None
            }
        }
    }

    fn reference(&mut self, path: Option<&str>) -> Option<BrandFile> {
        let place = self.place("reference");
        let file = self.file(&place, path?)?;
        match word_document(file.clone()) {
            Ok(file) => Some(file),
            Err((fault, remedy)) => {
                self.unsuitable(place, &file, fault, remedy);
                None
            }
        }
    }

    fn fonts(&mut self, key: &str, paths: &[String]) -> Vec<FontFile> {
        let mut fonts = Vec::with_capacity(paths.len());
        for (index, path) in paths.iter().enumerate().filter(|(_, path)| !path.is_empty()) {
            let route = Route::root().key("branding").key(key).index(index);
            let place = Place::value(self.id, route);
            let Some(file) = self.file(&place, path) else { continue };
            match font(file.clone()) {
                Ok(font) => fonts.push(font),
                Err((fault, remedy)) => self.unsuitable(place, &file, fault, remedy),
            }
        }
        fonts
    }

    fn unsuitable(&mut self, place: Place, file: &BrandFile, fault: &str, remedy: &str) {
        let remark = Remark::new("unsuitable-file", place, format!("`{}` {fault}", file.path));
        self.remarks.push(if remedy.is_empty() { remark } else { remark.help(remedy) });
    }

    fn check_accent(&mut self, accent: Option<Color>) {
        let Some(accent) = accent else { return };
        let contrast = accent.contrast(Color::WHITE);
        if contrast < READABLE {
            // Cut, not rounded: 4.49 is not enough.
            let contrast = (contrast * 10.0).floor() / 10.0;
            let message = format!(
                "`{accent}` on white has a contrast of {contrast:.1} to 1, where text needs {READABLE} to 1"
            );
            let help = format!("take a darker colour: `{}` would do", accent.darkened(Color::WHITE));
            self.remarks.push(Remark::new("faint-accent", self.place("accent"), message).help(help));
        }
    }
}

/// A font, with the name of its family; or what is wrong with the file and what to do about it. What is wrong is the
/// rest of a sentence that begins with its name.
pub fn font(file: BrandFile) -> Result<FontFile, (&'static str, &'static str)> {
    if file.bytes.starts_with(b"wOF") {
        return Err(("is a font for browsers only", "take the OpenType or TrueType file of the font"));
    }
    let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::<Vec<u8>>::clone(&file.bytes);
    let Some(read) = Font::new(bytes, 0) else {
        return Err(("is no font", "take an OpenType or TrueType file, `.otf` or `.ttf`"));
    };
    let names = [NameId::TYPOGRAPHIC_FAMILY_NAME, NameId::FAMILY_NAME];
    let family = names.into_iter().find_map(|name| read.names().get(name)?.english_or_first());
    let family: String = family.map(|name| name.name().chars().collect()).unwrap_or_default();
    if read.charmap().unicodes().next().is_none() {
        return Err(("is a font without characters", ""));
    }
    Ok(FontFile { family: line(Some(&family)), file })
}

/// A Word document; or what is wrong with the file and what to do about it, as [`font`] says it.
pub fn word_document(file: BrandFile) -> Result<BrandFile, (&'static str, &'static str)> {
    if file.bytes.starts_with(b"PK\x03\x04") {
        return Ok(file);
    }
    let is_old = file.bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    Err(if is_old {
        ("is a Word document of the old kind", "save it as `.docx`")
    } else {
        ("is no Word document", "a Word document has the end `.docx`")
    })
}

/// A file that is not handed out.
pub(super) fn refused(place: Place, path: &str, refusal: &Refusal) -> Remark {
    match refusal {
        Refusal::Outside => outside(place, path),
        Refusal::Absent => Remark::new("unavailable-file", place, format!("there is no file `{path}`"))
            .help("a path is relative to the file that names it"),
        Refusal::Unreadable(why) => {
            Remark::new("unavailable-file", place, format!("`{path}` cannot be read: {why}"))
        }
    }
}
