//! `ProjectConfiguration`: what holds for all documents of a project.

use super::record::{OneOrMany, record};
use super::values::textual;
use super::words::PaperName;
use crate::config;

record! {
    /// What holds for all documents of a project: the file `dicomply.yaml` at its root.
    pub struct ProjectConfiguration {
        /// The version of this language.
        pub dicomply: Option<i64>,
        /// The kind of the document, `configuration`.
        pub kind: Option<String>,
        /// How the documents look. Files are named by paths relative to this one, and lie inside the project.
        pub branding: Brand,
    }
}

record! {
    /// How the documents of a project look.
    pub struct Brand {
        /// The logo on the cover: an SVG, PNG or JPEG file.
        pub logo: Option<String>,
        /// What the logo shows, for who cannot see it; the vendor's name where it is left out.
        pub logo_description: Option<String>,
        /// The colour of the few lines and marks that are not grey, such as `"#005a9c"`; the quotes are needed, as `#`
        /// begins a comment. It must be readable on white.
        pub accent: Option<Color>,
        /// The fonts of running text, OpenType or TrueType files: regular, bold, italic and bold italic, in any order.
        /// In HTML and Word documents the family is named, in PDF it is embedded.
        pub text_font: OneOrMany<String>,
        /// The fonts of UIDs, tags and codes, all letters equally wide.
        pub code_font: OneOrMany<String>,
        /// Fonts that are asked for the characters that the others lack, in this order.
        pub fallback_fonts: OneOrMany<String>,
        /// Who may read the documents, in a line: it stands on the cover and on every page.
        pub confidentiality: Option<String>,
        /// What documents are printed on, `a4` where it is left out.
        pub paper: Option<PaperName>,
        /// A Word document (`.docx`) that lends its styles to those that are written.
        pub reference: Option<String>,
    }
}

/// A colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub config::Color);

impl std::fmt::Display for Color {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

textual!(
    Color,
    "a colour of the form `\"#rrggbb\"`",
    |text: &str| config::Color::parse(text).map(Color),
    "^#[0-9A-Fa-f]{6}$"
);
