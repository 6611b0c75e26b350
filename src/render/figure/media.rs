//! Application data flow diagrams of media interchange, in the notation of PS3.2 section 5.1: local real-world activities
//! at the left, Application Entities as boxes, and an arrow for each role to or from the medium. The dotted arrow says
//! that the medium is carried elsewhere.

use indexmap::{IndexMap, IndexSet};

use super::bubble::Bubble;
use super::canvas::{Canvas, PAGE_HEIGHT, PAGE_WIDTH, height_of};
use super::metrics::{BOLD, PLAIN, SMALL, width};
use super::parts::parts;
use super::wrap::{Line, cropped, visible};
use crate::document::drawing::{Area, Fill, Head, Ink, Point, Stroke};
use crate::document::{Alignment, Drawing};

/// An Application Entity with what it does with media.
#[derive(Debug, Clone, Default)]
pub struct MediaProcess {
    /// The name.
    pub name: String,
    /// What it does.
    pub flows: Vec<MediaFlow>,
}

/// What an Application Entity does with a medium.
#[derive(Debug, Clone, Default)]
pub struct MediaFlow {
    /// The local real-world activity; empty where there is none.
    pub local: String,
    /// The remote real-world activity that uses the medium; empty where none is known.
    pub remote: String,
    /// The medium; empty where it is not known.
    pub medium: String,
    /// Whether it creates file-sets (FSC).
    pub creates: bool,
    /// Whether it reads file-sets (FSR).
    pub reads: bool,
    /// Whether it updates file-sets (FSU).
    pub updates: bool,
}

/// Half the width of an ellipse.
const HALF_ELLIPSE: i32 = 64;

/// The space around everything.
const MARGIN: i32 = 4;

/// The left and the right side of the boxes of Application Entities.
const BOX: (i32, i32) = (166, 290);

/// The left and the right side of the media.
const MEDIUM: (i32, i32) = (382, 496);

/// Where the remote activities begin.
const REMOTE: i32 = PAGE_WIDTH - MARGIN - HALF_ELLIPSE * 2;

/// The space between two things below each other.
const GAP: i32 = 12;

/// The space between two Application Entities.
const BLOCK_GAP: i32 = 26;

/// The height of the way of a role.
const ROLE: i32 = 26;

/// Half the height of the rim of a medium.
const RIM: i32 = 8;

/// What a medium is called that has no name.
const UNNAMED: &str = "DICOM Storage Medium";

/// The data flow diagram of some Application Entities, in as many parts as it needs to be read.
pub fn draw(processes: &[MediaProcess], title: &str) -> Vec<Drawing> {
    let blocks: Vec<Block> = processes.iter().flat_map(blocks).collect();
    let heights: Vec<i32> = blocks.iter().map(Block::height).collect();
    let parts = parts(&heights, BLOCK_GAP, PAGE_HEIGHT);
    parts.into_iter().map(|part| draw_part(&blocks[part], title)).collect()
}

/// An Application Entity, or as much of it as fits on a page.
struct Block {
    name: Vec<Line>,
    groups: Vec<Group>,
}

/// A medium with the activities that use it.
struct Group {
    locals: Vec<Bubble>,
    medium: Vec<Line>,
    /// The words and the heads of each arrow: at the box, at the medium.
    roles: Vec<(&'static str, Head, Head)>,
    remote: Option<Bubble>,
}

/// What happens with a medium.
#[derive(Default)]
struct Use {
    locals: Vec<String>,
    remotes: IndexSet<String>,
    creates: bool,
    reads: bool,
    updates: bool,
}

fn blocks(process: &MediaProcess) -> Vec<Block> {
    let mut media: IndexMap<String, Use> = IndexMap::new();
    let mut seen = IndexSet::new();
    for flow in &process.flows {
        let medium = visible(&flow.medium);
        let used = media.entry(if medium.is_empty() { UNNAMED.to_owned() } else { medium }).or_default();
        used.creates |= flow.creates;
        used.reads |= flow.reads;
        used.updates |= flow.updates;
        let (local, remote) = (visible(&flow.local), visible(&flow.remote));
        if !remote.is_empty() {
            used.remotes.insert(remote);
        }
        if !local.is_empty() && seen.insert(local.clone()) {
            used.locals.push(local);
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut height = 0;
    for group in media.iter().flat_map(|(medium, used)| groups(medium, used)) {
        height += group.height() + GAP;
        if blocks.is_empty() || height > PAGE_HEIGHT {
            let name = cropped(&process.name, BOLD, 4, |_| BOX.1 - BOX.0 - 14);
            blocks.push(Block { name, groups: Vec::new() });
            height = group.height() + GAP;
        }
        if let Some(block) = blocks.last_mut() {
            block.groups.push(group);
        }
    }
    blocks
}

/// A medium, repeated where too many activities use it for one page.
fn groups(medium: &str, used: &Use) -> Vec<Group> {
    const MOST: usize = 6;
    let roles = [
        (used.creates, ("FSC", Head::None, Head::Filled)),
        (used.reads, ("FSR", Head::Filled, Head::None)),
        (used.updates, ("FSU", Head::Filled, Head::Filled)),
    ];
    let roles: Vec<_> = roles.into_iter().filter(|(is_used, _)| *is_used).map(|(_, role)| role).collect();
    let remotes: Vec<&str> = used.remotes.iter().map(String::as_str).collect();
    let group = |locals: &[String]| Group {
        locals: locals.iter().map(|name| Bubble::of(name, HALF_ELLIPSE)).collect(),
        medium: cropped(medium, PLAIN, 5, |_| MEDIUM.1 - MEDIUM.0 - 14),
        roles: roles.clone(),
        remote: (!remotes.is_empty()).then(|| Bubble::of(&remotes.join(", "), HALF_ELLIPSE)),
    };
    if used.locals.is_empty() { vec![group(&[])] } else { used.locals.chunks(MOST).map(group).collect() }
}

fn sum(heights: impl Iterator<Item = i32>) -> i32 {
    heights.reduce(|sum, height| sum + GAP + height).unwrap_or(0)
}

impl Group {
    fn local_height(&self) -> i32 {
        sum(self.locals.iter().map(Bubble::height))
    }

    fn medium_height(&self) -> i32 {
        (height_of(self.medium.len()) + RIM * 4 + 10).max(self.role_height() + RIM * 2)
    }

    fn role_height(&self) -> i32 {
        i32::try_from(self.roles.len()).unwrap_or(0) * ROLE
    }

    fn height(&self) -> i32 {
        let remote = self.remote.as_ref().map_or(0, Bubble::height);
        self.local_height().max(self.medium_height()).max(remote)
    }

    fn draw(&self, top: i32, canvas: &mut Canvas) {
        let middle = top + self.height() / 2;
        let mut y = middle - self.local_height() / 2;
        for local in &self.locals {
            let at = Point::new(MARGIN + HALF_ELLIPSE, y + local.half_height);
            local.draw(at, canvas);
            canvas.line(&[Point::new(at.x + HALF_ELLIPSE, at.y), Point::new(BOX.0, at.y)], Stroke::Dashed);
            y += local.height() + GAP;
        }
        let mut y = middle - self.role_height() / 2 + ROLE / 2;
        for (word, at_box, at_medium) in &self.roles {
            let ends = [Point::new(BOX.1, y), Point::new(MEDIUM.0, y)];
            canvas.arrow(&ends, Stroke::Full, *at_box, *at_medium);
            let line = Line { text: (*word).to_owned(), width: width(word, SMALL) };
            let at = Point::new(i32::midpoint(BOX.1, MEDIUM.0), y - 6);
            canvas.text(&line, SMALL, at, Alignment::Center, Ink::Text);
            y += ROLE;
        }
        self.draw_medium(middle, canvas);
        let ends = [Point::new(MEDIUM.1, middle), Point::new(REMOTE, middle)];
        // The medium is carried away once it is written, and comes from elsewhere to be read.
        let head = |is_there: bool| if is_there { Head::Filled } else { Head::None };
        let is_read = self.roles.iter().any(|(_, at_box, _)| *at_box == Head::Filled);
        let is_written = self.roles.iter().any(|(_, _, at_medium)| *at_medium == Head::Filled);
        canvas.arrow(&ends, Stroke::Dotted, head(is_read), head(is_written));
        if let Some(remote) = &self.remote {
            remote.draw(Point::new(REMOTE + HALF_ELLIPSE, middle), canvas);
        }
    }

    /// The medium, as a drum.
    fn draw_medium(&self, middle: i32, canvas: &mut Canvas) {
        let half = self.medium_height() / 2;
        let (top, bottom) = (middle - half + RIM, middle + half - RIM);
        let (left, right) = MEDIUM;
        let rim = |y: i32| Area::between(left, y - RIM, right, y + RIM);
        canvas.ellipse(rim(bottom), Fill::Page);
        canvas.rectangle(Area::between(left, top, right, bottom), 0, Fill::Page, Stroke::None);
        for x in [left, right] {
            canvas.line(&[Point::new(x, top), Point::new(x, bottom)], Stroke::Full);
        }
        canvas.ellipse(rim(top), Fill::Page);
        canvas.centered(&self.medium, Point::new(left.midpoint(right), middle));
    }
}

impl Block {
    fn content_height(&self) -> i32 {
        sum(self.groups.iter().map(Group::height))
    }

    fn height(&self) -> i32 {
        self.content_height().max(height_of(self.name.len() + 1) + 26)
    }
}

fn draw_part(blocks: &[Block], title: &str) -> Drawing {
    let mut canvas = Canvas::default();
    let mut top = MARGIN;
    for block in blocks {
        let mut y = top + (block.height() - block.content_height()) / 2;
        for group in &block.groups {
            group.draw(y, &mut canvas);
            y += group.height() + GAP;
        }
        let area = Area::between(BOX.0, top, BOX.1, top + block.height());
        canvas.rectangle(area, 0, Fill::Tint, Stroke::Full);
        let kind = cropped("Application Entity", PLAIN, 2, |_| BOX.1 - BOX.0 - 14);
        canvas.titled(&block.name, &kind, area.middle(), Ink::Quiet);
        top += block.height() + BLOCK_GAP;
    }
    let has_remote = blocks.iter().flat_map(|block| &block.groups).any(|group| group.remote.is_some());
    let width = if has_remote { PAGE_WIDTH } else { REMOTE + MARGIN };
    canvas.finish(title.to_owned(), width, top - BLOCK_GAP + MARGIN)
}
