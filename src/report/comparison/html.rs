//! A comparison as one HTML page: what works and what does not first, then why, then the two statements side by side.
//!
//! As on the page of findings, nothing that a document says becomes markup, and nothing but the page's own style and
//! script loads or runs.

mod contexts;
mod overview;
pub(super) mod reasons;
mod remedies;
mod services;
mod topics;

use std::collections::BTreeSet;
use std::io::{self, Write};

use self::contexts::Row;
use self::reasons::Sides;
use super::{SideBySide, wording};
use crate::compare::together::{ComparedWay, Evidence};
use crate::pairing::{Side, Verdict};
use crate::report::html::frame::Frame;
use crate::route::Step;

/// What the page may do. Written by `DICOMPLY_BLESS=1 cargo test`.
pub(super) const POLICY: &str = include_str!("html/policy.txt");

/// The style of this page beyond that of all.
pub(super) const STYLE: &str = include_str!("html/style.css");

/// The script of this page.
pub(super) const SCRIPT: &str = include_str!("html/script.js");

pub(super) fn write(view: &SideBySide<'_>, out: &mut impl Write) -> io::Result<()> {
    let page = Page::of(view);
    let frame = Frame {
        title: &wording::capitalized(&wording::answer(view)),
        policy: POLICY,
        style: STYLE,
        script: SCRIPT,
        skip: "Skip to the comparison",
    };
    frame.head(out)?;
    overview::write_filters(&page, out)?;
    writeln!(out, "<main id=\"main\" tabindex=\"-1\">")?;
    overview::write_opening(&page, out)?;
    overview::write_glance(&page, out)?;
    remedies::write(&page, out)?;
    overview::write_products(&page, out)?;
    services::write(&page, out)?;
    contexts::write(&page, out)?;
    topics::write(&page, out)?;
    frame.foot(out)
}

/// What is written, and what can be filtered by.
struct Page<'p, 'c> {
    view: &'p SideBySide<'c>,
    sides: Sides<'p, 'c>,
    /// The Application Entities of both sides that anything is said of.
    entities: Vec<(Side, &'c str)>,
    /// For each presentation context, the positions of the services that rest on it.
    services: Vec<BTreeSet<usize>>,
    /// The presentation contexts in rows.
    rows: Vec<Row>,
    /// For each presentation context, the number of its row.
    row_numbers: Vec<usize>,
}

impl<'p, 'c> Page<'p, 'c> {
    fn of(view: &'p SideBySide<'c>) -> Self {
        let comparison = view.comparison;
        let mut services = vec![BTreeSet::new(); comparison.contexts.len()];
        for (number, service) in comparison.services.iter().enumerate() {
            for context in service.ways.iter().flat_map(|way| &way.steps).flat_map(|step| &step.contexts) {
                if let Some(resting) = services.get_mut(*context) {
                    resting.insert(number);
                }
            }
        }
        let mut entities: Vec<(Side, &str)> = Vec::new();
        for side in [Side::One, Side::Other] {
            let known =
                view.side(side).statement().into_iter().flat_map(|one| one.application_entities.iter());
            entities.extend(known.map(|(name, _)| (side, name.as_str())));
        }
        let (rows, row_numbers) = contexts::rows(&comparison.contexts);
        let sides = Sides {
            documents: [&view.sides[0], &view.sides[1]],
            names: [view.name(Side::One), view.name(Side::Other)],
        };
        Self { view, sides, entities, services, rows, row_numbers }
    }

    /// How an Application Entity is called in the page.
    fn entity_id(&self, side: Side, name: &str) -> Option<String> {
        let mut of_side = self.entities.iter().filter(|(one, _)| *one == side);
        let position = of_side.position(|(_, known)| *known == name)?;
        Some(format!("{}{position}", side.letter()))
    }

    /// The Application Entities that presentation contexts and evidence are about, as an attribute has them.
    fn entities_of<'e>(
        &self,
        contexts: impl Iterator<Item = usize>,
        evidence: impl Iterator<Item = &'e Evidence>,
    ) -> String {
        let mut found = BTreeSet::new();
        for context in contexts.filter_map(|number| self.view.comparison.contexts.get(number)) {
            for side in [Side::One, Side::Other] {
                let offer = context.offers[side as usize].as_ref();
                found.extend(offer.and_then(|offer| self.entity_id(side, &offer.entity)));
            }
        }
        for Evidence { side, route } in evidence {
            if let [Step::Key(first), Step::Key(name), ..] = route.steps()
                && first == "application_entities"
            {
                found.extend(self.entity_id(*side, name));
            }
        }
        found.into_iter().collect::<Vec<_>>().join(" ")
    }

    /// The product of a side with the letter that it has on the page.
    fn product(&self, side: Side) -> String {
        self.sides.party(side)
    }

    /// Who asks whom, by name.
    fn direction(&self, user: Side) -> String {
        let (one, other) = (self.product(user), self.product(user.opposite()));
        format!("{one} <span class=\"arrow\">→</span> {other}")
    }
}

/// How a service is called in the page with one of the sides as its user.
fn way_id(service: usize, way: &ComparedWay) -> String {
    format!("s{}{}", service + 1, way.user.letter().to_lowercase())
}

/// A verdict as a sign and in words.
pub(super) fn badge(verdict: Verdict) -> String {
    format!("<span class=\"verdict {}\">{} {}</span>", verdict.id(), sign(verdict), verdict.as_str())
}

/// The sign of a verdict.
pub(super) fn sign(verdict: Verdict) -> String {
    format!("<span class=\"sign\">{}</span>", wording::sign(verdict))
}
