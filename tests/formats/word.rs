//! What a Word document says, and whether its elements stand in the order of their schema.

use std::io::Read as _;

use super::element::Element;
use super::said::Said;

/// The parts of a document that are XML, by their names.
pub(super) fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            parts.push((name, text));
        }
    }
    parts
}

/// What a document says.
pub(super) fn said(file: &[u8]) -> Said {
    let parts = parts(file);
    let (_, main) = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let mut said = Said::default();
    read(Element::read(main).find("w:body").unwrap(), false, &mut said);
    said.normal()
}

fn read(element: &Element, in_cell: bool, said: &mut Said) {
    for child in element.children() {
        match child.name.as_str() {
            "w:p" => paragraph(child, in_cell, said),
            "w:tbl" if style(child, "w:tblPr", "w:tblStyle") == "CoverTable" => {}
            "w:tc" => {
                let merge = child.child("w:tcPr").and_then(|properties| properties.child("w:vMerge"));
                if merge.is_none_or(|merge| merge.attribute("w:val") == "restart") {
                    said.cells.push(text(child));
                    read(child, true, said);
                }
            }
            _ => read(child, in_cell, said),
        }
    }
}

fn paragraph(paragraph: &Element, in_cell: bool, said: &mut Said) {
    let style = style(paragraph, "w:pPr", "w:pStyle");
    let is_item = paragraph.child("w:pPr").is_some_and(|properties| properties.child("w:numPr").is_some());
    let is_code = matches!(style, "Code" | "TableCodeBlock");
    let goes_on = said.notes.len();
    match style {
        // What is to be seen, and what it says, a line each.
        "Figure" => {
            let told = paragraph.find("wp:docPr").map_or("", |picture| picture.attribute("descr"));
            said.words.extend(told.split('\n').skip(1).map(str::to_owned));
        }
        _ if style.starts_with("Heading") => said.sections.push(text(paragraph)),
        "Caption" | "FigureCaption" => said.captions.push(text(paragraph)),
        // A note begins with the place that its mark leads to.
        "TableNote" if paragraph.child("w:bookmarkStart").is_some() => said.notes.push(text(paragraph)),
        "TableNote" if goes_on > 0 => said.notes[goes_on - 1].push_str(&text(paragraph)),
        "TableCodeBlock" if !in_cell && goes_on > 0 => said.notes[goes_on - 1].push_str(&text(paragraph)),
        _ => {}
    }
    if is_item {
        said.items.push(text(paragraph));
    }
    if is_code {
        said.code.push(text(paragraph));
    }
}

fn style<'e>(element: &'e Element, properties: &str, name: &str) -> &'e str {
    let properties = element.child(properties);
    properties.and_then(|properties| properties.child(name)).map_or("", |style| style.attribute("w:val"))
}

/// What is to be read: neither instructions of fields nor texts of drawings.
fn text(element: &Element) -> String {
    element.text(&|inner| {
        !matches!(inner.name.as_str(), "w:instrText" | "w:drawing" | "w:pict" | "mc:AlternateContent")
    })
}

/// The children of elements, in the order in which ISO/IEC 29500-1 (transitional: Part 4) wants them.
const ORDERS: [(&str, &str); 24] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
         snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
         textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
         vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em \
         lang eastAsianLayout specVanish oMath",
    ),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
         tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    ),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers",
    ),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType \
         cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    ),
    ("w:tbl", "bookmarkStart bookmarkEnd tblPr tblGrid tr"),
    ("w:tr", "tblPrEx trPr tc"),
    ("w:pBdr", "top left bottom right between bar"),
    ("w:tblBorders", "top left start bottom right end insideH insideV"),
    ("w:tcBorders", "top left start bottom right end insideH insideV tl2br tr2bl"),
    ("w:tblCellMar", "top left start bottom right end"),
    ("w:tcMar", "top left start bottom right end"),
    ("w:numPr", "ilvl numId"),
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked \
         personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    ("w:tblStylePr", "pPr rPr tblPr trPr tcPr"),
    ("w:styles", "docDefaults latentStyles style"),
    ("w:docDefaults", "rPrDefault pPrDefault"),
    ("w:numbering", "numPicBullet abstractNum num numIdMacAtCleanup"),
    ("w:abstractNum", "nsid multiLevelType tmpl name styleLink numStyleLink lvl"),
    ("w:num", "abstractNumId lvlOverride"),
    ("w:lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    (
        "w:settings",
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries \
         displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts \
         embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader \
         bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState \
         formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge \
         revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride \
         styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone \
         doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders \
         bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing \
         drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery \
         doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData \
         noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter \
         noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent \
         alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt \
         showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids \
         mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats \
         doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary \
         shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator",
    ),
    (
        "w:font",
        "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic",
    ),
    ("wp:inline", "extent effectExtent docPr cNvGraphicFramePr graphic"),
];

/// The elements of a part whose children are out of the order of their schema, or not in it.
pub(super) fn disorder(part: &str) -> Vec<String> {
    let mut faults = Vec::new();
    collect(&Element::read(part), &mut faults);
    faults
}

fn collect(element: &Element, faults: &mut Vec<String>) {
    if let Some((name, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) {
        let order: Vec<&str> = order.split_whitespace().collect();
        let mut last = 0;
        for child in element.children() {
            let local = child.name.split_once(':').map_or(child.name.as_str(), |(_, local)| local);
            match order.iter().position(|known| *known == local) {
                None => faults.push(format!("{name} does not hold {}", child.name)),
                Some(place) if place < last => {
                    faults.push(format!("{} comes too late in {name}", child.name));
                }
                Some(place) => last = place,
            }
        }
    }
    // Every cell ends with a paragraph.
    if element.name == "w:tc" && element.children().last().is_none_or(|last| last.name != "w:p") {
        faults.push("a w:tc does not end with a w:p".to_owned());
    }
    element.children().for_each(|child| collect(child, faults));
}
