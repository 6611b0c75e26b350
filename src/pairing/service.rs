//! `Service`: a service between two products, judged whole over all its steps.

use super::negotiation::Negotiation;
use super::{Cause, Reason, Side, Verdict, weigh};
use crate::model::WebServiceKind;
use crate::standard::sop_class::{self, Operation, ServiceClass, SopClass};

/// A service, as people speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceKind<'c> {
    /// Storage of composite objects, over all SOP classes (PS3.4 Annex B).
    Storage,
    /// Unified Procedure Step, over its SOP classes (PS3.4 Annex CC).
    UnifiedProcedureStep,
    /// What a single SOP class stands for, by its UID.
    Class(&'c str),
    /// A transaction of a web service (PS3.18).
    Web(WebServiceKind, &'c str),
    /// Interchange of media under an application profile (PS3.11).
    Media(&'c str),
}

/// What people do with a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Workflow {
    /// Objects are stored and kept.
    Storing,
    /// Work is scheduled and reported: worklists, procedure steps.
    Worklist,
    /// Objects are searched for and fetched.
    QueryRetrieve,
    /// Films are printed and media are made.
    Print,
    /// Objects are exchanged on media.
    Media,
    /// The connection itself, and everything else.
    Other,
}

/// A service between two products.
#[derive(Debug)]
pub struct Service<'c> {
    /// Which one.
    pub kind: ServiceKind<'c>,
    /// What becomes of it when the first side is its user, and when the other side is.
    pub ways: [Option<Way<'c>>; 2],
    /// How well it works.
    pub verdict: Verdict,
}

/// A service with one of the sides as its user.
#[derive(Debug)]
pub struct Way<'c> {
    /// Who is the user.
    pub user: Side,
    /// The steps that it takes; the service works as well as the worst of them.
    pub steps: Vec<Step<'c>>,
    /// How well it works.
    pub verdict: Verdict,
    /// Whether both sides speak of it in fitting roles.
    pub is_claimed_by_both: bool,
}

/// A step of a service.
#[derive(Debug)]
pub struct Step<'c> {
    /// Which one.
    pub kind: StepKind,
    /// The negotiations that it rests on, by their positions in the list of all.
    pub negotiations: Vec<usize>,
    /// How well it works.
    pub verdict: Verdict,
    /// Why it does not simply work.
    pub reasons: Vec<Reason<'c>>,
}

/// A step of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// The association with its presentation contexts.
    Association,
    /// The keys of a query.
    Keys,
    /// Storage back to the side that asked, or to whom it named.
    Delivery,
    /// The report of what became of a request.
    Result,
    /// The members of a Meta SOP class.
    Members,
    /// The attributes of requests.
    Attributes,
    /// The SOP classes that belong together.
    Set,
    /// The request of a web service.
    Request,
    /// The medium.
    Medium,
}

impl StepKind {
    /// The words for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Association => "association",
            Self::Keys => "keys",
            Self::Delivery => "delivery",
            Self::Result => "result",
            Self::Members => "members of the Meta SOP class",
            Self::Attributes => "attributes",
            Self::Set => "set of SOP classes",
            Self::Request => "request",
            Self::Medium => "medium",
        }
    }

    /// All of them, in the order in which a service takes them.
    pub const ALL: [Self; 9] = [
        Self::Association,
        Self::Keys,
        Self::Delivery,
        Self::Result,
        Self::Members,
        Self::Attributes,
        Self::Set,
        Self::Request,
        Self::Medium,
    ];

    /// The word of JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Association => "association",
            Self::Keys => "keys",
            Self::Delivery => "delivery",
            Self::Result => "result",
            Self::Members => "members",
            Self::Attributes => "attributes",
            Self::Set => "set",
            Self::Request => "request",
            Self::Medium => "medium",
        }
    }
}

impl Workflow {
    /// All of them, in the order in which people ask for them.
    pub const ALL: [Self; 6] =
        [Self::Storing, Self::Worklist, Self::QueryRetrieve, Self::Print, Self::Media, Self::Other];

    /// The words for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Storing => "Images and documents get stored",
            Self::Worklist => "Worklists and procedure steps",
            Self::QueryRetrieve => "Query and retrieve",
            Self::Print => "Print",
            Self::Media => "Media",
            Self::Other => "Connection and others",
        }
    }

    /// The word of JSON and of addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Storing => "storing",
            Self::Worklist => "worklist",
            Self::QueryRetrieve => "query_retrieve",
            Self::Print => "print",
            Self::Media => "media",
            Self::Other => "other",
        }
    }
}

impl<'c> ServiceKind<'c> {
    /// The service to which a negotiation belongs; nothing where it is a step of another one.
    pub(super) fn of(negotiation: &Negotiation<'c>) -> Option<Self> {
        let Some(class) = negotiation.class else { return Some(Self::Class(negotiation.sop_class)) };
        match class.service_class {
            ServiceClass::Storage => negotiation.has_default_roles().then_some(Self::Storage),
            ServiceClass::StorageCommitment if !negotiation.has_default_roles() => None,
            ServiceClass::UnifiedProcedureStep => Some(Self::UnifiedProcedureStep),
            _ => Some(Self::Class(negotiation.sop_class)),
        }
    }

    /// The SOP class, where it is a registered one.
    pub fn class(self) -> Option<&'static SopClass> {
        match self {
            Self::Class(uid) => sop_class::by_uid(uid),
            _ => None,
        }
    }

    /// What people do with it.
    pub fn workflow(self) -> Workflow {
        match self {
            Self::Storage => Workflow::Storing,
            Self::UnifiedProcedureStep => Workflow::Worklist,
            Self::Media(_) => Workflow::Media,
            Self::Web(service, transaction) => of_web(service, transaction),
            Self::Class(_) => self.class().map_or(Workflow::Other, of_class),
        }
    }
}

fn of_web(service: WebServiceKind, transaction: &str) -> Workflow {
    if service == WebServiceKind::Worklist {
        Workflow::Worklist
    } else if transaction == "Store" {
        Workflow::Storing
    } else if transaction.starts_with("Retrieve Capabilities") {
        Workflow::Other
    } else {
        Workflow::QueryRetrieve
    }
}

fn of_class(class: &SopClass) -> Workflow {
    match class.service_class {
        ServiceClass::StorageCommitment
        | ServiceClass::InstanceAvailabilityNotification
        | ServiceClass::NonPatientObjectStorage => Workflow::Storing,
        ServiceClass::BasicWorklistManagement
        | ServiceClass::GeneralPurposeWorklist
        | ServiceClass::ProcedureStep
        | ServiceClass::DetachedManagement
        | ServiceClass::RelevantPatientInformationQuery => Workflow::Worklist,
        ServiceClass::PrintManagement => Workflow::Print,
        ServiceClass::MediaCreationManagement => Workflow::Media,
        _ if matches!(class.operation(), Some(Operation::Find | Operation::Move | Operation::Get)) => {
            Workflow::QueryRetrieve
        }
        _ => Workflow::Other,
    }
}

impl<'c> Step<'c> {
    /// A step that rests on reasons alone.
    pub(super) fn of(kind: StepKind, reasons: Vec<Reason<'c>>) -> Self {
        Self { kind, negotiations: Vec::new(), verdict: weigh(&reasons), reasons }
    }

    /// The same step, with the verdict of its reasons.
    pub(super) fn weighed(self) -> Self {
        Self { verdict: weigh(&self.reasons), ..self }
    }

    /// A step that rests on several negotiations, of which each is good for something.
    pub(super) fn over(kind: StepKind, all: &[Negotiation<'c>], negotiations: Vec<usize>) -> Self {
        let of = |wanted: fn(Verdict) -> bool| {
            let found = negotiations.iter().filter(|number| wanted(all[**number].verdict));
            found.copied().collect::<Vec<_>>()
        };
        let asked = of(|verdict| verdict != Verdict::NotClaimed);
        let working = of(Verdict::is_working);
        if asked.is_empty() || working.is_empty() || asked.len() == 1 {
            return Self::first(kind, all, negotiations, &asked);
        }
        let mut reasons = Vec::new();
        for verdict in [Verdict::DoesNotWork, Verdict::CannotTell] {
            let numbers = negotiations.iter().filter(|number| all[**number].verdict == verdict);
            let decisive = numbers.filter_map(|number| {
                let reasons = &all[*number].reasons;
                let reason = reasons.iter().find(|reason| reason.verdict() == verdict)?;
                Some((all[*number].sop_class, reason))
            });
            let parts = grouped(decisive).into_iter().map(|(reason, classes)| {
                let inner = Box::new(reason.cause.clone());
                let cause = match verdict {
                    Verdict::DoesNotWork => Cause::RefusedClasses(classes, inner),
                    _ => Cause::DoubtfulClasses(classes, inner),
                };
                cause.at(reason.places)
            });
            reasons.extend(parts);
        }
        reasons.extend(limits(all, &working));
        Self { kind, negotiations, verdict: weigh(&reasons), reasons }
    }

    /// A step that works as well as the best of its negotiations, for the reasons of the first such one.
    fn first(kind: StepKind, all: &[Negotiation<'c>], negotiations: Vec<usize>, asked: &[usize]) -> Self {
        let numbers = if asked.is_empty() { &negotiations } else { asked };
        let best = numbers.iter().min_by_key(|number| all[**number].verdict).map(|number| &all[*number]);
        let verdict = best.map_or(Verdict::NotClaimed, |best| best.verdict);
        let reasons = best.map_or_else(Vec::new, |best| best.reasons.clone());
        Self { kind, negotiations, verdict, reasons }
    }
}

/// Reasons with the SOP classes for which they are given, each cause once.
fn grouped<'a, 'c>(
    reasons: impl Iterator<Item = (&'c str, &'a Reason<'c>)>,
) -> Vec<(&'a Reason<'c>, Vec<&'c str>)> {
    let mut groups: Vec<(&Reason<'c>, Vec<&'c str>)> = Vec::new();
    for (class, reason) in reasons {
        match groups.iter_mut().find(|(known, _)| known.cause == reason.cause) {
            Some((_, classes)) => classes.push(class),
            None => groups.push((reason, vec![class])),
        }
    }
    groups
}

/// Why negotiations that work do not simply work, each cause once, with the SOP classes where it is not that of all.
fn limits<'c>(all: &[Negotiation<'c>], working: &[usize]) -> Vec<Reason<'c>> {
    let reasons = working.iter().flat_map(|number| {
        let negotiation = &all[*number];
        negotiation.reasons.iter().map(|reason| (negotiation.sop_class, reason))
    });
    let limits = grouped(reasons).into_iter().map(|(reason, classes)| {
        if classes.len() == working.len() {
            return reason.clone();
        }
        Cause::OfClasses(Box::new(reason.cause.clone()), classes).at(reason.places)
    });
    limits.collect()
}

impl<'c> Way<'c> {
    /// A service that takes these steps.
    pub(super) fn of(user: Side, steps: Vec<Step<'c>>, is_claimed_by_both: bool) -> Self {
        let verdict = steps.iter().map(|step| step.verdict).reduce(Verdict::and);
        Self { user, steps, verdict: verdict.unwrap_or(Verdict::NotClaimed), is_claimed_by_both }
    }

    /// What keeps it from simply working; of several causes the first one of those that matter most.
    pub fn first_cause(&self) -> Option<&Cause<'c>> {
        let mut first: Option<&Reason<'c>> = None;
        let reasons = self.steps.iter().flat_map(|step| &step.reasons);
        for reason in reasons.filter(|reason| reason.verdict() != Verdict::NotClaimed) {
            if first.is_none_or(|first| reason.verdict() > first.verdict()) {
                first = Some(reason);
            }
        }
        first.map(|reason| &reason.cause)
    }
}

impl<'c> Service<'c> {
    /// A service with its ways.
    pub(super) fn of(kind: ServiceKind<'c>, ways: [Option<Way<'c>>; 2]) -> Self {
        let verdict = match &ways {
            [Some(one), Some(other)] => both(one, other),
            [Some(way), None] | [None, Some(way)] => way.verdict,
            [None, None] => Verdict::NotClaimed,
        };
        Self { kind, ways, verdict }
    }
}

/// What is to be said of a service in both directions.
fn both(one: &Way<'_>, other: &Way<'_>) -> Verdict {
    let is_one_way = |works: &Way<'_>, fails: &Way<'_>| {
        works.verdict.is_working() && fails.verdict == Verdict::DoesNotWork && fails.is_claimed_by_both
    };
    if is_one_way(one, other) || is_one_way(other, one) {
        return Verdict::OneWay;
    }
    one.verdict.and(other.verdict)
}
