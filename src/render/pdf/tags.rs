//! The structure of the document becomes the tags of the file (ISO 32000-1, section 14.8).

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use crate::document::Document;
use crate::render::typeset::structure::{ListKind, NodeId, Role, Scope, Spans, Structure};

use super::metadata;
use super::paint::Painted;

/// The tags of a document, with what was painted for them.
pub(super) fn tree(document: &Document, structure: &Structure, painted: Painted) -> TagTree {
    let mut tagger = Tagger { structure, painted, last_level: 0 };
    let children = tagger.children(Structure::ROOT);
    TagTree::from(children).with_lang(Some(metadata::language(&document.meta.language)))
}

struct Tagger<'l> {
    structure: &'l Structure,
    painted: Painted,
    /// The level of the heading before, as it was tagged: none is skipped on the way down.
    last_level: u8,
}

impl Tagger<'_> {
    /// What belongs to a node, in reading order.
    fn children(&mut self, node: NodeId) -> Vec<Node> {
        let mut nodes = self.own(node);
        for &child in self.structure.children(node) {
            if matches!(self.structure.role(child), Role::Text) {
                nodes.extend(self.own(child));
                continue;
            }
            let tag = self.tag(child);
            let inner = self.children(child);
            if inner.is_empty() {
                continue;
            }
            nodes.push(Node::Group(self.group(child, tag, inner)));
        }
        nodes
    }

    /// What was painted for a node itself.
    fn own(&mut self, node: NodeId) -> Vec<Node> {
        let links = self.painted.links.remove(&node).unwrap_or_default();
        let content = std::mem::take(&mut self.painted.content[node.index()]);
        links.into_iter().chain(content).map(Node::Leaf).collect()
    }

    fn group(&self, node: NodeId, tag: TagKind, inner: Vec<Node>) -> TagGroup {
        let group = TagGroup::with_children(tag, inner);
        match self.structure.role(node) {
            // Code that stands for itself is a paragraph; entries of contents are references.
            Role::CodeBlock => TagGroup::with_children(Tag::P, vec![group.into()]),
            Role::ContentsEntry => {
                let reference = TagGroup::with_children(Tag::Reference, group.children);
                TagGroup::with_children(Tag::TOCI, vec![reference.into()])
            }
            _ => group,
        }
    }

    fn tag(&mut self, node: NodeId) -> TagKind {
        match self.structure.role(node) {
            Role::Document | Role::Section => Tag::Section.into(),
            Role::Title => Tag::Title.into(),
            Role::Heading(level, title) => {
                self.last_level = (*level).clamp(1, self.last_level + 1);
                let title = if title.is_empty() { "Untitled".to_owned() } else { title.clone() };
                let level = NonZeroU16::MIN.saturating_add(u16::from(self.last_level) - 1);
                Tag::Hn(level, Some(title)).into()
            }
            Role::Paragraph => Tag::P.into(),
            Role::List(kind) => Tag::L(numbering(*kind)).into(),
            Role::Item => Tag::LI.into(),
            Role::Label => Tag::Lbl.into(),
            Role::ItemBody => Tag::LBody.into(),
            Role::Quote => Tag::BlockQuote.into(),
            Role::Note => Tag::Note.into(),
            Role::Code | Role::CodeBlock => Tag::Code.into(),
            Role::Emphasis => Tag::Em.into(),
            Role::Strong => Tag::Strong.into(),
            Role::Link(_) if self.painted.links.contains_key(&node) => Tag::Link.into(),
            Role::Link(_) | Role::Text => Tag::Span.into(),
            Role::Table => Tag::Table.into(),
            Role::TableHead => Tag::THead.into(),
            Role::TableBody => Tag::TBody.into(),
            Role::Row => Tag::TR.into(),
            Role::HeaderCell(scope, spans) => {
                let scope = match scope {
                    Scope::Column => TableHeaderScope::Column,
                    Scope::Row => TableHeaderScope::Row,
                };
                let (rows, columns) = over(*spans);
                Tag::TH(scope).with_row_span(rows).with_col_span(columns).into()
            }
            Role::Cell(spans) => {
                let (rows, columns) = over(*spans);
                Tag::TD.with_row_span(rows).with_col_span(columns).into()
            }
            Role::Figure(words) => {
                let words = if words.is_empty() { "Figure".to_owned() } else { words.clone() };
                Tag::Figure(Some(words)).into()
            }
            Role::Caption => Tag::Caption.into(),
            Role::Contents => Tag::TOC.into(),
            Role::ContentsEntry => Tag::TOCI.into(),
        }
    }
}

fn numbering(kind: ListKind) -> ListNumbering {
    match kind {
        ListKind::Bullets => ListNumbering::Disc,
        ListKind::Numbers => ListNumbering::Decimal,
        ListKind::Terms => ListNumbering::None,
    }
}

/// How many rows and columns a cell covers, where it is more than one.
fn over(spans: Spans) -> (Option<NonZeroU32>, Option<NonZeroU32>) {
    let over = |count: usize| u32::try_from(count).ok().filter(|count| *count > 1).and_then(NonZeroU32::new);
    (over(spans.rows), over(spans.columns))
}
