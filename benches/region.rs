//! Regions of any size: organizations with their Application Entities, the links between them, and the statements of
//! what is installed there.
//!
//! The same size gives the same bytes. What is generated lints clean. A region has a site for each organization, and
//! each organization is a hospital of 500 entities and 2,500 links: imaging systems with two titles each, workstations,
//! viewers, archives and an information system, in the proportions of real ones.

use std::fmt::Write;

/// Entities of an organization.
pub(crate) const ENTITIES: usize = 500;

/// Links that an organization governs.
pub(crate) const LINKS: usize = 2500;

/// The products of the region: so many vendors, each with a statement of every kind.
const VENDORS: usize = 10;

const KINDS: &[&str] = &["scanner", "archive", "ris", "workstation"];
const MODALITIES: &[&str] = &["CT", "MR", "XA", "DX", "MG", "NM", "US"];

const SCANNERS: usize = 180;
const WORKSTATIONS: usize = 100;
const VIEWERS: usize = ENTITIES - 6 - 2 * SCANNERS - WORKSTATIONS;

/// The files of a region, by their paths: a site for each organization, and the statements, made of those of the example
/// of a hospital.
pub(crate) fn region(organizations: usize) -> Vec<(String, String)> {
    let mut files = statements();
    files.extend((0..organizations).map(|own| (format!("hospital{own:02}.yaml"), site(own, organizations))));
    files
}

fn statements() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for kind in KINDS {
        let text = std::fs::read_to_string(format!("examples/hospital/statements/{kind}.yaml")).unwrap();
        for vendor in 0..VENDORS {
            let own = text.replacen("  vendor: ", &format!("  vendor: {vendor} "), 1);
            files.push((format!("statements/{kind}{vendor}.yaml"), own));
        }
    }
    files
}

fn site(own: usize, organizations: usize) -> String {
    let mut text = format!("dicomply: 1\nkind: site\norganization: Hospital {own:02}\nstatements:\n");
    for kind in KINDS {
        for vendor in 0..VENDORS {
            writeln!(text, "  {kind}{vendor}: statements/{kind}{vendor}.yaml").unwrap();
        }
    }
    text.push_str("sites:\n");
    for other in (0..organizations).filter(|other| *other != own) {
        writeln!(text, "  h{other:02}: hospital{other:02}.yaml").unwrap();
    }
    text.push_str("application_entities:\n");
    entities(&mut text, own);
    text.push_str("links:\n");
    links(&mut text, own, organizations);
    text
}

/// An entity: its name, which is the end of its title, and what else is said of it.
fn entity(text: &mut String, own: usize, name: &str, facts: &str, server: &str) {
    write!(
        text,
        "  {name}:
    ae_title: H{own:02}_{name}
    {facts}
    functional_ci: {server}.hospital{own:02}.example.org
    location: House {}
    zone: imaging {own:02}
    status: production
    owner: Team {}
    contact: team@hospital{own:02}.example.org
    ticket: CHG{:06}
    reviewed: 2026-0{}-15
    review_by: 2027-0{}-15
",
        name.len() % 7,
        (own + name.len()) % 4,
        text.len() % 1_000_000,
        1 + text.len() % 9,
        1 + text.len() % 9,
    )
    .unwrap();
}

fn entities(text: &mut String, own: usize) {
    let vendor = own % VENDORS;
    let servers = [
        ("PACS", "DICOM", 11112, "archive", "ARCHIVE", "pacs"),
        ("PACS_TLS", "DICOM TLS", 2762, "archive", "ARCHIVE", "pacs"),
        ("VNA", "DICOM TLS", 2763, "archive", "ARCHIVE", "vna"),
        ("RIS", "DICOM", 11115, "ris", "WORKLIST", "ris"),
        ("RIS_TLS", "DICOM TLS", 2764, "ris", "WORKLIST", "ris"),
    ];
    for (name, protocol, port, statement, implemented, server) in servers {
        let role = if statement == "ris" { "SCP" } else { "BOTH\n    modality: OT" };
        let facts = format!(
            "role: {role}\n    protocol: {protocol}\n    host: 10.{own}.0.20\n    port: {port}\n    implements: \
             {statement}{vendor}#{implemented}"
        );
        entity(text, own, name, &facts, server);
    }
    let facts = format!(
        "role: SCP\n    protocol: DICOMweb\n    endpoint_url: https://pacs.hospital{own:02}.example.org/dicomweb\n    \
         implements: archive{vendor}#ARCHIVE"
    );
    entity(text, own, "PACS_WEB", &facts, "pacs");
    for number in 0..SCANNERS {
        scanner(text, own, number);
    }
    for number in 0..WORKSTATIONS {
        let facts = format!(
            "role: BOTH\n    host: 10.{own}.2.{}\n    port: 11112\n    modality: OT\n    equipment: Workstation \
             {number}\n    implements: workstation{}#READING",
            number + 1,
            number % VENDORS
        );
        entity(text, own, &format!("WS{number}"), &facts, &format!("ws{number}"));
    }
    for number in 0..VIEWERS {
        let facts = format!(
            "role: SCU\n    protocol: DICOMweb\n    endpoint_url: https://viewer{number}.hospital{own:02}.example.org\n    \
             modality: OT\n    implements: workstation{}#READING",
            number % VENDORS
        );
        entity(text, own, &format!("VIEWER{number}"), &facts, &format!("viewer{number}"));
    }
}

/// The two entities of an imaging system: one sends, the other one asks for the worklist.
fn scanner(text: &mut String, own: usize, number: usize) {
    let modality = MODALITIES[number % MODALITIES.len()];
    let (name, server) = (format!("{modality}{number}"), format!("scanner{number}"));
    let vendor = number % VENDORS;
    for (name, role, implemented) in [(name.clone(), "BOTH", "OUTPUT"), (format!("{name}_WORK"), "SCU", "WORKFLOW")] {
        let facts = format!(
            "role: {role}\n    host: 10.{own}.1.{}\n    port: 104\n    shared_address: One console with two titles.\n    \
             modality: {modality}\n    equipment: {modality} system {number}\n    implements: \
             scanner{vendor}#{implemented}",
            number + 1
        );
        entity(text, own, &name, &facts, &server);
    }
}

fn links(text: &mut String, own: usize, organizations: usize) {
    let mut count = 0;
    let mut link = |source: &str, target: &str, direction: &str, note: &str| {
        if count < LINKS {
            let status = ["production", "production", "approved", "production", "planned"][count % 5];
            writeln!(text, "  - {source} -> {target} {direction} {status}: {note}").unwrap();
            count += 1;
        }
    };
    for other in (0..organizations).filter(|other| *other != own) {
        link("PACS_TLS", &format!("h{other:02}#PACS_TLS"), "push", "Studies of patients who are transferred");
        link("PACS_TLS", &format!("h{other:02}#PACS_TLS"), "pull", "Earlier studies");
    }
    link("PACS_TLS", "VNA", "bidir", "Every study, and those that are needed again");
    let scanner = |number: usize| format!("{}{number}", MODALITIES[number % MODALITIES.len()]);
    for name in (0..SCANNERS).map(scanner) {
        link(&name, "PACS", "push", "Images after each study");
        link(&format!("{name}_WORK"), "RIS", "pull", "Worklist of the day");
        link(&format!("{name}_WORK"), "RIS", "push", "Performed procedure steps");
    }
    for name in (0..WORKSTATIONS).map(|number| format!("WS{number}")) {
        link(&name, "PACS", "pull", "Studies for reading");
        link(&name, "PACS", "push", "Presentation states and key images");
        link("PACS", &name, "push", "New studies");
    }
    for name in (0..VIEWERS).map(|number| format!("VIEWER{number}")) {
        link(&name, "PACS_WEB", "pull", "Studies on the wards");
        link(&name, "PACS_WEB", "push", "Key images");
    }
    for number in 0..LINKS {
        let workstation = (number + number / SCANNERS * 7) % WORKSTATIONS;
        link(&scanner(number % SCANNERS), &format!("WS{workstation}"), "push", "Images for evaluation");
    }
}
