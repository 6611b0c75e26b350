//! `ProjectConfiguration`: what holds for all documents of a project.

use globset::{Glob, GlobBuilder};

use super::record::{List, Named, OneOrMany, Words, record, words};
use super::values::textual;
use super::words::{DocumentKind, PaperName};
use crate::config;

record! {
    /// What holds for all documents of a project: the file `dicomply.yaml` at its root.
    pub struct ProjectConfiguration {
        /// The version of this language.
        pub dicomply: Option<i64>,
        /// The kind of the document, `configuration`.
        pub kind: Option<String>,
        /// Which rules the documents are examined by; `recommended` where it is left out.
        pub rule_set: Option<RuleSetName>,
        /// How much single rules matter, by their names; `off` switches a rule off.
        pub rules: Named<Option<RuleLevel>>,
        /// Rules of the project's own, by names such as `acme-tls-only`. They are asked whatever the rule set, and can
        /// be named wherever the others can.
        pub custom_rules: Named<CustomRule>,
        /// From which severity on findings make `dicomply lint` fail; `error` where it is left out.
        pub fail_on: Option<FailOn>,
        /// What holds for some of the documents only; of several that say something the last one counts.
        pub overrides: List<Override>,
        /// A folder of templates that go before the built-in ones, such as `annex_a/cover.md` in it. It lies inside the
        /// project.
        pub templates: Option<String>,
        /// The formats that `dicomply render` writes where none is asked for.
        pub formats: Words<OutputFormat>,
        /// How the documents look. Files are named by paths relative to this one, and lie inside the project.
        pub branding: Brand,
        /// What `dicomply diff` asks of a new version of a document.
        pub diff: DiffSettings,
    }
}

record! {
    /// What `dicomply diff` asks of a new version of a document.
    pub struct DiffSettings {
        /// How the version of a statement has to move with what changes in it; `any` where it is left out.
        pub version: Option<VersionStrictness>,
        /// From which changes on a run fails; `breaking` where it is left out.
        pub fail_on: Option<FailOnChange>,
    }
}

record! {
    /// A rule that a project declares itself: what has to be true of certain values of its documents. Conditions are
    /// expressions in CEL, the Common Expression Language, in which `it` is the value, `name` its key or its position in
    /// a list, and `document` the whole document.
    pub struct CustomRule {
        /// What the rule looks at, as addresses in which `*` stands for every key and `[*]` for every element of a list,
        /// such as `application_entities.*.activities.*.accepts[*]`; the whole document where it is left out.
        pub r#for: OneOrMany<String>,
        /// The kind of documents, `statement` or `site`; both where it is left out.
        pub kind: Option<DocumentKind>,
        /// Which of the values the rule is about, as an expression; all of them where it is left out.
        pub when: Option<String>,
        /// What has to be true, as an expression such as `has(it.tls_port)`. What it is not true of is reported.
        pub require: Option<String>,
        /// What is reported: what is wrong, in a short sentence. An expression in braces, such as `{name}` or
        /// `{it.ae_title}`, is replaced by its value.
        pub message: Option<String>,
        /// How to mend it, written in the same way.
        pub help: Option<String>,
        /// How much it matters; `warning` where it is left out.
        pub severity: Option<RuleLevel>,
        /// What of the value is pointed at, as an address from there such as `associations.max_pdu_received`; its key
        /// where it is left out.
        pub at: Option<String>,
    }
}

record! {
    /// What holds for some of the documents of a project.
    pub struct Override {
        /// Paths of documents or folders, relative to the configuration. `*` stands for any part of a name, `**` for
        /// any folders, `?` for one character, `{a,b}` for one of several.
        pub paths: OneOrMany<PathPattern>,
        /// Which rules these documents are examined by.
        pub rule_set: Option<RuleSetName>,
        /// How much single rules matter for these documents.
        pub rules: Named<Option<RuleLevel>>,
    }
}

words! {
    /// A named choice of rules; each holds those before it.
    pub enum RuleSetName {
        /// What cannot be true or cannot be read.
        Minimal = "minimal",
        /// What a peer or a reader is misled by.
        Recommended = "recommended",
        /// Completeness too.
        Strict = "strict",
    }
}

words! {
    /// How much a rule matters to a project.
    pub enum RuleLevel {
        /// Its findings are errors.
        Error = "error",
        /// Its findings are warnings.
        Warning = "warning",
        /// Its findings are advice.
        Info = "info",
        /// It is not asked.
        Off = "off",
    }
}

words! {
    /// From which severity on findings make a run fail.
    pub enum FailOn {
        /// From errors on.
        Error = "error",
        /// From warnings on.
        Warning = "warning",
        /// Any finding does.
        Info = "info",
        /// None does.
        Never = "never",
    }
}

words! {
    /// How the version of a statement has to move with what changes in it.
    pub enum VersionStrictness {
        /// Nothing is asked of it.
        None = "none",
        /// What breaks a peer needs another version, of the product or of the document.
        Any = "any",
        /// What breaks a peer needs a new major version, what is compatible a new minor one (Semantic Versioning).
        Semver = "semver",
    }
}

words! {
    /// From which changes on a run fails.
    pub enum FailOnChange {
        /// From those on that a peer can break of.
        Breaking = "breaking",
        /// And those that let a peer do more.
        Compatible = "compatible",
        /// Any change does.
        Editorial = "editorial",
        /// Only a version does that has not moved with what changed.
        Version = "version",
        /// None does.
        Never = "never",
    }
}

words! {
    /// A format that documents are rendered to.
    pub enum OutputFormat {
        /// Markdown.
        Markdown = "md",
        /// One HTML page.
        Html = "html",
        /// PDF.
        Pdf = "pdf",
        /// A Word document.
        Docx = "docx",
    }
}

/// A pattern of paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PathPattern(String);

impl PathPattern {
    /// Reads a pattern; `None` if it is none, as with a bracket that is not closed.
    pub fn parse(text: &str) -> Option<Self> {
        glob(text).map(|_| Self(text.to_owned()))
    }

    /// What decides whether a path relative to the configuration is meant. A pattern that names a folder means
    /// everything in it.
    pub fn matcher(&self) -> impl Fn(&str) -> bool + use<> {
        let glob = glob(&self.0).map(|glob| glob.compile_matcher());
        move |path| {
            glob.as_ref()
                .is_some_and(|glob| std::path::Path::new(path).ancestors().any(|part| glob.is_match(part)))
        }
    }
}

fn glob(text: &str) -> Option<Glob> {
    let plain = text.strip_prefix("./").unwrap_or(text).trim_end_matches('/');
    let is_there = !plain.is_empty();
    is_there.then(|| GlobBuilder::new(plain).literal_separator(true).build().ok()).flatten()
}

impl std::fmt::Display for PathPattern {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

textual!(PathPattern, "a pattern of paths such as `drafts/**`", PathPattern::parse);

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
