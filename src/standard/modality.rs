//! The defined terms of Modality (0008,0060) (PS3.3, section C.7.3.1.1.1).

use super::nearest;
use super::spelling::folded;

/// A defined term of Modality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Modality {
    /// The term.
    pub term: &'static str,
    /// What it means.
    pub meaning: &'static str,
    /// Whether the standard has retired it.
    pub retired: bool,
}

/// The defined term, which is written in capitals.
pub fn by_term(term: &str) -> Option<&'static Modality> {
    let place = MODALITIES.binary_search_by(|known| known.term.cmp(term)).ok()?;
    Some(&MODALITIES[place])
}

/// The term that was most likely meant: by its meaning, by a word that people use, or by its spelling.
pub fn nearest(word: &str) -> Option<&'static Modality> {
    let folded_word = folded(word);
    let by_meaning = MODALITIES.iter().find(|known| !known.retired && folded(known.meaning) == folded_word);
    let by_habit =
        || HABITS.iter().find(|(habit, _)| *habit == folded_word).and_then(|(_, term)| by_term(term));
    let current = || MODALITIES.iter().filter(|known| !known.retired).map(|known| known.term);
    by_meaning.or_else(by_habit).or_else(|| nearest::nearest(word, current()).and_then(by_term))
}

/// What people write, without blanks and hyphens, and the term for it.
const HABITS: &[(&str, &str)] = &[
    ("cat", "CT"),
    ("ekg", "ECG"),
    ("mammo", "MG"),
    ("mri", "MR"),
    ("mrt", "MR"),
    ("pet", "PT"),
    ("petct", "PT"),
    ("sono", "US"),
    ("spect", "NM"),
    ("wsi", "SM"),
    ("xray", "DX"),
];

const fn term(term: &'static str, meaning: &'static str) -> Modality {
    Modality { term, meaning, retired: false }
}

const fn retired(term: &'static str, meaning: &'static str) -> Modality {
    Modality { term, meaning, retired: true }
}

/// All terms, sorted.
pub const MODALITIES: &[Modality] = &[
    term("ANN", "Annotation"),
    term("AR", "Autorefraction"),
    retired("AS", "Angioscopy"),
    term("ASMT", "Content assessment results"),
    term("AU", "Audio"),
    term("BDUS", "Bone densitometry (ultrasound)"),
    term("BI", "Biomagnetic imaging"),
    term("BMD", "Bone densitometry (X-ray)"),
    retired("CD", "Color flow Doppler"),
    retired("CF", "Cinefluorography"),
    term("CFM", "Confocal microscopy"),
    retired("CP", "Culposcopy"),
    term("CR", "Computed radiography"),
    retired("CS", "Cystoscopy"),
    term("CT", "Computed tomography"),
    term("CTPROTOCOL", "CT protocol"),
    retired("DD", "Duplex Doppler"),
    retired("DF", "Digital fluoroscopy"),
    term("DG", "Diaphanography"),
    retired("DM", "Digital microscopy"),
    term("DMS", "Dermoscopy"),
    term("DOC", "Document"),
    retired("DS", "Digital subtraction angiography"),
    term("DX", "Digital radiography"),
    retired("EC", "Echocardiography"),
    term("ECG", "Electrocardiography"),
    term("EEG", "Electroencephalography"),
    term("EMG", "Electromyography"),
    term("EOG", "Electrooculography"),
    term("EPS", "Cardiac electrophysiology"),
    term("ES", "Endoscopy"),
    retired("FA", "Fluorescein angiography"),
    term("FID", "Fiducials"),
    retired("FS", "Fundoscopy"),
    term("GM", "General microscopy"),
    term("HC", "Hard copy"),
    term("HD", "Hemodynamic waveform"),
    term("IO", "Intra-oral radiography"),
    term("IOL", "Intraocular lens data"),
    term("IVOCT", "Intravascular optical coherence tomography"),
    term("IVUS", "Intravascular ultrasound"),
    term("KER", "Keratometry"),
    term("KO", "Key object selection"),
    term("LEN", "Lensometry"),
    retired("LP", "Laparoscopy"),
    term("LS", "Laser surface scan"),
    term("M3D", "Model for 3D manufacturing"),
    retired("MA", "Magnetic resonance angiography"),
    term("MG", "Mammography"),
    term("MR", "Magnetic resonance"),
    retired("MS", "Magnetic resonance spectroscopy"),
    term("NM", "Nuclear medicine"),
    term("OAM", "Ophthalmic axial measurements"),
    term("OCT", "Optical coherence tomography (non-ophthalmic)"),
    term("OP", "Ophthalmic photography"),
    term("OPM", "Ophthalmic mapping"),
    retired("OPR", "Ophthalmic refraction"),
    term("OPT", "Ophthalmic tomography"),
    term("OPTBSV", "Ophthalmic tomography B-scan volume analysis"),
    term("OPTENF", "Ophthalmic tomography en face"),
    term("OPV", "Ophthalmic visual field"),
    term("OSS", "Optical surface scan"),
    term("OT", "Other"),
    term("PA", "Photoacoustic"),
    term("PLAN", "Plan"),
    term("POS", "Position sensor"),
    term("PR", "Presentation state"),
    term("PT", "Positron emission tomography"),
    term("PX", "Panoramic X-ray"),
    term("REG", "Registration"),
    term("RESP", "Respiratory waveform"),
    term("RF", "Radio fluoroscopy"),
    term("RG", "Radiographic imaging (conventional film or screen)"),
    term("RTDOSE", "Radiotherapy dose"),
    term("RTIMAGE", "Radiotherapy image"),
    term("RTINTENT", "Radiotherapy intent"),
    term("RTPLAN", "Radiotherapy plan"),
    term("RTRAD", "Radiotherapy radiation"),
    term("RTRECORD", "Radiotherapy treatment record"),
    term("RTSEGANN", "Radiotherapy segment annotation"),
    term("RTSTRUCT", "Radiotherapy structure set"),
    term("RWV", "Real world value map"),
    term("SEG", "Segmentation"),
    term("SM", "Slide microscopy"),
    term("SMR", "Stereometric relationship"),
    term("SR", "Structured report document"),
    term("SRF", "Subjective refraction"),
    retired("ST", "Single-photon emission computed tomography"),
    term("STAIN", "Automated slide stainer"),
    term("TEXTUREMAP", "Texture map"),
    term("TG", "Thermography"),
    term("US", "Ultrasound"),
    term("VA", "Visual acuity"),
    retired("VF", "Videofluorography"),
    term("XA", "X-ray angiography"),
    term("XAPROTOCOL", "XA protocol"),
    term("XC", "External-camera photography"),
];
