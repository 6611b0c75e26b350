//! Numbers, anchors and cross references.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::notes;
use super::problem::Problem;
use super::tree::{Block, Document, Entry, Figure, Heading, Inline, Numbering, Table, Target, plain_text};

/// Gives sections, tables and figures their numbers and anchors, fills cross references and the lists of
/// sections, tables and figures. [`super::parse`] has done this already; call it for a tree made by hand.
///
/// A table or figure is numbered within its section, as in PS3.2 (`Table A.4.2-7` is the seventh of section
/// A.4.2, wherever below that section it stands); [`super::Meta::caption_levels`] says how many levels count.
pub fn number(document: &mut Document) {
    let mut numberer = Numberer::new(document.meta.caption_levels);
    visit(&mut document.blocks, &mut |block| numberer.reserve(block));
    visit(&mut document.blocks, &mut |block| numberer.number(block));
    let Numberer { labels, sections, tables, figures, problems, .. } = numberer;
    (document.sections, document.tables, document.figures) = (sections, tables, figures);
    document.problems.extend(problems);
    let mut dangling = Vec::new();
    visit(&mut document.blocks, &mut |block| {
        each_text(block, &mut |text| resolve(text, &labels, &mut dangling));
    });
    dangling.dedup();
    document.problems.extend(dangling.into_iter().map(|anchor| Problem::DanglingReference { anchor }));
}

struct Numberer {
    caption_levels: usize,
    /// The way from the top to the section we are in.
    path: Vec<Section>,
    /// How many tables and figures each section has so far.
    captions: BTreeMap<String, (u32, u32)>,
    anchors: Anchors,
    /// What a cross reference to an anchor says.
    labels: HashMap<String, String>,
    sections: Vec<Entry>,
    tables: Vec<Entry>,
    figures: Vec<Entry>,
    problems: Vec<Problem>,
}

#[derive(Clone, Default)]
struct Section {
    count: u32,
    /// The whole number; empty in a section without one.
    number: String,
}

impl Numberer {
    fn new(caption_levels: usize) -> Self {
        Self {
            caption_levels,
            path: Vec::new(),
            captions: BTreeMap::new(),
            anchors: Anchors::default(),
            labels: HashMap::new(),
            sections: Vec::new(),
            tables: Vec::new(),
            figures: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Takes the anchors that authors gave, so that no made-up one gets in their way.
    fn reserve(&mut self, block: &mut Block) {
        let anchor = match block {
            Block::Heading(heading) => &mut heading.anchor,
            Block::Table(table) => &mut table.anchor,
            Block::Figure(figure) => &mut figure.anchor,
            _ => return,
        };
        if anchor.is_empty() {
            return;
        }
        let wanted = clean(anchor);
        *anchor = self.anchors.unique(&wanted);
        if *anchor != wanted {
            self.problems.push(Problem::DuplicateAnchor { anchor: wanted });
        }
    }

    fn number(&mut self, block: &mut Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            _ => {}
        }
    }

    fn heading(&mut self, heading: &mut Heading) {
        let title = plain_text(&heading.title);
        let depth = usize::from(heading.level);
        if depth > self.path.len() + 1 {
            self.problems.push(Problem::SkippedLevel { heading: title.clone() });
        }
        heading.number = self.section_number(depth, &heading.numbering);
        if heading.anchor.is_empty() {
            heading.anchor = self.anchors.unique(&anchor_of(&title));
        }
        let label =
            if heading.number.is_empty() { title.clone() } else { format!("Section {}", heading.number) };
        self.labels.insert(heading.anchor.clone(), label);
        if heading.listed {
            let (number, anchor) = (heading.number.clone(), heading.anchor.clone());
            self.sections.push(Entry { level: heading.level, number, title, anchor });
        }
    }

    fn section_number(&mut self, depth: usize, numbering: &Numbering) -> String {
        self.path.truncate(depth);
        while self.path.len() < depth {
            let number = self.path.last().filter(|parent| !parent.number.is_empty());
            let number = number.map(|parent| format!("{}.0", parent.number)).unwrap_or_default();
            self.path.push(Section { count: 0, number });
        }
        let parent = depth.checked_sub(2).and_then(|index| self.path.get(index)).cloned();
        let Some(section) = self.path.last_mut() else { return String::new() };
        section.number = match numbering {
            Numbering::None => String::new(),
            Numbering::Given(number) => number.clone(),
            Numbering::Counted => {
                section.count += 1;
                match parent {
                    None => section.count.to_string(),
                    Some(parent) if parent.number.is_empty() => String::new(),
                    Some(parent) => format!("{}.{}", parent.number, section.count),
                }
            }
        };
        section.number.clone()
    }

    fn table(&mut self, table: &mut Table) {
        if !table.caption.is_empty() {
            table.number = self.caption_number(&table.numbering, |(tables, _)| tables);
            let entry = self.captioned("Table", &table.number, &table.caption, &mut table.anchor);
            self.tables.push(entry);
        } else if !table.anchor.is_empty() {
            self.labels.insert(table.anchor.clone(), "Table".to_owned());
        }
        let prefix = if table.anchor.is_empty() { "table".to_owned() } else { table.anchor.clone() };
        let anchors = &mut self.anchors;
        let mut address = |mark: &str| anchors.unique(&format!("{prefix}-note-{mark}"));
        notes::settle(table, &mut address, &mut self.problems);
    }

    fn figure(&mut self, figure: &mut Figure) {
        if !figure.caption.is_empty() {
            figure.number = self.caption_number(&figure.numbering, |(_, figures)| figures);
            let entry = self.captioned("Figure", &figure.number, &figure.caption, &mut figure.anchor);
            self.figures.push(entry);
        }
    }

    fn captioned(&mut self, kind: &str, number: &str, caption: &str, anchor: &mut String) -> Entry {
        if anchor.is_empty() {
            let wish = if number.is_empty() { caption } else { number };
            *anchor = self.anchors.unique(&format!("{}-{}", kind.to_lowercase(), anchor_of(wish)));
        }
        let label = if number.is_empty() { caption.to_owned() } else { format!("{kind} {number}") };
        self.labels.insert(anchor.clone(), label);
        Entry { level: 1, number: number.to_owned(), title: caption.to_owned(), anchor: anchor.clone() }
    }

    fn caption_number(&mut self, numbering: &Numbering, which: fn(&mut (u32, u32)) -> &mut u32) -> String {
        match numbering {
            Numbering::None => String::new(),
            Numbering::Given(number) => number.clone(),
            Numbering::Counted => {
                let depth = self.path.len().min(self.caption_levels);
                let section = depth.checked_sub(1).and_then(|index| self.path.get(index));
                let prefix = section.map(|section| section.number.clone()).unwrap_or_default();
                let count = which(self.captions.entry(prefix.clone()).or_default());
                *count += 1;
                if prefix.is_empty() { count.to_string() } else { format!("{prefix}-{count}") }
            }
        }
    }
}

/// The anchors in use.
#[derive(Default)]
struct Anchors {
    used: HashSet<String>,
    next: HashMap<String, u32>,
}

impl Anchors {
    /// `wish`, or with a number behind it if it is taken; taken from now on.
    fn unique(&mut self, wish: &str) -> String {
        if self.used.insert(wish.to_owned()) {
            return wish.to_owned();
        }
        let next = self.next.entry(wish.to_owned()).or_insert(2);
        loop {
            let candidate = format!("{wish}-{next}");
            *next += 1;
            if self.used.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

/// An anchor as it can stand in an address: as given if it is made of letters, digits, `.`, `_` and `-`.
fn clean(anchor: &str) -> String {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-');
    if anchor.starts_with(|first: char| first.is_ascii_alphanumeric()) && anchor.chars().all(fits) {
        anchor.to_owned()
    } else {
        anchor_of(anchor)
    }
}

/// An anchor made of a name: lower case, everything that is neither letter nor digit as single hyphens, not longer
/// than a line. Templates use it where an id or a link is made of a value.
pub fn anchor_of(text: &str) -> String {
    let mut anchor = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() || (letter == '.' && !anchor.is_empty()) {
            anchor.push(letter);
        } else if !anchor.is_empty() && !anchor.ends_with('-') {
            anchor.push('-');
        }
        if anchor.len() > 60 {
            break;
        }
    }
    let anchor = anchor.trim_matches(['-', '.']);
    if anchor.is_empty() { "section".to_owned() } else { anchor.to_owned() }
}

/// Calls `then` for every block, outer ones first.
fn visit(blocks: &mut [Block], then: &mut impl FnMut(&mut Block)) {
    for block in blocks {
        then(block);
        match block {
            Block::Quote(inner) => visit(inner, then),
            Block::Note(note) => visit(&mut note.blocks, then),
            Block::List(list) => list.items.iter_mut().for_each(|item| visit(item, then)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    visit(&mut definition.meaning, then);
                }
            }
            Block::Table(table) => {
                let rows = table.header.iter_mut().chain(&mut table.body);
                rows.flat_map(|row| &mut row.cells).for_each(|cell| visit(&mut cell.content, then));
                table.notes.iter_mut().for_each(|note| visit(&mut note.content, then));
            }
            _ => {}
        }
    }
}

/// Calls `then` for every running text that belongs to `block` itself.
fn each_text(block: &mut Block, then: &mut impl FnMut(&mut Vec<Inline>)) {
    match block {
        Block::Heading(heading) => then(&mut heading.title),
        Block::Paragraph(text) => then(text),
        Block::Definitions(definitions) => {
            for definition in definitions {
                then(&mut definition.term);
            }
        }
        Block::Cover(cover) => {
            then(&mut cover.title);
            cover.subtitle.iter_mut().for_each(&mut *then);
            for (label, value) in &mut cover.facts {
                then(label);
                then(value);
            }
        }
        _ => {}
    }
}

/// Fills the cross references of `text`; what leads nowhere becomes text.
fn resolve(text: &mut Vec<Inline>, labels: &HashMap<String, String>, dangling: &mut Vec<String>) {
    for inline in text {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) => resolve(inner, labels, dangling),
            Inline::Reference { anchor, label } => {
                *anchor = clean(anchor);
                if let Some(found) = labels.get(anchor) {
                    label.clone_from(found);
                } else {
                    dangling.push(anchor.clone());
                    *inline = Inline::Text(format!("#{anchor}"));
                }
            }
            Inline::Link { target, text: inner } => {
                resolve(inner, labels, dangling);
                let Target::Anchor(anchor) = target else { continue };
                *anchor = clean(anchor);
                if !labels.contains_key(anchor.as_str()) {
                    dangling.push(anchor.clone());
                    *inline = Inline::Text(plain_text(inner));
                }
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Footnote { .. } | Inline::LineBreak => {}
        }
    }
}
