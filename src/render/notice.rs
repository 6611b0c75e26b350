//! What rendering reports besides documents. No rule of the linter asks for it, as only the rendered document tells.

use crate::finding::{Finding, Place, Severity};

/// Something that rendering may report, always as a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// Its name, as findings have it.
    pub id: &'static str,
    /// What it says and what to do about it, in Markdown.
    pub page: &'static str,
}

impl Notice {
    pub(super) fn at(&self, place: Place, message: String) -> Finding {
        Finding::new(self.id, Severity::Warning, place, message)
    }
}

/// What rendering may report, by name.
pub const NOTICES: [Notice; 3] = [DANGLING_ANCHOR, MISSING_GLYPH, TEMPLATE_MARKUP];

/// What rendering reports under this name.
pub fn notice(id: &str) -> Option<&'static Notice> {
    NOTICES.iter().find(|notice| notice.id == id)
}

/// A reference to nowhere.
pub(super) const DANGLING_ANCHOR: Notice = Notice {
    id: "dangling-anchor",
    page: "\
# What it says
A link such as `[](#security)`, in a text of the document or in a template, names an anchor that nothing in the rendered
document has. The link leads nowhere; its text stands all the same.

# What to do
Name an anchor that is there. A heading has the one that the template gives it with `{#…}`, else its title in small
letters, with hyphens between the words. A section of which the document says nothing is left out, and its anchor with
it.
",
};

/// A character that cannot be set.
pub(super) const MISSING_GLYPH: Notice = Notice {
    id: "missing-glyph",
    page: "\
# What it says
A PDF needs a character that none of its fonts has, so that readers see an empty box. The first such character is named,
with where it stands; of others there is the number.

# What to do
Name a font that has it: for one run with `--font FILE`, for good under `branding` in `dicomply.yaml`:

```yaml
branding:
  fallback_fonts: brand/NotoSansJP-Regular.otf
```

The built-in fonts have the letters of European languages. Other formats than PDF are not concerned.
",
};

/// Marks that cannot be followed.
pub(super) const TEMPLATE_MARKUP: Notice = Notice {
    id: "template-markup",
    page: "\
# What it says
The Markdown of which a document is made has marks that cannot be followed: a directive that there is not or that has
nothing to apply to, an anchor that is given twice, a cell that continues none, a footnote without its text, HTML, a link
with a scheme that is not passed on, a heading that skips a level. The rest of the document is complete.

# What to do
Look for it in your own templates first, then in the texts of the document: what is wrong is quoted. The guide to the
Markdown of templates, `docs/markdown.md`, names all directives. Where neither has it, it is a defect of a built-in
template.
",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_has_a_name_of_its_own_and_a_page() {
        for one in NOTICES {
            assert_eq!(notice(one.id), Some(&one));
            assert!(crate::lint::rule(one.id).is_none(), "{} is a rule, too", one.id);
            assert!(one.page.starts_with("# What it says\n") && one.page.contains("\n# What to do\n"));
        }
        assert_eq!(notice("self-link"), None);
    }
}
