//! Tables and configurations of other systems, in and out.
//!
//! A section of a page in `cases/import/` is prose around blocks: a site (```` ```yaml ````, completed as in `cases/lint/`), tables
//! (```` ```csv [NAME] ````), what becomes of their rows (```` ```report ````) and, where it changes, the site behind them
//! (```` ```after ````). `DICOMPLY_BLESS=1 cargo test` writes the last two anew.

use std::collections::BTreeSet;
use std::fs;

use dicomply::config::Config;
use dicomply::finding::Severity;
use dicomply::import::{Columns, Draft, Fate, Format, Row, Rows, Sheet, Subject, peers, rows, table};
use dicomply::intake::{Intake, draft, take_in};
use dicomply::lint::{Circumstances, Group, RULES, lint};
use dicomply::model::{
    Content, Date, Direction, LifecycleStatus, Link, List, Named, Project, Prose, Protocol, Reservation,
    Role, Site, SiteEntity,
};
use dicomply::source::{Form, Input, Reading, read, write};

use crate::bless::{Drift, files, root, shown};
use crate::lint::{blocks, completed, sections};

fn nothing(_: &str) -> Option<Vec<u8>> {
    None
}

fn example(path: &str) -> Option<Vec<u8>> {
    fs::read(root().join("examples/hospital").join(path)).ok()
}

fn taken(site: &str, loader: fn(&str) -> Option<Vec<u8>>, tables: &[Rows]) -> Intake {
    let rows: Vec<&Row> = tables.iter().flat_map(|table| &table.rows).collect();
    let input = Input { path: "main.yaml".to_owned(), bytes: site.as_bytes().to_vec() };
    take_in(&input, &loader, &Config::default(), Date::parse("2026-11-28"), &rows).unwrap()
}

/// What becomes of the rows, and the text of the site behind them.
fn played(site: &str, tables: &[(String, String)]) -> (String, Option<String>) {
    let read: Vec<Rows> = tables.iter().map(|(_, text)| rows(&Sheet::read(text)).unwrap()).collect();
    let intake = taken(site, nothing, &read);
    let mut report = String::new();
    for ((name, _), table) in tables.iter().zip(&read) {
        for remark in &table.remarks {
            report += &format!("{name}:{}:{}: {}\n", remark.line, remark.column, remark.message);
        }
    }
    let places = tables
        .iter()
        .zip(&read)
        .flat_map(|((name, _), table)| table.rows.iter().map(move |row| (name, row.line)));
    for ((name, line), told) in places.zip(&intake.rows) {
        report += &told.shown(name, line);
    }
    (report, intake.files.first().map(|file| String::from_utf8(file.after.clone()).unwrap()))
}

/// The section with what its tables make of its site now.
fn renewed(section: &str) -> String {
    let blocks = blocks(section);
    let Some((_, fragment)) = blocks.iter().find(|(words, _)| words == "yaml") else {
        return section.to_owned();
    };
    let site = completed(fragment);
    let tables =
        blocks.iter().filter_map(|(words, text)| Some((words.strip_prefix("csv")?.trim(), text.clone())));
    let tables: Vec<(String, String)> =
        tables.map(|(name, text)| (if name.is_empty() { "csv" } else { name }.to_owned(), text)).collect();
    let (report, after) = played(&site, &tables);
    let kept = section.find("```report").map_or(section, |at| &section[..at]).trim_end();
    let mut renewed = format!("{kept}\n\n```report\n{report}```\n");
    if let Some(after) = after {
        let added = site.strip_prefix(fragment.as_str()).unwrap();
        let after = after.replacen(added, "", 1);
        renewed += &format!("\n```after\n{after}```\n");
    }
    renewed
}

#[test]
fn every_case_says_what_becomes_of_its_rows() {
    let mut drift = Drift::default();
    for page in files("tests/cases/import") {
        let text = fs::read_to_string(&page).unwrap().replace("\r\n", "\n");
        let renewed: Vec<String> =
            sections(&text).iter().map(|section| renewed(section).trim_end().to_owned()).collect();
        drift.hold(&shown(&page), &(renewed.join("\n\n") + "\n"));
    }
    drift.settle();
}

/// What YAML is not allowed to say a table is not allowed to say either.
#[test]
fn every_governance_rule_is_asked_of_rows() {
    let pages = files("tests/cases/import").into_iter();
    let pages: String = pages.map(|page| fs::read_to_string(page).unwrap()).collect();
    // Rows do not say how a site names its titles, and a row about a link that is there is about that very link.
    let not_of_rows = ["duplicate-link", "malformed-ae-title-pattern"];
    let governance = RULES.iter().filter(|rule| matches!(rule.group, Group::Governance | Group::Link));
    let errors =
        governance.filter(|rule| rule.severity == Severity::Error && !not_of_rows.contains(&rule.id));
    let unasked: BTreeSet<&str> =
        errors.map(|rule| rule.id).filter(|id| !pages.contains(&format!("[{id}]"))).collect();
    assert_eq!(unasked, BTreeSet::new());
}

/// A house that minds is told of rows without a modality too.
#[test]
fn a_modality_is_recommended_of_rows() {
    let mut config = Config::default();
    config.severities.insert("unstated-modality".to_owned(), Some(Severity::Warning));
    let table = "ae_title,role,host,port,modality\nCT1,SCU,10.0.0.7,104,\nCT2,SCU,10.0.0.8,104,CT\nPACS,SCP,10.0.0.5,104,\n";
    let table = rows(&Sheet::read(table)).unwrap();
    let wanted: Vec<&Row> = table.rows.iter().collect();
    let bytes = b"dicomply: 1\nkind: site\norganization: Here\n".to_vec();
    let input = Input { path: "site.yaml".to_owned(), bytes };
    let loader: fn(&str) -> Option<Vec<u8>> = nothing;
    let intake = take_in(&input, &loader, &config, None, &wanted).unwrap();
    let doubts: Vec<Vec<&str>> =
        intake.rows.iter().map(|told| told.doubts.iter().map(|(rule, _)| rule.as_str()).collect()).collect();
    assert_eq!(doubts, [vec!["unstated-modality"], vec![], vec![]]);
}

fn reading(text: &str, loader: fn(&str) -> Option<Vec<u8>>) -> Reading {
    read(vec![Input { path: "main.yaml".to_owned(), bytes: text.as_bytes().to_vec() }], &loader)
}

fn site_of(project: &Project) -> &Site {
    match &project.documents[0].content {
        Content::Site(site) => site,
        other => panic!("{other:?}"),
    }
}

fn own_tables(site: &Site) -> Vec<Rows> {
    let text = |subject| table(site, subject, Columns::Own).text;
    let subjects = [Subject::Entities, Subject::Links, Subject::Reservations];
    subjects
        .map(|subject| {
            let table = rows(&Sheet::read(&text(subject))).unwrap();
            assert_eq!(table.subject, subject);
            table
        })
        .into()
}

/// Exports a site, takes the tables into it and into one that has neither entities nor links nor reservations.
fn round_trip(text: &str, loader: fn(&str) -> Option<Vec<u8>>) {
    let reading = reading(text, loader);
    let site = site_of(&reading.project);
    let tables = own_tables(site);
    assert!(tables.iter().all(|table| table.remarks.is_empty()), "{tables:?}");
    let same = taken(text, loader, &tables);
    for told in &same.rows {
        assert_eq!(told.fate, Fate::Unchanged, "{}\n{text}", told.name);
    }
    assert!(same.files.is_empty());
    let bare = Site {
        application_entities: Named::default(),
        links: List::default(),
        reservations: Named::default(),
        ..site.clone()
    };
    let bare = write(&Content::Site(Box::new(bare)), Form::Short).unwrap();
    let filled = taken(&bare, loader, &tables);
    for told in &filled.rows {
        assert!(matches!(told.fate, Fate::New(_)), "{} {:?}\n{text}", told.name, told.fate);
    }
    let after = self::reading(std::str::from_utf8(&filled.files[0].after).unwrap(), loader);
    assert!(after.findings.is_empty(), "{:?}", after.findings);
    assert_eq!(site_of(&after.project), site);
}

#[test]
fn own_tables_give_the_same_site() {
    round_trip(&fs::read_to_string(root().join("examples/hospital/main.yaml")).unwrap(), example);
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.throw(of.len())].clone()
    }

    fn text(&mut self) -> String {
        self.one(TEXTS).to_owned()
    }
}

const TEXTS: &[&str] = &[
    "=HYPERLINK(\"http://example.org\")",
    "+49 30 1",
    "-1",
    "@home",
    "'quoted'",
    "a, b; c",
    "two\nlines",
    " ends in blanks ",
    "a: b # c",
    "Röntgen",
    "\"",
    "1.20",
    "yes",
];

/// Something of every key of an entity.
fn generated_entity(dice: &mut Dice, number: usize) -> SiteEntity {
    let web = dice.throw(4) == 0;
    let texts = [None, Some(dice.text())];
    SiteEntity {
        ae_title: Some(format!("T{number}{}", dice.one(&["", " X", "-y", "_Z"]))),
        organization: dice.one(&[None, Some("Elsewhere".to_owned())]),
        role: Some(dice.one(&[Role::Scu, Role::Scp, Role::Both])),
        protocol: if web {
            Some(Protocol::DicomWeb)
        } else {
            dice.one(&[None, Some(Protocol::Dicom), Some(Protocol::DicomTls)])
        },
        host: (!web).then(|| format!("10.0.{number}.1")),
        port: (!web).then_some(104),
        endpoint_url: web.then(|| format!("https://h{number}.example.org/dicomweb")),
        modality: dice.one(&[None, Some("CT".to_owned()), Some("OT".to_owned())]),
        equipment: dice.one(&texts),
        shared_address: dice.one(&texts).map(Prose),
        location: dice.one(&texts),
        zone: dice.one(&texts),
        owner: dice.one(&texts),
        contact: dice.one(&texts),
        approver: dice.one(&texts),
        ticket: dice.one(&texts),
        status: dice.one(&[None, Some(LifecycleStatus::Production), Some(LifecycleStatus::Obsolete)]),
        reviewed: dice.one(&[None, Date::parse("2026-02-28")]),
        review_by: dice.one(&[None, Date::parse("2027-02-28")]),
        description: dice.one(&texts).map(Prose),
        ..SiteEntity::default()
    }
}

/// Something of every key of a reservation, for one of the entities or for none.
fn generated_reservation(
    dice: &mut Dice,
    number: usize,
    entities: &[(String, SiteEntity)],
) -> (String, Reservation) {
    let texts = [None, Some(dice.text())];
    let names: Vec<Option<String>> =
        std::iter::once(None).chain(entities.iter().map(|(name, _)| Some(name.clone()))).collect();
    let reservation = Reservation {
        ae_title: Some(format!("KEPT{number}")),
        organization: dice.one(&[None, Some("Elsewhere".to_owned())]),
        r#for: dice.one(&names),
        reason: dice.one(&texts).map(Prose),
        until: dice.one(&[None, Date::parse("2027-02-28")]),
        owner: dice.one(&texts),
        contact: dice.one(&texts),
        ticket: dice.one(&texts),
    };
    (dice.one(&[format!("kept {number}"), format!("KEPT{number}")]), reservation)
}

/// A site that no rule has anything against.
fn generated(dice: &mut Dice) -> Site {
    let mut entities: Vec<(String, SiteEntity)> = Vec::new();
    for number in 0..2 + dice.throw(6) {
        let name = [format!("AE{number}"), format!("CT {number}"), format!("a.b-{number}")];
        let entity = generated_entity(dice, number);
        entities.push((dice.one(&name), entity));
    }
    let mut links: Vec<Link> = Vec::new();
    for (from, source) in &entities {
        for (to, target) in &entities {
            let is_fit = source.role != Some(Role::Scp) && target.role != Some(Role::Scu) && from != to;
            if is_fit && dice.throw(2) == 0 {
                let quoted =
                    |name: &str| if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() };
                let texts = [None, Some(dice.text())];
                links.push(Link {
                    source: Some(dice.one(&[from.clone(), quoted(from)])),
                    target: Some(quoted(to)),
                    direction: Some(dice.one(&[Direction::Push, Direction::Pull])),
                    owner: dice.one(&texts),
                    contact: dice.one(&texts),
                    approver: dice.one(&texts),
                    ticket: dice.one(&texts),
                    reviewed: dice.one(&[None, Date::parse("2026-02-28")]),
                    review_by: dice.one(&[None, Date::parse("2027-02-28")]),
                    status: dice.one(&[
                        None,
                        Some(LifecycleStatus::Planned),
                        Some(LifecycleStatus::Deprecated),
                    ]),
                    description: dice.one(&texts).map(Prose),
                    ..Link::default()
                });
            }
        }
    }
    Site {
        dicomply: Some(1),
        kind: Some("site".to_owned()),
        organization: Some("Here".to_owned()),
        reservations: (0..dice.throw(4))
            .map(|number| generated_reservation(dice, number, &entities))
            .collect(),
        application_entities: entities.into_iter().collect(),
        links: links.into_iter().collect(),
        ..Site::default()
    }
}

#[test]
fn tables_of_generated_sites_give_the_same_site() {
    let mut dice = Dice(7);
    for _ in 0..60 {
        let site = generated(&mut dice);
        let text = write(&Content::Site(Box::new(site)), Form::Short).unwrap();
        let reading = reading(&text, nothing);
        let errors =
            lint(&reading.project, &Config::default(), reading.findings.clone(), &Circumstances::default());
        let errors: Vec<_> = errors.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:?}\n{text}");
        round_trip(&text, nothing);
    }
}

#[test]
fn what_the_other_system_cannot_hold_is_named() {
    let text = fs::read_to_string(root().join("examples/hospital/main.yaml")).unwrap();
    let reading = reading(&text, example);
    let site = site_of(&reading.project);
    for subject in [Subject::Entities, Subject::Links] {
        let exported = table(site, subject, Columns::Cmdb);
        let rows = rows(&Sheet::read(&exported.text)).unwrap();
        let same = taken(&text, example, &[rows]);
        // What comes back either is what is there, or has been named as lost.
        for told in &same.rows {
            let is_named = exported.losses.iter().any(|loss| loss.starts_with(&format!("`{}`", told.name)));
            assert!(is_named || told.fate == Fate::Unchanged, "{} {:?}", told.name, told.fate);
        }
    }
}

/// The entity of whatever site that has a title.
fn deployed<'p>(project: &'p Project, title: Option<&str>) -> &'p SiteEntity {
    let sites = project.documents.iter().filter_map(|document| match &document.content {
        Content::Site(site) => Some(site),
        _ => None,
    });
    let mut entities = sites.flat_map(|site| site.application_entities.values());
    entities.find(|entity| entity.ae_title.as_deref() == title).unwrap()
}

#[test]
fn configurations_of_peers_are_read_back() {
    let text = fs::read_to_string(root().join("examples/hospital/main.yaml")).unwrap();
    let reading = reading(&text, example);
    let (document, site) = (&reading.project.documents[0], site_of(&reading.project));
    let mut read_back = 0;
    for name in site.application_entities.keys() {
        for format in [Format::Orthanc, Format::Dcm4chee, Format::Dcmtk] {
            let exported = peers(&reading.project, document, name).unwrap().written(format);
            let Draft { site: found, remarks, .. } = format.read(&exported.text);
            let is_empty = found.application_entities.is_empty();
            assert!(remarks.is_empty() || is_empty, "{remarks:?}\n{}", exported.text);
            for (peer, entity) in &found.application_entities {
                let own = deployed(&reading.project, entity.ae_title.as_deref());
                assert_eq!(
                    (&entity.ae_title, &entity.host, entity.port),
                    (&own.ae_title, &own.host, own.port)
                );
                let says_tls = format != Format::Dcmtk && own.protocol() == Protocol::DicomTls;
                assert_eq!(entity.protocol() == Protocol::DicomTls, says_tls, "{peer}");
                read_back += 1;
            }
        }
    }
    assert!(read_back > 20, "{read_back}");
}

/// Whatever is drafted is read back as the same site, and every value tells its line.
#[test]
fn drafts_read_back_and_tell_where_they_come_from() {
    let cases = [
        (
            Format::Orthanc,
            "{// own\n\"DicomAet\": \"ARC\", \"DicomPort\": 104,\n\"DicomModalities\": {\"a\": [\"A\", \"h\", 1],\n\"b\": {\"AET\": \"B\", \"Host\": \"i\", \"Port\": \"2\", \"UseDicomTls\": true}}}",
            9,
        ),
        (
            Format::Dcmtk,
            "NetworkTCPPort = 104\nHostTable BEGIN\na = (A, h, 1), (B, i, 2)\nHostTable END\nAETable BEGIN\nOWN /db RW (1, 1mb) ANY\nAETable END\n",
            8,
        ),
        (
            Format::Dcm4chee,
            "dn: cn=c,dicomDeviceName=D,dc=x\nobjectClass: dicomNetworkConnection\ndicomHostname: h\ndicomPort: 104\n\ndn: dicomAETitle=A,dicomDeviceName=D,dc=x\nobjectClass: dicomNetworkAE\ndicomAETitle:: QQ==\ndicomNetworkConnectionReference: cn=c,dicomDeviceName=D,\n dc=x\ndicomAssociationInitiator: TRUE\ndicomAssociationAcceptor: FALSE\ndicomDescription: It sends what the scanners of all three buildings have made in the night, and what the reading rooms ask for in the day, # and more: much more\n",
            5,
        ),
    ];
    for (format, text, values) in cases {
        let drafted = format.read(text);
        assert!(drafted.remarks.is_empty(), "{:?}", drafted.remarks);
        assert_eq!(drafted.origins.len(), values, "{:?}", drafted.origins);
        let written = draft(&drafted, "f");
        assert_eq!(written.matches("  # from f:").count(), values, "{written}");
        let reading = reading(&written, nothing);
        assert_eq!(site_of(&reading.project), &drafted.site, "{written}");
    }
}

#[test]
fn a_draft_has_no_value_on_several_lines() {
    let drafted = Format::Orthanc.read(r#"{"DicomModalities": {"a\nb": ["A\nB", "h", 1]}}"#);
    assert_eq!(drafted.remarks.len(), 1);
    let written = draft(&drafted, "f");
    assert_eq!(site_of(&reading(&written, nothing).project), &drafted.site, "{written}");
}

/// However broken a file is, it is answered.
#[test]
fn broken_files_are_answered() {
    let texts = [
        "",
        "{",
        "[",
        "\"",
        "{\"a\"",
        "{\"DicomModalities\": [1, 2",
        "/*",
        "/**/",
        "//",
        "dn:",
        "dn: a\nb",
        ":: x",
        "a:: *",
        "HostTable BEGIN",
        "HostTable BEGIN\nx = (",
        "HostTable BEGIN\nx = (A, b",
        "x END",
        "\u{FEFF}",
        "\0",
        "a,b\n\"",
        "ae_title\n\"\n\"\n\"",
        ",,,\n;;;",
        "sep=\nx",
        "ae_title\r\rA\r",
        "source;target\n;",
    ];
    let deep = "[".repeat(100_000);
    for text in texts.into_iter().chain([deep.as_str()]) {
        for format in [Format::Orthanc, Format::Dcm4chee, Format::Dcmtk] {
            let drafted = format.read(text);
            let is_silent = drafted.remarks.is_empty() && !drafted.site.application_entities.is_empty();
            assert!(!is_silent, "{text:?}");
        }
        if let Ok(rows) = rows(&Sheet::read(text)) {
            taken("dicomply: 1\nkind: site\norganization: Here\n", nothing, &[rows]);
        }
    }
}
