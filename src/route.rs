//! `Route`: the address of a value in a document, in the words its author wrote.
//!
//! Rules and findings speak of places as routes; only the report joins a route with the bytes of a file.

use std::fmt;

/// One step of a [`Route`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// The value under this key of a mapping.
    Key(String),
    /// The element at this position of a list, counted from zero.
    Index(usize),
}

/// The address of a value: dotted keys and indexes in brackets, from the root of a document.
///
/// A key that is not plain (blanks, dots, brackets, quotes) is shown in double quotes:
/// `application_entities.PACS.activities."Image Reception".accepts[0]`.
///
/// A route always follows the *long* form of a value. Where the author wrote a short form, as in
/// `CT Image Storage as SCP in images`, the route `….accepts[0].role` leads to the bytes of `SCP`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Route {
    steps: Vec<Step>,
}

impl Route {
    /// The route of the document itself.
    pub const fn root() -> Self {
        Self { steps: Vec::new() }
    }

    /// This route, one key further.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.steps.push(Step::Key(key.into()));
        self
    }

    /// This route, one element of a list further.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(index));
        self
    }

    /// The route of the mapping or list that holds this value; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.steps.split_last()?;
        Some(Self { steps: rest.to_vec() })
    }

    /// The steps from the root downwards.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether this route leads to `other` or to something inside it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.steps.starts_with(&other.steps)
    }
}

impl FromIterator<Step> for Route {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        Self { steps: steps.into_iter().collect() }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.steps.iter().enumerate() {
            match step {
                Step::Index(index) => write!(out, "[{index}]")?,
                Step::Key(key) => {
                    if position > 0 {
                        out.write_str(".")?;
                    }
                    write_key(out, key)?;
                }
            }
        }
        Ok(())
    }
}

fn write_key(out: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if plain {
        return out.write_str(key);
    }
    write!(out, "\"{}\"", key.replace('\\', "\\\\").replace('"', "\\\""))
}
