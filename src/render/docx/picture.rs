//! Pictures in the line of text: drawings, logos, pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Tree};

use crate::document::{Image, Picture};

use super::body::Body;
use super::drawing;
use super::xml::Xml;

/// How large a picture may become, in twentieths of a point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    pub(super) width: i32,
    pub(super) height: i32,
}

/// A file inside the archive.
pub(super) struct Medium {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The pixels of a picture that only new versions of Word show as what it is: so many in its longer side.
const PIXELS: f32 = 900.0;

/// English metric units in a pixel of 1/96 inch.
const PIXEL: i64 = 9525;

impl Body<'_> {
    /// A picture that fits into a room.
    pub(super) fn picture(&mut self, picture: &Picture, room: Room) {
        let room = (i64::from(room.width) * drawing::TWENTIETH, i64::from(room.height) * drawing::TWENTIETH);
        match &picture.image {
            Image::Drawing(drawing) => {
                let (width, height) = drawing::size(drawing, 1000);
                let scale = drawing::fitting(width, height, room);
                let size = drawing::size(drawing, scale);
                self.xml.open("w:r", &[]);
                self.xml.open("mc:AlternateContent", &[]);
                self.xml.open("mc:Choice", &[("Requires", &"wpg")]);
                let look = self.look;
                self.inline(size, &drawing.title, &told(picture), GROUP, |xml, _| {
                    drawing::write(xml, drawing, scale, look);
                });
                self.xml.close("mc:Choice");
                self.xml.close("mc:AlternateContent");
                self.xml.close("w:r");
            }
            Image::Svg(svg) => match rendered(svg) {
                Some((png, size)) => self.vector(svg, png, size, picture, room),
                None => self.text(&picture.description),
            },
            Image::Raster(raster) => {
                let id = self.medium(raster.format.extension(), raster.bytes.to_vec());
                let size = (i64::from(raster.width) * PIXEL, i64::from(raster.height) * PIXEL);
                self.pixels(&id, None, size, picture, room);
            }
        }
    }

    /// A drawing of others: Word since 2016 shows it, and its pixels otherwise.
    fn vector(&mut self, svg: &str, png: Vec<u8>, size: (i64, i64), picture: &Picture, room: (i64, i64)) {
        let pixels = self.medium("png", png);
        let vector = self.medium("svg", svg.as_bytes().to_vec());
        self.pixels(&pixels, Some(&vector), size, picture, room);
    }

    /// A file for a picture, and the id of the relationship to it.
    fn medium(&mut self, extension: &str, bytes: Vec<u8>) -> String {
        let name = format!("media/image{}.{extension}", self.media.len() + 1);
        let id = self.relationships.part("image", &name);
        self.media.push(Medium { name, bytes });
        id
    }

    fn pixels(
        &mut self,
        id: &str,
        vector: Option<&str>,
        size: (i64, i64),
        picture: &Picture,
        room: (i64, i64),
    ) {
        let (width, height) = size;
        let scale = drawing::fitting(width, height, room);
        let size = (width * scale / 1000, height * scale / 1000);
        self.xml.open("w:r", &[]);
        self.inline(size, "", &told(picture), PICTURE, |xml, number| {
            blip(xml, number, id, vector, size);
        });
        self.xml.close("w:r");
    }

    /// A picture in the line of text.
    fn inline(
        &mut self,
        size: (i64, i64),
        title: &str,
        description: &str,
        kind: &str,
        content: impl FnOnce(&mut Xml, u32),
    ) {
        let number = self.bookmarks.number();
        let name = format!("Picture {number}");
        let xml = &mut self.xml;
        xml.open("w:drawing", &[]);
        xml.open("wp:inline", &[("distT", &0), ("distB", &0), ("distL", &0), ("distR", &0)]);
        xml.empty("wp:extent", &[("cx", &size.0), ("cy", &size.1)]);
        xml.empty("wp:effectExtent", &[("l", &0), ("t", &0), ("r", &0), ("b", &0)]);
        xml.empty(
            "wp:docPr",
            &[("id", &number), ("name", &name), ("descr", &description), ("title", &title)],
        );
        xml.empty("wp:cNvGraphicFramePr", &[]);
        xml.open("a:graphic", &[]);
        xml.open("a:graphicData", &[("uri", &kind)]);
        content(xml, number);
        xml.close("a:graphicData");
        xml.close("a:graphic");
        xml.close("wp:inline");
        xml.close("w:drawing");
        // A picture makes its line as high as it is.
        let height = i32::try_from(size.1 / drawing::TWENTIETH).unwrap_or(i32::MAX / 4);
        self.pages.take(height);
    }
}

const GROUP: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// What is to be seen, and what it says, for who cannot see it.
fn told(picture: &Picture) -> String {
    let lines = std::iter::once(&picture.description).chain(&picture.words);
    lines.map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// The picture in a file, and in another one for who can draw that.
fn blip(xml: &mut Xml, number: u32, id: &str, vector: Option<&str>, size: (i64, i64)) {
    xml.open("pic:pic", &[]);
    xml.open("pic:nvPicPr", &[]);
    xml.empty("pic:cNvPr", &[("id", &number), ("name", &format!("Picture {number}"))]);
    xml.empty("pic:cNvPicPr", &[]);
    xml.close("pic:nvPicPr");
    xml.open("pic:blipFill", &[]);
    xml.open("a:blip", &[("r:embed", &id)]);
    if let Some(vector) = vector {
        xml.open("a:extLst", &[]);
        xml.open("a:ext", &[("uri", &"{96DAC541-7B7A-43D3-8B79-37D633B846F1}")]);
        let namespace = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
        xml.empty("asvg:svgBlip", &[("xmlns:asvg", &namespace), ("r:embed", &vector)]);
        xml.close("a:ext");
        xml.close("a:extLst");
    }
    xml.close("a:blip");
    xml.open("a:stretch", &[]);
    xml.empty("a:fillRect", &[]);
    xml.close("a:stretch");
    xml.close("pic:blipFill");
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", &0), ("y", &0)]);
    xml.empty("a:ext", &[("cx", &size.0), ("cy", &size.1)]);
    xml.close("a:xfrm");
    xml.open("a:prstGeom", &[("prst", &"rect")]);
    xml.empty("a:avLst", &[]);
    xml.close("a:prstGeom");
    xml.close("pic:spPr");
    xml.close("pic:pic");
}

/// The pixels of an SVG drawing as a PNG file, and the size of the drawing in English metric units.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn rendered(svg: &str) -> Option<(Vec<u8>, (i64, i64))> {
    // Nothing is loaded from elsewhere.
    let image_href_resolver =
        ImageHrefResolver { resolve_string: Box::new(|_, _| None), ..ImageHrefResolver::default() };
    let options = resvg::usvg::Options { image_href_resolver, ..resvg::usvg::Options::default() };
    let tree = Tree::from_str(svg, &options).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = PIXELS / width.max(height);
    let side = |length: f32| (length * scale).ceil().clamp(1.0, PIXELS) as u32;
    let mut pixels = Pixmap::new(side(width), side(height))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let unit = PIXEL as f32;
    Some((pixels.encode_png().ok()?, ((width * unit) as i64, (height * unit) as i64)))
}
