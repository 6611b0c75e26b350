//! What stops rendering: a template that cannot be used.

/// A template that cannot be used. It keeps what the template engine said.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A place in a template is wrong.
    #[error("template `{template}`, line {line}, column {column}: {message}")]
    Template {
        /// The template, as a path in the folder of templates.
        template: String,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong and what was expected.
        message: String,
        /// What the template engine said, with the lines around.
        source: Box<tera::Error>,
    },
    /// Templates do not fit together: a parent or an included file is missing, or they go in circles.
    #[error("the templates do not fit together: {message}")]
    Templates {
        /// What is wrong.
        message: String,
        /// What the template engine said.
        source: Box<tera::Error>,
    },
    /// A file in the folder of templates that stands for nothing.
    #[error("template `{template}` overrides nothing: no template of that name is used{}", nearest.as_ref().map(|name| format!("; there is `{name}`")).unwrap_or_default())]
    UnusedTemplate {
        /// The template, as a path in the folder of templates.
        template: String,
        /// The nearest name that is used.
        nearest: Option<String>,
    },
    /// A layout this version does not have.
    #[error("this version has no layout `{0}`")]
    UnknownLayout(String),
    /// A document that says nothing this version can render.
    #[error("the document is neither a statement nor a site")]
    UnreadableDocument,
    /// Requirements, which are held against statements and are no document of their own.
    #[error("requirements are not rendered")]
    Requirements,
    /// A Word document that cannot be made.
    #[error(transparent)]
    Docx(#[from] super::docx::Error),
    /// A PDF file that cannot be made.
    #[error(transparent)]
    Pdf(#[from] super::pdf::Error),
    /// A workbook that cannot be made.
    #[error(transparent)]
    Sheets(#[from] super::sheets::Error),
}

impl Error {
    /// What the template engine says, in our words.
    pub(super) fn of(error: tera::Error) -> Self {
        let place = match error.kind() {
            tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => Some((
                plain_name(report.filename()).to_owned(),
                report.span().start_line,
                report.span().start_col + 1,
                uncapitalized(report.message()),
            )),
            _ => None,
        };
        let message = error.to_string().replace("user/", "").replace("default/", "");
        let source = Box::new(error);
        match place {
            Some((template, line, column, message)) => {
                Self::Template { template, line, column, message, source }
            }
            None => Self::Templates { message, source },
        }
    }
}

/// A sentence of the template engine as messages of ours begin.
fn uncapitalized(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The name of a template as the user has it.
fn plain_name(name: &str) -> &str {
    name.strip_prefix("user/").unwrap_or(name)
}
