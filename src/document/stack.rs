//! Blocks that travel on one line of Markdown: marks among running text tell where each begins and ends.

use super::escape::{BULLETS, CODE, END_OF_CODE, END_OF_LIST, ITEM, NUMBERS, PARAGRAPH};
use super::tree::{Block, Inline, List, plain_text};

/// How deep lists nest; what is deeper is laid flat, so that no writer runs out of stack.
const DEEPEST: usize = 24;

/// What begins or ends among running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The next paragraph begins.
    Paragraph,
    /// A list with bullets begins.
    Bullets,
    /// A numbered list begins; its first number follows as text.
    Numbers,
    /// The next item of the list begins.
    Item,
    /// The list ends.
    EndOfList,
    /// Code begins.
    Code,
}

impl Mark {
    /// The mark that `character` is, if it is one.
    pub(super) const fn of(character: char) -> Option<Self> {
        Some(match character {
            PARAGRAPH => Self::Paragraph,
            BULLETS => Self::Bullets,
            NUMBERS => Self::Numbers,
            ITEM => Self::Item,
            END_OF_LIST => Self::EndOfList,
            CODE | END_OF_CODE => Self::Code,
            _ => return None,
        })
    }
}

/// Blocks of one line in the making.
#[derive(Debug, Default)]
pub(super) struct Stack {
    blocks: Vec<Block>,
    lists: Vec<OpenList>,
    /// How many lists are open that are too deep to be kept.
    flat: usize,
}

#[derive(Debug)]
struct OpenList {
    list: List,
    /// The blocks of the item that is open.
    item: Vec<Block>,
    is_begun: bool,
}

impl Stack {
    /// Whether there is nothing but running text.
    pub(super) const fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.lists.is_empty()
    }

    /// Goes over `mark`, before which the running text `before` was read.
    pub(super) fn pass(&mut self, mark: Mark, before: Vec<Inline>) {
        match self.lists.last_mut() {
            Some(open) if mark == Mark::Item && !open.is_begun && open.list.start.is_some() => {
                open.list.start = Some(plain_text(&before).parse().unwrap_or(1));
            }
            _ => self.paragraph(before),
        }
        match mark {
            Mark::Bullets => self.open(None),
            Mark::Numbers => self.open(Some(1)),
            Mark::Item => {
                if let Some(open) = self.lists.last_mut() {
                    open.is_begun = true;
                    open.end_item();
                }
            }
            Mark::EndOfList => self.close(),
            Mark::Paragraph | Mark::Code => {}
        }
    }

    /// Adds a paragraph of `text`, if it has any.
    pub(super) fn paragraph(&mut self, text: Vec<Inline>) {
        let text = trimmed(text);
        if !text.is_empty() {
            self.push(Block::Paragraph(text));
        }
    }

    /// Adds a block.
    pub(super) fn push(&mut self, block: Block) {
        match self.lists.last_mut() {
            Some(open) => open.item.push(block),
            None => self.blocks.push(block),
        }
    }

    /// The blocks read so far; what is still open is closed.
    pub(super) fn take(&mut self) -> Vec<Block> {
        self.flat = 0;
        while !self.lists.is_empty() {
            self.close();
        }
        std::mem::take(&mut self.blocks)
    }

    fn open(&mut self, start: Option<u64>) {
        if self.lists.len() >= DEEPEST {
            self.flat += 1;
        } else {
            let list = List { start, items: Vec::new() };
            self.lists.push(OpenList { list, item: Vec::new(), is_begun: false });
        }
    }

    fn close(&mut self) {
        if self.flat > 0 {
            self.flat -= 1;
            return;
        }
        let Some(mut open) = self.lists.pop() else { return };
        open.end_item();
        if !open.list.items.is_empty() {
            self.push(Block::List(open.list));
        }
    }
}

impl OpenList {
    fn end_item(&mut self) {
        if !self.item.is_empty() {
            self.list.items.push(std::mem::take(&mut self.item));
        }
    }
}

/// `text` without line breaks at its ends.
pub(super) fn trimmed(mut text: Vec<Inline>) -> Vec<Inline> {
    while matches!(text.last(), Some(Inline::LineBreak)) {
        text.pop();
    }
    let start = text.iter().take_while(|inline| matches!(inline, Inline::LineBreak)).count();
    text.drain(..start);
    text
}
