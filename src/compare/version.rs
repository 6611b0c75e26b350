//! What changes ask of the version of a statement, and how they are told in its revision history.

use crate::compare::diff::{Change, Diff, Impact};
use crate::finding::{DocumentId, Finding, Place, Severity};
use crate::model::{Prose, Revision, Statement};
use crate::route::Route;

/// What is asked of a version where something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strictness {
    /// Nothing.
    None,
    /// A breaking change asks for another version, of the product or of the document.
    #[default]
    Any,
    /// A breaking change asks for a new major version, a compatible one for a new minor version at least, as Semantic
    /// Versioning has it.
    Semver,
}

impl Strictness {
    /// All of them, the mildest first.
    pub const ALL: [Self; 3] = [Self::None, Self::Any, Self::Semver];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Any => "any",
            Self::Semver => "semver",
        }
    }
}

/// Something that may be said of a version, always as an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionNotice {
    /// Its name, as findings have it.
    pub id: &'static str,
    /// What it says and what to do about it, in Markdown.
    pub page: &'static str,
}

/// What may be said of versions, by name.
pub const VERSION_NOTICES: [VersionNotice; 3] = [BREAKING, COMPATIBLE, LOWERED];

/// What may be said of versions under this name.
pub fn version_notice(id: &str) -> Option<&'static VersionNotice> {
    VERSION_NOTICES.iter().find(|notice| notice.id == id)
}

const BREAKING: VersionNotice = VersionNotice {
    id: "breaking-change-without-new-version",
    page: "\
# What it says
Something that peers could rely on is gone or narrower, but neither the product nor the document has another version. With
`--version-rule semver` the version must be a new major one, such as 3.0 after 2.4.

# What to do
Give the product, or the document where only that was wrong, a new version: a reader who knows the number must be able to
trust that what it stood for still holds.
",
};

const COMPATIBLE: VersionNotice = VersionNotice {
    id: "compatible-change-without-new-version",
    page: "\
# What it says
More is supported than before, but the version is not at least a new minor one, such as 2.5 after 2.4. It is said only with
`--version-rule semver`.

# What to do
Give the product, or the document where only that was incomplete, a new version.
",
};

const LOWERED: VersionNotice = VersionNotice {
    id: "lower-version",
    page: "\
# What it says
The new document has a lower version than the old one.

# What to do
See whether the two documents were named in the wrong order; else correct the version.
",
};

/// A version that both statements have, and where it stands in the new one.
struct Moved<'s> {
    what: &'static str,
    old: &'s str,
    new: &'s str,
    route: Route,
}

/// The version of the product, then that of the document, where both statements have them.
fn versions<'s>(old: &'s Statement, new: &'s Statement) -> Vec<Moved<'s>> {
    let product = old.product.versions.last().zip(new.product.versions.last());
    let product = product.map(|(old, new)| Moved {
        what: "the product",
        old,
        new,
        route: Route::root().key("product").key("versions"),
    });
    let document = old.statement.version.as_ref().zip(new.statement.version.as_ref());
    let document = document.map(|(old, new)| Moved {
        what: "the document",
        old,
        new,
        route: Route::root().key("statement").key("version"),
    });
    product.into_iter().chain(document).collect()
}

/// Which part of a version is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bump {
    /// The version is lower.
    Lower,
    /// The version is the same.
    Same,
    /// A later number than the second is higher.
    Patch,
    /// The second number is higher.
    Minor,
    /// The first number is higher, or the versions cannot be compared.
    Major,
}

/// The numbers of a version such as `2.4`, `v3` or `10.2.1-rc1`; none where it is no such version.
fn numbers(version: &str) -> Option<Vec<u64>> {
    let version = version.trim().trim_start_matches(['v', 'V']);
    let end = version.find(['-', '+', ' ']).unwrap_or(version.len());
    version[..end].split('.').map(|number| number.parse().ok()).collect()
}

fn bump(old: &str, new: &str) -> Bump {
    if old.trim() == new.trim() {
        return Bump::Same;
    }
    let (Some(before), Some(after)) = (numbers(old), numbers(new)) else { return Bump::Major };
    for place in 0..before.len().max(after.len()) {
        let (one, other) = (before.get(place).unwrap_or(&0), after.get(place).unwrap_or(&0));
        if other < one {
            return Bump::Lower;
        }
        if other > one {
            return [Bump::Major, Bump::Minor].get(place).copied().unwrap_or(Bump::Patch);
        }
    }
    Bump::Patch
}

/// What is wrong with the version of the new statement, given what changed. `document` is the new statement, in which the
/// findings point.
pub fn version_findings(
    diff: &Diff,
    old: &Statement,
    new: &Statement,
    document: DocumentId,
    strictness: Strictness,
) -> Vec<Finding> {
    let moved = versions(old, new);
    let bumps: Vec<_> = moved.iter().map(|moved| bump(moved.old, moved.new)).collect();
    let finding = |notice: VersionNotice, route: Route, message: String, help: &str| {
        let mut finding = Finding::new(notice.id, Severity::Error, Place::value(document, route), message);
        finding.help = Some(help.to_owned());
        finding
    };
    if strictness == Strictness::None {
        return Vec::new();
    }
    if let Some(at) = bumps.iter().position(|bump| *bump == Bump::Lower) {
        let Moved { what, old, new, route } = &moved[at];
        let message = format!("{what} is of version `{new}`, which is lower than `{old}`");
        return vec![finding(
            LOWERED,
            route.clone(),
            message,
            "name the older document first, or correct the version",
        )];
    }
    let best = bumps.iter().copied().max().unwrap_or(Bump::Same);
    let count = |impact: Impact| diff.of_impact(impact).count();
    let (breaking, compatible) = (count(Impact::Breaking), count(Impact::Compatible));
    let wanted = match strictness {
        Strictness::Semver if breaking > 0 => Bump::Major,
        Strictness::Semver if compatible > 0 => Bump::Minor,
        Strictness::Any if breaking > 0 => Bump::Patch,
        _ => return Vec::new(),
    };
    if best >= wanted {
        return Vec::new();
    }
    let (notice, told) = if breaking > 0 {
        (BREAKING, counted(breaking, "breaking change"))
    } else {
        (COMPATIBLE, counted(compatible, "compatible change"))
    };
    let said = moved.first().map_or("no version is stated".to_owned(), |moved| {
        let Moved { what, old, new, .. } = moved;
        if old == new {
            format!("{what} is still of version `{new}`")
        } else {
            format!("{what} went from `{old}` to `{new}` only")
        }
    });
    let help = match wanted {
        Bump::Major => "give it a new major version",
        Bump::Minor => "give it a new minor version",
        _ => "give the product or the document a new version",
    };
    let route = moved.first().map_or(Route::root(), |moved| moved.route.clone());
    vec![finding(notice, route, format!("{told}, but {said}"), help)]
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// The row of the revision history that tells what changed: of the version and the date of the new statement, with a
/// list of what is breaking and what is compatible. What is editorial is counted. Nothing where nothing changed.
pub fn revision_rows(diff: &Diff, new: &Statement) -> Vec<Revision> {
    if diff.is_empty() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for impact in [Impact::Breaking, Impact::Compatible] {
        lines.extend(diff.of_impact(impact).map(sentence));
    }
    let editorial = diff.of_impact(Impact::Editorial).count();
    if lines.is_empty() {
        lines.push("Editorial changes only".to_owned());
    } else if editorial > 0 {
        lines.push(counted(editorial, "editorial change"));
    }
    let description = match lines.as_slice() {
        [only] => only.clone(),
        _ => lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n"),
    };
    vec![Revision {
        version: new.statement.version.clone(),
        date: new.statement.date,
        author: None,
        description: Some(Prose(description)),
    }]
}

/// A change as a line of the revision history: what it is about, then what happened.
fn sentence(change: &Change) -> String {
    let holder = match change.subject.as_slice() {
        [holder, _, ..] if !change.message.contains(holder.as_str()) => format!("{holder}: "),
        _ => String::new(),
    };
    format!("{holder}{}", change.message)
}
