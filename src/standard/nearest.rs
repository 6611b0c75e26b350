//! The nearest names for did-you-mean.
//!
//! Edit distances are dear, so a candidate is measured only when its length and its letters can be near enough at all;
//! ten thousand unknown names then cost as much as a few hundred measured without that.

use std::sync::LazyLock;

use super::attribute::{self, Attribute};
use super::spelling::folded;
use super::uids::{self, DICOM_ROOT, Place, UidEntry};

/// How many suggestions are worth reading.
const SUGGESTIONS: usize = 3;

/// How much further off a retired name counts.
const RETIRED: usize = 8;

/// The nearest of some words, letter case aside: keys, enumerated words, names of sets and entities.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded_word = folded(word);
    let limit = tolerance(&folded_word);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let folded_candidate = folded(candidate);
        if folded_candidate.len().abs_diff(folded_word.len()) > limit {
            continue;
        }
        let distance = distance(&folded_word, &folded_candidate);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The registered names nearest to a name in a place, the best first; at most three.
pub fn uids_by_name(name: &str, place: Place) -> Vec<&'static UidEntry> {
    let abbreviated = ABBREVIATIONS.iter().find(|(short, _)| short.eq_ignore_ascii_case(name.trim()));
    let meant = abbreviated.and_then(|(_, keyword)| uids::by_keyword(keyword));
    if let Some(meant) = meant.filter(|entry| place.admits(entry.kind)) {
        return vec![meant];
    }
    let found = UID_NAMES.nearest(name, |number| {
        let entry = &uids::all()[number];
        place.admits(entry.kind)
    });
    found.into_iter().map(|number| &uids::all()[number]).collect()
}

/// The attributes nearest to a name, the best first; at most three.
pub fn attributes_by_name(name: &str) -> Vec<&'static Attribute> {
    let found = ATTRIBUTE_NAMES.nearest(name, |_| true);
    found.into_iter().map(|number| &attribute::all()[number]).collect()
}

/// The registered UIDs that are at most two edits away, the nearest first; at most three.
pub fn uids_by_uid(uid: &str, place: Place) -> Vec<&'static UidEntry> {
    let mut found: Vec<(usize, &'static UidEntry)> = uids::all()
        .iter()
        .filter(|entry| place.admits(entry.kind) && entry.uid.len().abs_diff(uid.len()) <= 2)
        .map(|entry| (distance(entry.uid, uid), entry))
        .filter(|(distance, _)| *distance <= 2)
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().take(SUGGESTIONS).map(|(_, entry)| entry).collect()
}

/// The registered UID that a UID becomes when at most two edits mend its beginning to the root of DICOM.
pub fn uid_with_root_mended(uid: &str) -> Option<&'static UidEntry> {
    if uids::by_uid(uid).is_some() {
        return None;
    }
    let ends = uid.match_indices('.').map(|(end, _)| end).skip(1).take(5);
    ends.filter(|end| distance(&uid[..*end], DICOM_ROOT) <= 2)
        .find_map(|end| uids::by_uid(&format!("{DICOM_ROOT}{}", &uid[end..])))
}

/// The number of edits between two texts; what they begin and end with alike is not measured.
fn distance(one: &str, other: &str) -> usize {
    let alike = |(one, other): &(char, char)| one == other;
    let start: usize = one.chars().zip(other.chars()).take_while(alike).map(|(one, _)| one.len_utf8()).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let end: usize =
        one.chars().rev().zip(other.chars().rev()).take_while(alike).map(|(one, _)| one.len_utf8()).sum();
    strsim::osa_distance(&one[..one.len() - end], &other[..other.len() - end])
}

/// What people call SOP classes among themselves, and the keyword of what they mean.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("C-ECHO", "Verification"),
    ("CR", "ComputedRadiographyImageStorage"),
    ("DX", "DigitalXRayImageStorageForPresentation"),
    ("GSPS", "GrayscaleSoftcopyPresentationStateStorage"),
    ("IAN", "InstanceAvailabilityNotification"),
    ("KO", "KeyObjectSelectionDocumentStorage"),
    ("KOS", "KeyObjectSelectionDocumentStorage"),
    ("MG", "DigitalMammographyXRayImageStorageForPresentation"),
    ("MPPS", "ModalityPerformedProcedureStep"),
    ("MWL", "ModalityWorklistInformationModelFind"),
    ("NM", "NuclearMedicineImageStorage"),
    ("PET", "PositronEmissionTomographyImageStorage"),
    ("PT", "PositronEmissionTomographyImageStorage"),
    ("RDSR", "XRayRadiationDoseSRStorage"),
    ("RF", "XRayRadiofluoroscopicImageStorage"),
    ("SC", "SecondaryCaptureImageStorage"),
    ("STGCMT", "StorageCommitmentPushModel"),
    ("US", "UltrasoundImageStorage"),
    ("WSI", "VLWholeSlideMicroscopyImageStorage"),
    ("XA", "XRayAngiographicImageStorage"),
];

/// How many edits a name of this length may be off.
fn tolerance(folded: &str) -> usize {
    match folded.len() {
        0..=2 => 0,
        3..=4 => 1,
        5..=7 => 2,
        length => length / 4,
    }
}

static UID_NAMES: LazyLock<Names> =
    LazyLock::new(|| Names::new(uids::all().iter().map(|entry| (entry.short_name(), entry.retired))));

static ATTRIBUTE_NAMES: LazyLock<Names> = LazyLock::new(|| {
    Names::new(attribute::all().iter().map(|attribute| (attribute.name, attribute.retired)))
});

/// How often each letter and digit occurs in a name, others in one place together.
type Letters = [u8; 32];

struct Name {
    folded: String,
    letters: Letters,
    /// One bit for each place of `letters` that is not nought.
    occurring: u32,
    words: Vec<String>,
    retired: bool,
}

struct Names(Vec<Name>);

impl Names {
    fn new(names: impl Iterator<Item = (&'static str, bool)>) -> Self {
        Self(names.map(|(name, retired)| Name { retired, ..Name::new(name) }).collect())
    }

    /// The numbers of the nearest names: near in spelling, or holding all the words of the name, short ones first.
    fn nearest(&self, name: &str, admits: impl Fn(usize) -> bool) -> Vec<usize> {
        let wanted = Name::new(name);
        let limit = tolerance(&wanted.folded);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (number, known) in self.0.iter().enumerate().filter(|(number, _)| admits(*number)) {
            if let Some(rank) = known.rank(&wanted, limit) {
                // What is retired is meant less often.
                found.push((rank + if known.retired { RETIRED } else { 0 }, number));
            }
        }
        found.sort_unstable();
        found.into_iter().take(SUGGESTIONS).map(|(_, number)| number).collect()
    }
}

impl Name {
    fn new(name: &str) -> Self {
        let words = name
            .split(|character: char| !character.is_alphanumeric())
            .map(folded)
            .filter(|word| !matches!(word.as_str(), "" | "s" | "of" | "the" | "sop" | "class"))
            .collect();
        let folded = folded(name);
        let letters = letters(&folded);
        let occurring =
            (0..).zip(letters).fold(0, |bits, (place, count)| bits | u32::from(count > 0) << place);
        Self { folded, letters, occurring, words, retired: false }
    }

    /// How far this name is from the wanted one, or none where it is too far.
    fn rank(&self, wanted: &Self, limit: usize) -> Option<usize> {
        // Nearly all names lack too many of the letters, which one instruction tells.
        if (wanted.occurring & !self.occurring).count_ones() as usize > limit {
            return None;
        }
        let difference = self.folded.len().abs_diff(wanted.folded.len());
        let (surplus, missing) = difference_of_letters(&self.letters, &wanted.letters);
        // A name that lacks a letter lacks a word.
        let holds_words = missing == 0
            && !wanted.words.is_empty()
            && wanted.words.iter().all(|word| self.words.contains(word));
        if holds_words {
            return Some(2 * difference);
        }
        if difference > limit || missing.max(surplus) > limit {
            return None;
        }
        let distance = distance(&self.folded, &wanted.folded);
        (distance <= limit).then_some(2 * distance + 1)
    }
}

fn letters(folded: &str) -> Letters {
    let mut letters = [0u8; 32];
    for byte in folded.bytes() {
        let place = match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => 26 + (byte - b'0') / 2,
            _ => 31,
        };
        let count = &mut letters[usize::from(place)];
        *count = count.saturating_add(1);
    }
    letters
}

/// How many letters only the known name has, and how many only the wanted one; neither exceeds the distance.
fn difference_of_letters(known: &Letters, wanted: &Letters) -> (usize, usize) {
    let count = |more: &Letters, less: &Letters| {
        more.iter().zip(less).map(|(more, less)| usize::from(more.saturating_sub(*less))).sum()
    };
    (count(known, wanted), count(wanted, known))
}
