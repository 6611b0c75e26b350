//! `Register`: which entities and links a document is about, for writers whose readers can filter and point.

/// The entities and links of a site, by number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// The entities: those of the site in its order, then ends of links that are none of its own.
    pub entities: Vec<RegisteredEntity>,
    /// The links, in the order of the site.
    pub links: Vec<RegisteredLink>,
}

/// An entity of a register; what is not stated is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisteredEntity {
    /// The name that tables know it by.
    pub name: String,
    /// The organization that governs it.
    pub organization: String,
    /// Its stage of life.
    pub status: String,
    /// What it speaks.
    pub protocol: String,
    /// The modality.
    pub modality: String,
}

/// A link of a register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisteredLink {
    /// The number of the entity that begins.
    pub source: usize,
    /// The number of the entity that answers.
    pub target: usize,
    /// The direction as an arrow; empty where it is not stated.
    pub arrow: String,
    /// The organization that governs it.
    pub organization: String,
    /// Its stage of life.
    pub status: String,
    /// What is spoken.
    pub protocol: String,
}
