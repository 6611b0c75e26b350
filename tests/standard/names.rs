//! What names resolve to.

use dicomply::standard::spelling::Spelling;
use dicomply::standard::uids::{self, Place};
use dicomply::standard::{attribute, nearest};

#[test]
fn spellings() {
    let spelling =
        |name| uids::resolve(name, Place::AbstractSyntax).map(|found| (found.entry.uid, found.spelling));
    let ct = "1.2.840.10008.5.1.4.1.1.2";
    assert_eq!(spelling("CT Image Storage"), Some((ct, Spelling::Registered)));
    assert_eq!(spelling("CT Image Storage SOP Class"), Some((ct, Spelling::Accepted)));
    assert_eq!(spelling("CTImageStorage"), Some((ct, Spelling::Registered)));
    assert_eq!(spelling(ct), Some((ct, Spelling::Registered)));
    assert_eq!(spelling("ct image\u{2013}storage"), Some((ct, Spelling::Variant)));
    assert_eq!(attribute::resolve("Patient Name").map(|found| found.spelling), Some(Spelling::Variant));
    let nearest = |name| nearest::uids_by_name(name, Place::AbstractSyntax).first().map(|entry| entry.name);
    assert_eq!(nearest("Enhanced MR Color Storage"), Some("Enhanced MR Color Image Storage"));
    assert_eq!(
        nearest("Study Root Query/Retrieve Model - FIND"),
        Some("Study Root Query/Retrieve Information Model - FIND")
    );
    assert_eq!(nearest::attributes_by_name("Modality in Study")[0].name, "Modalities in Study");
}
