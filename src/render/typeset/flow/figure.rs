//! Figures: what is to be seen, its caption, and its words for who cannot see it.

use std::fmt::Write as _;
use std::rc::Rc;

use crate::document::{Figure, Image, Inline, Picture};
use crate::render::typeset::Setter;
use crate::render::typeset::page::{Ink, Mark, text_area};
use crate::render::typeset::paragraph::{Extent, Paragraph, TextStyle};
use crate::render::typeset::strip::{Break, Galley, Strip};
use crate::render::typeset::structure::{NodeId, Role};

use super::line_strips;

/// Points in a pixel of 1/96 inch.
const PIXEL: f32 = 0.75;

/// Smaller than this share of its size a figure gets a page on its side, if that helps: its letters would be smaller
/// than 7 points.
const READABLE: f32 = 0.84;

/// A figure, not yet set.
#[derive(Debug, Clone)]
pub(in crate::render::typeset) struct FigureBlock<'d> {
    figure: &'d Figure,
    node: NodeId,
    caption: Option<Paragraph>,
}

impl FigureBlock<'_> {
    pub(super) fn extent(&self) -> Extent {
        let (width, _) = natural_size(&self.figure.picture.image);
        Extent { minimum: 0.3 * width, whole: 0.8 * width, maximum: width, ..Extent::default() }
    }
}

impl<'d> Setter<'d> {
    pub(super) fn prepare_figure(
        &mut self,
        figure: &'d Figure,
        style: TextStyle,
        owner: NodeId,
    ) -> FigureBlock<'d> {
        let node = self.structure.add(owner, Role::Figure(spoken(figure)));
        let small = TextStyle { size: 0.9 * style.size, leading: 1.35, is_hyphenated: false, ..style };
        let caption = (!figure.caption.is_empty()).then(|| {
            let node = self.structure.add(owner, Role::Caption);
            let mut text = Vec::new();
            if !figure.number.is_empty() {
                let number = format!("Figure\u{a0}{}", figure.number);
                text.extend([Inline::Strong(vec![Inline::Text(number)]), Inline::Text(" ".to_owned())]);
            }
            text.push(Inline::Text(figure.caption.clone()));
            self.paragraph(&text, small, node)
        });
        FigureBlock { figure, node, caption }
    }

    pub(super) fn set_figure(&mut self, block: &FigureBlock<'d>, width: f32) -> Galley {
        let (natural, natural_height) = natural_size(&block.figure.picture.image);
        let caption = |width| block.caption.as_ref().map(|caption| caption.lines(width)).unwrap_or_default();
        let fitting = |width: f32, height: f32| {
            let below: f32 = caption(width).iter().map(|line| line.height).sum();
            let height = height - below - 12.0;
            (width / natural.max(1.0)).min(height / natural_height.max(1.0)).min(1.0)
        };
        let upright = text_area(self.paper, false);
        let mut scale = fitting(width, upright.1);
        let mut is_landscape = false;
        if scale < READABLE && width + 0.5 >= upright.0 {
            let across = text_area(self.paper, true);
            let wide = fitting(across.0, across.1);
            if wide > 1.1 * scale {
                (scale, is_landscape) = (wide, true);
            }
        }
        let width = if is_landscape { text_area(self.paper, true).0 } else { width };
        let mut marks = self.pictured(&block.figure.picture, scale, block.node);
        if !block.figure.anchor.is_empty() {
            let ink = Ink::Anchor(block.figure.anchor.clone());
            marks.insert(0, Mark { x: 0.0, y: 0.0, owner: None, ink });
        }
        let lines = caption(width);
        let is_alone = lines.is_empty();
        let after = if is_alone { Break::Good } else { Break::Forbidden };
        let height = natural_height * scale + if is_alone { 0.0 } else { 6.0 };
        let mut strips = vec![Strip { height, marks, after, ..Strip::default() }];
        strips.extend(line_strips(lines).into_iter().map(|strip| Strip { after: Break::Forbidden, ..strip }));
        if let Some(last) = strips.last_mut() {
            last.after = Break::Good;
        }
        Galley { space_before: 12.0, space_after: 14.0, strips, is_landscape, ..Galley::default() }
    }

    /// What is to be seen, from its upper left corner.
    pub(super) fn pictured(&mut self, picture: &'d Picture, scale: f32, owner: NodeId) -> Vec<Mark> {
        match &picture.image {
            Image::Drawing(drawing) => self.drawn(drawing, scale * PIXEL, owner),
            Image::Svg(_) | Image::Raster(_) => {
                let (width, height) = natural_size(&picture.image);
                let ink = Ink::Picture {
                    width: width * scale,
                    height: height * scale,
                    picture: Rc::new(picture.clone()),
                };
                vec![Mark { x: 0.0, y: 0.0, owner: Some(owner), ink }]
            }
        }
    }
}

/// The words for who cannot see a figure: what it is, and what it says.
fn spoken(figure: &Figure) -> String {
    let title = match &figure.picture.image {
        Image::Drawing(drawing) => drawing.title.as_str(),
        Image::Svg(_) | Image::Raster(_) => "",
    };
    let titles = [figure.picture.description.as_str(), figure.caption.as_str(), title];
    let title = titles.into_iter().find(|title| !title.is_empty()).unwrap_or("Figure");
    let mut spoken = title.to_owned();
    for (place, words) in figure.picture.words.iter().enumerate() {
        let _ = write!(spoken, "\n{}. {words}", place + 1);
    }
    spoken
}

/// How large a picture is by itself, in points.
pub(super) fn natural_size(image: &Image) -> (f32, f32) {
    match image {
        #[allow(clippy::cast_precision_loss)] // Drawings are small.
        Image::Drawing(drawing) => {
            ((drawing.width.max(1) as f32) * PIXEL, (drawing.height.max(1) as f32) * PIXEL)
        }
        Image::Svg(svg) => svg_size(svg),
        #[allow(clippy::cast_precision_loss)] // At most 10,000 pixels.
        Image::Raster(raster) => (raster.width as f32 * PIXEL, raster.height as f32 * PIXEL),
    }
}

/// The size of an SVG drawing: its width and height, or those of its view box.
fn svg_size(svg: &str) -> (f32, f32) {
    let head = svg.find("<svg").map_or("", |start| {
        let rest = &svg[start..];
        rest.find('>').map_or(rest, |end| &rest[..end])
    });
    let number = |text: &str| {
        let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
        text[..end].parse::<f32>().ok().filter(|number| (0.1..1e5).contains(number))
    };
    let value = |name: &str| {
        let start = head.find(&format!(" {name}=\""))? + name.len() + 3;
        head[start..].split('"').next()
    };
    let side = |name: &str| value(name).filter(|text| !text.contains('%')).and_then(number);
    let boxed = value("viewBox").and_then(|text| {
        let mut sides = text.split([' ', ',']).filter(|side| !side.is_empty()).skip(2);
        Some((number(sides.next()?)?, number(sides.next()?)?))
    });
    let (width, height) = match (side("width"), side("height"), boxed) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some(boxed)) => (width, width * boxed.1 / boxed.0),
        (None, Some(height), Some(boxed)) => (height * boxed.0 / boxed.1, height),
        (None, None, Some(boxed)) => boxed,
        _ => (300.0, 150.0),
    };
    (width * PIXEL, height * PIXEL)
}
