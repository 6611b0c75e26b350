//! Transformation of structured reports to CDA documents (PS3.2 A.6).

use serde::Serialize;

use super::conformance::exceptional;
use super::scope::Scope;
use crate::model::{CdaDirection, CdaDocument};

/// Transformation of structured reports to CDA documents (PS3.2 A.6).
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Serialize)]
pub struct CdaView {
    /// What there is to say in general; prose.
    pub text: Option<String>,
    /// The documents.
    pub rows: Vec<CdaRow>,
    /// Whether root templates are stated.
    pub has_root_templates: bool,
    /// Whether releases of CDA are stated.
    pub has_releases: bool,
    /// Whether identifiers of templates of CDA are stated.
    pub has_templates: bool,
    /// Whether one of them goes from CDA to structured reports.
    pub has_directions: bool,
    /// Whether one of the claims is no plain yes.
    pub has_support: bool,
    /// Whether nothing is said at all.
    pub is_empty: bool,
}

/// CDA documents of one kind.
#[derive(Debug, Serialize)]
pub struct CdaRow {
    /// The name.
    pub name: String,
    /// The SOP classes of the structured reports.
    pub sop_classes: Vec<String>,
    /// The root templates of the structured reports.
    pub root_templates: Vec<String>,
    /// The release of CDA; empty where it is not stated.
    pub release: String,
    /// The identifiers of the templates of the documents.
    pub templates: Vec<String>,
    /// `SR to CDA` or `CDA to SR`.
    pub direction: &'static str,
    /// The claim, where it is no plain yes; else `Yes`.
    pub support: &'static str,
    /// When it is done, and what is left out; prose.
    pub text: Option<String>,
}

impl CdaView {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let cda = &scope.statement().cda;
        let rows: Vec<_> = cda.documents.iter().map(|(name, document)| row(scope, name, document)).collect();
        let text = scope.prose(cda.text.as_ref());
        Self {
            has_root_templates: rows.iter().any(|row| !row.root_templates.is_empty()),
            has_releases: rows.iter().any(|row| !row.release.is_empty()),
            has_templates: rows.iter().any(|row| !row.templates.is_empty()),
            has_directions: rows.iter().any(|row| row.direction != "SR to CDA"),
            has_support: rows.iter().any(|row| row.support != "Yes"),
            is_empty: text.is_none() && rows.is_empty(),
            text,
            rows,
        }
    }
}

fn row(scope: &Scope<'_>, name: &str, document: &CdaDocument) -> CdaRow {
    CdaRow {
        name: name.to_owned(),
        sop_classes: scope.expanded(&document.sop_classes).into_iter().map(|id| scope.name(id)).collect(),
        root_templates: document.root_templates.to_vec(),
        release: document.release.clone().unwrap_or_default(),
        templates: document.templates.to_vec(),
        direction: match document.direction {
            Some(CdaDirection::FromCda) => "CDA to SR",
            Some(CdaDirection::ToCda) | None => "SR to CDA",
        },
        support: exceptional(document.support).unwrap_or("Yes"),
        text: scope.prose(document.text.as_ref()),
    }
}
