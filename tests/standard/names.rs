//! What names resolve to, and what is suggested where they do not.

use std::collections::BTreeMap;

use dicomply::standard::spelling::{Agreement, Spelling, folded};
use dicomply::standard::uids::{self, Place};
use dicomply::standard::{attribute, nearest};

#[test]
fn names_of_the_cases_resolve_as_they_say() {
    for line in super::case("names.tsv") {
        let [text, place, uid, spelling] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let place = if place == "transfer syntax" { Place::TransferSyntax } else { Place::AbstractSyntax };
        let found = uids::resolve(text, place);
        let found = found.map_or((String::new(), String::new()), |found| {
            (found.entry.uid.into(), format!("{:?}", found.spelling).to_lowercase())
        });
        assert_eq!(found, (uid.to_owned(), spelling.to_owned()), "{text}");
    }
}

#[test]
fn every_registered_uid_keyword_and_name_resolves_to_itself() {
    for entry in uids::all() {
        for text in [entry.uid, entry.keyword, entry.name] {
            let found = uids::resolve(text, Place::Any).unwrap();
            assert_eq!((found.entry.uid, found.spelling), (entry.uid, Spelling::Registered), "{text}");
        }
        for text in entry.names() {
            let found = uids::resolve(text, Place::Any).unwrap();
            assert!(found.entry.shares_name_with(entry) && found.spelling.is_silent(), "{text}: {found:?}");
        }
        assert_eq!(entry.agreement(entry.name), Agreement::Same(Spelling::Registered));
    }
}

#[test]
fn names_that_only_differ_in_spelling_belong_together() {
    let mut known: BTreeMap<String, &uids::UidEntry> = BTreeMap::new();
    for entry in uids::all() {
        for name in entry.names() {
            let other = known.insert(folded(name), entry).filter(|other| !other.shares_name_with(entry));
            assert_eq!(other, None, "{name}");
        }
    }
}

#[test]
fn agreement_of_a_uid_with_the_name_beside_it() {
    let agreement = |uid: &str, name| uids::by_uid(uid).unwrap().agreement(name);
    let (ct, mr) = ("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4");
    assert_eq!(agreement(ct, "CT Image Storage"), Agreement::Same(Spelling::Registered));
    assert_eq!(agreement(ct, "CT Image Storage and specializations"), Agreement::Same(Spelling::Accepted));
    assert_eq!(agreement(ct, "CT image storage"), Agreement::Same(Spelling::Variant));
    assert_eq!(agreement(ct, "MR Image Storage"), Agreement::Other(uids::by_uid(mr).unwrap()));
    assert_eq!(agreement(ct, "CT Storage"), Agreement::Unregistered);
    for identifier in ["UID_CTImageStorage", "CTIMAGESTORAGE"] {
        assert_eq!(agreement(ct, identifier), Agreement::Same(Spelling::Variant));
    }
    assert_eq!(agreement("1.2.840.10008.1.2", "LittleEndianImplicit"), Agreement::Same(Spelling::Variant));
    // The registry gives this name to two UIDs; which of them is meant is a question of retirement alone.
    let retired = "1.2.840.10008.5.1.4.1.1.6";
    assert_eq!(agreement(retired, "Ultrasound Image Storage"), Agreement::Same(Spelling::Accepted));
}

#[test]
fn every_attribute_resolves_to_itself() {
    for attribute in attribute::all().iter().filter(|attribute| !attribute.name.is_empty()) {
        assert_eq!(attribute::resolve(attribute.keyword).unwrap().attribute, attribute);
        // One name belongs to an attribute in force and to a retired one.
        let written =
            if attribute.retired { format!("{} (Retired)", attribute.name) } else { attribute.name.into() };
        let found = attribute::by_name(&written).unwrap();
        assert!(found.attribute == attribute && found.spelling.is_silent(), "{attribute}: {found:?}");
        // The first tag of an old family of tags may be an attribute of its own.
        assert!(
            attribute.is_repeating() || attribute::by_tag(attribute.tag) == Some(attribute),
            "{attribute}"
        );
    }
}

#[test]
fn attributes_by_name_and_tag() {
    let spelling = |name| attribute::resolve(name).map(|found| (found.attribute.keyword, found.spelling));
    assert_eq!(spelling("Patient's Name"), Some(("PatientName", Spelling::Registered)));
    for variant in ["Patient Name", "Patient’s Name", "patient's name", "Patients Name", "PATIENTNAME"] {
        assert_eq!(spelling(variant), Some(("PatientName", Spelling::Variant)), "{variant}");
    }
    assert_eq!(spelling("Study instance UID"), Some(("StudyInstanceUID", Spelling::Variant)));
    assert_eq!(spelling("Modality in Study"), None);
    let name = |tag| attribute::by_tag(tag).map(|attribute| attribute.name);
    assert_eq!(name((0x6002, 0x3000)), Some("Overlay Data"));
    assert_eq!(name((0x6003, 0x3000)), None);
    assert_eq!(name((0x0020, 0x3142)), Some("Source Image IDs"));
    assert_eq!(name((0x0009, 0x0010)), None);
    assert_eq!(attribute::by_keyword("OverlayData").unwrap().written_tag(), "(60xx,3000)");
    let birth_date = attribute::by_keyword("PatientBirthDate").unwrap();
    assert!(
        matches!(birth_date.agreement("Patient's Sex"), Agreement::Other(other) if other.tag == (0x0010, 0x0040))
    );
}

#[test]
fn suggestions() {
    let nearest = |name| nearest::uids_by_name(name, Place::AbstractSyntax).first().map(|entry| entry.name);
    let suggestions = [
        ("Enhanced MR Color Storage", "Enhanced MR Color Image Storage"),
        ("Study Root Query/Retrieve Model - FIND", "Study Root Query/Retrieve Information Model - FIND"),
        ("CT Storage", "CT Image Storage"),
        ("Computed Radiografy Image Storage", "Computed Radiography Image Storage"),
        ("Storage Commitment Push", "Storage Commitment Push Model SOP Class"),
        ("Modality Worklist", "Modality Worklist Information Model - FIND"),
        ("Study Root FIND", "Study Root Query/Retrieve Information Model - FIND"),
        ("FIND Study Root", "Study Root Query/Retrieve Information Model - FIND"),
        ("Secondary Capture", "Secondary Capture Image Storage"),
        ("MPPS", "Modality Performed Procedure Step SOP Class"),
        ("CT", "CT Image Storage"),
    ];
    for (written, meant) in suggestions {
        assert_eq!(nearest(written), Some(meant));
    }
    let syntaxes = |name| {
        let found = nearest::uids_by_name(name, Place::TransferSyntax);
        found.into_iter().map(|entry| entry.keyword).collect::<Vec<_>>()
    };
    assert_eq!(
        syntaxes("Little Endian Implicit"),
        ["ImplicitVRLittleEndian", "Papyrus3ImplicitVRLittleEndian"]
    );
    assert_eq!(syntaxes("RLE"), ["RLELossless"]);
    assert_eq!(syntaxes("JPEG 2000"), ["JPEG2000", "JPEG2000Lossless", "HTJ2K"]);
    assert_eq!(nearest("Holiday photographs"), None);
    assert_eq!(nearest("*"), None);
    assert_eq!(nearest(""), None);
    assert_eq!(nearest::attributes_by_name("Modality in Study")[0].name, "Modalities in Study");
    assert_eq!(nearest::nearest("ae_titel", ["ae_title", "port", "host"]), Some("ae_title"));
    assert_eq!(nearest::nearest("x", ["y"]), None);
}

#[test]
fn mended_uids() {
    let mended = |uid| nearest::uid_with_root_mended(uid).map(|entry| entry.uid);
    assert_eq!(mended("1.2.840.1008.5.1.4.1.1.2"), Some("1.2.840.10008.5.1.4.1.1.2"));
    assert_eq!(mended("1.2.840.1008.3.1.1.1"), Some("1.2.840.10008.3.1.1.1"));
    assert_eq!(mended("1.2.804.10008.1.1"), Some("1.2.840.10008.1.1"));
    assert_eq!(mended("1.2840.10008.1.1"), Some("1.2.840.10008.1.1"));
    assert_eq!(mended("1.2.840.10008.1.1"), None);
    assert_eq!(mended("1.2.392.100224.1.2001"), None);
    assert_eq!(mended("é.é.é.é"), None);
    let nearest = nearest::uids_by_uid("1.2.840.10008.5.1.4.1.1.22", Place::AbstractSyntax);
    assert_eq!(nearest.len(), 3);
}
