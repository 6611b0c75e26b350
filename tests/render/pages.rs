//! Pages of the typesetter: what stands where, and what may not happen to it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use dicomply::document::Target;
use dicomply::render::typeset::page::{Ink, Mark, Page};
use dicomply::render::typeset::structure::{NodeId, Role, Structure};
use dicomply::render::typeset::{self, Layout, Options};

use super::{documents, project, rendered};

/// The pages of every example and every case.
fn layouts() -> impl Iterator<Item = (String, Layout)> {
    documents().into_iter().map(|path| {
        let (tree, _) = rendered(&project(&path));
        let layout = typeset::typeset(&tree, &Options::default()).unwrap();
        (path, layout)
    })
}

/// The parent of each node.
fn parents(structure: &Structure) -> HashMap<NodeId, NodeId> {
    let mut parents = HashMap::new();
    for node in structure.nodes() {
        parents.extend(structure.children(node).iter().map(|child| (*child, node)));
    }
    parents
}

/// The nearest node above `node`, itself included, that is what is asked for.
fn above(
    layout: &Layout,
    parents: &HashMap<NodeId, NodeId>,
    node: NodeId,
    is_wanted: fn(&Role) -> bool,
) -> Option<NodeId> {
    let mut node = node;
    while !is_wanted(layout.structure.role(node)) {
        node = *parents.get(&node)?;
    }
    Some(node)
}

/// The text of a mark, and its box: left, top, right, bottom.
fn text(mark: &Mark) -> Option<(&str, [f32; 4])> {
    let Ink::Text(run) = &mark.ink else { return None };
    let right = mark.x + run.width();
    (!run.text.trim().is_empty())
        .then(|| (run.text.trim(), [mark.x, mark.y - 0.7 * run.size, right, mark.y + 0.18 * run.size]))
}

fn marks(page: &Page) -> impl Iterator<Item = &Mark> {
    page.header.iter().chain(&page.marks).chain(&page.footer)
}

#[test]
fn everything_stands_inside_its_page() {
    for (path, layout) in layouts() {
        for (number, page) in layout.pages.iter().enumerate() {
            for mark in marks(page) {
                let Some((words, [left, top, right, bottom])) = text(mark) else { continue };
                let is_inside =
                    left >= 20.0 && top >= 20.0 && right <= page.width - 20.0 && bottom <= page.height - 20.0;
                assert!(is_inside, "{path}, page {}: `{words}` at {left} {top} {right} {bottom}", number + 1);
            }
        }
    }
}

#[test]
fn no_text_stands_on_another() {
    for (path, layout) in layouts() {
        for (number, page) in layout.pages.iter().enumerate() {
            let mut boxes: Vec<_> = marks(page).filter_map(text).collect();
            boxes.sort_by(|one, other| one.1[1].total_cmp(&other.1[1]));
            for (place, (words, one)) in boxes.iter().enumerate() {
                let below = boxes[place + 1..].iter().take_while(|(_, other)| other[1] < one[3]);
                for (others, other) in below {
                    let width = one[2].min(other[2]) - one[0].max(other[0]);
                    let height = one[3].min(other[3]) - other[1];
                    let is_apart = width < 0.6 || height < 0.6;
                    assert!(is_apart, "{path}, page {}: `{words}` and `{others}`", number + 1);
                }
            }
        }
    }
}

#[test]
fn contents_name_the_page_of_each_heading() {
    for (path, layout) in layouts() {
        let (mut texts, mut anchors) = (HashMap::<NodeId, String>::new(), HashMap::<&str, usize>::new());
        for (number, page) in layout.pages.iter().enumerate() {
            for mark in &page.marks {
                match (&mark.ink, mark.owner) {
                    (Ink::Text(run), Some(owner)) => texts.entry(owner).or_default().push_str(&run.text),
                    (Ink::Anchor(anchor), _) => {
                        anchors.entry(anchor).or_insert(number + 1);
                    }
                    _ => {}
                }
            }
        }
        let mut count = 0;
        for entry in layout.structure.nodes() {
            if *layout.structure.role(entry) != Role::ContentsEntry {
                continue;
            }
            let link = layout.structure.children(entry)[0];
            let Role::Link(Target::Anchor(anchor)) = layout.structure.role(link) else {
                panic!("{path}: an entry that leads nowhere");
            };
            let last = layout.structure.children(link).last().unwrap();
            let page = anchors.get(anchor.as_str()).unwrap_or_else(|| panic!("{path}: {anchor} is nowhere"));
            assert_eq!(texts[last].trim(), page.to_string(), "{path}: {anchor}");
            count += 1;
        }
        assert!(count > 0 || !path.contains("examples") || path.contains("hospital"), "{path}");
    }
}

#[test]
fn no_page_ends_with_a_heading() {
    for (path, layout) in layouts() {
        let parents = parents(&layout.structure);
        let owners = layout.pages.iter().flat_map(|page| page.marks.iter().filter_map(|mark| mark.owner));
        let mut drawn = HashSet::new();
        for owner in owners {
            let mut node = Some(owner);
            while let Some(next) = node.filter(|node| drawn.insert(*node)) {
                node = parents.get(&next).copied();
            }
        }
        for (number, page) in layout.pages.iter().enumerate() {
            let last = page.marks.iter().filter(|mark| mark.owner.is_some() && text(mark).is_some());
            let Some(last) = last.max_by(|one, other| one.y.total_cmp(&other.y)) else { continue };
            let heading =
                above(&layout, &parents, last.owner.unwrap(), |role| matches!(role, Role::Heading(..)));
            let Some(heading) = heading else { continue };
            // Where nothing follows, such as an empty list, nothing can.
            let mut section = layout.structure.children(parents[&heading]).iter();
            let is_alone = section.all(|node| *node == heading || !drawn.contains(node));
            assert!(is_alone, "{path}, page {} ends with a heading", number + 1);
        }
    }
}

#[test]
fn headers_of_tables_are_repeated_on_every_page() {
    let mut count = 0;
    for (path, layout) in layouts() {
        let parents = parents(&layout.structure);
        // What the header of each table says, and the pages of its rows.
        let mut heads: BTreeMap<NodeId, (HashSet<String>, usize)> = BTreeMap::new();
        for (number, page) in layout.pages.iter().enumerate() {
            let again: HashSet<&str> = page
                .marks
                .iter()
                .filter(|mark| mark.owner.is_none())
                .filter_map(text)
                .map(|(words, _)| words)
                .collect();
            let mut on_page = BTreeSet::new();
            for mark in &page.marks {
                let (Some(owner), Some((words, _))) = (mark.owner, text(mark)) else { continue };
                let Some(table) = above(&layout, &parents, owner, |role| *role == Role::Table) else {
                    continue;
                };
                if above(&layout, &parents, owner, |role| *role == Role::TableHead).is_some() {
                    let (head, first) = heads.entry(table).or_insert_with(|| (HashSet::new(), number));
                    if *first == number {
                        head.insert(words.to_owned());
                    }
                } else if above(&layout, &parents, owner, |role| *role == Role::TableBody).is_some() {
                    on_page.insert(table);
                }
            }
            for table in on_page {
                let Some((head, first)) = heads.get(&table) else { continue };
                if number > *first {
                    let missing: Vec<_> =
                        head.iter().filter(|words| !again.contains(words.as_str())).collect();
                    assert!(missing.is_empty(), "{path}, page {}: {missing:?}", number + 1);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 20, "only {count} tables go on");
}
