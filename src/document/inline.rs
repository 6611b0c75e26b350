//! Running text: events of the Markdown parser become nested [`Inline`]s.

use super::escape::{EMPHASIS_CLOSE, EMPHASIS_OPEN, END_OF_CODE, STRONG_CLOSE, STRONG_OPEN, uncarried};
use super::lines::{joined, lines_of};
use super::stack::{Mark, Stack};
use super::tree::{Block, Inline, Target};

/// How deep emphasis and links nest; what is deeper is laid flat, so that no writer runs out of stack.
const DEEPEST: usize = 16;

/// What is open in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Span {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// A link.
    Link(Target),
    /// Something of which only the content is kept.
    Transparent,
}

/// Running text in the making.
#[derive(Debug, Default)]
pub(super) struct Running {
    items: Vec<Inline>,
    open: Vec<Open>,
    /// Whether a link is open: links do not nest.
    in_link: bool,
    /// The blocks before the running text, where several stand on one line.
    stack: Stack,
    /// The code that is being read, on a line with other blocks.
    code: Option<String>,
}

#[derive(Debug)]
struct Open {
    span: Span,
    /// Where its content begins in `items`.
    start: usize,
    /// Too deep to be kept as a span of its own.
    flat: bool,
}

impl Running {
    /// Everything written so far as running text; what is still open is closed.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        if self.stack.is_empty() && self.code.is_none() {
            return self.take_items();
        }
        joined(lines_of(&self.take_blocks()))
    }

    /// Everything written so far as blocks: nothing, a paragraph, or what stands on one line as several blocks.
    pub(super) fn take_blocks(&mut self) -> Vec<Block> {
        self.end_code();
        let last = self.take_items();
        self.stack.paragraph(last);
        self.stack.take()
    }

    fn take_items(&mut self) -> Vec<Inline> {
        while !self.open.is_empty() {
            self.close_last();
        }
        std::mem::take(&mut self.items)
    }

    fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.stack.push(Block::Code(code));
        }
    }

    fn pass(&mut self, mark: Mark) {
        let before = self.take_items();
        self.stack.pass(mark, before);
        if mark == Mark::Code {
            self.code = Some(String::new());
        }
    }

    /// Adds text as it comes out of the parser: carried characters are turned back.
    pub(super) fn text(&mut self, text: &str) {
        let mut plain = String::with_capacity(text.len());
        for character in text.chars() {
            if character == END_OF_CODE {
                self.end_code();
            } else if let Some(code) = &mut self.code {
                code.push(uncarried(character).unwrap_or(character));
            } else {
                self.character(character, &mut plain);
            }
        }
        self.plain(&plain);
    }

    fn character(&mut self, character: char, plain: &mut String) {
        match character {
            EMPHASIS_OPEN => self.mark(plain, |running| running.open(Span::Emphasis)),
            EMPHASIS_CLOSE => self.mark(plain, |running| running.close(&Span::Emphasis)),
            STRONG_OPEN => self.mark(plain, |running| running.open(Span::Strong)),
            STRONG_CLOSE => self.mark(plain, |running| running.close(&Span::Strong)),
            other => match (uncarried(other), Mark::of(other)) {
                (_, Some(mark)) => self.mark(plain, |running| running.pass(mark)),
                (Some('\n'), None) => self.mark(plain, |running| running.push(Inline::LineBreak)),
                (Some(carried), None) => plain.push(carried),
                (None, None) => plain.push(other),
            },
        }
    }

    fn mark(&mut self, plain: &mut String, then: impl FnOnce(&mut Self)) {
        self.plain(plain);
        plain.clear();
        then(self);
    }

    /// Adds plain text, to the text before it where there is some.
    pub(super) fn plain(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let begin = self.open.last().map_or(0, |open| open.start);
        if self.items.len() > begin
            && let Some(Inline::Text(last)) = self.items.last_mut()
        {
            last.push_str(text);
            return;
        }
        self.items.push(Inline::Text(text.to_owned()));
    }

    /// Adds a piece as it is.
    pub(super) fn push(&mut self, inline: Inline) {
        self.items.push(inline);
    }

    /// Opens a span.
    pub(super) fn open(&mut self, span: Span) {
        let is_link = matches!(span, Span::Link(_));
        let flat = self.open.len() >= DEEPEST || span == Span::Transparent || is_link && self.in_link;
        self.in_link |= is_link && !flat;
        // What is flat belongs to the span around it, and so does the text before it.
        let start = if flat { self.open.last().map_or(0, |open| open.start) } else { self.items.len() };
        self.open.push(Open { span, start, flat });
    }

    /// Closes the innermost open span that is like `span`, and what is still open inside it.
    pub(super) fn close(&mut self, span: &Span) {
        let like = |open: &Open| match (&open.span, span) {
            (Span::Link(_), Span::Link(_)) => true,
            (one, other) => one == other,
        };
        if let Some(index) = self.open.iter().rposition(like) {
            while self.open.len() > index {
                self.close_last();
            }
        }
    }

    /// Closes whatever was opened last.
    pub(super) fn close_last(&mut self) {
        let Some(Open { span, start, flat }) = self.open.pop() else { return };
        if flat {
            return;
        }
        self.in_link &= !matches!(span, Span::Link(_));
        let inner = self.items.split_off(start);
        match span {
            Span::Transparent => self.items.extend(inner),
            Span::Emphasis | Span::Strong if inner.is_empty() => {}
            Span::Emphasis => self.items.push(Inline::Emphasis(inner)),
            Span::Strong => self.items.push(Inline::Strong(inner)),
            Span::Link(Target::Anchor(anchor)) if inner.is_empty() => {
                self.items.push(Inline::Reference { anchor, label: String::new() });
            }
            Span::Link(Target::Url(url)) if inner.is_empty() => self.plain(&url),
            Span::Link(target) => self.items.push(Inline::Link { target, text: inner }),
        }
    }
}
