//! Prose of the user: Markdown in which nothing is trusted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pulldown_cmark::{Options, Parser};

use super::builder::{Author, Builder};
use super::escape::{
    BULLETS, CODE, EMPHASIS_CLOSE, EMPHASIS_OPEN, END_OF_CODE, END_OF_LIST, ITEM, NUMBERS, PARAGRAPH,
    STRONG_CLOSE, STRONG_OPEN, escape, escape_exactly, escape_lines, without_private_characters,
};
use super::lines::{joined, lines_of};
use super::tree::{Alignment, Block, Inline, Table, Target};

/// The blocks of a text that a user wrote. HTML and comments are text, headings are strong paragraphs, pictures
/// are their descriptions, and links other than `http`, `https`, `mailto` and `#anchor` are their text.
pub fn prose(markdown: &str) -> Vec<Block> {
    let clean = without_private_characters(markdown);
    let none = BTreeMap::new();
    let mut builder = Builder::new(Author::User, &none);
    Parser::new_ext(&clean, options()).for_each(|event| builder.event(event));
    builder.finish().blocks
}

/// What a user's Markdown has beyond CommonMark.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_FOOTNOTES
}

/// A text that a user wrote, as Markdown that a template can print among its own: it shows what [`prose`] makes
/// of the text and can be nothing else, no directive, no merged cell, no numbered heading.
///
/// It is printed at the beginning of a line with an empty line before and after; see [`neutralise_prose_inline`]
/// for cells and sentences.
pub fn neutralise_prose(markdown: &str) -> String {
    let mut out = String::new();
    write_blocks(&prose(markdown), "", &mut out);
    out.truncate(out.trim_end().len());
    out
}

/// A text that a user wrote, on one line of Markdown, as cells need it. Its paragraphs, lists and code are blocks
/// again when the line has been read; quotations and notes are what they say, rows of tables become lines.
pub fn neutralise_prose_inline(markdown: &str) -> String {
    let mut line = String::new();
    write_line(&prose(markdown), &mut line);
    line
}

fn write_blocks(blocks: &[Block], indent: &str, out: &mut String) {
    let mut list_before = false;
    for block in blocks {
        let mark = if list_before { Marks::Second } else { Marks::First };
        write_block(block, indent, mark, out);
        list_before = matches!(block, Block::List(_)) && mark == Marks::First;
        end_block(indent, out);
    }
}

/// Two lists after each other would be one if they had the same marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    First,
    Second,
}

fn end_block(indent: &str, out: &mut String) {
    out.push_str(indent.trim_end());
    out.push('\n');
}

fn line(indent: &str, text: &str, out: &mut String) {
    out.push_str(indent);
    out.push_str(text);
    out.push('\n');
}

fn write_block(block: &Block, indent: &str, marks: Marks, out: &mut String) {
    match block {
        Block::Paragraph(text) => line(indent, &inline(text), out),
        Block::Code(code) => {
            line(indent, "```", out);
            code.split('\n').for_each(|text| line(indent, &escape_exactly(text), out));
            line(indent, "```", out);
        }
        Block::Quote(blocks) => write_quote(None, blocks, indent, out),
        Block::Note(note) => write_quote(Some(note.kind.title()), &note.blocks, indent, out),
        Block::List(list) => {
            for (index, item) in (0u64..).zip(&list.items) {
                let mark = match (list.start, marks) {
                    (Some(start), Marks::First) => format!("{}. ", start.saturating_add(index)),
                    (Some(start), Marks::Second) => format!("{}) ", start.saturating_add(index)),
                    (None, Marks::First) => "- ".to_owned(),
                    (None, Marks::Second) => "+ ".to_owned(),
                };
                write_nested(&mark, &" ".repeat(mark.len()), item, indent, out);
            }
        }
        Block::Table(table) => write_table(table, indent, out),
        Block::Rule => line(indent, "***", out),
        _ => {}
    }
}

fn write_quote(title: Option<&str>, blocks: &[Block], indent: &str, out: &mut String) {
    if let Some(title) = title {
        let _ = writeln!(out, "{indent}> [!{}]", title.to_uppercase());
    }
    write_nested("> ", "> ", blocks, indent, out);
}

/// Writes `blocks` so that their first line begins with `first` and all others with `rest`.
fn write_nested(first: &str, rest: &str, blocks: &[Block], indent: &str, out: &mut String) {
    let inner = format!("{indent}{rest}");
    let mut nested = String::new();
    write_blocks(blocks, &inner, &mut nested);
    let text = nested.strip_prefix(&inner).unwrap_or(&nested);
    let text = text.trim_end_matches(['\n', ' ', '>']);
    line(indent, &format!("{first}{text}"), out);
}

fn write_table(table: &Table, indent: &str, out: &mut String) {
    let rules = table.columns.iter().map(|column| match column.alignment {
        Alignment::Start => "---",
        Alignment::Center => ":-:",
        Alignment::End => "--:",
    });
    let rules: Vec<&str> = rules.collect();
    for (index, row) in table.header.iter().chain(&table.body).enumerate() {
        let cells: Vec<String> = row.cells.iter().map(|cell| inline(&cell.running_text())).collect();
        line(indent, &format!("| {} |", cells.join(" | ")), out);
        if index == 0 {
            line(indent, &format!("| {} |", rules.join(" | ")), out);
        }
    }
}

fn inline(text: &[Inline]) -> String {
    let mut out = String::new();
    write_inline(text, &mut out);
    out
}

fn write_inline(text: &[Inline], out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(text) => out.push_str(&escape_exactly(text)),
            Inline::Code(code) => {
                let _ = write!(out, "`{}`", escape_exactly(code));
            }
            Inline::Emphasis(inner) => write_marked(EMPHASIS_OPEN, inner, EMPHASIS_CLOSE, out),
            Inline::Strong(inner) => write_marked(STRONG_OPEN, inner, STRONG_CLOSE, out),
            Inline::Link { target, text } => {
                out.push('[');
                write_inline(text, out);
                let _ = match target {
                    Target::Anchor(anchor) => write!(out, "](<#{}>)", escape(anchor)),
                    Target::Url(url) => write!(out, "](<{}>)", escape(url)),
                };
            }
            Inline::Reference { anchor, .. } => {
                let _ = write!(out, "[](<#{}>)", escape(anchor));
            }
            Inline::Footnote { .. } => {}
            Inline::LineBreak => out.push_str("<br>"),
        }
    }
}

fn write_marked(open: char, inner: &[Inline], close: char, out: &mut String) {
    out.push(open);
    write_inline(inner, out);
    out.push(close);
}

/// Writes `blocks` on one line: every block after the first begins with a mark, see `stack`.
fn write_line(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => write_paragraph(text, out),
            Block::Code(code) => {
                out.push(CODE);
                out.push_str(&escape_lines(code));
                out.push(END_OF_CODE);
            }
            Block::Quote(inner) => write_line(inner, out),
            Block::Note(note) => write_line(&note.blocks, out),
            Block::List(list) => {
                match list.start {
                    Some(start) => {
                        let _ = write!(out, "{NUMBERS}{start}");
                    }
                    None => out.push(BULLETS),
                }
                for item in &list.items {
                    out.push(ITEM);
                    write_line(item, out);
                }
                out.push(END_OF_LIST);
            }
            Block::Table(_) => write_paragraph(&joined(lines_of(std::slice::from_ref(block))), out),
            _ => {}
        }
    }
}

fn write_paragraph(text: &[Inline], out: &mut String) {
    if !out.is_empty() {
        out.push(PARAGRAPH);
    }
    write_inline(text, out);
}
