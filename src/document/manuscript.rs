//! Prose as it is read, with the bytes at which everything stands: words, code and links.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::prose;

/// A text in Markdown, taken apart. Both texts have as many bytes as the Markdown, so a position in one of them is a
/// position in what the author wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manuscript {
    /// The words. Marks of Markdown are blanks, code and addresses are [`STAND_IN`]s, and between two blocks (paragraphs,
    /// items, cells) stands at least one [`BREAK`].
    pub words: String,
    /// The same with the code spans and code blocks in their places.
    pub shown: String,
    /// The links, in the order in which they end.
    pub links: Vec<WrittenLink>,
}

/// A link as its author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenLink {
    /// Where it leads to.
    pub target: String,
    /// Where the target is written; the whole link where it is written elsewhere.
    pub place: Range<usize>,
}

/// What stands for each byte of something that is no word.
pub const STAND_IN: char = '\u{1A}';

/// What stands between blocks.
pub const BREAK: char = '\n';

/// Takes a text apart in the way in which [`super::prose`] makes blocks of it.
pub fn manuscript(markdown: &str) -> Manuscript {
    let mut sheet = Sheet::new(markdown);
    for (event, range) in Parser::new_ext(markdown, prose::options()).into_offset_iter() {
        sheet.event(event, range);
    }
    sheet.finish()
}

struct Sheet<'m> {
    markdown: &'m str,
    words: Vec<u8>,
    shown: Vec<u8>,
    links: Vec<WrittenLink>,
    open: Vec<OpenLink>,
    /// Where the running text of the block has come to; none between blocks.
    end_of_run: Option<usize>,
    is_in_code: bool,
}

/// A link whose end has not come yet.
struct OpenLink {
    target: String,
    /// Whether its text is its address.
    is_bare: bool,
    /// Where its text has come to.
    end_of_text: usize,
}

impl<'m> Sheet<'m> {
    fn new(markdown: &'m str) -> Self {
        let blank = vec![BREAK as u8; markdown.len()];
        Self {
            markdown,
            words: blank.clone(),
            shown: blank,
            links: Vec::new(),
            open: Vec::new(),
            end_of_run: None,
            is_in_code: false,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => (self.is_in_code, self.end_of_run) = (true, None),
            Event::End(TagEnd::CodeBlock) => (self.is_in_code, self.end_of_run) = (false, None),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.run_on(range.start, range.start);
                let is_bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                let written = dest_url.into_string();
                let is_mailbox = link_type == LinkType::Email;
                self.open.push(OpenLink {
                    target: if is_mailbox { format!("mailto:{written}") } else { written },
                    is_bare,
                    end_of_text: range.start + 1,
                });
            }
            Event::End(TagEnd::Link) => self.close_link(range),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Image) => {}
            Event::Start(_) | Event::End(_) | Event::Rule => self.end_of_run = None,
            Event::Text(_) if self.is_in_code => {
                self.run_on(range.start, range.end);
                self.fill(range.clone(), STAND_IN);
                self.shown[range.clone()].copy_from_slice(&self.markdown.as_bytes()[range]);
            }
            Event::Text(_) => self.text(range),
            Event::Code(_) => self.code(range),
            Event::SoftBreak | Event::HardBreak => self.run_on(range.end, range.end),
            _ => {
                self.run_on(range.start, range.end);
                self.fill(range, STAND_IN);
            }
        }
    }

    fn text(&mut self, range: Range<usize>) {
        self.run_on(range.start, range.end);
        if self.open.last().is_some_and(|link| link.is_bare) {
            self.fill(range, STAND_IN);
        } else {
            let written = &self.markdown.as_bytes()[range.clone()];
            self.words[range.clone()].copy_from_slice(written);
            self.shown[range].copy_from_slice(written);
        }
    }

    fn code(&mut self, range: Range<usize>) {
        self.run_on(range.start, range.end);
        let span = &self.markdown[range.clone()];
        let ticks = span.bytes().take_while(|byte| *byte == b'`').count();
        let inner = range.start + ticks..range.end.saturating_sub(ticks).max(range.start + ticks);
        self.fill(range.clone(), STAND_IN);
        self.shown[range].fill(b' ');
        self.shown[inner.clone()].copy_from_slice(&self.markdown.as_bytes()[inner]);
    }

    /// Goes on with the running text of a block: what stands between its parts are marks, so blanks.
    fn run_on(&mut self, start: usize, end: usize) {
        if let Some(before) = self.end_of_run
            && before < start
        {
            self.fill(before..start, ' ');
        }
        self.end_of_run = Some(end);
        if let Some(link) = self.open.last_mut() {
            link.end_of_text = end;
        }
    }

    fn fill(&mut self, range: Range<usize>, with: char) {
        self.words[range.clone()].fill(with as u8);
        self.shown[range].fill(with as u8);
    }

    fn close_link(&mut self, range: Range<usize>) {
        let Some(link) = self.open.pop() else { return };
        let after_text = link.end_of_text.min(range.end);
        let from = if link.is_bare { range.start } else { after_text };
        let written = if link.is_bare { link.target.trim_start_matches("mailto:") } else { &link.target };
        let place = match self.markdown[from..range.end].find(written) {
            Some(at) if !written.is_empty() => from + at..from + at + written.len(),
            _ => range.clone(),
        };
        self.links.push(WrittenLink { target: link.target, place });
        self.run_on(range.end, range.end);
    }

    fn finish(self) -> Manuscript {
        // Only whole parts of the text are copied or filled, so both are text again.
        let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
        Manuscript { words: text(self.words), shown: text(self.shown), links: self.links }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Breaks as `|`, stand-ins as `~`.
    fn seen(text: &str) -> String {
        text.replace(BREAK, "|").replace(STAND_IN, "~")
    }

    #[test]
    fn words_keep_their_places() {
        let cases = [
            ("Sends **all** images.\nThen `it` ends.", "Sends   all   images. Then ~~~~ ends."),
            ("- one\n- two *three*\n\nfour", "||one|||two  three|||four"),
            ("> quoted\n> text", "||quoted   text"),
            ("See [the list](https://example.org) now", "See  the list                       now"),
            ("<https://example.org>, a\\*b &amp; c", " ~~~~~~~~~~~~~~~~~~~ , a *b &amp; c"),
            ("| a | b |\n|---|---|\n| c | d |", "||a|||b|||||||||||||||c|||d||"),
            ("a\n\n```\ncode\n```\n\nb", "a||||||~~~~~|||||b"),
            ("Größe <b>x</b>", "Größe ~~~x~~~~"),
        ];
        for (markdown, words) in cases {
            let read = manuscript(markdown);
            assert_eq!((read.words.len(), read.shown.len()), (markdown.len(), markdown.len()), "{markdown}");
            let seen = seen(&read.words);
            let trimmed = seen.trim_end_matches(['|', ' ']);
            assert_eq!(trimmed, words.trim_end_matches(['|', ' ']), "{markdown}");
        }
    }

    #[test]
    fn code_is_shown_in_its_place() {
        let read = manuscript("Patient ID `(0010,0020)` is kept.");
        assert_eq!(read.shown, "Patient ID  (0010,0020)  is kept.");
    }

    #[test]
    fn links_say_where_their_targets_stand() {
        let cases = [
            ("See [a](https://a.example/x).", "https://a.example/x"),
            ("See [`a`](#b).", "#b"),
            ("<https://a.example>", "https://a.example"),
            ("[#b](#b)", "#b"),
            ("[a][r]\n\n[r]: https://a.example", "https://a.example"),
        ];
        for (markdown, target) in cases {
            let read = manuscript(markdown);
            let [link] = read.links.as_slice() else { panic!("{markdown}: {:?}", read.links) };
            assert_eq!(link.target, target, "{markdown}");
            let written = &markdown[link.place.clone()];
            assert!(written == target || written == "[a][r]", "{markdown}: {written}");
        }
        assert_eq!(manuscript("[#b](#b)").links[0].place, 5..7);
    }
}
