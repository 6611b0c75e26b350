//! Realistic statements of any size: names, UIDs, keys, statuses and prose in the proportions of real ones.
//!
//! The same size gives the same bytes. What is generated lints clean.

use std::fmt::Write;

const CLASSES: &[&str] = &[
    "CT Image Storage",
    "MR Image Storage",
    "EnhancedMRImageStorage",
    "1.2.840.10008.5.1.4.1.1.7",
    "Digital X-Ray Image Storage - For Presentation",
    "Nuclear Medicine Image Storage",
    "1.2.840.10008.5.1.4.1.1.128",
    "Ultrasound Multi-frame Image Storage",
    "X-Ray Angiographic Image Storage",
    "RTImageStorage",
];

const SENTENCES: &[&str] = &[
    "When a study is complete, its images are sent to every destination that is configured for the room.",
    "If the association cannot be opened, the job is kept and tried again after a time that the service engineer sets.",
    "Objects that are received are held on disk until the archive has committed to them.",
    "Identical instances are not stored twice; the second one is answered with success and dropped.",
    "The user sees the state of every job in the queue and may cancel or repeat it.",
    "Demographic values are taken from the worklist and never changed afterwards.",
];

const KEYS: &[(&str, &[&str])] = &[
    (
        "Study",
        &[
            "(0008,0020) Study Date: R",
            "(0008,0030) Study Time: R",
            "(0008,0050) Accession Number: R",
            "(0020,0010) Study ID: R",
            "(0010,0010) Patient's Name: R",
            "(0010,0020) Patient ID: R",
            "(0020,000D) Study Instance UID: U",
            "(0008,0061) Modalities in Study: O",
            "{attribute: StudyDescription, type: O, matching: [single_value, wildcard]}",
            "{attribute: PatientBirthDate, type: O, matching: [single_value, range]}",
        ],
    ),
    (
        "Series",
        &[
            "(0008,0060) Modality: R",
            "(0020,0011) Series Number: R",
            "(0020,000E) Series Instance UID: U",
            "(0008,103E) Series Description: O",
        ],
    ),
    ("Image", &["(0020,0013) Instance Number: R", "(0008,0018) SOP Instance UID: U"]),
];

const HEAD: &str = "dicomply: 1
kind: statement
product:
  name: Generated Archive
  vendor: Example Vendor
  versions: [\"1.0\"]
statement: {version: \"1.0\", date: 2026-11-20}
implementation: {class_uid: 1.2.392.100224.1.2001, version_name: GENERATED_10}
transfer_syntaxes:
  uncompressed: [Implicit VR Little Endian, Explicit VR Little Endian]
  images: [uncompressed, JPEGBaseline8Bit, 1.2.840.10008.1.2.4.70, RLE Lossless]
sop_classes:
  stored: [CT Image Storage, MR Image Storage, EnhancedMRImageStorage]
application_entities:
";

/// A statement of at least `bytes` bytes.
pub(crate) fn statement(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 8192);
    text.push_str(HEAD);
    let mut number = 0;
    while text.len() < bytes {
        entity(&mut text, number);
        number += 1;
    }
    text
}

fn entity(text: &mut String, number: usize) {
    write!(
        text,
        "  ENTITY_{number}:
    ae_title: AE_{number}
    port: {}
    summary: Receives, keeps and sends images for room {number}.
    description: |
{}    associations:
      max_initiated: 4
      max_accepted: 10
      max_pdu_received: 16384
    activities:
",
        1024 + number % 60_000,
        prose(number, 4, 6),
    )
    .unwrap();
    reception(text, number);
    query(text, number);
    sending(text, number);
}

fn reception(text: &mut String, number: usize) {
    write!(text, "      Image Reception:\n        description: |\n{}", prose(number, 3, 10)).unwrap();
    text.push_str("        sequencing: |\n          Modality -> ENTITY: C-STORE-RQ\n          ENTITY --> Modality: C-STORE-RSP (Success)\n");
    text.push_str("        accepts:\n          - Verification as SCP in uncompressed\n          - stored as SCP in images\n");
    for step in 0..4 {
        writeln!(text, "          - {} as SCP in images", CLASSES[(number + step) % CLASSES.len()]).unwrap();
    }
    text.push_str(
        "        transfer_syntax_policy: The first proposed transfer syntax that is supported is chosen.\n",
    );
    text.push_str("        conformance:\n          - sop_classes: stored\n            storage_level: 2\n            responses:\n              - standard\n");
    for code in ["A700-A7FF", "A900-A9FF", "C000-CFFF"] {
        writeln!(text, "              - {{code: {code}, behavior: {}}}", sentence(number + code.len()))
            .unwrap();
    }
}

fn query(text: &mut String, number: usize) {
    let class = "Study Root Query/Retrieve Information Model - FIND";
    write!(text, "      Query:\n        accepts:\n          - {class} as SCP in uncompressed\n").unwrap();
    write!(
        text,
        "        conformance:\n          - sop_classes: {class}\n            text: |\n{}",
        prose(number, 2, 14)
    )
    .unwrap();
    text.push_str("            responses: standard\n            keys:\n");
    for (level, keys) in KEYS {
        writeln!(text, "              {level}:").unwrap();
        for key in *keys {
            writeln!(text, "                - {key}").unwrap();
        }
    }
}

fn sending(text: &mut String, number: usize) {
    text.push_str("      Sending:\n        remote: Receive images\n        initiates:\n");
    for step in 0..3 {
        let class = CLASSES[(number + step) % CLASSES.len()];
        writeln!(text, "          - {{abstract_syntax: {class}, transfer_syntaxes: images, role: SCU}}")
            .unwrap();
    }
    text.push_str("        conformance:\n          - sop_classes: stored\n            responses: standard\n");
    text.push_str("            communication_failures:\n");
    for exception in ["Timeout", "Association aborted"] {
        writeln!(text, "              - {{exception: {exception}, behavior: {}}}", sentence(number)).unwrap();
    }
}

/// So many sentences, each on a line of its own, indented; every second paragraph differs by a number.
fn prose(seed: usize, count: usize, indent: usize) -> String {
    let line =
        |step: usize| format!("{:indent$}{} (room {seed})\n", "", SENTENCES[(seed + step) % SENTENCES.len()]);
    (0..count).map(line).collect()
}

/// A sentence that may stand inside brackets.
pub(crate) fn sentence(seed: usize) -> String {
    SENTENCES[seed % SENTENCES.len()].replace([',', ';'], "")
}
