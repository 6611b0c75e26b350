//! Documents as one file: what is written is what was read.

use std::collections::BTreeSet;

use dicomply::model::survey::{ContextUse, ItemPlace, Survey};
use dicomply::model::{Content, Demand, OneOrMany, Project, Statement};
use dicomply::source::{CONFIGURATION, Form, Input, Reading, read, write};

use crate::bless::{files, root, shown};

/// Every example and every case of rendering.
fn documents() -> Vec<String> {
    let all = files("examples").into_iter().chain(files("tests/cases/render/documents"));
    let all = all.filter(|file| file.extension().is_some_and(|end| end == "yaml"));
    all.map(|file| shown(&file)).filter(|path| !path.ends_with(CONFIGURATION)).collect()
}

fn read_file(path: &str) -> Project {
    let load = |wanted: &str| std::fs::read(root().join(wanted)).ok();
    read(vec![Input { path: path.to_owned(), bytes: load(path).unwrap() }], &load).project
}

fn read_text(text: &str) -> Reading {
    let input = Input {
        path: "tests/cases/render/documents/bundle.yaml".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    read(vec![input], &|_: &str| None)
}

fn content(project: &Project) -> Content {
    project.documents[0].content.clone()
}

/// A statement without what says of which files it is made.
fn whole(statement: &Statement) -> Statement {
    let mut whole = statement.clone();
    (whole.include, whole.extends, whole.remove) = (OneOrMany::default(), None, OneOrMany::default());
    whole
}

#[test]
fn what_is_written_reads_back_to_the_same_model() {
    for path in documents() {
        let before = content(&read_file(&path));
        let text = write(&before, Form::Short).unwrap();
        let reading = read_text(&text);
        assert!(reading.findings.is_empty(), "{path}: {:#?}\n{text}", reading.findings);
        match (before, content(&reading.project)) {
            (Content::Statement(before), Content::Statement(after)) => {
                assert_eq!(whole(&before), *after, "{path}");
            }
            (Content::Site(before), Content::Site(after)) => assert_eq!(before, after, "{path}"),
            (Content::Requirements(before), Content::Requirements(after)) => {
                assert_eq!(before, after, "{path}");
            }
            (before, after) => panic!("{path}: {before:?} became {after:?}"),
        }
        let again = write(&content(&reading.project), Form::Short).unwrap();
        assert_eq!(text, again, "{path}");
    }
}

#[test]
fn requirements_read_back_to_the_same_model() {
    const TEXT: &str = "dicomply: 1\nkind: requirements\nname: Archive\nsop_classes: {stored: [CT Image Storage, MR Image Storage (may)]}\n\
        application_entities:\n  ARCHIVE:\n    activities:\n      Reception:\n        accepts:\n        - stored as SCP in RLELossless (should)\n        \
        - {abstract_syntax: [stored, Verification (must_not)], role: SCU, transfer_syntaxes: RLELossless}\n\
        character_sets:\n  supported:\n  - ISO_IR 192\n  - ISO_IR 100 (may)\n";
    for form in [Form::Short, Form::Resolved] {
        let before = content(&read_text(TEXT).project);
        let text = write(&before, form).unwrap();
        let reading = read_text(&text);
        assert!(reading.findings.is_empty(), "{:#?}\n{text}", reading.findings);
        let after = content(&reading.project);
        assert_eq!(write(&after, form).unwrap(), text);
        let (Content::Requirements(before), Content::Requirements(after)) = (before, after) else {
            panic!("{text}")
        };
        let (before, after) = (before.wanted(), after.wanted());
        if form == Form::Short {
            assert!(text.contains("stored as SCP in RLELossless (should)"), "{text}");
            assert_eq!(before, after);
        }
        let demands = |statement| {
            let survey = Survey::of(statement);
            let demands = |context: &ContextUse<'_>| {
                let written = &context.context.abstract_syntax;
                let classes =
                    survey.demands_of_items(written, &context.abstract_syntaxes, ItemPlace::SopClass);
                let named =
                    classes.into_iter().map(|(id, demand)| (survey.uid(id).map(str::to_owned), demand));
                (survey.demand_of_context(context), named.collect::<Vec<_>>())
            };
            survey.contexts.iter().map(demands).collect::<Vec<_>>()
        };
        assert_eq!(demands(&before), demands(&after));
        assert_eq!(demands(&before)[0].1[1].1, Demand::May);
    }
}

/// The abstract syntaxes and transfer syntaxes of every context, by UID, and the tags of every attribute.
fn claims(statement: &Statement) -> BTreeSet<String> {
    let survey = Survey::of(statement);
    let mut claims = BTreeSet::new();
    for context in &survey.contexts {
        for class in context.abstract_syntaxes.iter() {
            for syntax in context.transfer_syntaxes.iter() {
                let (class, syntax) = (survey.uid(*class), survey.uid(*syntax));
                claims.insert(format!("{}: {class:?} as {} in {syntax:?}", context.entity, context.role));
            }
        }
    }
    let attributes = survey.attributes.iter().map(|site| format!("{:04X?}", site.meaning.path));
    claims.into_iter().chain(attributes).collect()
}

#[test]
fn what_is_resolved_claims_the_same_and_has_nothing_left_to_resolve() {
    for path in documents() {
        let before = content(&read_file(&path));
        let text = write(&before, Form::Resolved).unwrap();
        let reading = read_text(&text);
        assert!(reading.findings.is_empty(), "{path}: {:#?}\n{text}", reading.findings);
        let after = content(&reading.project);
        assert_eq!(write(&after, Form::Resolved).unwrap(), text, "{path}");
        if let (Content::Statement(before), Content::Statement(after)) = (before, after) {
            assert!(after.sop_classes.is_empty() && after.transfer_syntaxes.is_empty(), "{path}");
            assert_eq!(claims(&before), claims(&after), "{path}");
        }
    }
}

/// Tables of two tables each, forty deep, with a row at the bottom or none: what is written is bounded.
#[test]
fn tables_that_multiply_come_to_an_end() {
    for bottom in ["[{code: 0000, behavior: Stored.}]", "[]"] {
        let mut text =
            format!("dicomply: 1\nkind: statement\nproduct: {{name: A}}\nstatus_tables:\n  t0: {bottom}\n");
        for level in 1..40 {
            text += &format!("  t{level}: [t{0}, t{0}]\n", level - 1);
        }
        text += "application_entities: {S: {activities: {R: {conformance: [{sop_classes: Verification, responses: t39}]}}}}\n";
        let reading = read_text(&text);
        assert!(write(&content(&reading.project), Form::Resolved).unwrap().len() < 2_000_000);
    }
}
