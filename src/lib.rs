//! `dicomply` turns a YAML description of DICOM Application Entities into a conformance statement one can trust.
//!
//! The verbs of the library are those of the program: read, lint, render. `ARCHITECTURE.md` holds the map.

pub mod config;
pub mod document;
pub mod finding;
pub mod render;
pub mod route;
pub mod standard;
