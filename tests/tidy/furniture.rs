//! The files around the code: links that lead somewhere, pages that keep their promises.

use std::fs;

use super::settle;
use crate::bless::{files, root, shown};

/// The Markdown pages of the repository, cases of tests aside.
fn pages() -> Vec<String> {
    let top = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let top = top.filter(|path| path.is_file());
    let all = top.chain(files("docs")).chain(files("examples"));
    let mut pages: Vec<_> = all.map(|path| shown(&path)).filter(|path| path.ends_with(".md")).collect();
    pages.sort();
    pages
}

/// The targets of the links of a page, fenced blocks aside.
fn links(page: &str) -> Vec<String> {
    let mut is_fenced = false;
    let lines = page.lines().filter(|line| {
        is_fenced ^= line.trim_start().starts_with("```");
        !is_fenced
    });
    lines
        .flat_map(|line| line.split("](").skip(1).filter_map(|rest| rest.split(')').next()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn links_lead_somewhere() {
    let mut faults = Vec::new();
    for page in pages() {
        let text = fs::read_to_string(root().join(&page)).unwrap();
        let folder = root().join(&page).parent().unwrap().to_owned();
        for link in links(&text).iter().filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let target = folder.join(link.split('#').next().unwrap());
            let is_inside =
                target.canonicalize().is_ok_and(|path| path.starts_with(root().canonicalize().unwrap()));
            if !is_inside {
                faults.push(format!("{page}: `{link}` leads nowhere"));
            }
        }
    }
    settle(&faults);
}

#[test]
fn the_map_of_the_house_is_complete_and_short() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    assert!(map.lines().count() < 200, "ARCHITECTURE.md has {} lines", map.lines().count());
    let rooms = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let mut faults = Vec::new();
    for room in rooms.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')) {
        if !map.contains(&format!("`{room}`")) {
            faults.push(format!("ARCHITECTURE.md does not speak of `{room}`"));
        }
    }
    // Each invariant of the map names the test that holds it.
    for name in map.split("`tests/").skip(1).filter_map(|rest| rest.split('`').next()) {
        let (file, title) = name.split_once("::").unwrap_or((name, ""));
        let text = fs::read_to_string(root().join("tests").join(file)).unwrap_or_default();
        let is_there = root().join("tests").join(file).exists()
            && (title.is_empty() || text.contains(&format!("fn {title}(")));
        if !is_there {
            faults.push(format!("ARCHITECTURE.md: there is no test `tests/{name}`"));
        }
    }
    settle(&faults);
}
