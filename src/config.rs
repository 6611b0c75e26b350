//! What the user asked for, as plain data.

mod branding;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::finding::Severity;

pub use branding::{BrandFile, Branding, Color, FontFile, READABLE};

/// A named choice of rules; each holds those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RuleSet {
    /// What cannot be true or cannot be read.
    Minimal,
    /// What a peer or a reader is misled by.
    #[default]
    Recommended,
    /// Completeness too.
    Strict,
    /// What keeps a document from being released; asked whenever a document is to be, whatever else is asked.
    Release,
}

impl RuleSet {
    /// The word users write.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Minimal => "minimal",
            Self::Recommended => "recommended",
            Self::Strict => "strict",
            Self::Release => "release",
        }
    }
}

/// From which severity on findings make a run fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Threshold {
    /// From this one on.
    At(Severity),
    /// From errors on.
    #[default]
    Errors,
    /// Never.
    Never,
}

impl Threshold {
    /// Whether a finding of this severity makes a run fail.
    pub fn is_reached_by(self, severity: Severity) -> bool {
        match self {
            Self::At(least) => severity >= least,
            Self::Errors => severity >= Severity::Error,
            Self::Never => false,
        }
    }

    /// The word users write.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::At(severity) => severity.as_str(),
            Self::Errors => Severity::Error.as_str(),
            Self::Never => "never",
        }
    }
}

/// What one run of the linter goes by. What it does not say is left to the configuration of each project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// The rules that are asked.
    pub rule_set: Option<RuleSet>,
    /// Whether the documents are to be released: then what is unfinished is an error.
    pub release: bool,
    /// If any are named here, only these rules are asked, whatever their set.
    pub only: BTreeSet<String>,
    /// Rules that are not asked, whatever else is said.
    pub skip: BTreeSet<String>,
    /// Severities of single rules; `None` switches the rule off.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// From which severity on the run fails.
    pub fail_on: Option<Threshold>,
}

/// The size of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// A4, 210 mm by 297 mm (ISO 216).
    #[default]
    A4,
    /// US Letter, 8.5 inches by 11 inches.
    Letter,
}

impl Paper {
    /// Width and height of a page, upright, in points of 1/72 inch.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }

    /// Width and height of a page, upright, in twentieths of a point.
    pub const fn size_in_twentieths(self) -> (i32, i32) {
        match self {
            Self::A4 => (11_906, 16_838),
            Self::Letter => (12_240, 15_840),
        }
    }
}
