//! Private attributes, SOP classes and transfer syntaxes (PS3.2 A.9.2, A.9.5, A.9.6).

use serde::Serialize;

use super::private_registry::{PrivateRegistry, own_tag};
use super::treatment::short_list;
use crate::model::survey::{ItemPlace, Meaning};
use crate::model::{
    AddedAttribute, AttributeType, ByteOrder, ExtendedSopClass, PrivateTransferSyntax, Prose, VrEncoding,
    YesNo,
};
use crate::render::view::place::{Parents, Place, is_private};
use crate::render::view::scope::Scope;
use crate::render::view::scope::yes_no;

/// The attributes of a private creator.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct PrivateAttributesView {
    /// The private creator.
    pub creator: String,
    /// What there is to say of all of them; prose.
    pub text: Option<String>,
    /// The attributes, the one that reserves the block before the first of each group.
    pub rows: Vec<PrivateAttributeRow>,
    /// Whether there is something to say in the column of types.
    pub has_types: bool,
    /// Whether one of them stands in instances of some SOP classes only.
    pub has_sop_classes: bool,
    /// Whether there is something to say in the column of descriptions.
    pub has_descriptions: bool,
    /// Whether it is said of one of them whether it identifies a person.
    pub has_safety: bool,
}

/// A private attribute.
#[derive(Debug, Serialize)]
pub struct PrivateAttributeRow {
    /// The tag, `xx` for the block.
    pub tag: String,
    /// The name.
    pub name: String,
    /// The value representation.
    pub vr: String,
    /// The value multiplicity.
    pub vm: String,
    /// The type.
    pub attribute_type: &'static str,
    /// The SOP classes in whose instances it stands; empty where it is not stated.
    pub sop_classes: Vec<String>,
    /// What it means, and its values; prose.
    pub descriptions: Vec<String>,
    /// `Yes` where it holds nothing that identifies a person, `No` where it does; empty where it is not stated.
    pub safe: &'static str,
}

/// The private attributes.
pub(super) fn attributes(scope: &Scope<'_>, registry: &PrivateRegistry<'_>) -> Vec<PrivateAttributesView> {
    let blocks = scope.statement().private_attributes.iter().map(|(creator, block)| {
        let mut rows = Vec::new();
        let mut last_group = None;
        for used in &block.attributes {
            let tag = own_tag(scope, &used.attribute).filter(|tag| is_private(*tag));
            if let Some((group, _)) = tag.filter(|(group, _)| last_group != Some(*group)) {
                last_group = Some(group);
                rows.push(reservation(group, creator));
            }
            rows.push(private_row(scope, registry, creator, used));
        }
        let has = |said: fn(&PrivateAttributeRow) -> bool| rows.iter().any(said);
        PrivateAttributesView {
            creator: creator.clone(),
            text: scope.prose(block.text.as_ref()),
            has_types: has(|row| !row.attribute_type.is_empty()),
            has_sop_classes: has(|row| !row.sop_classes.is_empty()),
            has_descriptions: has(|row| !row.descriptions.is_empty()),
            has_safety: has(|row| !row.safe.is_empty()),
            rows,
        }
    });
    blocks.collect()
}

/// The attribute that reserves a block (PS3.5 7.8.1).
fn reservation(group: u16, creator: &str) -> PrivateAttributeRow {
    PrivateAttributeRow {
        tag: format!("({group:04X},00xx)"),
        name: "Private Creator".to_owned(),
        vr: "LO".to_owned(),
        vm: "1".to_owned(),
        attribute_type: "",
        sop_classes: Vec::new(),
        descriptions: vec![format!("`{}`", creator.replace('`', "'"))],
        safe: "",
    }
}

fn private_row(
    scope: &Scope<'_>,
    registry: &PrivateRegistry<'_>,
    creator: &str,
    used: &crate::model::PrivateAttribute,
) -> PrivateAttributeRow {
    let place = registry.place(scope, &used.attribute, Some(creator));
    let values = values(&used.value);
    PrivateAttributeRow {
        tag: place.tag_path(),
        name: place.name,
        vr: used.vr.clone().unwrap_or(place.vr),
        vm: used.vm.clone().unwrap_or(place.vm),
        attribute_type: used.attribute_type.map(AttributeType::as_str).unwrap_or_default(),
        sop_classes: short_list(scope, &used.sop_classes),
        descriptions: scope.prose(used.description.as_ref()).into_iter().chain(values).collect(),
        safe: used.safe.map(yes_no).unwrap_or_default(),
    }
}

/// Values to choose from, in one sentence of Markdown.
fn values(values: &[String]) -> Option<String> {
    let values: Vec<_> = values.iter().map(|value| format!("`{}`", value.replace('`', "'"))).collect();
    (!values.is_empty()).then(|| format!("Values: {}.", values.join(", ")))
}

/// A Standard Extended, Specialized or Private SOP class (PS3.2 A.9.5).
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Default, Serialize)]
pub struct OwnSopClassView {
    /// The title.
    pub title: String,
    /// `Standard Extended`, `Specialized` or `Private`.
    pub kind: &'static str,
    /// The UID; empty for the standard's own classes.
    pub uid: String,
    /// The standard SOP classes that are extended or specialized, as names and UIDs.
    pub bases: Vec<[String; 2]>,
    /// What there is to say; prose.
    pub text: Option<String>,
    /// The information model; prose.
    pub information_model: Option<String>,
    /// The information object definition; prose.
    pub iod: Option<String>,
    /// The services.
    pub services: Vec<String>,
    /// How values and templates are constrained; prose.
    pub constraints: Vec<String>,
    /// The attributes that are added or narrowed.
    pub rows: Vec<AddedAttributeRow>,
    /// Whether there is something to say in the column of modules.
    pub has_modules: bool,
    /// Whether there is something to say in the column of multiplicities.
    pub has_multiplicities: bool,
    /// Whether there is something to say in the column of types.
    pub has_types: bool,
    /// Whether there is something to say in the column of descriptions.
    pub has_descriptions: bool,
}

/// An attribute that is added to a SOP class.
#[derive(Debug, Default, Serialize)]
pub struct AddedAttributeRow {
    /// The module; empty where it is not stated.
    pub module: String,
    /// The name of the attribute, behind `>` for each sequence it stands in.
    pub name: String,
    /// The tag.
    pub tag: String,
    /// The value representation.
    pub vr: String,
    /// The value multiplicity.
    pub vm: String,
    /// The type.
    pub attribute_type: &'static str,
    /// Condition, description and values; prose.
    pub descriptions: Vec<String>,
}

/// The vendor's own and extended SOP classes.
pub(super) fn sop_classes(scope: &Scope<'_>, registry: &PrivateRegistry<'_>) -> Vec<OwnSopClassView> {
    let statement = scope.statement();
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let extended = statement.extended_sop_classes.iter().map(|class| OwnSopClassView {
        kind: "Standard Extended",
        text: scope.prose(class.text.as_ref()),
        ..extended_view(scope, class).with_rows(scope, registry, &class.attributes)
    });
    let specialized = statement.specialized_sop_classes.iter().map(|class| OwnSopClassView {
        title: text(&class.name),
        kind: "Specialized",
        uid: text(&class.uid),
        bases: class.base.as_deref().map(|base| base_of(scope, base)).into_iter().collect(),
        text: scope.prose(class.text.as_ref()),
        constraints: class.constraints.iter().filter_map(|prose| scope.prose(Some(prose))).collect(),
        ..OwnSopClassView::default().with_rows(scope, registry, &class.attributes)
    });
    let private = statement.private_sop_classes.iter().map(|class| OwnSopClassView {
        title: text(&class.name),
        kind: "Private",
        uid: text(&class.uid),
        text: scope.prose(class.text.as_ref()),
        information_model: scope.prose(class.information_model.as_ref()),
        iod: scope.prose(class.iod.as_ref()),
        services: class.services.to_vec(),
        ..OwnSopClassView::default().with_rows(scope, registry, &class.attributes)
    });
    extended.chain(specialized).chain(private).collect()
}

fn extended_view(scope: &Scope<'_>, class: &ExtendedSopClass) -> OwnSopClassView {
    let ids = scope.expanded(&class.sop_classes);
    let names: Vec<_> = ids.iter().map(|id| scope.short_name(*id)).collect();
    let title = match names.as_slice() {
        [] => "Standard Extended SOP Classes".to_owned(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [first, others @ ..] => format!("{first} and {} Other SOP Classes", others.len()),
    };
    let bases = ids.iter().map(|id| [scope.name(*id), scope.uid(*id)]).collect();
    OwnSopClassView { title, bases, ..OwnSopClassView::default() }
}

/// The registered name and the UID of a base that is written as a text.
fn base_of<'s>(scope: &Scope<'s>, base: &'s str) -> [String; 2] {
    match scope.survey.meaning_of(base, ItemPlace::SopClass) {
        Meaning::Registered { entry, .. } => [entry.name.to_owned(), entry.uid.to_owned()],
        _ => [base.to_owned(), String::new()],
    }
}

impl OwnSopClassView {
    fn with_rows(
        mut self,
        scope: &Scope<'_>,
        registry: &PrivateRegistry<'_>,
        attributes: &[AddedAttribute],
    ) -> Self {
        let mut parents = Parents::default();
        for used in attributes {
            let place = registry.place(scope, &used.attribute, used.creator.as_deref());
            self.rows.extend(parents.missing(&place).into_iter().map(row));
            let descriptions = [&used.condition, &used.description];
            let descriptions =
                descriptions.into_iter().filter_map(|prose: &Option<Prose>| scope.prose(prose.as_ref()));
            let row = row(place);
            self.has_multiplicities |= !row.vm.is_empty() || used.vm.is_some();
            self.rows.push(AddedAttributeRow {
                module: used.module.clone().unwrap_or_default(),
                vr: used.vr.clone().unwrap_or(row.vr),
                vm: used.vm.clone().unwrap_or(row.vm),
                attribute_type: used.attribute_type.map(AttributeType::as_str).unwrap_or_default(),
                descriptions: descriptions.chain(values(&used.value)).collect(),
                ..row
            });
        }
        self.has_modules = self.rows.iter().any(|row| !row.module.is_empty());
        self.has_types = self.rows.iter().any(|row| !row.attribute_type.is_empty());
        self.has_descriptions = self.rows.iter().any(|row| !row.descriptions.is_empty());
        self
    }
}

fn row(place: Place) -> AddedAttributeRow {
    AddedAttributeRow {
        name: place.indented_name(),
        tag: place.tag,
        vr: place.vr,
        vm: place.vm,
        ..AddedAttributeRow::default()
    }
}

/// A private transfer syntax (PS3.2 A.9.6).
#[derive(Debug, Serialize)]
pub struct OwnTransferSyntaxView {
    /// The name.
    pub name: String,
    /// The UID.
    pub uid: String,
    /// What it is; prose.
    pub text: Option<String>,
    /// How data is encoded, as pairs of what and how; the second is prose.
    pub encoding: Vec<[String; 2]>,
}

/// The private transfer syntaxes.
pub(super) fn transfer_syntaxes(scope: &Scope<'_>) -> Vec<OwnTransferSyntaxView> {
    let syntaxes = scope.statement().private_transfer_syntaxes.iter().map(|syntax| OwnTransferSyntaxView {
        name: syntax.name.clone().unwrap_or_default(),
        uid: syntax.uid.clone().unwrap_or_default(),
        text: scope.prose(syntax.text.as_ref()),
        encoding: encoding(scope, syntax),
    });
    syntaxes.collect()
}

fn encoding(scope: &Scope<'_>, syntax: &PrivateTransferSyntax) -> Vec<[String; 2]> {
    let vr = syntax.vr.map(|vr| match vr {
        VrEncoding::Explicit => "Explicit",
        VrEncoding::Implicit => "Implicit",
    });
    let order = syntax.byte_order.map(|order| match order {
        ByteOrder::LittleEndian => "Little endian",
        ByteOrder::BigEndian => "Big endian",
    });
    let pixels = syntax.encapsulated.map(|answer| match answer {
        YesNo::Yes => "Encapsulated",
        YesNo::No => "Native",
    });
    let said = [
        ("Value Representation", vr.map(str::to_owned)),
        ("Byte Order", order.map(str::to_owned)),
        ("Pixel Data", pixels.map(str::to_owned)),
        ("Compression", scope.prose(syntax.compression.as_ref())),
        ("Lossy", syntax.lossy.map(|answer| yes_no(answer).to_owned())),
    ];
    said.into_iter().filter_map(|(what, how)| Some([what.to_owned(), how?])).collect()
}
