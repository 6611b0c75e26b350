//! The attributes without which an instance is nothing: of type 1 in every object they belong to.

use crate::standard::attribute::Tag;

const SOP_CLASS_UID: Tag = (0x0008, 0x0016);
const SOP_INSTANCE_UID: Tag = (0x0008, 0x0018);
const STUDY_INSTANCE_UID: Tag = (0x0020, 0x000D);
const SERIES_INSTANCE_UID: Tag = (0x0020, 0x000E);
const MODALITY: Tag = (0x0008, 0x0060);

/// Whether every instance has a value of an attribute: those of patients have a study and a series
/// (PS3.3, sections C.7.2.1, C.7.3.1 and C.12.1).
pub(super) fn is_required(tag: Tag, belongs_to_patient: bool) -> bool {
    match tag {
        SOP_CLASS_UID | SOP_INSTANCE_UID => true,
        STUDY_INSTANCE_UID | SERIES_INSTANCE_UID | MODALITY => belongs_to_patient,
        _ => false,
    }
}

/// Whether a module is the one of the standard in which an identifier stands.
pub(super) fn is_home(tag: Tag, module: &str) -> bool {
    let module = module.trim().trim_end_matches(" Module");
    match tag {
        STUDY_INSTANCE_UID => module == "General Study",
        SERIES_INSTANCE_UID | MODALITY => module.ends_with("Series"),
        _ => module == "SOP Common",
    }
}
