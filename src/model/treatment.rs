//! What becomes of attributes on their way: what received ones are used for, which is copied where, which is changed.

use super::item::{Attribute, Item};
use super::record::{List, Named, OneOrMany, record, words};
use super::values::Prose;
use super::words::YesNo;

record! {
    /// The attributes of received instances on which a function of the product depends (PS3.2 A.9.1.2).
    pub struct ReceivedAttributes {
        /// The SOP classes of the instances; all where left out.
        pub sop_classes: OneOrMany<Item>,
        /// The Application Entities that have the function.
        pub application_entities: OneOrMany<String>,
        /// What there is to say of the function.
        pub text: Option<Prose>,
        /// The attributes.
        pub attributes: List<ReceivedAttribute>,
    }
}

record! {
    /// An attribute that is used when it is received.
    ///
    /// The short form is `PixelSpacing: Distances are measured with it.`
    pub struct ReceivedAttribute {
        /// The attribute.
        pub attribute: Attribute,
        /// Whether the function does not work without it.
        pub required: Option<YesNo>,
        /// What it is used for.
        #[serde(rename = "use")]
        pub usage: Option<Prose>,
        /// What happens where it is missing or has no value.
        pub when_missing: Option<Prose>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// Which attributes hold the same value in several SOP classes or services (PS3.2 A.9.1.3, N.12).
    pub struct AttributeMapping {
        /// The columns, such as `Modality Worklist`, `Image IOD`, `MPPS IOD`; in the order in which rows name them
        /// where left out.
        pub columns: OneOrMany<String>,
        /// What there is to say of all of it.
        pub text: Option<Prose>,
        /// The rows.
        pub rows: List<MappedAttribute>,
    }
}

record! {
    /// A value that stands in several columns of an attribute mapping.
    ///
    /// The short form is the attribute, where it is the same in all columns.
    pub struct MappedAttribute {
        /// The attribute, where it is the same in several columns.
        pub attribute: Attribute,
        /// The columns in which `attribute` stands; all where left out.
        pub columns: OneOrMany<String>,
        /// The attributes, by column.
        pub attributes: Named<OneOrMany<Attribute>>,
        /// By column, what is no attribute: a field of HL7, an entry of a form.
        pub fields: Named<String>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// A change that the product makes to an attribute of instances on their way (PS3.2 A.9.1.4, Table N.5-11).
    ///
    /// The short form is `PatientName: {change: modified, condition: external}`; a text after it is the new value.
    pub struct Coercion {
        /// The attribute.
        pub attribute: Attribute,
        /// The SOP classes; all where left out.
        pub sop_classes: OneOrMany<Item>,
        /// The Application Entities that do it; all where left out.
        pub application_entities: OneOrMany<String>,
        /// Whether it is done by the side that sends instances or by the one that receives them.
        pub role: Option<CoercionRole>,
        /// What is done.
        pub change: Option<Change>,
        /// The new value, or where it comes from.
        pub value: Option<String>,
        /// When it is done.
        pub condition: Option<ChangeCondition>,
        /// Whether the old value is kept in the Original Attributes Sequence.
        pub recorded: Option<YesNo>,
        /// What else there is to say; where `condition` is `other`, what the condition is.
        pub remark: Option<Prose>,
    }
}

words! {
    /// The side that changes an attribute.
    pub enum CoercionRole {
        /// The side that sends instances.
        Sender = "sender",
        /// The side that receives instances.
        Receiver = "receiver",
    }
}

words! {
    /// What is done to an attribute (PS3.2 Table N.5-11).
    pub enum Change {
        /// It gets another value.
        Modified = "modified",
        /// It is added.
        Added = "added",
        /// It is removed.
        Removed = "removed",
    }
}

words! {
    /// When an attribute is changed (PS3.2 Table N.5-11).
    pub enum ChangeCondition {
        /// Always.
        Always = "always",
        /// As another system says.
        External = "external",
        /// As it is configured.
        Configuration = "configuration",
        /// As the remark says.
        Other = "other",
    }
}
