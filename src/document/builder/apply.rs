//! What each directive does.

use crate::config::Color;
use crate::document::directive::Directive;
use crate::document::picture::Picture;
use crate::document::problem::Problem;
use crate::document::table::TableSettings;
use crate::document::tree::{Block, Definition, Figure, Numbering, plain_text};

use super::{Announced, Builder, Container};

impl Builder<'_> {
    /// Does what `directive` says.
    pub(super) fn apply(&mut self, directive: Directive) {
        self.flush();
        match directive.name.as_str() {
            "document" => self.document_directive(directive),
            "table" => self.table_directive(directive),
            "figure" => self.figure_directive(directive),
            "abbreviations" => {
                self.plain_directive(directive, |builder| builder.announce(Announced::Abbreviations));
            }
            "contents" => self.plain_directive(directive, |builder| builder.push(Block::Contents)),
            "list-of-tables" => self.plain_directive(directive, |builder| builder.push(Block::ListOfTables)),
            "list-of-figures" => {
                self.plain_directive(directive, |builder| builder.push(Block::ListOfFigures));
            }
            "page-break" => self.plain_directive(directive, |builder| builder.push(Block::PageBreak)),
            "cover" => self.plain_directive(directive, Self::open_cover),
            "/cover" => self.plain_directive(directive, Self::close_cover),
            _ => self.problem(Problem::UnknownDirective { name: directive.name }),
        }
    }

    fn plain_directive(&mut self, directive: Directive, then: impl FnOnce(&mut Self)) {
        for (attribute, value) in directive.attributes {
            self.wrong(&directive.name, attribute, value);
        }
        then(self);
    }

    fn announce(&mut self, announced: Announced) {
        self.forget_announced();
        self.announced = Some(announced);
    }

    fn wrong(&mut self, directive: &str, attribute: String, value: String) {
        self.problem(Problem::WrongAttribute { directive: directive.to_owned(), attribute, value });
    }

    fn document_directive(&mut self, directive: Directive) {
        for (key, value) in directive.attributes {
            let meta = &mut self.document.meta;
            match key.as_str() {
                "title" => meta.title = value,
                "language" if is_language(&value) => meta.language = value,
                "product" => meta.product = value,
                "vendor" => meta.vendor = value,
                "version" => meta.version = value,
                "date" => meta.date = value,
                "draft" if value == "true" || value == "false" => meta.draft = value == "true",
                "accent" if value.is_empty() => {}
                "accent" if Color::parse(&value).is_some() => meta.accent = Some(value),
                "caption-levels" if value == "1" || value == "2" => {
                    meta.caption_levels = usize::from(value == "2") + 1;
                }
                _ => self.wrong(&directive.name, key, value),
            }
        }
    }

    fn table_directive(&mut self, directive: Directive) {
        let mut settings = TableSettings::default();
        for (key, value) in directive.attributes {
            match (key.as_str(), value.parse::<usize>()) {
                ("id", _) => settings.anchor = value,
                ("caption", _) => settings.caption = value,
                ("number", _) => settings.numbering = numbering(value),
                ("header-rows", Ok(count)) => settings.header_rows = count,
                ("row-headers", Ok(count)) => settings.row_headers = count,
                ("widths", _) => match widths(&value) {
                    Some(widths) => settings.widths = widths,
                    None => self.wrong(&directive.name, key, value),
                },
                _ => self.wrong(&directive.name, key, value),
            }
        }
        self.announce(Announced::Table(settings));
    }

    fn figure_directive(&mut self, directive: Directive) {
        let mut figure = Figure::default();
        for (key, value) in directive.attributes {
            match key.as_str() {
                "id" => figure.anchor = value,
                "caption" => figure.caption = value,
                "number" => figure.numbering = numbering(value),
                _ => self.wrong(&directive.name, key, value),
            }
        }
        match self.pictures.get(&figure.anchor) {
            Some(picture) => figure.picture = Picture::clone(picture),
            None => self.problem(Problem::UnknownFigure { id: figure.anchor.clone() }),
        }
        self.push(Block::Figure(figure));
    }

    fn open_cover(&mut self) {
        if self.open.len() == 1 {
            self.open_container(Container::Cover);
        } else {
            self.problem(Problem::MisplacedDirective { directive: "cover".to_owned() });
        }
    }

    fn close_cover(&mut self) {
        if self.open.last().is_some_and(|frame| frame.container == Container::Cover) {
            self.close_container();
        } else {
            self.problem(Problem::MisplacedDirective { directive: "/cover".to_owned() });
        }
    }

    /// Ends a definition list that explains words wherever the document uses them.
    pub(super) fn abbreviations(&mut self, definitions: Vec<Definition>) {
        for definition in &definitions {
            if let Some(Block::Paragraph(meaning)) = definition.meaning.first() {
                let abbreviation = plain_text(&definition.term);
                self.document.abbreviations.insert(abbreviation, plain_text(meaning));
            }
        }
        self.push(Block::Definitions(definitions));
    }
}

fn numbering(value: String) -> Numbering {
    if value == "none" { Numbering::None } else { Numbering::Given(value) }
}

/// Reads `30 20 50`, with or without commas and percent signs, as shares of the whole in hundredths.
fn widths(value: &str) -> Option<Vec<u8>> {
    let words = value.split([' ', ',']).filter(|word| !word.is_empty());
    let shares: Vec<u32> = words
        .map(|word| word.trim_end_matches('%').parse::<u16>().ok().map(u32::from))
        .collect::<Option<_>>()?;
    let whole: u32 = shares.iter().sum();
    if whole == 0 || shares.len() > 1000 {
        return None;
    }
    shares.iter().map(|share| u8::try_from(share * 100 / whole).ok()).collect()
}

/// Whether `value` looks like a language tag of BCP 47.
fn is_language(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
}
