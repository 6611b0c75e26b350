//! What every view is built from: the statement, walked once, and the words it goes by.

use std::collections::HashMap;

use super::figures::Figures;
use super::long_sets;
use crate::model::survey::{AttributeMeaning, ItemId, Meaning, Survey};
use crate::model::{
    Attribute, Item, OneOrMany, Prose, Statement, Support, YesNo, named_variables, variables,
};
use crate::standard::sop_class::{self, SopClass};
use crate::standard::uids::UidKind;

/// A statement with its names resolved, and what its prose refers to.
pub(super) struct Scope<'s> {
    /// The statement, walked once.
    pub(super) survey: &'s Survey<'s>,
    /// The figures that have been drawn.
    pub(super) figures: Figures,
    variables: Vec<(&'static str, String)>,
    items: HashMap<*const Item, ItemId>,
    attributes: HashMap<*const Attribute, usize>,
    /// The long sets of SOP classes that the tables of entities list, with the addresses of the tables.
    pub(super) listed_sets: HashMap<&'s str, String>,
}

impl<'s> Scope<'s> {
    pub(super) fn new(survey: &'s Survey<'s>) -> Self {
        let items = survey.items.iter().enumerate();
        let attributes = survey.attributes.iter().enumerate();
        let mut scope = Self {
            survey,
            figures: Figures::default(),
            variables: variables(survey.statement),
            items: items.map(|(position, used)| (std::ptr::from_ref(used.item), ItemId(position))).collect(),
            attributes: attributes
                .map(|(position, site)| (std::ptr::from_ref(site.attribute), position))
                .collect(),
            listed_sets: HashMap::new(),
        };
        scope.listed_sets = long_sets::listed(&scope);
        scope
    }

    pub(super) fn statement(&self) -> &'s Statement {
        self.survey.statement
    }

    /// Prose with its variables filled in; none where there is nothing to read.
    pub(super) fn prose(&self, prose: Option<&Prose>) -> Option<String> {
        let prose = prose.filter(|prose| !prose.is_empty())?;
        Some(self.filled(prose.as_str()))
    }

    /// A text with `{{ product.name }}` and its like filled in. A variable nobody knows stays as it is written.
    fn filled(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (name, range) in named_variables(text) {
            out.push_str(&text[from..range.start]);
            let known = self.variables.iter().find(|(known, _)| *known == name);
            out.push_str(known.map_or(&text[range.clone()], |(_, value)| value));
            from = range.end;
        }
        out + &text[from..]
    }

    /// Items with their sets expanded.
    pub(super) fn expanded(&self, items: &OneOrMany<Item>) -> Vec<ItemId> {
        let ids = items.iter().filter_map(|item| self.items.get(&std::ptr::from_ref(item)).copied());
        ids.flat_map(|id| self.members(id)).collect()
    }

    /// The name and the members of the set of SOP classes that an item names.
    pub(super) fn sop_class_set(&self, item: &Item) -> Option<(&'s str, &'s [ItemId])> {
        let id = *self.items.get(&std::ptr::from_ref(item))?;
        let used: &'s crate::model::survey::ItemUse<'s> = &self.survey.items[id.0];
        let Meaning::Set(name) = used.meaning else { return None };
        self.survey.sop_class_set(name).map(|members| (name, &members[..]))
    }

    /// What an item stands for: itself, or the members of the set that it names.
    pub(super) fn members_of(&self, item: &Item) -> Vec<ItemId> {
        let id = self.items.get(&std::ptr::from_ref(item));
        id.map(|id| self.members(*id)).unwrap_or_default()
    }

    fn members(&self, id: ItemId) -> Vec<ItemId> {
        let Meaning::Set(name) = self.survey.item(id).meaning else { return vec![id] };
        let classes = self.survey.sop_class_set(name);
        let set = classes.or_else(|| self.survey.transfer_syntax_set(name));
        set.map(|members| members.to_vec()).unwrap_or_default()
    }

    /// The name of a SOP class or transfer syntax as a table shows it: SOP classes exactly as registered, which PS3.2
    /// A.1 asks for, transfer syntaxes without what the registry adds behind a colon.
    pub(super) fn name(&self, id: ItemId) -> String {
        match &self.survey.item(id).meaning {
            Meaning::Registered { entry, .. } if entry.kind != UidKind::TransferSyntax => {
                entry.name.to_owned()
            }
            _ => self.short_name(id),
        }
    }

    /// The name of a SOP class or transfer syntax in a sentence or a heading.
    pub(super) fn short_name(&self, id: ItemId) -> String {
        let used = self.survey.item(id);
        match &used.meaning {
            Meaning::Registered { entry, .. } if entry.retired => format!("{} (Retired)", entry.short_name()),
            Meaning::Registered { entry, .. } => entry.short_name().to_owned(),
            Meaning::Declared { name, .. } if !name.is_empty() => (*name).to_owned(),
            _ => used.item.label().to_owned(),
        }
    }

    /// The UID of a SOP class or transfer syntax; empty where nobody knows it.
    pub(super) fn uid(&self, id: ItemId) -> String {
        self.survey.uid(id).unwrap_or_default().to_owned()
    }

    /// What two mentions of the same thing have in common: the UID, else the words.
    pub(super) fn identity(&self, id: ItemId) -> &'s str {
        let used: &'s crate::model::survey::ItemUse<'s> = &self.survey.items[id.0];
        used.meaning.uid().unwrap_or_else(|| used.item.label())
    }

    /// The standard's SOP class, where it is one.
    pub(super) fn sop_class(&self, id: ItemId) -> Option<&'static SopClass> {
        self.survey.uid(id).and_then(sop_class::by_uid)
    }

    /// What an attribute of the statement means.
    pub(super) fn attribute(&self, attribute: &Attribute) -> Option<&'s AttributeMeaning> {
        let position = self.attributes.get(&std::ptr::from_ref(attribute))?;
        self.survey.attributes.get(*position).map(|site| &site.meaning)
    }
}

/// The words of PS3.2 for how far a claim goes (PS3.2 A.1).
pub(super) const fn support_words(support: Support) -> &'static str {
    match support {
        Support::Yes => "Yes",
        Support::No => "No",
        Support::Option => "Option",
        Support::NotApplicable => "N/A",
        Support::ToBeConfirmed => "TBC",
    }
}

/// The words for an answer in a cell.
pub(super) const fn yes_no(answer: YesNo) -> &'static str {
    match answer {
        YesNo::Yes => "Yes",
        YesNo::No => "No",
    }
}

/// The claim that remains when one stands inside others: the weakest of them.
pub(super) fn weakest(claims: &[Option<Support>]) -> Support {
    claims.iter().flatten().copied().min_by_key(|support| strength(*support)).unwrap_or(Support::Yes)
}

/// How much a claim promises.
pub(super) const fn strength(support: Support) -> u8 {
    match support {
        Support::No => 0,
        Support::NotApplicable => 1,
        Support::ToBeConfirmed => 2,
        Support::Option => 3,
        Support::Yes => 4,
    }
}

/// Addresses for things with names of their own, each one once.
#[derive(Default)]
pub(super) struct Anchors {
    used: HashMap<String, usize>,
}

impl Anchors {
    /// An address after `prefix` for a thing of this name.
    pub(super) fn of(&mut self, prefix: &str, name: &str) -> String {
        let anchor = format!("{prefix}-{}", slug(name));
        let count = self.used.entry(anchor.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { anchor } else { format!("{anchor}-n{count}") }
    }
}

/// Addresses grow with the names of sections; so many words are enough to know one.
const MOST_WORDS: usize = 6;

fn slug(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).take(MOST_WORDS).collect::<Vec<_>>().join("-")
}
