//! What can be wrong with the Markdown of a document.

use std::fmt;

/// Something wrong with the Markdown a document was made from. The tree is complete all the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// A cross reference leads nowhere.
    DanglingReference {
        /// The address nobody has.
        anchor: String,
    },
    /// Two places ask for the same address; the second got another one.
    DuplicateAnchor {
        /// The address.
        anchor: String,
    },
    /// A directive that does not exist.
    UnknownDirective {
        /// Its name.
        name: String,
    },
    /// A directive that is not written as `name: key="value"`.
    MalformedDirective {
        /// The directive as written.
        text: String,
    },
    /// A directive with an attribute that it does not know, or a value that the attribute does not take.
    WrongAttribute {
        /// The directive.
        directive: String,
        /// The attribute.
        attribute: String,
        /// The value.
        value: String,
    },
    /// A directive announces something that does not follow, or closes what is not open.
    MisplacedDirective {
        /// The directive.
        directive: String,
    },
    /// A figure that nobody has drawn.
    UnknownFigure {
        /// Its id.
        id: String,
    },
    /// A merged cell without a neighbour to continue, or one whose parts do not make a rectangle.
    BrokenSpan {
        /// The caption of the table, or its id.
        table: String,
        /// The row, from 1, header rows included.
        row: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A footnote that nothing below the table explains, or that stands outside a table; it is shown as text.
    UnknownFootnote {
        /// Its name.
        name: String,
    },
    /// The text of a footnote that no cell of the table before it uses; it is shown all the same.
    UnusedFootnote {
        /// Its name.
        name: String,
    },
    /// HTML in a template; it is shown as text.
    RawMarkup {
        /// The markup.
        markup: String,
    },
    /// A link with a scheme that is not passed on; its text is kept.
    RefusedLink {
        /// Where it wanted to lead.
        url: String,
    },
    /// A heading two or more levels below the one before it.
    SkippedLevel {
        /// The heading.
        heading: String,
    },
    /// Lists, quotations or emphasis nested deeper than the tree holds; what is deeper is laid flat.
    TooDeep,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DanglingReference { anchor } => {
                write!(out, "nothing in the document has the anchor `{anchor}`")
            }
            Self::DuplicateAnchor { anchor } => write!(out, "the anchor `{anchor}` is given twice"),
            Self::UnknownDirective { name } => write!(out, "there is no directive `{name}`"),
            Self::MalformedDirective { text } => write!(out, "the directive `{text}` cannot be read"),
            Self::WrongAttribute { directive, attribute, value } => {
                write!(out, "the directive `{directive}` does not take `{attribute}=\"{value}\"`")
            }
            Self::MisplacedDirective { directive } => {
                write!(out, "the directive `{directive}` has nothing to apply to")
            }
            Self::UnknownFigure { id } => write!(out, "there is no figure `{id}`"),
            Self::BrokenSpan { table, row, column } => {
                write!(out, "row {row}, column {column} of table `{table}` continues no cell")
            }
            Self::UnknownFootnote { name } => {
                write!(out, "nothing below the table explains the footnote `{name}`")
            }
            Self::UnusedFootnote { name } => {
                write!(out, "no cell of the table above uses the footnote `{name}`")
            }
            Self::RawMarkup { markup } => write!(out, "HTML is not passed on: `{markup}`"),
            Self::RefusedLink { url } => write!(out, "the link to `{url}` is not passed on"),
            Self::SkippedLevel { heading } => write!(out, "the heading `{heading}` skips a level"),
            Self::TooDeep => out.write_str("lists, quotations or emphasis are nested too deep"),
        }
    }
}
