//! Transfer syntaxes and the traits that decide where one may be used (PS3.5 chapter 10 and Annex A).

use std::sync::LazyLock;

use super::uids::{self, Place, Resolution, UidEntry};
use super::{columns, rows};

/// Implicit VR Little Endian, which everybody supports (PS3.5, section 10.1).
pub const IMPLICIT_VR_LITTLE_ENDIAN: &str = "1.2.840.10008.1.2";
/// Explicit VR Little Endian.
pub const EXPLICIT_VR_LITTLE_ENDIAN: &str = "1.2.840.10008.1.2.1";
/// Explicit VR Big Endian, which is retired.
pub const EXPLICIT_VR_BIG_ENDIAN: &str = "1.2.840.10008.1.2.2";
/// The default for lossy JPEG of 8 bits (PS3.5, section 10.3).
pub const JPEG_BASELINE: &str = "1.2.840.10008.1.2.4.50";
/// The default for lossy JPEG of 12 bits (PS3.5, section 10.3).
pub const JPEG_EXTENDED: &str = "1.2.840.10008.1.2.4.51";
/// The default for lossless JPEG (PS3.5, section 10.2).
pub const JPEG_LOSSLESS_SV1: &str = "1.2.840.10008.1.2.4.70";
/// The default for JPEG-LS (PS3.5, section 10.5).
pub const JPEG_LS_LOSSLESS: &str = "1.2.840.10008.1.2.4.80";

/// Whether pixels come back as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fidelity {
    /// Pixels are kept exactly; what is not compressed counts as lossless.
    Lossless,
    /// Pixels are approximated.
    Lossy,
    /// The sender decides.
    Either,
}

impl Fidelity {
    /// The word for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lossless => "lossless",
            Self::Lossy => "lossy",
            Self::Either => "lossless or lossy",
        }
    }
}

/// The family of encodings of pixel data a transfer syntax belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Codec {
    /// Not compressed, or deflated as a whole.
    None,
    /// ISO/IEC 10918-1.
    Jpeg,
    /// ISO/IEC 14495-1.
    JpegLs,
    /// ISO/IEC 15444-1 and -2.
    Jpeg2000,
    /// ISO/IEC 15444-15.
    HighThroughputJpeg2000,
    /// ISO/IEC 18181.
    JpegXl,
    /// The run length encoding of PS3.5 Annex G.
    Rle,
    /// Each frame deflated.
    DeflatedFrame,
    /// MPEG2 video.
    Mpeg2,
    /// MPEG-4 AVC/H.264 video.
    H264,
    /// HEVC/H.265 video.
    H265,
    /// Pixel data stay with the sender and are fetched with JPIP.
    Jpip,
    /// A flow of SMPTE ST 2110, for real-time communication only (PS3.22).
    SmpteSt2110,
}

impl Codec {
    /// The name of the family.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Jpeg => "JPEG",
            Self::JpegLs => "JPEG-LS",
            Self::Jpeg2000 => "JPEG 2000",
            Self::HighThroughputJpeg2000 => "HTJ2K",
            Self::JpegXl => "JPEG XL",
            Self::Rle => "RLE",
            Self::DeflatedFrame => "deflated frames",
            Self::Mpeg2 => "MPEG2",
            Self::H264 => "MPEG-4 AVC/H.264",
            Self::H265 => "HEVC/H.265",
            Self::Jpip => "JPIP",
            Self::SmpteSt2110 => "SMPTE ST 2110",
        }
    }
}

/// How the data set is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Value representations are left out, little endian.
    ImplicitLittleEndian,
    /// Value representations are written, little endian.
    ExplicitLittleEndian,
    /// Value representations are written, big endian.
    ExplicitBigEndian,
    /// Not a DICOM data set.
    Foreign,
}

impl Encoding {
    /// The words for people.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ImplicitLittleEndian => "implicit VR, little endian",
            Self::ExplicitLittleEndian => "explicit VR, little endian",
            Self::ExplicitBigEndian => "explicit VR, big endian",
            Self::Foreign => "no DICOM data set",
        }
    }
}

/// A registered transfer syntax.
#[derive(Debug, PartialEq, Eq)]
pub struct TransferSyntax {
    /// Its entry in the registry of UIDs.
    pub entry: &'static UidEntry,
    /// How the data set is written.
    pub encoding: Encoding,
    /// How pixel data are encoded.
    pub codec: Codec,
    /// Whether pixels come back as they were.
    pub fidelity: Fidelity,
    /// Whether the whole data set is deflated.
    pub deflated: bool,
    /// Whether pixel data are encapsulated in fragments (PS3.5, section A.4).
    pub encapsulated: bool,
}

impl TransferSyntax {
    /// Whether it is the default that everybody supports (PS3.5, section 10.1).
    pub fn is_default(&self) -> bool {
        self.entry.uid == IMPLICIT_VR_LITTLE_ENDIAN
    }

    /// Whether it can lose something of the image.
    pub fn may_be_lossy(&self) -> bool {
        self.fidelity != Fidelity::Lossless
    }

    /// Whether it carries video.
    pub fn is_video(&self) -> bool {
        matches!(self.codec, Codec::Mpeg2 | Codec::H264 | Codec::H265)
    }

    /// Whether numbers are written with their most significant byte first.
    pub fn is_big_endian(&self) -> bool {
        self.encoding == Encoding::ExplicitBigEndian
    }

    /// Whether pixel data are only referred to (PS3.5, sections A.6 and A.7).
    pub fn references_pixel_data(&self) -> bool {
        self.codec == Codec::Jpip
    }

    /// Whether it belongs to real-time communication alone (PS3.22).
    pub fn is_real_time_only(&self) -> bool {
        self.codec == Codec::SmpteSt2110
    }

    /// Whether it is a lossless process of JPEG, so that PS3.5, section 10.2 applies.
    pub fn is_lossless_jpeg(&self) -> bool {
        self.codec == Codec::Jpeg && self.fidelity == Fidelity::Lossless
    }

    /// Whether it is a lossy process of JPEG, so that PS3.5, section 10.3 applies.
    pub fn is_lossy_jpeg(&self) -> bool {
        self.codec == Codec::Jpeg && self.fidelity == Fidelity::Lossy
    }

    /// Whether it is near-lossless JPEG-LS, so that PS3.5, section 10.5 applies.
    pub fn is_near_lossless_jpeg_ls(&self) -> bool {
        self.codec == Codec::JpegLs && self.fidelity == Fidelity::Lossy
    }
}

/// All registered transfer syntaxes, in the order of their UIDs.
pub fn all() -> &'static [TransferSyntax] {
    &TABLE.0
}

/// The transfer syntax of a UID.
pub fn by_uid(uid: &str) -> Option<&'static TransferSyntax> {
    of(uids::by_uid(uid)?)
}

/// The transfer syntax that an entry of the registry is of.
pub fn of(entry: &'static UidEntry) -> Option<&'static TransferSyntax> {
    TABLE.1[entry.position()].map(|number| &TABLE.0[number])
}

/// The position of a UID in [`all`].
pub fn position(uid: &str) -> Option<usize> {
    TABLE.1[uids::by_uid(uid)?.position()]
}

/// The transfer syntax that a UID, keyword or name means, and how it is written.
pub fn resolve(text: &str) -> Option<(&'static TransferSyntax, Resolution)> {
    let resolution = uids::resolve(text, Place::TransferSyntax)?;
    of(resolution.entry).map(|found| (found, resolution))
}

/// The transfer syntaxes, and where each entry of the registry has its own.
static TABLE: LazyLock<(Vec<TransferSyntax>, Vec<Option<usize>>)> = LazyLock::new(|| {
    let all: Vec<_> =
        rows(include_str!("tables/transfer_syntaxes.tsv")).filter_map(transfer_syntax).collect();
    let mut of_entries = vec![None; uids::all().len()];
    for (number, found) in all.iter().enumerate() {
        of_entries[found.entry.position()] = Some(number);
    }
    (all, of_entries)
});

fn transfer_syntax(row: &'static str) -> Option<TransferSyntax> {
    let [uid, encoding, pixels, codec, fidelity, deflated] = columns(row);
    Some(TransferSyntax {
        entry: uids::by_uid(uid)?,
        encoding: match encoding {
            "implicit" => Encoding::ImplicitLittleEndian,
            "explicit" => Encoding::ExplicitLittleEndian,
            "big" => Encoding::ExplicitBigEndian,
            _ => Encoding::Foreign,
        },
        codec: self::codec(codec)?,
        fidelity: match fidelity {
            "lossless" => Fidelity::Lossless,
            "lossy" => Fidelity::Lossy,
            "either" => Fidelity::Either,
            _ => return None,
        },
        deflated: deflated == "deflated",
        encapsulated: pixels == "encapsulated",
    })
}

fn codec(word: &str) -> Option<Codec> {
    Some(match word {
        "none" => Codec::None,
        "jpeg" => Codec::Jpeg,
        "jpeg-ls" => Codec::JpegLs,
        "jpeg-2000" => Codec::Jpeg2000,
        "htj2k" => Codec::HighThroughputJpeg2000,
        "jpeg-xl" => Codec::JpegXl,
        "rle" => Codec::Rle,
        "deflated-frame" => Codec::DeflatedFrame,
        "mpeg2" => Codec::Mpeg2,
        "h264" => Codec::H264,
        "h265" => Codec::H265,
        "jpip" => Codec::Jpip,
        "smpte" => Codec::SmpteSt2110,
        _ => return None,
    })
}
