//! Which services the links of a site really carry, with transfer syntaxes: links held against statements.

mod syntax_names;

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::Serialize;

use super::Ground;
use super::ends::{Ends, some_of};
use crate::model::{Direction, LinkUse, Protocol};
use crate::pairing::{Carriage, Gap, LinkService, LinkServiceKind, Side, class_name};

/// What the links of a site carry.
#[derive(Debug, Default, Serialize)]
pub struct ServicesOfLinks {
    /// The links over which associations are made, and those over the web.
    pub matrices: Vec<ServiceMatrix>,
    /// The transfer syntaxes that the matrices name by short names.
    pub syntaxes: Vec<SyntaxRow>,
    /// Links whose ends, by their statements, have nothing in common that the link could carry.
    pub claims: Vec<ClaimRow>,
    /// Why nothing, or not everything, is known of what links carry.
    pub unknown: Vec<UnknownRow>,
    /// How many links are shown to work.
    pub number_shown: usize,
    /// How many are not obsolete.
    pub number_of_links: usize,
}

/// Links against services.
#[derive(Debug, Serialize)]
pub struct ServiceMatrix {
    /// What the links speak: `associations` or `web`.
    pub id: &'static str,
    /// The caption.
    pub caption: &'static str,
    /// The services that occur.
    pub columns: Vec<&'static str>,
    /// The links, in the author's order.
    pub rows: Vec<MatrixRow>,
}

/// A link against services.
#[derive(Debug, Serialize)]
pub struct MatrixRow {
    /// Source and target: `CT1 → PACS`.
    pub link: String,
    /// The stage of life.
    pub status: &'static str,
    /// For each service: the transfer syntaxes by short names; `yes` where it is carried and none are listed; `no syntax`
    /// where none is common to both ends; `?` where it is not known; nothing where it is not carried.
    pub cells: Vec<Vec<String>>,
    /// `shown`, `in part`, `claim only` or `unknown`.
    pub verdict: &'static str,
}

/// A transfer syntax with its short name.
#[derive(Debug, Serialize)]
pub struct SyntaxRow {
    /// The short name.
    pub short: String,
    /// The name in the registry (PS3.6); empty where it has none there.
    pub name: String,
    /// The UID.
    pub uid: String,
}

/// A link that carries nothing.
#[derive(Debug, Serialize)]
pub struct ClaimRow {
    /// Source and target.
    pub link: String,
    /// `PUSH`, `PULL` or `BIDIR`.
    pub direction: &'static str,
    /// The stage of life.
    pub status: &'static str,
    /// Why it carries nothing.
    pub reason: String,
}

/// Why nothing, or not everything, is known of what some links carry.
#[derive(Debug, Serialize)]
pub struct UnknownRow {
    /// The reason.
    pub reason: String,
    /// How many links there are.
    pub count: usize,
    /// Some of the links.
    pub links: Vec<String>,
}

/// What the links carry that are not obsolete.
pub(super) fn services(ground: &Ground<'_, '_>) -> ServicesOfLinks {
    let mut view = ServicesOfLinks::default();
    let mut unknown: IndexMap<String, Vec<String>> = IndexMap::new();
    for (link, ends, carriage) in ground.links() {
        view.number_of_links += 1;
        view.number_shown += usize::from(carriage.carries_something());
        let label = ends.label(link.link.direction);
        if carriage.is_mere_claim() {
            view.claims.push(ClaimRow {
                link: label.clone(),
                direction: link.link.direction.map(Direction::as_str).unwrap_or_default(),
                status: link.link.status().as_str(),
                reason: nothing(carriage),
            });
        }
        if let Some(gap) = carriage.gap {
            unknown.entry(reason(gap, ends)).or_default().push(label);
        }
    }
    view.unknown = unknown
        .into_iter()
        .map(|(reason, links)| UnknownRow { reason, count: links.len(), links: some_of(links) })
        .collect();
    let mut named = BTreeSet::new();
    let association = matrix(ground, false, &mut named);
    view.matrices = association.into_iter().chain(matrix(ground, true, &mut named)).collect();
    view.syntaxes = syntax_names::rows(&named);
    view
}

/// The matrix of the links over which associations are made, or of those over the web; nothing where no service is known.
fn matrix<'p>(ground: &Ground<'_, 'p>, is_web: bool, named: &mut BTreeSet<&'p str>) -> Option<ServiceMatrix> {
    let spoken = |ends: &Ends<'_>| {
        let protocol = ends.found.map(|[source, _]| source.entity.protocol());
        match protocol {
            Some(Protocol::DicomWeb) => is_web,
            Some(protocol) => !is_web && protocol.is_dimse(),
            None => false,
        }
    };
    let is_column = |kind: LinkServiceKind| kind != LinkServiceKind::Verification;
    let links = || ground.links().filter(|(_, ends, _)| spoken(ends));
    let all =
        links().flat_map(|(.., carriage)| carriage.services.iter().filter(|service| !service.is_way_back()));
    let kinds: BTreeSet<_> = all.map(|service| service.kind).filter(|kind| is_column(*kind)).collect();
    if kinds.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    for (link, ends, carriage) in links() {
        for service in carriage.services.iter().filter(|service| is_column(service.kind)) {
            named.extend(&service.transfer_syntaxes);
        }
        rows.push(row(link, ends, carriage, &kinds));
    }
    let (id, caption) = if is_web {
        ("web", "What Links over the Web Carry")
    } else {
        ("associations", "What Links over Associations Carry")
    };
    Some(ServiceMatrix { id, caption, columns: kinds.iter().map(|kind| kind.as_str()).collect(), rows })
}

fn row(
    link: &LinkUse<'_>,
    ends: &Ends<'_>,
    carriage: &Carriage<'_>,
    kinds: &BTreeSet<LinkServiceKind>,
) -> MatrixRow {
    let verdict = match carriage.gap {
        Some(_) if !carriage.carries_something() => "unknown",
        Some(_) => "in part",
        None if !carriage.carries_something() => "claim only",
        None if carriage.services.iter().any(|service| !service.refused.is_empty()) => "in part",
        None => "shown",
    };
    MatrixRow {
        link: ends.label(link.link.direction),
        status: link.link.status().as_str(),
        cells: kinds.iter().map(|kind| cell(carriage, *kind)).collect(),
        verdict,
    }
}

/// What a link carries of a service. Of a C-MOVE that is what comes back for it.
fn cell(carriage: &Carriage<'_>, kind: LinkServiceKind) -> Vec<String> {
    let own = || carriage.services.iter().filter(|service| service.kind == kind && !service.is_way_back());
    if own().next().is_none() {
        let is_unknown = carriage.gap.is_some();
        return is_unknown.then(|| "?".to_owned()).into_iter().collect();
    }
    let are_two = own().count() > 1;
    let line = |service: &LinkService<'_>| {
        let mark = match service.opener {
            _ if !are_two => "",
            Side::One => "→ ",
            Side::Other => "← ",
        };
        format!("{mark}{}", said(carriage, service))
    };
    let mut lines: Vec<_> = own().map(line).collect();
    if !are_two && own().any(|service| service.opener == Side::Other) {
        lines = lines.into_iter().map(|line| format!("← {line}")).collect();
    }
    lines
}

fn said(carriage: &Carriage<'_>, service: &LinkService<'_>) -> String {
    if !service.is_carried() {
        return "no syntax".to_owned();
    }
    let back = carriage.services.iter().find(|back| {
        service.kind == LinkServiceKind::Move
            && back.answers == Some(service.kind)
            && back.opener != service.opener
            && !back.transfer_syntaxes.is_empty()
    });
    let syntaxes = &back.unwrap_or(service).transfer_syntaxes;
    if syntaxes.is_empty() {
        return "yes".to_owned();
    }
    syntaxes.iter().map(|uid| syntax_names::short(uid)).collect::<Vec<_>>().join(", ")
}

/// Why a link carries nothing.
fn nothing(carriage: &Carriage<'_>) -> String {
    let refused: Vec<_> = carriage.services.iter().flat_map(|service| &service.refused).collect();
    match refused[..] {
        [] => "no service in common that goes in this direction".to_owned(),
        [only] => format!("no transfer syntax in common for {}", class_name(only)),
        [first, ..] => {
            let more = refused.len() - 1;
            format!("no transfer syntax in common for {} and {more} more", class_name(first))
        }
    }
}

/// Why nothing, or not everything, is known.
fn reason(gap: Gap, ends: &Ends<'_>) -> String {
    let end = |side: Side| match side {
        Side::One => "source",
        Side::Other => "target",
    };
    match gap {
        Gap::Link if ends.found.is_some() => "the direction is not stated".to_owned(),
        Gap::Link => "an end is not stated or leads nowhere".to_owned(),
        Gap::OtherProtocol => "an end speaks a protocol that statements do not describe".to_owned(),
        Gap::Protocols => "the two ends speak different protocols".to_owned(),
        Gap::NoStatement { source: true, target: true } => {
            "neither end implements an entity of a statement".to_owned()
        }
        Gap::NoStatement { source, .. } => {
            let side = if source { Side::One } else { Side::Other };
            format!("the {} implements no entity of a statement", end(side))
        }
        Gap::NotFound(side) => format!("what the {} implements is not to be found", end(side)),
        Gap::Incomplete(side) => format!("the statement of the {} does not tell everything", end(side)),
    }
}
