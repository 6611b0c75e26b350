//! Model → text: a document as one YAML file.

mod node;
mod resolved;
mod short;

use self::node::Node;
use crate::model::{Content, OneOrMany};

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As one would write it: short forms, and the names of sets.
    Short,
    /// Nothing left to look up: long forms, every name beside its UID or tag, sets and tables in the place of their
    /// names.
    Resolved,
}

/// A document as one YAML file, whatever the files it was read from; nothing for one that could not be understood.
///
/// What is at its default is left out. Read again, the short form is the same document.
pub fn write(content: &Content, form: Form) -> Option<String> {
    let node = match content {
        Content::Statement(statement) => {
            let mut statement = statement.clone();
            statement.include = OneOrMany::default();
            statement.extends = None;
            statement.remove = OneOrMany::default();
            let node = Node::of(&statement)?;
            match form {
                Form::Short => short::shortened(node),
                Form::Resolved => resolved::resolved(node, &statement),
            }
        }
        Content::Site(site) => {
            let mut site = site.clone();
            site.include = OneOrMany::default();
            site.extends = None;
            site.remove = OneOrMany::default();
            let node = Node::of(&site)?;
            if form == Form::Short { short::shortened(node) } else { node }
        }
        Content::Requirements(requirements) => {
            let mut requirements = requirements.clone();
            requirements.include = OneOrMany::default();
            requirements.extends = None;
            requirements.remove = OneOrMany::default();
            let node = Node::of(&requirements)?;
            match form {
                Form::Short => short::shortened(node),
                Form::Resolved => resolved::resolved(node, &requirements.wanted()),
            }
        }
        Content::Configuration(_) | Content::Unreadable => return None,
    };
    serde_yaml::to_string(&node).ok()
}
