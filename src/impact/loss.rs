//! `Loss`: a service that a system has no longer when the entity is gone, and where else it gets it.

use super::find::name_from;
use super::scene::{LinksOfSystems, Scene};
use super::system::system_id;
use super::tie::{Opener, Tie, text};
use crate::model::{Endpoint, LinkUse};
use crate::pairing::{LinkService, LinkServiceKind, Side};

/// A service that a system loses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What it is called.
    pub service: String,
    /// Whether the system asks for it; else it is asked, and gets something by it.
    pub is_user: bool,
    /// The entity of the system.
    pub entity: String,
    /// Other links over which the system asks for the same, with their stage of life; none are named for what it gets.
    pub alternatives: Vec<String>,
}

/// What a system loses with the entity over these ties.
pub(super) fn losses<'p>(
    scene: &Scene<'_, 'p>,
    ties: &[&Tie<'_, 'p>],
    links: &LinksOfSystems<'_, 'p>,
) -> Vec<Loss> {
    let mut losses: Vec<Loss> = Vec::new();
    for tie in ties {
        let Some(peer) = tie.peer else { continue };
        for service in tie.services().filter(|service| service.is_carried() && !service.is_way_back()) {
            let is_user = tie.opener(service) == Opener::Peer;
            // A provider that is asked no longer loses nothing, but for what is stored to it.
            if !is_user && service.kind != LinkServiceKind::Storage {
                continue;
            }
            let loss = Loss {
                service: service.kind.as_str().to_owned(),
                is_user,
                entity: name_from(&peer, scene.own.document.id),
                alternatives: if is_user {
                    alternatives(scene, &peer, service.kind, links)
                } else {
                    Vec::new()
                },
            };
            if !losses.contains(&loss) {
                losses.push(loss);
            }
        }
    }
    losses
}

/// The other links of a system over which it asks for a service.
fn alternatives<'p>(
    scene: &Scene<'_, 'p>,
    peer: &Endpoint<'p>,
    kind: LinkServiceKind,
    links: &LinksOfSystems<'_, 'p>,
) -> Vec<String> {
    let id = system_id(peer);
    let others = links.get(&id).into_iter().flatten().filter(|link| !touches(scene, link));
    let carrying = others.filter(|link| {
        let is_own = |side: Side| {
            let end = if side == Side::One { link.source.found() } else { link.target.found() };
            end.is_some_and(|end| system_id(&end) == id)
        };
        let gives = |service: &LinkService<'_>| {
            service.kind == kind && !service.is_way_back() && service.is_carried() && is_own(service.opener)
        };
        scene.carriage(link).services.iter().any(gives)
    });
    carrying.map(|link| format!("`{}` ({})", text(link, scene.own.document.id), link.link.status())).collect()
}

fn touches(scene: &Scene<'_, '_>, link: &LinkUse<'_>) -> bool {
    let is_own = |end: Option<Endpoint<'_>>| {
        end.is_some_and(|end| end.document.id == scene.own.document.id && end.name == scene.own.name)
    };
    is_own(link.source.found()) || is_own(link.target.found())
}
