//! Services and their roles, as sentences name them: `as Storage Commitment SCU`.

use std::ops::Range;

use super::sentence::{is_of_word, phrase_length};
use crate::model::Role;
use crate::model::survey::Survey;
use crate::standard::sop_class::{self, ServiceClass};
use crate::standard::uids::{self, Place};

/// A service in a role, and where a text names it.
#[derive(Debug)]
pub(super) struct NamedRole {
    pub(super) service: NamedService,
    pub(super) name: Range<usize>,
    pub(super) roles: Vec<Role>,
}

/// A service that a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamedService {
    /// All classes of a service class.
    Class(ServiceClass),
    /// One SOP class.
    SopClass(&'static str),
}

/// What services are called beside the names of their SOP classes.
const SERVICES: &[(&str, NamedService)] = &[
    (
        "Instance Availability Notification",
        NamedService::Class(ServiceClass::InstanceAvailabilityNotification),
    ),
    ("Modality Performed Procedure Step", NamedService::SopClass("1.2.840.10008.3.1.2.3.3")),
    ("Modality Worklist", NamedService::SopClass("1.2.840.10008.5.1.4.31")),
    ("MPPS", NamedService::SopClass("1.2.840.10008.3.1.2.3.3")),
    ("MWL", NamedService::SopClass("1.2.840.10008.5.1.4.31")),
    ("Print", NamedService::Class(ServiceClass::PrintManagement)),
    ("Print Management", NamedService::Class(ServiceClass::PrintManagement)),
    ("Query/Retrieve", NamedService::Class(ServiceClass::QueryRetrieve)),
    ("Storage", NamedService::Class(ServiceClass::Storage)),
    ("Storage Commitment", NamedService::Class(ServiceClass::StorageCommitment)),
    ("Unified Procedure Step", NamedService::Class(ServiceClass::UnifiedProcedureStep)),
    ("Verification", NamedService::Class(ServiceClass::Verification)),
];

/// The role that some words begin with: `a Storage Commitment SCU`, `an SCU of the Verification SOP Class`.
pub(super) fn named_role(words: &str, from: usize) -> Option<NamedRole> {
    let start = ["a", "an", "the"].into_iter().find_map(|article| phrase_length(&words[from..], article));
    let start = from + start.unwrap_or(0);
    let start = words.len() - words[start..].trim_start_matches(' ').len();
    if let Some((roles, end)) = roles_at(words, start) {
        let of = ["of the", "for the", "of", "for"].into_iter();
        let end = past_blanks(words, end);
        let joined = of.filter_map(|of| phrase_length(&words[end..], of)).max()?;
        let (name, service) = service_at(words, past_blanks(words, end + joined))?;
        return Some(NamedRole { service, name, roles });
    }
    let (name, service) = service_at(words, start)?;
    let end = past_blanks(words, name.end);
    let class = ["SOP Class", "Service Class", "Service"].into_iter();
    let end = end + class.filter_map(|class| phrase_length(&words[end..], class)).max().unwrap_or(0);
    let end = past_blanks(words, end);
    let as_role =
        ["as", "as a", "as an"].into_iter().filter_map(|joint| phrase_length(&words[end..], joint)).max();
    let (roles, _) = roles_at(words, past_blanks(words, end + as_role.unwrap_or(0)))?;
    Some(NamedRole { service, name, roles })
}

fn past_blanks(words: &str, at: usize) -> usize {
    words.len() - words[at..].trim_start_matches(' ').len()
}

fn roles_at(words: &str, at: usize) -> Option<(Vec<Role>, usize)> {
    let one = |at: usize| match words.get(at..at + 3)? {
        "SCU" => Some(Role::Scu),
        "SCP" => Some(Role::Scp),
        _ => None,
    };
    let first = one(at)?;
    let rest = &words[at + 3..];
    let joint = ["/", " and ", " as well as "].into_iter().find(|joint| rest.starts_with(joint));
    let (roles, end) = match joint.and_then(|joint| Some((one(at + 3 + joint.len())?, joint.len()))) {
        Some((second, joint)) => (vec![first, second], at + 6 + joint),
        None => (vec![first], at + 3),
    };
    let is_whole = !words[end..].starts_with(|next: char| is_of_word(next) || next == '/');
    is_whole.then_some((roles, end))
}

/// The longest name of a service that some words begin with.
fn service_at(words: &str, at: usize) -> Option<(Range<usize>, NamedService)> {
    const LONGEST: usize = 10;
    let rest = &words[at..];
    let ends = rest.char_indices().filter(|(_, letter)| !is_of_word(*letter) && !matches!(letter, '/' | '&'));
    let ends = ends.map(|(end, _)| end).chain([rest.len()]).take(LONGEST);
    let named = ends.filter_map(|end| {
        let name = rest[..end].split_whitespace().collect::<Vec<_>>().join(" ");
        if name.ends_with(" SOP Class") {
            return None;
        }
        let known = SERVICES.iter().find(|(known, _)| *known == name).map(|(_, service)| *service);
        let service = known.or_else(|| {
            let found = uids::by_name(&name, Place::AbstractSyntax)?;
            let class = sop_class::by_uid(found.entry.uid).filter(|_| found.spelling.is_silent())?;
            Some(NamedService::SopClass(class.entry.uid))
        })?;
        Some((at..at + end, service))
    });
    named.last()
}

impl NamedService {
    /// Whether a statement has anything of this service in a role. What it does not resolve may be of any service.
    pub(super) fn is_claimed(self, survey: &Survey<'_>, role: Role) -> bool {
        survey.contexts.iter().any(|context| {
            let has_role =
                if role == Role::Scu { context.role.is_user() } else { context.role.is_provider() };
            has_role
                && context.abstract_syntaxes.iter().any(|id| survey.uid(*id).is_none_or(|uid| self.has(uid)))
        })
    }

    fn has(self, uid: &str) -> bool {
        match self {
            Self::SopClass(known) => known == uid,
            // A class of the vendor's own can be of any service.
            Self::Class(service) => sop_class::by_uid(uid).is_none_or(|class| {
                let is_storage = class.service_class == ServiceClass::NonPatientObjectStorage;
                class.service_class == service
                    || service == ServiceClass::Storage && is_storage
                    || service == ServiceClass::QueryRetrieve && class.operation().is_some()
            }),
        }
    }
}

/// What may stand between the subject of the sentence and its role, so that the role is the subject's.
const BETWEEN: &[&str] = &[
    "accepts",
    "acts",
    "also",
    "always",
    "an",
    "and",
    "association",
    "associations",
    "can",
    "initiates",
    "may",
    "only",
    "opens",
    "operates",
    "proposes",
    "serves",
    "will",
    "works",
];

/// Whether a sentence that begins so is about one of these and goes on with a role of theirs.
pub(super) fn is_about(names: &[&str], beginning: &str) -> bool {
    const KINDS: &[&str] = &["AE", "application entity", "product"];
    let begins_in_any_case =
        |text: &str, with: &str| text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    let article = ["the ", "this "].into_iter().find(|article| begins_in_any_case(beginning, article));
    let bare = &beginning[article.map_or(0, str::len)..];
    // `ARCHIVE` is an entity, `the archive` is another system.
    let name = names.iter().find(|name| !name.is_empty() && bare.starts_with(**name));
    let name = name.or_else(|| KINDS.iter().find(|kind| begins_in_any_case(bare, kind)));
    let rest = &bare[name.map_or(0, |name| name.len())..];
    let is_whole = name.is_none() || !rest.starts_with(is_of_word);
    let goes_on = |word: &str| word == "AE" || BETWEEN.iter().any(|known| known.eq_ignore_ascii_case(word));
    is_whole && rest.split_whitespace().all(goes_on)
}
