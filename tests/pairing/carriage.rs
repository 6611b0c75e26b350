//! What governed links carry, and who opens the connections.

use std::fmt::Write as _;

use dicomply::model::Content;
use dicomply::pairing::{
    Carriage, Carriages, Gap, Landing, LinkService, LinkServiceKind, Side, Surroundings,
};
use dicomply::source::{Input, read};

const PRODUCTS: &str = "dicomply: 1
kind: statement
product: {name: A}
application_entities:
  CT:
    ae_title: CT
    activities:
      Send: {initiates: [CT Image Storage as SCU in RLELossless | ExplicitVRLittleEndian, Verification as SCU in ImplicitVRLittleEndian]}
      Commit: {initiates: [Storage Commitment Push Model SOP Class as SCU in ImplicitVRLittleEndian], accepts: [Storage Commitment Push Model SOP Class as SCU in ImplicitVRLittleEndian]}
  WORK:
    ae_title: WORK
    activities:
      Ask: {initiates: [ModalityWorklistInformationModelFind as SCU in ImplicitVRLittleEndian, ModalityPerformedProcedureStep as SCU in ImplicitVRLittleEndian]}
  VIEWER:
    ae_title: VIEWER
    activities:
      Fetch: {initiates: [StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian, StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian]}
      Take: {accepts: [CT Image Storage as SCP in RLELossless]}
  ASKER:
    ae_title: ASKER
    activities:
      Fetch: {initiates: [StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian]}
  ROUTER:
    ae_title: ROUTER
    activities:
      Fetch: {initiates: [StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian], move_destination: the archive}
  GETTER:
    ae_title: GETTER
    activities:
      Fetch: {initiates: [StudyRootQueryRetrieveInformationModelGet as SCU in ImplicitVRLittleEndian, CT Image Storage as SCP in RLELossless]}
web_services:
  Ask: {service: studies, role: user_agent, transactions: {Store: {}, Retrieve: {transfer_syntaxes: [RLELossless]}, Search: {}}}
";

const ARCHIVE: &str = "dicomply: 1
kind: statement
product: {name: B}
application_entities:
  ARCHIVE:
    ae_title: ARCHIVE
    activities:
      Take: {accepts: [CT Image Storage as SCP in RLELossless | ImplicitVRLittleEndian, Verification as SCP in ImplicitVRLittleEndian]}
      Commit: {accepts: [Storage Commitment Push Model SOP Class as SCP in ImplicitVRLittleEndian], initiates: [Storage Commitment Push Model SOP Class as SCP in ImplicitVRLittleEndian]}
      Answer: {accepts: [StudyRootQueryRetrieveInformationModelFind as SCP in ImplicitVRLittleEndian, StudyRootQueryRetrieveInformationModelMove as SCP in ImplicitVRLittleEndian]}
      Give: {accepts: [StudyRootQueryRetrieveInformationModelGet as SCP in ImplicitVRLittleEndian, CT Image Storage as SCU in RLELossless]}
      Send: {initiates: [CT Image Storage as SCU in RLELossless | ImplicitVRLittleEndian]}
  SAME:
    ae_title: SAME
    activities:
      Commit: {accepts: [Storage Commitment Push Model SOP Class as SCP in ImplicitVRLittleEndian]}
  OTHER_SYNTAX:
    ae_title: OTHER_SYNTAX
    activities:
      Take: {accepts: [CT Image Storage as SCP in JPEG2000Lossless]}
  RIS:
    ae_title: RIS
    activities:
      Answer: {accepts: [ModalityWorklistInformationModelFind as SCP in ImplicitVRLittleEndian, ModalityPerformedProcedureStep as SCP in ImplicitVRLittleEndian]}
web_services:
  Answer: {service: studies, role: origin_server, transactions: {Store: {}, Retrieve: {transfer_syntaxes: [RLELossless, ExplicitVRLittleEndian]}, Search: {}}}
";

const SITE: &str = "dicomply: 1
kind: site
organization: North
statements: {products: products.yaml, archive: archive.yaml}
application_entities:
  CT: {ae_title: CT, role: BOTH, host: ct, port: 104, implements: products#CT}
  WORK: {ae_title: WORK, role: SCU, host: ct, port: 105, implements: products#WORK}
  VIEWER: {ae_title: VIEWER, role: BOTH, host: viewer, port: 104, implements: products#VIEWER}
  ASKER: {ae_title: ASKER, role: SCU, host: viewer, implements: products#ASKER}
  LONELY: {ae_title: LONELY, role: SCU, host: lonely, implements: products#ASKER}
  ROUTER: {ae_title: ROUTER, role: SCU, host: router, implements: products#ROUTER}
  GETTER: {ae_title: GETTER, role: SCU, host: getter, implements: products#GETTER}
  ARCHIVE: {ae_title: ARCHIVE, role: BOTH, host: archive, port: 104, implements: archive#ARCHIVE}
  SAME: {ae_title: SAME, role: SCP, host: archive, port: 105, implements: archive#SAME}
  OTHER_SYNTAX: {ae_title: OTHER, role: SCP, host: archive, port: 106, implements: archive#OTHER_SYNTAX}
  RIS: {ae_title: RIS, role: SCP, host: ris, port: 104, implements: archive#RIS}
  PLAIN: {ae_title: PLAIN, role: SCP, host: plain, port: 104}
  LOST: {ae_title: LOST, role: SCP, host: lost, port: 104, implements: archive#NOBODY}
  FILES: {ae_title: FILES, role: SCP, protocol: Other}
  TLS: {ae_title: TLS, role: SCP, protocol: DICOM TLS, host: tls, port: 2762, implements: archive#ARCHIVE}
  WEB: {ae_title: WEB, role: SCP, protocol: DICOMweb, endpoint_url: https://archive/web, implements: archive#ARCHIVE}
  BROWSER: {ae_title: BROWSER, role: SCU, protocol: DICOMweb, implements: products#VIEWER}
";

/// What a link of the site carries.
fn carried(link: &str, look: impl FnOnce(&Carriage<'_>)) {
    let site = format!("{SITE}links: [{link}]\n");
    let input = |(path, text): (&str, &str)| Input { path: path.to_owned(), bytes: text.into() };
    let inputs = [("site.yaml", &*site), ("products.yaml", PRODUCTS), ("archive.yaml", ARCHIVE)];
    let reading = read(inputs.into_iter().map(input).collect(), &|_: &str| None);
    assert_eq!(reading.findings, []);
    let project = reading.project;
    let document = project.documents.iter().find(|document| matches!(document.content, Content::Site(_)));
    let document = document.unwrap();
    let surroundings = Surroundings::of(&project);
    let carriages = Carriages::of(&surroundings);
    let links = &surroundings.deployments.in_document(document.id).unwrap().links;
    look(&carriages.carriage(&links[0]));
}

/// The same in words: a line for each service.
fn said(link: &str) -> String {
    let mut text = String::new();
    carried(link, |carriage| {
        for LinkService { kind, opener, answers, transfer_syntaxes, refused, lands_at, .. } in
            carriage.services.iter()
        {
            let opener = if *opener == Side::One { "source" } else { "target" };
            write!(text, "{} by {opener}", kind.as_str()).unwrap();
            if let Some(answers) = answers {
                write!(text, " for {}", answers.as_str()).unwrap();
            }
            match lands_at {
                None => {}
                Some(Landing::Neighbour(name)) => write!(text, " at {name}").unwrap(),
                Some(Landing::Elsewhere(place)) => write!(text, " to {place}").unwrap(),
                Some(Landing::Nobody) => write!(text, " at nobody").unwrap(),
            }
            let names = transfer_syntaxes.iter().map(|uid| uid.rsplit('.').next().unwrap());
            let names: Vec<_> = names.collect();
            write!(text, " in {}", names.join(" ")).unwrap();
            if !refused.is_empty() {
                write!(text, ", {} refused", refused.len()).unwrap();
            }
            text.push('\n');
        }
        if let Some(gap) = carriage.gap {
            writeln!(text, "{gap:?}").unwrap();
        }
    });
    text
}

#[test]
fn a_push_sends_and_its_commitment_is_reported_back() {
    let expected = "Storage by source in 5\n\
        Storage Commitment by source in 2\n\
        Storage Commitment by target for Storage Commitment in 2\n\
        Verification by source in 2\n";
    assert_eq!(said("CT -> ARCHIVE push"), expected);
}

#[test]
fn a_commitment_on_the_same_association_has_no_way_back() {
    assert_eq!(said("CT -> SAME push"), "Storage Commitment by source in 2\n");
}

#[test]
fn a_pull_by_move_opens_the_way_back() {
    let found = said("VIEWER -> ARCHIVE pull");
    let lines: Vec<_> = found.lines().collect();
    assert!(lines[0].starts_with("Query (C-FIND) by source"), "{found}");
    assert!(lines[1].starts_with("Retrieve (C-MOVE) by source"), "{found}");
    assert_eq!(lines[2..], ["Storage by target for Retrieve (C-MOVE) in 5"], "{found}");
}

#[test]
fn what_an_end_does_not_accept_lands_at_its_neighbour_or_elsewhere() {
    let found = said("ASKER -> ARCHIVE pull");
    assert!(found.ends_with("Storage by target for Retrieve (C-MOVE) at VIEWER in 5\n"), "{found}");
    let found = said("LONELY -> ARCHIVE pull");
    assert!(found.ends_with("Storage by target for Retrieve (C-MOVE) at nobody in \n"), "{found}");
    let found = said("ROUTER -> ARCHIVE pull");
    assert!(found.ends_with("Storage by target for Retrieve (C-MOVE) to the archive in \n"), "{found}");
}

#[test]
fn a_pull_by_get_needs_no_way_back_and_names_what_is_stored() {
    assert_eq!(said("GETTER -> ARCHIVE pull"), "Retrieve (C-GET) by source in 5\n");
}

#[test]
fn worklists_are_pulled_and_procedure_steps_are_pushed() {
    let pulled = said("WORK -> RIS pull");
    assert!(pulled.starts_with("Modality Worklist by source") && pulled.lines().count() == 1, "{pulled}");
    let pushed = said("WORK -> RIS push");
    assert!(pushed.starts_with("MPPS by source") && pushed.lines().count() == 1, "{pushed}");
    let both = said("WORK -> RIS bidir");
    assert_eq!(both.lines().count(), 2, "{both}");
}

#[test]
fn both_directions_carry_what_either_side_asks_for() {
    let both = said("ARCHIVE -> VIEWER bidir");
    let kinds: Vec<_> = both.lines().map(|line| line.split(" in ").next().unwrap()).collect();
    let expected = [
        "Storage by source",
        "Query (C-FIND) by target",
        "Retrieve (C-MOVE) by target",
        "Storage by source for Retrieve (C-MOVE)",
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn the_web_stores_searches_and_retrieves_and_the_source_opens() {
    assert_eq!(said("BROWSER -> WEB push"), "STOW-RS by source in \n");
    let pulled = said("BROWSER -> WEB pull");
    assert_eq!(pulled, "QIDO-RS by source in \nWADO-RS by source in 5\n");
    let both = said("BROWSER -> WEB bidir");
    assert_eq!(both, "STOW-RS by source in \nQIDO-RS by source in \nWADO-RS by source in 5\n");
    carried("BROWSER -> WEB pull", |carriage| {
        let listed: Vec<_> = carriage.services.iter().map(|service| service.is_listed).collect();
        assert_eq!(listed, [false, true]);
        assert!(carriage.services.iter().all(|service| service.kind.is_web()));
    });
}

#[test]
fn what_is_refused_is_no_load() {
    assert_eq!(said("CT -> OTHER_SYNTAX push"), "Storage by source in , 1 refused\n");
    carried("CT -> OTHER_SYNTAX push", |carriage| {
        assert!(carriage.is_mere_claim());
        assert_eq!(carriage.services[0].kind, LinkServiceKind::Storage);
    });
}

#[test]
fn what_is_not_known_is_said() {
    let gap = |link: &str| {
        let mut gap = None;
        carried(link, |carriage| {
            assert!(!carriage.is_mere_claim(), "{link}");
            gap = carriage.gap;
        });
        gap.unwrap()
    };
    assert_eq!(gap("CT -> PLAIN push"), Gap::NoStatement { source: false, target: true });
    assert_eq!(gap("CT -> LOST push"), Gap::NotFound(Side::Other));
    assert_eq!(gap("CT -> FILES push"), Gap::OtherProtocol);
    assert_eq!(gap("CT -> TLS push"), Gap::Protocols);
    assert_eq!(gap("CT -> NOWHERE push"), Gap::Link);
    carried("CT -> RIS push", |carriage| assert!(carriage.is_mere_claim()));
}
