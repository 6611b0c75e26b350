//! Pictures that somebody else made: SVG and pixels.

use krilla::geom::{Size, Transform};
use krilla::image::Image as FileImage;
use krilla::surface::Surface;
use krilla_svg::{SurfaceExt, SvgSettings};

use crate::document::{Image, RasterFormat};

use super::error::Error;

/// Draws a picture with its upper left corner at a place.
pub(super) fn draw(
    surface: &mut Surface,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
    image: &Image,
) -> Result<(), Error> {
    let Some(size) = Size::from_wh(width, height) else { return Ok(()) };
    surface.push_transform(&Transform::from_translate(x, y));
    let drawn = match image {
        Image::Svg(svg) => draw_svg(surface, size, svg),
        Image::Raster(raster) => {
            let bytes = raster.bytes.clone().into();
            let image = match raster.format {
                RasterFormat::Png => FileImage::from_png(bytes, false),
                RasterFormat::Jpeg => FileImage::from_jpeg(bytes, false),
            };
            image.map(|image| surface.draw_image(image, size)).map_err(Error::picture)
        }
        Image::Drawing(_) => Ok(()),
    };
    surface.pop();
    drawn
}

/// Nothing is loaded from elsewhere, and texts become shapes: the fonts that they ask for are not here.
fn draw_svg(surface: &mut Surface, size: Size, svg: &str) -> Result<(), Error> {
    if svg.is_empty() {
        return Ok(());
    }
    let options = usvg::Options {
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_string: Box::new(|_, _| None),
            ..usvg::ImageHrefResolver::default()
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| Error::picture(error.to_string()))?;
    let settings = SvgSettings { embed_text: false, ..SvgSettings::default() };
    let _ = surface.draw_svg(&tree, size, settings);
    Ok(())
}
