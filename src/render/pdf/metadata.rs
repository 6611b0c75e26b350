//! What the file says about itself.

use krilla::metadata::{DateTime, Metadata};

use crate::document::Document;

pub(super) fn of(document: &Document) -> Metadata {
    let meta = &document.meta;
    let title = if meta.title.is_empty() { "Untitled" } else { meta.title.as_str() };
    let title = if meta.draft { format!("{title} (draft)") } else { title.to_owned() };
    let version = [meta.product.as_str(), meta.version.as_str(), meta.date.as_str()].join("\n");
    let metadata = Metadata::new()
        .title(title.clone())
        .description(meta.product.clone())
        .language(language(&meta.language))
        .creator(concat!("dicomply ", env!("CARGO_PKG_VERSION")).to_owned())
        .producer(concat!("dicomply ", env!("CARGO_PKG_VERSION")).to_owned())
        .document_id(format!("{title}\n{version}"))
        // PDF/A wants a date, and nobody asks a clock here: a document without one is as old as time.
        .creation_date(date(&meta.date).unwrap_or(DateTime::new(1970)));
    if meta.vendor.is_empty() { metadata } else { metadata.authors(vec![meta.vendor.clone()]) }
}

/// The language, as far as it is one.
pub(super) fn language(language: &str) -> String {
    let is_tag = !language.is_empty()
        && language.len() <= 35
        && language.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    if is_tag { language.to_owned() } else { "en".to_owned() }
}

/// The date in a text such as `2026-11-20`, if it begins with one.
fn date(text: &str) -> Option<DateTime> {
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day: u8 = parts.next()?.parse().ok()?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| {
        DateTime::new(year)
            .month(month)
            .day(day)
            .hour(0)
            .minute(0)
            .second(0)
            .utc_offset_hour(0)
            .utc_offset_minute(0)
    })
}
