//! A comparison as JSON, for programs.

mod form;

use std::io::{self, Write};

use schemars::generate::SchemaSettings;

use self::form::{
    Context, Counts, Object, Offer, Product, QuoteRow, Service, Step, Syntax, TopicRow, VERSION, Way,
};
use super::SideBySide;
use super::statement::Located;
use crate::compare::together::{
    ComparedContext, ComparedOffer, ComparedService, ComparedStep, ComparedWay, Evidence, Explanation, Named,
    Quote, Topic,
};
use crate::pairing::Side;
use crate::route::Route;

pub(super) use self::form::{Place, Reason};

/// The JSON Schema (draft 2020-12) of what [`SideBySide::write_json`] writes; pretty, with a line end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Object<'_>>();
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

pub(super) fn write(view: &SideBySide<'_>, out: &mut impl Write) -> io::Result<()> {
    let comparison = view.comparison;
    let object = Object {
        version: VERSION,
        products: [Side::One, Side::Other].map(|side| product(view, side)),
        verdict: comparison.verdict.id(),
        services: comparison.services.iter().map(|service| view.service_row(service)).collect(),
        contexts: comparison.contexts.iter().map(|context| view.context_row(context)).collect(),
        topics: comparison.topics.iter().map(|topic| view.topic_row(topic)).collect(),
        summary: counts(view),
    };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn product<'c>(view: &SideBySide<'c>, side: Side) -> Product<'c> {
    let (product, located) = (&view.comparison.products[side as usize], view.side(side));
    Product {
        side: side.letter(),
        file: located.path(),
        name: &product.name,
        versions: &product.versions,
        errors: located.read.errors,
    }
}

fn counts(view: &SideBySide<'_>) -> Counts {
    let [works, works_with_limits, cannot_tell, one_way, does_not_work, not_claimed] =
        view.tally().map(|(_, count)| count);
    Counts { works, works_with_limits, cannot_tell, one_way, does_not_work, not_claimed }
}

fn syntaxes(named: &[Named]) -> Vec<Syntax<'_>> {
    named.iter().map(|Named { uid, name }| Syntax { uid, name }).collect()
}

impl<'c> SideBySide<'c> {
    fn service_row(&self, service: &'c ComparedService) -> Service<'c> {
        Service {
            name: &service.name,
            sop_class: service.sop_class.as_deref(),
            workflow: service.workflow.id(),
            verdict: service.verdict.id(),
            ways: service.ways.iter().map(|way| self.way_row(way)).collect(),
        }
    }

    fn way_row(&self, way: &'c ComparedWay) -> Way<'c> {
        Way {
            user: way.user.letter(),
            provider: way.user.opposite().letter(),
            verdict: way.verdict.id(),
            steps: way.steps.iter().map(|step| self.step_row(step)).collect(),
        }
    }

    fn step_row(&self, step: &'c ComparedStep) -> Step<'c> {
        Step {
            kind: step.kind.id(),
            verdict: step.verdict.id(),
            contexts: &step.contexts,
            reasons: self.reason_rows(&step.reasons),
        }
    }

    fn reason_rows(&self, reasons: &'c [Explanation]) -> Vec<Reason<'c>> {
        let at = |evidence: &Evidence| self.place(evidence.side, &evidence.route);
        reasons.iter().map(|one| reason(one, at)).collect()
    }

    fn context_row(&self, context: &'c ComparedContext) -> Context<'c> {
        let offer =
            |side: Side| context.offers[side as usize].as_ref().map(|offer| self.offer_row(side, offer));
        Context {
            sop_class: &context.sop_class,
            name: &context.name,
            initiator: context.initiator.letter(),
            user: context.user.letter(),
            offers: [offer(Side::One), offer(Side::Other)],
            agreed: syntaxes(&context.agreed),
            verdict: context.verdict.id(),
            reasons: self.reason_rows(&context.reasons),
        }
    }

    fn offer_row(&self, side: Side, offer: &'c ComparedOffer) -> Offer<'c> {
        Offer {
            entity: &offer.entity,
            ae_title: offer.ae_title.as_deref(),
            activity: &offer.activity,
            role: offer.role.to_string(),
            transfer_syntaxes: syntaxes(&offer.transfer_syntaxes),
            is_complete: offer.is_complete,
            place: self.place(side, &offer.route),
        }
    }

    fn topic_row(&self, topic: &'c Topic) -> TopicRow<'c> {
        let quote = |quote: &'c Quote| QuoteRow {
            text: &quote.text,
            place: self.place(quote.evidence.side, &quote.evidence.route),
        };
        let [one, other] = &topic.said;
        TopicRow {
            name: topic.name,
            verdict: topic.verdict.id(),
            said: [one.as_deref(), other.as_deref()],
            reasons: self.reason_rows(&topic.reasons),
            quotes: topic.quotes.iter().map(quote).collect(),
        }
    }

    fn place(&self, side: Side, route: &Route) -> Place<'c> {
        place(self.side(side), side, route)
    }
}

/// Why something does not simply work.
pub(super) fn reason<'c>(reason: &'c Explanation, at: impl Fn(&Evidence) -> Place<'c>) -> Reason<'c> {
    Reason {
        cause: reason.cause,
        verdict: reason.verdict.id(),
        message: &reason.message,
        remedy: reason.remedy.as_deref(),
        reference: reason.reference,
        evidence: reason.evidence.iter().map(at).collect(),
    }
}

/// A place of a document.
pub(super) fn place<'c>(located: &Located<'c>, side: Side, route: &Route) -> Place<'c> {
    let found = located.find(route);
    let found = found.as_ref();
    Place {
        side: side.letter(),
        route: route.to_string(),
        file: found.map(|found| found.path),
        line: found.map(|found| found.start.line),
        column: found.map(|found| found.start.column),
        end_line: found.map(|found| found.end.line),
        end_column: found.map(|found| found.end.column),
    }
}
