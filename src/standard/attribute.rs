//! The registry of data elements (PS3.6 chapters 6 to 9).

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use dicom_core::dictionary::{DataDictionary, DataDictionaryEntry, VirtualVr};
use dicom_dictionary_std::StandardDataDictionary;

use super::spelling::{
    self, Agreement, Answer, Spelling, folded, folded_without_possessive, index, without_retired,
};
use super::{columns, rows};

/// A tag as group and element.
pub type Tag = (u16, u16);

/// A path of tags as people write it: `(0040,0100)>(0040,0001)`.
pub fn written(path: &[Tag]) -> String {
    let tags: Vec<_> = path.iter().map(|(group, element)| format!("({group:04X},{element:04X})")).collect();
    tags.join(">")
}

/// A registered attribute.
#[derive(Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The tag; of a repeating group or element the first one.
    pub tag: Tag,
    /// The bits of the tag that are fixed: all of them but in repeating groups and elements.
    mask: u32,
    /// The registered name, without ` (Retired)`.
    pub name: &'static str,
    /// The keyword; a few retired attributes have neither name nor keyword.
    pub keyword: &'static str,
    /// The value representation, `US or SS` where it depends.
    pub vr: &'static str,
    /// The value multiplicity.
    pub vm: &'static str,
    /// Whether the standard has retired it.
    pub retired: bool,
    /// Whether the name is spelt after the keyword, so that the registered one may differ in letter case and marks.
    pub is_name_derived: bool,
}

impl Attribute {
    /// Whether the tag stands for a family of tags, such as (60xx,3000).
    pub fn is_repeating(&self) -> bool {
        self.mask != u32::MAX
    }

    /// Whether a tag is this attribute's.
    pub fn covers(&self, tag: Tag) -> bool {
        number(tag) & self.mask == number(self.tag) && (!self.is_repeating() || tag.0.is_multiple_of(2))
    }

    /// What a name that is written beside this attribute has to do with it.
    pub fn agreement(&self, name: &str) -> Agreement<&'static Attribute> {
        if let Some(spelling) = self.spelling(name) {
            return Agreement::Same(spelling);
        }
        match by_keyword(name.trim()).or_else(|| by_name(name).map(|found| found.attribute)) {
            Some(found) if found.tag != self.tag => Agreement::Other(found),
            _ => Agreement::Unregistered,
        }
    }

    fn spelling(&self, name: &str) -> Option<Spelling> {
        let (plain, marked_retired) = without_retired(name);
        if plain == self.name || plain == self.keyword {
            let spelling = if marked_retired { Spelling::Accepted } else { Spelling::Registered };
            return Some(spelling);
        }
        let is_variant = folded_without_possessive(plain) == folded_without_possessive(self.name)
            || [self.name, self.keyword].into_iter().any(|known| folded(known) == folded(plain));
        is_variant.then_some(Spelling::Variant)
    }

    /// The tag as it is written, with `x` where it repeats.
    pub fn written_tag(&self) -> String {
        let (mask, digits) = (format!("{:08X}", self.mask), format!("{:08X}", number(self.tag)));
        let written: String = digits
            .chars()
            .zip(mask.chars())
            .map(|(digit, fixed)| if fixed == 'F' { digit } else { 'x' })
            .collect();
        format!("({},{})", &written[..4], &written[4..])
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.written_tag(), self.name)
    }
}

/// An attribute that a text names, and how it names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolution {
    /// What is named.
    pub attribute: &'static Attribute,
    /// How it is written.
    pub spelling: Spelling,
    /// Whether `(Retired)` is written.
    pub marked_retired: bool,
}

/// All registered attributes in the order of their tags, the repeating ones last.
pub fn all() -> &'static [Attribute] {
    &REGISTRY.attributes
}

/// The attribute of a tag; repeating groups and elements are expanded.
pub fn by_tag(tag: Tag) -> Option<&'static Attribute> {
    let (single, repeating) = REGISTRY.attributes.split_at(REGISTRY.repeating);
    match single.binary_search_by_key(&tag, |attribute| attribute.tag) {
        Ok(place) => single.get(place),
        Err(_) => repeating.iter().find(|attribute| attribute.covers(tag)),
    }
}

/// The attribute of a keyword.
pub fn by_keyword(keyword: &str) -> Option<&'static Attribute> {
    BY_KEYWORD.get(keyword).map(|number| REGISTRY.attribute(*number))
}

/// The attribute that is registered under exactly this name.
pub fn by_exact_name(name: &str) -> Option<&'static Attribute> {
    let (plain, marked_retired) = without_retired(name);
    BY_NAME.get(plain)?.preferred(marked_retired).map(|number| REGISTRY.attribute(number))
}

/// The attribute that a name means: registered, or one that only differs in spelling.
pub fn by_name(name: &str) -> Option<Resolution> {
    let (plain, marked_retired) = without_retired(name);
    let found = |answer: &Answer, spelling| {
        let attribute = REGISTRY.attribute(answer.preferred(marked_retired)?);
        Some(Resolution { attribute, spelling, marked_retired })
    };
    if let Some(answer) = BY_NAME.get(plain) {
        return found(answer, if marked_retired { Spelling::Accepted } else { Spelling::Registered });
    }
    let answer = BY_FOLDED_NAME
        .get(&folded_without_possessive(plain))
        .or_else(|| BY_FOLDED_NAME.get(&spelling::folded(plain)))?;
    found(answer, Spelling::Variant)
}

/// The attribute that a keyword or a name means.
pub fn resolve(text: &str) -> Option<Resolution> {
    let text = text.trim();
    match by_keyword(text) {
        Some(attribute) => {
            Some(Resolution { attribute, spelling: Spelling::Registered, marked_retired: false })
        }
        None => by_name(text),
    }
}

static REGISTRY: LazyLock<Registry> = LazyLock::new(Registry::read);

/// Keywords and names are indexed apart from the tags: statements that write tags need neither.
static BY_KEYWORD: LazyLock<HashMap<&'static str, u16>> =
    LazyLock::new(|| named().map(|(number, attribute)| (attribute.keyword, number)).collect());

static BY_NAME: LazyLock<HashMap<&'static str, Answer>> = LazyLock::new(|| {
    let mut names = HashMap::with_capacity(all().len());
    for (number, attribute) in named() {
        index(&mut names, attribute.name, number, attribute.retired);
    }
    names
});

/// The attributes that have a name, with their positions.
fn named() -> impl Iterator<Item = (u16, &'static Attribute)> {
    (0u16..).zip(all()).filter(|(_, attribute)| !attribute.name.is_empty())
}

/// The folded names are needed only where a name is misspelt, so they are made when the first one is.
static BY_FOLDED_NAME: LazyLock<HashMap<String, Answer>> = LazyLock::new(|| {
    let mut names = HashMap::with_capacity(2 * all().len());
    for (number, attribute) in named() {
        index(&mut names, folded_without_possessive(attribute.name), number, attribute.retired);
        // `Patients Name` is what is left where somebody dropped the apostrophe alone.
        index(&mut names, folded(attribute.name), number, attribute.retired);
        index(&mut names, folded(attribute.keyword), number, attribute.retired);
    }
    names
});

struct Registry {
    attributes: Vec<Attribute>,
    /// Where the repeating attributes begin.
    repeating: usize,
}

impl Registry {
    fn read() -> Self {
        let keywords = rows(include_str!("tables/attributes.tsv"));
        let mut attributes: Vec<Attribute> = keywords.filter_map(attribute).collect();
        attributes.sort_by_key(|attribute| (attribute.is_repeating(), attribute.tag));
        let repeating = attributes.partition_point(|attribute| !attribute.is_repeating());
        Self { attributes, repeating }
    }

    fn attribute(&'static self, number: u16) -> &'static Attribute {
        &self.attributes[usize::from(number)]
    }
}

/// Our table holds what the dictionary lacks; keyword and value representation are the dictionary's.
fn attribute(row: &'static str) -> Option<Attribute> {
    let [tag, name, vm, retired, name_source, vr, keyword] = columns(row);
    let (tag, mask) = pattern(tag)?;
    let known = StandardDataDictionary.by_tag(example(tag, mask).into());
    let (keyword, vr) = match known {
        Some(known) if vr.is_empty() => (known.alias, virtual_vr(known.vr())),
        _ => (keyword, vr),
    };
    Some(Attribute {
        tag,
        mask,
        name: if name == "-" { "" } else { name },
        keyword,
        vr,
        vm,
        retired: retired == "retired",
        is_name_derived: name_source == "keyword",
    })
}

/// The first tag and the fixed bits of eight digits, in which `x` stands for any digit.
fn pattern(digits: &str) -> Option<(Tag, u32)> {
    let (mut number, mut mask) = (0u32, 0u32);
    for digit in digits.chars() {
        (number, mask) = (number << 4, mask << 4);
        if digit != 'x' {
            number |= digit.to_digit(16)?;
            mask |= 0xF;
        }
    }
    let group = u16::try_from(number >> 16).ok()?;
    let element = u16::try_from(number & 0xFFFF).ok()?;
    Some(((group, element), mask))
}

/// The tag under which the dictionary keeps a family it has no pattern for (the tags of old compression groups).
fn example(tag: Tag, mask: u32) -> Tag {
    match (tag.0, mask) {
        (0x0028, 0xFFFF_FF0F) => (tag.0, tag.1 | if tag.1 < 0x0800 { 0x0010 } else { 0 }),
        (0x1000, 0xFFFF_000F) => (tag.0, tag.1 | 0x0010),
        (0x1010, _) => (tag.0, 0x0004),
        _ => tag,
    }
}

fn virtual_vr(vr: VirtualVr) -> &'static str {
    match vr {
        VirtualVr::Exact(vr) => vr.to_string(),
        VirtualVr::Xs => "US or SS",
        VirtualVr::Ox | VirtualVr::Px => "OB or OW",
        VirtualVr::Lt => "US or OW",
        _ => "",
    }
}

fn number(tag: Tag) -> u32 {
    u32::from(tag.0) << 16 | u32::from(tag.1)
}
