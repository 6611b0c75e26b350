//! The status codes of print (PS3.4, section H.4).

use super::rows::{PROCESSING_FAILURE, SUCCESS, general, row};
use super::{Service, StatusRow};
use crate::standard::sop_class::SopClass;

/// The rows of a service of a print class.
pub(super) fn rows(service: Service, class: &SopClass) -> &'static [StatusRow] {
    match (class.entry.keyword, service) {
        ("BasicFilmSession", Service::NCreate | Service::NSet) => FILM_SESSION,
        ("BasicFilmSession", Service::NAction) => FILM_SESSION_ACTION,
        ("BasicFilmBox", Service::NCreate) => FILM_BOX_CREATE,
        ("BasicFilmBox", Service::NSet) | ("PresentationLUT", Service::NCreate) => DENSITY_ONLY,
        ("BasicFilmBox", Service::NAction) => FILM_BOX_ACTION,
        ("BasicGrayscaleImageBox" | "BasicColorImageBox", Service::NSet) => IMAGE_BOX_SET,
        _ => general(service),
    }
}

const FILM_SESSION: &[StatusRow] =
    &[SUCCESS, row("Warning", "Memory allocation not supported", 0xB600), PROCESSING_FAILURE];

const FILM_SESSION_ACTION: &[StatusRow] = &[
    SUCCESS,
    row("Warning", "Film session printing (collation) is not supported", 0xB601),
    row("Warning", "Film session holds an empty page", 0xB602),
    DEMAGNIFIED,
    CROPPED,
    DECIMATED,
    row("Failure", "Film session holds no film box", 0xC600),
    row("Failure", "Print queue is full", 0xC601),
    TOO_LARGE,
    COMBINED_TOO_LARGE,
];

const FILM_BOX_CREATE: &[StatusRow] = &[
    SUCCESS,
    DENSITY,
    row("Failure", "An earlier film box has not been printed yet", 0xC616),
    PROCESSING_FAILURE,
];

const DENSITY_ONLY: &[StatusRow] = &[SUCCESS, DENSITY, PROCESSING_FAILURE];

const FILM_BOX_ACTION: &[StatusRow] = &[
    SUCCESS,
    row("Warning", "Film box holds an empty page", 0xB603),
    DEMAGNIFIED,
    CROPPED,
    DECIMATED,
    row("Failure", "Print queue is full", 0xC602),
    TOO_LARGE,
    COMBINED_TOO_LARGE,
];

const IMAGE_BOX_SET: &[StatusRow] = &[
    SUCCESS,
    DEMAGNIFIED,
    DENSITY,
    CROPPED,
    DECIMATED,
    TOO_LARGE,
    row("Failure", "Not enough memory in the printer", 0xC605),
    COMBINED_TOO_LARGE,
];

const DEMAGNIFIED: StatusRow = row("Warning", "Image larger than image box, demagnified", 0xB604);
const DENSITY: StatusRow =
    row("Warning", "Requested density outside of the printer's range, nearest one is used", 0xB605);
const CROPPED: StatusRow = row("Warning", "Image larger than image box, cropped", 0xB609);
const DECIMATED: StatusRow =
    row("Warning", "Image or combined image larger than image box, decimated", 0xB60A);
const TOO_LARGE: StatusRow = row("Failure", "Image larger than image box", 0xC603);
const COMBINED_TOO_LARGE: StatusRow = row("Failure", "Combined print image larger than image box", 0xC613);
