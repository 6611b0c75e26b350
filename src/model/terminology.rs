//! Codes, context groups and templates (PS3.16).

use std::fmt;

use super::record::{List, Named, OneOrMany, Words, record, words};
use super::values::{Prose, textual};
use super::words::{Demand, Presence, Support};

record! {
    /// A context group: what codes are taken from in some place (PS3.2 A.9.3.1, Table A.9.3-1).
    pub struct ContextGroup {
        /// The default value set: `CID 29`, `extended CID 29`, `private CID 9001` or `none`.
        pub default: Option<ValueSet>,
        /// The name of the default value set, such as `Acquisition Modality`.
        pub name: Option<String>,
        /// Whether sites can change it.
        pub configurable: Option<Configurability>,
        /// How a term is chosen, and which attribute or content item it goes into.
        #[serde(rename = "use")]
        pub usage: Option<Prose>,
        /// The codes: those that an extended group adds, or all of a private one.
        pub codes: List<Code>,
        /// The Context Group Version (0008,0106) of the group that is extended.
        pub version: Option<String>,
        /// The Context Group Local Version (0008,0107) of an extended group.
        pub local_version: Option<String>,
        /// The Context Group Extension Creator UID (0008,010D) of an extended group.
        pub creator_uid: Option<String>,
        /// The Context UID (0008,0117) of a private group.
        pub uid: Option<String>,
    }
}

record! {
    /// A coded concept (PS3.3 8.8).
    ///
    /// The short form is `(113014, DCM, "Study")`.
    pub struct Code {
        /// The code value.
        pub value: Option<String>,
        /// The coding scheme designator.
        pub scheme: Option<String>,
        /// The version of the coding scheme.
        pub version: Option<String>,
        /// The code meaning; known for the codes of `private_codes`.
        pub meaning: Option<String>,
    }
}

record! {
    /// A template of structured reporting, as the product extends or defines it (PS3.2 A.9.3.2, N.10).
    pub struct SrTemplate {
        /// The template identifier, such as `TID 1500`.
        pub tid: Option<String>,
        /// Whether it is the standard's own, an extension of it, or the vendor's own.
        #[serde(rename = "type")]
        pub template_type: Option<TemplateType>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What the template is for.
        pub text: Option<Prose>,
        /// Whether others may add content items.
        pub extensible: Option<bool>,
        /// Whether the order of the content items means something.
        pub order_significant: Option<bool>,
        /// Whether documents are made of it, so that it is not only included in others.
        pub root: Option<bool>,
        /// The content items, first to last.
        pub rows: List<TemplateRow>,
    }
}

record! {
    /// A content item, or a template that is included (PS3.16 6.1, Table N.10-1).
    pub struct TemplateRow {
        /// How deep it is nested: 0, the default, for the root, 1 for what is shown as `>`.
        pub level: Option<i64>,
        /// The relation with the parent: `CONTAINS`, `HAS CONCEPT MOD`, …
        pub relation: Option<String>,
        /// The value type: `CONTAINER`, `CODE`, `NUM`, `TEXT`, …; `INCLUDE` where left out and `include` is there.
        pub value_type: Option<String>,
        /// The concept name.
        pub concept: Code,
        /// The template that is included, such as `TID 1204`, or a name of `sr_templates`.
        pub include: Option<String>,
        /// How often: `1`, `1-n`.
        pub vm: Option<String>,
        /// How far the item is required.
        pub requirement: Option<Requirement>,
        /// On which condition.
        pub condition: Option<Prose>,
        /// The values to choose from: a context group, units, a fixed value.
        pub values: OneOrMany<String>,
        /// Codes to choose from.
        pub codes: List<Code>,
        /// Whether the item and its value are always there in what the product creates.
        pub presence: Words<Presence>,
        /// Where the value comes from.
        pub source: OneOrMany<String>,
        /// Whether the standard's template does not have it.
        pub added: Option<bool>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// A coding scheme of the vendor's own (PS3.2 A.9.3.3).
    pub struct CodingScheme {
        /// Its name.
        pub name: Option<String>,
        /// The Coding Scheme UID (0008,010C).
        pub uid: Option<String>,
        /// The version.
        pub version: Option<String>,
        /// Who answers for it.
        pub organization: Option<String>,
        /// What there is to say of all of it.
        pub text: Option<Prose>,
        /// The codes, by code value.
        pub codes: Named<CodeDefinition>,
    }
}

record! {
    /// A code of the vendor's own; the short form is its meaning.
    pub struct CodeDefinition {
        /// The code meaning.
        pub meaning: Option<String>,
        /// What is meant by it.
        pub definition: Option<Prose>,
    }
}

words! {
    /// Whether a site can change a context group (PS3.2 A.9.3.1).
    pub enum Configurability {
        /// It cannot.
        No = "no",
        /// It can add terms.
        Extensible = "extensible",
        /// It can put another group in its place.
        Replaceable = "replaceable",
    }
}

words! {
    /// Whose a template is (PS3.2 A.9.3.2).
    pub enum TemplateType {
        /// The standard's.
        Standard = "standard",
        /// The standard's, with content items added.
        Extended = "extended",
        /// The vendor's.
        Private = "private",
    }
}

words! {
    /// How far a content item is required (PS3.16 6.1.7).
    pub enum Requirement {
        /// Mandatory.
        Mandatory = "M",
        /// Mandatory conditional.
        MandatoryConditional = "MC",
        /// User option.
        UserOption = "U",
        /// User option conditional.
        UserOptionConditional = "UC",
    }
}

/// The default value set of a context group (PS3.2 Table A.9.3-1).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ValueSet {
    /// There is none.
    None,
    /// A context group of PS3.16.
    Standard(u32),
    /// A context group of PS3.16 with terms added.
    Extended(u32),
    /// A context group of the vendor's own.
    Private(u32),
}

impl ValueSet {
    /// Reads `CID 29`, `extended CID 29`, `private CID 9001` or `none`; the case of letters does not matter.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<_> = text.split_whitespace().map(str::to_ascii_lowercase).collect();
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["none"] => Some(Self::None),
            ["cid", number] => number.parse().ok().map(Self::Standard),
            ["extended", "cid", number] => number.parse().ok().map(Self::Extended),
            ["private", "cid", number] => number.parse().ok().map(Self::Private),
            _ => None,
        }
    }
}

impl fmt::Display for ValueSet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => out.write_str("none"),
            Self::Standard(number) => write!(out, "CID {number}"),
            Self::Extended(number) => write!(out, "extended CID {number}"),
            Self::Private(number) => write!(out, "private CID {number}"),
        }
    }
}

textual!(
    ValueSet,
    "a context group such as `CID 29`, `extended CID 29` or `private CID 9001`, or `none`",
    ValueSet::parse
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_sets_are_read_as_they_are_written() {
        for text in ["none", "CID 29", "extended CID 4", "private CID 9001"] {
            assert_eq!(ValueSet::parse(text).map(|set| set.to_string()).as_deref(), Some(text));
        }
        assert_eq!(ValueSet::parse("Extended  cid 4"), Some(ValueSet::Extended(4)));
        for text in ["", "29", "CID", "CID x", "CID 29 Acquisition Modality", "extended 4"] {
            assert_eq!(ValueSet::parse(text), None, "{text}");
        }
    }
}
