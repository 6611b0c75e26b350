//! What is wrong with the tags and names of attributes, decided once for all rules.
//!
//! An attribute has one fault, the first of: a name of another tag, an unknown tag, no registered name, another
//! spelling. The same wrong attribute in several places is one flaw.

use std::collections::HashMap;

use super::attribute_rows::misplaced_private;
use super::findings::{Findings, Wording};
use crate::model::TagPath;
use crate::model::survey::{AttributeSite, Survey};
use crate::notation::{AttributeTag, Tag};
use crate::route::Route;
use crate::standard::attribute::{self, Attribute};
use crate::standard::spelling::{Agreement, Spelling};

/// What is wrong with an attribute.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AttributeFault {
    /// The name is that of another attribute than the tag, or the tag is none and the name is one.
    OtherName { tagged: Option<&'static Attribute>, named: &'static Attribute },
    /// A tag that the dictionary does not hold.
    UnknownTag(Tag),
    /// A name that the dictionary does not hold, beside the tag of this attribute.
    Unregistered(&'static Attribute),
    /// The right name in another spelling.
    Variant(&'static Attribute),
    /// A name alone that nobody knows.
    Unresolved,
}

/// A wrong attribute, with the places where it stands, as positions of [`Survey::attributes`].
#[derive(Debug)]
pub(crate) struct AttributeFlaw {
    pub(crate) fault: AttributeFault,
    pub(crate) site: usize,
    elsewhere: Vec<usize>,
}

impl AttributeFlaw {
    /// Reports the tag or the name, whichever the key says.
    pub(crate) fn at<'f>(
        &self,
        key: &str,
        survey: &Survey<'_>,
        findings: &'f mut Findings,
        message: String,
    ) -> Wording<'f> {
        let route = |site: usize| survey.route(survey.attributes[site].trail).key(key);
        let others = self.elsewhere.iter().map(|site| route(*site));
        findings.at(route(self.site), message).rests_on(self.route(survey)).also(others)
    }

    /// Edits of the tag or the name, whichever the key says, in all places where it is wrong.
    pub(crate) fn edited<'f>(
        &self,
        key: &str,
        survey: &Survey<'_>,
        wording: Wording<'f>,
        right: &str,
    ) -> Wording<'f> {
        let sites = std::iter::once(self.site).chain(self.elsewhere.iter().copied());
        let routes = sites.map(|site| survey.route(survey.attributes[site].trail).key(key));
        routes.fold(wording, |wording, route| wording.edit(route, right))
    }

    /// The route of the attribute.
    pub(crate) fn route(&self, survey: &Survey<'_>) -> Route {
        survey.route(survey.attributes[self.site].trail)
    }

    /// Every place where it stands, as positions of [`Survey::attributes`].
    pub(crate) fn sites(&self) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(self.site).chain(self.elsewhere.iter().copied())
    }

    /// The name as it is written.
    pub(crate) fn name<'s>(&self, survey: &Survey<'s>) -> &'s str {
        survey.attributes[self.site].attribute.name.as_deref().unwrap_or_default()
    }
}

/// Everything that is wrong with the attributes of a statement.
pub(super) fn attribute_flaws(survey: &Survey<'_>) -> Vec<AttributeFlaw> {
    let mut flaws: Vec<AttributeFlaw> = Vec::new();
    let mut known: HashMap<(Option<&TagPath>, Option<&str>), usize> = HashMap::new();
    let misplaced = misplaced_private(survey);
    for (number, site) in survey.attributes.iter().enumerate() {
        let Some(fault) = fault(site).filter(|_| !misplaced.contains(&number)) else { continue };
        let written = (site.attribute.tag.as_ref(), site.attribute.name.as_deref());
        if let Some(first) = known.get(&written) {
            flaws[*first].elsewhere.push(number);
            continue;
        }
        known.insert(written, flaws.len());
        flaws.push(AttributeFlaw { fault, site: number, elsewhere: Vec::new() });
    }
    flaws
}

fn fault(site: &AttributeSite<'_>) -> Option<AttributeFault> {
    let name = site.attribute.name.as_deref();
    let Some(path) = &site.attribute.tag else {
        return fault_of_name(site, name?);
    };
    let tags = path.0.tags();
    let (last, sequences) = tags.split_last()?;
    if let Some(tag) = sequences.iter().find_map(unknown) {
        return Some(AttributeFault::UnknownTag(tag));
    }
    match (site.meaning.entry, name) {
        (Some(entry), Some(name)) => fault_of_pair(entry, name),
        (Some(_), None) => None,
        (None, name) => {
            let tag =
                unknown(last).or_else(|| reserving(last).filter(|_| name.is_some_and(is_registered)))?;
            let named = name.and_then(attribute::resolve).map(|found| found.attribute);
            Some(match named {
                Some(named) => AttributeFault::OtherName { tagged: None, named },
                None => AttributeFault::UnknownTag(tag),
            })
        }
    }
}

fn fault_of_name(site: &AttributeSite<'_>, name: &str) -> Option<AttributeFault> {
    match (site.meaning.entry, site.meaning.spelling) {
        (None, _) if name.trim().is_empty() => None,
        (None, _) => Some(AttributeFault::Unresolved),
        (Some(entry), Some(Spelling::Variant)) if !entry.is_name_derived => {
            Some(AttributeFault::Variant(entry))
        }
        _ => None,
    }
}

/// Nothing is said of spellings where the name itself was only made of the keyword.
fn fault_of_pair(entry: &'static Attribute, name: &str) -> Option<AttributeFault> {
    let is_name_sure = !entry.is_name_derived && !entry.name.is_empty();
    match entry.agreement(name) {
        Agreement::Other(named) => Some(AttributeFault::OtherName { tagged: Some(entry), named }),
        Agreement::Unregistered if is_name_sure => Some(AttributeFault::Unregistered(entry)),
        Agreement::Same(Spelling::Variant) if is_name_sure => Some(AttributeFault::Variant(entry)),
        _ => None,
    }
}

/// The tag, where it could only reserve a block of private attributes (PS3.5, section 7.8.1), so that a registered name
/// beside it tells that the tag is a slip.
fn reserving(tag: &AttributeTag) -> Option<Tag> {
    match tag {
        AttributeTag::One(tag) if tag.is_private() && tag.element < 0x1000 => Some(*tag),
        _ => None,
    }
}

fn is_registered(name: &str) -> bool {
    attribute::resolve(name).is_some()
}

/// The tag, where it is a standard one that the dictionary does not hold (PS3.5, section 7.8: odd groups are private).
fn unknown(tag: &AttributeTag) -> Option<Tag> {
    match tag {
        AttributeTag::One(tag) if !tag.is_private() => {
            attribute::by_tag((tag.group, tag.element)).is_none().then_some(*tag)
        }
        _ => None,
    }
}
