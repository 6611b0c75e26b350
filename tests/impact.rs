//! What a change of an entity asks of its peers: the example of a hospital, entity by entity and change by change.

use std::collections::BTreeSet;

use dicomply::config::Config;
use dicomply::impact::{Change, Consequences, Fate, Opener, RuleAction, TaskKind, Unfound, find, impact};
use dicomply::lint::Circumstances;
use dicomply::model::{Content, LifecycleStatus, Project};
use dicomply::report::{ImpactReport, Page, impact_schema};
use dicomply::source::{Input, read};
use serde_json::Value;

use crate::bless::root;
use crate::report::forms::closed;

const CHANGES: &[&[&str]] = &[
    &[],
    &["port=11999"],
    &["host=10.99.0.1"],
    &["title=NEW_TITLE"],
    &["protocol=DICOM TLS"],
    &["endpoint_url=https://new.example.org/dicomweb"],
    &["status=deprecated"],
    &["status=obsolete"],
    &["port=11999", "host=10.99.0.1", "title=NEW_TITLE"],
    &["remove"],
];

fn hospital() -> Project {
    let load = |path: &str| std::fs::read(root().join(path)).ok();
    let path = "examples/hospital/main.yaml".to_owned();
    read(vec![Input { bytes: load(&path).unwrap(), path }], &load).project
}

fn told(project: &Project, name: &str, changes: &[&str]) -> Consequences {
    let changes: Vec<Change> = changes.iter().map(|change| Change::parse(change).unwrap()).collect();
    let endpoint = find(project, name).unwrap();
    impact(project, (&Config::default(), &Circumstances::default()), endpoint, &changes)
}

/// Calls a test with every entity of the hospital and every change.
fn each(mut look: impl FnMut(&str, &Consequences)) {
    let project = hospital();
    for document in &project.documents {
        let Content::Site(site) = &document.content else { continue };
        for name in site.application_entities.keys() {
            let stem = if document.is_referenced { "north" } else { "main" };
            for changes in CHANGES {
                let what = format!("{stem}#{name}");
                look(&format!("{what} {changes:?}"), &told(&project, &what, changes));
            }
        }
    }
}

#[test]
fn json_of_an_impact_follows_its_schema() {
    let schema: Value = serde_json::from_str(&impact_schema()).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&closed(schema)).unwrap();
    each(|name, consequences| {
        let mut bytes = Vec::new();
        ImpactReport::new(consequences).write_json(&mut bytes).unwrap();
        let object: Value = serde_json::from_slice(&bytes).unwrap();
        let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    });
}

#[test]
fn every_thing_to_do_stands_in_text_and_markdown() {
    let words = |text: &str| text.chars().filter(char::is_ascii_alphabetic).collect::<String>();
    let unescaped = |text: &str| {
        let text =
            text.replace("<code>", "").replace("</code>", "").replace("&#95;", "_").replace("&gt;", ">");
        text.replace("&#64;", "@").replace("&#91;", "[")
    };
    each(|name, consequences| {
        let report = ImpactReport::new(consequences);
        let (mut text, mut markdown) = (Vec::new(), Vec::new());
        report.write_text(Page { is_colored: false, width: 80 }, &mut text).unwrap();
        report.write_markdown(&mut markdown).unwrap();
        let (text, markdown) = (String::from_utf8(text).unwrap(), String::from_utf8(markdown).unwrap());
        let boxes = consequences.own.len()
            + consequences.peers.iter().map(|peer| peer.tasks.len()).sum::<usize>()
            + consequences.firewall.iter().filter(|rule| rule.action != RuleAction::InUse).count();
        assert_eq!(text.matches("[ ] ").count(), boxes, "{name}\n{text}");
        assert_eq!(markdown.matches("- [ ] ").count(), boxes, "{name}\n{markdown}");
        let (text, markdown) = (words(&text), words(&unescaped(&markdown)));
        for task in consequences.own.iter().chain(consequences.peers.iter().flat_map(|peer| &peer.tasks)) {
            assert!(text.contains(&words(&task.text)), "{name}: {}", task.text);
            assert!(markdown.contains(&words(&task.text)), "{name}: {}", task.text);
        }
    });
}

/// Who calls the entity has to change its entry when its address changes, and nobody else has.
#[test]
fn peers_change_their_entries_if_they_open_connections() {
    let mut seen = BTreeSet::new();
    each(|name, consequences| {
        if !name.ends_with("[\"port=11999\"]") {
            return;
        }
        for peer in &consequences.peers {
            let calls = peer.links.iter().any(|link| {
                let opens = link.services.iter().any(|service| service.opener == Opener::Peer);
                opens || link.unknown.is_some() && link.is_inbound
            });
            let changes = peer.tasks.iter().any(|task| task.kind == TaskKind::PeerTable);
            assert_eq!(calls, changes, "{name}: {peer:?}");
            seen.insert(calls);
        }
    });
    assert_eq!(seen.len(), 2, "both are there");
}

#[test]
fn what_leaves_is_taken_out_everywhere() {
    each(|name, consequences| {
        if consequences.fate == Fate::Stays {
            return;
        }
        for peer in &consequences.peers {
            let opened = peer.links.iter().any(|link| link.unknown.is_some() || !link.services.is_empty());
            let is_web = consequences.entity.protocol == dicomply::model::Protocol::DicomWeb;
            assert!(is_web || !opened || !peer.tasks.is_empty(), "{name}: {peer:?}");
            assert!(peer.links.iter().all(|link| link.status != LifecycleStatus::Obsolete), "{name}");
        }
        if consequences.fate == Fate::Leaves {
            assert!(consequences.firewall.iter().all(|rule| rule.action == RuleAction::Close), "{name}");
            assert!(!consequences.is_refused(), "{name}: {:?}", consequences.objections);
        }
    });
}

/// The values that an entity has already ask nothing of anybody.
#[test]
fn no_change_asks_nothing() {
    let project = hospital();
    for (name, change) in [("PACS", "port=11112"), ("WS1", "title=SE_WS1"), ("MR1", "protocol=DICOM TLS")] {
        let told = told(&project, name, &[change]);
        assert_eq!((told.count(), told.own.len(), told.alterations.len()), (0, 0, 0), "{name} {change}");
        assert!(told.objections.is_empty() && told.doubts.is_empty(), "{told:?}");
    }
}

#[test]
fn titles_that_are_taken_or_kept_are_refused() {
    let project = hospital();
    let rules = |changes: &[&str]| -> Vec<String> {
        told(&project, "PACS", changes).objections.into_iter().map(|objection| objection.rule).collect()
    };
    assert_eq!(rules(&["title=SE_PACS_2"]), [""; 0]);
    assert_eq!(rules(&["title=SE_VNA"]), ["duplicate-ae-title"]);
    assert_eq!(rules(&["title=SE_ARCHIVE"]), ["reserved-title-in-use"]);
    assert_eq!(rules(&["title=pacs"]), ["ae-title-outside-naming-rule"]);
    assert_eq!(rules(&["title=MORE_THAN_SIXTEEN"]), ["malformed-ae-title"]);
}

#[test]
fn entities_are_found_by_name_site_and_title() {
    let project = hospital();
    let found =
        |name: &str| find(&project, name).map(|found| (found.document.path.clone(), found.name.to_owned()));
    let at = |site: &str, name: &str| Ok((format!("examples/hospital/{site}.yaml"), name.to_owned()));
    assert_eq!(found("PACS"), at("main", "PACS"));
    assert_eq!(found("north#PACS"), at("north", "PACS"));
    assert_eq!(found("main#PACS"), at("main", "PACS"));
    assert_eq!(found("DX1"), at("north", "DX1"));
    assert_eq!(found("NC_PACS"), at("north", "PACS"));
    assert_eq!(found("PACKS"), Err(Unfound::Nobody(Some("PACS".to_owned()))));
}

#[test]
fn changes_that_cannot_be_read_are_told() {
    for (text, told) in [
        ("port=0", "no TCP port"),
        ("port=70000", "no TCP port"),
        ("prot=DICOM", "did you mean"),
        ("protocol=HL7", "is none of"),
        ("status=live", "is none of"),
        ("title=", "stands no value"),
        ("remove=yes", "takes no value"),
        ("away", "is neither"),
    ] {
        let fault = Change::parse(text).unwrap_err();
        assert!(fault.contains(told), "{text}: {fault}");
    }
}
