//! Every row of our tables against `dicom-dictionary-std`.

use dicom_core::dictionary::{DataDictionary, UidDictionary};
use dicom_dictionary_std::{StandardDataDictionary, StandardSopClassDictionary};
use dicomply::standard::{attribute, query_keys, sop_class, transfer_syntax, uids, worklist_keys};

fn table(name: &str) -> usize {
    let path = format!("{}/src/standard/tables/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap().lines().skip(1).filter(|line| !line.is_empty()).count()
}

#[test]
fn every_row_is_read() {
    assert_eq!(sop_class::all().len(), table("sop_classes"));
    assert_eq!(transfer_syntax::all().len(), table("transfer_syntaxes"));
    assert_eq!(attribute::all().len(), table("attributes"));
    assert_eq!(worklist_keys::all().len(), table("worklist_keys"));
    let metas = sop_class::all().iter().filter(|class| class.is_meta()).count();
    assert_eq!(uids::all().len(), table("uids") + table("sop_classes") - metas);
    let models = [sop_class::InformationModel::PatientRoot, sop_class::InformationModel::StudyRoot];
    let keys =
        |model| query_keys::Level::ALL.into_iter().map(move |level| query_keys::keys(model, level).count());
    let shared: usize = query_keys::keys(models[0], query_keys::Level::Series).count()
        + query_keys::keys(models[0], query_keys::Level::Image).count();
    assert_eq!(models.into_iter().flat_map(keys).sum::<usize>() - shared, table("query_keys"));
}

#[test]
fn sop_classes_are_those_of_the_dictionary() {
    for class in sop_class::all().iter().filter(|class| !class.is_meta()) {
        let known = StandardSopClassDictionary.by_uid(class.entry.uid).unwrap();
        assert_eq!(known.name, class.entry.name);
    }
}

#[test]
fn attributes_are_those_of_the_dictionary() {
    // The dictionary has neither the items of sequences nor the six attributes that are retired without a name.
    let unknown: Vec<_> = attribute::all()
        .iter()
        .filter(|attribute| attribute.keyword.is_empty())
        .map(attribute::Attribute::written_tag)
        .collect();
    assert_eq!(
        unknown,
        ["(0008,0202)", "(0018,0061)", "(0018,9445)", "(0028,0020)", "(0400,0315)", "(300A,0782)"]
    );
    assert!(attribute::all().iter().all(|attribute| !attribute.vr.is_empty()));
    for attribute in
        attribute::all().iter().filter(|attribute| !attribute.keyword.is_empty() && attribute.tag.0 != 0xFFFE)
    {
        assert!(StandardDataDictionary.by_name(attribute.keyword).is_some(), "{attribute}");
    }
}
