//! Keys of queries: what a user matches on and asks for, held against what a provider supports (PS3.4 C.2.2, K.2.2).

mod search;

use std::collections::HashMap;

use super::{Cause, Key, Product, Side};
use crate::model::survey::{ConformanceUse, KeyUse, Survey, Trail};
use crate::model::{Matching, Role, YesNo};
use crate::standard::attribute::Tag;
use crate::standard::query_keys::{self, Level};
use crate::standard::sop_class::{self, InformationModel, SopClass};
use crate::standard::worklist_keys::{self, SCHEDULED_PROCEDURE_STEP_SEQUENCE};

/// Attributes of every query that are no keys of a level: character set, level, location, availability, time zone.
pub const BESIDE_KEYS: [Tag; 7] = [
    (0x0008, 0x0005),
    (0x0008, 0x0052),
    (0x0008, 0x0053),
    (0x0008, 0x0054),
    (0x0008, 0x0056),
    (0x0008, 0x0130),
    (0x0008, 0x0201),
];

/// The keys of a product, by query class and role: those of each entity, and of all entities together.
#[derive(Debug, Default)]
pub(super) struct KeyTables {
    tables: HashMap<(&'static str, Role, Option<usize>), KeyTable>,
}

/// The keys that a product uses or supports for a query class in one role.
#[derive(Debug, Default)]
pub(super) struct KeyTable {
    /// The groups, by level where the model has levels, else all in one.
    groups: Vec<Group>,
    /// Where the first of the conformance entries stands.
    pub(super) trail: Option<Trail>,
}

#[derive(Debug)]
struct Group {
    level: Option<Level>,
    name: String,
    order: Vec<Use>,
    by_path: HashMap<Vec<Tag>, usize>,
}

/// How a key is used or supported.
#[derive(Debug, Clone)]
struct Use {
    path: Vec<Tag>,
    /// How it is matched; nothing where that is not said.
    matching: Vec<Matching>,
    is_returned: Option<bool>,
    has_value: bool,
    copied_to: Vec<String>,
    trail: Option<Trail>,
}

impl KeyTables {
    /// Those of the entities that are chosen, by their positions in the survey.
    pub(super) fn of(survey: &Survey<'_>, is_chosen: impl Fn(usize) -> bool) -> Self {
        let mut tables = Self::default();
        let mut by_conformance: HashMap<usize, Vec<&KeyUse<'_>>> = HashMap::new();
        for used in &survey.keys {
            by_conformance.entry(used.conformance).or_default().push(used);
        }
        for (number, entry) in survey.conformances.iter().enumerate() {
            if entry.is_claimed && is_chosen(entry.entity) && !entry.conformance.keys.is_empty() {
                let used = by_conformance.get(&number).map_or(&[][..], Vec::as_slice);
                tables.add(survey, entry, used);
            }
        }
        tables
    }

    fn add(&mut self, survey: &Survey<'_>, entry: &ConformanceUse<'_>, used: &[&KeyUse<'_>]) {
        let classes = entry.sop_classes.iter().filter_map(|id| sop_class::by_uid(survey.uid(*id)?));
        for class in classes.filter(|class| class.is_query()) {
            for role in [Role::Scu, Role::Scp] {
                if entry.roles.iter().any(|own| *own == role || *own == Role::Both) {
                    for entity in [None, Some(entry.entity)] {
                        let table = self.tables.entry((class.entry.uid, role, entity)).or_default();
                        table.trail = table.trail.or(Some(entry.trail));
                        table.add(survey, class, entry, used);
                    }
                }
            }
        }
    }

    /// Those of all entities.
    pub(super) fn of_class(&self, class: &SopClass, role: Role) -> Option<&KeyTable> {
        self.tables.get(&(class.entry.uid, role, None))
    }

    /// Those of an entity, by its position in the survey.
    pub(super) fn of_entity(&self, class: &SopClass, role: Role, entity: usize) -> Option<&KeyTable> {
        self.tables.get(&(class.entry.uid, role, Some(entity)))
    }
}

impl KeyTable {
    fn add(
        &mut self,
        survey: &Survey<'_>,
        class: &SopClass,
        entry: &ConformanceUse<'_>,
        used: &[&KeyUse<'_>],
    ) {
        let model = class.information_model().unwrap_or(InformationModel::Other);
        let keys = &entry.conformance.keys;
        for used in used {
            let path = survey.attributes[used.attribute].meaning.path.clone();
            if !path.is_empty() {
                self.put(model, used.level, stated(used, normal(model, path)));
            }
        }
        if keys.is_standard {
            self.put_standard(model, None);
        }
        for (name, group) in keys.groups() {
            if group.iter().any(crate::model::Key::is_standard) {
                self.put_standard(model, Some(name));
            }
        }
    }

    fn put_standard(&mut self, model: InformationModel, level: Option<&str>) {
        if model == InformationModel::ModalityWorklist {
            let modules = worklist_keys::MODULES.into_iter();
            for module in modules.filter(|module| level.is_none_or(|own| own == *module)) {
                for key in worklist_keys::supported_keys(module) {
                    self.put_unless_there(model, module, &key.path, required_matching(&key.path));
                }
            }
            return;
        }
        let own = level.and_then(Level::by_name);
        for level in query_keys::levels(model) {
            if own.is_none_or(|own| own == *level) {
                for key in query_keys::mandatory_keys(model, *level) {
                    self.put_unless_there(model, level.as_str(), &key.path, Vec::new());
                }
            }
        }
    }

    fn put_unless_there(
        &mut self,
        model: InformationModel,
        level: &str,
        path: &[Tag],
        matching: Vec<Matching>,
    ) {
        let group = self.group(model, level);
        if !group.by_path.contains_key(path) {
            group.put(Use {
                path: path.to_vec(),
                matching,
                is_returned: None,
                has_value: false,
                copied_to: Vec::new(),
                trail: None,
            });
        }
    }

    fn put(&mut self, model: InformationModel, level: &str, used: Use) {
        self.group(model, level).put(used);
    }

    fn group(&mut self, model: InformationModel, name: &str) -> &mut Group {
        let level = level(model, name);
        let position = self.groups.iter().position(|group| group.level == level);
        let position = position.unwrap_or_else(|| {
            let (order, by_path) = (Vec::new(), HashMap::new());
            let name = level.map_or("", |_| name).to_owned();
            self.groups.push(Group { level, name, order, by_path });
            self.groups.len() - 1
        });
        &mut self.groups[position]
    }
}

/// The level of a word. Study Root has the attributes of the patient at its top level, the study (PS3.4 C.6.2.1).
fn level(model: InformationModel, name: &str) -> Option<Level> {
    let levels = query_keys::levels(model);
    let level = Level::by_name(name).filter(|_| !levels.is_empty())?;
    let is_above = levels.first().is_some_and(|top| level < *top);
    if is_above { levels.first().copied() } else { Some(level) }
}

impl Group {
    fn put(&mut self, used: Use) {
        if let Some(position) = self.by_path.get(&used.path) {
            self.order[*position].join(used);
        } else {
            self.by_path.insert(used.path.clone(), self.order.len());
            self.order.push(used);
        }
    }

    fn get(&self, path: &[Tag]) -> Option<&Use> {
        self.by_path.get(path).map(|position| &self.order[*position])
    }

    /// Whether a key is there though it is not listed: as a sequence of which items are listed, or as an item of a
    /// sequence of which none are.
    fn implies(&self, path: &[Tag]) -> bool {
        let holds = |holder: &[Tag]| {
            self.order.iter().any(|used| used.path.len() > holder.len() && used.path.starts_with(holder))
        };
        let is_listed_whole = |holder: &[Tag]| self.by_path.contains_key(holder) && !holds(holder);
        holds(path) || (1..path.len()).any(|length| is_listed_whole(&path[..length]))
    }
}

impl Use {
    /// Joins what another entry says of the same key.
    fn join(&mut self, other: Self) {
        self.matching.extend(other.matching);
        self.is_returned = self.is_returned.max(other.is_returned);
        self.has_value |= other.has_value;
        self.copied_to.extend(other.copied_to);
    }

    /// How a user matches on it, beyond what selects nothing.
    fn selecting(&self) -> impl Iterator<Item = Matching> {
        self.matching.iter().copied().filter(|matching| selects(*matching))
    }

    /// Whether a provider says that it matches on it; it does where it says nothing of matching.
    fn is_matched(&self) -> bool {
        self.matching.is_empty() || self.selecting().next().is_some()
    }
}

const fn selects(matching: Matching) -> bool {
    !matches!(matching, Matching::None | Matching::Universal)
}

/// How every provider matches a key of the worklist; not at all on those that it only has to return (PS3.4 K.6.1.2.2).
fn required_matching(path: &[Tag]) -> Vec<Matching> {
    let words = worklist_keys::required_matching(path);
    if words.is_empty() {
        return vec![Matching::None];
    }
    let known = words.iter().filter_map(|word| match *word {
        "single_value" => Some(Matching::SingleValue),
        "wildcard" => Some(Matching::Wildcard),
        "range" => Some(Matching::Range),
        "sequence" => Some(Matching::Sequence),
        _ => None,
    });
    known.collect()
}

/// Whether who matches in one way matches in the other way too: a value without wild cards, a date without a hyphen and
/// a list of one are single values (PS3.4 C.2.2.2).
fn covers(own: Matching, wanted: Matching) -> bool {
    let is_single = matches!(own, Matching::Wildcard | Matching::Range | Matching::ListOfUid);
    own == wanted || wanted == Matching::SingleValue && is_single
}

fn stated(used: &KeyUse<'_>, path: Vec<Tag>) -> Use {
    let key = used.key;
    Use {
        path,
        matching: key.matching.iter().copied().collect(),
        is_returned: key.returned.map(|returned| returned == YesNo::Yes),
        has_value: key.value.is_some()
            || key.interactive == Some(YesNo::Yes)
            || key.value_source.iter().any(|source| !source.trim().eq_ignore_ascii_case("empty")),
        copied_to: key.copied_to.iter().cloned().collect(),
        trail: Some(used.trail),
    }
}

/// A key of the procedure step may be written without its sequence.
fn normal(model: InformationModel, path: Vec<Tag>) -> Vec<Tag> {
    match path.as_slice() {
        [tag] if model == InformationModel::ModalityWorklist && worklist_keys::by_path(&path).is_none() => {
            let inside = vec![SCHEDULED_PROCEDURE_STEP_SEQUENCE, *tag];
            if worklist_keys::by_path(&inside).is_some() { inside } else { path }
        }
        _ => path,
    }
}

/// What of the keys of a user a provider does not support, with where the user and the provider say so.
pub(super) fn shortcomings<'c>(
    asked: Option<&KeyTable>,
    answered: Option<&KeyTable>,
    user: Side,
) -> Vec<(Cause<'c>, Option<Trail>, Option<Trail>)> {
    let [asked, answered] = [asked, answered].map(|table| table.filter(|table| !table.groups.is_empty()));
    let (Some(asked), Some(answered)) = (asked, answered) else {
        let trails = [asked, answered].map(|table| table.and_then(|table| table.trail));
        let sides = [(user, asked.is_none()), (user.opposite(), answered.is_none())];
        let unknown = sides.into_iter().filter(|(_, is_unknown)| *is_unknown);
        return unknown.map(|(side, _)| (Cause::UnknownKeys(side), trails[0], trails[1])).collect();
    };
    let mut found = Vec::new();
    for group in &asked.groups {
        if let Some(other) = answered.groups.iter().find(|other| other.level == group.level) {
            of_group(group, other, answered.trail, &mut found);
        } else {
            let trail = group.order.first().and_then(|used| used.trail).or(asked.trail);
            found.push((Cause::MissingLevel(group.name.clone()), trail, answered.trail));
        }
    }
    found
}

fn of_group(
    asked: &Group,
    answered: &Group,
    answering: Option<Trail>,
    found: &mut Vec<(Cause<'_>, Option<Trail>, Option<Trail>)>,
) {
    for used in &asked.order {
        if is_always_supported(asked.level, &used.path) {
            continue;
        }
        let key = || Key { level: asked.name.clone(), path: used.path.clone() };
        let supported = answered.get(&used.path);
        if supported.is_none() && answered.implies(&used.path) {
            continue;
        }
        let theirs = supported.and_then(|supported| supported.trail).or(answering);
        let mut report = |cause| found.push((cause, used.trail, theirs));
        let mut wanted = used.selecting().peekable();
        let matches = wanted.peek().is_some() || used.has_value;
        match supported {
            Some(supported) if matches && !supported.is_matched() => report(Cause::UnmatchedKey(key())),
            Some(supported) => {
                let is_lacking = |matching: &Matching| {
                    !supported.matching.is_empty()
                        && !supported.matching.iter().any(|own| covers(*own, *matching))
                };
                let lacking: Vec<_> = wanted.filter(is_lacking).collect();
                if !lacking.is_empty() {
                    report(Cause::OtherMatching(key(), lacking));
                }
            }
            None if matches => report(Cause::UnmatchedKey(key())),
            None => {}
        }
        let is_unreturned = supported.is_none_or(|supported| supported.is_returned == Some(false));
        if !is_unreturned || used.is_returned == Some(false) {
            continue;
        }
        if let Some(goal) = used.copied_to.first() {
            report(Cause::BrokenHandOver(key(), goal.clone()));
        } else if used.is_returned == Some(true) || !matches {
            report(Cause::UnreturnedKey(key()));
        }
    }
}

/// Whether every provider understands the attribute at a level: those beside the keys, and the unique keys of levels
/// above (PS3.4 C.4.1.1.3).
fn is_always_supported(level: Option<Level>, path: &[Tag]) -> bool {
    let [tag] = path else { return false };
    BESIDE_KEYS.contains(tag)
        || level.is_some_and(|level| {
            Level::ALL.into_iter().any(|above| above < level && query_keys::unique_key(above) == *tag)
        })
}

/// What of the keys that one statement lists for a query class in a role another product does not support in the same
/// role.
pub fn key_shortcomings<'c>(
    wanted: &Product<'_>,
    product: &Product<'_>,
    uid: &str,
    role: Role,
) -> Vec<Cause<'c>> {
    let Some(class) = sop_class::by_uid(uid) else { return Vec::new() };
    let Some(asked) = wanted.keys().of_class(class, role) else { return Vec::new() };
    let answered = product.keys().of_class(class, role);
    shortcomings(Some(asked), answered, Side::One).into_iter().map(|(cause, ..)| cause).collect()
}
