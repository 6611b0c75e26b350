//! What stands around the content: head, style, navigation, script.

use std::fmt::Write as _;

use super::escape::{css_string, escaped};
use super::{Page, register};
use crate::config::{Color, Paper};
use crate::render::svg::CLASSES;

/// The ground of the page in the dark, as the style sheet has it.
const DARK_PAGE: Color = Color { red: 0x15, green: 0x18, blue: 0x1c };

const STYLE: &str = concat!(include_str!("tokens.css"), include_str!("style.css"));
const SCRIPT: &str = include_str!("script.js");

impl Page<'_> {
    /// Everything before the navigation.
    pub(super) fn head(&mut self) {
        let meta = &self.document.meta;
        let title = if meta.title.is_empty() { "Untitled" } else { meta.title.as_str() };
        let title = if meta.draft { format!("{title} (draft)") } else { title.to_owned() };
        let _ = write!(
            self.out,
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"dicomply\">\n",
            escaped(&meta.language),
            escaped(&title),
        );
        let policy = match self.document.register {
            Some(_) => register::POLICY.trim_end(),
            None => {
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
            }
        };
        let _ = writeln!(self.out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        for (name, value) in [("author", &meta.vendor), ("description", &meta.product)] {
            if !value.is_empty() {
                let _ = writeln!(self.out, "<meta name=\"{name}\" content=\"{}\">", escaped(value));
            }
        }
        let _ = writeln!(
            self.out,
            "<style>\n{STYLE}{CLASSES}\n{}{}</style>\n<script>document.documentElement.className = \"script\"</script>\n</head>\n<body>",
            if self.document.register.is_some() { register::STYLE } else { "" },
            self.own_style()
        );
    }

    /// The style that depends on the document: the accent colour, and what stands in the margins on paper.
    fn own_style(&self) -> String {
        let meta = &self.document.meta;
        let mut style = String::new();
        if let Some(accent) = &meta.accent {
            let _ = writeln!(style, ":root {{ --brand: {accent}; }}");
            let dark = Color::parse(accent).map(|color| color.lightened(DARK_PAGE));
            if let Some(dark) = dark {
                let _ = writeln!(
                    style,
                    "@media screen and (prefers-color-scheme: dark) {{ :root {{ --brand: {dark}; }} }}"
                );
            }
        }
        for (family, list, elements) in
            [(&meta.text_font, "sans", "body"), (&meta.code_font, "mono", "code, pre")]
        {
            if !family.is_empty() {
                let _ =
                    writeln!(style, "{elements} {{ font-family: {}, var(--{list}); }}", css_string(family));
            }
        }
        if meta.paper == Paper::Letter {
            style.push_str("@page { size: letter; }\n");
        }
        let head = [meta.product.as_str(), meta.title.as_str()].into_iter().find(|text| !text.is_empty());
        let foot: Vec<&str> = [&meta.version, &meta.date]
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let draft = if meta.draft { "DRAFT" } else { "" };
        let _ = write!(
            style,
            "@page {{ @top-left {{ content: {}; }} @top-right {{ content: \"{draft}\"; }} @bottom-left {{ content: {}; }} }}\n\
             @page :first {{ @top-left {{ content: \"\"; }} @bottom-left {{ content: \"\"; }} @bottom-center {{ content: \"\"; }} @bottom-right {{ content: \"\"; }} }}\n",
            css_string(head.unwrap_or_default()),
            css_string(&foot.join(" · ")),
        );
        if !meta.confidentiality.is_empty() {
            // Before the rule of the first page, which says it on the cover.
            let text = css_string(&meta.confidentiality);
            style.insert_str(0, &format!("@page {{ @bottom-center {{ content: {text}; }} }}\n"));
        }
        style
    }

    /// The way around the page.
    pub(super) fn navigation(&mut self) {
        let meta = &self.document.meta;
        let (title, product) = (escaped(&meta.title), escaped(&meta.product));
        let draft = if meta.draft { " <span class=\"draft\">Draft</span>" } else { "" };
        let _ = write!(
            self.out,
            "<a class=\"skip\" href=\"#_main\">Skip to the content</a>\n<div class=\"side\">\n\
             <input type=\"checkbox\" id=\"_menu\" aria-label=\"Show the contents\">\n\
             <div class=\"bar\"><a class=\"name\" href=\"#_main\">{title}</a>{draft}<label for=\"_menu\" aria-hidden=\"true\">Contents</label></div>\n\
             <nav aria-label=\"Contents\">\n<p class=\"product\">{product}</p>\n",
        );
        self.entries(&self.document.sections, "");
        self.raw("</nav>\n</div>\n");
    }

    /// The content, and the end of the page.
    pub(super) fn main(&mut self) {
        self.raw("<main id=\"_main\" tabindex=\"-1\">\n");
        if !self.document.has_cover() && !self.document.meta.title.is_empty() {
            let _ = writeln!(self.out, "<h1>{}</h1>", escaped(&self.document.meta.title));
        }
        self.chapters(&self.document.blocks);
        self.raw("</main>\n");
        let own = match &self.document.register {
            Some(register) => {
                self.register(register);
                [register::SHARED_SCRIPT, register::ROWS_SCRIPT, register::SCRIPT]
            }
            None => [""; 3],
        };
        let _ = writeln!(self.out, "<script>\n{SCRIPT}{}</script>\n</body>\n</html>", own.concat());
    }
}
