//! What the pages of rules cite, held against the table of sections.

use std::collections::BTreeSet;

use dicomply::lint::{RULES, is_other_source};
use dicomply::standard::citation::Citation;
use dicomply::standard::section::{self, Kind};

/// The name of a place in the table: `section A.4`, nothing for a whole part.
fn named(kind: Kind, number: &str) -> String {
    format!("{} {number}", kind.word()).trim().to_owned()
}

#[test]
fn what_rules_cite_is_known() {
    let mut faults = Vec::new();
    for rule in RULES {
        for reference in rule.references() {
            let Some(citation) = Citation::parse(&reference) else {
                if !is_other_source(&reference) {
                    faults.push(format!(
                        "{}: `{reference}` is neither a citation of the standard (`PS3.4, section A.4`, `PS3.6, chapter 6 \
                         and Annex A`, `PS3.4, Table K.6-1: what to look for`) nor of a source of src/lint/sources.rs",
                        rule.id
                    ));
                }
                continue;
            };
            for (kind, number) in citation.places().filter_map(Result::err) {
                faults.push(format!(
                    "{}: `{reference}`: src/standard/tables/sections.tsv lacks a place; add this row (columns are separated \
                     by tabs) below the others of its part:\nPS3.{}\t{}\t<title as printed, without (Normative), empty if \
                     unknown>\t<last edition that has it, empty if the current one does>\t<how the title is known: contents \
                     of 2024b, page of 2024b, from memory>",
                    rule.id,
                    citation.part,
                    named(kind, number)
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_place_is_cited() {
    let references: Vec<String> = RULES.iter().flat_map(|rule| rule.references()).collect();
    let citations: Vec<_> = references.iter().filter_map(|reference| Citation::parse(reference)).collect();
    let cited: Vec<_> = citations.iter().flat_map(Citation::places).filter_map(Result::ok).collect();
    let idle = section::all().iter().filter(|place| !cited.contains(place));
    let idle: Vec<_> =
        idle.map(|place| format!("PS3.{}, {}", place.part, named(place.kind, place.number))).collect();
    assert!(idle.is_empty(), "no rule cites these rows of sections.tsv: {}", idle.join("; "));
}

#[test]
fn rows_of_sections_are_whole() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/standard/tables/sections.tsv");
    let table = std::fs::read_to_string(path).unwrap();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    for row in &rows {
        let [_, _, title, edition, known_from] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not five columns: {row}");
        };
        assert!(title.is_empty() || !known_from.is_empty(), "how is the title known? {row}");
        assert!(
            !title.contains(['*', '_', '[', '`']),
            "Markdown would take the title for something else: {row}"
        );
        let is_year = edition.len() == 5 && edition.as_bytes()[..4].iter().all(u8::is_ascii_digit);
        assert!(edition.is_empty() || is_year, "no edition: {row}");
    }
    assert_eq!(rows.len(), section::all().len(), "a row names its place in a way that is not understood");
    let places: BTreeSet<_> =
        section::all().iter().map(|place| (place.part, named(place.kind, place.number))).collect();
    assert_eq!(places.len(), rows.len(), "a place has two rows");
}

#[test]
fn citations_are_shown_with_titles_and_links() {
    const CASES: &[(&str, &str, &str)] = &[
        (
            "PS3.4, section H.3.1",
            "PS3.4, section H.3.1 “Scope”",
            "PS3.4, [section H.3.1](https://dicom.nema.org/medical/dicom/current/output/html/part04.html#sect_H.3.1) “Scope”",
        ),
        (
            "PS3.6, chapter 6 and Annex A",
            "PS3.6, chapter 6 “Registry of DICOM Data Elements” and Annex A “Registry of DICOM Unique Identifiers (UIDs)”",
            "PS3.6, [chapter 6](https://dicom.nema.org/medical/dicom/current/output/html/part06.html#chapter_6) “Registry of \
             DICOM Data Elements” and [Annex A](https://dicom.nema.org/medical/dicom/current/output/html/part06.html#chapter_A) \
             “Registry of DICOM Unique Identifiers (UIDs)”",
        ),
        (
            "PS3.4, section K.6.1.2.2, Table K.6-1",
            "PS3.4, section K.6.1.2.2 “Modality Worklist Attributes”, Table K.6-1 “Attributes for the Modality Worklist \
             Information Model”",
            "PS3.4, [section K.6.1.2.2](https://dicom.nema.org/medical/dicom/current/output/html/part04.html#sect_K.6.1.2.2) \
             “Modality Worklist Attributes”, \
             [Table K.6-1](https://dicom.nema.org/medical/dicom/current/output/html/part04.html#table_K.6-1) “Attributes for the \
             Modality Worklist Information Model”",
        ),
        (
            "PS3.22",
            "PS3.22 “Real-Time Communication”",
            "[PS3.22](https://dicom.nema.org/medical/dicom/current/output/html/part22.html) “Real-Time Communication”",
        ),
        (
            "PS3.2, notice and disclaimer: nobody certifies",
            "PS3.2, notice and disclaimer: nobody certifies",
            "PS3.2, [notice and disclaimer](https://dicom.nema.org/medical/dicom/current/output/html/part02.html#chapter_Notice): \
             nobody certifies",
        ),
        // The annex is retired: the last edition that has it is linked, and named once for its neighbours.
        (
            "PS3.2, sections 7.7, A.6 and A.9.3.2 (and more)",
            "PS3.2, sections 7.7 “Transformation of DICOM SR to CDA”, A.6 “Transformation of DICOM to CDA” and A.9.3.2 \
             “Template Specifications” (edition 2022d) (and more)",
            "PS3.2, sections [7.7](https://dicom.nema.org/medical/dicom/current/output/html/part02.html#sect_7.7) “Transformation \
             of DICOM SR to CDA”, [A.6](https://dicom.nema.org/medical/dicom/2022d/output/html/part02.html#sect_A.6) \
             “Transformation of DICOM to CDA” and \
             [A.9.3.2](https://dicom.nema.org/medical/dicom/2022d/output/html/part02.html#sect_A.9.3.2) “Template Specifications” \
             (edition 2022d) (and more)",
        ),
        (
            "PS3.2, sections A.9.1.4 and N.5.2.5.2",
            "PS3.2, sections A.9.1.4 “Coerced/Modified Fields” (edition 2022d) and N.5.2.5.2 “SCP of the Storage SOP Classes”",
            "PS3.2, sections [A.9.1.4](https://dicom.nema.org/medical/dicom/2022d/output/html/part02.html#sect_A.9.1.4) \
             “Coerced/Modified Fields” (edition 2022d) and \
             [N.5.2.5.2](https://dicom.nema.org/medical/dicom/current/output/html/part02.html#sect_N.5.2.5.2) “SCP of the Storage \
             SOP Classes”",
        ),
    ];
    for (written, titled, linked) in CASES {
        let citation = Citation::parse(written).unwrap();
        assert_eq!(citation.with_titles(), *titled);
        assert_eq!(citation.with_links(), *linked);
    }
}

#[test]
fn pages_differ_in_their_references_only() {
    let parts = |page: &str| {
        let (page, references) = page.split_once("# References\n").unwrap();
        (page.to_owned(), references.lines().map(str::to_owned).collect::<Vec<_>>())
    };
    for rule in RULES {
        let (page, references) = parts(&rule.page());
        for (shown, shown_references) in [parts(&rule.titled_page()), parts(&rule.linked_page())] {
            assert_eq!(shown, page);
            assert_eq!(shown_references.len(), references.len(), "{}", rule.id);
        }
        let linked = parts(&rule.linked_page()).1;
        for (reference, linked) in references.iter().zip(&linked) {
            assert_eq!(
                reference.starts_with("- PS3."),
                linked.contains("](https://dicom.nema.org/"),
                "{reference}"
            );
        }
    }
}

#[test]
fn what_is_no_citation_is_not_taken_for_one() {
    for written in [
        "PS3",
        "PS3.x, section 1.1",
        "PS3.4 section A.4",
        "PS3.4, A.4",
        "PS3.4, section 6",
        "PS3.4, section A",
        "PS3.4, chapter A",
        "PS3.4, Annex 6",
        "PS3.4, Annex A.4",
        "PS3.4, Table A.4",
        "PS3.4, section A.4, note",
        "PS3.4, section A.4 and alike",
        "PS3.4, section A.4.",
        "PS3.4, section A.4; PS3.5, section 9.1",
        "PS3.4, the section on services",
        "RFC 3986",
    ] {
        assert_eq!(Citation::parse(written), None, "{written}");
    }
    assert!(
        is_other_source("RFC 3986, sections 3.2 and 3.5: hosts")
            && is_other_source("YAML 1.2.2, section 5.2")
    );
    assert!(!is_other_source("RFC ") && !is_other_source("YAML 1.2.22") && !is_other_source("the standard"));
}
