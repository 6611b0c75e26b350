//! What the tables on character sets, media, security and web services say, held against themselves and the registry.

use dicomply::standard::media_profile::{Medium, by_identifier, meant, media, relatives};
use dicomply::standard::sop_class::{self, SopClass};
use dicomply::standard::web_resource::{self, Meant};
use dicomply::standard::{attribute, character_set, security_profile, uids, web_transaction};

#[test]
fn character_sets_answer_to_their_terms_and_to_common_names() {
    for set in character_set::all() {
        assert_eq!(character_set::by_name(set.term).map(|known| known.term), Some(set.term));
    }
    let term = |name| character_set::by_name(name).map(|set| set.term);
    assert_eq!(term("UTF-8"), Some("ISO_IR 192"));
    assert_eq!(term("iso_ir_100"), Some("ISO_IR 100"));
    assert_eq!(term("ISO 8859-1"), Some("ISO_IR 100"));
    assert_eq!(term("ISO 2022 IR 87"), Some("ISO 2022 IR 87"));
    assert_eq!(term("gb18030"), Some("GB18030"));
    assert_eq!(term("Latin alphabet No. 1"), Some("ISO_IR 100"));
    assert_eq!(term("Default character repertoire"), Some("ISO_IR 6"));
    assert_eq!(term("Klingon"), None);
    let is_extension = |name| character_set::by_name(name).is_some_and(|set| set.is_code_extension());
    assert!(is_extension("ISO 2022 IR 6") && !is_extension("ISO_IR 192"));
}

#[test]
fn character_sets_know_what_they_can_be_combined_with() {
    for set in character_set::all() {
        let extended = set.with_code_extension();
        assert!(extended.is_none_or(|extended| extended.is_code_extension()), "{}", set.term);
        let is_single = !set.is_code_extension() && !set.stands_alone();
        assert_eq!(extended.is_some(), is_single, "{}", set.term);
        assert_eq!(set.is_default_repertoire(), set.term.ends_with("IR 6"), "{}", set.term);
    }
    let term = |text| character_set::by_term(text).map(|set| set.term);
    assert_eq!(term("ISO_IR 192"), Some("ISO_IR 192"));
    assert_eq!((term("iso_ir 192"), term("UTF-8")), (None, None));
}

#[test]
fn application_profiles_have_a_medium_and_registered_transfer_syntaxes() {
    let identifiers = [
        "STD-GEN-CD",
        "STD-GEN-SEC-CD",
        "STD-US-SC-MF-CDR",
        "STD-GEN-SEC-USB-J2K",
        "STD-GEN-BD-MPEG2-MPML",
        "STD-DTL-SEC-ZIP-MAIL",
    ];
    for identifier in identifiers {
        let profile = by_identifier(identifier).unwrap();
        assert!(!profile.medium.is_empty() && !profile.roles.is_empty(), "{identifier}");
        for uid in &profile.transfer_syntaxes {
            let entry = uids::by_uid(uid).unwrap();
            assert_eq!(entry.kind, uids::UidKind::TransferSyntax, "{identifier}: {uid}");
        }
    }
    assert_eq!(by_identifier("STD-GEN-CD").unwrap().medium, "Compact Disk - Recordable");
    assert_eq!(by_identifier("STD-CTMR-SEC-CD"), None, "there is no secured one");
    assert_eq!(by_identifier("STD-DTL-ZIP-MAIL"), None, "there is a secured one only");
}

#[test]
fn application_profiles_demand_registered_classes() {
    for identifier in ["STD-XABC-CD", "STD-XA1K-DVD", "STD-US-CC-MF-DVD", "STD-CTMR-MOD41", "STD-DEN-CD"] {
        let profile = by_identifier(identifier).unwrap();
        assert!(!profile.read_classes.is_empty(), "{identifier}");
        for uid in profile.read_classes.iter().chain(&profile.written_classes) {
            assert!(sop_class::by_uid(uid).is_some_and(SopClass::is_image), "{identifier}: {uid}");
        }
        let is_known = |uid: &&str| profile.transfer_syntaxes.contains(uid);
        assert!(profile.written_in.iter().all(is_known), "{identifier}");
    }
    assert!(by_identifier("STD-GEN-CD").unwrap().read_classes.is_empty(), "the statement lists them");
}

#[test]
fn identifiers_of_application_profiles_are_guessed() {
    assert_eq!(meant("STD-GEN-CDR"), Some("STD-GEN-CD"));
    assert_eq!(meant("std gen sec bd"), Some("STD-GEN-SEC-BD"));
    assert_eq!(meant("APL-US-ID-SF-CDR"), Some("STD-US-ID-SF-CDR"));
    assert_eq!(meant("STD-DTL-ZIP-MAIL"), Some("STD-DTL-SEC-ZIP-MAIL"));
    assert_eq!(meant("Our Own Profile"), None);
    assert_eq!(meant("STD-GEN-DVD"), None, "it is a class of profiles, and no disc of another kind");
    assert_eq!(meant("STD-US-ID-SF-MOD230"), None, "which is another medium than MOD23-90");
    assert_eq!(meant("STD-GEN-FD"), None, "a floppy disk is no compact disc");
    assert_eq!(relatives("STD-US-ID-SF-MOD230").len(), 4);
    assert!(relatives("STD-GEN-DVD").contains(&"STD-GEN-DVD-J2K"));
    assert!(relatives("STD-GEN-X").is_empty() && relatives("Our Own Profile").is_empty());
}

#[test]
fn media_are_told_by_their_words() {
    for (text, medium) in [
        ("Compact Disk - Recordable", Medium::CompactDisc),
        ("120 mm CD-R", Medium::CompactDisc),
        ("Magneto-Optical Disk", Medium::MagnetoOptical),
        ("4.1 GB MOD", Medium::MagnetoOptical),
        ("DVD+R", Medium::Dvd),
        ("Blu-ray disc", Medium::BluRay),
        ("USB and Flash Memory", Medium::Flash),
        ("CompactFlash", Medium::Flash),
        ("E-Mail", Medium::Email),
    ] {
        let found = media(text);
        assert!(!found.is_empty() && found.iter().all(|one| *one == medium), "{text}: {found:?}");
    }
    assert_eq!(media("CD-R or DVD"), [Medium::CompactDisc, Medium::Dvd]);
    assert_eq!(media("Optical disc"), []);
}

#[test]
fn security_profiles_answer_with_and_without_the_word_profile() {
    let section = |name| security_profile::by_name(name).map(|profile| (profile.kind, profile.section));
    assert_eq!(section("Basic Time Synchronization"), Some(("System Management", "G.1")));
    assert_eq!(section("The Basic DICOM Media Security Profile"), Some(("Media Storage", "D.1")));
    assert_eq!(section("Clean Pixel Data"), Some(("Attribute Confidentiality", "E.3.1")));
    assert_eq!(section("Audit Trail Message Transmission Profile – SYSLOG-TLS"), Some(("Secure Use", "A.6")));
    assert_eq!(section("Our Own Profile"), None);
    assert_eq!(security_profile::protocol_of_actor("SNTP Client"), Some("SNTP"));
    assert_eq!(security_profile::protocol_of_actor("DNS"), None);
}

#[test]
fn transactions_answer_to_names_of_today_and_of_old() {
    let name = |service, name| web_transaction::by_name(service, name).map(|known| known.name);
    assert_eq!(name("studies", "STOW-RS"), Some("Store"));
    assert_eq!(name("studies", "Store Transaction"), Some("Store"));
    assert_eq!(name("worklist", "Change State"), Some("Change Workitem State"));
    assert_eq!(name("studies", "Retrieve Capabilities"), Some("Retrieve Capabilities"));
    assert_eq!(name("worklist", "STOW-RS"), None);
    assert_eq!(name("", "Store"), None);
    assert_eq!(name("studies", "Store (STOW-RS)"), Some("Store"));
    assert_eq!(name("studies", "WADO-RS / RetrieveStudy"), Some("Retrieve"));
    assert_eq!(name("worklist", "ChangeUPSState"), Some("Change Workitem State"));
    assert_eq!(name("studies", "Upload"), None);
    assert_eq!(
        web_transaction::of_any_service("Create Workitem").map(|known| known.service),
        Some("worklist")
    );
}

#[test]
fn former_names_lead_to_transactions_and_resources_of_today() {
    let table = include_str!("../../src/standard/tables/former_web_names.tsv");
    for row in table.lines().skip(1) {
        let name = row.split('\t').next().unwrap();
        let former = web_transaction::former_name(name).unwrap();
        assert_eq!(former.transaction().is_some(), !former.service.is_empty(), "{row}");
        for path in former.resources.iter().filter(|_| former.service == "studies") {
            let transaction = former.transaction().unwrap().name;
            assert!(matches!(web_resource::by_text(transaction, path), Meant::Known(_)), "{row}");
        }
    }
    assert_eq!(web_transaction::former_name("STOW-RS"), None);
    assert_eq!(web_transaction::former_name("Search"), None);
}

#[test]
fn sets_of_workitem_transactions_name_transactions() {
    for set in &web_transaction::WORKITEM_SETS {
        for name in set.mandatory.iter().chain(set.others) {
            let known = web_transaction::by_name("worklist", name).map(|known| known.name);
            assert_eq!(known, Some(*name), "{}", set.class);
        }
    }
}

#[test]
fn resources_answer_to_paths_and_names() {
    let name = |transaction, text| match web_resource::by_text(transaction, text) {
        Meant::Known(known) => known.name,
        Meant::Other => "other",
        Meant::Unclear => "unclear",
    };
    assert_eq!(name("Search", "studies"), "All Studies");
    assert_eq!(name("Search", "GET {s}/studies/{1.2.3}/series{?query}"), "Study's Series");
    assert_eq!(name("Search", "study’s instances"), "Study's Instances");
    assert_eq!(name("Retrieve", "../studies/:study/metadata"), "Study Metadata");
    assert_eq!(
        name("Retrieve", "studies/{study}/series/{series}/instances/{i}/frames/{f}/rendered"),
        "Rendered Frames"
    );
    assert_eq!(name("Retrieve", "patients/{patient}"), "other");
    assert_eq!(name("Retrieve", "studies/{study}/(metadata|rendered)"), "unclear");
    assert_eq!(name("Store", "see below"), "unclear");
}

#[test]
fn media_types_are_required_by_content_and_edition() {
    let required = |contents: Option<&[&str]>, year| {
        web_resource::required_media_types("studies", "Retrieve", contents, year)
    };
    assert_eq!(required(Some(&["rendered"]), None), Vec::<&str>::new());
    assert_eq!(required(Some(&["instances"]), Some(2019)), ["application/dicom"]);
    assert_eq!(required(Some(&["instances"]), Some(2020)), ["application/dicom", "application/octet-stream"]);
    assert_eq!(required(None, None).len(), 4);
    let parts = |text| web_resource::media_type_of_parts(text);
    assert_eq!(
        parts("multipart/related; type=\"application/dicom+xml\"; boundary=x").as_deref(),
        Some("application/dicom+xml")
    );
    assert_eq!(parts("Application/DICOM; transfer-syntax=*").as_deref(), Some("application/dicom"));
    assert_eq!(parts("DICOM JSON"), None);
    assert_eq!(parts("*/*"), None);
}

#[test]
fn studies_are_searched_by_registered_attributes() {
    for level in web_transaction::SEARCH_LEVELS {
        for path in web_transaction::search_keys(level) {
            let tag = path.last().copied().unwrap();
            assert!(attribute::by_tag(tag).is_some(), "{level}: {tag:04x?}");
        }
    }
}

#[test]
fn each_status_belongs_to_a_known_transaction() {
    let table = include_str!("../../src/standard/tables/web_statuses.tsv");
    for row in table.lines().skip(1) {
        let columns: Vec<_> = row.split('\t').collect();
        let [service, transaction, code, meaning] = columns[..] else { panic!("{row}") };
        let known = web_transaction::by_name(service, transaction).unwrap();
        let code = code.parse().unwrap();
        assert!(known.statuses.contains(&(code, meaning)), "{row}");
        assert!(!web_transaction::reason_phrase(code).is_empty(), "{row}");
    }
}
