//! The information entities of composite objects (PS3.3 A.1.2) and the modules that belong to each (PS3.3 Annex A).

use super::sop_class::Object;

/// The entity of a module that means the same in every object; none where it depends on the object.
pub fn of_module(module: &str) -> Option<&'static str> {
    let module = module.trim();
    let module = module.strip_suffix(" Module").unwrap_or(module);
    match module {
        "Patient" | "Clinical Trial Subject" => Some("Patient"),
        "General Study" | "Patient Study" | "Clinical Trial Study" => Some("Study"),
        "Frame of Reference" | "Synchronization" => Some("Frame of Reference"),
        "General Equipment" | "Enhanced General Equipment" | "SC Equipment" => Some("Equipment"),
        series if series.ends_with(" Series") => Some("Series"),
        _ => None,
    }
}

/// The entity to which the other modules of an object belong; none where that is not one for all of its kind.
pub fn of_object(object: Object) -> Option<&'static str> {
    match object {
        Object::Image => Some("Image"),
        Object::Waveform => Some("Waveform"),
        Object::PresentationState => Some("Presentation State"),
        Object::StructuredReport => Some("SR Document"),
        Object::EncapsulatedDocument => Some("Encapsulated Document"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_stand_in_their_entities() {
        assert_eq!(of_module("Patient"), Some("Patient"));
        assert_eq!(of_module("SR Document Series"), Some("Series"));
        assert_eq!(of_module("General Equipment Module"), Some("Equipment"));
        assert_eq!(of_module("SOP Common"), None);
        assert_eq!(of_object(Object::Image), Some("Image"));
    }
}
