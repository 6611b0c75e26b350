//! What two Application Entities can do together, held against laws and small statements.

mod carriage;

use std::sync::Arc;

use dicomply::finding::DocumentId;
use dicomply::model::survey::Survey;
use dicomply::model::{Content, Implemented, Project, Role};
use dicomply::pairing::{Agreement, Flow, Pairing, Pairings, Party, Side};
use dicomply::source::{Input, read};

use crate::bless::{files, shown};

const HEAD: &str = "dicomply: 1\nkind: statement\nproduct: {name: A}\n";

fn project(texts: &[String]) -> Project {
    let input = |(number, text): (usize, &String)| Input {
        path: format!("{number}.yaml"),
        bytes: text.clone().into_bytes(),
    };
    read(texts.iter().enumerate().map(input).collect(), &|_: &str| None).project
}

/// Every entity of every statement.
fn entities(project: &Project) -> Vec<Implemented<'_>> {
    let statements = project.documents.iter().filter_map(|document| match &document.content {
        Content::Statement(statement) => Some((document, statement)),
        _ => None,
    });
    statements
        .flat_map(|(document, statement)| {
            let entities = statement.application_entities.into_iter();
            entities.map(move |(name, entity)| Implemented { document, statement, name, entity })
        })
        .collect()
}

/// The activities `Make` and `Take` of two entities, with what they propose and accept.
fn paired(one: &str, other: &str, look: impl FnOnce(&Pairing<'_>)) {
    let text = format!(
        "{HEAD}application_entities:\n  ONE: {{activities: {{Make: {{{one}}}}}}}\n  OTHER: {{activities: {{Take: {{{other}}}}}}}\n"
    );
    let project = project(&[text]);
    let entities = entities(&project);
    look(&Pairings::default().between(&entities[0], &entities[1]).unwrap());
}

fn documents() -> Project {
    let paths = files("examples");
    let paths = paths.iter().filter(|path| shown(path).ends_with(".yaml"));
    project(&paths.map(|path| std::fs::read_to_string(path).unwrap()).collect::<Vec<_>>())
}

/// What is said of a pairing, without saying which of the two is the first one.
fn said(pairing: &Pairing<'_>, is_mirrored: bool) -> Vec<String> {
    let of = |side: Side| if is_mirrored { side.opposite() } else { side };
    let meetings = pairing.meetings.iter().map(|meeting| {
        let (initiator, user) = (of(meeting.initiator), of(meeting.user));
        format!("{} {initiator:?} {user:?} {:?}", meeting.sop_class, meeting.agreement)
    });
    let requests =
        pairing.requests.iter().map(|request| format!("{:?} {:?}", of(request.user), request.asked));
    let mut said: Vec<_> = meetings.chain(requests).collect();
    said.sort();
    said
}

#[test]
fn both_sides_say_the_same() {
    let project = documents();
    let (entities, pairings) = (entities(&project), Pairings::default());
    let mut meetings = 0;
    for one in &entities {
        for other in &entities {
            let there = pairings.between(one, other).unwrap();
            let back = pairings.between(other, one).unwrap();
            assert_eq!(said(&there, false), said(&back, true), "{} and {}", one.name, other.name);
            meetings += there.meetings.len();
        }
    }
    assert!(meetings > 100, "{meetings}");
}

#[test]
fn what_is_asked_again_is_not_paired_again() {
    let project = documents();
    let (entities, pairings) = (entities(&project), Pairings::default());
    let first = pairings.between(&entities[0], &entities[1]).unwrap();
    assert!(Arc::ptr_eq(&first, &pairings.between(&entities[0], &entities[1]).unwrap()));
    let third = pairings.between(&entities[0], &entities[0]).unwrap();
    assert!(Arc::ptr_eq(&first.one, &third.one) && Arc::ptr_eq(&third.one, &third.other));
    assert!(Arc::ptr_eq(&first.one.survey, &third.one.survey));
}

#[test]
fn roles_meet_their_complement() {
    let one = "initiates: [CT Image Storage as BOTH in RLELossless, MR Image Storage as SCP in RLELossless]";
    let other = "accepts: [CT Image Storage as BOTH in RLELossless, MR Image Storage as SCP in RLELossless]";
    paired(one, other, |pairing| {
        let roles: Vec<_> =
            pairing.meetings.iter().map(|meeting| (meeting.user, meeting.proposed.role)).collect();
        assert_eq!(roles, [(Side::One, Role::Scu), (Side::Other, Role::Scp)]);
        assert!(pairing.meetings.iter().all(|meeting| meeting.initiator == Side::One));
        assert!(pairing.meetings.iter().all(|meeting| meeting.flow() == Flow::ToProvider));
    });
}

#[test]
fn transfer_syntaxes_of_several_contexts_count_together() {
    let accepts = "accepts: [CT Image Storage as SCP in RLELossless | ExplicitVRLittleEndian]";
    let agreement = |proposed: &str| {
        let mut found = Agreement::Unknown;
        paired(&format!("initiates: [{proposed}]"), accepts, |pairing| {
            found = match &pairing.meetings[0].agreement {
                Agreement::Common(common) => {
                    Agreement::Common(vec![if common.len() == 1 { "one" } else { "two" }])
                }
                Agreement::Nothing => Agreement::Nothing,
                Agreement::Unknown => Agreement::Unknown,
            };
        });
        found
    };
    let two = "CT Image Storage as SCU in RLELossless, CT Image Storage as SCU in ExplicitVRLittleEndian";
    assert_eq!(agreement(two), Agreement::Common(vec!["two"]));
    assert_eq!(
        agreement("CT Image Storage as SCU in RLELossless | Unheard Of"),
        Agreement::Common(vec!["one"])
    );
    assert_eq!(agreement("CT Image Storage as SCU in ImplicitVRLittleEndian"), Agreement::Nothing);
    assert_eq!(
        agreement("CT Image Storage as SCU in ImplicitVRLittleEndian | Unheard Of"),
        Agreement::Unknown
    );
    assert_eq!(agreement("CT Image Storage as SCU"), Agreement::Unknown);
    assert_eq!(
        agreement(
            "CT Image Storage as SCU in RLELossless (no), CT Image Storage as SCU in ImplicitVRLittleEndian"
        ),
        Agreement::Nothing
    );
}

/// A transfer syntax more on one side worsens nothing.
#[test]
fn more_is_never_worse() {
    let syntaxes = ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian", "RLELossless", "Unheard Of"];
    let rank = |proposed: &str, accepted: &str| {
        let text = |kind: &str, role: &str, syntaxes: &str| {
            format!("{kind}: [CT Image Storage as {role} in {syntaxes}]")
        };
        let mut rank = 0;
        paired(&text("initiates", "SCU", proposed), &text("accepts", "SCP", accepted), |pairing| {
            rank = match pairing.meetings[0].agreement {
                Agreement::Nothing => 0,
                Agreement::Unknown => 1,
                Agreement::Common(_) => 2,
            };
        });
        rank
    };
    for accepted in syntaxes {
        for first in syntaxes {
            for second in syntaxes {
                let alone = rank(first, accepted);
                assert!(
                    rank(&format!("{first} | {second}"), accepted) >= alone,
                    "{first} {second} {accepted}"
                );
                assert!(rank(accepted, &format!("{first} | {second}")) >= rank(accepted, first));
            }
        }
    }
}

#[test]
fn what_cannot_be_told_is_not_called_known() {
    let known = |contexts: &str| {
        let text = format!(
            "{HEAD}application_entities: {{A: {{activities: {{Make: {{initiates: [{contexts}]}}}}}}}}\n"
        );
        let project = project(&[text]);
        let Content::Statement(statement) = &project.documents[0].content else { panic!("no statement") };
        Party::of(DocumentId(0), Arc::new(Survey::of(statement)), 0).is_known()
    };
    assert!(known("CT Image Storage as SCU in RLELossless"));
    assert!(known("CT Image Storage as SCU in RLELossless, 2.25.1 as SCU in RLELossless"));
    assert!(!known("CT Image Storage as SCU in RLELossless, Unheard Of as SCU in RLELossless"));
    assert!(!known("Storage Service Class as SCU in RLELossless"));
    assert!(!known("CT Image Storage as SCU in RLELossless (no)"));
}
