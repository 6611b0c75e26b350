//! `dicomply` turns a YAML description of DICOM Application Entities into a conformance statement one can trust.
//!
//! The verbs of the library are those of the program: [`read`](source::read) documents, [`lint`](lint::lint) them
//! ([`examine`](examine::examine) does both and weighs what was found), [`fix`](fix::fix), render and compare them.
//! `ARCHITECTURE.md` holds the map.

pub mod compare;
pub mod config;
pub mod document;
pub mod examine;
pub mod finding;
pub mod fix;
pub mod impact;
pub mod import;
pub mod intake;
pub mod lint;
pub mod model;
pub mod notation;
pub mod pairing;
pub mod render;
pub mod report;
pub mod route;
pub mod source;
pub mod standard;
