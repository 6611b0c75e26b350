//! Runs: text, tabs and fields.

use super::properties::Run;
use super::xml::Xml;

/// A run of text, spaces and all.
pub(super) fn text(xml: &mut Xml, text: &str, look: Run) {
    xml.open("w:r", &[]);
    look.write(xml);
    xml.text_element("w:t", &[("xml:space", &"preserve")], text);
    xml.close("w:r");
}

/// A tab.
pub(super) fn tab(xml: &mut Xml) {
    xml.open("w:r", &[]);
    xml.empty("w:tab", &[]);
    xml.close("w:r");
}

/// A field: what it asks for, and what it shows until it is asked.
pub(super) fn field(xml: &mut Xml, instruction: &str, shown: &str, look: Run) {
    field_begin(xml, instruction, look);
    text(xml, shown, look);
    field_end(xml, look);
}

/// The begin of a field, up to what it shows.
pub(super) fn field_begin(xml: &mut Xml, instruction: &str, look: Run) {
    mark(xml, "begin", look);
    xml.open("w:r", &[]);
    look.write(xml);
    xml.text_element("w:instrText", &[("xml:space", &"preserve")], instruction);
    xml.close("w:r");
    mark(xml, "separate", look);
}

/// The end of a field.
pub(super) fn field_end(xml: &mut Xml, look: Run) {
    mark(xml, "end", look);
}

fn mark(xml: &mut Xml, kind: &str, look: Run) {
    xml.open("w:r", &[]);
    look.write(xml);
    xml.empty("w:fldChar", &[("w:fldCharType", &kind)]);
    xml.close("w:r");
}
