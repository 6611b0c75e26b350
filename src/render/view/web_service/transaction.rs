//! Transactions of web services.

use serde::Serialize;

use super::responses::{WebReasonRow, WebResponseRow, reason_rows, response_rows};
use super::transaction_name;
use crate::model::survey::ItemId;
use crate::model::{
    MediaType, MediaTypeCategory, Transaction, WebParameter, WebRole, WebService, WebServiceKind,
};
use crate::render::view::attributes::AttributeTable;
use crate::render::view::conformance::exceptional;
use crate::render::view::contexts::TransferSyntaxLine;
use crate::render::view::entity::{LimitView, limit};
use crate::render::view::keys::KeyTable;
use crate::render::view::long_sets::{self, SopClassLine};
use crate::render::view::scope::{Scope, support_words};
use crate::standard::web_transaction;

/// A transaction.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw something.
#[derive(Debug, Serialize)]
pub struct TransactionView {
    /// The name that PS3.18 gives it, or the author's own.
    pub name: String,
    /// The author's own name, where it is another one, such as `STOW-RS`; empty otherwise.
    pub also: String,
    /// The name with that of the web service, for captions: `the Store Transaction of Archive access`.
    pub title: String,
    /// The section of PS3.18; empty where it is not known.
    pub section: &'static str,
    /// The method of HTTP; empty where it is not known.
    pub method: &'static str,
    /// The address of its section in the document.
    pub anchor: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What else there is to say; prose.
    pub text: Option<String>,
    /// The resources.
    pub resources: Vec<ResourceRow>,
    /// Whether there is something to say about one of the resources.
    pub has_resource_remarks: bool,
    /// The media types.
    pub media_types: Vec<MediaTypeRow>,
    /// Whether there is something to say about one of the media types, beyond its name.
    pub has_media_type_remarks: bool,
    /// Whether one of the media types has transfer syntaxes.
    pub has_media_type_syntaxes: bool,
    /// Whether there is more to say than what the table of transactions tells.
    pub has_section: bool,
    /// The SOP classes.
    pub sop_classes: Vec<SopClassLine>,
    /// The transfer syntaxes.
    pub transfer_syntaxes: Vec<TransferSyntaxLine>,
    /// The character sets of requests and responses.
    pub character_sets: Vec<String>,
    /// The query parameters; none where there are none.
    pub query_parameters: Option<WebParameterTable>,
    /// The header fields; none where there are none.
    pub headers: Option<WebParameterTable>,
    /// The attributes that a search matches or returns.
    pub keys: Option<KeyTable>,
    /// Whether matching of person names is fuzzy; none where it is not stated.
    pub fuzzy_matching: Option<&'static str>,
    /// How many results a search gives at most; none where it is not stated.
    pub max_results: Option<LimitView>,
    /// The caption of the table of attributes.
    pub attributes_caption: String,
    /// The attributes that are sent or used.
    pub attributes: Option<AttributeTable>,
    /// The HTTP status codes.
    pub responses: Vec<WebResponseRow>,
    /// Whether the meaning of one of the status codes is known.
    pub has_meanings: bool,
    /// Whether it is said what is done on one of the status codes, or when it is sent.
    pub has_behaviors: bool,
    /// Whether the status codes are those of PS3.18, which nothing here lists.
    pub is_standard_only: bool,
    /// The failure and warning reasons of single instances.
    pub reasons: Vec<WebReasonRow>,
    /// How bulk data is referred to and retrieved; prose.
    pub bulk_data: Option<String>,
}

/// A resource of a transaction.
#[derive(Debug, Serialize)]
pub struct ResourceRow {
    /// The path below the base address.
    pub path: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What else there is to say; prose.
    pub text: String,
}

/// A media type.
#[derive(Debug, Serialize)]
pub struct MediaTypeRow {
    /// What it carries: `DICOM`, `Rendered`, `Bulk data` or `Metadata`; empty where that is not known.
    pub category: &'static str,
    /// The name.
    pub name: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// The transfer syntaxes, where they can be chosen.
    pub transfer_syntaxes: Vec<String>,
    /// What else there is to say; prose.
    pub text: String,
}

/// Query parameters or header fields.
#[derive(Debug, Serialize)]
pub struct WebParameterTable {
    /// The parameters or fields.
    pub rows: Vec<WebParameterRow>,
    /// Whether the values of one of them are stated.
    pub has_values: bool,
    /// Whether there is something to say about one of them.
    pub has_remarks: bool,
}

/// A query parameter or a header field.
#[derive(Debug, Serialize)]
pub struct WebParameterRow {
    /// The name.
    pub name: String,
    /// The values.
    pub values: Vec<String>,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What else there is to say; prose.
    pub text: String,
}

impl TransactionView {
    pub(super) fn of(
        scope: &Scope<'_>,
        service: &WebService,
        service_name: &str,
        (name, written): (&str, &Transaction),
        anchor: String,
    ) -> Self {
        let kind = service.service.map(WebServiceKind::as_str).unwrap_or_default();
        let known = web_transaction::by_name(kind, name);
        let key = name;
        let name = transaction_name(service, key);
        let title = format!("the {name} Transaction of {service_name}");
        let responses = response_rows(scope, known, &written.responses);
        let media_types = media_types(scope, &written.media_types);
        let resources = resources(scope, written);
        let is_server = service.role == Some(WebRole::OriginServer);
        let sides = (service.service == Some(WebServiceKind::Studies), is_server);
        let mut view = Self {
            section: known.map(|known| known.section).unwrap_or_default(),
            method: known.map(|known| known.method).unwrap_or_default(),
            anchor,
            support: exceptional(written.support),
            text: scope.prose(written.text.as_ref()),
            has_resource_remarks: resources.iter().any(|row| !row.text.is_empty()),
            resources,
            has_media_type_remarks: media_types.iter().any(|row| !row.text.is_empty()),
            has_media_type_syntaxes: media_types.iter().any(|row| !row.transfer_syntaxes.is_empty()),
            media_types,
            has_section: false,
            sop_classes: long_sets::lines(scope, &written.sop_classes),
            transfer_syntaxes: lines(scope, scope.expanded(&written.transfer_syntaxes)),
            character_sets: super::character_sets(&written.character_sets),
            query_parameters: parameters(scope, &written.query_parameters),
            headers: parameters(scope, &written.headers),
            keys: KeyTable::of_search(scope, &written.keys, sides),
            fuzzy_matching: written.fuzzy_matching.map(support_words),
            max_results: limit(scope, &written.max_results, false),
            attributes_caption: format!("Attributes of {title}"),
            attributes: AttributeTable::of_uses(scope, &written.attributes),
            has_meanings: responses.iter().any(|row| !row.meaning.is_empty()),
            has_behaviors: responses.iter().any(|row| !row.behavior.is_empty()),
            is_standard_only: responses.is_empty() && !written.responses.is_empty(),
            responses,
            reasons: reason_rows(scope, &written.reasons),
            bulk_data: scope.prose(written.bulk_data.as_ref()),
            also: if name.to_lowercase().contains(&key.to_lowercase()) {
                String::new()
            } else {
                key.to_owned()
            },
            name,
            title,
        };
        view.has_section = view.says_more();
        view
    }

    /// Whether there is more to say than what the table of transactions tells.
    fn says_more(&self) -> bool {
        let lists = [
            self.sop_classes.len(),
            self.transfer_syntaxes.len(),
            self.character_sets.len(),
            self.responses.len(),
            self.reasons.len(),
        ];
        let tables = [
            self.query_parameters.is_some(),
            self.headers.is_some(),
            self.keys.is_some(),
            self.attributes.is_some(),
        ];
        let facts = [
            self.text.is_some(),
            self.bulk_data.is_some(),
            self.fuzzy_matching.is_some(),
            self.max_results.is_some(),
            self.is_standard_only,
        ];
        let remarks = [self.has_resource_remarks, self.has_media_type_remarks, self.has_media_type_syntaxes];
        lists.iter().any(|count| *count > 0)
            || tables.iter().chain(&facts).chain(&remarks).any(|is_said| *is_said)
    }
}

fn lines(scope: &Scope<'_>, ids: Vec<ItemId>) -> Vec<TransferSyntaxLine> {
    ids.into_iter().map(|id| TransferSyntaxLine { name: scope.name(id), uid: scope.uid(id) }).collect()
}

fn resources(scope: &Scope<'_>, written: &Transaction) -> Vec<ResourceRow> {
    let rows = written.resources.iter().map(|resource| ResourceRow {
        path: resource.path.clone().unwrap_or_default(),
        support: exceptional(resource.support),
        text: scope.prose(resource.text.as_ref()).unwrap_or_default(),
    });
    rows.collect()
}

/// Media types with what they carry.
pub(super) fn media_types(scope: &Scope<'_>, written: &[MediaType]) -> Vec<MediaTypeRow> {
    let rows = written.iter().map(|media_type| {
        let name = media_type.name.clone().unwrap_or_default();
        MediaTypeRow {
            category: media_type
                .category
                .map_or_else(|| web_transaction::category_of_media_type(&name), category_words),
            support: exceptional(media_type.support),
            transfer_syntaxes: scope
                .expanded(&media_type.transfer_syntaxes)
                .into_iter()
                .map(|id| scope.name(id))
                .collect(),
            text: scope.prose(media_type.text.as_ref()).unwrap_or_default(),
            name,
        }
    });
    rows.collect()
}

const fn category_words(category: MediaTypeCategory) -> &'static str {
    match category {
        MediaTypeCategory::Dicom => "DICOM",
        MediaTypeCategory::Rendered => "Rendered",
        MediaTypeCategory::BulkData => "Bulk data",
        MediaTypeCategory::Metadata => "Metadata",
    }
}

fn parameters(scope: &Scope<'_>, written: &[WebParameter]) -> Option<WebParameterTable> {
    let rows = written.iter().map(|parameter| WebParameterRow {
        name: parameter.name.clone().unwrap_or_default(),
        values: parameter.values.to_vec(),
        support: exceptional(parameter.support),
        text: scope.prose(parameter.text.as_ref()).unwrap_or_default(),
    });
    let rows: Vec<_> = rows.collect();
    let table = WebParameterTable {
        has_values: rows.iter().any(|row| !row.values.is_empty()),
        has_remarks: rows.iter().any(|row| !row.text.is_empty()),
        rows,
    };
    (!table.rows.is_empty()).then_some(table)
}
