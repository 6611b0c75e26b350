//! `Rule`: identity, page and check, in one record.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::attribute_identity::{AttributeFlaw, attribute_flaws};
use super::circumstances::Circumstances;
use super::findings::Findings;
use super::history::Stages;
use super::identity::{Flaw, flaws};
use super::inventory::Inventory;
use super::key_tables::{KeyTable, key_tables};
use super::lifecycle::Lifecycle;
use super::misfit::{Misfit, misfits};
use super::passage::Passage;
use super::sources::Source;
use super::web_services::{WebClaim, web_claims};
use crate::config::RuleSet;
use crate::finding::Severity;
use crate::model::survey::Survey;
use crate::model::{
    Deployment, Deployments, Document, Endpoint, ProjectConfiguration, References, Site, Statement,
};
use crate::pairing::{Listeners, Pairings};
use crate::standard::citation::Citation;

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The document as a document: keys, values, references.
    Document,
    /// Names, UIDs and tags of the registry (PS3.6).
    Registry,
    /// Application Entities, associations and services (PS3.2 A.4, PS3.7, PS3.8).
    Networking,
    /// Transfer syntaxes (PS3.5 chapter 10).
    TransferSyntax,
    /// Query and retrieve (PS3.4 Annexes C and K).
    QueryRetrieve,
    /// Storage commitment, procedure steps and how they belong together (PS3.4 Annexes B, F and J).
    Workflow,
    /// Print management (PS3.4 Annex H).
    Print,
    /// Web services (PS3.18).
    Web,
    /// Media interchange (PS3.10, PS3.11).
    Media,
    /// Configuration (PS3.2 A.4.4).
    Configuration,
    /// Character sets (PS3.2 A.7, PS3.3 C.12.1.1.2).
    CharacterSet,
    /// Security (PS3.2 A.8, PS3.15).
    Security,
    /// Contents of created objects (PS3.2 A.9).
    Iod,
    /// Extended, specialized and private definitions (PS3.2 7.3).
    Extension,
    /// Deployed Application Entities under governance.
    Governance,
    /// Governed communication links.
    Link,
    /// What texts say to their readers.
    Prose,
    /// What keeps a document true over time: revisions, and findings that are allowed.
    Upkeep,
}

impl Group {
    /// The name of the group as users see it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Registry => "registry",
            Self::Networking => "networking",
            Self::TransferSyntax => "transfer-syntax",
            Self::QueryRetrieve => "query-retrieve",
            Self::Workflow => "workflow",
            Self::Print => "print",
            Self::Web => "web",
            Self::Media => "media",
            Self::Configuration => "configuration",
            Self::CharacterSet => "character-set",
            Self::Security => "security",
            Self::Iod => "iod",
            Self::Extension => "extension",
            Self::Governance => "governance",
            Self::Link => "link",
            Self::Prose => "prose",
            Self::Upkeep => "upkeep",
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A statement under examination, walked once for all rules; or requirements, in the form of a statement.
pub(crate) struct StatementSubject<'p> {
    /// Whether it says what is wanted, not what there is.
    pub(crate) is_wanted: bool,
    pub(crate) statement: &'p Statement,
    pub(crate) survey: Survey<'p>,
    flaws: OnceLock<Vec<Flaw<'p>>>,
    attribute_flaws: OnceLock<Vec<AttributeFlaw>>,
    key_tables: OnceLock<Vec<KeyTable>>,
    web_claims: OnceLock<Vec<WebClaim<'p>>>,
}

impl<'p> StatementSubject<'p> {
    pub(super) fn of(statement: &'p Statement) -> Self {
        Self {
            is_wanted: false,
            statement,
            survey: Survey::of(statement),
            flaws: OnceLock::new(),
            attribute_flaws: OnceLock::new(),
            key_tables: OnceLock::new(),
            web_claims: OnceLock::new(),
        }
    }

    /// What requirements ask for, in the form of a statement.
    pub(super) fn wanted(statement: &'p Statement) -> Self {
        Self { is_wanted: true, ..Self::of(statement) }
    }

    /// What is wrong with UIDs and names of SOP classes and transfer syntaxes.
    pub(crate) fn flaws(&self) -> &[Flaw<'p>] {
        self.flaws.get_or_init(|| flaws(&self.survey))
    }

    /// What is wrong with tags and names of attributes.
    pub(crate) fn attribute_flaws(&self) -> &[AttributeFlaw] {
        self.attribute_flaws.get_or_init(|| attribute_flaws(&self.survey))
    }

    /// The key tables of queries and retrievals, with what is wrong with each key.
    pub(crate) fn key_tables(&self) -> &[KeyTable] {
        self.key_tables.get_or_init(|| key_tables(&self.survey))
    }

    /// The web services that are claimed, with what PS3.18 knows of their transactions.
    pub(crate) fn web_claims(&self) -> &[WebClaim<'p>] {
        self.web_claims.get_or_init(|| web_claims(self.statement))
    }
}

/// A site under examination, walked once for all rules.
pub(crate) struct SiteSubject<'p> {
    pub(crate) document: &'p Document,
    pub(crate) site: &'p Site,
    pub(crate) deployment: &'p Deployment<'p>,
    pub(crate) deployments: &'p Deployments<'p>,
    pub(crate) listeners: &'p Listeners<'p>,
    pub(crate) references: &'p References<'p>,
    pub(crate) inventory: &'p Inventory<'p>,
    pub(crate) circumstances: &'p Circumstances,
    pub(crate) pairings: Arc<Pairings<'p>>,
    misfits: OnceLock<Vec<Misfit<'p>>>,
    lifecycle: OnceLock<Lifecycle>,
}

impl<'p> SiteSubject<'p> {
    pub(super) fn of(
        (document, site): (&'p Document, &'p Site),
        (deployment, deployments, listeners): (&'p Deployment<'p>, &'p Deployments<'p>, &'p Listeners<'p>),
        (references, inventory, circumstances): (&'p References<'p>, &'p Inventory<'p>, &'p Circumstances),
        pairings: Arc<Pairings<'p>>,
    ) -> Self {
        Self {
            document,
            site,
            deployment,
            deployments,
            listeners,
            references,
            inventory,
            circumstances,
            pairings,
            misfits: OnceLock::new(),
            lifecycle: OnceLock::new(),
        }
    }

    /// What became of the entities and links, so far as earlier versions are known.
    pub(crate) fn lifecycle(&self) -> &Lifecycle {
        let versions = || self.circumstances.history.of(&self.document.path);
        self.lifecycle.get_or_init(|| Lifecycle::of(versions(), || Stages::of(self.site)))
    }

    /// The links whose ends cannot do together what the link is for, each with the first reason.
    pub(crate) fn misfits(&self) -> &[Misfit<'p>] {
        self.misfits.get_or_init(|| misfits(self))
    }

    /// The deployed entities, in the author's order.
    pub(crate) fn endpoints(&self) -> impl Iterator<Item = Endpoint<'p>> {
        self.deployment.entities.iter().map(|entity| entity.endpoint)
    }
}

/// How a rule is asked.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// The reader itself finds it while it reads.
    Reading,
    /// It examines statements.
    Statement(fn(&StatementSubject<'_>, &mut Findings)),
    /// It examines what is said of a product, be it in a statement or in requirements.
    Product(fn(&StatementSubject<'_>, &mut Findings)),
    /// It examines requirements.
    Requirements(fn(&StatementSubject<'_>, &mut Findings)),
    /// It examines sites.
    Site(fn(&SiteSubject<'_>, &mut Findings)),
    /// It examines what is said of a product, and sites in a way of their own.
    Both(fn(&StatementSubject<'_>, &mut Findings), fn(&SiteSubject<'_>, &mut Findings)),
    /// It examines the configurations of projects.
    Configuration(fn(&ProjectConfiguration, &mut Findings)),
    /// It examines every text of a document that authors word themselves, of whatever kind, one after the other. All
    /// such rules share one walk.
    Texts(fn(&Passage<'_, '_>, &mut Findings)),
    /// The same, of prose only.
    Prose(fn(&Passage<'_, '_>, &mut Findings)),
}

/// A rule: what it is called, how much it matters, its page, and how it is asked.
pub struct Rule {
    /// The identity, as in `dicomply explain RULE`.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// How much it matters unless the user says otherwise.
    pub severity: Severity,
    /// The smallest rule set that has it.
    pub set: RuleSet,
    /// The version of the program that had it first.
    pub since: &'static str,
    /// Whether its findings, or some of them, carry edits that mend them.
    pub is_fixable: bool,
    pub(crate) documentation: &'static str,
    pub(crate) check: Check,
}

impl fmt::Debug for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Rule").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The heading above the references of a page.
const REFERENCES: &str = "# References\n";

impl Rule {
    /// The page of the rule, in Markdown.
    pub fn page(&self) -> String {
        let lines = self.documentation.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.fold(String::new(), |page, line| page + line + "\n")
    }

    /// The page with the titles of what it refers to.
    pub fn titled_page(&self) -> String {
        self.page_with(|reference| {
            Citation::parse(reference).map_or(reference.to_owned(), |citation| citation.with_titles())
        })
    }

    /// The page with titles and links.
    pub fn linked_page(&self) -> String {
        self.page_with(|reference| match Citation::parse(reference) {
            Some(citation) => citation.with_links(),
            None => Source::of(reference).map_or(reference.to_owned(), |source| source.with_link()),
        })
    }

    /// The page with each reference shown in some way.
    fn page_with(&self, show: impl Fn(&str) -> String) -> String {
        let page = self.page();
        let Some((before, list)) = page.split_once(REFERENCES) else { return page };
        let shown = list.lines().map(|line| match line.strip_prefix("- ") {
            Some(reference) => format!("- {}\n", show(reference)),
            None => format!("{line}\n"),
        });
        format!("{before}{REFERENCES}{}", shown.collect::<String>())
    }

    /// The first sentence of the page: what the rule does.
    pub fn summary(&self) -> String {
        let page = self.page();
        let body = page.lines().skip_while(|line| line.starts_with('#') || line.is_empty());
        let paragraph = body.take_while(|line| !line.is_empty() && !line.starts_with('#'));
        let text = paragraph.collect::<Vec<_>>().join(" ");
        text.split_once(". ").map_or(text.clone(), |(first, _)| format!("{first}."))
    }

    /// The clauses that the rule rests on, as its page lists them.
    pub fn references(&self) -> Vec<String> {
        let page = self.page();
        let list = page.split_once(REFERENCES).map_or("", |(_, list)| list);
        list.lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect()
    }
}

/// Declares the rule of a file. The documentation comment is the rule's page; `fixable` before `since` says that
/// findings of it carry edits.
///
/// ```text
/// rule! {
///     /// # What it does
///     /// …
///     "self-link": Link, Error, Minimal, site(check), since "0.1.0"
/// }
/// ```
macro_rules! rule {
    ($(#[doc = $line:literal])* $id:literal: $group:ident, $severity:ident, $set:ident, $kind:ident $(($($check:ident),+))?, fixable, since $since:literal) => {
        crate::lint::rule::rule! {
            @ true, $(#[doc = $line])* $id: $group, $severity, $set, $kind $(($($check),+))?, since $since
        }
    };
    ($(#[doc = $line:literal])* $id:literal: $group:ident, $severity:ident, $set:ident, $kind:ident $(($($check:ident),+))?, since $since:literal) => {
        crate::lint::rule::rule! {
            @ false, $(#[doc = $line])* $id: $group, $severity, $set, $kind $(($($check),+))?, since $since
        }
    };
    (@ $is_fixable:literal, $(#[doc = $line:literal])* $id:literal: $group:ident, $severity:ident, $set:ident, $kind:ident $(($($check:ident),+))?, since $since:literal) => {
        pub(in crate::lint) const RULE: crate::lint::rule::Rule = crate::lint::rule::Rule {
            id: $id,
            group: crate::lint::rule::Group::$group,
            severity: crate::finding::Severity::$severity,
            set: crate::config::RuleSet::$set,
            since: $since,
            is_fixable: $is_fixable,
            documentation: concat!($($line, "\n"),*),
            check: crate::lint::rule::check_of!($kind $(($($check),+))?),
        };
    };
}

macro_rules! check_of {
    (reading) => {
        crate::lint::rule::Check::Reading
    };
    (statement($check:ident)) => {
        crate::lint::rule::Check::Statement($check)
    };
    (product($check:ident)) => {
        crate::lint::rule::Check::Product($check)
    };
    (requirements($check:ident)) => {
        crate::lint::rule::Check::Requirements($check)
    };
    (site($check:ident)) => {
        crate::lint::rule::Check::Site($check)
    };
    (both($product:ident, $site:ident)) => {
        crate::lint::rule::Check::Both($product, $site)
    };
    (configuration($check:ident)) => {
        crate::lint::rule::Check::Configuration($check)
    };
    (texts($check:ident)) => {
        crate::lint::rule::Check::Texts($check)
    };
    (prose($check:ident)) => {
        crate::lint::rule::Check::Prose($check)
    };
}

pub(crate) use {check_of, rule};
