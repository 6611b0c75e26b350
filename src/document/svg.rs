//! Drawings that somebody else has made in SVG: read, and written anew without what a picture does not need.

use usvg::roxmltree;
use usvg::{ImageHrefResolver, ImageKind, Indent, Options, Tree, WriteOptions};

use super::picture::Unfit;

/// Bytes of a drawing, at most, before and after.
const LARGEST: usize = 2_000_000;

/// Elements of a drawing, at most.
const MOST_ELEMENTS: usize = 20_000;

/// Copies that a drawing makes of its parts, at most: copies of copies multiply.
const MOST_COPIES: usize = 500;

/// Elements inside elements, deepest.
const DEEPEST: usize = 100;

/// Units from the corner of a drawing within which everything lies. Formats have no numbers for what lies far beyond it.
const FURTHEST: f32 = 1_000_000.0;

const SIMPLIFY: &str = "a logo needs less: simplify it";

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// A drawing as shapes alone, with a `viewBox`: no scripts, no handlers, no links, no style sheets, nothing from
/// elsewhere.
pub(super) fn clean(text: &str) -> Result<String, Unfit> {
    if text.len() > LARGEST {
        return Err(Unfit::new(format!("is larger than {} MB", LARGEST / 1_000_000), SIMPLIFY));
    }
    let limits = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: 500_000, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, limits)
        .map_err(|error| Unfit::new(format!("is not well-formed XML: {error}"), "export it anew"))?;
    if !is_svg(document.root_element(), "svg") {
        return Err(Unfit::new("is XML, and no SVG drawing", ""));
    }
    examine(&document)?;
    let tree = Tree::from_xmltree(&document, &options()).map_err(|error| match error {
        usvg::Error::InvalidSize => Unfit::new("does not say how large it is", "give it a `viewBox`"),
        other => Unfit::new(format!("cannot be drawn: {other}"), SIMPLIFY),
    })?;
    if tree.root().children().is_empty() {
        return Err(Unfit::new("draws nothing", ""));
    }
    if !is_near(&tree) {
        return Err(Unfit::new(
            "draws something that lies far outside of it",
            "draw it within the `viewBox`",
        ));
    }
    let written = tree.to_string(&writing());
    let rest = written.strip_prefix("<svg ").filter(|_| written.len() <= LARGEST);
    let rest = rest.ok_or_else(|| {
        Unfit::new(format!("becomes larger than {} MB when it is drawn", LARGEST / 1_000_000), SIMPLIFY)
    })?;
    let size = tree.size();
    Ok(format!("<svg viewBox=\"0 0 {} {}\" {rest}", size.width(), size.height()))
}

/// Whether everything lies near the drawing, also what only cuts it out or fills it.
fn is_near(tree: &Tree) -> bool {
    let clips = tree.clip_paths().iter().map(|clip| clip.root());
    let masks = tree.masks().iter().map(|mask| mask.root());
    let patterns = tree.patterns().iter().map(|pattern| pattern.root());
    std::iter::once(tree.root()).chain(clips).chain(masks).chain(patterns).all(|group| {
        let bounds = group.abs_stroke_bounding_box();
        let edges = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()];
        edges.iter().all(|edge| edge.abs() <= FURTHEST)
    })
}

fn is_svg(node: roxmltree::Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name && matches!(node.tag_name().namespace(), None | Some(NAMESPACE))
}

/// Refuses what would be lost from the drawing, and what would cost too much to draw.
fn examine(document: &roxmltree::Document<'_>) -> Result<(), Unfit> {
    let (mut elements, mut copies) = (0, 0);
    let mut depth: usize = 0;
    let mut open = vec![document.root_element()];
    // Siblings before parents, so that the depth is known without asking every element for its ancestors.
    while let Some(mut row) = (!open.is_empty()).then(|| std::mem::take(&mut open)) {
        depth += 1;
        elements += row.len();
        if depth > DEEPEST {
            return Err(Unfit::new(
                format!("has elements inside elements, more than {DEEPEST} deep"),
                SIMPLIFY,
            ));
        }
        if elements > MOST_ELEMENTS {
            return Err(Unfit::new(format!("has more than {MOST_ELEMENTS} elements"), SIMPLIFY));
        }
        for node in row.drain(..) {
            copies += usize::from(is_svg(node, "use"));
            refuse(node)?;
            open.extend(node.children().filter(roxmltree::Node::is_element));
        }
    }
    if copies > MOST_COPIES {
        return Err(Unfit::new(format!("copies its own parts more than {MOST_COPIES} times"), SIMPLIFY));
    }
    Ok(())
}

/// Refuses an element that would be lost, though a reader should see it, and a name that is more than that.
fn refuse(node: roxmltree::Node<'_, '_>) -> Result<(), Unfit> {
    if is_svg(node, "text") && node.descendants().any(|inner| inner.is_text()) {
        let fault = "holds text, which would look different everywhere";
        return Err(Unfit::new(fault, "convert its text to paths"));
    }
    if is_svg(node, "image") {
        let address = node.attributes().find(|attribute| attribute.name() == "href");
        let address = address.map(|attribute| attribute.value().trim()).unwrap_or_default();
        let is_within = ["data:image/png", "data:image/jpeg", "data:image/jpg"];
        if !is_within.iter().any(|start| address.starts_with(start)) {
            return Err(Unfit::new("shows a picture that is not in it", "embed it as PNG or JPEG"));
        }
    }
    let names = node.attributes().filter(|attribute| matches!(attribute.name(), "id" | "result"));
    match names.map(|attribute| attribute.value()).find(|name| name.contains(['<', '>', '&', '"', '\''])) {
        Some(name) => Err(Unfit::new(format!("calls a part of it `{name}`, which is no name"), "rename it")),
        None => Ok(()),
    }
}

/// Nothing is loaded, and pictures inside are pixels only.
fn options() -> Options<'static> {
    let image_href_resolver = ImageHrefResolver {
        resolve_data: Box::new(|kind, bytes, _| match kind {
            "image/png" => Some(ImageKind::PNG(bytes)),
            "image/jpeg" | "image/jpg" => Some(ImageKind::JPEG(bytes)),
            _ => None,
        }),
        resolve_string: Box::new(|_, _| None),
    };
    Options { image_href_resolver, ..Options::default() }
}

/// Identifiers are prefixed: on a page they live with all others.
fn writing() -> WriteOptions {
    WriteOptions {
        id_prefix: Some("picture-".to_owned()),
        coordinates_precision: 4,
        indent: Indent::None,
        attributes_indent: Indent::None,
        ..WriteOptions::default()
    }
}
