//! Requirements and a product in every form: all of them are said, and nothing of a document becomes markup.

use std::collections::BTreeMap;
use std::fs;

use dicomply::compare::{Assessment, Compared, assess};
use dicomply::model::Content;
use dicomply::report::{AgainstRequirements, Page, ReadStatement, assessment_schema};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use super::comparison::{HARMFUL, OWN, reading, statement};
use super::forms::{HOSTILE, closed};
use super::page::{ATTRIBUTES, ELEMENTS, elements, is_of, letters, parsed};
use crate::bless::root;
use crate::lint::documents_of_cases;

/// Requirements held against a statement, in a form; `None` where the texts are not that.
fn assessed(
    wanted: &str,
    offered: &str,
    write: impl Fn(&AgainstRequirements<'_>, &mut Vec<u8>) -> std::io::Result<()>,
) -> Option<(Assessment, String)> {
    let readings = [reading("one/a|b.yaml", wanted), reading("other/<b>c.yaml", offered)];
    let documents = [readings[0].project.documents.first()?, readings[1].project.documents.first()?];
    let (Content::Requirements(requirements), Content::Statement(statement)) =
        (&documents[0].content, &documents[1].content)
    else {
        return None;
    };
    let assessment =
        assess((documents[0].id, requirements), Compared { document: documents[1].id, statement });
    let read = [0, 1].map(|side: usize| ReadStatement {
        document: documents[side],
        sources: &readings[side].sources,
        errors: readings[side].findings.len(),
    });
    let mut bytes = Vec::new();
    write(&AgainstRequirements::new(&assessment, read), &mut bytes).unwrap();
    Some((assessment, String::from_utf8(bytes).unwrap()))
}

/// The requirements of the examples and of the cases, and hostile ones, each with a statement.
fn tenders() -> Vec<(String, String, String)> {
    let example = |name: &str| fs::read_to_string(root().join("examples").join(name)).unwrap();
    let archive = example("enterprise_archive.yaml");
    let mut tenders = Vec::new();
    for name in ["radiology_archive", "acquisition_modality"] {
        let wanted = example(&format!("requirements/{name}.yaml"));
        tenders.push((name.to_owned(), wanted.clone(), archive.clone()));
        tenders.push((format!("{name}, modality"), wanted, example("integrated_modality.yaml")));
    }
    let small = example("sonicdicom.yaml");
    let cases = documents_of_cases().into_iter().filter(|(_, text)| text.contains("kind: requirements"));
    tenders.extend(cases.map(|(name, text)| (name, text, small.clone())));
    for text in HOSTILE {
        let quoted = serde_json::to_string(text).unwrap();
        let accepts =
            format!("accepts: [{{abstract_syntax: {quoted}, transfer_syntaxes: [{quoted}], role: SCP}}]");
        let wanted = statement(text, &accepts)
            .replace("kind: statement", &format!("kind: requirements\nname: {quoted}"))
            .lines()
            .filter(|line| !line.starts_with("product:") && !line.starts_with("statement:"))
            .fold(String::new(), |text, line| text + line + "\n");
        tenders.push((format!("hostile {text:?}"), wanted, statement(text, "accepts: []")));
    }
    tenders
}

#[test]
fn requirements_are_told_in_every_form() {
    let schema: Value = serde_json::from_str(&assessment_schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&closed(schema)).unwrap();
    let mut count = 0;
    for (name, wanted, offered) in tenders() {
        let form = |write: fn(&AgainstRequirements<'_>, &mut Vec<u8>) -> std::io::Result<()>| {
            assessed(&wanted, &offered, write)
        };
        let Some((assessment, json)) = form(|view, out| view.write_json(out)) else { continue };
        let object: Value = serde_json::from_str(&json).unwrap();
        let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
        let told: u64 =
            object["summary"].as_array().unwrap().iter().filter_map(|row| row["count"].as_u64()).sum();
        assert_eq!(told, assessment.requirements.len() as u64, "{name}");

        let (_, text) =
            form(|view, out| view.write_text(Page { is_colored: false, width: 80 }, true, out)).unwrap();
        let is_harmful = |c: char| c.is_control() && c != '\n' || HARMFUL.contains(c);
        assert!(!text.contains(is_harmful), "{name}: {text:?}");
        let (_, markdown) = form(|view, out| view.write_markdown(out)).unwrap();
        for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::InlineHtml(tag) | Event::Html(tag) => {
                    assert!(["<code>", "</code>", "<br>"].contains(&&*tag), "{name}: {tag}\n{markdown}");
                }
                Event::Start(Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } | Tag::List(_)) => {
                    panic!("{name}: a text became markup\n{markdown}")
                }
                _ => {}
            }
        }
        let (_, page) = form(|view, out| view.write_html(out)).unwrap();
        assert!(!page.contains(is_harmful), "{name}: {:?}", page.find(is_harmful));
        let tree = parsed(&page);
        let all = elements(&tree);
        for element in &all {
            assert!(ELEMENTS.contains(&element.name.as_str()), "{name}: <{}>", element.name);
            for attribute in element.attributes.keys() {
                let attribute = attribute.as_str();
                assert!(ATTRIBUTES.contains(&attribute) || OWN.contains(&attribute), "{name}: {attribute}");
            }
        }
        let items = all.iter().filter(|element| is_of(element, "item"));
        let said: BTreeMap<&str, String> =
            items.map(|item| (item.attribute("id"), letters(&item.text(&|_| true)))).collect();
        assert_eq!(said.len(), assessment.requirements.len(), "{name}");
        let text = letters(&text);
        for (number, requirement) in assessment.requirements.iter().enumerate() {
            let said = &said[format!("r{}", number + 1).as_str()];
            for part in [requirement.name.as_str(), requirement.fulfilment.as_str()] {
                let part = letters(part);
                assert!(said.contains(&part) && text.contains(&part), "{name}: {part} is not in {said}");
            }
        }
        count += assessment.requirements.len();
    }
    assert!(count > 150, "{count}");
}
