//! Traits of SOP classes and transfer syntaxes, keys, status codes and the small tables.

use dicomply::standard::query_keys::{
    self,
    KeyType::{Required, Unique},
    Level,
};
use dicomply::standard::sop_class::{self, Category, InformationModel, Object, PixelData, ServiceClass};
use dicomply::standard::status::{self, Service};
use dicomply::standard::{
    ae_title, event, modality, rejection, toolkit, transfer_syntax, uids, worklist_keys,
};

#[test]
fn categories_are_those_of_table_a_1_2() {
    // The table has the Storage Service Class in a row of its own, which is no SOP class.
    for line in super::case("table_a_1_2.tsv") {
        let (uid, category) = line.split_once('\t').unwrap();
        if uid == uids::STORAGE_SERVICE_CLASS {
            assert_eq!(category, Category::Transfer.as_str());
            continue;
        }
        let class = sop_class::by_uid(uid).unwrap();
        assert_eq!(class.category().map(Category::as_str), Some(category), "{}", class.entry.name);
    }
}

#[test]
fn images_always_have_pixels_and_documents_never() {
    for class in sop_class::all() {
        let expected = match class.object {
            Some(Object::Image) => {
                class.pixel_data == PixelData::Always
                    || class.service_class == ServiceClass::RealTimeCommunication
                    || class.entry.keyword == "ParametricMapStorage"
            }
            Some(Object::StructuredReport | Object::EncapsulatedDocument | Object::PresentationState) => {
                class.pixel_data == PixelData::Never
            }
            None => class.pixel_data != PixelData::Always,
            _ => true,
        };
        assert!(expected, "{} {:?}", class.entry.name, class.pixel_data);
        assert_eq!(
            class.object.is_some(),
            class.is_storage() || class.service_class == ServiceClass::RealTimeCommunication
        );
    }
    let pixels = |keyword| sop_class::resolve(keyword).unwrap().0.pixel_data;
    assert_eq!(pixels("RTDoseStorage"), PixelData::Optional);
    assert_eq!(pixels("SegmentationStorage"), PixelData::Always);
    assert_eq!(pixels("MRSpectroscopyStorage"), PixelData::Never);
    assert_eq!(pixels("ModalityWorklistInformationModelFind"), PixelData::Never);
    assert_eq!(pixels("RawDataStorage"), PixelData::Optional);
}

#[test]
fn query_and_retrieve_classes() {
    let class = |keyword| sop_class::resolve(keyword).unwrap().0;
    let find = class("PatientRootQueryRetrieveInformationModelFind");
    assert_eq!(
        (find.information_model(), find.services()),
        (Some(InformationModel::PatientRoot), &[Service::CFind][..])
    );
    assert!(class("StudyRootQueryRetrieveInformationModelMove").is_retrieve());
    assert!(class("ModalityWorklistInformationModelFind").is_query());
    assert!(class("UnifiedProcedureStepPull").is_query());
    assert_eq!(class("CTImageStorage").operation(), None);
    for class in sop_class::all().iter().filter(|class| class.operation().is_some()) {
        assert_ne!(class.category(), Some(Category::Transfer), "{}", class.entry.name);
    }
    // Every class in force has services, but for media, meta classes, real-time flows and two that are not described here.
    let silent: Vec<_> = sop_class::all()
        .iter()
        .filter(|class| class.services().is_empty() && !class.entry.retired && !class.is_meta())
        .filter(|class| class.service_class != ServiceClass::RealTimeCommunication)
        .map(|class| class.entry.keyword)
        .collect();
    assert_eq!(silent, ["MediaStorageDirectoryStorage", "VOILUTBox", "InventoryCreation"]);
}

#[test]
fn members_of_meta_classes_are_registered() {
    for class in sop_class::all() {
        assert!(
            class.members().iter().all(|member| sop_class::by_uid(member).is_some()),
            "{}",
            class.entry.name
        );
        assert!(class.members().is_empty() || class.is_meta());
    }
    assert_eq!(sop_class::resolve("BasicColorPrintManagementMeta").unwrap().0.members().len(), 4);
}

#[test]
fn traits_of_transfer_syntaxes() {
    let all = transfer_syntax::all();
    assert_eq!(all.len(), 63);
    assert_eq!(all.iter().filter(|syntax| syntax.is_default()).count(), 1);
    let keywords = |is: &dyn Fn(&transfer_syntax::TransferSyntax) -> bool| {
        all.iter()
            .filter(|syntax| is(syntax) && !syntax.entry.retired)
            .map(|syntax| syntax.entry.keyword)
            .collect::<Vec<_>>()
    };
    assert_eq!(keywords(&|syntax| syntax.is_lossless_jpeg()), ["JPEGLossless", "JPEGLosslessSV1"]);
    assert_eq!(keywords(&|syntax| syntax.is_lossy_jpeg()), ["JPEGBaseline8Bit", "JPEGExtended12Bit"]);
    assert_eq!(keywords(&|syntax| syntax.is_near_lossless_jpeg_ls()), ["JPEGLSNearLossless"]);
    assert_eq!(keywords(&|syntax| syntax.references_pixel_data()).len(), 4);
    assert_eq!(keywords(&|syntax| syntax.is_real_time_only()).len(), 3);
    assert_eq!(keywords(&|syntax| syntax.is_video()).len(), 16);
    assert_eq!(keywords(&|syntax| syntax.deflated).len(), 3);
    let native = ["ImplicitVRLittleEndian", "ExplicitVRLittleEndian", "DeflatedExplicitVRLittleEndian"];
    assert_eq!(
        keywords(&|syntax| !syntax.encapsulated
            && !syntax.references_pixel_data()
            && !syntax.is_real_time_only()),
        native
    );
    assert!(all.iter().all(|syntax| !syntax.is_video() || syntax.may_be_lossy()));
}

#[test]
fn mandatory_keys_of_the_information_models() {
    let keys = |model, level| {
        let tags = query_keys::mandatory_keys(model, level).map(|key| (key.path[0], key.key_type));
        tags.collect::<Vec<_>>()
    };
    let (patient, study) = (InformationModel::PatientRoot, InformationModel::StudyRoot);
    assert_eq!(keys(patient, Level::Patient), [((0x0010, 0x0010), Required), ((0x0010, 0x0020), Unique)]);
    assert_eq!(keys(study, Level::Patient), []);
    assert_eq!(keys(patient, Level::Study).len(), 5);
    assert_eq!(keys(study, Level::Study).len(), 7);
    assert_eq!(keys(study, Level::Series).len(), 3);
    assert_eq!(keys(study, Level::Image), [((0x0020, 0x0013), Required), ((0x0008, 0x0018), Unique)]);
    for level in Level::ALL {
        let unique: Vec<_> = keys(patient, level).into_iter().filter(|key| key.1 == Unique).collect();
        assert_eq!(unique, [(query_keys::unique_key(level), Unique)]);
    }
    assert!(query_keys::matching_types("PN").contains(&"wildcard"));
    assert!(!query_keys::matching_types("DA").contains(&"wildcard"));
    let levels: Vec<_> = query_keys::mandatory_levels(study, (0x0010, 0x0010)).collect();
    assert_eq!(levels, [Level::Study]);
    assert!(query_keys::by_path(study, Level::Study, &[(0x0008, 0x1110), (0x0008, 0x1150)]).is_some());
}

#[test]
fn keys_of_the_worklist() {
    assert_eq!(worklist_keys::required_matching_keys().count(), 8);
    assert!(worklist_keys::all().iter().all(|key| worklist_keys::MODULES.contains(&key.module)));
    for pair in worklist_keys::ALTERNATIVES {
        let returned = |path| worklist_keys::by_path(path).unwrap().returned.as_str();
        assert_eq!(pair.map(returned), ["1C", "1C"]);
    }
    let required: Vec<_> = worklist_keys::required_return_keys().map(|key| key.path.clone()).collect();
    let step = worklist_keys::SCHEDULED_PROCEDURE_STEP_SEQUENCE;
    assert!(required.contains(&vec![step, (0x0040, 0x0009)]));
    assert!(required.contains(&vec![(0x0038, 0x0300)]));
    assert!(!required.iter().any(|path| path.len() > 2 || path[0] == (0x0040, 0x0500)), "{required:04X?}");
    let protocol_context = [step, (0x0040, 0x0008), (0x0040, 0x0440)];
    assert_eq!(worklist_keys::by_path(&protocol_context).unwrap().matching.as_str(), "-");
}

#[test]
fn status_codes() {
    let categories = [
        (0x0000, Some("Success")),
        (0x0001, Some("Warning")),
        (0x0107, Some("Warning")),
        (0x0110, Some("Failure")),
        (0xA700, Some("Failure")),
        (0xB006, Some("Warning")),
        (0xC123, Some("Failure")),
        (0xFE00, Some("Cancel")),
        (0xFF00, Some("Pending")),
        (0xFF01, Some("Pending")),
        (0xFF02, None),
        (0x0300, None),
        (0xD000, None),
        (0x0002, None),
    ];
    for (code, category) in categories {
        assert_eq!(status::category(code).map(status::Category::as_str), category, "{code:04X}");
    }
    assert!(status::is_defined(Service::CStore, 0x0117) && !status::is_defined(Service::CStore, 0x0106));
    assert!(!status::is_defined(Service::CEcho, 0x0214));
    assert_eq!(Service::by_name("n-event-report"), Some(Service::NEventReport));
    assert_eq!(status::Category::by_word("Refused"), Some(status::Category::Failure));
}

#[test]
fn standard_rows_are_in_the_category_of_their_codes() {
    let classes = sop_class::all()
        .iter()
        .flat_map(|class| class.services().iter().map(move |service| (*service, Some(class))));
    for (service, class) in classes.chain(Service::ALL.into_iter().map(|service| (service, None))) {
        let rows = status::standard_rows(service, class);
        assert_eq!(rows[0].codes, status::Codes::One(0), "{service:?}");
        for row in rows {
            let code = match row.codes {
                status::Codes::One(code) | status::Codes::Range(code, _) => code,
                status::Codes::Other => panic!("{row:?}"),
            };
            assert_eq!(status::Category::by_word(row.service_status), status::category(code), "{row:?}");
            assert!(status::is_defined(service, code), "{service:?} {row:?}");
            assert_eq!(status::meaning(service, class, code), Some(*row), "a code has one row: {row:?}");
        }
    }
    for service in Service::ALL {
        for code in service.general_codes() {
            assert!(
                status::general_meaning(*code).is_some() && status::category(*code).is_some(),
                "{code:04X}"
            );
        }
    }
}

#[test]
fn small_tables() {
    let is_sorted =
        |words: Vec<&str>| words.is_sorted_by(|one, next| one.to_lowercase() < next.to_lowercase());
    assert!(modality::MODALITIES.is_sorted_by(|one, next| one.term < next.term));
    assert!(is_sorted(ae_title::FACTORY_TITLES.iter().map(|known| known.title).collect()));
    assert!(is_sorted(toolkit::TOOLKITS.iter().map(|known| known.name).collect()));
    assert_eq!(modality::by_term("CT").map(|found| found.retired), Some(false));
    assert_eq!(modality::by_term("ct"), None);
    assert!(ae_title::factory_title(" orthanc").is_some() && ae_title::factory_title("CT1").is_none());
    assert_eq!(toolkit::by_class_uid("1.2.276.0.7230010.3.0.3.6.4").map(|found| found.name), Some("DCMTK"));
    assert_eq!(toolkit::by_class_uid("1.2.276.0.7230010.3.0.30.1"), None);
    assert_eq!(toolkit::by_version_name("OFFIS_DCMTK_364").map(|found| found.name), Some("DCMTK"));
    assert_eq!(toolkit::uid_of_identifier("UID_MRImageStorage"), Some("1.2.840.10008.5.1.4.1.1.4"));
    assert_eq!(toolkit::uid_of_identifier("MRImageStorage"), None, "a keyword is no identifier of a toolkit");
    assert_eq!(rejection::reason(1, 7), Some("called-AE-title-not-recognized"));
    assert!(rejection::is_reserved(1, 4) && rejection::reason(1, 4).is_none());
    let commitment = sop_class::resolve("StorageCommitmentPushModel").unwrap().0;
    assert_eq!(
        event::by_id(commitment, 2).unwrap().name,
        "Storage Commitment Request Complete - Failures Exist"
    );
    assert_eq!(event::by_name(commitment, "storage commitment request successful").unwrap().id, 1);
}
