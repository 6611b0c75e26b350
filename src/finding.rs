//! `Finding`: what there is to say about a user's document, as plain data.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::Serialize;

use crate::route::Route;

/// How much a finding matters, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Advice.
    Info,
    /// Strong practice is not followed, or two claims cannot both be meant.
    Warning,
    /// The standard or the governance model says `shall`, or the document cannot be read as what it claims.
    Error,
}

impl Severity {
    /// The word users write and read: `error`, `warning` or `info`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A document of the project, in the order in which the documents were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub usize);

/// A file that was read, in the order of reading. A document may be made of several files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub usize);

/// What of a mapping entry or a text a finding points at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    /// The value itself.
    Value,
    /// The key under which the value stands.
    Key,
    /// A part of a text: positions in bytes of the text as it was read, without quotes and indentation.
    Within(BytesOfText),
}

/// A range of bytes inside a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BytesOfText {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// Where a finding points.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A value, by its address in a document.
    Symbolic {
        /// The document.
        document: DocumentId,
        /// The address of the value.
        route: Route,
        /// What of the value.
        aspect: Aspect,
    },
    /// A stretch of a file that has no address, such as a syntax error of YAML.
    Bytes {
        /// The file.
        file: FileId,
        /// The first byte, in the text of the file: a byte order mark is not counted.
        start: usize,
        /// The byte after the last one.
        end: usize,
    },
}

impl Place {
    /// The value at `route`.
    pub const fn value(document: DocumentId, route: Route) -> Self {
        Self::Symbolic { document, route, aspect: Aspect::Value }
    }

    /// The key of the entry at `route`.
    pub const fn key(document: DocumentId, route: Route) -> Self {
        Self::Symbolic { document, route, aspect: Aspect::Key }
    }

    /// A part of the text at `route`, in bytes of the text.
    pub const fn within(document: DocumentId, route: Route, range: Range<usize>) -> Self {
        Self::Symbolic {
            document,
            route,
            aspect: Aspect::Within(BytesOfText { start: range.start, end: range.end }),
        }
    }

    /// The address, where there is one.
    pub const fn route(&self) -> Option<&Route> {
        match self {
            Self::Symbolic { route, .. } => Some(route),
            Self::Bytes { .. } => None,
        }
    }

    /// The document, where the place has an address in one.
    pub const fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Symbolic { document, .. } => Some(*document),
            Self::Bytes { .. } => None,
        }
    }
}

/// Another place that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is to be seen there.
    pub message: String,
}

/// One change of the document that would mend a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is changed.
    pub place: Place,
    /// How it is changed.
    pub change: Change,
    /// Whether it says something new of the product, so that its author has to agree.
    pub is_unsafe: bool,
}

/// How something that is written is changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The text at the place becomes this one: a value, a key, or a part of a text.
    Replace(String),
    /// The entry or the element at the place goes, with its key.
    Remove,
    /// The list at the place gets a last element; a single value that stands for a list becomes one.
    Append(Written),
    /// The mapping at the place gets a last entry.
    Insert(String, Written),
    /// The elements of the list at the place stand in this order, by their positions before.
    Reorder(Vec<usize>),
}

/// A value that an edit writes. Whoever applies it writes it as its place needs, quoted or on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written {
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
    /// A mapping of texts to texts.
    Mapping(Vec<(String, String)>),
}

impl fmt::Display for Written {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::List(texts) => write!(out, "[{}]", texts.join(", ")),
            Self::Mapping(pairs) => {
                let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                write!(out, "{{{}}}", pairs.join(", "))
            }
        }
    }
}

/// One thing that is wrong, doubtful or worth knowing about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The identity of the rule, as in `dicomply explain RULE`, or of one that the project declares itself.
    pub rule: Cow<'static, str>,
    /// How much it matters, after the user's configuration.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// Every other place where the same is wrong; of many only the first are among the related ones.
    pub elsewhere: Vec<Place>,
    /// Edits that mend it, all of them together.
    pub edits: Vec<Edit>,
    /// Why an author allows it, where one does; then it does not count.
    pub allowed: Option<String>,
    /// Whether a baseline knows it already; then it does not count.
    pub is_known: bool,
}

impl Finding {
    /// A finding with nothing but what every one has.
    pub fn new(
        rule: impl Into<Cow<'static, str>>,
        severity: Severity,
        place: Place,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule: rule.into(),
            severity,
            place,
            message: message.into(),
            help: None,
            related: Vec::new(),
            elsewhere: Vec::new(),
            edits: Vec::new(),
            allowed: None,
            is_known: false,
        }
    }

    /// Whether it counts: nobody allows it, and it is new.
    pub const fn counts(&self) -> bool {
        self.allowed.is_none() && !self.is_known
    }
}
