//! What a site asks of its AE titles beyond the standard.

use regex_lite::Regex;

use crate::model::{Endpoint, Site};
use crate::standard::ae_title;

/// A site's own rules for titles.
pub(crate) struct NamingRules<'s> {
    site: &'s Site,
    /// The pattern, where there is one; or why it is none.
    pub(crate) pattern: Result<Option<Regex>, String>,
}

/// How a title breaks the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breach {
    /// It is reserved, at this position of the list.
    Reserved(usize),
    /// It does not match the pattern.
    Pattern,
}

impl<'s> NamingRules<'s> {
    pub(crate) fn of(site: &'s Site) -> Self {
        let pattern = site.naming.ae_title_pattern.as_deref().map(Regex::new).transpose();
        Self { site, pattern: pattern.map_err(|error| error.to_string()) }
    }

    /// How the title of an entity breaks the rules. What is no title, or governed by others, breaks none.
    pub(crate) fn broken_by(&self, endpoint: &Endpoint<'_>) -> Option<Breach> {
        let title = endpoint.entity.ae_title.as_deref()?.trim();
        if ae_title::malformation(title).is_some()
            || endpoint.organization() != self.site.organization.as_deref()
        {
            return None;
        }
        if let Some(position) = self.site.naming.reserved.iter().position(|reserved| reserved.trim() == title)
        {
            return Some(Breach::Reserved(position));
        }
        let pattern = self.pattern.as_ref().ok()?.as_ref()?;
        (!pattern.is_match(title)).then_some(Breach::Pattern)
    }
}
