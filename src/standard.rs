//! What DICOM itself says, as data with typed look-ups.
//!
//! SOP classes (name, keyword, retirement) and attributes (keyword, value representation) come from
//! `dicom-dictionary-std`, which is the authority; the tables under `tables/` add only what it lacks. Every table is
//! parsed on first use, once; a command that asks nothing pays nothing.

pub mod ae_title;
pub mod attribute;
pub mod character_set;
pub mod citation;
pub mod event;
pub mod information_entity;
pub mod media_profile;
pub mod misspelling;
pub mod modality;
pub mod nearest;
pub mod query_keys;
pub mod rejection;
pub mod sample;
pub mod section;
pub mod security_profile;
pub mod service_point;
pub mod sop_class;
pub mod spelling;
pub mod status;
pub mod toolkit;
pub mod transfer_syntax;
pub mod uids;
pub mod web_resource;
pub mod web_transaction;
pub mod worklist_keys;

/// The rows of one of our tables: the header is left out, the columns are separated by tabs.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().skip(1).filter(|line| !line.is_empty())
}

/// The columns of a row; those that are left out at its end are empty.
fn columns<const N: usize>(row: &'static str) -> [&'static str; N] {
    let mut columns = [""; N];
    for (column, text) in columns.iter_mut().zip(row.split('\t')) {
        *column = text;
    }
    columns
}
