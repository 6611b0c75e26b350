//! The walk over what PS3.2 keeps in its annexes: contents of objects, treatment of attributes, private things.

use super::Walk;
use crate::model::survey::{
    AttributeRow, ClassList, ClassListPurpose, ItemPlace, ModuleTable, RowUse, Trail,
};
use crate::model::{
    AddedAttribute, Attribute, Item, List, MappedAttribute, ModuleUse, ObjectAttribute, OneOrMany, Statement,
};

impl<'s> Walk<'s> {
    pub(super) fn annexes(&mut self, statement: &'s Statement) {
        self.modules(statement);
        self.objects(statement);
        self.storage_functions(statement);
        self.treatment(statement);
        self.private_attributes(statement);
        self.added_attributes(statement);
        for (name, document) in &statement.cda.documents {
            let trail = self.path(&["cda", "documents", name]);
            self.sop_classes(trail, &document.sop_classes);
        }
    }

    fn path(&mut self, keys: &[&'s str]) -> Trail {
        keys.iter().fold(Trail(0), |trail, key| self.key(trail, key))
    }

    fn sop_classes(&mut self, parent: Trail, items: &'s OneOrMany<Item>) {
        self.expanded(parent, "sop_classes", items, ItemPlace::SopClass);
    }

    /// A list of SOP classes that is kept.
    pub(super) fn class_list(
        &mut self,
        parent: Trail,
        key: &'static str,
        items: &'s OneOrMany<Item>,
        purpose: ClassListPurpose<'s>,
    ) {
        if items.is_empty() {
            return;
        }
        let trail = self.key(parent, key);
        let sop_classes = self.expanded_at(trail, items, ItemPlace::SopClass);
        self.survey.class_lists.push(ClassList { purpose, trail, sop_classes });
    }

    fn modules(&mut self, statement: &'s Statement) {
        for (key, modules) in
            [("modules", &statement.modules), ("functional_groups", &statement.functional_groups)]
        {
            for (name, module) in modules {
                let trail = self.path(&[key, name]);
                let is_functional_group = key == "functional_groups";
                let table = ModuleTable { module: name, is_functional_group, object: None };
                self.created(trail, &module.attributes, table);
            }
        }
        for (name, members) in &statement.module_sets {
            let trail = self.path(&["module_sets", name]);
            let table = ModuleTable { module: "", is_functional_group: false, object: None };
            self.module_uses(trail, members, table);
        }
    }

    fn objects(&mut self, statement: &'s Statement) {
        for (name, object) in &statement.objects {
            let trail = self.path(&["objects", name]);
            let purpose = ClassListPurpose::Contents(name, object);
            self.class_list(trail, "sop_classes", &object.sop_classes, purpose);
            for (key, modules) in
                [("modules", &object.modules), ("functional_groups", &object.functional_groups)]
            {
                let trail = self.key(trail, key);
                let is_functional_group = key == "functional_groups";
                let table = ModuleTable { module: "", is_functional_group, object: Some(name) };
                self.module_uses(trail, modules, table);
            }
        }
    }

    fn module_uses(&mut self, parent: Trail, modules: &'s [ModuleUse], table: ModuleTable<'s>) {
        for (position, used) in modules.iter().enumerate().filter(|(_, used)| !used.attributes.is_empty()) {
            let trail = self.index(parent, position);
            let module = used.module.as_deref().unwrap_or_default();
            self.created(trail, &used.attributes, ModuleTable { module, ..table });
        }
    }

    fn created(&mut self, parent: Trail, attributes: &'s List<ObjectAttribute>, table: ModuleTable<'s>) {
        self.rows(parent, attributes, |used| &used.attribute, |used| AttributeRow::Created(used, table));
    }

    fn listed<T>(&mut self, parent: Trail, attributes: &'s [T], attribute: impl Fn(&'s T) -> &'s Attribute) {
        if attributes.is_empty() {
            return;
        }
        let parent = self.key(parent, "attributes");
        for (position, used) in attributes.iter().enumerate() {
            let trail = self.index(parent, position);
            self.attribute(attribute(used), trail);
        }
    }

    /// Rows of attributes that are kept; gives where each stands.
    fn rows<T>(
        &mut self,
        parent: Trail,
        attributes: &'s [T],
        attribute: impl Fn(&'s T) -> &'s Attribute,
        row: impl Fn(&'s T) -> AttributeRow<'s>,
    ) -> Vec<Trail> {
        if attributes.is_empty() {
            return Vec::new();
        }
        let parent = self.key(parent, "attributes");
        let mut trails = Vec::with_capacity(attributes.len());
        for (position, used) in attributes.iter().enumerate() {
            let trail = self.index(parent, position);
            let attribute = self.attribute(attribute(used), trail);
            self.survey.rows.push(RowUse { row: row(used), trail, attribute });
            trails.push(trail);
        }
        trails
    }

    fn storage_functions(&mut self, statement: &'s Statement) {
        let parent = self.key(Trail(0), "storage_functions");
        for (position, row) in statement.storage_functions.iter().enumerate() {
            let trail = self.index(parent, position);
            self.sop_classes(trail, &row.sop_classes);
        }
    }

    fn treatment(&mut self, statement: &'s Statement) {
        for (name, received) in &statement.received_attributes {
            let trail = self.path(&["received_attributes", name]);
            self.sop_classes(trail, &received.sop_classes);
            self.listed(trail, &received.attributes, |used| &used.attribute);
        }
        for (name, mapping) in &statement.attribute_mapping {
            let parent = self.path(&["attribute_mapping", name, "rows"]);
            for (position, row) in mapping.rows.iter().enumerate() {
                let trail = self.index(parent, position);
                self.mapped_attribute(trail, row);
            }
        }
        let parent = self.key(Trail(0), "coercion");
        for (position, coercion) in statement.coercion.iter().enumerate() {
            let trail = self.index(parent, position);
            self.attribute(&coercion.attribute, trail);
            self.class_list(trail, "sop_classes", &coercion.sop_classes, ClassListPurpose::Coercion);
        }
    }

    fn mapped_attribute(&mut self, trail: Trail, row: &'s MappedAttribute) {
        if row.attribute.tag.is_some() || row.attribute.name.is_some() {
            self.attribute(&row.attribute, trail);
        }
        for (column, attributes) in &row.attributes {
            let parent = self.key(trail, "attributes");
            let parent = self.key(parent, column);
            for (position, attribute) in attributes.iter().enumerate() {
                let trail = self.index(parent, position);
                self.attribute_at(attribute, trail);
            }
        }
    }

    fn private_attributes(&mut self, statement: &'s Statement) {
        for (creator, block) in &statement.private_attributes {
            let trail = self.path(&["private_attributes", creator]);
            let trails = self.rows(
                trail,
                &block.attributes,
                |used| &used.attribute,
                |used| AttributeRow::Private(used, creator),
            );
            for (trail, used) in trails.into_iter().zip(&block.attributes) {
                self.sop_classes(trail, &used.sop_classes);
            }
        }
    }

    /// The attributes that the vendor adds to SOP classes.
    fn added_attributes(&mut self, statement: &'s Statement) {
        let extended = &statement.extended_sop_classes;
        let parent = self.key(Trail(0), "extended_sop_classes");
        for (position, class) in extended.iter().enumerate() {
            let trail = self.index(parent, position);
            let purpose = ClassListPurpose::Extension(position);
            self.class_list(trail, "sop_classes", &class.sop_classes, purpose);
            self.added(trail, &class.attributes);
        }
        let specialized = statement.specialized_sop_classes.iter().map(|class| &class.attributes);
        self.added_to("specialized_sop_classes", specialized);
        let private = statement.private_sop_classes.iter().map(|class| &class.attributes);
        self.added_to("private_sop_classes", private);
    }

    fn added_to(&mut self, key: &'s str, lists: impl Iterator<Item = &'s List<AddedAttribute>>) {
        let parent = self.key(Trail(0), key);
        for (position, attributes) in lists.enumerate().filter(|(_, attributes)| !attributes.is_empty()) {
            let trail = self.index(parent, position);
            self.added(trail, attributes);
        }
    }

    fn added(&mut self, parent: Trail, attributes: &'s List<AddedAttribute>) {
        self.rows(parent, attributes, |added| &added.attribute, AttributeRow::Added);
    }
}
