//! The tree by which a reader who cannot see the page is guided: what PDF calls tags.

use crate::document::Target;

/// A node of the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(usize);

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// The root.
    Document,
    /// A chapter or another part with a heading.
    Section,
    /// The title of the document.
    Title,
    /// A heading of a level from 1, and what it says with its number.
    Heading(u8, String),
    /// A paragraph.
    Paragraph,
    /// A list.
    List(ListKind),
    /// An item of a list or of a list of definitions.
    Item,
    /// The mark or number of an item, of a note.
    Label,
    /// What an item says.
    ItemBody,
    /// A quotation.
    Quote,
    /// A note of the document or of a table.
    Note,
    /// Code in a line.
    Code,
    /// Code that stands for itself.
    CodeBlock,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// A link.
    Link(Target),
    /// A table.
    Table,
    /// The rows of the header.
    TableHead,
    /// The other rows.
    TableBody,
    /// A row.
    Row,
    /// A cell that names its column, its row, or a group of rows.
    HeaderCell(Scope, Spans),
    /// Any other cell.
    Cell(Spans),
    /// A figure, with what is to be seen on it.
    Figure(String),
    /// The caption of a table or figure.
    Caption,
    /// A table of contents or another list of places.
    Contents,
    /// An entry of it.
    ContentsEntry,
    /// Text: what it marks belongs to its parent directly.
    Text,
}

/// What the items of a list begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Bullets.
    Bullets,
    /// Numbers.
    Numbers,
    /// Terms.
    Terms,
}

/// What a header cell names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Its column.
    Column,
    /// Its row.
    Row,
}

/// How many rows and columns a cell covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spans {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
}

/// The structure of a document: an arena of nodes in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Node {
    role: Role,
    children: Vec<NodeId>,
}

impl Structure {
    /// The root of every structure.
    pub const ROOT: NodeId = NodeId(0);

    pub(super) fn new() -> Self {
        Self { nodes: vec![Node { role: Role::Document, children: Vec::new() }] }
    }

    /// A new last child of `parent`.
    pub(super) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { role, children: Vec::new() });
        self.nodes[parent.0].children.push(id);
        id
    }

    /// Takes away what was added from node number `count` on, all of it below `parent`.
    pub(super) fn forget_from(&mut self, count: usize, parent: NodeId) {
        self.nodes.truncate(count.max(1));
        if let Some(parent) = self.nodes.get_mut(parent.0) {
            parent.children.retain(|child| child.0 < count);
        }
    }

    /// What a node is.
    pub fn role(&self, node: NodeId) -> &Role {
        &self.nodes[node.0].role
    }

    /// The nodes directly below a node, in reading order.
    pub fn children(&self, node: NodeId) -> &[NodeId] {
        &self.nodes[node.0].children
    }

    /// Every node; parents go before their children.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len()).map(NodeId)
    }

    /// How many nodes there are; their identifiers count from 0.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is nothing but the root.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() == 1
    }
}

impl NodeId {
    /// The place of the node in the arena.
    pub const fn index(self) -> usize {
        self.0
    }
}
