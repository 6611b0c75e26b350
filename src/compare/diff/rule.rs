//! `ChangeRule`: what a fact means to a peer, with the page that explains it.

use std::fmt;

use super::Impact;

/// What a change rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// The product and the document.
    Document,
    /// Application Entities, associations, presentation contexts.
    Networking,
    /// Services, statuses and keys.
    Services,
    /// Web services.
    Web,
    /// Media interchange.
    Media,
    /// Network interfaces and configuration.
    Configuration,
    /// Character sets.
    CharacterSets,
    /// Security.
    Security,
    /// Created objects, their attributes, what is done with them.
    Objects,
    /// Private SOP classes, transfer syntaxes and attributes; codes and templates.
    Extensions,
    /// Requirements.
    Requirements,
    /// Sites.
    Sites,
    /// What holds everywhere.
    General,
}

impl Area {
    /// The name of the area as readers see it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Document => "product and document",
            Self::Networking => "networking",
            Self::Services => "services",
            Self::Web => "web services",
            Self::Media => "media",
            Self::Configuration => "configuration",
            Self::CharacterSets => "character sets",
            Self::Security => "security",
            Self::Objects => "objects",
            Self::Extensions => "extensions",
            Self::Requirements => "requirements",
            Self::Sites => "sites",
            Self::General => "general",
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A change rule: what it is called, what it means, and its page.
pub struct ChangeRule {
    /// The identity, as in `dicomply explain RULE`.
    pub id: &'static str,
    /// What it is about.
    pub area: Area,
    /// What it means to a peer.
    pub impact: Impact,
    /// The version of the program that had it first.
    pub since: &'static str,
    pub(super) documentation: &'static str,
}

impl fmt::Debug for ChangeRule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ChangeRule").field("id", &self.id).finish_non_exhaustive()
    }
}

impl ChangeRule {
    /// The page of the rule, in Markdown.
    pub fn page(&self) -> String {
        let lines = self.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.fold(String::new(), |page, line| page + line + "\n")
    }

    /// The first sentence of the page: what the rule says.
    pub fn summary(&self) -> String {
        let page = self.page();
        let body = page.lines().skip_while(|line| line.starts_with('#') || line.is_empty());
        let paragraph = body.take_while(|line| !line.is_empty() && !line.starts_with('#'));
        let text = paragraph.collect::<Vec<_>>().join(" ");
        text.split_once(". ").map_or(text.clone(), |(first, _)| format!("{first}."))
    }
}
