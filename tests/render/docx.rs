//! Word documents of every example and every case: what Word asks of them, and what people do.

mod reference;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use dicomply::document::{self, Document};
use dicomply::render::docx::{self, Options};
use zip::ZipArchive;

use super::{documents, project, rendered};

/// The parts of a Word document as text; pictures are left out.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        parts.insert(name, String::from_utf8(bytes).unwrap_or_default());
    }
    parts
}

fn tree_of(markdown: &str) -> Document {
    document::parse(markdown, &BTreeMap::new())
}

fn written(tree: &Document) -> BTreeMap<String, String> {
    parts(&docx::write(tree, &Options::default()).unwrap())
}

/// The documents that laws are held against.
fn trees() -> Vec<(String, Document)> {
    let mut trees: Vec<_> =
        documents().into_iter().map(|path| (path.clone(), rendered(&project(&path)).0)).collect();
    trees.push(("hostile".to_owned(), tree_of(HOSTILE)));
    trees
}

const HOSTILE: &str = "# A \u{1}& <b> \u{fffe} {#an-anchor-that-is-much-longer-than-the-forty-characters-of-word}\n\n\
    ## B {#an-anchor-that-is-much-longer-than-the-forty-characters-of-words}\n\n\
    ## C {#AN-anchor}\n\n## D {#an-anchor}\n\n[](#an-anchor) [x](https://example.org/?a=1&b=2)\n\n\
    - a\n  1. b\n\n     c\n  2. d\n\n```\n  code\n\tmore\n```\n\n> quoted\n>\n> - list\n\n> [!WARNING]\n> - **bold `code`**\n\n\
    Term\n: meaning\n\n---\n\n\
    <!-- table: caption=\"T\" header-rows=\"2\" -->\n| a | << | b |\n|---|---|---|\n| c | d | ^^ |\n| group | << | << |\n| ^^ | x | |\n\n\
    | a |\n|---|\n| b |\n\n| a |\n|---|\n| b |\n";

/// The values of an attribute in all elements of a name.
fn values<'t>(xml: &'t str, element: &str, attribute: &str) -> Vec<&'t str> {
    let mut values = Vec::new();
    for piece in xml.split('<') {
        let Some(rest) = piece.strip_prefix(element) else { continue };
        if !rest.starts_with([' ', '>', '/']) {
            continue;
        }
        let tag = rest.split('>').next().unwrap();
        let mark = format!(" {attribute}=\"");
        if let Some((_, value)) = tag.split_once(mark.as_str()) {
            values.push(value.split('"').next().unwrap());
        }
    }
    values
}

#[test]
fn word_documents_are_the_same_each_time() {
    for (path, tree) in trees() {
        let bytes = docx::write(&tree, &Options::default()).unwrap();
        assert!(
            bytes == docx::write(&tree, &Options::default()).unwrap(),
            "{path} is written the same twice"
        );
    }
}

#[test]
fn word_documents_hold_together() {
    for (path, tree) in trees() {
        let parts = written(&tree);
        let main = &parts["word/document.xml"];
        let ids: BTreeSet<_> =
            values(&parts["word/styles.xml"], "w:style", "w:styleId").into_iter().collect();
        for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for used in values(main, element, "w:val") {
                assert!(ids.contains(used), "{path}: there is no style `{used}`");
            }
        }
        for element in ["w:basedOn", "w:next"] {
            for used in values(&parts["word/styles.xml"], element, "w:val") {
                assert!(ids.contains(used), "{path}: a style names `{used}`, which is none");
            }
        }
        let known: BTreeSet<_> =
            values(&parts["word/_rels/document.xml.rels"], "Relationship", "Id").into_iter().collect();
        for attribute in ["r:id", "r:embed"] {
            for element in ["w:hyperlink", "w:headerReference", "w:footerReference", "a:blip"] {
                for used in values(main, element, attribute) {
                    assert!(known.contains(used), "{path}: there is no relationship `{used}`");
                }
            }
        }
        for rels in parts.keys().filter(|name| name.ends_with(".rels")) {
            let folder = if rels.starts_with("word/") { "word/" } else { "" };
            for relationship in parts[rels].split("<Relationship ").filter(|text| text.contains("Target=")) {
                if relationship.contains("TargetMode=\"External\"") {
                    continue;
                }
                let target = values(&format!("<R {relationship}"), "R", "Target")[0].to_owned();
                assert!(
                    parts.contains_key(&format!("{folder}{target}")),
                    "{path}: there is no part `{target}`"
                );
            }
        }
        let lists: BTreeSet<_> =
            values(&parts["word/numbering.xml"], "w:num", "w:numId").into_iter().collect();
        for used in values(main, "w:numId", "w:val") {
            assert!(lists.contains(used), "{path}: there is no list `{used}`");
        }
    }
}

#[test]
fn bookmarks_of_word_are_names_that_links_find() {
    for (path, tree) in trees() {
        let main = &written(&tree)["word/document.xml"];
        let names = values(main, "w:bookmarkStart", "w:name");
        let distinct: BTreeSet<_> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(distinct.len(), names.len(), "{path}: each bookmark has a name of its own");
        for name in &names {
            let fits = name.len() <= 40
                && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            assert!(
                fits && name.starts_with(|first: char| first.is_ascii_alphabetic()),
                "{path}: `{name}` is a name"
            );
        }
        let starts: BTreeSet<_> = values(main, "w:bookmarkStart", "w:id").into_iter().collect();
        let ends: BTreeSet<_> = values(main, "w:bookmarkEnd", "w:id").into_iter().collect();
        assert_eq!(starts, ends, "{path}: what begins ends");
        for target in values(main, "w:hyperlink", "w:anchor") {
            assert!(
                distinct.contains(&target.to_lowercase()),
                "{path}: a link leads to `{target}`, which is nowhere"
            );
        }
    }
}

#[test]
fn rows_of_word_fill_their_tables() {
    for (path, tree) in trees() {
        let main = &written(&tree)["word/document.xml"];
        for table in main.split("<w:tbl>").skip(1) {
            let table = table.split("</w:tbl>").next().unwrap();
            let columns = values(table, "w:gridCol", "w:w").len();
            for row in table.split("<w:tr>").skip(1) {
                let cells = row.matches("<w:tc>").count();
                let more: usize = values(row, "w:gridSpan", "w:val")
                    .iter()
                    .map(|span| span.parse::<usize>().unwrap() - 1)
                    .sum();
                assert_eq!(cells + more, columns, "{path}: {row}");
            }
        }
    }
}

#[test]
fn captions_of_word_count_to_the_numbers_they_show() {
    for (path, tree) in trees() {
        let main = &written(&tree)["word/document.xml"];
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for field in main.split("> SEQ ").skip(1) {
            let instruction = field.split('<').next().unwrap();
            if instruction.contains("\\h") {
                continue;
            }
            let kind = instruction.split(' ').next().unwrap();
            let count = counts.entry(kind).or_default();
            *count = match instruction.split_once("\\r ") {
                Some((_, told)) => told.split(' ').next().unwrap().parse().unwrap(),
                None => *count + 1,
            };
            let shown =
                field.split("<w:t xml:space=\"preserve\">").nth(1).unwrap().split('<').next().unwrap();
            assert_eq!(shown, count.to_string(), "{path}: {instruction}");
        }
    }
}

/// The order that the schema of WordprocessingML gives to the children of an element (ECMA-376, transitional). An
/// element that is not named here has children in any order, or only of one kind.
const ORDER: &[(&str, &str)] = &[
    ("w:document", "w:body"),
    ("w:p", "w:pPr *"),
    ("w:r", "w:rPr *"),
    ("w:tbl", "w:tblPr w:tblGrid w:tr"),
    ("w:tr", "w:trPr w:tc"),
    ("w:tc", "w:tcPr w:p"),
    ("w:sdt", "w:sdtPr w:sdtContent"),
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:numPr w:pBdr w:shd w:tabs w:suppressAutoHyphens w:spacing \
         w:ind w:contextualSpacing w:jc w:outlineLvl w:rPr w:sectPr",
    ),
    (
        "w:rPr",
        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:noProof w:webHidden w:color w:spacing w:sz w:szCs w:u \
         w:vertAlign w:lang",
    ),
    ("w:tblPr", "w:tblStyle w:tblW w:tblInd w:tblBorders w:tblLayout w:tblCellMar w:tblLook w:tblCaption"),
    ("w:tcPr", "w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:vAlign"),
    ("w:tblBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:tcBorders", "w:top w:left w:bottom w:right w:insideH w:insideV"),
    ("w:pBdr", "w:top w:left w:bottom w:right"),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:sectPr", "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:cols"),
    ("w:numPr", "w:ilvl w:numId"),
    ("w:styles", "w:docDefaults w:latentStyles w:style"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    ("w:style", "w:name w:basedOn w:next w:qFormat w:pPr w:rPr w:tblPr w:tblStylePr"),
    ("w:tblStylePr", "w:rPr w:tcPr"),
    ("w:numbering", "w:abstractNum w:num"),
    ("w:abstractNum", "w:multiLevelType w:lvl"),
    ("w:lvl", "w:start w:numFmt w:lvlText w:lvlJc w:pPr w:rPr"),
    ("w:num", "w:abstractNumId w:lvlOverride"),
    ("w:lvlOverride", "w:startOverride"),
    (
        "w:settings",
        "w:zoom w:defaultTabStop w:characterSpacingControl w:compat w:themeFontLang w:decimalSymbol w:listSeparator",
    ),
    ("w:font", "w:altName w:family w:pitch"),
    ("wp:inline", "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic"),
    ("wpg:wgp", "wpg:cNvGrpSpPr wpg:grpSpPr wps:wsp"),
    ("wps:wsp", "wps:cNvSpPr wps:spPr wps:txbx wps:bodyPr"),
    ("wps:spPr", "a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:ln"),
    ("a:custGeom", "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst"),
    ("a:xfrm", "a:off a:ext a:chOff a:chExt"),
    ("a:ln", "a:noFill a:solidFill a:prstDash"),
    ("pic:pic", "pic:nvPicPr pic:blipFill pic:spPr"),
    ("pic:nvPicPr", "pic:cNvPr pic:cNvPicPr"),
    ("pic:blipFill", "a:blip a:stretch"),
    ("pic:spPr", "a:xfrm a:prstGeom"),
];

#[test]
fn elements_of_word_stand_in_the_order_of_the_schema() {
    let order: BTreeMap<&str, Vec<&str>> =
        ORDER.iter().map(|(name, children)| (*name, children.split_whitespace().collect())).collect();
    for (path, tree) in trees() {
        for (part, text) in written(&tree).iter().filter(|(name, _)| name.starts_with("word/")) {
            // The open elements, and the place in the order of the last child of each.
            let mut open: Vec<(String, usize)> = Vec::new();
            for piece in text.split('<').skip(1) {
                let tag = piece.split('>').next().unwrap();
                let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
                if tag.starts_with('?') {
                    continue;
                }
                if tag.starts_with('/') {
                    assert_eq!(open.pop().unwrap().0, name, "{path}: {part} is well-formed");
                    continue;
                }
                if let Some((parent, last)) = open.last_mut()
                    && let Some(children) = order.get(parent.as_str())
                {
                    let any = children.iter().position(|child| *child == "*");
                    let place = children.iter().position(|child| *child == name).or(any);
                    let place = place.unwrap_or_else(|| panic!("{path}: `{name}` in `{parent}` of {part}"));
                    assert!(place >= *last, "{path}: `{name}` stands too late in `{parent}` of {part}");
                    *last = place;
                }
                if !tag.ends_with('/') {
                    open.push((name.to_owned(), 0));
                }
            }
            assert!(open.is_empty(), "{path}: {part} is well-formed");
        }
    }
}

#[test]
fn what_xml_cannot_hold_is_left_out() {
    let main = &written(&tree_of(HOSTILE))["word/document.xml"];
    assert!(main.contains("A &amp; &lt;b&gt;"), "{main}");
    assert!(!main.contains('\u{1}') && !main.contains('\u{fffe}'));
}
