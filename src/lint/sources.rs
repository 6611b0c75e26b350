//! What rules rest on beside the standard: other standards, the governance model, the language of documents.

/// How references to other sources begin, and where those are to be read.
const SOURCES: &[(&str, &str)] = &[
    ("Comments that allow findings", ""),
    ("The `naming` of the site document", ""),
    ("The configuration of a project", ""),
    ("The governance model of Application Entities", ""),
    ("The governance model of communication links", ""),
    ("The governance rules for communication links", ""),
    ("The guide to branding", ""),
    ("The language of dicomply", ""),
    ("Web Content Accessibility Guidelines 2.2", "https://www.w3.org/TR/WCAG22/"),
    ("YAML 1.2.2", "https://yaml.org/spec/1.2.2/"),
];

/// A reference to another source: its name, where it is to be read (empty where that is no page of the web), and what is
/// written behind the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source<'t> {
    name: &'t str,
    address: String,
    rest: &'t str,
}

impl<'t> Source<'t> {
    /// The source that a reference begins with; none where it is not one of ours.
    pub(super) fn of(written: &'t str) -> Option<Self> {
        let (end, address) = match SOURCES.iter().find(|(start, _)| written.starts_with(start)) {
            Some((start, address)) => (start.len(), (*address).to_owned()),
            None => request_for_comments(written)?,
        };
        let (name, rest) = written.split_at(end);
        let is_whole = rest.is_empty() || rest.starts_with([':', ',', ' ']);
        is_whole.then_some(Self { name, address, rest })
    }

    /// The reference in Markdown, with a link where there is a page.
    pub(super) fn with_link(&self) -> String {
        let Self { name, address, rest } = self;
        if address.is_empty() { format!("{name}{rest}") } else { format!("[{name}]({address}){rest}") }
    }
}

/// The length of `RFC 3986` and of one section behind it, and the address of that.
fn request_for_comments(written: &str) -> Option<(usize, String)> {
    let digits =
        |text: &str| text.len() - text.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
    let number = written.strip_prefix("RFC ")?;
    let number = Some(&number[..digits(number)]).filter(|number| !number.is_empty())?;
    let end = "RFC ".len() + number.len();
    let address = format!("https://www.rfc-editor.org/rfc/rfc{number}");
    let Some(section) = written[end..].strip_prefix(", section ") else { return Some((end, address)) };
    let is_of_section = |next: char| next.is_ascii_digit() || next == '.';
    let section = &section[..section.find(|next| !is_of_section(next)).unwrap_or(section.len())];
    Some((end + ", section ".len() + section.len(), format!("{address}#section-{section}")))
}

/// Whether a reference of a rule's page is to a source beside the standard that we know.
pub fn is_other_source(reference: &str) -> bool {
    Source::of(reference).is_some()
}
