//! The documents in `examples/`, and the statement that one of them was mended from.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use dicomply::config::Config;
use dicomply::finding::Finding;
use dicomply::lint::lint;
use dicomply::model::survey::Survey;
use dicomply::model::{Content, Project, Statement};
use dicomply::source::{Input, Sources, read};

use crate::lint::listed;

const PUBLISHED: &str = "tests/cases/lint/sonicdicom_as_published/statement.yaml";
const MENDED: &str = "examples/sonicdicom.yaml";

fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn text(relative: &str) -> String {
    std::fs::read_to_string(path(relative)).unwrap()
}

fn examine(relative: &str) -> (Project, Vec<Finding>, Sources) {
    let input = Input { path: relative.to_owned(), bytes: text(relative).into_bytes() };
    let reading = read(vec![input], &|wanted: &str| std::fs::read(path(wanted)).ok());
    let findings = lint(&reading.project, &Config::default(), reading.findings);
    (reading.project, findings, reading.sources)
}

fn examples() -> Vec<String> {
    let in_folder = |folder: &str| {
        let entries = std::fs::read_dir(path(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let names = names.filter(|name| name.ends_with(".yaml"));
        names.map(|name| format!("{folder}/{name}")).collect::<Vec<_>>()
    };
    let folders = ["examples", "examples/hospital", "examples/hospital/statements"];
    let mut names = folders.map(in_folder).concat();
    names.sort();
    names
}

#[test]
fn every_example_is_clean() {
    for example in examples() {
        let (_, findings, sources) = examine(&example);
        assert!(findings.is_empty(), "{example}:\n{}", listed(&findings, &sources));
    }
}

/// The hospital has what its pages promise: two sites that lead to each other, and links of every stage of life.
#[test]
fn the_hospital_is_complete() {
    let sites = ["examples/hospital/main.yaml", "examples/hospital/north.yaml"].map(|site| examine(site).0);
    let sites = sites.each_ref().map(|project| match &project.documents[0].content {
        Content::Site(site) => site,
        other => panic!("{other:?}"),
    });
    assert_eq!(sites.iter().map(|site| site.application_entities.len()).sum::<usize>(), 25);
    let links: Vec<_> = sites.iter().flat_map(|site| site.links.iter()).collect();
    assert_eq!(links.len(), 40);
    let stages: BTreeSet<_> = links.iter().map(|link| format!("{:?}", link.status())).collect();
    assert_eq!(stages.len(), 5, "{stages:?}");
    for (site, other) in [(sites[0], "north#"), (sites[1], "main#")] {
        let leads_over =
            |link: &&dicomply::model::Link| link.target.as_ref().is_some_and(|end| end.starts_with(other));
        assert!(site.links.iter().any(|link| leads_over(&link)), "{other}");
    }
    let statements = std::fs::read_dir(path("examples/hospital/statements")).unwrap();
    assert_eq!(statements.count(), 4);
}

#[test]
fn the_smallest_statement_fits_on_a_screen() {
    assert!(text("examples/minimal.yaml").lines().count() <= 60);
}

/// UIDs with the roles in which contexts have them, and the keys of every query model.
fn claims(statement: &Statement) -> BTreeSet<String> {
    let survey = Survey::of(statement);
    let mut claims = BTreeSet::new();
    for context in &survey.contexts {
        for abstract_syntax in context.abstract_syntaxes.iter() {
            let class = survey.uid(*abstract_syntax).unwrap();
            claims.insert(format!("{class} as {}", context.role));
            for transfer_syntax in context.transfer_syntaxes.iter() {
                let transfer_syntax = survey.uid(*transfer_syntax).unwrap();
                claims.insert(format!("{class} as {} in {transfer_syntax}", context.role));
            }
        }
    }
    for used in &survey.keys {
        let tags = &survey.attributes[used.attribute].meaning.path;
        let level = used.level;
        let key_type = used.key.key_type.unwrap();
        for class in survey.conformances[used.conformance].sop_classes.iter() {
            let class = survey.uid(*class).unwrap();
            claims.insert(format!("{class} {level} {tags:04X?} {key_type}"));
        }
    }
    claims
}

fn claims_in(relative: &str) -> BTreeSet<String> {
    let (project, _, _) = examine(relative);
    let Content::Statement(statement) = &project.documents[0].content else { panic!("no statement") };
    claims(statement)
}

/// Mending takes away one thing only: spectra in transfer syntaxes that encapsulate Pixel Data, which they lack.
#[test]
fn mending_a_statement_loses_none_of_its_claims() {
    let (published, mended) = (claims_in(PUBLISHED), claims_in(MENDED));
    let lost: Vec<_> = published.difference(&mended).map(String::as_str).collect();
    let spectra = "1.2.840.10008.5.1.4.1.1.4.2 as SCP in 1.2.840.10008.1.2.";
    let (taken, lost): (Vec<_>, Vec<_>) = lost.into_iter().partition(|claim| claim.starts_with(spectra));
    assert_eq!(taken.len(), 6, "{taken:?}");
    assert!(lost.is_empty(), "{lost:?}");
}

/// What a rule has to speak of, where it points or in what it says; the exact places are in `findings.txt`.
const MISTAKES: &[(&str, &str)] = &[
    ("wrong-application-context", "1.2.840.1008.3.1.1.1"),
    ("mistyped-value", "16 KB"),
    ("unaddressed-application-entity", "PACS"),
    ("incomplete-cover-page", "product"),
    ("name-variant", "Digital Intra - oral X-Ray Image Storage - For Presentation"),
    ("name-variant", "Digital Intra - oral X-Ray Image Storage - For Processing"),
    ("name-variant", "Study instance UID"),
    ("name-variant", "Patient Name"),
    ("unregistered-name", "Enhanced MR Color Storage"),
    ("unregistered-name", "Patient Root Query/Retrieve Model - FIND"),
    ("unregistered-name", "Patient Root Query/Retrieve Model - MOVE"),
    ("unregistered-name", "Study Root Query/Retrieve Model - FIND"),
    ("unregistered-name", "Study Root Query/Retrieve Model - MOVE"),
    ("unregistered-name", "Modality in Study"),
    ("retirement-mismatch", "X-Ray Angiographic Bi-Plane Image Storage"),
    ("retirement-mismatch", "Explicit VR Big Endian"),
    ("compressed-non-image-context", "MR Spectroscopy Storage"),
    ("move-scp-without-storage", "Patient Root Query/Retrieve Information Model - MOVE"),
    ("required-key-unlisted", "`Study Instance UID` at level `STUDY`"),
    ("required-key-unlisted", "`Series Instance UID` at level `SERIES`"),
    ("required-key-unlisted", "`SOP Instance UID` at level `IMAGE`"),
];

#[test]
fn every_mistake_of_the_published_statement_is_reported_in_its_place() {
    let (_, mut findings, sources) = examine(PUBLISHED);
    findings.sort_by_key(|finding| {
        sources.locate(&finding.place).map(|place| (place.range.start, finding.rule.clone()))
    });
    let is_said = |(rule, of): &&(&str, &str)| {
        findings.iter().filter(|finding| finding.rule == *rule).any(|finding| {
            let place = sources.locate(&finding.place).unwrap();
            let excerpt = &sources.file(place.file).unwrap().text()[place.range];
            excerpt.contains(of) || finding.message.contains(of)
        })
    };
    let unsaid: Vec<_> = MISTAKES.iter().filter(|mistake| !is_said(mistake)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");

    let expected = path("tests/cases/lint/sonicdicom_as_published/findings.txt");
    let listed: String = findings
        .iter()
        .map(|finding| format!("{} {}", finding.rule, listed(std::slice::from_ref(finding), &sources)))
        .collect();
    if std::env::var_os("DICOMPLY_BLESS").is_some() {
        std::fs::write(&expected, &listed).unwrap();
    }
    assert_eq!(
        listed,
        std::fs::read_to_string(&expected).unwrap(),
        "(DICOMPLY_BLESS=1 rewrites the expectations)"
    );
}
