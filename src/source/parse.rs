//! YAML events → span tree.

use std::collections::HashMap;

use granit_parser::{
    Event, Options, Parser, ScalarStyle, ScanError, Span as YamlSpan, StructureStyle, options,
};

use super::syntax::{self, MAX_NESTING};
use super::tree::{Entry, NodeId, Rest, Span, Tree, narrow};

pub(crate) use self::pieces::parse_at_once;

mod pieces;

/// Values that aliases may expand to, for each value that is written, before a document is refused.
const MAX_EXPANSION: usize = 16;

/// A document of few values may still repeat this many.
const FREE_EXPANSION: usize = 10_000;

/// Keys and values of a document, at most, those that aliases stand for too.
pub(super) const MOST_VALUES: usize = 2_000_000;

/// What is wrong with the YAML itself.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// Whether what follows could not be read.
    pub(crate) fatal: bool,
}

/// The tree of a text and what is wrong with its YAML.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    pub(crate) tree: Tree,
    pub(crate) faults: Vec<Fault>,
}

/// Reads a text. After a fatal fault the tree holds what was complete before it.
pub(crate) fn parse(source: &str) -> Parsed {
    let mut builder = Builder::of(source);
    builder.take_until(&mut events(source), |_, _, _| false);
    builder.finish()
}

/// The events of a text, with their places.
fn events(source: &str) -> impl Iterator<Item = Next<'_>> + Send {
    Parser::new_from_str_with_options(source, parser_options())
}

/// An event with its place, or why there is none.
type Next<'s> = Result<(Event<'s>, YamlSpan), ScanError>;

fn parser_options() -> Options {
    options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_NESTING,
        block_nesting_limit: MAX_NESTING,
    }
}

/// A collection that is not complete yet.
struct Frame {
    id: NodeId,
    start: u32,
    anchor: usize,
    is_mapping: bool,
    /// Where its entries begin in their lines, if it is one of a block.
    column: Option<usize>,
    key: Option<NodeId>,
    entries: Vec<Entry>,
    elements: Vec<NodeId>,
    end: u32,
    weight: u64,
}

#[derive(Default)]
struct Builder<'s> {
    source: &'s str,
    tree: Tree,
    faults: Vec<Fault>,
    frames: Vec<Frame>,
    /// Anchored nodes, with the number of values they stand for.
    anchors: HashMap<usize, (NodeId, u64)>,
    documents: usize,
    weight: u64,
    has_tags: bool,
    /// Whether nothing of the document is read, because it is too large.
    is_refused: bool,
}

impl<'s> Builder<'s> {
    fn of(source: &'s str) -> Self {
        Self { source, ..Self::default() }
    }

    /// Takes events up to one before which reading should pause, which is returned; nothing where there is none.
    fn take_until(
        &mut self,
        events: &mut impl Iterator<Item = Next<'s>>,
        pauses: impl Fn(&Self, &Event<'s>, &YamlSpan) -> bool,
    ) -> Option<(Event<'s>, YamlSpan)> {
        for next in events {
            match next {
                Ok((event, span)) if pauses(self, &event, &span) => return Some((event, span)),
                Ok((event, span)) => self.take(event, &span)?,
                Err(error) => {
                    self.fail(&error);
                    return None;
                }
            }
        }
        None
    }

    /// Takes one event; `None` when reading should stop.
    fn take(&mut self, event: Event<'_>, span: &YamlSpan) -> Option<()> {
        if self.tree.len() >= MOST_VALUES {
            self.refuse(to_span(span).start, too_many_values());
            return None;
        }
        match event {
            Event::DocumentStart(..) => return self.start_document(span),
            Event::Scalar(text, style, anchor, tag) => {
                self.check_tag(tag.as_deref(), span);
                let id = self.scalar(&text, style, span);
                self.remember(anchor, id, 1);
                self.place(id, narrow(byte_range(span).end), 1);
            }
            Event::MappingStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), span);
                self.push(span, anchor, true, style);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), span);
                self.push(span, anchor, false, style);
            }
            Event::MappingEnd | Event::SequenceEnd => self.pop(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::UnresolvedAlias(name) => self.unresolved(&name, span),
            _ => {}
        }
        Some(())
    }

    fn start_document(&mut self, span: &YamlSpan) -> Option<()> {
        self.documents += 1;
        if self.documents == 1 {
            return Some(());
        }
        self.faults.push(Fault {
            span: to_span(span),
            message: "a second YAML document starts here".to_owned(),
            help: Some(
                "keep one document in a file: move what follows `---` to a file of its own".to_owned(),
            ),
            fatal: false,
        });
        None
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: &YamlSpan) -> NodeId {
        let range = to_span(span);
        let plain = style == ScalarStyle::Plain;
        if plain && (text.is_empty() || text == "~") {
            return self.tree.add(super::tree::Kind::Empty, range);
        }
        if let Some(place) = self.spelt_out(text, range) {
            return self.tree.add(super::tree::Kind::Text(place), range);
        }
        self.tree.add_kept(text, trim(self.source, range), style == ScalarStyle::Literal)
    }

    /// The place of a text that stands in the file as it is, without its quotes.
    fn spelt_out(&self, text: &str, span: Span) -> Option<Span> {
        let quote = u32::from(
            self.source.as_bytes().get(span.start as usize).is_some_and(|byte| b"'\"".contains(byte)),
        );
        let start = span.start + quote;
        let end = start + narrow(text.len());
        (self.source.get(start as usize..end as usize) == Some(text)).then_some(Span { start, end })
    }

    fn push(&mut self, span: &YamlSpan, anchor: usize, is_mapping: bool, style: StructureStyle) {
        let start = narrow(byte_range(span).start);
        let id = self.tree.open(start);
        self.frames.push(Frame {
            id,
            start,
            anchor,
            is_mapping,
            column: (style == StructureStyle::Block).then(|| span.start.col()),
            key: None,
            entries: Vec::new(),
            elements: Vec::new(),
            end: narrow(byte_range(span).end),
            weight: 1,
        });
    }

    fn pop(&mut self, span: &YamlSpan) {
        let Some(frame) = self.frames.pop() else { return };
        let closing = byte_range(span);
        // Block collections end at the next token; they are cut back to their last child. Flow ones have a bracket.
        let end = if closing.is_empty() { frame.end } else { narrow(closing.end) };
        self.complete(&frame, end);
    }

    fn complete(&mut self, frame: &Frame, end: u32) {
        let span = Span { start: frame.start, end: end.max(frame.start) };
        if frame.is_mapping {
            self.tree.close_mapping(frame.id, &frame.entries, span);
        } else {
            self.tree.close_sequence(frame.id, &frame.elements, span);
        }
        self.remember(frame.anchor, frame.id, frame.weight);
        self.place(frame.id, end, frame.weight);
    }

    fn remember(&mut self, anchor: usize, id: NodeId, weight: u64) {
        if anchor > 0 {
            self.anchors.insert(anchor, (id, weight));
        }
    }

    fn alias(&mut self, anchor: usize, span: &YamlSpan) {
        if let Some(&(target, weight)) = self.anchors.get(&anchor) {
            let id = self.tree.add(super::tree::Kind::Alias(target), to_span(span));
            self.place(id, narrow(byte_range(span).end), weight);
            return;
        }
        self.faults.push(Fault {
            span: to_span(span),
            message: "this alias stands inside the very value that it names".to_owned(),
            help: Some("write the value out, or anchor a smaller part of it".to_owned()),
            fatal: false,
        });
        self.place_nowhere(span);
    }

    fn unresolved(&mut self, name: &str, span: &YamlSpan) {
        self.faults.push(Fault {
            span: to_span(span),
            message: format!("no anchor `&{name}` stands before this alias"),
            help: Some(format!("if a text was meant, quote it: \"*{name}\"")),
            fatal: false,
        });
        self.place_nowhere(span);
    }

    fn place_nowhere(&mut self, span: &YamlSpan) {
        let id = self.tree.add(super::tree::Kind::Nowhere, to_span(span));
        self.place(id, narrow(byte_range(span).end), 1);
    }

    /// Puts a complete node where it belongs.
    fn place(&mut self, id: NodeId, end: u32, weight: u64) {
        let Some(frame) = self.frames.last_mut() else {
            self.weight = weight;
            self.tree.root.get_or_insert(id);
            return;
        };
        frame.end = frame.end.max(end);
        frame.weight = frame.weight.saturating_add(weight);
        if !frame.is_mapping {
            frame.elements.push(id);
        } else if let Some(key) = frame.key.take() {
            frame.entries.push(Entry { key, value: id });
        } else {
            frame.key = Some(id);
        }
    }

    fn check_tag(&mut self, tag: Option<&granit_parser::Tag>, span: &YamlSpan) {
        self.has_tags |= tag.is_some();
        let Some(tag) = tag.filter(|tag| !tag.is_yaml_core_schema()) else { return };
        self.faults.push(Fault {
            span: span.tag_span().map_or_else(|| to_span(span), |place| to_span(&place)),
            message: format!("the tag `{}` means nothing here", tag.original()),
            help: Some("leave it out; if a text that starts with `!` was meant, quote it".to_owned()),
            fatal: false,
        });
    }

    fn fail(&mut self, error: &ScanError) {
        let position = error.marker().byte_offset().unwrap_or(self.source.len()).min(self.source.len());
        let (message, help) = syntax::explain(error, self.source, position);
        self.faults.push(Fault { span: character_at(self.source, position), message, help, fatal: true });
    }

    /// Takes over the rest of the text, read by itself, which goes on in the mappings that are open. Aliases make it
    /// as many values as its `weight` says, and it stands `base` bytes further on.
    fn join(&mut self, rest: Rest, weight: u64, base: u32) {
        if let Some(innermost) = self.frames.last_mut() {
            innermost.weight = innermost.weight.saturating_add(weight);
        }
        let held: Vec<usize> = self.frames.iter().map(|frame| frame.entries.len()).collect();
        let mut joining = self.tree.join(rest, base, &held);
        while let Some(mut frame) = self.frames.pop() {
            let (entries, end) = joining.close(&mut self.tree);
            frame.entries.extend(entries);
            let end = frame.end.max(end);
            self.complete(&frame, end);
        }
    }

    /// Closes what a fault left open, so that everything complete can still be read.
    fn finish(mut self) -> Parsed {
        while let Some(mut frame) = self.frames.pop() {
            let end = frame.end;
            if let Some(key) = frame.key.take() {
                let value = self.tree.add(super::tree::Kind::Empty, Span { start: end, end });
                frame.entries.push(Entry { key, value });
            }
            self.complete(&frame, end);
        }
        if !self.is_refused {
            self.check_expansion();
        }
        if self.is_refused {
            self.tree.root = None;
        }
        Parsed { tree: self.tree, faults: self.faults }
    }

    fn check_expansion(&mut self) {
        let written = self.tree.len().saturating_mul(MAX_EXPANSION);
        let limit = narrow(written.clamp(FREE_EXPANSION, MOST_VALUES));
        if self.weight > u64::from(limit) {
            let start = self.tree.root.map_or(0, |root| self.tree.span(root).start);
            self.refuse(start, format!("the aliases of this document expand to more than {limit} values"));
        }
    }

    /// Reads nothing of a document that is larger than it may be.
    fn refuse(&mut self, at: u32, message: String) {
        let help = if self.tree.len() < MOST_VALUES {
            "use aliases for small parts, or named sets"
        } else {
            "split the document, or see that it is one"
        };
        self.faults.push(Fault {
            span: Span { start: at, end: at },
            message,
            help: Some(help.to_owned()),
            fatal: true,
        });
        self.is_refused = true;
    }
}

/// What is said of a document with more than [`MOST_VALUES`].
pub(super) fn too_many_values() -> String {
    format!("the document has more than {MOST_VALUES} keys and values")
}

fn byte_range(span: &YamlSpan) -> std::ops::Range<usize> {
    span.byte_range().unwrap_or_default()
}

fn to_span(span: &YamlSpan) -> Span {
    let range = byte_range(span);
    Span { start: narrow(range.start), end: narrow(range.end) }
}

/// A span without the blank lines that follow a block text.
fn trim(source: &str, span: Span) -> Span {
    let text = source.get(span.range()).unwrap_or_default();
    Span { start: span.start, end: span.start + narrow(text.trim_end().len()) }
}

fn character_at(source: &str, position: usize) -> Span {
    let length = source.get(position..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    Span { start: narrow(position), end: narrow(position + length) }
}
