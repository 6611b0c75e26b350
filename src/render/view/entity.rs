//! Application Entities (PS3.2 A.4.1.1, A.4.1.2 and A.4.2.1).

use std::collections::HashSet;

use indexmap::IndexMap;
use serde::Serialize;

use super::activity::{ActivityView, RejectionRow, rejections};
use super::conformance::exceptional;
use super::long_sets;
use super::responses::{FailureRow, failure_row};
use super::scope::{Anchors, Scope, strength, support_words, weakest};
use super::sop_class_kind::{STANDARD, SopClassKinds};
use crate::model::survey::{ContextUse, EntityUse, Initiation, ItemId};
use crate::model::{ApplicationEntity, AssociationSide, Item, Limit, OneOrMany, Support, YesNo};

/// The Application Context Name of DICOM itself (PS3.7 A.2.1).
const APPLICATION_CONTEXT: &str = "1.2.840.10008.3.1.1.1";

/// An Application Entity.
#[derive(Debug, Serialize)]
pub struct EntityView {
    /// The author's name for it.
    pub name: String,
    /// The address of its specification in the document.
    pub anchor: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// One sentence for the data flow; prose.
    pub summary: Option<String>,
    /// The functional definition; prose.
    pub description: Option<String>,
    /// The SOP classes it conforms to.
    pub sop_classes: Vec<SopClassRow>,
    /// Whether all of them are those of the standard, with nothing added (PS3.2 7.3).
    pub is_standard: bool,
    /// What else there is to say about its associations; prose.
    pub associations: Option<String>,
    /// The Application Context Name.
    pub application_context: String,
    /// The maximum PDU size that it announces, in words; empty for none.
    pub max_pdu_received: Option<String>,
    /// The maximum PDU size that it sends, in words; empty for none.
    pub max_pdu_sent: Option<String>,
    /// How many associations it initiates at a time.
    pub max_initiated: Option<LimitView>,
    /// How many associations it accepts at a time.
    pub max_accepted: Option<LimitView>,
    /// How many operations may be outstanding, in words.
    pub asynchronous: String,
    /// Whether it negotiates more than one outstanding operation.
    pub is_asynchronous: bool,
    /// When it initiates associations; prose.
    pub initiation: Option<String>,
    /// When it accepts associations; prose.
    pub acceptance: Option<String>,
    /// What it does when the communication fails, on either side of an association; of the activities and services that
    /// say nothing else.
    pub failures: Vec<FailureRow>,
    /// The same, as an initiator only.
    pub initiator_failures: Vec<FailureRow>,
    /// The same, as an acceptor only.
    pub acceptor_failures: Vec<FailureRow>,
    /// When it rejects associations, in all activities.
    pub rejections: Vec<RejectionRow>,
    /// What it does with images that it has in lossy form only; prose.
    pub lossy: Option<String>,
    /// How many presentation contexts are spread over associations; prose.
    pub presentation_contexts: Option<String>,
    /// The activities for which it initiates associations.
    pub initiating: Vec<ActivityView>,
    /// The activities for which it accepts associations.
    pub accepting: Vec<ActivityView>,
    /// The activities without presentation contexts.
    pub other_activities: Vec<ActivityView>,
    /// Every activity and what it does, for the data flow.
    pub flows: Vec<FlowView>,
    /// The storage SOP classes whose instances it creates, by name.
    pub creates: Vec<String>,
}

/// A SOP class and the roles in which it is supported (PS3.2 Table A.4.2-1).
#[derive(Debug, Clone, Serialize)]
pub struct SopClassRow {
    /// The heading of the rows that begin here, where the table is divided by the author's sets.
    pub group: Option<String>,
    /// The name.
    pub name: String,
    /// The UID.
    pub uid: String,
    /// The support as user: `Yes`, `No`, `Option`.
    pub scu: &'static str,
    /// The support as provider: `Yes`, `No`, `Option`.
    pub scp: &'static str,
    /// `Standard`, `Standard Extended`, `Specialized` or `Private` (PS3.2 7.3); empty in the overview.
    pub kind: &'static str,
}

/// A limit with its words.
#[derive(Debug, Serialize)]
pub struct LimitView {
    /// The number, `Unlimited` or `Not stated`, with `(configurable)` where it can be changed.
    pub value: String,
    /// What else there is to say; prose.
    pub text: Option<String>,
}

/// An activity in the data flow (PS3.2 A.4.1.1).
#[derive(Debug, Serialize)]
pub struct FlowView {
    /// The local real-world activity.
    pub local: String,
    /// The real-world activity at the other end.
    pub remote: Option<String>,
    /// Whether associations are initiated.
    pub initiates: bool,
    /// Whether associations are accepted.
    pub accepts: bool,
}

impl EntityView {
    pub(super) fn of(
        scope: &Scope<'_>,
        position: usize,
        used: &EntityUse<'_>,
        (anchors, kinds): (&mut Anchors, &SopClassKinds<'_>),
    ) -> Self {
        let entity = used.entity;
        let anchor = anchors.of("ae", used.name);
        let contexts = scope.survey.contexts_of(used);
        let sop_classes = sop_class_rows(scope, contexts, kinds);
        let initiates = contexts.iter().any(|context| context.initiation == Initiation::Initiates);
        let accepts = contexts.iter().any(|context| context.initiation == Initiation::Accepts);
        let associations = &entity.associations.or(&scope.statement().associations);
        let failures = Failures::of(scope, entity, (initiates, accepts));
        let outstanding = associations.asynchronous.unwrap_or(1);
        let policies = &entity.policies;
        let mut view = Self {
            name: used.name.to_owned(),
            support: exceptional(entity.support),
            summary: scope.prose(entity.summary.as_ref()),
            description: scope.prose(entity.description.as_ref()),
            is_standard: sop_classes.iter().all(|row| row.kind == STANDARD),
            sop_classes,
            associations: scope.prose(associations.text.as_ref()),
            application_context: associations
                .application_context
                .clone()
                .unwrap_or_else(|| APPLICATION_CONTEXT.to_owned()),
            max_pdu_received: associations.max_pdu_received.map(pdu_words),
            max_pdu_sent: associations.max_pdu_sent.map(pdu_words),
            max_initiated: limit(scope, &associations.max_initiated, initiates),
            max_accepted: limit(scope, &associations.max_accepted, accepts),
            asynchronous: if outstanding == 0 { "Unlimited".to_owned() } else { outstanding.to_string() },
            is_asynchronous: outstanding != 1,
            initiation: scope.prose(policies.initiation.as_ref()),
            acceptance: scope.prose(policies.acceptance.as_ref()),
            failures: failures.both,
            initiator_failures: failures.initiator,
            acceptor_failures: failures.acceptor,
            rejections: rejections(scope, entity.rejections.iter()),
            lossy: scope.prose(policies.lossy.as_ref()),
            presentation_contexts: scope.prose(policies.presentation_contexts.as_ref()),
            creates: names(scope, &entity.creates),
            initiating: Vec::new(),
            accepting: Vec::new(),
            other_activities: Vec::new(),
            flows: Vec::new(),
            anchor,
        };
        view.activities(scope, position);
        view
    }

    fn activities(&mut self, scope: &Scope<'_>, position: usize) {
        let mut anchors = Anchors::default();
        let first = scope.survey.activities.partition_point(|activity| activity.entity < position);
        let activities = scope.survey.activities.iter().enumerate().skip(first);
        for (number, used) in activities.take_while(|(_, used)| used.entity == position) {
            let contexts = &scope.survey.contexts[used.contexts.clone()];
            let has = |initiation| contexts.iter().any(|context| context.initiation == initiation);
            let (initiates, accepts) = (has(Initiation::Initiates), has(Initiation::Accepts));
            let anchor = anchors.of(&self.anchor, used.name);
            self.flows.push(FlowView {
                local: used.activity.local.as_deref().unwrap_or(used.name).to_owned(),
                remote: used.activity.remote.clone(),
                initiates,
                accepts,
            });
            if initiates {
                self.initiating.push(ActivityView::of(scope, number, &anchor, Some(Initiation::Initiates)));
            }
            if accepts {
                self.accepting.push(ActivityView::of(scope, number, &anchor, Some(Initiation::Accepts)));
            }
            if !initiates && !accepts {
                self.other_activities.push(ActivityView::of(scope, number, &anchor, None));
            }
        }
    }
}

fn names(scope: &Scope<'_>, classes: &OneOrMany<Item>) -> Vec<String> {
    let mut seen = HashSet::new();
    let ids = scope.expanded(classes).into_iter().filter(|id| seen.insert(scope.identity(*id)));
    ids.map(|id| scope.short_name(id)).collect()
}

/// What an entity does when the communication fails: told once where it does the same on both sides.
struct Failures {
    both: Vec<FailureRow>,
    initiator: Vec<FailureRow>,
    acceptor: Vec<FailureRow>,
}

impl Failures {
    fn of(scope: &Scope<'_>, entity: &ApplicationEntity, (initiates, accepts): (bool, bool)) -> Self {
        let general = &scope.statement().communication_failures;
        let rows =
            if entity.communication_failures.is_empty() { general } else { &entity.communication_failures };
        let of_side = |side: AssociationSide, applies: bool| -> Vec<FailureRow> {
            let rows = rows.iter().filter(|row| applies && row.side.is_none_or(|stated| stated == side));
            rows.map(|row| failure_row(scope, row)).collect()
        };
        let initiator = of_side(AssociationSide::Initiator, initiates);
        let acceptor = of_side(AssociationSide::Acceptor, accepts);
        if initiates && accepts && initiator == acceptor {
            return Self { both: initiator, initiator: Vec::new(), acceptor: Vec::new() };
        }
        Self { both: Vec::new(), initiator, acceptor }
    }
}

/// The SOP classes of some contexts, each one once, in the order of their first mention; those that stand under the
/// heading of a set come last.
fn sop_class_rows<'s>(
    scope: &Scope<'s>,
    contexts: &[ContextUse<'s>],
    kinds: &SopClassKinds<'_>,
) -> Vec<SopClassRow> {
    let claims = claims(scope, contexts);
    let headings = long_sets::headings(scope, contexts);
    let (headed, plain): (Vec<_>, Vec<_>) = claims
        .iter()
        .map(|(identity, claim)| (headings.get(identity), claim))
        .partition(|row| row.0.is_some());
    let mut above = None;
    let rows = plain.into_iter().chain(headed).map(|(heading, claim)| {
        let begins = std::mem::replace(&mut above, heading) != heading;
        let group = heading.filter(|_| begins).cloned();
        SopClassRow { group, kind: kinds.kind(scope, claim.id), ..claim.row(scope) }
    });
    rows.collect()
}

/// How far a SOP class is supported in each role.
pub(super) struct Claim {
    /// A mention of the class.
    pub(super) id: ItemId,
    /// The support as user.
    pub(super) user: Support,
    /// The support as provider.
    pub(super) provider: Support,
}

impl Claim {
    pub(super) fn row(&self, scope: &Scope<'_>) -> SopClassRow {
        SopClassRow {
            group: None,
            name: scope.name(self.id),
            uid: scope.uid(self.id),
            scu: support_words(self.user),
            scp: support_words(self.provider),
            kind: "",
        }
    }
}

/// The SOP classes of some contexts with the strongest claim for each role.
pub(super) fn claims<'s>(scope: &Scope<'s>, contexts: &[ContextUse<'_>]) -> IndexMap<&'s str, Claim> {
    let mut claims: IndexMap<&str, Claim> = IndexMap::new();
    for context in contexts {
        let entity = scope.survey.entities[context.entity].entity;
        let activity = scope.survey.activities[context.activity].activity;
        for id in context.abstract_syntaxes.iter().copied() {
            let item = scope.survey.item(id).item;
            let support = weakest(&[entity.support, activity.support, context.context.support, item.support]);
            let claim = claims.entry(scope.identity(id)).or_insert(Claim {
                id,
                user: Support::No,
                provider: Support::No,
            });
            if context.role.is_user() {
                claim.user = stronger(claim.user, support);
            }
            if context.role.is_provider() {
                claim.provider = stronger(claim.provider, support);
            }
        }
    }
    claims
}

fn stronger(one: Support, other: Support) -> Support {
    if strength(other) > strength(one) { other } else { one }
}

/// A limit, where one is stated or ought to be.
pub(super) fn limit(scope: &Scope<'_>, limit: &Limit, applies: bool) -> Option<LimitView> {
    let text = scope.prose(limit.text.as_ref());
    if limit.value.is_none() && text.is_none() && !applies {
        return None;
    }
    let value = limit.value.map(|value| value.to_string());
    let value =
        value.map_or_else(|| "Not stated".to_owned(), |value| super::conformance::sentence_case(&value));
    let configurable = if limit.configurable == Some(YesNo::Yes) { " (configurable)" } else { "" };
    Some(LimitView { value: format!("{value}{configurable}"), text })
}

fn pdu_words(size: i64) -> String {
    if size == 0 { String::new() } else { format!("{size} bytes") }
}
