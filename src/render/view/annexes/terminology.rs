//! Context groups, templates and private codes (PS3.2 A.9.3).

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{
    Code, Configurability, ContextGroup, List, Prose, SrTemplate, TemplateRow, TemplateType, ValueSet,
};
use crate::render::view::conformance::exceptional;
use crate::render::view::scope::{Anchors, Scope};

/// Context groups (PS3.2 Table A.9.3-1).
#[derive(Debug, Default, Serialize)]
pub struct ContextGroupsView {
    /// The groups.
    pub rows: Vec<ContextGroupRow>,
    /// Whether there is something to say in the column of uses.
    pub has_uses: bool,
    /// The codes of extended and private groups.
    pub local: Vec<LocalGroupView>,
}

/// A context group.
#[derive(Debug, Serialize)]
pub struct ContextGroupRow {
    /// The context in which it is used.
    pub name: String,
    /// The default value set, such as `CID 29 Acquisition Modality`, or `None`.
    pub default: String,
    /// `No`, `Extensible` or `Replaceable`.
    pub configurable: &'static str,
    /// How a term is chosen and where it goes; prose.
    pub usage: String,
}

/// The codes of an extended or private context group.
#[derive(Debug, Serialize)]
pub struct LocalGroupView {
    /// The context in which it is used.
    pub name: String,
    /// The value set, such as `Extended CID 4 Anatomic Region`.
    pub default: String,
    /// What identifies it: names of attributes, their tags and values.
    pub identification: Vec<[String; 3]>,
    /// The codes.
    pub codes: Vec<CodeRow>,
    /// Whether there is something to say in the column of versions.
    pub has_versions: bool,
}

/// A code.
#[derive(Debug, Serialize)]
pub struct CodeRow {
    /// The coding scheme designator.
    pub scheme: String,
    /// The version of the coding scheme.
    pub version: String,
    /// The code value.
    pub value: String,
    /// The code meaning.
    pub meaning: String,
    /// What is meant by it; prose.
    pub definition: String,
}

/// The context groups.
pub(super) fn context_groups(scope: &Scope<'_>) -> ContextGroupsView {
    let groups = scope.statement().context_groups.iter();
    let rows: Vec<_> = groups.clone().map(|(name, group)| group_row(scope, name, group)).collect();
    let local = groups.filter_map(|(name, group)| local_group(scope, name, group));
    ContextGroupsView { has_uses: rows.iter().any(|row| !row.usage.is_empty()), rows, local: local.collect() }
}

fn group_row(scope: &Scope<'_>, name: &str, group: &ContextGroup) -> ContextGroupRow {
    ContextGroupRow {
        name: name.to_owned(),
        default: value_set(group),
        configurable: match group.configurable {
            Some(Configurability::No) => "No",
            Some(Configurability::Extensible) => "Extensible",
            Some(Configurability::Replaceable) => "Replaceable",
            None => "",
        },
        usage: scope.prose(group.usage.as_ref()).unwrap_or_default(),
    }
}

fn value_set(group: &ContextGroup) -> String {
    let set = match &group.default {
        Some(ValueSet::None) => "None".to_owned(),
        Some(ValueSet::Standard(number)) => format!("CID {number}"),
        Some(ValueSet::Extended(number)) => format!("Extended CID {number}"),
        Some(ValueSet::Private(number)) => format!("Private CID {number}"),
        None => String::new(),
    };
    let name = group.name.as_deref().unwrap_or_default();
    format!("{set} {name}").trim().to_owned()
}

fn local_group(scope: &Scope<'_>, name: &str, group: &ContextGroup) -> Option<LocalGroupView> {
    let identification = [
        ("Context Group Version", "(0008,0106)", &group.version),
        ("Context Group Local Version", "(0008,0107)", &group.local_version),
        ("Context Group Extension Creator UID", "(0008,010D)", &group.creator_uid),
        ("Context UID", "(0008,0117)", &group.uid),
    ];
    let identification: Vec<_> = identification
        .into_iter()
        .filter_map(|(name, tag, value)| Some([name.to_owned(), tag.to_owned(), value.clone()?]))
        .collect();
    let codes: Vec<_> = group.codes.iter().map(|code| code_row(scope, code)).collect();
    let is_said = !codes.is_empty() || !identification.is_empty();
    is_said.then(|| LocalGroupView {
        name: name.to_owned(),
        default: value_set(group),
        identification,
        has_versions: codes.iter().any(|row| !row.version.is_empty()),
        codes,
    })
}

/// A code, completed from the codes that the statement defines.
fn code_row(scope: &Scope<'_>, code: &Code) -> CodeRow {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let (scheme, value) = (text(&code.scheme), text(&code.value));
    let known = scope.statement().private_codes.get(&scheme).and_then(|scheme| scheme.codes.get(&value));
    let meaning = code.meaning.as_ref().or_else(|| known?.meaning.as_ref());
    CodeRow {
        meaning: meaning.cloned().unwrap_or_default(),
        definition: known.and_then(|known| scope.prose(known.definition.as_ref())).unwrap_or_default(),
        version: text(&code.version),
        scheme,
        value,
    }
}

/// A code as PS3.16 writes it: `(113014, DCM, "Study")`; empty where there is none.
fn triplet(scope: &Scope<'_>, code: &Code) -> String {
    let row = code_row(scope, code);
    if row.value.is_empty() && row.meaning.is_empty() {
        return String::new();
    }
    format!("({}, {}, \"{}\")", row.value, row.scheme, row.meaning)
}

/// A template (PS3.2 A.9.3.2).
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct TemplateView {
    /// The title: identifier and name.
    pub title: String,
    /// The address of its section.
    pub anchor: String,
    /// `Standard template`, `Extension of a standard template` or `Private template`; empty where it is not stated.
    pub kind: &'static str,
    /// The claim, where it is no plain yes.
    pub support: Option<&'static str>,
    /// What it is for; prose.
    pub text: Option<String>,
    /// Type, order and root, as PS3.16 writes them: `Extensible`, `Significant`, `Yes`, each empty where it is not
    /// stated.
    pub traits: [&'static str; 3],
    /// The content items.
    pub rows: Vec<TemplateItemRow>,
    /// Whether there is something to say in the column of relations.
    pub has_relations: bool,
    /// Whether there is something to say in the column of multiplicities.
    pub has_multiplicities: bool,
    /// Whether there is something to say in the column of requirements.
    pub has_requirements: bool,
    /// Whether there is something to say in the column of conditions.
    pub has_conditions: bool,
    /// Whether there is something to say in the column of values.
    pub has_values: bool,
    /// Whether there is something to say in the column of presence.
    pub has_presence: bool,
    /// Whether there is something to say in the column of sources.
    pub has_sources: bool,
    /// Whether there is something to say in the column of comments.
    pub has_comments: bool,
    /// Whether one of the content items is not in the standard's template; such have a `*`.
    pub has_added: bool,
}

/// A content item of a template (PS3.16 6.1).
#[derive(Debug, Serialize)]
pub struct TemplateItemRow {
    /// The number of the row, with a `*` where the standard's template does not have it.
    pub number: String,
    /// `>` for each level of nesting.
    pub nesting: String,
    /// The relation with the parent.
    pub relation: String,
    /// The value type.
    pub value_type: String,
    /// The concept name, or the template that is included.
    pub concept: String,
    /// The address of the section of the template that is included, where the statement has one.
    pub included: Option<String>,
    /// How often.
    pub vm: String,
    /// `M`, `MC`, `U` or `UC`.
    pub requirement: &'static str,
    /// On which condition; prose.
    pub condition: String,
    /// The values to choose from.
    pub values: Vec<String>,
    /// Whether item and value are always there.
    pub presence: Vec<String>,
    /// Where the value comes from.
    pub sources: Vec<String>,
    /// What else there is to say; prose.
    pub comment: String,
}

/// The templates.
pub(super) fn templates(scope: &Scope<'_>, anchors: &mut Anchors) -> Vec<TemplateView> {
    let named: Vec<_> = scope.statement().sr_templates.iter().collect();
    let addresses: Vec<_> = named.iter().map(|(name, _)| anchors.of("template", name)).collect();
    let mut by_name: HashMap<&str, &String> = HashMap::new();
    for ((name, template), address) in named.iter().zip(&addresses) {
        by_name.entry(name.as_str()).or_insert(address);
        by_name.entry(template.tid.as_deref().unwrap_or_default()).or_insert(address);
    }
    let find = |wanted: &str| by_name.get(wanted).map(|address| (*address).clone());
    let views = named.iter().zip(&addresses).map(|((name, template), anchor)| {
        let rows = template.rows.iter().enumerate();
        let rows = rows.map(|(position, row)| template_row(scope, position + 1, row, &find)).collect();
        template_view(scope, name, template, anchor.clone(), rows)
    });
    views.collect()
}

fn template_view(
    scope: &Scope<'_>,
    name: &str,
    template: &SrTemplate,
    anchor: String,
    rows: Vec<TemplateItemRow>,
) -> TemplateView {
    let tid = template.tid.as_deref().unwrap_or_default();
    let has = |said: fn(&TemplateItemRow) -> bool| rows.iter().any(said);
    let one_of = |answer: Option<bool>, yes, no| answer.map_or("", |answer| if answer { yes } else { no });
    TemplateView {
        title: if name == tid { name.to_owned() } else { format!("{tid} {name}").trim().to_owned() },
        anchor,
        kind: match template.template_type {
            Some(TemplateType::Standard) => "Standard template",
            Some(TemplateType::Extended) => "Extension of a standard template",
            Some(TemplateType::Private) => "Private template",
            None => "",
        },
        support: exceptional(template.support),
        text: scope.prose(template.text.as_ref()),
        traits: [
            one_of(template.extensible, "Extensible", "Non-Extensible"),
            one_of(template.order_significant, "Significant", "Non-Significant"),
            one_of(template.root, "Yes", "No"),
        ],
        has_relations: has(|row| !row.relation.is_empty()),
        has_multiplicities: has(|row| !row.vm.is_empty()),
        has_requirements: has(|row| !row.requirement.is_empty()),
        has_conditions: has(|row| !row.condition.is_empty()),
        has_values: has(|row| !row.values.is_empty()),
        has_presence: has(|row| !row.presence.is_empty()),
        has_sources: has(|row| !row.sources.is_empty()),
        has_comments: has(|row| !row.comment.is_empty()),
        has_added: template.rows.iter().any(|row| row.added == Some(true)),
        rows,
    }
}

fn template_row(
    scope: &Scope<'_>,
    number: usize,
    row: &TemplateRow,
    find: &impl Fn(&str) -> Option<String>,
) -> TemplateItemRow {
    const DEEPEST: i64 = 32;
    let nesting = row.level.unwrap_or_default().clamp(0, DEEPEST);
    let include = row.include.as_deref().map(str::trim).filter(|include| !include.is_empty());
    let value_type = row.value_type.as_deref().or(include.map(|_| "INCLUDE"));
    let concept = triplet(scope, &row.concept);
    let text = |prose: &Option<Prose>| scope.prose(prose.as_ref()).unwrap_or_default();
    TemplateItemRow {
        number: if row.added == Some(true) { format!("{number}*") } else { number.to_string() },
        nesting: ">".repeat(usize::try_from(nesting).unwrap_or_default()),
        relation: row.relation.clone().unwrap_or_default(),
        value_type: value_type.unwrap_or_default().to_owned(),
        concept: if concept.is_empty() { include.unwrap_or_default().to_owned() } else { concept },
        included: include.and_then(find),
        vm: row.vm.clone().unwrap_or_default(),
        requirement: row.requirement.map(crate::model::Requirement::as_str).unwrap_or_default(),
        condition: text(&row.condition),
        values: values(scope, &row.values, &row.codes),
        presence: row.presence.iter().map(ToString::to_string).collect(),
        sources: row.source.to_vec(),
        comment: text(&row.remark),
    }
}

fn values(scope: &Scope<'_>, values: &[String], codes: &List<Code>) -> Vec<String> {
    values.iter().cloned().chain(codes.iter().map(|code| triplet(scope, code))).collect()
}

/// A coding scheme of the vendor's own (PS3.2 A.9.3.3).
#[derive(Debug, Serialize)]
pub struct CodingSchemeView {
    /// The coding scheme designator.
    pub designator: String,
    /// The name; empty where it is not stated.
    pub name: String,
    /// The UID; empty where it is not stated.
    pub uid: String,
    /// The version; empty where it is not stated.
    pub version: String,
    /// Who answers for it; empty where it is not stated.
    pub organization: String,
    /// What there is to say of all of it; prose.
    pub text: Option<String>,
    /// The codes.
    pub codes: Vec<CodeRow>,
    /// Whether there is something to say in the column of definitions.
    pub has_definitions: bool,
}

/// The coding schemes.
pub(super) fn coding_schemes(scope: &Scope<'_>) -> Vec<CodingSchemeView> {
    let schemes = scope.statement().private_codes.iter().map(|(designator, scheme)| {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let codes = scheme.codes.iter().map(|(value, code)| CodeRow {
            scheme: designator.clone(),
            version: String::new(),
            value: value.clone(),
            meaning: text(&code.meaning),
            definition: scope.prose(code.definition.as_ref()).unwrap_or_default(),
        });
        let codes: Vec<_> = codes.collect();
        CodingSchemeView {
            designator: designator.clone(),
            name: text(&scheme.name),
            uid: text(&scheme.uid),
            version: text(&scheme.version),
            organization: text(&scheme.organization),
            text: scope.prose(scheme.text.as_ref()),
            has_definitions: codes.iter().any(|code| !code.definition.is_empty()),
            codes,
        }
    });
    schemes.collect()
}
