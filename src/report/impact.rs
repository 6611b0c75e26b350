//! What a change of an entity asks of its peers → a list of things to do for people, and a form for programs.

mod json;
mod markdown;
mod text;
mod words;

use std::io::{self, Write};

use super::Page;
use crate::impact::Consequences;

pub use self::json::schema as impact_schema;

/// What a change of an entity asks of its peers, for those who read it.
#[derive(Debug, Clone, Copy)]
pub struct ImpactReport<'c> {
    consequences: &'c Consequences,
}

impl<'c> ImpactReport<'c> {
    /// What is told.
    pub const fn new(consequences: &'c Consequences) -> Self {
        Self { consequences }
    }

    /// Writes it for people at a terminal: a list of things to do for each system, with boxes to tick.
    pub fn write_text(&self, page: Page, out: &mut impl Write) -> io::Result<()> {
        text::write(self.consequences, page, out)
    }

    /// Writes it as Markdown, with task lists, for tickets and wikis.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        markdown::write(self.consequences, out)
    }

    /// Writes all of it as one JSON object.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        json::write(self.consequences, out)
    }
}
