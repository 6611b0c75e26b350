//! Blocks made of what was read.

use pulldown_cmark::BlockQuoteKind;

use crate::document::escape::unescape;
use crate::document::tree::{Block, Cover, Heading, NoteKind, Numbering};

use super::Container;

pub(super) fn heading(level: u8, id: &str, classes: &[String], number: Option<&str>) -> Heading {
    let has = |name: &str| classes.iter().any(|class| class == name);
    let deeper = classes.iter().find_map(|class| class.strip_prefix("level-")?.parse::<u8>().ok());
    let numbering = match number {
        Some(number) => Numbering::Given(unescape(number)),
        None if has("unnumbered") => Numbering::None,
        None => Numbering::Counted,
    };
    Heading {
        level: deeper.unwrap_or(level).clamp(1, 9),
        number: String::new(),
        anchor: unescape(id),
        title: Vec::new(),
        numbering,
        listed: !has("unlisted"),
    }
}

pub(super) const fn note(kind: BlockQuoteKind) -> Container {
    Container::Note(match kind {
        BlockQuoteKind::Note => NoteKind::Note,
        BlockQuoteKind::Tip => NoteKind::Tip,
        BlockQuoteKind::Important => NoteKind::Important,
        BlockQuoteKind::Warning => NoteKind::Warning,
        BlockQuoteKind::Caution => NoteKind::Caution,
    })
}

/// What stands between `cover` and `/cover`, sorted.
pub(super) fn cover(blocks: Vec<Block>) -> Cover {
    let mut cover = Cover::default();
    for block in blocks {
        match block {
            Block::Heading(heading) => cover.title = heading.title,
            Block::Paragraph(line) => cover.subtitle.push(line),
            Block::Figure(figure) => cover.logo = Some(figure.picture),
            Block::Table(table) => {
                for row in table.header.into_iter().chain(table.body) {
                    let mut cells = row.cells.iter().map(|cell| cell.running_text().into_owned());
                    let fact = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
                    if !fact.0.is_empty() || !fact.1.is_empty() {
                        cover.facts.push(fact);
                    }
                }
            }
            _ => {}
        }
    }
    cover
}
