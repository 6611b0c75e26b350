//! `Raster`: a picture made of pixels, as the PNG or JPEG file that it came in.

use std::sync::Arc;

use super::picture::Unfit;

/// A picture made of pixels. Nothing of it is unpacked before a writer needs that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// The kind of file.
    pub format: RasterFormat,
    /// The file.
    pub bytes: Arc<Vec<u8>>,
    /// How many pixels it is wide, at least one.
    pub width: u32,
    /// How many pixels it is high, at least one.
    pub height: u32,
}

/// The kinds of files that hold pixels and that every format of a document can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RasterFormat {
    /// Portable Network Graphics (ISO/IEC 15948).
    Png,
    /// JPEG, baseline or progressive (ISO/IEC 10918-1).
    Jpeg,
}

impl RasterFormat {
    /// The media type, such as `image/png`.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The usual end of the name of such a file, such as `png`.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }
}

/// Pixels in a row or in a column, at most: what is larger is no picture for a page.
const LONGEST_SIDE: u32 = 10_000;

/// Pixels in all, at most: unpacked they take four bytes each.
const MOST_PIXELS: u64 = 25_000_000;

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

impl Raster {
    /// The picture in a PNG or JPEG file.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Unfit> {
        let (format, size) = if bytes.starts_with(PNG_SIGNATURE) {
            (RasterFormat::Png, png_size(&bytes))
        } else if bytes.starts_with(b"\xFF\xD8\xFF") {
            (RasterFormat::Jpeg, jpeg_size(&bytes))
        } else {
            return Err(Unfit::new(
                "is neither an SVG nor a PNG nor a JPEG file",
                "convert it to one of them",
            ));
        };
        let Some((width, height)) = size.filter(|(width, height)| *width > 0 && *height > 0) else {
            let fault = "is damaged: it does not say how many pixels it has";
            return Err(Unfit::new(fault, "export it anew"));
        };
        let is_large = width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS;
        if is_large {
            return Err(Unfit::new(format!("is {width} by {height} pixels large"), "make it smaller"));
        }
        Ok(Self { format, bytes: Arc::new(bytes), width, height })
    }
}

/// Width and height out of the first chunk of a PNG file, which is always the header.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let chunk = bytes.get(PNG_SIGNATURE.len()..PNG_SIGNATURE.len() + 16)?;
    let number = |at: usize| Some(u32::from_be_bytes(chunk.get(at..at + 4)?.try_into().ok()?));
    (chunk.get(4..8)? == b"IHDR").then_some(())?;
    Some((number(8)?, number(12)?))
}

/// Width and height out of the frame header of a JPEG file.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        // Bytes that fill, and markers that stand alone.
        if marker == 0xFF || marker == 0x01 || (0xD0..=0xD7).contains(&marker) {
            at += if marker == 0xFF { 1 } else { 2 };
            continue;
        }
        let number = |from: usize| Some(u16::from_be_bytes([*bytes.get(from)?, *bytes.get(from + 1)?]));
        let is_frame = (0xC0..=0xCF).contains(&marker) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
        if is_frame {
            return Some((u32::from(number(at + 7)?), u32::from(number(at + 5)?)));
        }
        if marker == 0xD9 || marker == 0xDA {
            return None;
        }
        at += 2 + usize::from(number(at + 2)?).max(2);
    }
}
