//! The clock: what day it is. The library never asks.

use std::time::{SystemTime, UNIX_EPOCH};

use dicomply::model::Date;

/// The day, in Greenwich.
pub(crate) fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    Date::after_epoch(seconds / 86_400)
}
