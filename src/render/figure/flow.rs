//! Application data flow diagrams of network services, in the notation of PS3.2 section 5.1: Application Entities are
//! boxes, real-world activities ellipses, local ones at the left with a dashed line, remote ones at the right, and an
//! arrow across the DICOM Standard Interface points away from the side that initiates associations.

mod links;
mod pieces;

use indexmap::IndexMap;

use self::links::Meeting;
use self::pieces::Piece;
use super::bubble::Bubble;
use super::canvas::{Canvas, PAGE_HEIGHT, PAGE_WIDTH};
use super::metrics::{BOLD, PLAIN, width};
use super::parts::parts;
use super::wrap::{Line, cropped};
use crate::document::drawing::{Area, Fill, Ink, Point, Stroke};
use crate::document::{Alignment, Drawing};

/// An Application Entity, or a web service, with its activities.
#[derive(Debug, Clone, Default)]
pub struct Process {
    /// The name.
    pub name: String,
    /// What it is, such as `Application Entity`.
    pub kind: String,
    /// What it does.
    pub flows: Vec<Flow>,
}

/// An activity of an Application Entity.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// The local real-world activity; empty where there is none.
    pub local: String,
    /// The remote real-world activity; empty where it is not known.
    pub remote: String,
    /// Whether associations are initiated.
    pub initiates: bool,
    /// Whether associations are accepted.
    pub accepts: bool,
}

/// Half the width of an ellipse.
const HALF_ELLIPSE: i32 = 80;

/// The space above, below and beside everything.
const MARGIN: i32 = 4;

/// The left and the right side of the boxes of Application Entities.
const BOX: (i32, i32) = (222, 372);

/// Where the interface is.
const INTERFACE: i32 = 446;

/// The space between two ellipses.
const GAP: i32 = 10;

/// The space between two Application Entities.
const BLOCK_GAP: i32 = 26;

/// What stands below the interface, with its space.
const FOOT: i32 = 34;

/// What a remote activity is called that has no name.
const REMOTE: &str = "Remote Application Entity";

/// The data flow diagram of some Application Entities, in as many parts as it needs to be read.
pub fn draw(processes: &[Process], title: &str) -> Vec<Drawing> {
    let pieces: Vec<Piece> = processes.iter().flat_map(pieces::of).collect();
    let heights: Vec<i32> = pieces.iter().map(Piece::height).collect();
    let parts = parts(&heights, BLOCK_GAP, PAGE_HEIGHT - FOOT);
    parts.into_iter().map(|part| draw_part(&pieces[part], title)).collect()
}

/// Where the middle of the remote activities is.
const REMOTE_X: i32 = PAGE_WIDTH - MARGIN - HALF_ELLIPSE;

fn draw_part(pieces: &[Piece], title: &str) -> Drawing {
    let mut canvas = Canvas::default();
    let pieces = links::arranged(pieces);
    let mut meetings: Vec<Meeting> = Vec::new();
    let mut top = MARGIN;
    for piece in &pieces {
        top = draw_piece(piece, top, &mut meetings, &mut canvas) + BLOCK_GAP;
    }
    let bottom = top - BLOCK_GAP + 12;
    if !meetings.is_empty() {
        canvas.line(&[Point::new(INTERFACE, 0), Point::new(INTERFACE, bottom)], Stroke::Dashed);
        let words = "DICOM Standard Interface";
        let line = Line { text: words.to_owned(), width: width(words, PLAIN) };
        let at = Point::new(INTERFACE, bottom + 15);
        canvas.text(&line, PLAIN, at, Alignment::Center, Ink::Quiet);
    }
    for meeting in &meetings {
        meeting.draw(&mut canvas);
    }
    let height = if meetings.is_empty() { bottom - 12 + MARGIN } else { bottom + FOOT - 12 };
    // Without local activities nothing stands at the left.
    let has_locals = pieces.iter().flat_map(|piece| &piece.groups).any(|group| !group.locals.is_empty());
    let unused = if has_locals { 0 } else { BOX.0 - MARGIN };
    canvas.move_left(unused);
    canvas.finish(title.to_owned(), PAGE_WIDTH - unused, height)
}

/// Draws an Application Entity with its local activities, and notes where its remote ones are. The lower side of it.
fn draw_piece(piece: &Piece, top: i32, meetings: &mut Vec<Meeting>, canvas: &mut Canvas) -> i32 {
    let slack = (piece.least_height() - piece.content_height()).max(0);
    let mut y = top + slack / 2;
    for (number, group) in piece.groups.iter().enumerate() {
        if number > 0 {
            y += GAP;
        }
        let middle = y + group.height() / 2;
        let mut local_y = middle - group.local_height() / 2;
        for local in &group.locals {
            let at = Point::new(MARGIN + HALF_ELLIPSE, local_y + local.half_height);
            local.draw(at, canvas);
            canvas.line(&[Point::new(at.x + HALF_ELLIPSE, at.y), Point::new(BOX.0, at.y)], Stroke::Dashed);
            local_y += local.height() + GAP;
        }
        if let Some(link) = &group.link {
            match meetings.last_mut().filter(|_| link.is_shared_with_previous) {
                Some(meeting) => meeting.add(link, middle),
                None => meetings.push(Meeting::of(link, middle)),
            }
        }
        y += group.height();
    }
    let bottom = top + piece.height();
    let area = Area::between(BOX.0, top, BOX.1, bottom);
    canvas.rectangle(area, 0, Fill::Tint, Stroke::Full);
    canvas.titled(&piece.name, &piece.kind, area.middle(), Ink::Quiet);
    bottom
}

/// The lines of a name and of what it is, in the box of an Application Entity.
fn caption(name: &str, kind: &str) -> (Vec<Line>, Vec<Line>) {
    let room = |_| BOX.1 - BOX.0 - 14;
    (cropped(name, BOLD, 4, room), cropped(kind, PLAIN, 2, room))
}

/// The activities of a process by their remote activity, each name once.
fn by_remote(process: &Process) -> IndexMap<Option<String>, (Vec<String>, bool, bool)> {
    let mut groups: IndexMap<Option<String>, (Vec<String>, bool, bool)> = IndexMap::new();
    let mut seen = std::collections::HashSet::new();
    for flow in &process.flows {
        let is_linked = flow.initiates || flow.accepts || !flow.remote.trim().is_empty();
        let remote = is_linked.then(|| match super::wrap::visible(&flow.remote) {
            name if name.is_empty() => REMOTE.to_owned(),
            name => name,
        });
        let (locals, initiates, accepts) = groups.entry(remote).or_default();
        *initiates |= flow.initiates;
        *accepts |= flow.accepts;
        let local = super::wrap::visible(&flow.local);
        if !local.is_empty() && seen.insert(local.clone()) {
            locals.push(local);
        }
    }
    groups
}
