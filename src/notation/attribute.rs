//! Attributes by tag, keyword or registered name.

use std::fmt;
use std::ops::Range;

use pest::iterators::Pair;

use super::error::{SyntaxError, blank, shown, unexpected};
use super::grammar::{Rule, part, range, read};
use super::tag::{loose_mistake, tag};
use super::{AttributeTag, Part, TagPath};

/// An attribute, with the sequences it stands in: `(0008,0020) Study Date`, `PatientName`,
/// `(0040,0100)>(0040,0001) Scheduled Station AE Title`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// The sequences, outermost first, then the attribute itself: never empty.
    pub steps: Vec<AttributeStep>,
}

/// One attribute of a path: its tag, its keyword or registered name, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeStep {
    /// The tag.
    pub tag: Option<Part<AttributeTag>>,
    /// The keyword or the registered name, as it is written.
    pub name: Option<Part<String>>,
    /// Where the step stands.
    pub range: Range<usize>,
}

impl Attribute {
    /// Reads an attribute. A qualifier after it belongs to [`super::Item`], which is read first.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        let pairs = read(Rule::attribute, text).map_err(|stop| {
            mistake(text).unwrap_or_else(|| unexpected(text, stop, "an attribute").help(HOW))
        })?;
        let steps = pairs.filter(|pair| pair.as_rule() == Rule::attribute_step).map(|pair| step(&pair));
        Ok(Self { steps: steps.collect() })
    }

    /// The tags of all steps, where every step has one.
    pub fn tag_path(&self) -> Option<Part<TagPath>> {
        let written: Vec<_> = self.steps.iter().map(|step| step.tag.as_ref()).collect::<Option<_>>()?;
        let path = TagPath::new(written.iter().map(|tag| tag.value).collect())?;
        Some(Part::new(path, written.first()?.range.start..written.last()?.range.end))
    }

    /// The keyword or registered name of the attribute itself.
    pub fn name(&self) -> Option<&Part<String>> {
        self.steps.last()?.name.as_ref()
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            let between = if index > 0 { ">" } else { "" };
            match (&step.tag, &step.name) {
                (Some(tag), Some(name)) => write!(out, "{between}{} {}", tag.value, name.value)?,
                (Some(tag), None) => write!(out, "{between}{}", tag.value)?,
                (None, Some(name)) => write!(out, "{between}{}", name.value)?,
                (None, None) => {}
            }
        }
        Ok(())
    }
}

/// One step of the path.
fn step(pair: &Pair<'_, Rule>) -> AttributeStep {
    let mut step = AttributeStep { tag: None, name: None, range: range(pair) };
    for inner in pair.clone().into_inner() {
        match inner.as_rule() {
            Rule::tag => step.tag = Some(Part::new(tag(&inner), range(&inner))),
            Rule::attribute_name => step.name = Some(part(&inner)),
            _ => {}
        }
    }
    step
}

/// What is wrong with a text that is no attribute, where it is one of the typical mistakes.
fn mistake(text: &str) -> Option<SyntaxError> {
    if text.trim().is_empty() {
        return Some(blank(text, "an attribute").help(HOW));
    }
    let mut angle = None;
    let mut step_expected = true;
    for pair in read(Rule::attribute_pieces, text).ok()? {
        match pair.as_rule() {
            Rule::attribute_angle if step_expected => return Some(lonely_angle(range(&pair))),
            Rule::attribute_angle => angle = Some(range(&pair)),
            Rule::attribute_swapped => return Some(swapped(&pair)),
            Rule::attribute_loose => return pair.into_inner().next().map(|tag| loose_mistake(&tag)),
            Rule::attribute_other => return Some(no_attribute(&pair)),
            Rule::EOI => return angle.filter(|_| step_expected).map(lonely_angle),
            _ => {}
        }
        step_expected = pair.as_rule() == Rule::attribute_angle;
    }
    None
}

/// A `>` beside which an attribute is missing.
fn lonely_angle(range: Range<usize>) -> SyntaxError {
    SyntaxError::new(range, "an attribute is missing beside `>`")
        .help("write the sequence, `>` and the attribute in it: `(0040,0100)>(0040,0001)`")
}

/// A name with its tag after it.
fn swapped(pair: &Pair<'_, Rule>) -> SyntaxError {
    let parts: Vec<_> = pair.clone().into_inner().map(|inner| part(&inner)).collect();
    let [name, tag] = parts.as_slice() else {
        return no_attribute(pair);
    };
    let right = format!("{} {}", tag.value, name.value);
    SyntaxError::new(tag.range.clone(), format!("the tag `{}` stands after the name", tag.value))
        .help(format!("write `{}`", shown(&right)))
        .replacing(range(pair), right)
}

/// A text that is neither a tag nor a name.
fn no_attribute(pair: &Pair<'_, Rule>) -> SyntaxError {
    SyntaxError::new(range(pair), format!("`{}` is not an attribute", shown(pair.as_str()))).help(HOW)
}

/// The forms of an attribute.
const HOW: &str = "write a tag, a keyword or a registered name: `(0008,0020) Study Date`, `StudyDate`";
