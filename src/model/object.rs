//! `Object`: the contents of the instances that a product creates, module by module.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::item::{Attribute, Item};
use super::record::{List, OneOrMany, Words, record, words};
use super::statement::Statement;
use super::values::Prose;
use super::words::{Demand, Presence, Support};

record! {
    /// An information object that the product creates (PS3.2 A.9.1.1, N.9).
    pub struct Object {
        /// The storage SOP classes whose instances have these contents.
        pub sop_classes: OneOrMany<Item>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What the instances are and when they are created.
        pub text: Option<Prose>,
        /// Where sample instances can be had.
        pub samples: Option<Prose>,
        /// The modules, or sets of them, in the order of the document.
        pub modules: List<ModuleUse>,
        /// The functional groups of a multi-frame image, or sets of them.
        pub functional_groups: List<ModuleUse>,
        /// The root templates of a structured report: names of `sr_templates`, or template identifiers.
        pub root_templates: OneOrMany<String>,
    }
}

record! {
    /// A module or a functional group macro with its attributes, defined once for all objects that use it
    /// (PS3.3 Annex C, PS3.2 N.9.1).
    pub struct Module {
        /// The information entity that it belongs to, such as `Series`; known for modules of the standard.
        pub entity: Option<String>,
        /// Whether it is the vendor's own.
        pub private: Option<bool>,
        /// What there is to say of all of it.
        pub text: Option<Prose>,
        /// The attributes that are filled.
        pub attributes: List<ObjectAttribute>,
    }
}

record! {
    /// A module in an object: its name, the name of a set of modules, or the attributes themselves.
    ///
    /// The short form is the name. It may be followed by the presence (`Contrast/Bolus: ANAP`), by a mapping, or by
    /// the list of the attributes. Attributes that stand here add to those of the module of that name in `modules`,
    /// and replace those that stand there too.
    pub struct ModuleUse {
        /// The module, or a set of `module_sets`.
        pub module: Option<String>,
        /// Whether the module is always there (`ALWAYS`, also where nothing is said) or not (`ANAP`).
        pub presence: Option<Presence>,
        /// On which condition the module is there.
        pub condition: Option<Prose>,
        /// Whether a functional group is the same for all frames.
        pub frames: Option<FrameScope>,
        /// The information entity, where neither the standard nor `modules` says it.
        pub entity: Option<String>,
        /// The attributes, where they are this object's own.
        pub attributes: List<ObjectAttribute>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// An attribute of a created instance (PS3.2 A.9.1.1, Tables N.9-1 ff.).
    ///
    /// The short form is `(0010,0020) Patient ID: {source: MWL, presence: VNAP}`; a text after it is the value.
    pub struct ObjectAttribute {
        /// The attribute.
        pub attribute: Attribute,
        /// The private creator, where several blocks of `private_attributes` have this tag.
        pub creator: Option<String>,
        /// The value representation, where the registry leaves a choice.
        pub vr: Option<String>,
        /// The value multiplicity, where it is narrower than the registered one.
        pub vm: Option<String>,
        /// The value, or the values to choose from.
        pub value: OneOrMany<String>,
        /// Whether attribute and value are always there; `[ANAP, VNAP]` where neither is sure.
        pub presence: Words<Presence>,
        /// On which condition attribute or value are there.
        pub condition: Option<Prose>,
        /// Where the value comes from: `USER`, `AUTO`, `MWL`, `MPPS`, `CONFIG`, …
        pub source: OneOrMany<String>,
        /// What the value means or how it is made.
        pub description: Option<Prose>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// What the product does with instances of some storage SOP classes (PS3.2 Table N.1-1).
    ///
    /// That it creates them follows from `objects` and from `creates` of its Application Entities.
    pub struct StorageFunctions {
        /// The storage SOP classes.
        pub sop_classes: OneOrMany<Item>,
        /// What is done with their instances.
        pub functions: Words<StorageFunction>,
        /// Where that has its limits.
        pub text: Option<Prose>,
    }
}

words! {
    /// What is done with instances (PS3.2 Table N.1-1).
    pub enum StorageFunction {
        /// They are shown.
        Display = "display",
        /// They are processed, and something is made of them.
        Process = "process",
        /// They are kept.
        Archive = "archive",
    }
}

words! {
    /// For which frames a functional group says something (PS3.3 C.7.6.16).
    pub enum FrameScope {
        /// For all frames, in the Shared Functional Groups Sequence.
        Shared = "shared",
        /// For each frame, in the Per-Frame Functional Groups Sequence.
        PerFrame = "per_frame",
        /// For all frames or for each, as the acquisition has it.
        Either = "either",
    }
}

impl Statement {
    /// The modules of a list with the sets of `module_sets` in it replaced by their members; what is said of a set
    /// (presence, condition) is not handed down. A set that leads back to itself adds nothing. Of two entries for
    /// one module the later one counts, in the place of the first: so an object says what differs from a set.
    pub fn expanded_modules<'s>(&'s self, modules: &'s [ModuleUse]) -> Vec<&'s ModuleUse> {
        let mut found: IndexMap<&str, &'s ModuleUse> = IndexMap::with_capacity(modules.len());
        let mut opened = HashSet::new();
        let mut waiting: Vec<&'s ModuleUse> = modules.iter().rev().collect();
        while let Some(used) = waiting.pop() {
            let name = used.module.as_deref().unwrap_or_default();
            match self.module_sets.get(name) {
                Some(members) if opened.insert(name) => waiting.extend(members.iter().rev()),
                Some(_) => {}
                None => _ = found.insert(name, used),
            }
        }
        found.into_values().collect()
    }
}

impl Module {
    /// Whether there is anything to say of it.
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.text.as_ref().is_none_or(Prose::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, presence: Option<Presence>) -> ModuleUse {
        ModuleUse { module: Some(name.to_owned()), presence, ..ModuleUse::default() }
    }

    #[test]
    fn sets_of_modules_open_once_and_give_way_to_what_an_object_says_itself() {
        let inner = ["Patient", "outer", "General Study"].map(|name| named(name, None));
        let outer = ["inner", "SOP Common"].map(|name| named(name, None));
        let sets = [("inner", inner.to_vec()), ("outer", outer.to_vec())];
        let statement = Statement {
            module_sets: sets
                .into_iter()
                .map(|(name, members)| (name.to_owned(), members.into_iter().collect()))
                .collect(),
            ..Statement::default()
        };
        let own = [named("outer", None), named("General Study", Some(Presence::Anap))];
        let expanded = statement.expanded_modules(&own);
        let expanded: Vec<_> = expanded.iter().map(|used| (used.module.as_deref(), used.presence)).collect();
        let wanted = [
            (Some("Patient"), None),
            (Some("General Study"), Some(Presence::Anap)),
            (Some("SOP Common"), None),
        ];
        assert_eq!(expanded, wanted);
    }
}
