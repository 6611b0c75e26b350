//! The lists: which marks their items have, and which number they begin with.

use super::WORD;
use super::properties::{Indent, Paragraph, Run};
use super::styles::list_indent;
use super::xml::Xml;

/// The kinds of lists, by the numbers of their definitions.
const BULLETS: u32 = 0;
const NUMBERS: u32 = 1;
const TABLE_BULLETS: u32 = 2;
const TABLE_NUMBERS: u32 = 3;

/// Levels that Word has.
pub(super) const LEVELS: u8 = 9;

/// How far items in a table are moved in at each level.
const TABLE_INDENT: i32 = 200;

/// The lists of a document.
#[derive(Default)]
pub(super) struct Lists {
    /// The numbered ones: their definition, level and first number.
    numbered: Vec<(u32, u8, u64)>,
}

impl Lists {
    /// The number of a list of bullets.
    pub(super) const fn bullets(in_table: bool) -> u32 {
        1 + if in_table { TABLE_BULLETS } else { BULLETS } / 2
    }

    /// The number of a new numbered list at a level from 0.
    pub(super) fn numbers(&mut self, in_table: bool, level: u8, start: u64) -> u32 {
        let kind = if in_table { TABLE_NUMBERS } else { NUMBERS };
        self.numbered.push((kind, level, start));
        u32::try_from(self.numbered.len()).unwrap_or(u32::MAX).saturating_add(2)
    }

    /// The part that defines them.
    pub(super) fn written(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        xml.open("w:numbering", &[("xmlns:w", &WORD)]);
        for kind in [BULLETS, NUMBERS, TABLE_BULLETS, TABLE_NUMBERS] {
            definition(&mut xml, kind);
        }
        for (number, kind) in [(1, BULLETS), (2, TABLE_BULLETS)] {
            xml.open("w:num", &[("w:numId", &number)]);
            xml.value("w:abstractNumId", kind);
            xml.close("w:num");
        }
        for (number, (kind, level, start)) in (3u32..).zip(&self.numbered) {
            xml.open("w:num", &[("w:numId", &number)]);
            xml.value("w:abstractNumId", kind);
            xml.open("w:lvlOverride", &[("w:ilvl", level)]);
            // Word counts with 32 bits and a sign.
            xml.value("w:startOverride", (*start).min(i32::MAX as u64));
            xml.close("w:lvlOverride");
            xml.close("w:num");
        }
        xml.close("w:numbering");
        xml.finish()
    }
}

fn definition(xml: &mut Xml, kind: u32) {
    let is_numbered = kind % 2 == 1;
    xml.open("w:abstractNum", &[("w:abstractNumId", &kind)]);
    xml.value("w:multiLevelType", "hybridMultilevel");
    for level in 0..LEVELS {
        xml.open("w:lvl", &[("w:ilvl", &level)]);
        xml.value("w:start", 1);
        let format = match (is_numbered, level % 3) {
            (false, _) => "bullet",
            (true, 0) => "decimal",
            (true, 1) => "lowerLetter",
            (true, _) => "lowerRoman",
        };
        xml.value("w:numFmt", format);
        if is_numbered {
            xml.value("w:lvlText", format!("%{}.", level + 1));
        } else {
            xml.value("w:lvlText", if level % 2 == 0 { "•" } else { "–" });
        }
        xml.value("w:lvlJc", "left");
        let (left, hanging) = if kind >= TABLE_BULLETS {
            ((i32::from(level) + 1) * TABLE_INDENT, TABLE_INDENT)
        } else {
            (list_indent(level), 340)
        };
        Paragraph { indent: Some(Indent::left(left, hanging)), ..Paragraph::default() }.write(xml);
        Run { font: (!is_numbered).then_some("Arial"), ..Run::default() }.write(xml);
        xml.close("w:lvl");
    }
    xml.close("w:abstractNum");
}
