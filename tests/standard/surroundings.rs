//! What the tables on character sets, media, security and web services say, held against themselves and the registry.

use dicomply::standard::media_profile::by_identifier;
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
