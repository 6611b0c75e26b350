//! Pictures made of pixels.

use std::collections::BTreeMap;

use dicomply::document::{Image, Picture, Raster, RasterFormat, parse};
use dicomply::render::{html, markdown};

/// A PNG file as far as its header, of this size.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0]);
    bytes
}

/// A JPEG file as far as its frame header, with a segment, a fill byte and a table of Huffman codes before that.
fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = b"\xFF\xD8\xFF\xE0\x00\x04JF\xFF\xFF\xC4\x00\x03H\xFF\xC2\x00\x11\x08".to_vec();
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes
}

#[test]
fn the_size_is_read_from_the_file() {
    for (bytes, format) in [(png(640, 480), RasterFormat::Png), (jpeg(640, 480), RasterFormat::Jpeg)] {
        let raster = Raster::read(bytes).unwrap();
        assert_eq!((raster.format, raster.width, raster.height), (format, 640, 480));
    }
}

#[test]
fn what_is_no_picture_is_refused() {
    for (bytes, fault) in [
        (b"GIF89a".to_vec(), "is neither an SVG nor a PNG nor a JPEG file"),
        (Vec::new(), "is neither an SVG nor a PNG nor a JPEG file"),
        (png(0, 480), "is damaged: it does not say how many pixels it has"),
        (jpeg(640, 0), "is damaged: it does not say how many pixels it has"),
        (png(20_000, 1), "is 20000 by 1 pixels large"),
        (png(9_000, 9_000), "is 9000 by 9000 pixels large"),
    ] {
        assert_eq!(Raster::read(bytes).unwrap_err().fault, fault);
    }
}

#[test]
fn half_of_a_file_is_refused_wherever_it_ends() {
    for whole in [png(640, 480), jpeg(640, 480)] {
        let size = if whole[0] == 0x89 { 24 } else { whole.len() };
        for end in 0..size {
            assert!(Raster::read(whole[..end].to_vec()).is_err(), "{end}");
        }
    }
}

#[test]
fn pixels_become_a_part_of_the_page() {
    let image = Image::Raster(Raster::read(png(2, 1)).unwrap());
    let picture = Picture { image, description: "a \"dot\"".to_owned(), words: Vec::new() };
    let pictures = BTreeMap::from([("f".to_owned(), picture)]);
    let tree = parse("<!-- figure: id=\"f\" caption=\"c\" -->", &pictures);
    let shown = "<img class=\"drawing\" alt=\"a &quot;dot&quot;\" width=\"2\" height=\"1\" \
                 src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAA=\">";
    let page = html::write(&tree);
    assert!(page.contains(shown), "{page}");
    assert!(markdown::write(&tree).contains("a \"dot\""));
}
