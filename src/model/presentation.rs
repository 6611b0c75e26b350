//! How data appears outside DICOM instances: as CDA documents, and in shades of gray.

use super::item::Item;
use super::record::{Named, OneOrMany, record, words};
use super::values::Prose;
use super::words::{Demand, Support};

record! {
    /// Transformation of structured reports to CDA documents (PS3.2 A.6, PS3.20).
    pub struct Cda {
        /// What there is to say in general.
        pub text: Option<Prose>,
        /// The documents that are made or read, under names of the author's own.
        pub documents: Named<CdaDocument>,
    }
}

record! {
    /// CDA documents of one kind, and the structured reports they are made of.
    pub struct CdaDocument {
        /// The SOP classes of the structured reports.
        pub sop_classes: OneOrMany<Item>,
        /// The root templates of the structured reports: template identifiers, or names of `sr_templates`.
        pub root_templates: OneOrMany<String>,
        /// The release of CDA, such as `CDA Release 2`.
        pub release: Option<String>,
        /// The identifiers of the templates of the CDA documents.
        pub templates: OneOrMany<String>,
        /// Which way it goes; to CDA where left out.
        pub direction: Option<CdaDirection>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// When it is done, and what is left out.
        pub text: Option<Prose>,
    }
}

words! {
    /// What is made of what.
    pub enum CdaDirection {
        /// A CDA document of a structured report.
        ToCda = "sr_to_cda",
        /// A structured report of a CDA document.
        FromCda = "cda_to_sr",
    }
}

record! {
    /// Grayscale image consistency (PS3.2 A.9.4, PS3.14).
    pub struct Grayscale {
        /// Whether the Grayscale Standard Display Function is supported.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// Which displays and printers follow it, and what else there is to say.
        pub text: Option<Prose>,
        /// How displays are calibrated, and how often.
        pub calibration: Option<Prose>,
        /// How the presentation LUT, P-Values and printers are treated.
        pub presentation: Option<Prose>,
    }
}
