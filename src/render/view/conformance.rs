//! SOP specific conformance (PS3.2 A.4.2.1.3.1.3 and A.4.2.1.4.1.3).

mod statuses;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::attributes::{AttributeTable, PAIRED, PairedTable};
use super::keys::KeyTable;
use super::particulars::{
    FailureReasonRow, MemberClassRow, TranscodingRow, failure_reasons, member_classes, transcoding,
};
use super::responses::{FailureRow, StatusTable, Subject, failures};
use super::scope::{Scope, support_words};
use crate::model::survey::{ConformanceUse, ItemId};
use crate::model::{Conformance, Event, Member, Named, Prose, Service, Support};
use crate::standard::sop_class::{self, ServiceClass, SopClass};
use crate::standard::{event, status};

use statuses::standard_responses;
pub(super) use statuses::{Surroundings, told};

/// What an Application Entity does for some SOP classes.
#[derive(Debug, Serialize)]
pub struct ConformanceView {
    /// The words for the SOP classes, such as `Storage SOP Classes`.
    pub title: String,
    /// The address of the section in the document.
    pub anchor: String,
    /// The SOP classes by name, where the title does not name them all.
    pub classes: Vec<String>,
    /// The address of the table of presentation contexts, where the section is about all SOP classes of this kind in
    /// it; then `classes` is empty.
    pub all_of: Option<String>,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// The behaviour; prose.
    pub text: Option<String>,
    /// Answers to points that PS3.4 asks a statement to make.
    pub answers: Vec<Answer>,
    /// Limits of what is displayed or processed.
    pub limits: Vec<Answer>,
    /// When instances are converted from one transfer syntax to another.
    pub transcoding: Vec<TranscodingRow>,
    /// The SOP classes for which a Meta SOP Class stands.
    pub member_classes: Vec<MemberClassRow>,
    /// The attributes of N-CREATE and N-SET side by side, where both services have some.
    pub paired_attributes: Option<PairedTable>,
    /// The failure reasons in results of storage commitment.
    pub failure_reasons: Vec<FailureReasonRow>,
    /// The title of the last column of the failure reasons.
    pub failure_reasons_column: &'static str,
    /// The statuses, where the classes have one service in this role.
    pub statuses: Option<StatusTable>,
    /// The keys of the query.
    pub keys: Option<KeyTable>,
    /// The services, where there are several.
    pub services: Vec<ServiceView>,
    /// The members of a Meta SOP Class.
    pub members: Vec<MemberView>,
    /// What happens when the communication fails.
    pub failures: Vec<FailureRow>,
    /// Whether there is nothing to say beyond the names of the classes.
    pub is_empty: bool,
}

/// An answer to a point that PS3.4 asks for.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The point.
    pub point: String,
    /// The answer; prose.
    pub answer: String,
}

/// A DIMSE service of SOP classes.
#[derive(Debug, Serialize)]
pub struct ServiceView {
    /// The name, such as `N-ACTION`.
    pub name: String,
    /// The behaviour; prose.
    pub text: Option<String>,
    /// The caption of the table of attributes.
    pub attributes_caption: String,
    /// The attributes that are sent or used.
    pub attributes: Option<AttributeTable>,
    /// The caption of the table of event types.
    pub events_caption: String,
    /// The event types.
    pub events: Vec<EventRow>,
    /// The statuses.
    pub statuses: Option<StatusTable>,
    /// The caption of the table of communication failures.
    pub failures_caption: String,
    /// What happens when the communication fails.
    pub failures: Vec<FailureRow>,
}

/// An event type of N-EVENT-REPORT.
#[derive(Debug, Serialize)]
pub struct EventRow {
    /// The Event Type Name.
    pub name: String,
    /// The Event Type ID.
    pub id: String,
    /// What the Application Entity does, or when it reports so; prose.
    pub behavior: String,
}

/// A member of a Meta SOP Class.
#[derive(Debug, Serialize)]
pub struct MemberView {
    /// The name of the member.
    pub name: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// The behaviour; prose.
    pub text: Option<String>,
    /// The services.
    pub services: Vec<ServiceView>,
}

impl ConformanceView {
    /// The view of an entry.
    pub(super) fn of(
        scope: &Scope<'_>,
        used: &ConformanceUse<'_>,
        anchor: String,
        surroundings: &Surroundings<'_>,
    ) -> Self {
        let entry = used.conformance;
        let sets = named_sets(scope, entry);
        let subject = ClassesOf::new(scope, &used.sop_classes);
        let is_user = statuses::is_user(used);
        let words = Words { classes: &subject.short, class: subject.first, is_user };
        let only = subject.first.and_then(only_service);
        let paired_attributes = PairedTable::of(scope, &entry.services, words.classes);
        let subject_of_only = words.subject(only.unwrap_or_default());
        let statuses = statuses::statuses(scope, subject_of_only, used, &surroundings.told);
        let is_all = subject.names.len() >= MANY && subject.covers(&surroundings.kinds);
        let title = match sets {
            Some(sets) if !is_all && !subject.names.is_empty() => format!("{} ({sets})", subject.title),
            _ => subject.title,
        };
        let mut view = Self {
            anchor,
            all_of: is_all.then(|| surroundings.table.clone()),
            support: exceptional(entry.support),
            text: scope.prose(entry.text.as_ref()),
            answers: answers(scope, used),
            statuses,
            keys: KeyTable::of(scope, entry, subject.first, !is_user),
            services: services(scope, words, &services_of(entry, subject.first), paired_attributes.is_some()),
            paired_attributes,
            limits: named(scope, &entry.limits),
            transcoding: transcoding(scope, entry),
            member_classes: member_classes(entry, subject.first),
            failure_reasons: failure_reasons(scope, entry, is_user),
            failure_reasons_column: if is_user { "Behavior" } else { "Condition" },
            members: entry
                .members
                .iter()
                .map(|(name, member)| member_view(scope, name, member, is_user))
                .collect(),
            failures: failures(scope, &entry.communication_failures),
            is_empty: false,
            title,
            classes: if is_all { Vec::new() } else { subject.names },
        };
        view.is_empty = view.text.is_none()
            && view.statuses.is_none()
            && view.keys.is_none()
            && view.limits.is_empty()
            && view.transcoding.is_empty()
            && view.failure_reasons.is_empty()
            && view.answers.is_empty()
            && view.services.is_empty()
            && view.members.is_empty()
            && view.failures.is_empty();
        view
    }
}

/// The names of the sets that an entry is about, where it names nothing else.
fn named_sets(scope: &Scope<'_>, entry: &Conformance) -> Option<String> {
    let sets: Option<Vec<&str>> =
        entry.sop_classes.iter().map(|item| scope.sop_class_set(item).map(|(name, _)| name)).collect();
    sets.filter(|sets| !sets.is_empty()).map(|sets| sets.join(", "))
}

/// Two names of SOP classes that are longer together than this are too long for a heading.
const SHORT_TITLE: usize = 48;

/// The words for some SOP classes.
pub(super) struct ClassesOf {
    /// The words of a heading.
    pub(super) title: String,
    /// The words of a caption.
    short: String,
    /// The names, where the title does not hold them.
    names: Vec<String>,
    first: Option<&'static SopClass>,
}

/// So many names or more are better said as "all of them" where that is true.
pub(super) const MANY: usize = 4;

impl ClassesOf {
    /// Whether these are as many as there are SOP classes of their service class, and so all of them.
    fn covers(&self, kinds: &HashMap<ServiceClass, usize>) -> bool {
        let Some(first) = self.first.filter(|_| !self.short.is_empty()) else { return false };
        kinds.get(&first.service_class) == Some(&self.names.len())
    }

    pub(super) fn new(scope: &Scope<'_>, ids: &[ItemId]) -> Self {
        let mut seen = HashSet::new();
        let ids: Vec<ItemId> = ids.iter().copied().filter(|id| seen.insert(scope.identity(*id))).collect();
        let names: Vec<String> = ids.iter().map(|id| scope.short_name(*id)).collect();
        let first = ids.iter().find_map(|id| scope.sop_class(*id));
        let (title, short, names) = match names.as_slice() {
            [] => ("SOP Classes".to_owned(), String::new(), names),
            [only] => (with_suffix(only, "SOP Class"), only.clone(), Vec::new()),
            [one, two] if one.len() + two.len() <= SHORT_TITLE => {
                (format!("{one} and {two} SOP Classes"), common_words(scope, &ids), Vec::new())
            }
            _ => {
                let common = common_words(scope, &ids);
                let title = if common.is_empty() {
                    "SOP Classes".to_owned()
                } else {
                    with_suffix(&common, "SOP Classes")
                };
                (title, common, names)
            }
        };
        Self { title, short, names, first }
    }
}

/// The name of the service class of all SOP classes; empty where they have none in common.
fn common_words(scope: &Scope<'_>, ids: &[ItemId]) -> String {
    let classes: Vec<_> =
        ids.iter().map(|id| scope.sop_class(*id).map(|class| class.service_class)).collect();
    match classes.as_slice() {
        [Some(first), rest @ ..] if rest.iter().all(|class| *class == Some(*first)) => {
            first.as_str().to_owned()
        }
        _ => String::new(),
    }
}

fn with_suffix(name: &str, suffix: &str) -> String {
    if name.ends_with(suffix) { name.to_owned() } else { format!("{name} {suffix}") }
}

/// What the tables of some classes have in common.
#[derive(Clone, Copy)]
struct Words<'a> {
    classes: &'a str,
    class: Option<&'static SopClass>,
    is_user: bool,
}

impl<'a> Words<'a> {
    fn subject(self, service_name: &'a str) -> Subject<'a> {
        let by_user = status::Service::by_name(service_name).is_none_or(status::Service::is_invoked_by_user);
        Subject {
            classes: self.classes,
            service_name,
            class: self.class,
            is_invoker: by_user == self.is_user,
        }
    }
}

/// The service of which rows straight under an entry speak.
fn only_service(class: &'static SopClass) -> Option<&'static str> {
    class.services().first().map(|service| service.as_str())
}

fn answers(scope: &Scope<'_>, used: &ConformanceUse<'_>) -> Vec<Answer> {
    let entry = used.conformance;
    let level = entry.storage_level.map(|level| Answer {
        point: "Level of storage support (PS3.4 B.4.1.1)".to_owned(),
        answer: match level {
            0 => "Level 0 (Local)".to_owned(),
            1 => "Level 1 (Base)".to_owned(),
            2 => "Level 2 (Full)".to_owned(),
            other => format!("Level {other}"),
        },
    });
    let signatures = entry.signature_level.map(|level| Answer {
        point: "Level of digital signature support (PS3.4 B.4.1.3)".to_owned(),
        answer: format!("Level {level}"),
    });
    level.into_iter().chain(signatures).chain(named(scope, &entry.answers)).collect()
}

fn named(scope: &Scope<'_>, texts: &Named<Prose>) -> Vec<Answer> {
    let answers = texts.iter().map(|(point, answer)| Answer {
        point: sentence_case(point),
        answer: scope.prose(Some(answer)).unwrap_or_default(),
    });
    answers.collect()
}

/// The services of an entry; where the author names none, those that each implementation of the class has.
fn services_of<'m>(entry: &'m Conformance, class: Option<&SopClass>) -> Cow<'m, Named<Service>> {
    let is_silent = entry.services.is_empty() && entry.responses.is_empty();
    let has_all = |class: &&SopClass| {
        class.service_class == ServiceClass::StorageCommitment
            || class.entry.keyword == "ModalityPerformedProcedureStep"
    };
    let Some(class) = class.filter(has_all).filter(|_| is_silent) else {
        return Cow::Borrowed(&entry.services);
    };
    let all = class.services().iter().map(|service| (service.as_str().to_owned(), Service::default()));
    Cow::Owned(all.collect())
}

/// `element_coercion` as `Element coercion`.
pub(super) fn sentence_case(key: &str) -> String {
    let spaced = key.replace('_', " ");
    let mut letters = spaced.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn services(
    scope: &Scope<'_>,
    words: Words<'_>,
    named: &Named<Service>,
    are_paired: bool,
) -> Vec<ServiceView> {
    let mut views: Vec<_> =
        named.iter().map(|(name, service)| service_view(scope, words, name, service)).collect();
    for view in views.iter_mut().filter(|view| are_paired && PAIRED.contains(&view.name.as_str())) {
        view.attributes = None;
    }
    views
}

fn service_view(scope: &Scope<'_>, words: Words<'_>, name: &str, service: &Service) -> ServiceView {
    let caption = |rest: &str| {
        let parts = [words.classes, name, rest].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    let events = service.events.iter().map(|event| event_row(scope, words.class, event));
    ServiceView {
        name: name.to_owned(),
        text: scope.prose(service.text.as_ref()),
        attributes_caption: caption("Attributes"),
        attributes: AttributeTable::of(scope, service),
        events_caption: caption("Behavior"),
        events: events.collect(),
        statuses: if service.responses.is_empty() {
            StatusTable::of(scope, words.subject(name), &standard_responses())
        } else {
            StatusTable::of(scope, words.subject(name), &service.responses)
        },
        failures_caption: caption("Communication Failure Behavior"),
        failures: failures(scope, &service.communication_failures),
    }
}

fn event_row(scope: &Scope<'_>, class: Option<&SopClass>, event: &Event) -> EventRow {
    let id = event.id.and_then(|id| u16::try_from(id).ok());
    let known = class.zip(id).and_then(|(class, id)| event::by_id(class, id)).map(|known| known.name);
    EventRow {
        name: event.name.as_deref().or(known).unwrap_or_default().to_owned(),
        id: event.id.map(|id| id.to_string()).unwrap_or_default(),
        behavior: scope.prose(event.behavior.as_ref()).unwrap_or_default(),
    }
}

fn member_view(scope: &Scope<'_>, name: &str, member: &Member, is_user: bool) -> MemberView {
    let class = sop_class::resolve(name).map(|(class, _)| class);
    let short = class.map_or_else(|| name.to_owned(), |class| class.entry.short_name().to_owned());
    let words = Words { classes: &short, class, is_user };
    MemberView {
        support: exceptional(member.support),
        text: scope.prose(member.text.as_ref()),
        services: services(scope, words, &member.services, false),
        name: with_suffix(&short, "SOP Class"),
    }
}

/// The words for a claim that is no plain yes.
pub(super) fn exceptional(support: Option<Support>) -> Option<&'static str> {
    support.filter(|support| *support != Support::Yes).map(support_words)
}
