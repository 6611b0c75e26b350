//! Associations between entities that meet: titles, how many at a time, operations, PDU sizes, time-outs.

use super::{BOTH, Gathering, Note, View, route, row, statement};
use crate::compare::together::Topic;
use crate::compare::together::wording::listed;
use crate::model::survey::EntityUse;
use crate::model::{Associations, Count, Limit};
use crate::pairing::{Judgement, Side, Verdict};
use crate::route::Route;

/// Two entities of which one makes an association that the other one accepts.
pub(super) struct Meeting<'v> {
    /// Who makes it.
    pub(super) initiator: Side,
    /// The entities of the two sides.
    pub(super) entities: [&'v EntityUse<'v>; 2],
}

impl<'v> Meeting<'v> {
    fn entity(&self, side: Side) -> &'v EntityUse<'v> {
        self.entities[side as usize]
    }
}

/// The entities that meet, each pair once for each of the two who may make the association.
pub(super) fn meetings<'v>(view: &View<'v>, judgement: &Judgement<'v>) -> Vec<Meeting<'v>> {
    let mut seen: Vec<(Side, usize, usize)> = Vec::new();
    for negotiation in judgement.negotiations.iter().filter(|one| one.verdict.is_working()) {
        let parties = BOTH.map(|side| negotiation.offered(side).map(|offered| offered.party));
        if let [Some(one), Some(other)] = parties {
            if !seen.contains(&(negotiation.initiator, one, other)) {
                seen.push((negotiation.initiator, one, other));
            }
        }
    }
    let entity = |side: Side, party: usize| {
        let product = view.products[side as usize];
        &product.survey.entities[product.parties[party].entity]
    };
    let meeting = |(initiator, one, other): (Side, usize, usize)| Meeting {
        initiator,
        entities: [entity(Side::One, one), entity(Side::Other, other)],
    };
    seen.into_iter().map(meeting).collect()
}

/// The policies of an entity, and the route of one of them: its own, or that of all entities.
struct Policies {
    own: Associations,
    all: Associations,
    name: String,
}

impl Policies {
    fn of(view: &View<'_>, side: Side, entity: &EntityUse<'_>) -> Self {
        let all = &statement(view, side).associations;
        let own = &entity.entity.associations;
        Self { own: own.clone(), all: own.or(all), name: entity.name.to_owned() }
    }

    fn route<T: PartialEq + Default>(&self, of: impl Fn(&Associations) -> T, key: &str) -> Route {
        if of(&self.own) == T::default() {
            route(&["associations", key])
        } else {
            route(&["application_entities", &self.name, "associations", key])
        }
    }
}

/// The entities of a side that meet somebody, each once, in the order of the statement.
pub(super) fn entities<'v>(meetings: &[Meeting<'v>], side: Side) -> Vec<&'v EntityUse<'v>> {
    let mut entities: Vec<_> = meetings.iter().map(|meeting| meeting.entity(side)).collect();
    entities.sort_by_key(|entity| entity.trail);
    entities.dedup_by_key(|entity| entity.trail);
    entities
}

/// What each side says of its entities that meet: a few words for each that says something.
fn said(
    view: &View<'_>,
    meetings: &[Meeting<'_>],
    words: impl Fn(Side, &Policies) -> Option<String>,
) -> [Option<String>; 2] {
    BOTH.map(|side| {
        let entities = entities(meetings, side).into_iter();
        let found = entities.filter_map(|entity| {
            let policies = Policies::of(view, side, entity);
            Some(format!("{}: {}", policies.name, words(side, &policies)?))
        });
        let found: Vec<_> = found.collect();
        (!found.is_empty()).then(|| listed(found.iter().map(String::as_str)))
    })
}

/// The policies of the pairs that meet, in the order of the statement of a side.
fn pairs(view: &View<'_>, meetings: &[Meeting<'_>], side: Side) -> Vec<[Policies; 2]> {
    let mut ordered: Vec<_> = meetings.iter().map(|meeting| meeting.entities).collect();
    ordered.sort_by_key(|entities| (entities[side as usize].trail, entities[side.opposite() as usize].trail));
    let policies =
        |entities: [&EntityUse<'_>; 2]| BOTH.map(|side| Policies::of(view, side, entities[side as usize]));
    ordered.into_iter().map(policies).collect()
}

/// The AE titles, and how titles of peers are checked.
pub(super) fn titles(view: &View<'_>, meetings: &[Meeting<'_>]) -> Option<Topic> {
    let title = |entity: &EntityUse<'_>| {
        entity.entity.ae_title.as_deref().map(str::trim).filter(|title| !title.is_empty()).map(str::to_owned)
    };
    let titles = BOTH.map(|side| {
        let mut titles: Vec<String> = Vec::new();
        for title in entities(meetings, side).into_iter().filter_map(title) {
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        titles
    });
    let mut topic = Gathering::of(view, "AE titles", [row(&titles[0]), row(&titles[1])])?;
    for shared in titles[0].iter().filter(|own| titles[1].contains(own)) {
        let note = Note {
            cause: "same-title",
            verdict: Verdict::WorksWithLimits,
            message: format!("both sides have the AE title `{shared}` as delivered"),
            remedy: "one of the two has to get another title".to_owned(),
            reference: "PS3.8, section 9.3.2",
        };
        let place = |side: Side| {
            let entity =
                entities(meetings, side).into_iter().find(|entity| title(entity).as_ref() == Some(shared))?;
            Some((side, route(&["application_entities", entity.name, "ae_title"])))
        };
        topic.note(note, BOTH.into_iter().filter_map(place).collect());
    }
    for side in BOTH {
        let checks = &topic.statement(side).security.association_level;
        let rows =
            [("calling_ae_title", &checks.calling_ae_title), ("called_ae_title", &checks.called_ae_title)];
        for (key, prose) in rows {
            topic.quote(side, prose.as_ref(), route(&["security", "association_level", key]));
        }
    }
    Some(topic.topic())
}

/// A number of associations; how many where there is no limit.
fn number(limit: &Limit) -> Option<u64> {
    match limit.value? {
        Count::Number(number) => Some(number),
        Count::Unlimited => Some(u64::MAX),
    }
}

fn shown(number: u64) -> String {
    if number == u64::MAX { "any number".to_owned() } else { number.to_string() }
}

/// How many associations there are at a time.
pub(super) fn limits(view: &View<'_>, meetings: &[Meeting<'_>]) -> Option<Topic> {
    let initiates = |side: Side| meetings.iter().any(|meeting| meeting.initiator == side);
    let said = said(view, meetings, |side, policies| {
        let rows = [
            ("initiates", &policies.all.max_initiated, initiates(side)),
            ("accepts", &policies.all.max_accepted, initiates(side.opposite())),
        ];
        let rows = rows.into_iter().filter(|(.., is_meant)| *is_meant);
        let texts =
            rows.filter_map(|(word, limit, _)| Some(format!("{word} {} at a time", shown(number(limit)?))));
        let texts: Vec<_> = texts.collect();
        (!texts.is_empty()).then(|| texts.join(" and "))
    });
    let mut topic = Gathering::of(view, "Associations at a time", said)?;
    for initiator in BOTH {
        fewer(&mut topic, meetings, initiator);
    }
    Some(topic.topic())
}

/// The entity of a side that accepts the least of what one of the other side would initiate.
fn fewer(topic: &mut Gathering<'_, '_>, meetings: &[Meeting<'_>], initiator: Side) {
    let acceptor = initiator.opposite();
    let policies = meetings
        .iter()
        .filter(|meeting| meeting.initiator == initiator)
        .map(|meeting| BOTH.map(|side| Policies::of(topic.view, side, meeting.entity(side))));
    let policies: Vec<_> = policies.collect();
    let numbers = |pair: &[Policies; 2]| {
        let wanted = number(&pair[initiator as usize].all.max_initiated);
        (wanted, number(&pair[acceptor as usize].all.max_accepted))
    };
    let of_pair = |pair: &'_ [Policies; 2]| {
        vec![
            (initiator, pair[initiator as usize].route(|own| own.max_initiated.clone(), "max_initiated")),
            (acceptor, pair[acceptor as usize].route(|own| own.max_accepted.clone(), "max_accepted")),
        ]
    };
    let worst = policies
        .iter()
        .filter_map(|pair| match numbers(pair) {
            (Some(wanted), Some(accepted)) if wanted > accepted => Some((accepted, wanted, pair)),
            _ => None,
        })
        .min_by_key(|(accepted, wanted, _)| (*accepted, u64::MAX - wanted));
    if let Some((accepted, wanted, pair)) = worst {
        let note = Note {
            cause: "fewer-associations",
            verdict: Verdict::WorksWithLimits,
            message: format!(
                "{} of {} initiates up to {} associations at a time, and {} of {} accepts {}",
                pair[initiator as usize].name,
                topic.view.name(initiator),
                shown(wanted),
                pair[acceptor as usize].name,
                topic.view.name(acceptor),
                shown(accepted),
            ),
            remedy: format!("set {} to make no more than that", topic.view.name(initiator)),
            reference: "PS3.2, section A.4.2.1.2.2",
        };
        topic.note(note, of_pair(pair));
    }
    for (side, is_unknown) in [(initiator, true), (acceptor, false)] {
        let silent = policies.iter().find(|pair| match numbers(pair) {
            (None, Some(accepted)) => is_unknown && accepted != u64::MAX,
            (Some(_), None) => !is_unknown,
            _ => false,
        });
        let Some(pair) = silent else { continue };
        let (name, word) = (topic.view.name(side), if is_unknown { "initiates" } else { "accepts" });
        let note = Note {
            cause: "silent",
            verdict: Verdict::CannotTell,
            message: format!(
                "{name} does not say how many associations {} {word} at a time",
                pair[side as usize].name
            ),
            remedy: format!("ask the vendor of {name}"),
            reference: "PS3.2, section A.4.2.1.2.2",
        };
        let speaking = side.opposite();
        let place = of_pair(pair).into_iter().filter(|(side, _)| *side == speaking).collect();
        topic.note(note, place);
    }
}

/// How many operations may be outstanding.
pub(super) fn asynchronous(view: &View<'_>, meetings: &[Meeting<'_>]) -> Option<Topic> {
    let words = |window: i64| match window {
        1 => "one operation at a time".to_owned(),
        0 => "any number of operations at a time".to_owned(),
        number => format!("{number} operations at a time"),
    };
    let said = said(view, meetings, |_, policies| policies.all.asynchronous.map(words));
    let mut topic = Gathering::of(view, "Asynchronous operations", said)?;
    for side in BOTH {
        let pairs = pairs(view, meetings, side);
        let (ours, theirs) = (side as usize, side.opposite() as usize);
        let several = pairs.into_iter().find(|pair| {
            pair[ours].all.asynchronous.is_some_and(|window| window != 1)
                && pair[theirs].all.asynchronous.is_none_or(|window| window == 1)
        });
        let Some(pair) = several else { continue };
        let (name, other) = (view.name(side), view.name(side.opposite()));
        let is_silent = pair[theirs].all.asynchronous.is_none();
        let place = |number: usize| pair[number].route(|own| own.asynchronous, "asynchronous");
        let mut evidence = vec![(side, place(ours))];
        if !is_silent {
            evidence.push((side.opposite(), place(theirs)));
        }
        let note = Note {
            cause: if is_silent { "silent" } else { "synchronous-only" },
            verdict: if is_silent { Verdict::CannotTell } else { Verdict::WorksWithLimits },
            message: if is_silent {
                format!("{other} does not say whether it takes several operations at a time, as {name} does")
            } else {
                format!(
                    "{name} would have several operations outstanding, and {other} takes one at a time: so they do one at a time"
                )
            },
            remedy: if is_silent {
                format!("ask the vendor of {other}, where speed matters")
            } else {
                "nothing has to be done, unless it is too slow".to_owned()
            },
            reference: "PS3.7, section D.3.3.3",
        };
        topic.note(note, evidence);
    }
    Some(topic.topic())
}

/// The Application Context Name of PS3.7.
const APPLICATION_CONTEXT: [&str; 2] = ["1.2.840.10008.3.1.1.1", "DICOM Application Context Name"];

/// The Application Context Name, where a side states one that is not that of DICOM.
pub(super) fn application_context(view: &View<'_>, meetings: &[Meeting<'_>]) -> Option<Topic> {
    let own = |policies: &Associations| {
        let name = policies.application_context.as_deref().map(str::trim).unwrap_or_default();
        let is_standard = APPLICATION_CONTEXT.iter().any(|known| name.eq_ignore_ascii_case(known));
        (!name.is_empty() && !is_standard).then(|| name.to_owned())
    };
    let said = said(view, meetings, |_, policies| own(&policies.all));
    let mut topic = Gathering::of(view, "Application context", said)?;
    let place = |side: Side| {
        let pairs = pairs(view, meetings, side);
        let own_one = |pair: &&[Policies; 2]| {
            let (ours, theirs) = (own(&pair[side as usize].all), own(&pair[side.opposite() as usize].all));
            ours.is_some() && ours != theirs
        };
        let pair = pairs.iter().find(own_one)?;
        let route = pair[side as usize].route(|own| own.application_context.clone(), "application_context");
        Some((side, route))
    };
    let places: Vec<_> = BOTH.into_iter().filter_map(place).collect();
    if !places.is_empty() {
        let note = Note {
            cause: "other-application-context",
            verdict: Verdict::DoesNotWork,
            message: "the two do not have the same Application Context Name".to_owned(),
            remedy: format!("`{}` is that of DICOM", APPLICATION_CONTEXT[0]),
            reference: "PS3.7, section A.2.1",
        };
        topic.note(note, places);
    }
    Some(topic.topic())
}

/// The PDU sizes: each side keeps to what the other one announces, so that there is nothing to judge.
pub(super) fn pdu_sizes(view: &View<'_>, meetings: &[Meeting<'_>]) -> Option<Topic> {
    let size = |bytes: i64| if bytes == 0 { "without limit".to_owned() } else { format!("{bytes} bytes") };
    let said = said(view, meetings, |_, policies| {
        let rows = [("receives", policies.all.max_pdu_received), ("sends", policies.all.max_pdu_sent)];
        let texts = rows.into_iter().filter_map(|(word, bytes)| Some(format!("{word} {}", size(bytes?))));
        let texts: Vec<_> = texts.collect();
        (!texts.is_empty()).then(|| texts.join(" and "))
    });
    Some(Gathering::of(view, "PDU sizes", said)?.topic())
}

/// The time-outs of all entities, side by side; nobody can judge them from here.
pub(super) fn time_outs(view: &View<'_>) -> Option<Topic> {
    let said = BOTH.map(|side| {
        let set = &statement(view, side).configuration.timeouts;
        let rows = [
            ("association", &set.association),
            ("DIMSE", &set.dimse),
            ("connect", &set.tcp_connect),
            ("ARTIM", &set.artim),
            ("idle", &set.idle),
        ];
        let texts = rows.into_iter().filter_map(|(word, setting)| {
            Some(format!(
                "{word} {}",
                setting.default.as_deref().map(str::trim).filter(|text| !text.is_empty())?
            ))
        });
        row(&texts.collect::<Vec<_>>())
    });
    Some(Gathering::of(view, "Time-outs", said)?.topic())
}
