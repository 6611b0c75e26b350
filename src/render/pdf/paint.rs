//! Marks of the typesetter become content of pages.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use krilla::Document as File;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target as LinkTarget};
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Quadrilateral, Rect};
use krilla::page::{Page as FilePage, PageSettings};
use krilla::paint::{Fill, Paint};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId};

use crate::document::Target;
use crate::render::typeset::font::Fonts;
use crate::render::typeset::page::{Colour, Glyph, Ink, Mark, Page, Run};
use crate::render::typeset::structure::{NodeId, Structure};

use super::error::Error;
use super::places::Places;
use super::{picture, shape};

/// Paints pages, and keeps what was painted for whom.
pub(super) struct Painter<'l> {
    fonts: &'l Fonts,
    faces: BTreeMap<usize, Font>,
    places: &'l Places,
    painted: Painted,
}

/// What was painted for the nodes of the structure.
pub(super) struct Painted {
    /// Pieces of content, by node.
    pub(super) content: Vec<Vec<Identifier>>,
    /// The areas of links, by node.
    pub(super) links: BTreeMap<NodeId, Vec<Identifier>>,
}

/// A link on a page: all the areas that lead to one place.
struct Link {
    owner: NodeId,
    areas: Vec<Rect>,
    target: Target,
}

impl<'l> Painter<'l> {
    pub(super) fn new(structure: &Structure, fonts: &'l Fonts, places: &'l Places) -> Self {
        let painted = Painted { content: vec![Vec::new(); structure.len()], links: BTreeMap::new() };
        Self { fonts, faces: BTreeMap::new(), places, painted }
    }

    pub(super) fn finish(self) -> Painted {
        self.painted
    }

    /// Paints one page.
    pub(super) fn page(&mut self, file: &mut File, number: usize, page: Page) -> Result<(), Error> {
        if number == 0 {
            for name in self.places.all_named() {
                let _ = file.register_named_destination(name);
            }
        }
        let settings =
            PageSettings::from_wh(page.width, page.height).ok_or_else(|| Error::new("a page has no size"))?;
        let mut sheet = file.start_page_with(settings);
        let mut surface = sheet.surface();
        self.furniture(&mut surface, &page.header, ArtifactType::Header)?;
        self.marks(&mut surface, &page.marks)?;
        for node in self.places.empty_on(number) {
            let piece = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            surface.end_tagged();
            self.painted.content[node.index()].push(piece);
        }
        self.furniture(&mut surface, &page.footer, ArtifactType::Footer)?;
        surface.finish();
        for link in links(page.marks) {
            self.link(&mut sheet, link);
        }
        sheet.finish();
        Ok(())
    }

    /// What stands around the text of a page.
    fn furniture(&mut self, surface: &mut Surface, marks: &[Mark], kind: ArtifactType) -> Result<(), Error> {
        if !marks.is_empty() {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            // A page is closed even where a picture on it cannot be painted.
            let painted = marks.iter().try_for_each(|mark| self.mark(surface, mark));
            surface.end_tagged();
            painted?;
        }
        Ok(())
    }

    /// The text of a page. What follows one another for one owner is one piece of content.
    fn marks(&mut self, surface: &mut Surface, marks: &[Mark]) -> Result<(), Error> {
        let drawn: Vec<&Mark> =
            marks.iter().filter(|mark| !matches!(mark.ink, Ink::Link { .. } | Ink::Anchor(_))).collect();
        for piece in drawn.chunk_by(|one, other| one.owner == other.owner) {
            let Some(first) = piece.first() else { continue };
            match first.owner {
                None => {
                    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                }
                Some(owner) => {
                    let is_text = piece.iter().all(|mark| matches!(mark.ink, Ink::Text(_)));
                    let tag = if is_text { ContentTag::Span(SpanTag::empty()) } else { ContentTag::Other };
                    let identifier = surface.start_tagged(tag);
                    self.painted.content[owner.index()].push(identifier);
                }
            }
            let painted = piece.iter().try_for_each(|mark| self.mark(surface, mark));
            surface.end_tagged();
            painted?;
        }
        Ok(())
    }

    fn mark(&mut self, surface: &mut Surface, mark: &Mark) -> Result<(), Error> {
        match &mark.ink {
            Ink::Text(run) => self.text(surface, mark.x, mark.y, run)?,
            Ink::Area { width, height, colour } => {
                if let Some(area) = Rect::from_xywh(mark.x, mark.y, *width, *height) {
                    let mut path = PathBuilder::new();
                    path.push_rect(area);
                    if let Some(path) = path.finish() {
                        surface.set_fill(Some(fill(*colour)));
                        surface.draw_path(&path);
                    }
                }
            }
            Ink::Shape { outline, fill, stroke } => {
                shape::draw(surface, (mark.x, mark.y), outline, *fill, stroke.as_ref());
            }
            Ink::Picture { width, height, picture } => {
                picture::draw(surface, (mark.x, mark.y), (*width, *height), &picture.image)?;
            }
            Ink::Link { .. } | Ink::Anchor(_) => {}
        }
        Ok(())
    }

    fn text(&mut self, surface: &mut Surface, x: f32, y: f32, run: &Run) -> Result<(), Error> {
        let font = self.face(run)?;
        surface.set_fill(Some(fill(run.colour)));
        surface.draw_glyphs(Point::from_xy(x, y), &run.glyphs, font, &run.text, run.size, false);
        Ok(())
    }

    /// The font of a run, read when it is needed for the first time.
    fn face(&mut self, run: &Run) -> Result<Font, Error> {
        let number = run.face.index();
        if let Some(font) = self.faces.get(&number) {
            return Ok(font.clone());
        }
        let (bytes, index) = self.fonts.file(run.face);
        let font =
            Font::new(bytes.to_vec().into(), index).ok_or_else(|| Error::new("a font cannot be read"))?;
        self.faces.insert(number, font.clone());
        Ok(font)
    }

    /// The areas of a link, and where they lead.
    fn link(&mut self, sheet: &mut FilePage, link: Link) {
        let (target, words) = match link.target {
            Target::Anchor(anchor) => {
                let Some(place) = self.places.named(&anchor) else { return };
                (LinkTarget::Destination(place.into()), format!("To {anchor}"))
            }
            Target::Url(url) => {
                let words = format!("To {url}");
                (LinkTarget::Action(LinkAction::new(ascii(&url)).into()), words)
            }
        };
        let areas: Vec<Quadrilateral> = link.areas.into_iter().map(Quadrilateral::from).collect();
        let annotation = LinkAnnotation::new_with_quad_points(areas, target);
        let identifier = sheet.add_tagged_annotation(Annotation::new_link(annotation, Some(words)));
        self.painted.links.entry(link.owner).or_default().push(identifier);
    }
}

/// The links of a page: areas of one owner that follow one another are one link.
fn links(marks: Vec<Mark>) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for mark in marks {
        let (Some(owner), Ink::Link { width, height, target }) = (mark.owner, mark.ink) else { continue };
        let Some(area) = Rect::from_xywh(mark.x, mark.y, width, height) else { continue };
        match links.last_mut().filter(|last| last.owner == owner) {
            Some(link) => link.areas.push(area),
            None => links.push(Link { owner, areas: vec![area], target }),
        }
    }
    links
}

/// An address in the letters that PDF allows in one.
fn ascii(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

pub(super) fn paint(Colour(red, green, blue): Colour) -> Paint {
    rgb::Color::new(red, green, blue).into()
}

pub(super) fn fill(colour: Colour) -> Fill {
    Fill { paint: paint(colour), ..Fill::default() }
}

impl krilla::text::Glyph for Glyph {
    fn glyph_id(&self) -> GlyphId {
        GlyphId::new(self.id)
    }

    fn text_range(&self) -> Range<usize> {
        self.text.clone()
    }

    fn x_advance(&self, size: f32) -> f32 {
        self.advance * size
    }

    fn x_offset(&self, size: f32) -> f32 {
        self.x_offset * size
    }

    fn y_offset(&self, size: f32) -> f32 {
        self.y_offset * size
    }

    fn y_advance(&self, _size: f32) -> f32 {
        0.0
    }

    fn location(&self) -> Option<krilla::surface::Location> {
        None
    }
}
