//! Whether what is stated of an attribute is within what the data dictionary registers: VR and VM (PS3.6 chapter 6).

/// Whether a stated value representation is one of those registered; what states none is.
pub(super) fn admits_representation(registered: &str, stated: &str) -> bool {
    let known: Vec<String> = words(registered).collect();
    // Earlier editions registered lookup tables with `US or SS or OW`.
    let is_table = known.iter().any(|vr| vr == "US") && known.iter().any(|vr| vr == "OW");
    known.is_empty() || words(stated).all(|vr| known.contains(&vr) || (is_table && vr == "SS"))
}

/// The representations in a text such as `US or SS`.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("or")).map(str::to_ascii_uppercase)
}

/// Whether a stated value multiplicity is within the registered one. What is written in no form of the standard is not
/// judged.
pub(super) fn admits_multiplicity(registered: &str, stated: &str) -> bool {
    let (Some(known), Some(stated)) = (Multiplicity::parse(registered), alternatives(stated)) else {
        return true;
    };
    stated.iter().all(|stated| known.includes(stated))
}

/// The multiplicities in a text such as `1 or 3`.
fn alternatives(text: &str) -> Option<Vec<Multiplicity>> {
    let text = text.to_ascii_lowercase().replace(" or ", ",");
    text.split(',').map(Multiplicity::parse).collect()
}

/// So many values: `1`, `1-3`, `1-n` or `2-2n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Multiplicity {
    least: u32,
    /// None where there is no bound.
    most: Option<u32>,
    /// What the number is a multiple of.
    step: u32,
}

impl Multiplicity {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let Some((least, most)) = text.split_once('-') else {
            let number = text.parse().ok()?;
            return Some(Self { least: number, most: Some(number), step: 1 });
        };
        let least = least.trim().parse().ok()?;
        let most = most.trim();
        match most.strip_suffix('n') {
            Some("") => Some(Self { least, most: None, step: 1 }),
            Some(step) => Some(Self { least, most: None, step: step.parse().ok().filter(|step| *step > 0)? }),
            None => Some(Self { least, most: Some(most.parse().ok()?), step: 1 }),
        }
    }

    /// Whether every number of values of another one is one of this one. That there may be no value at all is a matter
    /// of the type of the attribute, so `0-1` is taken for `1`.
    fn includes(&self, other: &Self) -> bool {
        let least = other.least.max(1);
        let is_in_steps = other.step.is_multiple_of(self.step) || other.most == Some(other.least);
        let fits = match (self.most, other.most) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(bound), Some(most)) => most <= bound,
        };
        least >= self.least.max(1) && fits && least.is_multiple_of(self.step) && is_in_steps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_the_registered_representations_is_enough() {
        for (registered, stated) in [
            ("DA", "DA"),
            ("US or SS", "SS"),
            ("US or SS", "us/ss"),
            ("OB or OW", "OB or OW"),
            ("US or OW", "SS"),
        ] {
            assert!(admits_representation(registered, stated), "{registered} {stated}");
        }
        for (registered, stated) in [("DA", "DT"), ("US or SS", "OW"), ("OW", "OB or OW"), ("SH", "text")] {
            assert!(!admits_representation(registered, stated), "{registered} {stated}");
        }
    }

    #[test]
    fn a_multiplicity_may_be_narrower_than_the_registered_one() {
        let right = [
            ("1", "1"),
            ("1-n", "1"),
            ("1-n", "2-4"),
            ("2-2n", "4"),
            ("2-2n", "4-4n"),
            ("1-3", "1 or 3"),
            ("1", "0-1"),
        ];
        for (registered, stated) in right.into_iter().chain([("1", "as configured"), ("1-n", "n")]) {
            assert!(admits_multiplicity(registered, stated), "{registered} {stated}");
        }
        for (registered, stated) in [("1", "1-n"), ("1", "2"), ("2", "1-2"), ("2-2n", "3"), ("1-3", "1-n")] {
            assert!(!admits_multiplicity(registered, stated), "{registered} {stated}");
        }
    }
}
