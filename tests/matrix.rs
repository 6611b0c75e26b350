//! Many products, each held against each: every cell says what a comparison of the two says, and parts make up the whole.

mod forms;

use std::collections::BTreeMap;

use dicomply::compare::matrix::{
    Entrant, Matrix, Misfit, Pair, Shard, Turn, join, matrix, matrix_of_links, upgrade,
};
use dicomply::compare::{Compared, Selection, compare};
use dicomply::model::Content;
use dicomply::pairing::{Side, Verdict};
use dicomply::report::{MatrixReport, read_matrix};
use dicomply::source::{Input, Reading, read};
use dicomply::standard::uids;

use crate::bless::files;
use crate::lint::{blocks, documents_of_cases, sections};

/// Statements that differ in all that matters: the examples, those of pages of comparisons, and some of other cases.
pub(crate) fn fleet() -> Reading {
    let text = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap();
    let examples = files("examples");
    let examples = examples.iter().filter(|path| path.extension().is_some_and(|end| end == "yaml"));
    let mut texts: Vec<String> = examples.map(text).collect();
    for page in files("tests/cases/compare") {
        for section in sections(&text(&page)) {
            let statements = blocks(&section).into_iter().filter(|(words, _)| words.starts_with("yaml "));
            texts.extend(statements.map(|(_, fragment)| crate::compare::completed(0, &fragment)));
        }
    }
    let cases = documents_of_cases().into_iter().map(|(_, text)| text);
    let cases: Vec<String> =
        cases.filter(|text| text.contains("kind: statement") && text.contains("initiates")).collect();
    texts.extend(cases.iter().step_by(cases.len() / 25 + 1).cloned());
    let input =
        |(number, text): (usize, String)| Input { path: format!("{number}.yaml"), bytes: text.into_bytes() };
    read(texts.into_iter().enumerate().map(input).collect(), &|_: &str| None)
}

pub(crate) fn entrants(reading: &Reading) -> Vec<Entrant<'_>> {
    let documents = reading.project.documents.iter();
    let found = documents.filter_map(|document| {
        let Content::Statement(statement) = &document.content else { return None };
        Some(Entrant {
            compared: Compared { document: document.id, statement },
            path: &document.path,
            entity: None,
            deployed_as: None,
            fingerprint: reading.sources.fingerprint_of(document.id),
        })
    });
    found.collect()
}

/// What is said of a service: how well it works, and of each side as its user how well and why not.
type Said = BTreeMap<String, (Verdict, [Option<(Verdict, Option<String>)>; 2])>;

/// What a service is known by. A private SOP class goes by its UID: a matrix has one name for it, whatever the two
/// products of a pair call it.
fn name_of(name: &str, sop_class: Option<&String>) -> String {
    match sop_class {
        Some(uid) if uids::by_uid(uid).is_none() => uid.clone(),
        Some(uid) => format!("{name} {uid}"),
        None => name.to_owned(),
    }
}

fn said_by_cells(matrix: &Matrix, pair: &Pair) -> Said {
    let cells = matrix.cells(pair).iter().map(|cell| {
        let service = matrix.service(cell).unwrap();
        let name = format!("{:?} {}", service.workflow, name_of(&service.name, service.sop_class.as_ref()));
        let way = |user| {
            let way = cell.way(user)?;
            Some((way.verdict, matrix.cause(way).map(str::to_owned)))
        };
        (name, (cell.verdict, [way(Side::One), way(Side::Other)]))
    });
    cells.collect()
}

fn said_by_comparison(pair: [&Entrant<'_>; 2]) -> (Verdict, Said) {
    let comparison = compare(pair.map(|entrant| entrant.compared), &Selection::default());
    let asked = comparison.services.iter().filter(|service| service.verdict != Verdict::NotClaimed);
    let services = asked.map(|service| {
        let name = format!("{:?} {}", service.workflow, name_of(&service.name, service.sop_class.as_ref()));
        let mut ways = [None, None];
        for way in service.ways.iter().filter(|way| way.verdict != Verdict::NotClaimed) {
            let reasons = way.steps.iter().flat_map(|step| &step.reasons);
            let worst =
                reasons.clone().map(|reason| reason.verdict).filter(|one| *one != Verdict::NotClaimed).max();
            let mut reasons = reasons.filter(|reason| Some(reason.verdict) == worst);
            ways[way.user as usize] =
                Some((way.verdict, reasons.next().map(|reason| reason.cause.to_owned())));
        }
        (name, (service.verdict, ways))
    });
    (comparison.verdict, services.collect())
}

#[test]
fn cells_say_what_comparisons_say() {
    let reading = fleet();
    let entrants = entrants(&reading);
    assert!(entrants.len() > 25, "{}", entrants.len());
    let matrix = matrix(&entrants, Shard::WHOLE);
    assert_eq!(matrix.pairs.len(), entrants.len() * (entrants.len() - 1) / 2);
    let mut verdicts = BTreeMap::new();
    for pair in &matrix.pairs {
        let (verdict, said) = said_by_comparison(pair.members.map(|member| &entrants[member as usize]));
        assert_eq!((pair.verdict, said_by_cells(&matrix, pair)), (verdict, said), "{:?}", pair.members);
        *verdicts.entry(verdict).or_insert(0) += 1;
    }
    assert!(verdicts.len() >= 4, "the statements are too much alike: {verdicts:?}");
}

#[test]
fn the_order_of_products_changes_no_verdict() {
    let reading = fleet();
    let forth = entrants(&reading);
    let back: Vec<_> = forth.iter().rev().cloned().collect();
    let (forth, back) = (matrix(&forth, Shard::WHOLE), matrix(&back, Shard::WHOLE));
    let last = u32::try_from(forth.members.len() - 1).unwrap();
    let mirrored: BTreeMap<_, _> =
        back.pairs.iter().map(|pair| (pair.members.map(|member| last - member), pair)).collect();
    for pair in &forth.pairs {
        let other = mirrored[&[pair.members[1], pair.members[0]]];
        assert_eq!(pair.verdict, other.verdict);
        let verdicts = |said: Said, is_mirrored: bool| -> Vec<_> {
            let services = said.into_iter().map(|(name, (verdict, ways))| {
                let [one, another] = ways.map(|way| way.map(|(verdict, _)| verdict));
                (name, verdict, if is_mirrored { [another, one] } else { [one, another] })
            });
            services.collect()
        };
        let (own, others) = (said_by_cells(&forth, pair), said_by_cells(&back, other));
        assert_eq!(verdicts(own, false), verdicts(others, true), "{:?}", pair.members);
    }
}

/// A matrix as it is when it has been written and read again.
fn kept(matrix: &Matrix) -> Matrix {
    let mut json = Vec::new();
    MatrixReport::new(matrix).write_json(&mut json).unwrap();
    read_matrix(std::str::from_utf8(&json).unwrap()).unwrap()
}

#[test]
fn parts_make_up_the_whole_byte_for_byte() {
    let reading = fleet();
    let entrants = entrants(&reading);
    let whole = matrix(&entrants, Shard::WHOLE);
    let wanted = forms::all(&whole);
    for count in [1, 2, 3, 7] {
        let part = |number| kept(&matrix(&entrants, Shard::new(number, count).unwrap()));
        let parts: Vec<Matrix> = (1..=count).rev().map(part).collect();
        assert_eq!(parts.iter().map(|part| part.pairs.len()).sum::<usize>(), whole.pairs.len());
        let joined = join(parts).unwrap();
        assert_eq!(joined, whole);
        for ((form, wanted), (_, found)) in wanted.iter().zip(forms::all(&joined)) {
            assert!(*wanted == found, "{form} of {count} parts differs from that of the whole");
        }
    }
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let reading = fleet();
    let all = entrants(&reading);
    let part = |entrants: &[Entrant<'_>], number, count| matrix(entrants, Shard::new(number, count).unwrap());
    assert_eq!(join(Vec::new()), Err(Misfit::Nothing));
    let missing = join(vec![part(&all, 1, 4), part(&all, 3, 4)]);
    assert_eq!(missing, Err(Misfit::Missing { numbers: vec![2, 4], count: 4 }));
    let twice = join(vec![part(&all, 1, 2), part(&all, 2, 2), part(&all, 1, 2)]);
    assert_eq!(twice, Err(Misfit::Twice { part: 0, again: 2, shard: Shard { number: 1, count: 2 } }));
    let mut changed = all.clone();
    changed[1].fingerprint.push('x');
    for (foreign, word) in [
        (part(&all[1..], 2, 2), "statements"),
        (part(&changed, 2, 2), "something else"),
        (part(&all, 2, 3), "parts"),
    ] {
        let Err(Misfit::Foreign { part: 1, because }) = join(vec![part(&all, 1, 2), foreign]) else {
            panic!("a foreign part is taken: {word}")
        };
        assert!(because.contains(word), "{because}");
    }
    let edited = part(&all, 1, 2).only(|_| true);
    let mut other = part(&all, 2, 2);
    other.pairs.pop();
    assert_eq!(join(vec![edited, other]), Err(Misfit::Incomplete { part: 1 }));
}

#[test]
fn what_is_no_matrix_is_refused() {
    let reading = fleet();
    let mut json = Vec::new();
    MatrixReport::new(&matrix(&entrants(&reading)[..3], Shard::WHOLE)).write_json(&mut json).unwrap();
    let json = String::from_utf8(json).unwrap();
    assert!(read_matrix(&json).is_ok());
    for (from, to, word) in [
        ("\"version\": 1", "\"version\": 2", "version 2"),
        ("\"b\":1", "\"b\":7", "pair 0, 7"),
        ("\"verdict\":\"", "\"verdict\":\"x", "verdict `x"),
        ("\"service\":0", "\"service\":999", "service 999"),
        ("{", "[", "expected"),
    ] {
        let broken = json.replacen(from, to, if word.starts_with("verdict") { usize::MAX } else { 1 });
        assert_ne!(broken, json, "{from}");
        let error = read_matrix(&broken).unwrap_err().to_string();
        assert!(error.contains(word) || word == "expected", "{error}");
    }
}

#[test]
fn links_are_judged_as_pairs_of_their_entities() {
    let reading = fleet();
    let all = entrants(&reading);
    let links = matrix_of_links(&all, &[[2, 0], [1, 3]]);
    let whole = matrix(&all, Shard::WHOLE);
    assert!(links.is_of_links);
    for pair in &links.pairs {
        let [one, other] = pair.members;
        let wanted = [one.min(other), one.max(other)];
        let same = whole.pairs.iter().find(|pair| pair.members == wanted).unwrap();
        assert_eq!(pair.verdict, same.verdict);
    }
}

#[test]
fn an_upgrade_to_the_same_changes_nothing_and_back_is_the_mirror() {
    let reading = fleet();
    let all = entrants(&reading);
    let mut changes = 0;
    for replaced in 0..6 {
        let same = upgrade(&all, replaced, &all[replaced]);
        assert_eq!((same.changes.len(), same.unchanged), (0, all.len() - 1));
        let new = (replaced + 1) % 6;
        let rest = |without: usize| -> Vec<Entrant<'_>> {
            all.iter()
                .enumerate()
                .filter(|(number, _)| *number != without)
                .map(|(_, one)| one.clone())
                .collect()
        };
        let at = |fleet: &[Entrant<'_>], wanted: usize| {
            fleet.iter().position(|one| one.path == all[wanted].path).unwrap()
        };
        let (with_old, with_new) = (rest(new), rest(replaced));
        let forth = upgrade(&with_old, at(&with_old, replaced), &all[new]);
        let back = upgrade(&with_new, at(&with_new, new), &all[replaced]);
        assert_eq!((forth.changes.len(), forth.unchanged), (back.changes.len(), back.unchanged));
        for change in &forth.changes {
            let mirror = back.changes.iter().find(|other| other.other.path == change.other.path).unwrap();
            assert_eq!((change.before, change.after), (mirror.after, mirror.before));
            assert_eq!(change.ways.len(), mirror.ways.len());
            for way in &change.ways {
                let same = |other: &&dicomply::compare::matrix::WayChange| {
                    (&other.service, other.user) == (&way.service, way.user)
                };
                let other = mirror.ways.iter().find(same).unwrap();
                assert_eq!((way.before, way.after), (other.after, other.before));
                assert!(way.turn != other.turn, "{way:?}");
                assert!(way.turn == Turn::Better || other.turn == Turn::Better, "{way:?}");
                changes += 1;
            }
        }
    }
    assert!(changes > 50, "{changes}");
}
