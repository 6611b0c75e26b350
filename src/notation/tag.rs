//! Attribute tags and paths of tags, PS3.5 section 7.1 and PS3.6 section 6.

use std::fmt;

use pest::iterators::Pair;

use super::Part;
use super::error::{SyntaxError, blank, shown, trimmed, unexpected};
use super::grammar::{Rule, part, range, read};

/// The tag of one attribute: a group and an element number (PS3.5 section 7.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag {
    /// The group number.
    pub group: u16,
    /// The element number within the group.
    pub element: u16,
}

/// The tags of a repeating group, or of a private block, whose `x` stand for any digit: `(50xx,0010)` (PS3.5 section 7.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RepeatingTag {
    /// Group and element, with `0` for each `x`.
    digits: u32,
    /// `F` for each digit that is written, `0` for each `x`.
    mask: u32,
}

/// A tag as it is written: of one attribute, or of a repeating group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AttributeTag {
    /// One attribute.
    One(Tag),
    /// The same attribute in each of several groups.
    Repeating(RepeatingTag),
}

/// The tag of an attribute with those of the sequences it stands in, outermost first: `(0040,0100)>(0040,0001)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TagPath {
    tags: Vec<AttributeTag>,
}

impl Tag {
    /// The tag with this group and element.
    pub const fn new(group: u16, element: u16) -> Self {
        Self { group, element }
    }

    /// Reads `(gggg,eeee)`.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        match AttributeTag::parse(text)? {
            AttributeTag::One(tag) => Ok(tag),
            AttributeTag::Repeating(tag) => {
                Err(SyntaxError::new(trimmed(text), format!("`{tag}` stands for more than one attribute"))
                    .help("write every digit of the tag, for example `(6000,3000)`"))
            }
        }
    }

    /// Whether the attribute is private: its group number is odd (PS3.5 section 7.8).
    pub const fn is_private(self) -> bool {
        self.group % 2 == 1
    }
}

impl RepeatingTag {
    /// Whether `tag` is one of those that are meant.
    pub fn contains(self, tag: Tag) -> bool {
        ((u32::from(tag.group) << 16) | u32::from(tag.element)) & self.mask == self.digits
    }
}

impl AttributeTag {
    /// Reads `(gggg,eeee)`, in which `x` may stand for any digit.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let mut pairs = read(Rule::tag_alone, text).map_err(|_| mistake(text))?;
        pairs.next().map(|pair| tag(&pair)).ok_or_else(|| mistake(text))
    }
}

/// A tag in the form that nearly every one has. Statements hold thousands of them; the grammar reads all others.
fn canonical(text: &str) -> Option<Tag> {
    let digits = text.strip_prefix('(')?.strip_suffix(')')?;
    let (group, element) = digits.split_once(',')?;
    let number = |digits: &str| {
        let four = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        four.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
    };
    Some(Tag::new(number(group)?, number(element)?))
}

impl TagPath {
    /// The path of these tags; none where there is no tag.
    pub fn new(tags: Vec<AttributeTag>) -> Option<Self> {
        (!tags.is_empty()).then_some(Self { tags })
    }

    /// Reads `(gggg,eeee)>(gggg,eeee)`, or a tag alone.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        if let Some(tag) = canonical(text) {
            return Ok(Self { tags: vec![AttributeTag::One(tag)] });
        }
        match read(Rule::tag_path_alone, text) {
            Ok(pairs) => {
                let tags = pairs
                    .filter(|pair| pair.as_rule() == Rule::tag_path)
                    .flat_map(|path| path.into_inner().map(|pair| tag(&pair)));
                Ok(Self { tags: tags.collect() })
            }
            Err(_) if text.trim_end().ends_with('>') => {
                let end = text.trim_end().len();
                Err(SyntaxError::new(end - 1..end, "a tag is missing after `>`").help(PATH))
            }
            Err(stop) if text.contains('>') => Err(unexpected(text, stop, "a path of tags").help(PATH)),
            Err(_) => Err(mistake(text)),
        }
    }

    /// The tags, outermost sequence first.
    pub fn tags(&self) -> &[AttributeTag] {
        &self.tags
    }

    /// The tag of the attribute itself.
    pub fn last(&self) -> Option<AttributeTag> {
        self.tags.last().copied()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "({:04X},{:04X})", self.group, self.element)
    }
}

impl fmt::Display for RepeatingTag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digit = |place: u32| {
            let shift = 28 - 4 * place;
            if (self.mask >> shift).trailing_zeros() >= 4 {
                'x'
            } else {
                char::from_digit((self.digits >> shift) & 0xF, 16)
                    .map_or('0', |digit| digit.to_ascii_uppercase())
            }
        };
        let half = |from: u32| (from..from + 4).map(digit).collect::<String>();
        write!(out, "({},{})", half(0), half(4))
    }
}

impl fmt::Display for AttributeTag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(tag) => tag.fmt(out),
            Self::Repeating(tag) => tag.fmt(out),
        }
    }
}

impl fmt::Display for TagPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, tag) in self.tags.iter().enumerate() {
            if index > 0 {
                out.write_str(">")?;
            }
            tag.fmt(out)?;
        }
        Ok(())
    }
}

impl From<Tag> for AttributeTag {
    fn from(tag: Tag) -> Self {
        Self::One(tag)
    }
}

/// The tag of a pair that the grammar took for one.
pub(super) fn tag(pair: &Pair<'_, Rule>) -> AttributeTag {
    let written = pair.clone().into_inner().flat_map(|half| half.as_str().chars());
    let (digits, mask) = written.fold((0_u32, 0_u32), |(digits, mask), one| match one.to_digit(16) {
        Some(digit) => ((digits << 4) | digit, (mask << 4) | 0xF),
        None => (digits << 4, mask << 4),
    });
    if mask == u32::MAX {
        let [first, second, third, fourth] = digits.to_be_bytes();
        AttributeTag::One(Tag::new(u16::from_be_bytes([first, second]), u16::from_be_bytes([third, fourth])))
    } else {
        AttributeTag::Repeating(RepeatingTag { digits, mask })
    }
}

/// What is wrong with a text that is no tag.
fn mistake(text: &str) -> SyntaxError {
    if text.trim().is_empty() {
        return blank(text, "a tag").help(HOW);
    }
    let loose = read(Rule::tag_loose_alone, text).ok().and_then(|mut pairs| pairs.next());
    match loose {
        Some(pair) => loose_mistake(&pair),
        None => no_tag(&Part::new(text.trim().to_owned(), trimmed(text))),
    }
}

/// What is wrong with a tag whose brackets, comma or digits are not as they should be.
pub(super) fn loose_mistake(pair: &Pair<'_, Rule>) -> SyntaxError {
    let halves: Vec<_> = pair
        .clone()
        .into_inner()
        .filter(|inner| matches!(inner.as_rule(), Rule::tag_eight | Rule::tag_text))
        .collect();
    let digits: String = halves.iter().map(Pair::as_str).collect();
    let hexadecimal = |one: char| one.is_ascii_hexdigit() || matches!(one, 'x' | 'X');
    if digits.len() == 8
        && digits.chars().all(hexadecimal)
        && halves.iter().all(|half| half.as_str().len() % 4 == 0)
    {
        let right = format!("({},{})", &digits[..4], &digits[4..]);
        return SyntaxError::new(range(pair), format!("`{}` is not written as a tag", shown(pair.as_str())))
            .help(format!("write `{right}`"))
            .instead(right);
    }
    if halves.len() == 2 && digits.len() <= 10 && digits.contains(|one: char| one.is_ascii_digit()) {
        for half in &halves {
            let start = range(half).start;
            if let Some((at, wrong)) = half.as_str().char_indices().find(|(_, one)| !hexadecimal(*one)) {
                let what = format!("`{wrong}` is not a hexadecimal digit");
                return SyntaxError::new(start + at..start + at + 1, what).help(HOW);
            }
            if half.as_str().len() != 4 {
                let count = half.as_str().len();
                let noun = if count == 1 { "digit" } else { "digits" };
                let what = format!("`{}` has {count} hexadecimal {noun}, not 4", half.as_str());
                return SyntaxError::new(range(half), what).help(HOW);
            }
        }
    }
    no_tag(&part(pair))
}

/// A text that has nothing of a tag.
fn no_tag(text: &Part<String>) -> SyntaxError {
    SyntaxError::new(text.range.clone(), format!("`{}` is not a tag", shown(&text.value))).help(HOW)
}

/// The form of a tag.
const HOW: &str =
    "a tag has four hexadecimal digits, a comma and four more in brackets, for example `(0008,0020)`";

/// The form of a path of tags.
const PATH: &str = "write tags with `>` between: `(0040,0100)>(0040,0001)`";
