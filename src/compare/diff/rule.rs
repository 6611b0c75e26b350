//! `ChangeRule`: what a fact means to a peer, with the page that explains it.

use std::fmt;

use super::Impact;
use super::turn::Turn;
use super::walk::Difference;
use crate::model::DocumentKind;
use crate::standard::citation::Citation;

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
    /// What it says, with `{what}`, `{part}`, `{thing}`, `{in}`, `{before}` and `{after}` to be filled in; what stands in
    /// brackets is left out where it cannot be.
    pub(super) says: &'static str,
    pub(super) turns: &'static [Turn],
    /// Where it looks: keys, with `*` for one step and `**` for any number of them.
    pub(super) paths: &'static [&'static str],
    /// What must be so besides.
    pub(super) condition: Option<fn(&Difference<'_>) -> bool>,
}

impl fmt::Debug for ChangeRule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("ChangeRule").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The heading above the references of a page.
const REFERENCES: &str = "# References\n";

impl ChangeRule {
    /// The page of the rule, in Markdown.
    pub fn page(&self) -> String {
        let lines = self.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.fold(String::new(), |page, line| page + line + "\n")
    }

    /// The page with the titles of what it refers to.
    pub fn titled_page(&self) -> String {
        self.page_with(|citation| citation.with_titles())
    }

    /// The page with titles and links.
    pub fn linked_page(&self) -> String {
        self.page_with(|citation| citation.with_links())
    }

    fn page_with(&self, show: impl Fn(&Citation<'_>) -> String) -> String {
        let page = self.page();
        let Some((before, list)) = page.split_once(REFERENCES) else { return page };
        let shown = list.lines().map(|line| match line.strip_prefix("- ") {
            Some(reference) => {
                let shown = Citation::parse(reference).map_or(reference.to_owned(), |found| show(&found));
                format!("- {shown}\n")
            }
            None => format!("{line}\n"),
        });
        format!("{before}{REFERENCES}{}", shown.collect::<String>())
    }

    /// The clauses of the standard that the rule rests on, as its page lists them.
    pub fn references(&self) -> Vec<String> {
        let page = self.page();
        let list = page.split_once(REFERENCES).map_or("", |(_, list)| list);
        list.lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect()
    }

    /// How exactly the rule looks where something differs; none where it does not look. What must be so besides is not
    /// asked.
    pub(super) fn exactness(&self, difference: &Difference<'_>, kind: DocumentKind) -> Option<usize> {
        let is_asked = match self.area {
            Area::General => true,
            Area::Requirements => kind == DocumentKind::Requirements,
            Area::Sites => kind == DocumentKind::Site,
            _ => kind == DocumentKind::Statement,
        };
        if !is_asked || !self.turns.contains(&difference.turn) {
            return None;
        }
        let fits = self.paths.iter().filter(|pattern| leads_to(pattern, &difference.path));
        let literal = |pattern: &&str| pattern.split('.').filter(|step| !step.starts_with('*')).count();
        let exact = fits.map(literal).max()?;
        let own = usize::from(self.area != Area::General) * 2;
        Some(exact * 4 + own + usize::from(self.condition.is_some()))
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

/// Whether a pattern leads to a path.
fn leads_to(pattern: &str, path: &[&'static str]) -> bool {
    let steps: Vec<&str> = pattern.split('.').collect();
    leads(&steps, path)
}

fn leads(steps: &[&str], path: &[&'static str]) -> bool {
    match (steps, path) {
        ([], []) => true,
        (["**"], _) => !path.is_empty(),
        (["**", rest @ ..], _) => (0..=path.len()).any(|at| leads(rest, &path[at..])),
        (["*", rest @ ..], [_, behind @ ..]) => leads(rest, behind),
        ([step, rest @ ..], [key, behind @ ..]) => step == key && leads(rest, behind),
        _ => false,
    }
}

/// Declares a change rule. The documentation comment is its page; then come its identity, what it is about, what it
/// means, its message, which turns it looks for, and where; perhaps what must be so besides.
macro_rules! change_rule {
    ($(#[doc = $line:literal])* $name:ident = $id:literal: $area:ident, $impact:ident, since $since:literal,
     $says:literal, [$($turn:ident),+] in [$($path:literal),* $(,)?] $(, if $condition:expr)?) => {
        pub(super) const $name: crate::compare::diff::rule::ChangeRule = crate::compare::diff::rule::ChangeRule {
            id: $id,
            area: crate::compare::diff::rule::Area::$area,
            impact: crate::compare::diff::Impact::$impact,
            since: $since,
            documentation: concat!($($line, "\n"),*),
            says: $says,
            turns: &[$(crate::compare::diff::turn::Turn::$turn),+],
            paths: &[$($path),*],
            condition: crate::compare::diff::rule::condition!($($condition)?),
        };
    };
}

macro_rules! condition {
    () => {
        None
    };
    ($condition:expr) => {
        Some($condition)
    };
}

pub(super) use {change_rule, condition};
