//! Whether a name can be another way to write a registered one, or something else is meant by it.

/// Words that so many names have that they tell nothing.
const COMMON: [&str; 9] = ["class", "image", "of", "retired", "s", "sop", "storage", "the", "uid"];

/// Whether most of what a name says is not in the registered name, so that something else may be meant.
pub(super) fn is_far(name: &str, registered: &str) -> bool {
    // What stands in brackets behind a name is a remark.
    let plain = name.split_once('(').map_or(name, |(plain, _)| plain);
    let (words, known) = (words(plain), words(registered));
    let is_alike = |position: usize| {
        let word = words[position];
        known.iter().any(|known| is_same_word(word, known))
            || is_abbreviation_of(word, &known)
            || known.iter().any(|known| stands_for(known, &words, position))
    };
    let alike = (0..words.len()).filter(|position| is_alike(*position)).count();
    2 * alike <= words.len() && !words.is_empty()
}

fn words(name: &str) -> Vec<&str> {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty() && !COMMON.contains(&word.to_lowercase().as_str())).collect()
}

/// Whether two words are equal, or forms of one: `Electromyogram` and `Electromyography`.
fn is_same_word(one: &str, other: &str) -> bool {
    const STEM: usize = 5;
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one == other || one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count() >= STEM
}

fn is_acronym(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether an acronym can be read out of some words, from the beginning of one of them on: `XA` out of
/// `X-Ray Angiographic`, `US` out of `Ultrasound`.
fn is_abbreviation_of(word: &str, known: &[&str]) -> bool {
    is_acronym(word) && (0..known.len()).any(|start| is_read_from(word, &known[start..]))
}

/// Whether the first letter of an acronym is that of some words, and the others follow in their order.
fn is_read_from(acronym: &str, words: &[&str]) -> bool {
    let mut letters = words.iter().flat_map(|word| word.chars()).map(|letter| letter.to_ascii_uppercase());
    let mut wanted = acronym.chars();
    wanted.next() == letters.next() && wanted.all(|wanted| letters.any(|letter| letter == wanted))
}

/// Whether an acronym that does not stand among some words stands for those around a position: `CT` for
/// `Computed Tomography`, `XA` for `X-Ray Angiographic`.
fn stands_for(acronym: &str, words: &[&str], position: usize) -> bool {
    let initial = |word: &&str| word.chars().next().map(|letter| letter.to_ascii_uppercase());
    let is_of_initials = || {
        words.windows(acronym.len()).enumerate().any(|(start, window)| {
            (start..start + window.len()).contains(&position)
                && window.iter().map(initial).eq(acronym.chars().map(Some))
        })
    };
    let is_read = |start: usize| {
        is_read_from(acronym, &words[start..]) && !is_read_from(acronym, &words[start..position])
    };
    is_acronym(acronym)
        && !words.iter().any(|word| word.eq_ignore_ascii_case(acronym))
        && (is_of_initials() || (0..=position).any(is_read))
}

#[cfg(test)]
mod tests {
    use super::is_far;

    #[test]
    fn shortened_and_bent_names_are_near() {
        for (name, registered) in [
            ("Enhanced MR Color Storage", "Enhanced MR Color Image Storage"),
            ("US Image Storage", "Ultrasound Image Storage"),
            ("XA Image Storage", "X-Ray Angiographic Image Storage"),
            ("XRF Image Storage", "X-Ray Radiofluoroscopic Image Storage"),
            ("Computed Tomography", "CT Image Storage"),
            ("Electromyography Waveform Storage", "Electromyogram Waveform Storage"),
            ("Sleep EEG Waveform Storage", "Sleep Electroencephalogram Waveform Storage"),
            ("Modality in Study", "Modalities in Study"),
            ("Enhanced X-Ray Angiographic Image Storage", "Enhanced XA Image Storage"),
            ("JPEG Extended(2, 4)", "JPEG Extended (Process 2 & 4)"),
            (
                "Modality Performed Procedure Step (N-CREATE / N-SET)",
                "Modality Performed Procedure Step SOP Class",
            ),
        ] {
            assert!(!is_far(name, registered), "{name}");
        }
    }

    #[test]
    fn other_things_are_far() {
        for (name, registered) in [
            ("CT For Processing Image Storage", "Legacy Converted Enhanced CT Image Storage"),
            ("US Multi-frame Image Storage", "Enhanced US Volume Storage"),
            ("Waveform Annotation Storage", "Variable Modality LUT Softcopy Presentation State Storage"),
            (
                "Digital Mammography Presentation State",
                "Digital Mammography X-Ray Image Storage - For Processing",
            ),
        ] {
            assert!(is_far(name, registered), "{name}");
        }
    }
}
