//! Text, HTML and links.

use crate::document::directive::directives;
use crate::document::escape::{uncarried, unescape};
use crate::document::inline::Span;
use crate::document::problem::Problem;
use crate::document::tree::{Inline, Target};

use super::{Author, Builder};

impl Builder<'_> {
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.extend(text.chars().map(|character| uncarried(character).unwrap_or(character)));
        } else {
            self.raw(text);
            self.running.text(text);
        }
    }

    /// Remembers what a cell was written with.
    pub(super) fn raw(&mut self, text: &str) {
        if let Some(grid) = &mut self.grid
            && grid.raw.len() < 8
        {
            grid.raw.push_str(text);
        }
    }

    pub(super) fn inline_html(&mut self, html: &str) {
        self.raw("<");
        let is_break = matches!(html, "<br>" | "<br/>" | "<br />");
        if self.author == Author::User {
            self.running.plain(&on_one_line(html));
        } else if is_break {
            self.running.push(Inline::LineBreak);
        } else {
            self.problem(Problem::RawMarkup { markup: unescape(html) });
            self.running.plain(&on_one_line(&unescape(html)));
        }
    }

    pub(super) fn html_block(&mut self, html: &str) {
        let text = if self.author == Author::Template {
            let (found, rest) = directives(html, &mut self.document.problems);
            for directive in found {
                self.apply(directive);
            }
            unescape(rest.trim())
        } else {
            html.trim().to_owned()
        };
        if text.is_empty() {
            return;
        }
        if self.author == Author::Template {
            self.problem(Problem::RawMarkup { markup: text.clone() });
        }
        for (index, line) in text.lines().enumerate() {
            if index > 0 {
                self.running.push(Inline::LineBreak);
            }
            self.running.plain(line);
        }
        self.flush();
    }

    pub(super) fn open_link(&mut self, url: &str) {
        let target = match url.strip_prefix('#') {
            Some(anchor) => Some(Target::Anchor(anchor.to_owned())),
            None => self.may_lead_to(url).then(|| Target::Url(url.to_owned())),
        };
        if target.is_none() {
            self.problem(Problem::RefusedLink { url: url.to_owned() });
        }
        self.running.open(target.map_or(Span::Transparent, Span::Link));
    }

    fn may_lead_to(&self, url: &str) -> bool {
        let allowed = ["http://", "https://", "mailto:"];
        let has =
            |prefix: &&str| url.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        if url.chars().any(char::is_control) {
            return false;
        }
        let path = url.split(['/', '?', '#']).next().unwrap_or_default();
        let is_relative = !url.is_empty() && !url.starts_with(['/', '\\']) && !path.contains(':');
        allowed.iter().any(has) || self.author == Author::Template && is_relative
    }
}

fn on_one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
