//! Application Entities cut into what fits on a page.

use super::super::canvas::{PAGE_HEIGHT, height_of};
use super::super::wrap::Line;
use super::{Bubble, FOOT, GAP, HALF_ELLIPSE, Process, by_remote, caption};

/// An Application Entity, or as much of it as fits on a page.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The name.
    pub(super) name: Vec<Line>,
    /// What it is.
    pub(super) kind: Vec<Line>,
    /// Its activities.
    pub(super) groups: Vec<Group>,
}

/// Local activities that have a remote one in common.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// The local ones.
    pub(super) locals: Vec<Bubble>,
    /// The way to the remote one.
    pub(super) link: Option<Link>,
}

/// What happens between an Application Entity and a remote activity.
#[derive(Debug, Clone)]
pub(super) struct Link {
    /// The name of the remote activity.
    pub(super) name: String,
    /// The remote activity.
    pub(super) remote: Bubble,
    /// Whether associations are initiated.
    pub(super) initiates: bool,
    /// Whether associations are accepted.
    pub(super) accepts: bool,
    /// How much height it takes.
    pub(super) height: i32,
    /// Whether the remote activity is drawn already, for the Application Entity above.
    pub(super) is_shared_with_previous: bool,
}

impl Group {
    pub(super) fn local_height(&self) -> i32 {
        let count = i32::try_from(self.locals.len()).unwrap_or(i32::MAX);
        self.locals.iter().map(Bubble::height).sum::<i32>() + (count - 1).max(0) * GAP
    }

    pub(super) fn height(&self) -> i32 {
        self.local_height().max(self.link.as_ref().map_or(0, |link| link.height))
    }
}

impl Piece {
    /// How high the activities are.
    pub(super) fn content_height(&self) -> i32 {
        let count = i32::try_from(self.groups.len()).unwrap_or(i32::MAX);
        self.groups.iter().map(Group::height).sum::<i32>() + (count - 1).max(0) * GAP
    }

    /// How high the box is at least.
    pub(super) fn least_height(&self) -> i32 {
        height_of(self.name.len() + self.kind.len()) + 26
    }

    pub(super) fn height(&self) -> i32 {
        self.content_height().max(self.least_height())
    }
}

/// The pieces of an Application Entity: one, unless it is higher than a page.
pub(super) fn of(process: &Process) -> Vec<Piece> {
    let mut pieces: Vec<Vec<Group>> = vec![Vec::new()];
    let mut height = 0;
    for (remote, (locals, initiates, accepts)) in by_remote(process) {
        let link = remote.map(|name| {
            let remote = Bubble::of(&name, HALF_ELLIPSE);
            Link { height: remote.height(), name, remote, initiates, accepts, is_shared_with_previous: false }
        });
        let mut group = Group { locals: Vec::new(), link };
        for name in locals {
            let local = Bubble::of(&name, HALF_ELLIPSE);
            let more = group.height().max(group.local_height() + GAP + local.height());
            if height + more > PAGE_HEIGHT - FOOT && (height > 0 || !group.locals.is_empty()) {
                let next = Group { locals: Vec::new(), link: group.link.clone() };
                if !group.locals.is_empty() {
                    append(&mut pieces, std::mem::replace(&mut group, next));
                }
                pieces.push(Vec::new());
                height = 0;
            }
            group.locals.push(local);
        }
        if height > 0 && height + group.height() > PAGE_HEIGHT - FOOT {
            pieces.push(Vec::new());
            height = 0;
        }
        height += group.height() + GAP;
        append(&mut pieces, group);
    }
    let kinds = (process.kind.clone(), format!("{} (continued)", process.kind));
    let piece = |(number, groups): (usize, Vec<Group>)| {
        let (name, kind) = caption(&process.name, if number == 0 { &kinds.0 } else { &kinds.1 });
        Piece { name, kind, groups }
    };
    pieces.into_iter().enumerate().map(piece).collect()
}

fn append(pieces: &mut [Vec<Group>], group: Group) {
    if let Some(last) = pieces.last_mut() {
        last.push(group);
    }
}
