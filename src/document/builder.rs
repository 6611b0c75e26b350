//! From events of the Markdown parser to blocks.

mod apply;
mod footnote;
mod parts;
mod text;

use std::collections::BTreeMap;

use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};

use super::escape::unescape;
use super::inline::{Running, Span};
use super::picture::Picture;
use super::problem::Problem;
use super::table::{GridCell, Mark, TableSettings, assemble};
use super::tree::{Block, Definition, Document, Heading, Inline, List, Note, NoteKind};

use parts::{cover, heading, note};

/// How deep lists, quotations and notes nest; what is deeper is laid flat, so that no writer runs out of stack.
const DEEPEST: usize = 24;

/// Who wrote the Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Author {
    /// A template: directives, heading attributes and `<br>` have a meaning.
    Template,
    /// A user, in a text of the YAML: HTML is text, headings are strong paragraphs.
    User,
}

/// The tree in the making.
pub(super) struct Builder<'f> {
    author: Author,
    pictures: &'f BTreeMap<String, Picture>,
    document: Document,
    open: Vec<Frame>,
    /// How many containers are open that are too deep to be kept.
    flat: usize,
    running: Running,
    html: Option<String>,
    code: Option<String>,
    heading: Option<Heading>,
    grid: Option<Grid>,
    announced: Option<Announced>,
}

/// What a directive says about the block after it.
enum Announced {
    Table(TableSettings),
    Abbreviations,
}

impl Announced {
    const fn directive(&self) -> &'static str {
        match self {
            Self::Table(_) => "table",
            Self::Abbreviations => "abbreviations",
        }
    }
}

/// A pipe table in the making.
struct Grid {
    alignments: Vec<Alignment>,
    rows: Vec<Vec<GridCell>>,
    /// The raw text of the cell being read, to tell `^^` typed by a template from one typed by a user.
    raw: String,
}

/// A container in the making.
#[derive(Default)]
struct Frame {
    container: Container,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    definitions: Vec<Definition>,
    /// The name of the footnote it explains.
    footnote: String,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Container {
    #[default]
    Document,
    Cover,
    Quote,
    Note(NoteKind),
    List(Option<u64>),
    Item,
    Definitions,
    Abbreviations,
    Meaning,
    Footnote,
}

impl<'f> Builder<'f> {
    pub(super) fn new(author: Author, pictures: &'f BTreeMap<String, Picture>) -> Self {
        Self {
            author,
            pictures,
            document: Document::default(),
            open: vec![Frame::default()],
            flat: 0,
            running: Running::default(),
            html: None,
            code: None,
            heading: None,
            grid: None,
            announced: None,
        }
    }

    /// The document, when all events have been read.
    pub(super) fn finish(mut self) -> Document {
        self.flush();
        self.forget_announced();
        while self.open.len() > 1 {
            self.problem(Problem::MisplacedDirective { directive: "cover".to_owned() });
            self.close_container();
        }
        self.document.blocks = self.open.pop().map(|frame| frame.blocks).unwrap_or_default();
        self.document
    }

    pub(super) fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.raw("`");
                self.running.push(Inline::Code(unescape(&text)));
            }
            Event::Html(html) => match &mut self.html {
                Some(block) => block.push_str(&html),
                None => self.html_block(&html),
            },
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::SoftBreak => self.running.plain(" "),
            Event::HardBreak => self.running.push(Inline::LineBreak),
            Event::Rule => self.push(Block::Rule),
            Event::FootnoteReference(name) => self.footnote(&name),
            // Not switched on in the parser's options.
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.running.open(Span::Emphasis),
            Tag::Strong => self.running.open(Span::Strong),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.open_link(&format!("mailto:{}", unescape(&dest_url)));
            }
            Tag::Link { dest_url, .. } => self.open_link(&unescape(&dest_url)),
            Tag::Image { dest_url, .. } => {
                if self.author == Author::Template {
                    self.problem(Problem::RefusedLink { url: dest_url.to_string() });
                }
                self.running.open(Span::Transparent);
            }
            block => {
                self.flush();
                self.start_block(block);
            }
        }
    }

    fn start_block(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, id, classes, attrs } => {
                let level = level as u8;
                let classes: Vec<String> = classes.iter().map(|class| unescape(class)).collect();
                let given =
                    attrs.iter().find(|(key, _)| &**key == "number").and_then(|(_, value)| value.as_deref());
                self.heading = Some(heading(level, id.as_deref().unwrap_or(""), &classes, given));
            }
            Tag::BlockQuote(kind) => self.open_container(kind.map_or(Container::Quote, note)),
            Tag::List(start) => self.open_container(Container::List(start)),
            Tag::Item => self.open_container(Container::Item),
            Tag::DefinitionList => {
                let explains = matches!(self.announced, Some(Announced::Abbreviations));
                if explains {
                    self.announced = None;
                }
                self.open_container(if explains { Container::Abbreviations } else { Container::Definitions });
            }
            Tag::DefinitionListDefinition => self.open_container(Container::Meaning),
            Tag::FootnoteDefinition(name) => self.open_footnote(&name),
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::Table(alignments) => {
                self.grid = Some(Grid { alignments, rows: Vec::new(), raw: String::new() });
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(grid) = &mut self.grid {
                    grid.rows.push(Vec::new());
                }
            }
            Tag::TableCell => {
                if let Some(grid) = &mut self.grid {
                    grid.raw.clear();
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.running.close(&Span::Emphasis),
            TagEnd::Strong => self.running.close(&Span::Strong),
            TagEnd::Link | TagEnd::Image => self.running.close_last(),
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Table => self.end_table(),
            TagEnd::DefinitionListTitle => {
                let term = self.running.take();
                if let Some(frame) = self.open.last_mut() {
                    frame.definitions.push(Definition { term, meaning: Vec::new() });
                }
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.push(Block::Code(code.trim_end_matches('\n').to_owned()));
            }
            TagEnd::HtmlBlock => {
                let html = self.html.take().unwrap_or_default();
                self.html_block(&html);
            }
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition
            | TagEnd::FootnoteDefinition => {
                self.flush();
                self.close_container();
            }
            _ => {}
        }
    }

    fn end_heading(&mut self) {
        let title = self.running.take();
        let Some(heading) = self.heading.take() else { return };
        match self.author {
            Author::Template => self.push(Block::Heading(Heading { title, ..heading })),
            Author::User if title.is_empty() => {}
            Author::User => self.push(Block::Paragraph(vec![Inline::Strong(title)])),
        }
    }

    fn end_cell(&mut self) {
        let content = self.running.take_blocks();
        let Some(grid) = &mut self.grid else { return };
        let mark = if self.author == Author::Template { Mark::of(&grid.raw) } else { Mark::Own };
        let content = if mark == Mark::Own { content } else { Vec::new() };
        if let Some(row) = grid.rows.last_mut() {
            row.push(GridCell { content, mark });
        }
    }

    fn end_table(&mut self) {
        let Some(grid) = self.grid.take() else { return };
        let settings = match self.announced.take() {
            Some(Announced::Table(settings)) => settings,
            other => {
                self.announced = other;
                TableSettings::default()
            }
        };
        let table = assemble(&grid.alignments, grid.rows, &settings, &mut self.document.problems);
        self.push(Block::Table(table));
    }

    fn open_container(&mut self, container: Container) {
        if self.flat > 0 || self.open.len() >= DEEPEST {
            if self.flat == 0 && !self.document.problems.contains(&Problem::TooDeep) {
                self.problem(Problem::TooDeep);
            }
            self.flat += 1;
        } else {
            self.open.push(Frame { container, ..Frame::default() });
        }
    }

    fn close_container(&mut self) {
        if self.flat > 0 {
            self.flat -= 1;
            return;
        }
        let Some(frame) = self.open.pop() else { return };
        match frame.container {
            Container::Item | Container::Quote | Container::Note(_) if frame.blocks.is_empty() => {}
            Container::Item => self.parent().items.push(frame.blocks),
            Container::Meaning => match self.parent().definitions.last_mut() {
                Some(definition) => definition.meaning.extend(frame.blocks),
                None => self.parent().blocks.extend(frame.blocks),
            },
            Container::List(start) => {
                let mut items = frame.items;
                if !frame.blocks.is_empty() {
                    items.push(frame.blocks);
                }
                if !items.is_empty() {
                    self.push(Block::List(List { start, items }));
                }
            }
            Container::Definitions => self.push(Block::Definitions(frame.definitions)),
            Container::Abbreviations => self.abbreviations(frame.definitions),
            Container::Quote => self.push(Block::Quote(frame.blocks)),
            Container::Note(kind) => self.push(Block::Note(Note { kind, blocks: frame.blocks })),
            Container::Cover => self.push(Block::Cover(cover(frame.blocks))),
            Container::Footnote => self.close_footnote(frame.footnote, frame.blocks),
            Container::Document => self.parent().blocks.extend(frame.blocks),
        }
    }

    fn parent(&mut self) -> &mut Frame {
        if self.open.is_empty() {
            self.open.push(Frame::default());
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// Makes a paragraph of the running text, if there is some, or the blocks that stand on its line.
    fn flush(&mut self) {
        for block in self.running.take_blocks() {
            self.push(block);
        }
    }

    fn push(&mut self, block: Block) {
        self.forget_announced();
        self.parent().blocks.push(block);
    }

    /// Reports a directive whose block did not come.
    fn forget_announced(&mut self) {
        if let Some(announced) = self.announced.take() {
            self.problem(Problem::MisplacedDirective { directive: announced.directive().to_owned() });
        }
    }

    fn problem(&mut self, problem: Problem) {
        self.document.problems.push(problem);
    }
}
