//! The contents of created instances (PS3.2 A.9.1.1).

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde::Serialize;

use super::modules::ModuleTable;
use super::private_registry::PrivateRegistry;
use super::{AnnexesView, Word};
use crate::model::{
    FrameScope, Module, ModuleUse, Named, Object, ObjectAttribute, Presence, Prose, Statement,
};
use crate::render::view::conformance::exceptional;
use crate::render::view::scope::{Anchors, Scope};
use crate::standard::information_entity;

/// An information object that is created.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct ObjectView {
    /// The title, such as `CT Image IOD`.
    pub title: String,
    /// The author's name for it.
    pub name: String,
    /// The address of its section.
    pub anchor: String,
    /// The SOP classes whose instances have these contents.
    pub sop_classes: Vec<String>,
    /// The claim, where it is no plain yes.
    pub support: Option<&'static str>,
    /// What the instances are; prose.
    pub text: Option<String>,
    /// Where samples can be had; prose.
    pub samples: Option<String>,
    /// The root templates of a structured report.
    pub root_templates: Vec<String>,
    /// The modules.
    pub modules: Vec<ModuleRow>,
    /// The functional groups.
    pub functional_groups: Vec<ModuleRow>,
    /// Whether the information entities are known.
    pub has_entities: bool,
    /// Whether one of the modules has a table.
    pub has_tables: bool,
    /// Whether there is something to say in the column of remarks of the modules.
    pub has_remarks: bool,
    /// Whether there is something to say in the column of remarks of the functional groups.
    pub has_group_remarks: bool,
    /// Whether one of the functional groups has a table.
    pub has_group_tables: bool,
    /// The tables of modules that are its own.
    pub tables: Vec<ModuleTable>,
}

/// A module or functional group of an object.
#[derive(Debug, Serialize)]
pub struct ModuleRow {
    /// The information entity; none where it is that of the row above.
    pub entity: Option<String>,
    /// The name.
    pub name: String,
    /// `Shared`, `Per-frame` or `Shared or per-frame`; empty for modules.
    pub frames: &'static str,
    /// The addresses of the tables of its attributes.
    pub tables: Vec<String>,
    /// `ALWAYS` or `ANAP`.
    pub presence: &'static str,
    /// The condition, and what else there is to say; prose.
    pub remarks: Vec<String>,
}

/// Fills in everything about created instances.
pub(super) fn describe(
    scope: &Scope<'_>,
    registry: &PrivateRegistry<'_>,
    anchors: &mut Anchors,
    view: &mut AnnexesView,
) {
    let statement = scope.statement();
    let mut shared = Shared::of(statement);
    for (name, object) in &statement.objects {
        view.objects.push(object_view(scope, registry, anchors, &mut shared, (name, object)));
    }
    view.common = shared.tables(scope, registry, anchors);
    view.created = super::created::created(scope, &view.objects);
    view.has_kinds = view.created.iter().any(|row| row.kind != "Standard");
    view.has_creators = view.created.iter().any(|row| !row.creators.is_empty());
    let tables = view.objects.iter().flat_map(|object| &object.tables).chain(&view.common);
    let rows: Vec<_> = tables.flat_map(|table| &table.rows).collect();
    let modules =
        view.objects.iter().flat_map(|object| object.modules.iter().chain(&object.functional_groups));
    let presences: HashSet<&str> =
        rows.iter().flat_map(|row| row.presence.iter().map(String::as_str)).collect();
    let presences: HashSet<&str> = modules.map(|module| module.presence).chain(presences).collect();
    let sources: HashSet<&str> = rows.iter().flat_map(|row| row.sources.iter().map(String::as_str)).collect();
    view.presence_words = words(PRESENCE, &presences);
    view.source_words = words(SOURCES, &sources);
}

const PRESENCE: &[(&str, &str)] = &[
    ("ALWAYS", "Always present, with a value."),
    ("VNAP", "Value not always present: the attribute has zero length where there is no value."),
    ("ANAP", "Attribute not always present."),
    ("EMPTY", "Present without a value."),
];

const SOURCES: &[(&str, &str)] = &[
    ("USER", "A person enters the value."),
    ("AUTO", "The product generates the value."),
    ("MWL", "The value is that of the Modality Worklist."),
    ("MPPS", "The value is that of the Modality Performed Procedure Step."),
    ("CONFIG", "The value is a parameter of the configuration."),
];

fn words(known: &[(&'static str, &'static str)], used: &HashSet<&str>) -> Vec<Word> {
    let found = known.iter().filter(|(word, _)| used.contains(word));
    found.map(|(word, meaning)| Word { word, meaning }).collect()
}

/// The definitions that objects share, and where their tables stand.
struct Shared<'s> {
    statement: &'s Statement,
    uses: HashMap<(Kind, &'s str), usize>,
    anchors: IndexMap<(Kind, &'s str), String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Module,
    FunctionalGroup,
}

impl<'s> Shared<'s> {
    fn of(statement: &'s Statement) -> Self {
        let mut uses: HashMap<(Kind, &str), usize> = HashMap::new();
        for object in statement.objects.values() {
            for (kind, list) in
                [(Kind::Module, &object.modules), (Kind::FunctionalGroup, &object.functional_groups)]
            {
                let members = statement.expanded_modules(list);
                let mut names: Vec<_> =
                    members.iter().filter_map(|member| member.module.as_deref()).collect();
                names.sort_unstable();
                names.dedup();
                for name in names {
                    *uses.entry((kind, name)).or_default() += 1;
                }
            }
        }
        Self { statement, uses, anchors: IndexMap::new() }
    }

    fn definitions(&self, kind: Kind) -> &'s Named<Module> {
        match kind {
            Kind::Module => &self.statement.modules,
            Kind::FunctionalGroup => &self.statement.functional_groups,
        }
    }

    /// The definition of a module that one object alone uses, or the address of the table that several share.
    fn look_up(&mut self, kind: Kind, name: &'s str, anchors: &mut Anchors) -> Definition<'s> {
        let Some(module) = self.definitions(kind).get(name).filter(|module| !module.is_empty()) else {
            return Definition::None;
        };
        if self.uses.get(&(kind, name)).is_none_or(|uses| *uses < 2) {
            return Definition::Own(module);
        }
        let anchor = self.anchors.entry((kind, name)).or_insert_with(|| anchors.of("table-common", name));
        Definition::Shared(anchor.clone())
    }

    /// The tables that several objects share, and those of modules that no object uses, in the author's order.
    fn tables(
        mut self,
        scope: &Scope<'s>,
        registry: &PrivateRegistry<'_>,
        anchors: &mut Anchors,
    ) -> Vec<ModuleTable> {
        let mut tables = Vec::new();
        for kind in [Kind::Module, Kind::FunctionalGroup] {
            for (name, module) in self.definitions(kind) {
                let is_own = self.uses.get(&(kind, name.as_str())) == Some(&1);
                if is_own || module.is_empty() {
                    continue;
                }
                let anchor =
                    self.anchors.entry((kind, name)).or_insert_with(|| anchors.of("table-common", name));
                let mut table = ModuleTable {
                    caption: format!("{} of Created Instances", kind.title(name)),
                    anchor: anchor.clone(),
                    text: scope.prose(module.text.as_ref()),
                    ..ModuleTable::default()
                };
                table.add(scope, registry, &module.attributes);
                tables.push(table);
            }
        }
        tables
    }
}

enum Definition<'s> {
    None,
    Own(&'s Module),
    Shared(String),
}

impl Kind {
    fn title(self, name: &str) -> String {
        let (ending, words) = match self {
            Self::Module => ("Module", " Module"),
            Self::FunctionalGroup => ("Macro", " Functional Group Macro"),
        };
        if name.ends_with(ending) { name.to_owned() } else { format!("{name}{words}") }
    }
}

fn object_view<'s>(
    scope: &Scope<'s>,
    registry: &PrivateRegistry<'_>,
    anchors: &mut Anchors,
    shared: &mut Shared<'s>,
    (name, object): (&'s str, &'s Object),
) -> ObjectView {
    let classes = scope.expanded(&object.sop_classes);
    let mut view = ObjectView {
        title: if name.ends_with("IOD") { name.to_owned() } else { format!("{name} IOD") },
        name: name.to_owned(),
        anchor: anchors.of("object", name),
        sop_classes: classes.iter().map(|id| scope.name(*id)).collect(),
        support: exceptional(object.support),
        text: scope.prose(object.text.as_ref()),
        samples: scope.prose(object.samples.as_ref()),
        root_templates: object.root_templates.to_vec(),
        modules: Vec::new(),
        functional_groups: Vec::new(),
        has_entities: false,
        has_tables: false,
        has_remarks: false,
        has_group_remarks: false,
        has_group_tables: false,
        tables: Vec::new(),
    };
    let own_entity = classes.first().and_then(|id| scope.sop_class(*id)).and_then(|class| class.object);
    let own_entity = own_entity.and_then(information_entity::of_object);
    let mut rows = Rows { scope, registry, anchors, shared, view: &mut view };
    let modules = rows.of(Kind::Module, &object.modules);
    let groups = rows.of(Kind::FunctionalGroup, &object.functional_groups);
    view.modules = with_entities(modules, scope.statement(), own_entity);
    view.functional_groups = groups.into_iter().map(|(_, row)| row).collect();
    view.has_entities =
        view.modules.iter().any(|row| row.entity.as_ref().is_none_or(|name| !name.is_empty()));
    view.has_tables = view.modules.iter().any(|row| !row.tables.is_empty());
    view.has_remarks = view.modules.iter().any(|row| !row.remarks.is_empty());
    view.has_group_tables = view.functional_groups.iter().any(|row| !row.tables.is_empty());
    view.has_group_remarks = view.functional_groups.iter().any(|row| !row.remarks.is_empty());
    view
}

/// Writes the rows and the tables of an object.
struct Rows<'a, 's> {
    scope: &'a Scope<'s>,
    registry: &'a PrivateRegistry<'a>,
    anchors: &'a mut Anchors,
    shared: &'a mut Shared<'s>,
    view: &'a mut ObjectView,
}

impl<'s> Rows<'_, 's> {
    fn of(&mut self, kind: Kind, modules: &'s [ModuleUse]) -> Vec<(&'s ModuleUse, ModuleRow)> {
        let used = self.scope.statement().expanded_modules(modules);
        used.into_iter().map(|used| (used, self.row(kind, used))).collect()
    }

    fn row(&mut self, kind: Kind, used: &'s ModuleUse) -> ModuleRow {
        let name = used.module.as_deref().unwrap_or_default();
        let remarks = [&used.condition, &used.remark].map(|prose| self.scope.prose(prose.as_ref()));
        let own: Vec<_> = used.attributes.iter().collect();
        let mut tables = Vec::new();
        match self.shared.look_up(kind, name, self.anchors) {
            Definition::Shared(anchor) => {
                tables.push(anchor);
                if !own.is_empty() {
                    let title = format!("Differences in the {}", kind.title(name));
                    tables.push(self.table(name, &title, None, own));
                }
            }
            Definition::Own(module) => {
                let attributes = overlaid(self.scope, &module.attributes, own);
                tables.push(self.table(name, &kind.title(name), module.text.as_ref(), attributes));
            }
            Definition::None if !own.is_empty() => {
                tables.push(self.table(name, &kind.title(name), None, own));
            }
            Definition::None => {}
        }
        ModuleRow {
            entity: None,
            name: name.to_owned(),
            frames: used.frames.map(frames_words).unwrap_or_default(),
            tables,
            presence: used.presence.map_or("ALWAYS", Presence::as_str),
            remarks: remarks.into_iter().flatten().collect(),
        }
    }

    /// Writes a table of the object's own, and says where it stands.
    fn table(
        &mut self,
        name: &str,
        title: &str,
        text: Option<&Prose>,
        attributes: Vec<&ObjectAttribute>,
    ) -> String {
        let anchor = self.anchors.of(&format!("table-{}", self.view.anchor), name);
        let mut table = ModuleTable {
            caption: format!("{title} of Created {} Instances", instances(&self.view.name)),
            anchor: anchor.clone(),
            text: self.scope.prose(text),
            ..ModuleTable::default()
        };
        table.add(self.scope, self.registry, attributes);
        self.view.tables.push(table);
        anchor
    }
}

/// The attributes of a module, those that an object says otherwise replaced, and those that it adds.
fn overlaid<'s>(
    scope: &Scope<'_>,
    module: &'s [ObjectAttribute],
    own: Vec<&'s ObjectAttribute>,
) -> Vec<&'s ObjectAttribute> {
    let path = |used: &ObjectAttribute| {
        let meaning = scope.attribute(&used.attribute);
        meaning.map(|meaning| meaning.path.clone()).filter(|path| !path.is_empty())
    };
    let mut attributes: Vec<_> = module.iter().collect();
    let places: HashMap<_, _> =
        module.iter().enumerate().filter_map(|(place, used)| Some((path(used)?, place))).collect();
    for used in own {
        match path(used).and_then(|path| places.get(&path)) {
            Some(place) => attributes[*place] = used,
            None => attributes.push(used),
        }
    }
    attributes
}

/// The name of an object without the words that stand beside it.
fn instances(name: &str) -> &str {
    name.strip_suffix("IOD").map_or(name, str::trim_end)
}

const fn frames_words(frames: FrameScope) -> &'static str {
    match frames {
        FrameScope::Shared => "Shared",
        FrameScope::PerFrame => "Per-frame",
        FrameScope::Either => "Shared or per-frame",
    }
}

/// Puts the information entities beside the modules; rows of one entity that follow each other share its cell.
fn with_entities(
    rows: Vec<(&ModuleUse, ModuleRow)>,
    statement: &Statement,
    own: Option<&'static str>,
) -> Vec<ModuleRow> {
    let mut last = String::new();
    let mut is_first = true;
    let mut found = Vec::with_capacity(rows.len());
    for (used, mut row) in rows {
        let defined = statement.modules.get(&row.name).and_then(|module| module.entity.as_deref());
        let known = || information_entity::of_module(&row.name).or(own);
        let entity = used.entity.as_deref().or(defined).or_else(known).unwrap_or_default().to_owned();
        let continues = !is_first && !entity.is_empty() && entity == last;
        row.entity = (!continues).then(|| entity.clone());
        (last, is_first) = (entity, false);
        found.push(row);
    }
    found
}
