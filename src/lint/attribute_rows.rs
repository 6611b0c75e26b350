//! Rows of attributes: what to call them, and what private tags have to be like.

use std::collections::HashSet;

use crate::model::survey::{AttributeRow, RowUse, Survey};
use crate::notation::{AttributeTag, Tag};

/// What is wrong with the tag of a private attribute (PS3.5, section 7.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum PrivateTagFault {
    /// The group is that of the standard's own attributes.
    EvenGroup,
    /// The group is one that private attributes never use.
    ReservedGroup,
    /// The element lies in no block that a private creator can reserve.
    OutsideBlocks,
    /// Nobody says which private creator has reserved the block.
    NoCreator,
}

/// What to call the attribute of a row: its name, else its tag.
pub(super) fn label(survey: &Survey<'_>, row: &RowUse<'_>) -> String {
    let site = survey.attribute_of(row);
    let (written, entry) = (site.attribute, site.meaning.entry);
    let registered = entry.map(|entry| entry.name.to_owned()).filter(|name| !name.is_empty());
    let name = registered.or_else(|| written.name.as_deref().map(str::trim).map(str::to_owned));
    let tag = || written.tag.as_ref().map(ToString::to_string);
    name.filter(|name| !name.is_empty()).or_else(tag).unwrap_or_default()
}

/// Whether a row names an attribute at all.
pub(super) fn has_attribute(survey: &Survey<'_>, row: &RowUse<'_>) -> bool {
    let written = survey.attribute_of(row).attribute;
    written.tag.is_some() || written.name.as_deref().is_some_and(|name| !name.trim().is_empty())
}

/// The tag of the attribute of a row itself, and whether it stands in a sequence.
pub(super) fn own_tag(survey: &Survey<'_>, row: &RowUse<'_>) -> Option<(AttributeTag, bool)> {
    let site = survey.attribute_of(row);
    if let Some(path) = &site.attribute.tag {
        return Some((path.0.last()?, path.0.tags().len() > 1));
    }
    let (group, element) = *site.meaning.path.last()?;
    Some((AttributeTag::One(Tag::new(group, element)), site.meaning.path.len() > 1))
}

/// Whether a row is the data element by which a private creator reserves a block (PS3.5, section 7.8.1).
pub(super) fn is_creator(tag: AttributeTag) -> bool {
    let halves = Halves::of(tag);
    halves.group.is_odd() && halves.element.most <= 0x00FF && halves.element.most >= 0x0010
}

/// Whether the group of a tag is that of private attributes; a repeating one, such as 60xx, is that of the standard's.
pub(super) fn is_private(tag: AttributeTag) -> bool {
    Halves::of(tag).group.is_odd()
}

/// Whether the group of a tag is certainly that of the standard's attributes.
fn is_standard(tag: AttributeTag) -> bool {
    Halves::of(tag).group.is_even()
}

/// The attributes that are listed as private ones under a tag of the standard: that they are is what is wrong with them.
pub(super) fn misplaced_private(survey: &Survey<'_>) -> HashSet<usize> {
    let private = survey.rows.iter().filter(|row| matches!(row.row, AttributeRow::Private(..)));
    let misplaced = private
        .filter(|row| own_tag(survey, row).is_some_and(|(tag, is_nested)| !is_nested && is_standard(tag)));
    misplaced.map(|row| row.attribute).collect()
}

/// What is wrong with the tags of private attributes, row by row, in the order of [`Survey::rows`].
pub(super) fn private_tag_faults(survey: &Survey<'_>) -> Vec<Option<PrivateTagFault>> {
    let creators = Creators::of(survey);
    survey.rows.iter().map(|row| private_tag_fault(survey, row, &creators)).collect()
}

fn private_tag_fault(survey: &Survey<'_>, row: &RowUse<'_>, creators: &Creators) -> Option<PrivateTagFault> {
    let (tag, is_nested) = own_tag(survey, row)?;
    let halves = Halves::of(tag);
    if !halves.group.is_odd() {
        // The items of a private sequence may hold attributes of the standard.
        let is_wrong = matches!(row.row, AttributeRow::Private(..)) && !is_nested && is_standard(tag);
        return is_wrong.then_some(PrivateTagFault::EvenGroup);
    }
    if halves.group.is_reserved() {
        return Some(PrivateTagFault::ReservedGroup);
    }
    if is_creator(tag) {
        return None;
    }
    if halves.element.most < 0x1000 {
        return Some(PrivateTagFault::OutsideBlocks);
    }
    let has_creator = match row.row {
        AttributeRow::Private(_, creator) => !creator.trim().is_empty(),
        AttributeRow::Created(used, _) => used.creator.is_some() || creators.reserve(&halves),
        AttributeRow::Added(used) => used.creator.is_some() || creators.reserve(&halves),
    };
    (!has_creator).then_some(PrivateTagFault::NoCreator)
}

/// The blocks whose private creator is known.
struct Creators {
    /// The groups in which an element that reserves a block is listed.
    groups: HashSet<u16>,
    /// The groups of the attributes of each creator, with their elements inside the block.
    attributes: HashSet<(u16, u16)>,
}

impl Creators {
    fn of(survey: &Survey<'_>) -> Self {
        let mut creators = Self { groups: HashSet::new(), attributes: HashSet::new() };
        for row in &survey.rows {
            let Some((tag, _)) = own_tag(survey, row) else { continue };
            let halves = Halves::of(tag);
            if is_creator(tag) {
                creators.groups.insert(halves.group.least);
            } else if matches!(row.row, AttributeRow::Private(..)) {
                creators.attributes.insert((halves.group.least, halves.element.least & 0x00FF));
            }
        }
        creators
    }

    /// Whether a creator is known that may have reserved the block of a tag.
    fn reserve(&self, halves: &Halves) -> bool {
        let (group, element) = (halves.group.least, halves.element.least & 0x00FF);
        self.groups.contains(&group) || self.attributes.contains(&(group, element))
    }
}

/// Group and element of a tag, each as the least and the greatest number that it may be.
struct Halves {
    group: Half,
    element: Half,
}

struct Half {
    least: u16,
    most: u16,
}

impl Halves {
    fn of(tag: AttributeTag) -> Self {
        let written = tag.to_string();
        let half = |digits: &str| {
            let number = |filler: &str| u16::from_str_radix(&digits.replace('x', filler), 16).unwrap_or(0);
            Half { least: number("0"), most: number("F") }
        };
        let inner = written.trim_matches(['(', ')']);
        let (group, element) = inner.split_once(',').unwrap_or((inner, ""));
        Self { group: half(group), element: half(element) }
    }
}

impl Half {
    /// Whether a number is odd, its last digit being told.
    const fn is_odd(&self) -> bool {
        self.least % 2 == 1
    }

    /// Whether a number is even, its last digit being told.
    const fn is_even(&self) -> bool {
        self.most.is_multiple_of(2)
    }

    /// Whether no private attribute has this group (PS3.5, section 7.8).
    const fn is_reserved(&self) -> bool {
        self.least == self.most && (self.least <= 0x0007 || self.least == 0xFFFF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> AttributeTag {
        AttributeTag::parse(text).expect("a tag")
    }

    #[test]
    fn private_creators_stand_below_the_blocks_they_reserve() {
        for creator in ["(0029,0010)", "(0029,00FF)", "(0029,00xx)"] {
            assert!(is_creator(tag(creator)), "{creator}");
        }
        for other in ["(0029,1010)", "(0029,xx10)", "(0029,000F)", "(0028,0010)", "(0029,0100)"] {
            assert!(!is_creator(tag(other)), "{other}");
        }
    }

    #[test]
    fn repeating_groups_are_not_private() {
        assert!(is_private(tag("(0029,xx10)")) && !is_standard(tag("(0029,xx10)")));
        assert!(is_standard(tag("(0028,xx10)")) && !is_private(tag("(0028,xx10)")));
        assert!(!is_private(tag("(60xx,3000)")) && !is_standard(tag("(60xx,3000)")));
    }
}
