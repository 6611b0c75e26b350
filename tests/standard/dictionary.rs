//! The source of `dicom-dictionary-std` against our tables, row by row and both ways.
//!
//! The dictionary keeps all tables but that of SOP classes to itself, so its source is read, from where cargo has it.
//! An upgrade that brings UIDs or attributes our tables do not know fails here and names them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use dicomply::standard::attribute::{self, Attribute};
use dicomply::standard::uids;

/// How many names of transfer syntaxes the dictionary cuts before an `&`; ours are complete.
const CUT_NAMES: usize = 12;

/// Attributes that the dictionary has otherwise than PS3.6, and why ours is kept.
const DIFFERENT_ATTRIBUTES: &[(&str, &str)] =
    &[("DoseValue", "retired by PS3.6 with the RT Dose ROI module, which the dictionary does not say yet")];

/// Where the folder of the dictionary's source is.
///
/// Only the crates of this platform are certain to be on the disk, so cargo is asked for no others.
fn dictionary_source() -> PathBuf {
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("cargo knows its host");
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let metadata = cargo(&[
        "metadata",
        "--offline",
        "--format-version=1",
        "--filter-platform",
        host,
        "--manifest-path",
        manifest,
    ]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("packages are listed");
    let dictionary = packages.iter().find(|package| package["name"] == "dicom-dictionary-std");
    let manifest =
        dictionary.and_then(|package| package["manifest_path"].as_str()).expect("the dictionary is used");
    PathBuf::from(manifest).with_file_name("src")
}

fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo).args(arguments).stdin(Stdio::null()).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("cargo writes UTF-8")
}

fn read(file: &str) -> String {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(dictionary_source);
    std::fs::read_to_string(FOLDER.join(file)).expect("the dictionary has this file")
}

/// UID to name, keyword, type and retirement.
fn dictionary_uids() -> BTreeMap<String, (String, String, String, bool)> {
    let row = |line: &str| {
        let row = line.trim().strip_prefix("E::new(\"")?.strip_suffix("),")?;
        let (uid, row) = row.split_once("\", \"")?;
        let (name, row) = row.split_once("\", \"")?;
        let (keyword, row) = row.split_once("\", ")?;
        let (kind, retired) = row.split_once(", ")?;
        Some((uid.into(), (name.into(), keyword.into(), kind.into(), retired == "true")))
    };
    let found: BTreeMap<_, _> = read("uids.rs").lines().filter_map(row).collect();
    assert!(found.len() > 400, "only {} UIDs can be read from the dictionary", found.len());
    found
}

#[test]
fn uids_are_those_of_the_dictionary() {
    let (mut different, mut cut) = (Vec::new(), 0);
    for (uid, (name, keyword, kind, retired)) in dictionary_uids() {
        let Some(ours) = uids::by_uid(&uid) else {
            different.push(format!("{uid} {name} ({kind}) is not in our tables"));
            continue;
        };
        assert_eq!((ours.keyword, ours.retired), (keyword.as_str(), retired), "{uid}");
        assert_eq!(format!("{:?}", ours.kind), kind, "{uid}");
        match ours.name.strip_prefix(name.as_str()) {
            Some("") => {}
            Some(rest) if rest.starts_with(" & ") => cut += 1,
            _ => different.push(format!("{uid}: ours `{}`, the dictionary's `{name}`", ours.name)),
        }
    }
    assert_eq!(cut, CUT_NAMES);
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn the_dictionary_lacks_the_frames_of_reference_alone() {
    let known = dictionary_uids();
    for entry in uids::all().iter().filter(|entry| !known.contains_key(entry.uid)) {
        assert_eq!(entry.kind, uids::UidKind::WellKnownFrameOfReference, "{} {}", entry.uid, entry.name);
    }
}

/// A line of the dictionary: `/// PatientName (0010,0010) PN 1 DICOM`.
struct Row {
    keyword: String,
    tag: String,
    vr: String,
    vm: String,
    retired: bool,
}

fn dictionary_attributes() -> Vec<Row> {
    let row = |line: &str| {
        let columns: Vec<&str> = line.strip_prefix("/// ")?.split(' ').collect();
        let [keyword, tag, vr, vm, source] = columns[..] else { return None };
        let retired = source == "DICOM/retired";
        (source.starts_with("DICOM") && tag.starts_with('(')).then(|| Row {
            keyword: keyword.into(),
            tag: tag.into(),
            vr: vr.into(),
            vm: vm.into(),
            retired,
        })
    };
    let found: Vec<_> = read("tags.rs").lines().filter_map(row).collect();
    assert!(found.len() > 5000, "only {} attributes can be read from the dictionary", found.len());
    found
}

#[test]
fn attributes_agree_with_the_dictionary() {
    let mut different = Vec::new();
    for row in dictionary_attributes() {
        let Some(ours) = attribute::by_keyword(&row.keyword) else {
            different.push(format!("{} {} is not in our table", row.tag, row.keyword));
            continue;
        };
        let known = DIFFERENT_ATTRIBUTES.iter().any(|(keyword, _)| *keyword == row.keyword);
        if agrees(ours, &row) == known {
            different.push(format!(
                "{} {}: ours {} {} {} retired {}, the dictionary's {} {} retired {}",
                row.tag,
                row.keyword,
                ours.written_tag(),
                ours.vr,
                ours.vm,
                ours.retired,
                row.vr,
                row.vm,
                row.retired
            ));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

fn agrees(ours: &Attribute, row: &Row) -> bool {
    let vr = match row.vr.as_str() {
        "xs" => "US or SS",
        "ox" | "px" => "OB or OW",
        "lt" => "US or OW",
        // An offset in a directory, which PS3.6 has as any other number.
        "up" => "UL",
        vr => vr,
    };
    let tag = ours.is_repeating() || ours.written_tag() == row.tag.to_uppercase();
    tag && ours.vr == vr && ours.vm == row.vm && ours.retired == row.retired
}

#[test]
fn the_dictionary_lacks_the_items_and_the_nameless_alone() {
    let known: std::collections::BTreeSet<String> =
        dictionary_attributes().into_iter().map(|row| row.keyword).collect();
    for attribute in attribute::all().iter().filter(|attribute| !known.contains(attribute.keyword)) {
        assert!(attribute.name.is_empty() || attribute.tag.0 == 0xFFFE, "{attribute}");
    }
}
