//! Every section of PS3.2 Annex A has its place in the document of the large example.

use dicomply::document::{Block, Document, plain_text};

use super::{project, rendered};

const EXAMPLE: &str = "examples/enterprise_archive.yaml";
const OUTLINE: &str = include_str!("../cases/standard/annex_a_outline.tsv");

/// A heading of the document.
struct Section {
    number: String,
    title: String,
}

#[test]
fn every_section_of_annex_a_stands_in_the_large_example() {
    let (document, _) = rendered(&project(EXAMPLE));
    let sections = sections(&document);
    let mut places: Vec<(&str, String)> = Vec::new();
    let mut next = 0;
    for row in OUTLINE.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let [section, title, here] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        if here == "the cover" {
            assert!(document.has_cover(), "{row}");
        }
        if here == "the cover" || here.starts_with("left out: ") {
            continue;
        }
        for wanted in if here.is_empty() { title } else { here }.split(" / ") {
            let found = sections[next..].iter().position(|section| same(&section.title, wanted));
            next +=
                1 + found.unwrap_or_else(|| panic!("{section} `{wanted}` is not to be found in its place"));
        }
        let found = &sections[next - 1].number;
        let parent = section.rsplit_once('.').map(|(parent, _)| parent);
        let parent = parent.and_then(|parent| places.iter().find(|(place, _)| *place == parent));
        let is_below = |number: &str| found.rsplit_once('.').is_some_and(|(above, _)| above == number);
        if let Some((_, number)) = parent.filter(|_| !here.contains(" / ")) {
            assert!(is_below(number), "{section} `{title}` is {found} here, which is not below {number}");
        }
        if places
            .iter()
            .all(|(place, number)| !section.starts_with(&format!("{place}.")) || place[2..] == *number)
            && here.is_empty()
        {
            assert_eq!(*found, section[2..], "{title}");
        }
        places.push((section, found.clone()));
    }
}

/// The numbered headings, in the order of the document.
fn sections(document: &Document) -> Vec<Section> {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if !heading.number.is_empty() => Some(heading),
        _ => None,
    });
    headings
        .map(|heading| Section { number: heading.number.clone(), title: plain_text(&heading.title) })
        .collect()
}

/// Whether two titles differ in nothing but case, hyphens and what stands at their end.
fn same(title: &str, other: &str) -> bool {
    let plain = |title: &str| title.trim_end_matches(['.', ':']).replace(['-', '–'], " ").to_lowercase();
    plain(title) == plain(other)
}
