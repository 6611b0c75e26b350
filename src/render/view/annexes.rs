//! What PS3.2 keeps in its annexes (A.9): contents of objects, treatment of attributes, terminology, private things.

mod contents;
mod created;
mod grayscale;
mod modules;
mod private;
mod private_registry;
mod terminology;
mod treatment;

use serde::Serialize;

use super::scope::{Anchors, Scope};

pub use contents::{ModuleRow, ObjectView};
pub use created::CreatedRow;
pub use grayscale::GrayscaleView;
pub use modules::{ModuleTable, ObjectAttributeRow};
pub use private::{
    AddedAttributeRow, OwnSopClassView, OwnTransferSyntaxView, PrivateAttributeRow, PrivateAttributesView,
};
pub use terminology::{
    CodeRow, CodingSchemeView, ContextGroupRow, ContextGroupsView, LocalGroupView, TemplateItemRow,
    TemplateView,
};
pub use treatment::{
    CoercionGroup, CoercionRow, CoercionTable, MappedCell, MappingRow, MappingView, ReceivedAttributeRow,
    ReceivedView, StorageFunctionsRow,
};

/// What PS3.2 keeps in its annexes (PS3.2 A.9).
#[derive(Debug, Default, Serialize)]
pub struct AnnexesView {
    /// The SOP classes of which instances are created (PS3.2 A.9.1.1).
    pub created: Vec<CreatedRow>,
    /// Whether one of them is the vendor's own, or extended by the vendor.
    pub has_kinds: bool,
    /// Whether it is said of one of them which Application Entity creates it.
    pub has_creators: bool,
    /// The objects whose contents are described (PS3.2 A.9.1.1).
    pub objects: Vec<ObjectView>,
    /// The modules and functional group macros that several of them share.
    pub common: Vec<ModuleTable>,
    /// The words for presence that occur in the tables, with their meanings.
    pub presence_words: Vec<Word>,
    /// The words for sources that occur in the tables, with their meanings.
    pub source_words: Vec<Word>,
    /// What is done with instances (PS3.2 Table N.1-1).
    pub storage_functions: Vec<StorageFunctionsRow>,
    /// Whether there is something to say in the column of remarks of these.
    pub has_storage_remarks: bool,
    /// The functions that depend on attributes of received instances (PS3.2 A.9.1.2).
    pub received: Vec<ReceivedView>,
    /// Attributes that hold the same value in several places (PS3.2 A.9.1.3).
    pub mappings: Vec<MappingView>,
    /// Attributes that are changed (PS3.2 A.9.1.4).
    pub coercion: CoercionTable,
    /// Private attributes, by creator (PS3.2 A.9.2).
    pub private_attributes: Vec<PrivateAttributesView>,
    /// Context groups (PS3.2 A.9.3.1).
    pub context_groups: ContextGroupsView,
    /// Templates (PS3.2 A.9.3.2).
    pub templates: Vec<TemplateView>,
    /// Coding schemes of the vendor's own (PS3.2 A.9.3.3).
    pub coding_schemes: Vec<CodingSchemeView>,
    /// Grayscale image consistency (PS3.2 A.9.4).
    pub grayscale: GrayscaleView,
    /// Standard Extended, Specialized and Private SOP classes (PS3.2 A.9.5).
    pub sop_classes: Vec<OwnSopClassView>,
    /// Private transfer syntaxes (PS3.2 A.9.6).
    pub transfer_syntaxes: Vec<OwnTransferSyntaxView>,
    /// Whether there is anything to say about contents of objects (PS3.2 A.9.1).
    pub has_contents: bool,
    /// Whether there is anything to say about codes and templates (PS3.2 A.9.3).
    pub has_terminology: bool,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

/// A word of the tables.
#[derive(Debug, Serialize)]
pub struct Word {
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

impl AnnexesView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let mut anchors = Anchors::default();
        let registry = private_registry::PrivateRegistry::of(scope);
        let mut view = Self {
            storage_functions: treatment::storage_functions(scope),
            received: treatment::received(scope, &registry),
            mappings: treatment::mappings(scope, &registry),
            coercion: CoercionTable::of(scope, &registry),
            private_attributes: private::attributes(scope, &registry),
            context_groups: terminology::context_groups(scope),
            templates: terminology::templates(scope, &mut anchors),
            coding_schemes: terminology::coding_schemes(scope),
            grayscale: GrayscaleView::of(scope),
            sop_classes: private::sop_classes(scope, &registry),
            transfer_syntaxes: private::transfer_syntaxes(scope),
            ..Self::default()
        };
        contents::describe(scope, &registry, &mut anchors, &mut view);
        view.has_storage_remarks = view.storage_functions.iter().any(|row| !row.text.is_empty());
        view.has_contents = !view.created.is_empty()
            || !view.storage_functions.is_empty()
            || !view.received.is_empty()
            || !view.mappings.is_empty()
            || !view.coercion.groups.is_empty();
        view.has_terminology = !view.context_groups.rows.is_empty()
            || !view.templates.is_empty()
            || !view.coding_schemes.is_empty();
        view.is_empty = !view.has_contents
            && !view.has_terminology
            && view.private_attributes.is_empty()
            && view.grayscale.is_empty
            && view.sop_classes.is_empty()
            && view.transfer_syntaxes.is_empty();
        view
    }
}
