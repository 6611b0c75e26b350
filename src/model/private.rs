//! What the vendor adds to the standard: attributes, SOP classes and transfer syntaxes of its own.

use super::item::{Attribute, Item};
use super::record::{List, OneOrMany, record, words};
use super::values::Prose;
use super::words::YesNo;

record! {
    /// The attributes of a private creator (PS3.2 A.9.2, PS3.5 7.8.1).
    pub struct PrivateAttributes {
        /// What there is to say of all of them.
        pub text: Option<Prose>,
        /// The attributes.
        pub attributes: List<PrivateAttribute>,
    }
}

record! {
    /// A private attribute; `xx` in its tag stands for the block that is reserved at run time.
    ///
    /// The short form is `(0019,xx10) Dose Index: {vr: DS, vm: 1}`; a text after it is the description.
    pub struct PrivateAttribute {
        /// The tag and the name.
        pub attribute: Attribute,
        /// The value representation.
        pub vr: Option<String>,
        /// The value multiplicity.
        pub vm: Option<String>,
        /// The type: `1`, `1C`, `2`, `2C` or `3` (PS3.5 7.4).
        #[serde(rename = "type")]
        pub attribute_type: Option<AttributeType>,
        /// Whether it holds nothing by which a person can be identified, so that it may be left in place by
        /// de-identification (PS3.15 Annex E).
        pub safe: Option<YesNo>,
        /// The SOP classes in whose instances it stands.
        pub sop_classes: OneOrMany<Item>,
        /// The values to choose from.
        pub value: OneOrMany<String>,
        /// What it means.
        pub description: Option<Prose>,
    }
}

record! {
    /// Standard SOP classes to whose instances attributes are added (PS3.2 7.3, A.9.5).
    pub struct ExtendedSopClass {
        /// The SOP classes.
        pub sop_classes: OneOrMany<Item>,
        /// Why and how they are extended.
        pub text: Option<Prose>,
        /// The attributes that are added.
        pub attributes: List<AddedAttribute>,
    }
}

record! {
    /// An attribute that the standard's SOP class does not have, or not with this type.
    ///
    /// The short form is `(0019,xx10) Dose Index: {module: CT Image, type: 3}`; a text after it is the description.
    pub struct AddedAttribute {
        /// The attribute.
        pub attribute: Attribute,
        /// The private creator, where several blocks of `private_attributes` have this tag.
        pub creator: Option<String>,
        /// The module in which it stands.
        pub module: Option<String>,
        /// The value representation, where the registry leaves a choice.
        pub vr: Option<String>,
        /// The value multiplicity, where it is narrower than the registered one.
        pub vm: Option<String>,
        /// The type; 3 in a Standard Extended SOP Class.
        #[serde(rename = "type")]
        pub attribute_type: Option<AttributeType>,
        /// On which condition it is there.
        pub condition: Option<Prose>,
        /// The values that are permitted.
        pub value: OneOrMany<String>,
        /// What it means.
        pub description: Option<Prose>,
    }
}

record! {
    /// A private SOP class (PS3.2 7.3, A.9.5).
    pub struct PrivateSopClass {
        /// Its name.
        pub name: Option<String>,
        /// Its UID.
        pub uid: Option<String>,
        /// What it is.
        pub text: Option<Prose>,
        /// The information model of which it is a part.
        pub information_model: Option<Prose>,
        /// The information object definition.
        pub iod: Option<Prose>,
        /// The services that work on it: DIMSE services, or `Media Storage`.
        pub services: OneOrMany<String>,
        /// The attributes.
        pub attributes: List<AddedAttribute>,
    }
}

record! {
    /// A specialized SOP class (PS3.2 7.3, A.9.5).
    pub struct SpecializedSopClass {
        /// Its name.
        pub name: Option<String>,
        /// Its UID.
        pub uid: Option<String>,
        /// The standard SOP class that it specializes.
        pub base: Option<String>,
        /// How it differs from its base.
        pub text: Option<Prose>,
        /// The attributes that it adds, or whose type or values it narrows.
        pub attributes: List<AddedAttribute>,
        /// How values and templates are constrained.
        pub constraints: OneOrMany<Prose>,
    }
}

record! {
    /// A private transfer syntax (PS3.2 A.9.6).
    pub struct PrivateTransferSyntax {
        /// Its name.
        pub name: Option<String>,
        /// Its UID.
        pub uid: Option<String>,
        /// What it is.
        pub text: Option<Prose>,
        /// Whether value representations are written.
        pub vr: Option<VrEncoding>,
        /// The order of bytes.
        pub byte_order: Option<ByteOrder>,
        /// Whether Pixel Data is encapsulated.
        pub encapsulated: Option<YesNo>,
        /// How the data is compressed.
        pub compression: Option<Prose>,
        /// Whether compression loses anything.
        pub lossy: Option<YesNo>,
    }
}

words! {
    /// How far an attribute is required (PS3.5 7.4).
    pub enum AttributeType {
        /// Required, with a value.
        One = "1",
        /// As type 1, under a condition.
        OneConditional = "1C",
        /// Required, perhaps without a value.
        Two = "2",
        /// As type 2, under a condition.
        TwoConditional = "2C",
        /// Optional.
        Three = "3",
    }
}

words! {
    /// Whether value representations are written (PS3.5 7.1).
    pub enum VrEncoding {
        /// They are.
        Explicit = "explicit",
        /// They are not.
        Implicit = "implicit",
    }
}

words! {
    /// The order of bytes (PS3.5 7.3).
    pub enum ByteOrder {
        /// Least significant byte first.
        LittleEndian = "little_endian",
        /// Most significant byte first.
        BigEndian = "big_endian",
    }
}
